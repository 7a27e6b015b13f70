"""What has been filled, as text and JSON."""

import json
from collections import Counter
from collections.abc import Sequence

from rich.console import Console

from termaccord.formats.filling import Made
from termaccord.interfaces.memory.analysis import band_name
from termaccord.interfaces.translation import plural
from termaccord.project.memory.reckoning.bands import Band
from termaccord.project.memory.reckoning.filling import Pretranslated


def as_json(results: Sequence[Pretranslated]) -> str:
    """The contract of docs/json.md."""
    files = [_file(result) for result in results]
    return json.dumps({"files": files, "summary": _summary(results)}, ensure_ascii=False, indent=1) + "\n"


def _file(result: Pretranslated) -> dict[str, object]:
    return {
        "path": result.path,
        "changed": result.changed,
        **_summary((result,)),
        "units": [_unit(one) for one in result.made],
    }


def _unit(made: Made) -> dict[str, object]:
    return {
        "unit": made.fill.unit,
        "score": made.fill.score,
        "standing": made.standing.value,
        "target": made.text,
        "without_codes": made.bare,
        "origin": made.fill.origin,
    }


def _summary(results: Sequence[Pretranslated]) -> dict[str, object]:
    return {
        "filled": sum(len(result.made) for result in results),
        "bands": {band.name: count for band, count in _by_band(results)},
        "several_translations": sum(result.several for result in results),
        "without_codes": sum(result.bare for result in results),
        "left": sum(result.without for result in results),
        "closed": sum(result.closed for result in results),
    }


def _by_band(results: Sequence[Pretranslated]) -> list[tuple[Band, int]]:
    """Units filled in all files by band, best first."""
    counts: Counter[Band] = Counter()
    for result in results:
        counts.update(dict(result.by_band))
    return sorted(counts.items(), key=lambda item: -item[0].least)


def print_results(page: Console, results: Sequence[Pretranslated]) -> None:
    """A line for each file that could be read, and one for all."""
    read = [result for result in results if not result.failed]
    for result in read:
        page.print(f"{result.path}: {_told((result,))}", markup=False)
    if len(read) > 1:
        head = plural("In all, {count} file", "In all, {count} files", len(read))
        page.print(f"{head}: {_told(read)}", style="bold", markup=False)


def _told(results: Sequence[Pretranslated]) -> str:
    filled = plural("{count} segment filled", "{count} segments filled", sum(len(r.made) for r in results))
    bands = ", ".join(f"{band_name(band.name)}: {count}" for band, count in _by_band(results))
    said = [f"{filled} ({bands})" if bands else filled]
    if several := sum(r.several for r in results):
        said.append(
            plural(
                "{count} of them has several translations",
                "{count} of them have several translations",
                several,
            )
        )
    if bare := sum(r.bare for r in results):
        said.append(plural("{count} of them without its codes", "{count} of them without their codes", bare))
    said.append(plural("{count} left", "{count} left", sum(r.without for r in results)))
    if closed := sum(r.closed for r in results):
        said.append(plural("{count} stood already", "{count} stood already", closed))
    return "; ".join(said)
