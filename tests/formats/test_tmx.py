"""TMX: what is written is read back, what is broken is told, what is hostile is refused."""

from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from translate.storage import factory

from termaccord.formats import tmx
from termaccord.model import Finding, Inline, Memory, TranslationUnit, Variant

SHARED = Path(__file__).parents[2] / "../shared/formats"
DTD = SHARED / "schemas/tmx/src/com/maxprograms/tmxvalidation/tmx14.dtd"
needs_shared = pytest.mark.skipif(not DTD.exists(), reason="the folder ../shared/formats is absent")


def file(body: str, head: str = 'srclang="en"', version: str = "1.4") -> bytes:
    required = (
        'creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" datatype="xml"'
    )
    return f'<tmx version="{version}"><header {required} {head}/><body>{body}</body></tmx>'.encode()


def unit(english: str, russian: str = "да", attributes: str = "") -> str:
    return (
        f'<tu {attributes}><tuv xml:lang="en"><seg>{english}</seg></tuv>'
        f'<tuv xml:lang="ru"><seg>{russian}</seg></tuv></tu>'
    )


OPEN_BODY = file("").removesuffix(b"</body></tmx>")


def codes(data: bytes) -> list[str]:
    return [finding.code for finding in tmx.parse(data, "m.tmx").findings]


def pair(english: str, russian: str) -> TranslationUnit:
    return TranslationUnit("", (Variant("en", (english,)), Variant("ru", (russian,))))


# -- round trips ----------------------------------------------------------------------------------------------


def test_white_space_in_a_segment_is_kept() -> None:
    text = "  два  пробела,\tтабуляция,\nстрока,\r\u3000и конец "

    again = tmx.parse(tmx.serialize(Memory((pair("x", text),))), "m.tmx").value

    assert again.units[0].variants[1].content == (text,)


def test_level_one_keeps_the_text_and_leaves_native_code_out() -> None:
    bold = (
        Inline("open", "bpt", "<b>", (("i", "1"),)),
        "bold",
        Inline("close", "ept", "</b>", (("i", "1"),)),
    )
    memory = Memory((TranslationUnit("", (Variant("en", ("a ", *bold)),)),))

    assert b"<seg>a bold</seg>" in tmx.serialize(memory, level=1)
    assert b'<bpt i="1">&lt;b&gt;</bpt>bold' in tmx.serialize(memory)


def test_half_a_pair_is_written_as_isolated_code() -> None:
    memory = Memory(
        (TranslationUnit("", (Variant("en", (Inline("open", "bpt", "<b>", (("i", "1"),)), "x")),)),)
    )

    assert b'<it pos="begin">&lt;b&gt;</it>x' in tmx.serialize(memory)


def test_an_attribute_that_tmx_does_not_know_becomes_a_property() -> None:
    memory = Memory((TranslationUnit("1", (Variant("en", ("x",)),), (("quality", "80"),)),))

    assert b'<prop type="x-quality">80</prop>' in tmx.serialize(memory)


def test_a_control_character_is_replaced_and_told() -> None:
    out = BytesIO()

    findings = tmx.write([pair("a\x01b", "ok"), pair("fine", "хорошо")], out, name="m.tmx")

    assert "a\ufffdb" in out.getvalue().decode()
    assert [f.code for f in findings] == ["F221"]


def test_two_writings_of_a_stream_are_the_same_bytes() -> None:
    first, second = BytesIO(), BytesIO()
    for out in (first, second):
        tmx.write((pair(f"line {i}", f"строка {i}") for i in range(500)), out, Memory((), "en"))

    assert first.getvalue() == second.getvalue()
    assert len(tmx.parse(first.getvalue(), "m.tmx").value.units) == 500


# -- reading what the field produces --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "koi8-r"]
)
def test_every_usual_encoding_is_read(encoding: str) -> None:
    label = encoding.removesuffix("-sig")
    text = f'<?xml version="1.0" encoding="{label}"?>' + file(unit("yes", "Ёлка и ель")).decode()

    reading = tmx.parse(text.encode(encoding), "m.tmx")

    assert reading.value.units[0].variants[1].text == "Ёлка и ель"
    assert reading.findings == ()


def test_the_old_lang_attribute_is_read() -> None:
    data = file('<tu><tuv lang="EN"><seg>a</seg></tuv></tu>', version="1.1")

    assert tmx.parse(data, "m.tmx").value.units[0].variants[0].language == "EN"


def test_a_language_with_an_underscore_is_mended_and_told_once() -> None:
    data = file((unit("a") + unit("b")).replace('"ru"', '"ru_RU"'))

    reading = tmx.parse(data, "m.tmx")

    assert {v.language for u in reading.value.units for v in u.variants} == {"en", "ru-RU"}
    assert [f.code for f in reading.findings] == ["F208"]


def test_subflows_stay_in_their_code_and_out_of_the_text() -> None:
    segment = 'See <ph x="1">&lt;img alt="<sub type="alt">a <hi>red</hi> door</sub>"&gt;</ph> here'

    found = tmx.parse(file(unit(segment)), "m.tmx").value.units[0].variants[0]

    assert found.text == "See  here"
    assert isinstance(found.content[1], Inline)
    assert found.content[1].code == '<img alt="">'
    assert "red" in found.content[1].inside


def test_a_truncated_file_gives_all_before_the_break_and_the_line() -> None:
    whole = file("\n" + unit("one") + "\n" + unit("two") + "\n" + unit("three"))

    reading = tmx.parse(whole[: whole.index(b"three")], "m.tmx")

    assert [u.variants[0].text for u in reading.value.units] == ["one", "two"]
    assert [(f.code, f.place.line) for f in reading.findings] == [("F001", 4)]


def test_a_stray_ampersand_or_control_character_does_not_end_the_reading() -> None:
    reading = tmx.parse(file(unit("R&D &#x1F; A & B") + unit("next")), "m.tmx")

    assert reading.value.units[0].variants[0].text == "R&D \ufffd A & B"
    assert len(reading.value.units) == 2
    assert sorted(f.code for f in reading.findings) == ["F006", "F007"]


def test_an_ampersand_in_a_cdata_section_stays_as_it_is() -> None:
    reading = tmx.parse(file(unit("<![CDATA[a & b &amp; c]]>")), "m.tmx")

    assert reading.value.units[0].variants[0].text == "a & b &amp; c"


def test_a_reference_cut_by_the_end_of_a_piece_is_read_whole() -> None:
    for lead in range(5):
        text = "x" * ((1 << 16) - 300 + lead)
        data = file(unit(text + "&#x1F;" * 60 + "&amp;" * 20))

        found = tmx.parse(data, "m.tmx").value.units[0].variants[0].text

        assert found == text + "\ufffd" * 60 + "&" * 20


def test_bytes_of_another_encoding_are_told() -> None:
    data = file(unit("a", "привет") + unit("b")).decode().encode("cp1251")

    reading = tmx.parse(data, "m.tmx")

    assert len(reading.value.units) == 2
    assert [f.code for f in reading.findings] == ["F003"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "F001"),
        (b"\x00\x01\x02binary", "F002"),
        (b"<html><body/></html>", "F200"),
        (file(unit("a"), version="2.0"), "F202"),
        (b'<tmx version="1.4"><header/><body/></tmx>', "F204"),
        (file("<tu/>"), "F205"),
        (file('<tu><tuv xml:lang="en"/></tu>'), "F206"),
        (file("<tu><tuv><seg>a</seg></tuv></tu>"), "F207"),
        (file('<tu><tuv xml:lang="en"><seg>a<g>b</g></seg></tuv></tu>'), "F203"),
        (file(unit("a", attributes='quality="3"')), "F209"),
        (file(unit("a &nowhere; b")), "F008"),
    ],
)
def test_each_deviation_is_told(data: bytes, code: str) -> None:
    assert code in codes(data)


def test_a_faultless_file_is_silent() -> None:
    assert codes(file(unit("a") + unit("b", attributes='tuid="2" creationdate="20260101T000000Z"'))) == []


# -- hostile input --------------------------------------------------------------------------------------------

LAUGHS = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE tmx [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def test_entities_that_could_grow_are_refused() -> None:
    assert codes(LAUGHS.encode() + file(unit("&c;"))) == ["F005"]


def test_external_entities_are_never_fetched() -> None:
    reading = tmx.parse(OUTSIDE.encode() + file(unit("[&x;]")), "m.tmx")

    assert reading.value.units[0].variants[0].text.startswith("[")
    assert "F005" in [f.code for f in reading.findings]
    assert len(reading.value.units[0].variants[0].text) < 6


def test_deep_nesting_is_refused_in_one_sentence() -> None:
    deep = "<bpt i='1'><sub>" * 5000

    assert "F004" in codes(file(unit(deep)))


class Endless:
    """A stream that begins like a memory and never ends."""

    def __init__(self, start: bytes, more: bytes) -> None:
        self._next = start
        self._more = more
        self.given = 0

    def read(self, size: int = -1) -> bytes:
        piece, self._next = self._next, self._more * (max(size, 1) // len(self._more))
        self.given += len(piece)
        return piece


@pytest.mark.parametrize("start", [OPEN_BODY + b'<tu><tuv xml:lang="en"><seg>', OPEN_BODY + b'<tu id="'])
def test_an_element_or_tag_without_end_is_bounded(start: bytes) -> None:
    stream = Endless(start, b"lorem ")

    found = list(tmx.units(stream, "m.tmx"))  # type: ignore[arg-type]

    assert next(f.code for f in found if isinstance(f, Finding)) == "F004"
    assert stream.given < 40_000_000


def test_units_come_before_the_stream_has_ended() -> None:
    stream = Endless(OPEN_BODY, unit("again and again").encode())

    items = tmx.units(stream, "m.tmx")  # type: ignore[arg-type]

    assert isinstance(next(items), TranslationUnit)
    assert stream.given < 1_000_000


# -- other people's files and programs ------------------------------------------------------------------------

KIT = {
    "1A": 2, "1B": 1, "1C": 3, "1D": 3, "1E": 3, "1F": 3, "1G": 3, "1H": 3, "1I": 1, "1J": 2, "1J_many": 3,
    "1K": 2, "1L": 1, "2A": 7, "2A-0index": 7, "2B": 7, "2C": 1,
}  # fmt: skip


@needs_shared
@pytest.mark.parametrize(("case", "count"), KIT.items())
def test_the_compliance_kit_is_read_and_written_again_without_loss(case: str, count: int) -> None:
    data = (SHARED / f"samples/lisa-tmx-kit/ImportTest{case}.tmx").read_bytes()

    reading = tmx.parse(data, case)
    again = tmx.serialize(reading.value)

    assert (len(reading.value.units), reading.findings) == (count, ())
    assert etree.DTD(str(DTD)).validate(etree.fromstring(again))
    assert shape(etree.fromstring(again)) == shape(etree.fromstring(data))


def shape(root: etree._Element) -> list[object]:
    """All units with every attribute, text and inline element, in an order-free form where order means nothing."""
    return [branch(tu) for tu in root.iter("tu")]


def branch(element: etree._Element) -> object:
    mixed = element.tag in {"seg", "bpt", "ept", "ph", "it", "hi", "sub", "ut", "note", "prop"}
    text = (element.text or "", *[child.tail or "" for child in element]) if mixed else ()
    children = [branch(child) for child in element if isinstance(child.tag, str)]
    return (
        element.tag,
        sorted(element.attrib.items()),
        text,
        children if mixed else sorted(children, key=str),
    )


@needs_shared
def test_every_memory_among_the_samples_is_read() -> None:
    counts = {
        path.name: len(tmx.parse(path.read_bytes(), path.name).value.units)
        for path in sorted((SHARED / "samples").rglob("*.tmx"))
    }

    assert counts["all.en-ru.tmx"] == 3071
    assert min(counts.values()) == 1


def test_translate_toolkit_reads_our_memory() -> None:
    memory = Memory((pair("A & B", "А и Б"), pair("two  <b>", "два")), "en")

    stream = BytesIO(tmx.serialize(memory))
    stream.name = "m.tmx"  # type: ignore[attr-defined]
    store = factory.getobject(stream)

    assert [(u.source, u.target) for u in store.units] == [("A & B", "А и Б"), ("two  <b>", "два")]
