"""
Noun phrases in languages with cases, such as Russian: agreeing adjectives, a head, and what the head governs.

A small grammar over all readings of every word: agreement and government choose between them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from termaccord.extract.names.sentence import Sentence, opens
from termaccord.text.analyser import Analysis
from termaccord.text.normalise import fold

LONGEST_ROW = 7
"""Words in the longest row of adjectives, commas and conjunctions counted."""
LIKELY = 0.08
"""Readings with a smaller share are not believed."""
Cases = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of words with one head."""

    first: int
    head: int
    stop: int
    cases: Cases
    """(case, number) pairs that the declined part can be read as."""
    lemmas: Mapping[int, str]
    """Folded lemmas of the declined part by index."""
    complements: tuple[tuple[int, str], ...] = ()
    """Where each complement starts and what it is: gen, dat, pp, year, abbreviation."""

    @property
    def bare(self) -> "Phrase":
        """The same without what the head governs."""
        return replace(self, stop=self.head + 1, complements=())


def noun(reading: Analysis) -> bool:
    return reading.part_of_speech in {"NOUN", "PROPN"} and bool(reading.case)


def adjective(reading: Analysis) -> bool:
    return reading.part_of_speech in {"ADJ", "DET", "NUM"} and bool(reading.case)


def _participle(sentence: Sentence, i: int) -> bool:
    """A participle in lower case, which governs rather than modifies: представлявший Совет."""
    readings = sentence.words[i].analyses
    return not sentence.capital(i) and bool(readings) and readings[0].tag.startswith("PRTF")


def core(sentence: Sentence, i: int, wanted: str = "") -> Phrase | None:
    """
    Adjectives and their noun from word i on, in the wanted case if one is given.

    Words that belong to the sentence, such as “new” or “this”, do not open a phrase.
    """
    stop = _adjectives(sentence, i)
    for head in range(stop, i - 1, -1):
        found = _agree(sentence, i, head, wanted)
        if found:
            return found
    return None


def _adjectives(sentence: Sentence, i: int) -> int:
    """Behind a row of adjectives: новая; химической и биологической; радиационной, химической и биологической."""
    stop = i
    while stop < min(len(sentence), i + LONGEST_ROW) and _adjectival(sentence, stop):
        stop += 1
        joint = sentence.form(stop) in sentence.cues.conjunctions
        listed = sentence.form(stop) == "," and sentence.form(stop + 2) in {",", *sentence.cues.conjunctions}
        if (joint or listed) and _adjectival(sentence, stop + 1):
            stop += 1
    return stop


def _adjectival(sentence: Sentence, i: int) -> bool:
    if not sentence.word(i) or _participle(sentence, i):
        return False
    return any(adjective(a) for a in sentence.words[i].analyses)


def _agree(sentence: Sentence, first: int, head: int, wanted: str) -> Phrase | None:
    """The best reading in which all words before the head agree with it."""
    if not sentence.word(head) or _verbal(sentence, head):
        return None
    if first < head and sentence.capital(head) and not sentence.capital(head - 1) and _bearer(sentence, head):
        return None
    options = []
    for reading in sentence.words[head].analyses:
        least = LIKELY if wanted in {"", "gen"} and first == head else 0.0
        if not noun(reading) or reading.score < least or (wanted and reading.case != wanted):
            continue
        lemmas = _modifiers(sentence, first, head, reading)
        if lemmas is not None:
            options.append((reading, lemmas))
    if not options:
        return None
    reading, lemmas = max(options, key=lambda option: option[0].score)
    cases = frozenset((r.case, r.number) for r, _ in options)
    return Phrase(first, head, head + 1, cases, {**lemmas, head: fold(reading.lemma)})


def _bearer(sentence: Sentence, i: int) -> bool:
    """A person's name, which an office that looks like an adjective stands before: лесничий Рувим."""
    return any(a.name in {"given", "surname"} and a.score >= 0.1 for a in sentence.words[i].analyses)


def _verbal(sentence: Sentence, i: int) -> bool:
    first = sentence.words[i].analyses[0]
    return first.part_of_speech in {"VERB", "ADP", "CCONJ", "PART", "PRON", "ADV"} and not sentence.capital(i)


def _modifiers(sentence: Sentence, first: int, head: int, reading: Analysis) -> dict[int, str] | None:
    lemmas = {}
    for i in range(first, head):
        if sentence.form(i) in sentence.cues.conjunctions or sentence.form(i) == ",":
            continue
        fitting = [
            a
            for a in sentence.words[i].analyses
            if adjective(a) and (_agrees(sentence, first, a, reading) or _counts(sentence, i, a, reading))
        ]
        if not fitting:
            return None
        lemmas[i] = fold(fitting[0].lemma)
    return lemmas


def _counts(sentence: Sentence, i: int, numeral: Analysis, head: Analysis) -> bool:
    """Музей *Семи* Мостов: a numeral with a capital has a case but no number."""
    plural = numeral.part_of_speech == "NUM" and not numeral.number and head.number == "pl"
    own = sentence.capital(i) and not opens(sentence, i)
    return plural and own and numeral.case == head.case and head.case != "nom"


def _agrees(sentence: Sentence, first: int, modifier: Analysis, head: Analysis) -> bool:
    if modifier.number == head.number and modifier.case == head.case:
        return (
            modifier.number == "pl"
            or not modifier.gender
            or not head.gender
            or modifier.gender == head.gender
        )
    counted = head.case == "gen" and head.number == "sg" and modifier.number == "pl"  # три мобильных отряда
    return counted and modifier.case in {"gen", "nom"} and _numeral(sentence, first - 1)


def _numeral(sentence: Sentence, i: int) -> bool:
    return sentence.number(i) or (
        sentence.word(i) and any(a.part_of_speech == "NUM" for a in sentence.words[i].analyses)
    )
