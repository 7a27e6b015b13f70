"""How single words are written all over the documents of a language."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from termaccord.extract.names.sentence import Sentence, is_abbreviation, opens


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How the words of all documents of a language are written where a sentence does not force a capital."""

    lower: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    upper: Counter[str] = field(default_factory=Counter)
    single: Counter[str] = field(default_factory=Counter)
    """With a capital between words without."""

    def name_like(self, form: str, *, alone: bool = False) -> bool:
        """Whether a word that we see only at the start of this sentence is a name elsewhere, by itself if need be."""
        return self.capital[form] > self.lower[form] and (not alone or self.single[form] > 0)


def lexicon(found: Sequence[Sentence]) -> Lexicon:
    """Count the writings of every word that neither opens a sentence or a quotation nor stands in a heading."""
    counts = Lexicon()
    for sentence in found:
        if sentence.heading:
            continue
        for i in range(1, len(sentence)):
            if sentence.word(i) and not opens(sentence, i):
                _count(counts, sentence.words[i].text, sentence.forms[i])
                if sentence.capital(i) and not sentence.capital(i - 1) and not sentence.capital(i + 1):
                    counts.single[sentence.forms[i]] += 1
    return counts


def _count(counts: Lexicon, text: str, form: str) -> None:
    if is_abbreviation(text):
        counts.upper[form] += 1
    elif text[0].isupper():
        counts.capital[form] += 1
    else:
        counts.lower[form] += 1
