"""Localisation files filled from the memory."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from termaccord.formats.bilingual import BilingualUnit, Original
from termaccord.formats.filling import Fill, Made, Standing, fill, openings, tells
from termaccord.formats.localisation.plurals import CATEGORIES, rank
from termaccord.model import Content, Finding, Place, SegmentMatch, Severity, UsageError, say
from termaccord.project.localised import beside
from termaccord.project.memory.reckoning.bands import Band, Bands, bands
from termaccord.project.memory.reckoning.counting import Finder, Step
from termaccord.project.memory.sources import SourceSegment, of_units
from termaccord.store.memory.matching import variant_in

Choose = Callable[[str, tuple[str, str]], tuple[str, str]]
_FULL = 100
_LOOKED_AT = 8
_FORM = re.compile(rf"\[(\d+|{'|'.join(CATEGORIES)})\](?:#\d+)*$")
"""What the id of a plural form ends in."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is filled, and how."""

    least: int = 75
    """Score that a match has at least."""
    fuzzy: bool = True
    """Whether matches below 100 are put in."""
    review: bool = False
    """Whether exact matches are marked for a person to look at, too."""
    overwrite: bool = False
    """Whether translations that nobody has approved give way."""
    bands: Bands = field(default_factory=bands)
    """By which the matches are counted."""


@dataclass(frozen=True, slots=True)
class Pretranslated:
    """A file that has been filled, and what was done."""

    path: str
    data: bytes
    changed: bool
    made: tuple[Made, ...] = ()
    by_band: tuple[tuple[Band, int], ...] = ()
    """How many units were filled, by the band of their match, best first."""
    several: int = 0
    """Units for which the memory has several translations; the one that was taken is marked for review."""
    without: int = 0
    """Units that stay without a translation."""
    closed: int = 0
    """Units that were translated, locked or approved already."""
    findings: tuple[Finding, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether the file could not be filled at all."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def bare(self) -> int:
        """Units that were filled without their inline codes."""
        return sum(one.bare for one in self.made)


def pretranslate(
    data: bytes,
    name: str,
    finder: Finder,
    languages: Choose = lambda _text, told: told,
    wish: Wish | None = None,
    step: Step = lambda _what, _done, _all: None,
    *,
    original: Original | None = None,
) -> Pretranslated:
    """
    Fill the units of a localisation file that have no translation.

    Where the format cannot say that a person is to look at a translation, only what is known for sure goes in.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it; its ending says which format this is.
    finder
        What asks the memory.
    languages
        Is given the first text and the languages that the file names, and answers between which to look;
        a `UsageError` of it becomes an error of the file.
    wish
        What is filled, and how.
    step
        Is told how far the work is: (what, done, in all).
    original
        Of a file of strings the one that it translates.

    Returns
    -------
    The filled file; the same bytes where nothing could be filled.
    A file that cannot be read whole is given back as it is, with an error.

    """
    wish = wish or Wish()
    if not tells(name):
        wish = replace(wish, fuzzy=False)
    reading = openings(data, name, overwrite=wish.overwrite, original=original)
    if reading.findings:
        return _unchanged(data, name, reading.findings)
    text = of_units(name, beside.parse(data, name, original).value)
    opened = {unit.unit.id: unit for unit in reading.value}
    try:
        pair = languages(
            text.segments[0].text if text.segments else "", (text.language, text.target_language)
        )
    except UsageError as error:
        return _unchanged(data, name, (Finding("P041", error.message, Place(name)),))
    filler = _Filler(finder, pair, wish)
    texts = ["", *(segment.text for segment in text.segments), ""]
    for number, segment in enumerate(text.segments):
        if segment.unit in opened:
            filler.ask(segment, opened[segment.unit].form, (texts[number], texts[number + 2]))
        step(say("looking segments up"), number + 1, len(text.segments))
    sure = [one for one in filler.fills if tells(name) or one.standing is Standing.TRANSLATED]
    whole = _whole(sure, opened.values())
    filled = fill(data, name, whole, language=pair[1], overwrite=wish.overwrite, original=original)
    scores = Counter(wish.bands.of(one.fill.score) for one in filled.made)
    made = {one.fill.unit for one in filled.made}
    return Pretranslated(
        name,
        filled.data,
        filled.data != data,
        filled.made,
        tuple((band, scores[band]) for band in wish.bands.all if scores[band]),
        len(filler.several & made),
        sum(segment.unit in opened and segment.unit not in made for segment in text.segments),
        sum(segment.unit not in opened for segment in text.segments),
        filled.findings,
    )


def _unchanged(data: bytes, name: str, findings: Sequence[Finding]) -> Pretranslated:
    """What keeps a file from being filled is an error, however lightly the parser takes it."""
    errors = tuple(replace(finding, severity=Severity.ERROR) for finding in findings)
    return Pretranslated(name, data, changed=False, findings=errors)


class _Filler:
    """Collects the translations of one file."""

    def __init__(self, finder: Finder, languages: tuple[str, str], wish: Wish) -> None:
        self.fills: list[Fill] = []
        self.several: set[str] = set()
        self._finder = finder
        self._languages = languages
        self._wish = wish

    def ask(self, segment: SourceSegment, form: int | None, beside: tuple[str, str]) -> None:
        """Take the best match of a segment, if it is good enough; `form` is the plural form that it is."""
        least = self._wish.least if self._wish.fuzzy else _FULL
        previous, following = beside
        found = self._finder.match(
            segment.content,
            *self._languages,
            previous=previous,
            following=following,
            least=least,
            limit=_LOOKED_AT,
        )
        best = [
            one for one in found if one.score == found[0].score or (form is not None and one.score >= _FULL)
        ]
        if not best:
            return
        chosen = next((one for one in best if _form(one, self._languages[1]) == form), best[0])
        standing = self._standing(chosen, form, best)
        if standing is Standing.REVIEW and not self._wish.review:
            self.several.add(segment.unit)
        target = _with_edges(segment.text, chosen.source, chosen.target_content or (chosen.target,))
        source = chosen.source_content or (chosen.source,)
        held = variant_in(chosen.stored.unit.variants, self._languages[1]) if chosen.repaired else None
        known = held.content if held else ()
        origin = chosen.stored.origin
        self.fills.append(Fill(segment.unit, target, standing, source, chosen.score, origin, known))

    def _standing(self, chosen: SegmentMatch, form: int | None, best: Sequence[SegmentMatch]) -> Standing:
        if (
            chosen.score < _FULL
            or chosen.repaired
            or (form is not None and _form(chosen, self._languages[1]) != form)
        ):
            return Standing.FUZZY
        if form is None and any(one.target != chosen.target for one in best):
            return Standing.REVIEW
        return Standing.REVIEW if self._wish.review else Standing.TRANSLATED


def _whole(fills: Sequence[Fill], opened: Iterable[BilingualUnit]) -> list[Fill]:
    """Without plural forms whose entry would be filled in part only."""
    done = {one.unit for one in fills}
    forms = [unit for unit in opened if unit.form is not None]
    torn = {unit.source_line for unit in forms if unit.unit.id not in done}
    without = {unit.unit.id for unit in forms if unit.source_line in torn}
    return [one for one in fills if one.unit not in without]


def _form(match: SegmentMatch, language: str) -> int | None:
    """The plural form that a unit of the memory is, as its id tells."""
    found = _FORM.search(match.stored.unit.id)
    if found is None:
        return None
    return int(found[1]) if found[1].isdecimal() else rank(found[1], language)


def _with_edges(asked: str, source: str, target: Content) -> Content:
    """The target with the white space that stands around the segment, where the memory's has another."""
    wanted, known = (_edges(text) for text in (asked, source))
    if wanted == known or not target:
        return target
    parts = list(target)
    if isinstance(parts[0], str):
        parts[0] = wanted[0] + parts[0].lstrip()
    if isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip() + wanted[1]
    return tuple(part for part in parts if part)


def _edges(text: str) -> tuple[str, str]:
    body = text.strip()
    start = len(text) - len(text.lstrip())
    return (text[:start], text[start + len(body) :]) if body else (text, "")
