"""`termaccord terms review`: through the proposals, a key for each."""

import sys
from collections.abc import Callable, Iterator

import click
from rich.console import Console

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.keyboard import echo, edited
from termaccord.interfaces.cli.terms.options import glossary_option, opened, writer
from termaccord.interfaces.terms import review as faces
from termaccord.interfaces.terms.edit import help_lines
from termaccord.interfaces.terms.outcome import print_done
from termaccord.interfaces.translation import _, spoken
from termaccord.model import Category, say
from termaccord.project.errors import UsageError
from termaccord.project.terms.listing import Wanted, listed
from termaccord.project.terms.reviewing.scenes import scenes
from termaccord.project.terms.reviewing.session import Review, open_review

Answer = tuple[str, str]
"""A key, and for a rejection the reason."""


@click.command(
    help=_(
        "Go through the proposals one by one, best first, with a key for each: accept, reject, skip, edit.\n\n"
        "Every decision is written at once and can be undone; what is skipped comes last next time. "
        "Without a terminal, --answers gives a letter a line; after r a reason may follow."
    )
)
@click.option(
    "--answers",
    type=click.File("r", encoding="utf-8", errors="replace"),
    metavar=_("FILE"),
    help=_("Read the keys from this file; - is standard input."),
)
@click.option("--category", type=click.Choice([c.value for c in Category]), help=_("Only of this category."))
@click.option(
    "--language", default="", metavar=_("TAG"), help=_("Only concepts with a term in this language.")
)
@click.option(
    "--by",
    default="",
    metavar=_("NAME"),
    help=_("Who decides; otherwise the name that git knows, else the login name."),
)
@glossary_option
@console.common
def review(
    answers: Iterator[str] | None,
    category: str | None,
    language: str,
    by: str,
    glossary: tuple[str, ...],
    quiet: bool,
    no_color: bool,
) -> None:
    """Ask about one proposal after the other."""
    if answers is None and not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            say(
                "review asks for keys and needs a terminal; give the answers with --answers FILE, a letter a line"
            )
        )
    shelf = opened(glossary)
    wanted = Wanted(category=Category(category) if category else None, language=language, proposed=True)
    session = open_review(shelf, writer(shelf, by), listed(shelf, wanted))
    page = Console(quiet=True) if quiet and answers is not None else console.out(no_color)
    screen = _Screen(page, session, _from_file(answers) if answers is not None else _from_keyboard(page))
    with echo(answers is not None):
        screen.run()


def _from_keyboard(page: Console) -> Callable[[], Answer | None]:
    def ask() -> Answer:
        page.print(faces.question())
        return click.getchar(), ""

    return ask


def _from_file(answers: Iterator[str]) -> Callable[[], Answer | None]:
    lines = (line.strip() for line in answers)

    def ask() -> Answer | None:
        line = next((line for line in lines if line and not line.startswith("#")), None)
        return (line[0], line[1:].strip()) if line is not None else None

    return ask


class _Screen:
    """A review and where it is shown."""

    def __init__(self, page: Console, session: Review, ask: Callable[[], Answer | None]) -> None:
        self._page, self._session, self._ask = page, session, ask

    def run(self) -> None:
        """Ask until somebody quits; what was decided last can still be undone when everything is gone through."""
        if self._session.current is None:
            self._page.print(_("No proposal waits for a decision."), markup=False)
            return
        fresh = True
        while self._session.current is not None or self._session.done:
            if fresh:
                self._show()
            answer = self._ask()
            if answer is None or faces.key_of(answer[0]) == "q":
                break
            try:
                fresh = self._obey(faces.key_of(answer[0]), answer[1])
            except (UsageError, click.ClickException) as error:
                said = spoken(error.message) if isinstance(error, UsageError) else error.format_message()
                self._page.print(said, style="red", markup=False)
                fresh = False
        self._session.tidy()
        faces.print_summary(self._page, self._session)

    def _show(self) -> None:
        entry = self._session.current
        if entry is None:
            self._page.print(_("Nothing is left: undo the last decision, or quit."), markup=False)
            return
        faces.print_proposal(self._page, self._session, entry)
        if said := faces.expected_wrong(self._session.expected()):
            self._page.print(said, style="dim", markup=False)

    def _obey(self, key: str, reason: str) -> bool:
        """Do what a key says; answer whether another proposal, or the same anew, is to be shown."""
        session = self._session
        if key in {"a", "r", "s", "e", "d"} and session.current is None:
            return True
        if key == "a":
            print_done(self._page, session.accept())
        elif key == "r":
            print_done(self._page, session.reject(reason))
        elif key == "s":
            session.skip()
        elif key == "u":
            self._page.print(spoken(session.undo()), markup=False)
        elif key == "e":
            return self._edit()
        elif key == "d":
            self._more()
            return False
        else:
            faces.print_help(self._page)
            return False
        return True

    def _edit(self) -> bool:
        entry = self._session.current
        lines = help_lines(
            entry.concept.id if entry else "", _("What you save is accepted; an empty file decides nothing.")
        )
        with echo(True):
            done = edited(self._session.text(), lines, self._session.accept_edited)
        if done is None:
            self._page.print(_("Nothing was saved, and nothing is decided."), markup=False)
            return False
        print_done(self._page, done)
        return True

    def _more(self) -> None:
        settings = self._session.shelf.settings
        entry = self._session.current
        if settings is not None and entry is not None:
            faces.print_scenes(self._page, scenes(entry.concept, settings.memory_folder))
