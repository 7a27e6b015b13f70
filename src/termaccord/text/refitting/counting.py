"""Another number in a number's place: what it governs, in the form that the new one asks for."""

from collections.abc import Callable
from fractions import Fraction
from functools import cache

from babel import Locale, UnknownLocaleError

from termaccord.model import Span
from termaccord.text.analyse import analyser_for
from termaccord.text.analyser import primary_language
from termaccord.text.refitting import english_number, russian_number
from termaccord.text.refitting.number import Count, Recounted

_Door = Callable[[Count], Recounted]


def recounted(
    text: str, span: Span, figures: str, values: tuple[Fraction, Fraction], language: str
) -> Recounted:
    """
    Put another number in the place of one.

    Parameters
    ----------
    text
        The text around.
    span
        The old number in figures.
    figures
        The new one as it is to be written.
    values
        What both say.
    language
        BCP 47.

    >>> recounted("Открыто 5 новых окон", Span(8, 9), "2", (Fraction(5), Fraction(2)), "ru").text
    '2 новых окна'

    """
    old, new = values
    count = Count(text, span, figures, old, new, (category(old, language), category(new, language)))
    return _DOORS.get(analyser_for(language).language, _as_it_is)(count)


def _as_it_is(count: Count) -> Recounted:
    """Without knowledge of a language's forms: safe where its grammar treats both numbers alike."""
    return Recounted(count.span, count.figures, count.turn[0] == count.turn[1])


@cache
def category(number: Fraction, language: str) -> str:
    """
    The plural category of a number (CLDR, Language Plural Rules).

    >>> [category(Fraction(n), "ru") for n in (1, 2, 5, 21)] + [category(Fraction(3, 2), "ru")]
    ['one', 'few', 'many', 'one', 'other']
    """
    for tag in (language, primary_language(language)):
        try:
            form = Locale.parse(tag.replace("_", "-"), sep="-").plural_form
        except (UnknownLocaleError, ValueError):
            continue
        return str(form(int(number) if number.denominator == 1 else float(number)))
    return "other"


_DOORS: dict[str, _Door] = {"en": english_number.recounted, "ru": russian_number.recounted}
