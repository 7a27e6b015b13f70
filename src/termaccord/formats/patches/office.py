"""DOCX and ODT: the runs of the parts that hold text; all other parts are copied as they are packed."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from termaccord.formats import documents
from termaccord.formats.markup.encoding import decoded, encoding
from termaccord.formats.markup.scan import Tag, scan
from termaccord.formats.patches.archive import UnusualArchiveError, replaced
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Change, Layout, Passage, RefusedError, Stretch, spliced
from termaccord.formats.patches.writing import XmlWriter
from termaccord.formats.visible.canvas import Canvas, Piece
from termaccord.formats.visible.package import Characters, End, Package, PackageError, Start, open_package
from termaccord.model import Severity, Span, say

_TAG = re.compile(r"<!--.*?-->|<\?.*?\?>|</?(?:[\w.-]+:)?([\w.-]+)[^>]*>", re.DOTALL)
_LOOKS = re.compile(r"<((?:[\w.-]+:)?rPr)\b(?:[^>]*/>|.*?</\1>)", re.DOTALL)
"""How a run looks (ECMA-376, 17.3.2.28)."""
_CROSSABLE = frozenset(
    {
        *("t", "r", "proofErr", "lastRenderedPageBreak", "permStart", "permEnd"),
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"),
        *("span", "soft-page-break", "bookmark", "bookmark-start", "bookmark-end", "annotation-end"),
    }
)
"""Elements between the runs of a paragraph that say how text looks or mark a place in it."""
_RUN = re.compile(r"<(?:[\w.-]+:)?t(?:\s[^>]*)?>")
_SPACED = re.compile(r"\s|.*\s\Z|.*\s\s", re.DOTALL)
_SIGNATURES = ("META-INF/documentsignatures.xml", "_xmlsignatures/")


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the package in the source of the whole."""

    name: str
    file: Span
    code: Coding


class _Scanned(Package):
    """A package whose parts are read with their places, one behind the other in the order of reading."""

    def __init__(self, package: Package) -> None:
        super().__init__(package.name, package.packed)
        self.parts: list[_Part] = []
        self.source: list[str] = []

    def walk(self, part: str, start: Start, end: End, characters: Characters) -> None:
        data = self.read(part)
        text = decoded(data)
        code = coding(data, text, (encoding(data)[0],))
        if code is None:
            raise UnusualArchiveError
        base = self.parts[-1].file.end if self.parts else 0
        self.parts.append(_Part(part, Span(base, base + len(text)), code))
        self.source.append(text)
        for token in scan(text):
            if not isinstance(token, Tag):
                characters(Piece(token.text, base + token.start, token.length))
                continue
            if token.opens:
                start(token.name, {k.rpartition(":")[2]: value for k, value in token.attributes.items()})
            if token.closes:
                end(token.name)


def layout(data: bytes, name: str) -> Layout | None:
    """Lay out an office file; None where it is damaged or packed in an unusual way."""
    reading = documents.parse(data, name)
    if any(finding.severity is Severity.ERROR for finding in reading.findings):
        return None
    try:
        replaced(data, {})
        package = _Scanned(open_package(data, name))
        canvas = documents.drawn(package)
    except (UnusualArchiveError, PackageError):
        return None
    if any(part.startswith(_SIGNATURES) for part in package.packed.namelist()):
        raise RefusedError(
            say("{file} is signed, and a change would break its signature; change the original", file=name)
        )
    text = reading.value.text
    if canvas.text != text:
        return None
    book = _Book(package, data)
    passage = Passage(text, tuple(_stretches(canvas)))
    return Layout(
        book.source,
        {("", ""): (text, str(len(canvas.blocks)))},
        lambda _: passage,
        book.rebuilt,
        book.written,
        _is_crossable,
        settled=book.settled,
    )


def _stretches(canvas: Canvas) -> Iterator[Stretch]:
    for at, piece in canvas.pieces:
        text = Span(at, at + len(piece.text))
        yield Stretch(text, Span(piece.start, piece.start + piece.length))


def _is_crossable(between: str) -> bool:
    rest = _TAG.sub(lambda tag: "" if (tag[1] or "t") in _CROSSABLE else tag[0], _LOOKS.sub("", between))
    return not rest.strip()


class _Book:
    """The parts of an office file that have been read, as one source."""

    def __init__(self, package: _Scanned, data: bytes) -> None:
        self.source = "".join(package.source)
        self._parts = package.parts
        self._starts = [part.file.start for part in package.parts]
        self._data = data

    def _part(self, at: int) -> _Part:
        return self._parts[bisect_right(self._starts, at) - 1]

    def written(self, text: str, where: Stretch) -> str:
        if any(sign in text for sign in "\n\t\r"):
            raise RefusedError(
                say("“{new}” holds a character that cannot stand there; change it by hand", new=text)
            )
        return XmlWriter(self._part(where.file.start).code).written(text, where)

    def settled(self, changes: Sequence[Change]) -> list[Change]:
        """Say of a run of DOCX that its white space counts, where it now begins or ends with some (XML 1.0, 2.10)."""
        settled: list[Change] = []
        for tag, group in groupby(changes, key=lambda change: self._run(change[0])):
            inside = list(group)
            if tag is not None and "xml:space" not in tag[0]:
                end = self.source.index("<", tag.end())
                moved = [(span.shifted(-tag.end()), new) for span, new in inside]
                if _SPACED.match(spliced(self.source[tag.end() : end], moved)):
                    settled.append((Span(tag.end() - 1, tag.end() - 1), ' xml:space="preserve"'))
            settled += inside
        return settled

    def _run(self, file: Span) -> re.Match[str] | None:
        """The start tag of the run that holds a change; None in ODT."""
        start = self.source.rfind("<", 0, file.start)
        return _RUN.match(self.source, start) if start >= 0 else None

    def rebuilt(self, changes: Sequence[Change]) -> bytes:
        parts: dict[str, bytes] = {}
        for part, group in groupby(changes, key=lambda change: self._part(change[0].start)):
            moved = [(span.shifted(-part.file.start), new) for span, new in group]
            parts[part.name] = part.code.encode(spliced(part.file.of(self.source), moved))
        return replaced(self._data, parts)
