"""`termaccord memory import`: translations of any file go into the memory."""

from pathlib import Path
from typing import Any

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.memory.options import memory_option
from termaccord.interfaces.memory import importing as faces
from termaccord.interfaces.translation import _
from termaccord.model import Finding, UsageError, say
from termaccord.project.memory.importing import Request, import_again, import_files
from termaccord.project.memory.opening import open_memory


@click.command(
    "import",
    help=_(
        "Put translations into the memory.\n\n"
        "FILE is TMX, also packed as .tmx.gz, XLIFF, PO, Qt’s .ts, CSV or TSV with two columns, a file of strings beside "
        "the one that it translates (Android, Apple, Java, .NET, JSON), or a folder of such files. "
        "A file that was imported before is brought up to date, unit by unit. "
        "The project's own tmx/ is part of its memory without being imported."
    ),
)
@click.argument("paths", nargs=-1, metavar=_("FILE..."))
@click.option(
    "--origin",
    default="",
    metavar=_("NAME"),
    help=_("What to call it: NAME/FILE; otherwise the file's path. Matches and exports tell origins apart."),
)
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar=_("TAG"),
    help=_("Only segments in this language, “ru” being “ru-RU” too; may be given more than once."),
)
@click.option(
    "--source-language",
    default="",
    metavar=_("TAG"),
    help=_("Language of sources in files that do not name it."),
)
@click.option(
    "--target-language",
    default="",
    metavar=_("TAG"),
    help=_("Language of translations in files that do not name it."),
)
@console.original_option
@click.option("--again", is_flag=True, help=_("Import again what was imported and has changed since."))
@click.option(
    "--verbose", is_flag=True, help=_("Tell every unit that is dropped or changed, not only the first.")
)
@memory_option
@console.format_option("text", "json")
@console.output_option
@console.common
def command(
    paths: tuple[str, ...],
    origin: str,
    languages: tuple[str, ...],
    source_language: str,
    target_language: str,
    original: str,
    again: bool,
    verbose: bool,
    folder: Path | None,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Import, and tell what became of every file."""
    if bool(paths) == again:
        raise UsageError(say("name the files to import, or give --again"))
    request = Request(paths, origin, languages, source_language, target_language, original)

    def tell(finding: Finding) -> None:
        console.report([finding], quiet, no_color)

    with console.progress(quiet, no_color) as step:
        opened = open_memory(folder, step=step)
        with opened:
            root = opened.settings.root if opened.settings and folder is None else None
            told = tell if verbose else None
            reports = (
                import_again(opened.store, step, told)
                if again
                else import_files(opened.store, request, step, root, told)
            )
            size = len(opened.store)
    if not verbose:
        console.report([f for report in reports for f in report.findings], quiet, no_color)
    _show(reports, size, form, output, quiet=quiet, no_color=no_color, verbose=verbose)
    return 2 if any(report.broken for report in reports) else 0


def _show(
    reports: Any, size: int, form: str, output: Path | None, *, quiet: bool, no_color: bool, verbose: bool
) -> None:
    if form == "json":
        console.deliver(faces.as_json(reports, size).encode(), output)
    elif not quiet or output:
        with console.page(output, no_color) as page:
            faces.print_reports(page, reports, size, told=verbose)
