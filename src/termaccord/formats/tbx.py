"""TBX, ISO 30042:2008 and 2019: any dialect in, ours out, one model."""

from io import BytesIO

from termaccord.formats.reading import Reading
from termaccord.formats.termbase.dialects import Dialect
from termaccord.formats.termbase.reading import TbxReader
from termaccord.formats.termbase.revising.revise import revise
from termaccord.formats.termbase.writing import TbxWriter
from termaccord.model import Glossary

__all__ = ["Dialect", "parse", "revise", "serialize", "written"]


def parse(data: bytes, name: str) -> Reading[Glossary]:
    """Read a termbase of any edition and dialect, valid or not; each deviation is a finding at its line."""
    reader = TbxReader(BytesIO(data), name)
    glossary = reader.glossary()
    return Reading(glossary, tuple(reader.findings))


def serialize(glossary: Glossary, dialect: Dialect = Dialect.BASIC_2008) -> bytes:
    """Write a glossary canonically: the same glossary gives the same bytes, and our own files come back unchanged."""
    return written(glossary, dialect).value


def written(glossary: Glossary, dialect: Dialect = Dialect.BASIC_2008, name: str = "") -> Reading[bytes]:
    """The file as `serialize` gives it, with findings for whatever is not in it as it was."""
    return TbxWriter(glossary, dialect, name).written()
