"""Extracted concepts as text and JSON."""

import json
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, plural
from termaccord.model import Category, ProposedConcept, ProposedTerm


def category_name(category: Category) -> str:
    """The category in the user's language."""
    names = {
        Category.BODY: _("body"),
        Category.EXERCISE: _("exercise"),
        Category.OPERATION: _("operation"),
        Category.MOTTO: _("motto"),
        Category.DOCUMENT: _("document"),
        Category.PERSON: _("person"),
        Category.POSITION: _("position"),
        Category.EVENT: _("event"),
        Category.PROGRAMME: _("programme"),
        Category.PLACE: _("place"),
        Category.CONCEPT: _("concept"),
    }
    return names[category]


def _term(term: ProposedTerm) -> dict[str, object]:
    places = [
        {
            "document": o.document,
            "start": o.span.start,
            "end": o.span.end,
            "text": o.text,
            **({"unit": o.unit} if o.unit else {}),
        }
        for o in term.occurrences
    ]
    return {
        "language": term.language,
        "text": term.text,
        "abbreviation": term.abbreviation,
        "status": None,
        "score": round(term.score, 4),
        "occurrences": places,
    }


def as_json(concepts: Sequence[ProposedConcept]) -> str:
    """The contract of docs/json.md."""
    answer = [
        {
            "id": c.id,
            "category": c.category.value,
            "score": round(c.score, 4),
            "terms": [_term(t) for t in c.terms],
        }
        for c in concepts
    ]
    return json.dumps({"concepts": answer}, ensure_ascii=False, indent=1) + "\n"


def print_concepts(page: Console, concepts: Sequence[ProposedConcept]) -> None:
    """A block for each concept: its category, then each language's terms with how often they stand."""
    for concept in concepts:
        head = Text(f"{concept.score:.2f}  ", style="dim")
        head.append(category_name(concept.category), style="bold")
        page.print(head)
        for term in concept.terms:
            line = Text(f"      {term.language:<6}")
            line.append(term.text, style="cyan")
            line.append(f"  ×{len(term.occurrences)}", style="dim")
            page.print(line)
    said = plural("{count} concept", "{count} concepts", len(concepts))
    page.print(Text(said, style="bold"))
