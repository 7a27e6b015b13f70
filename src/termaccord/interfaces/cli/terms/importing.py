"""`termaccord terms import`: a glossary of others becomes part of ours."""

import sys
from pathlib import Path

import click

from termaccord.formats.sniffing import Kind
from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.terms.options import writer, writing_options
from termaccord.interfaces.terms import importing as faces
from termaccord.interfaces.terms import outcome
from termaccord.interfaces.translation import _
from termaccord.model import Status
from termaccord.project.conversion.intake import Wanted
from termaccord.project.settings import find_settings
from termaccord.project.terms.merging.importing import Request, import_terms, shelf_of
from termaccord.project.terms.merging.outcome import Policy, Prefer
from termaccord.project.terms.saving import difference, save

_KINDS = tuple(kind.value for kind in Kind if kind is not Kind.UNKNOWN)


@click.command(
    "import",
    help=_(
        "Merge glossaries of others into ours.\n\n"
        "FILE is TBX, CSV, TSV, Excel, UTX, an OmegaT glossary, MultiTerm XML, PO, JSON or SKOS, "
        "or - for standard input. "
        "New concepts, terms and fields come in; what contradicts ours is shown side by side and left as it is, "
        "unless --prefer or --add says who is right. "
        "Exit status 1 says that something has to be decided."
    ),
)
@click.argument("files", nargs=-1, required=True, metavar=_("FILE..."))
@click.option(
    "--into",
    default="",
    metavar=_("SUBJECT"),
    help=_("Put new concepts into the glossary of this subject; otherwise the project’s own."),
)
@click.option("--new-only", is_flag=True, help=_("Take in new concepts only; leave alone what we have."))
@click.option(
    "--prefer",
    type=click.Choice([Prefer.OURS.value, Prefer.THEIRS.value]),
    help=_("Who is right where the two contradict each other."),
)
@click.option("--add", is_flag=True, help=_("Take in other renderings beside ours, as admitted terms."))
@click.option(
    "--status",
    type=click.Choice([status.value for status in Status]),
    help=_("Status of new terms of which FILE says none."),
)
@click.option("--from", "kind", type=click.Choice(_KINDS), help=_("What FILE is, where it does not show it."))
@click.option(
    "--source-language",
    "source",
    default="",
    metavar=_("TAG"),
    help=_("Language of the first column of terms, where FILE does not name it."),
)
@click.option(
    "--target-language",
    "target",
    default="",
    metavar=_("TAG"),
    help=_("Language of the second column of terms, where FILE does not name it."),
)
@click.option(
    "--columns",
    multiple=True,
    metavar=_("LIST"),
    help=_("What the columns of a table hold: en,ru,status,note,- for the first ones, C=ru:note for one."),
)
@click.option("--sheet", default="", metavar=_("NAME"), help=_("Read this sheet of a workbook only."))
@click.option("-v", "--verbose", is_flag=True, help=_("Also say what was added to which concept."))
@console.format_option("text", "json")
@writing_options
@console.common
def command(
    files: tuple[str, ...],
    into: str,
    new_only: bool,
    prefer: str | None,
    add: bool,
    status: str | None,
    kind: str | None,
    source: str,
    target: str,
    columns: tuple[str, ...],
    sheet: str,
    verbose: bool,
    form: str,
    glossary: tuple[str, ...],
    by: str,
    trial: bool,
    quiet: bool,
    no_color: bool,
) -> int:
    """Merge, save, and say what somebody has to decide."""
    shelf = shelf_of(find_settings(Path.cwd()), glossary)
    policy = Policy(Prefer(prefer or ""), add, new_only, Status(status) if status else None)
    wanted = Wanted(Kind(kind) if kind else None, source, target, columns, sheet)
    stdin = sys.stdin.buffer.read() if "-" in files else None
    imported = import_terms(Request(files, policy, wanted, into, stdin), shelf, writer(shelf, by))
    failed = console.report(imported.findings, quiet, no_color)
    save(imported.done, dry=trial)
    page = console.out(no_color)
    if form == "json":
        console.deliver(faces.as_json(imported, trial).encode(), None)
    elif not quiet or imported.open:
        if trial:
            outcome.print_difference(page, difference(imported.done.rewrites))
        faces.print_imported(page, imported, trial, verbose)
    if failed:
        return 2
    return 1 if imported.open else 0
