"""A person at the keyboard: keys that do not show, and an editor for the lines of a concept."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

import click

from termaccord.interfaces.translation import spoken
from termaccord.project.errors import UsageError

T = TypeVar("T")


@contextmanager
def echo(on: bool) -> Iterator[None]:
    """Whether a terminal shows what is typed while nobody asks; elsewhere nothing changes."""
    try:
        import termios  # noqa: PLC0415  # Windows has none

        terminal = sys.stdin.fileno() if sys.stdin.isatty() else None
        before = termios.tcgetattr(terminal) if terminal is not None else None
    except (ImportError, OSError, ValueError):
        terminal = before = None
    if terminal is None or before is None:
        yield
        return
    flags = before[3] | termios.ECHO if on else before[3] & ~termios.ECHO
    termios.tcsetattr(terminal, termios.TCSADRAIN, [*before[:3], flags, *before[4:]])
    try:
        yield
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, before)


def edited(text: str, help_lines: str, take: Callable[[str], T]) -> T | None:
    """
    What `take` makes of a text that a person has changed in his editor and saved.

    Where it cannot be understood the editor opens again, with the reason above.
    None where nothing is saved, or nothing is left of the text.
    """
    head = "".join(f"# {line}\n" for line in help_lines.splitlines())
    shown = head + text
    while (said := click.edit(shown, extension=".txt", require_save=True)) is not None:
        lines = [line for line in said.splitlines() if not line.lstrip().startswith("#")]
        if not any(line.strip() for line in lines):
            return None
        try:
            return take(said)
        except UsageError as error:
            if not sys.stdin.isatty():
                raise
            shown = f"# {spoken(error.message)}\n{head}" + "\n".join(lines).strip() + "\n"
    return None
