"""
XLIFF 1.x and 2.x: translations with their states.

States: XLIFF 1.2, section 2.3 (``state``, ``state-qualifier``); XLIFF 2.1, section 4.3.1
(``state``, ``subState``; a file that has targets must name their language in ``trgLang``).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from termaccord.formats import bilingual
from termaccord.formats.addresses import addressed
from termaccord.formats.fillings import tools
from termaccord.formats.fillings.codes import Code, mapped, text
from termaccord.formats.fillings.elements import Elements, with_attributes
from termaccord.formats.fillings.fills import Fill, Made, Standing
from termaccord.formats.fillings.suggestions import alternative, candidates, tells
from termaccord.formats.localisation.states import is_locked
from termaccord.formats.localisation.tree import Node, tree
from termaccord.formats.localisation.unit import BilingualUnit, State
from termaccord.formats.markup.encoding import decoded, encoding
from termaccord.formats.markup.text import ILLEGAL
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Change, Stretch, spliced
from termaccord.formats.patches.writing import XmlWriter
from termaccord.model import Message, Severity, Span, say

_FIRST = {
    Standing.TRANSLATED: {"state": "translated", "state-qualifier": "exact-match"},
    Standing.REVIEW: {"state": "needs-review-translation", "state-qualifier": "exact-match"},
    Standing.FUZZY: {"state": "needs-review-translation", "state-qualifier": "fuzzy-match"},
}
_SECOND = {
    Standing.TRANSLATED: {"state": "translated", "subState": "termaccord:exact-match"},
    Standing.REVIEW: {"state": "initial", "subState": "termaccord:needs-review"},
    Standing.FUZZY: {"state": "initial", "subState": "termaccord:fuzzy-match"},
}
_ORDER = (Standing.TRANSLATED, Standing.REVIEW, Standing.FUZZY)
_NOT_BEGUN = frozenset({"new", "initial", "needs-translation"})
_FINAL = frozenset({"final", "signed-off"})
_HERE = Stretch(Span(0, 0), Span(0, 0))
_UNIT = frozenset({"trans-unit", "unit"})


class Xliff:
    """An opened XLIFF file."""

    def __init__(self, source: str, root: Node, units: Sequence[BilingualUnit], code: Coding) -> None:
        self.units = units
        self._elements = Elements(source, root)
        self._root = root
        self._code = code
        self._second = root.attributes.get("version", "").startswith("2")

    def closed(self, unit: BilingualUnit, *, overwrite: bool) -> Message | None:
        """Why nothing may be put into a unit; None where it may."""
        source = self._elements.node(unit.elements[0])
        around = list(self._elements.around(source))
        if unit.state is State.LOCKED or self._locked(around):
            return say("“{unit}” is locked or approved, and stays as it is", unit=unit.unit.id)
        if unit.state is State.UNTRANSLATED:
            return self._unsegmented(unit, around)
        if unit.state is State.FUZZY and (overwrite or self._only_copied(unit)):
            return None
        return say("“{unit}” has a translation, which stays as it is", unit=unit.unit.id)

    def _locked(self, around: Sequence[Node]) -> bool:
        """Whether a unit or what it stands in is closed: settings of a group hold for what is in it."""
        translate = next((n.attributes["translate"] for n in around if "translate" in n.attributes), "yes")
        unit = next((node for node in around if node.name in _UNIT), self._root)
        target = unit.child("target")
        holder = around[0] if self._second else target
        final = holder is not None and holder.attributes.get("state") in _FINAL
        return translate == "no" or unit.attributes.get("approved") == "yes" or final or is_locked(unit)

    def _only_copied(self, unit: BilingualUnit) -> bool:
        """Whether the translation is the source, put there by a tool that has not begun."""
        same = len({variant.text for variant in unit.unit.variants}) == 1
        node = self._elements.node(unit.elements[1]) if unit.elements[1] else None
        holders = [] if node is None else [node, *self._elements.around(node)]
        states = {one.attributes.get("state", "") for one in holders[:2]}
        return same and not _NOT_BEGUN.isdisjoint(states)

    def _unsegmented(self, unit: BilingualUnit, around: Sequence[Node]) -> Message | None:
        """A target whose text is in no segment while the source has segments cannot take one of them."""
        holder = next((node for node in around if node.name == "trans-unit"), None)
        target = holder.child("target") if holder else None
        if target is None or _marked(target) or not target.text.strip():
            return None
        return say("“{unit}” has a translation without segments, which stays as it is", unit=unit.unit.id)

    def refused(self, _: Fill) -> Message | None:
        """Every translation can be put in, with its state."""
        return None

    def group(self, unit: BilingualUnit) -> object:
        """Every unit is filled by itself."""
        return unit.unit.id

    def rebuilt(self, changes: Sequence[Change]) -> bytes:
        """The file with these changes."""
        return self._code.encode(spliced(self._elements.source, changes))

    def written(self, fills: Mapping[str, Fill], language: str) -> tuple[list[Change], list[Made]]:
        """The changes that put translations in, in the order of the file."""
        changes: list[Change] = []
        made: list[Made] = []
        groups: dict[int, list[tuple[Node, _Answer]]] = {}
        for unit in self.units:
            if unit.unit.id in fills:
                source = self._elements.node(unit.elements[0])
                answer = self._answer(fills[unit.unit.id], source)
                made.append(answer.made)
                holder = (
                    next(self._elements.around(source)) if source.name == "source" else self._unit(source)
                )
                groups.setdefault(holder.number, []).append((source, answer))
        for number, answers in groups.items():
            changes += self._filled(self._elements.node(number), answers)
        changes += self._candidates(groups)
        changes += self._languages(groups, language)
        return sorted(changes, key=lambda change: change[0]), made

    def _unit(self, node: Node) -> Node:
        return next(one for one in self._elements.around(node) if one.name in _UNIT)

    def _answer(self, fill: Fill, source: Node) -> "_Answer":
        codes = self._elements.codes(source)
        parts = mapped(fill.target, fill.source, codes)
        if parts is None:
            bare = Made(fill, text(fill.target), Standing.FUZZY, bare=True)
            return _Answer(bare, self._text(bare.text))
        raw = "".join([part.raw if isinstance(part, Code) else self._text(part) for part in parts])
        return _Answer(Made(fill, text(fill.target), fill.standing), raw)

    def _text(self, words: str) -> str:
        """Text as it is written; XLIFF 2 has an element for what XML forbids."""
        write = XmlWriter(self._code).written
        if not self._second:
            return write(words, _HERE)
        kept, spoilt = ILLEGAL.split(words), [f'<cp hex="{ord(c):04X}"/>' for c in ILLEGAL.findall(words)]
        return "".join([write(part, _HERE) + cp for part, cp in zip(kept, [*spoilt, ""], strict=True)])

    def _filled(self, holder: Node, answers: Sequence[tuple[Node, "_Answer"]]) -> Iterator[Change]:
        """The changes of a segment of XLIFF 2 or of a unit of XLIFF 1."""
        source, answer = answers[0]
        if source.name != "source":
            yield from self._segmented(holder, answers)
            return
        if self._second:
            yield self._with_state(holder, _SECOND[answer.made.standing])
            space = source.attributes.get("xml:space")
            yield self._target(holder, answer.raw, {"xml:space": space} if space else {})
            return
        told = tools.unit(holder, answer.made)
        if told:
            yield self._with_state(holder, told)
        span, written = self._target(holder, answer.raw, {} if told else _FIRST[answer.made.standing])
        if tells(answer.made, (node for node in holder.children if node.name == "alt-trans")):
            prefix = self._elements.name(source).removesuffix("source")
            written += self._elements.margin(source) + alternative(answer.made, prefix, self._text)
        yield span, written

    def _candidates(self, groups: Mapping[int, Sequence[tuple[Node, "_Answer"]]]) -> Iterator[Change]:
        """What fuzzy translations of XLIFF 2 were made for, unit by unit."""
        units: dict[int, list[tuple[Node, Made]]] = {}
        for number, answers in groups.items() if self._second else ():
            segment = self._elements.node(number)
            units.setdefault(self._unit(segment).number, []).append((segment, answers[0][1].made))
        for number, made in units.items():
            yield from candidates(self._elements, self._elements.node(number), made, self._text)

    def _with_state(self, node: Node, settings: Mapping[str, str]) -> Change:
        span = self._elements.start(node)
        written = span.of(self._elements.source)
        end = "/>" if written.endswith("/>") else ">"
        return span, with_attributes(written[: -len(end)], settings) + end

    def _target(self, holder: Node, raw: str, settings: Mapping[str, str]) -> Change:
        """The target of a holder: put in its place, or behind the source."""
        elements, target = self._elements, holder.child("target")
        if target is not None:
            opening = elements.opening(target, settings)
            return elements.outer(target), f"{opening}{raw}{elements.closing(target)}"
        before = holder.child("seg-source") or holder.child("source")
        if before is None:
            raise AssertionError(holder.name)  # a unit is read by its source
        name = elements.name(before).removesuffix(before.name) + "target"
        at = elements.outer(before).end
        opening = with_attributes(f"<{name}", settings)
        return Span(at, at), f"{elements.margin(before)}{opening}>{raw}</{name}>"

    def _segmented(self, unit: Node, answers: Sequence[tuple[Node, "_Answer"]]) -> Iterator[Change]:
        """A unit of XLIFF 1 whose source is in segments: its target gets the same."""
        elements = self._elements
        sources = unit.child("seg-source")
        if sources is None:
            raise AssertionError(unit.name)  # its segments were read from there
        target = unit.child("target")
        held = {_mid(mark): mark for mark in _marked(target)}
        raw = {mid: elements.inner(mark).of(elements.source) for mid, mark in held.items()}
        raw |= {_mid(mark): answer.raw for mark, answer in answers}
        settings = {node.attributes.get("id", ""): node for node in unit.below("seg")}
        whole = all(raw.get(_mid(mark), "").strip() for mark in _marked(sources))
        state = _together([answer.made for _, answer in answers]) if whole else {"state": "needs-translation"}
        state = {} if settings else state
        if target is not None and all(_mid(mark) in held for mark, _ in answers):
            yield from (self._put(held[_mid(mark)], answer.raw) for mark, answer in answers)
            if state:
                yield self._with_state(target, state)
        else:
            span = elements.inner(sources)
            changes = [self._put(mark, raw.get(_mid(mark), "")) for mark in _marked(sources)]
            moved = [(place.shifted(-span.start), written) for place, written in changes]
            yield self._target(unit, spliced(span.of(elements.source), moved), state)
        for mark, answer in answers:
            if found := settings.get(_mid(mark)):
                yield self._with_state(found, tools.trados(answer.made))

    def _put(self, node: Node, raw: str) -> Change:
        """Something put between the tags of an element."""
        return self._elements.outer(node), self._elements.opening(node) + raw + self._elements.closing(node)

    def _languages(self, groups: Mapping[int, object], language: str) -> Iterator[Change]:
        """The language of the translations, where the file does not name it."""
        if not language or not groups:
            return
        if self._second:
            if not self._root.attributes.get("trgLang"):
                yield self._with_state(self._root, {"trgLang": language})
            return
        files = {
            node.number: node
            for number in groups
            for node in self._elements.around(self._elements.node(number))
            if node.name == "file"
        }
        for file in files.values():
            if not file.attributes.get("target-language"):
                yield self._with_state(file, {"target-language": language})


@dataclass(frozen=True, slots=True)
class _Answer:
    made: Made
    raw: str
    """As it is written between the tags of a target."""


def opened(data: bytes, name: str) -> Xliff | None:
    """Open an XLIFF file; None where it cannot be read whole."""
    reading = bilingual.parse(data, name)
    root, _ = tree(data, name)
    source = decoded(data)
    code = coding(data, source, (encoding(data)[0],))
    if root is None or code is None or any(f.severity is Severity.ERROR for f in reading.findings):
        return None
    named = addressed(unit.unit for unit in reading.value)
    units = [replace(unit, unit=one) for unit, one in zip(reading.value, named, strict=True)]
    return Xliff(source, root, units, code)


def _marked(node: Node | None) -> list[Node]:
    """The segments of a source or target of XLIFF 1."""
    marks = node.below("mrk") if node is not None else ()
    return [mark for mark in marks if mark.attributes.get("mtype") == "seg"]


def _mid(mark: Node) -> str:
    return mark.attributes.get("mid", "")


def _together(made: Sequence[Made]) -> Mapping[str, str]:
    """The state of a target of several segments: that of the least of them."""
    return _FIRST[max((one.standing for one in made), key=_ORDER.index)]
