"""`termaccord memory pretranslate`: what the memory knows, put into files."""

from collections.abc import Sequence
from pathlib import Path

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.memory.options import memory_option
from termaccord.interfaces.memory import pretranslation as faces
from termaccord.interfaces.translation import _
from termaccord.model import UsageError, say
from termaccord.project.files import write
from termaccord.project.memory.opening import open_memory
from termaccord.project.memory.pretranslate import fillable, pretranslate_files
from termaccord.project.memory.reckoning.filling import Pretranslated, Wish


@click.command(
    help=_(
        "Fill the untranslated segments of localisation files from the memory.\n\n"
        "FILE is PO, XLIFF (1.x, 2.x, also that of Trados, memoQ and Phrase), Qt’s .ts, a file of strings beside the one "
        "that it translates (Android, Apple, Java, .NET, JSON), or a folder of such files. Everything else stays byte for "
        "byte; without -o and --in-place the filled file goes to standard output."
    )
)
@click.argument("paths", nargs=-1, required=True, metavar=_("FILE..."))
@click.option("--in-place", is_flag=True, help=_("Write the files where they stand."))
@click.option(
    "--least",
    type=click.IntRange(1, 102),
    default=75,
    show_default=True,
    metavar=_("SCORE"),
    help=_("Put nothing in below this score."),
)
@click.option(
    "--fuzzy/--no-fuzzy",
    default=True,
    help=_("Put in matches below 100 too, marked for review."),
)
@click.option("--review", is_flag=True, help=_("Mark exact matches for review too."))
@click.option(
    "--overwrite", is_flag=True, help=_("Replace fuzzy translations that nobody has approved; others never.")
)
@click.option("--source-language", default="", metavar=_("TAG"), help=_("Where a file does not name it."))
@click.option("--target-language", default="", metavar=_("TAG"), help=_("Where a file does not name it."))
@console.original_option
@memory_option
@console.format_option("text", "json")
@console.output_option
@console.common
def pretranslate(
    paths: tuple[str, ...],
    in_place: bool,
    least: int,
    fuzzy: bool,
    review: bool,
    overwrite: bool,
    source_language: str,
    target_language: str,
    original: str,
    folder: Path | None,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Open the memory, fill file by file, write each when it is filled, tell what was done."""
    files = fillable(paths, original)
    if output is not None and in_place:
        raise UsageError(say("-o and --in-place do not go together"))
    if not in_place and len(files) > 1:
        raise UsageError(say("only one file can be written to one place; give --in-place to fill several"))
    wish = Wish(least, fuzzy, review, overwrite)
    results: list[Pretranslated] = []
    with console.progress(quiet, no_color) as step, open_memory(folder, step=step, made=True) as memory:
        languages = (source_language, target_language)
        for result in pretranslate_files(files, memory, languages, wish, step, original):
            results.append(result)
            if in_place and result.changed:
                write(Path(result.path), result.data)
    found = [finding for result in results for finding in result.findings]
    failed = console.report((*memory.findings, *found), quiet, no_color)
    if not in_place and not failed:
        console.deliver(results[0].data, output)
    _tell(results, form, quiet, no_color, aside=not in_place and output is None)
    return 2 if failed else 0


def _tell(results: Sequence[Pretranslated], form: str, quiet: bool, no_color: bool, *, aside: bool) -> None:
    """What was done; to standard error where the file itself goes to standard output."""
    if form == "json":
        click.echo(faces.as_json(results), nl=False, err=aside)
    elif not quiet:
        faces.print_results((console.err if aside else console.out)(no_color), results)
