"""
Which blocks are a page's furniture and not its text: menus, buttons, crumb trails, cookie banners.

Text that is taken for furniture is lost to everything after, so each sign must be plain.
After boilerpipe (Kohlschütter, Fankhauser and Nejdl 2010): short blocks without sentences, next to others like them.
"""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from termaccord.model import Block, BlockKind

_LANGUAGES = ("de", "en", "es", "fr", "ru")
"""A page's furniture is often in another language than its text, so all are looked up."""
_SECTION = re.compile(r"\[(\w+)\]")
_EDGE = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")
_SEPARATOR = re.compile(r"\s+[/>›»|→·•]\s*|\s*[›»→]\s*")
_SENTENCE_END = re.compile(r"[.!?…;,。！？][\"'»”’)\]]*$")

_MAY_BE_CAPTIONS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})
_PROSE_WORDS = 12
_SHORT_WORDS = 6
_SHORT_SENTENCE = 6
_MENU_WORDS = 4
_MENU_LINES = 3
_CRUMB_WORDS = 5
_BANNER_WORDS = 90
_PATTERN_WORDS = 8
_LONGEST_PHRASE = 200
_OUTSIDE = 20


@dataclass(frozen=True, slots=True)
class Wording:
    """What the languages' files say."""

    always: frozenset[str]
    edges: frozenset[str]
    patterns: tuple[re.Pattern[str], ...]
    notices: tuple[re.Pattern[str], ...]
    captions: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block as the signs see it."""

    text: str
    plain: str
    """Folded, without what is not a letter or digit at its ends."""
    words: int
    prose: bool
    outside: bool
    """Whether it is among the first or last blocks of the page."""
    at_edge: bool
    """Whether it stands before the first or after the last paragraph of the page."""
    run: int
    """How many short lines follow each other here without an empty line between."""
    repeated: bool
    """Whether it stands both before the first and after the last paragraph."""


def mark(text: str, blocks: Sequence[Block], *, marked_up: bool = False) -> tuple[Block, ...]:
    """
    The same blocks, those that are furniture or captions marked so; where there is no prose, nothing is.

    Where the file itself tells what is a heading or a cell, as it does when `marked_up`, a heading above prose and
    a cell are text whatever they say: “Terms of use” may be the title, “Log in” what a table explains.
    """
    pieces = _pieces(text, blocks)
    if not any(piece.prose for piece in pieces):
        return tuple(blocks)  # a list of terms or of menu entries is its own text
    told = _told(blocks, pieces) if marked_up else [False] * len(pieces)
    marked = [
        block.kind is BlockKind.BOILERPLATE
        or (block.prose and any(sign(piece) for sign in (BANNERS if sure else ALONE)))
        for block, piece, sure in zip(blocks, pieces, told, strict=True)
    ]
    _menus(pieces, marked)
    for indexes in (range(len(pieces)), range(len(pieces) - 1, -1, -1)):
        _spread(pieces, marked, [index for index in indexes if not told[index]])
    return tuple(
        _kind(block, piece, furniture) for block, piece, furniture in zip(blocks, pieces, marked, strict=True)
    )


def is_prose(text: str) -> bool:
    """Whether whole sentences stand in a block: many words, or some and the sign that ends a sentence."""
    words = text.count(" ") + text.count("\n") + text.count("\u00a0") + 1
    return words >= _PROSE_WORDS or (words >= _SHORT_SENTENCE and bool(_SENTENCE_END.search(text)))


def _told(blocks: Sequence[Block], pieces: Sequence[_Piece]) -> list[bool]:
    """Which blocks are cells, or headings with prose below them."""
    told: list[bool] = []
    heads = False
    for block, piece in zip(reversed(blocks), reversed(pieces), strict=True):
        heads = piece.prose or (heads and block.kind is BlockKind.HEADING)
        told.append(block.kind is BlockKind.CELL or (heads and block.kind is BlockKind.HEADING))
    return told[::-1]


def is_known(text: str) -> bool:
    """Whether a block says nothing but what no text says: “Back to top”."""
    return len(text) <= _LONGEST_PHRASE and _bare(text) in wording().always


def _kind(block: Block, piece: _Piece, furniture: bool) -> Block:
    if furniture:
        return replace(block, kind=BlockKind.BOILERPLATE)
    if (
        block.kind in _MAY_BE_CAPTIONS
        and piece.words < 2 * _PROSE_WORDS
        and any(one.match(piece.text) for one in wording().captions)
    ):
        return replace(block, kind=BlockKind.CAPTION)
    return block


# -- what is furniture wherever it stands -----------------------------------------------------------------


def says_only_that(piece: _Piece) -> bool:
    """A phrase that no text consists of: “Back to top”."""
    return piece.plain in wording().always


def fits_a_pattern(piece: _Piece) -> bool:
    """“3 hours ago”, “5 min read”, a copyright line."""
    if not piece.plain or piece.words > _PATTERN_WORDS:
        return False
    return any(one.fullmatch(piece.plain) for one in wording().patterns)


def speaks_of_the_site(piece: _Piece) -> bool:
    """A cookie banner, a copyright notice: at the beginning or the end of a page."""
    if not piece.outside or piece.words > _BANNER_WORDS:
        return False
    folded = _folded(piece.text)
    return any(one.search(folded) for one in wording().notices)


def is_crumb_trail(piece: _Piece) -> bool:
    """“Home / News / Summit”, or what is left of one: “News /”."""
    if not piece.at_edge or "«" in piece.text or _SENTENCE_END.search(piece.text):
        return False  # where «quotes» open, » closes them and parts nothing
    parts = [part.strip() for part in _SEPARATOR.split(f"{piece.text} ")]
    named = [part for part in parts if part]
    if len(parts) < 2 or any(len(part.split()) > _CRUMB_WORDS for part in named):
        return False
    known = wording().edges | wording().always
    return parts[-1] == "" or any(_bare(part) in known for part in named)


BANNERS: tuple[Callable[[_Piece], bool], ...] = (speaks_of_the_site,)
ALONE: tuple[Callable[[_Piece], bool], ...] = (
    says_only_that,
    fits_a_pattern,
    *BANNERS,
    is_crumb_trail,
)


# -- what is furniture in company -------------------------------------------------------------------------


def _menus(pieces: list[_Piece], marked: list[bool]) -> None:
    """A run of short lines at the edge of the page, a third of which are known or all of which come twice."""
    start = 0
    while start < len(pieces):
        run = pieces[start].run
        members = pieces[start : start + run]
        if run >= _MENU_LINES and all(_could_be_menu(piece) for piece in members):
            known = sum(
                piece.plain in wording().edges or marked[start + n] for n, piece in enumerate(members)
            )
            if 3 * known >= run or all(piece.repeated for piece in members):
                marked[start : start + run] = [True] * run
        start += max(run, 1)


def _could_be_menu(piece: _Piece) -> bool:
    plain = not any(character.isdigit() for character in piece.text)
    return piece.at_edge and plain and piece.words <= _MENU_WORDS and not _SENTENCE_END.search(piece.text)


def _spread(pieces: list[_Piece], marked: list[bool], indexes: Sequence[int]) -> None:
    """A word such as “Search” is furniture next to furniture, or as the first or last block of the page."""
    last = len(pieces) - 1
    for index in indexes:
        piece = pieces[index]
        if marked[index] or not piece.at_edge or piece.plain not in wording().edges:
            continue
        beside = (index > 0 and marked[index - 1]) or (index < last and marked[index + 1])
        marked[index] = beside or (last > 0 and index in {0, last})


# -- pieces -----------------------------------------------------------------------------------------------


def _pieces(text: str, blocks: Sequence[Block]) -> list[_Piece]:
    texts = [block.span.of(text) for block in blocks]
    prose = [index for index, one in enumerate(texts) if blocks[index].prose and is_prose(one)]
    first, last = (prose[0], prose[-1]) if prose else (len(texts), -1)
    speaking = frozenset(prose)
    plain = [_bare(one) if len(one) <= _LONGEST_PHRASE else "" for one in texts]
    before, after = set(plain[:first]), set(plain[last + 1 :])
    runs = _runs(text, blocks, texts)
    return [
        _Piece(
            one,
            plain[index],
            len(one.split()) if len(one) < 2000 else len(one),
            index in speaking,
            index < _OUTSIDE or index >= len(texts) - _OUTSIDE,
            index < first or index > last,
            runs[index],
            plain[index] in before and plain[index] in after,
        )
        for index, one in enumerate(texts)
    ]


def _runs(text: str, blocks: Sequence[Block], texts: list[str]) -> list[int]:
    """For the first block of a run of neighbouring lines how many there are; 1 for a block by itself, 0 inside."""
    runs = [1] * len(blocks)
    start = 0
    for index in range(1, len(blocks)):
        gap = text[blocks[index - 1].span.end : blocks[index].span.start]
        if len(gap) < 200 and len(gap.splitlines()) <= 2 and gap.count("\n") <= 1 and len(texts[index]) < 200:
            runs[start] += 1
            runs[index] = 0
        else:
            start = index
    return runs


@cache
def wording() -> Wording:
    """Of all languages together."""
    sections: dict[str, list[str]] = {}
    for language in _LANGUAGES:
        lines = files("termaccord.formats.visible.furniture").joinpath(f"{language}.txt").read_text("utf-8")
        section: list[str] = []
        for line in lines.splitlines():
            if named := _SECTION.fullmatch(line):
                section = sections.setdefault(named[1], [])
            elif line and not line.startswith("#"):
                section.append(line)
    return Wording(
        frozenset(map(_bare, sections["always"])),
        frozenset(map(_bare, sections["edges"])),
        _compiled(sections["patterns"]),
        _compiled(sections["notices"]),
        _compiled(sections["captions"]),
    )


def _compiled(patterns: list[str]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _folded(text: str) -> str:
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")).strip()


def _bare(text: str) -> str:
    """Folded, and without bullets, arrows and colons around it."""
    return _EDGE.sub("", _folded(text))
