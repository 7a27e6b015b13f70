"""`termaccord align`: which sentences of two documents say the same."""

import sys
from pathlib import Path

import click

from termaccord.interfaces import alignment as faces
from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _
from termaccord.model import say
from termaccord.project import work
from termaccord.project.errors import UsageError
from termaccord.project.settings import user_cache

FORMATS = ("text", "json", "tmx", "beads", "html")


@click.command(
    help=_(
        "Align the sentences of two documents.\n\n"
        "SOURCE and TARGET are files that say the same in two languages; either of them may be - for standard input."
    )
)
@click.argument("source", metavar=_("SOURCE"))
@click.argument("target", metavar=_("TARGET"))
@click.option(
    "--source-language",
    default="",
    metavar=_("TAG"),
    help=_("Language of SOURCE; otherwise its path or its text tells."),
)
@click.option(
    "--target-language",
    default="",
    metavar=_("TAG"),
    help=_("Language of TARGET; otherwise its path or its text tells."),
)
@click.option("--sentences", is_flag=True, help=_("The files already hold one sentence a line."))
@console.format_option(*FORMATS)
@click.option(
    "--least-confidence",
    type=click.FloatRange(0, 1),
    default=0.5,
    show_default=True,
    metavar=_("SHARE"),
    help=_("Keep beads of a lower confidence out of a TMX; the other formats show them all."),
)
@console.output_option
@console.common
def align(
    source: str,
    target: str,
    source_language: str,
    target_language: str,
    sentences: bool,
    form: str,
    least_confidence: float,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Read both documents, align them, print the beads."""
    if source == target == "-":
        raise UsageError(say("only one of the two documents can come from standard input"))
    stdin = sys.stdin.buffer.read() if "-" in (source, target) else b""
    with console.progress(quiet, no_color) as step:
        ready = work.open_pair((source, source_language), (target, target_language), sentences, stdin)
        if ready.documents is None:
            console.report(ready.findings, quiet, no_color)
            return 2
        aligned = work.align_documents(*ready.documents, cache=user_cache(), step=step)
    failed = console.report(ready.findings, quiet, no_color)
    if form == "tmx":
        kept = work.units_of(aligned, least_confidence)
        console.deliver(work.memory_bytes(aligned, kept), output)
        if kept.left_out and not quiet:
            console.complain(faces.left_out(kept.left_out, least_confidence))
    else:
        console.deliver(faces.RENDERINGS[form](aligned).encode(), output)
    return 2 if failed else 0
