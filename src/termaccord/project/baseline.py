"""What was found already, so that only what is new is told: known by concept and rendering, never by line."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import lru_cache
from typing import Any

from termaccord.model import Finding, Place, say
from termaccord.project.errors import UsageError
from termaccord.text.analyse import words
from termaccord.text.normalise import fold

FORMAT = "termaccord baseline"
VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """Findings of one rule about one thing."""

    code: str
    name: str = ""
    """Of the concept: what its source calls it."""
    concept: str = ""
    """The concept's id; it may change when the texts do, and then the name tells."""
    renderings: tuple[str, ...] = ()
    """The words found; of a conflict all its forms."""
    files: tuple[str, ...] = ()
    """Where they stood, from the project's folder."""
    count: int = 1
    """How many there were, where nothing but the words and the file tells them apart."""


@dataclass(frozen=True, slots=True)
class Baseline:
    """What was found in a project at some time."""

    project: str
    """Its subject."""
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a run knows about where its findings come from."""

    paths: Mapping[str, str] = field(default_factory=dict)
    """What findings call a file, to its path from the project's folder."""
    languages: Mapping[str, str] = field(default_factory=dict)
    """What findings call a file, to the language its words are in; a bilingual file has several and is missing."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Id of a concept, to what its source calls it."""

    def path(self, place: Place) -> str:
        return self.paths.get(place.file, place.file)


def entries(findings: Iterable[Finding], outlook: Outlook) -> tuple[Entry, ...]:
    """The findings as a baseline keeps them, each thing once; inflected forms of one term are one."""
    things: dict[tuple[str, ...], dict[tuple[str, ...], list[Finding]]] = {}
    for finding, found in sorted(((f, _renderings(f)) for f in findings), key=lambda row: row[1]):
        language = _language(finding, outlook)
        file = () if finding.concept else _files(finding, outlook)
        known = things.setdefault((finding.code, finding.concept, language, *file), {})
        like = (forms for forms in known if same_words(forms, found, language))
        key = found if found in known else next(like, found)
        known.setdefault(key, []).append(finding)
    rows = (row for known in things.values() for row in known.items())
    return tuple(sorted(_entry(forms, same, outlook) for forms, same in rows))


def _entry(renderings: tuple[str, ...], same: Sequence[Finding], outlook: Outlook) -> Entry:
    files = sorted({file for finding in same for file in _files(finding, outlook)})
    name = outlook.names.get(same[0].concept, "")
    return Entry(same[0].code, name, same[0].concept, renderings, tuple(files), len(same))


def _files(finding: Finding, outlook: Outlook) -> tuple[str, ...]:
    places = [p for v in finding.variants for p in v.places] or [finding.place]
    return tuple(sorted({outlook.path(p) for p in places}))


def _renderings(finding: Finding) -> tuple[str, ...]:
    return tuple(sorted({v.text for v in finding.variants})) or (finding.text,)


def _language(finding: Finding, outlook: Outlook) -> str:
    """The language in which the words are inflected as the text wants it; the forms of a conflict are cited."""
    inflected = finding.concept and not finding.variants
    return outlook.languages.get(finding.place.file, "") if inflected else ""


def same_words(one: tuple[str, ...], other: tuple[str, ...], language: str) -> bool:
    """Whether two renderings are the same; with a language also where they are inflected differently."""
    if one == other or not language or len(one) != 1 or len(other) != 1:
        return one == other
    mine, yours = _lemmas(one[0], language), _lemmas(other[0], language)
    return len(mine) == len(yours) and all(map(frozenset.intersection, mine, yours))


@lru_cache(maxsize=1 << 12)
def _lemmas(text: str, language: str) -> tuple[frozenset[str], ...]:
    """Of every word all that it may be a form of."""
    return tuple(
        frozenset(fold(a.lemma) for a in word.analyses) or frozenset({fold(word.text)})
        for word in words(text, language)
    )


def sift(
    findings: Sequence[Finding], baseline: Baseline, outlook: Outlook
) -> tuple[tuple[Finding, ...], frozenset[Entry]]:
    """
    The findings that the baseline does not hold, and the entries that were met again.

    A conflict with a rendering that its entry does not have is new.
    """
    index: dict[tuple[str, ...], list[Entry]] = {}
    for entry in baseline.entries:
        for handle in _handles(entry):
            index.setdefault(handle, []).append(entry)
    met: Counter[Entry] = Counter()
    new = []
    for finding in findings:
        (sought,) = entries([finding], outlook)
        alike = dict.fromkeys(entry for handle in _handles(sought) for entry in index.get(handle, ()))
        same = [entry for entry in alike if _same(entry, sought, _language(finding, outlook))]
        known = next((entry for entry in same if finding.concept or met[entry] < entry.count), None)
        met.update([known] if known else same[:1])
        if known is None:
            new.append(finding)
    return tuple(new), frozenset(met)


def _handles(entry: Entry) -> Iterator[tuple[str, ...]]:
    """What an entry's thing is known by: its id or its name; without a concept its files."""
    if not entry.concept:
        yield (entry.code, "file", *entry.files)
        return
    yield entry.code, "concept", entry.concept
    if entry.name:
        yield entry.code, "name", entry.name


def _same(known: Entry, found: Entry, language: str) -> bool:
    less = set(found.renderings) <= set(known.renderings)
    return less or same_words(known.renderings, found.renderings, language)


def gone(baseline: Baseline, met: frozenset[Entry], could_meet: Callable[[Entry], bool]) -> tuple[Entry, ...]:
    """The entries that were looked for and not met."""
    return tuple(e for e in baseline.entries if e not in met and could_meet(e))


def renewed(
    baseline: Baseline, found: Sequence[Entry], project: str, could_meet: Callable[[Entry], bool]
) -> Baseline:
    """What is found now, and what was found before and not looked for this time."""
    kept = (e for e in baseline.entries if not could_meet(e) and e not in found)
    return Baseline(project, tuple(sorted((*found, *kept))))


def serialize(baseline: Baseline) -> bytes:
    """A baseline as a JSON file: sorted, one line a field, so that it is reviewed as a diff."""
    rows = [{k: v for k, v in asdict(e).items() if v or k == "code"} for e in baseline.entries]
    whole = {"format": FORMAT, "version": VERSION, "project": baseline.project, "findings": rows}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def parse(data: bytes, path: str) -> Baseline:
    """
    Read what `serialize` has written.

    Raises
    ------
    UsageError
        When this is no baseline, or one of a later version.

    """
    try:
        whole = json.loads(data)
        known = whole["format"] == FORMAT
        version = whole["version"]
        found = Baseline(str(whole["project"]), tuple(_entries(whole["findings"])))
    except (ValueError, KeyError, TypeError, AttributeError):
        known, version, found = False, VERSION, Baseline("")
    if not known:
        raise UsageError(
            say("{path} is no baseline; let --update-baseline write one under another name", path=path)
        )
    if version != VERSION:
        raise UsageError(
            say(
                "{path} is a baseline of version {version}, which this termaccord does not know; make it anew",
                path=path,
                version=str(version),
            )
        )
    return found


def _entries(rows: Sequence[dict[str, Any]]) -> Iterator[Entry]:
    for row in rows:
        lists = {key: tuple(map(str, row.get(key, ()))) for key in ("renderings", "files")}
        yield Entry(
            str(row["code"]),
            str(row.get("name", "")),
            str(row.get("concept", "")),
            **lists,
            count=int(row["count"]),
        )
