"""
Wordfast: a glossary each direction, a pair and a comment a line.

Sources: Wordfast wiki, “Glossaries Wordfast Classic” (text only, preferably Unicode; a source term, a tabulator, its
translation) and “The WFC translation memory format” (UTF-16). The program itself does not run here.
"""

from collections.abc import Iterator

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossary.facts import notes
from termaccord.formats.flavours.glossary.shape import Direction, Entry, GlossaryFlavour, Shown
from termaccord.formats.flavours.glossary.tbx import undecided
from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.model import Glossary, say

BETWEEN = " | "
ENCODING = "utf-16"


def writes(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """UTF-16 with a byte order mark, lines that end as on Windows, no quoting."""
    del direction, header
    text = "".join("\t".join(_cells(entry)) + "\r\n" for entry in entries)
    return b"\xff\xfe" + text.encode("utf-16-le")


def _cells(entry: Entry) -> tuple[str, str, str]:
    source, target = (section.terms[0] for section in entry.languages)
    return source.text, target.text, BETWEEN.join(dict.fromkeys(_comment(entry)))


def _comment(entry: Entry) -> Iterator[str]:
    given, target = entry.concept, entry.languages[1]
    term = target.terms[0]
    if term.status is not None and undecided(given, target.language, term):
        yield term.status.value
    said = [given.subject_field, given.definition.text if given.definition else ""]
    said += [section.definition.text for section in entry.languages if section.definition]
    yield from (tidy(text) for text in said if tidy(text))
    yield from notes(given.extra)
    for section in entry.languages:
        yield from notes(section.extra)
        yield from notes(section.terms[0].extra)


def sees(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """Read a line as a term, its rendering and what is said of them."""
    del direction
    return tuple(_shown(line) for line in data.decode(ENCODING).split("\r\n") if line)


def _shown(line: str) -> Shown:
    source, target, comment = line.split("\t")
    return Shown(source, target, frozenset(comment.split(BETWEEN)))


WORDFAST = GlossaryFlavour(
    Tool.WORDFAST,
    "Wordfast",
    ".txt",
    writes,
    sees,
    say("select it as a glossary of this direction and let Wordfast reorganise it"),
    directed=True,
    identified=False,
    titled=False,
    headed=False,
)
