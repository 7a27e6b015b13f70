"""What files are and what is wrong with them, as people and programs read it."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.reports import rendered
from termaccord.interfaces.reports.plain import COLOURS
from termaccord.interfaces.reports.quotes import shown
from termaccord.interfaces.reports.structured import as_record
from termaccord.interfaces.reports.wording import counted, where
from termaccord.interfaces.translation import _, plural, spoken
from termaccord.model import Severity
from termaccord.project.lint import Report
from termaccord.project.validation.validate import Judgement

FORMATS = ("text", "json", "sarif", "github")


def print_judgement(page: Console, judged: Judgement, *, quiet: bool = False) -> None:
    """What a file is, and every finding with its line; of a valid file nothing where only faults are wanted."""
    if judged.valid and not judged.findings and quiet:
        return
    head = Text(shown(judged.name), style="bold").append(": ", "not bold")
    page.print(head.append(_standing(judged), "not bold green" if judged.valid else "not bold red"))
    remarks = "; ".join(_remarks(judged))
    if remarks and not quiet:
        page.print(Text(f"  {remarks}", style="dim"))
    for finding in judged.findings:
        line = Text("  ").append(shown(where(finding.place)), "bold").append(": ")
        line.append(f"{finding.code} ", COLOURS[finding.severity])
        page.print(line.append(shown(spoken(finding.message)), "default"))


def _standing(judged: Judgement) -> str:
    if not judged.readable:
        return _("cannot be read")
    if judged.valid:
        return _("valid {standard}").format(standard=judged.against)
    return _("not valid {standard}: {count}").format(
        standard=judged.against or _("(no version named)"), count=_counted(judged)
    )


def _counted(judged: Judgement) -> str:
    """How many errors there are, and how many warnings of what is shown."""
    errors = plural("{count} error", "{count} errors", judged.errors)
    others = counted([one for one in judged.findings if one.severity is Severity.WARNING])
    return ", ".join(part for part in (errors, others) if part)


def _remarks(judged: Judgement) -> Iterator[str]:
    if not judged.readable:
        return
    if judged.claims != judged.against:
        yield _("it claims to be {standard}").format(standard=judged.claims)
    also = [title for title in judged.titles if title != judged.against]
    if also:
        yield _("it satisfies {standards}").format(standards=", ".join(also))
    for remark in judged.remarks:
        yield spoken(remark)


def summary(all_judged: Sequence[Judgement]) -> str:
    """How many files there were, and how many of them are valid."""
    good = sum(judged.valid for judged in all_judged)
    return plural("{count} file, {good} valid.", "{count} files, {good} valid.", len(all_judged), good=good)


def as_report(all_judged: Sequence[Judgement], form: str) -> bytes:
    """All findings in a form that `lint` knows too; JSON says of each file what it is."""
    if form == "json":
        return _as_json(all_judged).encode()
    findings = tuple(finding for judged in all_judged for finding in judged.findings)
    return rendered(form, Report(findings, (), (), tuple(judged.name for judged in all_judged)))


def _as_json(all_judged: Sequence[Judgement]) -> str:
    findings = [as_record(finding) for judged in all_judged for finding in judged.findings]
    counts = {
        "files": len(all_judged),
        "valid": sum(judged.valid for judged in all_judged),
        "unreadable": sum(not judged.readable for judged in all_judged),
    }
    answer = {"files": [_file(judged) for judged in all_judged], "findings": findings, "summary": counts}
    return json.dumps(answer, ensure_ascii=False, indent=1) + "\n"


def _file(judged: Judgement) -> dict[str, Any]:
    return {
        "path": judged.name,
        "kind": judged.kind.value or None,
        "claims": judged.claims or None,
        "against": judged.against or None,
        "satisfies": list(judged.satisfies),
        "valid": judged.valid,
        "readable": judged.readable,
        "errors": judged.errors,
        "remarks": [spoken(remark) for remark in judged.remarks],
    }
