"""Candidates, their variants and renderings become concepts that a person may accept."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from termaccord.extract.assemble import assemble, ranked, setting
from termaccord.extract.bilingual.bitext import couples, in_units, twins
from termaccord.extract.bilingual.cousins import cousins
from termaccord.extract.bilingual.fill import fill
from termaccord.extract.bilingual.leftover import settled
from termaccord.extract.bilingual.orphans import adopted
from termaccord.extract.bilingual.pairs import Rendering, pair
from termaccord.extract.bilingual.scenes import Embed, Scene, restaged, scenes
from termaccord.extract.bilingual.titles import whole
from termaccord.extract.candidates import Candidate, candidates
from termaccord.extract.concepts import gather
from termaccord.extract.recognised import recognised
from termaccord.extract.resting import resting
from termaccord.extract.spread import complete
from termaccord.extract.variants import groups
from termaccord.extract.vocabulary.joining import joined
from termaccord.extract.vocabulary.memory import vocables
from termaccord.extract.vocabulary.terms import bitext
from termaccord.model import Alignment, Document, Glossary, ProposedConcept, TranslationUnit
from termaccord.text.analyse import words


@dataclass(frozen=True, slots=True)
class Names:
    """Candidates gathered into concepts, before they are written up."""

    members: tuple[tuple[Candidate, ...], ...]
    scores: tuple[float, ...]
    stage: tuple[Scene, ...]


@resting()
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
    names, shared = _names(documents, alignments, embed), setting(documents)
    found = ranked(
        assemble(members, score, shared) for members, score in zip(names.members, names.scores, strict=True)
    )
    return recognised(found, accepted) if accepted else found


@dataclass(frozen=True, slots=True)
class Sheet:
    """A bilingual file, whose units need no aligning."""

    name: str
    """As occurrences give it; their spans count within the unit."""
    units: Sequence[TranslationUnit]


@resting()
def propose_units(
    units: Sequence[TranslationUnit], source: str, target: str, embed: Embed, *, name: str = ""
) -> tuple[ProposedConcept, ...]:
    """The names and terms of one bilingual file, see `propose_sheets`."""
    return propose_sheets([Sheet(name, units)], source, target, embed)


def propose_sheets(
    sheets: Sequence[Sheet], source: str, target: str, embed: Embed
) -> tuple[ProposedConcept, ...]:
    """
    Propose the names and terms of bilingual files of one direction, a thing that several of them name once.

    Names come with their category, whatever else recurs and is rendered alike as a concept.
    """
    pairs = {sheet.name: twins(sheet.units, source, target, sheet.name) for sheet in sheets}
    documents = tuple(document for twin in pairs.values() for document in twin.documents)
    names = _names(documents, [twin.alignment for twin in pairs.values()], embed)
    shared = setting(documents, apart=False)
    spoken = vocables(bitext(names.stage))
    both = joined(list(zip(names.members, names.scores, strict=True)), spoken, source)
    home = {document.name: twin for twin in pairs.values() for document in twin.documents}
    return ranked(in_units(assemble(members, score, shared), home) for members, score in both)


def _names(documents: Sequence[Document], alignments: Sequence[Alignment], embed: Embed) -> Names:
    reader = cache(words)  # a sentence is read for its names, and again beside its translations
    found = complete(candidates(documents, reader), documents)
    stage = scenes(couples(alignments, reader), found, embed)
    entire = whole(stage, found, documents)
    if entire != found:
        found = entire
        stage = restaged(stage, found)
    paired = settled(stage, found, pair(stage, found, embed))
    missed = fill(stage, found, paired.linked, documents)
    if missed:
        found = (*found, *missed)
        stage = restaged(stage, found)
        paired = settled(stage, found, pair(stage, found, embed))
    aligned = frozenset(d.name for a in alignments for d in (a.source, a.target))
    gathered = adopted(gather(found, groups(found), paired.renderings), stage, found, embed)
    gathered = cousins(gathered, found, aligned, embed)
    scores = tuple(_scores(gathered, found, paired.renderings))
    return Names(tuple(tuple(found[i] for i in group) for group in gathered), scores, stage)


def _scores(
    gathered: Iterable[Sequence[int]], found: Sequence[Candidate], renderings: Iterable[Rendering]
) -> Iterator[float]:
    """
    Termhood of the best name, raised by the best rendering.

    That a translator renders it as a name is evidence of its own: it closes half the way to certainty.
    """
    surest = [0.0] * len(found)
    for rendering in renderings:
        for index in (rendering.source, rendering.target):
            surest[index] = max(surest[index], rendering.score)
    for group in gathered:
        termhood = max(found[i].score for i in group)
        yield termhood + (1 - termhood) * 0.5 * max(surest[i] for i in group)
