"""The citation form of a Russian name: what agrees goes into the nominative together, what depends stays."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termaccord.text.analyser import Analysis, Word
from termaccord.text.languages.russian.phrase import Plan, adjectives, nouns, plans
from termaccord.text.languages.russian.readings import inflect
from termaccord.text.tokens import TokenKind

CASES = ("nom", "gen", "dat", "acc", "ins", "loc")
# Cases behind prepositions: Russian Grammar (Shvedova ed., 1980), § 1658.
_GOVERNED = {
    "gen": "без для до из из-за из-под от у около после против ради среди вокруг кроме вместо мимо возле с со",
    "dat": "к ко по благодаря согласно вопреки навстречу",
    "acc": "в во на за под через про сквозь по с со",
    "ins": "с со над под перед между за",
    "loc": "в во на о об обо при по",
}
# Nouns whose plural is what names are made with, though the dictionary counts more singulars.
_PLURAL_IN_NAMES = frozenset(("сила", "войско", "учение", "игра", "чтение", "средство", "вооружение"))
LONGEST = 30
"""No name has more words; what is longer stays as it stands."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the words of a phrase share with its head."""

    case: str
    number: str
    gender: str
    animate: bool | None


def citations(words: Sequence[Word], number: str, before: str) -> dict[tuple[str, ...], float]:
    """
    The possible citation forms, word by word, with their weights, which add up to one.

    `before` is the word that stands before the phrase; a preposition narrows the cases.
    """
    as_it_stands = tuple(word.text for word in words)
    if is_clause(words) or len(words) > LONGEST:
        return {as_it_stands: 1.0}
    if counted := _counted(words):
        return {counted: 1.0}
    found: dict[tuple[str, ...], float] = {}
    for plan in plans(words):
        for texts, weight, _ in carried_out(plan, words, number, governed(before)):
            found[texts] = found.get(texts, 0.0) + weight
        for texts, weight in _behind_few(plan, words, number):
            found[texts] = found.get(texts, 0.0) + weight
    total = sum(found.values())
    return {texts: weight / total for texts, weight in found.items()} if total else {as_it_stands: 1.0}


def governed(preposition: str) -> frozenset[str]:
    """The cases behind a preposition; all behind any other word."""
    cases = frozenset(case for case, words in _GOVERNED.items() if preposition.lower() in words.split())
    return cases or frozenset(CASES)


def standings(words: Sequence[Word], number: str) -> Iterator[tuple[tuple[str, ...], float, Agreement]]:
    """All ways to read a phrase as it stands in a text: its citation form, the weight of the reading, and the head's case."""
    if not is_clause(words) and len(words) <= LONGEST:
        for plan in plans(words):
            yield from carried_out(plan, words, number, frozenset(CASES))


def is_clause(words: Sequence[Word]) -> bool:
    """A motto with a verb is no noun phrase."""
    return any(
        sum(a.score for a in word.analyses if a.part_of_speech == "VERB" and a.known) > 0.9 for word in words
    )


def carried_out(
    plan: Plan, words: Sequence[Word], number: str, cases: frozenset[str]
) -> Iterator[tuple[tuple[str, ...], float, Agreement]]:
    tail = _tail_weight(plan, words)
    for agreement in _agreements(plan, words, cases):
        made: dict[int, str] = {}
        weight = plan.weight * tail * _gender_prior(plan, words, agreement)
        target = "sg" if number == "sg" and _has_singular(words[plan.head], agreement) else agreement.number
        parts = {
            index: _nominative(words[index], index, plan, agreement, target)
            for index in (*plan.modifiers, plan.head)
        }
        parts |= _apposed(plan, words, agreement, target) | _second(plan, words, agreement.case)
        for index, (text, share) in parts.items():
            made[index] = text
            weight *= share
        if weight > 0:
            yield tuple(made.get(i, word.text) for i, word in enumerate(words)), weight, agreement


def _behind_few(plan: Plan, words: Sequence[Word], number: str) -> Iterable[tuple[tuple[str, ...], float]]:
    """«(три) горных отряда»: behind two to four the noun is singular and its adjectives plural."""
    if not plan.modifiers or plan.appositions or plan.second:
        return
    target = "sg" if number == "sg" else "pl"
    for head in nouns(words[plan.head]):
        if (head.case, head.number) != ("gen", "sg"):
            continue
        plural = Agreement("gen", "pl", head.gender, head.animate)
        made = {i: _nominative(words[i], i, plan, plural, target) for i in plan.modifiers}
        singular = Agreement("gen", "sg", head.gender, head.animate)
        made[plan.head] = _best(words[plan.head], [head], singular, target)
        if weight := plan.weight * _weight(made):
            yield tuple(made.get(i, (word.text,))[0] for i, word in enumerate(words)), weight


def _has_singular(head: Word, agreement: Agreement) -> bool:
    singular = frozenset({"nom", "sg"})
    return any(inflect(head.text, a, singular) for a in nouns(head) if _in_case(a, agreement))


def _gender_prior(plan: Plan, words: Sequence[Word], agreement: Agreement) -> float:
    """What full names leave open is oftener a man’s: in -а his genitive, in -ию his dative."""
    head = words[plan.head]
    if not plan.same_gender or agreement.gender != "f":
        return 1.0
    unknown = agreement.case == "nom" and not any(a.known for a in head.analyses)
    either = agreement.case == "acc" and head.text.endswith("ию")
    return 0.2 if unknown or either else 1.0


def _counted(words: Sequence[Word]) -> tuple[str, ...] | None:
    """«Трёх морей»: the numeral in the nominative asks for the genitive behind, singular after two to four."""
    numerals = [a for a in words[0].analyses if a.part_of_speech == "NUM" and a.case not in {"", "nom"}]
    behind = [a for a in words[-1].analyses if a.part_of_speech == "NOUN" and a.number == "pl"]
    if not numerals or len(words) < 2 or not behind:
        return None
    few = numerals[0].lemma in {"два", "три", "четыре", "оба"}
    wanted = {"nom", behind[0].gender} if numerals[0].lemma in {"два", "оба"} else {"nom"}
    number = inflect(words[0].text, numerals[0], frozenset(wanted - {""}))
    noun = inflect(words[-1].text, behind[0], frozenset({"gen", "sg" if few else "pl"}))
    middle = (word.text for word in words[1:-1])
    return (number, *middle, noun) if number and noun else None


def _agreements(plan: Plan, words: Sequence[Word], cases: frozenset[str]) -> Iterable[Agreement]:
    head = words[plan.head]
    readings = nouns(head) or adjectives(head)
    agreements = {
        Agreement(a.case, a.number or "sg", gender, a.animate)
        for a in readings
        if a.case in cases
        for gender in ((a.gender,) if a.gender else ("m", "f"))
    }
    return sorted(agreements, key=lambda g: (g.case, g.number, g.gender, str(g.animate)))


def _nominative(word: Word, index: int, plan: Plan, agreement: Agreement, target: str) -> tuple[str, float]:
    """The word in the nominative and how likely it stands in this agreement; weight 0 where it cannot."""
    if index in plan.modifiers:
        return _best(word, [a for a in adjectives(word) if _agrees(a, agreement)], agreement, target)
    readings = [a for a in word.analyses if _in_case(a, agreement)]
    if index == plan.head:
        readings = [a for a in readings if a.animate == agreement.animate] or readings
        text, share = _best(word, readings, agreement, target)
        return text, share * _number_prior(readings, agreement.number)
    text, share = _best(word, [a for a in readings if a.name] or readings, agreement, target)
    return text, share / (sum(a.score for a in word.analyses if a.case) or 1.0)


def _apposed(
    plan: Plan, words: Sequence[Word], agreement: Agreement, target: str
) -> dict[int, tuple[str, float]]:
    """Names beside the head: of its gender behind a given name, of any one gender behind a title."""
    genders = (agreement.gender,) if plan.same_gender else ("m", "f")
    best: dict[int, tuple[str, float]] = {}
    for gender in genders:
        own = replace(agreement, gender=gender)
        made = {i: _nominative(words[i], i, plan, own, target) for i in plan.appositions}
        if not best or _weight(made) > _weight(best):
            best = made
    return best


def _in_case(reading: Analysis, agreement: Agreement) -> bool:
    return (
        reading.part_of_speech in {"NOUN", "PROPN", "ADJ"}
        and reading.case == agreement.case
        and reading.number in {"", agreement.number}
        and (agreement.number == "pl" or reading.gender in {"", agreement.gender})
    )


def _agrees(reading: Analysis, agreement: Agreement) -> bool:
    if not _in_case(reading, agreement) and reading.part_of_speech != "DET":
        return False
    if agreement.case == "acc" and None not in {reading.animate, agreement.animate}:
        return reading.animate == agreement.animate
    return reading.case == agreement.case and reading.number == agreement.number


def _number_prior(readings: Sequence[Analysis], number: str) -> float:
    """The nominative and accusative plural look alike, so the dictionary's guesses count a plural twice."""
    if number != "pl":
        return 1.0
    return 3.0 if any(a.lemma in _PLURAL_IN_NAMES for a in readings) else 0.5


def _best(word: Word, readings: Sequence[Analysis], agreement: Agreement, target: str) -> tuple[str, float]:
    shares: dict[str, float] = {}
    for reading in readings:
        text = _formed(word.text, reading, agreement, target)
        shares[text] = shares.get(text, 0.0) + reading.score
    if not shares:
        return word.text, 0.0
    return max(shares.items(), key=lambda item: (item[1], item[0]))


def _formed(text: str, reading: Analysis, agreement: Agreement, target: str) -> str:
    if reading.case == "nom" and target == reading.number:
        return text
    wanted = {"nom", target}
    if target == "sg" and reading.part_of_speech in {"ADJ", "DET"}:
        wanted.add(agreement.gender)
    return inflect(text, reading, frozenset(wanted)) or inflect(text, reading, frozenset({"nom"})) or text


def _second(plan: Plan, words: Sequence[Word], case: str) -> dict[int, tuple[str, float]]:
    """The noun behind «и» has a number and gender of its own."""
    if not plan.second:
        return {}
    best: dict[int, tuple[str, float]] = {plan.second[-1]: (words[plan.second[-1]].text, 0.0)}
    for reading in nouns(words[plan.second[-1]]):
        if reading.case != case:
            continue
        agreement = Agreement(case, reading.number or "sg", reading.gender or "m", reading.animate)
        sub = Plan(plan.second[:-1], plan.second[-1])
        made = {i: _nominative(words[i], i, sub, agreement, agreement.number) for i in plan.second}
        if _weight(made) > _weight(best):
            best = made
    return best


def _weight(made: dict[int, tuple[str, float]]) -> float:
    weight = 1.0
    for _, share in made.values():
        weight *= share
    return weight


def _tail_weight(plan: Plan, words: Sequence[Word]) -> float:
    """How well the first word behind the agreeing ones stands there unchanged: best as a genitive."""
    following = [i for i in range(plan.tail, len(words)) if i not in plan.appositions]
    if not following or following[0] != plan.tail:
        return 1.0
    word = words[following[0]]
    if word.text in {"-", "–", "—"} and plan.tail + 1 in following and words[plan.tail + 1].analyses:
        return 0.1
    if word.kind is not TokenKind.WORD or not any(a.case for a in word.analyses) or word.text.isupper():
        return 1.0
    genitive = sum(a.score for a in word.analyses if a.case == "gen")
    oblique = sum(a.score for a in word.analyses if a.case in {"dat", "ins"})
    return min(1.0, genitive + 0.2 * oblique + 0.03)
