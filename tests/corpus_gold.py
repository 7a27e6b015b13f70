"""The gold of corpus/ as records, and as the folder that a scorer of parallel corpora reads."""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

CORPUS = Path(__file__).parents[1] / "corpus"
GOLD = CORPUS / "gold"

Form = Literal["full", "abbreviation", "short"]
FORMS: dict[str, Form] = {"": "full", "a": "abbreviation", "s": "short"}
MARK = re.compile(r"\{(?P<sort>[!?]?)(?P<id>[a-z0-9-]+)(?::(?P<tail>[a-z]))?\|(?P<surface>[^{}|]+)\}")
BEAD = re.compile(r"\[([\d, ]*)\]:\[([\d, ]*)\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A marked stretch of a document, in code points from the start of the file."""

    sort: str
    """Empty for a mention of a concept, `!` for a place of a finding, `?` for a place of a trap."""
    id: str
    tail: str
    """After the colon: `a` abbreviation or `s` short form of a concept; `a` or `b`, the side of a trap."""
    start: int
    surface: str

    @property
    def end(self) -> int:
        return self.start + len(self.surface)


@dataclass(frozen=True, slots=True)
class Marked:
    """A document with its sentences and everything marked in it."""

    text: str
    sentences: tuple[str, ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """A document as corpus.toml names it."""

    id: str
    path: str
    language: str
    outlet: str
    translation_of: str = ""

    @property
    def text(self) -> str:
        return (CORPUS / self.path).read_text("utf-8")

    @property
    def gold(self) -> Path:
        return (GOLD / self.path).with_suffix(".marked")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a surface stands."""

    document: str
    start: int
    surface: str


def parse_marked(source: str) -> Marked:
    """
    Read the notation of the gold: a sentence a line, a blank line between paragraphs, names as `{concept|words}`.

    >>> parse_marked("{csto:a|ОДКБ} растёт.").text
    'ОДКБ растёт.\\n'
    """
    text = ""
    sentences: list[str] = []
    marks: list[Mark] = []
    for paragraph in source.strip("\n").split("\n\n"):
        text += "\n\n" if text else ""
        for number, line in enumerate(paragraph.split("\n")):
            text += " " if number else ""
            marks.extend(_marks(line, len(text)))
            sentences.append(MARK.sub(r"\g<surface>", line))
            text += sentences[-1]
    return Marked(text + "\n", tuple(sentences), tuple(marks))


def _marks(line: str, start: int) -> Iterator[Mark]:
    taken = 0
    for found in MARK.finditer(line):
        yield Mark(
            found["sort"], found["id"], found["tail"] or "", start + found.start() - taken, found["surface"]
        )
        taken += len(found.group()) - len(found["surface"])


@cache
def documents() -> tuple[Entry, ...]:
    """Every document of corpus.toml, in its order."""
    fields = ("id", "path", "language", "outlet", "translation_of")
    rows = tomllib.loads((CORPUS / "corpus.toml").read_text("utf-8"))["document"]
    return tuple(Entry(**{field: row[field] for field in fields if field in row}) for row in rows)


@cache
def marked(entry: Entry) -> Marked:
    return parse_marked(entry.gold.read_text("utf-8"))


@cache
def beads(entry: Entry) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """The gold alignment of a translation: 0-based sentences of the source and its own, in the source's order."""
    lines = (GOLD / entry.path).with_suffix(".beads").read_text("utf-8").splitlines()
    found = [BEAD.fullmatch(line) for line in lines]
    wrong = [line for line, match in zip(lines, found, strict=True) if match is None]
    if wrong:
        raise ValueError(f"{entry.path}: write each bead as [4]:[5, 6], not {wrong[0]!r}")
    return tuple((_numbers(match[1]), _numbers(match[2])) for match in found if match)


def _numbers(listed: str) -> tuple[int, ...]:
    return tuple(int(number) for number in listed.split(",") if number.strip())


def _table(name: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = tomllib.loads((GOLD / f"{name}s.toml").read_text("utf-8"))[name]
    return rows


@cache
def concepts() -> dict[str, dict[str, Any]]:
    """What each mark of a concept stands for: category, citation form and renderings by language."""
    return {row["id"]: row for row in _table("concept")}


@cache
def findings() -> tuple[dict[str, Any], ...]:
    return tuple(_table("finding"))


@cache
def traps() -> tuple[dict[str, Any], ...]:
    return tuple(_table("trap"))


def fold(text: str) -> str:
    return " ".join(text.casefold().split())


def mentions(concept: str, language: str) -> Iterator[tuple[Entry, Mark]]:
    for entry in documents():
        if entry.language.split("-")[0] == language:
            for mark in marked(entry).marks:
                if not mark.sort and mark.id == concept:
                    yield entry, mark


def places_of_finding(finding: dict[str, Any]) -> list[Place]:
    """Every place of each competing form; of a mismatch every place marked for it, the source included."""
    if "forms" not in finding:
        return _pointed("!", finding["id"])
    forms = {fold(form) for form in finding["forms"]}
    found = mentions(finding["concept"], finding.get("language", "en"))
    return [
        Place(entry.id, mark.start, mark.surface)
        for entry, mark in found
        if fold(mark.surface) in forms and entry.id.startswith(finding.get("within", ""))
    ]


def places_of_trap(trap: dict[str, Any], side: Literal["a", "b"]) -> list[Place]:
    """Where one side of a trap stands: mentions of a concept that read exactly so, or places marked for it."""
    text, concept = trap[side], trap.get(f"{side}_concept")
    if concept is None:
        return [place for place in _pointed("?", trap["id"], side) if place.surface == text]
    ending = trap.get(f"{side}_ending", "")
    return [
        Place(entry.id, mark.start, text)
        for entry, mark in mentions(concept, trap.get("language", "en"))
        if mark.surface + ending == text and entry.text.startswith(ending, mark.end)
    ]


def _pointed(sort: str, name: str, tail: str = "") -> list[Place]:
    return [
        Place(entry.id, mark.start, mark.surface)
        for entry in documents()
        for mark in marked(entry).marks
        if (mark.sort, mark.id) == (sort, name) and (not tail or mark.tail == tail)
    ]


# ---- the same as the folder that a scorer reads


def export(folder: Path, source_language: str = "ru") -> Path:
    """
    Write the texts and the gold of one language pair into `folder`, as the scorer of parallel corpora reads it.

    Beads that cross (a moved paragraph) are written in the order of the source, as they stand in the gold.
    """
    names = {entry.id for entry in documents() if entry.language == source_language}
    chosen = [entry for entry in documents() if _belongs(entry, names, source_language)]
    for entry in chosen:
        (folder / entry.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / entry.path).write_text(entry.text, "utf-8")
    kept = {entry.id for entry in chosen}
    for name, value in (
        ("corpus", {"documents": [_document(entry) for entry in chosen]}),
        ("gold-alignment", [_alignment(entry) for entry in chosen if entry.translation_of]),
        ("gold-terms", _terms(chosen, source_language)),
        ("gold-findings", [_finding(row) for row in findings() if _inside(places_of_finding(row), kept)]),
        ("gold-traps", [_trap(row) for row in traps() if _inside(places_of_trap(row, "a"), kept)]),
    ):
        (folder / f"{name}.json").write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return folder


def _belongs(entry: Entry, sources: set[str], source_language: str) -> bool:
    if entry.translation_of:
        return entry.translation_of in sources
    return entry.id in sources or (source_language == "ru" and entry.language.startswith("en"))


def _inside(places: list[Place], kept: set[str]) -> bool:
    return bool(places) and all(place.document in kept for place in places)


def _document(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.id,
        "path": entry.path,
        "lang": entry.language.split("-")[0],
        "outlet": entry.outlet,
        "translation_of": entry.translation_of or None,
    }


def _alignment(entry: Entry) -> dict[str, Any]:
    source = next(other for other in documents() if other.id == entry.translation_of)
    return {
        "source": source.path,
        "target": entry.path,
        "source_language": source.language,
        "target_language": entry.language,
        "source_sentences": marked(source).sentences,
        "target_sentences": marked(entry).sentences,
        "beads": beads(entry),
    }


def _terms(chosen: list[Entry], source_language: str) -> list[dict[str, Any]]:
    rows = []
    for concept in concepts().values():
        occurrences = [_occurrence(entry, mark) for entry in chosen for mark in _of(entry, concept["id"])]
        if occurrences:
            row = {"id": concept["id"], "category": concept["category"], "occurrences": occurrences}
            row[source_language] = concept.get(source_language, "")
            row["en_preferred"] = concept.get("en", [""])[0]
            rows.append(row | {key: concept[key] for key in ("ru_abbr", "en_abbr") if key in concept})
    return rows


def _of(entry: Entry, concept: str) -> list[Mark]:
    return [mark for mark in marked(entry).marks if not mark.sort and mark.id == concept]


def _occurrence(entry: Entry, mark: Mark) -> dict[str, Any]:
    return {
        "doc": entry.id,
        "lang": entry.language.split("-")[0],
        "offset": mark.start,
        "surface": mark.surface,
        "form": FORMS[mark.tail],
    }


def _finding(finding: dict[str, Any]) -> dict[str, Any]:
    places = places_of_finding(finding)
    return {
        "id": finding["id"],
        "kind": finding["kind"],
        "concept": finding.get("concept"),
        "variants": [{"surface": p.surface, "doc": p.document, "offset": p.start} for p in places],
        "preferred": finding["preferred"],
        "severity": finding["severity"],
        "note": finding["why"],
    }


def _trap(trap: dict[str, Any]) -> dict[str, Any]:
    places = {"a": places_of_trap(trap, "a"), "b": places_of_trap(trap, "b")}
    return {
        "id": trap["id"],
        "a": trap["a"],
        "b": trap["b"],
        "reason": trap["reason"],
        "docs": sorted({place.document for side in places.values() for place in side}),
        "at": {
            side: [{"doc": p.document, "offset": p.start} for p in found] for side, found in places.items()
        },
    }
