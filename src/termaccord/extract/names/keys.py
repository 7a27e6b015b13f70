"""What mentions of one name have in common, however they are inflected."""

from termaccord.extract.names.sentence import DASHES, Found, Sentence
from termaccord.text.normalise import fold
from termaccord.text.tokens import TokenKind

QUOTES = frozenset("«»“”„\"'‘’‹›")


def key_of(sentence: Sentence, found: Found) -> str:
    """
    Folded words of the name with its declined part as lemmas; quotation marks left out, years kept.

    Everything behind the head keeps the form it has in the text: a complement does not decline with its head.
    """
    parts = [
        (i, part)
        for i in range(found.first, found.stop)
        if sentence.form(i) not in QUOTES and (part := _part(sentence, found, i))
    ]
    return _join(sentence, parts)


def _part(sentence: Sentence, found: Found, i: int) -> str:
    if sentence.words[i].kind is not TokenKind.WORD or found.abbreviation:
        return "-" if sentence.form(i) in DASHES else sentence.form(i)
    if i in (found.lemmas or {}):
        return found.lemmas[i]
    if i == found.head and found.stop - found.first >= 1 and not sentence.cues.prepositions:
        return fold(_singular(sentence, i))
    return sentence.form(i)


def _singular(sentence: Sentence, i: int) -> str:
    """The lemma of a noun reading; a name's own form where there is none."""
    readings = [a for a in sentence.words[i].analyses if a.part_of_speech in {"NOUN", "PROPN"}]
    plural = [a for a in readings if a.number == "pl" and a.part_of_speech == "NOUN"]
    return plural[0].lemma if plural else sentence.form(i)


def _join(sentence: Sentence, parts: list[tuple[int, str]]) -> str:
    text = ""
    for position, (i, part) in enumerate(parts):
        text += part if position == 0 or sentence.tight(i) else f" {part}"
    return text.strip()


def years_of(sentence: Sentence, found: Found) -> tuple[str, ...]:
    """Years and edition numbers inside the name."""
    return tuple(sentence.form(i) for i in range(found.first, found.stop) if sentence.number(i))
