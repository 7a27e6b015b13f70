"""The summary of a build, for people and for programs."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from babel.numbers import format_percent
from rich.console import Console
from rich.text import Text

from termaccord.interfaces.concepts import category_name
from termaccord.interfaces.losses import things
from termaccord.interfaces.translation import _, language, plural
from termaccord.model import Category, Subject
from termaccord.project.build import Outcome
from termaccord.project.settings import Settings

SHOWN = 8
"""So many inconsistent names are shown; the JSON has them all."""


def as_json(outcome: Outcome, settings: Settings) -> str:
    """The contract of docs/json.md."""
    changed, removed = (
        [path.relative_to(settings.root).as_posix() for path in paths]
        for paths in (outcome.changed, outcome.removed)
    )
    answer = {"summary": outcome.summary, "changed": changed, "removed": removed, "fresh": outcome.fresh}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def print_summary(page: Console, outcome: Outcome, settings: Settings, check: bool = False) -> None:
    """Texts, beads, concepts, the names that disagree, and the files."""
    figures: dict[str, Any] = outcome.summary
    rows = [_texts(figures), _beads(figures), _memory(figures, settings), _concepts(figures)]
    rows += [_exports(figures["exports"])] if figures["exports"] else []
    width = max(len(name) for name, _said in rows)
    for name, said in rows:
        page.print(Text(f"{name:<{width}}  ", style="bold").append(said, style="not bold"))
    if figures["splits"]:
        page.print()
        _print_splits(page, figures["splits"])
    page.print()
    page.print(_files(outcome, settings, check=check))


def _texts(figures: dict[str, Any]) -> tuple[str, str]:
    languages = ", ".join(f"{language} {count}" for language, count in figures["documents"].items())
    documents = plural("{count} document", "{count} documents", sum(figures["documents"].values()))
    segments = plural("{count} sentence", "{count} sentences", figures["segments"])
    said = f"{documents} ({languages}), {segments}"
    left_out = sum(one["count"] for one in figures["boilerplate"])
    if left_out:
        said += ", " + plural(
            "{count} piece of menus and notices left out (--format json shows it)",
            "{count} pieces of menus and notices left out (--format json shows them)",
            left_out,
        )
    return _("Texts"), said


def _beads(figures: dict[str, Any]) -> tuple[str, str]:
    kinds = ", ".join(f"{kind} ×{count}" for kind, count in figures["beads"].items())
    pairs = plural("{count} pair of texts", "{count} pairs of texts", figures["pairs"])
    return _("Alignment"), f"{pairs}: {kinds}" if kinds else pairs


def _memory(figures: dict[str, Any], settings: Settings) -> tuple[str, str]:
    units = plural("{count} translation unit", "{count} translation units", figures["units"])
    covered = _("{share} of the sentences of aligned texts").format(
        share=format_percent(figures["coverage"], locale=language())
    )
    said = f"{units}, {covered}"
    if figures["left_out"]:
        count = plural("{count} bead", "{count} beads", figures["left_out"])
        least = settings.least_confidence
        said += ", " + _("{beads} below confidence {least} left out").format(beads=count, least=least)
    return _("Memory"), said + _repeats(figures)


def _repeats(figures: dict[str, Any]) -> str:
    """What became of segments that a text repeats."""
    said = ""
    if figures["repeated"]:
        said += ", " + plural(
            "{count} repeated unit left out", "{count} repeated units left out", figures["repeated"]
        )
    if figures["alternatives"]:
        said += ", " + plural(
            "{count} further translation of a segment in a file of its own",
            "{count} further translations of segments in files of their own",
            figures["alternatives"],
        )
    return said


def _concepts(figures: dict[str, Any]) -> tuple[str, str]:
    kinds = ", ".join(
        f"{category_name(Category(kind))} {count}" for kind, count in figures["concepts"].items()
    )
    concepts = plural("{count} concept", "{count} concepts", sum(figures["concepts"].values()))
    terms = plural("{count} term", "{count} terms", figures["terms"])
    known = plural(
        "{count} known to the accepted glossary",
        "{count} known to the accepted glossary",
        figures["recognised"],
    )
    return _("Glossary"), f"{concepts}, {terms}, {known}" + (f" ({kinds})" if kinds else "")


def _exports(by_tool: dict[str, dict[str, int]]) -> tuple[str, str]:
    """For which tools files were made, and what of the glossaries they do not say."""
    said = []
    for tool, kinds in by_tool.items():
        lost = ", ".join(things(Subject(kind), count) for kind, count in kinds.items())
        said.append(_("{tool} (without {lost})").format(tool=tool, lost=lost) if lost else tool)
    return _("For tools"), "; ".join(said)


def _print_splits(page: Console, splits: list[dict[str, Any]]) -> None:
    said = plural("{count} name has several renderings", "{count} names have several renderings", len(splits))
    page.print(Text(said, style="bold yellow"))
    for split in splits[:SHOWN]:
        head = Text(split["name"], style="bold").append(
            f"  {category_name(Category(split['category']))}", style="dim"
        )
        page.print(Text("  ").append_text(head))
        for rendering in split["renderings"]:
            line = Text(f"{rendering['count']:>4}×  ", style="dim").append(rendering["text"], style="cyan")
            line.append("  " + _outlets(rendering["documents"]), style="dim")
            page.print(Text("  ").append_text(line))
    if len(splits) > SHOWN:
        rest = plural(
            "and {count} more; --format json shows all",
            "and {count} more; --format json shows all",
            len(splits) - SHOWN,
        )
        page.print(Text(f"  {rest}", style="dim"))


def _outlets(documents: list[str]) -> str:
    """Folders where texts lie by outlet, else the texts themselves."""
    folders = sorted({Path(d).parent.name for d in documents} - {""})
    return ", ".join(folders or documents)


def differences(outcome: Outcome, settings: Settings) -> str:
    """What a check has found, and what to do about it."""
    said = _("Not what the corpus gives: {files}; run “termaccord build” and commit what it writes.")
    return said.format(files=_names((*outcome.changed, *outcome.removed), settings))


def _files(outcome: Outcome, settings: Settings, *, check: bool) -> Text:
    if not outcome.fresh:
        return Text(_("Nothing has changed since the last build."), style="green")
    if not outcome.changed and not outcome.removed:
        return Text(_("Every file is what the corpus gives."), style="green")
    if check:
        return Text(differences(outcome, settings), style="bold red")
    said = []
    if outcome.changed:
        said.append(_("Written: {files}").format(files=_names(outcome.changed, settings)))
    if outcome.removed:
        gone = _("Removed, because their units now stand in other files: {files}")
        said.append(gone.format(files=_names(outcome.removed, settings)))
    return Text("\n".join(said), style="green")


def _names(paths: Iterable[Path], settings: Settings) -> str:
    return ", ".join(os.path.relpath(path, settings.root) for path in paths)
