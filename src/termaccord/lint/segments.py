"""Segments of a memory compared: what is the same but for layout, and what only looks different."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from termaccord.lint.renderings.presence import content
from termaccord.lint.rule import Pair, Store, Text
from termaccord.model import Rendering, Span
from termaccord.text.kinship import stems
from termaccord.text.normalise import fold
from termaccord.text.placeables import masked, placeables
from termaccord.text.tokens import TokenKind

_SPACES = re.compile(r"\s+")
_EDGES = " .!?…:;,\"'()[]-*•"
_STAND_IN = "\ufffc"
"""Unicode: object replacement character."""
_SYMBOL = 3
"""Letters of a symbol for a unit."""
_PLURAL = re.compile(r"\[(?:\d+|zero|one|two|few|many|other)\]$")
ORIGINS = ("outlet", "client", "customer", "project", "domain", "context", "msgctxt", "x-context")
"""Ends of the names of properties that say who wants a segment so: TMX leaves the names to the tools."""


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """
    A segment without its layout: case, spaces, names of variables and the punctuation around it.

    Of a few letters the case is kept: MB and Mb are different units.
    """
    plain = _SPACES.sub(" ", _marked(text)).strip(_EDGES)
    return fold(plain) if sum(c.isalpha() for c in plain) > _SYMBOL else plain


def _marked(text: str) -> str:
    """The text with one sign in the place of each placeable; tags keep their names."""
    for found in reversed([p for p in placeables(text) if p.kind != "tag"]):
        text = f"{text[: found.span.start]}{_STAND_IN}{text[found.span.end :]}"
    return text


def names_of_placeables(text: str) -> tuple[str, ...]:
    return tuple(found.key for found in placeables(text))


def origin(pair: Pair) -> tuple[str, ...]:
    """For whom or in which context a unit was translated, as far as its properties say."""
    return tuple(value for name, value in pair.properties if name.lower().endswith(ORIGINS))


def joined(stores: Iterable[Store]) -> Iterator[Store]:
    """All memories of one direction as one: what one file says, another may say otherwise."""
    pairs: dict[tuple[str, str], list[Pair]] = {}
    for store in stores:
        pairs.setdefault((store.source_language, store.target_language), []).extend(store.pairs)
    for (source, target), held in pairs.items():
        held.sort(key=lambda pair: pair.target.file)
        yield Store(tuple(held), source, target)


def same_words(one: str, other: str, language: str) -> bool:
    """Whether two segments differ in endings, order and small words only: gender, case, number."""
    return _roots(one, language) == _roots(other, language)


def share_a_word(one: str, other: str, language: str) -> bool:
    """Whether two segments have a word of meaning in common, in whatever form."""
    return not set(_roots(one, language)).isdisjoint(_roots(other, language))


def _roots(text: str, language: str) -> list[str]:
    words = (w for w in content(key(text), language) if w.kind is TokenKind.WORD)
    return sorted(stems(fold(w.lemma), language)[-1] for w in words)


def length(text: str) -> int:
    """Words that are no placeables and no numbers."""
    return len(re.findall(r"[^\W\d_]+", masked(text)))


def plural(pair: Pair) -> bool:
    """Whether a unit is a further plural form of a message, which has its number, or CLDR's name of it, behind its id."""
    return _PLURAL.search(pair.target.unit) is not None


def whole(text: Text) -> Span:
    return Span(0, len(text.text))


def renderings(groups: Iterable[Sequence[Pair]], *, of_source: bool = False) -> tuple[Rendering, ...]:
    """Each group as a form with the places of its targets; the first is the preferred one."""
    return tuple(
        Rendering(
            (group[0].source if of_source else group[0].target).text,
            tuple(pair.target.place(whole(pair.target)) for pair in group),
            "preferred" if number == 0 and not of_source else "",
        )
        for number, group in enumerate(groups)
    )
