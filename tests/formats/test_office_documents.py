"""DOCX and ODT to documents."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.office_files import W, docx, odt, p, packed, relations

from termaccord.formats import documents
from termaccord.model import Document, Place, Span


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


def test_a_place_in_an_office_text_is_a_paragraph_and_a_character_of_it() -> None:
    body = (
        p("Ports")
        + p("")
        + "<w:p><w:r><w:t>The tugs</w:t><w:br/><w:t>came.</w:t></w:r></w:p>"
        + p("one", "<w:numPr/>")
        + p("two tugs", "<w:numPr/>")
    )
    document = read(docx(body), "a.docx")
    at = document.text.rindex("tugs")

    assert document.position(at) == (4, 5)
    assert document.place(Span(at, at + 4)) == Place("a.docx", span=Span(at, at + 4), paragraph=4)


PAGE = "<w:r><w:lastRenderedPageBreak/></w:r>"


def test_the_page_of_a_paragraph_is_told_where_the_file_tells_it() -> None:
    long = f"<w:p><w:r><w:t>On the first </w:t></w:r>{PAGE}<w:r><w:t>and the second.</w:t></w:r></w:p>"
    body = long + f"<w:p>{PAGE}<w:r><w:t>On the third.</w:t></w:r></w:p>"
    document = read(docx(body, footnotes=f'<w:footnote w:id="1">{p("A note.")}</w:footnote>'), "a.docx")
    sheets = odt(
        "<text:p>On the <text:soft-page-break/>first.</text:p><text:soft-page-break/><text:h>On the third.</text:h>"
    )

    assert document.pages == (1, 3, 0)
    assert read(sheets, "a.odt").pages == (1, 3)
    assert read(docx(p("Nobody knows.")), "a.docx").pages == ()


def test_a_style_of_a_users_own_is_what_it_is_based_on() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="Mine"><w:name w:val="My own"/><w:basedOn w:val="1"/></w:style>'
        '<w:style w:styleId="Loop"><w:name w:val="x"/><w:basedOn w:val="Loop"/></w:style>'
        '<w:style w:styleId="Level"><w:name w:val="y"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style></w:styles>'
    )
    body = "".join(p(name, f'<w:pStyle w:val="{name}"/>') for name in ("Mine", "Loop", "Level"))
    body += p("Here", '<w:outlineLvl w:val="0"/>') + p("Body", '<w:outlineLvl w:val="9"/>')
    parts = {
        "word/styles.xml": styles,
        "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    names = {"_rels/.rels": relations(officeDocument="word/document.xml")}
    names["word/_rels/document.xml.rels"] = relations(styles="styles.xml")

    assert [kind for kind, _ in kinds(read(packed(names | parts), "a.docx"))] == [
        "heading",
        "paragraph",
        "heading",
        "heading",
        "paragraph",
    ]


def test_a_name_of_docx_stays_whole_across_runs_and_what_hangs_in_it() -> None:
    body = (
        "<w:p><w:r><w:t>The Har</w:t></w:r><w:proofErr w:type='spellStart'/><w:r><w:rPr><w:b/></w:rPr>"
        "<w:t>bour</w:t></w:r><w:bookmarkStart w:id='1'/><w:hyperlink><w:r><w:t xml:space='preserve'> Coun</w:t></w:r>"
        "</w:hyperlink><w:r><w:footnoteReference w:id='1'/></w:r><w:ins><w:r><w:t>cil</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>sel</w:delText></w:r></w:del><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        "<w:r><w:instrText>REF x</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        "<w:r><w:t xml:space='preserve'> of Mshansk</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>.</w:t></w:r>"
        "</w:sdtContent></w:sdt></w:p>"
    )

    assert read(docx(body), "a.docx").text == "The Harbour Council of Mshansk."


def test_titles_and_captions_of_odt_are_known_by_their_styles() -> None:
    body = '<text:p text:style-name="Title">Ports</text:p><text:p text:style-name="Illustration">The pier</text:p>'

    assert [kind for kind, _ in kinds(read(odt(body), "a.odt"))] == ["heading", "caption"]


@given(st.lists(st.lists(st.text("ab «»\u00ad.я", min_size=1, max_size=8), max_size=4), max_size=6))
@settings(max_examples=60, deadline=None)
def test_every_word_of_an_office_text_is_at_its_place(paragraphs: list[list[str]]) -> None:
    runs = [
        "".join(f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs) for runs in paragraphs
    ]
    document = documents.parse(docx("".join(f"<w:p>{run}</w:p>" for run in runs)), "a.docx").value
    seen = [text for text in ("".join(one).strip() for one in paragraphs) if text]

    assert [block.span.of(document.text) for block in document.blocks] == seen
    for index, block in enumerate(document.blocks):
        for offset in range(len(block.span)):
            place = document.place(Span(block.span.start + offset, block.span.end))
            assert place.paragraph == index + 1
            assert document.position(block.span.start + offset) == (index + 1, offset + 1)
            assert seen[index][offset:] == document.text[block.span.start + offset : block.span.end]


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
