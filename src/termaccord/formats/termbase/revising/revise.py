"""The one door: a termbase file and what it should say in, the file with as little changed as that needs out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from termaccord.formats.reading import Reading
from termaccord.formats.termbase.min2013 import ROOT
from termaccord.formats.termbase.reading import TbxReader
from termaccord.formats.termbase.revising.located import Outline, outline
from termaccord.formats.termbase.revising.pieces import dialect_of
from termaccord.formats.termbase.revising.walk import UnfoundError, Walk
from termaccord.formats.termbase.writing import TbxWriter
from termaccord.model import Concept, Finding, Glossary, Message, Place, Severity, say


def revise(data: bytes, name: str, wanted: Glossary) -> Reading[bytes]:
    """
    Make a termbase file say what is wanted, and leave every other byte as it was.

    A file in our canonical form stays in it.
    Any other keeps its encoding, line ends, indentation, comments, order and unknown elements; only the elements
    whose content differs are touched, and what is new is written in the edition and dialect of the file.
    The result is read again: where it does not say what was wanted, and that only, nothing is changed.

    Parameters
    ----------
    data
        The file's bytes.
    name
        The path as the user knows it.
    wanted
        What `parse` gives for the file, with changes in concepts, or concepts more or fewer.
        Concepts, sections and terms that stay keep their order.

    Returns
    -------
    The new bytes; or the old ones and a finding that says why nothing could be changed.

    """
    old = _read(data, name)
    if old is None:
        return _refused(
            data, name, say("{file} is not changed, since it cannot be read whole; mend it first", file=name)
        )
    if old.value == wanted:
        return Reading(data)
    laid = outline(data, name)
    if laid is not None and laid.root.name == ROOT:
        message = say(
            "{file} is TBX-Min of 2013, which is only read; convert it to another dialect of TBX first",
            file=name,
        )
        return _refused(data, name, message)
    for changed in _ways(laid, data, name, old.value, wanted):
        new = _read(changed, name)
        if new and _says(new.value, wanted, laid) and _no_worse(old, new):
            return Reading(changed)
    message = say(
        "{file} cannot be changed without a change of what stands around it; change it by hand", file=name
    )
    return _refused(data, name, message)


def _ways(laid: Outline | None, data: bytes, name: str, old: Glossary, wanted: Glossary) -> Iterator[bytes]:
    """The file as our writer gives it, if it is ours; else with the changes put in."""
    if laid is None:
        return
    dialect = dialect_of(laid.root, laid.source)
    if TbxWriter(old, dialect, name).written().value == data:
        yield TbxWriter(wanted, dialect, name).written().value
    try:
        yield Walk(laid, old, wanted).data()
    except UnfoundError:
        return


def _says(new: Glossary, wanted: Glossary, laid: Outline | None) -> bool:
    """Whether a file says what was wanted: in the same way, or in the notes of a dialect that has no other."""
    if _plain(new) == _plain(wanted):
        return True
    if laid is None or replace(new, concepts=()) != replace(wanted, concepts=()):
        return False
    data = TbxWriter(wanted, dialect_of(laid.root, laid.source), "").written().value
    noted = TbxReader(BytesIO(data), "").glossary().concepts
    ways = zip(new.concepts, wanted.concepts, noted, strict=False)
    alike = (_plain_concept(one) in {_plain_concept(two), _plain_concept(three)} for one, two, three in ways)
    return len(new.concepts) == len(wanted.concepts) == len(noted) and all(alike)


def _read(data: bytes, name: str) -> Reading[Glossary] | None:
    """What a file says; None where a part of it is lost."""
    reader = TbxReader(BytesIO(data), name)
    glossary = reader.glossary()
    found = tuple(reader.findings)
    if any((f.severity is Severity.ERROR and f.code.startswith("F00")) or f.code == "F100" for f in found):
        return None
    return Reading(glossary, found)


def _no_worse(old: Reading[Glossary], new: Reading[Glossary]) -> bool:
    """Whether nothing is wrong now that was right before."""
    return not Counter(f.code for f in new.findings) - Counter(f.code for f in old.findings)


def _plain(glossary: Glossary) -> Glossary:
    """A glossary without the words in which its file says a status."""
    return replace(glossary, concepts=tuple(map(_plain_concept, glossary.concepts)))


def _plain_concept(concept: Concept) -> Concept:
    sections = tuple(
        replace(s, terms=tuple(replace(t, status_as_written="") for t in s.terms)) for s in concept.languages
    )
    return replace(concept, languages=sections)


def _refused(data: bytes, name: str, message: Message) -> Reading[bytes]:
    return Reading(data, (Finding("F165", message, Place(name), Severity.ERROR),))
