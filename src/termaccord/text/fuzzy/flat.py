"""A segment with inline codes as one string, in which each code is one character."""

from dataclasses import dataclass

from termaccord.model import Content, Inline

_PRIVATE = 0xF0000
"""The first supplementary private-use character."""


@dataclass(frozen=True, slots=True)
class Flat:
    """A segment's text with a character of its own for each inline code."""

    text: str
    inlines: tuple[Inline, ...] = ()
    base: int = _PRIVATE
    """The character of the first code; those of the others follow."""

    def inline(self, character: str) -> Inline | None:
        """The code that a character stands for; None for an ordinary character."""
        index = ord(character) - self.base
        return self.inlines[index] if 0 <= index < len(self.inlines) else None

    @property
    def plain(self) -> str:
        """The text without codes."""
        if not self.inlines:
            return self.text
        return "".join(c for c in self.text if self.inline(c) is None)

    def content(self) -> Content:
        """The segment again."""
        if not self.inlines:
            return (self.text,) if self.text else ()
        found: list[str | Inline] = []
        start = 0
        for index, character in enumerate(self.text):
            code = self.inline(character)
            if code is not None:
                found += [self.text[start:index], code]
                start = index + 1
        return tuple(part for part in (*found, self.text[start:]) if part != "")


def flat(segment: str | Content) -> Flat:
    """
    Put a segment in one string; `Flat.content` is the way back.

    >>> flat(("see ", Inline("alone", "ph", "{1}"), " here")).plain
    'see  here'
    """
    if isinstance(segment, str):
        return Flat(segment)
    inlines = tuple(part for part in segment if isinstance(part, Inline))
    if not inlines:
        return Flat("".join(part for part in segment if isinstance(part, str)))
    base = _free(segment, len(inlines))
    made, number = [], 0
    for part in segment:
        made.append(part if isinstance(part, str) else chr(base + number))
        number += not isinstance(part, str)
    return Flat("".join(made), inlines, base)


def _free(segment: Content, count: int) -> int:
    """The first of `count` neighbouring private characters that the segment itself does not use."""
    used = {ord(c) for part in segment if isinstance(part, str) for c in part if ord(c) >= _PRIVATE}
    base = _PRIVATE
    while used and not used.isdisjoint(range(base, base + count)):
        base += count
    return base
