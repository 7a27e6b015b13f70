"""Two files of strings, one the translation of the other, joined by their keys."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from termaccord.formats.localisation.languages import from_name
from termaccord.formats.localisation.plurals import categories, rank
from termaccord.formats.localisation.unit import BilingualUnit, Half, State, bilingual
from termaccord.formats.reading import Reading
from termaccord.formats.strings import files
from termaccord.formats.strings.conventions import named
from termaccord.formats.strings.entries import Entry, StringFile
from termaccord.model import Finding, Place, Severity, say


@dataclass(frozen=True, slots=True)
class Original:
    """The file of strings that another one translates."""

    data: bytes
    name: str
    """The path as the user knows it."""


@dataclass(frozen=True, slots=True)
class Couple:
    """A string of the original, or a form of it that the language of the translation has, beside its translation."""

    source: Entry
    form: str
    target: Entry | None

    @property
    def identifier(self) -> str:
        return replace(self.source, form=self.form).identifier


@dataclass(frozen=True, slots=True)
class Joined:
    """Both files, opened."""

    source: StringFile
    target: StringFile
    languages: tuple[str, str]
    couples: tuple[Couple, ...]


@lru_cache(maxsize=2)
def _original(data: bytes, name: str) -> Reading[StringFile | None]:
    """An original, which is read again and again while its translation is filled."""
    return files.parse(data, name)


def joined(data: bytes, name: str, original: Original) -> Reading[Joined | None]:
    """Open a translation and its original; None where one of them cannot be read whole."""
    source, target = _original(original.data, original.name), files.parse(data, name)
    findings = (*source.findings, *target.findings)
    if source.value is None or target.value is None:
        return Reading(None, findings)
    languages = (_language(source.value, original.name), _language(target.value, name))
    couples = tuple(_couples(source.value, target.value, languages[1]))
    extra = _extra(target.value, couples)
    if extra:
        message = say(
            "{file} has strings that {original} has not; they are passed over: {count}, the first being “{key}”",
            count=len(extra),
            file=name,
            original=original.name,
            key=extra[0].identifier,
        )
        findings += (Finding("F132", message, Place(name, line=extra[0].line), Severity.INFO),)
    return Reading(Joined(source.value, target.value, languages, couples), findings)


def parse(data: bytes, name: str, original: Original) -> Reading[tuple[BilingualUnit, ...]]:
    """
    The strings of the original in their order, each with its translation.

    Forms of a plural are units of their own: those that the language of the translation has (CLDR), each beside the
    form of the same name, or beside “other” where the original has none of that name.
    """
    reading = joined(data, name, original)
    if reading.value is None:
        return Reading((), reading.findings)
    languages = reading.value.languages
    first: dict[str, int] = {}
    for couple in reading.value.couples:
        first.setdefault(couple.source.key, couple.source.line)
    units = tuple(unit(couple, languages, first[couple.source.key]) for couple in reading.value.couples)
    return Reading(units, reading.findings)


def alone(data: bytes, name: str) -> Reading[tuple[BilingualUnit, ...]]:
    """The strings of a file beside which there is no other: nothing of them is translated."""
    reading = files.parse(data, name)
    if reading.value is None:
        return Reading((), reading.findings)
    languages = (_language(reading.value, name), "und")
    couples = (Couple(entry, entry.form, None) for entry in reading.value.entries)
    return Reading(tuple(unit(one, languages, one.source.line) for one in couples), reading.findings)


def unit(couple: Couple, languages: tuple[str, str], line: int) -> BilingualUnit:
    """A couple as a unit; `line` is where its string begins in the original."""
    source, target = couple.source, couple.target
    text = target.text.strip() if target else ""
    state = source.state or (State.TRANSLATED if text else State.UNTRANSLATED)
    if target is not None and target.state is not None and state is not State.LOCKED:
        state = target.state
    found = bilingual(
        couple.identifier,
        Half(languages[0] or "und", source.shown),
        Half(languages[1] or "und", target.shown if target and text else (), target.line if target else None),
        state,
        notes=(source.note,) if source.note else (),
    )
    if not couple.form:
        return replace(found, source_line=line)
    # forms that are written alike are told apart by it, in a memory too
    properties = (*found.unit.properties, ("x-context-plural", couple.form))
    form = rank(couple.form, languages[1])
    return replace(found, unit=replace(found.unit, properties=properties), source_line=line, form=form)


def _language(file: StringFile, name: str) -> str:
    told = named(name)
    return file.language or (told.language if told else from_name(name))


def _couples(source: StringFile, target: StringFile, language: str) -> Iterator[Couple]:
    held = {entry.identifier: entry for entry in target.entries}
    forms: dict[str, dict[str, Entry]] = {}
    for entry in source.entries:
        if entry.form:
            forms.setdefault(entry.key, {})[entry.form] = entry
    done: set[str] = set()
    for entry in {one.identifier: one for one in source.entries}.values():
        if not entry.form:
            yield Couple(entry, "", held.get(entry.identifier))
        elif entry.key not in done:
            done.add(entry.key)
            yield from _forms(forms[entry.key], held, language)


def _forms(forms: Mapping[str, Entry], held: Mapping[str, Entry], language: str) -> Iterator[Couple]:
    model = forms.get("other") or next(iter(forms.values()))
    theirs = (form for form in forms if replace(model, form=form).identifier in held)
    for form in dict.fromkeys((*categories(language), *theirs)):
        source = forms.get(form, model)
        identifier = replace(model, form=form).identifier
        yield Couple(source, form, held.get(identifier))


def _extra(target: StringFile, couples: tuple[Couple, ...]) -> list[Entry]:
    """What the translation has and the original has not."""
    known = {couple.identifier for couple in couples}
    return [entry for entry in target.entries if entry.identifier not in known]
