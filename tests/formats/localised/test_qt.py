"""Qt's TS: read, filled and changed where its translations stand."""

import io
from difflib import unified_diff

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from translate.storage.ts2 import tsfile

from termaccord.formats import bilingual, filling
from termaccord.formats.bilingual import State
from termaccord.formats.filling import Fill, Filled, Standing
from termaccord.formats.patching import patch
from termaccord.model import Edit, Place, Span

NAME = "deck_ru.ts"
TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>Bridge</name>
    <message>
        <location filename="bridge.cpp" line="12"/>
        <source>High &quot;tide&quot;</source>
        <comment>sea</comment>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n boat(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n oar(s)</source>
        <translation type="unfinished"/>
    </message>
    <message>
        <source>Rope<byte value="x1b"/></source>
        <translation>Канат<byte value="x1b"/></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished">Осадка</translation>
    </message>
    <message>
        <source>Sail</source>
        <translation type="vanished">Парус</translation>
    </message>
    <message id="msg-anchor">
        <source>Anchor</source>
    </message>
</context>
</TS>
"""
BOATS = tuple(
    Fill(f"Bridge|%n boat(s)[{n}]", (f"%n {word}",)) for n, word in enumerate(("лодка", "лодки", "лодок"))
)


def filled(*wanted: Fill, data: str = TS, overwrite: bool = False) -> Filled:
    return filling.fill(data.encode(), NAME, wanted, overwrite=overwrite)


def lines(found: Filled) -> list[str]:
    diff = unified_diff(TS.splitlines(), found.data.decode().splitlines(), n=0, lineterm="")
    return [line for line in diff if line[0] in "+-" and line[:3] not in {"+++", "---"}]


def test_messages_have_the_state_that_qt_gives_them() -> None:
    found = bilingual.parse(TS.encode(), NAME).value

    assert [(unit.unit.id, unit.state) for unit in found] == [
        ('Bridge|High "tide"|sea', State.UNTRANSLATED),
        *((f"Bridge|%n boat(s)[{n}]", State.UNTRANSLATED) for n in range(3)),
        *((f"Bridge|%n oar(s)[{n}]", State.UNTRANSLATED) for n in range(3)),
        ("Bridge|Rope\x1b", State.TRANSLATED),
        ("Bridge|Draft", State.FUZZY),
        ("Bridge|Sail", State.OBSOLETE),
        ("msg-anchor", State.UNTRANSLATED),
    ]


def test_languages_notes_and_context_are_read() -> None:
    (first, *_) = bilingual.parse(TS.encode(), NAME).value

    assert (first.unit.variants[0].language, first.target_language, first.unit.notes) == (
        "en",
        "ru-RU",
        ("sea",),
    )
    assert ("x-context", "Bridge") in first.unit.properties


def test_a_finished_translation_loses_its_mark() -> None:
    assert lines(filled(Fill('Bridge|High "tide"|sea', ("«Прилив» & 'он'",)))) == [
        '-        <translation type="unfinished"></translation>',
        "+        <translation>«Прилив» &amp; &apos;он&apos;</translation>",
    ]


def test_a_fuzzy_one_stays_unfinished() -> None:
    assert lines(filled(Fill('Bridge|High "tide"|sea', ("Прилив",), Standing.FUZZY))) == [
        '-        <translation type="unfinished"></translation>',
        '+        <translation type="unfinished">Прилив</translation>',
    ]


def test_forms_are_filled_together_or_not_at_all() -> None:
    assert lines(filled(*BOATS))[4:] == [
        "+        <translation>",
        "+            <numerusform>%n лодка</numerusform>",
        "+            <numerusform>%n лодки</numerusform>",
        "+            <numerusform>%n лодок</numerusform>",
    ]
    assert (
        '<translation type="unfinished">\n            <numerusform>%n лодка' in filled(BOATS[0]).data.decode()
    )


def test_forms_that_do_not_stand_there_yet_are_made() -> None:
    oars = [Fill(f"Bridge|%n oar(s)[{n}]", (f"%n {n}",)) for n in range(3)]

    assert lines(filled(*oars)) == [
        '-        <translation type="unfinished"/>',
        "+        <translation>",
        *(f"+            <numerusform>%n {n}</numerusform>" for n in range(3)),
        "+        </translation>",
    ]


def test_a_message_without_a_translation_gets_one() -> None:
    assert lines(filled(Fill("msg-anchor", ("Якорь",)))) == ["+        <translation>Якорь</translation>"]


@pytest.mark.parametrize("unit", ["Bridge|Rope\x1b", "Bridge|Draft", "Bridge|Sail"])
def test_what_is_translated_or_gone_stays(unit: str) -> None:
    found = filled(Fill(unit, ("Слово",)))

    assert (found.data, len(found.findings)) == (TS.encode(), 1)


def test_a_draft_gives_way_where_that_is_asked_for() -> None:
    found = filled(Fill("Bridge|Draft", ("Черновик",)), overwrite=True)

    assert "+        <translation>Черновик</translation>" in lines(found)


def test_nothing_filled_is_nothing_changed() -> None:
    assert filled().data == TS.encode()


def test_line_ends_and_mark_stay() -> None:
    data = "\ufeff" + TS.replace("\n", "\r\n")

    found = filled(*BOATS, data=data)

    assert found.data.decode() == data.replace(
        '<translation type="unfinished">\r\n', "<translation>\r\n", 1
    ).replace("<numerusform></numerusform>", "<numerusform>%n лодка</numerusform>", 1).replace(
        "<numerusform></numerusform>", "<numerusform>%n лодки</numerusform>", 1
    ).replace("<numerusform></numerusform>", "<numerusform>%n лодок</numerusform>", 1)


def test_a_word_is_changed_where_it_stands() -> None:
    place = Place(NAME, "Bridge|Rope\x1b", Span(0, 5), language="ru-RU")

    after = patch(TS.encode(), NAME, [Edit(place, "Трос")])

    assert after.value == TS.replace("<translation>Канат", "<translation>Трос").encode()


@settings(max_examples=40, deadline=None)
@given(
    st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), min_size=1).filter(
        lambda text: text.strip()
    )
)
def test_any_translation_is_read_as_it_was_meant(words: str) -> None:
    found = filled(Fill("msg-anchor", (words,)))

    assert [one.text for one in found.made] == [words]
    read = {unit.unit.id: unit.unit.variants[1:] for unit in bilingual.parse(found.data, NAME).value}
    assert read["msg-anchor"][0].text == words


@pytest.mark.parametrize("words", ["Якорь 'и' \"цепь\"", "R&D <3", "две\nстроки"])
def test_the_toolkit_reads_it_too(words: str) -> None:
    store = tsfile()
    store.parse(io.BytesIO(filled(Fill("msg-anchor", (words,))).data).read())

    (unit,) = [unit for unit in store.units if unit.source == "Anchor"]
    assert (str(unit.target), unit.isfuzzy()) == (words, False)
