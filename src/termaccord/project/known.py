"""Findings held against a baseline file: what is new, what is gone, and writing the file anew."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from termaccord.lint.engine import Material
from termaccord.lint.rule import Rule
from termaccord.model import Finding, say
from termaccord.project import baseline as baselines
from termaccord.project.baseline import Baseline, Entry, Outlook
from termaccord.project.corpus import Corpus
from termaccord.project.errors import UsageError
from termaccord.project.files import read, write
from termaccord.project.settings import Settings


@dataclass(frozen=True, slots=True)
class Known:
    """What is left of the findings."""

    findings: tuple[Finding, ...]
    """New ones only."""
    count: int = 0
    """How many were known."""
    gone: tuple[Entry, ...] = ()
    """What the baseline holds and the texts do not any more."""
    written: bool = False
    """Whether the baseline is another now."""


@dataclass(frozen=True, slots=True)
class Run:
    """What was looked at, and by which rules."""

    corpus: Corpus
    material: Material
    rules: tuple[Rule, ...]
    settings: Settings | None

    @property
    def root(self) -> Path:
        return self.settings.root.resolve() if self.settings else Path.cwd()

    @property
    def subject(self) -> str:
        return self.settings.subject if self.settings else Settings(Path()).subject

    def outlook(self) -> Outlook:
        """Paths, languages and names by which an entry knows its finding."""
        concepts = self.material.glossary.concepts if self.material.glossary else ()
        names = {c.id: c.languages[0].terms[0].text for c in concepts if c.languages and c.languages[0].terms}
        names |= {c.id: c.terms[0].text for c in self.material.concepts if c.terms}
        return Outlook(
            {file.name: below(self.root, file.path) for file in self.corpus.files},
            {d.path or d.name: d.language for d in self.material.documents},
            names,
        )

    def could_meet(self) -> Callable[[Entry], bool]:
        """Whether a finding of an entry would have been found: its rule has run over all its files that are left."""
        codes = {rule.code for rule in self.rules}
        looked_at = {below(self.root, file.path) for file in self.corpus.files}

        def could(entry: Entry) -> bool:
            left = [file for file in entry.files if file in looked_at or (self.root / file).is_file()]
            return entry.code in codes and all(file in looked_at for file in left)

        return could


def below(root: Path, path: Path) -> str:
    """A path as seen from `root`; whole where it is not in that folder."""
    whole = path.resolve()
    return (whole.relative_to(root) if whole.is_relative_to(root) else whole).as_posix()


def against(findings: Sequence[Finding], path: Path, run: Run, update: bool = False) -> Known:
    """
    Hold findings against the baseline at `path`; with `update` write there what is found now.

    Raises
    ------
    UsageError
        When there is no such file, or it is no baseline, or one of another project.

    """
    outlook = run.outlook()
    if update:
        old = _open(path, run) if path.exists() else Baseline(run.subject)
        found = baselines.entries(findings, outlook)
        new = baselines.renewed(old, found, run.subject, run.could_meet())
        return Known((), len(findings), written=write(path, baselines.serialize(new)))
    known = _open(path, run)
    fresh, met = baselines.sift(findings, known, outlook)
    return Known(fresh, len(findings) - len(fresh), baselines.gone(known, met, run.could_meet()))


def _open(path: Path, run: Run) -> Baseline:
    if not path.is_file():
        raise UsageError(say("no such file: {path}; --update-baseline makes it", path=str(path)))
    found = baselines.parse(read(path), str(path))
    standard = Settings(Path()).subject
    files = {file for entry in found.entries for file in entry.files if not file.startswith("<")}
    stranger = found.project != run.subject and standard not in {found.project, run.subject}
    if stranger or (files and not any((run.root / file).exists() for file in files)):
        raise UsageError(
            say(
                "{path} is the baseline of another project, “{project}”; let --update-baseline write one under another name",
                path=str(path),
                project=found.project,
            )
        )
    return found
