"""`termaccord terms forbid`: we do not call it that, never."""

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.options import (
    change,
    concept_argument,
    retiring_options,
    tell,
    term_language_option,
    writing_options,
)
from termaccord.interfaces.translation import _
from termaccord.model import Status
from termaccord.project.terms import changes


@click.command(
    help=_(
        "Forbid TERM: it is wrong and must never be used.\n\n"
        "Where it is the preferred one, --use says which takes its place. "
        "ID is a concept’s id, a unique beginning of it, or a name of it in any form."
    )
)
@concept_argument
@click.argument("term", metavar=_("TERM"))
@retiring_options
@term_language_option
@writing_options
@console.common
def forbid(
    reference: str,
    term: str,
    use: str,
    note: str,
    language: str,
    glossary: tuple[str, ...],
    by: str,
    trial: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Forbid a term."""
    done = change(
        glossary,
        reference,
        by,
        trial,
        lambda concept, hand: changes.retire(
            concept, term, hand, status=Status.FORBIDDEN, use=use, note=note, language=language
        ),
    )
    tell(done, trial, quiet, no_color)
