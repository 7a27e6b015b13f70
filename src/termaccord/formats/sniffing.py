"""What a file of terms or translations is, by what stands in it and not by what it is called."""

import json
import re
from contextlib import suppress
from enum import StrEnum
from io import BytesIO
from pathlib import PurePosixPath
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from termaccord.formats import bilingual
from termaccord.formats.sheets.cells import OLE
from termaccord.formats.sheets.headers import is_header
from termaccord.formats.termlists import structured

HEAD = 1 << 16
"""Bytes that are looked at, of all but zip archives."""


class Kind(StrEnum):
    """The kinds of files that can be converted."""

    TBX = "tbx"
    TMX = "tmx"
    MULTITERM = "multiterm"
    XLIFF = "xliff"
    PO = "po"
    BILINGUAL = "bilingual"
    """Another file of translations that a library reads: its ending says which."""
    JSON = "json"
    JSON_MEMORY = "json-memory"
    JSON_TABLE = "json-table"
    """A list of objects, such as programs hand out: a row each."""
    SKOS = "skos"
    UTX = "utx"
    OMEGAT = "omegat"
    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    UNKNOWN = ""


ROOTS = {
    "martif": Kind.TBX,
    "tbx": Kind.TBX,
    "TBX": Kind.TBX,
    "tmx": Kind.TMX,
    "mtf": Kind.MULTITERM,
    "xliff": Kind.XLIFF,
}
"""Root elements by their local names; “TBX” is that of TBX-Min of 2013."""
TABLES = {"csv": Kind.CSV, "tsv": Kind.TSV, "tab": Kind.TSV, "xlsx": Kind.XLSX}
TEXTS = frozenset({"txt", "utf8", "tab", "tsv", "csv", ""})
_MOST = 0.5
"""Of the lines of a table most have more than one cell."""
_PO = re.compile(r"^(?:#[^\n]*\n|\s)*(?:msgctxt|msgid|domain)\s+\"")
_TURTLE = re.compile(r"^\s*(?:#[^\n]*\n\s*)*(?:@prefix|@base|PREFIX|BASE|<[^>\s]+>\s+a\s)", re.IGNORECASE)
_UTX = re.compile(r"#\s*UTX", re.IGNORECASE)


def sniff(data: bytes, name: str) -> Kind:
    """
    Tell the kind of a file.

    Parameters
    ----------
    data
        Its bytes; the first `HEAD` of a large one are enough, unless it is a zip archive or JSON.
    name
        Its path: the ending decides only between kinds that look the same.

    """
    ending = PurePosixPath(name.replace("\\", "/")).suffix.lower().removeprefix(".")
    if data.startswith(OLE) and ending in {"xls", "xlsx", "xlsm"}:
        return Kind.XLSX  # whose reader says what is wrong with an old or an encrypted one
    if data.startswith(b"PK\x03\x04"):
        return _archive(data)
    text = _text(data)
    if text.lstrip()[:1] == "<" and (root := _root(data)):
        known = ROOTS.get(root)
        # A library reads many more kinds of XML; a termbase's ending on a foreign root is a mistake.
        return known or (Kind.BILINGUAL if bilingual.reads(name) else Kind.UNKNOWN)
    if text.lstrip()[:1] in {"{", "["} and ending != "ttl":
        return _json(data, text, name)
    if _UTX.match(text):
        return Kind.UTX
    if _PO.match(text):
        return Kind.PO
    if _TURTLE.match(text):
        return Kind.SKOS
    return _lines(text, ending, name)


def root_of(data: bytes) -> str:
    """The local name of an XML file's root element; empty where it has none."""
    return _root(data)


def _text(data: bytes) -> str:
    head = data[:HEAD]
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if head.startswith(mark):
            return head[len(mark) :].decode(encoding, "replace")
    if head[1:2] == b"\0":
        return head.decode("utf-16-le", "replace")
    return head.decode("utf-16-be" if head[:1] == b"\0" else "utf-8", "replace")


class _FoundError(Exception):
    """The root element has begun."""


def _root(data: bytes) -> str:
    found: list[str] = []

    def start(tag: str, _attributes: dict[str, str]) -> None:
        found.append(tag.rpartition(":")[2])
        raise _FoundError

    text = re.sub(r"^\s*<\?xml[^>]*\?>", "", _text(data), count=1)
    parser = expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    parser.UseForeignDTD(True)
    with suppress(_FoundError, expat.ExpatError):
        parser.Parse(text.encode("utf-8", "replace"), False)
    return found[0] if found else ""


def _archive(data: bytes) -> Kind:
    try:
        with ZipFile(BytesIO(data)) as archive:
            inside = archive.namelist()
    except (BadZipFile, ValueError, OSError):
        return Kind.UNKNOWN
    return Kind.XLSX if any(name.startswith("xl/") for name in inside) else Kind.UNKNOWN


def _json(data: bytes, text: str, name: str) -> Kind:
    said = re.search(r'"format"\s*:\s*"([^"]*)"', text)
    if said and said[1] == structured.GLOSSARY:
        return Kind.JSON
    if said and said[1] == structured.MEMORY:
        return Kind.JSON_MEMORY
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return Kind.JSON if name.lower().endswith(".json") else Kind.UNKNOWN
    if isinstance(found, list) and found and all(isinstance(row, dict) for row in found):
        return Kind.JSON_TABLE
    return Kind.BILINGUAL if bilingual.reads(name) else Kind.UNKNOWN


def _lines(text: str, ending: str, name: str) -> Kind:
    """What a text without syntax is: a table with a header, OmegaT's pairs, or what its ending says."""
    if ending in {"csv", "xlsx"}:
        return TABLES[ending]
    rows = [line.split("\t") for line in text.splitlines() if line.strip() and not line.startswith("#")][:200]
    if ending in TEXTS and sum(len(row) > 1 for row in rows) > len(rows) * _MOST:
        wide = sum(len(row) > 3 for row in rows) > len(rows) * _MOST
        headed = is_header(tuple(cell.strip() for cell in rows[0]))
        return Kind.TSV if headed or wide else Kind.OMEGAT
    if ending in TEXTS and any("," in line or ";" in line for line in text.splitlines()[:3]):
        cells = re.split("[,;]", text.splitlines()[0])
        return Kind.CSV if is_header(tuple(cell.strip(' "') for cell in cells)) else Kind.UNKNOWN
    if ending in TABLES:
        return TABLES[ending]
    return Kind.BILINGUAL if bilingual.reads(name) else Kind.UNKNOWN
