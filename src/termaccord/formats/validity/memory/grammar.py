"""
What the document types of TMX 1.1 to 1.4 allow, as tables, and what OmegaT's schemas allow beside them.

Source: the DTDs of TMX 1.1 (1998), 1.2 (2000), 1.3 (2001) and 1.4a (2002), LISA OSCAR.
OmegaT 6.1 and later hold every file in a project's ``tm`` folder against two schemas made after those of 1.1 and 1.4.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

VERSIONS: Final = ("1.1", "1.2", "1.3", "1.4")
NEWEST: Final = "1.4"
OMEGAT: Final = {"1.1": "OmegaT 1.1", "1.4": "OmegaT 1.4"}
"""The grammars by which OmegaT judges, by the version they were made after."""
GRAMMARS: Final = (*VERSIONS, *OMEGAT.values())
EVERY: Final = frozenset(GRAMMARS)


@dataclass(frozen=True, slots=True)
class Step:
    """Children that may stand at one place of an element's content."""

    names: frozenset[str]
    least: int = 0
    most: int | None = None


def _any(names: str) -> Step:
    return Step(frozenset(names.split()))


def _one(name: str) -> Step:
    return Step(frozenset({name}), 1, 1)


def _some(name: str) -> Step:
    return Step(frozenset({name}), 1)


ORDERS: Final[Mapping[str, tuple[Step, ...]]] = {
    "tmx": (_one("header"), _one("body")),
    "header": (_any("note prop ude"),),
    "body": (_any("tu"),),
    "ude": (_some("map"),),
    "map": (),
    "tu": (_any("note prop"), _some("tuv")),
    "tuv": (_any("note prop"), _one("seg")),
}
"""Elements that hold elements only, in this order; the same in every version."""

_CODES_14 = "bpt ept ph it hi ut"
_CODES_11 = "bpt ept ph it ut"
_MIXED_14 = {
    "note": "",
    "prop": "",
    "seg": _CODES_14,
    "hi": _CODES_14,
    "sub": _CODES_14,
    "bpt": "sub",
    "ept": "sub",
    "it": "sub",
    "ph": "sub",
    "ut": "sub",
}
_MIXED_12 = _MIXED_14 | {"ut": ""}
_MIXED_11 = {name: inside for name, inside in _MIXED_12.items() if name != "hi"} | {
    "seg": f"{_CODES_11} sub",
    "sub": _CODES_11,
}

_ABOUT = (
    "o-encoding datatype usagecount lastusagedate creationtool creationtoolversion "
    "creationdate creationid changedate changeid o-tmf"
)
_ATTRIBUTES_14 = {
    "tmx": "version",
    "header": "creationtool! creationtoolversion! segtype! o-tmf! adminlang! srclang! datatype! "
    "o-encoding creationdate creationid changedate changeid",
    "body": "",
    "ude": "name! base",
    "map": "unicode! code ent subst",
    "note": "o-encoding xml:lang lang",
    "prop": "type! o-encoding xml:lang lang",
    "tu": f"{_ABOUT} tuid segtype srclang",
    "tuv": f"{_ABOUT} xml:lang! lang",
    "seg": "",
    "bpt": "i! x type",
    "ept": "i!",
    "it": "pos! x type",
    "ph": "x assoc type",
    "hi": "x type",
    "ut": "x",
    "sub": "datatype type",
}
_ATTRIBUTES_13 = _ATTRIBUTES_14 | {"prop": "type! o-encoding xml:lang"}
_ATTRIBUTES_12 = _ATTRIBUTES_14 | {
    "tmx": "version!",
    "note": "o-encoding lang",
    "prop": "type! o-encoding lang",
    "tuv": f"{_ABOUT} lang!",
}
_ATTRIBUTES_11 = _ATTRIBUTES_12 | {"sub": ""}


@dataclass(frozen=True, slots=True)
class Grammar:
    """What one document type allows where."""

    name: str
    mixed: Mapping[str, frozenset[str]]
    """Elements that hold text, with the elements that may stand in it."""
    required: Mapping[str, frozenset[str]]
    allowed: Mapping[str, frozenset[str]]
    """Attributes, those that are required included."""
    lax: bool = False
    """A schema and no document type: declarations of prefixes are no attributes, and a language has a form."""

    @property
    def elements(self) -> frozenset[str]:
        return frozenset(self.allowed)

    def takes(self, attribute: str, element: str) -> bool:
        """Whether an element may have an attribute."""
        if attribute in self.allowed[element]:
            return True
        return self.lax and attribute.startswith(("xmlns:", "xsi:"))

    def inside(self, parent: str) -> frozenset[str]:
        """Every element that may stand somewhere in another."""
        if parent in ORDERS:
            return frozenset().union(*(step.names for step in ORDERS[parent]))
        return self.mixed.get(parent, frozenset())


def _grammar(
    name: str, mixed: Mapping[str, str], attributes: Mapping[str, str], *, lax: bool = False
) -> Grammar:
    known = {tag: written for tag, written in attributes.items() if tag in mixed or tag in ORDERS}
    return Grammar(
        name,
        {tag: frozenset(inside.split()) for tag, inside in mixed.items()},
        {
            tag: frozenset(a[:-1] for a in written.split() if a.endswith("!"))
            for tag, written in known.items()
        },
        {tag: frozenset(a.rstrip("!") for a in written.split()) for tag, written in known.items()},
        lax,
    )


TABLE: Final[Mapping[str, Grammar]] = {
    grammar.name: grammar
    for grammar in (
        _grammar("1.1", _MIXED_11, _ATTRIBUTES_11),
        _grammar("1.2", _MIXED_12, _ATTRIBUTES_12),
        _grammar("1.3", _MIXED_12, _ATTRIBUTES_13),
        _grammar("1.4", _MIXED_14, _ATTRIBUTES_14),
        _grammar("OmegaT 1.1", _MIXED_11, _ATTRIBUTES_11, lax=True),
        _grammar("OmegaT 1.4", _MIXED_14, _ATTRIBUTES_14, lax=True),
    )
}
ELEMENTS: Final = frozenset().union(*(grammar.elements for grammar in TABLE.values()))
VALUES: Final[Mapping[tuple[str, str], tuple[str, ...]]] = {
    ("header", "segtype"): ("block", "paragraph", "sentence", "phrase"),
    ("tu", "segtype"): ("block", "paragraph", "sentence", "phrase"),
    ("it", "pos"): ("begin", "end"),
}
"""The only values that some attributes may have; the same in every version."""
LANGUAGE_FORM: Final = re.compile(r"\s*[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*\s*|\s*")
"""What OmegaT's schema takes as ``xml:lang``: the type xs:language, or nothing."""
