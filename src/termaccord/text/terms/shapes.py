"""A word of a term with all the forms that it may take in a text."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from termaccord.text.analyse import analyser_for
from termaccord.text.analyser import Analyser, Analysis
from termaccord.text.normalise import fold, normalise
from termaccord.text.terms.scanning import parts

ANY = (1 << 36) - 1
"""A form that agrees with everything: one bit for each of 6 cases, 2 numbers and 3 genders."""
PLURAL = sum(1 << (case * 6 + 3 + gender) for case in range(6) for gender in range(3))
_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_NUMBERS = ("sg", "pl")
_GENDERS = ("m", "f", "n")
_NOMINATIVE = 7 | 7 << 3

Forms = Mapping[str, int]
"""Folded forms, or lemmas behind “~”, each with its agreement mask."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A word in its parts between hyphens and apostrophes."""

    fixed: tuple[Forms, ...]
    """Of each part: its own form alone."""
    inflected: tuple[Forms, ...]
    """Of each part: all forms of the word, of which the part is a part."""
    lemma: str = ""
    """Where no forms can be made, the lemma by which the last part is known in a text."""


@lru_cache(maxsize=1 << 17)
def shape(text: str, language: str, *, shortened: bool = False) -> Shape:
    """The shape of a word as it stands in a term; behind a number it may be `shortened` in the text."""
    analyser = analyser_for(language)
    split = tuple(parts(text))
    fixed = tuple(alone(part) for part in split)
    if shortened and (short := dict(analyser.shortened).get(text.lower())):
        fixed = ({split[0]: ANY, short: ANY},)
        return Shape(fixed, ({**shape(text, language).inflected[0], short: ANY},))
    if text.isupper() or not split:
        return Shape(fixed, fixed)
    readings = analyser.analyses(text if text.isascii() else normalise(text).text)
    made = _made(text, cited(readings), analyser)
    if made:
        return Shape(fixed, _by_part(made, split))
    lemma = "~" + fold(readings[-1].lemma if len(split) == 1 else split[-1])
    return Shape(fixed, (*fixed[:-1], {split[-1]: ANY, lemma: ANY}), lemma)


@cache
def alone(form: str) -> Forms:
    """One form that fits everywhere."""
    return {form: ANY}


def cited(readings: Sequence[Analysis]) -> list[Analysis]:
    """The readings in which a word stands in a citation form."""
    nominal = [a for a in readings if a.part_of_speech in {"NOUN", "PROPN", "ADJ", "DET", "NUM"}]
    nominative = [a for a in nominal if a.case == "nom"]
    return nominative or nominal or list(readings)


def mask(reading: Analysis) -> int:
    """The cases, numbers and genders of a reading as bits; what it leaves open is all set."""
    return _mask(reading.case, reading.number, reading.gender)


@cache
def _mask(case: str, number: str, gender: str) -> int:
    cases = (_CASES.index(case),) if case else range(6)
    numbers = (_NUMBERS.index(number),) if number else range(2)
    genders = range(3) if not gender or number == "pl" else (_GENDERS.index(gender),)
    return sum(1 << (c * 6 + n * 3 + g) for c in cases for n in numbers for g in genders)


def genderless(bits: int) -> int:
    """The same cases and numbers in every gender."""
    found = 0
    for cell in range(0, 36, 3):
        if bits >> cell & 7:
            found |= 7 << cell
    return found


def _made(text: str, readings: Sequence[Analysis], analyser: Analyser) -> dict[str, int]:
    """All forms of a word in its citation readings; empty where the language can make none."""
    made = dict(
        _united(
            (form, mask(features)) for reading in readings for form, features in analyser.forms(text, reading)
        )
    )
    if made:
        made[text] = made.get(text, 0) | _NOMINATIVE
    return made


def _by_part(made: Forms, split: Sequence[str]) -> tuple[Forms, ...]:
    if len(split) == 1:
        folded = fold("\n".join(made)).split("\n")
        return (_united(zip(folded, made.values(), strict=True)),)
    rows = [(parts(form), bits) for form, bits in made.items()]
    rows = [(pieces if len(pieces) == len(split) else list(split), bits) for pieces, bits in rows]
    return tuple(_united((pieces[index], bits) for pieces, bits in rows) for index in range(len(split)))


def _united(forms: Iterable[tuple[str, int]]) -> Forms:
    united: dict[str, int] = {}
    for form, bits in forms:
        united[form] = united.get(form, 0) | bits
    return united
