"""The words of the interface in the user's language: gettext catalogs kept as PO files."""

import gettext as standard
import io
import os
from functools import cache
from importlib import resources

import polib

from termaccord.model import Message

OURS = "termaccord"
CLICK = "click"
"""What the command-line library itself says: usage, options, wrong values."""


def language() -> str:
    """The first language asked for that there is a catalog of, else English; the variables are those of gettext."""
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        asked = os.environ.get(variable)
        if asked:
            known = (_language_of(locale) for locale in asked.split(":"))
            return next((tag for tag in known if tag == "en" or _is_known(tag)), "en")
    return "en"


@cache
def _is_known(tag: str) -> bool:
    return _file(OURS, tag).is_file()


def _language_of(locale: str) -> str:
    return locale.partition(".")[0].replace("-", "_").partition("_")[0].lower()


def _file(domain: str, tag: str) -> resources.abc.Traversable:
    return resources.files("termaccord.interfaces").joinpath("locale", tag, "LC_MESSAGES", f"{domain}.po")


@cache
def _catalog(domain: str, tag: str) -> standard.NullTranslations:
    file = _file(domain, tag)
    if not file.is_file():
        return standard.NullTranslations()
    # Compiled on first use: an installed wheel, a checkout and an editable install all read the same text file.
    return standard.GNUTranslations(io.BytesIO(polib.pofile(file.read_text("utf-8")).to_binary()))


def _(text: str) -> str:
    """`text` in the user's language; LANGUAGE, LC_ALL, LC_MESSAGES and LANG decide, as for any gettext program."""
    return _catalog(OURS, language()).gettext(text) if text else text


def plural(singular: str, many: str, count: int, **others: object) -> str:
    """
    The form that goes with `count`, with {count} and whatever else stands in it filled in.

    >>> plural("{count} bead", "{count} beads", 1)
    '1 bead'
    """
    return _catalog(OURS, language()).ngettext(singular, many, count).format(count=count, **others)


def two(singular: str, many: str) -> tuple[str, str]:
    """The forms of a sentence for `plural` in a table; Babel collects them by the name of this function."""
    return singular, many


def spoken(message: str) -> str:
    """A message from a lower floor in the user's language, and the messages inside it; plain strings pass through."""
    if not isinstance(message, Message):
        return message
    translated = _(message.template)
    inner = {k: spoken(v) if isinstance(v, Message) else v for k, v in message.arguments.items()}
    return translated.format(**inner) if inner else translated


def teach_click() -> None:
    """
    Let click speak the user's language too.

    click asks gettext's default domain, for which gettext knows only compiled files in a system folder;
    so the two functions behind that domain answer from our catalog.
    """

    def dgettext(domain: str, message: str) -> str:  # noqa: ARG001  # gettext's signature
        return _catalog(CLICK, language()).gettext(message)

    def dngettext(domain: str, msgid1: str, msgid2: str, n: int) -> str:  # noqa: ARG001  # gettext's signature
        return _catalog(CLICK, language()).ngettext(msgid1, msgid2, n)

    standard.dgettext, standard.dngettext = dgettext, dngettext
