"""What is asked of a conversion, and what it did."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.sniffing import Kind
from termaccord.model import Finding
from termaccord.project.conversion.intake import Wanted
from termaccord.project.conversion.tally import Tally
from termaccord.project.conversion.targets import MEMORIES, Target


@dataclass(frozen=True, slots=True)
class Request:
    """Which files to convert into what."""

    inputs: tuple[str, ...]
    """Files and folders; “-” is standard input."""
    output: str
    """A file, a folder for one file each, or “-” for standard output."""
    target: Target | None = None
    """By the ending of `output` where it is None and no tool is named."""
    tool: Tool | None = None
    kind: Kind | None = None
    """What the inputs are, where they do not show it."""
    source: str = ""
    language: str = ""
    """The language to translate into."""
    codes: Mapping[str, str] = field(default_factory=dict)
    """What the tool's project calls a language."""
    force: bool = False
    stdin: bytes | None = None
    columns: tuple[str, ...] = ()
    """What the columns of a table hold, where it does not say it."""
    sheet: str = ""
    """The only sheet wanted of a workbook."""

    @property
    def wanted(self) -> Wanted:
        return Wanted(self.kind, self.source, self.language, self.columns, self.sheet)


@dataclass(frozen=True, slots=True)
class File:
    """A file that was written."""

    path: Path | None
    """None for standard output."""
    format: str
    note: str = ""
    """For a tool: one sentence, made by `say`, on what it is for and where it goes."""
    concepts: int = 0
    terms: int = 0
    units: int = 0
    languages: tuple[str, str] = ("", "")
    """Source and target, where the file has a direction that others of the conversion have not."""

    @property
    def holds_units(self) -> bool:
        return bool(self.units) or self.format in MEMORIES


@dataclass(slots=True)
class Conversion:
    """What was done."""

    files: list[File] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    """What was wrong with the inputs."""
    lost: Tally = field(default_factory=Tally)
    languages: tuple[str, str] = ("", "")
    """Source and target, where the result is one of pairs."""
    data: bytes = b""
    """For standard output."""
