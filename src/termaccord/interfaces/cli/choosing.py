"""The options of `lint` that say which rules run, what is known already and what makes it fail."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from termaccord.interfaces.cli.console import complain
from termaccord.interfaces.translation import _, plural
from termaccord.lint.choice import LEVELS
from termaccord.model import Severity
from termaccord.project.lint import Report, Request
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
        baseline: Path | None,
        update_baseline: bool,
        **others: Any,
    ) -> Any:
        if update_baseline and baseline is None:
            raise click.UsageError(_("--update-baseline needs --baseline FILE, the file to write"))
        least = Severity(least_severity) if least_severity else None

        def narrow(request: Request) -> Request:
            return replace(
                request,
                select=select,
                extend_select=extend_select,
                ignore=ignore,
                least=least,
                fail_on=fail_on or "",
                baseline=baseline,
                update_baseline=update_baseline,
            )

        return command(*arguments, narrow=narrow, **others)

    decorated: Callable[..., Any] = called
    for decorate in reversed((*map(_rules_option, _RULES), *_levels(), *_baseline())):
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


def _baseline() -> tuple[Callable[..., Any], ...]:
    return (
        click.option(
            "--baseline",
            type=click.Path(dir_okay=False, path_type=Path),
            metavar=_("FILE"),
            help=_("Tell only what this file does not hold; it knows findings by concept and rendering."),
        ),
        click.option(
            "--update-baseline",
            is_flag=True,
            help=_("Write what is found to the baseline, and tell nothing of it."),
        ),
    )


def tell_known(report: Report) -> None:
    """What a baseline has withheld, and what it holds in vain."""
    known = report.known
    if known is None:
        return
    if known.written:
        complain(
            plural(
                "the baseline has been written; it knows {count} finding",
                "the baseline has been written; it knows {count} findings",
                known.count,
            )
        )
    elif known.count:
        complain(
            plural(
                "{count} finding is known to the baseline",
                "{count} findings are known to the baseline",
                known.count,
            )
        )
    for entry in known.gone:
        what = " / ".join(f"“{form}”" for form in entry.renderings)
        complain(
            _("{code} {what} is no longer found; --update-baseline forgets it").format(
                code=entry.code, what=f"{entry.name}: {what}" if entry.name else what
            )
        )
