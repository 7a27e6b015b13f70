"""`termaccord terms show`: all that is known of a concept."""

from pathlib import Path

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.options import concept_argument, glossary_option, opened
from termaccord.interfaces.terms import page as faces
from termaccord.interfaces.translation import _
from termaccord.project.terms.naming import meant


@click.command(
    help=_(
        "Show everything that is known of a concept, and where it stands.\n\n"
        "ID is a concept’s id, a unique beginning of it, or a name of it in any form."
    )
)
@concept_argument
@glossary_option
@console.format_option("text", "json")
@console.output_option
@console.common
def show(
    reference: str, glossary: tuple[str, ...], form: str, output: Path | None, quiet: bool, no_color: bool
) -> None:
    """Find the concept and print it."""
    shelf = opened(glossary)
    console.report(shelf.findings, quiet, no_color)
    entry = meant(shelf, reference)
    if form == "json":
        console.deliver(faces.as_json(entry).encode(), output)
        return
    with console.page(output, no_color) as page:
        faces.print_concept(page, entry)
