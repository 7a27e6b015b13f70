"""Data categories in use: whether a dialect has them, where they stand and what they say."""

from typing import Protocol

from termaccord.formats.validity.termbase import meanings, sayings
from termaccord.formats.validity.termbase.categories import TYPED, Category
from termaccord.formats.validity.termbase.datatypes import CHECKS, WEB, squeezed
from termaccord.formats.validity.termbase.dialects import Rules, Standard
from termaccord.formats.validity.termbase.element import Element
from termaccord.formats.validity.termbase.grammar import Attribute
from termaccord.model import Message

LISTED_BY_SCHEMA = {
    Standard.MIN_DCA: frozenset({"admin", "descrip", "termNote", "xref"}),
    Standard.BASIC_DCA: frozenset({"admin", "descrip", "ref", "termNote", "transac", "transacNote", "xref"}),
}
"""The elements whose types the published Schematron looks at."""


class Complain(Protocol):
    """Takes a complaint about an element."""

    def __call__(self, code: str, message: Message, element: Element, beyond: str = ...) -> None: ...


class Refer(Protocol):
    """Takes an id that must be in the file."""

    def __call__(self, target: str, element: Element, beyond: str = ...) -> None: ...


class Usage:
    """The data categories of one dialect, held against a file."""

    def __init__(self, rules: Rules, complain: Complain, refer: Refer) -> None:
        self.allows_foreign = rules.modules is None or bool(rules.modules)
        self._rules = rules
        self._complain = complain
        self._refer = refer
        self._by_tag = {
            (module.namespace, name): category
            for module in rules.modules or ()
            for name, category in module.categories.items()
        }
        self._names = [
            f"{module.name}:{name}" for module in rules.modules or () for name in module.categories
        ]

    def stranger(self, element: Element) -> tuple[str, Message]:
        """The code and the sentence for an element of another namespace where none may stand."""
        known = self._by_tag.get((element.namespace, element.local))
        if known is not None:
            return "F320", meanings.wrong_level(known, self._rules.title)
        return "F311", meanings.unknown_tag(element, self._names, self._rules.title)

    def start(self, element: Element) -> None:
        """Judge the data category that an element names."""
        if element.foreign:
            self._start_tag(element)
        elif element.name in TYPED and self._rules.categories is not None:
            self._start_attribute(element)
        elif self._rules.pairs and not self._by_tag and element.type == "" and element.parent:
            self._complain("F319", meanings.no_category(element), element)
        if element.name == "ec" and self._rules.pairs:
            self._pointer(element)

    def _pointer(self, element: Element) -> None:
        """Judge where an inline code points: to an id or into the web; the Schematrons of style dca forget some."""
        target = element.attributes.get("target")
        if target is not None and not WEB.search(target):
            silent = "web-target" if element.type is not None and not self._by_tag else ""
            self._refer(target, element, silent)

    def end(self, element: Element) -> None:
        """Judge what it says."""
        if element.foreign:
            self._end_tag(element)
        else:
            self._end_attribute(element)

    # -- as attributes ----------------------------------------------------------------------------------------

    def _start_attribute(self, element: Element) -> None:
        if self._by_tag:
            self._complain("F323", meanings.by_attribute(element), element)
            return
        known = self._rules.categories or {}
        category = known.get((element.name, element.type or ""))
        if category is None:
            if element.type is not None:
                self._unknown(element)
            return
        if not category.stands_well(element.above(), element.above(2)):
            self._level(element, category)
        target = element.attributes.get("target", "")
        if element.name == "xref" and self._rules.pairs and target and not WEB.search(target):
            self._complain("F316", sayings.web_address(element, "target", target), element, "web-target")

    def _unknown(self, element: Element) -> None:
        known = [name for kind, name in self._rules.categories or () if kind == element.name]
        seen = LISTED_BY_SCHEMA.get(self._rules.standard)
        silent = "unlisted-type" if seen and element.name not in seen and element.type else ""
        message = meanings.unknown_category(element, known, self._rules.title)
        self._complain("F319", message, element, silent)

    def _level(self, element: Element, category: Category) -> None:
        speech = self._rules.standard is Standard.BASIC_V4 and category.name == "partOfSpeech"
        silent = "grouped-speech" if speech and element.above() == "termNoteGrp" else ""
        self._complain("F320", meanings.wrong_level(category, self._rules.title), element, silent)

    def _end_attribute(self, element: Element) -> None:
        known = self._rules.categories
        category = known.get((element.name, element.type or "")) if known else None
        if category is None:
            return
        title, standard = self._rules.title, self._rules.standard
        if category.values and element.said not in category.values:
            late = standard is Standard.BASIC_DCA and category.name == "transactionType"
            by_node = standard is Standard.BASIC_V4
            silent = "transaction-type" if late else "marked-value" if by_node and element.marked else ""
            silent = "empty-value" if by_node and not element.said else silent
            self._complain("F321", meanings.wrong_value(category, element.said, title), element, silent)
        elif category.values and element.marked:
            self._complain("F321", meanings.has_markup(category.name, title), element, "marked-value")
        elif category.plain and element.marked:
            self._complain("F321", meanings.has_markup(category.name, title), element)

    # -- as tags ----------------------------------------------------------------------------------------------

    def _start_tag(self, element: Element) -> None:
        if not self._by_tag:
            return
        category = self._by_tag.get((element.namespace, element.local))
        if category is None:
            self._complain(*self.stranger(element), element)
            return
        if not category.stands_well(element.above(), element.above(2)):
            reference = category.name == "crossReference" and element.above() == "langSec"
            silent = "level-by-tag" if reference or category.name == "geographicalUsage" else ""
            self._complain("F320", meanings.wrong_level(category, self._rules.title), element, silent)
        self._target(element, category)

    def _target(self, element: Element, category: Category) -> None:
        datatype = category.target.removesuffix("!")
        for name in element.attributes:
            if name != "target" or not datatype:
                message = sayings.unknown_attribute(element, name, self._rules.title)
                self._complain("F315", message, element)
        target = element.attributes.get("target")
        if target is None and category.target.endswith("!"):
            self._complain("F314", sayings.no_attribute(element, "target"), element)
        elif target is not None and datatype and not CHECKS[datatype](squeezed(target)):
            attribute = Attribute("target", datatype=datatype)
            self._complain("F316", sayings.bad_value(element, attribute, target), element)
        elif target is not None and datatype == "IDREF":
            self._refer(target, element)

    def _end_tag(self, element: Element) -> None:
        category = self._by_tag.get((element.namespace, element.local))
        if category is None:
            return
        if category.values and squeezed(element.said) not in category.values:
            message = meanings.wrong_value(category, element.said, self._rules.title)
            self._complain("F321", message, element)
