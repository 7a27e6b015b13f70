"""Whole titles: names written With Capitals Throughout of which cues saw a part or nothing, told by what they render."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termaccord.extract.bilingual.bitext import Passage
from termaccord.extract.bilingual.lines import Line
from termaccord.extract.bilingual.scenes import Scene, Standing
from termaccord.extract.candidates import Candidate, Mention
from termaccord.extract.spread import spread
from termaccord.model import Category, Document, Span
from termaccord.text.cues import cues_for
from termaccord.text.languages.cues import Cues

TITLED = frozenset(Category) - {Category.CONCEPT, Category.PERSON, Category.PLACE, Category.POSITION}
"""Kinds of things that have titles."""
BESIDE = frozenset({Category.PERSON, Category.PLACE})
"""What keeps its own name inside a title: the Ivan Petrov Museum."""
JOINED = frozenset("-‐‑'’&")
"""Marks inside a title."""
ENDS = frozenset('.!?…:;«»“”„‘"')
"""Marks between sentences."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a title must reach to be taken for the rendering of a name."""

    termhood: float = 0.4
    """Of the name."""
    match: float = 0.5
    """Score of the word links between the name and the title, in any place that counts."""
    clear: float = 0.72
    """The same in one place that settles the others."""
    better: float = 0.04
    """By how much the whole title must beat the part of it that is known."""
    shouting: float = 0.75
    """Share of capitals from which a line is a headline, where they say nothing."""
    longest: int = 12


CLAIM = Claim()


@dataclass(frozen=True, slots=True)
class Title:
    """A stretch of a passage that renders a name."""

    candidate: int
    passage: Passage
    words: range
    score: float

    @property
    def text(self) -> str:
        """As it is written, in one line."""
        return " ".join(self.passage.line.span(self.words).of(self.passage.line.text).split())


def whole(
    scenes: Sequence[Scene], candidates: Sequence[Candidate], documents: Sequence[Document]
) -> tuple[Candidate, ...]:
    """
    Give names their whole titles in languages that write these in capitals.

    A name of another language is projected; the projection is a whole run of capitalised words,
    with the small words between them and with those before them that have a capital too.
    One clear place settles the others, and the title is then found wherever it stands.
    What was known of it only as a part is no candidate there any more.
    """
    titles = [t for s in scenes for t in (*_titles(s, candidates), *_titles(s.turned, candidates))]
    made = tuple(_made(titles, candidates))
    if not made:
        return tuple(candidates)
    partly = tuple(_without_parts(candidates, made))
    complete = spread(made, partly, documents)
    return (*_without_parts(partly, complete), *complete)


def _titles(scene: Scene, candidates: Sequence[Candidate]) -> Iterator[Title]:
    """The best title in the target for every name in the source, where it beats all that is known."""
    line = scene.couple.target.line
    cues = cues_for(line.language)
    worth = [s for s in scene.source if _titled(candidates[s.candidate])]
    runs = stretches(line, cues) if worth and cues.title_case else []
    for standing in worth if runs else ():
        free = [r for r in runs if _whole(r, standing, scene)]
        best = max(
            free, key=lambda r: (scene.links.score(standing.words, r), len(r), -r.start), default=range(0)
        )
        score = scene.links.score(standing.words, best)
        if score >= CLAIM.match and score >= _rival(scene, standing) + CLAIM.better:
            yield Title(standing.candidate, scene.couple.target, best, score)


def _titled(name: Candidate) -> bool:
    """Whether it surely is a name, and of something that has a title."""
    kind = name.category in TITLED or "quoted" in name.cues
    return kind and name.score >= CLAIM.termhood and not name.abbreviation


def _whole(words: range, standing: Standing, scene: Scene) -> bool:
    """Not a part of a name that is known; one word only for one word, and where its capital says something."""
    if any(_within(words, other.words) and words != other.words for other in scene.target):
        return False
    return len(words) > 1 or (len(standing.words) == 1 and not _first(scene.couple.target.line, words.start))


def _within(words: range, other: range) -> bool:
    return other.start <= words.start and words.stop <= other.stop


def _rival(scene: Scene, standing: Standing) -> float:
    """How well the best known name in the target renders it."""
    return max((scene.links.score(standing.words, other.words) for other in scene.target), default=0.0)


def stretches(line: Line, cues: Cues) -> list[range]:
    """
    Every stretch of a line that may be a whole title.

    It begins and ends where a run of capitalised words does, small words stand inside only;
    a word for its kind (*Operation* Silver Birch) and the first word of a sentence may stay outside.
    """
    letters = [i for i in range(len(line)) if not line.figures[i]]
    if len(letters) > 4 and sum(line.capitals[i] for i in letters) >= CLAIM.shouting * len(letters):
        return []
    found = []
    for first in range(len(line)):
        if _opens(line, first, cues):
            found += [range(first, stop) for stop in _stops(line, first, cues)]
    return found


def _opens(line: Line, i: int, cues: Cues) -> bool:
    if not line.capitals[i] or line.folded[i] in cues.time:
        return False
    if _first(line, i):
        return line.folded[i] not in cues.articles
    before = i - 1
    cut = not _joined(line, i) or not line.capitals[before]
    return cut or _first(line, before) or line.folded[before] in cues.labels


def _stops(line: Line, first: int, cues: Cues) -> Iterator[int]:
    """Where a title that begins with a word may end."""
    for i in range(first, min(first + CLAIM.longest, len(line))):
        if i > first and not _joined(line, i):
            return
        solid = line.capitals[i] or line.figures[i]
        if not solid and not line.function[i]:
            return
        after = i + 1
        goes_on = after < len(line) and _joined(line, after) and (line.capitals[after] or line.figures[after])
        if solid and (not goes_on or line.folded[after] in cues.labels):
            yield after


def _joined(line: Line, i: int) -> bool:
    """Whether a word follows the one before it without a mark that parts them."""
    return i > 0 and set(line.gaps[i]) <= JOINED


def _first(line: Line, i: int) -> bool:
    """Whether a sentence begins with a word, whose capital then says nothing."""
    return i == 0 or bool(set(line.gaps[i]) & ENDS)


def _made(titles: Iterable[Title], candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Candidates of the titles that are settled, each as its best source makes it."""
    groups: dict[tuple[int, str], list[Title]] = defaultdict(list)
    for title in titles:
        groups[title.candidate, title.text].append(title)
    best: dict[tuple[str, str], Candidate] = {}
    for (index, text), found in sorted(groups.items()):
        score = max(t.score for t in found)
        if score >= CLAIM.clear:
            made = _candidate(candidates[index], text, score, found)
            known = best.setdefault((made.language, text), made)
            if made.score > known.score:
                best[made.language, text] = made
    yield from best.values()


def _candidate(model: Candidate, text: str, score: float, found: Sequence[Title]) -> Candidate:
    line, words = found[0].passage.line, found[0].words
    return Candidate(
        language=line.language,
        text=text,
        category=model.category,
        score=round(model.score * score, 4),
        mentions=tuple(sorted({_mention(t) for t in found}, key=lambda m: (m.document, m.span))),
        cues=("rendering",),
        key=line.key(words),
        years=model.years,
    )


def _mention(title: Title) -> Mention:
    passage = title.passage
    text = passage.line.span(title.words).of(passage.line.text)
    return Mention(passage.document, passage.place(title.words), text, passage.unit)


def _without_parts(candidates: Sequence[Candidate], whole: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates without mentions that are but parts of whole titles or the same."""
    taken: dict[tuple[str, str], list[Span]] = defaultdict(list)
    for candidate in whole:
        for mention in candidate.mentions:
            taken[mention.document, mention.unit].append(mention.span)
    for candidate in candidates:
        kept = tuple(m for m in candidate.mentions if _outside(m, taken)) if _loose(candidate) else None
        if kept is None or len(kept) == len(candidate.mentions):
            yield candidate
        elif kept:
            yield replace(candidate, mentions=kept)


def _loose(candidate: Candidate) -> bool:
    """Whether it cannot stand in a longer name by itself as a person or a body's abbreviation does."""
    return candidate.category not in BESIDE and not candidate.abbreviation


def _outside(mention: Mention, taken: Mapping[tuple[str, str], Sequence[Span]]) -> bool:
    around = taken.get((mention.document, mention.unit), ())
    return not any(
        mention.span.overlaps(span) and len(mention.text) <= span.end - span.start for span in around
    )
