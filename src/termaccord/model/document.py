"""Texts and their parts."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from termaccord.model.span import Span


class BlockKind(StrEnum):
    """What a block of a document is to its reader."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list-item"
    CELL = "cell"
    CAPTION = "caption"
    CODE = "code"
    BOILERPLATE = "boilerplate"
    """Menus, navigation, cookie banners, headers and footers: text that is not the document's own."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell or menu entry; sentences never cross its border."""

    span: Span
    kind: BlockKind = BlockKind.PARAGRAPH

    @property
    def prose(self) -> bool:
        return self.kind not in {BlockKind.BOILERPLATE, BlockKind.CODE}


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence of a document."""

    span: Span
    text: str
    """Exactly the document's text at `span`."""
    block: int = 0
    """Index into the document's blocks; 0 throughout when they are unknown."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text in one language."""

    name: str
    """The id the corpus gives it, else its path."""
    language: str
    """BCP 47."""
    text: str
    """What a reader sees; every span counts code points of this string."""
    blocks: tuple[Block, ...] = ()
    segments: tuple[Segment, ...] = ()
    path: str = ""
    outlet: str = ""
    date: dt.date | None = None
    translation_of: str = ""
    authority: int = 0
    """Higher wins when a preferred rendering must be proposed."""
