"""Another date or time in the manner of the one whose place it takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale, UnknownLocaleError

from termaccord.model import Span
from termaccord.text.analyse import analyser_for
from termaccord.text.analyser import primary_language
from termaccord.text.languages.quantities.registry import customs
from termaccord.text.normalise import fold
from termaccord.text.quantities.quantity import Day
from termaccord.text.refitting.english_number import ordinals

_PIECE = re.compile(r"\d+|[^\W\d_]+")
_GLUED = re.compile(r"\d(?!(?:st|nd|rd|th)\b)[^\W\d_]", re.IGNORECASE)
"""Letters that make an ordinal in a language whose endings we do not know: 1er."""
_CLOCK = re.compile(r"(?P<hour>\d{1,2})(?:(?P<mark>[:.])(?P<minute>\d{2}))?")
_HALF = re.compile(r"(?P<half>[ap])\.?[ \u00a0]?m\b", re.IGNORECASE)
_MONTHS = 12
_NOON = 12
_HOUR = 60
_SHORT_YEAR = 100


@dataclass(frozen=True, slots=True)
class _Slot:
    """A part of a written date."""

    span: Span
    part: str
    """day, month, year."""
    value: int


def dated(written: str, old: Day, new: Day, language: str, model: str = "") -> str | None:
    """
    The day `new` in the manner of a written date that says `old`.

    Parameters
    ----------
    written
        The date in figures, or with the name of the month in any form.
    old, new
        What it says, and what it is to say.
    language
        BCP 47.
    model
        `new` as the other language writes it; tells whether lone figures get a nought where `written` does not show it.

    Returns
    -------
    None where `written` tells a part that `new` does not know, or the month has no such form.

    >>> dated("12 мая 2025 года", Day(12, 5, 2025), Day(3, 9, 2026), "ru")
    '3 сентября 2026 года'

    """
    slots = list(_slots(written, old, language))
    if not slots or _GLUED.search(written):
        return None
    for slot in reversed(slots):
        value = getattr(new, slot.part)
        if value is None:
            return None
        there = slot.span.of(written)
        text = _month(written, slot, value, language) if there.isalpha() else None
        if there.isalpha() and text is None:
            return None
        end = slot.span.end + (there.isalpha() and _stopped(written, slot, language))
        made = text if text is not None else _digits(there, value, slot.part, _padded(written, slots, model))
        written = written[: slot.span.start] + made + written[end:]
    return ordinals(written)


def shown(written: str, day: Day, language: str) -> frozenset[str]:
    """Which parts of a day a written date tells itself: day, month, year."""
    return frozenset(slot.part for slot in _slots(written, day, language))


def _slots(written: str, old: Day, language: str) -> Iterator[_Slot]:
    pieces = [(Span(*m.span()), m[0]) for m in _PIECE.finditer(written)]
    digits = [(span, text) for span, text in pieces if text.isdigit()]
    if len(digits) == 3:
        names = _order([text for _, text in digits], old, language)
        yield from (_Slot(s, n, int(t)) for (s, t), n in zip(digits, names, strict=True))
        return
    months = {fold(name) for name in customs(language).months}
    for span, text in pieces:
        if not text.isdigit():
            if old.month and (fold(text) in months or _form(text, old.month, language)):
                yield _Slot(span, "month", old.month)
        elif len(text) == 4 and int(text) == old.year:
            yield _Slot(span, "year", int(text))
        elif int(text) == old.day:
            yield _Slot(span, "day", int(text))


def _order(texts: list[str], old: Day, language: str) -> tuple[str, ...]:
    """What the three figures of a date mean."""
    if len(texts[0]) == 4:
        return "year", "month", "day"
    first, second = int(texts[0]), int(texts[1])
    if first == second:
        return ("month", "day", "year") if customs(language).day_first is False else ("day", "month", "year")
    return ("day", "month", "year") if (first, second) == (old.day, old.month) else ("month", "day", "year")


def _padded(written: str, slots: list[_Slot], model: str) -> bool:
    """Whether a day or month below ten has a nought."""
    shown = [s.span.of(written) for s in slots if s.part != "year" and s.value < 10]
    if shown:
        return shown[0].startswith("0")
    figures = _PIECE.findall(model)
    if len(figures) == 3 and all(f.isdigit() for f in figures):
        return all(len(f) > 1 for f in figures)
    return len(slots) == 3 and not any(s.span.of(written).isalpha() for s in slots)


def _digits(there: str, value: int, part: str, padded: bool) -> str:
    if part == "year":
        return str(value % _SHORT_YEAR).zfill(2) if len(there) == 2 else str(value)
    return str(value).zfill(2) if padded else str(value)


def _month(written: str, slot: _Slot, value: int, language: str) -> str | None:
    """The name of another month in the form of the one that stands there."""
    there = slot.span.of(written)
    form = _form(there, slot.value, language)
    made = form and _named(form, there, slot.value, value, language)
    if not made:
        return None
    if there.isupper():
        return made.upper()
    return made[:1].upper() + made[1:] if there[:1].isupper() else made


def _form(word: str, month: int, language: str) -> str:
    """Which form of a month's name a word is: of those that CLDR lists, or inflected; empty where it is none."""
    for form, names in _names(language):
        if fold(names[month - 1].rstrip(".")) == fold(word):
            return form
    cited = _nominative(month, language)
    return (
        "inflected" if any(a.lemma == cited and a.case for a in analyser_for(language).analyses(word)) else ""
    )


def _named(form: str, there: str, old: int, new: int, language: str) -> str | None:
    names = dict(_names(language)).get(form)
    if names:
        return names[new - 1]
    analyser = analyser_for(language)
    reading = next(a for a in analyser.analyses(there) if a.lemma == _nominative(old, language) and a.case)
    cited = _nominative(new, language)
    readings = [a for a in analyser.analyses(cited) if a.case == "nom"]
    wanted = frozenset({reading.case, reading.number or "sg"})
    return analyser.inflect(cited, readings[0], wanted) if readings else None


def _nominative(month: int, language: str) -> str:
    return fold(dict(_names(language)).get("stand-alone wide", ("",) * _MONTHS)[month - 1])


def _stopped(written: str, slot: _Slot, language: str) -> bool:
    """Whether the full stop behind an abbreviated month belongs to it."""
    names = dict(_names(language)).get(_form(slot.span.of(written), slot.value, language))
    if not names:
        return False
    return names[slot.value - 1].endswith(".") and written[slot.span.end :][:1] == "."


@cache
def _names(language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The names of the months in every form that CLDR lists, by the name of the form."""
    locale = _locale(language)
    if locale is None:
        return ()
    return tuple(
        (f"{context} {width}", tuple(locale.months[context][width][n] for n in range(1, _MONTHS + 1)))
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
    )


def _locale(language: str) -> Locale | None:
    for tag in (language, primary_language(language)):
        try:
            return Locale.parse(tag.replace("_", "-"), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def timed(written: str, minutes: int, model: str, *, sure: bool) -> str | None:
    """
    A time of day in the manner of a written one.

    Parameters
    ----------
    written
        In figures, by a clock of twelve or of twenty-four hours.
    minutes
        After midnight, what it is to say.
    model
        The same as the other language writes it; tells whether the hour gets a nought where `written` does not.
    sure
        Whether the half of the day is known; a clock of twelve hours needs it.

    >>> timed("3.30 p.m.", 9 * 60 + 5, "09:05", sure=True)
    '9.05 a.m.'

    """
    match, half = _CLOCK.search(written), _HALF.search(written)
    hour, minute = divmod(minutes, _HOUR)
    if match is None or (half and not sure) or (minute and not match["mark"]):
        return None
    told = str((hour % _NOON or _NOON) if half else hour)
    there = match["hour"]
    shown = there if len(there) == 1 or there.startswith("0") else "" if half else model
    clock = told.zfill(2) if shown.startswith("0") else told
    made = f"{written[: match.start()]}{clock}{match['mark'] or ''}{f'{minute:02}' if match['mark'] else ''}"
    rest = written[match.end() :]
    return made + (
        _HALF.sub(lambda m: _like("p" if hour >= _NOON else "a", m["half"]) + m[0][1:], rest, count=1)
    )


def _like(new: str, model: str) -> str:
    return new.upper() if model.isupper() else new
