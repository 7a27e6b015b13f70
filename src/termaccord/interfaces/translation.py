"""The words of the interface in the user's language: gettext catalogs kept as PO files."""

import gettext as standard
import io
from functools import cache
from importlib import resources

import polib
from babel.core import default_locale

from termaccord.model import Message


@cache
def _catalog(locale: str) -> standard.NullTranslations:
    language = locale.partition("_")[0]
    file = resources.files("termaccord.interfaces").joinpath(
        "locale", language, "LC_MESSAGES", "termaccord.po"
    )
    if not file.is_file():
        return standard.NullTranslations()
    # Compiled on first use: an installed wheel, a checkout and an editable install all read the same text file.
    return standard.GNUTranslations(io.BytesIO(polib.pofile(file.read_text("utf-8")).to_binary()))


def _locale() -> str:
    return default_locale("LC_MESSAGES") or "en"


def _(text: str) -> str:
    """`text` in the user's language; LANGUAGE, LC_ALL, LC_MESSAGES and LANG decide, as for any gettext program."""
    return _catalog(_locale()).gettext(text) if text else text


def plural(singular: str, many: str, count: int) -> str:
    """
    The form that goes with `count`, with {count} filled in.

    >>> plural("{count} bead", "{count} beads", 1)
    '1 bead'
    """
    return _catalog(_locale()).ngettext(singular, many, count).format(count=count)


def spoken(message: str) -> str:
    """A message from a lower floor in the user's language; plain strings pass through."""
    if not isinstance(message, Message):
        return message
    translated = _(message.template)
    return translated.format(**message.arguments) if message.arguments else translated
