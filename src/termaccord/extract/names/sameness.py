"""A name as it is compared with others of its language: its words of meaning, its years, where it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from termaccord.extract.candidates import Candidate
from termaccord.extract.names.grouping import ORDINARY
from termaccord.model import Category
from termaccord.text.analyse import analyser_for
from termaccord.text.cues import cues_for
from termaccord.text.languages.spelling_english import american
from termaccord.text.normalise import fold
from termaccord.text.tokens import TokenKind, tokens


@dataclass(frozen=True, slots=True)
class Portrait:
    """What is compared."""

    index: int
    candidate: Candidate
    words: tuple[str, ...]
    """Folded words of meaning in order: singular, in one spelling."""
    content: frozenset[str]
    """Parts of hyphenated words one by one."""
    numbers: tuple[str, ...]
    documents: frozenset[str]
    head: str
    """The word of meaning that says what is named, where a cue list knows it."""

    @property
    def ordinary(self) -> bool:
        """Whether these are the ordinary words that a coined name is made of."""
        return self.candidate.key.endswith(ORDINARY)

    @property
    def category(self) -> Category:
        return self.candidate.category

    @property
    def years(self) -> tuple[str, ...]:
        return self.candidate.years


def portraits(found: Sequence[Candidate]) -> list[Portrait]:
    """One for every candidate, in their order."""
    return [_portrait(index, candidate) for index, candidate in enumerate(found)]


def _portrait(index: int, candidate: Candidate) -> Portrait:
    words = meaning(candidate.key, candidate.language)
    numbers = tuple(t.text for t in tokens(candidate.key) if t.kind is TokenKind.NUMBER)
    heads = cues_for(candidate.language)
    known = [w for w in words if heads.category(w) is candidate.category]
    documents = frozenset(m.document for m in candidate.mentions)
    head = (known[0] if heads.prepositions else known[-1]) if known else ""
    return Portrait(
        index,
        candidate,
        words,
        frozenset(part for word in words for part in word.split("-") if part),
        numbers,
        documents,
        head,
    )


def meaning(key: str, language: str) -> tuple[str, ...]:
    """The words of a key that carry meaning, each as its lemma in one spelling."""
    return tuple(
        _same(t.text, language)
        for t in tokens(key)
        if t.kind is TokenKind.WORD and not _small(t.text, language)
    )


def _small(word: str, language: str) -> bool:
    cues = cues_for(language)
    if word in cues.joiners or word in cues.articles or word in cues.conjunctions:
        return True
    return word.startswith(("'", "’")) or word in analyser_for(language).function_words


@lru_cache(maxsize=1 << 15)
def _same(word: str, language: str) -> str:
    """The lemma of a noun reading, or of the likeliest; in English the singular, American spelling standing for both."""
    readings = analyser_for(language).analyses(word)
    noun = next((a for a in readings if a.part_of_speech == "NOUN"), readings[0])
    if not language.startswith("en"):
        return fold(noun.lemma)
    plural = next((a for a in readings if a.part_of_speech == "NOUN" and a.number == "pl"), None)
    return american(fold(plural.lemma) if plural else word)
