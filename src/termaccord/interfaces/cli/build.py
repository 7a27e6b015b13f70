"""`termaccord build`: the main job."""

from pathlib import Path

import click

from termaccord.interfaces import summary as faces
from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _
from termaccord.project.build import build as make
from termaccord.project.settings import open_settings


@click.command(
    help=_(
        "Build memory and glossary from the corpus of PROJECT.\n\n"
        "Reads termaccord.toml and the corpus, aligns every translation with its original, extracts names with all "
        "their renderings, writes tmx/*.tmx and glossary/SUBJECT.proposed.tbx, and says what is inconsistent. "
        "The accepted glossary, glossary/SUBJECT.tbx, is only read."
    )
)
@click.argument("project", default=".", type=click.Path(path_type=Path), metavar=_("[PROJECT]"))
@click.option(
    "--check", is_flag=True, help=_("Write nothing; fail when the files are not what the corpus gives.")
)
@click.option("--force", is_flag=True, help=_("Compute everything even when nothing has changed."))
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar=_("N"),
    help=_("Processes to use; otherwise one a core where that pays."),
)
@console.format_option("text", "json")
@console.output_option
@console.common
def build(
    project: Path,
    check: bool,
    force: bool,
    jobs: int | None,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Build or check, then print the summary."""
    settings = open_settings(project)
    with console.progress(quiet, no_color) as step:
        outcome = make(settings, step, check=check, force=force, jobs=jobs)
    failed = console.report(outcome.findings, quiet, no_color)
    if form == "json":
        console.deliver(faces.as_json(outcome, settings).encode(), output)
    elif not quiet or output:
        with console.page(output, no_color) as page:
            faces.print_summary(page, outcome, settings, check=check)
    if failed:
        return 2
    if check and (outcome.changed or outcome.removed):
        if quiet or output or form == "json":
            console.complain(faces.differences(outcome, settings))
        return 1
    return 0
