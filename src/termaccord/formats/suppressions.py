"""
What a file says about its own checking, in whatever way its format has comments.

``termaccord: ignore C10 T02 -- the reason`` silences these rules, or without codes all of them, where it stands;
``ignore-file`` in the whole file; ``pause`` from there on, until a ``resume`` of the same codes.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from termaccord.formats.reading import Reading
from termaccord.formats.visible.canvas import Remark
from termaccord.model import Document, Finding, Place, Span, Suppression, TranslationUnit, say

_REQUEST = re.compile(r"\btermaccord:[ \t]*([A-Za-z-]*)[ \t]*([^\n]*)")
_REASON = re.compile(r"(?:^|\s)(?:--|—|–).*")
_SEPARATORS = re.compile(r"[\s,;]+")
_VERBS = ("ignore", "ignore-file", "pause", "resume")
_OF_UNITS = ("ignore", "ignore-file")


@dataclass(frozen=True, slots=True)
class _Request:
    verb: str
    codes: tuple[str, ...]


def of_document(document: Document, remarks: Iterable[Remark]) -> Reading[tuple[Suppression, ...]]:
    """The suppressions of a text, in order, from the comments in it."""
    found: list[Suppression] = []
    findings: list[Finding] = []
    paused: list[tuple[_Request, Place, int]] = []
    for remark in sorted(remarks, key=lambda remark: (remark.before, remark.inside or ())):
        place = _place(document, remark)
        for request in _requests(remark.text):
            if request.verb not in _VERBS:
                findings.append(_unknown(request, place, _VERBS))
            elif request.verb == "pause":
                paused.append((request, place, _start(document, remark)))
            elif request.verb == "resume":
                ended = [one for one in paused if request.codes in {(), one[0].codes}]
                paused = [one for one in paused if one not in ended]
                found += [_paused(document, *one, _end(document, remark)) for one in ended]
            else:
                found += [
                    Suppression(request.codes, place, area) for area in _areas(document, remark, request)
                ]
    found += [_paused(document, *one, len(document.text)) for one in paused]
    return Reading(tuple(found), tuple(findings))


def of_units(
    file: str, units: Iterable[TranslationUnit], notes: Iterable[str] = ()
) -> Reading[tuple[Suppression, ...]]:
    """The suppressions of a bilingual file, from the notes of its units, whose ids differ, and of the file itself."""
    found: list[Suppression] = []
    findings: list[Finding] = []
    said = [(Place(file), "", note) for note in notes]
    for unit in units:
        line = next((variant.line for variant in unit.variants if variant.line), None)
        written = (*unit.notes, *(note for variant in unit.variants for note in variant.notes))
        # plural forms stand on one line and share their comment, so the line is the better address
        place = Place(file, line=line) if line else Place(file, unit.id)
        said += [(place, unit.id, note) for note in written]
    for place, unit_id, note in said:
        for request in _requests(note):
            if request.verb not in _OF_UNITS:
                findings.append(_unknown(request, place, _OF_UNITS))
            elif request.verb == "ignore-file" or unit_id:
                area = Place(file) if request.verb == "ignore-file" else Place(file, unit_id)
                found.append(Suppression(request.codes, place, area))
    return Reading(tuple(dict.fromkeys(found)), tuple(findings))


def is_asked(note: str) -> bool:
    """Whether a comment speaks to us."""
    return "termaccord:" in note


def _requests(comment: str) -> Iterator[_Request]:
    for request in _REQUEST.finditer(comment):
        codes = _SEPARATORS.split(_REASON.sub("", request[2]))
        yield _Request(request[1], tuple(code for code in codes if code))


def _unknown(request: _Request, place: Place, verbs: Sequence[str]) -> Finding:
    message = say(
        "“termaccord: {said}” in {file} asks for nothing that can be done here; write one of: {allowed}",
        said=request.verb,
        file=place.file,
        allowed=", ".join(verbs),
    )
    return Finding("F160", message, place)


def _place(document: Document, remark: Remark) -> Place:
    if not remark.line and document.blocks:
        start = _start(document, remark)
        return replace(document.place(Span(start, start)), span=None)
    return Place(document.path or document.name, line=remark.line or None, column=remark.column or None)


def _areas(document: Document, remark: Remark, request: _Request) -> Iterator[Place]:
    file = document.path or document.name
    if request.verb == "ignore-file":
        yield Place(file)
        return
    inside = remark.inside or (remark.before,)
    spans = [document.blocks[index].span for index in inside if index < len(document.blocks)]
    end = len(document.text)
    yield Place(file, span=Span(spans[0].start, spans[-1].end) if spans else Span(end, end))


def _paused(document: Document, request: _Request, place: Place, start: int, end: int) -> Suppression:
    file = document.path or document.name
    return Suppression(request.codes, place, Place(file, span=Span(start, max(start, end))))


def _start(document: Document, remark: Remark) -> int:
    """Where what a remark speaks of begins."""
    index = remark.inside[0] if remark.inside else remark.before
    return document.blocks[index].span.start if index < len(document.blocks) else len(document.text)


def _end(document: Document, remark: Remark) -> int:
    """Where what stands before a remark ends."""
    index = remark.inside[-1] if remark.inside else remark.before - 1
    return document.blocks[index].span.end if 0 <= index < len(document.blocks) else 0
