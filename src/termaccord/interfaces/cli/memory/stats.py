"""`termaccord memory stats`: what is in it?"""

from pathlib import Path

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.memory.options import memory_option
from termaccord.interfaces.memory import stats as faces
from termaccord.interfaces.translation import _
from termaccord.model import UsageError, say
from termaccord.project.memory.opening import open_memory
from termaccord.project.memory.paths import memory_paths
from termaccord.project.memory.stats import stats_of_files, stats_of_store


@click.command(
    help=_(
        "Show a memory in figures.\n\n"
        "PATH is a TMX file or a folder of them; without any, the memory that commands ask: units, languages, words, origins, "
        "dates, confidence, and what stands there twice."
    )
)
@click.argument("paths", nargs=-1, metavar=_("[PATH]..."))
@memory_option
@console.format_option("text", "json")
@console.output_option
@console.common
def stats(
    paths: tuple[str, ...],
    folder: Path | None,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Count, print the figures."""
    if paths and folder:
        raise UsageError(say("give either TMX files or --memory, not both"))
    with console.progress(quiet, no_color) as step:
        if paths:
            figures, findings = stats_of_files(memory_paths(paths), step)
        else:
            with open_memory(folder, step=step, made=True) as opened:
                figures, findings = stats_of_store(opened.store, step), opened.findings
    failed = console.report(findings, quiet, no_color)
    if form == "json":
        console.deliver(faces.as_json(figures).encode(), output)
    else:
        with console.page(output, no_color) as page:
            faces.print_figures(page, figures)
    return 2 if failed else 0
