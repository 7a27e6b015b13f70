"""Offices in languages with cases, and nouns that behave like offices though no list has them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from termaccord.extract.names.cased.people import NAMING, titled
from termaccord.extract.names.cased.phrases import Phrase, core, noun
from termaccord.extract.names.sentence import FAIR, HINT, STRONG, WEAK, Found, Sentence
from termaccord.model import Category
from termaccord.text.normalise import fold


def learn(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Lemmas of nouns for people that stand before a place in the genitive: лоцмейстер Глинска."""
    return frozenset(lemma for s in sentences for i in range(len(s)) if (lemma := _like_office(s, i)))


def _like_office(sentence: Sentence, i: int) -> str:
    if not sentence.word(i) or not sentence.capital(i + 1) or sentence.upper(i + 1):
        return ""
    reading = sentence.words[i].analyses[0]
    lemma = fold(reading.lemma)
    if not noun(reading) or not reading.animate or reading.name or reading.number == "pl":
        return ""
    if sentence.cues.category(lemma) or lemma in sentence.cues.kin or lemma in sentence.cues.anaphors:
        return ""
    place = core(sentence, i + 1, "gen")
    if place is None or any(_personal(sentence, j) for j in range(place.first, place.stop)):
        return ""
    return lemma


def _personal(sentence: Sentence, i: int) -> bool:
    return any(a.name in NAMING for a in sentence.words[i].analyses)


def held(sentence: Sentence, found: Phrase) -> bool:
    """Whether a noun for a person with a modifier or complement stands before its bearer's name."""
    short = _general(sentence, found)
    lemma = found.lemmas[found.head]
    person = any(
        noun(a) and a.animate and fold(a.lemma) == lemma for a in sentence.words[found.head].analyses
    )
    if (
        not person
        or short.stop - short.first < 2
        or lemma in sentence.cues.kin
        or sentence.capital(found.head)
    ):
        return False
    return titled(sentence, found.stop) or titled(sentence, _general(sentence, found).stop)


def find(index: int, sentence: Sentence, found: Phrase) -> Iterator[Found]:
    """The office in lower case, and the same with whom it serves."""
    short = _general(sentence, found)
    beside = titled(sentence, found.stop) or titled(sentence, short.stop)
    plural = all(number == "pl" for _, number in found.cases)
    long = short.stop - short.first > 1
    weight = STRONG if beside and not plural else FAIR if long and not plural else WEAK
    yield _made(index, short, "before a name" if beside else "office", weight)
    if found.stop > short.stop:
        yield _made(index, found, "office of", HINT)
    if any(kind == "prepositional" for _, kind in short.complements) and short.first < short.head:
        yield _made(index, short.bare, "office", HINT)


def _made(index: int, found: Phrase, cue: str, weight: float) -> Found:
    lemmas = dict(found.lemmas)
    return Found(
        index, found.first, found.stop, Category.POSITION, cue, weight, head=found.head, lemmas=lemmas
    )


def _general(sentence: Sentence, found: Phrase) -> Phrase:
    """заместитель капитана порта | Глинск: the office ends before the first capital of its complement."""
    stop = found.head + 1
    while stop < found.stop and sentence.word(stop) and not sentence.capital(stop):
        stop += 1
    small = sentence.cues.joiners.keys() | sentence.cues.conjunctions
    while stop > found.head + 1 and (
        sentence.form(stop - 1) in small or sentence.words[stop - 1].text in "-–—"
    ):
        stop -= 1
    if stop < found.stop and stop > found.head + 1 and _adjective(sentence, stop - 1):
        stop -= 1
    return replace(found, stop=stop, complements=tuple(c for c in found.complements if c[0] < stop))


def _adjective(sentence: Sentence, i: int) -> bool:
    return sentence.word(i) and not any(noun(a) for a in sentence.words[i].analyses)
