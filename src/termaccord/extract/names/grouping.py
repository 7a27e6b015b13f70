"""Finds of one name put together: its key, its category by vote, its citation form, its score."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from termaccord.extract.names.keys import key_of, years_of
from termaccord.extract.names.sentence import FAIR, Found, Sentence
from termaccord.model import Category, Span

LEAST = 0.22
"""Groups that score less say too little: a single office in lower case, a phrase that came twice."""
COINED = frozenset(
    {Category.EXERCISE, Category.OPERATION, Category.PROGRAMME, Category.MOTTO, Category.PERSON}
)
"""Kinds of name that are made of ordinary words and then are no longer those words."""
ORDINARY = " …"
"""Marks the key of ordinary words that a coined name is made of: the low ebb, not the exercise Low Ebb."""
ORDER = {c: i for i, c in enumerate(Category)}


@dataclass(frozen=True, slots=True)
class Group:
    """All finds of one key."""

    key: str
    finds: tuple[Found, ...]
    category: Category
    score: float
    cues: tuple[str, ...]
    expansion: str
    abbreviation: bool
    head: str
    """Folded lemma of the head word, where one is known."""
    years: tuple[str, ...]

    @property
    def places(self) -> tuple[Found, ...]:
        """One find for every place, in order."""
        seen: dict[tuple[int, int, int], Found] = {}
        for found in self.finds:
            seen.setdefault((found.sentence, found.first, found.stop), found)
        return tuple(seen[place] for place in sorted(seen))


def group(finds: Iterable[Found], sentences: Sequence[Sentence]) -> list[Group]:
    """Finds with one key, in order of their first place."""
    members: dict[str, list[Found]] = defaultdict(list)
    for found in finds:
        sentence = sentences[found.sentence]
        members[key_of(sentence, found)].append(replace(found, text=sentence.document))
    for key in [k for k, found in members.items() if _coined(found)]:
        every = members[key]
        members[f"{key}{ORDINARY}"] = [f for f in every if _ordinary(sentences[f.sentence], f)]
        members[key] = [f for f in every if not _ordinary(sentences[f.sentence], f)]
    members.pop("", None)
    groups = [
        g for key, found in members.items() if found and (g := _group(key, found, sentences)).score >= LEAST
    ]
    return sorted(groups, key=lambda g: _place(g.places[0]))


def _coined(found: Sequence[Found]) -> bool:
    return any(f.category in COINED and f.weight >= FAIR for f in found)


def _ordinary(sentence: Sentence, found: Found) -> bool:
    """Whether the words stand there in lower case and without quotation marks."""
    return not found.quoted and not any(sentence.capital(i) for i in range(found.first, found.stop))


def _place(found: Found) -> tuple[int, int, int]:
    return found.sentence, found.first, found.stop


def _group(key: str, finds: Sequence[Found], sentences: Sequence[Sentence]) -> Group:
    votes = category_votes(finds)
    first = finds[0]
    return Group(
        key,
        tuple(finds),
        choose(votes) if votes else Category.CONCEPT,
        _score(finds),
        tuple(sorted({f.cue for f in finds})),
        _expansion(finds),
        all(f.abbreviation for f in finds),
        _head(sentences[first.sentence], first),
        years_of(sentences[first.sentence], first),
    )


def choose(votes: Mapping[Category, float]) -> Category:
    """The category with most votes; the first in order of the enumeration among equals."""
    return max(votes, key=lambda c: (votes[c], -ORDER[c]))


def _head(sentence: Sentence, found: Found) -> str:
    if not found.first <= found.head < found.stop:
        return ""
    return found.lemmas.get(found.head, sentence.form(found.head))


def _expansion(finds: Sequence[Found]) -> str:
    """Key of the full form that most finds name."""
    named = Counter(f.stands_for for f in finds if f.stands_for)
    return max(sorted(named), key=lambda key: named[key]) if named else ""


def category_votes(finds: Sequence[Found]) -> Mapping[Category, float]:
    """What the finds say the name names, each place and cue once."""
    votes: dict[Category, float] = defaultdict(float)
    for category, weight, _ in sorted(
        {(f.category, f.weight, (f.sentence, f.first, f.cue)) for f in finds if f.category}, key=str
    ):
        assert category is not None  # noqa: S101  filtered above
        votes[category] += weight
    return votes


def _score(finds: Sequence[Found]) -> float:
    """Independent cues add up as chances do; being there again adds a little (1 − Π(1 − w))."""
    best: dict[str, float] = {}
    for found in finds:
        best[found.cue] = max(best.get(found.cue, 0.0), found.weight)
    miss = 1.0
    for weight in best.values():
        miss *= 1 - weight
    places = len({(f.sentence, f.first, f.stop) for f in finds})
    miss *= 0.9 ** min(places - 1, 6)
    return round(1 - miss, 4)


def spans(found: Group, sentences: Sequence[Sentence]) -> list[tuple[str, Span, str]]:
    """Document, span and words of every place."""
    answers = []
    for place in found.places:
        sentence = sentences[place.sentence]
        answers.append(
            (
                sentence.document,
                sentence.span(place.first, place.stop),
                sentence.written(place.first, place.stop),
            )
        )
    return answers
