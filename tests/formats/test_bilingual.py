"""PO, XLIFF, two columns and translate-toolkit's formats to units."""

from pathlib import Path

import pytest

from termaccord.formats import bilingual, tmx
from termaccord.formats.bilingual import BilingualUnit, State
from termaccord.formats.localisation.languages import from_name, tag
from termaccord.model import Inline

SHARED = Path(__file__).parents[2] / "../shared/formats/samples"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the folder ../shared/formats is absent")

PO = """\
# Port messages
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: ru\\n"

#. shown on the bridge
#: bridge.c:12
msgctxt "bridge"
msgid ""
"Raise\\n"
"the flag"
msgstr "Поднять флаг"

#, fuzzy
msgid "tide"
msgstr "прилив"

msgid "tug"
msgid_plural "tugs"
msgstr[0] "буксир"
msgstr[1] "буксира"
msgstr[2] "буксиров"

msgid "rope"
msgstr ""

#~ msgid "sail"
#~ msgstr "парус"
"""

XLIFF_1 = """\
<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="a" source-language="en" target-language="ru" datatype="plaintext"><body><group>
<trans-unit id="1"><source>Raise <g id="1">the flag</g><x id="2"/>.</source>
  <target state="translated"><g id="1">Флаг</g><x id="2"/> поднять.</target>
  <note>loud</note><alt-trans><source>no</source><target>нет</target></alt-trans></trans-unit>
</group>
<trans-unit id="2" translate="no"><source>Mshansk</source><target>Mshansk</target></trans-unit>
<trans-unit id="3"><source>tide</source><target state="needs-review-translation">прилив</target></trans-unit>
<trans-unit id="4"><source>rope</source></trans-unit>
<trans-unit id="5"><source>One. Two.</source>
  <seg-source><mrk mtype="seg" mid="1">One.</mrk> <mrk mtype="seg" mid="2">Two<bx id="7"/>.</mrk></seg-source>
  <target><mrk mtype="seg" mid="1">Раз.</mrk> <mrk mtype="seg" mid="2"/></target></trans-unit>
</body></file></xliff>
"""

XLIFF_2 = """\
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="en" trgLang="ru"><file id="f">
<unit id="u"><notes><note>loud</note></notes>
<segment id="a" state="final"><source>Raise <pc id="1">the flag</pc>. </source>
<target>Поднять <pc id="1">флаг</pc>. </target></segment>
<ignorable><source> </source></ignorable>
<segment state="initial"><source>Tide<cp hex="001F"/>.</source><target>Прилив.</target></segment>
</unit></file></xliff>
"""


def units(text: str, name: str) -> tuple[BilingualUnit, ...]:
    reading = bilingual.parse(text.encode(), name)
    assert reading.findings == ()
    return reading.value


def texts(found: tuple[BilingualUnit, ...]) -> list[tuple[str, ...]]:
    return [tuple(variant.text for variant in unit.unit.variants) for unit in found]


def codes(data: bytes, name: str) -> list[str]:
    return [finding.code for finding in bilingual.parse(data, name).findings]


# -- PO ---------------------------------------------------------------------------------------------------


def test_every_message_of_po_and_every_plural_form_is_a_unit() -> None:
    assert [
        (unit.unit.id, *pair) for unit, pair in zip(units(PO, "a.po"), texts(units(PO, "a.po")), strict=True)
    ] == [
        ("bridge|Raise\nthe flag", "Raise\nthe flag", "Поднять флаг"),
        ("tide", "tide", "прилив"),
        ("tug[0]", "tug", "буксир"),
        ("tug[1]", "tugs", "буксира"),
        ("tug[2]", "tugs", "буксиров"),
        ("rope", "rope"),
        ("sail", "sail", "парус"),
    ]


def test_only_finished_messages_are_used() -> None:
    states = [unit.state for unit in units(PO, "a.po")]

    assert states == [
        State.TRANSLATED,
        State.FUZZY,
        State.TRANSLATED,
        State.TRANSLATED,
        State.TRANSLATED,
        State.UNTRANSLATED,
        State.OBSOLETE,
    ]
    assert [unit.id for unit in bilingual.memory(units(PO, "a.po")).units] == [
        "bridge|Raise\nthe flag",
        "tug[0]",
        "tug[1]",
        "tug[2]",
    ]


def test_the_strings_of_po_are_found_in_the_file() -> None:
    lines = [(unit.source_line, unit.target_line) for unit in units(PO, "a.po")]

    assert lines == [(10, 13), (16, 17), (19, 21), (19, 22), (19, 23), (25, 26), (28, 29)]


def test_the_languages_of_po_come_from_its_header_else_from_its_name() -> None:
    def spoken(text: str, name: str) -> list[str]:
        return [variant.language for variant in bilingual.parse(text.encode(), name).value[0].unit.variants]

    assert spoken(PO, "de.po") == ["en", "ru"]
    assert spoken(PO.replace('"Language: ru\\n"\n', ""), "locale/pt_BR/LC_MESSAGES/a.po") == ["en", "pt-BR"]
    assert codes(PO.replace('"Language: ru\\n"\n', "").encode(), "a.po") == ["F120"]


def test_a_broken_entry_costs_only_itself() -> None:
    broken = PO.replace('msgid "tide"', 'msgid tide"')
    reading = bilingual.parse(broken.encode(), "a.po")

    assert [unit.unit.id for unit in reading.value] == [
        "bridge|Raise\nthe flag",
        "tug[0]",
        "tug[1]",
        "tug[2]",
        "rope",
        "sail",
    ]
    assert [(finding.code, finding.place.line) for finding in reading.findings] == [("F121", 16)]
    assert reading.value[-1].source_line == 28


def test_po_in_the_encoding_that_its_header_names() -> None:
    data = PO.replace("UTF-8", "koi8-r").encode("koi8-r")

    assert texts(bilingual.parse(data, "a.po").value)[1] == ("tide", "прилив")


# -- XLIFF ------------------------------------------------------------------------------------------------


def test_units_of_xliff_1_with_their_states_and_lines() -> None:
    found = units(XLIFF_1, "a.xlf")

    assert [(u.unit.id, u.state.value, u.source_line, u.target_line) for u in found] == [
        ("1", "translated", 4, 5),
        ("2", "locked", 8, 8),
        ("3", "fuzzy", 9, 9),
        ("4", "untranslated", 10, None),
        ("5/1", "translated", 12, 13),
        ("5/2", "untranslated", 12, 13),
    ]
    assert texts(found)[0] == ("Raise the flag.", "Флаг поднять.")
    assert found[0].unit.notes == ("loud",)


def test_inline_codes_of_xliff_are_codes_and_their_text_is_text() -> None:
    source = units(XLIFF_1, "a.xlf")[0].unit.variants[0].content

    assert source == (
        "Raise ",
        Inline("open", "bpt", '<g id="1">', (("i", "1"),)),
        "the flag",
        Inline("close", "ept", "</g>", (("i", "1"),)),
        Inline("alone", "ph", '<x id="2"/>', (("x", "2"),)),
        ".",
    )


def test_a_code_without_its_other_half_is_isolated() -> None:
    source = units(XLIFF_1, "a.xlf")[-1].unit.variants[0].content

    assert source[1] == Inline("alone", "it", '<bx id="7"/>', (("pos", "begin"), ("x", "7")))


def test_segments_of_xliff_2() -> None:
    found = units(XLIFF_2, "a.xliff")

    assert [(u.unit.id, u.state.value) for u in found] == [("u/a", "translated"), ("u/2", "fuzzy")]
    assert texts(found) == [("Raise the flag. ", "Поднять флаг. "), ("Tide\x1f.", "Прилив.")]
    assert [v.language for v in found[0].unit.variants] == ["en", "ru"]


def test_units_of_xliff_survive_as_tmx() -> None:
    memory = bilingual.memory(units(XLIFF_1, "a.xlf"))

    assert tmx.parse(tmx.serialize(memory), "a.tmx").clean().units[0].variants == memory.units[0].variants


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<tmx version='1.4'/>", "F122"),
        (b"<xliff version='9.0'/>", "F123"),
        (b"", "F001"),
        (XLIFF_1.encode()[:700], "F001"),
        (b"<!DOCTYPE x [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><xliff version='1.2'>&c;</xliff>", "F005"),
    ],
)
def test_what_is_wrong_with_xliff_is_told_in_one_sentence(data: bytes, code: str) -> None:
    assert code in codes(data, "a.xlf")


def test_of_a_broken_xliff_what_stands_before_the_break_is_read() -> None:
    assert len(bilingual.parse(XLIFF_1.encode()[:700], "a.xlf").value) >= 1


# -- two columns ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "languages"),
    [
        ("en,ru\ntide,прилив\nrope,\n", "a.csv", ["en", "ru"]),
        ("English;Русский\ntide;прилив\nrope;\n", "a.csv", ["en", "ru"]),
        ("\ufeffsource\ttarget\ntide\tприлив\nrope\t\n", "a.ru.tsv", ["und", "ru"]),
        ("Перевод;Оригинал\nприлив;tide\n;rope\n", "a.csv", ["und", "und"]),
        ("tide,прилив\nrope,\n", "a.csv", ["und", "und"]),
    ],
)
def test_two_columns_are_source_and_target(text: str, name: str, languages: list[str]) -> None:
    found = units(text, name)

    assert texts(found) == [("tide", "прилив"), ("rope",)]
    assert [variant.language for variant in found[0].unit.variants] == languages


def test_a_row_may_name_its_languages_and_its_id() -> None:
    text = "stringID,sourceLang,targetLang,sourceString,targetString\nt_1,en,ru-RU,tide,прилив\n"
    (unit,) = units(text, "a.csv")

    assert (unit.unit.id, [v.language for v in unit.unit.variants]) == ("t_1", ["en", "ru-RU"])


def test_a_row_with_one_cell_is_told() -> None:
    assert codes(b"en,ru\ntide,\xd0\xb0\nrope\n", "a.csv") == ["F127"]


# -- the rest ---------------------------------------------------------------------------------------------


def test_qt_translations_are_read() -> None:
    text = """<?xml version="1.0" encoding="utf-8"?><!DOCTYPE TS><TS version="2.1" language="ru" sourcelanguage="en">
<context><name>Bridge</name><message><source>tide</source><translation>прилив</translation></message>
<message><source>rope</source><translation type="unfinished"></translation></message></context></TS>"""

    assert texts(units(text, "a.ts")) == [("tide", "прилив"), ("rope",)]


@pytest.mark.parametrize(
    ("name", "code"), [("a.xyz", "F124"), ("a.ts", "F002"), ("a.qph", "F002"), ("a.mo", "F126")]
)
def test_what_cannot_be_read_is_told_in_one_sentence(name: str, code: str) -> None:
    assert codes(b"no such thing", name) == [code]


def test_bilingual_files_are_known_by_their_ending() -> None:
    assert [bilingual.reads(name) for name in ("a.po", "b/C.XLF", "a.ts", "a.txt", "a.tmx")] == [
        True,
        True,
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("pt_BR", "pt-BR"),
        ("sr@latin", "sr-Latn"),
        ("RU", "ru"),
        ("zh_hant_tw", "zh-Hant-TW"),
        ("messages", ""),
        ("", ""),
    ],
)
def test_language_tags_are_brought_to_one_form(written: str, meant: str) -> None:
    assert tag(written) == meant


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("ru.po", "ru"),
        ("po/app.de.po", "de"),
        ("de/LC_MESSAGES/app.po", "de"),
        ("app.po", ""),
        ("x/a.csv", ""),
    ],
)
def test_a_path_may_name_a_language(name: str, language: str) -> None:
    assert from_name(name) == language


@needs_shared
@pytest.mark.parametrize(
    ("pattern", "count"),
    [("**/ExportTest1E.xlf", 4), ("**/admin.po", 217), ("**/conf.po", 398)],
)
def test_samples_of_the_field_are_read(pattern: str, count: int) -> None:
    paths = sorted(SHARED.glob(pattern))
    if not paths:
        pytest.skip("the sample is absent")

    assert len(bilingual.parse(paths[0].read_bytes(), paths[0].name).value) == count


@pytest.mark.parametrize(("message", "language"), [("Close the hatch.", "en"), ("Закройте люк.", "und")])
def test_a_catalog_is_english_unless_its_messages_plainly_are_not(message: str, language: str) -> None:
    data = f'msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "{message}"\nmsgstr "Luke schließen."\n'.encode()

    assert [variant.language for variant in bilingual.parse(data, "a.po").value[0].unit.variants] == [
        language,
        "de",
    ]
