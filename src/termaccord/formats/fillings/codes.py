"""The inline codes of a unit's own source put where a memory's translation has the memory's."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from termaccord.model import Content, Inline

Key = tuple[str, str]
"""Role and number of a code."""


@dataclass(frozen=True, slots=True)
class Code:
    """A code of the file: as the parser shows it, and as it is written."""

    inline: Inline
    raw: str


def keys(codes: Sequence[Inline]) -> list[Key]:
    """
    What each code has in common with its like on the other side: TMX and XLIFF number them.

    A code without a number is known by what it says; of several alike, the second is the second on both sides.
    """
    found: list[Key] = []
    for code in codes:
        numbers = dict(code.attributes)
        own = numbers.get("x" if code.role == "alone" else "i") or numbers.get("x") or f"={code.code}"
        count, number = 1, own
        while (code.role, number) in found:
            count += 1
            number = f"{own}#{count}"
        found.append((code.role, number))
    return found


def inlines(content: Content) -> list[Inline]:
    """The codes of a segment in order."""
    return [part for part in content if isinstance(part, Inline)]


def text(content: Content) -> str:
    """The text of a segment without its codes."""
    return "".join([part for part in content if isinstance(part, str)])


def native(content: Content) -> str:
    """The text of a segment with its codes, as the file had it that the memory was made from."""
    return "".join([part if isinstance(part, str) else part.code for part in content])


def mapped(target: Content, memory: Content, codes: Sequence[Code]) -> list[str | Code] | None:
    """
    The translation with the file's codes; None where it is not sure which of them goes where.

    A code of the translation names one of the memory's source by its number, and that one stands for the code of the
    file's source at the same place among codes of its kind.
    Where the memory's source has other codes than the file's, they are held against each other by number and code.
    """
    wanted = inlines(target)
    if len(wanted) != len(codes):
        return None
    asked = keys(wanted)
    own = dict(zip(keys([one.inline for one in codes]), codes, strict=True))
    partners = own if _same(wanted, codes) else _by_place(keys(inlines(memory)) or asked, own)
    if partners is None or set(asked) != partners.keys():
        return None
    numbers = iter(asked)
    parts = [partners[next(numbers)] if isinstance(part, Inline) else part for part in target]
    return parts if _nested(parts) else None


def _same(wanted: Sequence[Inline], codes: Sequence[Code]) -> bool:
    """Whether both sides name the same codes: they come from the same unit, or have been carried over already."""
    shown = [one.inline for one in codes]
    theirs = {(*key, one.code) for key, one in zip(keys(wanted), wanted, strict=True)}
    return theirs == {(*key, one.code) for key, one in zip(keys(shown), shown, strict=True)}


def _by_place(memory: Sequence[Key], own: Mapping[Key, Code]) -> dict[Key, Code] | None:
    """The n-th code of a role for the n-th of that role; closing codes go with those that open."""
    theirs, ours = _roles(memory), _roles(list(own))
    if theirs is None or ours is None or any(len(theirs[role]) != len(ours[role]) for role in theirs):
        return None
    partners: dict[Key, Code] = {}
    for role, numbers in theirs.items():
        for number, mine in zip(numbers, ours[role], strict=True):
            partners[role, number] = own[role, mine]
            if role == "open":
                partners["close", number] = own["close", mine]
    return partners


def _roles(found: Sequence[Key]) -> dict[str, list[str]] | None:
    """The numbers of codes that open and that stand alone; None where one that opens has no partner."""
    numbers: dict[str, list[str]] = {"open": [], "close": [], "alone": []}
    for role, number in found:
        numbers[role].append(number)
    return numbers if sorted(numbers["open"]) == sorted(numbers.pop("close")) else None


def _nested(parts: Sequence[str | Code]) -> bool:
    """Whether every pair closes inside the pair that it opens in."""
    found = [part.inline for part in parts if not isinstance(part, str)]
    stack: list[str] = []
    for role, number in keys(found):
        if role == "open":
            stack.append(number)
        elif role == "close" and (not stack or stack.pop() != number):
            return False
    return not stack
