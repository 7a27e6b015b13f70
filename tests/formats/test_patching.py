"""Words changed in place: the file then says what was meant, and no other byte of it is another."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.formats import bilingual, documents, tmx
from termaccord.formats.addresses import addressed
from termaccord.formats.patching import patch
from termaccord.formats.reading import Reading
from termaccord.model import Edit, Place, Span, TranslationUnit

FEW = settings(max_examples=60, deadline=None)


def texts(data: bytes, name: str) -> Mapping[tuple[str, str], str]:
    """Every text of a file by unit and language."""
    if name.endswith(".tmx"):
        return _of_units(tmx.parse(data, name).value.units)
    if bilingual.reads(name):
        return _of_units(tuple(unit.unit for unit in bilingual.parse(data, name).value))
    return {("", ""): documents.parse(data, name).value.text}


def _of_units(units: tuple[TranslationUnit, ...]) -> Mapping[tuple[str, str], str]:
    return {
        (unit.id, variant.language): variant.text for unit in addressed(units) for variant in unit.variants
    }


def edit(data: bytes, name: str, old: str, new: str, unit: str = "", language: str = "") -> Edit:
    """An edit of the first text that says `old`, at its first place."""
    found = texts(data, name)
    at = next(
        key
        for key, text in found.items()
        if old in text and unit in {"", key[0]} and language in {"", key[1]}
    )
    start = found[at].index(old)
    return Edit(Place(name, at[0], Span(start, start + len(old)), language=at[1]), new)


def changed(data: bytes | str, name: str, *words: str, unit: str = "", language: str = "") -> str:
    """The file after edits, which must all be made: old, new, old, new."""
    data = data.encode() if isinstance(data, str) else data
    pairs = zip(words[::2], words[1::2], strict=True)
    reading = patch(data, name, [edit(data, name, old, new, unit, language) for old, new in pairs])
    assert reading.findings == ()
    return reading.value.decode()


def refused(data: bytes | str, name: str, old: str, new: str) -> str:
    """Why an edit is not made; the file is then as it was."""
    data = data.encode() if isinstance(data, str) else data
    reading = patch(data, name, [edit(data, name, old, new)])
    assert reading.value == data
    (finding,) = reading.findings
    assert [one.replacement for one in finding.edits] == [new]
    return str(finding.message)


def po(text: str, key: str = "ferry") -> str:
    head = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n'
    return f'{head}\n# a note\nmsgid "{key}"\nmsgstr {text}\n\n#~ msgid "old"\n#~ msgstr "старый"\n'


def xliff(target: str, source: str = "The ferry") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- by hand --><xliff version="1.2"\r\n'
        "   xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' source-language='en' target-language='ru'"
        f" datatype='plaintext'><body><trans-unit id='1'  ><source>{source}</source><target >{target}</target ></trans-unit>"
        "</body></file></xliff>\r\n"
    )


def memory(*targets: str, source: str = "The ferry", identity: str = "") -> str:
    head = (
        '<tmx version="1.4"><header creationtool="a" creationtoolversion="1" segtype="sentence" o-tmf="a"'
        ' adminlang="en" srclang="en" datatype="plaintext"/><body>'
    )
    units = "".join(
        f"<tu{identity}><tuv xml:lang='en'><seg>{source}</seg></tuv><tuv xml:lang='ru'><seg>{one}</seg></tuv></tu>"
        for one in targets
    )
    return f"{head}{units}</body></tmx>"


FERRY = "Паром QQQ отошёл."
FILES = {
    "a.txt": "Утро.\r\nПаром QQQ отошёл.\r\n",
    "a.md": "# Утро\n\nПаром QQQ *отошёл*.\n",
    "a.html": "<!DOCTYPE html>\n<P CLASS=x>Паром&nbsp;QQQ <b>отошёл</b>.</P >\n",
    "a.po": po('""\n"Паром "\n"QQQ отошёл."'),
    "a.xlf": xliff("Паром QQQ <x id='1'/>отошёл&#46;"),
    "a.tmx": memory("Паром QQQ <ph>&lt;br></ph>отошёл.", "Паром QQQ отошёл."),
    "a.csv": 'en,ru,note\nThe ferry,"Паром ""QQQ"" отошёл.",x\nA boat,Лодка,\n',
    "a.tsv": "en\tru\nThe ferry\tПаром QQQ отошёл.\n",
}
WORDS = st.text(
    alphabet=st.sampled_from("абZ09&<>\"'\\;,#*_[]`|~!-=«»—é𐌰"), min_size=1, max_size=8
) | st.sampled_from(
    ["R&D", "</b>", "]]>", "&amp;", "two words", "«Заря»", "*a*", '"""', "\\n", "%s", "O’Neil"]
)


@pytest.mark.parametrize("name", FILES)
@FEW
@given(WORDS)
def test_an_edit_is_read_as_it_was_meant_and_nothing_else_has_changed(name: str, new: str) -> None:
    data = FILES[name].encode()
    wanted = edit(data, name, "QQQ", new)
    address = (wanted.place.unit, wanted.place.language if name not in {"a.txt", "a.md", "a.html"} else "")
    before, _, after = data.partition(b"QQQ")

    reading = patch(data, name, [wanted])

    if reading.findings:
        assert name == "a.md"
        assert reading.value == data
        return
    expected = {
        k: text.replace("QQQ", new, 1) if k == address else text for k, text in texts(data, name).items()
    }
    assert texts(reading.value, name) == expected
    if not name.endswith("sv"):  # there a cell may need quotes around it
        assert reading.value.startswith(before)
        assert reading.value.endswith(after)


@pytest.mark.parametrize("name", FILES)
def test_no_edit_gives_the_same_bytes(name: str) -> None:
    data = FILES[name].encode()
    same = edit(data, name, "QQQ", "QQQ")

    assert patch(data, name, []) == Reading(data)
    assert patch(data, name, [same]) == Reading(data)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_and_its_mark_stay(name: str, encoding: str) -> None:
    source = FILES[name].replace("; charset=UTF-8", "").replace(' encoding="UTF-8"', "")
    data = source.encode(encoding)

    reading = patch(data, name, [edit(data, name, "QQQ", "«Заря»")])

    assert reading == Reading(source.replace("QQQ", "«Заря»", 1).encode(encoding))


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.po", "a.csv"])
def test_what_the_encoding_of_a_file_does_not_have_is_not_written(name: str) -> None:
    source = FILES[name].replace("UTF-8", "windows-1251")
    long = source.replace("отошёл.", "отошёл от пристани, когда над рекой ещё стоял туман.")
    data = long.encode("cp1251")

    assert patch(data, name, [edit(data, name, "QQQ", "«Заря»")]).value == long.replace(
        "QQQ", "«Заря»"
    ).encode("cp1251")
    assert "cp1251" in refused(data, name, "QQQ", "é").replace("windows-1251", "cp1251")


def test_html_and_xml_write_as_a_reference_what_their_encoding_does_not_have() -> None:
    page = "<meta charset=windows-1251><p>Паром QQQ отошёл.".encode("cp1251")
    units = xliff("Паром QQQ отошёл.").replace("UTF-8", "windows-1251").encode("cp1251")

    assert patch(page, "a.html", [edit(page, "a.html", "QQQ", "é")]).value == page.replace(b"QQQ", b"&#233;")
    assert patch(units, "a.xlf", [edit(units, "a.xlf", "QQQ", "é")]).value == units.replace(b"QQQ", b"&#233;")


# -- words that several runs hold -----------------------------------------------------------------------------


def test_words_that_stay_are_not_touched() -> None:
    text = "The River\r\n   Council of Pilots met."

    assert changed(text, "a.txt", "River\r\n   Council of Pilots", "Lake Council of Captains") == (
        "The Lake\r\n   Council of Captains met."
    )


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "the **River** Council\nof Pilots", "the **Lake** Board\nof Pilots"),
        ("a.html", "<p>the <a href=x>River</a> Council\nof Pilots", "<p>the <a href=x>Lake</a> Board\nof Pilots"),
        ("a.xlf", "<g id='1'>River</g><x id='2'/> Council\nof Pilots", "<g id='1'>Lake</g><x id='2'/> Board\nof Pilots"),
        ("a.tmx", "<bpt i='1'/>River<ept i='1'/> Council\nof Pilots", "<bpt i='1'/>Lake<ept i='1'/> Board\nof Pilots"),
    ],
)  # fmt: skip
def test_each_run_keeps_its_words_where_their_number_is_the_same(name: str, before: str, after: str) -> None:
    wrap = {"a.xlf": xliff, "a.tmx": memory}.get(name, str)
    found = texts(wrap(before).encode(), name)
    old = next(text for text in found.values() if "River" in text).removeprefix("the ")

    assert changed(wrap(before), name, old, "Lake Board of Pilots") == wrap(after)


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a.md", "the **River Council** of Pilots", "the **Pilots**"),
        ("a.html", "<p>the <b>River</b> Council of <i>Pilots</i>", "<p>the <b></b><i>Pilots</i>"),
        ("a.html", "<p>the River <!-- x -->Council <i>of</i> Pilots", "<p>the <!-- x --><i></i>Pilots"),
        ("a.po", '""\n"the River "\n"Council of Pilots"', '""\n"the "\n"Pilots"'),
    ],
)
def test_words_across_runs_are_taken_away_where_runs_only_say_how_they_look(
    name: str, before: str, after: str
) -> None:
    wrap = {"a.po": po}.get(name, str)
    if name == "a.md":  # nothing would be left between the stars
        assert "hand" in refused(before, name, "River Council of Pilots", "Pilots")
        return

    assert changed(wrap(before), name, "River Council of Pilots", "Pilots") == wrap(after)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.html", "<p>the <a href=x>River</a> Council of Pilots"),
        ("a.html", "<p>the River<img src=x> Council of Pilots"),
        ("a.md", "the [River](x) Council of Pilots"),
        ("a.xlf", xliff("the <g id='1'>River</g> Council of Pilots")),
        ("a.tmx", memory("the River<ph/> Council of Pilots")),
    ],
)
def test_markup_that_does_something_is_not_torn(name: str, source: str) -> None:
    assert "by hand" in refused(source, name, "River Council of Pilots", "Pilots")


@pytest.mark.parametrize(
    ("before", "at", "after"),
    [
        ("<p>by <b>Council</b>", 3, "<p>by the <b>Council</b>"),
        ("<h1>Sea</h1><p>Council", 5, "<h1>Sea</h1><p>the Council"),
        ("<p>by Council", 3, "<p>by the Council"),
    ],
)
def test_words_are_put_in_behind_what_stands_before_them(before: str, at: int, after: str) -> None:
    word = Edit(Place("a.html", span=Span(at, at)), "the ")

    assert patch(before.encode(), "a.html", [word]) == Reading(after.encode())


def test_a_line_break_that_no_reader_sees_may_go() -> None:
    assert changed("> the River\n> Council met", "a.md", "River Council", "Board") == "> the Board met"
    assert changed("<p>the River\n   Council met", "a.html", "River Council", "Board") == "<p>the Board met"


def test_a_reference_is_changed_as_a_whole_or_not_at_all() -> None:
    units = '<!DOCTYPE tmx [<!ENTITY co "and company">]>' + memory("Pilots &co; met.")

    assert changed(units, "a.tmx", "and company", "Ltd") == units.replace("&co;", "Ltd")
    assert "markup" in refused(units, "a.tmx", "company", "friends")


def test_character_data_stays_character_data() -> None:
    units = memory("<![CDATA[R & D]]> &amp; more")

    assert changed(units, "a.tmx", "R & D", "S < T") == units.replace("R & D]]>", "S < T]]>")
    assert "cannot stand there" in refused(units, "a.tmx", "D", "]]>")


def test_a_cell_gets_quotes_when_it_needs_them() -> None:
    table = "en,ru\nThe ferry, Паром «Заря» ,\n"

    assert changed(table, "a.csv", "«Заря»", '"Заря", новый') == table.replace(
        " Паром «Заря» ", '" Паром ""Заря"", новый "'
    )


def test_an_apostrophe_that_guards_a_formula_stays() -> None:
    table = "en,ru\nThe ferry,'-Паром\n"

    assert changed(table, "a.csv", "Паром", "Лодка") == table.replace("Паром", "Лодка")


# -- what is not changed --------------------------------------------------------------------------------------


def test_the_source_of_a_program_is_not_changed() -> None:
    catalog = po('"паром"').encode()
    place = Place("a.po", "ferry", Span(0, 5), language="en")

    assert "program" in str(patch(catalog, "a.po", [Edit(place, "boat")]).findings[0].message)
    assert "original" in refused(xliff("Паром"), "a.xlf", "ferry", "boat")


def test_of_edits_that_overlap_the_first_is_made() -> None:
    data = b"The River Council met."
    first = edit(data, "a.txt", "River Council", "Lake Board")
    second = edit(data, "a.txt", "Council met", "Club slept")

    reading = patch(data, "a.txt", [first, second])

    assert reading.value == b"The Lake Board met."
    assert [finding.edits for finding in reading.findings] == [(second,)]


def test_the_same_edit_twice_is_one() -> None:
    data = b"The River Council met."
    one = edit(data, "a.txt", "River", "Lake")

    assert patch(data, "a.txt", [one, one]) == Reading(b"The Lake Council met.")


def test_edits_of_a_file_are_made_in_any_order() -> None:
    data = b"<p>The River Council of <b>Pilots</b> met."
    edits = [edit(data, "a.html", old, old.upper()) for old in ("met", "River", "Pilots", "of")]

    assert patch(data, "a.html", edits).value == b"<p>The RIVER Council OF <b>PILOTS</b> MET."
    assert patch(data, "a.html", edits[::-1]).value == patch(data, "a.html", edits).value


def test_one_impossible_edit_does_not_stop_the_others() -> None:
    data = "\n\n".join(f"Pilot{n} met the `River{n}`." for n in range(8)).encode()
    edits = [edit(data, "a.md", f"Pilot{n}", f"Captain{n}") for n in range(8)]
    impossible = edit(data, "a.md", "River5", "River`5")

    reading = patch(data, "a.md", [*edits[:4], impossible, *edits[4:]])

    assert reading.value == data.replace(b"Pilot", b"Captain")
    assert [finding.edits for finding in reading.findings] == [(impossible,)]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.txt", "Паром отошёл. ".encode() * 5 + b"\xd0"),
        ("a.po", po('"паром"').encode() + b'\nmsgid "a\nmsgstr "b"\n'),
        ("a.xlf", xliff("Паром")[:-20].encode()),
        ("a.tmx", memory("Паром")[:-20].encode()),
        ("a.ts", b"<TS version='2.1' language='ru'/>"),
    ],
)
def test_a_file_that_cannot_be_read_whole_is_left_alone(name: str, data: bytes) -> None:
    wanted = Edit(Place(name, "1", Span(0, 3)), "Лодка")

    reading = patch(data, name, [wanted])

    assert reading.value == data
    assert [finding.edits for finding in reading.findings] == [(wanted,)]


@pytest.mark.parametrize(
    "place", [Place("a.txt"), Place("a.txt", span=Span(3, 99)), Place("a.txt", span=Span(5, 3))]
)
def test_a_place_that_the_file_does_not_have_is_told(place: Place) -> None:
    reading = patch(b"The ferry.", "a.txt", [Edit(place, "x")])

    assert reading.value == b"The ferry."
    assert len(reading.findings) == 1


# -- which unit is meant --------------------------------------------------------------------------------------


def test_units_without_ids_and_with_the_same_id_are_told_apart() -> None:
    nameless, twins = memory("Паром", "Лодка", "Паром"), memory("Паром", "Паром", identity=" tuid='1'")

    assert list(texts(nameless.encode(), "a.tmx"))[::2] == [("#1", "en"), ("#2", "en"), ("#3", "en")]
    assert changed(nameless, "a.tmx", "Паром", "Катер", unit="#3") == memory("Паром", "Лодка", "Катер")
    assert changed(twins, "a.tmx", "Паром", "Катер", unit="1#2") == memory(
        "Паром", "Катер", identity=" tuid='1'"
    )


def test_where_no_language_is_named_the_translation_is_meant() -> None:
    data = memory("ferry", source="ferry").encode()

    assert (
        patch(data, "a.tmx", [Edit(Place("a.tmx", "#1", Span(0, 5)), "boat")]).value
        == memory("boat", source="ferry").encode()
    )


@given(st.lists(st.sampled_from(["", "a", "a#2", "#1", "b"]), max_size=8))
@FEW
def test_every_unit_has_an_id_of_its_own_and_keeps_one_that_is(ids: list[str]) -> None:
    named = [unit.id for unit in addressed(TranslationUnit(one, ()) for one in ids)]

    assert len(set(named)) == len(ids)
    assert all(
        new == old for new, old in zip(named, ids, strict=True) if old and ids.index(old) == named.index(new)
    )


# -- any file, any edit ---------------------------------------------------------------------------------------

SOURCES = {
    "a.html": st.text(alphabet=st.sampled_from("ab <>&;/!-\"'=p\n"), max_size=40),
    "a.md": st.text(alphabet=st.sampled_from("ab *_`<>[]()#->|\n&;"), max_size=40),
    "a.csv": st.text(alphabet=st.sampled_from("ab,\"\n\r;' "), max_size=30).map(
        lambda rows: f"en,ru\n{rows}"
    ),
    "a.po": st.text(alphabet=st.sampled_from('ab\\"n\t '), max_size=20).map(lambda text: po(f'"{text}"')),
    "a.tmx": st.text(alphabet=st.sampled_from("ab&<>/;]["), max_size=20).map(memory),
}


@pytest.mark.parametrize("name", SOURCES)
@given(st.data())
@FEW
def test_whatever_the_file_an_edit_is_made_as_meant_or_not_at_all(name: str, data: st.DataObject) -> None:
    source = data.draw(SOURCES[name]).encode()
    found = {key: text for key, text in texts(source, name).items() if text}
    if not found:
        return
    unit, language = data.draw(st.sampled_from(sorted(found)))
    text = found[unit, language]
    start, end = sorted((data.draw(st.integers(0, len(text))), data.draw(st.integers(0, len(text)))))
    new = data.draw(st.text(alphabet=st.sampled_from('abЯ <&"*,'), max_size=5))

    reading = patch(source, name, [Edit(Place(name, unit, Span(start, end), language=language), new)])

    if reading.findings:
        assert reading.value == source
        return
    after = texts(reading.value, name)[unit, language]
    assert after.split() == (text[:start] + new + text[end:]).split()


TRADOS = """\
\ufeff<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" version="1.2">\r
<file original="a" source-language="en" target-language="ru" datatype="x"><header/><body>\r
<trans-unit id="7"><source>The ferry left. Fog.</source>\r
<seg-source><mrk mtype="seg" mid="1">The ferry left.</mrk> <mrk mtype="seg" mid="2">Fog.</mrk></seg-source>\r
<target><mrk mtype="seg" mid="1">Паром <g id="3">отошёл</g>.</mrk> <mrk mtype="seg" mid="2">Туман.</mrk></target>\r
<sdl:seg-defs><sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="Draft"/></sdl:seg-defs></trans-unit>\r
</body></file></xliff>\r
"""


def test_segments_of_trados_are_changed_one_by_one() -> None:
    assert changed(TRADOS, "a.sdlxliff", "Паром отошёл", "Лодка отошла", "Туман", "Мгла") == TRADOS.replace(
        'Паром <g id="3">отошёл', 'Лодка <g id="3">отошла'
    ).replace("Туман", "Мгла")


def test_segments_of_xliff_2_are_changed_one_by_one() -> None:
    source = (
        '<xliff version="2.1" srcLang="en" trgLang="ru"><file id="f"><unit id="u">'
        "<segment id='1'><source>Ferry</source><target>Паром<sc id='1'/> тут</target></segment>"
        "<segment id='2'><source>Ferry</source><target>Паром<cp hex='001f'/></target></segment></unit></file></xliff>"
    )

    assert changed(source, "a.xlf", "Паром", "Катер", unit="u/2") == source.replace("Паром<cp", "Катер<cp")
    assert changed(source, "a.xlf", "Паром тут", "Катер там", unit="u/1") == source.replace(
        "Паром<sc id='1'/> тут", "Катер<sc id='1'/> там"
    )
