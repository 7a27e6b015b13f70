"""Answers of a lookup as text and JSON."""

import json
from collections.abc import Iterator

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, spoken
from termaccord.model import Concept, DataCategory, Description, Status, Term
from termaccord.project.terms.looking import Answer
from termaccord.store.termbase import Match

REJECTED = {Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN}
RANK = {Status.PREFERRED: 0, None: 1, Status.ADMITTED: 2}
CONTEXTS = 3
"""So many contexts are shown in the terminal."""


def status_name(status: Status) -> str:
    """The status in the user's language."""
    names = {
        Status.PREFERRED: _("preferred"),
        Status.ADMITTED: _("admitted"),
        Status.DEPRECATED: _("deprecated"),
        Status.SUPERSEDED: _("superseded"),
        Status.FORBIDDEN: _("forbidden"),
    }
    return names[status]


def as_json(query: str, answer: Answer) -> str:
    """The contract of docs/json.md."""
    matches = [_match(hit.match, hit.concept) for hit in answer.hits]
    return json.dumps({"query": query, "matches": matches}, ensure_ascii=False, indent=1) + "\n"


def _match(match: Match, concept: Concept) -> dict[str, object]:
    terms = [
        {
            "language": section.language,
            "text": term.text,
            "status": term.status.value if term.status else None,
            "note": " ".join(_notes(term.extra)),
        }
        for section in concept.languages
        for term in _ordered(section.terms)
    ]
    contexts = [
        {"text": context.text, "document": context.source, "language": language}
        for language, context in _contexts(concept)
    ]
    return {
        "concept": concept.id,
        "category": category_of(concept),
        "score": round(match.score, 4),
        "how": spoken(match.how),
        "terms": terms,
        "contexts": contexts,
    }


def category_of(concept: Concept) -> str:
    """The category that extraction or a person has noted; empty where there is none."""
    for note in _notes(concept.extra):
        name, _colon, value = note.partition(":")
        if name.strip() == "category":
            return value.strip()
    return ""


def _notes(extra: tuple[DataCategory, ...]) -> Iterator[str]:
    return (e.text for e in extra if e.kind == "note")


def _ordered(terms: tuple[Term, ...]) -> list[Term]:
    """Preferred first, rejected last, else as the file has them."""
    return sorted(terms, key=lambda t: RANK.get(t.status, 3))


def _contexts(concept: Concept) -> Iterator[tuple[str, Description]]:
    for section in concept.languages:
        for term in section.terms:
            yield from ((section.language, context) for context in term.contexts)


def print_matches(page: Console, query: str, answer: Answer) -> None:
    """A block for each concept: why it matched, its terms by language, definition, contexts."""
    if not answer.hits:
        page.print(_("Nothing like “{query}” stands in the glossary.").format(query=query), markup=False)
        return
    for number, hit in enumerate(answer.hits):
        if number:
            page.print()
        _print_concept(page, hit.match, hit.concept)


def _print_concept(page: Console, match: Match, concept: Concept) -> None:
    head = Text(concept.id, style="bold")
    category = category_of(concept)
    if category:
        head.append(f"  {_(category)}", style="dim")
    page.print(head.append(f"  {spoken(match.how)}", style="italic dim"))
    for section in concept.languages:
        best = next((t.text for t in _ordered(section.terms) if t.status not in REJECTED), "")
        for term in _ordered(section.terms):
            page.print(Text("  ").append_text(_term_line(section.language, term, best)))
        _print_definition(page, section.definition)
    _print_definition(page, concept.definition)
    for _language, context in list(_contexts(concept))[:CONTEXTS]:
        source = f"  — {context.source}" if context.source else ""
        page.print(Text("    " + _("“{text}”").format(text=context.text) + source, style="dim"))


def _term_line(language: str, term: Term, best: str) -> Text:
    rejected = term.status in REJECTED
    line = Text(f"{language:<5} ").append(term.text, style="strike" if rejected else "cyan")
    if term.status:
        line.append(f"  {status_name(term.status)}", style="red" if rejected else "dim")
    if rejected and best:
        line.append("  " + _("use “{term}”").format(term=best), style="dim")
    for note in _notes(term.extra):
        line.append(f"  {note}", style="dim")
    return line


def _print_definition(page: Console, definition: Description | None) -> None:
    if definition:
        page.print(Text(f"        {definition.text}"))
