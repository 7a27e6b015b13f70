"""JSON with the place of every member (RFC 8259)."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from termaccord.formats.reading import Reading
from termaccord.formats.strings.entries import UTF16, character, newline
from termaccord.formats.visible.decoding import decode
from termaccord.model import Finding, Place, Severity, Span, say

_TOKEN = re.compile(
    r"""[\s]+ | (?P<string>"(?:[^"\\\x00-\x1f]|\\.)*") | (?P<mark>[{}\[\]:,]) | (?P<other>[-+.\w]+)""",
    re.VERBOSE,
)
_PIECE = re.compile(UTF16 + r"|\\.|[^\\]+")
DEEPEST = 200


@dataclass(slots=True)
class Member:
    """A value with its place; of an object or a list, all that is in it."""

    path: tuple[str, ...]
    """The keys and indexes that lead to it."""
    span: Span
    """As it is written, quotes and brackets included."""
    start: int
    """Where its key begins, else it itself."""
    kind: str
    """`{`, `[`, `"` or empty for numbers and the like."""
    members: dict[str, "Member"] = field(default_factory=dict)
    """By key or index; of a key that stands twice the last, as every reader of JSON has it."""

    def at(self, *path: str) -> "Member | None":
        """The member that a path leads to."""
        found: Member | None = self
        for name in path:
            if found is None:
                return None
            found = found.members.get(name)
        return found

    def below(self) -> Iterator["Member"]:
        """Everything in it that has no members, in order."""
        for one in self.members.values():
            if one.kind in {"{", "["}:
                yield from one.below()
            else:
                yield one


def opened(data: bytes, name: str) -> Reading[tuple[str, Member] | None]:
    """A JSON file's text and its outermost value; None where it is no JSON, with an error that says where."""
    decoded = decode(data, name)
    try:
        return Reading((decoded.value, tree(decoded.value)), decoded.findings)
    except ValueError as error:
        line = getattr(error, "lineno", 1)
        message = say("{file} is no JSON from line {line} on; mend it there", file=name, line=line)
        broken = Finding("F129", message, Place(name, line=line), Severity.ERROR)
        return Reading(None, decoded.findings or (broken,))


def tree(source: str) -> Member:
    """
    The outermost value of a JSON text.

    Raises
    ------
    ValueError
        When it is no JSON, or nested too deeply.

    """
    try:
        json.loads(source)
    except RecursionError as error:
        raise ValueError from error
    return _Reader(source).read()


class _Reader:
    def __init__(self, source: str) -> None:
        self._source = source
        self._tokens = iter([found for found in _TOKEN.finditer(source) if found.lastgroup is not None])

    def read(self) -> Member:
        return self._value(next(self._tokens), (), None)

    def _value(self, token: re.Match[str], path: tuple[str, ...], start: int | None) -> Member:
        kind = token[0][0] if token[0][0] in '{["' else ""
        member = Member(path, Span(*token.span()), token.start() if start is None else start, kind)
        if len(path) > DEEPEST:
            raise ValueError
        if kind == "{":
            end = self._object(member)
        elif kind == "[":
            end = self._list(member)
        else:
            return member
        member.span = Span(token.start(), end)
        return member

    def _object(self, member: Member) -> int:
        for token in self._tokens:
            if token[0] == "}":
                return token.end()
            if token[0] != ",":
                next(self._tokens)  # the colon
                name = meant(token[0][1:-1])
                member.members[name] = self._value(next(self._tokens), (*member.path, name), token.start())
        raise ValueError

    def _list(self, member: Member) -> int:
        for token in self._tokens:
            if token[0] == "]":
                return token.end()
            if token[0] != ",":
                name = str(len(member.members))
                member.members[name] = self._value(token, (*member.path, name), None)
        raise ValueError


def pieces(written: str) -> Iterator[tuple[int, int, str | None]]:
    """The escapes between two quotes: start, end, and what a reader sees there (None: word for word)."""
    for piece in _PIECE.finditer(written):
        sign = piece[0]
        yield *piece.span(), _meant(sign) if sign.startswith("\\") else None


def _meant(escape: str) -> str:
    return character(escape) if len(escape) > 2 else str(json.loads(f'"{escape}"'))


def meant(written: str) -> str:
    """What stands between two quotes."""
    return "".join([written[a:b] if shown is None else shown for a, b, shown in pieces(written)])


def inserted(source: str, into: Member, after: Member | None, written: Sequence[str]) -> tuple[Span, str]:
    """
    The change that puts members into an object.

    Parameters
    ----------
    source
        The whole text.
    into
        The object.
    after
        The member that they come behind; None: before all others.
    written
        Each member as it is written, key and value.

    """
    margin = _margin(source, into)
    joined = "".join([f",{margin}{one}" for one in written])
    if after is not None:
        return Span(after.span.end, after.span.end), joined
    if into.members:
        at = next(iter(into.members.values())).start
        return Span(at, at), "".join([f"{one},{margin}" for one in written])
    last = source.rfind("\n", 0, into.span.start) + 1
    base = re.match(r"[ \t]*", source[last:])
    closing = newline(source) + (base[0] if base else "")
    return Span(into.span.start + 1, into.span.end - 1), joined[1:] + closing


def _margin(source: str, into: Member) -> str:
    """The white space before each member of an object."""
    if into.members:
        before = source[: next(iter(into.members.values())).start]
        return before[len(before.rstrip(" \t\r\n")) :]
    line = source[source.rfind("\n", 0, into.span.start) + 1 : into.span.start]
    base = line[: len(line) - len(line.lstrip())]
    return f"{newline(source)}{base}  "
