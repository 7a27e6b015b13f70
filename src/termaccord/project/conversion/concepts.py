"""What is made of concepts: lists of terms, memories of their names, and files for tools."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from termaccord.formats import tmx
from termaccord.formats.termlists import crossing
from termaccord.formats.termlists.compare import losses
from termaccord.formats.termlists.sides import languages, pair
from termaccord.model import Concept, Degree, Finding, Glossary, Memory, Severity, Subject, say
from termaccord.project.conversion import tools
from termaccord.project.conversion.delivering import deliver, path_of, teller
from termaccord.project.conversion.intake import Incoming, glossary_of
from termaccord.project.conversion.lists import seen_in_memory, write_list
from termaccord.project.conversion.request import Conversion, File, Request
from termaccord.project.conversion.targets import MEMORIES, PAIRS, Target


def joined(files: Sequence[Incoming], request: Request, done: Conversion) -> Glossary:
    """
    All concepts of all files under the header of the first.

    Nothing is merged but what is the same throughout; a concept whose id another file has gets a number behind its own.
    """
    known: dict[str, Concept] = {}
    concepts: list[Concept] = []
    head: Glossary | None = None
    for file in files:
        reading = glossary_of(file, request.wanted)
        done.findings += _told(reading.findings, empty=not reading.value.concepts)
        if head is None:
            head = reading.value
        else:
            reasons = {Subject.HEADER: say("one file has one header, and it is that of the first")}
            own, first = replace(reading.value, concepts=()), replace(head, concepts=())
            done.lost.hear_all(losses(own, first, reasons=reasons))
        fresh = [_renamed(concept, known, done) for concept in reading.value.concepts]
        concepts += [concept for concept in fresh if concept is not None]
        known |= {concept.id: concept for concept in fresh if concept is not None}
    return replace(head or Glossary(()), concepts=tuple(concepts))


def _renamed(concept: Concept, known: dict[str, Concept], done: Conversion) -> Concept | None:
    name, number = concept.id, 2
    while name in known:
        if replace(known[name], id=concept.id) == concept:
            return None
        name, number = f"{concept.id}-{number}", number + 1
    if name == concept.id:
        return concept
    why = say("another file has a concept of this id")
    teller("", done).tell(Subject.ID, Degree.CHANGED, concept.id, name, concept=name, why=why)
    return replace(concept, id=name)


def _told(findings: Sequence[Finding], *, empty: bool) -> list[Finding]:
    """Of what is no glossary at all one sentence is enough."""
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    return errors[-1:] if empty and errors else list(findings)


def write_concepts(glossary: Glossary, request: Request, output: Path, done: Conversion) -> None:
    """Write a glossary as it is asked for; one of which nothing could be read is not written."""
    if not glossary.concepts and any(f.severity is Severity.ERROR for f in done.findings):
        return
    if request.tool is not None:
        tools.glossary_files(glossary, request.tool, request, output, done)
    elif request.target in MEMORIES:
        _as_units(glossary, request, output, done)
    else:
        _as_list(glossary, request, output, done)


def _as_list(glossary: Glossary, request: Request, output: Path, done: Conversion) -> None:
    target = request.target or Target.TBX_BASIC_2008
    source, language = request.source, request.language
    if target in PAIRS:
        source, language = done.languages = pair(glossary, source, language)
    made = write_list(glossary, target, str(output), source, language)
    done.findings += made.findings
    done.lost.hear_all(made.losses)
    deliver(made.data, request, output, done)
    terms = sum(len(section.terms) for concept in glossary.concepts for section in concept.languages)
    done.files.append(File(path_of(request, output), target.value, "", len(glossary.concepts), terms))


def _as_units(glossary: Glossary, request: Request, output: Path, done: Conversion) -> None:
    target = request.target or Target.TMX
    source, language = request.source, request.language
    if source or language:
        source, language = done.languages = pair(glossary, source, language)
    units = tuple(crossing.units(glossary.concepts, source, language))
    known = languages(glossary.concepts)
    header = (("segtype", "phrase"), ("adminlang", glossary.language))
    head = Memory((), source or (known[0] if len(known) == 2 else "*all*"), header)
    out = BytesIO()
    done.findings += tmx.write(units, out, head, level=1 if target is Target.TMX_LEVEL1 else 2)
    done.lost.hear_all(seen_in_memory(glossary, tmx.parse(out.getvalue(), "").value))
    deliver(out.getvalue(), request, output, done)
    done.files.append(File(path_of(request, output), target.value, units=len(units)))
