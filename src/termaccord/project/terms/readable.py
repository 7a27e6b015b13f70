"""A concept as a few lines that a person can change in an editor, and the changes that the changed lines mean."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from termaccord.formats.termbase.revising.pairing import partners
from termaccord.model import Category, Concept, DataCategory, Description, LanguageSection, Status, Term, say
from termaccord.project.errors import UsageError
from termaccord.project.terms.changes import CATEGORY, Changed, category_of, is_category, noted
from termaccord.project.terms.journal import Hand

UNDECIDED = "term"
STATUSES = {status.value: status for status in Status}
_LINE = re.compile(r"(\s*)([\w ]+?)\s*:\s*(.*)")
_SECTION = re.compile(r"\[\s*([A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*)\s*\]")
OF_TERMS = {"type": "term_type", "part of speech": "part_of_speech"}


def readable(concept: Concept) -> str:
    """The lines of a concept; what they cannot show, as contexts and sources, stays as it is."""
    return "\n".join(_lines(concept)) + "\n"


def _lines(concept: Concept) -> Iterator[str]:
    yield f"category: {category_of(concept)}"
    yield f"subject: {concept.subject_field}"
    yield f"definition: {_flat(concept.definition)}"
    yield from (f"note: {_one_line(text)}" for text in noted(concept))
    for section in concept.languages:
        yield f"\n[{section.language}]"
        if section.definition:
            yield f"definition: {_flat(section.definition)}"
        for term in section.terms:
            yield f"{term.status.value if term.status else UNDECIDED}: {term.text}"
            yield from (f"  {name}: {said}" for name, at in OF_TERMS.items() if (said := getattr(term, at)))
            yield from (f"  note: {_one_line(text)}" for text in noted(term))


def _flat(definition: Description | None) -> str:
    return _one_line(definition.text) if definition else ""


def _one_line(text: str) -> str:
    return " ".join(text.split())


@dataclass(slots=True)
class _Said:
    """What the lines of a level say."""

    fields: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _SaidTerm(_Said):
    text: str = ""
    status: Status | None = None


@dataclass(slots=True)
class _SaidSection(_Said):
    language: str = ""
    terms: list[_SaidTerm] = field(default_factory=list)


def understood(text: str, concept: Concept, hand: Hand) -> Changed:
    """
    The concept as the lines say it, with a transaction where something is another.

    Raises
    ------
    UsageError
        When a line cannot be understood, or no term is left.

    """
    lines = [(n, line) for n, line in enumerate(text.splitlines(), 1) if not line.lstrip().startswith("#")]
    if not any(line.strip() for _, line in lines):
        return Changed(concept)
    head, said = _parsed(lines)
    if not any(section.terms for section in said):
        raise UsageError(say("no term of {id} is left; a concept needs one", id=concept.id))
    sections = tuple(_section(one, concept, hand) for one in said if one.terms)
    new = _described(replace(concept, languages=sections), head)
    if new == concept:
        return Changed(concept)
    if replace(new, languages=()) != replace(concept, languages=()) or _lost(concept, new):
        new = replace(new, extra=hand.noted(new.extra))
    return Changed(new, (say("{id} has been edited", id=concept.id),))


def _parsed(lines: Iterable[tuple[int, str]]) -> tuple[_Said, list[_SaidSection]]:
    head = _Said()
    sections: list[_SaidSection] = []
    for number, line in lines:
        if not line.strip():
            continue
        if opening := _SECTION.fullmatch(line.strip()):
            sections.append(_SaidSection(language=opening[1]))
            continue
        found = _LINE.fullmatch(line.rstrip())
        if found is None or not _take(found, head, sections):
            raise UsageError(
                say(
                    "line {line} cannot be understood: “{text}”; nothing is changed",
                    line=number,
                    text=line.strip(),
                )
            )
    return head, sections


def _take(found: re.Match[str], head: _Said, sections: list[_SaidSection]) -> bool:
    """Take in one line; False where it says nothing that can stand there."""
    indent, name, value = found[1], found[2].lower(), _one_line(found[3])
    section = sections[-1] if sections else None
    if section is not None and (name in STATUSES or name == UNDECIDED):
        section.terms.append(_SaidTerm(text=value, status=STATUSES.get(name)))
        return bool(value)
    term = section.terms[-1] if section and section.terms and indent else None
    level = term or section or head
    if name == "note":
        level.notes += [value] if value else []
        return term is not None or section is None
    allowed = {*OF_TERMS} if term else {"definition"} if section else {"category", "subject", "definition"}
    level.fields[name] = value
    return name in allowed


def _described(concept: Concept, said: _Said) -> Concept:
    category = said.fields.get("category", "")
    if category and category not in set(Category) and category != category_of(concept):
        raise UsageError(
            say(
                "“{category}” is no category; it is one of {known}",
                category=category,
                known=", ".join(c.value for c in Category),
            )
        )
    if category != category_of(concept):
        note = (DataCategory("note", "", CATEGORY + category),) if category else ()
        at = next((i for i, c in enumerate(concept.extra) if is_category(c)), None)
        extra = (
            (*note, *concept.extra) if at is None else (*concept.extra[:at], *note, *concept.extra[at + 1 :])
        )
        concept = replace(concept, extra=extra)
    subject = concept.subject_field
    if said.fields.get("subject", "") != _one_line(subject):
        subject = said.fields.get("subject", "")
    return replace(
        concept,
        subject_field=subject,
        definition=_redefined(concept.definition, said),
        extra=_renoted(concept.extra, said.notes),
    )


def _redefined(old: Description | None, said: _Said) -> Description | None:
    text = said.fields.get("definition", "")
    if text == _flat(old):
        return old
    return (replace(old, text=text, marked=()) if old else Description(text)) if text else None


def _renoted(extra: tuple[DataCategory, ...], notes: list[str]) -> tuple[DataCategory, ...]:
    """What is said beside, with these notes of people instead of those that were; what is as it was stays in place."""
    own = [i for i, c in enumerate(extra) if c.kind == "note" and c.text in set(noted(Term("", extra=(c,))))]
    if [_one_line(extra[i].text) for i in own] == notes:
        return extra
    left = list(notes)
    kept: list[DataCategory] = []
    for i, category in enumerate(extra):
        if i not in own:
            kept.append(category)
        elif (text := _one_line(category.text)) in left:
            left.remove(text)
            kept.append(category)
    at = next((i for i, c in enumerate(kept) if c.kind == "transacGrp"), len(kept))
    return (*kept[:at], *(DataCategory("note", "", text) for text in left), *kept[at:])


def _section(said: _SaidSection, concept: Concept, hand: Hand) -> LanguageSection:
    old = next(
        (s for s in concept.languages if s.language == said.language), LanguageSection(said.language, ())
    )
    pairs = partners(old.terms, [Term(one.text, one.status) for one in said.terms])
    terms = tuple(
        _term(one, old.terms[pairs[i]] if i in pairs else None, hand) for i, one in enumerate(said.terms)
    )
    return replace(old, terms=terms, definition=_redefined(old.definition, said))


def _term(said: _SaidTerm, old: Term | None, hand: Hand) -> Term:
    base = old or Term(said.text, said.status)
    new = replace(
        base,
        text=base.text if _one_line(base.text) == said.text else said.text,
        marked=base.marked if _one_line(base.text) == said.text else (),
        status=said.status,
        status_as_written=base.status_as_written if base.status is said.status else "",
        extra=_renoted(base.extra, said.notes),
        part_of_speech=said.fields.get("part of speech", ""),
        term_type=said.fields.get("type", ""),
    )
    if new == old:
        return old
    return replace(new, extra=hand.noted(new.extra, "modification" if old else "origination"))


def _lost(old: Concept, new: Concept) -> bool:
    """Whether a term has gone, which cannot say so itself."""
    count = {s.language: len(s.terms) for s in new.languages}
    return any(len(s.terms) > count.get(s.language, 0) for s in old.languages)
