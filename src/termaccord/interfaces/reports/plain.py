"""Findings as text, in the manner of ruff: where, what, the words underlined, and what now."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from termaccord.interfaces.reports.drawing import Window, window
from termaccord.interfaces.reports.evidence import evidence
from termaccord.interfaces.reports.location import on_disk
from termaccord.interfaces.reports.manner import Manner
from termaccord.interfaces.reports.quotes import Quote, Quotes, shown
from termaccord.interfaces.reports.wording import remedies, severity_name, status_word, summary, where
from termaccord.interfaces.translation import _, plural, spoken
from termaccord.lint.rules import RULES
from termaccord.model import Finding, Place, Rendering, Severity
from termaccord.project.lint import Report

COLOURS = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
WIDTH = 100
"""Of a finding where there is no terminal to fit."""
NARROWEST = 40
PLACES = 2
"""So many places of a rendering are named, unless the evidence is wanted."""
DEFAULT = Manner()


def print_report(page: Console, report: Report, manner: Manner = DEFAULT) -> None:
    """Every finding with its quoted line, its competing forms and what to do; then how many there are."""
    report = on_disk(report)
    if manner.statistics:
        _print_statistics(page, report.findings)
    else:
        width = max(page.width, NARROWEST) if page.is_terminal else WIDTH
        quotes = Quotes(report)
        for finding in report.findings:
            for line in _finding(finding, quotes, report, manner, width):
                page.print(line)
            page.print()
    if not manner.quiet:
        said = f"{summary(report)} {remedies(report.findings)}".rstrip()
        page.print(Text(said, style="bold" if report.findings else "green"))


def _finding(finding: Finding, quotes: Quotes, report: Report, manner: Manner, width: int) -> Iterator[Text]:
    yield _head(finding)
    quote = quotes.line(finding.place, words=finding.text)
    number = str(finding.place.line or finding.place.paragraph or "")
    margin = " " * (len(number) + 1)
    if quote is not None and quote.words:
        yield Text(f"{margin}|", "blue")
        yield from _quoted(finding, quote, number, width)
    else:
        yield _note(margin, "", _label(finding), width)
    if finding.variants:
        yield Text(f"{margin}|", "blue")
        yield from _variants(finding.variants, margin, width, None if manner.explain else PLACES)
    yield from _other_places(finding, quotes, margin, width)
    for name, said in _advice(finding):
        yield _note(margin, name, said, width)
    if manner.explain:
        for name, said in evidence(finding, report, quotes):
            yield _note(margin, name, said, width)


def _head(finding: Finding) -> Text:
    line = Text(f"{shown(where(finding.place))}: ", style="bold")
    line.append(f"{finding.code} ", style=COLOURS[finding.severity])
    return line.append(shown(_said(finding)), "not bold")


def _said(finding: Finding) -> str:
    """The message; of a conflict, whose forms stand below with their counts, what kind of conflict it is."""
    rule = next((r for r in RULES if r.code == finding.code), None)
    if rule is None or not finding.variants:
        return spoken(finding.message)
    return _("{summary}: “{name}”").format(summary=spoken(rule.summary), name=finding.variants[0].text)


def _label(finding: Finding) -> str:
    return (
        f"{severity_name(finding.severity)}: {finding.rule}"
        if finding.rule
        else severity_name(finding.severity)
    )


def _quoted(finding: Finding, quote: Quote, number: str, width: int) -> Iterator[Text]:
    colour, label = COLOURS[finding.severity], _label(finding)
    margin = f"{' ' * len(number)} | "
    room = width - len(margin)
    seen = window(quote, room)
    if _too_long(seen, label, room):
        # The label moves the words to the left, unless they leave it no room.
        smaller = window(quote, room - cell_len(label) - 1)
        seen = smaller if smaller.words == seen.words else seen
    line = Text(f"{number} | ", "blue").append(seen.before, "default").append(seen.words, colour)
    yield line.append(seen.after, "default")
    under = Text(margin, "blue").append(" " * seen.indent).append("^" * seen.underlined, colour)
    if not _too_long(seen, label, room):
        yield under.append(f" {label}", colour)
        return
    yield under
    yield Text(margin, "blue").append(label, colour)


def _too_long(seen: Window, label: str, room: int) -> bool:
    return seen.indent + seen.underlined + 1 + cell_len(label) > room


def _variants(variants: Sequence[Rendering], margin: str, width: int, limit: int | None) -> Iterator[Text]:
    counts = [len(v.places) for v in variants]
    digits = len(str(max(counts)))
    for variant, count in zip(variants, counts, strict=True):
        good = variant.status in ("preferred", "admitted")
        status = f" ({status_word(variant.status)})" if variant.status else ""
        note = f"; {shown(spoken(variant.note))}" if variant.note else ""
        line = Text(f"{margin}= ", "blue").append(f"{count:>{digits}}× ", "dim")
        line.append(shown(variant.text), "green" if good else "magenta").append(status, "dim")
        line.append(f"  {_places(variant.places, limit)}{note}", "dim")
        yield _hanging(line, len(margin) + digits + 4, width)


def _places(places: Sequence[Place], limit: int | None) -> str:
    named = ", ".join(shown(where(p)) for p in places[:limit])
    more = len(places) - len(places[:limit])
    if not more:
        return named
    return _("{places} and {more}").format(places=named, more=plural("{count} more", "{count} more", more))


def _other_places(finding: Finding, quotes: Quotes, margin: str, width: int) -> Iterator[Text]:
    """The original's passage, the concept's entry: what the finding is measured by."""
    for place in finding.related:
        quote = quotes.sentence(place)
        foreign = quote is not None and quote.language != quotes.language_of(finding)
        name = _("original") if foreign else _("see")
        line = Text(f"{margin}= ", "blue").append(f"{name}: ", "bold default")
        here = finding.place.unit and (place.file, place.unit) == (finding.place.file, finding.place.unit)
        if quote is None or not here:
            line.append(f"{shown(where(place))}  ", "dim" if quote else "default")
        if quote is not None:
            whole = not quote.before.strip() and not quote.after.strip()
            seen = window(quote, width)
            line.append(seen.before, "default")
            line.append(seen.words, "default" if whole else "bold").append(seen.after, "default")
        yield _hanging(line, len(margin) + 2, width)


def _advice(finding: Finding) -> Iterator[tuple[str, str]]:
    if finding.preferred:
        yield _("help"), _remedy(finding)
    if finding.why:
        yield _("why"), shown(spoken(finding.why))


def _remedy(finding: Finding) -> str:
    preferred = shown(finding.preferred)
    if not finding.edits:
        return _("write “{preferred}”").format(preferred=preferred)
    if all(e.safe for e in finding.edits):
        return _("write “{preferred}”; --fix does it").format(preferred=preferred)
    return _("write “{preferred}”; --fix --unsafe-fixes does it").format(preferred=preferred)


def _note(margin: str, name: str, said: str, width: int) -> Text:
    line = Text(f"{margin}= ", "blue")
    if name:
        line.append(f"{name}: ", "bold default")
    return _hanging(line.append(said, "default"), len(margin) + 2, width)


def _hanging(line: Text, indent: int, width: int) -> Text:
    """The line broken to the width, all but its first part indented."""
    rows = line.wrap(_MEASURE, width - indent)
    first, *rest = rows
    first.rstrip()
    for row in rest:
        row.rstrip()
        first.append("\n" + " " * indent).append_text(row)
    return first


_MEASURE = Console(width=WIDTH, no_color=True)
"""Text is broken by a console's idea of letters' widths, whatever the page is."""


def _print_statistics(page: Console, findings: Sequence[Finding]) -> None:
    counts = Counter((f.code, f.rule, f.severity) for f in findings)
    rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    digits = len(str(rows[0][1])) if rows else 1
    widest = max((cell_len(severity_name(severity)) for (_, _, severity), _ in rows), default=0)
    for (code, rule, severity), count in rows:
        line = Text(f"{count:>{digits}}  ").append(
            f"{code}  {severity_name(severity):<{widest}}", COLOURS[severity]
        )
        page.print(line.append(f"  {rule}", "default"))
    if rows:
        page.print()
