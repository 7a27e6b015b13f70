"""DOCX and ODT to documents."""

import io
import zipfile

import pytest
from tests.formats.office_files import W, docx, odt, p, packed

from termaccord.formats import documents
from termaccord.model import Document


def kinds(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, block.span.of(document.text)) for block in document.blocks]


def read(data: bytes, name: str) -> Document:
    reading = documents.parse(data, name)
    assert reading.findings == ()
    return reading.value


def codes(data: bytes, name: str) -> list[str]:
    return [finding.code for finding in documents.parse(data, name).findings]


def test_headings_items_and_cells_of_docx_are_told_apart() -> None:
    body = (
        p("Весенние учения", '<w:pStyle w:val="1"/>')
        + p("Весенние учения	4", '<w:pStyle w:val="Spis"/>')
        + p("Семь портов прислали буксиры.")
        + p("один буксир", "<w:numPr/>")
        + f"<w:tbl><w:tr><w:tc>{p('Тернова')}</w:tc><w:tc>{p('2')}</w:tc></w:tr></w:tbl>"
    )

    assert kinds(read(docx(body), "a.docx")) == [
        ("heading", "Весенние учения"),
        ("boilerplate", "Весенние учения\t4"),
        ("paragraph", "Семь портов прислали буксиры."),
        ("list-item", "один буксир"),
        ("cell", "Тернова"),
        ("cell", "2"),
    ]


def test_a_paragraph_of_docx_is_put_together_from_its_runs() -> None:
    body = (
        '<w:p><w:r><w:t xml:space="preserve">Seven </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>ports</w:t></w:r>'
        "<w:r><w:tab/><w:t>sent</w:t><w:br/><w:t>tug</w:t><w:noBreakHyphen/><w:t>boats.</w:t></w:r></w:p>"
    )

    assert kinds(read(docx(body), "a.docx")) == [("paragraph", "Seven ports\tsent\ntug\u2011boats.")]


def test_what_a_reader_of_docx_does_not_see_is_left_out() -> None:
    body = (
        "<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r></w:ins>"
        "<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    )

    assert read(docx(body), "a.docx").text == "new"


def test_notes_follow_the_body_and_headers_are_boilerplate() -> None:
    notes = f'<w:footnote w:type="separator">{p("-")}</w:footnote><w:footnote w:id="1">{p("See the chart.")}</w:footnote>'
    data = docx(p("The tide came in."), footnotes=notes)
    with_header = io.BytesIO(data)
    with zipfile.ZipFile(with_header, "a") as archive:
        archive.writestr("word/header1.xml", f"<w:hdr {W}>{p('Port Council')}</w:hdr>")

    assert kinds(read(with_header.getvalue(), "a.docx")) == [
        ("paragraph", "The tide came in."),
        ("paragraph", "See the chart."),
        ("boilerplate", "Port Council"),
    ]


def test_a_text_box_is_read_once_before_the_paragraph_it_hangs_on() -> None:
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    twice = f"<AlternateContent><Choice>{box}</Choice><Fallback>{box}</Fallback></AlternateContent>"
    body = f"<w:p><w:r><w:t>Around.</w:t></w:r>{twice}</w:p>"

    assert [text for _, text in kinds(read(docx(body), "a.docx"))] == ["In the box.", "Around."]


def test_a_line_of_an_office_text_is_its_paragraph() -> None:
    document = read(docx(p("one", "<w:numPr/>") + p("two", "<w:numPr/>")), "a.docx")

    assert document.position(document.text.index("two")) == (2, 1)


def test_odt_is_read_as_its_reader_sees_it() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:h>The  Drill</text:h>"
        '<text:p>Seven<text:s text:c="2"/>ports<text:note><text:note-citation>1</text:note-citation><text:note-body>'
        "<text:p>See the chart.</text:p></text:note-body></text:note> sent<text:line-break/>tugs.</text:p>"
        "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>"
        "<text:table-of-content><text:table-of-content-source><text:p>x</text:p></text:table-of-content-source>"
        "<text:index-body><text:p>The Drill 4</text:p></text:index-body></text:table-of-content>"
    )

    assert kinds(read(odt(body), "a.odt")) == [
        ("heading", "The Drill"),
        ("paragraph", "Seven  ports sent\ntugs."),
        ("paragraph", "See the chart."),
        ("list-item", "one"),
        ("cell", "2"),
        ("boilerplate", "The Drill 4"),
    ]


def test_an_office_file_is_known_by_what_is_in_it() -> None:
    assert read(docx(p("The tide.")), "a.odt").text == "The tide."
    assert read(odt("<text:p>The tide.</text:p>"), "a.txt").text == "The tide."


def test_broken_office_files_are_refused_in_one_sentence() -> None:
    whole = docx(p("The tide came in and went out again. " * 200))

    assert codes(whole[: len(whole) // 2], "a.docx") == ["F109"]
    assert codes(b"not a zip file", "a.docx") == ["F109"]
    assert codes(packed({"a.txt": "x"}), "a.docx") == ["F108"]
    assert codes(packed({"a.txt": "x"}), "a.txt") == ["F103"]


def test_a_docx_that_breaks_off_inside_is_read_as_far_as_it_goes() -> None:
    reading = documents.parse(docx(p("The tide came in.") + "<w:p><w:r><oops"), "a.docx")

    assert reading.value.text == "The tide came in."
    assert [finding.code for finding in reading.findings] == ["F001"]


def test_a_bomb_is_refused_before_it_goes_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termaccord.formats.visible.package._LARGEST", 10_000)

    assert codes(docx(p("a" * 100_000)), "a.docx") == ["F110"]


def test_deep_nesting_is_refused() -> None:
    assert codes(docx("<w:sdt>" * 500 + p("deep")), "a.docx") == ["F004"]
