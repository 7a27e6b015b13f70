"""What the commands about concepts share: options, opening the glossary, and saying what was done."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.terms import outcome
from termaccord.interfaces.translation import _
from termaccord.model import Concept
from termaccord.project.settings import find_settings
from termaccord.project.terms.changes import Changed
from termaccord.project.terms.journal import Hand, hand
from termaccord.project.terms.naming import accepted_meant, shared_names
from termaccord.project.terms.saving import Done, difference, rewritten, save
from termaccord.project.terms.shelf import Shelf, open_shelf

F = TypeVar("F", bound=Callable[..., Any])


def glossary_option(command: F) -> F:
    """``--glossary FILE``: TBX files to use instead of the project's."""
    return click.option(
        "--glossary",
        multiple=True,
        type=click.Path(dir_okay=False),
        metavar=_("FILE"),
        help=_("Use this TBX file instead of the project’s; may be given more than once."),
    )(command)


def writing_options(command: F) -> F:
    """Options of every command that changes a glossary."""
    by = click.option(
        "--by",
        default="",
        metavar=_("NAME"),
        help=_("Who decides; otherwise the name that git knows, else the login name."),
    )
    trial = click.option(
        "--dry-run",
        "--diff",
        "trial",
        is_flag=True,
        help=_("Write nothing; print what would change as a unified diff."),
    )
    return glossary_option(by(trial(command)))


def term_language_option(command: F) -> F:
    """``--language TAG``: of a term that the concept has in several languages."""
    return click.option(
        "--language",
        default="",
        metavar=_("TAG"),
        help=_("Language of TERM, where the concept has that term in several."),
    )(command)


def concept_argument(command: F) -> F:
    """``ID``: a concept's id, a unique beginning of it, or a name of it in any form."""
    return click.argument("reference", metavar="ID")(command)


def opened(glossary: tuple[str, ...]) -> Shelf:
    """The glossaries named, else those of the project around the current folder."""
    return open_shelf(find_settings(Path.cwd()), glossary)


def writer(shelf: Shelf, by: str) -> Hand:
    """Who changes something now."""
    return hand(by, shelf.settings.root if shelf.settings else Path.cwd())


def change(
    glossary: tuple[str, ...], reference: str, by: str, trial: bool, what: Callable[[Concept, Hand], Changed]
) -> Done:
    """Change one accepted concept and write it, or only try."""
    shelf = opened(glossary)
    entry = accepted_meant(shelf, reference)
    changed = what(entry.concept, writer(shelf, by))
    if not changed.said:
        return Done(())
    said = (*changed.said, *shared_names(entry.book, entry.concept, changed.concept))
    done = Done((rewritten(entry.book, [changed.concept]),), ((entry.book.shown, said),))
    save(done, dry=trial)
    return done


def tell(done: Done, trial: bool, quiet: bool, no_color: bool) -> None:
    """Print the difference of a trial, or what was done."""
    page = console.out(no_color)
    if trial:
        outcome.print_difference(page, difference(done.rewrites))
    elif not quiet:
        outcome.print_done(page, done)
