"""What is made for a CAT tool: the tools, the files, and what a tool will not see of what was meant."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import BinaryIO

from termaccord.model import Loss, Message, TranslationUnit


class Tool(StrEnum):
    """The CAT tools that we know the needs of."""

    OMEGAT = "omegat"
    TRADOS = "trados"
    MULTITERM = "multiterm"
    MEMOQ = "memoq"
    WORDFAST = "wordfast"
    WEBLATE = "weblate"
    LOKALIZE = "lokalize"
    PHRASE = "phrase"
    VIRTAAL = "virtaal"


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: a tool, a pair of languages, and how the tool's project calls them."""

    tool: Tool
    source: str
    """BCP 47; a bare language stands for all its regions."""
    target: str
    codes: Mapping[str, str] = field(default_factory=dict)
    """The tool's own code for a language, such as ``{"en": "en-GB"}``; the tool's usual way for the others."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file for the tool."""

    name: str
    """A file name made of the stem that the caller gave: ``terms.ru-en.tbx``."""
    data: bytes
    note: Message
    """One sentence for the user: what it is for and where it goes."""
    languages: tuple[str, str] = ("", "")
    """Source and target; empty where it serves both directions."""


@dataclass(frozen=True, slots=True)
class Made:
    """What was made of a glossary, the first file being the one that is wanted most."""

    files: tuple[MadeFile, ...]
    losses: tuple[Loss, ...] = ()


@dataclass(frozen=True, slots=True)
class StreamedFile:
    """A file that was written to a stream of the caller's."""

    name: str
    note: Message
    units: int
    languages: tuple[str, str] = ("", "")
    """Source and target."""


Units = Callable[[], Iterator[TranslationUnit]]
"""Gives the units from the first one on, the same each time: a large memory is read more than once, and never held."""
Opened = Callable[[str], BinaryIO]
"""Gives the stream for a file of this name; the caller closes it when everything is written."""
Tell = Callable[[Loss], None]
"""Takes a loss as it arises: a large memory may lose more than fits in memory."""
