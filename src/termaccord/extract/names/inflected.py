"""Names in languages with cases: phrases that a capital, a head noun or an office opens."""

from collections.abc import Iterator

from termaccord.extract.names.people import titled
from termaccord.extract.names.phrases import Phrase, core, noun, person_like, phrase
from termaccord.extract.names.sentence import FAIR, HINT, STRONG, WEAK, Found, Lexicon, Sentence, opens
from termaccord.model import Category

NAMES = frozenset({Category.BODY, Category.DOCUMENT, Category.EVENT, Category.PROGRAMME, Category.PLACE})


def find(index: int, sentence: Sentence, words: Lexicon) -> Iterator[Found]:
    """Names that begin at a capital, offices in lower case, and what a lower-case head noun names."""
    if sentence.heading:
        return
    i = 0
    while i < len(sentence):
        found = list(_at(index, sentence, i, words)) if sentence.word(i) else []
        yield from found
        named = [f.stop for f in found if f.weight > WEAK or f.cue == "office"]
        i = max([i + 1, *named])


def _at(index: int, sentence: Sentence, i: int, words: Lexicon) -> Iterator[Found]:
    if sentence.upper(i) or sentence.form(i) in sentence.cues.joiners:
        return
    found = phrase(sentence, i)
    if found is None or found.lemmas[found.first] in sentence.cues.vague:
        return
    category = category_of(sentence, found)
    if category is Category.POSITION:
        yield from _office(index, sentence, found)
    elif sentence.capital(i) and not (opens(sentence, i) and not _opening(sentence, found, words, category)):
        yield from _name(index, sentence, found, category)
    elif category in NAMES - {Category.PLACE} and _agreeing_or_governing(found):
        yield _found(index, found, category, "lower-case head noun", WEAK)


def category_of(sentence: Sentence, found: Phrase) -> Category | None:
    """What a phrase names by the lemma of its head."""
    return sentence.cues.heads.get(found.lemmas[found.head])


def _agreeing_or_governing(found: Phrase) -> bool:
    return found.stop - found.first > 1


def _found(index: int, found: Phrase, category: Category | None, cue: str, weight: float) -> Found:
    return Found(
        index, found.first, found.stop, category, cue, weight, head=found.head, lemmas=dict(found.lemmas)
    )


def _opening(sentence: Sentence, found: Phrase, words: Lexicon, category: Category | None) -> bool:
    """A capital at the start of a sentence counts for a known kind of name, or for a word that is a name elsewhere."""
    form = sentence.form(found.first)
    if words.name_like(form) or any(words.name_like(lemma) for lemma in (found.lemmas[found.first],)):
        return True
    known = any(a.known for a in sentence.words[found.first].analyses)
    if not known and words.lower[form] == 0:
        return True
    return category in NAMES and found.stop - found.first > 1


def _name(index: int, sentence: Sentence, found: Phrase, category: Category | None) -> Iterator[Found]:
    if category is None and person_like(sentence, found.first):
        return
    if category is None:
        found = _only_capitals(sentence, found)
        yield _found(index, found, _place(sentence, found), "capitals", FAIR)
        return
    opening = opens(sentence, found.first)
    weight = FAIR if opening or found.stop - found.first == 1 else STRONG
    yield _found(index, found, category, "head noun", weight)
    if found.complements and found.complements[-1][1] == "abbreviation":
        at = found.complements[-1][0]
        shorter = Phrase(found.first, found.head, at, found.cases, found.lemmas, found.complements[:-1])
        yield _found(index, shorter, category, "head noun", FAIR)


def _only_capitals(sentence: Sentence, found: Phrase) -> Phrase:
    """Without a head noun that we know, a name ends with its capitals and what agrees with them."""
    stop = found.head + 1
    while stop < found.stop and sentence.capital(stop) and not person_like(sentence, stop):
        stop += 1
    return Phrase(found.first, found.head, stop, found.cases, found.lemmas)


def _place(sentence: Sentence, found: Phrase) -> Category | None:
    if any(a.name == "place" for a in sentence.words[found.head].analyses):
        return Category.PLACE
    local = sentence.form(found.first - 1) in sentence.cues.where and any(
        c in {"loc", "gen"} for c, _ in found.cases
    )
    return Category.PLACE if local and sentence.capital(found.head) else None


def _office(index: int, sentence: Sentence, found: Phrase) -> Iterator[Found]:
    """The office in lower case, and the same with whom it serves."""
    short = _general(sentence, found)
    beside = titled(sentence, found.stop) or titled(sentence, short.stop)
    plural = all(number == "pl" for _, number in found.cases)
    weight = (
        STRONG if beside and not plural else FAIR if short.stop - short.first > 1 and not plural else WEAK
    )
    yield _found(index, short, Category.POSITION, "before a name" if beside else "office", weight)
    if found.stop > short.stop:
        yield _found(index, found, Category.POSITION, "office of", HINT)


def _general(sentence: Sentence, found: Phrase) -> Phrase:
    """заместитель капитана порта | Бриганск: the office ends before the first capital of its complement."""
    stop = found.head + 1
    while stop < found.stop and not sentence.capital(stop) and not sentence.number(stop):
        stop += 1
    if (
        sentence.form(stop - 1) in sentence.cues.joiners
        or sentence.form(stop - 1) in sentence.cues.conjunctions
    ):
        stop -= 1
    if stop < found.stop and stop > found.head + 1 and _adjective_of(sentence, stop - 1):
        stop -= 1
    return Phrase(found.first, found.head, stop, found.cases, found.lemmas)


def _adjective_of(sentence: Sentence, i: int) -> bool:
    return (
        sentence.word(i)
        and not any(noun(a) for a in sentence.words[i].analyses)
        and core(sentence, i) is not None
    )
