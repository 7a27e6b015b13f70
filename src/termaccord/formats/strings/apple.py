"""
Apple's string tables: ``en.lproj/NAME.strings`` and their translations in ``ru.lproj``.

Syntax: Apple's “Resource Programming Guide”, “String Resources”.
"""

import re
from collections.abc import Iterator

from termaccord.formats.patches.coding import coding
from termaccord.formats.patches.layout import Stretch
from termaccord.formats.reading import Reading
from termaccord.formats.strings.entries import (
    HERE,
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
from termaccord.formats.visible.decoding import decode
from termaccord.model import Finding, Place, Severity, Span, say

_QUOTED = r'"(?:[^"\\]|\\[\s\S])*+"'
_COMMENT = r"/\*(?:[^*]|\*(?!/))*+\*/|//[^\r\n]*+"
_GAP = rf"(?:\s|{_COMMENT})*+"
_TOKEN = re.compile(
    rf"""(?P<space>\s+)
      | (?P<comment>{_COMMENT})
      | (?P<key>{_QUOTED}|[\w.$/:-]+){_GAP}={_GAP}(?P<value>{_QUOTED}|[\w.$/:-]+){_GAP};""",
    re.VERBOSE,
)
_PIECE = re.compile(UTF16 + r"|\\(?:[0-7]{1,3}|[\s\S])|[^\\]+")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"), ("\r", "\\r"))


def parse(data: bytes, name: str) -> Reading[StringFile | None]:
    """Keys and values in the order of the file; the comment before an entry is its note."""
    decoded = decode(data, name)
    source = decoded.value
    code = coding(data, source)
    if code is None:
        return Reading(None, decoded.findings)
    entries, broken = _entries(source)
    if broken is not None:
        line = Lines(source).line(broken)
        message = say(
            "{file} breaks off in line {line}, where a key, “=”, a value and “;” should stand; mend the quotes",
            file=name,
            line=line,
        )
        return Reading(
            None, (*decoded.findings, Finding("F128", message, Place(name, line=line), Severity.ERROR))
        )

    def part(text: str, _: Stretch) -> str:
        for sign, escape in _WRITTEN:
            text = text.replace(sign, escape)
        return encodable(text, code)

    adder = LineAdder(source, entries, _line)
    return Reading(
        StringFile(source, code, entries, part, lambda text: part(text, HERE), adder.add), decoded.findings
    )


def _entries(source: str) -> tuple[tuple[Entry, ...], int | None]:
    """The entries, and where one that cannot be read begins."""
    lines = Lines(source)
    found: list[Entry] = []
    at, note = 0, ""
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            return tuple(found), at
        at = token.end()
        if token["comment"]:
            note = token["comment"].strip("/* \t\r\n")
        elif token["key"]:
            found.append(_entry(source, token, lines, note))
            note = ""
    return tuple(found), None


def _entry(source: str, token: re.Match[str], lines: Lines, note: str) -> Entry:
    start, end = token.span("value")
    quoted = source[start] == '"'
    value = Span(start + quoted, end - quoted)
    text, stretches = woven(*verbatim(source, value), _pieces(value.of(source)))
    key = token["key"][1:-1] if token["key"].startswith('"') else token["key"]
    meant = "".join([key[a:b] if shown is None else shown for a, b, shown in _pieces(key)])
    return Entry(meant, text, stretches, value, Span(*token.span()), lines.line(start), note=note)


def _pieces(written: str) -> Iterator[tuple[int, int, str | None]]:
    for piece in _PIECE.finditer(written):
        sign = piece[0]
        if not sign.startswith("\\"):
            yield *piece.span(), None
        elif len(sign) > 5:
            yield *piece.span(), character(sign)
        elif sign[1].isdigit() and sign[1] < "8":
            yield *piece.span(), chr(int(sign[1:], 8))
        else:
            yield *piece.span(), _MEANT.get(sign[1], sign[1])


def _line(one: Addition) -> str:
    key = one.model.key
    for sign, escape in _WRITTEN:
        key = key.replace(sign, escape)
    return f'"{key}" = "{one.raw}";'
