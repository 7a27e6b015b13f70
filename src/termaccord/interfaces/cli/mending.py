"""`lint --fix` and `lint --diff`: files mended, or what would be mended, and what is told of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import Any

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _, plural
from termaccord.project.fixing import Outcome, difference
from termaccord.project.fixing import fix as mend
from termaccord.project.lint import Request

_OPTIONS = (
    ("--fix", _("Put the preferred form in the place of others in the files, where that is safe.")),
    ("--unsafe-fixes", _("With --fix or --diff: also where a person should look it over.")),
    ("--diff", _("Show what --fix would change, and change nothing.")),
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants mended."""

    fix: bool = False
    unsafe: bool = False
    diff: bool = False

    @property
    def any(self) -> bool:
        return self.fix or self.diff


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of mending; it takes them all together as `wish`."""

    @wraps(command)
    def called(*arguments: Any, fix: bool, unsafe_fixes: bool, diff: bool, **others: Any) -> Any:
        wish = Wish(fix, unsafe_fixes, diff)
        if wish.unsafe and not wish.any:
            raise click.UsageError(_("--unsafe-fixes needs --fix or --diff"))
        return command(*arguments, wish=wish, **others)

    decorated: Callable[..., Any] = called
    for flag, said in reversed(_OPTIONS):
        decorated = click.option(flag, is_flag=True, help=said)(decorated)
    return decorated


def carried_out(request: Request, wish: Wish, step: console.Step) -> Outcome:
    """Mend the files, or find out what would be mended."""
    if request.update_baseline:
        raise click.UsageError(
            _("--update-baseline does not go with --fix or --diff; call one after the other")
        )
    return mend(request, unsafe=wish.unsafe, dry=wish.diff, step=step)


def show_difference(outcome: Outcome, output: Path | None) -> None:
    """The differences of all files as one."""
    console.deliver("".join(map(difference, outcome.files)).encode(), output)


def tell(outcome: Outcome, wish: Wish) -> None:
    """How many findings are mended, or would be, and how many are left."""
    left = plural("{count} left", "{count} left", len(outcome.report.findings))
    done = (
        plural("{count} finding would be fixed", "{count} findings would be fixed", outcome.mended)
        if wish.diff
        else plural("{count} finding fixed", "{count} findings fixed", outcome.mended)
    )
    console.complain(f"{done}, {left}")
