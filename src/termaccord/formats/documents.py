"""Texts to documents: plain text, Markdown, HTML, DOCX and ODT, with what is not prose marked."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from termaccord.formats import suppressions
from termaccord.formats.reading import Reading
from termaccord.formats.visible import boilerplate, docx, html, markdown, odt, plain
from termaccord.formats.visible.canvas import Canvas, Remark
from termaccord.formats.visible.checks import checked
from termaccord.formats.visible.decoding import decode
from termaccord.formats.visible.package import Package, PackageError, open_package
from termaccord.formats.visible.remarks import remarks
from termaccord.model import Document, Finding, Place, Severity, say

_HTML = frozenset({".html", ".htm", ".xhtml"})
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)
_HEAD = 4096
_MARKUP = {
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), markdown.draw),
    **dict.fromkeys(sorted(_HTML), html.draw),
}
_OFFICE = {".docx": docx.draw, ".docm": docx.draw, ".odt": odt.draw, ".ott": odt.draw}
_Drawn = tuple[Document, Sequence[Remark]]
"""A text with the comments in it."""
ENDINGS = frozenset({".txt", ".text", *_MARKUP, *_OFFICE})
"""Of the files that are read as documents, in lower case."""


def parse(data: bytes, name: str, language: str = "") -> Reading[Document]:
    """
    Read a text as its reader sees it.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it; its ending says what kind of file this is, any other is plain text.
    language
        BCP 47 tag; empty where it is not known.

    Returns
    -------
    The document, whose blocks follow each other without overlapping, and what was wrong with the file.
    The text of a plain text is the decoded file, byte order mark apart;
    for Markdown and HTML `Document.origins` leads from the text to the file, in DOCX and ODT paragraphs are counted.
    A file that cannot be read at all gives an empty document and an error.

    """
    ending = _ending(name)
    reading = _office(data, name, ending) if _is_office(data, ending) else _text(data, name, ending)
    document, said = reading.value
    asked = suppressions.of_document(document, said)
    marked = replace(
        document,
        language=language,
        blocks=boilerplate.mark(
            document.text, document.blocks, marked_up=bool(kind(ending)) or document.by_paragraph
        ),
        suppressions=asked.value,
    )
    findings = (*reading.findings, *asked.findings)
    refused = any(finding.severity is Severity.ERROR for finding in findings)
    return Reading(marked, findings if refused else (*findings, *checked(marked)))


def drawn(package: Package) -> Canvas:
    """What a reader sees of an office file."""
    return _OFFICE[".docx" if package.has("word/document.xml") else ".odt"](package)


def source(data: bytes, name: str) -> str:
    """The decoded file of a plain text, a Markdown or an HTML file: what `Document.in_file` counts in."""
    return decode(data, name, charset(data) if _ending(name) in _HTML else "").value


def kind(ending: str) -> str:
    """How a file with this ending is marked up: ``html``, ``markdown``, or not at all."""
    return "html" if ending in _HTML else "markdown" if ending in _MARKUP else ""


def is_office(data: bytes, name: str) -> bool:
    """Whether a file is read as DOCX or ODT, for its name or for what is in it."""
    return _is_office(data, _ending(name))


def _ending(name: str) -> str:
    return PurePosixPath(name.replace("\\", "/")).suffix.lower()


def _is_office(data: bytes, ending: str) -> bool:
    return ending in _OFFICE or (data.startswith(b"PK\x03\x04") and _packed_kind(data) is not None)


def _packed_kind(data: bytes) -> str | None:
    """Look what a zip file of any name holds."""
    try:
        package = open_package(data, "")
    except PackageError:
        return None
    if package.has("word/document.xml"):
        return ".docx"
    return ".odt" if package.has("content.xml") and package.has("mimetype") else None


def _office(data: bytes, name: str, ending: str) -> Reading[_Drawn]:
    empty: _Drawn = Document(name, "", "", path=name), ()
    if not data:
        return Reading(empty)
    try:
        package = open_package(data, name)
        kind = _packed_kind(data)
        if kind is None:
            message = say(
                "{file} is no {kind} file, whatever its name says; save it again",
                file=name,
                kind=ending[1:].upper(),
            )
            return Reading(empty, (Finding("F108", message, Place(name), Severity.ERROR),))
        canvas = _OFFICE[kind](package)
    except PackageError as error:
        return Reading(empty, (error.finding,))
    return Reading((_document(name, canvas, office=True), canvas.remarks), tuple(package.findings))


def _text(data: bytes, name: str, ending: str) -> Reading[_Drawn]:
    decoded = decode(data, name, charset(data) if ending in _HTML else "")
    text = decoded.value
    document = (
        _document(name, _MARKUP[ending](text), text)
        if ending in _MARKUP
        else Document(name, "", text, plain.blocks(text), path=name)
    )
    return Reading((document, tuple(remarks(text, document, kind(ending)))), decoded.findings)


def charset(data: bytes) -> str:
    """The encoding that a page's head names (HTML, section 4.2.5.4)."""
    found = _CHARSET.search(data[:_HEAD])
    return found[1].decode("ascii") if found else ""


def _document(name: str, canvas: Canvas, source: str = "", *, office: bool = False) -> Document:
    blocks = tuple(canvas.blocks)
    pages = tuple(canvas.pages) if any(canvas.pages) else ()
    return Document(
        name,
        "",
        canvas.text,
        blocks,
        path=name,
        origins=canvas.origins(source),
        by_paragraph=office,
        pages=pages,
    )
