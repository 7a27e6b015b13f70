"""What is said to people about a termbase that is not valid: what, where, and what now."""

from collections.abc import Iterable
from dataclasses import dataclass

from termaccord.formats.validity.termbase.element import Element
from termaccord.formats.validity.termbase.grammar import FOREIGNERS, Attribute, Declaration, Grammar, Particle
from termaccord.model import Message, Severity, say

MANY = 12
"""So many values of a picklist are named."""
LONGEST = 80
"""Characters of what a file says that are repeated."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that a dialect does not allow."""

    code: str
    message: Message
    line: int
    concept: str = ""
    severity: Severity = Severity.ERROR
    beyond: str = ""
    """Where the published schemas are silent though the standard's text is not: the name of the difference."""


LEVEL_NAMES = {
    "C": say("at the concept"),
    "L": say("at the language section"),
    "T": say("at the term"),
    "CL": say("at the concept or the language section"),
    "CT": say("at the concept or the term"),
    "LT": say("at the language section or the term"),
    "CLT": say("at the concept, the language section or the term"),
}
RULE_NAMES = {
    "F310": "root",
    "F311": "unknown-element",
    "F312": "element-order",
    "F313": "missing-element",
    "F314": "missing-attribute",
    "F315": "unknown-attribute",
    "F316": "attribute-value",
    "F317": "repeated-id",
    "F318": "dangling-reference",
    "F319": "unknown-category",
    "F320": "category-level",
    "F321": "category-value",
    "F322": "stray-text",
    "F323": "style",
    "F324": "inline-codes",
    "F325": "part-of-speech",
}
"""What each code is called in reports."""


def cut(text: str) -> str:
    """
    The beginning of a text that a file may have made as long as it likes.

    >>> cut("a" * 100)[-3:]
    'aa…'
    """
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def tags(names: Iterable[str]) -> str:
    """Elements as they are written, with commas."""
    return ", ".join(f"<{name}>" for name in names if name not in FOREIGNERS)


def listed(values: Iterable[str]) -> str:
    """The values of a list, or the first of many."""
    words = list(values)
    return ", ".join(words[:MANY]) + (" …" if len(words) > MANY else "")


# -- structure -------------------------------------------------------------------------------------------------


def wrong_root(element: Element, wanted: str, title: str) -> Message:
    return say(
        "the file begins with <{name}>, and {dialect} begins with <{wanted}>; convert it with “termaccord convert”",
        name=element.label,
        dialect=title,
        wanted=wanted,
    )


def wrong_namespace(element: Element, wanted: str, title: str) -> Message:
    if not wanted:
        return say(
            "<{name}> is in the namespace “{found}”, and {dialect} has none; take xmlns out",
            name=element.label,
            found=cut(element.namespace),
            dialect=title,
        )
    return say(
        '<{name}> is not in the namespace of {dialect}; write xmlns="{wanted}" in it',
        name=element.label,
        dialect=title,
        wanted=wanted,
    )


def strange(element: Element, parent: Declaration, grammar: Grammar, title: str) -> Message:
    homes = [name for name, one in grammar.elements.items() if element.name in one.names]
    if not homes:
        return say(
            "{dialect} has no element <{name}>; take it out, or say in a <note> what it says",
            dialect=title,
            name=element.label,
        )
    return say(
        "<{name}> may not stand in <{parent}>; {dialect} has it in {homes}",
        name=element.label,
        parent=parent.name,
        dialect=title,
        homes=tags(homes),
    )


def late(element: Element, last: str, title: str) -> Message:
    return say(
        "<{name}> stands after <{last}>, and {dialect} wants it before; move it up",
        name=element.label,
        last=last,
        dialect=title,
    )


def again(element: Element, parent: Declaration) -> Message:
    return say(
        "<{parent}> holds a second <{name}>, and only one may stand there; leave one of them",
        parent=parent.name,
        name=element.label,
    )


def missing(parent: Element, place: Particle) -> Message:
    wanted = [name for name in place.names if name not in FOREIGNERS]
    if len(wanted) == 1:
        return say("<{parent}> lacks <{name}>; add it", parent=parent.label, name=wanted[0])
    return say("<{parent}> lacks one of {names}; add it", parent=parent.label, names=tags(wanted))


def stray_text(element: Element) -> Message:
    return say(
        "text stands in <{name}>, which may hold elements only; move it into one of them",
        name=element.label,
    )


def not_empty(element: Element) -> Message:
    return say("<{name}> holds text and must be empty; take the text out", name=element.label)


# -- attributes ------------------------------------------------------------------------------------------------


def no_attribute(element: Element, attribute: str) -> Message:
    return say("<{name}> lacks the attribute {attribute}; add it", name=element.label, attribute=attribute)


def unknown_attribute(element: Element, attribute: str, title: str) -> Message:
    return say(
        "<{name}> has the attribute {attribute}, which {dialect} does not know there; take it out",
        name=element.label,
        attribute=cut(attribute),
        dialect=title,
    )


def bad_value(element: Element, attribute: Attribute, value: str) -> Message:
    if attribute.values:
        return say(
            "{attribute} of <{name}> is “{value}”; write one of {values}",
            attribute=attribute.name,
            name=element.label,
            value=cut(value),
            values=listed(attribute.values),
        )
    match attribute.datatype:
        case "ID" | "IDREF":
            return say(
                "{attribute} of <{name}> is “{value}”, which is no XML name; let it begin with a letter and hold no spaces",
                attribute=attribute.name,
                name=element.label,
                value=cut(value),
            )
        case "LANGUAGE":
            return say(
                "“{value}” of <{name}> is no language tag; write it as “ru” or “pt-BR”",
                value=cut(value),
                name=element.label,
            )
        case "WEB":
            return web_address(element, attribute.name, value)
        case "DIALECT":
            return say(
                "type of <{name}> is “{value}”; a dialect’s name begins with TBX-, as TBX-Basic does",
                name=element.label,
                value=cut(value),
            )
    return say(
        "{attribute} of <{name}> is “{value}”, which is no address; write a URI",
        attribute=attribute.name,
        name=element.label,
        value=cut(value),
    )


def web_address(element: Element, attribute: str, value: str) -> Message:
    return say(
        "{attribute} of <{name}> is “{value}”; write a whole address that begins with http:// or https://",
        attribute=attribute,
        name=element.label,
        value=cut(value),
    )


def twice(id_: str, line: int) -> Message:
    return say(
        "the id “{id}” stands in line {line} already; give one of the two another id", id=cut(id_), line=line
    )


def dangling(target: str) -> Message:
    return say(
        "nothing in the file has the id “{target}”; correct the reference or take it out", target=cut(target)
    )


def bad_text(element: Element, datatype: str) -> Message:
    if datatype == "DATE":
        return say(
            "<{name}> says “{value}”; write a day as 2026-11-21", name=element.label, value=cut(element.said)
        )
    return say(
        "<{name}> says “{value}”; write a moment as 2026-11-21T09:30:00",
        name=element.label,
        value=cut(element.said),
    )


def bad_word(element: Element, values: Iterable[str]) -> Message:
    return say(
        "<{name}> says “{value}”; write one of {values}",
        name=element.label,
        value=cut(element.said),
        values=listed(values),
    )
