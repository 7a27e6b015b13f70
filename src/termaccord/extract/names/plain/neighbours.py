"""Persons and places in languages whose dictionary knows no names: by what stands around them."""

from collections.abc import Iterator

from termaccord.extract.names.sentence import FAIR, STRONG, WEAK, Sentence, opens
from termaccord.model import Category

LIKELY = 0.65
"""Evidence that is nearly always right."""
COMMAS = frozenset({",", "(", "—", "–"})

Vote = tuple[Category, str, float]


def votes(sentence: Sentence, first: int, stop: int) -> Iterator[Vote]:
    """What the words around a name without a head noun say of it."""
    if stop - first <= 4 and not any(sentence.upper(i) for i in range(first, stop)):
        yield from _person(sentence, first, stop)
    yield from _place(sentence, first, stop)


def _person(sentence: Sentence, first: int, stop: int) -> Iterator[Vote]:
    if _office_before(sentence, first):
        yield Category.PERSON, "title before name", STRONG
    if _office_behind(sentence, stop) or _office_and_comma(sentence, first):
        yield Category.PERSON, "office beside", LIKELY
    if _speaks(sentence, first, stop):
        yield Category.PERSON, "speaks", LIKELY if stop - first > 1 else WEAK
    if stop - first >= 2 and sentence.form(first) in sentence.cues.given:
        yield Category.PERSON, "given name", LIKELY
    if 2 <= stop - first <= 3 and _strange(sentence, first, stop) and not _local(sentence, first):
        yield Category.PERSON, "two unknown words", WEAK


def _office_before(sentence: Sentence, first: int) -> bool:
    """Executive director Ann Lee; Mr Lee; not “of the director”."""
    before = first - 1
    if (
        sentence.form(before) == "."
        and sentence.form(before - 1) in sentence.cues.titles | sentence.cues.ranks
    ):
        before -= 1
    form = sentence.form(before)
    if form in sentence.cues.titles or form in sentence.cues.ranks:
        return True
    return sentence.word(before) and (is_office(sentence, before) or form == "general")


def is_office(sentence: Sentence, i: int) -> bool:
    """Whether word i names an office or an occupation in the singular."""
    if sentence.form(i) in sentence.cues.heads or sentence.form(i) in sentence.cues.ranks:
        return sentence.head(i) in {None, Category.POSITION}
    return is_occupation(sentence, i)


def is_occupation(sentence: Sentence, i: int) -> bool:
    """By list or by ending: astronomer, physicist."""
    form = sentence.form(i)
    if form in sentence.cues.occupations:
        return True
    return (
        len(form) > 6 and sentence.word(i) and not sentence.capital(i) and form.endswith(sentence.cues.agents)
    )


def _office_behind(sentence: Sentence, stop: int) -> bool:
    """Ann Lee, the executive director; Ann Lee, who is director; Ann Lee was elected president."""
    i = stop
    if sentence.form(i) in COMMAS:
        i += 1
    elif sentence.form(i) not in sentence.cues.becoming:
        return False
    for j in range(i, min(len(sentence), i + 6)):
        if not sentence.word(j) and not sentence.form(j).startswith(("'", "’")):
            return False
        if sentence.form(j) in sentence.cues.where:
            return False
        if is_office(sentence, j) and not sentence.form(j + 1).startswith(("'", "’")):
            return True
    return False


def _office_and_comma(sentence: Sentence, first: int) -> bool:
    """The harbour master, Ann Lee,."""
    if sentence.form(first - 1) not in COMMAS:
        return False
    return any(is_office(sentence, i) for i in range(max(0, first - 4), first - 1)) and sentence.word(
        first - 2
    )


def _speaks(sentence: Sentence, first: int, stop: int) -> bool:
    behind, before = sentence.word(stop), sentence.word(first - 1)
    speech = sentence.cues.speech
    if behind and sentence.lemmas(stop) & speech and not sentence.capital(stop):
        return True
    return before and bool(sentence.lemmas(first - 1) & speech) and not opens(sentence, first - 1)


def _strange(sentence: Sentence, first: int, stop: int) -> bool:
    """No word of it stands in the dictionary."""
    return not any(
        a.known for i in range(first, stop) if sentence.word(i) for a in sentence.words[i].analyses
    )


def _local(sentence: Sentence, first: int) -> bool:
    before = first - 1
    if sentence.form(before) in sentence.cues.articles:
        before -= 1
    return sentence.form(before) in sentence.cues.where


def _kind_of_place(sentence: Sentence, stop: int) -> bool:
    """The Losvido training *ground*."""
    for i in (stop, stop + 1):
        if not sentence.word(i) or sentence.capital(i) or sentence.function(i):
            return False
        if sentence.head(i) is Category.PLACE:
            return True
    return False


def _place(sentence: Sentence, first: int, stop: int) -> Iterator[Vote]:
    if " ".join(sentence.forms[first:stop]) in sentence.cues.territories():
        yield Category.PLACE, "country", STRONG
    elif _kind_of_place(sentence, stop):
        yield Category.PLACE, "place noun behind", LIKELY
    elif (
        sentence.cues.capitals
        and _local(sentence, first)
        and sentence.form(first - 1) not in sentence.cues.articles
    ):
        alone = stop - first == 1 or not _strange(sentence, first, stop)
        yield Category.PLACE, "place preposition", FAIR if alone else WEAK
