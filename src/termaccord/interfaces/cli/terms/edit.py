"""`termaccord terms edit`: words, definitions and notes of a concept."""

from collections.abc import Callable
from functools import partial

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.keyboard import edited
from termaccord.interfaces.cli.terms.options import change, concept_argument, tell, writing_options
from termaccord.interfaces.terms.edit import help_lines
from termaccord.interfaces.translation import _
from termaccord.model import Category, Concept, say
from termaccord.project.errors import UsageError
from termaccord.project.terms import editing
from termaccord.project.terms.changes import Changed, add_term
from termaccord.project.terms.journal import Hand
from termaccord.project.terms.readable import readable, understood

Change = Callable[[Concept, Hand], Changed]
"""One change of a concept by somebody."""


@click.command(
    help=_(
        "Change terms, definitions and notes of a concept; without options, in your editor.\n\n"
        "ID is a concept’s id, a unique beginning of it, or a name of it in any form."
    )
)
@concept_argument
@click.option("--term", "added", multiple=True, metavar=_("LANG=TEXT"), help=_("Add a term."))
@click.option("--remove-term", "removed", multiple=True, metavar=_("[LANG=]TERM"), help=_("Take a term out."))
@click.option("--rename", multiple=True, nargs=2, metavar=_("OLD NEW"), help=_("Give a term another text."))
@click.option(
    "--definition",
    "definitions",
    multiple=True,
    metavar=_("[LANG=]TEXT"),
    help=_("What it is, once or in one language; an empty text takes the definition away."),
)
@click.option("--note", "notes", multiple=True, metavar=_("TEXT"), help=_("Add a note to the concept."))
@click.option(
    "--category", type=click.Choice([c.value for c in Category]), help=_("Put it into this category.")
)
@writing_options
@console.common
def edit(
    reference: str,
    added: tuple[str, ...],
    removed: tuple[str, ...],
    rename: tuple[tuple[str, str], ...],
    definitions: tuple[str, ...],
    notes: tuple[str, ...],
    category: str | None,
    glossary: tuple[str, ...],
    by: str,
    trial: bool,
    quiet: bool,
    no_color: bool,
) -> None:
    """Make the changes that are named, in this order, or those made in an editor."""
    named: list[Change] = [
        *(partial(_rename, old=old, new=new) for old, new in rename),
        *(partial(_add, text=text) for text in added),
        *(partial(_remove, text=text) for text in removed),
        *(partial(_define, text=text) for text in definitions),
        *(partial(_annotate, text=text) for text in notes),
        *([partial(_categorise, category=Category(category))] if category else []),
    ]
    done = change(glossary, reference, by, trial, partial(_all, named=named) if named else _in_editor)
    tell(done, trial, quiet, no_color)


def _all(concept: Concept, hand: Hand, named: list[Change]) -> Changed:
    changed = Changed(concept)
    for one in named:
        changed = changed.then(lambda before, one=one: one(before, hand))  # type: ignore[misc]
    return changed


def _in_editor(concept: Concept, hand: Hand) -> Changed:
    """Open the concept in an editor; it stays as it is where nothing is saved."""
    last = _("An empty file, or one that says the same, changes nothing.")
    lines = help_lines(concept.id, last)
    return edited(readable(concept), lines, lambda said: understood(said, concept, hand)) or Changed(concept)


def _rename(concept: Concept, hand: Hand, old: str, new: str) -> Changed:
    return editing.rename_term(concept, old, new, hand)


def _add(concept: Concept, hand: Hand, text: str) -> Changed:
    language, term = editing.spoken_of(text)
    if not language or not term:
        raise UsageError(
            say("--term wants a language and a text, as ru=термин; “{text}” has not both", text=text)
        )
    return add_term(concept, language, term, hand)


def _remove(concept: Concept, hand: Hand, text: str) -> Changed:
    language, term = editing.spoken_of(text)
    return editing.remove_term(concept, term, hand, language)


def _define(concept: Concept, hand: Hand, text: str) -> Changed:
    language, said = editing.spoken_of(text)
    return editing.define(concept, said, hand, language)


def _annotate(concept: Concept, hand: Hand, text: str) -> Changed:
    return editing.annotate(concept, text, hand)


def _categorise(concept: Concept, hand: Hand, category: Category) -> Changed:
    return editing.categorise(concept, category, hand)
