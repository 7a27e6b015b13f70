"""Which case stands where in Russian: what prepositions, adjectives, nouns and verbs before a place tell."""

from collections.abc import Sequence
from functools import lru_cache

from termaccord.text.analyse import Word, words
from termaccord.text.analyser import Analysis, word_list
from termaccord.text.languages.russian.citation import CASES, Agreement, governed
from termaccord.text.languages.russian.phrase import adjectives
from termaccord.text.refitting.slot import Slot
from termaccord.text.tokens import TokenKind

# Adverbial prepositions, all with the genitive: Russian Grammar (Shvedova ed., 1980), § 1660.
_GENITIVE = word_list(
    "близ вблизи ввиду вглубь вдоль взамен вне внутри внутрь впереди вследствие выше касательно ниже "
    "накануне напротив насчёт насчет относительно поверх подле позади помимо поперёк поперек посередине "
    "посредством посреди прежде путём путем сбоку сверх сзади снаружи изнутри"
)
_RARE = 0.05
"""Weight of a case that is not expected where the place is."""
_NEIGHBOURHOOD = 160
"""Code points before the place in which its neighbours are looked for."""


def likelihood(slot: Slot, agreement: Agreement) -> float:
    """How well a case goes with the adjectives, the preposition, the noun or the verb before the place; 0 not at all."""
    behind = _words(slot.before[-_NEIGHBOURHOOD:].rpartition("\n")[2])
    if behind and behind[-1].text == "(":
        return 1.0 if agreement.case == "nom" else _RARE
    for index in range(len(behind) - 1, -1, -1):
        word = behind[index]
        if word.kind is not TokenKind.WORD:
            break
        if cases := _behind(word):
            return float(agreement.case in cases)
        describing = adjectives(word)
        if not describing:
            return _beside(word, behind[index - 1 : index], agreement)
        if not any(agrees(a, agreement) for a in describing):
            return _RARE  # «одобренный советом проект»
    return 0.0 if agreement.case == "loc" else 1.0


@lru_cache(maxsize=64)
def _words(text: str) -> tuple[Word, ...]:
    """Read once for all cases that come into question."""
    return words(text, "ru")


def _beside(word: Word, earlier: Sequence[Word], agreement: Agreement) -> float:
    """Right behind a noun stands a genitive, right behind a verb none unless it is denied; a locative behind neither."""
    if agreement.case == "loc":
        return 0.0
    parts = {a.part_of_speech for a in word.analyses}
    if parts & {"NOUN", "PROPN"} and "VERB" not in parts:
        return 1.0 if agreement.case == "gen" else _RARE
    if "VERB" not in parts:
        return 1.0
    if agreement.case == "gen":
        denied = any(w.text.lower() == "не" for w in earlier)
        return 1.0 if denied else _RARE
    takes_object = any("tran" in a.tag for a in word.analyses)
    if agreement.case == "acc":
        return 1.0 if takes_object else _RARE
    if agreement.case != "nom" or not takes_object:
        return 1.0 if agreement.case == "nom" else 0.5
    finite = [a for a in word.analyses if "3per" in a.tag or "past" in a.tag]
    if not finite:
        return 0.2
    return 1.5 if any(_predicate(a, agreement) for a in finite) else _RARE


def _predicate(verb: Analysis, subject: Agreement) -> bool:
    """Whether a finite verb may have this subject: «утвердил совет», but not «утвердила совет»."""
    return verb.number == subject.number and verb.gender in {"", subject.gender}


def _behind(word: Word) -> frozenset[str]:
    """The cases behind a preposition; none behind any other word."""
    if word.text.lower() in _GENITIVE:
        return frozenset({"gen"})
    cases = governed(word.text)
    return cases if len(cases) < len(CASES) else frozenset()


def agrees(reading: Analysis, agreement: Agreement) -> bool:
    """Whether an adjective or noun stands in this case, number and gender."""
    if reading.case != agreement.case or reading.number != agreement.number:
        return False
    if agreement.case == "acc" and None not in {reading.animate, agreement.animate}:
        return reading.animate == agreement.animate
    return agreement.number == "pl" or reading.gender in {"", agreement.gender}
