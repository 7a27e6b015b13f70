"""
JSON files of strings: i18next and its like, WebExtensions' ``messages.json``, ARB of Flutter.

Sources: i18next, “JSON Format v4” (plural forms by suffix); MDN, “Internationalization” of WebExtensions;
“Application Resource Bundle Specification”.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from termaccord.formats.localisation.languages import tag
from termaccord.formats.localisation.plurals import CATEGORIES
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Change, RefusedError, Stretch
from termaccord.formats.reading import Reading
from termaccord.formats.strings import tokens
from termaccord.formats.strings.entries import (
    HERE,
    Addition,
    Entry,
    Lines,
    Neighbours,
    StringFile,
    encodable,
    verbatim,
    woven,
)
from termaccord.formats.strings.tokens import Member
from termaccord.model import Span, say


def parse(data: bytes, name: str) -> Reading[StringFile | None]:
    """Every value that is text, by the keys that lead to it, in the order of the file."""
    read = tokens.opened(data, name)
    if read.value is None:
        return Reading(None, read.findings)
    source, top = read.value
    code = coding(data, source)
    if code is None or top.kind != "{":
        return Reading(None, read.findings)
    reader = _Reader(source, top, PurePosixPath(name).suffix.lower() == ".arb")
    entries = tuple(reader.entries())
    write = JsonWriter(code)
    adder = _Adder(source, top, entries, reader.messages)
    file = StringFile(
        source,
        code,
        entries,
        write,
        lambda text: write(text, HERE),
        adder.add,
        reader.language(),
        read.findings,
    )
    return Reading(file, read.findings)


class JsonWriter:
    """How text is written between the quotes of JSON."""

    def __init__(self, code: Coding) -> None:
        self._code = code

    def __call__(self, text: str, _: Stretch) -> str:
        return encodable(json.dumps(text, ensure_ascii=False)[1:-1], self._code)


def entry(source: str, lines: Lines, member: Member, key: str, whole: Span, **more: object) -> Entry:
    """What a member says that is a text."""
    value = Span(member.span.start + 1, member.span.end - 1)
    text, stretches = woven(*verbatim(source, value), tokens.pieces(value.of(source)))
    return Entry(key, text, stretches, value, whole, lines.line(value.start), path=member.path, **more)  # type: ignore[arg-type]


class _Reader:
    def __init__(self, source: str, top: Member, bundle: bool) -> None:
        self._source = source
        self._top = top
        self._bundle = bundle
        self._lines = Lines(source)
        self.messages = (
            not bundle and bool(top.members) and all(one.at("message") for one in top.members.values())
        )
        """Whether each string stands in an object with its description, as WebExtensions have them."""

    def language(self) -> str:
        named = self._top.at("@@locale")
        return tag(tokens.meant(named.span.of(self._source)[1:-1])) if self._bundle and named else ""

    def entries(self) -> Iterator[Entry]:
        if self.messages:
            for one in self._top.members.values():
                yield from self._message(one)
            return
        seen = {member.path for member in self._top.below()}
        for member in self._top.below():
            if member.kind != '"' or (self._bundle and member.path[0].startswith("@")):
                continue
            path, form = _formed(member.path, seen)
            note = self._told(self._top.at(f"@{member.path[0]}")) if self._bundle else ""
            found = self._entry(member, ".".join(path), form, note)
            yield replace(found, listed=True) if self._listed(member) else found

    def _listed(self, member: Member) -> bool:
        parents = (self._top.at(*member.path[:length]) for length in range(len(member.path)))
        return any(parent is not None and parent.kind == "[" for parent in parents)

    def _message(self, one: Member) -> Iterator[Entry]:
        message = one.at("message")
        if message is not None and message.kind == '"':
            yield self._entry(message, one.path[0], "", self._told(one))

    def _told(self, one: Member | None) -> str:
        said = one.at("description") if one else None
        return tokens.meant(said.span.of(self._source)[1:-1]) if said and said.kind == '"' else ""

    def _entry(self, member: Member, key: str, form: str, note: str) -> Entry:
        whole = Span(member.start, member.span.end)
        return entry(self._source, self._lines, member, key, whole, form=form, note=note)


def _formed(path: tuple[str, ...], seen: set[tuple[str, ...]]) -> tuple[tuple[str, ...], str]:
    """The path without the plural form in it, and that form."""
    *above, last = path
    base, _, form = last.rpartition("_")
    if base and form in CATEGORIES and (*above, f"{base}_other") in seen:
        return (*above, base), form
    if above and last in CATEGORIES and (*above, "other") in seen:
        return tuple(above), last
    return path, ""


@dataclass(frozen=True, slots=True)
class _Adder:
    source: str
    top: Member
    entries: tuple[Entry, ...]
    messages: bool

    def add(self, wanted: Sequence[Addition], order: Sequence[str]) -> list[Change]:
        groups: dict[tuple[str, ...], list[tuple[tuple[str, ...], Addition]]] = {}
        places = {identifier: place for place, identifier in enumerate(order)}
        for one in sorted(wanted, key=lambda one: places[one.identifier]):
            path = self._path(one)
            groups.setdefault(self._held(path), []).append((path, one))
        changes: dict[int, tuple[Span, str]] = {}
        for held, group in groups.items():
            into = self.top.at(*held) or self.top
            for after, members in self._runs(into, group, order):
                span, written = tokens.inserted(self.source, into, after, members)
                changes[span.start] = (
                    span,
                    changes[span.start][1] + written if span.start in changes else written,
                )
        return [changes[at] for at in sorted(changes)]

    def _path(self, one: Addition) -> tuple[str, ...]:
        path = one.model.path
        if not one.form or one.form == one.model.form:
            return path
        last = path[-1].removesuffix(one.model.form) + one.form
        return (*path[:-1], last)

    def _held(self, path: tuple[str, ...]) -> tuple[str, ...]:
        """The longest beginning of a path that is an object of the file."""
        for length in range(len(path) - 1, -1, -1):
            found = self.top.at(*path[:length])
            if found is not None and found.kind == "{":
                return path[:length]
            if found is not None:
                break
        raise RefusedError(say("“{unit}” has no place in the file; add it by hand", unit=".".join(path)))

    def _runs(
        self, into: Member, group: Sequence[tuple[tuple[str, ...], Addition]], order: Sequence[str]
    ) -> Iterator[tuple[Member | None, list[str]]]:
        """Members as they are written, those together that come behind the same one."""
        depth = len(into.path)
        trees: dict[str, list[tuple[tuple[str, ...], Addition]]] = {}
        for path, one in group:
            trees.setdefault(path[depth], []).append((path, one))
        runs: dict[str, list[str]] = {}
        neighbours = Neighbours(self._in(into), order)
        for name, inside in trees.items():
            near = neighbours.before(inside[0][1].identifier)
            after = near.path[depth] if near else ""
            runs.setdefault(after, []).append(f"{_quoted(name)}: {self._value(inside, depth + 1)}")
        for after, members in runs.items():
            yield into.at(after) if after else None, members

    def _in(self, into: Member) -> list[Entry]:
        depth = len(into.path)
        return [one for one in self.entries if one.path[:depth] == into.path]

    def _value(self, inside: Sequence[tuple[tuple[str, ...], Addition]], depth: int) -> str:
        """A value that is new with all that is in it, on one line."""
        if len(inside) == 1 and len(inside[0][0]) == depth:
            return f'"{inside[0][1].raw}"'
        names = list(dict.fromkeys(path[depth] for path, _ in inside))
        parts = [
            f"{_quoted(name)}: {self._value([one for one in inside if one[0][depth] == name], depth + 1)}"
            for name in names
        ]
        return f"{{{', '.join(parts)}}}"


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)
