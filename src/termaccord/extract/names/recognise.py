"""Which recognisers read a sentence, and in what order."""

from collections import Counter
from collections.abc import Iterator, Sequence

from termaccord.extract.names import abbreviations, capitals, inflected, people, quoted, recurrent, titles
from termaccord.extract.names.atoms import atoms
from termaccord.extract.names.joining import count_alone, joined
from termaccord.extract.names.sentence import Found, Lexicon, Sentence, lexicon
from termaccord.model import Category


def recognise(sentences: Sequence[Sentence]) -> list[Found]:
    """Everything that may be a name in sentences of one language, in order of place."""
    words = lexicon(sentences)
    found = [*_by_form(sentences), *_by_grammar(sentences, words)]
    mottos = [f for f in found if f.category is Category.MOTTO]
    inside = {(m.sentence, i) for m in mottos for i in range(m.first, m.stop)}
    return [f for f in found if f.category is Category.MOTTO or (f.sentence, f.first) not in inside]


def _by_form(sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Quotation marks and abbreviations speak in any language."""
    for index, sentence in enumerate(sentences):
        yield from quoted.find(index, sentence)
        yield from abbreviations.find(index, sentence)


def _by_grammar(sentences: Sequence[Sentence], words: Lexicon) -> Iterator[Found]:
    if any(s.cues.prepositions for s in sentences):
        yield from _with_cases(sentences, words)
    else:
        yield from _without_cases(sentences, words)


def _with_cases(sentences: Sequence[Sentence], words: Lexicon) -> Iterator[Found]:
    for index, sentence in enumerate(sentences):
        yield from people.find(index, sentence)
        yield from inflected.find(index, sentence, words)


def _without_cases(sentences: Sequence[Sentence], words: Lexicon) -> Iterator[Found]:
    runs = [atoms(sentence, words) for sentence in sentences]
    alone: Counter[str] = Counter()
    for sentence, found in zip(sentences, runs, strict=True):
        count_alone(sentence, found, alone)
    for index, (sentence, found) in enumerate(zip(sentences, runs, strict=True)):
        names = tuple(joined(sentence, found, alone))
        yield from capitals.find(index, sentence, names)
        yield from titles.find(index, sentence, names)
    yield from recurrent.find(sentences)
