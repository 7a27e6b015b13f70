"""An alignment as text, JSON, a bead file or a page to look at."""

import json
from collections import Counter
from collections.abc import Callable
from html import escape

from termaccord.formats import beads
from termaccord.interfaces.translation import _, plural
from termaccord.model import Alignment, Bead, Document

SHAKY = 0.5
"""Below this confidence a bead is shown as doubtful."""


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


_PAGE = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; --line: #8884; --doubt: #e0a80033; --gone: #d0404022; }}
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem auto; max-width: 80rem; padding: 0 1rem; }}
h1 {{ font-size: 1.2rem; overflow-wrap: anywhere; }}
.bead {{ display: grid; grid-template-columns: 3rem 1fr 1fr; gap: 1rem; padding: .6rem .4rem; }}
.bead {{ border-top: 1px solid var(--line); }}
.bead p {{ margin: 0 0 .3rem; }}
.score {{ font-variant-numeric: tabular-nums; opacity: .7; }}
.doubt {{ background: var(--doubt); }}
.gone {{ background: var(--gone); }}
@media (max-width: 40rem) {{
  .bead {{ grid-template-columns: 2.5rem 1fr; }}
  .bead > :last-child {{ grid-column: 2; }}
}}
</style>
<h1>{title}</h1>
<p>{summary}</p>
{beads}
</html>
"""


def as_html(aligned: Alignment) -> str:
    """One self-contained page: both texts side by side, doubtful beads and omissions coloured."""
    title = escape(f"{aligned.source.path} ⇄ {aligned.target.path}")
    counted = ", ".join(f"{kind}: {count}" for kind, count in kinds(aligned).items())
    summary = escape(_("Beads by kind: {counts}").format(counts=counted))
    return _PAGE.format(
        title=title, summary=summary, beads="\n".join(_row(aligned, b) for b in aligned.beads)
    )


def _row(aligned: Alignment, bead: Bead) -> str:
    def side(document: Document, indexes: range) -> str:
        sentences = "".join(f"<p>{escape(document.segments[i].text)}</p>" for i in indexes)
        return f'<div lang="{escape(document.language)}">{sentences or "—"}</div>'

    empty = not bead.source or not bead.target
    look = " gone" if empty else " doubt" if bead.score < SHAKY else ""
    score = f'<span class="score">{bead.score:.2f}</span>'
    sides = side(aligned.source, bead.source) + side(aligned.target, bead.target)
    return f'<div class="bead{look}">{score}{sides}</div>'


RENDERINGS: dict[str, Callable[[Alignment], str]] = {
    "text": as_text,
    "json": as_json,
    "beads": as_beads,
    "html": as_html,
}
