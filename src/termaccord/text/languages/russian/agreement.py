"""Which words of a Russian name in citation form inflect together."""

import re
from collections.abc import Sequence
from dataclasses import replace

from termaccord.text.analyser import Word
from termaccord.text.languages.russian.citation import LONGEST, carried_out, is_clause
from termaccord.text.languages.russian.names import guesses
from termaccord.text.languages.russian.phrase import Plan, nouns, plans
from termaccord.text.languages.russian.readings import likely_surname

_NUMBER = re.compile(r"\d+|[IVXLCDM]+|[ХI]+")
"""Roman ones are typed with Cyrillic letters as well."""


def agreeing(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    """
    The groups of words of a name in citation form that inflect together; every other word never changes.

    A person behind a title is a group of its own: it shares case and number, but not gender.
    """
    if is_clause(words) or len(words) > LONGEST:
        return ()
    if counted := _counted(words):
        return counted
    numbers = _numbers_before(words)
    groups = _of_phrase(_with_surnames(words[numbers:]))
    return tuple(tuple(index + numbers for index in group) for group in groups)


def _numbers_before(words: Sequence[Word]) -> int:
    """How many numbers in digits stand before the words: «XII съезд», «5 отряд»."""
    return next((i for i, w in enumerate(words[:-1]) if not _NUMBER.fullmatch(w.text)), len(words) - 1)


def _counted(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    """«Три маяка»: the numeral and its noun share a case, in the nominative they only seem not to."""
    if len(words) != 2 or not any(a.part_of_speech == "NUM" and a.case == "nom" for a in words[0].analyses):
        return ()
    return ((0,), (1,)) if any(a.case == "gen" for a in nouns(words[1])) else ()


def _of_phrase(words: Sequence[Word]) -> tuple[tuple[int, ...], ...]:
    best: tuple[float, Plan | None] = (0.0, None)
    for plan in plans(words):
        weight = sum(w for _, w, _ in carried_out(plan, words, "keep", frozenset({"nom"})))
        if weight > best[0]:
            best = (weight, plan)
    if best[1] is None:
        return tuple((i,) for i, word in enumerate(words) if word.analyses and len(words) == 1)
    return _groups(best[1])


def _groups(plan: Plan) -> tuple[tuple[int, ...], ...]:
    own = (*plan.modifiers, plan.head)
    if plan.same_gender:
        return (own + plan.appositions,)
    return tuple(group for group in (own, plan.appositions, plan.second) if group)


def _with_surnames(words: Sequence[Word]) -> Sequence[Word]:
    """Behind a given name a plural that looks like a surname is one: «Ринат Мостов»."""
    read = list(words)
    for index in range(1, len(read)):
        word = read[index]
        given = any(a.name == "given" and a.case == "nom" for a in read[index - 1].analyses)
        nominative = any(a.case == "nom" for a in word.analyses)
        if given and not nominative and any(likely_surname(word.text, a) for a in word.analyses):
            read[index] = replace(word, analyses=guesses(word.text))
    return read
