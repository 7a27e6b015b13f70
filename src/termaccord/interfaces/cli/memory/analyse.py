"""`termaccord memory analyse`: how much work is a text?"""

import sys
from pathlib import Path

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.memory.options import memory_option
from termaccord.interfaces.memory import analysis as faces
from termaccord.interfaces.translation import _
from termaccord.model import UsageError, say
from termaccord.project.memory.analyse import Wish, analyse_paths
from termaccord.project.memory.opening import open_memory
from termaccord.project.memory.reckoning.bands import USUAL, bands


def _scores(_context: click.Context, _option: click.Parameter, given: str) -> tuple[int, ...]:
    words = [word.strip() for word in given.split(",") if word.strip()]
    if not all(word.isdigit() for word in words):
        raise UsageError(
            say("--bands wants whole numbers between commas, as 95,85,75,50, not “{given}”", given=given)
        )
    return tuple(map(int, words))


@click.command(
    help=_(
        "Count the words of texts by what the memory and the texts themselves know of them.\n\n"
        "PATH is a document, a PO, XLIFF or other bilingual file, a folder, or - for standard input. "
        "The bands are those that translators are paid by: in context, repetitions, 100 %, fuzzy, new."
    )
)
@console.paths_argument
@click.option("--source-language", default="", metavar=_("TAG"), help=_("Language of the texts."))
@click.option("--target-language", default="", metavar=_("TAG"), help=_("Language to translate into."))
@click.option(
    "--bands",
    "scores",
    default=",".join(map(str, USUAL)),
    show_default=True,
    callback=_scores,
    metavar=_("SCORES"),
    help=_("Where the bands of fuzzy matches begin."),
)
@click.option(
    "--include-translated",
    is_flag=True,
    help=_("Count what a bilingual file has translated already as if it had not."),
)
@click.option(
    "--internal",
    is_flag=True,
    help=_("Let a segment count as a match of one like it that stands before it in the texts."),
)
@memory_option
@console.format_option("text", "json", "csv")
@console.output_option
@console.common
def analyse(
    paths: tuple[str, ...],
    source_language: str,
    target_language: str,
    scores: tuple[int, ...],
    include_translated: bool,
    internal: bool,
    folder: Path | None,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Open texts and memory, look every segment up, print the table."""
    wish = Wish(source_language, target_language, bands(scores), include_translated, internal)
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    with console.progress(quiet, no_color) as step, open_memory(folder, step=step, made=True) as memory:
        found = analyse_paths(paths, memory, wish, stdin, step)
    failed = console.report((*memory.findings, *found.findings), quiet, no_color)
    if form == "text":
        with console.page(output, no_color) as page:
            faces.print_analysis(page, found)
    else:
        told = faces.as_json(found) if form == "json" else faces.as_csv(found)
        console.deliver(told.encode(), output)
    return 2 if failed else 0
