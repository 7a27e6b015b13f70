"""An alignment as text, JSON, a bead file or a page to look at."""

import json
from collections import Counter
from collections.abc import Callable

from termaccord.formats import beads
from termaccord.interfaces import alignment_page
from termaccord.interfaces.alignment_page import SHAKY
from termaccord.interfaces.translation import _, plural
from termaccord.model import Alignment, Bead, Document


def kinds(aligned: Alignment) -> dict[str, int]:
    """How many beads there are of each kind, such as 1-1 or 2-1, most frequent first."""
    counts = Counter(f"{len(b.source)}-{len(b.target)}" for b in aligned.beads)
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def left_out(count: int, least: float) -> str:
    """The sentence that says how many beads were too doubtful for a memory."""
    said = plural("{count} bead", "{count} beads", count)
    return _("{beads} below confidence {least} left out").format(beads=said, least=least)


def as_json(aligned: Alignment) -> str:
    """The contract of docs/json.md."""

    def side(document: Document) -> dict[str, object]:
        segments = [{"start": s.span.start, "end": s.span.end, "text": s.text} for s in document.segments]
        return {"path": document.path, "language": document.language, "segments": segments}

    answer = {
        "source": side(aligned.source),
        "target": side(aligned.target),
        "beads": [
            {"source": list(b.source), "target": list(b.target), "score": round(b.score, 4)}
            for b in aligned.beads
        ],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def as_beads(aligned: Alignment) -> str:
    """`[4]:[5, 6]`, a bead a line, as vecalign and bertalign have it."""
    return beads.serialize(aligned.beads).decode()


def as_text(aligned: Alignment) -> str:
    """Two lines and a blank one for each bead, its confidence in front; doubtful ones are marked."""
    lines = []
    for bead in aligned.beads:
        source, target = _sides(aligned, bead)
        doubt = " ?" if bead.source and bead.target and bead.score < SHAKY else ""
        lines.append(f"{bead.score:4.2f}{doubt}  {source or '—'}\n      {target or '—'}\n")
    counted = ", ".join(f"{kind}: {count}" for kind, count in kinds(aligned).items())
    return "\n".join([*lines, _("Beads by kind: {counts}").format(counts=counted)]) + "\n"


def _sides(aligned: Alignment, bead: Bead) -> tuple[str, str]:
    source = " ".join(" ".join(aligned.source.segments[i].text.split()) for i in bead.source)
    target = " ".join(" ".join(aligned.target.segments[i].text.split()) for i in bead.target)
    return source, target


def as_html(aligned: Alignment) -> str:
    """One self-contained page: both texts side by side, doubtful beads and omissions marked."""
    return alignment_page.as_html(aligned, kinds(aligned))


RENDERINGS: dict[str, Callable[[Alignment], str]] = {
    "text": as_text,
    "json": as_json,
    "beads": as_beads,
    "html": as_html,
}
