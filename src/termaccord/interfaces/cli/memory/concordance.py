"""`termaccord memory concordance`: how have we put these words?"""

from pathlib import Path

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.memory.options import memory_option
from termaccord.interfaces.memory import concordance as faces
from termaccord.interfaces.translation import _
from termaccord.model import UsageError
from termaccord.project.memory.asking import languages_of
from termaccord.project.memory.concordance import concordance as look
from termaccord.project.memory.opening import open_memory


@click.command(
    help=_(
        "Show where words stand in the memory, and what renders them.\n\n"
        "WORDS may be in any language and any form; all of them must stand in a unit, those nearest to each other come first. "
        "Words in quotes stand side by side; port* means all words that begin so."
    )
)
@click.argument("words", nargs=-1, required=True, metavar=_("WORDS..."))
@click.option(
    "--language",
    default="",
    metavar=_("TAG"),
    help=_("Language of WORDS; otherwise the one in which the memory has most of them."),
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar=_("N"),
    help=_("At most N units."),
)
@click.option("--exact", is_flag=True, help=_("Only these very forms of the words."))
@memory_option
@console.format_option("text", "json")
@console.output_option
@console.common
def concordance(
    words: tuple[str, ...],
    language: str,
    limit: int,
    exact: bool,
    folder: Path | None,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Open the memory, find the words, print where they stand."""
    with console.progress(quiet, no_color) as step, open_memory(folder, step=step, made=True) as opened:
        if lacking := languages_of(opened.store, language).lacking():
            raise UsageError(lacking)
        query = " ".join(f'"{word}"' if " " in word else word for word in words)
        found = look(opened, query, language=language, limit=limit, exact=exact)
    console.report(opened.findings, quiet, no_color)
    if form == "json":
        console.deliver(faces.as_json(found).encode(), output)
    else:
        with console.page(output, no_color) as page:
            faces.print_concordance(page, found)
    return 0
