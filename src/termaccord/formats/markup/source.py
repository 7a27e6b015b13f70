"""
XML from outside, piece by piece: decoded, mended and bounded before a parser sees it.

Expat and not lxml, because it reports the line of everything, keeps what stands before a break, and builds no tree.
"""

from collections.abc import Callable, Iterator
from html.entities import html5
from typing import BinaryIO
from xml.parsers import expat

from termaccord.formats.markup.intake import PIECE, Intake, RefusedError
from termaccord.model import Finding, Place, Severity, say

__all__ = ["PIECE", "RefusedError", "Source", "skipped_entity"]

LONGEST_TAG = 1 << 22
"""A tag, comment or declaration of more bytes than this is an attack or no XML."""
LONGEST_TEXT = 1 << 24
"""Characters of one element's text."""
DEEPEST = 100
LONGEST_ENTITY = 1000


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
        self.fed = 0
        """Bytes that the parser has been given."""
        self._intake = Intake(stream, name, self.report_once)
        self._passed_lines = 0
        self._shift = (0, 0)
        self._reported: set[str] = set()

    @property
    def line(self) -> int:
        return self.parser.CurrentLineNumber + self._passed_lines

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

    def pump(self, feed: Callable[[str], None] | None = None) -> Iterator[None]:
        """
        Parse the stream; what goes wrong is kept in `findings` and ends the reading.

        `feed` takes the pieces in the parser's place, and last an empty one; it gives `parse` what it does not read itself.
        """
        feed = feed or self.parse
        try:
            for piece in self._intake.pieces():
                feed(piece)
                yield
            feed("")
            self.parser.Parse(b"", True)
        except expat.ExpatError as error:
            self.findings.append(self._not_well_formed(error))
        except RefusedError as error:
            self.findings.append(error.finding)
        yield

    def parse(self, text: str) -> None:
        """Give text to the parser, and with it to the handlers."""
        data = text.encode()
        self.parser.Parse(data, False)
        self.fed += len(data)
        if self.fed - self.parser.CurrentByteIndex > 2 * LONGEST_TAG:
            message = say("{file} holds a tag of several megabytes; nothing after it is read", file=self.name)
            raise self.refuse("F004", message)

    def passed(self, lines: int, characters: int) -> None:
        """
        Count in what has been read without the parser, so that it goes on telling the places of the file.

        `characters` are those behind the last line break, or all of them where there was none.
        """
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        here = 0 if lines else column + (self._shift[1] if self._shift[0] == line else 0)
        self._passed_lines += lines
        self._shift = (line, here + characters - column)

    def _not_well_formed(self, error: expat.ExpatError) -> Finding:
        line = error.lineno + self._passed_lines
        message = say(
            "{file} is not well-formed XML from line {line} on ({why}); what stands before it has been read",
            file=self.name,
            line=line,
            why=expat.ErrorString(error.code),
        )
        shift = self._shift[1] if self._shift[0] == error.lineno else 0
        column: int | None = error.offset + 1 + shift
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS]:
            column = None
            message = say("{file} is empty; there is nothing to read", file=self.name)
            if self._intake.begun:
                message = say(
                    "{file} breaks off in line {line}; what stands before it has been read",
                    file=self.name,
                    line=line,
                )
        return Finding("F001", message, Place(self.name, line=line, column=column), Severity.ERROR)

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


def skipped_entity(name: str) -> str:
    """What an entity that the file does not define stands for: HTML's character of that name, else its own spelling."""
    return html5.get(f"{name};", f"&{name};")
