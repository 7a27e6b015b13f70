"""The inside of a TMX segment: text and native code, flat and in reading order."""

from typing import Literal, cast

from termaccord.formats.markup.source import DEEPEST, Source
from termaccord.model import Content, Inline, Severity, say

Code = Literal["bpt", "ept", "ph", "it", "ut"]
Flow = Literal["hi", "sub"]
ROLES: dict[str, Literal["open", "close", "alone"]] = {"bpt": "open", "ept": "close"}
CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})
FLOWS = frozenset({"hi", "sub"})


class InlineReader:
    """Builds the content of the segment that is open; TMX 1.4b, section “Content markup”."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._contents: list[list[str | Inline]] = []
        self._codes: list[dict[str, str]] = []

    def enter(self, tag: str, attributes: dict[str, str], segment: list[str | Inline]) -> None:
        """Open an element inside the segment whose content so far is `segment`."""
        if len(self._contents) > DEEPEST:
            raise self._source.refuse("F004", say("elements are nested deeper than {depth}", depth=DEEPEST))
        around = self._contents[-1] if self._contents else segment
        if tag in FLOWS:
            around.append(Inline("open", cast("Flow", tag), "", tuple(attributes.items())))
        elif tag in CODES:
            inside: list[str | Inline] = []
            self._codes.append(attributes)
            self._contents.append(inside)
            self._source.parser.CharacterDataHandler = inside.append
        else:
            message = say("TMX has no element <{tag}> in a segment; only its text is kept", tag=tag)
            self._source.report_once("F203", message, Severity.ERROR)

    def leave(self, tag: str, segment: list[str | Inline]) -> None:
        """Close the element opened last."""
        inside = self._contents.pop() if tag in CODES else []
        around = self._contents[-1] if self._contents else segment
        if tag in FLOWS:
            around.append(Inline("close", cast("Flow", tag)))
        elif tag in CODES:
            self._source.parser.CharacterDataHandler = around.append
            around.append(code(tag, self._codes.pop(), joined(inside)))


def code(tag: str, attributes: dict[str, str], inside: Content) -> Inline:
    """A native code with what it holds."""
    flows = inside if any(not isinstance(part, str) for part in inside) else ()
    return Inline(
        ROLES.get(tag, "alone"), cast("Code", tag), native(inside), tuple(attributes.items()), flows
    )


def joined(content: list[str | Inline]) -> Content:
    """Neighbouring strings made one, so that equal contents are equal however a parser cut them."""
    parts: list[str | Inline] = []
    for part in content:
        if isinstance(part, str) and parts and isinstance(parts[-1], str):
            parts[-1] += part
        elif part != "":
            parts.append(part)
    return tuple(parts)


def native(inside: Content) -> str:
    """The code outside every ``sub`` flow."""
    depth = 0
    outside: list[str] = []
    for part in inside:
        if isinstance(part, str):
            outside.extend([part] if not depth else [])
        elif part.tag == "sub":
            depth += 1 if part.role == "open" else -1
    return "".join(outside)


ALLOWED: dict[str, frozenset[str]] = {
    "bpt": frozenset({"i", "x", "type"}),
    "ept": frozenset({"i"}),
    "ph": frozenset({"x", "assoc", "type"}),
    "it": frozenset({"pos", "x", "type"}),
    "hi": frozenset({"x", "type"}),
    "ut": frozenset({"x"}),
    "sub": frozenset({"datatype", "type"}),
}


def strict(content: Content, taken: set[str] | None = None) -> Content:
    """
    The content as TMX 1.4 demands it, unchanged where it obeys.

    A ``bpt`` or ``ept`` without its other half in the segment becomes an ``it`` (specification, “Content markup”);
    a pair whose number another pair of the segment has gets a free one;
    a ``hi`` without its end is closed; attributes that the element does not have are dropped.
    `taken` are the numbers of the pairs before it in the segment that it is a flow of.
    """
    taken = set() if taken is None else taken
    numbers = _numbers(content, taken)
    parts: list[str | Inline] = []
    open_flows = 0
    for at, part in enumerate(content):
        if isinstance(part, str):
            parts.append(part)
        elif part.tag == "hi" and part.role == "close":
            parts.extend([Inline("close", "hi")] if open_flows else [])
            open_flows = max(0, open_flows - 1)
        elif part.tag == "hi":
            parts.append(obedient(part, taken))
            open_flows += 1
        elif part.tag in ROLES:
            half = _numbered(part, numbers[at]) if at in numbers else unpaired(part)
            parts.append(obedient(half, taken))
        elif part.tag != "sub":  # a bare sub has no place in a segment; its text stays
            parts.append(obedient(part, taken))
    return joined(parts) + (Inline("close", "hi"),) * open_flows


def _numbers(content: Content, taken: set[str]) -> dict[int, str]:
    """The number of each half of a pair by its place; halves that stand alone are not in it."""
    begun: dict[str | None, list[int]] = {}
    pairs: list[tuple[int, int]] = []
    for at, part in enumerate(content):
        if isinstance(part, str) or part.tag not in ROLES:
            continue
        if part.tag == "bpt":
            begun.setdefault(number(part), []).append(at)
        elif begun.get(number(part)):
            pairs.append((begun[number(part)].pop(), at))
    numbers: dict[int, str] = {}
    for first, last in sorted(pairs):
        half = content[first]
        own = number(half) if isinstance(half, Inline) else None
        numbers[first] = numbers[last] = own if own is not None and own not in taken else _free(taken)
        taken.add(numbers[first])
    return numbers


def _free(taken: set[str]) -> str:
    """The first number that no pair has."""
    return next(str(n) for n in range(1, len(taken) + 2) if str(n) not in taken)


def _numbered(half: Inline, its: str) -> Inline:
    if number(half) == its:
        return half
    kept = tuple(pair for pair in half.attributes if pair[0] != "i")
    return Inline(half.role, half.tag, half.code, (("i", its), *kept), half.inside)


def number(part: Inline) -> str | None:
    return next((value for name, value in part.attributes if name == "i"), None)


def unpaired(part: Inline) -> Inline:
    """The ``it`` for half a pair."""
    position = ("pos", "begin" if part.tag == "bpt" else "end")
    kept = tuple(p for p in part.attributes if p[0] in {"x", "type"})
    return Inline("alone", "it", part.code, (position, *kept), part.inside)


def obedient(part: Inline, taken: set[str]) -> Inline:
    """The inline with its own attributes only, and with content that obeys too."""
    attributes = tuple(p for p in part.attributes if p[0] in ALLOWED[part.tag])
    if part.tag == "it" and dict(attributes).get("pos") not in {"begin", "end"}:
        kept = tuple(p for p in attributes if p[0] != "pos")
        return Inline("alone", "ph", part.code, kept, inner(part.inside, taken))
    return Inline(part.role, part.tag, part.code, attributes, inner(part.inside, taken))


def inner(inside: Content, taken: set[str]) -> Content:
    """The content of a code element: code, and flows that each obey like a segment."""
    parts: list[str | Inline] = []
    flow: list[str | Inline] | None = None
    depth = 0
    for part in inside:
        if isinstance(part, Inline) and part.tag == "sub":
            depth += 1 if part.role == "open" else -1
            if part.role == "open" and depth == 1:
                parts.append(obedient(part, taken))
                flow = []
            elif depth == 0 and flow is not None:
                parts += [*strict(tuple(flow), taken), part]
                flow = None
            depth = max(0, depth)
        elif flow is not None:
            flow.append(part)
        else:  # code in code is code
            parts.append(part if isinstance(part, str) else part.code)
    return (
        joined(parts)
        if flow is None
        else (*joined(parts), *strict(tuple(flow), taken), Inline("close", "sub"))
    )
