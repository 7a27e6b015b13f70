"""A glossary or a memory as the files that a CAT tool needs."""

from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.flavours.glossaries import glossary_for
from termaccord.formats.flavours.memories import memory_for
from termaccord.formats.termlists.sides import pair
from termaccord.model import Glossary, UsageError, say
from termaccord.project.conversion.delivering import STDOUT, free
from termaccord.project.conversion.intake import Incoming
from termaccord.project.conversion.memories import Units
from termaccord.project.conversion.request import Conversion, File, Request
from termaccord.project.files import write, written


def stem_of(files: Sequence[Incoming]) -> str:
    """What files for a tool are called where only their folder is named: as the first file that they are made of."""
    return Path(files[0].name.removesuffix(".gz")).stem if files else "glossary"


def glossary_files(glossary: Glossary, tool: Tool, request: Request, output: Path, done: Conversion) -> None:
    """
    Make and write the files of a glossary beside `output`, whose name without its ending theirs begin with.

    Raises
    ------
    UsageError
        When a file exists and is not to be replaced, or the two languages do not show.

    """
    source, target = done.languages = pair(glossary, request.source, request.language)
    made = glossary_for(tool, glossary, output.stem, source, target, dict(request.codes))
    if request.output == STDOUT:
        if len(made.files) > 1:
            raise UsageError(
                say(
                    "{tool} needs {count} files; name a file or a folder instead of “-”",
                    tool=tool.value,
                    count=len(made.files),
                )
            )
        done.data = made.files[0].data
    paths = [None if request.output == STDOUT else output.parent / file.name for file in made.files]
    for path in paths:
        if path is not None:
            free(path, request)
    for path, file in zip(paths, made.files, strict=True):
        if path is not None:
            write(path, file.data)
        done.files.append(File(path, tool.value, file.note, languages=file.languages))
    done.lost.hear_all(made.losses)


def memory_files(units: Units, tool: Tool, request: Request, output: Path, done: Conversion) -> None:
    """
    Write the files of a memory beside `output`, each whole or not at all.

    Raises
    ------
    UsageError
        When a file exists and is not to be replaced, or the two languages do not show.

    """
    if request.output == STDOUT:
        raise UsageError(say("files of a memory for a tool are not written to “-”; name a file or a folder"))
    source, target = done.languages = _spoken(units, request)
    with ExitStack() as stack:

        def opened(name: str) -> BinaryIO:
            path = output.parent / name
            free(path, request)
            return stack.enter_context(written(path))

        made = memory_for(
            tool, units, output.stem, source, target, opened, done.lost.hear, dict(request.codes), units.head
        )
    for file in made:
        path = output.parent / file.name
        done.files.append(File(path, tool.value, file.note, units=file.units, languages=file.languages))


def _spoken(units: Units, request: Request) -> tuple[str, str]:
    """The pair of a memory: as asked for, else its source language and the other one that it has."""
    if request.source and request.language:
        return request.source, request.language
    found: dict[str, None] = {}
    for unit in units():
        found |= dict.fromkeys(variant.language for variant in unit.variants)
    source = request.source or units.head.source_language
    known = list(found)
    if source not in known and len(known) == 2:
        source = known[0]
    others = [tag for tag in known if tag != source]
    if source in {"", "*all*"} or (len(others) != 1 and not request.language):
        raise UsageError(
            say(
                "a pair of languages is wanted, and the memory is in {known}; "
                "choose two with --source-language and --target-language",
                known=", ".join(known) or "–",
            )
        )
    return source, request.language or others[0]
