"""TMX level 2: inline code, notes, properties and every attribute come back as they were written."""

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree
from tests.formats.strategies import MEMORIES

from termaccord.formats import tmx
from termaccord.formats.validity.memories import Examination
from termaccord.model import Inline, Memory, TranslationUnit, Variant
from termaccord.model.memory import Content, Detail, Pairs, UserEncoding

DTD = Path(__file__).parents[2] / "../shared/formats/schemas/tmx/src/com/maxprograms/tmxvalidation/tmx14.dtd"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ROLES = {"bpt": "open", "ept": "close"}
LEVEL_2 = settings(max_examples=500, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
judge = etree.DTD(str(DTD)) if DTD.exists() else None


@LEVEL_2
@given(MEMORIES)
def test_any_memory_comes_back_and_another_reader_sees_the_same(memory: Memory) -> None:
    data = tmx.serialize(memory)

    reading = tmx.parse(data, "m.tmx")
    tree = etree.fromstring(data)

    assert reading.value == memory
    assert reading.findings == ()
    assert tmx.serialize(reading.value) == data
    assert another_reader(tree) == memory
    assert structural(data) == []
    assert judge is None or judge.validate(tree), judge.error_log


# -- a reader that shares no line with ours -------------------------------------------------------------------


def another_reader(root: etree._Element) -> Memory:
    header = root.find("header")
    assert header is not None
    attributes = dict(header.attrib)
    source = attributes.pop("srclang")
    encodings = tuple(
        UserEncoding(tuple(ude.attrib.items()), tuple(tuple(one.attrib.items()) for one in ude))
        for ude in header.iterfind("ude")
    )
    units = tuple(unit(tu) for tu in root.iterfind("body/tu"))
    return Memory(units, source, tuple(attributes.items()), *extras(header), encodings)


def unit(tu: etree._Element) -> TranslationUnit:
    attributes = dict(tu.attrib)
    name = attributes.pop("tuid", "")
    return TranslationUnit(
        name, tuple(variant(tuv) for tuv in tu.iterfind("tuv")), tuple(attributes.items()), *extras(tu)
    )


def variant(tuv: etree._Element) -> Variant:
    attributes = dict(tuv.attrib)
    language = attributes.pop(LANG)
    segment = tuv.find("seg")
    assert segment is not None
    return Variant(language, content(segment), tuple(attributes.items()), *extras(tuv))


def extras(element: etree._Element) -> tuple[Pairs, tuple[str, ...], tuple[Detail, ...]]:
    properties = [(prop.get("type", ""), prop.text or "") for prop in element.iterfind("prop")]
    notes = [note.text or "" for note in element.iterfind("note")]
    details: list[Detail] = []
    for kind in ("note", "prop"):
        for index, child in enumerate(element.iterfind(kind)):
            names = [(name.replace(LANG, "xml:lang"), value) for name, value in child.attrib.items()]
            details += [(kind, index, name, value) for name, value in names if name != "type"]
    return tuple(properties), tuple(notes), tuple(details)


def content(element: etree._Element) -> Content:
    parts: list[str | Inline] = [element.text or ""]
    for child in element:
        attributes = tuple(child.attrib.items())
        if child.tag in {"hi", "sub"}:
            parts.append(Inline("open", child.tag, "", attributes))
            parts += [*content(child), Inline("close", child.tag)]
        else:
            native = (child.text or "") + "".join(flow.tail or "" for flow in child)
            inside = content(child) if len(child) else ()
            parts.append(Inline(ROLES.get(child.tag, "alone"), child.tag, native, attributes, inside))
        parts.append(child.tail or "")
    return tuple(part for part in merged(parts) if part != "")


def merged(parts: list[str | Inline]) -> list[str | Inline]:
    out: list[str | Inline] = []
    for part in parts:
        if isinstance(part, str) and out and isinstance(out[-1], str):
            out[-1] += part
        else:
            out.append(part)
    return out


def structural(data: bytes) -> list[str]:
    """What our own judge says of the structure; dates and counts are random."""
    examination = Examination(BytesIO(data), "m.tmx")
    return [str(f.message) for f in examination.findings() if f.code < "F250" or f.code in {"F260", "F261"}]


# -- what no faultless memory holds ---------------------------------------------------------------------------


def written(*content: str | Inline, level: tmx.Level = 2, language: str = "en") -> tuple[str, list[str]]:
    """The segment as it is written, and what is told."""
    out = BytesIO()
    unit = TranslationUnit("7", (Variant(language, content),))
    findings = tmx.write([unit], out, level=level)
    text = out.getvalue().decode()
    assert structural(out.getvalue()) == []
    return text[text.index("<seg>") + 5 : text.index("</seg>")], [f.code for f in findings]


def bpt(number: str) -> Inline:
    return Inline("open", "bpt", "<b>", (("i", number),))


def ept(number: str) -> Inline:
    return Inline("close", "ept", "</b>", (("i", number),))


def test_pairs_of_one_number_get_numbers_of_their_own() -> None:
    segment, told = written(bpt("1"), "a", ept("1"), bpt("1"), "b", ept("1"))

    assert segment.count('i="1"') == segment.count('i="2"') == 2
    assert told == []


def test_a_pair_within_a_pair_of_the_same_number_is_told_apart() -> None:
    segment, _ = written(bpt("1"), bpt("1"), "a", ept("1"), ept("1"))

    assert [part.split('"')[0] for part in segment.split('i="')[1:]] == ["1", "2", "2", "1"]


def test_a_pair_without_a_number_gets_one() -> None:
    segment, _ = written(Inline("open", "bpt", "<i>"), "a", Inline("close", "ept", "</i>"))

    assert segment.count('i="1"') == 2


def test_an_end_before_its_beginning_is_two_isolated_codes() -> None:
    segment, _ = written(ept("1"), "a", bpt("1"))

    assert segment == '<it pos="end">&lt;/b&gt;</it>a<it pos="begin">&lt;b&gt;</it>'


def test_an_attribute_that_a_code_does_not_have_is_told() -> None:
    segment, told = written(Inline("alone", "ph", "x", (("x", "1"), ("colour", "red"))))

    assert (segment, told) == ('<ph x="1">x</ph>', ["F222"])


def test_code_in_code_stays_as_code() -> None:
    inside = ("[", Inline("alone", "ph", "<br>"), "]")

    assert written(Inline("alone", "ph", "[]", (), inside))[0] == "<ph>[&lt;br&gt;]</ph>"


def test_a_language_that_is_no_tag_is_written_as_one_and_told() -> None:
    assert written("a", language="Nordic (old)")[1] == ["F222"]
    assert written("a", language="en-GB")[1] == []


def test_level_one_keeps_marked_text_and_tells_of_text_in_code() -> None:
    marked = (Inline("open", "hi"), "red", Inline("close", "hi"))
    flow = (Inline("open", "sub"), "a door", Inline("close", "sub"))
    image = Inline("alone", "ph", "<img>", (), ("<img ", *flow, ">"))

    assert written("a ", *marked, " door", level=1) == ("a red door", [])
    assert written("See ", image, level=1) == ("See ", ["F222"])


def test_attributes_of_notes_that_tmx_does_not_know_are_told() -> None:
    out = BytesIO()
    details: tuple[Detail, ...] = (("note", 0, "colour", "red"), ("note", 0, "xml:lang", "ru"))

    findings = tmx.write([TranslationUnit("", (Variant("en", ("a",)),), (), (), ("n",), details)], out)

    assert b'<note xml:lang="ru">n</note>' in out.getvalue()
    assert ["colour" in f.message for f in findings] == [True]


def test_private_characters_that_stand_for_nothing_are_told_and_not_written() -> None:
    out = BytesIO()

    findings = tmx.write([], out, Memory((), encodings=(UserEncoding((("name", "Quay"),)),)))

    assert b"<ude" not in out.getvalue()
    assert [f.code for f in findings] == ["F222"]


# -- older versions -------------------------------------------------------------------------------------------

OLD = """<tmx version="1.1"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t"
 adminlang="en" srclang="EN" datatype="xml"><note lang="en">n</note></header><body><tu><prop type="p" lang="ru">q</prop>
<tuv lang="EN"><note lang="ru" o-encoding="koi8-r">m</note><seg>a<ut x="1">&lt;br&gt;</ut></seg></tuv>
<tuv lang="RU"><seg>б</seg></tuv></tu></body></tmx>"""


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_the_languages_of_older_versions_are_upgraded_everywhere(version: str) -> None:
    reading = tmx.parse(OLD.replace("1.1", version).encode(), "old.tmx")
    again = tmx.serialize(reading.value)

    assert reading.findings == ()
    assert b" lang=" not in again.replace(b"xml:lang", b"")
    assert again.count(b"xml:lang") == 5
    assert structural(again) == []
    assert tmx.parse(again, "new.tmx").value == reading.value


def test_an_attribute_of_a_note_that_tmx_does_not_know_is_told_when_read() -> None:
    data = OLD.replace('<note lang="ru"', '<note colour="red"').encode()

    assert [f.code for f in tmx.parse(data, "old.tmx").findings] == ["F209"]
