"""`termaccord terms accept`: this is a concept of ours."""

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.options import opened, tell, writer, writing_options
from termaccord.interfaces.translation import _
from termaccord.model import Category
from termaccord.project.terms.deciding import Decisions, Terms
from termaccord.project.terms.editing import spoken_of
from termaccord.project.terms.naming import proposed_meant
from termaccord.project.terms.saving import save


@click.command(
    help=_(
        "Accept proposals: move them into the glossary, with a status for every term.\n\n"
        "The first full name and the first abbreviation of each language become preferred, the others admitted. "
        "Where the concept is accepted already, it gets the names that it lacks. "
        "ID is a proposal’s id, a unique beginning of it, or a name of it in any form."
    )
)
@click.argument("references", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--as",
    "category",
    type=click.Choice([c.value for c in Category]),
    help=_("Of this category, not the proposed."),
)
@click.option(
    "--definition",
    "definitions",
    multiple=True,
    metavar=_("[LANG=]TEXT"),
    help=_("What it is, once or in each language."),
)
@click.option(
    "--prefer",
    "preferred",
    multiple=True,
    metavar=_("TERM"),
    help=_("Prefer this name to the one found first."),
)
@click.option(
    "--without", multiple=True, metavar=_("TERM"), help=_("Turn this name down; it is not proposed again.")
)
@click.option("--into", default="", metavar="ID", help=_("These are names of this accepted concept."))
@writing_options
@console.common
def accept(
    references: tuple[str, ...],
    category: str | None,
    definitions: tuple[str, ...],
    preferred: tuple[str, ...],
    without: tuple[str, ...],
    into: str,
    glossary: tuple[str, ...],
    by: str,
    trial: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Move proposals into the glossary."""
    shelf = opened(glossary)
    decisions = Decisions(shelf, writer(shelf, by))
    terms = Terms(
        Category(category) if category else None,
        tuple(spoken_of(text) for text in definitions),
        preferred,
        without,
        into,
    )
    for reference in references:
        decisions.accept(proposed_meant(shelf, reference), terms)
    done = decisions.done()
    save(done, dry=trial)
    tell(done, trial, quiet, no_color)
