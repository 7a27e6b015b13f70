"""Files of strings: the texts behind their keys."""

from termaccord.formats.patches.layout import Address, Layout, Passage, RefusedError, spliced
from termaccord.formats.patches.units import texts
from termaccord.formats.strings import catalogue, files
from termaccord.formats.strings.conventions import named
from termaccord.formats.strings.objects import JsonWriter
from termaccord.model import Place, say


def layout(data: bytes, name: str) -> Layout | None:
    """Lay out a translation; None where it cannot be read whole."""
    file = files.parse(data, name).value
    if file is None:
        return None
    entries = {(entry.identifier, ""): entry for entry in file.entries}
    told = named(name)
    language = file.language or (told.language if told else "")

    def addressed(place: Place) -> Address:
        own = not place.language or not language or _primary(place.language) == _primary(language)
        return (place.unit, "" if own else place.language)

    def passage(address: Address) -> Passage:
        if address not in entries:
            raise RefusedError(
                say("the source text of {file} is not changed: change the original", file=name)
            )
        return Passage(entries[address].text, entries[address].stretches)

    return Layout(
        file.source,
        {address: (entry.text, repr(entry.codes)) for address, entry in entries.items()},
        passage,
        lambda changes: file.code.encode(spliced(file.source, changes)),
        file.part,
        skippable=lambda _: False,
        addressed=addressed,
    )


def catalogue_layout(data: bytes, name: str) -> Layout | None:
    """Lay out a string catalogue of Xcode; None where it cannot be read whole."""
    opened = catalogue.opened(data, name).value
    if opened is None:
        return None
    found = texts(opened.units)
    leaves = {id(unit): leaf for unit, leaf in zip(opened.units, opened.leaves, strict=True)}

    def passage(address: Address) -> Passage:
        unit, number = found.units[address]
        entry = leaves[id(unit)].target
        if number == 0 or entry is None:
            raise RefusedError(
                say("the source text of {file} is not changed: change the original", file=name)
            )
        return Passage(entry.text, entry.stretches)

    return Layout(
        opened.source,
        found.shown,
        passage,
        lambda changes: opened.code.encode(spliced(opened.source, changes)),
        JsonWriter(opened.code),
        skippable=lambda _: False,
        addressed=found.addressed,
    )


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
