"""What every command shares: options, progress, colour, and where its output goes."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn
from rich.text import Text

from termaccord.interfaces.flowing import flow
from termaccord.interfaces.places import where
from termaccord.interfaces.translation import _, spoken
from termaccord.model import Finding, Severity
from termaccord.project.files import write

F = TypeVar("F", bound=Callable[..., Any])
Step = Callable[[str, int, int], None]
"""(what is being done, done so far, in all): how long work says how far it is."""
PATIENCE = 1.0
"""Seconds before a bar is shown."""


def common(command: F) -> F:
    """Options that every command takes."""
    quiet = click.option("-q", "--quiet", is_flag=True, help=_("Say nothing but results and errors."))
    plain = click.option("--no-color", is_flag=True, help=_("Never colour the output."))
    return quiet(plain(command))


def paths_argument(command: F) -> F:
    """``PATH...``: what to read, ``-`` for standard input."""
    return click.argument("paths", nargs=-1, required=True, metavar=_("PATH..."))(command)


def language_option(command: F) -> F:
    """``--language TAG``: what the documents are in that do not say it."""
    return click.option(
        "--language",
        default="",
        metavar=_("TAG"),
        help=_("Language of the documents whose paths do not show it."),
    )(command)


def original_option(command: F) -> F:
    """``--original FILE``: what files of strings translate whose names do not tell it."""
    return click.option(
        "--original",
        default="",
        metavar=_("FILE"),
        help=_("The file that files of strings translate, where their names do not tell it."),
    )(command)


def format_option(*forms: str) -> Callable[[F], F]:
    """``--format FORM``, which a command takes as `form`; without it the first of `forms`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default=forms[0],
        show_default=True,
        help=_("What to print."),
    )


def output_option(command: F) -> F:
    """``-o FILE``: write the result there instead of to standard output."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
        metavar=_("FILE"),
        help=_("Write to this file instead of standard output."),
    )(command)


def out(no_color: bool = False) -> Console:
    """Standard output; coloured on a terminal only."""
    return Console(no_color=no_color or None, highlight=False, soft_wrap=True)


def err(no_color: bool = False) -> Console:
    """Standard error; coloured on a terminal only."""
    return Console(stderr=True, no_color=no_color or None, highlight=False, soft_wrap=True)


def complain(sentence: str) -> None:
    """One sentence to standard error."""
    flow(err(), "termaccord: ", Text(sentence))


def deliver(data: bytes, output: Path | None) -> None:
    """Write a result to `output`, whole or not at all, or to standard output."""
    if output is not None:
        write(output, data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def report(findings: Sequence[Finding], quiet: bool = False, no_color: bool = False) -> bool:
    """
    Print what was wrong with the input, in the manner of compilers; answer whether anything was an error.

    Errors are printed even when the user wants quiet.
    """
    console = err(no_color)
    for finding in findings:
        if quiet and finding.severity is not Severity.ERROR:
            continue
        style = "bold red" if finding.severity is Severity.ERROR else "yellow"
        console.print(where(finding.place), end=": ", markup=False)
        console.print(finding.code, style=style, end=" ", markup=False)
        console.print(spoken(finding.message), markup=False)
    return any(f.severity is Severity.ERROR for f in findings)


@contextmanager
def progress(quiet: bool = False, no_color: bool = False) -> Iterator[Step]:
    """A bar on a terminal once the work has taken a second, gone without a trace when it is done; elsewhere nothing."""
    console = err(no_color)
    if quiet or not console.is_interactive:
        yield lambda _what, _done, _all: None
        return
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.fields[counted]}"),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )
    clock = Timer(PATIENCE, bar.start)
    clock.daemon = True
    clock.start()
    try:
        yield _stepper(bar)
    finally:
        clock.cancel()
        clock.join()
        bar.stop()


def _stepper(bar: Progress) -> Step:
    tasks: dict[str, TaskID] = {}

    def step(what: str, done: int, total: int) -> None:
        if what not in tasks:
            tasks[what] = bar.add_task(spoken(what), total=None, counted="")
        # One single piece has no share to show: its bar moves to and fro until it is done.
        share = total if total > 1 or done else None
        counted = f"{done}/{total}" if total > 1 else ""
        bar.update(tasks[what], completed=done, total=share, counted=counted)

    return step


@contextmanager
def page(output: Path | None, no_color: bool = False) -> Iterator[Console]:
    """A console for results: standard output, or plain text collected for `output`."""
    if output is None:
        yield out(no_color)
        return
    buffer = io.StringIO()
    yield Console(file=buffer, no_color=True, highlight=False, soft_wrap=True, width=10_000)
    write(output, buffer.getvalue().encode())
