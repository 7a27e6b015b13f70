"""Mending files: what findings propose is put into them, in memory first, and every file is written whole or not at all."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from difflib import unified_diff
from pathlib import Path

from termaccord.formats import documents
from termaccord.formats.patching import patch
from termaccord.formats.visible.decoding import decode
from termaccord.model import Edit, Finding, Place, Severity, say
from termaccord.project.corpus import STANDARD_INPUT, digest
from termaccord.project.errors import UsageError
from termaccord.project.files import read, write
from termaccord.project.lint import Report, Request, lint
from termaccord.project.work import Step, silent

ROUNDS = 3
"""How often files are mended and checked again: one edit may make room for another."""
NO_END = "\n\\ No newline at end of file\n"


@dataclass(frozen=True, slots=True)
class MendedFile:
    """A file that is another now."""

    name: str
    """What findings call it."""
    path: Path
    before: bytes
    after: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What mending has come to."""

    report: Report
    """Of the files as they are mended, with what could not be written among its trouble."""
    files: tuple[MendedFile, ...]
    """Those that are changed; in the order of their paths."""
    mended: int
    """Findings that are no more."""
    refused: tuple[Finding, ...] = ()
    """Edits that could not be made, each with the reason."""


class _Bench:
    """The files at work: as they were read, and as they are mended."""

    def __init__(self) -> None:
        self.read: dict[Path, bytes] = {}
        self.mended: dict[Path, bytes] = {}

    def bring(self, path: Path) -> bytes:
        """The bytes of a file as they are now."""
        if path not in self.read:
            self.read[path] = read(path)
        return self.mended.get(path, self.read[path])


def fix(request: Request, *, unsafe: bool = False, dry: bool = False, step: Step = silent) -> Outcome:
    """
    Check, make the edits that are safe, check again, until nothing changes.

    With `unsafe` all edits are made; where two overlap, that of the finding that ranks higher.
    With `dry` no file is written.

    Raises
    ------
    UsageError
        As `lint` does, and for what cannot be written back: standard input.

    """
    if STANDARD_INPUT in request.paths:
        raise UsageError(say("standard input cannot be mended in place; name files"))
    bench = _Bench()
    request = replace(request, update_baseline=False)
    report = lint(request, step, bench.bring)
    found = len(report.findings)
    mended = 0
    refused: tuple[Finding, ...] = ()
    for _ in range(ROUNDS):
        names = _paths(report)
        before = dict(bench.mended)
        refused = tuple(
            f for name, edits in _edits(report, unsafe).items() for f in _patched(bench, name, names, edits)
        )
        if bench.mended == before:
            break
        mended += _count(report, unsafe, refused, names)
        report = lint(request, step, bench.bring)
    # Mending one finding may mend another: the name of an office and of the body in it.
    mended = max(mended, found - len(report.findings))
    files = _changed(bench, report)
    trouble = () if dry else _written(files)
    report = replace(report, trouble=(*report.trouble, *trouble))
    return Outcome(report, files, mended, refused)


def _paths(report: Report) -> dict[str, Path]:
    """The files by name, those apart whose name is another's too."""
    found: dict[str, set[Path]] = {}
    for file in report.files:
        found.setdefault(file.name, set()).add(file.path)
    return {name: min(paths) for name, paths in found.items() if len(paths) == 1}


def _edits(report: Report, unsafe: bool) -> Mapping[str, list[Edit]]:
    """The edits to be made in each file, those of higher findings first, each once."""
    found: dict[str, dict[tuple[object, ...], Edit]] = {}
    for finding in report.findings:
        for edit in _wanted(finding, unsafe):
            place = edit.place
            key = (place.unit, place.language, place.span, edit.replacement)
            found.setdefault(place.file, {}).setdefault(key, edit)
    return {name: list(edits.values()) for name, edits in sorted(found.items())}


def _wanted(finding: Finding, unsafe: bool) -> tuple[Edit, ...]:
    return tuple(e for e in finding.edits if (e.safe or unsafe) and e.place.span is not None)


def _patched(bench: _Bench, name: str, names: Mapping[str, Path], edits: list[Edit]) -> tuple[Finding, ...]:
    path = names.get(name)
    if path is None:
        return ()
    data = bench.bring(path)
    reading = patch(data, name, edits)
    if reading.value != data:
        bench.mended[path] = reading.value
    return reading.findings


def _count(report: Report, unsafe: bool, refused: tuple[Finding, ...], names: Mapping[str, Path]) -> int:
    """Findings all of whose edits were made."""
    left = {(e.place, e.replacement) for f in refused for e in f.edits}
    wanted = (_wanted(f, unsafe) for f in report.findings)
    made = (
        all((e.place, e.replacement) not in left and e.place.file in names for e in w) for w in wanted if w
    )
    return sum(made)


def _changed(bench: _Bench, report: Report) -> tuple[MendedFile, ...]:
    names = {path: name for name, path in _paths(report).items()}
    return tuple(
        MendedFile(names[path], path, bench.read[path], after)
        for path, after in sorted(bench.mended.items())
        if after != bench.read[path]
    )


def _written(files: tuple[MendedFile, ...]) -> tuple[Finding, ...]:
    """Write what is mended; what could not be written, each file with the reason."""
    trouble = []
    for file in files:
        try:
            _write(file)
        except UsageError as error:
            trouble.append(Finding("P011", error.message, Place(file.name), Severity.ERROR))
    return tuple(trouble)


def _write(file: MendedFile) -> None:
    target = file.path.resolve()
    if digest(read(target)) != digest(file.before):
        raise UsageError(
            say(
                "{path} has changed while it was being checked and is left alone; check it again",
                path=str(file.path),
            )
        )
    if not os.access(target, os.W_OK):
        raise UsageError(say("{path} may not be written to", path=str(file.path)))
    write(target, file.after)


def difference(file: MendedFile) -> str:
    """What has changed in a file, as a unified diff; of an office file in the text that a reader sees."""
    before, after = (_lines(data, file.name) for data in (file.before, file.after))
    path = file.path.as_posix()
    return "".join(
        line if line.endswith("\n") else line + NO_END for line in unified_diff(before, after, path, path)
    )


def _lines(data: bytes, name: str) -> list[str]:
    office = documents.is_office(data, name)
    text = documents.parse(data, name).value.text if office else decode(data, name).value
    lines = text.split("\n")
    return [line + "\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
