"""Readings of Russian names that no dictionary holds, from their endings."""

from dataclasses import dataclass

from termaccord.text.analyser import Analysis

_CONSONANT = "бвгджзклмнпрстфхцчшщ"


@dataclass(frozen=True, slots=True)
class _Ending:
    """One row: a form that ends so, after such a letter, may be this case of a name with that nominative."""

    ending: str
    nominative: str
    case: str
    gender: str
    weight: float
    after: str = _CONSONANT
    number: str = "sg"
    surname: bool = False
    """Only behind the suffixes of Russian surnames."""


# Declension of surnames, given names and places: Zaliznyak, Grammatical Dictionary of Russian (2003), appendix
# of proper names; Kalakutskaya, Declension of Surnames and Personal Names (1984). The weights are priors between
# readings of one ending, set by hand: nominatives and masculine oblique forms are commoner in print.
# A name in -а or -я may be a man’s or a woman’s.
_ENDINGS = (
    _Ending("", "", "nom", "m", 1.0),
    _Ending("", "", "acc", "m", 0.2),
    *(_Ending("", "", case, "f", 0.03) for case in ("nom", "gen", "dat", "acc", "ins", "loc")),
    _Ending("а", "", "gen", "m", 0.4),
    _Ending("а", "", "acc", "m", 0.2),
    _Ending("а", "а", "nom", "", 0.4),
    _Ending("у", "", "dat", "m", 0.6),
    _Ending("у", "а", "acc", "", 0.4),
    _Ending("ом", "", "ins", "m", 1.0),
    _Ending("ым", "", "ins", "m", 1.0, surname=True),
    _Ending("ых", "", "gen", "", 0.2, number="pl", surname=True),
    _Ending("ем", "", "ins", "m", 1.0, "жцчшщ"),
    _Ending("е", "", "loc", "m", 0.5),
    _Ending("е", "а", "dat", "", 0.25),
    _Ending("е", "а", "loc", "", 0.25),
    _Ending("ы", "а", "gen", "", 0.6),
    _Ending("ы", "", "nom", "m", 0.2, number="pl"),
    _Ending("ой", "а", "ins", "", 0.9),
    _Ending("ей", "а", "ins", "", 0.6, "жцчшщ"),
    _Ending("и", "а", "gen", "", 0.4, "гкхжчшщ"),
    _Ending("и", "я", "gen", "", 0.12),
    _Ending("и", "ь", "gen", "f", 0.1),
    _Ending("ь", "ь", "nom", "m", 0.6),
    _Ending("ь", "ь", "nom", "f", 0.3),
    _Ending("я", "я", "nom", "", 0.5, _CONSONANT + "аеиоуы"),
    _Ending("я", "ь", "gen", "m", 0.4),
    _Ending("я", "й", "gen", "m", 0.4, "аеиоуыэюя"),
    _Ending("ю", "ь", "dat", "m", 0.5),
    _Ending("ю", "й", "dat", "m", 0.5, "аеиоуыэюя"),
    _Ending("ю", "я", "acc", "", 0.4, _CONSONANT + "аеиоуы"),
    _Ending("ем", "ь", "ins", "m", 0.6),
    _Ending("ем", "й", "ins", "m", 0.8, "аеиоуыэюя"),
    _Ending("й", "й", "nom", "m", 0.8, "аеиоуыэюя"),
    _Ending("ией", "ия", "ins", "", 0.9),
    _Ending("ей", "я", "ins", "", 0.4),
    _Ending("ии", "ия", "gen", "", 0.5),
    _Ending("ии", "ий", "loc", "m", 0.2),
    _Ending("ии", "ия", "loc", "", 0.4),
)
SURNAMES = ("ов", "ев", "ёв", "ин", "ын")
"""Suffixes of Russian surnames in the masculine nominative."""
_CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
_INDECLINABLE = {"о": 0.9, "э": 0.9, "е": 0.15, "и": 0.5, "у": 0.2, "ю": 0.2, "ы": 0.1, "а": 0.04, "я": 0.04}
GUESSED = "guessed"
"""The tag of a reading made here: only its lemma can be formed."""


def guesses(form: str) -> tuple[Analysis, ...]:
    """Readings of an unknown name by its ending, scores adding up to one; a form of under three letters has none."""
    low = form.lower()
    if len(low) < 3:
        return ()
    if low.endswith(SURNAMES):
        return (_scored((low, "nom", "sg", "m"), 1.0),)
    readings = [_declined(low, row) for row in _ENDINGS if _fits(low, row)] + _fixed(low)
    total = sum(weight for _, weight in readings)
    return tuple(_scored(reading, weight / total) for reading, weight in readings)


def _fits(low: str, row: _Ending) -> bool:
    stem = low[: len(low) - len(row.ending)]
    return low.endswith(row.ending) and len(stem) >= 2 and _behind(stem, row)


def _behind(stem: str, row: _Ending) -> bool:
    return stem[-1] in row.after and (not row.surname or stem.endswith(SURNAMES))


def _declined(low: str, row: _Ending) -> tuple[tuple[str, str, str, str], float]:
    stem = low[: len(low) - len(row.ending)]
    return (stem + row.nominative, row.case, row.number, row.gender), row.weight


def _fixed(low: str) -> list[tuple[tuple[str, str, str, str], float]]:
    """Foreign names in a vowel do not decline: one reading a case and gender."""
    weight = _INDECLINABLE.get(low[-1], 0.0)
    gender = "n" if low[-1] in "оеэ" else "m"
    return [((low, case, "sg", gender), weight / len(_CASES)) for case in _CASES] if weight else []


def _scored(reading: tuple[str, str, str, str], score: float) -> Analysis:
    lemma, case, number, gender = reading
    return Analysis(
        lemma, "PROPN", case, number, gender, name="surname", score=score, tag=GUESSED, known=False
    )


def declension(reading: Analysis) -> tuple[tuple[str, Analysis], ...]:
    """The forms of a name that `guesses` has read, by the rows that lead to its nominative."""
    made: list[tuple[str, Analysis]] = []
    for row in _ENDINGS:
        stem = reading.lemma[: len(reading.lemma) - len(row.nominative)]
        if not reading.lemma.endswith(row.nominative) or not stem or not _behind(stem, row):
            continue
        if row.gender in {"", reading.gender} or not reading.gender:
            made.append(
                (stem + row.ending, Analysis("", case=row.case, number=row.number, gender=row.gender))
            )
    return tuple(made) + tuple((reading.lemma, Analysis("", case=case)) for case in _CASES if not made)
