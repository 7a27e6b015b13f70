"""A glossary in any kind of file, with what the file cannot say."""

from collections.abc import Iterable, Iterator

from termaccord.formats import tables, tbx
from termaccord.formats.termlists import crossing, multiterm, omegat, po, skos, structured, utx
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.formats.termlists.written import Written
from termaccord.model import Concept, Degree, Finding, Glossary, Loss, Memory, Subject, say
from termaccord.project.conversion.targets import Target

DISPLACED = "F123"
"""The writer of TBX tells with it that a note says what its dialect has no element for."""
UNUSABLE = frozenset({"F120"})
"""What its writer tells of a file as a whole."""
SUBJECTS = {
    "partOfSpeech": Subject.PART_OF_SPEECH,
    "termType": Subject.TERM_TYPE,
    "administrativeStatus": Subject.STATUS,
    "usageStatus": Subject.STATUS,
    "subjectField": Subject.SUBJECT_FIELD,
    "definition": Subject.DEFINITION,
    "context": Subject.CONTEXT,
    "note": Subject.NOTE,
}
TABLES = {
    Target.CSV: say("a CSV table"),
    Target.TSV: say("a TSV table"),
    Target.XLSX: say("an Excel table"),
}


def write_list(
    glossary: Glossary, target: Target, name: str, source: str = "", language: str = ""
) -> Written:
    """
    Write a glossary.

    Parameters
    ----------
    glossary
        Any glossary.
    target
        The kind of file, none that holds units.
    name
        The path, for findings.
    source, language
        The two languages of a list of pairs, BCP 47; those of the glossary where they are empty.

    Raises
    ------
    UsageError
        When a list of pairs is wanted and it does not show which two languages are meant.

    """
    match target:
        case Target.UTX:
            return utx.written(glossary, source, language)
        case Target.OMEGAT:
            return omegat.written(glossary, source, language)
        case Target.PO:
            return po.written(glossary, source, language)
        case Target.MULTITERM:
            return multiterm.written(glossary)
        case Target.SKOS:
            return skos.written(glossary)
        case Target.JSON:
            return structured.written(glossary)
        case Target.CSV | Target.TSV | Target.XLSX:
            return _table(glossary, target)
        case _:
            return _termbase(glossary, target, name)


def _table(glossary: Glossary, target: Target) -> Written:
    data = tables.serialize(glossary.concepts, target.value)
    seen = tables.parse(data, f"table.{target.value}").value
    return Written(data, losses(glossary, seen, TABLES[target]))


def _termbase(glossary: Glossary, target: Target, name: str) -> Written:
    written = tbx.written(glossary, tbx.Dialect(target.value), name)
    found = losses(glossary, tbx.parse(written.value, "").value, target.value)
    displaced = _displaced(written.findings, {(loss.id, loss.subject) for loss in found})
    telling = tuple(finding for finding in written.findings if finding.code in UNUSABLE)
    return Written(written.value, (*found, *displaced), telling)


def _displaced(findings: Iterable[Finding], known: set[tuple[str, Subject]]) -> Iterator[Loss]:
    """What our own reader finds again in notes, and no other tool does."""
    for finding in findings:
        if finding.code == DISPLACED:
            field = str(getattr(finding.message, "arguments", {}).get("field", ""))
            subject = SUBJECTS.get(field, Subject.DATA_CATEGORY)
            if (finding.place.unit, subject) not in known:
                yield Loss(subject, Degree.MOVED, finding.message, finding.place.unit, text=field)


def seen_in_memory(glossary: Glossary, memory: Memory) -> tuple[Loss, ...]:
    """What a memory that was made of a glossary does not say of it."""
    silent = Teller("", hear=lambda _loss: None)
    concepts: tuple[Concept, ...] = tuple(crossing.glossary_seen(memory, silent))
    reasons = {
        Subject.TERM: say("a unit holds one term of each language, the preferred one"),
        Subject.CONCEPT: say("a unit needs a usable term in two languages"),
    }
    language = dict(memory.header).get("adminlang", "")
    return losses(glossary, Glossary(concepts, language=language), "TMX", reasons=reasons)
