"""How much of the gold of corpus/ the house finds: the figures that floors.toml guards."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from tests import corpus_gold

from termaccord.align.score import Counts, score, sides
from termaccord.model import Document, ProposedConcept, Segment, Span
from termaccord.project import corpus as corpora
from termaccord.project.corpus import Corpus
from termaccord.project.work import align_corpus, extract_corpus

LEAST_OVERLAP = 0.7
"""Intersection over union from which a mention counts as found."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document."""

    path: str
    start: int
    end: int

    def overlap(self, other: "Place") -> float:
        """Intersection over union."""
        shared = min(self.end, other.end) - max(self.start, other.start)
        if self.path != other.path or shared <= 0:
            return 0.0
        return shared / (max(self.end, other.end) - min(self.start, other.start))


def open_corpus() -> Corpus:
    """The project's own corpus."""
    return corpora.open_folder(corpus_gold.CORPUS)


def alignment(corpus: Corpus, cache: Path | None = None) -> Counts:
    """Beads against gold, over gold sentences, so that segmentation is not measured along with it."""
    entries = {e.path: e for e in corpus_gold.documents()}
    pairs = [(_gold_segments(s, entries), _gold_segments(t, entries)) for s, t in corpus.pairs]
    total = Counts()
    for aligned in align_corpus(pairs, cache, jobs=1):
        total += score(corpus_gold.beads(entries[aligned.target.path]), sides(aligned.beads))
    return total


def _gold_segments(document: Document, entries: dict[str, corpus_gold.Entry]) -> Document:
    segments: list[Segment] = []
    start = 0
    for sentence in corpus_gold.marked(entries[document.path]).sentences:
        start = document.text.index(sentence, start)
        span = Span(start, start + len(sentence))
        block = next((i for i, b in enumerate(document.blocks) if b.span.contains(span)), 0)
        segments.append(Segment(span, sentence, block))
        start += len(sentence)
    return replace(document, segments=tuple(segments))


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1."""

    recall: dict[str, float]
    """Full-form mentions found, by language."""
    pair_recall: float
    """Gold concepts named in both languages that one of ours covers alone, in both."""
    pair_precision: float
    """Our two-sided concepts that touch gold in both languages, and touch one gold concept only."""
    category_accuracy: float


def extraction(
    corpus: Corpus, cache: Path | None = None, languages: tuple[str, str] = ("ru", "en")
) -> Figures:
    """Concepts of the documents that belong to originals in the first language or stand in the second alone."""
    kept = tuple(d for d in corpus.documents if _belongs(d, corpus, languages))
    concepts = extract_corpus(Corpus(kept), cache)
    gold = list(_gold_mentions(kept))
    return _figures(concepts, gold, languages)


def _belongs(document: Document, corpus: Corpus, languages: tuple[str, str]) -> bool:
    if document.translation_of:
        return corpus.named(document.translation_of).language == languages[0]
    return document.language in languages


def _gold_mentions(documents: tuple[Document, ...]) -> Iterator[tuple[str, str, Place, str]]:
    known = corpus_gold.concepts()
    entries = {e.path: e for e in corpus_gold.documents()}
    for document in documents:
        for mark in corpus_gold.marked(entries[document.path]).marks:
            if not mark.sort and mark.id in known:
                place = Place(document.path, mark.start, mark.end)
                yield mark.id, document.language, place, corpus_gold.FORMS[mark.tail]


def _figures(
    concepts: tuple[ProposedConcept, ...], gold: list[tuple[str, str, Place, str]], languages: tuple[str, str]
) -> Figures:
    mine: dict[str, list[tuple[int, str, Place]]] = defaultdict(list)
    for index, concept in enumerate(concepts):
        for term in concept.terms:
            for o in term.occurrences:
                mine[o.document].append((index, term.language, Place(o.document, o.span.start, o.span.end)))
    found: dict[str, list[bool]] = defaultdict(list)
    touched: dict[int, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for name, language, place, form in gold:
        hits = {
            i for i, lang, p in mine[place.path] if lang == language and p.overlap(place) >= LEAST_OVERLAP
        }
        if form == "full":
            found[language].append(bool(hits))
        for index in hits:
            touched[index][language].add(name)
    both = _named_in_both(gold, languages)
    bilingual = {i: [t[x] for x in languages] for i, t in touched.items() if all(t[x] for x in languages)}
    right = {i: next(iter(a & b)) for i, (a, b) in bilingual.items() if a & b and len(a | b) == 1}
    category = {name: c["category"] for name, c in corpus_gold.concepts().items()}
    return Figures(
        recall={x: sum(found[x]) / max(1, len(found[x])) for x in languages},
        pair_recall=len(set(right.values()) & both) / max(1, len(both)),
        pair_precision=len(right) / max(1, len(bilingual)),
        category_accuracy=sum(concepts[i].category == category[n] for i, n in right.items())
        / max(1, len(right)),
    )


def _named_in_both(gold: list[tuple[str, str, Place, str]], languages: tuple[str, str]) -> set[str]:
    named: dict[str, set[str]] = defaultdict(set)
    for name, language, _place, form in gold:
        if form == "full":
            named[name].add(language)
    return {name for name, spoken in named.items() if spoken >= set(languages)}
