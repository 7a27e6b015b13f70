"""Which recognisers read a sentence, and in what order."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from termaccord.extract.names import abbreviations, quoted, strays, surnames
from termaccord.extract.names.cased import inflected, people
from termaccord.extract.names.keys import key_of
from termaccord.extract.names.lexicon import Lexicon, lexicon
from termaccord.extract.names.plain import capitals, completions, recurrent, titles
from termaccord.extract.names.plain.atoms import atoms
from termaccord.extract.names.plain.joining import count_alone, joined
from termaccord.extract.names.sentence import FAIR, Found, Sentence
from termaccord.model import Category

NAMED = frozenset({Category.BODY, Category.DOCUMENT, Category.PROGRAMME, Category.EVENT})


def recognise(sentences: Sequence[Sentence], left: frozenset[str] = frozenset()) -> list[Found]:
    """Everything that may be a name in sentences of one language; `left` has its words that others left untranslated."""
    words = lexicon(sentences)
    known = [*_by_form(sentences), *_by_grammar(sentences, words), *strays.find(sentences, left)]
    found = surnames.resolve(sentences, known)
    found = _expanded(sentences, found)
    mottos = [f for f in found if f.category is Category.MOTTO]
    inside = {(m.sentence, i) for m in mottos for i in range(m.first, m.stop)}
    return [f for f in found if f.category is Category.MOTTO or (f.sentence, f.first) not in inside]


def _expanded(sentences: Sequence[Sentence], found: Sequence[Found]) -> list[Found]:
    """Abbreviations with the key of their full form: by initials, else the name that ends before the bracket."""
    longest = sorted((f for f in found if not f.abbreviation), key=lambda f: (f.stop - f.first, f.weight))
    names = {(f.sentence, f.stop): f for f in longest if f.category in NAMED and f.weight >= FAIR}
    whole = {(f.sentence, f.first, f.stop): f for f in longest}
    return [_explained(sentences[f.sentence], f, names, whole) if f.abbreviation else f for f in found]


def _explained(
    sentence: Sentence,
    short: Found,
    names: Mapping[tuple[int, int], Found],
    whole: Mapping[tuple[int, int, int], Found],
) -> Found:
    full = whole.get((short.sentence, *short.expansion)) if short.expansion else None
    before = names.get((short.sentence, short.first - 1)) if _bracketed(sentence, short) else None
    if before and (full is None or _better(sentence, before, full, short)):
        full = before
    return replace(short, stands_for=key_of(sentence, full)) if full else short


def _better(sentence: Sentence, name: Found, full: Found, short: Found) -> bool:
    """Whether the name before the bracket is what is abbreviated, and the words that fit are only its end."""
    return full.inside(name) and sentence.form(name.first)[:1] == sentence.form(short.first)[:1]


def _bracketed(sentence: Sentence, short: Found) -> bool:
    return sentence.form(short.first - 1) == "(" and sentence.form(short.stop) in {")", ",", ";"}


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
        yield from completions.find(index, sentence, names)
        yield from titles.find(index, sentence, names)
    yield from recurrent.find(sentences)
