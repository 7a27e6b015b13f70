"""Options that several commands about the memory take."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from termaccord.interfaces.translation import _

F = TypeVar("F", bound=Callable[..., Any])


def memory_option(command: F) -> F:
    """``--memory FOLDER``, which a command takes as `folder`."""
    return click.option(
        "--memory",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        metavar=_("FOLDER"),
        help=_("The memory that is meant; otherwise that of the project around the current folder."),
    )(command)
