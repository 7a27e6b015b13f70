"""What an import did: counts, what was added, and conflicts side by side, as text and JSON."""

import json
from typing import Any

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.flowing import flow
from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import Message
from termaccord.project.terms.merging.importing import Imported
from termaccord.project.terms.merging.outcome import Conflict, Matter, Outcome, Prefer, Verdict

SHOWN = 50
"""Concepts with conflicts that a text shows; JSON has all."""


def print_imported(page: Console, imported: Imported, trial: bool, verbose: bool) -> None:
    """The counts in one line, on demand what was added, and the conflicts that are open."""
    if verbose:
        for one in imported.outcomes:
            if one.said:
                flow(page, "", Text(f"{one.ours}: {'; '.join(spoken(said) for said in one.said)}"))
    undecided = [one for one in imported.outcomes if one.open]
    for one in undecided[:SHOWN]:
        _print_conflicts(page, one)
    if len(undecided) > SHOWN:
        left = len(undecided) - SHOWN
        page.print(
            plural(
                "and one concept more; --format json shows all",
                "and {count} concepts more; --format json shows all",
                left,
            )
        )
    flow(page, "", Text(summary(imported, trial)))
    if undecided:
        flow(page, "", Text(_("Decide with --prefer ours, --prefer theirs or --add, or edit the concepts.")))


def summary(imported: Imported, trial: bool) -> str:
    """The counts as one sentence."""
    counts = imported.counts
    sentence = (
        _("{file} would get: new {new}, extended {added}, unchanged {same}, in conflict {conflict}.")
        if trial
        else _("{file}: new {new}, extended {added}, unchanged {same}, in conflict {conflict}.")
    )
    said = sentence.format(
        file=imported.target,
        new=counts[Verdict.NEW],
        added=counts[Verdict.ADDED],
        same=counts[Verdict.SAME],
        conflict=sum(bool(one.open) for one in imported.outcomes),
    )
    if left := counts[Verdict.LEFT_OUT]:
        said += " " + _("Left out: {count}.").format(count=left)
    return said


def _print_conflicts(page: Console, outcome: Outcome) -> None:
    """Ours and theirs, one over the other, so that they can be compared letter by letter."""
    head = _("{name} ({id}) and {theirs} of {file}:").format(
        name=outcome.name, id=outcome.ours, theirs=outcome.theirs.id, file=outcome.file
    )
    flow(page, "", Text(head, style="bold"))
    ours, theirs = _("ours"), _("theirs")
    width = max(len(ours), len(theirs))
    for one in outcome.open:
        flow(page, "  ", Text(matter_name(one), style="yellow"))
        flow(page, f"    {ours:<{width}}  ", Text(one.ours))
        flow(page, f"    {theirs:<{width}}  ", Text(one.theirs))


def matter_name(conflict: Conflict) -> str:
    """What two glossaries contradict each other in."""
    names = {
        Matter.RENDERING: _("“{term}” is rendered otherwise ({language})"),
        Matter.PREFERRED: _("another term is preferred ({language})"),
        Matter.STATUS: _("“{term}” has another status ({language})"),
        Matter.DEFINITION: _("another definition"),
        Matter.HOMONYM: _("the same term in another subject field"),
        Matter.ID: _("the same id for another concept"),
        Matter.SEVERAL: _("several concepts fit as well"),
        Matter.FIELD: _("another value"),
    }
    return names[conflict.matter].format(term=conflict.term, language=conflict.language)


def as_json(imported: Imported, trial: bool) -> str:
    """The contract of docs/json.md."""
    answer: dict[str, Any] = {
        "target": imported.target,
        "written": not trial,
        "counts": {verdict.value: count for verdict, count in imported.counts.items()},
        "open": len(imported.open),
        "concepts": [_record(one) for one in imported.outcomes],
    }
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _record(outcome: Outcome) -> dict[str, Any]:
    return {
        "file": outcome.file,
        "theirs": outcome.theirs.id,
        "terms": [
            {"language": s.language, "text": t.text} for s in outcome.theirs.languages for t in s.terms
        ],
        "verdict": outcome.verdict.value,
        "ours": outcome.ours,
        "added": [spoken(said) if isinstance(said, Message) else said for said in outcome.said],
        "conflicts": [
            {
                "matter": one.matter.value,
                "language": one.language,
                "term": one.term,
                "ours": one.ours,
                "theirs": one.theirs,
                "decided": "both" if one.both else one.decided.value or _undecided(one),
            }
            for one in outcome.conflicts
        ],
    }


def _undecided(conflict: Conflict) -> str | None:
    """Fields stay as ours are without being asked for."""
    return None if conflict.open else Prefer.OURS.value
