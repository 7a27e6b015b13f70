"""What can be put right in a unit: letters read in a wrong encoding, codes of HTML, spaces."""

import html
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from termaccord.model import Edit, Inline, Message, Place, Span, TranslationUnit, Variant, say
from termaccord.project.memory.cleaning import damage
from termaccord.project.memory.cleaning.kinds import Action, Flaw
from termaccord.project.memory.cleaning.sides import Numbered
from termaccord.text.normalise import normalise

_UNSEEN = "\ufeff\u200b\u2060\u00ad"
"""Byte order mark, zero-width space, word joiner, soft hyphen: no reader and no match misses them."""
_BLANKS = f" \t\n\r\u00a0{_UNSEEN}"
_ROW = re.compile(r" {2,}")
_ENTITY = re.compile(
    r"&(?:amp|lt|gt|quot|apos|nbsp|laquo|raquo|mdash|ndash|hellip|#\d{2,5}|#x[0-9A-Fa-f]{2,4});"
)
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>")
_APART = 3
"""Characters between changes that are made one by one."""
Texts = Sequence[str]


def _undamaged(texts: Texts) -> list[str]:
    return [damage.mended(text) for text in texts]


def _without_entities(texts: Texts) -> list[str]:
    """Codes of HTML on one side, where another side has the characters: escaped once too often. Beside tags they are meant."""
    if not any(map(_ENTITY.search, texts)) or any(map(_MARKUP.search, texts)):
        return list(texts)
    plain = [set(normalise(text).text) for text in texts if not _ENTITY.search(text)]
    return [_unescaped(text) if any(_meant(text) & found for found in plain) else text for text in texts]


def _meant(text: str) -> set[str]:
    """The characters that codes of HTML stand for, of quotes and dashes the plain ones."""
    return {normalise(html.unescape(found[0])).text for found in _ENTITY.finditer(text)} - {" "}


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _trimmed(texts: Texts) -> list[str]:
    """Without the spaces at the ends and the rows of spaces that one side has and another has not."""
    before = len({text[: len(text) - len(text.lstrip(_BLANKS))] for text in texts}) > 1
    behind = len({text[len(text.rstrip(_BLANKS)) :] for text in texts}) > 1
    rows = len({tuple(map(len, _ROW.findall(text.strip(_BLANKS)))) for text in texts}) > 1
    return [_trim(text, before=before, behind=behind, rows=rows) for text in texts]


def _trim(text: str, *, before: bool, behind: bool, rows: bool) -> str:
    inner = text.strip(_BLANKS)
    if not inner:
        return text
    start, end = text.index(inner), text.index(inner) + len(inner)
    for unseen in _UNSEEN:
        inner = inner.replace(unseen, "")
    inner = _ROW.sub(" ", inner) if rows else inner
    return f"{'' if before else text[:start]}{inner}{'' if behind else text[end:]}"


_MENDERS: tuple[tuple[str, Message, Callable[[Texts], list[str]]], ...] = (
    ("damaged", say("letters were changed by a wrong encoding"), _undamaged),
    ("entities", say("codes of HTML stand for the characters themselves"), _without_entities),
    ("spaces", say("there are spaces too many or characters that nobody sees"), _trimmed),
)
"""In the order in which they work: each sees what the one before has left."""


def mend(unit: Numbered, kinds: frozenset[str]) -> tuple[Numbered, tuple[Flaw, ...]]:
    """The unit as it should be, and what was wrong with it; the last flaw of a variant holds its edits."""
    before = [variant.text for variant in unit.unit.variants]
    texts = list(before)
    flaws: dict[int, list[Flaw]] = {}
    for kind, message, mender in _MENDERS:
        after = mender(texts) if kind in kinds else texts
        for n in (n for n, text in enumerate(after) if text != texts[n]):
            flaws.setdefault(n, []).append(
                Flaw(kind, Action.CHANGE, message, unit.place, unit.number, unit.unit, n)
            )
        texts = list(after)
    if not flaws:
        return unit, ()
    found: list[Flaw] = []
    for n, ones in sorted(flaws.items()):
        edits = tuple(_edits(unit, n, before[n], texts[n]))
        found += [*ones[:-1], replace(ones[-1], edits=edits)]
    return replace(unit, unit=_with(unit.unit, found)), tuple(found)


def _edits(unit: Numbered, n: int, before: str, after: str) -> Iterator[Edit]:
    variant = unit.unit.variants[n]
    for span, new in _changes(before, after):
        place = Place(unit.file, unit.unit.id, span, variant.line, language=variant.language)
        yield Edit(place, after[new.start : new.end], safe=True)


def _changes(before: str, after: str) -> list[tuple[Span, Span]]:
    """What stands where: changes that all but touch are one."""
    found: list[tuple[Span, Span]] = []
    for operation in Indel.opcodes(before, after):
        if operation.tag == "equal":
            continue
        old = Span(operation.src_start, operation.src_end)
        new = Span(operation.dest_start, operation.dest_end)
        if found and old.start - found[-1][0].end <= _APART:
            first = found.pop()
            old, new = Span(first[0].start, old.end), Span(first[1].start, new.end)
        found.append((old, new))
    return found


def _with(unit: TranslationUnit, flaws: Sequence[Flaw]) -> TranslationUnit:
    """The unit with all edits made."""
    variants = list(unit.variants)
    for flaw in flaws:
        if flaw.variant is not None and flaw.edits:
            variants[flaw.variant] = _edited(variants[flaw.variant], flaw.edits)
    return replace(unit, variants=tuple(variants))


def _edited(variant: Variant, edits: Sequence[Edit]) -> Variant:
    """The variant with other words; its codes stay between the same ones."""
    changes = [(edit.place.span or Span(0, 0), edit.replacement) for edit in edits]
    parts: list[str | Inline] = []
    at = 0
    for part in variant.content:
        if isinstance(part, str):
            end = at + len(part)
            mine = [c for c in changes if c[0].start < end or c[0] == Span(end, end)]
            changes = changes[len(mine) :]
            parts.append(_spliced(part, [(span.shifted(-at), new) for span, new in mine]))
            at = end
        else:
            parts.append(part)
    return replace(variant, content=tuple(parts))


def _spliced(text: str, changes: Sequence[tuple[Span, str]]) -> str:
    for span, new in reversed(changes):
        text = f"{text[: span.start]}{new}{text[span.end :]}"
    return text
