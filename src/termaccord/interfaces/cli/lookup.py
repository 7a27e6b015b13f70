"""`termaccord lookup`: how do we say that?"""

from pathlib import Path

import click

from termaccord.interfaces import matches as faces
from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _
from termaccord.project.glossaries import glossary_paths
from termaccord.project.settings import find_settings, user_cache
from termaccord.project.terms.looking import look_up
from termaccord.project.terms.opening import index_of


@click.command(
    help=_(
        "Look a term up, however it is written.\n\n"
        "QUERY may be in any language, inflected, misspelt, abbreviated, in other letters or only a part of a name. "
        "It is looked up in the glossaries of the project around the current folder, accepted before proposed."
    )
)
@click.argument("query", nargs=-1, required=True, metavar=_("QUERY..."))
@click.option("--language", metavar=_("TAG"), help=_("Language of QUERY; otherwise every language is tried."))
@click.option(
    "--glossary",
    multiple=True,
    type=click.Path(dir_okay=False),
    metavar=_("FILE"),
    help=_("Look in this TBX file instead; may be given more than once."),
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=10,
    show_default=True,
    metavar=_("N"),
    help=_("At most N concepts."),
)
@console.format_option("text", "json")
@console.output_option
@console.common
def lookup(
    query: tuple[str, ...],
    language: str | None,
    glossary: tuple[str, ...],
    limit: int,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Find the concepts, print them, best first."""
    settings = find_settings(Path.cwd())
    paths = glossary_paths(settings, glossary)
    index = index_of(settings, glossary, user_cache())
    words = " ".join(query)
    answer = look_up(words, paths, index, language, limit)
    failed = console.report(answer.findings, quiet, no_color)
    if form == "json":
        console.deliver(faces.as_json(words, answer).encode(), output)
    else:
        with console.page(output, no_color) as page:
            faces.print_matches(page, words, answer)
    return 2 if failed else 0
