"""The smallest parts of the page: badges, forms, quotations. Everything that comes from a text is escaped here."""

from html import escape

from termaccord.interfaces.reports.page.matrix import Form, Row, Standing
from termaccord.interfaces.reports.quotes import Quote, Quotes, shown
from termaccord.interfaces.reports.wording import severity_name, where
from termaccord.interfaces.translation import _, spoken
from termaccord.model import Finding, Place, Severity


def safe(text: str) -> str:
    """Text from anywhere, harmless in HTML and to the eye."""
    return escape(shown(text))


def standing_name(standing: Standing) -> str:
    """What is to be thought of a form, in the user's language."""
    names = {
        Standing.PREFERRED: _("preferred"),
        Standing.ADMITTED: _("admitted"),
        Standing.PLAIN: _("in use"),
        Standing.COMPETING: _("competes with the preferred form"),
        Standing.REJECTED: _("rejected by the glossary"),
    }
    return names[standing]


def badge(severity: Severity, code: str = "") -> str:
    """The severity of a finding, and its code."""
    said = f"{code} {severity_name(severity)}".strip()
    return f'<span class="grade {severity.value}">{safe(said)}</span>'


def form_mark(form: Form, language: str, count: int, target: str = "") -> str:
    """A form in the colour of its standing, a link where there is something to look at."""
    title = safe(standing_name(form.standing))
    words = f'<span lang="{safe(language)}" dir="auto">{safe(form.text)}</span>'
    inside = f'{words} <span class="count">×{count}</span>'
    kind = f'class="form {form.standing.value}" title="{title}"'
    return f'<a href="#{target}" {kind}>{inside}</a>' if target else f"<span {kind}>{inside}</span>"


def quotation(quote: Quote | None, place: Place, look: str, language: str = "") -> str:
    """A sentence with the words marked, and where it stands."""
    caption = f"<figcaption>{safe(where(place))}</figcaption>"
    if quote is None:
        return f"<figure>{caption}</figure>"
    before, words, after = (escape(part) for part in (quote.before, quote.words, quote.after))
    marked = f'<mark class="{look}">{words}</mark>' if words else ""
    tag = safe(quote.language or language)
    return (
        f'<figure><blockquote lang="{tag}" dir="auto">{before}{marked}{after}</blockquote>{caption}</figure>'
    )


def finding_line(finding: Finding, times: int = 1) -> str:
    """What a finding says, what to write where it does not say so itself, and why."""
    said = spoken(finding.message)
    many = f' <span class="count">×{times}</span>' if times > 1 else ""
    parts = [f"{badge(finding.severity, finding.code)} {safe(said)}{many}"]
    if finding.preferred and finding.preferred not in said:
        better = _("write “{preferred}”").format(preferred=finding.preferred)
        parts.append(f"<div>{safe(better)}</div>")
    if finding.why:
        parts.append(f'<div class="why">{safe(spoken(finding.why))}</div>')
    return "".join(parts)


def passage(finding: Finding, quotes: Quotes) -> str:
    """A finding that is about a sentence, with the sentence and what it is measured by."""
    quote = quotes.sentence(finding.place, words=finding.text)
    shown_places = [quotation(quote, finding.place, finding.severity.value)]
    shown_places += [quotation(quotes.sentence(p), p, "plain") for p in finding.related]
    kind = f'data-grade="{finding.severity.value}" data-category=""'
    return f"<li {kind}>{finding_line(finding)}{''.join(shown_places)}</li>"


def row_kind(row: Row) -> str:
    """What the filters go by."""
    grade = row.severity.value if row.severity else ""
    return f'data-grade="{grade}" data-category="{row.category.value if row.category else ""}"'
