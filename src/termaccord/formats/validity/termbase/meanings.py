"""What is said to people about data categories and inline codes that a dialect does not allow."""

from collections.abc import Iterable

from termaccord.formats.validity.termbase.categories import Category
from termaccord.formats.validity.termbase.element import Element
from termaccord.formats.validity.termbase.sayings import LEVEL_NAMES, cut, listed
from termaccord.model import Message, say


def no_category(element: Element) -> Message:
    return say("<{name}> has an empty type; name its data category", name=element.label)


def unknown_category(element: Element, known: Iterable[str], title: str) -> Message:
    names = sorted(known)
    if not names:
        return say(
            "{dialect} has no data category in <{name}>, and this one says “{type}”; make a <note> of it",
            dialect=title,
            name=element.label,
            type=cut(element.type or ""),
        )
    return say(
        "{dialect} has no data category “{type}” in <{name}>, only {known}; use one of these or a <note>",
        dialect=title,
        type=cut(element.type or ""),
        name=element.label,
        known=listed(names),
    )


def unknown_tag(element: Element, known: Iterable[str], title: str) -> Message:
    names = sorted(known)
    if not names:
        return say(
            "<{name}> belongs to another namespace, and {dialect} has only its own elements; take it out",
            name=element.label,
            dialect=title,
        )
    return say(
        "{dialect} has no data category <{name}>, only {known}; use one of these or a <note>",
        dialect=title,
        name=element.label,
        known=listed(names),
    )


def wrong_level(category: Category, title: str) -> Message:
    if not category.levels:
        return say(
            "“{category}” stands by itself, and {dialect} has it within <{groups}> only; put it there",
            category=category.name,
            dialect=title,
            groups=", ".join(sorted(category.groups)),
        )
    if category.groups and category.grouped != category.levels:
        return say(
            "“{category}” may not stand here; {dialect} has it {levels}, or within <{groups}> {grouped}: move it there",
            category=category.name,
            dialect=title,
            levels=LEVEL_NAMES[category.levels],
            groups=", ".join(sorted(category.groups)),
            grouped=LEVEL_NAMES[category.grouped],
        )
    return say(
        "“{category}” may not stand here; {dialect} has it {levels}: move it there",
        category=category.name,
        dialect=title,
        levels=LEVEL_NAMES[category.levels],
    )


def wrong_value(category: Category, value: str, title: str) -> Message:
    return say(
        "“{value}” is no value of {category} in {dialect}; write one of {values}",
        value=cut(value),
        category=category.name,
        dialect=title,
        values=listed(category.values),
    )


def has_markup(name: str, title: str) -> Message:
    return say(
        "“{category}” holds markup, and {dialect} wants plain text; take the tags out and leave their text",
        category=name,
        dialect=title,
    )


def style(element: Element, wanted: str, title: str) -> Message:
    return say(
        'style of <{name}> is “{found}”; for {dialect} write style="{wanted}"',
        name=element.label,
        found=cut(element.attributes.get("style", "")),
        dialect=title,
        wanted=wanted,
    )


def called(element: Element, wanted: str, title: str) -> Message:
    return say(
        'type of <{name}> is “{found}”; for {dialect} write type="{wanted}"',
        name=element.label,
        found=cut(element.attributes.get("type", "")),
        dialect=title,
        wanted=wanted,
    )


def by_attribute(element: Element) -> Message:
    return say(
        "<{name}> names its data category “{type}” as an attribute, and in the style dct it is a tag of its own",
        name=element.label,
        type=cut(element.type or ""),
    )


def pair_said_alone(element: Element) -> Message:
    return say(
        "<{name}> has its other half beside it and says that it stands alone; take its attribute isolated out",
        name=element.label,
    )


def lone_said_paired(element: Element) -> Message:
    return say('<{name}> stands alone and says that it does not; write isolated="yes"', name=element.label)


def no_start(element: Element) -> Message:
    return say(
        "<{name}> does not say where it starts; write startRef with the id of its <sc>", name=element.label
    )


def no_id(element: Element) -> Message:
    return say("<{name}> stands alone and has no id; give it one", name=element.label)


def no_speech() -> Message:
    return say(
        "the term says no part of speech, which TBX-Basic Version 4 (section 9) wants for automated use; "
        "add a <termNote> of the type partOfSpeech"
    )
