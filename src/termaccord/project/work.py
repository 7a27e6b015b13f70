"""The ways through the house that need no project: align two documents, extract from any files."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from termaccord.align.path import align
from termaccord.align.units import Units, units
from termaccord.extract.glossary import concepts_to_glossary
from termaccord.extract.propose import Sheet, propose, propose_sheets
from termaccord.formats import tables, tbx, tmx
from termaccord.model import (
    Alignment,
    Document,
    Finding,
    Glossary,
    Memory,
    ProposedConcept,
    Segment,
    Span,
    TranslationUnit,
    say,
)
from termaccord.project import corpus as corpora
from termaccord.project.corpus import Corpus
from termaccord.project.errors import UsageError
from termaccord.store.vectors import Vectors
from termaccord.text.embed import Embed, cached, load
from termaccord.text.placeables import masked

Step = Callable[[str, int, int], None]
"""(what is being done, done so far, in all)."""
Known = tuple[tuple[str, str], ...]
"""Term pairs that anchor an alignment."""
FEW = 400
"""Segments under which a second process costs more than it saves."""


def silent(_what: str, _done: int, _all: int) -> None:
    """Take progress and tell nobody."""


@lru_cache(maxsize=1)
def embedder(cache: Path | None) -> Embed:
    """The embedding model, its vectors kept in the folder `cache`."""
    return load() if cache is None else cached(load(), Vectors(cache / "vectors"))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two documents ready to be aligned, or None and what was wrong with them."""

    documents: tuple[Document, Document] | None
    findings: tuple[Finding, ...] = ()


def open_pair(
    source: tuple[str, str],
    target: tuple[str, str],
    sentences: bool = False,
    standard_input: bytes | None = None,
) -> Pair:
    """
    Read two documents, each a path and a language tag (empty: to be found out).

    With `sentences` every line is a segment.

    Raises
    ------
    UsageError
        When a path does not exist.

    """
    found: list[Document] = []
    findings: list[Finding] = []
    for path, language in (source, target):
        if path != corpora.STANDARD_INPUT and not Path(path).is_file():
            raise UsageError(say("no such file: {path}", path=path))
        corpus = corpora.open_paths([path], language, standard_input)
        findings += corpus.findings
        found += corpus.documents[:1]
    if len(found) < 2:
        return Pair(None, tuple(findings))
    one, two = (lines_as_segments(d) if sentences else d for d in found)
    return Pair((one, two), tuple(findings))


def lines_as_segments(document: Document) -> Document:
    """The document with a segment for every line of its text; an empty line is an empty segment."""
    segments: list[Segment] = []
    start = 0
    lines = document.text.split("\n")
    for line in lines[:-1] if lines[-1] == "" else lines:
        text = line.removesuffix("\r")
        segments.append(Segment(Span(start, start + len(text)), text))
        start += len(line) + 1
    return replace(document, segments=tuple(segments), blocks=())


def align_documents(
    source: Document, target: Document, cache: Path | None = None, known: Known = (), step: Step = silent
) -> Alignment:
    """Align two segmented documents."""
    step(say("aligning"), 0, 1)
    aligned = align(source, target, embedder(cache), known=known)
    step(say("aligning"), 1, 1)
    return aligned


def align_corpus(
    pairs: Sequence[tuple[Document, Document]],
    cache: Path | None = None,
    known: Known = (),
    step: Step = silent,
    jobs: int | None = None,
) -> tuple[Alignment, ...]:
    """
    Align every pair; a large corpus is shared out over all cores, the answer is the same.

    `jobs` is the number of processes; None takes one a core where there is enough to do.
    """
    if not pairs:
        return ()
    segments = sum(len(s.segments) + len(t.segments) for s, t in pairs)
    workers = jobs or (1 if segments < FEW else min(os.cpu_count() or 1, len(pairs)))
    step(say("aligning"), 0, len(pairs))
    if workers <= 1:
        embed = embedder(cache)
        return tuple(_counted(step, len(pairs), (align(s, t, embed, known=known) for s, t in pairs)))
    with ProcessPoolExecutor(workers, initializer=_single_threaded) as pool:
        tasks = [(s, t, cache, known) for s, t in pairs]
        return tuple(_counted(step, len(pairs), pool.map(_align_one, tasks)))


def _counted(step: Step, total: int, aligned: Iterable[Alignment]) -> Iterator[Alignment]:
    for done, alignment in enumerate(aligned, 1):
        step(say("aligning"), done, total)
        yield alignment


def _single_threaded() -> None:
    """A worker is one core's; threads of the linear algebra library would fight over it."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def _align_one(task: tuple[Document, Document, Path | None, Known]) -> Alignment:
    source, target, cache, known = task
    return align(source, target, embedder(cache), known=known)


@dataclass(frozen=True, slots=True)
class Extraction:
    """The concepts found, the documents they were found in, and what was wrong with the input."""

    concepts: tuple[ProposedConcept, ...]
    documents: tuple[Document, ...]
    findings: tuple[Finding, ...] = ()


def extract(
    paths: Sequence[str],
    language: str = "",
    standard_input: bytes | None = None,
    cache: Path | None = None,
    accepted: Glossary | None = None,
    step: Step = silent,
) -> Extraction:
    """
    Concepts with all their renderings from a corpus, from documents or from bilingual files.

    Raises
    ------
    UsageError
        When a path does not exist.

    """
    corpus = corpora.open_paths(paths, language, standard_input)
    concepts = extract_corpus(corpus, cache, accepted, step)
    return Extraction(concepts, corpus.documents, corpus.findings)


def extract_corpus(
    corpus: Corpus,
    cache: Path | None = None,
    accepted: Glossary | None = None,
    step: Step = silent,
    alignments: Sequence[Alignment] | None = None,
) -> tuple[ProposedConcept, ...]:
    """
    Concepts of a corpus that is open, and perhaps aligned, already: of its documents, then of its bilingual files.

    Files of one direction are taken together: what they name is named once, with its places in all of them.
    """
    embed = embedder(cache)
    concepts: list[ProposedConcept] = []
    directions = _directions(corpus)
    total = len(directions) + bool(corpus.documents)
    if corpus.documents:
        if alignments is None:
            alignments = align_corpus(corpus.pairs, cache, step=step)
        step(say("extracting"), 0, total)
        concepts += propose(corpus.documents, alignments, embed, accepted=accepted)
    for done, ((source, target), sheets) in enumerate(directions.items(), total - len(directions)):
        step(say("extracting"), done, total)
        concepts += propose_sheets(sheets, source, target, embed)
    step(say("extracting"), total, total)
    return tuple(sorted(concepts, key=lambda c: (-c.score, c.id)))


def _directions(corpus: Corpus) -> dict[tuple[str, str], list[Sheet]]:
    """The bilingual files by source and target language."""
    found: dict[tuple[str, str], list[Sheet]] = {}
    for file in corpus.bilingual:
        for language in file.target_languages:
            sheet = Sheet(file.path, _readable(file.units))
            found.setdefault((file.source_language, language), []).append(sheet)
    return found


def _readable(units: Sequence[TranslationUnit]) -> tuple[TranslationUnit, ...]:
    """The units without variables and markup, which are no words; offsets stay."""
    return tuple(
        replace(u, variants=tuple(replace(v, content=(masked(v.text),)) for v in u.variants)) for u in units
    )


def units_of(aligned: Alignment, least_confidence: float) -> Units:
    """The translation units of an alignment and how many beads were too doubtful for one."""
    return units(aligned, least_confidence=least_confidence)


def memory_bytes(aligned: Alignment, kept: Units) -> bytes:
    """The units as a TMX file."""
    return tmx.serialize(Memory(kept.units, aligned.source.language))


def glossary_bytes(concepts: Sequence[ProposedConcept], documents: Sequence[Document], form: str) -> bytes:
    """Concepts as a glossary file: tbx, tsv or xlsx."""
    glossary = concepts_to_glossary(concepts, documents)
    return tbx.serialize(glossary) if form == "tbx" else tables.serialize(glossary.concepts, form)
