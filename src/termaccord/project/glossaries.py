"""The glossaries of a project, and looking terms up in them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from termaccord.formats import tables, tbx
from termaccord.model import Concept, Finding, Glossary, Severity, say
from termaccord.project.corpus import holds_texts
from termaccord.project.errors import UsageError
from termaccord.project.files import read
from termaccord.project.settings import Settings
from termaccord.store.termbase import Match, Termbase


@dataclass(frozen=True, slots=True)
class Answer:
    """Matches of a query with the concepts they mean, and what was wrong with the glossaries."""

    matches: tuple[tuple[Match, Concept], ...]
    findings: tuple[Finding, ...] = ()


def glossary_paths(settings: Settings | None, given: Sequence[str] = ()) -> tuple[Path, ...]:
    """
    The glossaries named on the command line, else the project's: what is accepted before what is proposed.

    Raises
    ------
    UsageError
        When there is none.

    """
    if given:
        return tuple(Path(p) for p in given)
    found = (
        [*_accepted(settings), *sorted((settings.root / settings.glossary).glob("*.proposed.tbx"))]
        if settings
        else []
    )
    if not found:
        raise UsageError(
            say(
                "there is no glossary to look in; name one with --glossary, or call this inside a project that has one"
            )
        )
    return tuple(found)


def _accepted(settings: Settings) -> list[Path]:
    folder = settings.root / settings.glossary
    others = sorted(p for p in folder.glob("*.tbx") if not p.name.endswith(".proposed.tbx"))
    own = settings.accepted_glossary()
    return sorted(others, key=lambda p: p != own)


def open_glossaries(paths: Sequence[Path]) -> tuple[tuple[tuple[str, Glossary], ...], tuple[Finding, ...]]:
    """Every glossary that can be read, TBX or a table, by its path, and what was wrong with them."""
    opened: list[tuple[str, Glossary]] = []
    findings: list[Finding] = []
    for path in paths:
        parse = tables.parse if path.suffix.lower().lstrip(".") in tables.KINDS else tbx.parse
        reading = parse(read(path), str(path))
        opened.append((str(path), reading.value))
        errors = [f for f in reading.findings if f.severity is Severity.ERROR]
        # Of what is no glossary at all one sentence is enough.
        findings += reading.findings if reading.value.concepts or not errors else errors[-1:]
    return tuple(opened), tuple(findings)


def joined(glossaries: Sequence[tuple[str, Glossary]]) -> Glossary | None:
    """
    All concepts of all glossaries; the first glossary hides its namesakes in the others.

    Two concepts that share an id, as numbers of rows do, and no term are both kept, the second by another id.
    """
    concepts: dict[str, Concept] = {}
    for name, glossary in glossaries:
        for concept in glossary.concepts:
            held = concepts.setdefault(concept.id, concept)
            if held is not concept and not _terms(held) & _terms(concept):
                other = f"{Path(name).stem}:{concept.id}"
                concepts.setdefault(other, replace(concept, id=other))
    return replace(glossaries[0][1], concepts=tuple(concepts.values())) if glossaries else None


def _terms(concept: Concept) -> frozenset[tuple[str, str]]:
    return frozenset((s.language, t.text) for s in concept.languages for t in s.terms)


def examined(paths: Sequence[str]) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The glossary files among what a user names, those in folders included, and what is left besides."""
    found: list[Path] = []
    left: list[str] = []
    for given in paths:
        path = Path(given)
        inside = [p for p in sorted(path.rglob("*.tbx")) if not p.name.endswith(".proposed.tbx")]
        own = [path] if path.is_file() and path.suffix.lower() == ".tbx" else inside
        found += [p for p in own if not any(part.startswith(".") for part in p.relative_to(path).parts)]
        if not own or (path.is_dir() and holds_texts(path)):
            left.append(given)
    return tuple(dict.fromkeys(found)), tuple(left)


def look_up(
    query: str, paths: Sequence[Path], index: Path | None, language: str | None = None, limit: int = 10
) -> Answer:
    """
    Look `query` up in glossaries; a concept of the first glossary hides its namesake in the others.

    Raises
    ------
    UsageError
        When a glossary does not exist.

    """
    glossaries, findings = open_glossaries(paths)
    concepts: dict[str, Concept] = {}
    distinct = []
    for name, glossary in glossaries:
        new = tuple(c for c in glossary.concepts if c.id not in concepts)
        concepts.update({c.id: c for c in new})
        distinct.append((name, replace(glossary, concepts=new)))
    termbase = Termbase.open(index, distinct)
    try:
        matches = termbase.lookup(query, language, limit)
    finally:
        termbase.close()
    return Answer(tuple((m, concepts[m.concept_id]) for m in matches), (*findings, *termbase.findings))
