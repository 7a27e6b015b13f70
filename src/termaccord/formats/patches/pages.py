"""Plain text, Markdown and HTML."""

import re

from termaccord.formats import documents
from termaccord.formats.patches.coding import Coding, coding
from termaccord.formats.patches.layout import Layout, Passage, RefusedError, Stretch, spliced
from termaccord.model import Document, Span, say

_TAG = re.compile(r"<!--.*?-->|</?([a-zA-Z][^\s/>]*)[^>]*>", re.DOTALL)
_FORMATTING = frozenset(
    {
        *("b", "strong", "i", "em", "u", "s", "strike", "del", "ins", "big", "small", "tt", "font", "span"),
        *("mark", "abbr", "acronym", "dfn", "cite", "q", "wbr", "bdi", "bdo", "nobr", "var"),
    }
)
"""Elements that say how text looks, not what it does (HTML, section 4.5)."""
_MARKDOWN_GAP = re.compile(r"[*_~\s]*")
_MARKDOWN_BREAK = re.compile(r"\s*(?:>\s*)*")
_MARKDOWN_SIGNS = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w]+;)")


def layout(data: bytes, name: str, ending: str) -> Layout | None:
    """Lay out a text file; None where its bytes are damaged."""
    document = documents.parse(data, name).value
    source = documents.source(data, name)
    code = coding(data, source, (documents.charset(data),))
    if code is None:
        return None
    passage = Passage(document.text, _stretches(document))
    kind = documents.kind(ending)
    return Layout(
        source,
        {("", ""): (document.text, str(len(document.blocks)) if kind else "")},
        lambda _: passage,
        lambda changes: code.encode(spliced(source, changes)),
        _Writer(code, kind).written,
        {"html": _is_formatting, "markdown": _is_emphasis}.get(kind, lambda _: False),
        _is_break if kind == "markdown" else str.isspace,
    )


def _stretches(document: Document) -> tuple[Stretch, ...]:
    if not document.origins:
        whole = Span(0, len(document.text))
        return (Stretch(whole, whole),) if document.text else ()
    return tuple(Stretch(origin.text, origin.file) for origin in document.origins)


class _Writer:
    """How text is written in a page."""

    def __init__(self, code: Coding, kind: str) -> None:
        self._code = code
        self._kind = kind

    def written(self, text: str, _: Stretch) -> str:
        if self._kind == "html":
            text = text.replace("&", "&amp;").replace("<", "&lt;")
            return text.encode(self._code.encoding, "xmlcharrefreplace").decode(self._code.encoding)
        if not self._code.can(text):
            raise unwritable(text, self._code.encoding)
        return _MARKDOWN_SIGNS.sub(r"\\\g<0>", text) if self._kind == "markdown" else text


def unwritable(text: str, encoding: str) -> RefusedError:
    """What to say of characters that an encoding does not have."""
    return RefusedError(
        say("“{new}” cannot be written in {encoding}; save the file as UTF-8", new=text, encoding=encoding)
    )


def _is_formatting(between: str) -> bool:
    rest = _TAG.sub(lambda tag: "" if (tag[1] or "b").lower() in _FORMATTING else tag[0], between)
    return not rest.strip()


def _is_emphasis(between: str) -> bool:
    return _MARKDOWN_GAP.fullmatch(between) is not None


def _is_break(between: str) -> bool:
    return _MARKDOWN_BREAK.fullmatch(between) is not None and "\n" in between
