"""Checking texts: everything named is read, aligned, searched for names and held against rules and glossary."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from termaccord.formats.positions import positioned
from termaccord.lint.choice import LEVELS, Choice, chosen, ignored_in, severe, specificity
from termaccord.lint.engine import Bilingual, Material, terms_only
from termaccord.lint.engine import lint as run
from termaccord.lint.rule import Rule, Scope, Termbase
from termaccord.lint.rules import RULES
from termaccord.lint.silence import without
from termaccord.model import Document, Finding, Glossary, Place, ProposedConcept, Severity
from termaccord.project import corpus as corpora
from termaccord.project import glossaries
from termaccord.project.build import known_pairs
from termaccord.project.corpus import Corpus, OpenedFile, Read
from termaccord.project.errors import UsageError
from termaccord.project.files import read
from termaccord.project.known import Known, Run, against, below
from termaccord.project.lint_settings import LintSettings, demand_known
from termaccord.project.settings import Settings, find_settings, user_cache
from termaccord.project.work import Step, align_corpus, extract_corpus, silent


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
    select: tuple[str, ...] = ()
    """In the place of what the project selects and ignores; empty: what the project has decided."""
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    least: Severity | None = None
    """None: what the project has decided."""
    fail_on: str = ""
    """A severity or `never`; empty: what the project has decided."""
    baseline: Path | None = None
    """What was found already, and is not told again."""
    update_baseline: bool = False
    """Write what is found to the baseline."""
    original: str = ""
    """The file that files of strings translate; empty: the one that their names tell."""


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
    failing: frozenset[Severity] = frozenset({Severity.ERROR})
    """The severities that make a check fail."""
    known: Known | None = None
    """What a baseline has to do with it."""
    files: tuple[OpenedFile, ...] = ()
    """Where on the disk everything is that findings name."""

    @property
    def counts(self) -> dict[str, int]:
        """Findings by severity, and the number of files read."""
        found = Counter(f.severity for f in self.findings)
        read = len(self.documents) + len(self.bilingual)
        return {**{s.value: found[s] for s in Severity}, "documents": read}

    @property
    def failed(self) -> bool:
        """Whether anything was found that should not be there."""
        return any(f.severity in self.failing for f in self.findings)


def lint(request: Request, step: Step = silent, read: Read = read) -> Report:
    """
    Check everything that the request names; `read` brings the bytes of a file.

    Raises
    ------
    UsageError
        When a path does not exist or a setting is unusable.

    """
    settings = find_settings(Path.cwd())
    decided = settings.lint if settings else LintSettings()
    choice = _choice(request, decided)
    rules = chosen(RULES, choice)
    examined, texts = glossaries.examined(request.paths)
    corpus = Corpus()
    if texts or not examined:
        corpus = corpora.open_paths(
            texts, request.language, request.standard_input, read, sentences=False, original=request.original
        )
    if corpus.pairs or not terms_only(rules) or any(rule.scope is Scope.CORPUS for rule in rules):
        corpus = corpora.segmented(corpus)
    corpus = _with_authority(corpus, settings)
    known_terms, trouble = glossaries.open_glossaries(_terms(request, settings))
    termbases, broken = glossaries.open_glossaries(examined)
    material = _material(corpus, glossaries.joined(known_terms), rules, settings, step)
    material = replace(material, termbases=tuple(Termbase(glossary, name) for name, glossary in termbases))
    ran = Run(corpus, material, rules, settings)
    found = severe(_elsewhere(run(material, rules, step), choice, ran), rules, choice)
    paths = {file.name: file.path for file in corpus.files}
    found = positioned(found, lambda name: read(paths[name]) if name in paths else None)
    known, doubt = _known(found, request, ran)
    return Report(
        known.findings if known else found,
        (*corpus.findings, *trouble, *broken, *doubt),
        corpus.documents,
        tuple(file.path for file in corpus.bilingual),
        material.bilingual,
        material.concepts,
        material.glossary,
        failing(request.fail_on or decided.fail_on),
        known,
        files=corpus.files,
    )


def _known(
    found: tuple[Finding, ...], request: Request, ran: Run
) -> tuple[Known | None, tuple[Finding, ...]]:
    """What the baseline leaves; one that is of no use is trouble, and then everything is new."""
    if request.baseline is None:
        return None, ()
    try:
        return against(found, request.baseline, ran, request.update_baseline), ()
    except UsageError as error:
        return None, (Finding("P009", error.message, Place(str(request.baseline)), Severity.ERROR),)


def failing(least: str) -> frozenset[Severity]:
    """The severities from the severest down to `least`; none for `never`."""
    if least not in {*LEVELS}:
        return frozenset()
    return frozenset(LEVELS[: LEVELS.index(Severity(least)) + 1])


def _choice(request: Request, decided: LintSettings) -> Choice:
    """What the project has decided, with what the command line says in its place."""
    choice = decided.choice
    if request.select:
        on = {rule: severity for rule, severity in choice.severity.items() if severity is not None}
        choice = replace(choice, select=request.select, extend_select=(), ignore=(), severity=on)
    choice = replace(
        choice,
        extend_select=(*choice.extend_select, *request.extend_select),
        ignore=(*choice.ignore, *request.ignore),
        least=request.least or choice.least,
    )
    for option, words in (
        ("--select", request.select),
        ("--extend-select", request.extend_select),
        ("--ignore", request.ignore),
    ):
        demand_known(Choice(words), option)
    return choice


def _elsewhere(findings: Sequence[Finding], choice: Choice, ran: Run) -> tuple[Finding, ...]:
    """The findings without what is ignored in their files."""
    if not choice.per_file_ignores:
        return tuple(findings)
    paths = {file.name: below(ran.root, file.path) for file in ran.corpus.files}
    by_code = {rule.code: rule for rule in RULES}

    @cache
    def ignored(name: str, code: str) -> bool:
        wanted = {w for path in (name, paths.get(name, name)) for w in ignored_in(path, choice)}
        return any(specificity(w, by_code[code]) >= 0 for w in wanted)

    def hidden(code: str) -> Callable[[Place], bool]:
        return lambda place: ignored(place.file, code)

    left = (without(f, hidden(f.code)) for f in findings)
    return tuple(f for f in left if f is not None)


def _with_authority(corpus: Corpus, settings: Settings | None) -> Corpus:
    """Documents that name no authority of their own have their outlet's."""
    known = settings.outlets if settings else {}
    documents = tuple(
        replace(d, authority=known[d.outlet].authority) if not d.authority and d.outlet in known else d
        for d in corpus.documents
    )
    return replace(corpus, documents=documents)


def _terms(request: Request, settings: Settings | None) -> tuple[Path, ...]:
    """The glossaries that texts are held against."""
    if not request.with_glossary:
        return ()
    if request.glossaries:
        return tuple(Path(p) for p in request.glossaries)
    if settings is None:
        return ()
    if settings.lint.glossary:
        return tuple(settings.root / p for p in settings.lint.glossary)
    folder = settings.root / settings.glossary
    return tuple(sorted(p for p in folder.glob("*.tbx") if not p.name.endswith(".proposed.tbx")))


def _material(
    corpus: Corpus,
    known: Glossary | None,
    rules: Sequence[Rule],
    settings: Settings | None,
    step: Step,
) -> Material:
    cache = user_cache()
    alignments = align_corpus(corpus.pairs, cache, known_pairs(known), step)
    learns = any(rule.together for rule in rules) and known is not None and bool(alignments)
    wanted = learns or any(rule.scope is Scope.CORPUS for rule in rules)
    concepts: tuple[ProposedConcept, ...] = (
        extract_corpus(corpus, cache, known, step, alignments) if wanted else ()
    )
    files = tuple(Bilingual(f.path, f.units, f.source_language, f.target_languages) for f in corpus.bilingual)
    styles = {name: o.style for name, o in (settings.outlets if settings else {}).items() if o.style}
    said = [s for document in corpus.documents for s in document.suppressions]
    said += [s for file in corpus.bilingual for s in file.suppressions]
    return Material(corpus.documents, alignments, files, concepts, known, (), styles, tuple(said))
