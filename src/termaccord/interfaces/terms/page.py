"""Everything that is known of a concept."""

import json
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.flowing import flow
from termaccord.interfaces.matches import status_name
from termaccord.interfaces.terms.table import category, concept_fields, ordered, state, style
from termaccord.interfaces.translation import _, plural
from termaccord.model import Concept, DataCategory, Description, Term
from termaccord.project.terms.changes import category_of, counted, noted
from termaccord.project.terms.journal import history
from termaccord.project.terms.shelf import Entry

KNOWN = frozenset({"note", "transacGrp"})


def as_json(entry: Entry) -> str:
    """The contract of docs/json.md."""
    concept = entry.concept
    sections = [
        {
            "language": section.language,
            "definition": _definition(section.definition),
            "terms": [_term(term) for term in section.terms],
        }
        for section in concept.languages
    ]
    fields = {
        **{k: v for k, v in concept_fields(entry).items() if k != "terms"},
        "definition": _definition(concept.definition),
        "notes": list(noted(concept)),
        "transactions": _transactions(concept),
        "languages": sections,
    }
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


def _term(term: Term) -> dict[str, object]:
    return {
        "text": term.text,
        "status": term.status.value if term.status else None,
        "type": term.term_type,
        "part_of_speech": term.part_of_speech,
        "notes": list(noted(term)),
        "contexts": [{"text": c.text, "source": c.source} for c in term.contexts],
        "occurrences": counted(term, "occurrences"),
        "transactions": _transactions(term),
    }


def _definition(definition: Description | None) -> dict[str, str] | None:
    return {"text": definition.text, "source": definition.source} if definition else None


def _transactions(said: Concept | Term) -> list[dict[str, str]]:
    return [{"what": what, "by": by, "date": date} for what, by, date in history(said)]


def print_concept(page: Console, entry: Entry) -> None:
    """Terms by language with status, notes and contexts; definitions, transactions, and where all this stands."""
    concept = entry.concept
    place = ":".join(str(part) for part in (entry.book.shown, entry.book.line(concept.id)) if part)
    head = Text(concept.id, style="bold").append(f"  {category(category_of(concept))}", style="dim")
    page.print(head.append(f"  {state_name(entry)}", style="yellow" if entry.book.proposed else "green"))
    page.print(Text(f"  {place}", style="dim"))
    _print_all(page, "  ", _said_of(concept))
    for section in concept.languages:
        page.print(Text(f"  {section.language}", style="bold"))
        _print_all(page, "    ", _defined(section.definition))
        for term in ordered(section.terms):
            flow(page, "    ", _line(term))
            _print_all(page, "      ", _said_of_term(term))
        _print_all(page, "    ", _others(section.extra))


def state_name(entry: Entry) -> str:
    return _("proposed") if state(entry) == "proposed" else _("accepted")


def _line(term: Term) -> Text:
    line = Text().append(term.text, style=style(term) or "default")
    said = [status_name(term.status) if term.status else "", term.term_type, term.part_of_speech]
    count = counted(term, "occurrences")
    said.append(plural("{count} occurrence", "{count} occurrences", int(count)) if count else "")
    return line.append("".join(f"  {one}" for one in said if one), style="dim")


def _said_of(concept: Concept) -> Iterator[str]:
    if concept.subject_field:
        yield _("subject: {text}").format(text=concept.subject_field)
    yield from _defined(concept.definition)
    yield from _noted(concept)
    yield from _others(concept.extra)
    yield from _happened(concept)


def _said_of_term(term: Term) -> Iterator[str]:
    yield from _noted(term)
    for context in term.contexts:
        source = f"  — {context.source}" if context.source else ""
        yield _("“{text}”").format(text=context.text) + source
    yield from _others(term.extra)
    yield from _happened(term)


def _defined(definition: Description | None) -> Iterator[str]:
    if definition is not None:
        source = f"  — {definition.source}" if definition.source else ""
        yield _("definition: {text}").format(text=definition.text) + source


def _noted(said: Concept | Term) -> Iterator[str]:
    return (_("note: {text}").format(text=text) for text in noted(said))


def _others(extra: tuple[DataCategory, ...]) -> Iterator[str]:
    """What no rule reads, by the name that the file gives it."""
    for one in extra:
        if one.kind not in KNOWN and (one.text or one.type):
            yield f"{one.type or one.kind}: {one.text}"


def _happened(said: Concept | Term) -> Iterator[str]:
    for what, by, date in history(said):
        doing = {"origination": _("entered"), "modification": _("changed")}.get(what, what)
        yield "  ".join(part for part in (date, doing, by) if part)


def _print_all(page: Console, indent: str, lines: Iterator[str]) -> None:
    for line in lines:
        flow(page, indent, Text(line, style="dim"))
