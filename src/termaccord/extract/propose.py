"""Candidates, their variants and renderings become concepts that a person may accept."""

import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence

from termaccord.extract.bitext import couples, couples_of, in_units, twins
from termaccord.extract.candidates import Candidate, Mention, candidates
from termaccord.extract.concepts import gather
from termaccord.extract.fill import fill
from termaccord.extract.memory import Vocable, vocables
from termaccord.extract.pairs import Rendering, pair
from termaccord.extract.scenes import Embed, restaged, scenes
from termaccord.extract.terms import bitext
from termaccord.extract.variants import groups
from termaccord.model import (
    Alignment,
    Category,
    Document,
    Glossary,
    Occurrence,
    ProposedConcept,
    ProposedTerm,
    TranslationUnit,
)
from termaccord.text.normalise import fold
from termaccord.text.transliterate import transliterations


def propose(
    documents: Sequence[Document],
    alignments: Sequence[Alignment],
    embed: Embed,
    *,
    accepted: Glossary | None = None,
) -> tuple[ProposedConcept, ...]:
    """
    Propose the concepts that the documents name, with all names in all languages.

    Documents are segmented; one that stands in no alignment joins by its names.
    Concepts come in falling order of score, then by id.
    A concept of `accepted` that is met again keeps its id.
    """
    del accepted
    found = candidates(documents)
    stage = scenes(couples(alignments), found, embed)
    paired = pair(stage, found, embed)
    missed = fill(stage, found, paired.linked, documents)
    if missed:
        found = (*found, *missed)
        paired = pair(restaged(stage, found), found, embed)
    return _concepts(found, paired.renderings, documents)


def propose_units(
    units: Sequence[TranslationUnit], source: str, target: str, embed: Embed, *, name: str = ""
) -> tuple[ProposedConcept, ...]:
    """
    Propose the names and terms of a bilingual file, whose units need no aligning.

    `name` is the file, as occurrences give it; their spans count within the unit.
    Names come with their category, whatever else recurs and is rendered alike as a concept.
    """
    twin = twins(units, source, target, name)
    named = [in_units(concept, twin) for concept in propose(twin.documents, [twin.alignment], embed)]
    known = {fold(t.text) for c in named for t in c.terms if t.language == source}
    spoken = vocables(bitext(tuple(couples_of(units, source, target, name)), embed))
    others = [_vocabulary(v) for v in spoken if fold(v.source.text) not in known]
    return _numbered(sorted([*named, *others], key=lambda c: (-c.score, c.id)))


def _vocabulary(vocable: Vocable) -> ProposedConcept:
    terms = tuple(_term(member, {}) for member in (vocable.source, *vocable.targets))
    return ProposedConcept(
        _identity(terms, Category.CONCEPT), Category.CONCEPT, round(vocable.score, 4), terms
    )


def _concepts(
    found: Sequence[Candidate], linked: Sequence[Rendering], documents: Sequence[Document]
) -> tuple[ProposedConcept, ...]:
    gathered = gather(found, groups(found), linked)
    sure = _surest(linked)
    paths = {d.name: d.path or d.name for d in documents}
    order = _language_order(documents)
    concepts = [
        _concept([found[i] for i in group], max(sure.get(i, 0.0) for i in group), paths, order)
        for group in gathered
    ]
    return _numbered(sorted(concepts, key=lambda c: (-c.score, c.id)))


def _surest(linked: Iterable[Rendering]) -> dict[int, float]:
    best: dict[int, float] = defaultdict(float)
    for rendering in linked:
        for index in (rendering.source, rendering.target):
            best[index] = max(best[index], rendering.score)
    return best


def _language_order(documents: Sequence[Document]) -> dict[str, int]:
    """Originals' languages first, then by name."""
    originals = {d.language for d in documents if not d.translation_of}
    targets = {d.language for d in documents if d.translation_of}
    ranked = sorted(originals - targets) + sorted((originals & targets) | targets)
    return {language: i for i, language in enumerate(ranked)}


def _concept(
    members: Sequence[Candidate], rendering: float, paths: dict[str, str], order: dict[str, int]
) -> ProposedConcept:
    score = max(m.score for m in members)
    # A rendering that agrees is evidence of its own; it closes part of the way to certainty.
    score += (1 - score) * 0.5 * rendering
    category = _category(members)
    terms = tuple(
        sorted(
            (_term(m, paths) for m in members),
            key=lambda t: (
                order.get(t.language, 99),
                t.language,
                t.abbreviation,
                -t.score,
                -len(t.occurrences),
                t.text,
            ),
        )
    )
    return ProposedConcept(_identity(terms, category), category, round(score, 4), terms)


def _category(members: Sequence[Candidate]) -> Category:
    """What most members say, by their scores; a plain concept only where nothing else is said."""
    votes: dict[Category, float] = defaultdict(float)
    for member in members:
        weight = 0.1 if member.category is Category.CONCEPT else 1.0
        votes[member.category] += weight * member.score * (0.5 if member.abbreviation else 1.0)
    return max(sorted(votes), key=lambda c: votes[c])


def _term(member: Candidate, paths: dict[str, str]) -> ProposedTerm:
    occurrences = tuple(sorted(_occurrence(m, paths) for m in member.mentions))
    return ProposedTerm(
        member.language, member.text, member.abbreviation, round(member.score, 4), occurrences
    )


def _occurrence(mention: Mention, paths: dict[str, str]) -> Occurrence:
    return Occurrence(paths.get(mention.document, mention.document), mention.span, mention.text, mention.unit)


def _identity(terms: Sequence[ProposedTerm], category: Category) -> str:
    """A readable id that depends on the first name and the category alone."""
    first = terms[0]
    latin = transliterations(first.text, first.language).get("icao", first.text)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode().lower()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:40].strip("-")
    digest = hashlib.blake2b(
        f"{first.language}:{fold(first.text)}:{category}".encode(), digest_size=3
    ).hexdigest()
    return "-".join(part for part in ("c", slug, digest) if part)


def _numbered(concepts: Sequence[ProposedConcept]) -> tuple[ProposedConcept, ...]:
    """Give a second concept of one name and category an id of its own."""
    seen: dict[str, int] = defaultdict(int)
    numbered = []
    for concept in concepts:
        seen[concept.id] += 1
        again = f"{concept.id}-{seen[concept.id]}" if seen[concept.id] > 1 else concept.id
        numbered.append(ProposedConcept(again, concept.category, concept.score, concept.terms))
    return tuple(numbered)
