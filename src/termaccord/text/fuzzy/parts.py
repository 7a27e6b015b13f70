"""A segment as a row of words and of what is carried over: two rows are the same where no word differs."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from functools import lru_cache

from termaccord.model import Span
from termaccord.text.fuzzy.carrying.carried import Carried
from termaccord.text.fuzzy.carrying.finding import carried
from termaccord.text.fuzzy.flat import Flat
from termaccord.text.normalise import folded
from termaccord.text.tokens import SCRIPTS_WITHOUT_SPACES

_WORD = re.compile(
    rf"[{SCRIPTS_WITHOUT_SPACES}]|(?:[^\W\d_{SCRIPTS_WITHOUT_SPACES}]|[\u0300-\u036f\u00ad])+|\d+|[^\s]"
)


@dataclass(frozen=True, slots=True)
class Part:
    """A word, a mark, or something that is carried over."""

    key: str
    """What it is compared by: the folded word; of what is carried over its kind."""
    span: Span
    carried: Carried | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """The parts of a segment, and its inline codes by their place among them."""

    parts: tuple[Part, ...]
    tags: tuple[tuple[int, int], ...] = ()
    """Of each code: how many parts are before it, and its place in the text."""

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(part.key for part in self.parts)

    @property
    def values(self) -> tuple[Hashable, ...]:
        """What is carried over, in order."""
        return tuple(part.carried.value for part in self.parts if part.carried)

    @property
    def kinds(self) -> tuple[str, ...]:
        """Of what is carried over."""
        return tuple(part.carried.kind for part in self.parts if part.carried)

    @property
    def carried(self) -> tuple[Carried, ...]:
        return tuple(part.carried for part in self.parts if part.carried)


@lru_cache(maxsize=1024)
def row(segment: Flat, language: str) -> Row:
    """The parts of a segment in order."""
    text, parts, tags, start = segment.text, list[Part](), list[tuple[int, int]](), 0
    for one in (*carried(text, language), None):
        for match in _WORD.finditer(text, start, one.span.start if one else len(text)):
            if segment.inlines and segment.inline(match[0][0]):
                tags.append((len(parts), match.start()))
            else:
                parts.append(Part(folded(match[0]), Span(*match.span())))
        if one:
            parts.append(Part(f"<{one.kind}>", one.span, one))
            start = one.span.end
    return Row(tuple(parts), tuple(tags))
