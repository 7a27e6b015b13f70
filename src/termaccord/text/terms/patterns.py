"""A glossary term as a pattern: which of its words inflect, which agree, which stand still."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from termaccord.text.analyse import analyser_for, words
from termaccord.text.analyser import Analyser, Analysis, Word
from termaccord.text.terms.scanning import scanner
from termaccord.text.terms.shapes import ANY, PLURAL, Forms, Shape, cited, mask, shape

_POSSESSIVES = frozenset({"'s", "’s"})
_PLAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_BREAK = re.compile(r"[^\s«»\"“”„'’‘‐‑-]")
_OPENING, _CLOSING = frozenset("«“„\"‘'"), frozenset("»”“\"’'")
_DASH = re.compile(r"[-‐‑–—]")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A term ready to be held against a text; its slots are the parts of its words between hyphens."""

    slots: tuple[Forms, ...]
    """The forms that each part may take."""
    groups: tuple[tuple[int, ...], ...]
    """Slots that must agree, as indices; groups after the first share case and number with it, no gender."""
    loose: frozenset[int]
    """Slots before which the term has punctuation, so that the text may have some other; negated: a dash only."""
    capital: bool
    """An ordinary word when written small: it must have a capital in the text, or quotes around it."""
    titled: bool
    """All its words have capitals, so that the same words written small are no name: High Tide, a high tide."""
    upper: bool
    """An abbreviation in capitals."""
    plural: bool
    """The name is plural and its singular is none."""
    year: bool
    """The term ends in a number of its own."""
    simple: bool
    """Nothing is to be checked but that no punctuation stands inside."""
    opening: str
    """Marks of the term before its first word and behind its last one, found again in the text where they stand."""
    closing: str
    short: str
    """The last word as it may be shortened, to which a full stop belongs."""


def shapes(term: str, language: str) -> list[tuple[str, Shape]]:
    """The words of a term, each as it stands and with the forms it may take at most; none where it has no letters."""
    if _PLAIN.fullmatch(term) and scanner(term) is scanner(""):
        return [(word, shape(word, language)) for word in term.split(" ")]
    kept = _kept(words(term, language))
    return [
        (_behind(before, w) + w.text, _shape(w, language, before))
        for before, w in zip([None, *kept], kept, strict=False)
    ]


@lru_cache(maxsize=1 << 16)
def pattern(term: str, language: str) -> Pattern:
    """The pattern of a term in citation form, which has a letter or a digit."""
    analyser = analyser_for(language)
    read = words(term, language)
    found = _kept(read)
    read = tuple(w for w in read if found[0].span.start <= w.span.start <= found[-1].span.start)
    place = {word.span: index for index, word in enumerate(found)}
    groups = [
        tuple(place[read[i].span] for i in group if read[i].span in place)
        for group in analyser.agreeing(read)
    ]
    inflecting = {index for group in groups for index in group}
    slots: list[Forms] = []
    places: list[range] = []
    for index, word in enumerate(found):
        made = _shape(word, language, found[index - 1] if index else None)
        chosen = made.inflected if index in inflecting else made.fixed
        places.append(range(len(slots), len(slots) + len(chosen)))
        slots.extend(chosen)
    capital = (len(found) == 1 and _ordinary(found[0], analyser)) or _quoted(term, found, analyser)
    upper = len(found) == 1 and found[0].text.isupper() and len(found[0].text) > 1
    titled = len(found) > 1 and _titled(found, analyser)
    breaks = frozenset(_loose(term, len(slots)))
    return Pattern(
        tuple(slots),
        tuple(tuple(i for index in group for i in places[index]) for group in groups if group),
        breaks,
        capital=capital,
        titled=titled,
        upper=upper,
        plural=_plural(found, groups),
        year=found[-1].text[-1].isdigit(),
        simple=not (capital or titled or upper or breaks) and len(inflecting) <= 1,
        opening=term[: found[0].span.start].strip(),
        closing=term[found[-1].span.end :].strip(),
        short=_short(found, analyser),
    )


def _short(found: Sequence[Word], analyser: Analyser) -> str:
    behind = len(found) > 1 and _behind(found[-2], found[-1])
    return dict(analyser.shortened).get(found[-1].text.lower(), "") if behind else ""


def _kept(read: Sequence[Word]) -> list[Word]:
    """The words that a text is searched for: no marks, no possessive ending."""
    return [w for w in read if w.text not in _POSSESSIVES and scanner(w.text).search(w.text)]


def _shape(word: Word, language: str, before: Word | None) -> Shape:
    made = shape(word.text, language, shortened=bool(_behind(before, word)))
    return made if word.analyses else Shape(made.fixed, made.fixed)


def _behind(before: Word | None, word: Word) -> str:
    """A mark for words behind a number, which may stand shortened there."""
    return "0 " if before is not None and word.analyses and before.text[-1:].isdigit() else ""


def _loose(term: str, slots: int) -> Iterator[int]:
    """A part before which there is a dash gives its number negated, before other punctuation both."""
    parts = [m for m in scanner(term).finditer(term) if m[1]]
    if len(parts) != slots:
        return
    for index in range(1, slots):
        between = term[parts[index - 1].end() : parts[index].start()]
        if _DASH.search(between):
            yield -index
        if _BREAK.search(between):
            yield from (index, -index)


def _ordinary(word: Word, analyser: Analyser) -> bool:
    if analyser.capital_nouns or not word.text[:1].isupper() or word.text.isupper():
        return False
    return any(_common(a) for a in word.analyses)


def _quoted(term: str, found: Sequence[Word], analyser: Analyser) -> bool:
    """The glossary gives a name of ordinary words in quotation marks: «Тихий причал» is no quiet berth."""
    whole = (
        term[:1] in _OPENING and found[0].span.start == 1 and term[found[-1].span.end :].strip() in _CLOSING
    )
    common = all(any(_common(a) for a in word.analyses) for word in found if word.analyses)
    return whole and common and found[0].text[:1].isupper() and not analyser.capital_nouns


def _common(reading: Analysis) -> bool:
    return reading.known and not reading.name and reading.part_of_speech != "PROPN"


def _titled(found: Sequence[Word], analyser: Analyser) -> bool:
    content = [w for w in found if w.text.lower() not in analyser.function_words and w.text[0].isalpha()]
    return len(content) > 1 and all(w.text[0].isupper() for w in content)


def _plural(found: Sequence[Word], groups: Sequence[Sequence[int]]) -> bool:
    """A capitalised name of several words whose agreeing words can only be plural: «Вооружённые силы»."""
    if not groups or len(found) < 2 or not found[groups[0][0]].text[:1].isupper():
        return False
    bits = ANY
    for index in groups[0]:
        bits &= sum({mask(a) for a in cited(found[index].analyses) if a.case == "nom"}) or ANY
    return bool(bits & PLURAL) and not bits & ~PLURAL
