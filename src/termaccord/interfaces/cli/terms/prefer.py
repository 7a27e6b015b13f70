"""`termaccord terms prefer`: this is what we call it."""

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.options import (
    change,
    concept_argument,
    tell,
    term_language_option,
    writing_options,
)
from termaccord.interfaces.translation import _
from termaccord.project.terms import changes


@click.command(
    help=_(
        "Make TERM the preferred term of its language; the one that was becomes admitted.\n\n"
        "ID is a concept’s id, a unique beginning of it, or a name of it in any form."
    )
)
@concept_argument
@click.argument("term", metavar=_("TERM"))
@term_language_option
@writing_options
@console.common
def prefer(
    reference: str,
    term: str,
    language: str,
    glossary: tuple[str, ...],
    by: str,
    trial: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Prefer a term."""
    done = change(
        glossary, reference, by, trial, lambda concept, hand: changes.prefer(concept, term, hand, language)
    )
    tell(done, trial, quiet, no_color)
