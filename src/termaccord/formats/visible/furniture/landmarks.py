"""Which elements of a page hold its furniture: by what they are, by their roles, and by how they are named."""

import re
from dataclasses import dataclass
from enum import Enum

from termaccord.formats.visible.markup import Tag


class Standing(Enum):
    """How sure it is that an element holds furniture."""

    TEXT = "text"
    DOUBTFUL = "doubtful"
    """Unless it turns out to hold the text itself: sites of a certain make put whole pages into a <form>."""
    NAMED = "named"
    """As doubtful, but it may be longer than the text: comments, consent dialogs."""
    SURE = "sure"


_SURE = frozenset({"nav", "button", "select", "menu", "dialog", "search"})
_DOUBTFUL = frozenset({"footer", "aside", "form"})
_SURE_ROLES = frozenset({"navigation", "search", "menu", "menubar", "dialog", "alertdialog"})
_DOUBTFUL_ROLES = frozenset({"banner", "contentinfo", "complementary"})
"""Landmarks beside the main one (WAI-ARIA 1.2)."""


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NAMES = _set(
    "breadcrumb breadcrumbs navbar nav navigation menu pagination pager share sharing social socials sidebar footer skip"
    " toolbar topbar masthead megamenu offcanvas searchform related recommended recommendations trending"
    " newsletter subscribe subscription signup login promo advert advertisement advertising sponsored popup"
    " tags copyright toc switcher"
)
_OWN_NAMES = _set("cookie cookies consent gdpr cmp ccpa comments disqus")
"""In class names and ids, whole words, after Readability (Arc90, Mozilla)."""
_STATES = _set(
    "has have no not with without is are open opened closed enabled disabled active inactive accepted"
)
"""A name with one of these tells of the state of a whole page: `has-menu`, `cookies-accepted`."""
_SITES = frozenset({"site", "global", "app"})
"""A header of these is that of a site and not of a text."""
_CONTENT = frozenset({"article", "main"})
_WHOLE_PAGE = frozenset({"html", "body", "main", "article", "pre", "code", "h1"})
_WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_HALF = 2


@dataclass(slots=True)
class Suspect:
    """An element that may hold furniture."""

    standing: Standing
    prose: int = 0
    """Characters of whole sentences in it."""
    cleared: bool = False

    def is_furniture(self, prose: int) -> bool:
        """Whether it stays one, on a page with so many characters of sentences outside what is sure."""
        if self.cleared:
            return False
        return self.standing is Standing.NAMED or _HALF * self.prose <= prose


def standing(tag: Tag, *, inside_content: bool) -> Standing:
    """What an element looks like by its start tag alone."""
    role = tag.get("role").lower()
    if tag.name in _SURE or role in _SURE_ROLES:
        return Standing.SURE
    if role in _DOUBTFUL_ROLES or (tag.name in _DOUBTFUL and not inside_content):
        return Standing.DOUBTFUL
    return Standing.TEXT if tag.name in _WHOLE_PAGE else _by_name(tag)


def is_content(tag: Tag) -> bool:
    """Whether an element is the text itself, or one of several."""
    return tag.name in _CONTENT or tag.get("itemprop") == "articleBody"


def clears(tag: Tag) -> bool:
    """Whether this cannot stand in furniture: what is around it is none."""
    return tag.name in {"main", "h1"} or tag.get("itemprop") == "articleBody" or tag.get("role") == "main"


def _by_name(tag: Tag) -> Standing:
    found = Standing.TEXT
    for name in f"{tag.get('class')} {tag.get('id')}".split():
        words = {word.lower() for word in _WORDS.findall(name)}
        if words & _OWN_NAMES and not words & _STATES:
            return Standing.NAMED
        if (words & _NAMES and not words & _STATES) or ("header" in words and words & _SITES):
            found = Standing.DOUBTFUL
    return found
