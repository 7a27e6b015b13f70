"""The rules, as a list and as pages: for a terminal, as Markdown, as JSON."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.reports.wording import severity_name
from termaccord.interfaces.translation import _, spoken
from termaccord.lint.rule import Case, Rule, Scope
from termaccord.model import Severity

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}


def scope_name(scope: Scope) -> str:
    """What a rule looks at, in the user's language."""
    names = {
        Scope.CORPUS: _("all texts together"),
        Scope.DOCUMENT: _("one text as a whole"),
        Scope.PASSAGE: _("one passage, beside its original where there is one"),
        Scope.MEMORY: _("a translation memory"),
        Scope.GLOSSARY: _("a glossary"),
        Scope.SUPPRESSION: _("comments that suppress findings"),
    }
    return names[scope]


def print_list(page: Console, rules: Sequence[Rule]) -> None:
    """A line a rule, under what it looks at."""
    widest = max(len(rule.name) for rule in rules)
    for scope in dict.fromkeys(rule.scope for rule in rules):
        page.print(Text(scope_name(scope), style="bold"))
        for rule in (r for r in rules if r.scope is scope):
            line = Text(f"  {rule.code}  ", COLOURS[rule.severity]).append(
                f"{rule.name:<{widest}}  ", "default"
            )
            page.print(line.append(spoken(rule.summary), "dim"))
        page.print()
    page.print(_("“termaccord rules CODE” shows the page of a rule."), markup=False)


def print_pages(page: Console, rules: Sequence[Rule]) -> None:
    """Each rule with its reason, its source and its examples; what it marks is underlined."""
    for number, rule in enumerate(rules):
        if number:
            page.print()
        _print_page(page, rule)


def _print_page(page: Console, rule: Rule) -> None:
    page.print(Text(f"{rule.code} {rule.name}", style="bold"))
    page.print(Text(f"{_sentence(rule.summary)} {_sentence(rule.reason)}"))
    page.print()
    for name, said in _facts(rule):
        page.print(Text(f"{name}: ", style="dim").append(said, "default"))
    for title, cases in _examples(rule):
        if cases:
            page.print()
            page.print(Text(title, style="bold"))
        for number, case in enumerate(cases):
            if number:
                page.print()
            for line in _lines(case):
                page.print(Text("  ").append_text(_underlined(line)))


def _sentence(message: str) -> str:
    said = spoken(message)
    return f"{said[:1].upper()}{said[1:].rstrip('.')}."


def _facts(rule: Rule) -> Iterator[tuple[str, str]]:
    yield _("severity"), severity_name(rule.severity)
    yield _("looks at"), scope_name(rule.scope)
    yield _("source"), rule.source
    if not rule.default:
        yield _("runs"), _("only when it is selected")


def speaks(case: Case) -> bool:
    """Whether the rule marks something in the example."""
    return any("⟦" in text for text in (case.source, case.target, case.glossary, *case.texts))


def _examples(rule: Rule) -> tuple[tuple[str, list[Case]], ...]:
    return (
        (_("Marked"), [c for c in rule.cases if speaks(c)]),
        (_("Left alone"), [c for c in rule.cases if not speaks(c)]),
    )


def _lines(case: Case) -> Iterator[str]:
    """An example as it is read: what is known first, then the texts."""
    known = ((_("glossary"), case.glossary), (_("names"), case.concepts))
    for name, written in known:
        yield from (f"{name}: {line.strip()}" for line in written.splitlines() if line.strip())
    if case.source:
        yield f"{case.languages[0]}: {case.source}"
    if case.target:
        yield f"{case.languages[1]}: {case.target}"
    yield from case.texts


def _underlined(line: str) -> Text:
    text = Text()
    for number, part in enumerate(re.split("[⟦⟧]", line)):
        text.append(f"⟦{part}⟧" if number % 2 else part, "bold magenta" if number % 2 else "default")
    return text


def as_json(rules: Sequence[Rule]) -> str:
    """The contract of docs/json.md."""
    return json.dumps({"rules": [_record(rule) for rule in rules]}, ensure_ascii=False, indent=1) + "\n"


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "code": rule.code,
        "name": rule.name,
        "scope": rule.scope.value,
        "severity": rule.severity.value,
        "default": rule.default,
        "summary": spoken(rule.summary),
        "reason": spoken(rule.reason),
        "source": rule.source,
        "examples": [{"marked": speaks(case), "lines": list(_lines(case))} for case in rule.cases],
    }


def as_markdown(rules: Sequence[Rule]) -> str:
    """A chapter a scope, a section a rule."""
    parts = []
    for scope in dict.fromkeys(rule.scope for rule in rules):
        title = scope_name(scope)
        parts.append(f"## {title[:1].upper()}{title[1:]}\n")
        parts += [_section(rule) for rule in rules if rule.scope is scope]
    return "\n".join(parts)


def _section(rule: Rule) -> str:
    facts = "\n".join(f"- {name}: {said}" for name, said in _facts(rule) if said != scope_name(rule.scope))
    parts = [
        f"### {rule.code} {rule.name}\n",
        f"{_sentence(rule.summary)} {_sentence(rule.reason)}\n",
        f"{facts}\n",
    ]
    for title, cases in _examples(rule):
        if cases:
            blocks = "\n\n".join("\n".join(_lines(case)) for case in cases)
            parts.append(f"{title}:\n\n```text\n{blocks}\n```\n")
    return "\n".join(parts)
