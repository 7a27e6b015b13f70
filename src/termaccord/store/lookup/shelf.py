"""Concepts and findings as JSON, so that an index answers without the files that it was made of."""

import json
from dataclasses import fields
from typing import Any

from termaccord.model import (
    Concept,
    DataCategory,
    Description,
    Finding,
    LanguageSection,
    Markup,
    Message,
    Place,
    Severity,
    Status,
    Term,
)

_RECORDS = (Concept, LanguageSection, Term, Description, DataCategory, Markup)
_NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in _RECORDS}
_DEFAULTS = {kind: tuple(field.default for field in fields(kind)) for kind in _RECORDS}


def shelved(concept: Concept) -> str:
    """A concept as JSON: each record the number of its kind and its fields, defaults at its end left out."""
    return json.dumps(_packed(concept), ensure_ascii=False, separators=(",", ":"))


def taken(text: str) -> Concept:
    """The concept that `shelved` put away."""
    concept: Concept = _unpacked(json.loads(text))
    return concept


def _packed(value: object) -> object:
    if isinstance(value, tuple):
        return [-1, *map(_packed, value)]
    kind = type(value)
    if kind not in _NAMES:
        return value  # text, a status or nothing
    held = [getattr(value, name) for name in _NAMES[kind]]
    standard = _DEFAULTS[kind]
    while held and held[-1] == standard[len(held) - 1]:
        held.pop()
    return [_RECORDS.index(kind), *map(_packed, held)]


def _unpacked(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    number, *held = value
    if number < 0:
        return tuple(map(_unpacked, held))
    kind = _RECORDS[number]
    parts = [_unpacked(part) for part in held]
    if kind is Term and len(parts) > 1 and parts[1] is not None:
        parts[1] = Status(parts[1])
    return kind(*parts)


def noted(finding: Finding) -> str:
    """What a parser found wrong, as JSON; only what it says and where."""
    message, place = finding.message, finding.place
    template, arguments = message, {}
    if isinstance(message, Message):
        template, arguments = message.template, {k: _plain(v) for k, v in message.arguments.items()}
    held = (finding.code, template, arguments, finding.severity.value, place.unit, place.line, place.column)
    return json.dumps(held, ensure_ascii=False)


def _plain(value: object) -> object:
    return value if isinstance(value, int | float) else str(value)


def recalled(text: str, file: str) -> Finding:
    """The finding that `noted` wrote down, about the file as it is called now."""
    code, template, arguments, severity, unit, line, column = json.loads(text)
    message = Message(template, **arguments) if arguments else Message(template)
    return Finding(code, message, Place(file, unit, line=line, column=column), Severity(severity))
