"""TMX files with something wrong: our own, changed in one to three places."""

from collections.abc import Callable
from random import Random

from lxml import etree

ELEMENTS = [
    *("header", "body", "note", "prop", "ude", "map", "tu", "tuv", "seg"),
    *("bpt", "ept", "ph", "it", "hi", "ut", "sub", "tmx", "stranger", "g"),
]
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ATTRIBUTES = [
    *(
        LANG,
        "lang",
        "version",
        "type",
        "i",
        "x",
        "pos",
        "segtype",
        "srclang",
        "datatype",
        "o-tmf",
        "unicode",
        "name",
    ),
    *("creationtool", "adminlang", "assoc", "tuid", "o-encoding", "base", "colour", "usagecount", "changeid"),
]
VALUES = [
    "",
    "1",
    "en",
    "1.1",
    "1.2",
    "1.3",
    "1.4",
    "1.4b",
    "begin",
    "end",
    "sentence",
    "block",
    "phrases",
    "ru_RU",
]
Change = Callable[[Random, list[etree._Element]], None]


def mutant(data: bytes, seed: int) -> bytes:
    """The file changed in one to three places; the same seed gives the same change."""
    random = Random(seed)  # noqa: S311 - to be the same each time
    root = etree.fromstring(data)
    for _ in range(random.choice([1, 1, 2, 3])):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        random.choice(CHANGES)(random, elements)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def delete(random: Random, elements: list[etree._Element]) -> None:
    victim = random.choice(elements)
    parent = victim.getparent()
    if parent is not None:
        parent.remove(victim)


def double(random: Random, elements: list[etree._Element]) -> None:
    victim = random.choice(elements)
    parent = victim.getparent()
    if parent is not None:
        parent.insert(
            random.randrange(len(parent) + 1), etree.fromstring(etree.tostring(victim, with_tail=False))
        )


def move(random: Random, elements: list[etree._Element]) -> None:
    victim, home = random.choice(elements), random.choice(elements)
    parent = victim.getparent()
    if parent is not None and home not in set(victim.iter()):
        parent.remove(victim)
        victim.tail = None
        home.insert(random.randrange(len(home) + 1), victim)


def rename(random: Random, elements: list[etree._Element]) -> None:
    victim = random.choice(elements)
    if victim.getparent() is not None:
        victim.tag = random.choice(ELEMENTS)


def insert(random: Random, elements: list[etree._Element]) -> None:
    home = random.choice(elements)
    home.insert(random.randrange(len(home) + 1), etree.Element(random.choice(ELEMENTS)))


def strip(random: Random, elements: list[etree._Element]) -> None:
    victim = random.choice(elements)
    if victim.attrib:
        del victim.attrib[random.choice(sorted(victim.attrib))]


def set_one(random: Random, elements: list[etree._Element]) -> None:
    random.choice(elements).set(random.choice(ATTRIBUTES), random.choice(VALUES))


def write(random: Random, elements: list[etree._Element]) -> None:
    victim = random.choice(elements)
    if random.random() < 0.5:
        victim.text = "stray"
    elif victim.getparent() is not None:
        victim.tail = "stray"


def older(random: Random, elements: list[etree._Element]) -> None:
    """Make the file one of another version, as far as its languages and its number go."""
    elements[0].set("version", random.choice(["1.1", "1.2", "1.3", "1.4"]))
    if random.random() < 0.6:
        for element in elements:
            if LANG in element.attrib:
                element.set("lang", element.attrib.pop(LANG))


CHANGES: list[Change] = [delete, double, move, rename, insert, strip, set_one, write, older, older]
