"""What lower-case words and neighbours add to a name in capitals: a head noun, a label, a second name."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from termaccord.extract.names.plain import labels
from termaccord.extract.names.plain.capitals import LABELLED
from termaccord.extract.names.plain.joining import HEADED, PAPERS, Name, years_behind
from termaccord.extract.names.plain.words import bound, inflected, plural
from termaccord.extract.names.sentence import FAIR, HINT, Found, Sentence
from termaccord.model import Category


def find(index: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[Found]:
    """Longer names around the names of a sentence."""
    for name in names:
        if not all(sentence.form(i) in sentence.cues.titles for i in range(name.first, name.stop)):
            yield from _completed(index, sentence, name)
    yield from _pairs(index, sentence, names)


def _completed(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """A name that lower-case words complete: Tavinsk summit, CSTO collective security strategy for 2030."""
    label, _, reach = labels.behind(sentence, name.stop)
    single_body = len(name) == 1 and sentence.upper(name.first)
    if label and name.category is None and not single_body:
        yield Found(index, name.first, reach, label, "label behind", HINT, head=reach - 1)
    if (stop := _insertion(sentence, name)) and name.category in HEADED:
        yield Found(index, name.first, stop, name.category, "insertion", HINT, head=name.head)
    if name.category not in {Category.POSITION, Category.PLACE} and not sentence.number(name.stop - 1):
        yield from _headed(index, sentence, name)
        yield from _possessed(index, sentence, name)


def _possessed(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """The CSTO's rapid reaction force: a body of a body, with at least two words that make it special."""
    if not sentence.form(name.stop).startswith("'"):
        return
    stop = modified(sentence, name.stop + 1)
    if stop - name.stop > 3 and sentence.head(stop - 1) in {Category.BODY, Category.DOCUMENT}:
        yield Found(
            index, name.first, stop, sentence.head(stop - 1), "name and head noun", HINT, head=stop - 1
        )


def _headed(index: int, sentence: Sentence, name: Name) -> Iterator[Found]:
    """With a head noun behind: a summit, a strategy with its years."""
    stop = modified(sentence, name.stop)
    head = sentence.head(stop - 1) if stop > name.stop else None
    label_only = name.category is None and sentence.label(stop - 1) in LABELLED
    if head not in HEADED | {Category.CONCEPT} or label_only:
        return
    end = years_behind(sentence, stop) if head in PAPERS else stop
    weight = FAIR if head in PAPERS and len(name) <= 2 else HINT
    yield Found(index, name.first, end, head, "name and head noun", weight, head=stop - 1)
    if head is Category.EVENT and sentence.year(name.first - 1):
        yield Found(index, name.first - 1, _site(sentence, end), head, "year before", HINT, head=stop - 1)


def _site(sentence: Sentence, stop: int) -> int:
    """Where an event's name ends when it says where: summit in Moscow."""
    place = sentence.form(stop) in {"in", "at"} and sentence.capital(stop + 1)
    return stop + 2 if place else stop


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
        verbal = (j == i and plural(sentence, j)) or inflected(sentence, j)  # the Council acts, reported
        if (sentence.head(j) or sentence.label(j)) and not verbal:
            best = j + 1
    return best


def _pairs(index: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[Found]:
    """Names side by side that make a longer one: Union (HUST) Tarn Summit; the Union's Trade Strategy."""
    for before, after in combinations(names, 2):
        if (
            after.category in PAPERS
            and before.category in {None, Category.BODY}
            and _touch(sentence, before, after)
        ):
            yield Found(index, before.first, after.stop, after.category, "name before", HINT, head=after.head)


def _touch(sentence: Sentence, before: Name, after: Name) -> bool:
    """Whether only an abbreviation in brackets, or a possessive ending, lies between two names."""
    gap = sentence.forms[before.stop : after.first]
    bracket = len(gap) == 3 and gap[0] == "(" and gap[2] == ")" and sentence.upper(before.stop + 1)
    return bracket or (len(gap) == 1 and gap[0].startswith("'"))
