"""The bytes of an XML file on their way to a parser: decoded, and mended where a parser would give up."""

import codecs
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import BinaryIO, Protocol

from termaccord.formats.markup.encoding import sniffed
from termaccord.formats.markup.text import CONTROLS, ILLEGAL
from termaccord.model import Finding, Place, Severity, say

PIECE = 1 << 16
"""Bytes read at a time."""
NO_CONTENT = b"\xef\xbb\xbf\xfe\xff\x00 \t\r\n"
"""Byte order marks and white space, in any encoding of Unicode."""
REFERENCE = re.compile(r"&#(?:x([0-9a-fA-F]+)|([0-9]+));")
BARE_AMPERSAND = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-fA-F]+|[A-Za-z_][\w.-]*);)")
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
DOUBTFUL = re.compile(rb"&(?![A-Za-z_][\w.-]*;)")
UNFINISHED = re.compile(r"&[#\w.-]{0,40}$")


class RefusedError(Exception):
    """Ends the reading of a file; carries the finding."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(str(finding.message))
        self.finding = finding


class Tell(Protocol):
    """Takes a complaint about a line; the same message a second time is not kept."""

    def __call__(self, code: str, message: str, severity: Severity = ..., line: int = ...) -> None: ...


class Intake:
    """One stream of bytes being made text that a parser of XML takes."""

    def __init__(self, stream: BinaryIO, name: str, tell: Tell) -> None:
        self.begun = False
        """Whether anything but white space has been seen."""
        self._stream = stream
        self._name = name
        self._tell = tell
        self._encoding = "utf-8"
        self._lines = 0
        self._in_cdata = False

    def pieces(self) -> Iterator[str]:
        """
        The text, piece by piece.

        Raises
        ------
        RefusedError
            When it cannot be XML.

        """
        first = self._stream.read(PIECE)
        self._refuse_what_is_no_xml(first)
        decode = self._decoder(first)
        kept = ""
        utf8 = self._encoding.startswith("utf-8")
        while first:
            following = self._stream.read(PIECE)
            text = decode(first, not following)
            if kept or self._doubtful(first, text):
                text, kept = _whole(kept + text) if following else (kept + text, "")
                text = self._mended(text)
            yield text
            self._lines += first.count(b"\n") if utf8 else text.count("\n")
            first = following

    def _refuse_what_is_no_xml(self, data: bytes) -> None:
        start = data.lstrip(NO_CONTENT)
        self.begun = bool(start)
        if start and not start.startswith(b"<"):
            message = say(
                "{file} is no XML, whatever its name says; check that it is the right file", file=self._name
            )
            raise RefusedError(Finding("F002", message, Place(self._name, line=1), Severity.ERROR))

    # -- decoding ---------------------------------------------------------------------------------------------

    def _decoder(self, start: bytes) -> Callable[[bytes, bool], str]:
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
        found = sniffed(start)
        if found.belied:
            message = say(
                "{file} says that it is {declared} and is {encoding}, as which it is read: save it again as UTF-8",
                file=self._name,
                declared=found.belied,
                encoding=found.name,
            )
            self._tell("F003", message, line=1)
        if found.unknown:
            message = say(
                "{file} declares the unknown encoding {encoding}; it is read as UTF-8",
                file=self._name,
                encoding=found.unknown,
            )
            self._tell("F003", message, line=1)
        return found.name

    def _undecodable(self, lines_on: int) -> None:
        message = say(
            "{file} holds bytes that are not {encoding}; they are read as “\ufffd”: save the file again as UTF-8",
            file=self._name,
            encoding=self._encoding.removesuffix("-sig").upper(),
        )
        self._tell("F003", message, Severity.ERROR, self._lines + lines_on + 1)

    # -- mending ----------------------------------------------------------------------------------------------

    def _doubtful(self, piece: bytes, text: str) -> bool:
        """Whether the piece may hold what must be mended; quick, for nearly none does."""
        return (
            not self._encoding.startswith("utf-8")
            or (b"&" in piece and DOUBTFUL.search(piece) is not None)
            or len(piece.translate(None, CONTROLS)) != len(piece)
            or "\ufffe" in text
            or "\uffff" in text
        )

    def _mended(self, text: str) -> str:
        """The text without characters that XML forbids, and with ampersands that begin nothing escaped."""
        if ILLEGAL.search(text):
            message = say(
                "a character that XML does not allow is read as “\ufffd” in {file}", file=self._name
            )
            self._report_mend(text, ILLEGAL, "F006", message)
            text = ILLEGAL.sub("\ufffd", text)
        if "<![CDATA[" in text or self._in_cdata:
            self._in_cdata = (
                text.rfind("<![CDATA[") > text.rfind("]]>") if "<![CDATA[" in text else "]]>" not in text
            )
            return text
        text = REFERENCE.sub(self._referenced, text)
        # in a comment an ampersand is an ampersand
        shown = COMMENT.sub(lambda one: one[0].replace("&", " "), text) if "<!--" in text else text
        if BARE_AMPERSAND.search(shown):
            message = say("an ampersand that begins no entity is read as itself in {file}", file=self._name)
            self._report_mend(shown, BARE_AMPERSAND, "F007", message)
            ends = [0, *(found.end() for found in BARE_AMPERSAND.finditer(shown))]
            text = "amp;".join([text[a:b] for a, b in pairwise([*ends, len(text)])])
        return text

    def _referenced(self, match: re.Match[str]) -> str:
        digits = match[1] or match[2]
        number = int(digits, 16 if match[1] else 10) if len(digits) < 12 else 0x110000
        if number < 0x110000 and not ILLEGAL.match(chr(number)):
            return match[0]
        line = self._lines + match.string.count("\n", 0, match.start()) + 1
        message = say("a character that XML does not allow is read as “\ufffd” in {file}", file=self._name)
        self._tell("F006", message, line=line)
        return "\ufffd"

    def _report_mend(self, text: str, pattern: re.Pattern[str], code: str, message: str) -> None:
        found = pattern.search(text)
        line = self._lines + text.count("\n", 0, found.start() if found else 0) + 1
        self._tell(code, message, line=line)


class Utf8:
    """An incremental decoder that tells the line of what is no UTF-8."""

    def __init__(self, complain: Callable[[int], None], mark: bytes) -> None:
        self._complain = complain
        self._mark = mark
        self._kept = b""

    def __call__(self, piece: bytes, final: bool) -> str:
        piece = self._kept + piece.removeprefix(self._mark)
        self._mark = b""
        try:
            text, used = codecs.utf_8_decode(piece, "strict", final)
        except UnicodeDecodeError as error:
            self._complain(piece.count(b"\n", 0, error.start))
            text, used = codecs.utf_8_decode(piece, "replace", final)
        self._kept = piece[used:]
        return text


def _whole(text: str) -> tuple[str, str]:
    """The text up to a reference cut off at its end, and that reference's beginning."""
    cut = UNFINISHED.search(text)
    return (text[: cut.start()], text[cut.start() :]) if cut else (text, "")
