"""A file that cannot be read is told in one sentence, whatever it is and whatever it is called."""

import io
import zipfile

import pytest
from tests.formats.office_files import docx, odt, p, packed

from termaccord.formats import bilingual, documents, tables, tbx, tmx
from termaccord.formats.reading import Reading
from termaccord.model import Severity

XML = ("a.xlf", "a.tmx", "a.tbx")
OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)
BARGES = "The barges left the quay.\nNobody had told the pilots.\n"


def read(data: bytes, name: str) -> Reading[object]:
    if name.endswith(".tmx"):
        memory = tmx.parse(data, name)
        return Reading(memory.value.units, memory.findings)
    if name.endswith(".tbx"):
        glossary = tbx.parse(data, name)
        return Reading(glossary.value.concepts, glossary.findings)
    if bilingual.reads(name):
        units = bilingual.parse(data, name)
        return Reading(units.value, units.findings)
    document = documents.parse(data, name)
    return Reading(document.value.text, document.findings)


def told(data: bytes | str, name: str) -> tuple[str, str, int | None]:
    """Code, sentence and line of the only finding, which is an error; nothing else has been read."""
    reading = read(data.encode() if isinstance(data, str) else data, name)
    (finding,) = reading.findings
    assert finding.severity is Severity.ERROR
    assert finding.place.file == name
    assert name in finding.message
    assert not reading.value
    return finding.code, str(finding.message), finding.place.line


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize(
    "data", [BARGES, OLD, bytes(range(256)) * 9, "Паром отошёл.".encode("koi8-r"), BARGES.encode("utf-16")]
)
def test_what_is_no_xml_is_told_so(name: str, data: bytes | str) -> None:
    assert told(data, name)[0] == "F002"


@pytest.mark.parametrize("name", XML)
@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_xml_file_with_nothing_in_it_is_empty(name: str, data: bytes) -> None:
    assert "is empty" in told(data, name)[1]


def test_an_xml_file_that_breaks_off_is_not_empty() -> None:
    assert told('<xliff version="1.2">\n<file original="a">\n', "a.xlf")[1:] == (
        "a.xlf breaks off in line 3; what stands before it has been read",
        3,
    )


@pytest.mark.parametrize(
    ("version", "said"), [(' version="7.0"', "unknown version “7.0”"), ("", "names no version")]
)
def test_an_xliff_of_a_version_that_nobody_knows_is_refused(version: str, said: str) -> None:
    code, message, line = told(f"<?xml version='1.0'?>\n<xliff{version}><file/></xliff>", "a.xlf")

    assert (code, line) == ("F123", 2)
    assert said in message


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ("port\ntug\n", "F127", 1),
        ('en,ru\n"ferry,паром\n', "F140", 2),
        ("en,ru" + ",x" * 20_000 + "\nferry,паром\n", "F159", 1),
        ("Паром отошёл от пристани в тумане.".encode("utf-16") + b"\0\xd8", "F101", None),
        (OLD, "F142", None),
    ],
)
def test_a_table_that_is_none_is_told_once(data: bytes | str, code: str, line: int | None) -> None:
    if code == "F101":
        data = "Zażółć gęślą jaźń, rzekł szyper do sternika. ".encode("iso8859-2") * 9
    assert told(data, "a.csv")[::2] == (code, line)


def test_a_row_whose_quote_is_left_open_is_told_and_the_others_are_read() -> None:
    reading = bilingual.parse('en,ru\n"ferry,паром\nbarge,баржа\n'.encode(), "a.csv")

    assert [(f.code, f.place.line) for f in reading.findings] == [("F140", 2)]
    assert [unit.unit.variants[0].text for unit in reading.value] == ["barge"]


def test_a_quote_in_the_middle_of_a_cell_is_a_quote() -> None:
    assert bilingual.parse(b'en,ru\n5" pipe,"a\nb"\n', "a.csv").findings == ()


def test_a_catalog_with_one_broken_entry_gives_the_others() -> None:
    catalog = (
        'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "quay\nmsgstr "причал"\n\nmsgid "tug"\nmsgstr "буксир"\n'
    )

    reading = bilingual.parse(catalog.encode(), "a.po")

    assert [unit.unit.id for unit in reading.value] == ["tug"]
    assert [(f.code, f.place.line) for f in reading.findings] == [("F121", 4)]


# -- office files ---------------------------------------------------------------------------------------------


def locked_zip() -> bytes:
    """As if the first part were encrypted in the manner of zip."""
    data = bytearray(packed({"word/document.xml": p("One.")}))
    for at in (6, data.index(b"PK\x01\x02") + 8):
        data[at] |= 1
    return bytes(data)


def locked_odt() -> bytes:
    entry = "<file-entry full-path='content.xml'><encryption-data/></file-entry>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "META-INF/manifest.xml": f"<manifest>{entry}</manifest>",
            "content.xml": bytes(range(256)) * 9,
        }
    )


@pytest.mark.parametrize(
    ("data", "name"),
    [(OLD, "a.docx"), (OLD, "a.odt"), (locked_zip(), "a.docx"), (locked_odt(), "a.odt"), (locked_odt(), "a")],
)
def test_a_file_with_a_password_is_told_so(data: bytes, name: str) -> None:
    code, message, _ = told(data, name)

    assert code == ("F113" if name != "a" else "F103")
    assert "password" in message or name == "a"


@pytest.mark.parametrize("data", [b"no zip", docx(p("One."))[:80], docx(p("One. " * 900))[:-700]])
def test_a_broken_office_file_is_told_so(data: bytes) -> None:
    assert told(data, "a.docx")[0] == "F109"


def test_parts_that_are_harmless_alone_may_be_a_bomb_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("termaccord.formats.visible.package._LARGEST", 20_000)
    notes = f'<w:footnote w:id="1">{p("b" * 15_000)}</w:footnote>'

    assert documents.parse(docx(p("a" * 15_000)), "a.docx").findings == ()
    assert told(docx(p("a" * 15_000), footnotes=notes), "a.docx")[0] == "F110"


def test_a_bomb_of_megabytes_is_refused_without_being_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("content.xml", "w") as part:
        for _ in range(130):
            part.write(bytes(1 << 20))
        part.write(b"<x/>")
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")

    assert told(out.getvalue(), "a.odt")[0] == "F110"


def test_an_odt_that_is_not_locked_is_read() -> None:
    assert documents.parse(odt("<text:p>One.</text:p>"), "a.odt").value.text == "One."


@pytest.mark.parametrize("data", [b"", OLD, b"no workbook", BARGES.encode()])
def test_a_glossary_table_that_is_no_workbook_is_told_so(data: bytes) -> None:
    (finding,) = tables.parse(data, "a.xlsx").findings

    assert (finding.code, finding.severity) == ("F142", Severity.ERROR)
