"""A memory in figures, as text and JSON."""

import json

from rich.console import Console
from rich.table import Table
from rich.text import Text

from termaccord.interfaces.translation import _, plural
from termaccord.project.memory.stats import TENTHS, Figures

MOST = 20
"""Origins and pairs that are listed."""
_BAR = 40
"""Widest bar, in characters."""


def as_json(figures: Figures) -> str:
    """The contract of docs/json.md."""
    answer = {
        "units": figures.units,
        "languages": [
            {
                "language": tag,
                "segments": one.segments,
                "distinct": one.distinct,
                "words": one.words,
                "characters": one.characters,
            }
            for tag, one in figures.languages.items()
        ],
        "pairs": [{"source": s, "target": t, "units": n} for (s, t), n in figures.pairs.items()],
        "origins": [{"origin": name, "units": n} for name, n in figures.origins.items()],
        "years": [{"year": year or None, "units": n} for year, n in figures.years.items()],
        "first": figures.first or None,
        "last": figures.last or None,
        "confidence": figures.confidence,
        "unrated": figures.unrated,
        "duplicates": figures.duplicates,
        "conflicts": figures.conflicts,
        "size": figures.size,
        "index": figures.index,
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def print_figures(page: Console, figures: Figures) -> None:
    """Tables of languages, pairs and origins, and what else there is to say."""
    page.print(plural("{count} unit", "{count} units", figures.units), style="bold")
    _print_languages(page, figures)
    pairs = {f"{source} → {target}": count for (source, target), count in figures.pairs.items()}
    _print_counts(page, _("Pairs"), pairs)
    _print_counts(page, _("Origins"), figures.origins)
    if any(figures.years):
        years = {year or _("unknown"): count for year, count in figures.years.items()}
        _print_counts(page, _("Last change"), years)
    if any(figures.confidence):
        tenths = {
            f"{n / TENTHS:.1f}–{(n + 1) / TENTHS:.1f}": count for n, count in enumerate(figures.confidence)
        }
        rated = {tenth: count for tenth, count in tenths.items() if count}
        _print_counts(
            page, _("Confidence"), rated | ({_("unknown"): figures.unrated} if figures.unrated else {})
        )
    _print_rest(page, figures)


def _print_languages(page: Console, figures: Figures) -> None:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column(_("language"))
    for name in (_("segments"), _("distinct"), _("words"), _("characters")):
        table.add_column(name, justify="right")
    for tag, one in figures.languages.items():
        table.add_row(tag, *map(_grouped, (one.segments, one.distinct, one.words, one.characters)))
    page.print(table)


def _print_counts(page: Console, title: str, counts: dict[str, int]) -> None:
    if not counts:
        return
    page.print(Text(title, style="bold"))
    widest = max(map(len, counts))
    most = max(counts.values())
    for name, count in list(counts.items())[:MOST]:
        bar = "▇" * max(1, round(_BAR * count / most)) if count else ""
        page.print(Text(f"  {name:<{widest}}  {_grouped(count):>9}  ").append(bar, style="cyan"))
    if len(counts) > MOST:
        page.print(
            Text("  " + plural("and {count} more", "and {count} more", len(counts) - MOST), style="dim")
        )


def _print_rest(page: Console, figures: Figures) -> None:
    page.print(plural("{count} duplicate", "{count} duplicates", figures.duplicates))
    page.print(
        plural(
            "{count} segment with more than one translation",
            "{count} segments with more than one translation",
            figures.conflicts,
        )
    )
    size = _("{size} on the disk").format(size=_bytes(figures.size))
    if figures.index:
        size += ", " + _("{size} of it the index").format(size=_bytes(figures.index))
    page.print(size)


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", "\u202f")


def _bytes(size: int) -> str:
    megabytes = size / 1_000_000
    return f"{megabytes:.1f} MB" if megabytes >= 1 else f"{size / 1000:.1f} kB"
