"""XLIFF as Trados, memoQ and Phrase write it."""

import pytest

from termaccord.formats import bilingual, filling
from termaccord.formats.bilingual import State
from termaccord.formats.filling import Fill, Filled, Standing
from termaccord.formats.patching import patch
from termaccord.model import Edit, Place, Span

TRADOS = """\ufeff<?xml version="1.0" encoding="utf-8"?>
<xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" \
xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2" sdl:version="1.0">
<file original="C:\\quay\\deck.docx" datatype="x-sdlfilterframework2" source-language="en-GB" target-language="ru-RU">
<header><tag-defs xmlns="http://sdl.com/FileTypes/SdlXliff/1.0">\
<tag id="3"><bpt name="cf">&lt;cf bold&gt;</bpt></tag></tag-defs></header>
<body>
<trans-unit id="a" translate="no"><source><x id="0"/></source></trans-unit>
<group><sdl:cxts><sdl:cxt id="1"/></sdl:cxts>
<trans-unit id="u"><source>Close the <g id="3">sluice</g>. Wait. Go. Stop. Rest.</source><seg-source>\
<mrk mtype="seg" mid="1">Close the <g id="3">sluice</g>.</mrk> <mrk mtype="seg" mid="2">Wait.</mrk> \
<mrk mtype="seg" mid="3">Go.</mrk> \
<mrk mtype="seg" mid="4">Stop.</mrk> <mrk mtype="seg" mid="5">Rest.</mrk></seg-source><target>\
<mrk mtype="seg" mid="1"/> <mrk mtype="seg" mid="2">Жди<mrk mtype="x-sdl-deleted" sdl:revid="r">те</mrk>.</mrk> \
<mrk mtype="seg" mid="3"/> <mrk mtype="seg" mid="4"><mrk mtype="x-sdl-comment" sdl:cid="c">Стой</mrk>.</mrk> \
<mrk mtype="seg" mid="5">Отдых.</mrk></target><sdl:seg-defs><sdl:seg id="1"/>\
<sdl:seg id="2" conf="Draft" origin="mt"><sdl:prev-origin origin="source"/></sdl:seg><sdl:seg id="3" locked="true"/>\
<sdl:seg id="4" conf="ApprovedTranslation"/><sdl:seg id="5"/></sdl:seg-defs></trans-unit>
</group></body></file></xliff>
""".replace("\n", "\r\n")

MEMOQ = """<?xml version="1.0" encoding="utf-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:mq="MQXliff">
<file original="deck.docx" source-language="en" target-language="ru" datatype="x-memoq"><body>
<trans-unit id="1" mq:status="NotStarted" mq:segmentguid="g1"><source xml:space="preserve">Close <bpt id="1">{}</bpt>it\
<ept id="2" rid="1">{}</ept><ph id="3">&lt;mq:ch val="&amp;#9;" /&gt;</ph></source>\
<target xml:space="preserve"></target></trans-unit>
<trans-unit id="2" mq:status="PartiallyEdited" mq:segmentguid="g2"><source>Rope</source><target>Канат</target></trans-unit>
<trans-unit id="3" mq:status="ManuallyConfirmed" mq:segmentguid="g3"><source>Sail</source><target>Парус</target></trans-unit>
<trans-unit id="4" mq:status="NotStarted" mq:locked="locked" mq:segmentguid="g4"><source>Oar</source><target/></trans-unit>
</body></file></xliff>
"""

PHRASE = """<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0" m:level="1">
<file original="deck.docx" source-language="en" target-language="ru" datatype="x-undefined"><body>
<group id="0"><trans-unit id="j:0" m:confirmed="0" m:locked="false"><source>Rope</source>\
<target></target></trans-unit></group>
<group id="1"><trans-unit id="j:1" m:confirmed="0" m:locked="false"><source>Sail</source>\
<target>Парус</target></trans-unit></group>
<group id="2"><trans-unit id="j:2" m:confirmed="1" m:locked="false"><source>Oar</source>\
<target>Весло</target></trans-unit></group>
<group id="3"><trans-unit id="j:3" m:confirmed="0" m:locked="true"><source>Mast</source><target/></trans-unit></group>
</body></file></xliff>
"""


def states(data: str, name: str) -> dict[str, State]:
    return {unit.unit.id: unit.state for unit in bilingual.parse(data.encode(), name).value}


def filled(data: str, name: str, *wanted: Fill, overwrite: bool = False) -> Filled:
    return filling.fill(data.encode(), name, wanted, overwrite=overwrite)


def test_segments_of_trados_have_its_states() -> None:
    assert states(TRADOS, "a.sdlxliff") == {
        "a": State.LOCKED,
        "u/1": State.UNTRANSLATED,
        "u/2": State.FUZZY,
        "u/3": State.LOCKED,
        "u/4": State.TRANSLATED,
        "u/5": State.FUZZY,
    }


def test_what_was_deleted_under_tracked_changes_is_no_text_and_what_is_commented_is() -> None:
    found = {
        unit.unit.id: unit.unit.variants[-1].content
        for unit in bilingual.parse(TRADOS.encode(), "a.sdlxliff").value
    }

    assert (found["u/2"], found["u/4"]) == (("Жди.",), ("Стой.",))


def test_a_segment_of_trados_is_filled_with_its_own_words_for_it() -> None:
    codes = [
        part
        for part in bilingual.parse(TRADOS.encode(), "a.sdlxliff").value[1].unit.variants[0].content
        if not isinstance(part, str)
    ]

    found = filled(
        TRADOS,
        "a.sdlxliff",
        Fill("u/1", ("Закройте ", codes[0], "шлюз", codes[1], "."), score=101, origin="home/tmx/deck.tmx"),
    )

    assert found.data.decode() == TRADOS.replace(
        '<mrk mtype="seg" mid="1"/> <mrk mtype="seg" mid="2">Жди',
        '<mrk mtype="seg" mid="1">Закройте <g id="3">шлюз</g>.</mrk> <mrk mtype="seg" mid="2">Жди',
    ).replace(
        '<sdl:seg id="1"/>',
        '<sdl:seg id="1" conf="Translated" origin="tm" origin-system="deck.tmx" percent="100"/>',
    )


def test_a_fuzzy_one_is_a_draft() -> None:
    found = filled(TRADOS, "a.sdlxliff", Fill("u/5", ("Отдыхай.",), Standing.FUZZY, score=80), overwrite=True)

    assert '<sdl:seg id="5" conf="Draft" origin="tm" percent="80"/>' in found.data.decode()


@pytest.mark.parametrize("unit", ["a", "u/3", "u/4"])
def test_what_trados_has_locked_or_approved_stays(unit: str) -> None:
    found = filled(TRADOS, "a.sdlxliff", Fill(unit, ("Слово",)), overwrite=True)

    assert (found.data, len(found.findings)) == (TRADOS.encode(), 1)


def test_a_word_is_changed_around_a_tracked_deletion() -> None:
    edit = Edit(Place("a.sdlxliff", "u/2", Span(0, 3), language="ru-RU"), "Стой")

    after = patch(TRADOS.encode(), "a.sdlxliff", [edit])

    assert after.value.decode() == TRADOS.replace("Жди<mrk", "Стой<mrk")


def test_units_of_memoq_have_its_states() -> None:
    assert states(MEMOQ, "a.mqxliff") == {
        "1": State.UNTRANSLATED,
        "2": State.FUZZY,
        "3": State.TRANSLATED,
        "4": State.LOCKED,
    }


def test_a_unit_of_memoq_is_pretranslated_in_its_own_words() -> None:
    source = bilingual.parse(MEMOQ.encode(), "a.mqxliff").value[0].unit.variants[0].content
    target = tuple(
        {"Close ": "Закройте ", "it": "его"}.get(part, part) if isinstance(part, str) else part
        for part in source
    )

    found = filled(MEMOQ, "a.mqxliff", Fill("1", target, score=101))

    assert found.data.decode() == MEMOQ.replace(
        'mq:status="NotStarted" mq:segmentguid="g1"',
        'mq:status="Pretranslated" mq:segmentguid="g1" mq:percent="101"',
    ).replace(
        '<target xml:space="preserve"></target>',
        '<target xml:space="preserve">Закройте <bpt id="1">{}</bpt>его<ept id="2" rid="1">{}</ept>'
        '<ph id="3">&lt;mq:ch val="&amp;#9;" /&gt;</ph></target>',
    )


def test_units_of_phrase_have_its_states_and_are_filled_in_its_words() -> None:
    assert states(PHRASE, "a.mxliff") == {
        "j:0": State.UNTRANSLATED,
        "j:1": State.FUZZY,
        "j:2": State.TRANSLATED,
        "j:3": State.LOCKED,
    }
    assert filled(PHRASE, "a.mxliff", Fill("j:0", ("Канат",), score=100)).data.decode() == PHRASE.replace(
        '<trans-unit id="j:0" m:confirmed="0" m:locked="false"><source>Rope</source><target></target>',
        '<trans-unit id="j:0" m:confirmed="0" m:locked="false" m:score="1" m:trans-origin="tm">'
        "<source>Rope</source><target>Канат</target>",
    )


@pytest.mark.parametrize(("data", "name", "unit"), [(MEMOQ, "a.mqxliff", "4"), (PHRASE, "a.mxliff", "j:3")])
def test_what_is_locked_stays(data: str, name: str, unit: str) -> None:
    found = filled(data, name, Fill(unit, ("Слово",)), overwrite=True)

    assert (found.data, len(found.findings)) == (data.encode(), 1)


@pytest.mark.parametrize("version", ["1.1", "2.2"])
def test_older_and_newer_editions_are_read(version: str) -> None:
    if version == "1.1":
        data = '<xliff version="1.1"><file original="a" source-language="en" target-language="ru"><body><trans-unit id="1">'
        data += "<source>Rope</source><target>Канат</target></trans-unit></body></file></xliff>"
    else:
        data = '<xliff version="2.2" srcLang="en" trgLang="ru" xmlns="urn:oasis:names:tc:xliff:document:2.2"><file id="f">'
        data += '<unit id="1"><segment><source>Rope</source><target>Канат</target></segment></unit></file></xliff>'

    assert states(data, "a.xlf") == {"1": State.TRANSLATED}


def test_what_stands_in_a_closed_group_is_locked_unless_it_says_otherwise() -> None:
    head = '<xliff version="1.2"><file original="a" source-language="en" target-language="ru"><body><group translate="no">'
    data = (
        head
        + '<trans-unit id="1"><source>A</source></trans-unit><trans-unit id="2" translate="yes"><source>B</source></trans-unit>'
    )

    assert states(data + "</group></body></file></xliff>", "a.xlf") == {
        "1": State.LOCKED,
        "2": State.UNTRANSLATED,
    }


LOCKED = (
    '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:m="http://www.memsource.com/mxlf/2.0" version="1.2">'
    '<file original="a" source-language="en" target-language="ru" datatype="x"><body>'
    '<trans-unit id="1" m:confirmed="1" m:locked="true"><source>Mast</source><target>Мачта</target></trans-unit>'
    '<trans-unit id="2" translate="no"><source>Oar</source><target>Oar</target></trans-unit></body></file></xliff>'
)


def test_what_was_translated_and_then_locked_is_learnt_from_and_not_changed() -> None:
    units = bilingual.parse(LOCKED.encode(), "a.mxliff").value
    edit = Edit(Place("a.mxliff", units[0].unit.id, Span(0, 5)), "Рея")
    reading = patch(LOCKED.encode(), "a.mxliff", [edit])

    assert [(unit.state, unit.usable) for unit in units] == [(State.LOCKED, True), (State.LOCKED, False)]
    assert reading.value == LOCKED.encode()
    assert [str(finding.message) for finding in reading.findings] == [
        "a locked segment is not changed; unlock it in its own tool first"
    ]
