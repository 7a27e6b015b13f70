"""Words of DOCX and ODT changed in place."""

import io
import re
import zipfile
from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.office_files import W, docx, odt, p, packed

from termaccord.formats import documents
from termaccord.formats.patching import patch
from termaccord.model import Edit, Place, Span

R = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"


def edit(data: bytes, name: str, old: str, new: str) -> Edit:
    start = documents.parse(data, name).value.text.index(old)
    return Edit(Place(name, span=Span(start, start + len(old))), new)


def main(data: bytes, part: str = "") -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = part or next(n for n in ("word/document.xml", "content.xml") if n in archive.namelist())
        return archive.read(found).decode()


def changed(data: bytes, name: str, old: str, new: str) -> bytes:
    reading = patch(data, name, [edit(data, name, old, new)])
    assert reading.findings == ()
    before, after = documents.parse(data, name).value.text, documents.parse(reading.value, name).value.text
    assert re.sub(r"\s+", " ", after) == re.sub(r"\s+", " ", before.replace(old, new, 1))
    return reading.value


def refused(data: bytes, name: str, old: str, new: str) -> str:
    reading = patch(data, name, [edit(data, name, old, new)])
    assert reading.value == data
    return str(reading.findings[0].message)


def raw(data: bytes) -> Mapping[str, tuple[bytes, object]]:
    """Of every part: its packed bytes, and what the directory says of it but for its place."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {
            i.filename: (
                data[i.header_offset :][: 30 + len(i.filename) + len(i.extra) + i.compress_size],
                (i.date_time, i.flag_bits, i.compress_type, i.extra, i.comment, i.external_attr, i.CRC),
            )
            for i in archive.infolist()
        }


DOCX = docx(p("Паром QQQ отошёл."), footnotes=f'<w:footnote w:id="1">{p("See the chart.")}</w:footnote>')
ODT = odt("<text:p>Паром <text:span>QQQ</text:span> отошёл.</text:p>")


@pytest.mark.parametrize(("data", "name"), [(DOCX, "a.docx"), (ODT, "a.odt"), (DOCX, "no-ending")])
@given(st.text(alphabet=st.sampled_from("абZ09&<>\"']«é𐌰"), min_size=1, max_size=8))
@settings(max_examples=40, deadline=None)
def test_the_part_with_the_words_is_another_and_all_others_are_the_same(
    data: bytes, name: str, new: str
) -> None:
    after = changed(data, name, "QQQ", new)

    written = new.replace("&", "&amp;").replace("<", "&lt;").replace("]]>", "]]&gt;")
    assert main(after) == main(data).replace("QQQ", written)
    others = raw(data).keys() - {"word/document.xml", "content.xml"}
    assert {n: raw(after)[n] for n in others} == {n: raw(data)[n] for n in others}
    assert list(raw(after)) == list(raw(data))
    assert zipfile.ZipFile(io.BytesIO(after)).testzip() is None


def test_an_archive_keeps_what_is_written_between_and_behind_its_parts() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.comment = b"a note"
        for name, method in (
            ("mimetype", zipfile.ZIP_STORED),
            ("content.xml", zipfile.ZIP_DEFLATED),
            ("x.bin", 0),
        ):
            info = zipfile.ZipInfo(name, (2031, 5, 4, 3, 2, 2))
            info.compress_type, info.external_attr, info.comment = method, 0o600 << 16, b"c"
            content = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": main(ODT)}.get(
                name, "x"
            )
            with archive.open(info, "w", force_zip64=False) as part:
                part.write(content.encode())

    after = changed(out.getvalue(), "a.odt", "QQQ", "Заря")

    assert after.endswith(b"a note")
    assert {n: v for n, v in raw(after).items() if n != "content.xml"} == {
        n: v for n, v in raw(out.getvalue()).items() if n != "content.xml"
    }
    assert raw(after)["content.xml"][1][:-1] == raw(out.getvalue())["content.xml"][1][:-1]


class _Pipe(io.RawIOBase):
    """A file that cannot be gone back in, so that sizes stand behind the parts."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.data += data
        return len(data)


def test_sizes_that_stand_behind_a_part_are_set_there() -> None:
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("mimetype", "content.xml", "meta.xml"):
            archive.writestr(name, main(ODT) if name == "content.xml" else "<x/>" * 9)

    after = changed(bytes(pipe.data), "a.odt", "QQQ", "«Вечерняя заря»")

    archive = zipfile.ZipFile(io.BytesIO(after))
    assert archive.testzip() is None
    assert raw(after)["meta.xml"] == raw(bytes(pipe.data))["meta.xml"]
    info = archive.getinfo("content.xml")
    behind = after[info.header_offset + 30 + len("content.xml") + info.compress_size :]
    assert behind.startswith(b"PK\x07\x08" + info.CRC.to_bytes(4, "little"))


# -- runs -----------------------------------------------------------------------------------------------------


def test_words_that_several_runs_hold_go_into_the_first() -> None:
    body = "<w:p><w:r><w:t>the Riv</w:t></w:r><w:proofErr w:type='x'/>" + R.format("er Council") + "</w:p>"

    after = main(changed(docx(body), "a.docx", "River Council", "Lake Board"))

    assert "<w:t>the Lake</w:t>" in after
    assert '<w:t xml:space="preserve"> Board</w:t>' in after


def test_white_space_at_the_end_of_a_run_is_said_to_count() -> None:
    body = f"<w:p><w:r><w:t>the</w:t></w:r>{R.format(' Council')}</w:p>"

    after = main(changed(docx(body), "a.docx", " Council", " Board of"))

    assert '<w:t xml:space="preserve"> Board of</w:t>' in after
    assert "<w:t>the</w:t>" in after


@pytest.mark.parametrize(
    "between",
    [
        "</w:t></w:r><w:hyperlink r:id='1'><w:r><w:t>",
        "</w:t></w:r><w:ins w:id='1'><w:r><w:t>",
        "</w:t></w:r><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:t>",
        "</w:t><w:tab/><w:t>",
    ],
)
def test_what_a_link_a_change_or_a_tab_parts_is_left_alone(between: str) -> None:
    tail = {"hyper": "</w:hyperlink>", "<w:ins": "</w:ins>"}
    closing = next((end for begin, end in tail.items() if begin in between), "")
    body = f"<w:p><w:r><w:t>the River{between} Council met</w:t></w:r>{closing}</w:p>"
    text = documents.parse(docx(body), "a.docx").value.text
    old = text[text.index("River") : text.index(" met")]

    assert "by hand" in refused(docx(body), "a.docx", old, "Board")


def test_notes_and_headers_are_changed_in_their_own_parts() -> None:
    after = changed(DOCX, "a.docx", "chart", "map")

    assert "See the map." in main(after, "word/footnotes.xml")
    assert raw(after)["word/document.xml"] == raw(DOCX)["word/document.xml"]


def test_a_line_break_in_a_name_of_odt_stays_or_goes_with_it() -> None:
    data = odt("<text:p>the River\n   <text:span>Council</text:span> met</text:p>")

    assert "the Lake\n   <text:span>Board</text:span> met" in main(
        changed(data, "a.odt", "River Council", "Lake Board")
    )
    assert "the Board<text:span></text:span> met" in main(changed(data, "a.odt", "River Council", "Board"))


def test_a_line_end_cannot_be_put_into_a_run() -> None:
    assert "cannot stand there" in refused(DOCX, "a.docx", "QQQ", "a\nb")


@pytest.mark.parametrize("part", ["META-INF/documentsignatures.xml", "_xmlsignatures/sig1.xml"])
def test_a_signed_file_is_left_alone(part: str) -> None:
    signed = io.BytesIO(ODT if part.startswith("META") else DOCX)
    with zipfile.ZipFile(signed, "a") as archive:
        archive.writestr(part, "<x/>")

    assert "signed" in refused(signed.getvalue(), "a", "QQQ", "Заря")


@pytest.mark.parametrize("before", [b"MZ prefix", b""])
def test_an_archive_that_is_laid_out_in_an_unusual_way_is_left_alone(before: bytes) -> None:
    wanted = [edit(ODT, "a.odt", "QQQ", "Заря")]
    odd = before + ODT if before else ODT + b"trailing"

    reading = patch(odd, "a.odt", wanted)

    assert reading.value == odd
    assert len(reading.findings) == 1


def test_parts_in_other_encodings_are_written_in_them() -> None:
    content = f"<?xml version='1.0' encoding='UTF-16'?><w:document {W}><w:body>{p('Паром QQQ')}</w:body></w:document>"
    parts = {"word/document.xml": content.encode("utf-16")}
    data = packed(parts)

    with zipfile.ZipFile(io.BytesIO(changed(data, "a.docx", "QQQ", "Заря"))) as archive:
        assert archive.read("word/document.xml") == content.replace("QQQ", "Заря").encode("utf-16")
