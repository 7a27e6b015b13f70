"""JSON of our own: all that the model says, nothing left out, the same bytes each time."""

import csv
import json
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from io import StringIO
from types import UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from termaccord.formats import tables
from termaccord.formats.reading import Reading
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.written import Written
from termaccord.formats.visible.decoding import decode
from termaccord.model import Concept, Finding, Glossary, Memory, Place, Severity, TranslationUnit, say
from termaccord.model import memory as _memory
from termaccord.model import terminology as _terminology

GLOSSARY = "termaccord-glossary"
MEMORY = "termaccord-memory"
VERSION = 1
UNSAID = frozenset({"line"})
"""What a reader notes of a file, and no file says."""


def written(glossary: Glossary) -> Written:
    """Write a glossary whole; `parse` gives the same glossary."""
    data = _written(GLOSSARY, glossary)
    return Written(data, losses(glossary, parse(data, "").value, "JSON"))


def written_memory(memory: Memory) -> Written:
    """Write a memory whole; `parse_memory` gives the same memory."""
    return Written(_written(MEMORY, memory))


def _written(form: str, record: Glossary | Memory) -> bytes:
    data = {"format": form, "version": VERSION, **_plain(record)}
    text = json.dumps(data, ensure_ascii=False, indent=1)
    return (text.encode("utf-8", "replace")) + b"\n"


def _plain(value: Any) -> Any:
    """A record as JSON has it: what is as by default is left out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if not is_dataclass(value):
        return value
    plain: dict[str, Any] = {}
    for field in fields(value):
        said = getattr(value, field.name)
        default = field.default_factory() if field.default_factory is not MISSING else field.default
        if field.name not in UNSAID and (field.default is MISSING or said != default):
            plain[field.name] = _plain(said)
    return plain


# -- in ---------------------------------------------------------------------------------------------------------


def parse(data: bytes, name: str) -> Reading[Glossary]:
    """Read a glossary of ours; a concept that is not as it must be is left out and told."""
    table, findings = _table(data, name, GLOSSARY)
    if table is None:
        return Reading(Glossary(()), findings)
    concepts: list[Concept] = []
    wrong: list[Finding] = []
    for number, found in enumerate(_listed(table.pop("concepts", [])), 1):
        try:
            concepts.append(_made(Concept, found))
        except (TypeError, ValueError, KeyError) as error:
            wrong.append(_unusable(name, "concept", _name_of(found, number), error))
    try:
        head = _made(Glossary, {**table, "concepts": []})
    except (TypeError, ValueError, KeyError) as error:
        head = Glossary(())
        wrong.append(_unusable(name, "header", "1", error))
    glossary = Glossary(tuple(concepts), head.title, head.language, head.extra)
    return Reading(glossary, (*findings, *wrong))


def parse_memory(data: bytes, name: str) -> Reading[Memory]:
    """Read a memory of ours; a unit that is not as it must be is left out and told."""
    table, findings = _table(data, name, MEMORY)
    if table is None:
        return Reading(Memory(()), findings)
    units: list[TranslationUnit] = []
    wrong: list[Finding] = []
    for number, found in enumerate(_listed(table.pop("units", [])), 1):
        try:
            units.append(_made(TranslationUnit, found))
        except (TypeError, ValueError, KeyError) as error:
            wrong.append(_unusable(name, "unit", _name_of(found, number), error))
    try:
        head = _made(Memory, {**table, "units": []})
    except (TypeError, ValueError, KeyError) as error:
        head = Memory(())
        wrong.append(_unusable(name, "header", "1", error))
    memory = Memory(
        tuple(units),
        head.source_language,
        head.header,
        head.properties,
        head.notes,
        head.details,
        head.encodings,
    )
    return Reading(memory, (*findings, *wrong))


def _table(data: bytes, name: str, form: str) -> tuple[dict[str, Any] | None, tuple[Finding, ...]]:
    """The object that a file holds, without the two words that say what it is."""
    decoded = decode(data, name)
    try:
        table = json.loads(decoded.value)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        message = say("{file} is no JSON ({reason}); nothing of it is read", file=name, reason=str(error))
        finding = Finding("F305", message, Place(name, line=line), Severity.ERROR)
        return None, (*decoded.findings, finding)
    if not isinstance(table, dict) or table.pop("format", None) != form:
        message = say("{file} does not say “format”: “{form}”; nothing of it is read", file=name, form=form)
        return None, (*decoded.findings, Finding("F306", message, Place(name, line=1), Severity.ERROR))
    version = table.pop("version", None)
    if version == VERSION:
        return table, decoded.findings
    message = say(
        "{file} is of version {version}, and this program reads version {ours}; what both know is read",
        file=name,
        version=version,
        ours=VERSION,
    )
    return table, (*decoded.findings, Finding("F307", message, Place(name, line=1)))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _name_of(found: Any, number: int) -> str:
    return str(found.get("id") or number) if isinstance(found, dict) else str(number)


def _unusable(name: str, what: str, which: str, error: Exception) -> Finding:
    message = say(
        "the {what} “{which}” of {file} is not as docs/formats.md says ({reason}) and is left out",
        what=what,
        which=which,
        file=name,
        reason=str(error),
    )
    return Finding("F308", message, Place(name, which), Severity.ERROR)


def _made(kind: type[Any], value: Any) -> Any:
    """A record of the model out of what JSON gives; raises where it is something else."""
    if not isinstance(value, dict):
        raise TypeError(f"{type(value).__name__} instead of an object")
    hints = _hints(cast("Any", kind))
    if strange := sorted(value.keys() - hints.keys()):
        raise ValueError(f"unknown: {', '.join(strange)}")
    return kind(**{name: _value(hints[name], said) for name, said in value.items()})


@cache
def _hints(kind: type[Any]) -> dict[str, Any]:
    """The fields of a record with their types."""
    hints = get_type_hints(kind, {**vars(_terminology), **vars(_memory)})
    return {field.name: hints[field.name] for field in fields(kind) if field.name not in UNSAID}


def _value(hint: Any, value: Any) -> Any:
    if hint is str and type(value) is str:
        return value
    origin, inside = get_origin(hint), get_args(hint)
    if origin in {Union, UnionType}:
        return _one_of(inside, value)
    if origin is tuple:
        if not isinstance(value, list):
            raise TypeError(f"{type(value).__name__} instead of a list")
        if len(inside) == 2 and inside[1] is ...:
            return tuple(_value(inside[0], part) for part in value)
        if len(inside) != len(value):
            raise ValueError(f"{len(value)} values instead of {len(inside)}")
        return tuple(_value(one, part) for one, part in zip(inside, value, strict=True))
    if str(origin) == "typing.Literal":
        if value not in inside:
            raise ValueError(f"“{value}” instead of one of {', '.join(map(str, inside))}")
        return value
    if isinstance(hint, type) and issubclass(hint, Enum):
        return hint(value)
    if is_dataclass(hint):
        return _made(cast("type[Any]", hint), value)
    if not isinstance(value, hint):
        raise TypeError(f"{type(value).__name__} instead of {hint.__name__}")
    return value


def _one_of(kinds: tuple[Any, ...], value: Any) -> Any:
    if value is None and type(None) in kinds:
        return None
    others = [kind for kind in kinds if kind is not type(None)]
    if isinstance(value, str) and str in others:
        return value
    return _value(next(kind for kind in others if kind is not str), value)


def parse_table(data: bytes, name: str) -> Reading[Glossary]:
    """Read a list of objects as a table whose columns are the objects' keys."""
    decoded = decode(data, name)
    try:
        rows = json.loads(decoded.value)
    except (ValueError, RecursionError) as error:
        message = say("{file} is no JSON ({reason}); nothing of it is read", file=name, reason=str(error))
        finding = Finding("F305", message, Place(name, line=getattr(error, "lineno", None)), Severity.ERROR)
        return Reading(Glossary(()), (*decoded.findings, finding))
    objects = [row for row in _listed(rows) if isinstance(row, dict)]
    header = list(dict.fromkeys(key for row in objects for key in row))
    out = StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(header)
    table.writerows([_cell(row.get(key)) for key in header] for row in objects)
    reading = tables.parse(out.getvalue().encode("utf-8", "replace"), name)
    return Reading(reading.value, (*decoded.findings, *reading.findings))


def _cell(value: Any) -> str:
    """A value of a table; a list of terms is written as people write synonyms."""
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    if value is None or isinstance(value, bool | dict):
        return "" if value is None else json.dumps(value, ensure_ascii=False)
    return str(value)
