"""A glossary term as a pattern: which of its words inflect, which agree, which stand still."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import Analyser, Analysis, Word
from termaccord.text.normalise import fold
from termaccord.text.tokens import INVISIBLE, SCRIPTS_WITHOUT_SPACES, marks

ANY = (1 << 36) - 1
"""A form that agrees with everything: one bit for each of 6 cases, 2 numbers and 3 genders."""
_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_NUMBERS = ("sg", "pl")
_GENDERS = ("m", "f", "n")
PLURAL = sum(1 << (case * 6 + 3 + gender) for case in range(6) for gender in range(3))


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a term between spaces and hyphens."""

    key: str
    """What the trie holds: the folded form behind “=”, or a lemma behind “~” where the word inflects."""
    forms: tuple[tuple[str, int], ...] = ()
    """The folded forms it may take, each with its agreement mask; empty where it is the key's form alone."""
    by_lemma: bool = False
    """The forms are not known: the text must be lemmatised."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term ready to be found."""

    slots: tuple[Slot, ...]
    groups: tuple[tuple[int, ...], ...]
    """Slots that must agree, as indices; groups after the first share case and number with it, no gender."""
    loose: frozenset[int]
    """Slots before which the term has punctuation, so that the text may have some other; negated: a dash only."""
    capital: bool
    """An ordinary word when written small: it must have a capital in the text, or quotes around it."""
    titled: bool
    """All its words have capitals, so that the same words written small are no name: High Tide, a high tide."""
    upper: bool
    """An abbreviation in capitals."""
    plural: bool
    """The name is plural and its singular is none."""
    year: bool
    """The term ends in a number of its own."""
    simple: bool
    """Nothing is to be checked but that no punctuation stands inside."""
    opening: str
    """Marks of the term before its first word and behind its last one, found again in the text where they stand."""
    closing: str


_POSSESSIVE = r"(?<=\w)['’ʼ]s(?!\w)"
_ORDINAL = r"\d+[-‐‑][а-яё]{1,3}(?!\w)"


@cache
def _fast() -> re.Pattern[str]:
    return re.compile(rf"{_POSSESSIVE}|({_ORDINAL}|\w+)")


@cache
def _careful() -> re.Pattern[str]:
    """For texts with combining marks, invisible characters or scripts without spaces; several times slower."""
    single, inside = SCRIPTS_WITHOUT_SPACES, marks() + re.escape(INVISIBLE)
    return re.compile(rf"{_POSSESSIVE}|({_ORDINAL}|[{single}][{inside}]*|(?:[^\W{single}]|[{inside}])+)")


@cache
def _special() -> re.Pattern[str]:
    return re.compile(f"[{SCRIPTS_WITHOUT_SPACES}{marks()}{re.escape(INVISIBLE)}]")


def scanner(text: str) -> re.Pattern[str]:
    """
    The pattern whose first group is a part of a word: hyphens and apostrophes divide.

    A possessive ’s matches without the group.
    """
    return _careful() if not text.isascii() and _special().search(text) else _fast()


def mask(reading: Analysis) -> int:
    """The cases, numbers and genders of a reading as bits; what it leaves open is all set."""
    cases = (_CASES.index(reading.case),) if reading.case else range(6)
    numbers = (_NUMBERS.index(reading.number),) if reading.number else range(2)
    open_gender = not reading.gender or reading.number == "pl"
    genders = range(3) if open_gender else (_GENDERS.index(reading.gender),)
    return sum(1 << (c * 6 + n * 3 + g) for c in cases for n in numbers for g in genders)


def genderless(bits: int) -> int:
    """The same cases and numbers in every gender."""
    found = 0
    for cell in range(0, 36, 3):
        if bits >> cell & 7:
            found |= 7 << cell
    return found


def pattern(term: str, language: str) -> Pattern | None:
    """The pattern of a term in citation form; None where the term has no letter and no digit."""
    analyser = analyser_for(language)
    read = words(term, language)
    found = [w for w in read if w.text not in {"'s", "’s"} and scanner(w.text).search(w.text)]
    if not found:
        return None
    read = tuple(w for w in read if found[0].span.start <= w.span.start <= found[-1].span.start)
    place = {word.span: index for index, word in enumerate(found)}
    groups = [
        tuple(place[read[i].span] for i in group if read[i].span in place)
        for group in analyser.agreeing(read)
    ]
    inflecting = {index for group in groups for index in group}
    slots: list[Slot] = []
    places: dict[int, range] = {}
    for index, word in enumerate(found):
        made = _slots(word, analyser, inflects=index in inflecting)
        places[index] = range(len(slots), len(slots) + len(made))
        slots.extend(made)
    capital = len(found) == 1 and _ordinary(found[0])
    upper = len(found) == 1 and found[0].text.isupper() and len(found[0].text) > 1
    titled = len(found) > 1 and _titled(found, analyser)
    breaks = frozenset(_loose(term, len(slots)))
    return Pattern(
        tuple(slots),
        tuple(tuple(i for index in group for i in places[index]) for group in groups if group),
        breaks,
        capital=capital,
        titled=titled,
        upper=upper,
        plural=_plural(found, groups),
        year=found[-1].text[-1].isdigit(),
        simple=not (capital or titled or upper or breaks) and len(inflecting) <= 1,
        opening=term[: found[0].span.start].strip(),
        closing=term[found[-1].span.end :].strip(),
    )


def _slots(word: Word, analyser: Analyser, *, inflects: bool) -> list[Slot]:
    parts = _parts(word.text)
    if not inflects or not word.analyses or word.text.isupper():
        return [Slot(f"={part}") for part in parts]
    readings = _cited(word.analyses)
    made = [(form, mask(a)) for reading in readings for form, a in analyser.forms(word.text, reading)]
    if not made:
        return [*(Slot(f"={part}") for part in parts[:-1]), _by_lemma(word, parts)]
    return _by_form(word, parts, made, sorted({reading.lemma for reading in readings}))


def _by_lemma(word: Word, parts: Sequence[str]) -> Slot:
    """Without generated forms the text's words are lemmatised as they come."""
    lemma = fold(word.analyses[-1].lemma if len(parts) == 1 else parts[-1])
    return Slot(f"~{lemma}", ((parts[-1], ANY),), by_lemma=True)


def _by_form(
    word: Word, parts: Sequence[str], made: Sequence[tuple[str, int]], lemmas: Sequence[str]
) -> list[Slot]:
    forms: list[dict[str, int]] = [{} for _ in parts]
    nominative = sum(7 << cell for cell in (0, 3))
    for form, bits in [(word.text, nominative), *made]:
        split = _parts(form)
        for held, part in zip(forms, split if len(split) == len(parts) else parts, strict=True):
            held[part] = held.get(part, 0) | bits
    name = ",".join(lemmas)
    return [Slot(f"~{name}/{i}", tuple(sorted(held.items()))) for i, held in enumerate(forms)]


def _parts(text: str) -> list[str]:
    return [fold(m.group(1)) for m in scanner(text).finditer(text) if m.group(1)]


def _cited(readings: Sequence[Analysis]) -> list[Analysis]:
    """The readings in which a word stands in a citation form."""
    nominal = [a for a in readings if a.part_of_speech in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}]
    nominative = [a for a in nominal if a.case == "nom"]
    return nominative or nominal or list(readings)


def _loose(term: str, slots: int) -> Iterator[int]:
    """A part before which there is a dash gives its number negated, before other punctuation both."""
    parts = [m for m in scanner(term).finditer(term) if m[1]]
    if len(parts) != slots:
        return
    for index in range(1, slots):
        between = term[parts[index - 1].end() : parts[index].start()]
        if re.search(r"[-‐‑–—]", between):
            yield -index
        if re.search(r"[^\s«»\"“”„'’‘‐‑-]", between):
            yield from (index, -index)


def _ordinary(word: Word) -> bool:
    if not word.text[:1].isupper() or word.text.isupper():
        return False
    return any(a.known and not a.name and a.part_of_speech != "PROPN" for a in word.analyses)


def _titled(found: Sequence[Word], analyser: Analyser) -> bool:
    content = [w for w in found if w.text.lower() not in analyser.function_words and w.text[0].isalpha()]
    return len(content) > 1 and all(w.text[0].isupper() for w in content)


def _plural(found: Sequence[Word], groups: Sequence[Sequence[int]]) -> bool:
    """A capitalised name of several words whose agreeing words can only be plural: «Вооружённые силы»."""
    if not groups or len(found) < 2 or not found[groups[0][0]].text[:1].isupper():
        return False
    bits = ANY
    for index in groups[0]:
        bits &= sum({mask(a) for a in _cited(found[index].analyses) if a.case == "nom"}) or ANY
    return bool(bits & PLURAL) and not bits & ~PLURAL
