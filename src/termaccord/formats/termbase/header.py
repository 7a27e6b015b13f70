"""The header and the back matter of a TBX file, in the order that each edition wants."""

from termaccord.formats.markup.layout import Element
from termaccord.formats.termbase.dialects import SPECS, Dialect, Spec
from termaccord.formats.termbase.fitting import Fitting
from termaccord.formats.termbase.names import Names
from termaccord.formats.termbase.reading import OWN_SOURCE, OWN_XCS
from termaccord.formats.termbase.texts import RUN, trimmed
from termaccord.formats.termbase.vocabulary import FORM_DUAL, FORM_V4
from termaccord.model import DataCategory, Glossary

XCS = dict(zip((Dialect.BASIC_2008, Dialect.DEFAULT_2008), OWN_XCS, strict=True))
FORMS = {Dialect.BASIC_V4: FORM_V4, Dialect.DUAL: FORM_DUAL}
XCS_TYPES = frozenset({"XCSURI", "XCSContent", "DCSName"})


def header(glossary: Glossary, dialect: Dialect, fitting: Fitting) -> Element:
    """The ``martifHeader`` or ``tbxHeader``; 2019 turns the title and the publication around."""
    spec = SPECS[dialect]
    title = _title(glossary, fitting)
    publication = _paragraphs(glossary, "publicationStmt", fitting)
    sources = _paragraphs(glossary, "sourceDesc", fitting) or (Element("p", (), (), (OWN_SOURCE,)),)
    first = (title, publication) if spec.edition == 2008 else (publication, title)
    named = {"titleStmt": title, "publicationStmt": publication}
    description = [
        Element(next(n for n, c in named.items() if c is part), (), part) for part in first if part
    ]
    description.append(Element("sourceDesc", (), sources))
    parts = [Element("fileDesc", (), tuple(description))]
    encoding = _encoding(glossary, dialect, fitting)
    parts += [Element("encodingDesc", (), encoding)] if encoding else []
    changes = _changes(glossary, fitting)
    parts += [Element("revisionDesc", (), changes)] if changes else []
    return Element("martifHeader" if spec.edition == 2008 else "tbxHeader", (), tuple(parts))


def _of_kind(glossary: Glossary, kind: str) -> list[DataCategory]:
    return [category for category in glossary.extra if category.kind == kind]


def _title(glossary: Glossary, fitting: Fitting) -> tuple[Element, ...]:
    notes = [child for e in _of_kind(glossary, "titleStmt") for child in e.children if child.kind == "note"]
    words = trimmed((RUN.sub(" ", glossary.title),))
    if not words and not notes:
        return ()
    title = Element("title", (), (), words)
    return (title, *[Element("note", (), (), fitting.text(note)) for note in notes])


def _paragraph(category: DataCategory, fitting: Fitting) -> Element:
    typed = (("type", category.type),) if category.type in XCS_TYPES else ()
    return Element("p", typed, (), fitting.text(category))


def _paragraphs(glossary: Glossary, kind: str, fitting: Fitting) -> tuple[Element, ...]:
    found = [child for e in _of_kind(glossary, kind) for child in e.children if child.kind == "p"]
    return tuple(_paragraph(child, fitting) for child in found)


def _encoding(glossary: Glossary, dialect: Dialect, fitting: Fitting) -> tuple[Element, ...]:
    """The encoding description; which constraints a file follows is the dialect's to say."""
    found = [child for e in _of_kind(glossary, "encodingDesc") for child in e.children if child.kind == "p"]
    told = [child for child in found if child.text not in FORMS.values()]
    free = tuple(_paragraph(child, fitting) for child in told if child.type not in XCS_TYPES)
    constraints = [child for child in found if child.type in XCS_TYPES]
    if dialect is Dialect.DEFAULT_2008 and constraints:
        return tuple(_paragraph(child, fitting) for child in constraints) + free
    own = (Element("p", (("type", "XCSURI"),), (), (XCS[dialect],)),) if dialect in XCS else ()
    form = (Element("p", (), (), (FORMS[dialect],)),) if dialect in FORMS else ()
    return own + form + free


def _changes(glossary: Glossary, fitting: Fitting) -> tuple[Element, ...]:
    found = [
        child for e in _of_kind(glossary, "revisionDesc") for child in e.children if child.kind == "change"
    ]
    changes = []
    for change in found:
        paragraphs = tuple(_paragraph(child, fitting) for child in change.children if child.kind == "p")
        changes += [Element("change", (), paragraphs)] if paragraphs else []
    return tuple(changes)


def back(glossary: Glossary, spec: Spec, fitting: Fitting, names: Names) -> tuple[Element, ...]:
    """The back matter: the persons and sources that entries refer to."""
    lists = []
    for category in _of_kind(glossary, "refObjectList"):
        objects = [_object(child, fitting, names) for child in category.children if child.kind == "refObject"]
        full = tuple(element for element in objects if element.children)
        if full:
            called = "refObjectList" if spec.edition == 2008 else "refObjectSec"
            lists.append(Element(called, (("type", category.type or "other"),), full))
    return (Element("back", (), tuple(lists)),) if lists else ()


def _object(category: DataCategory, fitting: Fitting, names: Names) -> Element:
    identity = tuple((name, names.give(value)) for name, value in category.attributes if name == "id")
    return Element("refObject", identity, tuple(_items(category, fitting)))


def _items(category: DataCategory, fitting: Fitting) -> list[Element]:
    """All items below; TBX-Basic has no sets and groups of them."""
    items: list[Element] = []
    for child in category.children:
        if child.kind == "item":
            typed = (("type", child.type),) if child.type else ()
            items.append(Element("item", typed, (), fitting.text(child)))
        else:
            items += _items(child, fitting)
    return items
