"""Phrases with a lower-case head that a name completes: a session of the Council, the head of the press service."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from termaccord.extract.names.plain.atoms import office_start
from termaccord.extract.names.plain.joining import PAPERS, WRITTEN, Name, years_behind
from termaccord.extract.names.plain.words import bound, plural
from termaccord.extract.names.sentence import FAIR, HINT, WEAK, Found, Sentence
from termaccord.model import Category

LONGEST = 24
TITLED = PAPERS | {Category.CONCEPT}
OFFICE = 5
"""Words in the longest complement of an office."""


def find(index: int, sentence: Sentence, names: Sequence[Name]) -> Iterator[Found]:
    """Documents, events and offices whose head is in lower case, with their complements."""
    starts = {name.first: name for name in names}
    for i in range(len(sentence)):
        if not sentence.word(i) or not sentence.genitive_or_joiner(i + 1):
            continue
        category = sentence.head(i)
        occupied = (
            sentence.form(i) in sentence.cues.occupations and sentence.form(i - 1) in sentence.cues.modifiers
        )
        if (category is Category.POSITION and not plural(sentence, i)) or occupied:
            yield from _office(index, sentence, i, starts)
        elif (
            category in TITLED
            and not sentence.capital(i + 1)
            and (not sentence.capital(i) or sentence.heading)
        ):
            yield from _paper(index, sentence, i, category, starts)


def _office(index: int, sentence: Sentence, i: int, starts: Mapping[int, Name]) -> Iterator[Found]:
    """Head of the training directorate; chief of the Joint Staff."""
    if sentence.form(i + 1) not in sentence.cues.genitive | sentence.cues.serving:
        return
    stop = _complement(sentence, i + 2, starts)
    if stop and sentence.head(stop - 1) is Category.BODY and not sentence.capital(stop - 1):
        yield Found(index, i, stop, Category.POSITION, "office of a body", HINT, head=i)
    if stop and sentence.form(stop) in sentence.cues.joiners and sentence.head(stop - 1) is Category.BODY:
        stop = _complement(sentence, stop + 1, starts) or stop
    if not stop or stop - i > OFFICE + 3:
        return
    first = i
    while first > 0 and (
        sentence.form(first - 1) in sentence.cues.modifiers
        or office_start(sentence, first - 1, i + 1) < first
    ):
        first -= 1
    special = stop - i > 3 or any(sentence.capital(j) for j in range(i + 1, stop))
    yield Found(index, first, stop, Category.POSITION, "office of", HINT if special else WEAK, head=i)
    if first < i:
        yield Found(index, first, i + 1, Category.POSITION, "office", HINT, head=i)


def _paper(
    index: int, sentence: Sentence, i: int, category: Category | None, starts: Mapping[int, Name]
) -> Iterator[Found]:
    """Session of the Council; anti-drug strategy of the member states for 2026–2030; statement on trafficking."""
    first = _modifiers(sentence, i)
    stop = i + 1
    while stop - first < LONGEST and _leads_on(sentence, stop, category):
        end = _complement(sentence, stop + 1, starts)
        if not end:
            break
        stop = end
    years = years_behind(sentence, stop)
    if stop == i + 1:
        return
    named = years > stop or any(_name_word(sentence, j) for j in range(i + 1, stop))
    if named:
        yield Found(index, first, years, category, "head noun and name", FAIR, head=i)
    elif category is Category.DOCUMENT and stop - i > 3:
        yield Found(index, first, stop, category, "head noun and subject", WEAK, head=i)


def _leads_on(sentence: Sentence, i: int, category: Category | None) -> bool:
    """Whether word i joins a complement to a head of this kind."""
    form = sentence.form(i)
    kind = Category.DOCUMENT if category is Category.CONCEPT else category
    if kind is Category.EVENT and form in sentence.cues.where and _name_word(sentence, i + 1):
        return True  # a forum … in Eurasia
    return kind in sentence.cues.joiners.get(form, frozenset()) or (
        kind in WRITTEN and form in sentence.cues.inside
    )


def _name_word(sentence: Sentence, i: int) -> bool:
    return sentence.capital(i) and sentence.form(i) not in sentence.cues.time


def _modifiers(sentence: Sentence, i: int) -> int:
    """Where the adjectives before a head begin: regular meeting, CSTO anti-drug strategy."""
    first = i
    while first > 0 and i - first < 3 and _modifier(sentence, first - 1):
        first -= 1
    return first


def _modifier(sentence: Sentence, i: int) -> bool:
    if not sentence.word(i) or bound(sentence, i) or sentence.tight(i + 1):
        return False
    return sentence.upper(i) or (not sentence.capital(i) and not _inflected_verb(sentence, i))


def _inflected_verb(sentence: Sentence, i: int) -> bool:
    form = sentence.form(i)
    return (sentence.lemma(i) != form and not form.endswith("s")) or sentence.form(
        i - 1
    ) in sentence.cues.before_verb


def _complement(sentence: Sentence, i: int, starts: Mapping[int, Name]) -> int:
    """The end of a noun phrase at word i: article, words of meaning, names; 0 where there is none."""
    if sentence.form(i) in sentence.cues.articles:
        i += 1
    begin = i
    ends = {name.stop for name in starts.values()}
    while stop := _step(sentence, i, begin, starts, ends):
        i = stop
    return i if i > begin else 0


def _step(sentence: Sentence, i: int, begin: int, starts: Mapping[int, Name], ends: Collection[int]) -> int:
    """Where the next word, name or pair of the noun phrase ends, or 0: two names side by side are two things."""
    if i in starts:
        return 0 if i > begin and i in ends else starts[i].stop
    if sentence.form(i) in sentence.cues.conjunctions and i not in ends and _pair(sentence, i):
        return i + 2
    possessive = sentence.form(i) == "'s"
    plain = sentence.word(i) and (possessive or not bound(sentence, i)) and not _stops(sentence, i, begin)
    return i + 1 if plain else 0


def _stops(sentence: Sentence, i: int, begin: int) -> bool:
    """A participle or verb behind the noun: adopted, said."""
    if i == begin or sentence.capital(i):
        return False
    return _inflected_verb(sentence, i) and not sentence.form(i).endswith("ing")


def _pair(sentence: Sentence, i: int) -> bool:
    """Command *and* control: two plain words of meaning, nothing that opens a new phrase."""
    behind = i + 1
    if not sentence.word(behind) or bound(sentence, behind) or sentence.capital(behind):
        return False
    return not _inflected_verb(sentence, behind)
