"""What a memory shows of words, as text and JSON."""

import json
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, plural
from termaccord.model import Span
from termaccord.model.concordance import Concordance, ConcordanceHit, Counterpart

MOST = 6
"""Renderings of a language that are listed."""


def as_json(found: Concordance) -> str:
    """The contract of docs/json.md."""
    answer = {
        "query": found.query,
        "total": found.total,
        "examined": found.examined,
        "renderings": [{"language": r.language, "text": r.text, "count": r.count} for r in found.renderings],
        "hits": [_hit(hit) for hit in found.hits],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _hit(hit: ConcordanceHit) -> dict[str, object]:
    return {
        "origin": hit.stored.origin,
        "unit": hit.stored.unit.id,
        "changed": hit.stored.changed,
        "confidence": hit.stored.confidence,
        "others": hit.others,
        "language": hit.language,
        "text": hit.text,
        "spans": _spans(hit.text, hit.spans),
        "counterparts": [_counterpart(side) for side in hit.counterparts],
    }


def _counterpart(side: Counterpart) -> dict[str, object]:
    return {
        "language": side.language,
        "text": side.text,
        "spans": _spans(side.text, side.spans),
        "evidence": side.evidence or None,
    }


def _spans(text: str, spans: Sequence[Span]) -> list[dict[str, object]]:
    return [{"start": span.start, "end": span.end, "text": span.of(text)} for span in spans]


def print_concordance(page: Console, found: Concordance) -> None:
    """A hit each with both sides, the words and what renders them marked, and how often they are rendered how."""
    if not found.hits:
        page.print(_("“{query}” stands nowhere in the memory.").format(query=found.query), markup=False)
        return
    for hit in found.hits:
        _print_hit(page, hit)
    hits = plural("{count} unit", "{count} units", found.total)
    page.print(_("Found in {units}.").format(units=hits), markup=False)
    _print_renderings(page, found)


def _print_hit(page: Console, hit: ConcordanceHit) -> None:
    page.print(_line(hit.language, hit.text, hit.spans, "bold yellow"))
    for side in hit.counterparts:
        page.print(_line(side.language, side.text, side.spans, "bold green"))
    where = Text(f"      {hit.stored.origin}", style="dim")
    if hit.stored.unit.id:
        where.append(f"  {hit.stored.unit.id}")
    if hit.others:
        where.append("  " + plural("and {count} like it", "and {count} like it", hit.others))
    page.print(where)


def _line(language: str, text: str, spans: Sequence[Span], style: str) -> Text:
    """A side with its marked words; where no colours are shown, between brackets."""
    line = Text(f"{language:<5} ", style="dim")
    at = 0
    for span in spans:
        line.append(text[at : span.start], style="not dim")
        line.append(f"⟦{span.of(text)}⟧", style=f"not dim {style}")
        at = span.end
    return line.append(text[at:], style="not dim")


def _print_renderings(page: Console, found: Concordance) -> None:
    for language in dict.fromkeys(one.language for one in found.renderings):
        mine = [one for one in found.renderings if one.language == language]
        said = ", ".join(f"{one.text} — {one.count}" for one in mine[:MOST])
        more = ", …" if len(mine) > MOST else ""
        page.print(
            _("renderings ({language}): {renderings}").format(language=language, renderings=said + more),
            markup=False,
        )
    if found.renderings and found.examined < found.total:
        page.print(
            _("counted in the {examined} newest and nearest").format(examined=found.examined),
            style="dim",
            markup=False,
        )
