"""English behind and before a number: the ordinal's letters, the article, one thing or several."""

import re

from termaccord.model import Span
from termaccord.text.analyse import Word, words
from termaccord.text.refitting.english import before, plural
from termaccord.text.refitting.number import Count, Recounted, row
from termaccord.text.refitting.slot import Slot

_ORDINAL = re.compile(r"(?P<digits>\d+)(?P<ending>st|nd|rd|th)\b", re.IGNORECASE)
_BEHIND = re.compile(r"(?:st|nd|rd|th)\b", re.IGNORECASE)


def recounted(count: Count) -> Recounted:
    """The new number with its article and the noun that it counts."""
    slot = Slot(count.text, count.span, count.figures)
    back, article = before(slot, count.figures)
    start = count.span.start - back
    ordinal = _BEHIND.match(slot.after)
    if ordinal:
        shown = ordinals(f"{count.figures}{ordinal[0]}")
        return Recounted(Span(start, count.span.end + ordinal.end()), article + shown)
    if (count.old == 1) == (count.new == 1):
        return Recounted(Span(start, count.span.end), article + count.figures)
    noun = _counted(slot.after, several=count.old != 1)
    made = noun and _other(noun, several=count.new != 1)
    if noun is None or made is None:
        return Recounted(
            Span(start, count.span.end), article + count.figures, noun is None and not _word(slot.after)
        )
    between = slot.after[: noun.span.start]
    end = count.span.end + noun.span.end
    return Recounted(
        Span(start, end), f"{article}{count.figures}{between}{made}", safe=_at_rest(count.text[end:])
    )


def _word(text: str) -> bool:
    return re.match(r"[ \u00a0-]?[^\W\d_]", text) is not None


def _at_rest(behind: str) -> bool:
    """Whether no verb follows that would have to agree."""
    return not behind.strip(" .,;:!?…)]»”\"'")


def _counted(text: str, *, several: bool) -> Word | None:
    """The noun behind a number: of several things the first plural, of one the last of a row of singulars."""
    found = None
    for word in row(text, "en"):
        numbers = {a.number for a in word.analyses if a.part_of_speech in {"NOUN", "PROPN"}}
        if several and "pl" in numbers:
            return word
        if not several and "sg" not in numbers:
            if found or not any(a.part_of_speech == "ADJ" for a in word.analyses):
                break
            continue
        found = word if not several else None
    return found


def _other(noun: Word, *, several: bool) -> str | None:
    if several:
        made = plural(noun.text, words(noun.text, "en"))
        return made[0] if made else None
    lemma = next((a.lemma for a in noun.analyses if a.number == "pl"), None)
    return lemma and (lemma[:1].upper() + lemma[1:] if noun.text[:1].isupper() else lemma)


def ordinals(text: str) -> str:
    """
    Ordinals in figures with the letters that their last figures ask for.

    >>> ordinals("May 3th")
    'May 3rd'
    """
    return _ORDINAL.sub(lambda m: m["digits"] + _like(ending(int(m["digits"])), m["ending"]), text)


def ending(number: int) -> str:
    """The letters behind the figures of an ordinal."""
    if number % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _like(new: str, model: str) -> str:
    return new.upper() if model.isupper() else new
