"""The citation form of a name: how a glossary writes what a text inflects."""

from collections.abc import Sequence
from typing import Literal

from termaccord.text.analyse import Word, analyser_for, words

Number = Literal["keep", "sg"]


def citation(phrase: str | Sequence[Word], language: str, *, number: Number = "keep") -> str:
    """
    A name in the form in which a glossary cites it.

    Russian: head in the nominative, what agrees with it likewise, the rest as it stands.
    English: without article and possessive ending.
    """
    found = words(phrase, language) if isinstance(phrase, str) else tuple(phrase)
    if not found:
        return phrase if isinstance(phrase, str) else ""
    primary = analyser_for(language).language
    return _DOORS.get(primary, _as_it_stands)(found, number)


def _as_it_stands(found: Sequence[Word], _number: Number) -> str:
    return surface(found)


def surface(found: Sequence[Word], replacements: dict[int, str] | None = None) -> str:
    """The words put together again with the spaces between them, some replaced."""
    parts: list[str] = []
    end = found[0].span.start
    for index, word in enumerate(found):
        parts.append(" " if word.span.start > end else "")
        parts.append((replacements or {}).get(index, word.text))
        end = word.span.end
    return "".join(parts)


def _english(found: Sequence[Word], number: Number) -> str:
    while len(found) > 1 and found[0].text.lower() in {"the", "a", "an"}:
        found = found[1:]
    while len(found) > 1 and found[-1].text.lower() in {"'s", "’s", "'", "’"}:
        found = found[:-1]
    return surface(found)


def _russian(found: Sequence[Word], number: Number) -> str:
    analyser = analyser_for("ru")
    head = next(
        (
            i
            for i, w in enumerate(found)
            if any(a.part_of_speech in {"NOUN", "PROPN"} for a in w.analyses[:1])
        ),
        None,
    )
    if head is None:
        return surface(found)
    reading = found[head].analyses[0]
    want = "sg" if number == "sg" else reading.number or "sg"
    made: dict[int, str] = {}
    for index in range(head + 1):
        word = found[index]
        agreeing = [a for a in word.analyses if a.case == reading.case and a.number == reading.number]
        if index == head:
            agreeing = [reading]
        elif reading.gender and want == "sg":
            agreeing = [a for a in agreeing if a.gender in {"", reading.gender}]
        features = {"nom", want} if index == head or want == "pl" else {"nom", want, reading.gender or "m"}
        form = analyser.inflect(word.text, agreeing[0], frozenset(features)) if agreeing else None
        if form:
            made[index] = form
    return surface(found, made)


_DOORS = {"en": _english, "ru": _russian}
