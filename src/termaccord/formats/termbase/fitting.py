"""How one data category is said in a dialect: as its own element where the dialect has it there, else as a note."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Literal

from termaccord.formats.markup.layout import Element
from termaccord.formats.termbase.dialects import NEAREST_VALUES, Spec
from termaccord.formats.termbase.marking import Marking
from termaccord.formats.termbase.names import Names
from termaccord.formats.termbase.texts import LANGUAGE, RUN
from termaccord.formats.termbase.vocabulary import IN_MODULE_MIN
from termaccord.model import DataCategory, MarkedText

Level = Literal["C", "L", "T"]
LEAVES = frozenset(
    {"descrip", "admin", "ref", "xref", "termNote", "transac", "transacNote", "adminNote", "descripNote"}
)
PLAIN = frozenset({"ref", "xref", "transac", "transacNote", "adminNote", "descripNote"})
"""Elements without markup."""
GROUPS = frozenset({"descripGrp", "adminGrp", "transacGrp", "termNoteGrp"})
WHOLE = {
    "adminGrp": ("admin", frozenset({"adminNote", "note", "ref", "xref"})),
    "termNoteGrp": ("termNote", frozenset({"admin", "adminGrp", "transacGrp", "note", "ref", "xref"})),
}
"""Groups that only the full 2008 edition writes: what each begins with, and what may follow."""
RESERVED = frozenset({"partOfSpeech", "termType", "administrativeStatus", "usageStatus"})
"""Notes that begin with one of these and a colon are read back as the term's own; others must not."""
_TAIL = r"(?:[^\s#\[\]%]|%[0-9A-Fa-f]{2})*(?:#(?:[^\s#\[\]%]|%[0-9A-Fa-f]{2})*)?"
_HOST = r"//[^\s/?#\[\]:%@]+(?::\d+)?(?=[/?#]|$)"
WEB = re.compile(rf"https?:{_HOST}{_TAIL}")
"""The only targets outside the file that both 1.2.1 and Version 4 take."""
ADDRESS = re.compile(rf"(?:[A-Za-z][A-Za-z0-9+.-]*:(?:{_HOST}|(?!//))|(?!//)(?=[^:/?#]*(?:[/?#]|$))){_TAIL}")
"""A URI or a relative reference (RFC 3986), as the full 2008 edition's schema wants it."""
ANYTHING = re.compile(r".+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fitted:
    """What a data category becomes: elements of its own, notes for the rest, and the names of what a note now says."""

    elements: tuple[Element, ...] = ()
    notes: tuple[str, ...] = ()
    displaced: tuple[str, ...] = ()

    def __add__(self, other: "Fitted") -> "Fitted":
        return Fitted(
            self.elements + other.elements, self.notes + other.notes, self.displaced + other.displaced
        )


class Fitting:
    """Fits data categories into one dialect for one file."""

    def __init__(self, spec: Spec, names: Names) -> None:
        self._spec = spec
        self._names = names
        self.marking = Marking(spec, names)

    def fit(self, category: DataCategory, level: Level) -> Fitted:
        """The category as it can stand at a level."""
        if category.kind == "note":
            attributes, lost = self._attributes(category, {"id", "xml:lang"})
            return Fitted((Element("note", attributes, (), self.text(category)),)) + lost
        if category.kind in WHOLE and self._spec.levels is None:
            return self._whole(category, level)
        if (
            category.kind == "termCompList"
            and self._spec.levels is None
            and level == "T"
            and _composed(category)
        ):
            components = tuple(self._component(part) for part in category.children)
            return Fitted((Element("termCompList", (("type", category.type),), components),))
        if category.kind in GROUPS:
            return self._group(category, level)
        if category.kind in LEAVES and self._has(category, level):
            return self._leaf(category)
        return self._displaced(category)

    def value(self, category: str, value: str) -> Fitted:
        """A picklist value of a term; one the dialect lacks goes to a note beside the nearest that it has."""
        value = RUN.sub(" ", value).strip(" ")
        if not value:
            return Fitted()
        allowed = self._spec.picklists.get(category)
        if self._spec.levels is not None and ("termNote", category) not in self._spec.levels:
            return Fitted((), (f"{category}: {value}",), (category,))
        if allowed is None or value in allowed:
            return Fitted((self.element("termNote", category, (), (value,)),))
        fallback = "other" if category == "partOfSpeech" and self._spec.part_of_speech_required else ""
        nearest = NEAREST_VALUES.get((category, value), fallback)
        near = (self.element("termNote", category, (), (nearest,)),) if nearest in allowed else ()
        return Fitted(near, (f"{category}: {value}",), (category,))

    def element(
        self, kind: str, type_: str, attributes: tuple[tuple[str, str], ...], text: MarkedText
    ) -> Element:
        """A typed element, by attribute or by tag."""
        if self._spec.by_tag:
            module = "min" if type_ in IN_MODULE_MIN else "basic"
            return Element(f"{module}:{type_}", attributes, (), text)
        return Element(kind, ((("type", type_),) if type_ else ()) + attributes, (), text)

    def text(self, said: DataCategory, *, plain: bool = False, squeezed: bool = False) -> MarkedText:
        """The text of a category with the markup that the dialect has."""
        return self.marking.text(said, plain=plain, squeezed=squeezed)

    # -- one element ------------------------------------------------------------------------------------------

    def _has(self, category: DataCategory, level: Level) -> bool:
        if category.kind in {"transac", "transacNote", "adminNote", "descripNote"}:
            return False
        target = dict(category.attributes).get("target", "")
        if category.kind == "xref" and not (target and self._targets().fullmatch(target)):
            return False
        if self._spec.levels is None:
            return bool(category.type) and (category.kind != "termNote" or level == "T")
        return level in self._spec.levels.get((category.kind, category.type), "")

    def _targets(self) -> re.Pattern[str]:
        if self._spec.edition == 2019:
            return WEB
        return ADDRESS if self._spec.levels is None else ANYTHING

    def _leaf(self, category: DataCategory) -> Fitted:
        attributes, lost = self._attributes(category, {"id", "xml:lang", "target", "datatype"})
        if self._spec.by_tag:
            kept = tuple(pair for pair in attributes if pair[0] == "target")
            if category.type == "crossReference" and not kept:
                return self._displaced(category)
            attributes = kept
        if category.kind == "xref":
            attributes = tuple(p for p in attributes if p[0] in {"id", "target"})
        allowed = self._spec.picklists.get(category.type)
        if allowed is not None and category.text not in allowed:
            return self._displaced(category) + lost
        text = self.text(category, plain=category.kind in PLAIN or self._spec.by_tag)
        return Fitted((self.element(category.kind, category.type, attributes, text),)) + lost

    def _displaced(self, category: DataCategory) -> Fitted:
        """The category as notes “field: value”."""
        if category.children:
            parts = [self._displaced(child) for child in category.children]
            return sum(parts, Fitted())
        name = category.type or category.kind
        if name in RESERVED:
            name = f"{category.kind} {name}"
        target = dict(category.attributes).get("target", "")
        words = " ".join(word for word in (category.text, f"({target})" if target else "") if word)
        return Fitted((), (f"{name}: {words}",), (name,)) if words else Fitted()

    def _attributes(
        self, category: DataCategory, known: set[str]
    ) -> tuple[tuple[tuple[str, str], ...], Fitted]:
        """The attributes that can be written, in canonical order, and notes for the others."""
        written: list[tuple[str, str]] = []
        lost = Fitted()
        for name, value in sorted(category.attributes):
            target = name == "target" and category.kind != "xref"
            if name == "id" and "id" in known:
                written.append((name, self._names.give(value)))
            elif name in known and not target and (name != "xml:lang" or LANGUAGE.fullmatch(value)):
                written.append((name, value))
            elif target and name in known and self._names.target(value):
                written.append((name, self._names.target(value)))
            else:
                lost += Fitted((), (f"{name}: {value}",), (name,))
        return tuple(written), lost

    def _component(self, part: DataCategory) -> Element:
        """A component of a term, alone or with notes on its words."""
        if part.kind == "termComp":
            return Element("termComp", (), (), self.text(part, plain=True))
        return Element("termCompGrp", (), tuple(self._component_part(child) for child in part.children))

    def _component_part(self, child: DataCategory) -> Element:
        return self._component(child) if child.kind == "termComp" else self._leaf(child).elements[0]

    # -- groups -----------------------------------------------------------------------------------------------

    def _group(self, group: DataCategory, level: Level) -> Fitted:
        head, *others = group.children or (DataCategory("note"),)
        if group.kind == "transacGrp":
            return self._transaction(group, level)
        if group.kind != "descripGrp" or head.kind != "descrip" or not self._has(head, level):
            return sum((self.fit(child, level) for child in group.children), Fitted())
        first = self._leaf(head)
        inside, outside = Fitted(), Fitted()
        for child in others:
            if self._in_descrip_group(child):
                inside += self.fit(child, "T") if child.kind != "admin" else self._leaf(child)
            else:
                outside += self.fit(child, level)
        _, lost = self._attributes(group, set())  # the reader keeps none either
        rest = Fitted((), first.notes + inside.notes, first.displaced + inside.displaced) + outside + lost
        if not inside.elements:
            return Fitted(first.elements) + rest
        return Fitted((Element("descripGrp", (), first.elements + inside.elements),)) + rest

    def _in_descrip_group(self, child: DataCategory) -> bool:
        if self._spec.levels is not None:
            return (child.kind, child.type) == ("admin", "source")
        return child.kind in {"admin", "note", "ref", "xref"} and (child.kind == "note" or bool(child.type))

    def _transaction(self, group: DataCategory, level: Level) -> Fitted:
        head, *others = group.children or (DataCategory("transac"),)
        named = dict(self._spec.transactions).get(head.text)
        known = (self._spec.levels is None and head.type) or (
            named is not None and head.type == "transactionType"
        )
        if head.kind != "transac" or not known:
            return self._displaced(group)
        text = (named or head.text,) if head.type == "transactionType" else (head.text,)
        attributes, outside = self._attributes(group, {"id"})
        inside = [self.element("transac", head.type, (), text)]
        for child in others:
            written, rest = self._in_transaction(child, level)
            inside += written
            outside += rest
        return Fitted((Element("transacGrp", attributes, tuple(inside)),)) + outside

    def _in_transaction(self, child: DataCategory, level: Level) -> tuple[list[Element], Fitted]:
        if child.kind == "date":
            return self._date(child)
        if child.kind == "transacNote" and (self._spec.levels is None or child.type == "responsibility"):
            attributes, lost = self._attributes(child, {"target"})
            return [self.element("transacNote", child.type, attributes, self.text(child, plain=True))], lost
        if child.kind == "note" and self._spec.levels is None:
            return list(self.fit(child, level).elements), Fitted()
        return [], self.fit(child, level)

    def _date(self, date: DataCategory) -> tuple[list[Element], Fitted]:
        try:
            day = dt.date.fromisoformat(date.text[:10])
        except ValueError:
            return (
                ([Element("date", (), (), (date.text,))], Fitted())
                if self._spec.levels is None
                else ([], self._displaced(date))
            )
        if date.text == day.isoformat() or self._spec.levels is None:
            return [Element("date", (), (), (date.text,))], Fitted()
        return [Element("date", (), (), (day.isoformat(),))], self._displaced(date)

    def _whole(self, group: DataCategory, level: Level) -> Fitted:
        """A group of the full edition, if it begins as it must; what may not stand in it stands beside it."""
        first, followers = WHOLE[group.kind]
        head, *others = group.children or (DataCategory(""),)
        if head.kind != first or not head.type or (first == "termNote" and level != "T"):
            return sum((self.fit(child, level) for child in group.children), Fitted())
        inside, outside = self._leaf(head), Fitted()
        for child in others:
            if child.kind == "adminNote" and child.type and child.kind in followers:
                inside += self._leaf(child)
            elif child.kind in followers and (fitted := self.fit(child, level)).elements:
                inside += fitted
            else:
                outside += self.fit(child, level)
        attributes, lost = self._attributes(group, {"id"})
        element = Element(group.kind, attributes, inside.elements)
        return Fitted((element,), inside.notes, inside.displaced) + outside + lost


def _composed(category: DataCategory) -> bool:
    """Whether a list of a term's components is as the 2008 edition wants it, and no more."""
    plain = all(_is_component(part) for part in category.children)
    return bool(category.type and category.children and plain and not category.attributes)


def _is_component(part: DataCategory) -> bool:
    if part.kind == "termCompGrp":
        first, *notes = part.children or (DataCategory(""),)
        noted = all(note.kind == "termNote" and note.type and not note.attributes for note in notes)
        return first.kind == "termComp" and _is_component(first) and noted and not part.attributes
    return part.kind == "termComp" and not part.attributes
