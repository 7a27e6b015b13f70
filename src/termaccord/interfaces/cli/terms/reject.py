"""`termaccord terms reject`: this is no concept of ours."""

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.options import opened, tell, writer, writing_options
from termaccord.interfaces.translation import _
from termaccord.project.terms.deciding import Decisions
from termaccord.project.terms.naming import proposed_meant
from termaccord.project.terms.saving import save


@click.command(
    help=_(
        "Turn proposals down for good: no build proposes them again.\n\n"
        "They are kept in glossary/SUBJECT.rejected.tsv; delete the lines of one to let it come back. "
        "ID is a proposal’s id, a unique beginning of it, or a name of it in any form."
    )
)
@click.argument("references", nargs=-1, required=True, metavar="ID...")
@click.option("--note", default="", metavar=_("WHY"), help=_("The reason, kept beside the names."))
@writing_options
@console.common
def reject(
    references: tuple[str, ...],
    note: str,
    glossary: tuple[str, ...],
    by: str,
    trial: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Remember what nobody wants."""
    shelf = opened(glossary)
    decisions = Decisions(shelf, writer(shelf, by))
    for reference in references:
        decisions.reject(proposed_meant(shelf, reference), note)
    done = decisions.done()
    save(done, dry=trial)
    tell(done, trial, quiet, no_color)
