"""
Names in languages whose capitals mark them and whose words have no cases, such as English.

A name is built of runs of capitalised words that small words join,
and of what stands around them in lower case: a head noun behind, years, a label.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termaccord.extract.names import labels, neighbours
from termaccord.extract.names.atoms import bound, office_start
from termaccord.extract.names.joining import HEADED, PAPERS, Name, edition, years_behind
from termaccord.extract.names.sentence import DASHES, FAIR, HINT, STRONG, WEAK, Found, Sentence
from termaccord.model import Category

LABELLED = frozenset({Category.OPERATION, Category.EXERCISE, Category.PROGRAMME, Category.MOTTO})
LOUD = 0.5
"""What a find in a heading is worth: capitals say less there."""


def find(index: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[Found]:
    """What the names of a sentence are, with what stands around them."""
    for name in names:
        if all(sentence.form(i) in sentence.cues.titles for i in range(name.first, name.stop)):
            continue
        yield from _itself(index, sentence, name)
        yield from _shorter(index, sentence, name)
        yield from _longer(index, sentence, name)
    yield from _pairs(index, sentence, names)


def _itself(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    if edition(sentence, name.stop - 2) and not sentence.number(name.stop - 3):
        yield from _edition(index, sentence, name)
    elif name.category in LABELLED and sentence.label(name.first) and len(name) > 1:
        yield _found(index, name, name.category, "label inside", FAIR)
        yield Found(index, name.first + 1, name.stop, name.category, "label before", STRONG, head=name.head)
    elif all(sentence.upper(i) for i in range(name.first, name.stop)):
        if len(name) > 1:
            yield replace(_found(index, name, None, "abbreviations", FAIR), abbreviation=True)
    else:
        yield from _plain(index, sentence, name)


def _edition(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """Steep Wave-2025: an exercise, unless something says otherwise."""
    category, cue = _label(sentence, name)
    category = category or name.category
    yield _found(index, name, category, cue or "edition", STRONG)
    if category is None:
        yield _found(index, name, Category.EXERCISE, "edition", WEAK)
    elif name.category in LABELLED and sentence.label(name.first) and len(name) > 3:
        yield Found(index, name.first + 1, name.stop, category, "label before", STRONG, head=name.head)


def _plain(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    category, cue = (name.category, "head noun") if name.category else _label(sentence, name)
    weight = STRONG if name.category and len(name) > 1 else FAIR
    yield _found(index, name, category, cue or "capitals", weight * (LOUD if sentence.heading else 1))
    if category is None:
        for vote, why, strength in neighbours.votes(sentence, name.first, name.stop):
            person = vote is Category.PERSON and len(name) > 1
            yield Found(index, name.first, name.stop, vote, why, strength, head=name.head, person=person)
    if category in LABELLED | {None} and sentence.year(name.stop) and sentence.form(name.stop + 1) not in DASHES:
        if len(name) > 1:
            label = category or Category.EXERCISE
            yield Found(index, name.first, name.stop + 1, label, "year behind", HINT, head=name.head)


def _found(index: int, name: Name, category: Category | None, cue: str, weight: float) -> Found:
    return Found(index, name.first, name.stop, category, cue, weight, head=name.head)


def _label(sentence: Sentence, name: Name) -> labels.Label:
    """What a name without a head is, by the words beside it."""
    category, cue, _ = labels.behind(sentence, name.stop)
    if category:
        return category, cue
    for label in (labels.before(sentence, name.first), labels.apposed(sentence, name.stop)):
        if label[0]:
            return label
    return labels.NONE


def _shorter(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """The office without whom it serves; the parts of a long name that are names themselves."""
    head = name.parts[0]
    if name.category is Category.POSITION:
        first = office_start(sentence, head.first, head.stop)
        if (first, head.stop) != (name.first, name.stop):
            yield Found(index, first, head.stop, Category.POSITION, "office", FAIR, head=head.stop - 1)
    whole = name.parts[0]
    if len(name.parts) > 1 and len(whole) >= 2 and whole.category in HEADED and name.parts[1].first - whole.stop == 2:
        yield Found(index, whole.first, whole.stop, whole.category, "part of a name", HINT, head=whole.stop - 1)
    for part in name.parts[1:]:
        if len(part) >= 2 and part.category in HEADED - {Category.PROGRAMME}:
            yield Found(index, part.first, part.stop, part.category, "part of a name", WEAK, head=part.stop - 1)


def _longer(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """A name that lower-case words complete: Tavinsk summit, CSTO collective security strategy for 2030."""
    label, cue, reach = labels.behind(sentence, name.stop)
    single_body = len(name) == 1 and sentence.upper(name.first)
    if label and name.category is None and not single_body:
        yield Found(index, name.first, reach, label, "label behind", HINT, head=reach - 1)
    if (stop := _insertion(sentence, name)) and name.category in HEADED:
        yield Found(index, name.first, stop, name.category, "insertion", HINT, head=name.head)
    if name.category in {Category.POSITION, Category.PLACE} or sentence.number(name.stop - 1):
        return
    stop = modified(sentence, name.stop)
    head = sentence.head(stop - 1) if stop > name.stop else None
    if head not in HEADED | {Category.CONCEPT} or (name.category is None and sentence.label(stop - 1) in LABELLED):
        return
    end = years_behind(sentence, stop) if head in PAPERS else stop
    weight = FAIR if head in PAPERS and len(name) <= 2 else HINT
    yield Found(index, name.first, end, head, "name and head noun", weight, head=stop - 1)
    if head is Category.EVENT and sentence.year(name.first - 1):
        yield Found(index, name.first - 1, end, head, "year before", HINT, head=stop - 1)


def _insertion(sentence: Sentence, name: Name) -> int:
    """CSTO Troops *(Collective Forces)*: a second name in brackets that is no abbreviation."""
    if sentence.form(name.stop) != "(":
        return 0
    i = name.stop + 1
    while sentence.capital(i) and not sentence.upper(i):
        i += 1
    return i + 1 if i - name.stop > 2 and sentence.form(i) == ")" else 0


def modified(sentence: Sentence, i: int) -> int:
    """The end of a stretch of lower-case adjectives and nouns that begins at word i and ends in a head noun."""
    best = i
    for j in range(i, min(len(sentence), i + 4)):
        if not sentence.word(j) or sentence.capital(j) or sentence.tight(j) or bound(sentence, j):
            break
        if sentence.head(j) or sentence.label(j):
            best = j + 1
    return best


def _pairs(index: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[Found]:
    """Names side by side that make a longer one: Union (HUST) Tarn Summit; the Union's Trade Strategy."""
    for before, after in zip(names, names[1:], strict=False):
        gap = sentence.forms[before.stop : after.first]
        bracket = len(gap) == 3 and gap[0] == "(" and gap[2] == ")" and sentence.upper(before.stop + 1)
        possessive = len(gap) == 1 and gap[0].startswith("'")
        if (bracket or possessive) and after.category in PAPERS and before.category in {None, Category.BODY}:
            yield Found(index, before.first, after.stop, after.category, "name before", HINT, head=after.head)
    for i, after in enumerate(names):
        inner = names[i - 1] if i else None
        if inner and sentence.form(inner.first - 1) == "(" and sentence.form(inner.stop) == ")" and len(inner) == 1:
            yield from _around(index, sentence, names[i - 2] if i > 1 else None, inner, after)


def _around(
    index: int, sentence: Sentence, before: Name | None, inner: Name, after: Name
) -> Iterator[Found]:
    if before and before.stop == inner.first - 1 and after.first == inner.stop + 1 and after.category in PAPERS:
        yield Found(index, before.first, after.stop, after.category, "name before", HINT, head=after.head)


