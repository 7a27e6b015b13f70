"""The paradigm of a Russian term: all its cases in its own number and in the plural."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from termaccord.text.analyse import Word, words
from termaccord.text.analyser import Analysis
from termaccord.text.languages.russian.agreement import agreeing
from termaccord.text.languages.russian.citation import CASES, Agreement
from termaccord.text.languages.russian.phrase import adjectives, nouns
from termaccord.text.languages.russian.readings import doubtful, forms, inflect, like
from termaccord.text.refitting.russian_case import agrees

_WAYS = 64
"""Combinations of readings that are compared."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The words of a term that inflect together, each with its reading in the nominative."""

    agreement: Agreement
    readings: tuple[tuple[int, Analysis], ...]
    head: str
    """Lemma of its noun."""


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The forms of a term that can be made, by case and number; a number that is empty is the term's own."""

    agreement: Agreement
    """Of the citation form."""
    head: str
    """Lemma of its noun."""
    forms: Mapping[tuple[str, str], str]
    doubtful: frozenset[str] = frozenset()
    """The forms that are those of one of two words with the same citation form."""


@lru_cache(maxsize=1 << 12)
def paradigm(term: str) -> Paradigm | None:
    """All forms of a term; None where nothing in it is a noun that declines."""
    new = words(term, "ru")
    groups = tuple(_groups(new))
    if not groups:
        return None
    own = groups[0].agreement
    made = {
        (case, number): form
        for case in CASES
        for number in ("", "pl")
        if number != own.number and (form := _declined(term, new, groups, case, number)) is not None
    }
    doubts = frozenset(form for (case, number), form in made.items() if _doubtful(new, groups, case, number))
    return Paradigm(own, groups[0].head, made, doubts)


def _groups(new: Sequence[Word]) -> Iterator[_Group]:
    for indexes in agreeing(new):
        group = _group(new, indexes)
        if group is not None:
            yield group


def _group(new: Sequence[Word], indexes: Sequence[int]) -> _Group | None:
    """The readings of the words that agree best, all in the nominative."""
    ways: list[tuple[float, _Group]] = []
    choices = [_nominatives(new[i]) for i in indexes]
    heads = [a for row in choices for a in row if a.part_of_speech != "ADJ"] or [
        a for row in choices for a in row
    ]
    for head in heads[:_WAYS]:
        agreement = Agreement("nom", head.number or "sg", head.gender, head.animate)
        rows = [[a for a in row if agrees(a, agreement)] for row in choices]
        if all(rows):
            best = tuple((i, max(row, key=lambda a: a.score)) for i, row in zip(indexes, rows, strict=True))
            weight = 1.0
            for _, reading in best:
                weight *= reading.score
            ways.append((weight, _Group(agreement, best, head.lemma)))
    return max(ways, key=lambda way: (way[0], str(way[1])))[1] if ways else None


def _nominatives(word: Word) -> list[Analysis]:
    return [a for a in (*nouns(word), *adjectives(word)) if a.case == "nom"]


def _declined(text: str, new: Sequence[Word], groups: Iterable[_Group], case: str, number: str) -> str | None:
    made: dict[int, str] = {}
    for group in groups:
        wanted = replace(group.agreement, case=case, number=number or group.agreement.number)
        for index, reading in group.readings:
            form = _formed(new[index].text, reading, wanted)
            if form is None:
                return None
            made[index] = form
    return joined(text, new, tuple(made.get(i, word.text) for i, word in enumerate(new)))


def _doubtful(new: Sequence[Word], groups: Iterable[_Group], case: str, number: str) -> bool:
    return any(
        doubtful(new[index].text, reading, frozenset({case, number or group.agreement.number}))
        for group in groups
        for index, reading in group.readings
        if reading.part_of_speech == "NOUN"
    )


def _formed(text: str, reading: Analysis, wanted: Agreement) -> str | None:
    """A word in a case and number; adjectives in the gender of their head too, in the accusative by its kind."""
    if (reading.case, reading.number or wanted.number) == (wanted.case, wanted.number):
        return text
    features = {wanted.case, wanted.number}
    adjective = reading.part_of_speech in {"ADJ", "DET"}
    if adjective and wanted.number == "sg" and wanted.gender:
        features.add(wanted.gender)
    if adjective and wanted.case == "acc" and (wanted.number == "pl" or wanted.gender == "m"):
        features.add("animate" if wanted.animate else "inanimate")
    made = inflect(text, reading, frozenset(features))
    if made is not None:
        return made
    rows = (
        form
        for form, a in forms(text, reading)
        if a.case == wanted.case
        and a.number in {"", wanted.number}
        and (wanted.number == "pl" or not a.gender or a.gender == (wanted.gender or a.gender))
    )
    return next((like(text, form) for form in rows), None)


def joined(text: str, found: Sequence[Word], texts: Sequence[str]) -> str:
    """The text with its words replaced one by one."""
    parts, end = [], 0
    for word, new in zip(found, texts, strict=True):
        parts += [text[end : word.span.start], new]
        end = word.span.end
    return "".join((*parts, text[end:]))
