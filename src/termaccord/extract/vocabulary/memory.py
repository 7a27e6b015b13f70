"""Open vocabulary of a bilingual memory as concepts: recurring phrases with their renderings, best first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from termaccord.extract.bilingual.lines import abbreviation
from termaccord.extract.candidates import Candidate, Mention
from termaccord.extract.citing import cite
from termaccord.extract.vocabulary.terms import Bitext, Phrase, TermPair, term_pairs
from termaccord.model import Category


@dataclass(frozen=True, slots=True)
class Taste:
    """What makes one pair a better term than another; each figure is a factor or a share of the best."""

    doubt: float = 4.0
    """A term that stands in n couples counts n / (n + doubt)."""
    no_noun: float = 0.6
    """An adjective or a verb is a term less often than a noun."""
    half: float = 0.5
    """A noun rendered by a lone adjective is half a rendering: its noun was cut off."""
    part: float = 0.9
    """A phrase that stands inside a longer one this often is a part of it, not a term of its own."""
    longer: float = 0.5
    """A longer form of a better rendering must reach this share of its score."""
    shorter: float = 0.7
    """So must a shorter one: it is likelier a part of a rendering than one of its own."""
    share: float = 0.1
    """So must any other rendering."""
    junk: float = 0.1
    """What has less than this score is not proposed; it still says how a name is rendered."""


TASTE = Taste()


@dataclass(frozen=True, slots=True)
class Vocable:
    """A source term with its renderings, best first, as candidates."""

    score: float
    source: Candidate
    targets: tuple[Candidate, ...]


def vocables(found: Bitext, taste: Taste = TASTE) -> tuple[Vocable, ...]:
    """Terms in falling order of score, then by key."""
    pairs = term_pairs(found)
    inside = _within_longer(pairs)
    ranked = (
        (_worth(renderings, inside.get(key, 0), taste), renderings)
        for key, renderings in _chosen(pairs, taste)
    )
    made = (_vocable(found, score, renderings) for score, renderings in ranked)
    return tuple(sorted(made, key=lambda v: (-v.score, v.source.key)))


def _chosen(
    pairs: Mapping[str, Sequence[TermPair]], taste: Taste
) -> Iterator[tuple[str, tuple[TermPair, ...]]]:
    for key, renderings in pairs.items():
        yield key, _without_echoes(_reweighed(renderings, taste), taste)


def _worth(renderings: Sequence[TermPair], inside: int, taste: Taste) -> float:
    """How sure we are that the source is a term and its first rendering right."""
    best = renderings[0]
    count = best.source.couples
    score = best.score * count / (count + taste.doubt)
    score *= 1.0 if best.source.noun and best.target.noun else taste.no_noun
    # Most of a part's occurrences belong to the longer term.
    return score * (1 - taste.part * (inside / count) ** 2)


def _within_longer(pairs: Mapping[str, Sequence[TermPair]]) -> dict[str, int]:
    """For a term that is part of longer ones, the couples of the most frequent of these."""
    counts = {key: renderings[0].source.couples for key, renderings in pairs.items()}
    inside: dict[str, int] = {}
    for key, count in counts.items():
        for part in _parts(key):
            if part in counts:
                inside[part] = max(inside.get(part, 0), count)
    return inside


def _parts(key: str) -> Iterator[str]:
    words = key.split()
    for start, stop in combinations(range(len(words) + 1), 2):
        if stop - start < len(words):
            yield " ".join(words[start:stop])


def _reweighed(renderings: Sequence[TermPair], taste: Taste) -> list[TermPair]:
    """Renderings in a new order: cut-off ones behind whole ones."""
    whole = [_halved(pair, taste) for pair in renderings]
    capped = [replace(pair, score=min([pair.score, *_swallowing(pair, whole, taste)])) for pair in whole]
    return sorted(capped, key=lambda p: (-p.score, p.target.key))


def _halved(pair: TermPair, taste: Taste) -> TermPair:
    cut = pair.source.noun and not pair.target.noun
    return replace(pair, score=pair.score * taste.half) if cut else pair


def _swallowing(pair: TermPair, others: Iterable[TermPair], taste: Taste) -> Iterator[float]:
    """Caps from longer renderings without which this one hardly stands."""
    mine = pair.target
    if mine.noun and mine.couples < taste.doubt:
        return
    for other in others:
        longer = other.target
        if (
            _contains(longer, mine)
            and longer.couples >= taste.part * mine.couples
            and other.score > 0.3 * pair.score
        ):
            yield other.score * taste.part


def _contains(longer: Phrase, shorter: Phrase) -> bool:
    return longer.key != shorter.key and f" {shorter.key} " in f" {longer.key} "


def _without_echoes(renderings: Sequence[TermPair], taste: Taste) -> tuple[TermPair, ...]:
    kept: list[TermPair] = []
    for pair in renderings:
        floors = [taste.share * kept[0].score] if kept else []
        floors += [taste.longer * k.score for k in kept if _contains(pair.target, k.target)]
        floors += [taste.shorter * k.score for k in kept if _contains(k.target, pair.target)]
        if all(pair.score >= floor for floor in floors):
            kept.append(pair)
    return tuple(kept)


def _vocable(found: Bitext, score: float, renderings: Sequence[TermPair]) -> Vocable:
    source = renderings[0].source
    couples = {spot.couple for spot in source.spots}
    share = score / renderings[0].score
    targets = (_candidate(found, 1, p.target, p.score * share, couples) for p in renderings)
    return Vocable(score, _candidate(found, 0, source, score, couples), tuple(targets))


def _candidate(found: Bitext, side: int, phrase: Phrase, score: float, couples: set[int]) -> Candidate:
    spots = [spot for spot in phrase.spots if spot.couple in couples]
    mentions = tuple(_mention(found, side, spot.couple, spot.words) for spot in spots)
    first = found.line(phrase.spots[0].couple, side)
    text = cite(((found.line(s.couple, side), s.words) for s in phrase.spots), noun=phrase.noun)
    return Candidate(
        first.language, text, Category.CONCEPT, score, mentions, abbreviation(text), key=phrase.key
    )


def _mention(found: Bitext, side: int, couple: int, words: range) -> Mention:
    passage = found.passage(couple, side)
    span = passage.place(words)
    return Mention(passage.document, span, passage.line.span(words).of(passage.line.text), passage.unit)
