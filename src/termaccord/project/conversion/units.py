"""What is made of translation units: memories, lists, and files for tools."""

from collections.abc import Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from termaccord.formats.termlists import crossing, structured
from termaccord.formats.termlists.losing.telling import Teller
from termaccord.model import Glossary, Severity, UsageError, say
from termaccord.project.conversion import tools
from termaccord.project.conversion.concepts import write_concepts
from termaccord.project.conversion.delivering import STDOUT, deliver, path_of, teller
from termaccord.project.conversion.intake import Incoming
from termaccord.project.conversion.memories import Level, Step, Units, read_back, write_memory
from termaccord.project.conversion.request import Conversion, File, Request
from termaccord.project.conversion.targets import MEMORIES, PAIRS, WHOLE_UNITS, Target
from termaccord.project.files import written


def write_units(
    files: Sequence[Incoming], request: Request, output: Path, done: Conversion, step: Step
) -> None:
    """Write the units of some files as they are asked for."""
    where = say("TMX of level 1") if request.target is Target.TMX_LEVEL1 else "TMX"
    losing = teller(where if request.target in MEMORIES else "", done)
    units = Units(files, request.wanted, losing, step)
    if request.tool is not None:
        tools.memory_files(units, request.tool, request, output, done)
    elif request.target in MEMORIES:
        _as_memory(units, request, output, done, losing)
    elif request.target is Target.JSON:
        _as_json(units, request, output, done)
    else:
        whole = request.target in WHOLE_UNITS
        found = tuple(crossing.concepts(units(), losing, short=not whole))
        if not found and units.count and request.target in PAIRS:
            raise UsageError(
                say(
                    "none of the {count} units names anything: a term has at most {most} words on one line; "
                    "write TMX, JSON, PO or a table",
                    count=units.count,
                    most=crossing.LONGEST,
                )
            )
        done.findings += units.findings
        write_concepts(Glossary(found), request, output, done)
        return
    done.findings += units.findings


def _as_memory(units: Units, request: Request, output: Path, done: Conversion, losing: Teller) -> None:
    target = request.target or Target.TMX
    level: Level = 1 if target is Target.TMX_LEVEL1 else 2
    if request.output == STDOUT:
        out = BytesIO()
        done.findings += write_memory(units, out, level, STDOUT)
        read_back(units, BytesIO(out.getvalue()), losing)
        done.data = out.getvalue()
    else:
        with written(output) as stream:
            done.findings += write_memory(units, stream, level, str(output))
        with output.open("rb") as back:
            read_back(units, back, losing)
    done.files.append(File(path_of(request, output), target.value, units=units.count))


def _as_json(units: Units, request: Request, output: Path, done: Conversion) -> None:
    found = tuple(units())  # the header is known when the units are
    if not found and any(finding.severity is Severity.ERROR for finding in units.findings):
        return
    made = structured.written_memory(replace(units.head, units=found))
    deliver(made.data, request, output, done)
    done.files.append(File(path_of(request, output), Target.JSON.value, units=len(found)))
