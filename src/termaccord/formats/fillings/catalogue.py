"""Xcode's string catalogues: translations with their state."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from termaccord.formats.addresses import addressed
from termaccord.formats.fillings.codes import inlines, native, text
from termaccord.formats.fillings.fills import Fill, Made, Standing, closed_by_state
from termaccord.formats.localisation.unit import BilingualUnit
from termaccord.formats.patches.layout import Change, spliced
from termaccord.formats.strings import catalogue, tokens
from termaccord.formats.strings.catalogue import Catalogue, Leaf
from termaccord.formats.strings.entries import encodable, newline
from termaccord.formats.strings.tokens import Member
from termaccord.model import Message

_STATES = {Standing.TRANSLATED: "translated", Standing.REVIEW: "needs_review", Standing.FUZZY: "needs_review"}
Tree = dict[str, "Tree | str"]


class StringCatalogue:
    """An opened catalogue."""

    def __init__(self, opened: Catalogue) -> None:
        named = addressed(unit.unit for unit in opened.units)
        self.units: Sequence[BilingualUnit] = [
            replace(unit, unit=one) for unit, one in zip(opened.units, named, strict=True)
        ]
        self._opened = opened
        self._leaves = {unit.unit.id: leaf for unit, leaf in zip(self.units, opened.leaves, strict=True)}

    def closed(self, unit: BilingualUnit, *, overwrite: bool) -> Message | None:
        """Why nothing may be put into a unit; None where it may."""
        return closed_by_state(unit, overwrite=overwrite)

    def refused(self, _: Fill) -> Message | None:
        """Every translation can be put in, with its state."""
        return None

    def group(self, unit: BilingualUnit) -> object:
        """Plural forms are filled together."""
        leaf = self._leaves[unit.unit.id]
        return (leaf.key, leaf.language, leaf.way[:-1]) if unit.form is not None else unit.unit.id

    def rebuilt(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes."""
        return self._opened.code.encode(spliced(self._opened.source, changes))

    def written(self, fills: Mapping[str, Fill], language: str) -> tuple[list[Change], list[Made]]:  # noqa: ARG002  # the file names them
        """The changes that put translations in, in the order of the file."""
        changes: list[Change] = []
        made: list[Made] = []
        new: dict[tuple[str, ...], Tree] = {}
        for unit in self.units:
            if unit.unit.id not in fills:
                continue
            leaf = self._leaves[unit.unit.id]
            one = _made(fills[unit.unit.id], unit)
            encodable(one.text, self._opened.code)
            made.append(one)
            if leaf.target is not None:
                changes.append((leaf.target.value, _string(one.text)[1:-1]))
                if leaf.state is not None:
                    changes.append((leaf.state.span, _string(_STATES[one.standing])))
            else:
                self._plant(new, leaf, {"state": _STATES[one.standing], "value": one.text})
        changes += [self._inserted(path, tree) for path, tree in new.items()]
        return sorted(changes, key=lambda change: change[0]), made

    def _plant(self, new: dict[tuple[str, ...], Tree], leaf: Leaf, words: Tree) -> None:
        """Put a text into the trees that are to be put into objects of the file."""
        path = ("strings", leaf.key, "localizations", leaf.language, *leaf.way, "stringUnit")
        depth = len(path) - 1
        while self._opened.top.at(*path[:depth]) is None:
            depth -= 1
        tree = new.setdefault(path[:depth], {})
        for name in path[depth:-1]:
            below = tree.setdefault(name, {})
            tree = below if isinstance(below, dict) else {}
        tree[path[-1]] = words

    def _inserted(self, path: tuple[str, ...], tree: Tree) -> Change:
        into = self._opened.top.at(*path)
        if into is None:
            raise AssertionError(path)  # it was found before
        source = self._opened.source
        colon = " : " if '" : ' in source else ": "
        step = "  "
        line = source[source.rfind("\n", 0, into.start) + 1 : into.start]
        margin = newline(source) + line[: len(line) - len(line.lstrip())] + step
        written = [f"{_string(name)}{colon}{_pretty(value, margin, colon)}" for name, value in tree.items()]
        return tokens.inserted(source, into, _before(into, next(iter(tree))), written)


def _before(into: Member, name: str) -> Member | None:
    """Xcode keeps the members of an object in the order of their names."""
    smaller = [member for held, member in into.members.items() if held < name]
    return smaller[-1] if smaller else None


def _pretty(value: Tree | str, margin: str, colon: str) -> str:
    if isinstance(value, str):
        return _string(value)
    inside = margin + "  "
    members = [f"{inside}{_string(name)}{colon}{_pretty(one, inside, colon)}" for name, one in value.items()]
    return f"{{{','.join(members)}{margin}}}"


def _string(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _made(fill: Fill, unit: BilingualUnit) -> Made:
    """A translation as a catalogue holds it: its markup is text."""
    coded = native(fill.source) == unit.unit.variants[0].text
    bare = bool(inlines(fill.target)) and not coded
    words = native(fill.target) if coded else text(fill.target)
    return Made(fill, words, Standing.FUZZY if bare else fill.standing, bare)


def opened(data: bytes, name: str) -> StringCatalogue | None:
    """Open a catalogue; None where it cannot be read whole."""
    reading = catalogue.opened(data, name)
    return StringCatalogue(reading.value) if reading.value else None
