"""A glossary as the files that a CAT tool needs, with what the tool will not see of it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from termaccord.formats.flavours.flavour import Made, MadeFile, Tool, Wish
from termaccord.formats.flavours.glossary.comparing import Comparison, Seen
from termaccord.formats.flavours.glossary.entries import Entries
from termaccord.formats.flavours.glossary.languages import code
from termaccord.formats.flavours.glossary.shape import Direction, Entry, GlossaryFlavour, Rejected
from termaccord.formats.flavours.tools.lokalize import LOKALIZE
from termaccord.formats.flavours.tools.memoq import MEMOQ
from termaccord.formats.flavours.tools.omegat import OMEGAT
from termaccord.formats.flavours.tools.termbases import MULTITERM, PHRASE, TRADOS
from termaccord.formats.flavours.tools.toolkit import VIRTAAL, WEBLATE
from termaccord.formats.flavours.tools.wordfast import WORDFAST
from termaccord.formats.termbase.reading import OWN_SOURCE, OWN_XCS
from termaccord.model import DataCategory, Degree, Glossary, Loss, Subject, say

FLAVOURS = {
    flavour.tool: flavour
    for flavour in (OMEGAT, TRADOS, MULTITERM, MEMOQ, WORDFAST, WEBLATE, LOKALIZE, PHRASE, VIRTAAL)
}


def glossary_for(
    tool: Tool,
    glossary: Glossary,
    stem: str,
    source: str,
    target: str,
    codes: Mapping[str, str] | None = None,
) -> Made:
    """
    Make the files of a glossary for a tool, and read them back by the tool's rules.

    Parameters
    ----------
    tool
        The CAT tool.
    glossary
        All concepts, rejected terms among them.
    stem
        What the file names begin with.
    source, target
        BCP 47; a bare language stands for all its regions.
    codes
        The tool's own code for a language, where its project uses another one.

    Returns
    -------
    The files and whatever was meant and is not seen by the tool's rules.

    """
    return _Making(FLAVOURS[tool], glossary, stem, Wish(tool, source, target, codes or {})).made()


class _Making:
    """One glossary on its way into one tool."""

    def __init__(self, flavour: GlossaryFlavour, glossary: Glossary, stem: str, wish: Wish) -> None:
        self._flavour = flavour
        self._glossary = glossary
        self._stem = stem
        self._wish = wish
        self._seen = Seen()
        self._files: list[MadeFile] = []
        self._ids: dict[int, tuple[str, str]] = {}
        """Our id and the tool's, by the place of the concept in the memory of this run."""

    def made(self) -> Made:
        self._make(self._wish, turned=False)
        if self._flavour.directed:
            wish = self._wish
            self._make(Wish(wish.tool, wish.target, wish.source, wish.codes), turned=True)
        if self._flavour.also is not None:
            more = _Making(self._flavour.also, self._glossary, self._stem, self._wish).made()
            self._files += more.files
        losses = (*self._of_file(), *Comparison(self._flavour, self._wish, self._seen).losses(self._glossary))
        return Made(tuple(self._files), losses)

    def _make(self, wish: Wish, *, turned: bool) -> None:
        """The file of a direction, and the one of its rejected terms."""
        entries = Entries(self._flavour, wish)
        direction = Direction(code(wish.source, wish), code(wish.target, wish))
        way = f".{wish.source}-{wish.target}" if self._flavour.directed else ""
        good = entries.good(self._glossary)
        if not turned:
            self._note_ids(good)
        self._write(good, direction, way, turned=turned)
        if self._flavour.rejected is Rejected.APART:
            rejected = entries.rejected(self._glossary)
            if rejected:
                self._write(rejected, direction, f"{way}.rejected", turned=turned, apart=True)

    def _write(
        self, entries: tuple[Entry, ...], direction: Direction, way: str, *, turned: bool, apart: bool = False
    ) -> None:
        flavour = self._flavour
        data = flavour.writes(entries, direction, replace(self._glossary, concepts=()))
        name = f"{self._stem}{way}{flavour.ending}"
        note = (
            flavour.note
            if not apart
            else say(
                "it warns of rejected terms where the glossary is kept as a file; uploaded, they would be taken for good ones"
            )
        )
        languages = (direction.source, direction.target) if flavour.directed else ("", "")
        self._files.append(MadeFile(name, data, note, languages))
        shown = flavour.sees(data, direction)
        self._seen.take((one.turned if turned else one for one in shown), name if apart else "")

    def _note_ids(self, entries: tuple[Entry, ...]) -> None:
        for entry in entries:
            self._ids.setdefault(id(entry.concept), (entry.concept.id, entry.id))

    # -- what a file does not say -----------------------------------------------------------------------------

    def _of_file(self) -> Iterator[Loss]:
        flavour, tool = self._flavour, self._flavour.tool.value
        if self._glossary.title and not flavour.titled:
            why = say("{tool} does not show it", tool=flavour.name)
            yield Loss(Subject.HEADER, Degree.GONE, why, text=self._glossary.title, tool=tool)
        for text in [] if flavour.headed else _texts(self._glossary.extra):
            why = say("the file for {tool} has a header of its own", tool=flavour.name)
            yield Loss(Subject.HEADER, Degree.GONE, why, text=text, tool=tool)
        if not flavour.identified and self._ids:
            why = say("{tool} numbers the entries itself", tool=flavour.name)
            for given, _theirs in self._ids.values():
                yield Loss(Subject.ID, Degree.GONE, why, given, text=given, tool=tool)
            return
        for given, theirs in self._ids.values():
            if given and given != theirs:
                why = say("{tool} takes ids of Latin letters and digits, each once", tool=flavour.name)
                yield Loss(Subject.ID, Degree.CHANGED, why, given, "", given, theirs, tool)


def _texts(categories: tuple[DataCategory, ...]) -> Iterator[str]:
    for category in categories:
        if category.text and category.text not in {OWN_SOURCE, *OWN_XCS}:
            yield category.text
        yield from _texts(category.children)
