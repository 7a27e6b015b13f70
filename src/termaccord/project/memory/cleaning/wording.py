"""What one look at a unit shows and no other unit need be asked about: emptiness, lost letters, length."""

import re
from collections.abc import Callable, Iterator

from termaccord.model import Inline, Variant, say
from termaccord.project.memory.cleaning import damage
from termaccord.project.memory.cleaning.kinds import Action, Flaw
from termaccord.project.memory.cleaning.sides import Numbered

LONGEST = 1500
"""Characters of a unit that somebody may still want to see again."""
SENTENCES = 6
_SENTENCE = re.compile(r"[^\W\d_]{3,}[.!?…]+[»”\"')]*\s+(?=[«“„\"'(]*[^\W\d_])")


def empty(unit: Numbered) -> Iterator[Flaw]:
    """Sides without text and without codes."""
    variants = unit.unit.variants
    blank = [n for n, v in enumerate(variants) if not v.text.strip() and not _codes(v)]
    if len(variants) < 2:
        language = variants[0].language
        message = say("the unit has a segment in one language only ({language})", language=language)
        yield flaw(unit, "empty", message)
    elif unit.source in blank:
        yield flaw(unit, "empty", say("the source is empty"))
    else:
        for n in blank:
            message = say("the segment in {language} is empty", language=variants[n].language)
            yield flaw(unit, "empty", message, n)


def _codes(variant: Variant) -> bool:
    return any(isinstance(part, Inline) for part in variant.content)


def damaged(unit: Numbered) -> Iterator[Flaw]:
    """Letters that a wrong encoding has taken away for good."""
    variants = unit.unit.variants
    for n, variant in enumerate(variants):
        others = [v for v in variants if v is not variant]
        if damage.lost(variant.text) and not any(damage.lost(v.text) for v in others):
            yield flaw(unit, "damaged", say("letters were lost by a wrong encoding"), n)
        elif damage.holes(variant.text) and not any(damage.holes(v.text) for v in others):
            message = say("a question mark stands in the place of a letter")
            yield flaw(unit, "damaged", message, n, Action.TELL)
        elif "\ufffd" in variant.text:
            message = say("“\ufffd” stands for a letter that was lost")
            yield flaw(unit, "damaged", message, n, Action.TELL)


def long(unit: Numbered) -> Iterator[Flaw]:
    """So much text that no later text will be like it."""
    texts = [variant.text for variant in unit.unit.variants]
    most = max(map(len, texts), default=0)
    if most > LONGEST:
        message = say("a segment has {count} characters", count=most)
        yield flaw(unit, "long", message, action=Action.TELL)
    elif most > LONGEST // SENTENCES and min(map(_sentences, texts)) >= SENTENCES:
        message = say("the unit holds {count} sentences or more", count=SENTENCES)
        yield flaw(unit, "long", message, action=Action.TELL)


def _sentences(text: str) -> int:
    return 1 + len(_SENTENCE.findall(text))


def flaw(
    unit: Numbered, kind: str, message: str, variant: int | None = None, action: Action = Action.DROP
) -> Flaw:
    """A flaw of a unit, or of one of its variants."""
    return Flaw(kind, action, message, unit.place, unit.number, unit.unit, variant)


ON_SIGHT: dict[str, Callable[[Numbered], Iterator[Flaw]]] = {
    "empty": empty,
    "damaged": damaged,
    "long": long,
}
"""By the name of the kind."""
