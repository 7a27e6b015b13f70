"""Which dialects of TBX a file satisfies, and what is wrong with it for the one that it claims to be."""

import re
from collections import ChainMap
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import BinaryIO

from termaccord.formats.markup.source import DEEPEST, Source, skipped_entity
from termaccord.formats.validity.termbase.datatypes import SPACES, squeezed
from termaccord.formats.validity.termbase.dialects import RULES, Standard, claimed, family
from termaccord.formats.validity.termbase.element import Element
from termaccord.formats.validity.termbase.grammar import FOREIGN
from termaccord.formats.validity.termbase.judge import Judge
from termaccord.formats.validity.termbase.sayings import RULE_NAMES, Complaint, cut
from termaccord.model import Finding, Place, Severity, say

MENDED = frozenset({"F003", "F006", "F007", "F008"})
"""What our reader mends in XML that is none, and every other parser refuses."""
OF_V4 = re.compile(r"(?:basic|min)_schema\.sch")
OF_121 = re.compile(r"TBX-(?:Basic|Min)_(?:DC|dialect)")
ENTRIES = frozenset({"termEntry", "conceptEntry"})
WORDS_OF_V4 = frozenset({"usageStatus", "creation", "preferred", "admitted", "deprecated", "properNoun"})
WORDS_OF_121 = frozenset(
    {"origination", *(f"{one}Term-admn-sts" for one in ("preferred", "admitted", "deprecated", "superseded"))}
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a termbase is, as a whole."""

    root: str
    """The name of its root element."""
    claims: Standard | None
    """What it claims to be; None where it is no termbase."""
    satisfies: tuple[Standard, ...]
    """All dialects that it satisfies."""
    held_against: Standard | None
    """What it was held against: what it claims to be, or what was asked for."""
    complaints: tuple[Complaint, ...]
    """What is wrong with it for that dialect, in the order of its lines."""
    findings: tuple[Finding, ...]
    """The same as findings, those about the file itself first."""
    readable: bool
    """Whether it is a termbase in well-formed XML."""
    errors: int = 0
    """How many errors there are, those included that were counted only."""

    @property
    def valid(self) -> bool:
        """Whether it satisfies what it was held against."""
        return self.readable and self.held_against in self.satisfies


def examined(stream: BinaryIO, name: str, against: Standard | None = None) -> Verdict:
    """
    Judge a termbase by every dialect whose root element it has, in bounded memory.

    Parameters
    ----------
    stream
        The file, open in binary.
    name
        What the findings call it.
    against
        The dialect to hold it against; None for the one that it claims to be.

    """
    return Examination(stream, name, against).verdict()


class Examination:
    """One stream being judged by several judges at once."""

    def __init__(self, stream: BinaryIO, name: str, against: Standard | None) -> None:
        self._source = Source(stream, name)
        self._name = name
        self._against = against
        self._root = ""
        self._claims: tuple[Standard, ...] = ()
        self._judges: list[Judge] = []
        self._listening: list[Judge] = []
        """Those that still have something to say."""
        self._open: list[Element] = []
        self._core = ""
        self._ids: dict[str, int] = {}
        self._votes = 0
        """Above zero where a file that claims to be TBX-Basic of 2019 speaks Version 4."""
        parser = self._source.parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.ProcessingInstructionHandler = self._instruction
        parser.SkippedEntityHandler = self._skipped

    def verdict(self) -> Verdict:
        """Read to the end, or to where the file breaks."""
        heard: list[Finding] = []
        for _ in self._source.pump():
            heard += self._source.findings
            self._source.findings.clear()
        heard = [
            replace(one, severity=Severity.ERROR, rule="xml")
            if one.code in MENDED
            else replace(one, rule="xml")
            for one in heard
        ]
        broken = any(one.severity is Severity.ERROR for one in heard)
        if not self._judges:
            heard += [] if broken else [self._no_termbase()]
            return Verdict(self._root, None, (), None, (), tuple(heard), readable=False)
        for judge in self._judges:
            judge.finish(self._ids)
        satisfied = () if broken else tuple(one.rules.standard for one in self._judges if not one.errors)
        claims = self._likeliest(satisfied)
        against = self._against or claims
        judge = next(one for one in self._judges if one.rules.standard is against)
        complaints = tuple(sorted(judge.complaints, key=lambda one: one.line)) if not broken else ()
        found = (*heard, *(self._finding(one) for one in complaints), *self._rest(judge))
        errors = judge.errors + sum(one.severity is Severity.ERROR for one in heard)
        return Verdict(self._root, claims, satisfied, against, complaints, found, not broken, errors)

    # -- which dialect ----------------------------------------------------------------------------------------

    def _likeliest(self, satisfied: Iterable[Standard]) -> Standard:
        """Of two dialects with one name the one that the file satisfies, else the one whose words it uses."""
        good = [one for one in self._claims if one in satisfied]
        if len(self._claims) == 1 or len(good) == 1:
            return (good or list(self._claims))[0]
        if self._votes:
            return self._claims[self._votes > 0]
        errors = {one.rules.standard: one.errors for one in self._judges}
        return min(self._claims, key=lambda one: errors[one])

    def _instruction(self, target: str, text: str) -> None:
        if target == "xml-model":
            self._votes += 1000 * bool(OF_V4.search(text)) - 1000 * bool(OF_121.search(text))

    def _begin(self, element: Element) -> None:
        self._root, self._core = element.local, element.namespace
        self._claims = claimed(
            element.local,
            element.type or element.attributes.get("dialect", ""),
            element.attributes.get("style", ""),
        )
        if element.attributes.get("style", "").isupper():
            self._votes += 1
        thorough = {*self._claims, self._against}
        if self._claims:
            wanted = dict.fromkeys((*family(element.local), *([self._against] if self._against else [])))
            self._judges = [Judge(standard, thorough=standard in thorough) for standard in wanted]
            self._listening = self._judges

    # -- events -----------------------------------------------------------------------------------------------

    def _start(self, tag: str, written: dict[str, str]) -> None:
        if len(self._open) > DEEPEST:
            raise self._source.refuse("F004", say("elements are nested deeper than {depth}", depth=DEEPEST))
        element = self._element(tag, written)
        if not self._open:
            self._begin(element)
        else:
            self._open[-1].marked = True
            if element.name in {"sc", "ec"}:
                self._open[-1].codes.append(element)
        self._open.append(element)
        for judge in self._listening:
            judge.start(element)

    def _element(self, tag: str, written: dict[str, str]) -> Element:
        parent = self._open[-1] if self._open else None
        namespaces = parent.namespaces if parent else {"": ""}
        declared = {_prefix(name): value for name, value in written.items() if _declares(name)}
        if declared:
            namespaces = ChainMap(declared, dict(namespaces))
        prefix, _, local = tag.rpartition(":")
        namespace = namespaces.get(prefix, prefix)
        attributes = {name: value for name, value in written.items() if not _declares(name)}
        foreign = parent is not None and namespace != self._core
        element = Element(
            FOREIGN if foreign else local,
            cut(tag),
            namespace,
            attributes,
            self._source.line,
            parent,
            namespaces,
        )
        self._identify(element)
        return element

    def _identify(self, element: Element) -> None:
        id_ = squeezed(element.attributes.get("id", ""))
        above = element.parent
        element.concept = above.concept if above else ""
        if element.name in ENTRIES:
            element.concept = id_
        if id_ and not element.foreign:
            element.repeated = self._ids.get(id_, 0)
            self._ids.setdefault(id_, element.line)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        for judge in self._listening:
            judge.end(element)
        if element.name in ENTRIES:
            self._listening = [judge for judge in self._listening if not judge.done]
        if element.name in {"termNote", "transac"}:
            word = element.said.strip()
            self._votes += (word in WORDS_OF_V4) - (word in WORDS_OF_121) + (element.type == "usageStatus")
        if self._open and element.said:
            self._open[-1].add(element.said)

    def _characters(self, text: str) -> None:
        if self._open:
            element = self._open[-1]
            element.add(text)
            words = text.lstrip(SPACES)
            line = self._source.line - words.count("\n") if words else 0  # text is handed on where it ends
            for judge in self._listening if words else ():
                judge.text(element, text, line)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            message = say("the entity “{name}” is not defined in this file", name=name)
            self._source.report_once("F008", message)
            self._characters(skipped_entity(name))

    # -- findings ---------------------------------------------------------------------------------------------

    def _finding(self, complaint: Complaint) -> Finding:
        place = Place(self._name, complaint.concept, line=complaint.line)
        return Finding(
            complaint.code,
            complaint.message,
            place,
            complaint.severity,
            rule=RULE_NAMES[complaint.code],
            concept=complaint.concept,
        )

    def _rest(self, judge: Judge) -> Iterable[Finding]:
        for code, count in sorted(judge.more.items()):
            message = say(
                "{count} more places in {file} have the fault {code}; mend those above first",
                count=count,
                file=self._name,
                code=code,
            )
            yield Finding(code, message, Place(self._name), Severity.INFO, rule=RULE_NAMES[code])

    def _no_termbase(self) -> Finding:
        message = say(
            "{file} begins with <{root}> and holds no termbase; TBX begins with <martif> or <tbx>",
            file=self._name,
            root=cut(self._root),
        )
        return Finding("F100", message, Place(self._name, line=1), Severity.ERROR, rule="root")


def titles(standards: Iterable[Standard]) -> list[str]:
    """What people call these dialects."""
    return [RULES[one].title for one in standards]


def _declares(name: str) -> bool:
    return name == "xmlns" or name.startswith("xmlns:")


def _prefix(name: str) -> str:
    return name.removeprefix("xmlns").removeprefix(":")
