"""What stands in a segment for something else: variables, markup, entities; a translator carries it over."""

import re
from dataclasses import dataclass

from termaccord.model import Span

_PLACEABLE = re.compile(
    r"""
    (?P<named> %\((?P<name>\w+)\)[#0+-]?\d*(?:\.\d+)?(?P<form>[a-zA-Z]) )  # %(name)s, of Python and gettext
  | (?P<printf> %(?:(?P<place>\d+)\$)?[#0+-]?(?:\d*|\*)(?:\.(?:\d+|\*))?(?P<type>
      (?:l{0,2}[dioux]|[sfegcpar@])(?![a-z]) | [FEGCAX](?![^\W\d_]) ) )
  | (?P<qt> %(?:n(?![A-Za-z]) | L?(?P<arg>[1-9]\d?)(?![\d$]|[.,]\d)) )   # %1, %L2, %n, of Qt and KDE
  | (?P<braces> \$\{[^{}]*\} | \{\{[^{}]*\}\} | \{(?!\.)[\w.:!-]*\} )  # ${name}, {{ name }}, {0}
  | (?P<tag> </?[A-Za-z][\w.-]*(?::[A-Za-z][\w.-]*)?(?=[\s/>])[^<>]*> )   # <b>, </a>, <br/>; no address
  | (?P<entity> &(?:[A-Za-z]\w*|\#\d+|\#x[0-9A-Fa-f]+); )           # &amp;
    """,
    re.VERBOSE,
)
_BEGINNING = re.compile(r"[%${<&]")
"""A placeable begins with one of these."""
_TAG = re.compile(r"<(/?)([A-Za-z][\w:.-]*)")
_DATE = re.compile(r"%[-_0^E]?[YyBbHMSIhjTRZkPVWU](?![a-z])")
"""What only the pattern of a date or a time has (C, strftime); each language arranges it in its own way."""


@dataclass(frozen=True, slots=True)
class Placeable:
    """A variable, a tag or an entity where it stands."""

    span: Span
    text: str
    kind: str
    """named, printf, braces, tag, entity."""
    key: str
    """The same for two that stand for the same: a tag without its attributes, a variable without its width."""
    number: bool = False
    """Whether it stands for a number."""
    positional: bool = False
    """Whether it is filled by its place among the others."""


def placeables(text: str) -> tuple[Placeable, ...]:
    """
    The placeables of a segment in order.

    A per cent sign behind digits is none: 100% safe.

    >>> [(p.kind, p.key) for p in placeables("%(count)d of <a href='x'>{total}</a>")]
    [('named', '(count)'), ('tag', '<a>'), ('braces', '{total}'), ('tag', '</a>')]
    """
    if not any(c in text for c in "%{<&"):
        return ()
    dated = _DATE.search(text) is not None
    return tuple(_placeable(m) for m in _PLACEABLE.finditer(text) if _stands(m, text, dated))


def _stands(match: re.Match[str], text: str, dated: bool) -> bool:
    """Whether it stands for something: no per cent sign behind digits, no part of a date's pattern."""
    kind = match.lastgroup
    if kind == "qt":
        # elsewhere a per cent sign stands before its figure, as in Turkish; Qt counts from %1 on
        counted = match["arg"] is None or match["arg"] == "1" or "%1" in text or "%L1" in text
        return counted and not _share(text, match.start())
    if kind != "printf":
        return True
    return not (dated or " " in match[0]) and (not _share(text, match.start()) or bool(match["place"]))


def _share(text: str, at: int) -> bool:
    """Whether figures stand before a per cent sign, with a space or without."""
    before = text[at - 1] if at else ""
    if before in {" ", "\u00a0"}:
        before = text[at - 2 : at - 1] if at > 1 else ""
    return before.isdecimal()


def _placeable(match: re.Match[str]) -> Placeable:
    text, span = match[0], Span(*match.span())
    if match["named"]:
        return Placeable(span, text, "named", f"({match['name']})", match["form"] in "dioux")
    if match["printf"]:
        kind = match["type"].replace("l", "")
        key = f"%{match['place'] or ''}{'d' if kind in 'diou' else kind}"
        return Placeable(span, text, "printf", key, kind in "dioux", not match["place"])
    if match["qt"]:
        return Placeable(span, text, "printf", f"%{match['arg'] or 'n'}", match["arg"] is None)
    if match["braces"]:
        return Placeable(span, text, "braces", re.sub(r"\s", "", text))
    if match["tag"]:
        tag = _TAG.match(text)
        return Placeable(span, text, "tag", f"<{tag[1]}{tag[2].lower()}>" if tag else text)
    return Placeable(span, text, "entity", text)


def masked(text: str) -> str:
    """
    The text with spaces in place of its placeables; every offset stays what it was.

    >>> masked("Enter a number of at least {limit} for <b>%(field)s</b>.")
    'Enter a number of at least         for                 .'
    """
    return _PLACEABLE.sub(lambda match: " " * len(match[0]), text) if any(c in text for c in "%{<&") else text


def masked_as(text: str, mark: str) -> str:
    """
    The text with `mark` in place of each of its placeables.

    >>> masked_as("Delete %s of {total}?", "*")
    'Delete * of *?'
    """
    beginning = _BEGINNING.search(text)
    if not beginning:
        return text
    parts: list[str] = []
    at = 0
    dated = "%" in text and _DATE.search(text) is not None
    while beginning:
        start = beginning.start()
        match = _PLACEABLE.match(text, start)
        if match and _stands(match, text, dated):
            parts += [text[at:start], mark]
            at = match.end()
        beginning = _BEGINNING.search(text, max(at, start + 1))
    return "".join([*parts, text[at:]]) if parts else text
