"""A small notation for what elements may hold, and the grammar that is read from it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

TEXT_OF_FOREIGN, FOREIGN = "~", "~~"
"""An element of another namespace: with text only, or with the markup of a note too."""
ATTRIBUTE = re.compile(r"((?:xml:)?[\w-]+)(!)?(?::(.+))?")
PLACE = re.compile(r"(?:\(([^)]*)\)|([^\s()?*+]+))([?*+]?)")
FOREIGNERS = frozenset({TEXT_OF_FOREIGN, FOREIGN})


class Kind(Enum):
    """What stands between an element's tags."""

    ELEMENTS = "elements"
    MIXED = "text and elements"
    TEXT = "text"
    EMPTY = "nothing"


@dataclass(frozen=True, slots=True)
class Attribute:
    """What an attribute may say."""

    name: str
    required: bool = False
    datatype: str = ""
    """One of `datatypes.CHECKS`; empty where any text will do."""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Particle:
    """A place among an element's children."""

    names: tuple[str, ...]
    required: bool
    repeats: bool


@dataclass(frozen=True, slots=True)
class Declaration:
    """One element."""

    name: str
    attributes: dict[str, Attribute]
    kind: Kind
    particles: tuple[Particle, ...] = ()
    """Of an element that holds elements: their places, in order."""
    any_order: bool = False
    """Whether the places may come in any order."""
    names: frozenset[str] = frozenset()
    """All elements that may stand in it."""
    datatype: str = ""
    """Of its text."""
    values: tuple[str, ...] = ()
    """Its text is one of these."""


@dataclass(frozen=True, slots=True)
class Grammar:
    """All elements of a dialect."""

    root: str
    namespace: str
    elements: dict[str, Declaration]


def grammar(namespace: str, *notations: str) -> Grammar:
    """
    Read a grammar; what a later notation says of an element stands in the place of what an earlier one said.

    A line is `name | attributes | content`.
    An attribute is `name`, `name!` (required), `name:TYPE` or `name:one|two`.
    Content is `TEXT`, `EMPTY`, `DATE` or another datatype, `=one|two`, `{text and these elements}`,
    or places in order: `name`, `name?`, `name*`, `name+`, `(this that)*`; after `&` in any order.
    `$name = words` stands for words.
    The first element of the first notation is the root; `- names` takes elements out.
    """
    words: dict[str, str] = {}
    lines: dict[str, list[str]] = {}
    for line in (one for notation in notations for one in notation.strip().splitlines() if one.strip()):
        if line.startswith("$"):
            name, _, said = line.partition("=")
            words[name.strip()] = " ".join(said.split())
        elif line.startswith("- "):
            for name in line.split()[1:]:
                del lines[name]
        else:
            parts = [part.strip() for part in line.split(" | ")]
            lines[parts[0]] = parts
    elements = {name: _declaration(parts, words) for name, parts in lines.items()}
    return Grammar(next(iter(elements)), namespace, elements)


def _declaration(parts: list[str], words: dict[str, str]) -> Declaration:
    name, attributes, content = parts
    known = {a.name: a for a in map(_attribute, _spelled_out(attributes, words).split())}
    if content.startswith("{"):
        names = frozenset(_spelled_out(content.strip("{}"), words).split())
        return Declaration(name, known, Kind.MIXED, names=names)
    if content.startswith("="):
        return Declaration(name, known, Kind.TEXT, values=tuple(content[1:].split("|")))
    if content == "EMPTY":
        return Declaration(name, known, Kind.EMPTY)
    if content.isupper():
        return Declaration(name, known, Kind.TEXT, datatype="" if content == "TEXT" else content)
    any_order = content.startswith("&")
    particles = tuple(_particles(_spelled_out(content.lstrip("& "), words)))
    names = frozenset(name for particle in particles for name in particle.names)
    return Declaration(name, known, Kind.ELEMENTS, particles, any_order, names)


def _spelled_out(text: str, words: dict[str, str]) -> str:
    for name in sorted(words, key=len, reverse=True):
        text = text.replace(name, words[name])
    return text


def _attribute(written: str) -> Attribute:
    found = ATTRIBUTE.fullmatch(written)
    if found is None:
        raise ValueError(written)
    name, mark, said = found.groups(default="")
    if "|" in said or said.startswith("="):
        return Attribute(name, bool(mark), "", tuple(said.removeprefix("=").split("|")))
    return Attribute(name, bool(mark), said)


def _particles(text: str) -> Iterator[Particle]:
    for several, one, count in PLACE.findall(text):
        yield Particle(tuple((several or one).split()), count in {"", "+"}, count in {"*", "+"})
