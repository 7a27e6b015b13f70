"""What each tool wants of a memory, with the source of every rule."""

from dataclasses import dataclass

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.memory.cleaning import Level
from termaccord.model import Message, say

TABULATED = ".txt"
"""How a file ends whose fields stand between tabulators."""
MISREAD = frozenset({"file", "id", "prev", "next", "path", "x-ice", "x-100pc"})
"""Properties that make OmegaT 3.6 take a unit for an alternative translation, or for one that is locked."""


@dataclass(frozen=True, slots=True)
class MemoryFlavour:
    """What a tool wants of a memory."""

    tool: Tool
    name: str
    note: Message
    level: Level = 2
    """1 for tools that take native code for text."""
    ending: str = ".tmx"
    longest: int = 0
    """Characters of a segment; 0 where no limit is known."""
    misread: frozenset[str] = frozenset()
    """Properties that must have another name."""
    reads: frozenset[str] | None = None
    """The only properties that the tool reads; None where it keeps them, or nobody says."""
    exact: bool = False
    """Whether the tool compares the codes of languages letter by letter."""


TOOLKIT_READS = frozenset({"x-context"})
FLAVOURS = {
    flavour.tool: flavour
    for flavour in (
        # The project's findings with OmegaT 3.6 (run), 6.1 (schema run, program read).
        MemoryFlavour(
            Tool.OMEGAT,
            "OmegaT",
            say("put it into the folder tm, or into tm/auto to have exact matches inserted"),
            misread=MISREAD,
        ),
        # RWS documentation, “Importing TM content”: 1 GB a file, 2,000 characters a segment; pairs of other languages
        # than the memory's are passed over without a word.
        MemoryFlavour(
            Tool.TRADOS,
            "Trados",
            say("import it into a memory of the same languages, regions included"),
            longest=2000,
        ),
        # memoQ asks for the languages in a dialog; nothing more was found.
        MemoryFlavour(
            Tool.MEMOQ, "memoQ", say("import it into a memory and choose the languages in the dialog")
        ),
        # Phrase documentation, “Translation unit metadata”: one target for each language is kept.
        MemoryFlavour(Tool.PHRASE, "Phrase", say("import it on the page of the translation memory")),
        # Weblate 5.14.3 (run): an unknown or missing language refuses the file; translate-toolkit glues code into text.
        MemoryFlavour(
            Tool.WEBLATE,
            "Weblate",
            say("import it under the project's translation memory; each direction has its own file"),
            level=1,
            reads=TOOLKIT_READS,
            exact=True,
        ),
        # translate-toolkit 3.20.4, `translate.storage.tmx` (run).
        MemoryFlavour(
            Tool.VIRTAAL,
            "Virtaal",
            say("build the local memory of it; each direction has its own file"),
            level=1,
            reads=TOOLKIT_READS,
            exact=True,
        ),
        # Lokalize (read): the source must be “en”, the target the project's code; 22.12 parses a TMX and stores nothing.
        MemoryFlavour(
            Tool.LOKALIZE,
            "Lokalize",
            say(
                "add it under translation memories; version 22.12 reads it and stores nothing, take a newer one"
            ),
            level=1,
            reads=frozenset({"x-context", "x-file", "x-pluralform", "x-approved"}),
            exact=True,
        ),
        # Wordfast wiki, “The WFC translation memory format”: 8,000 characters a segment, codes of at most 5 characters.
        MemoryFlavour(
            Tool.WORDFAST,
            "Wordfast",
            say("select it as the translation memory of this direction and let Wordfast reorganise it"),
            level=1,
            ending=TABULATED,
            longest=8000,
            reads=frozenset(),
        ),
    )
}
"""MultiTerm holds terms and no memories."""
