"""
XML from outside, piece by piece: decoded, mended and bounded before a parser sees it.

Expat and not lxml, because it reports the line of everything, keeps what stands before a break, and builds no tree.
"""

import codecs
import re
from collections.abc import Callable, Iterator
from html.entities import html5
from typing import BinaryIO
from xml.parsers import expat

from termaccord.formats.markup.encoding import encoding
from termaccord.formats.markup.text import ILLEGAL
from termaccord.model import Finding, Place, Severity, say

PIECE = 1 << 16
"""Bytes read at a time."""
LONGEST_TAG = 1 << 22
"""A tag, comment or declaration of more bytes than this is an attack or no XML."""
LONGEST_TEXT = 1 << 24
"""Characters of one element's text."""
DEEPEST = 100
LONGEST_ENTITY = 1000

NO_CONTENT = b"\xef\xbb\xbf\xfe\xff\x00 \t\r\n"
"""Byte order marks and white space, in any encoding of Unicode."""
CONTROLS = bytes(i for i in range(32) if i not in {9, 10, 13})
REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));")
BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z_][\w.-]*);)")
DOUBTFUL = re.compile(rb"&(?![A-Za-z_][\w.-]*;)")
UNFINISHED = re.compile(r"&[#\w.-]{0,40}$")


class RefusedError(Exception):
    """Raised inside a parser's handlers to end the reading; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


class Source:
    """
    One XML stream on its way into an expat parser whose handlers the caller has set.

    Iterating `pump` parses; after each piece the caller may hand on what its handlers have gathered.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self.name = name
        self.findings: list[Finding] = []
        self.parser = expat.ParserCreate("utf-8")
        self.parser.buffer_text = True
        self.parser.buffer_size = 1 << 16
        self.parser.EntityDeclHandler = self._entity_declared
        self.parser.UseForeignDTD(True)  # an undefined entity is then skipped and told, not fatal
        self._stream = stream
        self._encoding = "utf-8"
        self._lines = 0
        self._in_cdata = False
        self._reported: set[str] = set()
        self._begun = False

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber

    def report(self, code: str, message: str, severity: Severity = Severity.WARNING, line: int = 0) -> None:
        """Keep a finding at the line being parsed."""
        self.findings.append(Finding(code, message, Place(self.name, line=line or self.line), severity))

    def report_once(
        self, code: str, message: str, severity: Severity = Severity.WARNING, line: int = 0
    ) -> None:
        """Keep a finding whose message has not been reported of this file."""
        if message not in self._reported:
            self._reported.add(message)
            self.report(code, message, severity, line)

    def refuse(self, code: str, message: str) -> RefusedError:
        """The exception that ends the reading here."""
        return RefusedError(Finding(code, message, Place(self.name, line=self.line), Severity.ERROR))

    def pump(self) -> Iterator[None]:
        """Parse the stream; what goes wrong is kept in `findings` and ends the reading."""
        fed = 0
        try:
            for piece in self._pieces():
                self.parser.Parse(piece, False)
                fed += len(piece)
                self._lines += piece.count(b"\n") if isinstance(piece, bytes) else piece.count("\n")
                if fed - self.parser.CurrentByteIndex > 2 * LONGEST_TAG:
                    raise self.refuse(
                        "F004",
                        say(
                            "{file} holds a tag of several megabytes; nothing after it is read",
                            file=self.name,
                        ),
                    )
                yield
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            self.findings.append(self._not_well_formed(error))
        except RefusedError as error:
            self.findings.append(error.finding)
        yield

    def _not_well_formed(self, error: expat.ExpatError) -> Finding:
        message = say(
            "{file} is not well-formed XML from line {line} on ({why}); what stands before it has been read",
            file=self.name,
            line=error.lineno,
            why=expat.ErrorString(error.code),
        )
        column: int | None = error.offset + 1
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]:
            column = None
            message = say("{file} is empty; there is nothing to read", file=self.name)
            if self._begun:
                message = say(
                    "{file} breaks off in line {line}; what stands before it has been read",
                    file=self.name,
                    line=error.lineno,
                )
        return Finding("F001", message, Place(self.name, line=error.lineno, column=column), Severity.ERROR)

    def _entity_declared(
        self,
        name: str,
        is_parameter: bool,
        value: str | None,
        base: str | None,  # noqa: ARG002 - expat's signature
        system: str | None,
        public: str | None,  # noqa: ARG002
        notation: str | None,  # noqa: ARG002
    ) -> None:
        if value is None:
            message = say(
                "the external entity {name} ({system}) is never fetched; its text is missing",
                name=name,
                system=system,
            )
            self.report("F005", message)
        elif not is_parameter and ("&" in value or len(value) > LONGEST_ENTITY):
            message = say(
                "the entity {name} could grow without end; {file} is not read", name=name, file=self.name
            )
            raise self.refuse("F005", message)

    # -- bytes to clean text ---------------------------------------------------------------------------------

    def _pieces(self) -> Iterator[bytes | str]:
        first = self._stream.read(PIECE)
        start = first.lstrip(NO_CONTENT)
        self._begun = bool(start)
        if start and not start.startswith(b"<"):
            message = say(
                "{file} is no XML, whatever its name says; check that it is the right file", file=self.name
            )
            raise self.refuse("F002", message)
        decode = self._decoder(first)
        kept = ""
        while first:
            following = self._stream.read(PIECE)
            piece = decode(first, not following)
            if kept or isinstance(piece, str) or _suspicious(piece):
                text = kept + (piece if isinstance(piece, str) else piece.decode())
                text, kept = _whole(text) if following else (text, "")
                yield self._mended(text)
            else:
                yield piece
            first = following
        if kept:
            yield self._mended(kept)

    def _decoder(self, start: bytes) -> Callable[[bytes, bool], bytes | str]:
        self._encoding = self._sniffed(start)
        if self._encoding in {"utf-8", "utf-8-sig"}:
            return Utf8(self._undecodable, codecs.BOM_UTF8 if self._encoding == "utf-8-sig" else b"")
        decoder = codecs.getincrementaldecoder(self._encoding)("replace")

        def decode(piece: bytes, final: bool) -> str:
            text = decoder.decode(piece, final)
            if "\ufffd" in text:
                self._undecodable(text.count("\n", 0, text.index("\ufffd")))
            return text

        return decode

    def _sniffed(self, start: bytes) -> str:
        name, unknown = encoding(start)
        if unknown:
            message = say(
                "{file} declares the unknown encoding {encoding}; it is read as UTF-8",
                file=self.name,
                encoding=unknown,
            )
            self.report("F003", message, line=1)
        return name

    def _undecodable(self, lines_on: int) -> None:
        message = say(
            "{file} holds bytes that are not {encoding}; they are read as “\ufffd”: save the file again as UTF-8",
            file=self.name,
            encoding=self._encoding.removesuffix("-sig").upper(),
        )
        self.report_once("F003", message, Severity.ERROR, self._lines + lines_on + 1)

    def _mended(self, text: str) -> str:
        """The text without characters that XML forbids, and with ampersands that begin nothing escaped."""
        if ILLEGAL.search(text):
            message = say("a character that XML does not allow is read as “\ufffd” in {file}", file=self.name)
            self._report_mend(text, ILLEGAL, "F006", message)
            text = ILLEGAL.sub("\ufffd", text)
        if "<![CDATA[" in text or self._in_cdata:
            self._in_cdata = (
                text.rfind("<![CDATA[") > text.rfind("]]>") if "<![CDATA[" in text else "]]>" not in text
            )
            return text
        text = REFERENCE.sub(self._referenced, text)
        if BARE_AMPERSAND.search(text):
            message = say("an ampersand that begins no entity is read as itself in {file}", file=self.name)
            self._report_mend(text, BARE_AMPERSAND, "F007", message)
            text = BARE_AMPERSAND.sub("&amp;", text)
        return text

    def _referenced(self, match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        number = int(digits, 16 if match[1] else 10) if len(digits) < 12 else 0x110000
        if number < 0x110000 and not ILLEGAL.match(chr(number)):
            return match[0]
        line = self._lines + match.string.count("\n", 0, match.start()) + 1
        message = say("a character that XML does not allow is read as “\ufffd” in {file}", file=self.name)
        self.report_once("F006", message, line=line)
        return "\ufffd"

    def _report_mend(self, text: str, pattern: re.Pattern[str], code: str, message: str) -> None:
        found = pattern.search(text)
        line = self._lines + text.count("\n", 0, found.start() if found else 0) + 1
        self.report_once(code, message, line=line)


class Utf8:
    """An incremental check of UTF-8 that hands good bytes on untouched; a decoder only where it must."""

    def __init__(self, complain: Callable[[int], None], mark: bytes) -> None:
        self._complain = complain
        self._mark = mark
        self._kept = b""

    def __call__(self, piece: bytes, final: bool) -> bytes | str:
        piece = self._kept + piece.removeprefix(self._mark)
        self._kept = self._mark = b""
        try:
            piece.decode()
        except UnicodeDecodeError as error:
            if error.end == len(piece) and not final and error.reason == "unexpected end of data":
                self._kept = piece[error.start :]
                return piece[: error.start]
            self._complain(piece.count(b"\n", 0, error.start))
            return piece.decode(errors="replace")
        return piece


def _suspicious(piece: bytes) -> bool:
    """Whether the piece may hold what must be mended."""
    return DOUBTFUL.search(piece) is not None or len(piece.translate(None, CONTROLS)) != len(piece)


def _whole(text: str) -> tuple[str, str]:
    """The text up to a reference cut off at its end, and that reference's beginning."""
    cut = UNFINISHED.search(text)
    return (text[: cut.start()], text[cut.start() :]) if cut else (text, "")


def skipped_entity(name: str) -> str:
    """What an entity that the file does not define stands for: HTML's character of that name, else its own spelling."""
    return html5.get(f"{name};", f"&{name};")
