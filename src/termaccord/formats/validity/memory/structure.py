"""Elements and attributes of a TMX file, held against the document types of every version at once."""

from dataclasses import dataclass

from termaccord.formats.validity.memory.grammar import (
    ELEMENTS,
    EVERY,
    LANGUAGE_FORM,
    NEWEST,
    OMEGAT,
    ORDERS,
    TABLE,
    VALUES,
    VERSIONS,
)
from termaccord.formats.validity.memory.ledger import Ledger
from termaccord.model import Message, say

Broken = tuple[frozenset[str], str, Message]
"""The grammars that something breaks, the code and the sentence."""


@dataclass(slots=True)
class Frame:
    """An open element."""

    tag: str
    line: int
    step: int = 0
    """Which step of its order its children have come to."""
    count: int = 0
    """How many children that step has."""
    stray: bool = False
    """Whether text has been found where none may stand."""


class Structure:
    """The open elements of a file, each judged as it opens and closes."""

    def __init__(self, ledger: Ledger) -> None:
        self.frames: list[Frame] = []
        self._ledger = ledger
        self._unknown = 0
        self._known: dict[tuple[str, ...], tuple[Broken, ...]] = {}

    @property
    def strange(self) -> bool:
        """Whether an element is open that TMX does not have; nothing in it is judged."""
        return self._unknown > 0

    @property
    def elements_only(self) -> bool:
        """Whether the open element may hold no text."""
        return not self._unknown and bool(self.frames) and self.frames[-1].tag in ORDERS

    def open(self, tag: str, attributes: dict[str, str], line: int) -> bool:
        """Judge a start tag; answers whether TMX has such an element."""
        if self._unknown:
            self._unknown += 1
            return False
        parent = self.frames[-1].tag if self.frames else ""
        key = (parent, tag, *attributes)
        broken = self._known.get(key)
        if broken is None:
            broken = self._known[key] = tuple(_judged(parent, tag, tuple(attributes)))
        for grammars, code, message in broken:
            self._ledger.broken(grammars, code, message, line)
        if tag not in ELEMENTS:
            self._unknown = 1
            return False
        if parent in ORDERS:
            self._placed(self.frames[-1], tag, line)
        self._values(tag, attributes, line)
        self.frames.append(Frame(tag, line))
        return True

    def close(self, line: int) -> None:
        """Judge an end tag."""
        if self._unknown:
            self._unknown -= 1
            return
        frame = self.frames.pop()
        order = ORDERS.get(frame.tag)
        if order is not None:
            self._missing(frame, len(order), line)

    def text(self, line: int) -> None:
        """Text that is more than white space has been found in the open element, or anything in one that is empty."""
        frame = self.frames[-1]
        if frame.stray:
            return
        frame.stray = True
        message = say(
            "text stands in <{tag}>, which holds elements only; put it into a <seg>, <note> or <prop>, or take it out",
            tag=frame.tag,
        )
        self._ledger.broken(EVERY, "F246", message, line)

    def root(self, attributes: dict[str, str], line: int) -> None:
        """Which version the file is held against, by the attribute of its root."""
        version = attributes.get("version")
        ledger = self._ledger
        ledger.grammar = version if version in VERSIONS else NEWEST
        if version is None:
            ledger.satisfied -= {"1.1", "1.2", OMEGAT["1.1"]}
            ledger.error("F247", say('<tmx> names no version; write version="{newest}"', newest=NEWEST), line)
            return
        wrong = frozenset({"1.3", NEWEST, OMEGAT[NEWEST]} - {version, OMEGAT.get(version, "")})
        ledger.satisfied -= wrong
        if not version.startswith("1.1"):
            ledger.satisfied.discard(OMEGAT["1.1"])
        if version not in VERSIONS:
            message = say(
                'TMX has no version “{version}”, and OmegaT 6.1 refuses the file; write version="{newest}"',
                version=version,
                newest=NEWEST,
            )
            ledger.error("F247", message, line)

    def _placed(self, frame: Frame, tag: str, line: int) -> None:
        """Whether a child stands where the order of its parent has it."""
        order = ORDERS[frame.tag]
        at = next((n for n in range(frame.step, len(order)) if tag in order[n].names), None)
        if at is None:
            if any(tag in step.names for step in order[: frame.step]):
                message = say(
                    "<{tag}> stands too late in <{parent}>; move it before <{later}>",
                    tag=tag,
                    parent=frame.tag,
                    later=_first(order[frame.step].names),
                )
                self._ledger.broken(EVERY, "F241", message, line)
            return
        if at > frame.step:
            self._missing(frame, at, line)
            frame.step, frame.count = at, 0
        frame.count += 1
        if order[at].most == frame.count - 1:
            message = say(
                "<{parent}> has a second <{tag}>; only one may stand there", parent=frame.tag, tag=tag
            )
            self._ledger.broken(EVERY, "F241", message, line)

    def _missing(self, frame: Frame, until: int, line: int) -> None:
        """Children that should have come before step `until`."""
        order = ORDERS[frame.tag]
        for n in range(frame.step, until):
            if order[n].least > (frame.count if n == frame.step else 0):
                child = _first(order[n].names)
                message = say(
                    "<{parent}> lacks <{tag}>; add it, or take the whole <{parent}> out",
                    parent=frame.tag,
                    tag=child,
                )
                self._ledger.broken(EVERY, "F242", message, frame.line if until == len(order) else line)

    def _values(self, tag: str, attributes: dict[str, str], line: int) -> None:
        for name, value in attributes.items():
            if (tag, name) in VALUES and value not in VALUES[tag, name]:
                message = say(
                    '{name}="{value}" of <{tag}> is none of the values that TMX has: {values}',
                    name=name,
                    value=value,
                    tag=tag,
                    values=", ".join(VALUES[tag, name]),
                )
                self._ledger.broken(EVERY, "F245", message, line)
            elif name == "xml:lang" and not LANGUAGE_FORM.fullmatch(value):
                self._ledger.satisfied.discard(OMEGAT[NEWEST])


def _first(names: frozenset[str]) -> str:
    return min(names)


def _judged(parent: str, tag: str, attributes: tuple[str, ...]) -> list[Broken]:
    """What the place and the attributes of an element break, in each grammar."""
    if tag not in ELEMENTS:
        message = say("TMX has no element <{tag}>; take it out, or make a <prop> of what it says", tag=tag)
        return [(EVERY, "F240", message)]
    found: list[Broken] = []
    elsewhere = frozenset(
        name for name, grammar in TABLE.items() if parent and tag not in grammar.inside(parent)
    )
    if elsewhere:
        found.append((elsewhere, "F240", _misplaced(parent, tag)))
    for name in attributes:
        strange = frozenset(g.name for g in TABLE.values() if tag in g.elements and not g.takes(name, tag))
        if strange:
            found.append((strange, "F244", _strange(tag, name)))
    for name in sorted({name for grammar in TABLE.values() for name in grammar.required.get(tag, ())}):
        lacking = frozenset(g.name for g in TABLE.values() if name in g.required.get(tag, ()))
        if name not in attributes:
            message = say("<{tag}> lacks the attribute {name}; add it", tag=tag, name=name)
            found.append((lacking, "F243", message))
    return found


def _misplaced(parent: str, tag: str) -> Message:
    if parent in ORDERS:
        return say("<{tag}> may not stand in <{parent}>; move it or take it out", tag=tag, parent=parent)
    return say(
        "<{tag}> may not stand in <{parent}> in this version of TMX; take it out, or keep only its text",
        tag=tag,
        parent=parent,
    )


def _strange(tag: str, name: str) -> Message:
    if name == "lang":
        return say("<{tag}> has the attribute lang of older versions; write xml:lang", tag=tag)
    if name.startswith("xmlns"):
        return say("<{tag}> declares a namespace, and TMX has none; take {name} out", tag=tag, name=name)
    return say(
        "<{tag}> has no attribute {name}, and OmegaT 6.1 refuses the file for it; make a <prop> of it or take it out",
        tag=tag,
        name=name,
    )
