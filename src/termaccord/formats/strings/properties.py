"""
Java's resource bundles: ``messages.properties`` and its translations ``messages_ru.properties``.

Syntax: the documentation of ``java.util.Properties.load``.
Encoding: UTF-8, and where that fails ISO 8859-1, as ``PropertyResourceBundle`` of Java 9 and later reads them (JEP 226).
"""

import re
from collections.abc import Iterator

from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Stretch
from termaccord.formats.reading import Reading
from termaccord.formats.strings.entries import (
    UTF16,
    Addition,
    Entry,
    Lines,
    StringFile,
    character,
    encodable,
    verbatim,
    woven,
)
from termaccord.formats.strings.lines import LineAdder
from termaccord.model import Span

_ENTRY = re.compile(
    r"""[ \t\f]*(?:
        (?P<comment>[#!][^\r\n]*)
      | (?P<key>(?:[^\\\s=:]|\\(?:\r\n|[\s\S]))+)
        (?P<separator>[ \t\f]*[=:]?(?:[ \t\f]|\\(?:\r\n|\r|\n))*)
        (?P<value>(?:[^\\\r\n]|\\(?:\r\n|[\s\S]|$))*)
    )?(?:\r\n|\r|\n|$)""",
    re.VERBOSE,
)
_PIECE = re.compile(UTF16 + r"|\\(?:(?:\r\n|\r|\n)[ \t\f]*|[\s\S]|$)|[^\\]+")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}
_WRITTEN = (("\\", "\\\\"), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r"), ("\f", "\\f"))
_ESCAPED = re.compile(r"\\u[0-9a-fA-F]{4}")


def parse(data: bytes, name: str) -> Reading[StringFile | None]:  # noqa: ARG001  # one shape for all formats
    """Keys and values in the order of the file; the comment above an entry is its note."""
    source, code = _decoded(data)
    entries = tuple(_entries(source))
    ascii_only = source.isascii() and (_ESCAPED.search(source) is not None or code.encoding != "utf-8")
    ascii_only |= code.encoding == "iso8859-1"

    def part(text: str, _: Stretch) -> str:
        for sign, escape in _WRITTEN:
            text = text.replace(sign, escape)
        return _numbered(text) if ascii_only else encodable(text, code)

    def whole(text: str) -> str:
        written = part(text, Stretch(Span(0, 0), Span(0, 0)))
        return f"\\{written}" if text.startswith(" ") else written

    separator = next(_separators(source), "=")
    adder = LineAdder(source, entries, lambda one: _line(one, separator))
    return Reading(StringFile(source, code, entries, part, whole, adder.add))


def _decoded(data: bytes) -> tuple[str, Coding]:
    try:
        source = data.decode("utf-8").removeprefix("\ufeff")
        code = coding(data, source, ("utf-8",))
    except UnicodeDecodeError:
        code = None
    return (source, code) if code else (data.decode("iso8859-1"), Coding(b"", "iso8859-1"))


def _entries(source: str) -> Iterator[Entry]:
    lines = Lines(source)
    at, note = 0, ""
    while at < len(source):
        found = _ENTRY.match(source, at)
        if found is None or found.end() == at:
            break
        at = found.end()
        if found["comment"]:
            note = f"{note}\n{found['comment'][1:].strip()}".strip()
        elif found["key"] is None:
            note = ""
        else:
            value = Span(*found.span("value"))
            text, stretches = woven(*verbatim(source, value), _pieces(value.of(source)))
            whole = Span(found.start("key"), value.end)
            yield Entry(_key(found["key"]), text, stretches, value, whole, lines.line(value.start), note=note)
            note = ""


def _key(written: str) -> str:
    return "".join([written[a:b] if meant is None else meant for a, b, meant in _pieces(written)])


def _pieces(written: str) -> Iterator[tuple[int, int, str | None]]:
    for piece in _PIECE.finditer(written):
        sign = piece[0]
        if not sign.startswith("\\"):
            yield *piece.span(), None
        elif sign[1:2] in {"\r", "\n", ""}:
            yield *piece.span(), ""
        elif len(sign) > 5:
            yield *piece.span(), character(sign)
        else:
            yield *piece.span(), _MEANT.get(sign[1], sign[1])


def _separators(source: str) -> Iterator[str]:
    at = 0
    while at < len(source) and (found := _ENTRY.match(source, at)) and found.end() > at:
        at = found.end()
        if found["key"] and "\\" not in found["separator"]:
            yield found["separator"]


def _line(one: Addition, separator: str) -> str:
    key = one.model.key
    for sign, escape in _WRITTEN:
        key = key.replace(sign, escape)
    key = re.sub(r"[ =:#!]", r"\\\g<0>", key)
    return f"{key}{separator}{one.raw}"


def _numbered(text: str) -> str:
    """Every character beyond ASCII by the numbers of its UTF-16 units."""
    units = text.encode("utf-16-be", "surrogatepass")
    codes = [int.from_bytes(units[n : n + 2]) for n in range(0, len(units), 2)]
    return "".join([chr(code) if code < 0x80 else f"\\u{code:04X}" for code in codes])
