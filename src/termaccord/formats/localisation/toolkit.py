"""Every other bilingual format: whatever translate-toolkit reads."""

import io
from importlib import import_module
from typing import Any

from termaccord.formats.localisation.languages import from_name, tag
from termaccord.formats.localisation.tree import tree
from termaccord.formats.localisation.unit import BilingualUnit, Half, State, bilingual
from termaccord.formats.reading import Reading
from termaccord.model import Finding, Place, Severity, say

ENDINGS = {
    "qph": ("qph", "QphFile"),
    "mo": ("mo", "mofile"),
    "gmo": ("mo", "mofile"),
    "utx": ("utx", "UtxFile"),
    "catkeys": ("catkeys", "CatkeysFile"),
    "lang": ("mozilla_lang", "LangStore"),
}
"""Formats that hold both languages, by the ending of the file; the toolkit's module and class."""

_XML = frozenset({"qph"})


def parse(data: bytes, name: str) -> Reading[tuple[BilingualUnit, ...]]:
    """Units in file order; a file that the toolkit refuses gives none and an error."""
    ending = name.rpartition(".")[2].lower()
    if ending not in ENDINGS:
        message = say(
            "{file} is of no kind that holds translations; give a PO, XLIFF, TMX or CSV file", file=name
        )
        return _refusal(name, "F124", message)
    if ending in _XML and (wrong := _unfit(data, name)):
        return Reading((), wrong)
    module, kind = ENDINGS[ending]
    stream = io.BytesIO(data)
    stream.name = name  # the toolkit asks every stream for its name
    try:
        store = getattr(import_module(f"translate.storage.{module}"), kind).parsefile(stream)
    except Exception as error:  # noqa: BLE001  # each of its parsers raises exceptions of its own
        message = say(
            "{file} cannot be read ({why}); open and save it in its own tool", file=name, why=_first(error)
        )
        return _refusal(name, "F126", message)
    languages = _languages(store, name)
    return Reading(
        tuple(_unit(unit, languages) for unit in store.units if not unit.isheader() and unit.source)
    )


def _unfit(data: bytes, name: str) -> tuple[Finding, ...]:
    """Why XML is not for the toolkit's parser, which has no bounds; empty where it is harmless."""
    _, findings = tree(data, name)
    if any(one.code == "F005" for one in findings):
        message = say("{file} declares XML entities and is not read; remove its DOCTYPE", file=name)
        return (Finding("F125", message, Place(name), Severity.ERROR),)
    return tuple(one for one in findings if one.severity is Severity.ERROR)


def _refusal(name: str, code: str, message: str) -> Reading[tuple[BilingualUnit, ...]]:
    return Reading((), (Finding(code, message, Place(name), Severity.ERROR),))


def _first(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0][:120] if lines else type(error).__name__


def _languages(store: Any, name: str) -> tuple[str, str]:
    source = tag(str(store.getsourcelanguage() or "")) or "en"
    target = tag(str(store.gettargetlanguage() or "")) or from_name(name) or "und"
    return source, target


def _unit(unit: Any, languages: tuple[str, str]) -> BilingualUnit:
    element = getattr(unit, "xmlelement", None)
    line = element.sourceline if element is not None else None
    target = str(unit.target or "")
    source = Half(languages[0], (str(unit.source),), line)
    answer = Half(languages[1], (target,) if target else (), line)
    notes = tuple(note for note in (unit.getnotes(),) if note)
    return bilingual(
        str(unit.getid() or ""),
        source,
        answer,
        _state(unit, target),
        context=str(unit.getcontext() or ""),
        notes=notes,
    )


def _state(unit: Any, target: str) -> State:
    if unit.isobsolete():
        return State.OBSOLETE
    if not target:
        return State.UNTRANSLATED
    return State.FUZZY if unit.isfuzzy() else State.TRANSLATED
