"""Places named by files that can be opened from the current folder."""

from collections.abc import Mapping
from dataclasses import replace
from os.path import relpath
from pathlib import Path

from termaccord.model import Edit, Finding, Place, Rendering
from termaccord.project.lint import Report


def on_disk(report: Report, here: Path | None = None) -> Report:
    """The same report; a corpus names its documents from its own folder, here they are named from `here`."""
    names = {file.name: _path(file.path, here or Path.cwd()) for file in report.files}
    if all(name == path for name, path in names.items()):
        return report
    return replace(
        report,
        findings=tuple(_finding(f, names) for f in report.findings),
        trouble=tuple(_finding(f, names) for f in report.trouble),
        documents=tuple(replace(d, path=names.get(d.path, d.path)) for d in report.documents),
        bilingual=tuple(names.get(b, b) for b in report.bilingual),
        units=tuple(replace(u, file=names.get(u.file, u.file)) for u in report.units),
        concepts=tuple(
            replace(
                concept,
                terms=tuple(
                    replace(
                        term,
                        occurrences=tuple(
                            replace(o, document=names.get(o.document, o.document)) for o in term.occurrences
                        ),
                    )
                    for term in concept.terms
                ),
            )
            for concept in report.concepts
        ),
    )


def _path(path: Path, here: Path) -> str:
    """As short as it is clear: from the current folder where the file is inside of it."""
    whole = path.resolve()
    return Path(relpath(whole, here)).as_posix() if whole.is_relative_to(here) else path.as_posix()


def _finding(finding: Finding, names: Mapping[str, str]) -> Finding:
    return replace(
        finding,
        place=_place(finding.place, names),
        related=tuple(_place(p, names) for p in finding.related),
        edits=tuple(_edit(e, names) for e in finding.edits),
        variants=tuple(_rendering(v, names) for v in finding.variants),
    )


def _edit(edit: Edit, names: Mapping[str, str]) -> Edit:
    return replace(edit, place=_place(edit.place, names))


def _rendering(rendering: Rendering, names: Mapping[str, str]) -> Rendering:
    return replace(rendering, places=tuple(_place(p, names) for p in rendering.places))


def _place(place: Place, names: Mapping[str, str]) -> Place:
    return replace(place, file=names.get(place.file, place.file))
