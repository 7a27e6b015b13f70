"""Files of strings: the texts behind their keys."""

from termaccord.formats.patches.layout import Address, Layout, Passage, RefusedError, spliced
from termaccord.formats.strings import files
from termaccord.formats.strings.conventions import named
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


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
