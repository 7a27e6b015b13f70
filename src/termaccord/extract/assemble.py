"""One concept out of the candidates that name it: its category, its terms in order, its id."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from termaccord.extract.candidates import Candidate, Mention
from termaccord.model import Category, Document, Occurrence, ProposedConcept, ProposedTerm, Span
from termaccord.text.normalise import fold
from termaccord.text.transliterate import transliterations

PLAIN = 0.1
"""Weight of a candidate that is just a concept, when another says what kind of thing it is."""
LABELLED = frozenset({Category.EXERCISE, Category.OPERATION, Category.PROGRAMME, Category.MOTTO})
"""Kinds whose names are proper ones, with or without the word for the kind beside them."""
SHORT = 0.5
"""Weight of an abbreviation: its letters say little about its kind."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What concepts of one proposal share."""

    order: Mapping[str, int] = field(default_factory=dict)
    """Languages as they are listed: the originals' first."""
    paths: Mapping[str, str] = field(default_factory=dict)
    """How the corpus names a document, by `Document.name`."""
    apart: bool = True
    """Whether a place belongs to one term; counted renderings may stand inside each other."""


def setting(documents: Iterable[Document], *, apart: bool = True) -> Setting:
    """Originals' languages first, then by name."""
    known = tuple(documents)
    originals = {d.language for d in known if not d.translation_of}
    targets = {d.language for d in known if d.translation_of}
    ranked = sorted(originals - targets) + sorted(targets)
    order = {tag: i for i, tag in enumerate(ranked)}
    return Setting(order, {d.name: d.path or d.name for d in known}, apart)


def assemble(members: Sequence[Candidate], score: float, shared: Setting) -> ProposedConcept:
    """
    Make a concept of candidates of any language.

    Terms come by language, then in falling order of score;
    candidates with the same citation form are one term, and a place belongs to one term.
    """
    category = category_of(members)
    distinct = _apart(members, category) if shared.apart else members
    terms = sorted(_terms(_full_first(distinct), shared), key=lambda term: _rank(term, shared))
    first = next((t for t in terms if t.language == terms[0].language and not t.abbreviation), terms[0])
    return ProposedConcept(identity(first, category), category, round(score, 4), tuple(terms))


def ranked(concepts: Iterable[ProposedConcept]) -> tuple[ProposedConcept, ...]:
    """In falling order of score, a second concept of one name and category with an id of its own."""
    seen: dict[str, int] = defaultdict(int)
    found = []
    for concept in sorted(concepts, key=lambda c: (-c.score, c.id)):
        seen[concept.id] += 1
        again = seen[concept.id]
        found.append(replace(concept, id=f"{concept.id}-{again}") if again > 1 else concept)
    return tuple(found)


def identity(first: ProposedTerm, category: Category) -> str:
    """A readable id that depends on the first name and the category alone."""
    latin = transliterations(first.text, first.language).get("icao", first.text)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-")
    named = f"{first.language}:{fold(first.text)}:{category}"
    digest = hashlib.blake2b(named.encode(), digest_size=3).hexdigest()
    return "-".join(part for part in ("c", slug, digest) if part)


def category_of(members: Iterable[Candidate]) -> Category:
    """What most members say, by their scores."""
    votes: dict[Category, float] = defaultdict(float)
    for member in members:
        weight = PLAIN if member.category is Category.CONCEPT else 1.0
        votes[member.category] += weight * member.score * (SHORT if member.abbreviation else 1.0)
    return max(sorted(votes), key=lambda category: votes[category])


def _full_first(members: Sequence[Candidate]) -> list[Candidate]:
    """An abbreviation is no surer than the best name that it may stand for."""
    best: dict[str, float] = {}
    for member in members:
        if not member.abbreviation:
            best[member.language] = max(best.get(member.language, 0.0), member.score)
    return [
        replace(m, score=min(m.score, best.get(m.language, 1.0))) if m.abbreviation else m for m in members
    ]


def _apart(members: Sequence[Candidate], category: Category) -> list[Candidate]:
    """
    Members without the mentions that overlap those of another member.

    The longer name keeps the place, but where a label can only be a label:
    “the Broad Meadow operation” is Broad Meadow with the word for its kind.
    """
    sign = 1 if category in LABELLED else -1
    taken: dict[tuple[str, str], list[Span]] = defaultdict(list)
    kept: list[Candidate] = []
    for member in sorted(members, key=lambda m: (sign * len(m.text), m.language, m.text)):
        mentions = [m for m in member.mentions if not _overlaps(m, taken)]
        for mention in mentions:
            taken[mention.document, mention.unit].append(mention.span)
        if mentions:
            kept.append(replace(member, mentions=tuple(mentions)))
    return kept


def _overlaps(mention: Mention, taken: Mapping[tuple[str, str], Sequence[Span]]) -> bool:
    """Whether it shares a place with one that is taken; the very same place is no conflict."""
    spans = taken.get((mention.document, mention.unit), ())
    return any(mention.span.overlaps(span) and mention.span != span for span in spans)


def _terms(members: Iterable[Candidate], shared: Setting) -> list[ProposedTerm]:
    same: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for member in members:
        same[member.language, member.text].append(member)
    return [_term(alike, shared) for alike in same.values()]


def _term(members: Sequence[Candidate], shared: Setting) -> ProposedTerm:
    occurrences = sorted({_occurrence(m, shared) for member in members for m in member.mentions})
    first = members[0]
    score = round(max(m.score for m in members), 4)
    return ProposedTerm(first.language, first.text, first.abbreviation, score, tuple(occurrences))


def _occurrence(mention: Mention, shared: Setting) -> Occurrence:
    path = shared.paths.get(mention.document, mention.document)
    return Occurrence(path, mention.span, mention.text, mention.unit)


def _rank(term: ProposedTerm, shared: Setting) -> tuple[int, str, float, bool, int, str]:
    place = shared.order.get(term.language, len(shared.order))
    return place, term.language, -term.score, term.abbreviation, -len(term.occurrences), term.text
