"""What the plural forms of a language stand for (CLDR)."""

from functools import cache

from babel import Locale, UnknownLocaleError


@cache
def first_form_is_one(language: str) -> bool:
    """
    Whether the first plural form stands for one thing alone; in Russian it stands for 21 as well.

    >>> first_form_is_one("en"), first_form_is_one("ru")
    (True, False)
    """
    try:
        form = Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return True
    return form(1) not in {form(n) for n in (0, 2, 5, 11, 21, 101)}
