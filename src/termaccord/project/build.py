"""The main job: the corpus goes in, the memory and the proposed glossary come out, in ten lines and their paths."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from termaccord.align.units import units
from termaccord.extract.decided import undecided
from termaccord.extract.glossary import concepts_to_glossary
from termaccord.extract.propose import propose
from termaccord.formats import tbx
from termaccord.model import Alignment, Finding, Glossary, ProposedConcept, Rejection, say
from termaccord.project import corpus as corpora
from termaccord.project.corpus import Corpus
from termaccord.project.files import read, remove, write
from termaccord.project.fingerprint import Record, digest, recall, remember
from termaccord.project.outputs.exports import Exports, exports, outdated, unmade
from termaccord.project.outputs.leftover import replaced, strangers
from termaccord.project.outputs.memories import Memories, memories
from termaccord.project.settings import Settings
from termaccord.project.summary import Summary, bead_kinds, boilerplate, coverage, splits
from termaccord.project.terms.rejected import open_rejected
from termaccord.project.work import Known, Step, align_corpus, embedder, silent

Accepted = dict[str, Glossary | None]
"""The accepted glossary of each subject; empty names the project's own."""

Rejected = dict[str, tuple[Rejection, ...]]
"""What has been turned down of each subject."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did, or would have to do."""

    summary: dict[str, object]
    """A `Summary` as a table of plain values; the JSON of `build`."""
    findings: tuple[Finding, ...]
    changed: tuple[Path, ...]
    """Files that were written or, in a check, that differ from what the corpus gives."""
    removed: tuple[Path, ...] = ()
    """Files of earlier builds whose units now stand in others: taken away or, in a check, still there."""
    fresh: bool = True
    """False: nothing had changed since the last build and nothing was computed."""


def build(
    settings: Settings, step: Step = silent, check: bool = False, force: bool = False, jobs: int | None = None
) -> Outcome:
    """
    Bring `tmx/` and the proposed glossary of a project up to date; the accepted glossary is only read.

    With `check` nothing is written; `force` computes even when nothing has changed.

    Raises
    ------
    UsageError
        When there is no corpus or a file cannot be written.

    """
    corpus = corpora.open_folder(settings.corpus_folder)
    inputs = digest(settings, corpus)
    record = None if force else recall(settings)
    if record is not None and record.inputs == inputs and not _outdated(settings, record.outputs):
        return Outcome(record.summary, corpus.findings, (), fresh=False)
    accepted, trouble = _open_accepted(settings, corpus)
    rejected, doubts = _open_rejected(settings, accepted)
    made = _make(settings, corpus, accepted, rejected, step, jobs)
    last = recall(settings)
    gone = (*replaced(settings, made.alignments, made.files, last), *outdated(settings, made.files, last))
    kept = (*made.files, *gone)
    others = (*strangers(settings, kept), *unmade(settings, kept))
    findings = (*corpus.findings, *trouble, *doubts, *others)
    changed = _differing(made.files)
    if not check:
        for path in changed:
            write(path, made.files[path])
        for path in gone:
            remove(path)
        remember(settings, Record(inputs, made.digests(settings), made.summary))
    return Outcome(made.summary, findings, changed, gone)


@dataclass(frozen=True, slots=True)
class _Made:
    alignments: tuple[Alignment, ...]
    files: dict[Path, bytes]
    summary: dict[str, object]

    def digests(self, settings: Settings) -> dict[str, str]:
        return {p.relative_to(settings.root).as_posix(): Record.of(d) for p, d in self.files.items()}


def _make(
    settings: Settings, corpus: Corpus, accepted: Accepted, rejected: Rejected, step: Step, jobs: int | None
) -> _Made:
    known = tuple(pair for glossary in accepted.values() for pair in known_pairs(glossary))
    alignments = align_corpus(corpus.pairs, settings.cache_folder, known, step, jobs)
    kept = [units(a, least_confidence=settings.least_confidence) for a in alignments]
    memory = memories(settings.memory_folder, alignments, kept)
    files = dict(memory.files)
    concepts: list[ProposedConcept] = []
    for done, subject in enumerate(accepted):
        step(say("extracting"), done, len(accepted))
        found = _proposed(settings, corpus, alignments, subject, accepted[subject])
        field = subject or settings.subject_field
        waiting = undecided(found, accepted[subject], rejected[subject])
        glossary = concepts_to_glossary(waiting, corpus.documents, subject_field=field)
        files[settings.proposed_glossary(subject)] = tbx.serialize(glossary)
        concepts += found
    step(say("extracting"), len(accepted), len(accepted))
    ids = {c.id for glossary in accepted.values() if glossary for c in glossary.concepts}
    left_out = sum(k.left_out for k in kept)
    told = exports(settings, accepted, alignments)
    files |= told.files
    summary = _summary(settings, corpus, alignments, memory, left_out, concepts, ids, told)
    return _Made(alignments, files, summary)


def _proposed(
    settings: Settings,
    corpus: Corpus,
    alignments: tuple[Alignment, ...],
    subject: str,
    accepted: Glossary | None,
) -> tuple[ProposedConcept, ...]:
    """The concepts of the texts of one subject."""
    documents = [d for d in corpus.documents if d.subject == subject]
    own = [a for a in alignments if a.source.subject == subject == a.target.subject]
    return propose(documents, own, embedder(settings.cache_folder), accepted=accepted)


def _open_accepted(settings: Settings, corpus: Corpus) -> tuple[Accepted, tuple[Finding, ...]]:
    """The accepted glossary of each subject, where there is one, and what was wrong with them."""
    accepted: Accepted = {}
    findings: list[Finding] = []
    for subject in sorted({d.subject for d in corpus.documents} | {""}):
        path = settings.accepted_glossary(subject)
        accepted[subject] = None
        if path.is_file():
            reading = tbx.parse(read(path), str(path))
            accepted[subject] = reading.value
            findings += reading.findings
    return accepted, tuple(findings)


def _open_rejected(settings: Settings, subjects: Iterable[str]) -> tuple[Rejected, tuple[Finding, ...]]:
    readings = {subject: open_rejected(settings.rejected_list(subject)) for subject in subjects}
    findings = tuple(finding for reading in readings.values() for finding in reading.findings)
    return {subject: reading.value for subject, reading in readings.items()}, findings


def known_pairs(glossary: Glossary | None) -> Known:
    """Every two terms of a concept in different languages: they anchor an alignment."""
    pairs: dict[tuple[str, str], None] = {}
    for concept in glossary.concepts if glossary else ():
        for one in concept.languages:
            for other in concept.languages:
                if one.language != other.language:
                    pairs.update(dict.fromkeys((a.text, b.text) for a in one.terms for b in other.terms))
    return tuple(pairs)


def _summary(
    settings: Settings,
    corpus: Corpus,
    alignments: tuple[Alignment, ...],
    memory: Memories,
    left_out: int,
    concepts: Sequence[ProposedConcept],
    known: set[str],
    told: Exports,
) -> dict[str, object]:
    summary = Summary(
        documents=dict(sorted(Counter(d.language for d in corpus.documents).items())),
        segments=sum(len(d.segments) for d in corpus.documents),
        boilerplate=boilerplate(corpus.documents),
        pairs=len(alignments),
        beads=bead_kinds(alignments),
        coverage=round(coverage(alignments, settings.least_confidence), 4),
        left_out=left_out,
        repeated=memory.repeated,
        alternatives=memory.alternatives,
        units=memory.units,
        concepts=dict(Counter(c.category.value for c in concepts).most_common()),
        terms=sum(len(c.terms) for c in concepts),
        recognised=sum(c.id in known for c in concepts),
        splits=splits(concepts, corpus.documents, alignments),
        exports=told.gone,
    )
    plain: dict[str, object] = json.loads(json.dumps(asdict(summary), ensure_ascii=False))
    return plain


def _outdated(settings: Settings, outputs: dict[str, str]) -> bool:
    return any(_current(settings.root / path) != known for path, known in outputs.items())


def _current(path: Path) -> str:
    return Record.of(path.read_bytes()) if path.is_file() else ""


def _differing(files: dict[Path, bytes]) -> tuple[Path, ...]:
    return tuple(sorted(p for p, data in files.items() if not p.is_file() or p.read_bytes() != data))
