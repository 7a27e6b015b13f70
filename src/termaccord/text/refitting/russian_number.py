"""Russian behind a number: 1 новый файл, 2 новых файла, 5 новых файлов, but «к 2 новым файлам»."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from termaccord.model import Span
from termaccord.text.analyse import Word, analyser_for, words
from termaccord.text.analyser import Analysis
from termaccord.text.languages.russian.citation import Agreement
from termaccord.text.languages.russian.phrase import adjectives, nouns
from termaccord.text.refitting.number import REACH, Count, Recounted, row
from termaccord.text.refitting.russian_case import likelihood
from termaccord.text.refitting.slot import Slot

_DIRECT = frozenset({"nom", "acc"})
_AFTER_MANY = {"год": "лет", "человек": "человек"}
"""Nouns with another genitive plural behind five and more: Zaliznyak, as above, on «год» and «человек»."""
_UNASKED = 0.4
"""Weight of a case of which a subject or an inanimate object never is."""
_LIKELY = 0.4
"""Share of its readings by which a word is a noun, or an adjective: «из» is not."""
_CLEAR = 2.0
"""How many times likelier the best reading of a case must be than the next."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """The words that a number governs."""

    describing: tuple[Word, ...]
    noun: Word


def recounted(count: Count) -> Recounted:
    """
    The new number with the noun that it counts and the adjectives between.

    After Zaliznyak's Grammatical Dictionary (2003), on numerals: in nominative and accusative two to four govern
    the genitive singular and five and more the genitive plural, in other cases they agree.
    """
    after = count.text[count.span.end :]
    plain = Recounted(count.span, count.figures)
    if count.turn[0] == count.turn[1]:
        return plain
    counted = _counted(after)
    if counted is None:
        return plain
    cases = _cases(count, counted)
    if not cases:
        # «В 5 главе» is an ordinal, whatever its number.
        return replace(plain, safe=any(a.number == "sg" for a in nouns(counted.noun)))
    case, reading, clear = cases
    made = list(_formed(counted, reading, case, count.turn[1]))
    if None in made:
        return Recounted(count.span, count.figures, safe=False)
    text, end = count.figures, 0
    for word, form in zip((*counted.describing, counted.noun), made, strict=True):
        text, end = f"{text}{after[end : word.span.start]}{form}", word.span.end
    alone = "one" not in count.turn or not (_predicate(count.text) or _agreeing(count))
    if count.turn[0] == "one" and count.old != 1 and case not in _DIRECT:
        alone = False  # «на 21 странице»
    return Recounted(Span(count.span.start, count.span.end + end), text, clear and alone)


def _counted(text: str) -> _Counted | None:
    """Adjectives and a noun right behind a number."""
    describing: list[Word] = []
    for word in row(text, "ru"):
        as_noun, as_adjective = (sum(a.score for a in found) for found in (nouns(word), adjectives(word)))
        if max(as_noun, as_adjective) < _LIKELY:
            return None
        if as_noun >= as_adjective:
            return _Counted(tuple(describing), word)
        describing.append(word)
    return None


def _cases(count: Count, counted: _Counted) -> tuple[str, Analysis, bool] | None:
    """The case in which number and noun stand, the noun's reading, and whether it is beyond doubt."""
    slot = Slot(count.text, count.span, count.figures)
    weighed: dict[str, tuple[float, Analysis]] = {}
    for reading in _readings(counted.noun):
        for case in _standing(reading, count.turn[0]):
            agreement = Agreement(case, "pl", reading.gender, reading.animate)
            weight = likelihood(slot, agreement) * reading.score * _asked(case, reading)
            kind = "nom" if case in _DIRECT and not reading.animate else case
            if weight > weighed.get(kind, (0.0, reading))[0]:
                weighed[kind] = weight, reading
    ranked = sorted(weighed.items(), key=lambda item: (-item[1][0], item[0]))
    if not ranked:
        return None
    case, (weight, reading) = ranked[0]
    clear = len(ranked) == 1 or weight >= _CLEAR * ranked[1][1][0]
    return case, reading, clear


def _asked(case: str, reading: Analysis) -> float:
    """Weight of a case that no word before asks for, beside the others."""
    return _UNASKED if case == "gen" or (case == "acc" and reading.animate) else 1.0


def _readings(noun: Word) -> Iterator[Analysis]:
    """Those of the dictionary, and the forms that stand behind numbers only."""
    for reading in nouns(noun):
        yield reading
        if _AFTER_MANY.get(reading.lemma) == noun.text.lower() and reading.number == "sg":
            yield replace(reading, case="gen", number="pl")


def _standing(reading: Analysis, category: str) -> Sequence[str]:
    """In which cases number and noun may stand together, where the noun is read like this."""
    if category == "one":
        return (reading.case,) if reading.number == "sg" else ()
    if category != "many" and reading.number == "sg":
        return ("nom", "acc") if reading.case == "gen" else ()
    if reading.number != "pl" or reading.case in _DIRECT:
        return ()
    if reading.case != "gen":
        return (reading.case,)
    if category == "many":
        return ("nom", "acc", "gen")
    return ("gen", "acc") if reading.animate else ("gen",)


def _formed(counted: _Counted, reading: Analysis, case: str, category: str) -> Iterator[str | None]:
    """The adjectives and the noun behind a number of another category."""
    direct = case == "nom" or (case == "acc" and not (reading.animate and category != "many"))
    number = "sg" if category == "one" or (category in {"few", "other"} and direct) else "pl"
    noun_case = "gen" if direct and category != "one" else case
    inflect = analyser_for("ru").inflect
    for word in counted.describing:
        yield _adjective(word, reading, "gen" if direct and category != "one" else case, category)
    wanted = frozenset({noun_case, number})
    own = _AFTER_MANY.get(reading.lemma) if wanted == {"gen", "pl"} and category == "many" else None
    there = any(
        r.case == noun_case and r.number == number and r.lemma == reading.lemma for r in nouns(counted.noun)
    )
    yield own or (
        counted.noun.text if there else inflect(counted.noun.text, _listed(counted.noun, reading), wanted)
    )


def _listed(noun: Word, reading: Analysis) -> Analysis:
    """The dictionary's own reading of a form that stands behind numbers only."""
    return reading if reading in nouns(noun) else next(r for r in nouns(noun) if r.lemma == reading.lemma)


def _adjective(word: Word, noun: Analysis, case: str, category: str) -> str | None:
    inflect = analyser_for("ru").inflect
    readings = adjectives(word)
    if category != "one":
        few = category == "few" and case == "gen"
        several = "nom" if few and noun.gender == "f" else case
        there = any(a.number == "pl" and a.case == several for a in readings)
        return word.text if there else inflect(word.text, readings[0], frozenset({several, "pl"}))
    wanted = {case, "sg", noun.gender} - {""}
    if case == "acc" and noun.gender == "m":
        wanted = {"gen" if noun.animate else "nom", "sg", "m"}
    return inflect(word.text, readings[0], frozenset(wanted))


def _agreeing(count: Count) -> bool:
    """Whether an adjective stands before the number: «следующие 3 года», «следующий 21 год»."""
    before = words(count.text[max(0, count.span.start - REACH) : count.span.start], "ru")[-1:]
    return any(adjectives(word) for word in before)


def _predicate(text: str) -> bool:
    """Whether a verb stands in the text that may have to agree with one thing or several."""
    return any(a.part_of_speech == "VERB" and a.number for w in words(text, "ru") for a in w.analyses[:1])
