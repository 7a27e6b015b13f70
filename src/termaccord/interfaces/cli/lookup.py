"""`termaccord lookup`: how do we say that?"""

import sys
from functools import partial
from pathlib import Path

import click

from termaccord.interfaces import matches as faces
from termaccord.interfaces.cli import console
from termaccord.interfaces.translation import _
from termaccord.model import say
from termaccord.project.glossaries import glossary_paths
from termaccord.project.settings import find_settings, user_cache
from termaccord.project.terms.looking import look_up
from termaccord.project.terms.opening import index_of


@click.command(
    help=_(
        "Look a term up, however it is written.\n\n"
        "QUERY may be in any language, inflected, misspelt, abbreviated, in other letters or only a part of a name. "
        "It is looked up in the glossaries of the project around the current folder, accepted before proposed. "
        "With --in-text every term that stands in a text is listed instead."
    )
)
@click.argument("query", nargs=-1, metavar=_("[QUERY...]"))
@click.option(
    "--language",
    default="",
    metavar=_("TAG"),
    help=_("Language of QUERY or of the text; otherwise every language is tried."),
)
@click.option(
    "--in-text",
    "text",
    type=click.Path(allow_dash=True),
    metavar=_("FILE"),
    help=_("List the terms that stand in this document or bilingual file, - for standard input."),
)
@click.option(
    "--target", default="", metavar=_("TAG"), help=_("With --in-text: show renderings in this language only.")
)
@click.option(
    "--glossary",
    multiple=True,
    type=click.Path(dir_okay=False),
    metavar=_("FILE"),
    help=_("Look in this glossary (TBX, CSV or a spreadsheet) instead; may be given more than once."),
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
    language: str,
    text: str | None,
    target: str,
    glossary: tuple[str, ...],
    limit: int,
    form: str,
    output: Path | None,
    quiet: bool,
    no_color: bool,
) -> int:
    """Find the concepts, print them, best first."""
    words = " ".join(query)
    if bool(words.strip()) is (text is not None):
        raise click.UsageError(_("give either QUERY or --in-text FILE"))
    if target and text is None:
        raise click.UsageError(_("--target goes with --in-text only"))
    settings = find_settings(Path.cwd())
    paths = glossary_paths(settings, glossary)
    index = index_of(settings, glossary, user_cache())
    if text is not None:
        return _in_text(text, (paths, index), (language, target), (form, output, quiet, no_color))
    with console.progress(quiet, no_color) as step:
        step(say("reading the glossaries"), 0, 1)
        tell = partial(step, say("reading the meaning of the terms"))
        answer = look_up(words, paths, index, language or None, limit, tell)
    failed = console.report(answer.findings, quiet, no_color)
    if form == "json":
        console.deliver(faces.as_json(words, answer).encode(), output)
    else:
        with console.page(output, no_color) as page:
            faces.print_matches(page, words, answer)
    return 2 if failed else 0


def _in_text(
    text: str,
    glossaries: tuple[tuple[Path, ...], Path],
    languages: tuple[str, str],
    manner: tuple[str, Path | None, bool, bool],
) -> int:
    """List the terms of a text; those who look up a word need not wait until all kinds of documents are known."""
    from termaccord.interfaces import standing  # noqa: PLC0415
    from termaccord.project.terms.standing import in_text  # noqa: PLC0415

    form, output, quiet, no_color = manner
    stdin = sys.stdin.buffer.read() if text == "-" else None
    with console.progress(quiet, no_color) as step:
        step(say("reading the glossaries"), 0, 1)
        found = in_text(text, *glossaries, *languages, stdin)
    failed = console.report(found.findings, quiet, no_color)
    if form == "json":
        console.deliver(standing.as_json(found).encode(), output)
    else:
        with console.page(output, no_color) as page:
            if found.terms or not failed:
                standing.print_standing(page, found)
    return 2 if failed else 0
