"""Russian: the case and number of what is replaced, read off it and its neighbours, given to what replaces it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from termaccord.text.analyse import words
from termaccord.text.languages.russian.citation import CASES, Agreement, standings
from termaccord.text.normalise import fold
from termaccord.text.refitting.russian_case import likelihood
from termaccord.text.refitting.russian_forms import Paradigm, joined, paradigm
from termaccord.text.refitting.slot import Fitted, Slot

_CERTAIN = 0.9
"""Share of the readings that must lead to the same form."""


def fit(slot: Slot, preferred: str) -> Fitted | None:
    """
    The preferred term in the case and number of what it replaces; None where it cannot be formed.

    Safe only when all likely readings give the same form and the new head has the gender and number of the old.
    """
    new = paradigm(preferred)
    as_cited = fold(slot.found) == fold(slot.cited)
    if as_cited and _quoted(slot):
        return Fitted(preferred, slot.sure)
    if new is None:
        return Fitted(preferred, safe=False)
    outputs: dict[str, float] = {}
    leading: dict[str, list[tuple[Agreement, str]]] = {}
    for agreement, number, weight in _readings(slot):
        text = new.forms.get((agreement.case, "" if number == new.agreement.number else number))
        if text is not None:
            outputs[text] = outputs.get(text, 0.0) + weight
            leading.setdefault(text, []).append((agreement, number))
    if not outputs:
        return Fitted(preferred, safe=False) if as_cited else None
    best = max(outputs, key=lambda text: outputs[text])  # of equals the case that grammars name first
    certain = outputs[best] >= _CERTAIN * sum(outputs.values()) and best not in new.doubtful
    return Fitted(best, certain and slot.sure and _same_nature(slot, leading[best], new))


def _quoted(slot: Slot) -> bool:
    """Whether quotation marks set the words apart from the grammar around them."""
    opened, closed = slot.before[-1:], slot.after[:1]
    return (opened in '«“„"' and closed in '»”“"') if opened and closed else False


def _same_nature(slot: Slot, readings: Sequence[tuple[Agreement, str]], new: Paradigm) -> bool:
    """Whether whatever agrees with the old head agrees with the new one."""
    old = paradigm(slot.cited)
    for agreement, number in readings:
        own = number or new.agreement.number
        if agreement.number != own or (number and new.agreement.number == "pl"):
            return False
        same = agreement.gender == new.agreement.gender or (old is not None and old.head == new.head)
        if own == "sg" and not same:
            return False
    return True


def _readings(slot: Slot) -> Iterator[tuple[Agreement, str, float]]:
    """How the words stand in their text: with what agreement, the number that the new term takes, and the weight."""
    weighed = [(a, number, likelihood(slot, a)) for a, number in _generated(slot)]
    if not any(weight for *_, weight in weighed):
        # What the paradigm does not have: «в порту» beside «о порте».
        weighed = [(a, number, likelihood(slot, a)) for a, number in dict.fromkeys(_analysed(slot))]
    yield from (row for row in weighed if row[2])


def _generated(slot: Slot) -> Iterator[tuple[Agreement, str]]:
    """The cases in which the cited term looks like what stands there."""
    cited = paradigm(slot.cited)
    if cited is None:
        return
    found = fold(slot.found)
    same = [key for key, form in cited.forms.items() if fold(form) == found]
    unchanging = sum(not number for _, number in same) >= len(CASES) - 1
    for case, number in same:
        if not (number and unchanging):
            yield replace(cited.agreement, case=case, number=number or cited.agreement.number), number


def _analysed(slot: Slot) -> Iterator[tuple[Agreement, str]]:
    """The cases in which what stands there leads to the cited term."""
    found = words(slot.found, "ru")
    for wanted in ("keep", "sg"):
        for texts, _, agreement in standings(found, wanted):
            inflected = wanted == "sg" and agreement.number == "pl"
            leads = fold(joined(slot.found, found, texts)) == fold(slot.cited)
            if leads and (wanted == "keep" or inflected):
                yield agreement, "pl" if inflected else ""


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
