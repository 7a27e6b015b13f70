"""Variables, tags, inline codes or addresses of the source are missing in the target, or new ones stand there."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import count

from termaccord.lint.rule import Case, Mark, Passage, Rule, Scope, Text
from termaccord.model import Inline, Severity, Span, say
from termaccord.text.languages.writing.plurals import first_form_is_one
from termaccord.text.placeables import Placeable, placeables

_FIRST_FORM = ("[0]", "[zero]", "[one]")
"""How the unit of a first plural form ends, in gettext's numbers and in CLDR's names."""


def check(passage: Passage) -> Iterator[Mark]:
    source, target = passage.source, passage.target
    if source is None or not target.text.strip():
        return
    here, there = _markup(source.text, target.text)
    missing = [
        p for p in _without(here, there) if not (_may_go(p, target) or _as_often(p, target.text, source.text))
    ]
    added = [
        p
        for p in _without(there, here)
        if not (_may_come(p, target) or _as_often(p, source.text, target.text))
    ]
    yield from _changed(missing, added, target)
    yield from _order(here, there)
    yield from _codes(source, target)
    if passage.paired:
        yield from _addresses(source, target)


_ALWAYS = frozenset(
    {
        "b",
        "i",
        "u",
        "s",
        "em",
        "strong",
        "tt",
        "sub",
        "sup",
        "big",
        "small",
        "br",
        "hr",
        "img",
        "p",
        "li",
        "div",
        "span",
    }
)
"""Tags that nobody means otherwise (HTML Living Standard, 4.4 and 4.5)."""
_NAME = re.compile(r"</?([\w:.-]+)")
_ATTRIBUTE = re.compile(r"\s[\w:.-]+=\S")


def _markup(source: str, target: str) -> tuple[tuple[Placeable, ...], tuple[Placeable, ...]]:
    """
    The placeables of both sides, without words in angle brackets or braces that a reader fills in.

    Those are translated as all words are: git add <file>, git add <Datei>.
    """
    here, there = placeables(source), placeables(target)
    known = _ALWAYS | _tags(here) | _tags(there)
    here, there = (tuple(p for p in side if _is_code(p, known)) for side in (here, there))
    return _numbered(here, there), _numbered(there, here)


def _tags(found: Sequence[Placeable]) -> frozenset[str]:
    """Names of tags that are closed, close themselves or have attributes."""
    tags = [p.text for p in found if p.kind == "tag"]
    return frozenset(_tag(t) for t in tags if t.startswith("</") or t.endswith("/>") or _ATTRIBUTE.search(t))


def _tag(text: str) -> str:
    match = _NAME.match(text)
    return match[1].lower() if match else ""


def _is_code(placeable: Placeable, known: frozenset[str]) -> bool:
    if placeable.kind == "tag":
        return _tag(placeable.text) in known
    return not (placeable.kind == "braces" and _FILLED_IN.fullmatch(placeable.text))


_FILLED_IN = re.compile(r"\{[^\W\d_]+(?:-[^\W\d_]+)+\}")
"""Words joined by hyphens are the name of no variable."""


def _numbered(found: Sequence[Placeable], others: Sequence[Placeable]) -> tuple[Placeable, ...]:
    """Variables filled from left to right with the numbers of their places, where the other side gives numbers."""
    if not any(_PLACE.match(p.key) for p in others):
        return tuple(found)
    places = count(1)
    return tuple(
        replace(p, key=f"%{next(places)}{p.key[1:]}", positional=False) if p.positional else p for p in found
    )


_PLACE = re.compile(r"%\d")


def _without(these: Sequence[Placeable], those: Sequence[Placeable]) -> Iterator[Placeable]:
    """What stands here more often than there; entities may be written out."""
    left = Counter(p.key for p in those)
    for placeable in these:
        left[placeable.key] -= 1
        if left[placeable.key] < 0 and placeable.kind != "entity":
            yield placeable


def _as_often(placeable: Placeable, here: str, there: str) -> bool:
    """Whether one text has the same letters as often as the other, be it with a word right behind them."""
    return here.count(placeable.text) >= there.count(placeable.text)


def _may_go(placeable: Placeable, target: Text) -> bool:
    """The form for one thing may do without its number, where it stands for one alone and not for 21."""
    return _may_come(placeable, target) and first_form_is_one(target.language)


def _may_come(placeable: Placeable, target: Text) -> bool:
    """The first plural form may have a number where the source has a word."""
    return placeable.number and target.unit.endswith(_FIRST_FORM)


def _changed(missing: list[Placeable], added: list[Placeable], target: Text) -> Iterator[Mark]:
    """One that is missing and one that is new, of one kind, are one mistake."""
    for placeable in added:
        original = next((m for m in missing if m.kind == placeable.kind), None)
        if original is None:
            yield Mark(placeable.span, say("“{code}” is not in the source", code=placeable.text))
            continue
        missing.remove(original)
        yield _instead(placeable, original)
    for placeable in missing:
        message = say("“{code}” of the source is missing", code=placeable.text)
        yield Mark(Span(0, len(target.text)), message, preferred=placeable.text)


def _instead(placeable: Placeable, original: Placeable) -> Mark:
    message = say("“{code}” stands where the source has “{other}”", code=placeable.text, other=original.text)
    return Mark(placeable.span, message, preferred=original.text)


def _order(here: tuple[Placeable, ...], there: tuple[Placeable, ...]) -> Iterator[Mark]:
    """Variables without name or number are filled from left to right: two kinds must not change places."""
    left, right = [p for p in here if p.positional], [p for p in there if p.positional]
    if Counter(p.key for p in left) != Counter(p.key for p in right):
        return
    for one, other in zip(left, right, strict=True):
        if one.key != other.key:
            yield _instead(other, one)
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


_ADDRESS = re.compile(r"https?://[^\s<>\"')»”]+|(?<![\w.+-])[\w.+-]{1,64}@\w[\w-]*(?:\.\w[\w-]*)+")


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
        Case("Hello, {name}!", "Привет, ⟦{nmae}⟧!"),
        Case("<b>Stop</b> here", "⟦<b>Стойте здесь⟧"),
        Case("%s has %d files", "⟦%d⟧ файлов у %s"),
        Case("%1$s has %2$d files", "%2$d файлов у %1$s"),
        Case("No mooring at berth %s before %s.", "До %2$s у причала %1$s не швартоваться."),
        Case("Saved %(count)s files", "Сохранено файлов: %(count)s"),
        Case("Usage: moor <boat> [<berth>]", "Вызов: moor <лодка> [<причал>]"),
        Case("%shint: %s", "%sсовет: %s"),
        Case("%e %B %Y, %H:%M", "%d.%m.%Y %H.%M"),
        Case("Bread &amp; butter", "Хлеб и масло"),
        Case("Sold at 100% profit", "Продано со 100% прибылью"),
    ),
)
