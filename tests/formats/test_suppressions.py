"""What a file says about its own checking, in the way its format has comments."""

import pytest
from tests.formats.office_files import W, docx, odt, packed, relations

from termaccord.formats import bilingual, documents, suppressions, tmx
from termaccord.formats.addresses import addressed
from termaccord.formats.reading import Reading
from termaccord.model import Suppression

Said = list[tuple[tuple[str, ...], str]]


def asked(data: str | bytes, name: str) -> Said:
    """The codes of each suppression with the words that it covers; “*” is the whole file."""
    reading = documents.parse(data.encode() if isinstance(data, str) else data, name)
    document = reading.value
    assert reading.findings == ()
    assert all(s.covers.file == s.place.file == name for s in document.suppressions)
    return [
        (s.codes, "*" if s.covers.span is None else s.covers.span.of(document.text))
        for s in document.suppressions
    ]


def of_units(text: str, name: str) -> Reading[tuple[Suppression, ...]]:
    if name.endswith(".tmx"):
        memory = tmx.parse(text.encode(), name).value
        return suppressions.of_units(name, addressed(memory.units), memory.notes)
    units = bilingual.memory(bilingual.parse(text.encode(), name).value).units
    return suppressions.of_units(name, units, bilingual.notes(text.encode(), name))


def units(text: str, name: str) -> Said:
    reading = of_units(text, name)
    assert reading.findings == ()
    return [(s.codes, s.covers.unit or "*") for s in reading.value]


# -- text -----------------------------------------------------------------------------------------------------

BARGES = "The barges left the quay at dawn, and nobody had told the pilots of the Lake Council.\n"
PILOTS = "The pilots wrote to the Lake Board, which had never met and did not answer before May.\n"


@pytest.mark.parametrize("comment", ["[[termaccord: ignore C10]]", "<!-- termaccord: ignore C10 -->"])
def test_a_line_of_a_text_silences_the_next_paragraph_and_is_no_part_of_it(comment: str) -> None:
    text = f"{BARGES}\n{comment}\n{PILOTS}\n{BARGES}"
    document = documents.parse(text.encode(), "a.txt").value

    assert asked(text, "a.txt") == [(("C10",), PILOTS.strip())]
    assert document.text == text
    assert all("termaccord" not in block.span.of(text) for block in document.blocks)
    assert document.suppressions[0].place.line == 3


def test_line_ends_of_windows_change_nothing() -> None:
    text = f"{BARGES}\n[[termaccord: ignore C10]]\n{PILOTS}".replace("\n", "\r\n")

    assert asked(text, "a.txt") == [(("C10",), PILOTS.strip())]


def test_a_request_in_the_middle_of_a_line_of_text_is_text() -> None:
    assert asked(f"One writes [[termaccord: ignore C10]] there. {BARGES}", "a.txt") == []


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("ignore", ()),
        ("ignore C10", ("C10",)),
        ("ignore C10, T02;N01", ("C10", "T02", "N01")),
        ("ignore C10 -- it is quoted so", ("C10",)),
        ("ignore -- it is quoted so", ()),
        ("ignore motto-rendering — so says the editor", ("motto-rendering",)),
    ],
)
def test_codes_are_read_and_reasons_are_not(said: str, codes: tuple[str, ...]) -> None:
    assert asked(f"[[termaccord: {said}]]\n{BARGES}", "a.txt") == [(codes, BARGES.strip())]


def test_a_whole_file_or_a_stretch_of_it_is_silenced() -> None:
    text = (
        f"{BARGES}\n[[termaccord: pause C10]]\n{PILOTS}\n{BARGES}\n[[termaccord: pause N01]]\n"
        f"{PILOTS}\n[[termaccord: resume C10]]\n{BARGES}\n[[termaccord: ignore-file T02]]\n"
    )

    first, second, third = asked(text, "a.txt")

    assert first == (("C10",), text[text.index(PILOTS) : text.rindex(PILOTS)] + PILOTS.strip())
    assert second == (("T02",), "*")
    assert third == (("N01",), text[text.rindex(PILOTS) :])


def test_resume_alone_ends_every_pause() -> None:
    text = f"[[termaccord: pause C10]]\n[[termaccord: pause]]\n{BARGES}\n[[termaccord: resume]]\n{PILOTS}"

    assert asked(text, "a.txt") == [(("C10",), BARGES.strip()), ((), BARGES.strip())]


def test_a_suppression_of_nothing_is_kept_so_that_it_can_be_told() -> None:
    assert asked(f"{BARGES}\n[[termaccord: ignore C10]]\n", "a.txt") == [(("C10",), "")]


def test_what_cannot_be_done_is_told() -> None:
    reading = documents.parse(f"[[termaccord: ignroe C10]]\n{BARGES}".encode(), "a.txt")

    assert reading.value.suppressions == ()
    assert [(f.code, f.place.line) for f in reading.findings] == [("F160", 1)]
    assert "ignroe" in reading.findings[0].message


# -- Markdown and HTML ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("One.\n\n<!-- termaccord: ignore C10 -->\nTwo.\n\nThree.", "Two."),
        ("One.\n\n<!-- termaccord: ignore C10 -->\n\nTwo.\n\nThree.", "Two."),
        ("One.\n\nTwo. <!-- termaccord: ignore C10 -->\nAnd more.\n\nThree.", "Two.  And more."),
        ("One.\n\n- Two. <!--termaccord: ignore C10-->\n- Three.", "Two."),
        ("# One <!-- termaccord: ignore C10 -->\n\nTwo.", "One"),
        ("One.\n\n<!--\ntermaccord: ignore C10\n-->\n\n## Two\n\nThree.", "Two"),
    ],
)
def test_a_comment_of_markdown_silences_its_own_block_or_else_the_next(text: str, covered: str) -> None:
    assert asked(text, "a.md") == [(("C10",), covered)]


@pytest.mark.parametrize("name", ["a.md", "a.html"])
def test_a_comment_that_is_shown_is_no_comment(name: str) -> None:
    shown = {"a.md": "`<!-- termaccord: ignore -->` and\n\n    <!-- termaccord: ignore -->\n\nso on.",
             "a.html": "<p>&lt;!-- termaccord: ignore --> and so on."}  # fmt: skip

    assert asked(shown[name], name) == []


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("<p>One.</p><!-- termaccord: ignore C10 --><p>Two.</p><p>Three.", "Two."),
        ("<p>One.</p><p>Two <!-- termaccord: ignore C10 --><b>and</b> so on.</p>", "Two and so on."),
        ("<p>One.</p><p>Two.<!-- termaccord: ignore C10 --></p><p>Three.", "Two."),
        ("<p>One.</p><p><!-- termaccord: ignore C10 -->Two.</p><p>Three.", "Two."),
        ("<p>One.</p><p>Two<br>so\n <!-- termaccord: ignore C10 -->on.", "Two\nso on."),
    ],
)
def test_a_comment_of_html_silences_its_own_block_or_else_the_next(text: str, covered: str) -> None:
    assert asked(text, "a.html") == [(("C10",), covered)]


# -- office files ---------------------------------------------------------------------------------------------


def commented(body: str, *comments: str) -> bytes:
    inside = "".join(
        f'<w:comment w:id="{n}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:comment>'
        for n, text in enumerate(comments)
    )
    return packed(
        {
            "_rels/.rels": relations(officeDocument="word/document.xml"),
            "word/_rels/document.xml.rels": relations(comments="comments.xml"),
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/comments.xml": f"<w:comments {W}>{inside}</w:comments>",
        }
    )


def test_a_comment_of_docx_silences_the_paragraphs_it_is_tied_to() -> None:
    start, end = '<w:commentRangeStart w:id="{}"/>', '<w:commentRangeEnd w:id="{}"/>'
    run = "<w:r><w:t>{}</w:t></w:r>"
    body = (
        f"<w:p>{run.format('One.')}</w:p>"
        f"<w:p>{run.format('Two ')}{start.format(0)}{run.format('and')}{end.format(0)}{run.format(' so on.')}</w:p>"
        f"<w:p>{start.format(1)}{run.format('Three.')}</w:p><w:p>{run.format('Four.')}{end.format(1)}</w:p>"
        f'<w:p>{run.format("Five.")}<w:r><w:commentReference w:id="2"/></w:r></w:p>'
    )
    data = commented(body, "termaccord: ignore C10", "Please check. termaccord: ignore", "What is this?")

    assert asked(data, "a.docx") == [(("C10",), "Two and so on."), ((), "Three.\n\nFour.")]


def test_an_annotation_of_odt_silences_its_paragraph() -> None:
    note = (
        "<office:annotation><dc:creator>ignore</dc:creator><dc:date>2031</dc:date>"
        "<text:p>termaccord: ignore C10</text:p><text:p>so it says</text:p></office:annotation>"
    )
    data = odt(f"<text:p>One.</text:p><text:p>Two {note}and so on.</text:p><text:p>Three.</text:p>")

    assert asked(data, "a.odt") == [(("C10",), "Two and so on.")]
    assert "termaccord" not in documents.parse(data, "a.odt").value.text


def test_an_office_file_without_comments_says_nothing() -> None:
    assert asked(docx("<w:p><w:r><w:t>One.</w:t></w:r></w:p>"), "a.docx") == []


# -- bilingual files ------------------------------------------------------------------------------------------

PO = """\
# Of the port
# termaccord: ignore-file N01
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ru\\n"

# termaccord: ignore T02 -- the pilots say so
msgid "ferry"
msgstr "паром"

#. termaccord: ignore
msgid "barge"
msgid_plural "barges"
msgstr[0] "баржа"
msgstr[1] "баржи"

# not ours: ignore
msgid "quay"
msgstr "причал"
"""

XLIFF_1 = """\
<xliff version="1.2"><file original="a" source-language="en" target-language="ru" datatype="x">
<header><note>termaccord: ignore-file N01</note></header><body>
<trans-unit id="1"><source>ferry</source><target>паром</target><note>termaccord: ignore T02</note></trans-unit>
<trans-unit id="2"><source>barge</source><target>баржа</target></trans-unit></body></file></xliff>
"""

XLIFF_2 = """\
<xliff version="2.0" srcLang="en" trgLang="ru"><file id="f"><notes><note>termaccord: ignore-file N01</note></notes>
<unit id="1"><notes><note>termaccord: ignore T02</note></notes>
<segment><source>ferry</source><target>паром</target></segment></unit></file></xliff>
"""

TMX = """\
<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a" adminlang="en"
srclang="en" datatype="plaintext"><note>termaccord: ignore-file N01</note></header><body>
<tu tuid="1"><note>termaccord: ignore T02</note><tuv xml:lang="en"><seg>ferry</seg></tuv>
<tuv xml:lang="ru"><seg>паром</seg></tuv></tu>
<tu tuid="2"><tuv xml:lang="en"><seg>barge</seg></tuv><tuv xml:lang="ru"><seg>баржа</seg></tuv></tu>
</body></tmx>
"""


def test_comments_of_po_silence_their_message_or_the_file() -> None:
    assert units(PO, "a.po") == [(("N01",), "*"), (("T02",), "ferry"), ((), "barge[0]"), ((), "barge[1]")]
    assert [s.place.line for s in of_units(PO, "a.po").value] == [None, 9, 13, 13]


@pytest.mark.parametrize(("text", "name"), [(XLIFF_1, "a.xlf"), (XLIFF_2, "a.xlf"), (TMX, "a.tmx")])
def test_notes_of_xliff_and_tmx_silence_their_unit_or_the_file(text: str, name: str) -> None:
    assert units(text, name) == [(("N01",), "*"), (("T02",), "1")]


@pytest.mark.parametrize("header", ["termaccord", "Ignore"])
def test_a_column_of_a_table_silences_its_row(header: str) -> None:
    table = f"en,ru,{header}\nferry,паром,T02 N01\nbarge,баржа,\nquay,причал,yes\nbuoy,буй,termaccord: ignore C10\n"

    assert units(table, "a.csv") == [(("T02", "N01"), "2"), ((), "4"), (("C10",), "5")]


def test_a_pause_among_units_is_told() -> None:
    reading = of_units(PO.replace("ignore T02", "pause T02"), "a.po")

    assert [f.code for f in reading.findings] == ["F160"]
    assert "ignore-file" in reading.findings[0].message
