"""`termaccord validate`: whether a file is what it says it is."""

import sys
from pathlib import Path

import click

from termaccord.formats.validity.termbase.dialects import Standard
from termaccord.interfaces import validation as faces
from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _
from termaccord.project.validation.validate import Judgement
from termaccord.project.validation.validate import validate as judge


@click.command(
    help=_(
        "Say which dialects or versions a file satisfies, and what is wrong where.\n\n"
        "PATH is a termbase (TBX of 2008, 2013 or 2019 in any dialect), a memory (TMX 1.1 to 1.4), another file of terms or "
        "translations, which is valid where nothing in it has to be mended, a folder of such files, or - for standard input. "
        "The exit status is 0 where every file satisfies what it claims to be, 1 where one does not, "
        "2 where one cannot be read."
    )
)
@console.paths_argument
@click.option(
    "--as",
    "against",
    type=click.Choice([standard.value for standard in Standard]),
    help=_("Hold termbases against this dialect, whatever they claim to be."),
)
@console.format_option(*faces.FORMATS)
@console.output_option
@console.common
def validate(
    paths: tuple[str, ...],
    against: str | None,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Judge file by file, and tell of each as it is judged."""
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    with console.progress(quiet, no_color) as step:
        judged = list(judge(paths, Standard(against) if against else None, stdin, step))
    if form == "text":
        _print(judged, output, quiet=quiet, no_color=no_color)
    else:
        console.deliver(faces.as_report(judged, form), output)
    if not all(one.readable for one in judged):
        return 2
    return int(not all(one.valid for one in judged))


def _print(judged: list[Judgement], output: Path | None, *, quiet: bool, no_color: bool) -> None:
    with console.page(output, no_color) as page:
        for one in judged:
            faces.print_judgement(page, one, quiet=quiet)
        if len(judged) > 1 and not quiet:
            page.print(faces.summary(judged))
