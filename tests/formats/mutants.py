"""Termbases with one thing changed: what files in the field get wrong, and some that stay right."""

import random
from collections.abc import Callable

from lxml import etree

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
NAMES = (
    *("id", "type", "target", XML_LANG, "datatype", "style", "odd", "isolated", "startRef", "i", "metaType"),
    *("source", "dialect", "disp"),
)
VALUES = (
    *(
        "",
        " ",
        "noun",
        "properNoun",
        "preferred",
        "preferredTerm-admn-sts",
        "preferredTermAdmnSts",
        "creation",
    ),
    *(
        "origination",
        "modification",
        "acronym",
        "checkBox",
        "feminine",
        "obsolete",
        "admitted",
        "bidirectional",
    ),
    *("definition", "context", "subjectField", "source", "customerSubset", "crossReference", "xGraphic"),
    *(
        "externalCrossReference",
        "partOfSpeech",
        "usageStatus",
        "administrativeStatus",
        "termType",
        "termLocation",
    ),
    *("transactionType", "responsibility", "geographicalUsage", "projectSubset", "grammaticalGender"),
    *("en", "ru_RU", "ru-RU", "x", "dca", "dct", "DCA", "TBX-Basic", "TBX-Min", "TBX-Core", "TBX-Own", "TBX"),
    *("c-0", "c-1", "nowhere", "1", "a b", "bold", "italics", "XCSURI", "DCSName", "yes", "no", "fmt"),
    *(
        "https://example.org/a",
        "ftp://example.org",
        "example.png",
        "2026-11-21",
        "20261121",
        "2026-11-21T09:30:00Z",
    ),
    *("2026-02-30", " 2026-11-21 ", "any words at all"),
)
NEW = (
    *(
        "note",
        "hi",
        "foreign",
        "ph",
        "bpt",
        "sc",
        "ec",
        "descrip",
        "admin",
        "ref",
        "xref",
        "termNote",
        "transac",
    ),
    *(
        "descripGrp",
        "adminGrp",
        "transacGrp",
        "termNoteGrp",
        "date",
        "term",
        "tig",
        "termSec",
        "p",
        "stranger",
    ),
    *(
        "adminNote",
        "descripNote",
        "transacNote",
        "item",
        "itemSet",
        "itemset",
        "langSet",
        "langSec",
        "noteGrp",
    ),
)


def mutant(data: bytes, seed: int) -> bytes:
    """The file with one to three changes, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - nothing is secret here
    root = etree.fromstring(data)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        chance.choice(CHANGES)(root, chance)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def some(root: etree._Element, chance: random.Random, *, below: bool = True) -> etree._Element:
    elements = list(root.iter("*"))
    return chance.choice(elements[1:] if below and len(elements) > 1 else elements)


def removed(root: etree._Element, chance: random.Random) -> None:
    element = some(root, chance)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def moved(root: etree._Element, chance: random.Random) -> None:
    element = some(root, chance)
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        parent.insert(chance.randrange(len(parent) + 1), element)


def carried(root: etree._Element, chance: random.Random) -> None:
    element, home = some(root, chance), some(root, chance)
    if home not in set(element.iter()):
        home.insert(chance.randrange(len(home) + 1), element)


def copied(root: etree._Element, chance: random.Random) -> None:
    element = some(root, chance)
    element.addnext(etree.fromstring(etree.tostring(element, with_tail=False)))


def renamed(root: etree._Element, chance: random.Random) -> None:
    element = some(root, chance)
    name = chance.choice((*NEW, *(one.tag for one in root.iter("*"))))
    namespace = etree.QName(element).namespace
    element.tag = name if name.startswith("{") or not namespace else f"{{{namespace}}}{name}"


def inserted(root: etree._Element, chance: random.Random) -> None:
    home = some(root, chance)
    namespace = etree.QName(root).namespace
    name = chance.choice((*NEW, *(one.tag for one in root.iter("*"))))
    new = etree.Element(name if name.startswith("{") or not namespace else f"{{{namespace}}}{name}")
    for _ in range(chance.choice((0, 0, 1, 2))):
        new.set(chance.choice(NAMES), chance.choice(VALUES))
    if chance.random() < 0.5:
        new.text = chance.choice(VALUES)
    home.insert(chance.randrange(len(home) + 1), new)


def said(root: etree._Element, chance: random.Random) -> None:
    some(root, chance).text = chance.choice(VALUES)


def unsaid(root: etree._Element, chance: random.Random) -> None:
    element = some(root, chance, below=False)
    if element.attrib:
        del element.attrib[chance.choice(sorted(element.attrib))]


def changed(root: etree._Element, chance: random.Random) -> None:
    element = some(root, chance, below=False)
    if element.attrib:
        element.set(chance.choice(sorted(element.attrib)), chance.choice(VALUES))


def added(root: etree._Element, chance: random.Random) -> None:
    some(root, chance, below=False).set(chance.choice(NAMES), chance.choice(VALUES))


def loose(root: etree._Element, chance: random.Random) -> None:
    some(root, chance).tail = chance.choice(("loose", " ", "\n", "\N{NO-BREAK SPACE}"))


def wrapped(root: etree._Element, chance: random.Random) -> None:
    element = some(root, chance)
    namespace = etree.QName(root).namespace
    name = chance.choice(("descripGrp", "adminGrp", "transacGrp", "termNoteGrp", "hi", "foreign", "note"))
    group = etree.Element(f"{{{namespace}}}{name}" if namespace else name)
    element.addprevious(group)
    group.append(element)


CHANGES: tuple[Callable[[etree._Element, random.Random], None], ...] = (
    *(removed, moved, carried, copied, renamed, inserted, inserted, said, unsaid, changed, changed, added),
    *(loose, wrapped),
)
