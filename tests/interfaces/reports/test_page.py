"""The report as a page."""

import re
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from termaccord.interfaces.reports import rendered
from termaccord.interfaces.reports.page.style import STYLE
from termaccord.model import Document, Finding, Place, Rendering, Severity, Span
from termaccord.project.lint import Report
from termaccord.text.analyse import segment

Golden = Callable[[str, str], None]


def page(report: Report) -> html.HtmlElement:
    return html.document_fromstring(rendered("html", report).decode())


def texts(element: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(found.text_content().split()) for found in element.cssselect(path)]


def cell(element: html.HtmlElement, row: int, column: str) -> list[str]:
    return texts(element.cssselect("tbody tr")[row], f'td[data-column="{column}"] li')


def test_the_page_without_its_style(report: Report, golden: Golden) -> None:
    written = re.sub(
        r"<style>.*?</style>", "<style></style>", rendered("html", report).decode(), flags=re.DOTALL
    )

    golden("report.html", written)


def test_a_name_stands_with_its_forms_under_each_outlet(report: Report) -> None:
    seen = page(report)

    assert texts(seen, "thead th")[:4] == ["Name", "crow", "gull", "site.po"]
    assert cell(seen, 0, "gull") == ["Council of River Ports ×2"]
    assert cell(seen, 0, "crow") == ["Council of Ports ×1", "River Harbour Board ×1"]


def test_each_form_in_the_table_leads_to_its_sentences(report: Report) -> None:
    seen = page(report)
    ids = [e.get("id") for e in seen.cssselect("[id]")]

    assert len(ids) == len(set(ids))
    assert {a.get("href", "").removeprefix("#") for a in seen.cssselect("a")} <= set(ids)
    first = seen.get_element_by_id("n1")
    assert texts(first, "mark") == [
        "Council of Ports",
        "River Harbour Board",
        "Council of River Ports",
        "Council of River Ports",
    ]


def test_a_name_is_called_what_the_original_calls_it(report: Report) -> None:
    head = page(report).cssselect("tbody th a")[0]

    assert (head.get("lang"), head.text_content()) == ("ru", "Совет речных портов")


def test_what_the_glossary_rejects_is_told_from_what_merely_competes(report: Report) -> None:
    seen = page(report)
    look = {a.cssselect("span")[0].text_content(): a.get("class") for a in seen.cssselect("td a.form")}

    assert look["Council of River Ports"] == "form preferred"
    assert look["River Harbour Board"] == "form competing"
    assert look["<b>Water</b> in Common"] == "form rejected"


def test_a_passage_stands_with_what_it_is_measured_by(report: Report) -> None:
    found = page(report).cssselect("li:has(.grade.info)")[0]

    assert texts(found, "blockquote") == ["21 crews arrived.", "Приехали 12 экипажей."]


def test_consistent_names_are_folded_away(report: Report) -> None:
    folded = page(report).cssselect("details")[0]

    assert texts(folded, "summary") == ["1 name without a finding"]
    assert texts(folded, "tbody tr") == ["Тихая вода-2025exerciseQuiet Water-2025 ×1Quiet Water-2025 ×1"]


def test_what_could_not_be_read_is_said_first(report: Report) -> None:
    assert texts(page(report), "header .trouble li") == ["F100 error broken.docx: not a ZIP file"]


def test_a_clean_report_says_so(report: Report) -> None:
    seen = page(replace(report, findings=(), trouble=()))

    assert texts(seen, ".clean") == ["All consistent."]
    assert texts(seen, "header p") == ["4 files checked; all consistent."]


def test_texts_without_outlets_have_a_column_each(report: Report) -> None:
    plain = tuple(replace(d, outlet="") for d in report.documents)

    heads = texts(page(replace(report, documents=plain)), "thead th")

    assert heads[:4] == ["Name", "en-crow/ports.txt", "en-gull/ports.txt", "site.po"]


def test_a_page_speaks_russian(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")
    seen = page(report)

    assert seen.get("lang") == "ru"
    assert not re.search(
        "[A-Za-z]", " ".join(texts(seen, "h1, h2, legend, label, nav, summary, .legend, .up"))
    )


def test_a_reader_who_sees_no_colour_is_told_by_a_sign(report: Report) -> None:
    used = {a.get("class").split()[1] for a in page(report).cssselect(".form")}

    signs = dict(re.findall(r"^\.(\w+) \{ --sign: \"(.*?)\"", STYLE, re.MULTILINE))
    assert len({signs[name] for name in used}) == len(used)


def test_the_page_says_what_its_parts_are(report: Report) -> None:
    seen = page(report)

    assert len(seen.cssselect("h1")) == 1
    levels = [int(h.tag[1]) for h in seen.cssselect("h1, h2, h3, h4")]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert [q for q in seen.cssselect("blockquote") if not q.get("lang")] == []
    assert [t for t in seen.cssselect("tbody th") if t.get("scope") != "row"] == []


def test_the_page_needs_nothing_but_itself(report: Report) -> None:
    seen = page(report)

    assert seen.cssselect("script, link, img, iframe, object, [src]") == []
    assert {a.get("href")[0] for a in seen.cssselect("[href]")} == {"#"}


@settings(max_examples=60, deadline=None)
@given(st.text(min_size=1, max_size=40), st.text(max_size=40), st.text(max_size=20))
def test_nothing_from_a_text_becomes_markup(words: str, message: str, outlet: str) -> None:
    tricky = f"<script>alert(1)</script>{words}\"'><img src=x onerror=y>"
    document = segment(Document("a<b>.txt", "en", f"Before {tricky} after.", path="a<b>.txt", outlet=outlet))
    place = Place("a<b>.txt", "", Span(7, 7 + len(tricky)), 1, 8)
    forms = (Rendering(tricky, (place,), "preferred", message), Rendering(words, (), "<i>"))
    findings = (
        Finding("C10", message + tricky, place, Severity.ERROR, variants=forms, text=tricky, why=tricky),
        Finding("N01", message, place, Severity.INFO, text=tricky, preferred=tricky),
    )

    seen = page(Report(findings, (), (document,)))

    assert seen.cssselect("script, img, i, b, [onerror]") == []


def luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("scheme", "paper"), [(0, "#ffffff"), (1, "#121212")])
def test_all_words_stand_out_from_their_ground(scheme: int, paper: str) -> None:
    block = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)[scheme]
    colours = dict(re.findall(r"--([\w-]+): (#\w+)", block))
    grounds = {"soft": (paper, colours["panel"]), "link": (paper,)}
    grounds |= {name: (colours[f"{name}-back"],) for name in colours if f"{name}-back" in colours}

    weak = [(n, g) for n, gs in grounds.items() for g in gs if contrast(colours[n], g) < 4.5]

    assert weak == []


def test_many_files_share_a_column_a_folder() -> None:
    text = "The Harbour Board met."
    paths = [f"{folder}/{i}.txt" for folder in ("north", "south") for i in range(6)]
    documents = tuple(segment(Document(p, "en", text, path=p)) for p in paths)
    spots = tuple(Place(p, "", Span(4, 17), 1, 5) for p in paths)
    forms = (Rendering("Harbour Board", spots[:6], "preferred"), Rendering("harbour board", spots[6:]))
    report = Report((Finding("C10", "two forms", spots[6], Severity.ERROR, variants=forms),), (), documents)

    assert texts(page(report), "thead th") == ["Name", "north", "south"]
