"""Which units of a file go into a memory, and as what."""

import re
from collections.abc import Sequence
from dataclasses import replace

from termaccord.formats.exchange.inline import strict
from termaccord.model import Inline, Message, TranslationUnit, Variant, say
from termaccord.project.memory.intake.tally import Reason, Tally

LONGEST = 20_000
"""Characters of a segment; nobody meets one of ten pages a second time."""
TAG = re.compile(r"(?:[a-z]{2,3}|[ix])(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
"""What a language tag can be (RFC 5646): no language has a code of more than three letters."""
UNSAID = frozenset({"", "und", "mul", "zxx"})


class Screen:
    """Lets pass what can be asked for again; made for millions of units, nearly all of them faultless."""

    def __init__(self, tally: Tally, wanted: Sequence[str] = ()) -> None:
        self._tally = tally
        self.wanted = tuple(wanted)
        self.met: set[str] = set()
        """Every language tag of the file."""
        self._good: set[str] = set()

    def __call__(self, unit: TranslationUnit) -> TranslationUnit | None:
        """The unit as it goes in; None where it does not."""
        self._tally.read += 1
        if self.wanted and unit.attributes and (why := self._translated_from(unit)):
            self._tally.drop(Reason.LANGUAGE, why, unit)
            return None
        good, variants = self._good, unit.variants
        for variant in variants:
            content = variant.content
            if len(content) != 1 or variant.language not in good:
                return self._examined(unit)
            text = content[0]
            if not isinstance(text, str) or len(text) > LONGEST or text.isspace():
                return self._examined(unit)
        return unit if len(variants) > 1 else self._examined(unit)

    def _translated_from(self, unit: TranslationUnit) -> Message | None:
        """
        Why a unit is no pair of the languages that were asked for: both are translations from a third.

        A unit's own ``srclang`` is obeyed (TMX 1.4b, and test 1K of LISA's kit); a file's is not, for memories in many
        languages have one for all their pairs.
        """
        own = next((value for name, value in unit.attributes if name == "srclang"), "*all*")
        if own.lower() == "*all*" or any(
            matches(own, wanted) or matches(wanted, own) for wanted in self.wanted
        ):
            return None
        return say("it was translated from {language}, which was not asked for", language=own)

    def _examined(self, unit: TranslationUnit) -> TranslationUnit | None:
        kept: list[Variant] = []
        faults: list[tuple[Reason, Message]] = []
        for variant in unit.variants:
            fault = self._fault(variant)
            if fault is None:
                kept.append(variant)
            else:
                faults.append(fault)
        if len(kept) < 2:
            one = Reason.ONE_LANGUAGE, say("it has a segment in one language only")
            self._tally.drop(*(faults[0] if faults else one), unit)
            return None
        for fault in faults[:1]:
            self._tally.change(fault[0], say("a segment is left out: {why}", why=fault[1]), unit)
        return self._paired(replace(unit, variants=tuple(kept)) if faults else unit)

    def _fault(self, variant: Variant) -> tuple[Reason, Message] | None:
        """Why a segment cannot stay."""
        language = variant.language
        if language not in self._good:
            why = self._foreign(language)
            if why is not None:
                return Reason.LANGUAGE, why
            self._good.add(language)
        text = variant.text
        if not text.strip():
            return Reason.EMPTY, say("the {language} segment is empty", language=language)
        if len(text) > LONGEST:
            template = "the {language} segment has {count} characters, more than {limit}"
            return Reason.LONG, say(template, language=language, count=len(text), limit=LONGEST)
        return None

    def _foreign(self, language: str) -> Message | None:
        """What is wrong with a language."""
        self.met.add(language)
        if language in UNSAID:
            return say("a segment does not say its language")
        if not TAG.fullmatch(language):
            return say("“{language}” is no language tag; BCP 47 writes “ru” or “ru-RU”", language=language)
        if self.wanted and not any(matches(language, wanted) for wanted in self.wanted):
            return say("{language} was not asked for", language=language)
        return None

    def _paired(self, unit: TranslationUnit) -> TranslationUnit:
        """The unit with inline code as TMX wants it."""
        variants = tuple(map(_obedient, unit.variants))
        if variants == unit.variants:
            return unit
        message = say("inline code is not paired as TMX wants it; it is kept as single codes")
        self._tally.change(Reason.TAGS, message, unit)
        return replace(unit, variants=variants)

    def unmet(self) -> tuple[str, ...]:
        """Languages that were wanted and that no segment has."""
        return tuple(w for w in self.wanted if not any(matches(tag, w) for tag in self.met))


def _obedient(variant: Variant) -> Variant:
    if not any(isinstance(part, Inline) for part in variant.content):
        return variant
    content = strict(variant.content)
    return variant if content == variant.content else replace(variant, content=content)


def matches(tag: str, wanted: str) -> bool:
    """
    Whether a language tag falls under the one that is asked for (RFC 4647, basic filtering).

    >>> matches("ru-RU", "ru"), matches("ru", "ru-RU")
    (True, False)
    """
    tag, wanted = tag.lower(), wanted.lower().replace("_", "-")
    return tag == wanted or tag.startswith(f"{wanted}-")
