"""Russian: the case and number of what is replaced, read off it and its neighbours, given to what replaces it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product

from termaccord.text.analyse import Word, words
from termaccord.text.analyser import Analysis
from termaccord.text.languages.russian.citation import CASES, Agreement, agreeing, standings
from termaccord.text.languages.russian.phrase import adjectives, nouns
from termaccord.text.languages.russian.readings import forms, inflect, like
from termaccord.text.normalise import fold
from termaccord.text.refitting.russian_case import agrees, likelihood
from termaccord.text.refitting.slot import Fitted, Slot

_CERTAIN = 0.9
"""Share of the readings that must lead to the same form."""
_WAYS = 64
"""Combinations of readings that are compared."""


@dataclass(frozen=True, slots=True)
class _Group:
    """The words of a term that inflect together, each with its reading in the nominative."""

    agreement: Agreement
    readings: tuple[tuple[int, Analysis], ...]
    head: str
    """Lemma of its noun."""


def fit(slot: Slot, preferred: str) -> Fitted | None:
    """
    The preferred term in the case and number of what it replaces; None where it cannot be formed.

    Safe only when all likely readings give the same form and the new head has the gender and number of the old.
    """
    found, new = words(slot.found, "ru"), words(preferred, "ru")
    groups = tuple(_groups(new))
    as_cited = fold(slot.found) == fold(slot.cited)
    if as_cited and _quoted(slot):
        return Fitted(preferred, slot.sure)
    if not groups:
        return Fitted(preferred, safe=False)
    outputs: dict[str, float] = {}
    leading: dict[str, list[tuple[Agreement, str]]] = {}
    for agreement, number, weight in _readings(found, slot):
        text = _declined(preferred, new, groups, agreement.case, number)
        if text is not None:
            outputs[text] = outputs.get(text, 0.0) + weight
            leading.setdefault(text, []).append((agreement, number))
    if not outputs:
        return Fitted(preferred, safe=False) if as_cited else None
    best = max(outputs, key=lambda text: outputs[text])  # of equals the case that grammars name first
    certain = outputs[best] >= _CERTAIN * sum(outputs.values())
    return Fitted(best, certain and slot.sure and _same_nature(found, leading[best], groups[0]))


def _quoted(slot: Slot) -> bool:
    """Whether quotation marks set the words apart from the grammar around them."""
    opened, closed = slot.before[-1:], slot.after[:1]
    return (opened in '«“„"' and closed in '»”“"') if opened and closed else False


def _same_nature(found: Sequence[Word], readings: Sequence[tuple[Agreement, str]], group: _Group) -> bool:
    """Whether whatever agrees with the old head agrees with the new one."""
    lemmas = {a.lemma for word in found for a in nouns(word)}
    for agreement, number in readings:
        new = number or group.agreement.number
        if agreement.number != new or (number and group.agreement.number == "pl"):
            return False
        if new == "sg" and agreement.gender != group.agreement.gender and group.head not in lemmas:
            return False
    return True


def _readings(found: Sequence[Word], slot: Slot) -> Iterator[tuple[Agreement, str, float]]:
    """How the words stand in their text: with what agreement, the number that the new term takes, and the weight."""
    rows = {(agreement.case, number): agreement for agreement, number in _generated(slot)}
    generated = bool(rows)
    for agreement, number in _analysed(found, slot):
        # What the paradigm does not have: «в порту» beside «о порте».
        if not generated or agreement.case == "loc":
            rows.setdefault((agreement.case, number), agreement)
    for (_, number), agreement in rows.items():
        weight = likelihood(slot, agreement)
        if weight:
            yield agreement, number, weight


def _generated(slot: Slot) -> Iterator[tuple[Agreement, str]]:
    """The cases in which the cited term looks like what stands there."""
    cited = words(slot.cited, "ru")
    groups = tuple(_groups(cited))
    own = groups[0].agreement if groups else None
    same = [
        (case, number)
        for case, number in product(CASES if own else (), ("", "pl"))
        if own and number != own.number
        if fold(_declined(slot.cited, cited, groups, case, number) or "") == fold(slot.found)
    ]
    unchanging = sum(not number for _, number in same) >= len(CASES) - 1
    for case, number in same:
        if own and not (number and unchanging):
            yield replace(own, case=case, number=number or own.number), number


def _analysed(found: Sequence[Word], slot: Slot) -> Iterator[tuple[Agreement, str]]:
    """The cases in which what stands there leads to the cited term."""
    for wanted in ("keep", "sg"):
        for texts, _, agreement in standings(found, wanted):
            inflected = wanted == "sg" and agreement.number == "pl"
            leads = fold(_joined(slot.found, found, texts)) == fold(slot.cited)
            if leads and (wanted == "keep" or inflected):
                yield agreement, "pl" if inflected else ""


def _groups(new: Sequence[Word]) -> Iterator[_Group]:
    for indexes in agreeing(new):
        group = _group(new, indexes)
        if group is not None:
            yield group


def _group(new: Sequence[Word], indexes: Sequence[int]) -> _Group | None:
    """The readings of the words that agree best, all in the nominative."""
    ways: list[tuple[float, _Group]] = []
    choices = [_nominatives(new[i]) for i in indexes]
    heads = [a for row in choices for a in row if a.part_of_speech != "ADJ"] or [
        a for row in choices for a in row
    ]
    for head in heads[:_WAYS]:
        agreement = Agreement("nom", head.number or "sg", head.gender, head.animate)
        rows = [[a for a in row if agrees(a, agreement)] for row in choices]
        if all(rows):
            best = tuple((i, max(row, key=lambda a: a.score)) for i, row in zip(indexes, rows, strict=True))
            weight = 1.0
            for _, reading in best:
                weight *= reading.score
            ways.append((weight, _Group(agreement, best, head.lemma)))
    return max(ways, key=lambda way: (way[0], str(way[1])))[1] if ways else None


def _nominatives(word: Word) -> list[Analysis]:
    return [a for a in (*nouns(word), *adjectives(word)) if a.case == "nom"]


def _declined(text: str, new: Sequence[Word], groups: Iterable[_Group], case: str, number: str) -> str | None:
    made: dict[int, str] = {}
    for group in groups:
        wanted = replace(group.agreement, case=case, number=number or group.agreement.number)
        for index, reading in group.readings:
            form = _formed(new[index].text, reading, wanted)
            if form is None:
                return None
            made[index] = form
    return _joined(text, new, tuple(made.get(i, word.text) for i, word in enumerate(new)))


def _formed(text: str, reading: Analysis, wanted: Agreement) -> str | None:
    """A word in a case and number; adjectives in the gender of their head too, in the accusative by its kind."""
    if (reading.case, reading.number or wanted.number) == (wanted.case, wanted.number):
        return text
    features = {wanted.case, wanted.number}
    adjective = reading.part_of_speech in {"ADJ", "DET"}
    if adjective and wanted.number == "sg" and wanted.gender:
        features.add(wanted.gender)
    if adjective and wanted.case == "acc" and (wanted.number == "pl" or wanted.gender == "m"):
        features.add("animate" if wanted.animate else "inanimate")
    made = inflect(text, reading, frozenset(features))
    if made is not None:
        return made
    rows = (
        form
        for form, a in forms(text, reading)
        if a.case == wanted.case
        and a.number in {"", wanted.number}
        and (wanted.number == "pl" or not a.gender or a.gender == (wanted.gender or a.gender))
    )
    return next((like(text, form) for form in rows), None)


def _joined(text: str, found: Sequence[Word], texts: Sequence[str]) -> str:
    """The text with its words replaced one by one."""
    parts, end = [], 0
    for word, new in zip(found, texts, strict=True):
        parts += [text[end : word.span.start], new]
        end = word.span.end
    return "".join((*parts, text[end:]))


# Prepositions that lean on the sound behind them: Rosenthal, Handbook of Spelling and Style (1998), § 199.
_LEANING = re.compile(r"(?<![\w-])(об|о|во|в|со|с)([ \u00a0]+[«„“\"]?)$", re.IGNORECASE)
_LONG = {
    "о": (re.compile(r"[аэиоу]", re.IGNORECASE), "об"),
    "в": (re.compile(r"[вф][бвгджзклмнпрстфхцчшщ]|Львов", re.IGNORECASE), "во"),
    "с": (re.compile(r"[сзшж][бвгджзклмнпрстфхцчшщ]|щ", re.IGNORECASE), "со"),
}


def before(slot: Slot, new: str) -> tuple[int, str]:
    """How many code points before the place change too, and to what: «о союзе», but «об ассоциации»."""
    match = _LEANING.search(slot.before)
    if match is None:
        return 0, ""
    short = match[1][0].lower()
    sound, long = _LONG[short]
    wanted = long if sound.match(new.lstrip('«„“"')) else short
    if match[1].lower() == wanted or _read_by_letter(new):
        return 0, ""
    return len(match[0]), match[1][0] + wanted[1:] + match[2]


def _read_by_letter(new: str) -> bool:
    first = new.split(maxsplit=1)[0]
    return len(first) > 1 and first.isupper()


def after(_slot: Slot, _new: str) -> tuple[int, str]:
    """Nothing behind the place changes."""
    return 0, ""
