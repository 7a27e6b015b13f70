"""One dialect's judgement of a termbase, element by element as they come."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from termaccord.formats.validity.termbase import meanings, sayings
from termaccord.formats.validity.termbase.codes import judge_codes
from termaccord.formats.validity.termbase.content import Content, Placing
from termaccord.formats.validity.termbase.datatypes import CHECKS, SPACES, squeezed
from termaccord.formats.validity.termbase.dialects import RULES, Standard
from termaccord.formats.validity.termbase.element import Element
from termaccord.formats.validity.termbase.grammar import (
    Attribute,
    Declaration,
    Kind,
)
from termaccord.formats.validity.termbase.sayings import Complaint
from termaccord.formats.validity.termbase.usage import Usage
from termaccord.model import Message, Severity

FEW = 100
"""Complaints that say the same of different places; further ones are only counted."""
FOREIGN_MARKED = Declaration("", {}, Kind.MIXED)
FOREIGN_PLAIN = Declaration("", {}, Kind.TEXT)


@dataclass(slots=True)
class Frame:
    """An open element as one dialect sees it."""

    declaration: Declaration | None
    """None where the dialect has no such element; nothing in it is judged."""
    content: Content | None
    stray: bool = False
    """Whether text has been found where none may stand."""
    speech: bool = False
    """Whether a part of speech has been found."""


class Judge:
    """
    Holds a termbase against one dialect.

    A judge that is not `thorough` stops at the first fault: it is only asked whether there is one.
    """

    def __init__(self, standard: Standard, *, thorough: bool = True) -> None:
        self.rules = RULES[standard]
        self.grammar = self.rules.grammar()
        self.complaints: list[Complaint] = []
        self.more: Counter[str] = Counter()
        """How many complaints of a code were counted only."""
        self.done = False
        """Whether nothing further is judged."""
        self.errors = 0
        self._thorough = thorough
        self._frames: list[Frame] = []
        self._references: list[tuple[str, int, str, str]] = []
        self._told: Counter[str] = Counter()
        self._usage = Usage(self.rules, self._complain, self._refer)
        text = self.grammar.elements.get("note")
        self._markup = text.names if text else frozenset[str]()

    # -- events -----------------------------------------------------------------------------------------------

    def start(self, element: Element) -> None:
        """Judge a start tag."""
        if self.done:
            return
        if not self._frames:
            self._root(element)
            return
        above = self._frames[-1]
        if above.declaration is None or above.content is None:
            self._frames.append(Frame(None, None))
            return
        declaration, welcome = self._placed(element, above.declaration, above.content)
        if declaration is not None and not element.foreign:
            self._attributes(element, declaration)
        if welcome:
            self._usage.start(element)
        if element.name == "termNote" and element.type == "partOfSpeech":
            above.speech = True
        self._frames.append(Frame(declaration, Content(declaration) if declaration else None))

    def text(self, element: Element, text: str, line: int) -> None:
        """Judge text, or a piece of it; `line` is that of its first word."""
        if self.done:
            return
        frame = self._frames[-1]
        if frame.declaration is None or frame.stray or frame.declaration.kind in {Kind.MIXED, Kind.TEXT}:
            return
        if text.strip(SPACES):
            frame.stray = True
            empty = frame.declaration.kind is Kind.EMPTY
            said = sayings.not_empty(element) if empty else sayings.stray_text(element)
            self._keep(Complaint("F322", said, line, element.concept))

    def end(self, element: Element) -> None:
        """Judge an end tag: what the element lacks, and what it has said."""
        if self.done:
            return
        frame = self._frames.pop()
        declaration, content = frame.declaration, frame.content
        if declaration is None or content is None:
            return
        for place in content.missing():
            silent = "no-term" if declaration.any_order and element.name == "langSec" else ""
            self._complain("F313", sayings.missing(element, place), element, silent)
        self._said(element, declaration)
        self._usage.end(element)
        if element.codes and self.rules.pairs:
            judge_codes(element.codes, self._complain)
        if self.rules.speech and element.name == "termSec" and not frame.speech:
            self._complain("F325", meanings.no_speech(), element, "part-of-speech", Severity.WARNING)

    def finish(self, ids: Mapping[str, int]) -> None:
        """Judge what only the whole file tells: references to ids."""
        for target, line, concept, silent in self._references:
            if target not in ids and not self.done:
                self._keep(Complaint("F318", sayings.dangling(target), line, concept, beyond=silent))

    # -- structure --------------------------------------------------------------------------------------------

    def _root(self, element: Element) -> None:
        title = self.rules.title
        if element.local != self.grammar.root:
            self._complain("F310", sayings.wrong_root(element, self.grammar.root, title), element)
            self.done = True
            return
        declaration = self.grammar.elements[element.local]
        self._frames.append(Frame(declaration, Content(declaration)))
        if element.namespace != self.grammar.namespace:
            said = sayings.wrong_namespace(element, self.grammar.namespace, title)
            self._complain("F310", said, element)
        self._attributes(element, declaration)
        if self.rules.style and element.attributes.get("style") != self.rules.style:
            self._complain("F323", meanings.style(element, self.rules.style, title), element)
        if self.rules.type and element.type != self.rules.type:
            silent = "dialect-name" if self.rules.standard is Standard.BASIC_V4 else ""
            self._complain("F310", meanings.called(element, self.rules.type, title), element, silent)

    def _placed(
        self, element: Element, above: Declaration, content: Content
    ) -> tuple[Declaration | None, bool]:
        """Judge where an element stands; answers how it is to be judged itself, and whether it may stand there at all."""
        title = self.rules.title
        placing = content.take(element.name, element.label)
        known = self.grammar.elements.get(element.name)
        if element.foreign:
            known = FOREIGN_MARKED if content.marked else FOREIGN_PLAIN
            if placing is not Placing.RIGHT or not self._usage.allows_foreign:
                self._complain(*self._usage.stranger(element), element)
                return None, False
            return self._foreign(known), True
        if placing is Placing.STRANGE:
            self._complain("F311", sayings.strange(element, above, self.grammar, title), element)
        elif placing is Placing.LATE:
            self._complain("F312", sayings.late(element, content.last, title), element)
        elif placing is Placing.AGAIN:
            self._complain("F312", sayings.again(element, above), element)
        return known, placing is not Placing.STRANGE

    def _foreign(self, known: Declaration) -> Declaration:
        """How an element of a module is judged: in a dialect as that module says, else as the core structure does."""
        if self.rules.modules is None and known.kind is Kind.MIXED:
            return Declaration("", {}, Kind.MIXED, names=self._markup)
        return FOREIGN_PLAIN

    # -- attributes -------------------------------------------------------------------------------------------

    def _attributes(self, element: Element, declaration: Declaration) -> None:
        for name in element.attributes:
            if name not in declaration.attributes:
                said = sayings.unknown_attribute(element, name, self.rules.title)
                self._complain("F315", said, element)
        for name, attribute in declaration.attributes.items():
            value = element.attributes.get(name)
            if value is not None:
                self._value(element, attribute, value)
            elif attribute.required:
                self._complain("F314", sayings.no_attribute(element, name), element)

    def _value(self, element: Element, attribute: Attribute, value: str) -> None:
        text = squeezed(value)
        checked = value if attribute.datatype == "DIALECT" else text
        listed = not attribute.values or text in attribute.values
        if not listed or not _fits(attribute.datatype, checked):
            self._complain("F316", sayings.bad_value(element, attribute, value), element)
        elif attribute.datatype == "ID" and element.repeated:
            self._complain("F317", sayings.twice(text, element.repeated), element)
        elif attribute.datatype == "IDREF":
            self._refer(text, element)

    def _said(self, element: Element, declaration: Declaration) -> None:
        if not declaration.values and not declaration.datatype:
            return
        text = squeezed(element.said)
        if declaration.values and text not in declaration.values:
            self._complain("F321", sayings.bad_word(element, declaration.values), element)
        elif declaration.datatype and not CHECKS[declaration.datatype](text):
            self._complain("F321", sayings.bad_text(element, declaration.datatype), element)

    def _refer(self, target: str, element: Element, beyond: str = "") -> None:
        """Something in the file must have this id; known when all of it has been read."""
        self._references.append((target, element.line, element.concept, beyond))

    # -- complaints -------------------------------------------------------------------------------------------

    def _complain(
        self,
        code: str,
        message: Message,
        element: Element,
        beyond: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        self._keep(Complaint(code, message, element.line, element.concept, severity, beyond))

    def _keep(self, complaint: Complaint) -> None:
        grave = complaint.severity is Severity.ERROR
        self.errors += grave
        self._told[complaint.message.template] += 1
        if self._told[complaint.message.template] <= FEW:
            self.complaints.append(complaint)
        else:
            self.more[complaint.code] += 1
        self.done = self.done or (grave and not self._thorough)


def _fits(datatype: str, text: str) -> bool:
    return not datatype or CHECKS[datatype](text)
