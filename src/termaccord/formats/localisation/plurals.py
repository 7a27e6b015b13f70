"""Plural forms by their names in CLDR."""

from functools import cache

from babel import Locale, UnknownLocaleError

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""Unicode Technical Standard 35, part 3, section 5.1."""


@cache
def categories(language: str) -> tuple[str, ...]:
    """
    The forms that a language has, in CLDR's order.

    >>> categories("ru"), categories("en")
    (('one', 'few', 'many', 'other'), ('one', 'other'))
    """
    try:
        rules = Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return ("one", "other")
    held = {*rules.tags, "other"}
    return tuple(name for name in CATEGORIES if name in held)


def rank(category: str, language: str) -> int:
    """
    Which form of a language this is, counted from 0 as gettext counts them.

    >>> rank("few", "ru"), rank("other", "en")
    (1, 1)
    """
    known = categories(language)
    return known.index(category) if category in known else len(known) + CATEGORIES.index(category)


@cache
def integer_forms(language: str) -> int:
    """
    How many forms whole numbers need, which is as many as gettext and Qt know of a language.

    >>> integer_forms("ru"), integer_forms("en"), integer_forms("ja")
    (3, 2, 1)
    """
    try:
        rules = Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return 2
    return len({rules(number) for number in range(201)})
