"""Names in languages with cases: phrases that a capital, a head noun or an office opens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from termaccord.extract.names.cased import offices
from termaccord.extract.names.cased.government import person_like, phrase, pronominal
from termaccord.extract.names.cased.phrases import Phrase, core
from termaccord.extract.names.lexicon import Lexicon
from termaccord.extract.names.sentence import FAIR, HINT, STRONG, WEAK, Found, Sentence, opens
from termaccord.model import Category

NAMES = frozenset(
    {Category.BODY, Category.DOCUMENT, Category.EVENT, Category.PROGRAMME, Category.PLACE, Category.CONCEPT}
)
COMMON = NAMES - {Category.PLACE}
CONCEPT = 0.14
"""A phrase in lower case without a head that we know: a term of the subject if it keeps returning."""
OPENING = "opens a sentence"
"""A head noun whose capital the sentence gives, before a name: Решение | Третейской палаты."""
LOWER = frozenset({"recurs", "lower-case head noun"})
"""Cues of phrases in lower case, inside of which no other one is counted."""
NESTED = 0.6
"""A name inside of a name is told of its own when it is a smaller part than this."""


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What the whole of the documents says about single words."""

    words: Lexicon
    offices: frozenset[str]
    """Lemmas that stand before a person or a place like an office."""


def find(sentences: Sequence[Sentence], words: Lexicon) -> Iterator[Found]:
    """Names that begin at a capital, offices in lower case, and what a lower-case head noun names."""
    known = Knowledge(words, offices.learn(sentences))
    for index, sentence in enumerate(sentences):
        yield from _in_sentence(index, sentence, known)


def _in_sentence(index: int, sentence: Sentence, known: Knowledge) -> Iterator[Found]:
    i = covered = 0
    while i < len(sentence):
        found = list(_at(index, sentence, i, known)) if sentence.word(i) else []
        yield from (f for f in found if f.cue != "recurs" or f.stop > covered)
        covered = max([covered, *(f.stop for f in found if f.cue in LOWER)])
        passed = [_behind(f) for f in found if f.cue != "office of"]
        i = max([i + 1, *passed])


def _behind(found: Found) -> int:
    """Where reading goes on: behind a name, behind the head of a phrase that may only be one."""
    if found.cue != OPENING and (found.weight > WEAK or found.cue == "office"):
        return found.stop
    return found.head + 1 if found.cue == "recurs" else 0


def _at(index: int, sentence: Sentence, i: int, known: Knowledge) -> Iterator[Found]:
    if sentence.upper(i) or sentence.form(i) in sentence.cues.joiners:
        return
    found = phrase(sentence, i)
    if found is None:
        return
    category = category_of(sentence, found, known)
    if found.lemmas[found.first] in sentence.cues.vague and not _raised(sentence, found):
        if _contrasted(sentence, found, category):
            yield made(index, found, category, "ordinal", FAIR)
            yield from _at(index, sentence, i + 1, known)
        return
    if category is Category.POSITION:
        yield from offices.find(index, sentence, found)
    elif sentence.capital(i) and not (
        opens(sentence, i) and not _opening(sentence, found, known.words, category)
    ):
        yield from _name(index, sentence, found, category, known)
    elif not sentence.heading:
        yield from _lower(index, sentence, found, category)


def _raised(sentence: Sentence, found: Phrase) -> bool:
    """An ordinal or adjective with a capital of its own: подписали *Вторую* Амбрельскую хартию."""
    own = sentence.capital(found.first) and not opens(sentence, found.first) and not sentence.heading
    return own and found.head > found.first and not pronominal(sentence, found.first)


def _contrasted(sentence: Sentence, found: Phrase, category: Category | None) -> bool:
    """*Первая* Амбрельская хартия at the start of a sentence: with the ordinal and without are both possible."""
    ordinal = found.lemmas[found.first] in sentence.cues.ordinals and sentence.capital(found.first)
    return ordinal and sentence.capital(found.first + 1) and category in COMMON and not sentence.heading


def category_of(sentence: Sentence, found: Phrase, known: Knowledge) -> Category | None:
    """What a phrase names by the lemma of its head."""
    lemma = found.lemmas[found.head]
    category = sentence.cues.category(lemma)
    if category is None and (lemma in known.offices or offices.held(sentence, found)):
        return Category.POSITION
    return category


def _lower(index: int, sentence: Sentence, found: Phrase, category: Category | None) -> Iterator[Found]:
    """A head noun in lower case with what makes it special; any other phrase of a few words, which must return."""
    size = found.stop - found.first
    if category in COMMON and (size > 1 or category is Category.CONCEPT):
        yield made(index, found, category, "lower-case head noun", WEAK)
    elif (
        category is None
        and 2 <= size <= 4
        and not any(sentence.capital(i) for i in range(found.first, found.stop))
    ):
        yield made(index, found, Category.CONCEPT, "recurs", CONCEPT)


def made(index: int, found: Phrase, category: Category | None, cue: str, weight: float) -> Found:
    return Found(
        index, found.first, found.stop, category, cue, weight, head=found.head, lemmas=dict(found.lemmas)
    )


def _opening(sentence: Sentence, found: Phrase, words: Lexicon, category: Category | None) -> bool:
    """A capital at the start of a sentence counts for a known kind of name, or for a word that is a name elsewhere."""
    form = sentence.form(found.first)
    if words.name_like(form) or words.name_like(found.lemmas[found.first]):
        return True
    known = any(a.known for a in sentence.words[found.first].analyses)
    if not known and words.lower[form] == 0:
        return True
    return category in NAMES and found.stop - found.first > 1 and not sentence.heading


def _name(
    index: int, sentence: Sentence, found: Phrase, category: Category | None, known: Knowledge
) -> Iterator[Found]:
    if category is None and person_like(sentence, found.first):
        return
    if category is None:
        found = _only_capitals(sentence, found)
        yield made(index, found, _place(sentence, found), "capitals", FAIR)
        return
    opening = opens(sentence, found.first)
    if opening and category in {Category.EVENT, Category.DOCUMENT} and _capital_inside(sentence, found):
        yield made(index, found, category, OPENING, HINT)
        return
    yield made(
        index, found, category, "head noun", FAIR if opening or found.stop - found.first == 1 else STRONG
    )
    yield from _variants(index, sentence, found, category)
    yield from _nested(index, sentence, found, known)


def _capital_inside(sentence: Sentence, found: Phrase) -> bool:
    return any(sentence.capital(i) and not sentence.upper(i) for i in range(found.head + 1, found.stop))


def _variants(index: int, sentence: Sentence, found: Phrase, category: Category) -> Iterator[Found]:
    """The name without the abbreviation it ends in; the name with a second one in brackets: Войска (Силы) ОДКБ."""
    if found.complements and found.complements[-1][1] == "abbreviation":
        at = found.complements[-1][0]
        yield made(
            index, replace(found, stop=at, complements=found.complements[:-1]), category, "head noun", FAIR
        )
    inside = found.stop + 1
    if found.complements and _points_back(sentence, found):
        at = found.complements[-1][0]
        yield made(
            index, replace(found, stop=at, complements=found.complements[:-1]), category, "head noun", FAIR
        )
    if sentence.form(found.stop) != "(" or not sentence.capital(inside) or sentence.upper(inside):
        return
    inner = core(sentence, found.stop + 1)
    if inner and sentence.form(inner.stop) == ")" and inner.cases & found.cases:
        stop = inner.stop + 2 if sentence.upper(inner.stop + 1) else inner.stop + 1
        yield made(index, replace(found, stop=stop), category, "insertion", HINT)


def _points_back(sentence: Sentence, found: Phrase) -> bool:
    """Whether the last complement is a lone short form: Технический совет *Лиги*."""
    at, kind = found.complements[-1]
    lone = kind == "government" and at == found.stop - 1 and sentence.capital(at)
    return lone and sentence.head(at) is Category.BODY


def _nested(index: int, sentence: Sentence, found: Phrase, known: Knowledge) -> Iterator[Found]:
    """A body inside of a name: заседание Совета …, департамент Секретариата …."""
    for at, kind in found.complements:
        if kind != "government" or not sentence.capital(at) or sentence.upper(at):
            continue
        inner = phrase(sentence, at, "gen")
        if inner is None or inner.stop > found.stop:
            continue
        category = category_of(sentence, inner, known)
        if category in COMMON and inner.stop - inner.first < NESTED * (found.stop - found.first):
            yield made(index, inner, category, "part of a name", FAIR)


def _only_capitals(sentence: Sentence, found: Phrase) -> Phrase:
    """Without a head noun that we know, a name ends with its capitals and what agrees with them."""
    stop = found.head + 1
    while stop < found.stop and sentence.capital(stop) and not person_like(sentence, stop):
        stop += 1
    if found.complements and found.complements[-1][1] == "number":
        stop = found.stop
    numbered = found.complements if stop == found.stop else ()
    return Phrase(found.first, found.head, stop, found.cases, found.lemmas, numbered)


def _place(sentence: Sentence, found: Phrase) -> Category | None:
    readings = sentence.words[found.head].analyses
    if found.complements and found.complements[-1][1] == "number":
        return None
    if any(a.name == "place" for a in readings):
        return Category.PLACE
    if (
        sentence.form(found.first) in sentence.cues.territories()
        or found.lemmas[found.head] in sentence.cues.territories()
    ):
        return Category.PLACE
    if any(a.name == "organisation" for a in readings):
        return Category.BODY
    before = found.first - 1
    if sentence.word(before) and not sentence.capital(before) and sentence.head(before) is Category.PLACE:
        return Category.PLACE
    local = sentence.form(before) in sentence.cues.where and sentence.capital(found.head)
    return Category.PLACE if local and any(c in {"loc", "gen", "acc"} for c, _ in found.cases) else None
