"""
LISA's compliance kit for TMX 1.4b in full: what is imported is exactly what the kit says, what is exported is its own TMX.

Imports are compared by text: every line of the .txt, .htm or .rtf file beside the TMX is a segment.
Exports are compared by units: languages (case apart), text, codes and their attributes; numbers of codes, ids, the order
of attributes and the header apart.
"""

import re
from pathlib import Path

import pytest
from lxml import etree, html
from tests.formats.lisa_kit import KIT, expected, segments

from termaccord.formats import bilingual, documents, tmx
from termaccord.formats.bilingual import Original
from termaccord.model import Content, Inline, Memory, TranslationUnit, Variant
from termaccord.project.memory.importing import Request, import_files
from termaccord.store.memory.store import MemoryStore

pytestmark = pytest.mark.skipif(not KIT.exists(), reason="the folder ../shared/formats is absent")


def units(case: str) -> tuple[TranslationUnit, ...]:
    reading = tmx.parse((KIT / f"ImportTest{case}.tmx").read_bytes(), case)
    assert reading.findings == ()
    return reading.value.units


def texts(case: str, language: str) -> list[str]:
    """The segments of one language in the order of the file, whatever the case of its tag."""
    return [v.text for unit in units(case) for v in unit.variants if v.language.lower() == language]


# -- import, level 1 ------------------------------------------------------------------------------------------

TARGETS = {
    **dict.fromkeys(["1A", "1B", "1C"], "fr-ca"),
    **dict.fromkeys(["1D", "1E", "1F", "1G", "1H"], "en-gb"),
    "1I": "ja-jp",
}


@pytest.mark.parametrize(("case", "target"), TARGETS.items())
def test_both_texts_of_an_import_are_exactly_those_of_the_kit(case: str, target: str) -> None:
    assert texts(case, "en-us") == expected(case)
    assert texts(case, target) == expected(case, target)


@pytest.mark.parametrize("case", ["1A", "1B", "1C", "1D", "1I"])
def test_the_texts_in_rtf_say_the_same(case: str) -> None:
    from tests.formats.lisa_kit import rtf_lines  # noqa: PLC0415

    target = TARGETS[case]

    assert rtf_lines((KIT / f"ImportTest{case}_{target}.rtf").read_bytes()) == expected(case, target)


def imported(case: str, *languages: str) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """What `memory import` takes for a pair of languages, and how many units it leaves out, by reason."""
    store = MemoryStore.open(None)
    request = Request((str(KIT / f"ImportTest{case}.tmx"),), languages=languages)
    (report,) = import_files(store, request, lambda *_: None)
    found = [
        tuple(v.text for language in languages for v in unit.variants if v.language.lower() == language)
        for unit in (stored.unit for stored in store.stream())
    ]
    return sorted(found), {str(reason): count for reason, count in report.dropped.items()}  # type: ignore[arg-type, return-value]


def test_1j_the_pair_is_found_in_either_order() -> None:
    assert imported("1J", "en-us", "en-gb") == (
        [
            ("First entry in US English", "First entry in UK English"),
            ("Second entry in US English", "Second entry in UK English"),
        ],
        {},
    )


def test_1j_many_a_unit_without_the_target_is_left_out_and_counted() -> None:
    found, dropped = imported("1J_many", "en-us", "en-gb")

    assert [english[:6] for english, _ in found] == ["First ", "Second"]
    assert dropped == {"language": 1}


def test_1k_units_of_another_source_language_are_not_imported() -> None:
    assert imported("1K", "en-us", "en-gb") == ([], {"language": 2})


def test_1c_two_of_five_languages_are_taken() -> None:
    found, dropped = imported("1C", "en-us", "fr-ca")

    assert found == sorted(zip(expected("1C"), expected("1C", "fr-ca"), strict=True))
    assert dropped == {}


def test_1l_every_attribute_note_and_property_is_kept() -> None:
    data = (KIT / "ImportTest1L.tmx").read_bytes()
    memory = tmx.parse(data, "1L").value
    root = etree.fromstring(data)
    again = etree.fromstring(tmx.serialize(memory))

    for tag in ("header", "ude", "map", "note", "prop", "tu", "tuv", "seg"):
        before = [(sorted(e.attrib.items()), (e.text or "").strip()) for e in root.iter(tag)]
        after = [(sorted(e.attrib.items()), (e.text or "").strip()) for e in again.iter(tag)]
        assert sorted(after) == sorted(before), tag


# -- import, level 2 ------------------------------------------------------------------------------------------


def with_codes(content: Content) -> str:
    return "".join(part if isinstance(part, str) else part.code for part in content)


@pytest.mark.parametrize("case", ["2A", "2A-0index"])
@pytest.mark.parametrize("target", ["", "fr-ca"])
def test_2a_text_and_code_together_are_the_page(case: str, target: str) -> None:
    wanted = target or "en-us"
    found = [with_codes(v.content) for u in units(case) for v in u.variants if v.language.lower() == wanted]
    sentences = expected("2A", target)
    cut = next(n for n, line in enumerate(sentences) if line.count(".") == 2)

    assert [*found[:cut], f"{found[cut]} {found[cut + 1]}", *found[cut + 2 :]] == sentences


def test_2b_the_text_between_the_codes_is_that_of_the_rtf() -> None:
    for target in ("", "fr-ca"):
        found = re.sub(r"\s+", " ", " ".join(texts("2B", target or "en-us")))
        wanted = re.sub(r"\s+", " ", " ".join(expected("2B", target)))

        # The French memory of the kit has two misprints that its RTF has not.
        assert found == wanted.replace("Image :", "Image:").replace("Du texte", "Du text")


def test_2c_codes_flows_and_marks_are_kept_with_all_their_attributes() -> None:
    (unit,) = units("2C")
    content = unit.variants[1].content
    codes = [part for part in content if isinstance(part, Inline)]

    assert unit.variants[1].text == "Cliquez  pour commencer."
    assert [(code.tag, dict(code.attributes)) for code in codes] == [
        ("it", {"x": "1", "pos": "begin", "type": "italic"}),
        ("bpt", {"x": "2", "i": "1", "type": "bold"}),
        ("ph", {"x": "3", "type": "image", "assoc": "b"}),
        ("hi", {"type": "verb", "x": "4"}),
        ("hi", {}),
        ("ept", {"i": "1"}),
    ]
    assert "Commencez ici !" in codes[2].inside


# -- export ---------------------------------------------------------------------------------------------------

LANGUAGES = ("en-us", "fr-ca")


def exported(pairs: list[tuple[Content, Content]]) -> etree._Element:
    made = tuple(
        TranslationUnit(
            "", tuple(Variant(tag, content) for tag, content in zip(LANGUAGES, pair, strict=True))
        )
        for pair in pairs
    )
    return etree.fromstring(tmx.serialize(Memory(made, "en-us")))


def of_texts(pairs: list[tuple[str, str]]) -> etree._Element:
    return exported([((source,), (target,)) for source, target in pairs])


def kit(case: str) -> etree._Element:
    return etree.parse(KIT / f"ExportTest{case}.tmx").getroot()


def both(ending: str, case: str) -> tuple[bytes, bytes]:
    return tuple((KIT / f"ExportTest{case}{which}.{ending}").read_bytes() for which in ("", "_fr"))  # type: ignore[return-value]


def test_1a_string_tables_of_windows_become_the_kits_memory() -> None:
    """Joined by their numbers; read here, for termaccord has no reader of .rc files."""
    tables = [
        dict(re.findall(r'^\s*(\d+) "(.*)"\r?$', data.decode("cp1252"), re.MULTILINE))
        for data in both("rc", "1A")
    ]

    assert segments(of_texts([(tables[0][key], tables[1][key]) for key in tables[0]])) == segments(kit("1A"))


def test_1b_pages_become_the_kits_memory() -> None:
    pages = [documents.parse(data, "page.htm").value.text.split("\n") for data in both("htm", "1B")]
    lines = [[line for line in page if line.strip()] for page in pages]

    assert segments(of_texts(list(zip(*lines, strict=True)))) == segments(kit("1B"))


def test_1c_properties_become_the_kits_memory() -> None:
    source, target = both("properties", "1C")
    reading = bilingual.parse(target, "ExportTest_fr.properties", Original(source, "ExportTest.properties"))
    pairs = [(u.unit.variants[0].text, u.unit.variants[1].text) for u in reading.value]

    assert segments(of_texts(pairs)) == segments(kit("1C"))


def test_1d_catalogs_whose_messages_are_ids_become_the_kits_memory() -> None:
    """Saved as UTF-8, as we ask for: the catalogs do not name their encoding, and nobody can tell it."""
    catalogs = []
    for data in both("po", "1D"):
        assert [finding.code for finding in bilingual.parse(data, "ExportTest.po").findings] == ["F101"]
        reading = bilingual.parse(data.decode("cp1252").encode(), "ExportTest.po")
        catalogs.append({u.unit.variants[0].text: u.unit.variants[1].text for u in reading.value})

    assert segments(of_texts([(catalogs[0][key], catalogs[1][key]) for key in catalogs[0]])) == segments(
        kit("1D")
    )


def test_1e_alternative_translations_of_xliff_become_the_kits_memory() -> None:
    """The kit translates by <alt-trans>, the targets being the sources; it is read as XML, for ours are the targets."""
    root = etree.parse(KIT / "ExportTest1E.xlf").getroot()
    pairs = [
        (str(unit.findtext("source")), str(unit.findtext("alt-trans/target")))
        for unit in root.iter("trans-unit")
    ]
    reading = bilingual.parse((KIT / "ExportTest1E.xlf").read_bytes(), "ExportTest1E.xlf")

    assert [unit.unit.variants[0].text for unit in reading.value] == [source for source, _ in pairs]
    assert segments(of_texts(pairs)) == segments(kit("1E"))


# A page with inline tags, cut into sentences: halves of a pair that a cut parts are isolated codes.


def flat(element: etree._Element, names: dict[str, list[str]]) -> list[str | Inline]:
    """Text and tags of a paragraph; a tag has the number that the same tag of the source has."""
    parts: list[str | Inline] = [element.text or ""]
    for child in element:
        number = names[child.tag].pop(0)
        parts.append(Inline("open", "bpt", f"<{child.tag}>", (("i", number), ("x", number))))
        parts += flat(child, names)
        parts += [Inline("close", "ept", f"</{child.tag}>", (("i", number),)), child.tail or ""]
    return parts


def sentences(parts: list[str | Inline]) -> list[Content]:
    """Cut behind a full stop before a blank."""
    found: list[list[str | Inline]] = [[]]
    for part in parts:
        pieces = re.split(r"(?<=\.) (?=[A-Z])", part) if isinstance(part, str) else [part]
        for number, piece in enumerate(pieces):
            found += [[]] if number else []
            found[-1].append(piece)
    return [isolated(content) for content in found]


def isolated(content: list[str | Inline]) -> Content:
    codes = [part for part in content if isinstance(part, Inline)]
    whole = {dict(c.attributes)["i"] for c in codes if c.tag == "bpt"} & {
        dict(c.attributes)["i"] for c in codes if c.tag == "ept"
    }
    parts: list[str | Inline] = []
    for part in content:
        if isinstance(part, str) or dict(part.attributes)["i"] in whole:
            parts.append(part)
        else:
            position = "begin" if part.tag == "bpt" else "end"
            parts.append(Inline("alone", "it", part.code, (("pos", position), ("x", "1"))))
    return tuple(parts)


def test_2a_pages_with_tags_become_the_kits_memory() -> None:
    pages = [html.fromstring(data.decode("cp1252")).findall(".//p") for data in both("htm", "2A")]
    pairs: list[tuple[Content, Content]] = []
    for source, target in zip(*pages, strict=True):
        order = [child.tag for child in source.iterdescendants()]
        numbers = {tag: [str(n) for n, name in enumerate(order, 1) if name == tag] for tag in set(order)}
        one = sentences(flat(source, {tag: list(found) for tag, found in numbers.items()}))
        pairs += zip(one, sentences(flat(target, numbers)), strict=True)

    assert segments(exported(pairs)) == segments(kit("2A"))


def test_the_kit_is_here_in_full() -> None:
    files = {path.name for path in Path(KIT).glob("*.tmx")}

    assert {f"ImportTest1{letter}.tmx" for letter in "ABCDEFGHIJKL"} <= files
    assert {f"ImportTest2{letter}.tmx" for letter in "ABC"} <= files
    assert {f"ExportTest{case}.tmx" for case in ("1A", "1B", "1C", "1D", "1E", "2A")} <= files
