"""`termaccord terms list`: which concepts there are."""

from pathlib import Path

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.options import glossary_option, opened
from termaccord.interfaces.terms import table
from termaccord.interfaces.translation import _
from termaccord.model import Category, Status
from termaccord.project.terms.listing import Wanted, listed


@click.command(
    "list",
    help=_(
        "List concepts: those that are accepted, then those that are proposed, the surest first.\n\n"
        "QUERY is a part of a name or of an id; where none has it, a name in any form, as for lookup."
    ),
)
@click.argument("query", nargs=-1, metavar=_("[QUERY]..."))
@click.option(
    "--status", type=click.Choice([s.value for s in Status]), help=_("Only concepts with such a term.")
)
@click.option("--category", type=click.Choice([c.value for c in Category]), help=_("Only of this category."))
@click.option(
    "--language", default="", metavar=_("TAG"), help=_("Only concepts with a term in this language.")
)
@click.option(
    "--subject",
    default="",
    metavar=_("NAME"),
    help=_("Only of this subject: the name of a glossary file, or a part of a subject field."),
)
@click.option(
    "--proposed/--accepted",
    "proposed",
    default=None,
    help=_("Only what is proposed, or only what is accepted."),
)
@glossary_option
@console.format_option("text", "json", "tsv")
@console.output_option
@console.common
def command(
    query: tuple[str, ...],
    status: str | None,
    category: str | None,
    language: str,
    subject: str,
    proposed: bool | None,
    glossary: tuple[str, ...],
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Find the concepts and print them."""
    wanted = Wanted(
        " ".join(query),
        Status(status) if status else None,
        Category(category) if category else None,
        language,
        subject,
        proposed,
    )
    shelf = opened(glossary)
    entries = listed(shelf, wanted)
    failed = console.report(shelf.findings, quiet, no_color)
    if form == "text":
        with console.page(output, no_color) as page:
            table.print_table(page, entries)
    else:
        said = table.as_json(entries) if form == "json" else table.as_tsv(entries)
        console.deliver(said.encode(), output)
    return 2 if failed else 0
