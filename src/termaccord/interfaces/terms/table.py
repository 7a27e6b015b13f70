"""Concepts in a list: a table, JSON, or tab-separated lines."""

import json
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from termaccord.interfaces.concepts import category_name
from termaccord.interfaces.translation import _, plural
from termaccord.model import Category, LanguageSection, Status, Term
from termaccord.project.terms.changes import category_of, counted
from termaccord.project.terms.shelf import Entry

REJECTED = frozenset({Status.DEPRECATED, Status.SUPERSEDED, Status.FORBIDDEN})
COLUMNS = ("id", "state", "category", "subject", "language", "term", "status", "type", "file")
WIDE = 2000
"""Characters of a line that goes to no terminal, so that nothing is cut."""
LONGEST_ID = 36
"""Columns of a terminal; a longer id goes on in the next line."""
SEVERAL = 3
"""Names of one language that a table shows."""


def concept_fields(entry: Entry) -> dict[str, object]:
    """What the JSON of every command about concepts says of one."""
    concept = entry.concept
    score = counted(concept, "score")
    return {
        "id": concept.id,
        "state": state(entry),
        "category": category_of(concept),
        "subject": concept.subject_field,
        "file": entry.book.shown,
        "line": entry.book.line(concept.id),
        "score": score,
        "terms": [_term(s.language, t) for s in concept.languages for t in s.terms],
    }


def state(entry: Entry) -> str:
    return "proposed" if entry.book.proposed else "accepted"


def _term(language: str, term: Term) -> dict[str, object]:
    return {
        "language": language,
        "text": term.text,
        "status": term.status.value if term.status else None,
        "type": term.term_type,
    }


def as_json(entries: Sequence[Entry]) -> str:
    """The contract of docs/json.md."""
    return json.dumps({"concepts": [concept_fields(e) for e in entries]}, ensure_ascii=False, indent=1) + "\n"


def as_tsv(entries: Sequence[Entry]) -> str:
    """A line for each term, the first one names the columns."""
    rows = [COLUMNS]
    for entry in entries:
        concept = entry.concept
        head = (concept.id, state(entry), category_of(concept), concept.subject_field)
        rows += [
            (*head, s.language, t.text, t.status.value if t.status else "", t.term_type, entry.book.shown)
            for s in concept.languages
            for t in s.terms
        ]
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def print_table(page: Console, entries: Sequence[Entry]) -> None:
    """A line for each language of each concept: its names, the preferred ones first."""
    table = Table(box=None, pad_edge=False, header_style="dim")
    table.add_column(_("id"), overflow="fold", max_width=LONGEST_ID if page.is_terminal else None)
    table.add_column(_("category"), style="dim")
    table.add_column(_("language"), style="dim")
    table.add_column(_("names"), overflow="fold")
    for entry in entries:
        head = [_identity(entry), Text(category(category_of(entry.concept)))]
        for section in entry.concept.languages:
            table.add_row(*head, section.language, _names(section))
            head = [Text(), Text()]
    if entries and page.is_terminal:
        page.print(table)
    elif entries:
        page.width = WIDE
        with page.capture() as printed:
            page.print(table)
        page.out(*(line.rstrip() for line in printed.get().splitlines()), sep="\n")
    page.print(Text(plural("{count} concept", "{count} concepts", len(entries)), style="bold"))


def _identity(entry: Entry) -> Text:
    identity = Text(entry.concept.id)
    score = counted(entry.concept, "score")
    if entry.book.proposed:
        identity.append(f" {score:.2f}" if score is not None else "", style="dim")
        identity.append(" ?", style="yellow")
    return identity


def category(written: str) -> str:
    """A category in the user's language; one that is none of ours as it is written."""
    return category_name(Category(written)) if written in set(Category) else written


def _names(section: LanguageSection) -> Text:
    shown = ordered(section.terms)
    line = Text("; ").join([Text(t.text, style=style(t)) for t in shown[:SEVERAL]])
    return line.append(f" +{len(shown) - SEVERAL}", style="dim") if len(shown) > SEVERAL else line


def ordered(terms: Sequence[Term]) -> list[Term]:
    """Preferred first, rejected last, else as the file has them."""
    ranks = {Status.PREFERRED: 0, None: 1, Status.ADMITTED: 1}
    return sorted(terms, key=lambda term: ranks.get(term.status, 2))


def style(term: Term) -> str:
    if term.status in REJECTED:
        return "strike"
    return "cyan" if term.status is Status.PREFERRED else ""
