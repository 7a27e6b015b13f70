"""Whether texts write something as a name: with capitals that neither the grammar nor the beginning of a sentence asks for."""

from collections.abc import Sequence

from termaccord.lint.conflicts.forms import Form
from termaccord.lint.conflicts.parties import Party
from termaccord.lint.rule import Collection
from termaccord.model import Category, Occurrence
from termaccord.text.cues import cues_for
from termaccord.text.normalise import fold

_OPENING = ".!?…:;\n\t|•*()[]«“„\"'‘<>-–—"
"""What stands before the first word of a sentence, a line, a heading or a label."""
UNQUESTIONED = frozenset({Category.MOTTO, Category.PERSON, Category.PLACE, Category.CONCEPT})
"""Kinds that are told from ordinary words in another way."""


def named(rivals: tuple[Party, ...], category: Category) -> tuple[Party, ...]:
    """The rivals without those that are words for the thing beside several names of it; all where no two are names."""
    if category in UNQUESTIONED or category is Category.POSITION:
        return rivals
    if not cues_for(rivals[0].head.language).capitals:
        return rivals
    kept = tuple(p for p in rivals if _capital(p))
    return kept if len(kept) > 1 else rivals


def ordinary(
    rivals: Sequence[Party], sources: Sequence[Form], category: Category, collection: Collection
) -> bool:
    """
    Whether one of these has no capital at all, so that it is a word for the thing and not its name.

    Where every noun has a capital, the source tells whether there is a name.
    An office is called what it is called, with capitals or without.
    """
    if category in UNQUESTIONED:
        return False
    if cues_for(rivals[0].head.language).capitals:
        return category is not Category.POSITION and any(not _capital(p) for p in rivals)
    if any(not p.text[:1].isupper() for p in rivals):
        return True
    return bool(sources) and not any(_name(s, collection) for s in sources)


def _capital(party: Party) -> bool:
    return any(w[:1].isupper() or w[:1].isdigit() for f in party.forms for w in _words(f.text))


def _words(text: str) -> list[str]:
    return [word.strip("«»“”„\"'‘’()") for word in text.replace("-", " ").split()]


def _name(form: Form, collection: Collection) -> bool:
    """Two words with capitals, or one in mid-sentence; an abbreviation is always in capitals."""
    own = [w for w in _words(form.text) if w[:1].isupper() and not w.isupper() and fold(w) not in form.small]
    return len(own) > 1 or (
        bool(own) and any(_inside(o, form.language, collection) for o in form.occurrences)
    )


def _inside(occurrence: Occurrence, language: str, collection: Collection) -> bool:
    """Whether the words stand in the middle of a sentence with a capital of their own."""
    if not any(w[:1].isupper() and not w.isupper() for w in _words(occurrence.text)):
        return False
    before = collection.words_before(occurrence.document, occurrence.unit, language, occurrence.span)
    return bool(before) and before[-1] not in _OPENING
