"""Pieces of a termbase as one file would write them: in its edition, its dialect, its prefixes, its indentation."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from termaccord.formats.markup.layout import Element, lines
from termaccord.formats.markup.scan import Tag
from termaccord.formats.markup.text import legal
from termaccord.formats.termbase.dialects import Dialect
from termaccord.formats.termbase.fitting import Level
from termaccord.formats.termbase.vocabulary import FORM_DUAL, FORM_V4, MODULES, NAMESPACE_2019
from termaccord.formats.termbase.writing import TbxWriter
from termaccord.model import Concept, DataCategory, Glossary, LanguageSection, Term

_XMLNS = re.compile(r"xmlns:(.+)")
_ONLY_IN_V4 = re.compile(
    rf"""<p>{FORM_V4}</p>|"""
    r"""<\?xml-model\s[^>]*(?:basic_schema\.sch|core_schema\.(?:rng|xsd))"""
    r"""|<[\w:]*termNote\s[^>]*["'](?:usageStatus["']|partOfSpeech["'][^>]*>\s*properNoun\s*<)"""
    r"""|<[\w:]*transac\s[^>]*["']transactionType["'][^>]*>\s*creation\s*<"""
)
"""What Version 4 of TBX-Basic has and 1.2.1 has not: its schemas, a category and two values."""


def dialect_of(root: Tag, source: str) -> Dialect:
    """The dialect of ours that is nearest to what a file is written in."""
    said = root.attributes
    if root.name == "martif":
        return Dialect.BASIC_2008 if said.get("type") == "TBX-Basic" else Dialect.DEFAULT_2008
    tagged = said.get("style", "").lower() == "dct"
    match said.get("type", "").lower():
        case "tbx-core":
            return Dialect.CORE
        case "tbx-min":
            return Dialect.MIN_DCT if tagged else Dialect.MIN_DCA
    if tagged:
        return Dialect.BASIC_DCT
    if f"<p>{FORM_DUAL}</p>" in source:
        return Dialect.DUAL
    return Dialect.BASIC_V4 if _ONLY_IN_V4.search(source) else Dialect.BASIC_DCA


class Pieces(TbxWriter):
    """Writes parts of one glossary as parts of one file."""

    def __init__(self, glossary: Glossary, root: Tag, source: str) -> None:
        super().__init__(glossary, dialect_of(root, source), "")
        said = root.attributes
        spaces = {uri: found[1] for name, uri in said.items() if (found := _XMLNS.fullmatch(name))}
        prefix = spaces.get(NAMESPACE_2019, "") if root.name == "tbx" and "xmlns" not in said else ""
        self._prefixes = {module: spaces[uri] for module, uri in MODULES.items() if uri in spaces}
        self._core = f"{prefix}:" if prefix else ""

    def concept(self, concept: Concept) -> Element:
        return self._dressed(self._concept(concept))

    def section(self, section: LanguageSection) -> Element:
        return self._dressed(self._section(section, ""))

    def term(self, term: Term) -> Element:
        return self._dressed(self._term(term, ""))

    def said(self, category: DataCategory, level: Level) -> tuple[Element, ...]:
        """A data category, and the notes that say what the dialect cannot."""
        return self._all(self._fit_all([category], level, ""))

    def status(self, term: Term) -> tuple[Element, ...]:
        """The status of a term, and a note where the dialect has no word for it."""
        fitted = self._status(term)
        return self._all((*fitted.elements, *(Element("note", (), (), (note,)) for note in fitted.notes)))

    def noted(self, category: str, value: str) -> tuple[Element, ...]:
        """A picklist value of a term."""
        fitted = self._fitting.value(category, value)
        return self._all((*fitted.elements, *(Element("note", (), (), (note,)) for note in fitted.notes)))

    def words(self, term: Term) -> Element:
        """The ``term`` itself."""
        word = DataCategory("term", "", term.text, (), (), term.marked)
        return self._dressed(Element("term", (), (), self._fitting.text(word, squeezed=True)))

    def _all(self, elements: Iterable[Element]) -> tuple[Element, ...]:
        return tuple(self._dressed(element) for element in elements)

    def _dressed(self, element: Element) -> Element:
        """With the prefixes that the file has declared; a module it has not is declared on the element."""
        module, _, local = element.name.rpartition(":")
        attributes, name = element.attributes, f"{self._core}{local}"
        if module:
            name = f"{self._prefixes.get(module, module)}:{local}"
            attributes += () if module in self._prefixes else ((f"xmlns:{module}", MODULES[module]),)
        children = tuple(self._dressed(child) for child in element.children)
        return replace(element, name=name, attributes=attributes, children=children)


def written(elements: Sequence[Element], lead: str, unit: str) -> str:
    r"""
    Elements as source, each behind `lead`: a line break and indentation, or nothing where the file has all in one line.

    >>> written([Element("note", (), (), ("seen",))], "\n  ", "  ")
    '\n  <note>seen</note>'
    """
    parts = []
    for element in elements:
        for line in lines(element):
            bare = line.lstrip(" ")
            depth = (len(line) - len(bare)) // 2
            parts.append(f"{lead}{unit * depth if lead else ''}{bare}")
    return legal("".join(parts))
