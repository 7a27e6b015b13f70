"""One term put in another's place: in its case, number and capitals, with the articles and marks that go with it."""

from collections.abc import Callable
from dataclasses import dataclass

from termaccord.model import Span
from termaccord.text.analyse import analyser_for
from termaccord.text.normalise import fold
from termaccord.text.refitting import english, russian
from termaccord.text.refitting.dress import bare, capitals, quoted
from termaccord.text.refitting.slot import Fitted, Slot


@dataclass(frozen=True, slots=True)
class Refit:
    """What to write, and over what."""

    span: Span
    """Of the text; it may begin before the term and end behind it where an article or a possessive changes too."""
    text: str
    safe: bool
    """Whether a reader will find nothing wrong: the same number and gender, and a case that is beyond doubt."""


_Side = Callable[[Slot, str], tuple[int, str]]


@dataclass(frozen=True, slots=True)
class _Door:
    fit: Callable[[Slot, str], Fitted | None]
    before: _Side
    after: _Side
    trimmed: Callable[[Slot], Slot] = lambda slot: slot


def refit(text: str, span: Span, preferred: str, language: str, cited: str = "") -> Refit | None:
    """
    The preferred term in the form that the place of another asks for.

    Parameters
    ----------
    text
        The text around; only what stands near the place is looked at.
    span
        The words to be replaced.
    preferred
        The term in citation form.
    language
        BCP 47.
    cited
        The replaced term in citation form; empty where it is not known, and then nothing is safe in Russian
        but what stands in the nominative.

    Returns
    -------
    None where nothing changes or the form cannot be made.

    >>> refit("Приказ Союза портов.", Span(7, 19), "Совет гаваней", "ru", "Союз портов").text
    'Совета гаваней'

    """
    door = _DOORS.get(analyser_for(language).language, _AS_CITED)
    slot = door.trimmed(Slot(text, span, cited or span.of(text), bool(cited)))
    fitted = door.fit(slot, bare(slot, preferred)) if preferred.strip() and slot.found.strip() else None
    if fitted is None:
        return None
    new = quoted(slot, capitals(slot, fitted.text, language))
    if new == slot.found:
        return None
    earlier, left = door.before(slot, new)
    later, right = door.after(slot, new)
    return Refit(Span(slot.span.start - earlier, slot.span.end + later), left + new + right, fitted.safe)


def _as_cited(slot: Slot, preferred: str) -> Fitted | None:
    """Without knowledge of a language's forms: only in the place of a term that stands as it is cited."""
    if fold(slot.found) != fold(slot.cited):
        return None
    same_head = fold(slot.cited.split()[-1]) == fold(preferred.rsplit(maxsplit=1)[-1])
    return Fitted(preferred, slot.sure and same_head)


def _nothing(_slot: Slot, _new: str) -> tuple[int, str]:
    return 0, ""


_AS_CITED = _Door(_as_cited, _nothing, _nothing)
_DOORS = {
    "en": _Door(english.fit, english.before, english.after, english.trimmed),
    "ru": _Door(russian.fit, russian.before, russian.after),
}
