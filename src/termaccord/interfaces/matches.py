"""Answers of a lookup as text and JSON."""

import json
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.flowing import flow
from termaccord.interfaces.translation import _, spoken
from termaccord.model import Concept, DataCategory, Description, Status, Term
from termaccord.project.terms.looking import Answer, Hit, Related

REJECTED = {Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN}
RANK = {Status.PREFERRED: 0, None: 1, Status.ADMITTED: 2}
CONTEXTS = 3
"""So many contexts are shown in the terminal."""
ALMOST = 0.05
"""An answer is shown whole if its score is so near to the best."""
COUNTED = frozenset({"category", "score", "occurrences", "documents"})
"""Notes by which extraction keeps account of a proposal; they tell a reader nothing."""


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
    return (
        json.dumps({"query": query, "matches": list(map(_match, answer.hits))}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _match(hit: Hit) -> dict[str, object]:
    concept = hit.concept
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
        "score": round(hit.score, 4),
        "how": spoken(hit.how),
        "term": hit.term,
        "nearest": hit.nearest,
        "proposed": hit.proposed,
        "glossary": hit.match.glossary,
        "terms": terms,
        "definitions": [{"language": language, "text": text} for language, text in _definitions(concept)],
        "notes": list(_remarks(concept.extra)),
        "contexts": contexts,
        "related": [_related(one) for one in hit.related],
    }


def _related(one: Related) -> dict[str, object]:
    terms = [{"language": language, "text": text} for language, text in _names(one.concept)]
    return {
        "concept": one.concept.id,
        "category": category_of(one.concept),
        "referred": one.referred,
        "terms": terms,
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


def _remarks(extra: tuple[DataCategory, ...]) -> Iterator[str]:
    """Notes that a person has written."""
    return (note for note in _notes(extra) if note.partition(":")[0].strip() not in COUNTED)


def _ordered(terms: tuple[Term, ...]) -> list[Term]:
    """Preferred first, rejected last, else as the file has them."""
    return sorted(terms, key=lambda t: RANK.get(t.status, 3))


def _names(concept: Concept) -> Iterator[tuple[str, str]]:
    """Of each language the term that comes first, unless it is rejected."""
    for section in concept.languages:
        first = next((term.text for term in _ordered(section.terms) if term.status not in REJECTED), "")
        if first:
            yield section.language, first


def _definitions(concept: Concept) -> Iterator[tuple[str | None, str]]:
    if concept.definition:
        yield None, concept.definition.text
    for section in concept.languages:
        if section.definition:
            yield section.language, section.definition.text


def _contexts(concept: Concept) -> Iterator[tuple[str, Description]]:
    for section in concept.languages:
        for term in section.terms:
            yield from ((section.language, context) for context in term.contexts)


def print_matches(page: Console, query: str, answer: Answer) -> None:
    """
    What fits best, whole: why it was found, its terms by language, definition, contexts, and what is not it.

    All else is a line each.
    """
    if not answer.hits:
        flow(page, "", Text(_("Nothing like “{query}” stands in the glossary.").format(query=query)))
        return
    best = answer.hits[0].score
    whole = [hit for hit in answer.hits if hit.score >= best - ALMOST]
    rest = answer.hits[len(whole) :]
    shown = {hit.concept.id for hit in answer.hits}
    for number, hit in enumerate(whole):
        if number:
            page.print()
        _print_concept(page, hit, [one for one in hit.related if one.concept.id not in shown])
    if rest:
        page.print(Text("\n" + _("Less likely:"), style="dim"))
    for hit in rest:
        line = Text(_line(hit.concept)).append(f"  {hit.concept.id}", style="dim")
        flow(page, "  ", line.append(f"  {_('proposed')}", style="yellow") if hit.proposed else line)


def _beside(one: Related) -> str:
    """Its names, and the abbreviation that is alike where it is none of them."""
    names = [text for _language, text in _names(one.concept)]
    return " = ".join(names) + (f" ({one.term})" if one.term.isupper() and one.term not in names else "")


def _line(concept: Concept) -> str:
    return " = ".join(text for _language, text in _names(concept))


def _print_concept(page: Console, hit: Hit, others: Sequence[Related]) -> None:
    concept = hit.concept
    head = Text(concept.id, style="bold")
    category = category_of(concept)
    if category:
        head.append(f"  {_(category)}", style="dim")
    if hit.proposed:
        head.append(f"  {_('proposed')}", style="yellow")
    flow(page, "", head.append(f"  {spoken(hit.how)}", style="italic dim"))
    for section in concept.languages:
        best = next((t.text for t in _ordered(section.terms) if t.status not in REJECTED), "")
        for term in _ordered(section.terms):
            flow(page, f"  {section.language:<5} ", _term_line(term, best))
        _print_definition(page, section.definition)
    _print_definition(page, concept.definition)
    for note in _remarks(concept.extra):
        flow(page, " " * 8, Text(note, style="dim"))
    for _language, context in list(_contexts(concept))[:CONTEXTS]:
        source = f"  — {context.source}" if context.source else ""
        flow(page, " " * 4, Text(_("“{text}”").format(text=context.text) + source, style="dim"))
    for one in others:
        flow(page, "  ", Text(_("see also: {names}").format(names=_beside(one)), style="dim"))


def _term_line(term: Term, best: str) -> Text:
    rejected = term.status in REJECTED
    line = Text().append(term.text, style="strike" if rejected else "cyan")
    if term.status:
        line.append(f"  {status_name(term.status)}", style="red" if rejected else "dim")
    if rejected and best:
        line.append("  " + _("use “{term}”").format(term=best), style="dim")
    for note in _remarks(term.extra):
        line.append(f"  {note}", style="dim")
    return line


def _print_definition(page: Console, definition: Description | None) -> None:
    if definition:
        flow(page, " " * 8, Text(definition.text))
