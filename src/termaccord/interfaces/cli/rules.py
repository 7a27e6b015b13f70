"""`termaccord rules`: what is checked, why, and how it looks."""

from pathlib import Path

import click

from termaccord.interfaces import rules as faces
from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _
from termaccord.lint.choice import Choice, specificity
from termaccord.lint.rules import RULES
from termaccord.project.lint_settings import demand_known


@click.command(
    help=_(
        "List the rules, or show the page of a rule.\n\n"
        "CODE is a code such as C10, the beginning of one, or a rule's name. "
        "In the examples ⟦ ⟧ stand around what is marked; "
        "* is preferred, + admitted, † deprecated and ‡ forbidden by the glossary."
    )
)
@click.argument("codes", nargs=-1, metavar=_("[CODE]..."))
@console.format_option("text", "json", "markdown")
@console.output_option
@console.common
def rules(codes: tuple[str, ...], form: str, output: Path | None, quiet: bool, no_color: bool) -> int:  # noqa: ARG001  # every command takes --quiet
    """Print the rules that are asked for."""
    wanted = tuple(code.upper() if code[:1].isalpha() and code[1:].isdigit() else code for code in codes)
    demand_known(Choice(wanted), "rules")
    chosen = [rule for rule in RULES if not wanted or any(specificity(w, rule) >= 0 for w in wanted)]
    if form != "text":
        make = faces.as_json if form == "json" else faces.as_markdown
        console.deliver(make(chosen).encode(), output)
        return 0
    with console.page(output, no_color) as page:
        (faces.print_pages if wanted else faces.print_list)(page, chosen)
    return 0
