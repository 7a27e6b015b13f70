"""An analysis as a table, JSON and CSV."""

import csv
import io
import json
from collections.abc import Mapping
from typing import Any

from babel.numbers import format_decimal, format_percent
from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, language, plural
from termaccord.project.memory.reckoning.counting import Analysis
from termaccord.text.volume.counting import Volume

_FIELDS = ("segments", "words", "characters", "characters_without_spaces", "placeables", "tags")


def band_name(name: str) -> str:
    """A band in the user's language."""
    names = {
        "locked": _("locked"),
        "translated": _("translated already"),
        "context": _("in context"),
        "repetition": _("repetitions"),
        "cross-file-repetition": _("repetitions of other files"),
        "new": _("new"),
    }
    return names.get(name) or _("{scores} %").format(scores=name.replace("-", "–"))


def as_json(analysis: Analysis) -> str:
    """The contract of docs/json.md."""
    files = [
        {
            "path": file.path,
            "language": file.language,
            "target_language": file.target_language or None,
            "bands": _bands(file.volumes),
            "total": _figures(file.total),
        }
        for file in analysis.files
    ]
    told: dict[str, Any] = {
        "bands": [band.name for band in analysis.bands.all],
        "files": files,
        "summary": {"bands": _bands(analysis.volumes), "total": _figures(analysis.total)},
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _bands(volumes: Mapping[str, Volume]) -> dict[str, dict[str, int]]:
    return {name: _figures(volume) for name, volume in volumes.items()}


def _figures(volume: Volume) -> dict[str, int]:
    counts = (volume.segments, volume.words, volume.characters, volume.solid, volume.placeables, volume.tags)
    return dict(zip(_FIELDS, counts, strict=True))


def as_csv(analysis: Analysis) -> str:
    """A row for each band of each file; the rows of all files together name no file."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(("file", "band", *_FIELDS))
    rows = [(file.path, file.volumes) for file in analysis.files]
    for path, volumes in [*rows, ("", analysis.volumes)]:
        for band in analysis.bands.all:
            writer.writerow((path, band.name, *_figures(volumes.get(band.name, Volume())).values()))
    return out.getvalue()


def print_analysis(page: Console, analysis: Analysis) -> None:
    """A table for each file, and one for all."""
    several = len(analysis.files) > 1
    for file in analysis.files:
        head = f"{file.path}  ({' → '.join(tag for tag in (file.language, file.target_language) if tag)})"
        page.print(head, style="bold", markup=False)
        page.print(_table(file.volumes, file.total), end="")
        if several:
            page.print()
    if several:
        head = plural("In all, {count} file", "In all, {count} files", len(analysis.files))
        page.print(head, style="bold", markup=False)
        page.print(_table(analysis.volumes, analysis.total), end="")


def _table(volumes: Mapping[str, Volume], total: Volume) -> Text:
    """Rows in columns that are as wide as they must be, whatever the terminal's width."""
    heads = (_("band"), _("segments"), _("words"), _("share"), _("characters"), _("placeables"), _("tags"))
    rows = [heads, *((band_name(name), *_row(volume, total)) for name, volume in volumes.items())]
    rows.append((_("total"), *_row(total, total)))
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    styles = ["dim", *[""] * len(volumes), "bold"]
    table = Text()
    for (name, *figures), style in zip(rows, styles, strict=True):
        aligned = [figure.rjust(width) for figure, width in zip(figures, widths[1:], strict=True)]
        table.append("  ".join([name.ljust(widths[0]), *aligned]) + "\n", style)
    return table


def _row(volume: Volume, total: Volume) -> list[str]:
    share = format_percent(volume.words / total.words if total.words else 0, "0.0%", locale=language())
    figures = (volume.segments, volume.words, volume.characters, volume.placeables, volume.tags)
    first, second, *others = (format_decimal(figure, locale=language()) for figure in figures)
    return [first, second, share, *others]
