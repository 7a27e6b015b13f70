"""`termaccord memory export`: the memory, or a part of it, as TMX."""

import datetime as dt
import sys
from pathlib import Path
from typing import Any, BinaryIO

import click

from termaccord.interfaces.cli import console
from termaccord.interfaces.cli.memory.options import memory_option
from termaccord.interfaces.translation import _, plural
from termaccord.project.files import written
from termaccord.project.memory.exporting import Exported, Wanted
from termaccord.project.memory.exporting import export as give
from termaccord.project.memory.opening import open_memory

DATE = click.DateTime(formats=("%Y-%m-%d", "%Y-%m-%dT%H:%M:%S", "%Y%m%dT%H%M%SZ"))
FORM = "%Y%m%dT%H%M%SZ"


@click.command(help=_("Write the memory of the project, or a part of it, as TMX."))
@click.option(
    "--language",
    "languages",
    multiple=True,
    metavar=_("TAG"),
    help=_("Only these languages, the source first; may be given more than once."),
)
@click.option(
    "--origin",
    "origins",
    multiple=True,
    metavar=_("NAME"),
    help=_("Only what is from there: a name, all below a name, or a pattern; may be given more than once."),
)
@click.option("--since", type=DATE, metavar=_("DATE"), help=_("Only what was changed on that day or later."))
@click.option("--until", type=DATE, metavar=_("DATE"), help=_("Only what was changed on that day or before."))
@click.option(
    "--confidence",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar=_("SHARE"),
    help=_("Nothing that the aligner was less sure of; what it did not make is kept."),
)
@click.option(
    "--level",
    type=click.Choice(("1", "2")),
    default="2",
    show_default=True,
    help=_("1 leaves inline code out and keeps its text."),
)
@memory_option
@console.output_option
@console.common
def export(
    languages: tuple[str, ...],
    origins: tuple[str, ...],
    since: dt.datetime | None,
    until: dt.datetime | None,
    confidence: float,
    level: str,
    folder: Path | None,
    output: Path | None,
    **manner: Any,
) -> int:
    """Stream the units that are wanted into a file or to standard output."""
    wanted = Wanted(languages, origins, _first(since), _last(until), confidence)
    with (
        console.progress(manner["quiet"], manner["no_color"]) as step,
        open_memory(folder, step=step, made=True) as opened,
    ):

        def to(out: BinaryIO) -> Exported:
            name = str(output) if output else "<stdout>"
            return give(opened.store, out, wanted, step, 1 if level == "1" else 2, name)

        if output is None:
            done = to(sys.stdout.buffer)
            sys.stdout.buffer.flush()
        else:
            with written(output) as out:
                done = to(out)
    console.report(done.findings, manner["quiet"], manner["no_color"])
    if not manner["quiet"]:
        _tell(done)
    return 0


def _first(day: dt.datetime | None) -> str:
    return day.strftime(FORM) if day else ""


def _last(day: dt.datetime | None) -> str:
    """The end of a day that is given without a time."""
    if day is None:
        return ""
    whole = day.time() == dt.time()
    return (day + dt.timedelta(days=1, seconds=-1) if whole else day).strftime(FORM)


def _tell(done: Exported) -> None:
    reasons = {"language": _("other languages"), "date": _("other dates"), "confidence": _("low confidence")}
    lacking = ", ".join(f"{reasons[reason]} {count}" for reason, count in done.left_out.items())
    sentence = plural("{count} unit written", "{count} units written", done.units)
    console.complain(f"{sentence}; {_('left out')}: {lacking}" if lacking else sentence)
