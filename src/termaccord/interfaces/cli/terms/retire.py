"""`termaccord terms deprecate` and `forbid`: we do not call it that, not any more or never."""

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
from termaccord.model import Status
from termaccord.project.terms import changes


def _retiring(status: Status, text: str) -> click.Command:
    """A command that gives a term this status."""

    @click.command(help=text)
    @concept_argument
    @click.argument("term", metavar=_("TERM"))
    @click.option(
        "--use",
        default="",
        metavar=_("OTHER"),
        help=_("Use this term instead: it becomes the preferred one."),
    )
    @click.option("--note", default="", metavar=_("WHY"), help=_("The reason, kept as a note of TERM."))
    @term_language_option
    @writing_options
    @console.common
    def retire(
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
        done = change(
            glossary,
            reference,
            by,
            trial,
            lambda concept, hand: changes.retire(
                concept, term, hand, status=status, use=use, note=note, language=language
            ),
        )
        tell(done, trial, quiet, no_color)

    return retire


deprecate = _retiring(
    Status.DEPRECATED,
    _(
        "Deprecate TERM: it was used, and should not be any more.\n\n"
        "Where it is the preferred one, --use says which takes its place. "
        "ID is a concept’s id, a unique beginning of it, or a name of it in any form."
    ),
)
forbid = _retiring(
    Status.FORBIDDEN,
    _(
        "Forbid TERM: it is wrong and must never be used.\n\n"
        "Where it is the preferred one, --use says which takes its place. "
        "ID is a concept’s id, a unique beginning of it, or a name of it in any form."
    ),
)
