"""What can be done to a concept: each change gives the concept as it is then, and says in a sentence what it did."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from termaccord.model import (
    Concept,
    DataCategory,
    LanguageSection,
    Message,
    Status,
    Term,
    say,
)
from termaccord.project.errors import UsageError
from termaccord.project.terms.journal import Hand
from termaccord.project.terms.naming import Position, section_of, term_at
from termaccord.text.normalise import fold

ABBREVIATIONS = frozenset({"acronym", "abbreviation"})
CATEGORY = "category: "


@dataclass(frozen=True, slots=True)
class Changed:
    """A concept after a change, and what was done; no sentence where nothing was."""

    concept: Concept
    said: tuple[Message, ...] = ()

    def then(self, change: Callable[[Concept], "Changed"]) -> "Changed":
        """Another change after it."""
        after = change(self.concept)
        return Changed(after.concept, self.said + after.said)


def status_name(status: Status) -> Message:
    """A status in the middle of a sentence."""
    names = {
        Status.PREFERRED: say("preferred"),
        Status.ADMITTED: say("admitted"),
        Status.DEPRECATED: say("deprecated"),
        Status.SUPERSEDED: say("superseded"),
        Status.FORBIDDEN: say("forbidden"),
    }
    return names[status]


def prefer(concept: Concept, term: str, hand: Hand, language: str = "") -> Changed:
    """
    Make a term the preferred one of its language; the one that was becomes admitted.

    Beside a preferred full name there may be a preferred abbreviation: each only gives way to its like.

    Raises
    ------
    UsageError
        When the concept has no such term.

    """
    place = term_at(concept, term, language)
    section = concept.languages[place[0]]
    chosen = section.terms[place[1]]
    changed = _with_status(Changed(concept), place, Status.PREFERRED, hand)
    for number, other in enumerate(section.terms):
        if number != place[1] and other.status is Status.PREFERRED and _alike(chosen, other):
            changed = _with_status(changed, (place[0], number), Status.ADMITTED, hand)
    return changed


def retire(
    concept: Concept,
    term: str,
    hand: Hand,
    *,
    status: Status = Status.DEPRECATED,
    use: str = "",
    note: str = "",
    language: str = "",
) -> Changed:
    """
    Deprecate or forbid a term.

    Parameters
    ----------
    concept, term, language
        Which term of which concept.
    hand
        Whose decision it is.
    status
        Deprecated or forbidden.
    use
        What to use instead: becomes the preferred term, and is added where the concept has no such term.
    note
        Why; kept as a note of the term.

    Raises
    ------
    UsageError
        When the concept has no such term, or would be left without a preferred one.

    """
    place = term_at(concept, term, language)
    section = concept.languages[place[0]]
    changed = Changed(concept)
    if use:
        if use not in {t.text for t in section.terms} and fold(use) not in {
            fold(t.text) for t in section.terms
        }:
            kind = term_of(concept, place).term_type if is_short(term_of(concept, place), use) else ""
            changed = add_term(concept, section.language, use, hand, kind=kind)
        changed = changed.then(lambda c: prefer(c, use, hand, section.language))
    _demand_another(changed.concept, place)
    passing = _status_said(term_of(changed.concept, place), section.language)  # from preferred to admitted
    changed = _with_status(changed, place, status, hand)
    changed = replace(changed, said=tuple(one for one in changed.said if one != passing))
    return changed.then(lambda c: _with_note(c, place, note)) if note else changed


def term_of(concept: Concept, place: Position) -> Term:
    return concept.languages[place[0]].terms[place[1]]


def _demand_another(concept: Concept, place: Position) -> None:
    """A language whose only preferred name goes needs another."""
    section = concept.languages[place[0]]
    term = section.terms[place[1]]
    others = [t for t in section.terms if t is not term and t.status is Status.PREFERRED]
    if term.status is Status.PREFERRED and not others:
        raise UsageError(
            say(
                "“{term}” is the preferred name of {id} in {language}; say with --use which one takes its place",
                term=term.text,
                id=concept.id,
                language=section.language,
            )
        )


def is_short(old: Term, new: str) -> bool:
    """Whether a name that stands in for an abbreviation is one, too."""
    return old.term_type in ABBREVIATIONS and new.isupper() and len(new.split()) == 1


def _alike(one: Term, other: Term) -> bool:
    return (one.term_type in ABBREVIATIONS) == (other.term_type in ABBREVIATIONS)


def _with_status(changed: Changed, place: Position, status: Status, hand: Hand) -> Changed:
    section = changed.concept.languages[place[0]]
    term = section.terms[place[1]]
    if term.status is status:
        return changed
    new = replace(term, status=status, status_as_written="", extra=hand.noted(term.extra))
    said = _status_said(new, section.language)
    return Changed(with_term(changed.concept, place, new), (*changed.said, said))


def _status_said(term: Term, language: str) -> Message:
    status = status_name(term.status or Status.ADMITTED)
    return say("“{term}” is now {status} ({language})", term=term.text, status=status, language=language)


def _with_note(concept: Concept, place: Position, note: str) -> Changed:
    term = concept.languages[place[0]].terms[place[1]]
    category = DataCategory("note", "", squeezed(note))
    if not category.text or category in term.extra:
        return Changed(concept)
    notes = [i for i, one in enumerate(term.extra) if one.kind != "transacGrp"]
    at = notes[-1] + 1 if notes else 0
    new = replace(term, extra=(*term.extra[:at], category, *term.extra[at:]))
    return Changed(with_term(concept, place, new), (say("“{term}” has got a note", term=term.text),))


def with_term(concept: Concept, place: Position, term: Term) -> Concept:
    section = concept.languages[place[0]]
    terms = (*section.terms[: place[1]], term, *section.terms[place[1] + 1 :])
    return with_section(concept, place[0], replace(section, terms=terms))


def with_section(concept: Concept, number: int, section: LanguageSection) -> Concept:
    sections = (*concept.languages[:number], section, *concept.languages[number + 1 :])
    return replace(concept, languages=sections)


def add_term(concept: Concept, language: str, text: str, hand: Hand, *, kind: str = "") -> Changed:
    """Add a term, of this type: admitted beside a preferred one, preferred where there is none."""
    text = squeezed(text)
    number = section_of(concept, language)
    section = concept.languages[number] if number is not None else LanguageSection(language, ())
    if any(t.text == text for t in section.terms):
        return Changed(concept)
    has = any(t.status is Status.PREFERRED for t in section.terms)
    speech = next((t.part_of_speech for s in (section, *concept.languages) for t in s.terms), "")
    extra = hand.noted((), "origination")
    term = Term(text, Status.ADMITTED if has else Status.PREFERRED, speech, kind, extra=extra)
    section = replace(section, terms=(*section.terms, term))
    said = say("“{term}” is a new term ({language})", term=text, language=section.language)
    if number is None:
        return Changed(replace(concept, languages=(*concept.languages, section)), (said,))
    return Changed(with_section(concept, number, section), (said,))


def is_category(said: DataCategory) -> bool:
    return said.kind == "note" and said.text.startswith(CATEGORY)


def category_of(concept: Concept) -> str:
    """The category that a note of a concept says; empty where none does."""
    return next((c.text.removeprefix(CATEGORY) for c in concept.extra if is_category(c)), "")


def noted(said: Concept | Term) -> Iterator[str]:
    """The notes of a concept or a term that people have written."""
    own = ("category: ", "score: ", "occurrences: ", "documents: ")
    return (c.text for c in said.extra if c.kind == "note" and not c.text.startswith(own))


def counted(said: Concept | Term, name: str) -> float | None:
    """A number that extraction has noted: score, occurrences or documents."""
    text = next((c.text for c in said.extra if c.kind == "note" and c.text.startswith(f"{name}: ")), "")
    try:
        return float(text.partition(": ")[2])
    except ValueError:
        return None


def squeezed(text: str) -> str:
    return " ".join(text.split())
