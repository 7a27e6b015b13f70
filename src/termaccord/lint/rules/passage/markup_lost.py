"""Variables, tags, inline codes or addresses of the source are missing in the target, or new ones stand there."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from termaccord.lint.rule import Case, Mark, Passage, Rule, Scope, Text
from termaccord.model import Inline, Severity, Span, say
from termaccord.text.placeables import Placeable, placeables

_PLURAL = re.compile(r"\[\d+\]$")
"""How the unit of a plural form ends."""


def check(passage: Passage) -> Iterator[Mark]:
    source, target = passage.source, passage.target
    if source is None or not target.text.strip():
        return
    yield from (
        replace(mark, related=(source.whole,)) for mark in _differences(source, target, passage.paired)
    )


def _differences(source: Text, target: Text, paired: bool) -> Iterator[Mark]:
    here, there = placeables(source.text), placeables(target.text)
    yield from _missing(here, there, target)
    yield from _added(here, there, target)
    yield from _order(here, there)
    yield from _codes(source, target)
    if paired:
        yield from _addresses(source, target)


def _missing(here: tuple[Placeable, ...], there: tuple[Placeable, ...], target: Text) -> Iterator[Mark]:
    have = Counter(p.key for p in there)
    for placeable in here:
        have[placeable.key] -= 1
        if have[placeable.key] == -1 and not _may_go(placeable, target):
            message = say("“{code}” of the source is missing", code=placeable.text)
            yield Mark(Span(0, len(target.text)), message, preferred=placeable.text)


def _may_go(placeable: Placeable, target: Text) -> bool:
    """Entities may be written out; the form for one thing may do without its number."""
    return placeable.kind == "entity" or (placeable.number and _PLURAL.search(target.unit) is not None)


def _added(here: tuple[Placeable, ...], there: tuple[Placeable, ...], target: Text) -> Iterator[Mark]:
    have = Counter(p.key for p in here)
    for placeable in there:
        have[placeable.key] -= 1
        if have[placeable.key] == -1 and not _may_go(placeable, target):
            message = say("“{code}” is not in the source", code=placeable.text)
            yield Mark(placeable.span, message)


def _order(here: tuple[Placeable, ...], there: tuple[Placeable, ...]) -> Iterator[Mark]:
    """Variables without name or number are filled from left to right: two kinds must not change places."""
    left, right = [p for p in here if p.positional], [p for p in there if p.positional]
    if Counter(p.key for p in left) != Counter(p.key for p in right):
        return
    for one, other in zip(left, right, strict=True):
        if one.key != other.key:
            message = say("“{code}” stands where the source has “{other}”", code=other.text, other=one.text)
            yield Mark(other.span, message)
            return


def _codes(source: Text, target: Text) -> Iterator[Mark]:
    """Inline codes of TMX and XLIFF."""
    here, there = _inlines(source), _inlines(target)
    if not here and not there:
        return
    whole = Span(0, len(target.text))
    for name in Counter(here) - Counter(there):
        yield Mark(whole, say("inline code {name} of the source is missing", name=name))
    for name in Counter(there) - Counter(here):
        yield Mark(whole, say("inline code {name} is not in the source", name=name))


def _inlines(text: Text) -> list[str]:
    return [_name(part) for part in text.content if isinstance(part, Inline) and part.tag != "sub"]


def _name(inline: Inline) -> str:
    attributes = dict(inline.attributes)
    return attributes.get("x") or attributes.get("id") or inline.code.strip() or inline.tag


_ADDRESS = re.compile(r"https?://[^\s<>\"')»”]+|[\w.+-]+@\w[\w-]*(?:\.\w[\w-]*)+")


def _addresses(source: Text, target: Text) -> Iterator[Mark]:
    here, there = _ADDRESS.findall(source.text), _ADDRESS.findall(target.text)
    if len(there) < len(here):
        for address in here:
            if address not in there:
                message = say("the address “{address}” of the source is missing", address=address)
                yield Mark(Span(0, len(target.text)), message, preferred=address, severity=Severity.INFO)


MARKUP_LOST = Rule(
    code="M01",
    name="markup-lost",
    scope=Scope.PASSAGE,
    severity=Severity.ERROR,
    summary=say("variables, tags or inline codes differ between source and target"),
    reason=say("A program that fills in a variable that is not there shows nonsense, or stops."),
    source="GNU gettext manual, on format strings; TMX 1.4b, on content markup; XLIFF 2.1, 4.7",
    check=check,
    cases=(
        Case("Saved %(count)s files", "⟦Файлы сохранены⟧"),
        Case("<b>Stop</b> here", "⟦<b>Стойте здесь⟧"),
        Case("%s has %d files", "⟦%d⟧ файлов у %s"),
        Case("%1$s has %2$d files", "%2$d файлов у %1$s"),
        Case("Saved %(count)s files", "Сохранено файлов: %(count)s"),
        Case("Bread &amp; butter", "Хлеб и масло"),
        Case("Sold at 100% profit", "Продано со 100% прибылью"),
    ),
)
