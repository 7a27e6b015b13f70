"""`termaccord extract`: concepts with all their renderings and every place they stand."""

import sys
from pathlib import Path

import click

from termaccord.interfaces import concepts as faces
from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _
from termaccord.project import work
from termaccord.project.settings import user_cache

FORMATS = ("text", "json", "tbx", "tsv", "xlsx")


@click.command(
    help=_(
        "Extract names with all their renderings, best first.\n\n"
        "PATH is a corpus folder, a document, a folder of documents, a bilingual file (TMX, XLIFF, PO, two-column "
        "CSV), or - for one document on standard input."
    )
)
@console.paths_argument
@console.language_option
@console.format_option(*FORMATS)
@click.option("--limit", type=click.IntRange(min=1), metavar=_("N"), help=_("Only the first N concepts."))
@click.option(
    "--least-score",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar=_("SCORE"),
    help=_("Only concepts with at least this score."),
)
@console.output_option
@console.common
def extract(
    paths: tuple[str, ...],
    language: str,
    form: str,
    limit: int | None,
    least_score: float,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Read everything, align what translates each other, extract, print."""
    stdin = sys.stdin.buffer.read() if "-" in paths else None
    with console.progress(quiet, no_color) as step:
        result = work.extract(paths, language, stdin, cache=user_cache(), step=step)
    failed = console.report(result.findings, quiet, no_color)
    chosen = tuple(c for c in result.concepts if c.score >= least_score)[:limit]
    if form == "text":
        with console.page(output, no_color) as page:
            faces.print_concepts(page, chosen)
    elif form == "json":
        console.deliver(faces.as_json(chosen).encode(), output)
    else:
        console.deliver(work.glossary_bytes(chosen, result.documents, form), output)
    return 2 if failed else 0
