"""Russian: readings and forms of words, of the dictionary and beyond it."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from termaccord.text.analyser import Analysis
from termaccord.text.languages.russian.dictionary import in_our_words, lemma, lexeme, parses
from termaccord.text.languages.russian.names import GUESSED, SURNAMES, declension, guesses

_GRAMMEMES = {
    "nom": "nomn", "gen": "gent", "dat": "datv", "acc": "accs", "ins": "ablt", "loc": "loct",
    "sg": "sing", "pl": "plur", "m": "masc", "f": "femn", "n": "neut",
    "animate": "anim", "inanimate": "inan",
}  # fmt: skip
_COMPOUND = "compound "
_ORDINAL = "ordinal"


LONGEST = 100
"""Letters of a word that is read; the longest Russian word in use has 55, and the dictionary recurses by letters."""
MOST_HYPHENS = 6
"""Hyphens in a word that is read."""


@lru_cache(maxsize=1 << 17)
def analyses(form: str) -> tuple[Analysis, ...]:
    """
    All readings of a form, likeliest first; equal readings are merged and their scores added.

    Capitalised forms that the dictionary does not hold are also read as names by their endings.
    """
    if ordinal := _ordinal(form):
        return ordinal
    nameless = not all(unicodedata.name(c, "") for c in form)  # pymorphy3 asks for names: Tangut has none
    if nameless or len(form) > LONGEST or form.count("-") > MOST_HYPHENS:
        return (Analysis(form.lower(), "X", known=False),)
    readings = _merged(map(in_our_words, parses(form)))
    if readings[0].known or form.isupper():
        return readings
    if "-" in form.strip("-") and (form[:1].isupper() or readings[0].part_of_speech == "NOUN"):
        return _compound(form)
    return _as_name(form, readings) if form[:1].isupper() else readings


def _merged(readings: Iterable[Analysis]) -> tuple[Analysis, ...]:
    merged: dict[tuple[object, ...], Analysis] = {}
    for a in readings:
        key = (a.lemma, a.part_of_speech, a.case, a.number, a.gender, a.animate, a.name, a.known)
        held = merged.get(key)
        merged[key] = replace(held, score=held.score + a.score) if held else a
    return tuple(sorted(merged.values(), key=lambda a: -a.score))


def _as_name(form: str, readings: tuple[Analysis, ...]) -> tuple[Analysis, ...]:
    """A surname by its suffix is certain; otherwise the dictionary's guess and ours count half each."""
    if any(a.name == "surname" and a.number == "sg" for a in readings):
        return _shared(a for a in readings if a.name == "surname" or _adjective(a))
    nominal = [a for a in readings if a.part_of_speech in {"NOUN", "PROPN", "ADJ"} and a.case]
    if nominal and all(map(_adjective, nominal)):
        return _shared(nominal)
    guessed = guesses(form)
    if form.lower().endswith(SURNAMES):
        return guessed
    halves = [replace(a, score=a.score / 2) for a in (*_shared(nominal), *guessed)]
    return _shared(_merged(halves)) if halves else readings


def _adjective(reading: Analysis) -> bool:
    return reading.part_of_speech == "ADJ" and bool(reading.case) and reading.lemma[-2:] in {"ий", "ый", "ой"}


def _shared(readings: Iterable[Analysis]) -> tuple[Analysis, ...]:
    """Scores that add up to one."""
    held = tuple(readings)
    total = sum(a.score for a in held) or 1.0
    return tuple(replace(a, score=a.score / total) for a in held)


def _compound(form: str) -> tuple[Analysis, ...]:
    """An unknown hyphenated name: its last part declines, the first one only where it agrees («города-порта»)."""
    left, _, right = form.rpartition("-")
    return tuple(
        replace(a, lemma=f"{_left_lemma(left, a)}-{a.lemma}", tag=_COMPOUND + a.tag, known=False)
        for a in analyses(right)
    )


def _left_lemma(left: str, right: Analysis) -> str:
    for a in analyses(left):
        if right.case not in {"", "nom"} and a.known and (a.case, a.number) == (right.case, right.number):
            return a.lemma
    return left.lower()


# Letter endings of ordinals in digits: Lopatin (ed.), Rules of Russian Orthography (2006), § 112.
_ORDINAL_FORM = re.compile(r"(\d+)-(ый|ой|ий|го|му|ым|ом|ая|ую|ое|ые|ых|ыми|й|м|я|ю|е|х|ми)")
_ORDINAL_CASES = {
    "й": "m:nom m:acc f:gen f:dat f:ins f:loc", "го": "m:gen n:gen m:acc", "му": "m:dat n:dat",
    "м": "m:ins m:loc n:ins n:loc pl:dat", "я": "f:nom", "ю": "f:acc", "е": "n:nom n:acc pl:nom pl:acc",
    "х": "pl:gen pl:loc pl:acc", "ми": "pl:ins",
}  # fmt: skip
_ORDINAL_NOMINATIVE = {"m": "й", "f": "я", "n": "е", "": "е"}


def _ordinal(form: str) -> tuple[Analysis, ...]:
    match = _ORDINAL_FORM.fullmatch(form)
    if not match:
        return ()
    ending = next(e for e in ("ми", "го", "му", "й", "м", "я", "ю", "е", "х") if match[2].endswith(e))
    readings = [tuple(cell.split(":")) for cell in _ORDINAL_CASES[ending].split()]
    return tuple(
        Analysis(
            lemma=f"{match[1]}-й",
            part_of_speech="ADJ",
            case=case,
            number="pl" if gender == "pl" else "sg",
            gender="" if gender == "pl" else gender,
            score=1 / len(readings),
            tag=_ORDINAL,
        )
        for gender, case in readings
    )


def inflect(form: str, reading: Analysis, wanted: frozenset[str]) -> str | None:
    """The form with other features, its capitals kept; None where there is no such form or none can be made."""
    if reading.tag.startswith(_COMPOUND):
        return _inflected_compound(form, reading, wanted)
    if reading.tag == _ORDINAL:
        return _ordinal_nominative(reading, wanted) if "nom" in wanted else None
    if reading.tag == GUESSED:
        return like(form, reading.lemma) if wanted <= {"nom", "sg", reading.number, reading.gender} else None
    found = _inflected(form, reading, wanted)
    return None if found is None else like(form, found)


def _inflected_compound(form: str, reading: Analysis, wanted: frozenset[str]) -> str | None:
    left, _, right = form.rpartition("-")
    left_lemma, _, right_lemma = reading.lemma.rpartition("-")
    made = inflect(
        right, replace(reading, tag=reading.tag.removeprefix(_COMPOUND), lemma=right_lemma), wanted
    )
    if made is None or left_lemma == left.lower():
        return None if made is None else f"{left}-{made}"
    same = (a for a in analyses(left) if (a.lemma, a.case) == (left_lemma, reading.case))
    first = next((inflect(left, a, wanted - {"m", "f", "n"}) for a in same), None)
    return f"{first or like(left, left_lemma)}-{made}"


def _ordinal_nominative(reading: Analysis, wanted: frozenset[str]) -> str:
    number = reading.lemma.partition("-")[0]
    gender = next((g for g in ("m", "f", "n") if g in wanted), reading.gender)
    return f"{number}-{_ORDINAL_NOMINATIVE['' if 'pl' in wanted else gender]}"


@lru_cache(maxsize=1 << 15)
def _inflected(form: str, reading: Analysis, wanted: frozenset[str]) -> str | None:
    for parse in parses(form):
        if str(parse.tag) == reading.tag and lemma(parse) == reading.lemma:
            other = parse.inflect(frozenset(_GRAMMEMES[w] for w in wanted))
            return None if other is None else _spelled(form, str(parse.word), str(other.word))
    return None


@lru_cache(maxsize=1 << 15)
def doubtful(form: str, reading: Analysis, wanted: frozenset[str]) -> bool:
    """Whether two words are spelt like this and part in other features: «судно» has «судов» and «суден»."""
    meant = (p for p in parses(form) if str(p.tag) == reading.tag and lemma(p) == reading.lemma)
    made = (parse.inflect(frozenset(_GRAMMEMES[w] for w in wanted)) for parse in meant)
    return len({str(other.word) for other in made if other is not None}) > 1


def _spelled(form: str, dictionary: str, made: str) -> str:
    """The dictionary writes ё everywhere; a text that writes е in the form it gives does so in every form."""
    return made.replace("ё", "е") if dictionary.count("ё") > form.lower().count("ё") else made


def like(model: str, form: str) -> str:
    """A form with the capitals of another, part by part at hyphens."""
    parts, models = form.split("-"), model.split("-")
    if len(parts) != len(models):
        models = [model] * len(parts)
    return "-".join(_cased(part, sample) for part, sample in zip(parts, models, strict=True))


def _cased(form: str, model: str) -> str:
    if len(model) > 1 and model.isupper():
        return form.upper()
    if model[:1].isupper():
        return form[:1].upper() + form[1:]
    return form


def forms(form: str, reading: Analysis) -> tuple[tuple[str, Analysis], ...]:
    """All forms of a word in one of its readings; a participle's are those of the participle alone."""
    if reading.tag == _ORDINAL:
        return _ordinal_forms(reading)
    if reading.tag == GUESSED:
        return declension(reading)
    if reading.tag.startswith(_COMPOUND):
        return _compound_forms(form, reading)
    made = _lexeme(form.lower(), reading)
    return made + declension(guesses(form)[0]) if likely_surname(form, reading) else made


def likely_surname(form: str, reading: Analysis) -> bool:
    """Whether a capitalised plural may be a surname that the dictionary does not hold: Мостов, Кустов."""
    plural = reading.number == "pl" and reading.case in {"gen", "acc"}
    return plural and form.istitle() and form.endswith(SURNAMES)


@lru_cache(maxsize=1 << 15)
def _lexeme(form: str, reading: Analysis) -> tuple[tuple[str, Analysis], ...]:
    """The forms of all words that this may be: «судно» has «суда» or «судна»."""
    meant = (p for p in parses(form) if str(p.tag) == reading.tag and lemma(p) == reading.lemma)
    return tuple(made for parse in meant for made in lexeme(parse))


def _ordinal_forms(reading: Analysis) -> tuple[tuple[str, Analysis], ...]:
    number = reading.lemma.partition("-")[0]
    return tuple(
        (f"{number}-{ending}", a) for ending in _ORDINAL_CASES for a in _ordinal(f"{number}-{ending}")
    )


def _compound_forms(form: str, reading: Analysis) -> tuple[tuple[str, Analysis], ...]:
    left, _, right = form.rpartition("-")
    left_lemma, _, right_lemma = reading.lemma.rpartition("-")
    part = replace(reading, tag=reading.tag.removeprefix(_COMPOUND), lemma=right_lemma)
    declined = {
        (a.case, a.number): made
        for b in analyses(left)
        if b.known and b.case == "nom" and b.part_of_speech == "NOUN"
        for made, a in forms(left, b)
    }
    fixed = [(f"{left_lemma}-{made}", a) for made, a in forms(right, part)]
    both = [
        (f"{declined[a.case, a.number]}-{made}", a)
        for made, a in forms(right, part)
        if (a.case, a.number) in declined
    ]
    return tuple(fixed + both)
