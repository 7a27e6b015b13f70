"""
Weblate and Virtaal, which read TBX through translate-toolkit: a file each direction, an entry for each pair.

Sources: translate-toolkit 3.20.4, `translate.storage.tbx` (run); Weblate 5.14.3 (run), its documentation, page
“TermBase eXchange format” (2026.7) and pull request 21565; the project's findings.
Languages are taken by position or told by name, of each only the first term; a whole entry is dropped where a term of
it is deprecated; “forbidden” as the status of all terms of a language makes the entry a forbidden translation.
"""

from collections.abc import Callable, Iterator
from io import BytesIO

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossary.facts import notes
from termaccord.formats.flavours.glossary.languages import REJECTED
from termaccord.formats.flavours.glossary.shape import Direction, Entry, GlossaryFlavour, Rejected, Shown
from termaccord.formats.flavours.glossary.tbx import undecided
from termaccord.formats.flavours.glossary.tidying import tidy
from termaccord.formats.markup.layout import Element, Pairs, lines
from termaccord.model import Glossary, LanguageSection, say

FORBIDDEN = "forbidden"
START = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">\n'


def writes(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """
    TBX as Weblate reads it, source first.

    A note “from” the translator is no TBX, and the only place for what is said of a rendering.
    """
    return _written(entries, direction, header, (("from", "translator"),))


def writes_plainly(entries: tuple[Entry, ...], direction: Direction, header: Glossary) -> bytes:
    """The same in valid TBX: source first, for a reader that is told no language takes them by position."""
    return _written(entries, direction, header, ())


def _written(entries: tuple[Entry, ...], direction: Direction, header: Glossary, noted: Pairs) -> bytes:
    title = tidy(header.title)
    titled = (Element("titleStmt", (), (_texted("title", title),)),) if title else ()
    made_by = Element("sourceDesc", (), (_texted("p", "termaccord"),))
    top = Element("martifHeader", (), (Element("fileDesc", (), (*titled, made_by)),))
    body = Element("body", (), tuple(_entry(entry, noted) for entry in entries))
    languages = (("type", "TBX"), ("xml:lang", direction.source))
    root = Element("martif", languages, (top, Element("text", (), (body,))))
    return (START + "\n".join(lines(root)) + "\n").encode()


def _entry(entry: Entry, noted: Pairs) -> Element:
    given = entry.concept
    said = [("subjectField", given.subject_field)]
    said += [("definition", d.text) for d in (given.definition,) if d]
    said += [("definition", s.definition.text) for s in entry.languages if s.definition]
    said += [("Usage note", text) for text in notes(given.extra)]
    described = [_texted("descrip", tidy(text), ("type", kind)) for kind, text in said if tidy(text)]
    source, target = entry.languages
    sections = (_section(entry, source, None), _section(entry, target, noted))
    return Element("termEntry", (("id", entry.id),), (*described, *sections))


def _section(entry: Entry, section: LanguageSection, of_translator: Pairs | None) -> Element:
    """A language with its one term; what is said of a rendering is a note of the translator's."""
    term = section.terms[0]
    forbidden = term.status in REJECTED
    told = list(notes(section.extra)) + list(notes(term.extra))
    if term.status is not None and undecided(entry.concept, section.language, term):
        told.append(term.status.value)
    contexts = [_texted("descrip", tidy(c.text), ("type", "context")) for c in term.contexts if tidy(c.text)]
    if of_translator is None:
        noted = [_texted("descrip", text, ("type", "Usage note")) for text in told]
    else:
        noted = [_texted("note", text, *of_translator) for text in told]
    status = [_texted("termNote", FORBIDDEN, ("type", "administrativeStatus"))] if forbidden else []
    inside = Element("tig", (), (_texted("term", term.text), *status, *contexts))
    return Element("langSet", (("xml:lang", section.language),), (*noted, inside))


def _texted(name: str, text: str, *attributes: tuple[str, str]) -> Element:
    return Element(name, attributes, (), (text,))


def sees(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """Read a file with translate-toolkit itself, as Weblate does: the source told, the target told."""
    return tuple(_shown(data, direction, told=True))


def sees_pairs(data: bytes, direction: Direction) -> tuple[Shown, ...]:
    """The same of a tool that shows a term and its rendering; that it shows more is nowhere said."""
    return tuple(
        Shown(s.source, s.target, frozenset(), s.forbidden) for s in _shown(data, direction, told=False)
    )


def _shown(data: bytes, direction: Direction, *, told: bool) -> Iterator[Shown]:
    from translate.storage.tbx import tbxfile  # noqa: PLC0415  # takes longer to load than most files to read

    parse: Callable[..., tbxfile] = tbxfile
    file = parse(BytesIO(data), direction.source, direction.target) if told else parse(BytesIO(data))
    for unit in file.units:
        if unit.isobsolete():
            continue
        statuses = {(term.administrative_status or "").lower() for term in unit.get_target_terms()}
        target = unit.target or ""
        forbidden = target if statuses and statuses <= {FORBIDDEN, "obsolete"} else ""
        found = {line for origin in (None, "definition", "pos") for line in unit.getnotes(origin).split("\n")}
        yield Shown(unit.source or "", target, frozenset(tidy(line) for line in found if line), forbidden)


WEBLATE = GlossaryFlavour(
    Tool.WEBLATE,
    "Weblate",
    ".tbx",
    writes,
    sees,
    say(
        "upload it to the glossary's translation into the second language; in a repository it is named after that language"
    ),
    rejected=Rejected.APART,
    directed=True,
    headed=False,
)
VIRTAAL = GlossaryFlavour(
    Tool.VIRTAAL,
    "Virtaal",
    ".tbx",
    writes_plainly,
    sees_pairs,
    say("add it as a terminology file in Virtaal's settings for this direction"),
    directed=True,
    headed=False,
)
