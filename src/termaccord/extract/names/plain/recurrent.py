"""
Terms in lower case: offices, generic bodies and concepts that a text keeps calling by the same words.

Where a language has no cases, any run of words of meaning may be a term; what returns as a whole, and not only inside of
something longer, is one (C-value: Frantzi, Ananiadou and Mima 2000).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from termaccord.extract.names.cased.people import titled
from termaccord.extract.names.plain import neighbours
from termaccord.extract.names.sentence import FAIR, STRONG, WEAK, Found, Sentence
from termaccord.model import Category
from termaccord.text.normalise import fold

LONGEST = 5
SINGLE = frozenset({Category.POSITION, Category.CONCEPT})
"""What a single lower-case word may name."""
CONCEPT = 0.14
"""A recurring phrase without a head that we know: a term of the subject at best."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lower-case words of meaning, the last of them a noun."""

    sentence: int
    first: int
    stop: int
    key: str


def find(sentences: Sequence[Sentence]) -> Iterator[Found]:
    """Offices beside a name, and every phrase that stands at least twice by itself."""
    stretches = [s for index, sentence in enumerate(sentences) for s in _stretches(index, sentence)]
    counts = Counter(s.key for s in stretches)
    values = c_values(counts)
    offices: dict[tuple[int, int], Found] = {}
    for stretch in stretches:
        if found := _office(sentences[stretch.sentence], stretch, counts):
            place = (stretch.sentence, stretch.stop)
            if place not in offices or found.first < offices[place].first:
                offices[place] = found
        elif found := _term(sentences[stretch.sentence], stretch, counts, values):
            yield found
    yield from offices.values()
    for index, sentence in enumerate(sentences):
        yield from _fixed(index, sentence)


def _fixed(index: int, sentence: Sentence) -> Iterator[Found]:
    """Offices of several words: heads of state."""
    for office in sentence.cues.offices:
        words = tuple(office.split())
        if words[0] not in sentence.forms:
            continue
        for i in range(len(sentence) - len(words) + 1):
            if sentence.forms[i : i + len(words)] == words:
                yield Found(index, i, i + len(words), Category.POSITION, "office", FAIR, head=i)


def c_values(counts: Counter[str]) -> dict[str, float]:
    """Frequency less that of the commonest longer phrase around; 0 where it stands only inside of that."""
    around: dict[str, set[str]] = defaultdict(set)
    for key in counts:
        words = key.split()
        for first in range(len(words)):
            for stop in range(first + 1, len(words) + 1):
                if stop - first < len(words):
                    around[" ".join(words[first:stop])].add(key)
    values = {}
    for key, count in counts.items():
        longer = around.get(key, set())
        values[key] = float(count - max((counts[k] for k in longer), default=0))
    return values


def _stretches(index: int, sentence: Sentence) -> Iterator[Stretch]:
    """All phrases of up to five words; single words only where they head something."""
    for stop in range(1, len(sentence) + 1):
        if not _noun(sentence, stop - 1):
            continue
        for first in range(stop - 1, max(-1, stop - 1 - LONGEST), -1):
            if not _content(sentence, first, last=first == stop - 1):
                break
            if stop - first > 1 or sentence.head(stop - 1) in SINGLE:
                yield Stretch(index, first, stop, _key(sentence, first, stop))


def _key(sentence: Sentence, first: int, stop: int) -> str:
    return " ".join([*sentence.forms[first : stop - 1], _lemma(sentence, stop - 1)])


def _lemma(sentence: Sentence, i: int) -> str:
    plural = [a for a in sentence.words[i].analyses if a.number == "pl" and a.part_of_speech in {"NOUN", ""}]
    return fold(plural[0].lemma) if plural else sentence.form(i)


def _noun(sentence: Sentence, i: int) -> bool:
    return _content(sentence, i, last=True) and any(
        a.part_of_speech in {"NOUN", ""} for a in sentence.words[i].analyses
    )


def _content(sentence: Sentence, i: int, *, last: bool) -> bool:
    """A word that can stand in a term: no function word, no verb form, no name, not glued to what stands before."""
    if not sentence.word(i) or len(sentence.form(i)) < 3 or (sentence.capital(i) and i > 0):
        return False
    text = sentence.words[i].text
    if (
        text.startswith(("'", "’"))
        or sentence.form(i) in sentence.cues.vague
        or sentence.form(i) in sentence.cues.time
        or sentence.form(i) in sentence.cues.becoming
    ):
        return False
    readings = [a for a in sentence.words[i].analyses if a.part_of_speech != "PROPN"]
    first = readings[0] if readings else sentence.words[i].analyses[0]
    if sentence.function(i) or first.part_of_speech in {"PRON", "DET", "ADP", "CCONJ", "ADV", "PART", "NUM"}:
        return False
    return not _verb(sentence, i, last=last)


def _verb(sentence: Sentence, i: int, *, last: bool) -> bool:
    """An inflected verb, or a bare one behind “to” or a modal."""
    form = sentence.form(i)
    changed = fold(sentence.words[i].lemma) != form and not form.endswith("s")
    if changed and (last or not form.endswith(("ed", "ing"))):
        return not (last and form.endswith("ing"))
    return sentence.form(i - 1) in sentence.cues.before_verb


def _office(sentence: Sentence, stretch: Stretch, counts: Counter[str]) -> Found | None:
    """An office beside the person who holds it, or with whom it serves behind it."""
    occupied = stretch.stop - stretch.first > 1 and neighbours.is_occupation(sentence, stretch.stop - 1)
    if sentence.head(stretch.stop - 1) is not Category.POSITION and not occupied:
        return None
    gerund = sentence.cues.gerund and sentence.form(stretch.first).endswith(sentence.cues.gerund)
    if gerund and sentence.form(stretch.first) not in sentence.cues.modifiers:
        return None
    cue = _beside(sentence, stretch)
    if not cue or not (counts[stretch.key] > 1 or _closed(sentence, stretch)):
        return None
    return _found(
        stretch, Category.POSITION, cue, STRONG if counts[stretch.key] > 1 and cue != "office of" else FAIR
    )


def _term(
    sentence: Sentence, stretch: Stretch, counts: Counter[str], values: dict[str, float]
) -> Found | None:
    category = sentence.head(stretch.stop - 1)
    if counts[stretch.key] < 2 or values[stretch.key] < 1:
        return None
    if stretch.stop - stretch.first < 2 and category is not Category.CONCEPT:
        return None
    if category or sentence.label(stretch.stop - 1):
        return _found(stretch, category or Category.CONCEPT, "recurs, head noun", WEAK)
    return _found(stretch, Category.CONCEPT, "recurs", CONCEPT)


def _found(stretch: Stretch, category: Category, cue: str, weight: float) -> Found:
    return Found(stretch.sentence, stretch.first, stretch.stop, category, cue, weight, head=stretch.stop - 1)


def _beside(sentence: Sentence, stretch: Stretch) -> str:
    """Whether a person stands right before or behind the office."""
    if titled(sentence, stretch.stop):
        return "before a name"
    before = stretch.first - 1
    if sentence.form(before) in sentence.cues.becoming and stretch.stop - stretch.first > 1:
        return "elected"
    if sentence.form(before) in sentence.cues.articles:
        before -= 1
    comma = sentence.form(before) == "," and sentence.capital(before - 1) and sentence.capital(before - 2)
    if comma:
        return "behind a name"
    behind = stretch.stop + 1
    if sentence.form(stretch.stop) not in sentence.cues.genitive:
        return ""
    if sentence.form(behind) in sentence.cues.articles:
        behind += 1
    return "office of" if sentence.capital(behind) else ""


def _closed(sentence: Sentence, stretch: Stretch) -> bool:
    """Whether the phrase cannot be longer to the left, or only by a word that makes another office."""
    before = stretch.first - 1
    return before < 0 or not _content(sentence, before, last=False)
