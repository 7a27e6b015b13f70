"""
Names in languages whose capitals mark them and whose words have no cases, such as English.

A name is built of runs of capitalised words that small words join,
and of what stands around them in lower case: a head noun behind, years, a label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termaccord.extract.names.plain import apposition, labels, neighbours
from termaccord.extract.names.plain.atoms import office_start
from termaccord.extract.names.plain.joining import HEADED, Name, edition
from termaccord.extract.names.plain.words import bound
from termaccord.extract.names.sentence import DASHES, FAIR, HINT, STRONG, WEAK, Found, Sentence
from termaccord.model import Category

LABELLED = frozenset({Category.OPERATION, Category.EXERCISE, Category.PROGRAMME, Category.MOTTO})
DATED = LABELLED | {Category.DOCUMENT, Category.EVENT}
"""What has editions: no body or office is called Brotherhood-2025 or Sentinel-2025."""
LOUD = 0.5
"""What a find in a heading is worth: capitals say less there."""


def find(index: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[Found]:
    """What the names of a sentence are, with what stands around them."""
    for name in names:
        if all(sentence.form(i) in sentence.cues.titles for i in range(name.first, name.stop)):
            continue
        if len(name) == 1 and sentence.form(name.first) in sentence.cues.vague:
            continue
        if sentence.cues.demonyms and _demonym(sentence, name):
            continue
        yield from _itself(index, sentence, name)
        yield from _shorter(index, sentence, name)


def _itself(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    if edition(sentence, name.stop - 2) and not sentence.number(name.stop - 3):
        yield from _edition(index, sentence, name)
    elif name.category in LABELLED and sentence.label(name.first) and len(name.parts[0]) > 1:
        yield _found(index, name, name.category, "label inside", FAIR)
        yield Found(index, name.first + 1, name.stop, name.category, "label before", STRONG, head=name.head)
    elif all(sentence.upper(i) for i in range(name.first, name.stop)):
        if len(name) > 1:
            yield replace(_found(index, name, None, "abbreviations", FAIR), abbreviation=True)
    else:
        yield from _plain(index, sentence, name)


def _edition(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """Tall Wave-2025: an exercise, unless something says otherwise."""
    category, cue = _label(sentence, name)
    category = category or (name.category if name.category in DATED else None)
    yield _found(index, name, category, cue or "edition", STRONG)
    if category is None:
        yield _found(index, name, Category.EXERCISE, "edition", WEAK)
    elif name.category in LABELLED and sentence.label(name.first) and len(name) > 3:
        yield Found(index, name.first + 1, name.stop, category, "label before", STRONG, head=name.head)


def _demonym(sentence: Sentence, name: Name) -> bool:
    """Haldener hauliers: an adjective, which names nothing."""
    if len(name) > 1 or name.category or not sentence.word(name.stop) or sentence.tight(name.stop):
        return False
    plain = (
        not sentence.capital(name.stop) and not bound(sentence, name.stop) and not sentence.label(name.stop)
    )
    return plain and sentence.form(name.first).endswith(sentence.cues.demonyms)


def _plain(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    category, cue = (name.category, "head noun") if name.category else _label(sentence, name)
    quiet = not sentence.cues.capitals and len(name) == 1 and category is None
    weight = STRONG if name.category and len(name) > 1 else WEAK if quiet else FAIR
    yield _found(index, name, category, cue or "capitals", weight * (LOUD if sentence.heading else 1))
    if category is None:
        if (
            sentence.word(name.stop)
            and not sentence.capital(name.stop)
            and sentence.head(name.stop) is Category.BODY
        ):
            yield _found(index, name, Category.BODY, "body noun behind", WEAK)
        for vote, why, strength in neighbours.votes(sentence, name.first, name.stop):
            person = vote is Category.PERSON and len(name) > 1
            yield Found(index, name.first, name.stop, vote, why, strength, head=name.head, person=person)
    yield from _year_behind(index, sentence, name, category)


def _year_behind(index: int, sentence: Sentence, name: Name, category: Category | None) -> Iterator[Found]:
    """High Wave 2025, without a hyphen."""
    year = sentence.year(name.stop) and sentence.form(name.stop + 1) not in DASHES
    if year and len(name) > 1 and (category is None or category in LABELLED):
        label = category or Category.EXERCISE
        yield Found(index, name.first, name.stop + 1, label, "year behind", HINT, head=name.head)


def _found(index: int, name: Name, category: Category | None, cue: str, weight: float) -> Found:
    return Found(index, name.first, name.stop, category, cue, weight, head=name.head)


def _label(sentence: Sentence, name: Name) -> apposition.Label:
    """What a name without a head is, by the words beside it."""
    category, cue, _ = labels.behind(sentence, name.stop)
    if category:
        return category, cue
    for label in (labels.before(sentence, name.first), apposition.apposed(sentence, name.stop)):
        if label[0]:
            return label
    return apposition.NONE


def _shorter(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """The office without whom it serves; the parts of a long name that are names themselves."""
    head = name.parts[0]
    if name.category is Category.POSITION:
        first = office_start(sentence, head.first, head.stop)
        if (first, head.stop) != (name.first, name.stop):
            yield Found(index, first, head.stop, Category.POSITION, "office", FAIR, head=head.stop - 1)
    whole = name.parts[0]
    if (
        len(name.parts) > 1
        and len(whole) >= 2
        and whole.category in HEADED
        and name.parts[1].first - whole.stop == 2
    ):
        yield Found(
            index, whole.first, whole.stop, whole.category, "part of a name", HINT, head=whole.stop - 1
        )
    for part in name.parts[1:]:
        if len(part) >= 2 and part.category in HEADED - {Category.PROGRAMME}:
            yield Found(
                index, part.first, part.stop, part.category, "part of a name", WEAK, head=part.stop - 1
            )
