"""What of a memory TMX has no place for; told where it is written, and nothing of it goes silently."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from termaccord.formats.exchange.inline import ALLOWED
from termaccord.formats.exchange.names import LANGUAGE, UNDETERMINED
from termaccord.model import Content, Inline, Memory, Message, TranslationUnit, Variant, say
from termaccord.model.memory import Detail

OF_DETAIL = frozenset({"xml:lang", "o-encoding"})
OF_ENCODING = frozenset({"name", "base"})
OF_MAP = frozenset({"unicode", "code", "ent", "subst"})
Level = Literal[1, 2]
_NO_TAG = re.compile(r"[^A-Za-z0-9]+")
_LONGEST = 8
"""Letters and digits of a subtag, BCP 47."""


@lru_cache(4096)
def tag_of(language: str) -> str:
    """
    The language as a tag that every schema takes; itself where it is one.

    >>> tag_of("ru"), tag_of("ru RU"), tag_of("Elvish language"), tag_of("1")
    ('ru', 'ru-RU', 'Elvish-language', 'x-1')
    """
    if LANGUAGE.fullmatch(language):
        return language
    parts = [part[:_LONGEST] for part in _NO_TAG.split(language) if part]
    if parts and not parts[0].isalpha():
        parts.insert(0, "x")
    return "-".join(parts) or UNDETERMINED


def losses(head: Memory, units: Iterable[TranslationUnit], level: Level = 2) -> Iterator[tuple[str, Message]]:
    """
    What of these units is not written, or not as it was, each with the id of its unit.

    At level 1 that native code is left out is no loss, for that is what level 1 means; but the text in it is one.
    """
    for unit in units:
        if unit.details or not all(map(_is_plain, unit.variants)):
            for message in _of_unit(unit, level):
                yield unit.id, message
    for message in _of_head(head):
        yield "", message


def _is_plain(variant: Variant) -> bool:
    """Whether there is nothing in a variant that could be lost; quick, for nearly all are such."""
    content = variant.content
    return len(content) == 1 and type(content[0]) is str and not variant.details and _is_tag(variant.language)


@lru_cache(4096)
def _is_tag(language: str) -> bool:
    return LANGUAGE.fullmatch(language) is not None


def _of_unit(unit: TranslationUnit, level: Level) -> Iterator[Message]:
    yield from _of_details(unit.details)
    for variant in unit.variants:
        if not _is_tag(variant.language):
            yield _language(variant.language)
        yield from _of_details(variant.details)
        yield from _of_content(variant.content) if level > 1 else _of_flows(variant.content)


def _of_flows(content: Content) -> Iterator[Message]:
    """Text that a reader sees and that stands in native code: an alternative text, a title."""
    if any(isinstance(part, Inline) and any(isinstance(p, Inline) for p in part.inside) for part in content):
        yield say("level 1 has no place for a <sub>: its text is not written; write level 2")


def _language(written: str) -> Message:
    return say("the language “{written}” is no tag; “{tag}” is written", written=written, tag=tag_of(written))


def _of_content(content: Content) -> Iterator[Message]:
    for part in content:
        if not isinstance(part, Inline):
            continue
        if part.tag == "sub":
            yield say("a <sub> outside native code has no place in TMX 1.4; only its text is written")
            continue
        for name, _value in part.attributes:
            if name not in ALLOWED[part.tag]:
                yield _attribute(part.tag, name)
        yield from _of_content(tuple(p for p in part.inside if isinstance(p, Inline) and p.tag != "sub"))


def _of_details(details: Iterable[Detail]) -> Iterator[Message]:
    for kind, _index, name, _value in details:
        if name not in OF_DETAIL:
            yield _attribute(kind, name)


def _of_head(head: Memory) -> Iterator[Message]:
    yield from _of_details(head.details)
    if head.source_language != "*all*" and not LANGUAGE.fullmatch(head.source_language):
        yield _language(head.source_language)
    for encoding in head.encodings:
        if not encoding.maps:
            yield say("a <ude> without any <map> is not written; TMX wants at least one")
        names = [("ude", name) for name, _ in encoding.attributes if name not in OF_ENCODING]
        names += [("map", name) for one in encoding.maps for name, _ in one if name not in OF_MAP]
        yield from (_attribute(tag, name) for tag, name in names)


def _attribute(tag: str, name: str) -> Message:
    return say("TMX has no attribute {name} of <{tag}>; it is not written", name=name, tag=tag)
