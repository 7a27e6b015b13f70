"""`termaccord lint`: every name has one rendering, and where it has not."""

import sys
from pathlib import Path

import click

from termaccord.interfaces.cli import choosing, console, mending
from termaccord.interfaces.reports import FORMATS, Manner, on_disk, print_report, rendered
from termaccord.interfaces.translation import _
from termaccord.project.lint import Request
from termaccord.project.lint import lint as check


@click.command(
    help=_(
        "Check names, terms, numbers and dates for consistency.\n\n"
        "PATH is a corpus folder, a document, a bilingual file (TMX, XLIFF, PO, Qt’s .ts, two-column CSV), "
        "a file of strings beside the one that it translates (Android, Apple, Java, .NET, JSON), a glossary (TBX), "
        "a folder of these, or - for one document on standard input. Without a glossary, names are compared with each other."
    )
)
@console.paths_argument
@console.language_option
@click.option(
    "--glossary",
    multiple=True,
    type=click.Path(dir_okay=False),
    metavar=_("FILE"),
    help=_(
        "Hold the texts against this glossary (TBX, CSV or a spreadsheet) instead of the project's; "
        "may be given more than once."
    ),
)
@click.option("--no-glossary", is_flag=True, help=_("Hold the texts against each other only."))
@console.original_option
@choosing.options
@mending.options
@console.format_option("text", *FORMATS)
@click.option("--explain", is_flag=True, help=_("Show the evidence and every place of each finding."))
@click.option(
    "--statistics", is_flag=True, help=_("Count the findings of each rule instead of showing them.")
)
@console.output_option
@console.common
def lint(
    paths: tuple[str, ...],
    language: str,
    glossary: tuple[str, ...],
    no_glossary: bool,
    original: str,
    narrow: choosing.Narrow,
    wish: mending.Wish,
    form: str,
    explain: bool,
    statistics: bool,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Read everything, check it, print what was found."""
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    request = narrow(Request(paths, language, glossary, not no_glossary, stdin, original=original))
    with console.progress(quiet, no_color) as step:
        outcome = mending.carried_out(request, wish, step) if wish.any else None
        report = outcome.report if outcome else check(request, step)
    failed = console.report(
        (*on_disk(report).trouble, *(outcome.refused if outcome else ())), quiet, no_color
    )
    manner = Manner(explain, statistics, quiet, report.failing)
    if outcome and wish.diff:
        mending.show_difference(outcome, output)
    elif form == "text":
        with console.page(output, no_color) as page:
            print_report(page, report, manner)
    else:
        console.deliver(rendered(form, report, manner), output)
    if not quiet:
        choosing.tell_known(report)
    if outcome and not quiet:
        mending.tell(outcome, wish)
    if failed:
        return 2
    return int(report.failed or (outcome is not None and wish.diff and bool(outcome.files)))
