"""`termaccord memory match`: have we translated this, or something like it?"""

import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.memory.options import memory_option
from termaccord.interfaces.memory import matching as faces
from termaccord.interfaces.translation import _
from termaccord.model import UsageError, say
from termaccord.project.memory.asking import Asked, Languages, Wish, ask, languages_of, matcher
from termaccord.project.memory.opening import open_memory
from termaccord.project.memory.settings import MemorySettings


@click.command(
    help=_(
        "Look a segment up in the memory: the same, in the same context, or one like it.\n\n"
        "Each SEGMENT is one query, - stands for the lines of standard input; or give --in FILE. "
        "Numbers, dates, addresses and codes that differ are put right in the match, and so are terms of the glossary."
    )
)
@click.argument("segments", nargs=-1, metavar=_("[SEGMENT]..."))
@click.option(
    "--in",
    "files",
    multiple=True,
    type=click.Path(dir_okay=False, allow_dash=True),
    metavar=_("FILE"),
    help=_("Look up every segment of this file: a document, PO, XLIFF; neighbours are the context."),
)
@click.option("--lines", is_flag=True, help=_("The files hold one segment a line."))
@click.option("--source-language", default="", metavar=_("TAG"), help=_("Language of the segments."))
@click.option("--target-language", default="", metavar=_("TAG"), help=_("Language of the translations."))
@click.option(
    "--least",
    type=click.IntRange(1, 102),
    metavar=_("SCORE"),
    help=_("Nothing below this score; otherwise what the project has decided, or 70."),
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar=_("N"),
    help=_("At most N matches; otherwise what the project has decided, or 5."),
)
@click.option(
    "--by",
    type=click.Choice(("characters", "words")),
    default="characters",
    show_default=True,
    help=_("What the score counts."),
)
@click.option("--stems", is_flag=True, help=_("Tell the likeness by lemmas too."))
@click.option("--context-before", metavar=_("SEGMENT"), help=_("The segment that stands before."))
@click.option("--context-after", metavar=_("SEGMENT"), help=_("The segment that stands behind."))
@memory_option
@console.format_option("text", "json")
@console.output_option
@console.common
def match(segments: tuple[str, ...], files: tuple[str, ...], folder: Path | None, **manner: Any) -> int:
    """Open the memory, ask it, print what it knows."""
    if bool(segments) == bool(files):
        raise UsageError(say("give either segments or --in FILE"))
    with (
        console.progress(manner["quiet"], manner["no_color"]) as step,
        open_memory(folder, step=step, made=True) as opened,
    ):
        languages = languages_of(opened.store, manner["source_language"], manner["target_language"])
        if lacking := languages.lacking():
            raise UsageError(lacking)
        decided = opened.settings.memory if opened.settings else MemorySettings()
        wish = Wish(
            manner["least"] or decided.least, manner["limit"] or decided.limit, manner["by"], manner["stems"]
        )
        asked = _of_files(files, languages, manner) if files else _typed(segments, manner)
        answers = list(ask(matcher(opened.store, opened.settings), asked, wish, languages))
    console.report(opened.findings, manner["quiet"], manner["no_color"])
    listed = bool(files) or "-" in segments or len(segments) > 1
    if manner["form"] == "json":
        console.deliver(faces.as_json(answers, listed=listed).encode(), manner["output"])
    else:
        with console.page(manner["output"], manner["no_color"]) as page:
            faces.print_answers(page, answers)
    return 0


def _typed(segments: tuple[str, ...], manner: dict[str, Any]) -> Iterator[Asked]:
    texts = chain.from_iterable(sys.stdin.read().splitlines() if s == "-" else (s,) for s in segments)
    for text in texts:
        yield Asked(text, previous=manner["context_before"], following=manner["context_after"])


def _of_files(files: tuple[str, ...], languages: Languages, manner: dict[str, Any]) -> Iterator[Asked]:
    from termaccord.project.memory.listing import segments_of  # noqa: PLC0415  # documents take longer than a query

    stdin = sys.stdin.buffer.read() if "-" in files else None
    return chain.from_iterable(segments_of(path, languages, stdin, lines=manner["lines"]) for path in files)
