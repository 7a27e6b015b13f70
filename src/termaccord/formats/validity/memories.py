"""Whether a TMX file keeps to the standard, which version of it, and who will read it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO, Literal

from termaccord.formats.markup.source import DEEPEST, LONGEST_TEXT, Source
from termaccord.formats.validity.memory.codes import judge_matches, judge_segment
from termaccord.formats.validity.memory.grammar import OMEGAT, VERSIONS
from termaccord.formats.validity.memory.habits import (
    judge_header,
    judge_maker,
    judge_old,
    judge_property,
    judge_text,
)
from termaccord.formats.validity.memory.ledger import Ledger
from termaccord.formats.validity.memory.meaning import (
    ALL,
    Code,
    Segment,
    Unit,
    judge_attributes,
    judge_language,
    judge_unit,
)
from termaccord.formats.validity.memory.structure import Structure
from termaccord.model import Finding, Severity, say

MENDED = frozenset({"F003", "F006", "F007", "F008"})
"""What our reader mends in XML that is none, and every other parser refuses."""
CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
INLINE = CODES | {"hi", "sub"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a TMX file is, as a whole."""

    claimed: str
    """The version that it names; empty where it names none."""
    versions: tuple[str, ...]
    """The versions whose document type it satisfies."""
    level: Literal[1, 2]
    """2 where a segment holds inline code; such a file has to be read at level 2 to lose nothing."""
    units: int
    errors: int
    warnings: int
    omegat: bool
    """Whether OmegaT 6.1 and later accept it in a project's ``tm`` folder; they validate before they read."""

    @property
    def valid(self) -> bool:
        """Whether it breaks nothing of the version that it names."""
        return self.claimed in self.versions and not self.errors


class Examination:
    """
    One TMX stream being judged; iterate `findings` to its end, then ask for the `verdict`.

    Memory stays bounded whatever the size of the file.
    """

    def __init__(self, stream: BinaryIO, name: str) -> None:
        self._source = Source(stream, name)
        self._ledger = Ledger(name)
        self._structure = Structure(self._ledger)
        self._claimed = ""
        self._rooted = False
        self._well_formed = True
        self._units = 0
        self._level: Literal[1, 2] = 1
        self._file_source = ""
        self._maker = ""
        self._unit: Unit | None = None
        self._segment: Segment | None = None
        self._inside_code = 0
        parser = self._source.parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.CommentHandler = self._comment
        parser.ProcessingInstructionHandler = self._instruction
        parser.SkippedEntityHandler = self._skipped
        parser.StartDoctypeDeclHandler = self._doctype

    def findings(self) -> Iterator[Finding]:
        """What is wrong, in the order of the file: errors break the standard, warnings trouble some tools."""
        for _ in self._source.pump():
            for finding in self._source.findings:
                self._hear(finding)
            self._source.findings.clear()
            yield from self._ledger.news()
        yield from self._ledger.rest()

    @property
    def verdict(self) -> Verdict:
        """The judgement of the whole; it means something when `findings` has come to its end."""
        ledger = self._ledger
        good = self._well_formed and self._rooted
        return Verdict(
            self._claimed,
            tuple(version for version in VERSIONS if good and version in ledger.satisfied),
            self._level,
            self._units,
            ledger.errors,
            ledger.warnings,
            good and any(grammar in ledger.satisfied for grammar in OMEGAT.values()),
        )

    def _hear(self, finding: Finding) -> None:
        if finding.code in MENDED:
            finding = replace(finding, severity=Severity.ERROR)
        if finding.severity is Severity.ERROR:
            self._well_formed = False
        self._ledger.heard(finding)

    # -- events -----------------------------------------------------------------------------------------------

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        line = self._source.line
        if not self._rooted:
            self._root(tag, attributes, line)
        if len(self._structure.frames) > DEEPEST:
            raise self._source.refuse("F004", say("elements are nested deeper than {depth}", depth=DEEPEST))
        if not self._structure.open(tag, attributes, line):
            return
        if tag == "seg":
            if self._segment is not None:
                self._segment.complete = True
                self._segment.line = line
        elif tag == "tuv":
            self._open_variant(attributes, line)
        elif tag == "tu":
            own = attributes.get("srclang", "")
            self._unit = Unit(own or self._file_source, line)
            self._units += 1
            if own and own.lower() != ALL:
                judge_language(self._ledger, own, say("srclang of <tu>"), line)
            judge_attributes(self._ledger, attributes, line)
        elif tag == "header":
            self._header(attributes, line)
        elif tag == "prop" and self._unit is not None:
            judge_property(self._ledger, attributes, line)
        elif tag in INLINE:
            self._inline(tag, attributes, line)

    def _end(self, tag: str) -> None:
        strange = self._structure.strange
        line = self._source.line
        self._structure.close(line)
        if strange:
            return
        segment, unit = self._segment, self._unit
        if tag in CODES and segment is not None and segment.complete:
            self._inside_code -= 1
        elif tag == "tuv" and segment is not None:
            if segment.complete:
                judge_text(self._ledger, segment)
                judge_segment(self._ledger, segment)
            self._segment = None
        elif tag == "tu" and unit is not None:
            judge_unit(self._ledger, unit)
            judge_matches(self._ledger, unit)
            self._unit = None

    def _root(self, tag: str, attributes: dict[str, str], line: int) -> None:
        if tag != "tmx":
            message = say(
                "{file} holds no translation memory; a TMX file begins with <tmx>", file=self._source.name
            )
            raise self._source.refuse("F200", message)
        self._rooted = True
        self._claimed = attributes.get("version", "")
        self._structure.root(attributes, line)

    def _header(self, attributes: dict[str, str], line: int) -> None:
        self._maker = attributes.get("creationtool", "")
        source = attributes.get("srclang")
        if source is not None:
            self._file_source = source
            if source.lower() != ALL:
                judge_language(self._ledger, source, say("srclang of <header>"), line)
        if "adminlang" in attributes:
            judge_language(self._ledger, attributes["adminlang"], say("adminlang of <header>"), line)
        judge_attributes(self._ledger, attributes, line)
        judge_header(self._ledger, attributes, line)

    def _open_variant(self, attributes: dict[str, str], line: int) -> None:
        language = attributes.get("xml:lang", attributes.get("lang", ""))
        if "xml:lang" in attributes or "lang" in attributes:
            judge_language(self._ledger, language, say("the language of <tuv>"), line)
        judge_attributes(self._ledger, attributes, line)
        self._segment = Segment(language, line)
        if self._unit is not None:
            self._unit.segments.append(self._segment)

    def _inline(self, tag: str, attributes: dict[str, str], line: int) -> None:
        if self._segment is None or not self._segment.complete:
            return
        self._level = 2
        self._segment.codes.append(Code(tag, attributes, line))
        judge_old(self._ledger, tag, line)
        judge_maker(self._ledger, self._maker, line)
        if tag in CODES:
            self._inside_code += 1

    def _characters(self, text: str) -> None:
        if self._structure.elements_only:
            if not text.isspace():  # text is handed on where it ends
                after = text.count("\n", len(text) - len(text.lstrip()))
                self._structure.text(self._source.line - after)
        elif self._segment is not None and self._segment.complete and not self._inside_code:
            self._segment.text.append(text)
            self._segment.length += len(text)
            if self._segment.length > LONGEST_TEXT:
                message = say(
                    "an element of more than {limit} characters ends the reading", limit=LONGEST_TEXT
                )
                raise self._source.refuse("F004", message)

    def _comment(self, _: str) -> None:
        self._filled()

    def _instruction(self, *_: str) -> None:
        self._filled()

    def _filled(self) -> None:
        if self._structure.frames and self._structure.frames[-1].tag == "map":
            self._structure.text(self._source.line)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            message = say("the entity “{name}” is not defined in this file", name=name)
            self._source.report_once("F008", message, Severity.ERROR)

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:  # noqa: ARG002
        if name != "tmx":
            message = say("the document type is “{name}”; that of a TMX file is “tmx”", name=name)
            self._ledger.error("F248", message, self._source.line)


def findings_of(stream: BinaryIO, name: str) -> Iterator[Finding]:
    """
    What is wrong with a TMX file, in the order of the file and in bounded memory; `Examination` gives the verdict too.

    An error breaks the standard, a warning troubles the tools that it names.
    """
    return Examination(stream, name).findings()
