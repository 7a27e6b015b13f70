"""Translations put into the units of a file: every byte that is not theirs stays what it was."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from termaccord.formats import bilingual
from termaccord.formats.addresses import addressed
from termaccord.formats.bilingual import Original
from termaccord.formats.fillings import catalog, catalogue, qt, strings, xliff
from termaccord.formats.fillings.fills import Fill, Filled, Form, Made, Standing
from termaccord.formats.localisation.unit import BilingualUnit
from termaccord.formats.patches.layout import RefusedError
from termaccord.formats.reading import Reading
from termaccord.model import Content, Finding, Place, Severity, say

__all__ = ["Fill", "Filled", "Made", "Standing", "fill", "fills", "openings"]

_ENDINGS = {
    **dict.fromkeys((".po", ".pot"), catalog.opened),
    ".ts": qt.opened,
    ".xcstrings": catalogue.opened,
    **dict.fromkeys((".xlf", ".xliff", ".mxliff", ".mqxliff", ".sdlxliff"), xliff.opened),
}
_Said = tuple[Content, ...]


def fills(name: str) -> bool:
    """Whether the ending of a path is that of a file that translations can be put into."""
    return _ending(name) in _ENDINGS or bilingual.reads_beside(name)


def tells(name: str) -> bool:
    """Whether a file of this name can say of a translation that a person is to look at it."""
    return not bilingual.reads_beside(name)


def openings(
    data: bytes, name: str, *, overwrite: bool = False, original: Original | None = None
) -> Reading[tuple[BilingualUnit, ...]]:
    """
    The units that a translation may be put into, in the order of the file.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it; its ending says which format this is.
    overwrite
        Whether translations that nobody has approved may be replaced.
    original
        Of a file of strings the one that it translates.

    Returns
    -------
    Units with ids of their own, and why there is none where the file cannot be read whole.

    """
    form = _opened(data, name, original)
    if isinstance(form, Finding):
        broken = bilingual.parse(data, name, original).findings if fills(name) else ()
        errors = tuple(finding for finding in broken if finding.severity is Severity.ERROR)
        return Reading((), errors or (form,))
    return Reading(tuple(unit for unit in form.units if form.closed(unit, overwrite=overwrite) is None))


def fill(
    data: bytes,
    name: str,
    wanted: Sequence[Fill],
    *,
    language: str = "",
    overwrite: bool = False,
    original: Original | None = None,
) -> Filled:
    """
    Put translations into a file.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it; its ending says which format this is.
    wanted
        At most one for a unit.
    language
        BCP 47 of the translations; written where an XLIFF file has translations and does not name their language.
    overwrite
        Whether translations that nobody has approved may be replaced; others never are.
    original
        Of a file of strings the one that it translates.

    Returns
    -------
    The file with all translations that can be put in, and a finding for each other.
    The changed file has been read again: it holds what was meant, and no other unit has changed.

    """
    if not wanted:
        return Filled(data)
    form = _opened(data, name, original)
    if isinstance(form, Finding):
        return Filled(data, (form,))
    return _Filler(form, data, name, language, original).filled(wanted, overwrite=overwrite)


@dataclass(frozen=True, slots=True)
class _Spoilt:
    """Why a changed file is of no use."""

    message: str
    units: frozenset[str] = frozenset()
    """Those that do not say what they should, where that can be told."""


class _Filler:
    """One file being filled."""

    def __init__(self, form: Form, data: bytes, name: str, language: str, original: Original | None) -> None:
        self._form = form
        self._name = name
        self._language = language
        self._original = original
        self._before = {unit.unit.id: _said(unit) for unit in form.units}
        self._refused: list[Finding] = []
        self._best = Filled(data)

    def filled(self, wanted: Sequence[Fill], *, overwrite: bool) -> Filled:
        units = {unit.unit.id: unit for unit in self._form.units}
        asked: dict[str, Fill] = {}
        for one in wanted:
            unit = units.get(one.unit)
            why = (
                self._form.closed(unit, overwrite=overwrite)
                if unit
                else say("“{unit}” does not stand in {file}", unit=one.unit, file=self._name)
            )
            why = why or self._form.refused(one)
            if why or one.unit in asked:
                self._refuse(one.unit, why or say("“{unit}” is filled already", unit=one.unit))
            else:
                asked[one.unit] = one
        groups: dict[object, dict[str, Fill]] = {}
        for unit_id, one in asked.items():
            groups.setdefault(self._form.group(units[unit_id]), {})[unit_id] = one
        self._put(list(groups.values()), [])
        return Filled(self._best.data, tuple(self._refused), self._best.made)

    def _put(self, groups: list[dict[str, Fill]], already: list[dict[str, Fill]]) -> list[dict[str, Fill]]:
        """As many as can be put in together; halved where the file would not be read as it should."""
        if not groups:
            return already
        everything = [*already, *groups]
        found = self._written({key: one for group in everything for key, one in group.items()})
        if isinstance(found, Filled):
            self._best = found
            return everything
        spoilt = [group for group in groups if not found.units.isdisjoint(group)]
        if len(groups) == 1 or 0 < len(spoilt) < len(groups):
            for unit in (unit for group in spoilt or groups for unit in group):
                self._refuse(unit, found.message)
            return self._put([group for group in groups if group not in spoilt and len(groups) > 1], already)
        half = len(groups) // 2
        return self._put(groups[half:], self._put(groups[:half], already))

    def _written(self, wanted: Mapping[str, Fill]) -> "Filled | _Spoilt":
        """The changed file; what is wrong where it does not say what was meant, and only that."""
        try:
            changes, made = self._form.written(wanted, self._language)
            data = self._form.rebuilt(changes)
        except RefusedError as error:
            return _Spoilt(error.message)
        reading = bilingual.parse(data, self._name, self._original).value
        named = addressed(unit.unit for unit in reading)
        meant = {one.fill.unit: one.text for one in made}
        after = {one.id: _said(unit) for unit, one in zip(reading, named, strict=True)}
        message = say("what was to be put in does not fit into {file}; translate it by hand", file=self._name)
        if after.keys() != self._before.keys():
            return _Spoilt(message)
        spoilt = {
            key
            for key, said in self._before.items()
            if not (_reads(after[key], meant[key]) if key in meant else after[key] == said)
        }
        return _Spoilt(message, frozenset(spoilt)) if spoilt else Filled(data, (), tuple(made))

    def _refuse(self, unit: str, message: str) -> None:
        self._refused.append(Finding("F171", message, Place(self._name, unit)))


def _said(unit: BilingualUnit) -> _Said:
    return tuple(variant.content for variant in unit.unit.variants)


def _reads(said: _Said, meant: str) -> bool:
    return len(said) > 1 and "".join([part for part in said[1] if isinstance(part, str)]) == meant


def _opened(data: bytes, name: str, original: Original | None) -> Form | Finding:
    if bilingual.reads_beside(name):
        return _beside(data, name, original)
    opener = _ENDINGS.get(_ending(name))
    if opener is None:
        message = say(
            "{file} is of no kind that can be filled; give PO, XLIFF, Qt’s .ts or a file of strings",
            file=name,
        )
        return Finding("F170", message, Place(name))
    return opener(data, name) or _broken(name)


def _beside(data: bytes, name: str, original: Original | None) -> Form | Finding:
    if original is None:
        message = say(
            "{file} is filled beside the file that it translates; name that with --original", file=name
        )
        return Finding("F173", message, Place(name))
    return strings.opened(data, name, original) or _broken(name)


def _broken(name: str) -> Finding:
    return Finding(
        "F172",
        say("{file} is not filled, since it cannot be read whole; mend it first", file=name),
        Place(name),
    )


def _ending(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()
