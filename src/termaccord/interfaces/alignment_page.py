"""An alignment as one self-contained page: both texts side by side, doubtful beads and omissions marked."""

from html import escape

from babel import Locale, UnknownLocaleError

from termaccord.interfaces.translation import _, language, plural
from termaccord.model import Alignment, Bead, Document

SHAKY = 0.5
"""Below this confidence a bead is shown as doubtful."""

_STYLE = """\
:root { color-scheme: light dark; --line: #8885; --soft: #666; --doubt: #8a5a00; --gone: #b03030; }
@media (prefers-color-scheme: dark) { :root { --soft: #a5a5a5; --doubt: #e0aa30; --gone: #f08080; } }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 1.5rem auto; max-width: 84rem; padding: 0 1rem; }
h1 { font-size: 1.25rem; overflow-wrap: anywhere; }
.kinds, .place { color: var(--soft); }
.kinds span { white-space: nowrap; }
.place { font-size: .85rem; font-weight: normal; overflow-wrap: anywhere; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { padding: .6rem .8rem; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
th:first-child { width: 8.5rem; }
thead th { background: Canvas; border-bottom: 2px solid var(--line); position: sticky; top: 0; }
tbody tr { border-bottom: 1px solid var(--line); border-inline-start: .25rem solid transparent; break-inside: avoid; }
tbody th { font-weight: normal; font-variant-numeric: tabular-nums; color: var(--soft); }
tbody th a { color: inherit; text-decoration: none; }
tbody th a:hover { text-decoration: underline; }
td p { margin: 0 0 .4rem; }
td p:last-child { margin-bottom: 0; }
tr:target { background: #4a90d926; }
.doubt { border-inline-start-color: var(--doubt); background: #e0a80018; }
.gone { border-inline-start-color: var(--gone); background: #d0404014; }
.doubt th em { color: var(--doubt); }
.gone th em { color: var(--gone); }
th em { display: block; font-style: normal; font-size: .85rem; }
.score { float: inline-end; }
@media (max-width: 44rem) {
  body { margin: 1rem auto; padding: 0 .6rem; }
  table, tbody, tbody tr, tbody th, tbody td { display: block; }
  thead { display: none; }
  tbody th { padding: .5rem .7rem 0; font-size: .85rem; width: auto !important; }
  .score { float: none; margin-inline-start: .7rem; }
  tbody td { padding: .3rem .7rem .6rem; }
  tbody th em { display: inline; margin-inline-start: .7rem; }
  tbody td:empty { display: none; }
  td + td { color: color-mix(in srgb, CanvasText 78%, Canvas); }
}
"""

_PAGE = """\
<!doctype html>
<html lang="{language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
{style}</style>
<h1>{title}</h1>
{summary}
<table>
<thead><tr><th scope="col">{confidence}</th>{source}{target}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</html>
"""


def as_html(aligned: Alignment, kinds: dict[str, int]) -> str:
    """The page; `kinds` is how many beads there are of each kind."""
    return _PAGE.format(
        language=language(),
        title=escape(f"{aligned.source.path} ⇄ {aligned.target.path}"),
        style=_STYLE,
        summary="\n".join(_summary(aligned, kinds)),
        confidence=escape(_("Confidence")),
        source=_column(aligned.source),
        target=_column(aligned.target),
        rows="\n".join(_row(aligned, number, bead) for number, bead in enumerate(aligned.beads, 1)),
    )


def _summary(aligned: Alignment, kinds: dict[str, int]) -> list[str]:
    counted = ", ".join(f"<span>{kind} ×{count}</span>" for kind, count in kinds.items())
    said = plural("{count} bead", "{count} beads", len(aligned.beads))
    lines = [f'<p class="kinds">{escape(said)}: {counted}</p>' if counted else ""]
    for look, sentence in (("doubt", _("Doubtful: {beads}")), ("gone", _("Without counterpart: {beads}"))):
        links = [
            f'<a href="#b{number}">{number}</a>'
            for number, bead in enumerate(aligned.beads, 1)
            if _look(bead) == look
        ]
        if links:
            lines.append(f"<p>{escape(sentence).format(beads=', '.join(links))}</p>")
    return lines


def _look(bead: Bead) -> str:
    if not bead.source or not bead.target:
        return "gone"
    return "doubt" if bead.score < SHAKY else ""


def _column(document: Document) -> str:
    place = f'<div class="place">{escape(document.path)}</div>'
    return f'<th scope="col">{escape(_language_name(document.language))}{place}</th>'


def _language_name(tag: str) -> str:
    try:
        return Locale.parse(tag, sep="-").get_display_name(language()) or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _row(aligned: Alignment, number: int, bead: Bead) -> str:
    look = _look(bead)
    said = {"doubt": _("doubtful"), "gone": _("no counterpart")}.get(look, "")
    mark = f"<em>{escape(said)}</em>" if said else ""
    head = f'<a href="#b{number}">{number}</a> <span class="score">{bead.score:.2f}</span>{mark}'
    cells = _cell(aligned.source, bead.source) + _cell(aligned.target, bead.target)
    shown = f' class="{look}"' if look else ""
    return f'<tr id="b{number}"{shown}><th scope="row">{head}</th>{cells}</tr>'


def _cell(document: Document, indexes: range) -> str:
    sentences = "".join(f'<p dir="auto">{escape(document.segments[i].text)}</p>' for i in indexes)
    return f'<td lang="{escape(document.language)}">{sentences}</td>'
