"""Which recognisers read a sentence, and in what order."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termaccord.extract.names import abbreviations, capitals, inflected, people, quoted, recurrent, surnames, titles
from termaccord.extract.names.atoms import atoms
from termaccord.extract.names.joining import count_alone, joined
from termaccord.extract.names.keys import key_of
from termaccord.extract.names.sentence import STRONG, Found, Lexicon, Sentence, lexicon
from termaccord.model import Category

NAMED = frozenset({Category.BODY, Category.DOCUMENT, Category.PROGRAMME, Category.EVENT})


def recognise(sentences: Sequence[Sentence]) -> list[Found]:
    """Everything that may be a name in sentences of one language, in order of place."""
    words = lexicon(sentences)
    found = surnames.resolve(sentences, [*_by_form(sentences), *_by_grammar(sentences, words)])
    found = _expanded(sentences, found)
    mottos = [f for f in found if f.category is Category.MOTTO]
    inside = {(m.sentence, i) for m in mottos for i in range(m.first, m.stop)}
    return [f for f in found if f.category is Category.MOTTO or (f.sentence, f.first) not in inside]


def _expanded(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Found]:
    """Abbreviations with the key of their full form: by initials, else the name that ends before the bracket."""
    ends = {(f.sentence, f.stop): f for f in sorted(found, key=lambda f: f.weight) if not f.abbreviation and f.category}
    whole = {(f.sentence, f.first, f.stop): f for f in sorted(found, key=lambda f: f.weight) if not f.abbreviation}
    answer = []
    for short in found:
        full = None
        if short.expansion:
            full = whole.get((short.sentence, *short.expansion))
        elif short.abbreviation and sentences[short.sentence].form(short.first - 1) == "(":
            before = ends.get((short.sentence, short.first - 1))
            full = before if before and before.category in NAMED and before.weight >= STRONG else None
        answer.append(replace(short, stands_for=key_of(sentences[full.sentence], full)) if full else short)
    return answer


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
    yield from inflected.find(sentences, words)


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
