"""Gold alignments, a bead a line: ``[4]:[5, 6]``, as vecalign (Thompson and Koehn 2019) writes them."""

import re
from collections.abc import Iterable

from termaccord.formats.reading import Reading
from termaccord.formats.visible.decoding import decode
from termaccord.model import Bead, Finding, Place, Severity, say

_BEAD = re.compile(r"\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\](?:\s*:\s*([-+\d.eE]+|nan))?")


def parse(data: bytes, name: str) -> Reading[tuple[Bead, ...]]:
    """
    Read beads in file order; empty lines and lines that begin with ``#`` are passed over.

    A line that is no bead, or that names indexes out of order or a second time, is left out with an error.
    A third field is the score; vecalign writes a cost there, so only one from 0 to 1 is kept.
    """
    decoded = decode(data, name)
    beads: list[Bead] = []
    findings = list(decoded.findings)
    seen: tuple[set[int], set[int]] = (set(), set())
    for number, line in enumerate(decoded.value.splitlines(), 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        bead = _bead(line)
        if bead is None or _repeats(bead, seen):
            findings.append(_complaint(line, name, number, broken=bead is None))
            continue
        beads.append(bead)
    return Reading(tuple(beads), tuple(findings))


def serialize(beads: Iterable[Bead], *, scores: bool = False) -> bytes:
    """Write beads a line each, in the order given; with their scores as a third field where asked."""
    return "".join(_line(bead, scores=scores) for bead in beads).encode()


def _line(bead: Bead, *, scores: bool) -> str:
    score = f":{bead.score:.6f}" if scores else ""
    return f"{list(bead.source)}:{list(bead.target)}{score}\n"


def _bead(line: str) -> Bead | None:
    match = _BEAD.fullmatch(line.strip())
    if not match:
        return None
    source, target = _range(match.group(1)), _range(match.group(2))
    if source is None or target is None or not (source or target):
        return None
    return Bead(source, target, _score(match.group(3)))


def _range(indexes: str) -> range | None:
    try:
        numbers = [int(part) for part in indexes.split(",")] if indexes.strip() else []
    except ValueError:
        return None
    if not numbers:
        return range(0)
    whole = range(numbers[0], numbers[0] + len(numbers))
    return whole if numbers == list(whole) else None


def _score(text: str | None) -> float:
    try:
        score = float(text) if text else 0.0
    except ValueError:
        return 0.0
    return score if 0.0 <= score <= 1.0 else 0.0


def _repeats(bead: Bead, seen: tuple[set[int], set[int]]) -> bool:
    """Whether an index stands in an earlier bead; notes those of this one."""
    if not seen[0].isdisjoint(bead.source) or not seen[1].isdisjoint(bead.target):
        return True
    seen[0].update(bead.source)
    seen[1].update(bead.target)
    return False


def _complaint(line: str, name: str, number: int, *, broken: bool) -> Finding:
    shown = line.strip()[:60]
    message = (
        say("“{line}” is no bead; write one as [4]:[5, 6]", line=shown)
        if broken
        else say("“{line}” names a segment that stands in an earlier bead; each stands in one", line=shown)
    )
    return Finding("F130", message, Place(name, line=number), Severity.ERROR)
