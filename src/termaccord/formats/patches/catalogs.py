"""PO: the strings between the quotes of a catalog."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from termaccord.formats import bilingual
from termaccord.formats.localisation import po
from termaccord.formats.localisation.unit import BilingualUnit
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Address, Layout, Passage, RefusedError, Stretch, spliced
from termaccord.formats.patches.pages import unwritable
from termaccord.formats.patches.units import Texts, texts
from termaccord.model import Severity, Span, say

_LINE = re.compile(
    r'[ \t]*(?:#~[ \t]*)?(?:(?P<keyword>msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*)?"(?P<text>(?:[^"\\\n]|\\.)*)"'
)
_ESCAPE = re.compile(r"\\(?:[0-7]{1,3}|x[0-9a-fA-F]{2}|.)")
_MEANT = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}
_BETWEEN = re.compile(r'"[ \t]*\r?\n[ \t]*(?:#~[ \t]*)?"')


@dataclass(slots=True)
class _String:
    """A string of the catalog in the making."""

    parts: list[str] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, start: int, length: int) -> None:
        span = Span(self.length, self.length + len(text))
        self.parts.append(text)
        self.stretches.append(Stretch(span, Span(start, start + length)))
        self.length = span.end


def layout(data: bytes, name: str) -> Layout | None:
    """Lay out a catalog; None where an entry is broken or its bytes are damaged."""
    reading = bilingual.parse(data, name)
    source = po.source(data, name)
    code = coding(data, source, (po.charset(data),))
    if code is None or any(finding.severity is Severity.ERROR for finding in reading.findings):
        return None
    found = texts(reading.value)
    return Layout(
        source,
        found.shown,
        _Strings(source, found).passage,
        lambda changes: code.encode(spliced(source, changes)),
        _Writer(code).written,
        lambda between: _BETWEEN.fullmatch(between) is not None,
        lambda _: False,
        allowed=_Allowed(found).check,
        addressed=found.addressed,
    )


@dataclass(frozen=True, slots=True)
class _Allowed:
    found: Texts[BilingualUnit]

    def check(self, address: Address) -> None:
        text = self.found.shown[address][0]
        if self.found.units[address][1] == 0:
            raise RefusedError(
                say(
                    "“{text}” is not changed: the program looks its strings up by it; change the program",
                    text=text,
                )
            )


class _Strings:
    """Every string of a catalog with its place."""

    def __init__(self, source: str, found: Texts[BilingualUnit]) -> None:
        self._found = found
        self._by_line = _strings(source)

    def passage(self, address: Address) -> Passage:
        unit, number = self._found.units[address]
        text = self._found.shown[address][0]
        start, end = unit.source_line or 0, unit.target_line or 0
        # a plural form translates the second of the two strings above the translations
        lines = range(end, end + 1) if number else range(start, max(end, start + 1))
        strings = (string for line in lines if (string := self._by_line.get(line)))
        string = next((one for one in strings if "".join(one.parts) == text), None)
        if string is None:
            raise RefusedError(say("“{text}” cannot be found in the catalog; change it by hand", text=text))
        return Passage(text, tuple(string.stretches))


def _strings(source: str) -> dict[int, _String]:
    """The strings of a catalog by the line of their keyword."""
    strings: defaultdict[int, _String] = defaultdict(_String)
    current = at = 0
    for number, line in enumerate(source.split("\n"), 1):
        match = _LINE.match(line)
        if match:
            current = number if match["keyword"] else current
            _add(strings[current], match["text"], at + match.start("text"))
        at += len(line) + 1
    return dict(strings)


def _add(string: _String, written: str, start: int) -> None:
    """Add what stands between two quotes; an escape is a stretch of its own."""
    at = 0
    for escape in _ESCAPE.finditer(written):
        if escape.start() > at:
            string.add(written[at : escape.start()], start + at, escape.start() - at)
        sign = escape[0][1:]
        string.add(_MEANT.get(sign, escape[0]), start + escape.start(), len(escape[0]))
        at = escape.end()
    if at < len(written):
        string.add(written[at:], start + at, len(written) - at)


class _Writer:
    """How text is written between quotes."""

    def __init__(self, code: Coding) -> None:
        self._code = code

    def written(self, text: str, _: Stretch) -> str:
        if not self._code.can(text):
            raise unwritable(text, self._code.encoding)
        for sign, meant in (("\\", "\\"), ('"', '"'), ("n", "\n"), ("t", "\t"), ("r", "\r")):
            text = text.replace(meant, f"\\{sign}")
        return text
