"""Ranges of years, or dashes between words, are written in two ways in one document."""

import re
from collections.abc import Iterator

from termaccord.lint.rule import Case, Mark, Page, Rule, Scope, Text
from termaccord.model import Place, Rendering, Severity, Span, say

_YEARS = re.compile(
    r"(?<![\w.,/-])(?:1[5-9]|20)\d\d(?P<dash> ?[-‐‑–—] ?)(?:(?:1[5-9]|20)\d\d|\d\d)(?![\w/]|[-–.]\d)"
)
_WORDS = re.compile(r"(?<=[\w.,;:!?)»”’%])(?P<dash> [-–—] )(?=[\w(«“‘])")
_QUOTED = re.compile(r"“[^”\n]{1,300}”|«[^»\n]{1,300}»|\"[^\"\n]{1,300}\"|(?<!\w)‘[^’\n]{1,300}’(?!\w)")
_HYPHENS = "-‐‑"

Use = tuple[Text, Span, str]
"""A text, where a range or a dash stands in it, and how it is written."""


def check(page: Page) -> Iterator[Mark]:
    years = [u for text in page.texts for u in _uses(text, _YEARS)]
    yield from _marks(years)
    dashes = [u for text in page.texts for u in _uses(text, _WORDS)]
    if any(style.strip() in _HYPHENS for _, _, style in dashes):
        yield from _marks(dashes)


def _uses(text: Text, pattern: re.Pattern[str]) -> Iterator[Use]:
    """Outside of quotation marks, where another hand may have set them."""
    quoted = [m.span() for m in _QUOTED.finditer(text.text)]
    for match in pattern.finditer(text.text):
        if not any(start < match.start() < end for start, end in quoted):
            span = match.span() if pattern is _YEARS else match.span("dash")
            yield text, Span(*span), match["dash"]


def _marks(uses: list[Use]) -> Iterator[Mark]:
    styles: dict[str, list[Use]] = {}
    for use in uses:
        styles.setdefault(use[2], []).append(use)
    if len(styles) < 2:
        return
    ranked = sorted(styles, key=lambda s: (-len(styles[s]), s.strip() in _HYPHENS, s))
    preferred, others = ranked[0], [u for style in ranked[1:] for u in styles[style]]
    text, span, style = min(others, key=lambda u: (u[0].start + u[1].start, u[1]))
    yield Mark(
        span,
        say(
            "“{written}” beside “{other}”: two kinds of dash in one document",
            written=span.of(text.text).strip(),
            other=styles[preferred][0][1].of(styles[preferred][0][0].text).strip(),
        ),
        preferred=span.of(text.text).replace(style, preferred),
        why=say("most dashes of this kind here are “{dash}”", dash=preferred),
        text=text,
        variants=tuple(_rendering(styles[s], "preferred" if s == preferred else "") for s in ranked),
    )


def _rendering(uses: list[Use], status: str) -> Rendering:
    places: list[Place] = [text.place(span) for text, span, _ in uses]
    text, span, _ = uses[0]
    return Rendering(span.of(text.text), tuple(places), status)


MIXED_DASHES = Rule(
    code="L02",
    name="mixed-dashes",
    scope=Scope.DOCUMENT,
    severity=Severity.INFO,
    summary=say("ranges of years or dashes between words are written in two ways in one document"),
    reason=say(
        "A reader takes it for the work of two hands, and a search for the one form misses the other."
    ),
    source="Chicago Manual of Style (17th ed.), 6.75–6.91; Милчин, Чельцова: Справочник издателя и автора (2018)",
    check=check,
    cases=(
        Case(target="План на ⟦2026–2030⟧ годы и план на ⟦2021-2025⟧ годы."),
        Case(target="It rained⟦ – ⟧a lot⟦ - ⟧all day.", languages=("ru", "en")),
        Case(target="Планы на 2026–2030 и 2021–2025 годы, учение «Заслон-2025»."),
        Case(target="Открыто 2025-11-27; a well-known plan for 2026-2030.", languages=("ru", "en")),
        Case(target="MOSKOW – A day in the north-east, 5-7 June.", languages=("ru", "en")),
    ),
)
