"""Checking texts: everything named is read, aligned, searched for names and held against rules and glossary."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from termaccord.lint.engine import Bilingual, Material
from termaccord.lint.engine import lint as run
from termaccord.lint.rule import Rule, Scope, Termbase
from termaccord.lint.rules import RULES
from termaccord.model import Concept, Document, Finding, Glossary, ProposedConcept, Severity
from termaccord.project import corpus as corpora
from termaccord.project.build import known_pairs
from termaccord.project.corpus import Corpus, OpenedFile
from termaccord.project.glossaries import open_glossaries
from termaccord.project.settings import Settings, find_settings
from termaccord.project.work import Step, align_corpus, extract_corpus, silent, user_cache


@dataclass(frozen=True, slots=True)
class Request:
    """What the user wants checked, and how."""

    paths: tuple[str, ...]
    language: str = ""
    """Of documents whose paths do not show it."""
    glossaries: tuple[str, ...] = ()
    """Empty: those that the project has accepted."""
    with_glossary: bool = True
    standard_input: bytes | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in the texts, what was wrong with the input, and what was read."""

    findings: tuple[Finding, ...]
    trouble: tuple[Finding, ...]
    """Files that could not be read, or not wholly."""
    documents: tuple[Document, ...]
    bilingual: tuple[str, ...] = ()
    units: tuple[Bilingual, ...] = ()
    """What the bilingual files hold, to quote from."""
    concepts: tuple[ProposedConcept, ...] = ()
    """What the texts name, consistent or not; empty where no rule asked for it."""
    glossary: Glossary | None = None
    """What the texts were held against."""
    files: tuple[OpenedFile, ...] = ()
    """Where on the disk everything is that findings name."""

    @property
    def counts(self) -> dict[str, int]:
        """Findings by severity, and the number of files read."""
        found = Counter(f.severity for f in self.findings)
        read = len(self.documents) + len(self.bilingual)
        return {**{s.value: found[s] for s in Severity}, "documents": read}


def lint(request: Request, step: Step = silent) -> Report:
    """
    Check everything that the request names.

    Raises
    ------
    UsageError
        When a path does not exist or a setting is unusable.

    """
    settings = find_settings(Path.cwd())
    corpus = corpora.open_paths(request.paths, request.language, request.standard_input)
    termbases, trouble = _termbases(request, settings)
    rules = _chosen(RULES)
    material = _material(corpus, termbases, rules, step)
    return Report(
        run(material, rules, step),
        (*corpus.findings, *trouble),
        corpus.documents,
        tuple(file.path for file in corpus.bilingual),
        material.bilingual,
        material.concepts,
        material.glossary,
        corpus.files,
    )


def _chosen(rules: Sequence[Rule]) -> tuple[Rule, ...]:
    return tuple(rules)


def _termbases(
    request: Request, settings: Settings | None
) -> tuple[tuple[Termbase, ...], tuple[Finding, ...]]:
    if not request.with_glossary:
        return (), ()
    paths = [Path(p) for p in request.glossaries]
    if not paths and settings is not None:
        folder = settings.root / settings.glossary
        paths = sorted(p for p in folder.glob("*.tbx") if not p.name.endswith(".proposed.tbx"))
    opened, findings = open_glossaries(paths)
    return tuple(Termbase(glossary, name) for name, glossary in opened), findings


def _material(corpus: Corpus, termbases: Sequence[Termbase], rules: Sequence[Rule], step: Step) -> Material:
    known = _joined(termbases)
    cache = user_cache()
    alignments = align_corpus(corpus.pairs, cache, known_pairs(known), step)
    wanted = any(rule.scope is Scope.CORPUS for rule in rules)
    concepts: tuple[ProposedConcept, ...] = (
        extract_corpus(corpus, cache, known, step, alignments) if wanted else ()
    )
    files = tuple(Bilingual(f.path, f.units, f.source_language, f.target_languages) for f in corpus.bilingual)
    return Material(corpus.documents, alignments, files, concepts, known, tuple(termbases))


def _joined(termbases: Sequence[Termbase]) -> Glossary | None:
    """All concepts of all glossaries; the first glossary hides its namesakes in the others."""
    concepts: dict[str, Concept] = {}
    for termbase in termbases:
        for concept in termbase.glossary.concepts:
            concepts.setdefault(concept.id, concept)
    return replace(termbases[0].glossary, concepts=tuple(concepts.values())) if termbases else None
