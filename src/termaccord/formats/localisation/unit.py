"""A string of a localisation file with its translation, its state and its place."""

from dataclasses import dataclass
from enum import StrEnum

from termaccord.model import Content, TranslationUnit, Variant


class State(StrEnum):
    """How far a translation has come."""

    TRANSLATED = "translated"
    FUZZY = "fuzzy"
    """A translation that its tool does not vouch for."""
    UNTRANSLATED = "untranslated"
    OBSOLETE = "obsolete"
    """No longer in the program; kept by the file."""
    LOCKED = "locked"
    """Not to be translated, or not any more."""


@dataclass(frozen=True, slots=True)
class BilingualUnit:
    """A translation unit where its file keeps it."""

    unit: TranslationUnit
    """Source first; without a second variant where there is no translation."""
    state: State
    source_line: int | None = None
    """1-based line where the source string begins."""
    target_line: int | None = None
    """1-based line where the translation begins or would begin."""
    elements: tuple[int, int] = (0, 0)
    """Which start tags of an XML file, the root's being 1, or columns of a table hold source and translation."""
    form: int | None = None
    """Which plural form it is, where its file has several for one string; they have a source line in common."""
    target_language: str = ""
    """BCP 47 of the translation, even where there is none yet; `und` where the file does not say."""

    @property
    def usable(self) -> bool:
        """
        Whether it can be learnt from and checked: translated, and both sides say something.

        What is locked counts where it says something else than its source: it was finished before it was locked.
        """
        texts = [variant.text.strip() for variant in self.unit.variants]
        if len(texts) < 2 or not all(texts):
            return False
        return self.state is State.TRANSLATED or (self.state is State.LOCKED and texts[0] != texts[1])


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a unit."""

    language: str
    content: Content
    line: int | None = None
    element: int = 0
    """Which start tag of an XML file, or column of a table, holds it."""


def bilingual(
    identifier: str,
    source: Half,
    target: Half | None,
    state: State,
    *,
    context: str = "",
    notes: tuple[str, ...] = (),
) -> BilingualUnit:
    """Join two halves; state and context also stand in the unit's properties, so that a TMX keeps them."""
    properties = [("x-state", state.value)] if state is not State.TRANSLATED else []
    if context:
        properties.append(("x-context", context))
    halves = [half for half in (source, target) if half is not None and (half is source or half.content)]
    unit = TranslationUnit(
        identifier,
        tuple(Variant(half.language, half.content, line=half.line) for half in halves),
        properties=tuple(properties),
        notes=notes,
    )
    elements = source.element, target.element if target else 0
    line, language = (target.line, target.language) if target else (None, "und")
    return BilingualUnit(unit, state, source.line, line, elements, target_language=language)
