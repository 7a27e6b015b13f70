"""A surname alone, once its bearer has been introduced in full."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termaccord.extract.names.keys import key_of
from termaccord.extract.names.sentence import FAIR, Found, Sentence
from termaccord.model import Category

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who has a surname."""

    surname: str
    full: frozenset[str]
    """Keys of the full names."""


def resolve(sentences: Sequence[Sentence], finds: Sequence[Found]) -> list[Found]:
    """The finds with every lone surname as a person; what else was thought of those words goes."""
    persons = [f for f in finds if f.person]
    bearers = _bearers(sentences, persons)
    if not bearers:
        return list(finds)
    taken = {(f.sentence, i) for f in persons for i in range(f.first, f.stop)}
    alone = [f for i, s in enumerate(sentences) for f in _alone(i, s, bearers, taken)]
    settled = taken | {(f.sentence, f.first) for f in alone}
    single = [f for f in finds if f.person or f.stop - f.first > 1 or (f.sentence, f.first) not in settled]
    return [*single, *alone]


def _bearers(sentences: Sequence[Sentence], persons: Sequence[Found]) -> dict[str, Bearers]:
    """By every lemma that a form of the surname can have."""
    full: dict[str, set[str]] = defaultdict(set)
    lemmas: dict[str, str] = {}
    for found in persons:
        sentence = sentences[found.sentence]
        last = found.stop - 1
        if not sentence.word(last) or len(sentence.form(last)) < 3 or "." in sentence.form(last):
            last = found.first
        surname = found.lemmas.get(last, sentence.form(last))
        full[surname].add(key_of(sentence, found))
        lemmas.setdefault(surname, surname)
        for lemma in sorted(sentence.lemmas(last)):
            lemmas.setdefault(lemma, surname)
    return {lemma: Bearers(surname, frozenset(full[surname])) for lemma, surname in lemmas.items()}


def _alone(index: int, sentence: Sentence, bearers: dict[str, Bearers], taken: set[Place]) -> Iterator[Found]:
    for i in range(len(sentence)):
        if not sentence.capital(i) or sentence.upper(i) or (index, i) in taken or not _single(sentence, i):
            continue
        known = [
            bearers[lemma] for lemma in (sentence.form(i), *sorted(sentence.lemmas(i))) if lemma in bearers
        ]
        if known:
            yield Found(
                index, i, i + 1, Category.PERSON, "surname", FAIR, head=i,
                lemmas={i: known[0].surname}, stands_for=_only(known[0].full),
            )  # fmt: skip


def _only(keys: frozenset[str]) -> str:
    return next(iter(keys)) if len(keys) == 1 else ""


def _single(sentence: Sentence, i: int) -> bool:
    """No part of a longer run of capitals, unless a title stands before it."""
    before = (
        sentence.capital(i - 1)
        and i > 1
        and sentence.form(i - 1) not in sentence.cues.titles | sentence.cues.ranks
    )
    behind = sentence.capital(i + 1) and not sentence.upper(i + 1) and not sentence.tight(i + 1)
    return not behind and not (before and not _office(sentence, i - 1))


def _office(sentence: Sentence, i: int) -> bool:
    return sentence.word(i) and sentence.head(i) is Category.POSITION
