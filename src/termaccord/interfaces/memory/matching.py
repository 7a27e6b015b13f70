"""What a memory knows of segments, as text and JSON."""

import json
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import MatchKind, Piece, SegmentMatch
from termaccord.project.memory.asking import Answer

BANDS = ((101, "bold green"), (100, "green"), (95, "cyan"), (85, "yellow"), (0, "red"))
"""From which score on a match is shown in which colour."""
_STYLES = {"deleted": "strike red", "inserted": "green"}
_MARKS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}


def kind_name(kind: MatchKind) -> str:
    """How a memory knows a segment, in the user's language."""
    names = {MatchKind.CONTEXT: _("in context"), MatchKind.EXACT: _("exact"), MatchKind.FUZZY: _("fuzzy")}
    return names[kind]


def as_json(answers: Sequence[Answer], *, listed: bool) -> str:
    """The contract of docs/json.md: an object for a query, a list of them for several."""
    found = [_answer(answer) for answer in answers]
    return json.dumps(found if listed else found[0], ensure_ascii=False, indent=1) + "\n"


def _answer(answer: Answer) -> dict[str, object]:
    place = {"path": answer.path, "number": answer.number} if answer.path else {}
    return {"query": answer.query, **place, "matches": [_match(match) for match in answer.matches]}


def _match(match: SegmentMatch) -> dict[str, object]:
    return {
        "score": match.score,
        "kind": match.kind.value,
        "repaired": match.repaired,
        "source": match.source,
        "target": match.target,
        "characters": match.characters,
        "words": match.words,
        "stems": match.stems,
        "penalties": [
            {"reason": p.reason, "points": p.points, "message": spoken(p.message)} for p in match.penalties
        ],
        "substitutions": [{"kind": s.kind, "old": s.old, "new": s.new} for s in match.substitutions],
        "difference": [{"kind": piece.kind, "text": piece.text} for piece in match.difference],
        "origin": match.stored.origin,
        "unit": match.stored.unit.id,
        "number": match.stored.number,
        "changed": match.stored.changed,
        "confidence": match.stored.confidence,
        "others": match.others,
    }


def print_answers(page: Console, answers: Sequence[Answer]) -> None:
    """For every query its matches, best first."""
    for index, answer in enumerate(answers):
        if index:
            page.print()
        if len(answers) > 1:
            place = f"{answer.path}:{answer.number}: " if answer.path else ""
            page.print(Text(place, style="dim").append(answer.query, style="bold"))
        if not answer.matches:
            page.print(
                _("Nothing like “{query}” stands in the memory.").format(query=answer.query), markup=False
            )
        for match in answer.matches:
            _print_match(page, match)


def _print_match(page: Console, match: SegmentMatch) -> None:
    style = next(style for least, style in BANDS if match.score >= least)
    head = Text(f"{match.score:>3}", style=style).append(f"  {kind_name(match.kind)}", style="dim")
    if match.repaired:
        head.append("  " + _("repaired"), style="bold magenta")
    if match.others:
        head.append(
            "  " + plural("and {count} more like it", "and {count} more like it", match.others), style="dim"
        )
    page.print(head)
    page.print(
        Text("     ").append_text(shown(match.difference, marked=page.no_color or not page.is_terminal))
    )
    page.print(Text("     ").append(match.target, style="bold"))
    for line in _notes(match):
        page.print(Text(f"     {line}", style="dim"))


def shown(difference: Sequence[Piece], *, marked: bool) -> Text:
    """The memory's segment with what the query has instead; with marks where there is no colour."""
    text = Text()
    for piece in difference:
        before, behind = _MARKS.get(piece.kind, ("", "")) if marked else ("", "")
        text.append(f"{before}{piece.text}{behind}", style=_STYLES.get(piece.kind, ""))
    return text


def _notes(match: SegmentMatch) -> list[str]:
    """What it is worth, what has been put right, and where it comes from."""
    alike = _("characters {characters} %, words {words} %").format(
        characters=match.characters, words=match.words
    )
    if match.stems is not None:
        alike += ", " + _("stems {stems} %").format(stems=match.stems)
    notes = [alike] if match.score < 100 else []
    notes += [f"−{penalty.points}  {spoken(penalty.message)}" for penalty in match.penalties]
    notes += [f"{s.old or '∅'} → {s.new or '∅'}" for s in match.substitutions]
    unit = f" · {match.stored.unit.id}" if match.stored.unit.id else ""
    when = f" · {match.stored.changed[:4]}-{match.stored.changed[4:6]}-{match.stored.changed[6:8]}"
    return [*notes, f"{match.stored.origin}{unit}{when if match.stored.changed else ''}"]
