"""The options of `lint` that say which rules run and what makes it fail."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

import click

from termaccord.interfaces.translation import _
from termaccord.lint.choice import LEVELS
from termaccord.model import Severity
from termaccord.project.lint import Request
from termaccord.project.lint_settings import FAIL_ON

Narrow = Callable[[Request], Request]
_RULES = (
    (
        "select",
        _(
            "Run these rules only, whatever the project selects: codes, their beginnings or names, with commas."
        ),
    ),
    ("extend_select", _("Run these rules too.")),
    ("ignore", _("Do not run these rules.")),
)


def _listed(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in given for word in value.split(",") if word.strip())


def options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of choice; it takes them all together as `narrow`, which completes a request."""

    @wraps(command)
    def called(
        *arguments: Any,
        select: tuple[str, ...],
        extend_select: tuple[str, ...],
        ignore: tuple[str, ...],
        least_severity: str | None,
        fail_on: str | None,
        **others: Any,
    ) -> Any:
        least = Severity(least_severity) if least_severity else None

        def narrow(request: Request) -> Request:
            return replace(
                request,
                select=select,
                extend_select=extend_select,
                ignore=ignore,
                least=least,
                fail_on=fail_on or "",
            )

        return command(*arguments, narrow=narrow, **others)

    decorated: Callable[..., Any] = called
    for decorate in reversed((*map(_rules_option, _RULES), *_levels())):
        decorated = decorate(decorated)
    return decorated


def _rules_option(row: tuple[str, str]) -> Callable[..., Any]:
    name, said = row
    flag = f"--{name.replace('_', '-')}"
    return click.option(flag, name, multiple=True, callback=_listed, metavar=_("RULES"), help=said)


def _levels() -> tuple[Callable[..., Any], ...]:
    return (
        click.option(
            "--least-severity",
            type=click.Choice([s.value for s in LEVELS]),
            help=_("Show nothing less severe; otherwise what the project has decided, or everything."),
        ),
        click.option(
            "--fail-on",
            type=click.Choice(FAIL_ON),
            help=_(
                "The least severity that makes the exit status 1; otherwise what the project has decided, or error."
            ),
        ),
    )
