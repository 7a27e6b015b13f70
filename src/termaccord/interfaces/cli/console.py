"""What every command shares: options, progress, colour, and where its output goes."""

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from termaccord.interfaces.translation import _, spoken
from termaccord.model import Finding, Severity
from termaccord.project.files import write

F = TypeVar("F", bound=Callable[..., Any])
Step = Callable[[str, int, int], None]
"""(what is being done, done so far, in all): how long work says how far it is."""


def common(command: F) -> F:
    """Options that every command takes."""
    quiet = click.option("-q", "--quiet", is_flag=True, help=_("Say nothing but results and errors."))
    plain = click.option("--no-color", is_flag=True, help=_("Never colour the output."))
    return quiet(plain(command))


def output_option(command: F) -> F:
    """``-o FILE``: write the result there instead of to standard output."""
    return click.option(
        "-o",
        "--output",
        type=click.Path(dir_okay=False, path_type=Path),
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
    err().print(f"termaccord: {sentence}", markup=False)


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
        place = finding.place
        where = ":".join(str(p) for p in (place.file, place.line, place.column if place.line else None) if p)
        style = "bold red" if finding.severity is Severity.ERROR else "yellow"
        console.print(where, end=": ", markup=False)
        console.print(finding.code, style=style, end=" ", markup=False)
        console.print(spoken(finding.message), markup=False)
    return any(f.severity is Severity.ERROR for f in findings)


@contextmanager
def progress(quiet: bool = False, no_color: bool = False) -> Iterator[Step]:
    """A bar on a terminal once the work has taken a second; elsewhere nothing."""
    console = err(no_color)
    if quiet or not console.is_terminal:
        yield lambda _what, _done, _all: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, Any] = {}

        def step(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bar.add_task(_(what), total=total)
            bar.update(tasks[what], completed=done, total=total)

        yield step


@contextmanager
def page(output: Path | None, no_color: bool = False) -> Iterator[Console]:
    """A console for results: standard output, or plain text collected for `output`."""
    if output is None:
        yield out(no_color)
        return
    buffer = io.StringIO()
    yield Console(file=buffer, no_color=True, highlight=False, soft_wrap=True, width=10_000)
    write(output, buffer.getvalue().encode())
