"""Texts to documents: plain text, Markdown, HTML, DOCX and ODT, with what is not prose marked."""

from termaccord.formats.reading import Reading
from termaccord.formats.visible import plain
from termaccord.formats.visible.decoding import decode
from termaccord.model import Document


def parse(data: bytes, name: str, language: str = "") -> Reading[Document]:
    """
    Read a text as its reader sees it.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it; its ending says what kind of file this is.
    language
        BCP 47 tag; empty where it is not known.

    Returns
    -------
    The document, whose blocks cover its text without overlapping, and what was wrong with the file.
    A file that cannot be read at all gives an empty document and an error.

    """
    decoded = decode(data, name)
    text = decoded.value
    document = Document(name, language, text, plain.blocks(text, language), path=name)
    return Reading(document, decoded.findings)
