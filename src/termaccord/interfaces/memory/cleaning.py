"""What cleaning has found, as text and JSON."""

import json
from collections import Counter

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import Severity
from termaccord.project.memory.cleaning.clean import Cleaning
from termaccord.project.memory.cleaning.kinds import KINDS, Action, Flaw

WIDEST = 100
"""Characters of a segment that are shown."""
STYLES = {Action.DROP: "bold red", Action.CHANGE: "bold yellow", Action.TELL: "bold cyan"}


def action_name(action: Action) -> str:
    """What is done about a flaw, in the user's language."""
    return {Action.DROP: _("drop"), Action.CHANGE: _("change"), Action.TELL: _("look")}[action]


def as_json(cleaning: Cleaning) -> str:
    """The contract of docs/json.md."""
    flaws = [_flaw(flaw) for flaw in cleaning.flaws]
    return json.dumps({"flaws": flaws, "summary": summary(cleaning)}, ensure_ascii=False, indent=1) + "\n"


def summary(cleaning: Cleaning) -> dict[str, object]:
    """Units and flaws counted."""
    flaws = cleaning.flaws
    return {
        "files": len(cleaning.files),
        "units": sum(file.units for file in cleaning.files),
        "dropped": units_with(cleaning, Action.DROP),
        "changed": units_with(cleaning, Action.CHANGE),
        "kinds": {kind.name: n for kind in KINDS if (n := sum(f.kind == kind.name for f in flaws))},
    }


def units_with(cleaning: Cleaning, action: Action) -> int:
    """How many units something is done about."""
    return sum(len({f.number for f in file.flaws if f.action is action}) for file in cleaning.files)


def _flaw(flaw: Flaw) -> dict[str, object]:
    variant = flaw.unit.variants[flaw.variant] if flaw.variant is not None else None
    return {
        "kind": flaw.kind,
        "action": flaw.action.value,
        "severity": flaw.severity.value,
        "message": spoken(flaw.message),
        "path": flaw.place.file,
        "line": flaw.place.line,
        "unit": flaw.unit.id,
        "language": variant.language if variant else None,
        "segments": [{"language": v.language, "text": v.text} for v in flaw.unit.variants],
        "edits": [
            {"start": e.place.span.start, "end": e.place.span.end, "replacement": e.replacement}
            for e in flaw.edits
            if e.place.span
        ],
        "related": [{"path": p.file, "line": p.line, "unit": p.unit} for p in flaw.related],
    }


def print_cleaning(page: Console, cleaning: Cleaning, *, quiet: bool) -> None:
    """A flaw each with its unit, as compilers print, and what it all comes to."""
    for flaw in cleaning.flaws:
        _print_flaw(page, flaw)
    if not quiet:
        _print_summary(page, cleaning)


def _print_flaw(page: Console, flaw: Flaw) -> None:
    head = Text(f"{flaw.place.file}:{flaw.place.line}: ")
    head.append(flaw.kind, style=STYLES[flaw.action] if flaw.severity is not Severity.INFO else "dim")
    head.append(f" [{action_name(flaw.action)}] ", style="dim").append(spoken(flaw.message))
    page.print(head)
    shown = (
        (flaw.variant,)
        if flaw.variant is not None and (flaw.edits or flaw.variant not in flaw.sides)
        else flaw.sides
    )
    for n in shown:
        if n < len(flaw.unit.variants):
            variant = flaw.unit.variants[n]
            page.print(Text(f"    {variant.language}: ", style="dim").append(_short(variant.text)))


def _short(text: str) -> str:
    flat = text.replace("\n", "⏎")
    return flat if len(flat) <= WIDEST else flat[: WIDEST - 1] + "…"


def _print_summary(page: Console, cleaning: Cleaning) -> None:
    counts = Counter((flaw.kind, flaw.action) for flaw in cleaning.flaws)
    wide = max(len(action_name(action)) for action in Action) + 2
    for kind in KINDS:
        for action in Action:
            if count := counts[kind.name, action]:
                row = Text(f"{count:>7}  ").append(f"{kind.name:<15}", style=STYLES[action])
                page.print(
                    row.append(f"{action_name(action):<{wide}}", style="dim").append(spoken(kind.summary))
                )
    units = sum(file.units for file in cleaning.files)
    files = plural("{count} file", "{count} files", len(cleaning.files))
    dropped = plural("{count} would go", "{count} would go", units_with(cleaning, Action.DROP))
    changed = plural("{count} would change", "{count} would change", units_with(cleaning, Action.CHANGE))
    page.print(
        _("{units} in {files}: {dropped}, {changed}.").format(
            units=plural("{count} unit", "{count} units", units),
            files=files,
            dropped=dropped,
            changed=changed,
        ),
        markup=False,
    )
