"""OmegaT without a window: a project is laid out, opened by OmegaT's own classes, and what they see is read."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from tests.cat.programs import need, run

JAR = "/usr/share/omegat/OmegaT.jar"
PACKAGES = "omegat openjdk-17-jdk-headless"
FOLDERS = ("source", "target", "tm", "tm/auto", "tm/enforce", "glossary", "dictionary", "omegat")
DRIVER = Path(__file__).with_name("java") / "Seen.java"
_SETTINGS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat>
    <project version="1.0">
        <source_dir>__DEFAULT__</source_dir>
        <source_dir_excludes/>
        <target_dir>__DEFAULT__</target_dir>
        <tm_dir>__DEFAULT__</tm_dir>
        <glossary_dir>__DEFAULT__</glossary_dir>
        <glossary_file>__DEFAULT__</glossary_file>
        <dictionary_dir>__DEFAULT__</dictionary_dir>
        <source_lang>{source}</source_lang>
        <target_lang>{target}</target_lang>
        <sentence_seg>{sentences}</sentence_seg>
        <support_default_translations>true</support_default_translations>
        <remove_tags>false</remove_tags>
    </project>
</omegat>
"""


@dataclass(frozen=True, slots=True)
class Near:
    """A match that OmegaT offers for a segment."""

    score: int
    source: str
    translation: str
    file: str


@dataclass(frozen=True, slots=True)
class Sight:
    """All that OmegaT sees of a project; texts in NFC."""

    units: dict[str, list[tuple[str, str]]]
    """Of each memory that it has loaded, by the file's name: source and translation."""
    terms: dict[str, list[tuple[str, str, str]]]
    """Of each glossary that it has read: source, target, comment."""
    refused: dict[str, str]
    """Files that it has not read, and what it says of them."""
    segments: list[tuple[str, str]]
    """Source and translation; empty where it has none."""
    given: dict[int, tuple[str, bool]]
    """The translation that the file itself has of a segment, by its number from 0, and whether it is a fuzzy one."""
    matches: dict[int, list[Near]]
    """By segment, from 0; best first."""
    found: dict[int, list[tuple[str, str]]]
    """Terms of the glossaries that it finds in a segment."""
    statistics: dict[str, int]
    """Segments by band, as its match statistics name them."""

    def best(self, number: int) -> int:
        """The score of the best match of a segment; 0 where there is none."""
        return max((near.score for near in self.matches.get(number, ())), default=0)


@dataclass(frozen=True, slots=True)
class Project:
    """A project of OmegaT's: files by their paths in it."""

    folder: Path
    source: str
    target: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    sentences: bool = False
    """Whether OmegaT parts lines into sentences by its own rules."""

    def lay_out(self) -> None:
        for name in FOLDERS:
            (self.folder / name).mkdir(parents=True, exist_ok=True)
        settings = _SETTINGS.format(
            source=self.source.upper(), target=self.target.upper(), sentences=str(self.sentences).lower()
        )
        (self.folder / "omegat.project").write_text(settings, "utf-8")
        for name, data in self.files.items():
            (self.folder / name).write_bytes(data)


def lines(texts: Sequence[str]) -> bytes:
    """A plain text with a segment a line."""
    return "".join(f"{text}\n\n" for text in texts).encode()


def translated(project: Project) -> dict[str, str]:
    """The files that OmegaT writes to `target` in console mode."""
    need("omegat", package=PACKAGES)
    project.lay_out()
    run(["omegat", project.folder, "--mode=console-translate", f"--config-dir={_config()}"], project.folder)
    written = sorted(p for p in (project.folder / "target").rglob("*") if p.is_file())
    return {
        p.relative_to(project.folder / "target").as_posix(): _nfc(p.read_text("utf-8-sig")) for p in written
    }


def seen(project: Project) -> Sight:
    """What OmegaT's own readers, matcher and statistics see of a project."""
    need(JAR, "java", "javac", package=PACKAGES)
    project.lay_out()
    answer = project.folder / "seen.tsv"
    run(["java", "-cp", f"{JAR}:{_compiled()}", "Seen", _config(), project.folder, answer], project.folder)
    rows = [_fields(line) for line in answer.read_text("utf-8").split("\n") if line]
    assert rows[-1] == ["end"]
    return _sight(rows, project.folder / "omegat/project_stats_match.txt")


@cache
def _compiled() -> Path:
    folder = Path(mkdtemp(prefix="termaccord-seen-"))
    run(["javac", "-nowarn", "-encoding", "UTF-8", "-cp", JAR, "-d", folder, DRIVER], folder)
    return folder


@cache
def _config() -> Path:
    return Path(mkdtemp(prefix="termaccord-omegat-"))


def _fields(line: str) -> list[str]:
    plain = {"t": "\t", "n": "\n"}
    return [_nfc(re.sub(r"\\(.)", lambda m: plain.get(m[1], m[1]), part)) for part in line.split("\t")]


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _sight(rows: Sequence[list[str]], statistics: Path) -> Sight:
    sight = Sight({}, {}, {}, [], {}, {}, {}, _bands(statistics.read_text("utf-8")))
    for kind, *rest in rows:
        if kind == "memory":
            sight.units[rest[0]] = []
        elif kind == "unit":
            sight.units[rest[0]].append((rest[1], rest[2]))
        elif kind == "glossary":
            sight.terms[rest[0]] = []
        elif kind == "term":
            sight.terms[rest[0]].append((rest[1], rest[2], rest[3]))
        elif kind == "refused":
            sight.refused[rest[0]] = rest[1]
        elif kind == "segment":
            sight.segments.append((rest[1], rest[2]))
        elif kind == "given":
            sight.given[int(rest[0]) - 1] = rest[1], rest[2] == "fuzzy"
        elif kind == "found":
            sight.found.setdefault(int(rest[0]) - 1, []).append((rest[1], rest[2]))
        elif kind == "match":
            near = Near(int(rest[1]), rest[4], rest[5], rest[3])
            sight.matches.setdefault(int(rest[0]) - 1, []).append(near)
    return sight


def _bands(table: str) -> dict[str, int]:
    """The first column of figures, which counts segments."""
    rows = re.findall(r"^([^:\n]+):\s+(\d+)\t", table, re.MULTILINE)
    return {name.strip(): int(count) for name, count in rows}
