"""`termaccord memory clean`: what in a memory is no use, or does harm?"""

from pathlib import Path
from typing import Any

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.memory import cleaning as faces
from termaccord.interfaces.translation import _, plural
from termaccord.project.files import write
from termaccord.project.memory.cleaning import kinds
from termaccord.project.memory.cleaning.clean import SMALL, Cleaning, rejected, rewrite
from termaccord.project.memory.cleaning.clean import clean as find
from termaccord.project.memory.cleaning.difference import difference
from termaccord.project.memory.cleaning.kinds import Action
from termaccord.project.memory.paths import memory_paths


def _listed(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.strip() for value in given for word in value.split(",") if word.strip())


@click.command(
    help=_(
        "Find what a memory is better without.\n\n"
        "PATH is a TMX file or a folder of them; without any, the memory of the project around the current folder. "
        "What is doubtful is only shown; no file changes without --write."
    )
)
@click.argument("paths", nargs=-1, metavar=_("[PATH]..."))
@click.option(
    "--select",
    multiple=True,
    callback=_listed,
    metavar=_("KINDS"),
    help=_("Look for these kinds of flaws only, by the names that the output has, with commas."),
)
@click.option(
    "--ignore", multiple=True, callback=_listed, metavar=_("KINDS"), help=_("Do not look for these kinds.")
)
@click.option(
    "--deep/--no-deep",
    default=None,
    help=_(
        "Compare the meanings of both sides, whatever it takes; otherwise only in files of up to {count} units."
    ).format(count=SMALL),
)
@click.option("--diff", is_flag=True, help=_("Show what --write would change as a unified diff."))
@click.option("--write", "writing", is_flag=True, help=_("Take the units out and mend the others, in place."))
@click.option(
    "--rejected",
    "reject",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar=_("FILE"),
    help=_("Write the units that go to this TMX file, each with a note that says why."),
)
@console.format_option("text", "json")
@console.output_option
@console.common
def clean(
    paths: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    deep: bool | None,
    diff: bool,
    writing: bool,
    reject: Path | None,
    **manner: Any,
) -> int:
    """Find the flaws, show them or what becomes of the files, and write these where asked to."""
    chosen = kinds.chosen(select, ignore)
    with console.progress(manner["quiet"], manner["no_color"]) as step:
        found = find(memory_paths(paths), chosen, step, deep=deep)
    console.report(found.trouble, manner["quiet"], manner["no_color"])
    _show(found, diff, manner)
    if reject is not None:
        write(reject, rejected(found))
    if writing and not found.unread:
        rewrite(found)
        if not manner["quiet"]:
            _tell(found)
    if found.unread:
        return 2
    return int(found.would_change and not writing)


def _show(found: Cleaning, diff: bool, manner: dict[str, Any]) -> None:
    if diff:
        console.deliver(b"".join(map(difference, found.files)), manner["output"])
    elif manner["form"] == "json":
        console.deliver(faces.as_json(found).encode(), manner["output"])
    else:
        with console.page(manner["output"], manner["no_color"]) as page:
            faces.print_cleaning(page, found, quiet=manner["quiet"])


def _tell(found: Cleaning) -> None:
    dropped = plural(
        "{count} unit taken out", "{count} units taken out", faces.units_with(found, Action.DROP)
    )
    changed = plural("{count} mended", "{count} mended", faces.units_with(found, Action.CHANGE))
    console.complain(f"{dropped}, {changed}")
