"""Abbreviations of one thing, and the names that texts introduce them with."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from termaccord.lint.conflicts.forms import Form
from termaccord.lint.conflicts.parties import Party
from termaccord.lint.rule import Collection
from termaccord.model import Occurrence
from termaccord.text.normalise import fold

_BEHIND = re.compile(r"[”\"»’]?\s*[(\[]\s*(?:[\w’' -]{1,30},\s*)?([^\W\d_][\w-]{1,11})\s*[)\],;]")
"""An abbreviation in brackets behind its name, alone or after another one: (ОДКБ), (CSTO), (or CSTO)."""


def expansions(collection: Collection) -> Mapping[str, Mapping[str, frozenset[str]]]:
    """By language and abbreviation: the names, folded, that stand right before it in brackets."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for concept in collection.concepts:
        for term in concept.terms:
            for occurrence in () if term.abbreviation else term.occurrences:
                short = introduced(occurrence, collection, term.language)
                if short:
                    found[term.language][short].add(fold(term.text))
    return {tag: {s: frozenset(n) for s, n in names.items()} for tag, names in found.items()}


def introduced(occurrence: Occurrence, collection: Collection, language: str) -> str:
    """The abbreviation in brackets behind a name; empty where there is none."""
    text = text_of(occurrence, collection, language)
    match = _BEHIND.match(text, occurrence.span.end) if text else None
    if match is None or sum(c.isupper() for c in match[1]) < 2:
        return ""
    return match[1]


def text_of(occurrence: Occurrence, collection: Collection, language: str) -> str:
    """The text that an occurrence stands in."""
    document = collection.documents.get(occurrence.document)
    if document is not None:
        return document.text
    text = (collection.places or {}).get((occurrence.document, f"{language}\0{occurrence.unit}"))
    return text.text if text else ""


def short_forms(shorts: Sequence[Form], full: Iterable[Form]) -> tuple[Party, ...]:
    """
    The abbreviations that compete: each is made of the initials of a name of the thing, and they differ.

    One that belongs to the organisation the thing is a part of is none of them.
    """
    initials = [_initials(f) for f in full]
    own = [s for s in shorts if any(_made_of(s.text, i) for i in initials)]
    spelled: dict[str, list[Form]] = defaultdict(list)
    for form in own:
        spelled["".join(c for c in fold(form.text) if c.isalnum())].append(form)
    return tuple(
        Party(tuple(sorted(group, key=lambda f: (-f.count, f.text)))) for _, group in sorted(spelled.items())
    )


def _initials(form: Form) -> str:
    return "".join(part[0] for part in re.split(r"[\s\-‐‑–/]+", fold(form.text)) if part[:1].isalpha())


def _made_of(short: str, initials: str) -> bool:
    """Whether most letters of an abbreviation are among the initials, whatever their order."""
    letters = [c for c in fold(short) if c.isalpha()]
    rest = list(initials)
    hits = 0
    for letter in letters:
        if letter in rest:
            rest.remove(letter)
            hits += 1
    return hits >= max(2, len(letters) - 1)
