"""The accepted glossaries as the files of the CAT tools that a project names, made anew by every build."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from termaccord.formats.flavours.flavour import Made, Tool
from termaccord.formats.flavours.glossaries import FLAVOURS, glossary_for
from termaccord.model import Alignment, Degree, Finding, Glossary, Place, Severity, say
from termaccord.project.files import read
from termaccord.project.fingerprint import Record
from termaccord.project.outputs.names import same_name
from termaccord.project.settings import Settings

Languages = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Exports:
    """What was made for the tools."""

    files: dict[Path, bytes] = field(default_factory=dict)
    gone: dict[str, dict[str, int]] = field(default_factory=dict)
    """By tool, how many things of each kind its files do not say at all."""


def exports(
    settings: Settings, accepted: Mapping[str, Glossary | None], alignments: Sequence[Alignment]
) -> Exports:
    """
    The files of every tool that the settings name, from every accepted glossary, for the languages of its texts.

    They lie in a folder of their own: a linter that read them beside the glossary would meet every term twice.
    """
    made = Exports()
    for name in settings.tools:
        tool = Tool(name)
        losses: Counter[str] = Counter()
        for subject, glossary in accepted.items():
            for one in _made(settings, tool, subject, glossary, alignments):
                folder = settings.exports_folder / name
                made.files.update((folder / file.name, file.data) for file in one.files)
                losses.update(loss.subject.value for loss in one.losses if loss.degree is Degree.GONE)
        made.gone[name] = dict(sorted(losses.items()))
    return made


def outdated(settings: Settings, made: Iterable[Path], last: Record | None) -> tuple[Path, ...]:
    """Files that the last build has made for tools, that are as it left them, and that are made no more."""
    others = _others(settings, made)
    known = last.outputs if last else {}
    return tuple(p for p in others if known.get(_name(settings, p)) == Record.of(read(p)))


def unmade(settings: Settings, known: Iterable[Path]) -> Iterator[Finding]:
    """Files in the tools' folders that no build makes."""
    for path in _others(settings, known):
        message = say(
            "no glossary of the project gives {path}; delete it, or name its tool under “tools”",
            path=str(path),
        )
        yield Finding("P009", message, Place(str(path)), Severity.WARNING)


def _made(
    settings: Settings,
    tool: Tool,
    subject: str,
    glossary: Glossary | None,
    alignments: Sequence[Alignment],
) -> Iterator[Made]:
    if glossary is None or not glossary.concepts:
        return
    pairs = _languages(alignments, subject)
    stem = subject or settings.subject
    for source, target in pairs:
        several = len(pairs) > 1 and not FLAVOURS[tool].directed
        yield glossary_for(tool, glossary, f"{stem}.{source}-{target}" if several else stem, source, target)


def _languages(alignments: Sequence[Alignment], subject: str) -> list[Languages]:
    """Source and target of the texts of a subject; both ways count as one."""
    found: dict[Languages, None] = {}
    for alignment in alignments:
        pair = alignment.source.language, alignment.target.language
        if alignment.source.subject == subject == alignment.target.subject and pair[::-1] not in found:
            found[pair] = None
    return list(found)


def _others(settings: Settings, known: Iterable[Path]) -> list[Path]:
    """Files in the folders of tools that we know; whatever else lies beside them belongs to somebody."""
    names = {same_name(_name(settings, path)) for path in known}
    folders = (settings.exports_folder / tool.value for tool in Tool)
    there = sorted(path for folder in folders for path in folder.glob("*") if path.is_file())
    return [path for path in there if same_name(_name(settings, path)) not in names]


def _name(settings: Settings, path: Path) -> str:
    return path.relative_to(settings.root).as_posix()
