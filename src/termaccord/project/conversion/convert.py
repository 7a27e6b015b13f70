"""Glossaries and memories from any kind of file to any other, with an account of what was lost."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from termaccord.formats.sniffing import Kind
from termaccord.model import UsageError, say
from termaccord.project.conversion import tools
from termaccord.project.conversion.concepts import joined, write_concepts
from termaccord.project.conversion.delivering import STDOUT, free
from termaccord.project.conversion.intake import Incoming, incoming
from termaccord.project.conversion.memories import Step
from termaccord.project.conversion.request import Conversion, Request
from termaccord.project.conversion.targets import MEMORIES, Target, ending, target_of
from termaccord.project.conversion.units import write_units


def convert(request: Request, step: Step) -> Conversion:
    """
    Convert files, all into one, or each into one of its own where the output is a folder.

    Raises
    ------
    UsageError
        When an input is nothing that can be converted, the output exists and is not to be replaced,
        or it does not show which two languages a list of pairs is to have.

    """
    output = Path(request.output)
    folder = request.output != STDOUT and (output.is_dir() or request.output.endswith(("/", "\\")))
    if request.tool is None and request.target is None:
        if folder or request.output == STDOUT:
            raise UsageError(say("say with --to or --for what to write to {path}", path=request.output))
        request = replace(request, target=target_of(request.output))
    files = incoming(request.inputs, request.kind, units=_wants_units(request), stdin=request.stdin)
    done = Conversion()
    if folder and request.tool is None:
        for file in files:
            name = Path(file.name.removesuffix(".gz")).with_suffix(ending(request.target or Target.JSON)).name
            _into_one([file], request, output / name, done, step)
    else:
        _into_one(files, request, output / f"{tools.stem_of(files)}.files" if folder else output, done, step)
    return done


def _wants_units(request: Request) -> bool:
    """Whether a memory is asked for rather than a list of terms."""
    return request.target in MEMORIES or (
        request.tool is not None and Path(request.output).suffix.lower() == ".tmx"
    )


def _into_one(
    files: Sequence[Incoming], request: Request, output: Path, done: Conversion, step: Step
) -> None:
    if request.tool is None and request.output != STDOUT:
        if any(file.path is not None and output.exists() and file.path.samefile(output) for file in files):
            raise UsageError(
                say("{path} would be converted onto itself; name another file to write", path=str(output))
            )
        free(output, request)
    both = Kind.PO if _wants_units(request) else None
    units = [file for file in files if file.holds_units or file.kind is both]
    lists = [file for file in files if file not in units]
    if units and lists:
        raise UsageError(
            say(
                "{one} holds concepts and {other} translations; convert them one after the other",
                one=lists[0].name,
                other=units[0].name,
            )
        )
    if units:
        write_units(units, request, output, done, step)
    else:
        write_concepts(joined(lists, request, done), request, output, done)
