"""`termaccord convert`: glossaries and memories from one kind of file to another, with what was lost."""

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.sniffing import Kind
from termaccord.interfaces import conversion as faces
from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _
from termaccord.model import Degree, UsageError, say
from termaccord.project.conversion.convert import convert as give
from termaccord.project.conversion.request import Conversion, Request
from termaccord.project.conversion.targets import Target
from termaccord.project.files import write

KINDS = tuple(kind.value for kind in Kind if kind is not Kind.UNKNOWN)


def _codes(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    codes: dict[str, str] = {}
    for pair in given:
        language, equals, code = pair.partition("=")
        if not (language and equals and code):
            raise click.BadParameter(_("write LANGUAGE=CODE, such as en=en-GB"))
        codes[language] = code
    return codes


@click.command(
    help=_(
        "Convert a glossary or a memory, and tell what was lost.\n\n"
        "IN is TBX, TMX, CSV, TSV, Excel, UTX, an OmegaT glossary, MultiTerm XML, PO, XLIFF, JSON, SKOS in Turtle or "
        "- for standard input, or a folder of such files; what it is shows by what stands in it. "
        "All go into the one file OUT, or each into one of its own where OUT is a folder. "
        "The result is read back, and what it does not say is counted and told."
    )
)
@click.argument("paths", nargs=-1, required=True, metavar=_("IN... OUT"))
@click.option(
    "--to",
    "target",
    type=click.Choice([target.value for target in Target]),
    help=_("What to write; otherwise the ending of OUT says it."),
)
@click.option(
    "--for",
    "tool",
    type=click.Choice([tool.value for tool in Tool]),
    help=_("Write the files that this tool needs, and tell what the tool will not see."),
)
@click.option(
    "--from",
    "kind",
    type=click.Choice(KINDS),
    help=_("What IN is, where it does not show."),
)
@click.option(
    "--source-language",
    default="",
    metavar=_("TAG"),
    help=_("The language to translate from, where two are wanted and IN has more or does not name them."),
)
@click.option(
    "--target-language", default="", metavar=_("TAG"), help=_("The language to translate into, likewise.")
)
@click.option(
    "--code",
    "codes",
    multiple=True,
    callback=_codes,
    metavar=_("TAG=CODE"),
    help=_("With --for: what the tool’s project calls a language; may be given more than once."),
)
@click.option(
    "--columns",
    multiple=True,
    metavar=_("LIST"),
    help=_("What the columns of a table hold: en,ru,status,note,- for the first ones, C=ru:note for one."),
)
@click.option("--sheet", default="", metavar=_("NAME"), help=_("Read this sheet of a workbook only."))
@click.option("--strict", is_flag=True, help=_("Exit with status 1 when anything is gone for good."))
@click.option("--force", is_flag=True, help=_("Replace files that exist."))
@click.option(
    "--report",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Write every loss to this file: JSON, or a table where it ends in .tsv."),
)
@console.format_option("text", "json")
@console.common
def convert(
    paths: tuple[str, ...],
    target: str | None,
    tool: str | None,
    kind: str | None,
    source_language: str,
    target_language: str,
    codes: dict[str, str],
    columns: tuple[str, ...],
    sheet: str,
    strict: bool,
    force: bool,
    report: Path | None,
    form: str,
    quiet: bool,
    no_color: bool,
) -> int:
    """Convert, then tell what became of everything."""
    if len(paths) < 2:
        raise UsageError(say("name what to convert and the file to write: termaccord convert IN OUT"))
    if target and tool:
        raise UsageError(say("give --to or --for, not both: a tool has its own kinds of files"))
    if codes and not tool:
        raise UsageError(say("--code says what a tool calls a language; name the tool with --for"))
    *inputs, output = paths
    if report is not None:
        _apart(report, paths)
    request = Request(
        tuple(inputs),
        output,
        Target(target) if target else None,
        Tool(tool) if tool else None,
        Kind(kind) if kind else None,
        source_language,
        target_language,
        codes,
        force,
        sys.stdin.buffer.read() if "-" in inputs else None,
        columns,
        sheet,
    )
    with console.progress(quiet, no_color) as step:
        done = give(request, step)
    failed = console.report(done.findings, quiet, no_color)
    if report is not None:
        _apart(report, [str(file.path) for file in done.files if file.path])
        table = report.suffix.lower() == ".tsv"
        write(report, (faces.as_table(done.lost.kept) if table else faces.as_json(done)).encode())
    _tell(done, form, output, quiet=quiet, no_color=no_color)
    if failed:
        return 2
    return 1 if strict and done.lost.of(Degree.GONE) else 0


def _apart(report: Path, others: Sequence[str]) -> None:
    """The account of losses takes the place of no file that is converted or made."""
    if any(report.resolve() == Path(other).resolve() for other in others):
        raise UsageError(
            say("{path} is converted or written already; name another file for --report", path=str(report))
        )


def _tell(done: Conversion, form: str, output: str, *, quiet: bool, no_color: bool) -> None:
    """The account goes to standard output, or to standard error where the result itself goes there."""
    if output == "-":
        console.deliver(done.data, None)
    if form == "json":
        click.echo(faces.as_json(done), nl=False, err=output == "-")
    elif not quiet:
        page = console.err(no_color) if output == "-" else console.out(no_color)
        faces.print_conversion(page, done)
