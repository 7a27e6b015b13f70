"""What a rule is: what it gets to see, and what it answers."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from termaccord.model import (
    Alignment,
    Concept,
    Content,
    Document,
    Glossary,
    Place,
    ProposedConcept,
    Rendering,
    Severity,
    Span,
    Status,
    Suppression,
    Term,
)

ALL = "ALL"
"""Means every rule."""

REJECTED = frozenset({Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN})
"""What a text should no longer say."""


class Scope(StrEnum):
    """What a rule is shown at a time."""

    PASSAGE = "passage"
    DOCUMENT = "document"
    CORPUS = "corpus"
    MEMORY = "memory"
    GLOSSARY = "glossary"
    SUPPRESSION = "suppression"


@dataclass(frozen=True, slots=True)
class Use:
    """A glossary term where it stands in a text."""

    span: Span
    """Within the text that holds it."""
    concept: Concept
    term: Term
    year: str = ""
    """The year behind a term that has none of its own."""
    instead: str = ""
    """Of a part of a rejected name: the same part of the accepted one, which the glossary does not list on its own."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text in one language, or a stretch of one, with the terms that stand in it and where it comes from."""

    text: str
    language: str
    """BCP 47."""
    file: str = ""
    """The path as the user knows it."""
    unit: str = ""
    """Of a bilingual file: the unit's id."""
    line: int | None = None
    """Of a bilingual file: the line where the text begins."""
    uses: tuple[Use, ...] = ()
    """Glossary terms in order of place, the longest where several share one."""
    content: Content = ()
    """The text with its inline codes; empty where there are none."""
    start: int = 0
    """Where it begins in its document."""
    document: Document | None = None

    def place(self, span: Span) -> Place:
        """Where a reader finds a stretch of this text."""
        if self.document is None:
            return Place(self.file, self.unit, span, self.line, language=self.language if self.unit else "")
        shifted = span.shifted(self.start)
        return self.document.place(shifted, self.file, self.unit)

    @property
    def whole(self) -> Place:
        """All of it."""
        return self.place(Span(0, len(self.text)))


def _no_relatives(_term: Term, _language: str) -> tuple[Concept, ...]:
    return ()


def _nothing_found(_span: Span, _source: Text, _target: Text) -> Span | None:
    return None


@dataclass(frozen=True, slots=True)
class Passage:
    """A segment, or the segments of a bead, with its counterpart where the text is a translation."""

    target: Text
    """The text under examination."""
    source: Text | None = None
    """What it translates; None in a text of its own."""
    before: str = ""
    """What stands before the target: where a bead ends too early, something missed here is there."""
    after: str = ""
    """What stands behind it."""
    source_before: str = ""
    source_after: str = ""
    confidence: float = 1.0
    """That source and target translate each other; 1 in a file that pairs them itself."""
    paired: bool = False
    """Whether a file pairs them, rather than our alignment."""
    relatives: Callable[[Term, str], tuple[Concept, ...]] = _no_relatives
    """A term of one word in a language to the concepts whose term has the same root: infected, infect."""
    discovered: Callable[[Span, Text, Text], Span | None] = _nothing_found
    """A stretch of the source to what extraction has found to stand for it in the target."""


@dataclass(frozen=True, slots=True)
class Page:
    """A whole document, or all targets of a bilingual file in one language."""

    texts: tuple[Text, ...]
    """One for a document; one a unit for a bilingual file."""
    language: str
    outlet: str = ""
    style: str = ""
    """House spelling of the outlet, as a language tag; empty where nobody has decided."""


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """All that is under examination, for rules that look across documents."""

    documents: Mapping[str, Document]
    """By path; units of bilingual files are no documents."""
    concepts: tuple[ProposedConcept, ...]
    """What the texts name, with all renderings and places."""
    alignments: tuple[Alignment, ...] = ()
    glossary: Glossary | None = None
    places: Mapping[tuple[str, str], Text] | None = None
    """Of bilingual files: the text of an occurrence, by file and unit and language, see `place_of`."""
    styles: Mapping[str, str] | None = None
    """House style of an outlet: spelling variety, such as en-GB."""
    originals: frozenset[str] = frozenset()
    """Languages that the texts are translated from."""

    def place_of(self, document: str, unit: str, language: str, span: Span) -> Place:
        """Where a reader finds an occurrence."""
        known = self.documents.get(document)
        if known is not None:
            return known.place(span, document, unit)
        text = (self.places or {}).get((document, f"{language}\0{unit}"))
        return text.place(span) if text else Place(document, unit, span)

    def words_before(self, document: str, unit: str, language: str, span: Span) -> str:
        """What stands before an occurrence in its document or unit, without the space between."""
        known = self.documents.get(document)
        if known is not None:
            return known.text[max(0, span.start - 80) : span.start].rstrip(" \u00a0")
        text = (self.places or {}).get((document, f"{language}\0{unit}"))
        return text.text[: span.start].rstrip(" \u00a0") if text else ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A unit of a memory in two languages."""

    source: Text
    target: Text
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Store:
    """A translation memory in one direction: the units of one file, or of all files given."""

    pairs: tuple[Pair, ...]
    source_language: str
    target_language: str


@dataclass(frozen=True, slots=True)
class Termbase:
    """A glossary file."""

    glossary: Glossary
    file: str
    languages: tuple[str, ...] = ()
    """Languages every concept should have; empty: those that most concepts have."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A comment that suppresses findings, and what it has come to."""

    suppression: Suppression
    unknown: tuple[str, ...] = ()
    """What it names that is no rule."""
    idle: tuple[str, ...] = ()
    """What it names that had nothing to say where it covers, though it was asked; ALL where it names none."""


@dataclass(frozen=True, slots=True)
class Change:
    """Words to be put in the place of others, in the text that the mark is in."""

    span: Span
    replacement: str
    safe: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule answers; the engine adds file, code, name and severity."""

    span: Span
    """Within the text under examination: the target of a passage, the text named by `text` elsewhere."""
    message: str
    """One sentence, made by `say`."""
    preferred: str = ""
    concept: str = ""
    why: str = ""
    severity: Severity | None = None
    """None: the rule's own."""
    text: Text | None = None
    """The text that `span` counts in, where it is not a passage's target."""
    place: Place | None = None
    """Instead of a text: a concept of a glossary, a unit as a whole."""
    quoted: str = ""
    """The words marked, where there is no text to take them from."""
    changes: tuple[Change, ...] = ()
    related: tuple[Place, ...] = ()
    variants: tuple[Rendering, ...] = ()
    """Of a conflict: every form with its places, the preferred one first; the mark stands at the first place of another."""
    cited: str = ""
    """How the glossary cites the words marked; with `preferred` that is enough to make a change of."""


Check = Callable[[Any], Iterable[Mark]]
"""Takes what the rule's scope says: Passage, Page, Collection, Store, Termbase or Silence."""


Together = Callable[[Sequence[Any]], Iterable[tuple[Any, Mark]]]
"""Takes all views of the rule's scope, answers marks each with the view that it is in."""


@dataclass(frozen=True, slots=True)
class Case:
    """
    An example that is a test and a paragraph of the rule's page; see `cases` for the notation.

    ⟦ ⟧ say what must be marked; a case without them must stay silent.
    """

    source: str = ""
    target: str = ""
    glossary: str = ""
    """One concept a line: «cluster = кластер; †скопление»."""
    languages: tuple[str, str] = ("en", "ru")
    """Of source and target."""
    texts: tuple[str, ...] = ()
    """For rules that look across documents: «en courier: The motto is ⟦Common Goal⟧.», the original first."""
    concepts: str = ""
    """What `texts` name: «motto: единая цель = Common Goal; A Single Goal»."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A check with its name, its reason and its examples; a function, so it has no state to reset."""

    code: str
    name: str
    scope: Scope
    severity: Severity
    summary: str
    """One sentence, made by `say`: what is wrong."""
    reason: str
    """Why that matters to a reader, made by `say`."""
    source: str
    """The standard, guide or paper it comes from."""
    check: Check
    together: Together | None = None
    """Instead of `check`, where all views of a run are at hand: a rule that learns from one about another."""
    cases: tuple[Case, ...] = ()
    default: bool = True
    """Whether it runs without being asked for."""
