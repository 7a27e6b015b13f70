"""Translations put into files: they are read as they were meant, and every other byte is what it was."""

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from termaccord.formats import bilingual
from termaccord.formats.addresses import addressed
from termaccord.formats.bilingual import State
from termaccord.formats.filling import Fill, Filled, Standing, fill, fills, openings
from termaccord.formats.fillings import wrapping
from termaccord.model import Content, Inline

FEW = settings(max_examples=60, deadline=None)
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: ru\\n"\n'
PLURALS = HEAD + '"Plural-Forms: nplurals=3; plural=(n%10==1 ? 0 : n%10<5 ? 1 : 2);\\n"\n'
BOLD = Inline("open", "bpt", "<b>", (("i", "7"),)), Inline("close", "ept", "</b>", (("i", "7"),))
BREAK = Inline("alone", "ph", "<br/>", (("x", "9"),))


def first(body: str, settings: str = 'source-language="en" target-language="ru"') -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\r\n<!-- by hand --><xliff version="1.2"\r\n'
        f"   xmlns='urn:oasis:names:tc:xliff:document:1.2'><file original='a' datatype='plaintext' {settings}><body>"
        f"\r\n{body}\r\n</body></file></xliff>\r\n"
    )


def second(body: str, settings: str = 'srcLang="en" trgLang="ru"') -> str:
    return (
        f'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" {settings}><file id="f">\n'
        f'<unit id="1">\n  {body}\n</unit></file></xliff>'
    )


def put(data: str, name: str, *wanted: Fill, language: str = "", overwrite: bool = False) -> str:
    """The file after translations, all of which must be put in."""
    filled = fill(data.encode(), name, wanted, language=language, overwrite=overwrite)
    assert filled.findings == ()
    assert {one.fill.unit for one in filled.made} == {one.unit for one in wanted}
    return filled.data.decode()


def why_not(data: str, name: str, *wanted: Fill, overwrite: bool = False) -> str:
    """Why nothing is put in; the file is then as it was."""
    filled = fill(data.encode(), name, wanted, overwrite=overwrite)
    assert filled.data == data.encode()
    return " ".join(one.message for one in filled.findings)


def read(data: str | bytes, name: str) -> Mapping[str, tuple[str, State]]:
    """What a file has as translations, by unit."""
    data = data.encode() if isinstance(data, str) else data
    units = bilingual.parse(data, name).value
    named = addressed(unit.unit for unit in units)
    return {
        one.id: ("".join(v.text for v in one.variants[1:]), unit.state)
        for unit, one in zip(units, named, strict=True)
    }


def open_units(data: str, name: str, *, overwrite: bool = False) -> list[str]:
    return [unit.unit.id for unit in openings(data.encode(), name, overwrite=overwrite).value]


FILES = {
    "a.po": HEAD + '\n#: a.c:1\nmsgid "ferry"\nmsgstr ""\n\n# a note\nmsgid "boat"\nmsgstr "лодка"\n',
    "a.xlf": first(
        "<trans-unit id='ferry'  ><source>The ferry</source></trans-unit>"
        "<trans-unit id='boat'><source>A boat</source ><target>Лодка</target></trans-unit>"
    ),
    "b.xlf": second(
        '<segment id="ferry"><source>The ferry</source>\n</segment>\n'
        '<segment id="boat"><source>A boat</source><target>Лодка</target></segment>'
    ),
}
UNIT = {"a.po": "ferry", "a.xlf": "ferry", "b.xlf": "1/ferry"}
WORDS = st.text(
    alphabet=st.sampled_from("абвZ09 &<>\"'\\;,#*_[]`|~!-=«»—é𐌰\u3042\n\t"), min_size=1, max_size=120
).filter(str.strip)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("standing", Standing)
@FEW
@given(WORDS)
def test_a_translation_is_read_as_it_was_meant_and_nothing_else_has_changed(
    name: str, standing: Standing, words: str
) -> None:
    data = FILES[name]
    before = read(data, name)
    if name == "a.po":
        words = words.strip("\n")
    if not words.strip():
        return

    after = put(data, name, Fill(UNIT[name], (words,), standing))

    state = State.TRANSLATED if standing is Standing.TRANSLATED else State.FUZZY
    assert read(after, name) == {**before, UNIT[name]: (words, state)}


@pytest.mark.parametrize("name", FILES)
def test_every_byte_outside_of_the_unit_stays(name: str) -> None:
    data = FILES[name]
    start, end = (
        data.index({"a.po": "#: a.c:1", "b.xlf": "\n  <segment"}.get(name, "ferry")),
        data.index("boat"),
    )

    after = put(data, name, Fill(UNIT[name], ("Паром",), Standing.FUZZY, ("A ferry",)))

    assert after.startswith(data[:start])
    assert after.endswith(data[end:])


@pytest.mark.parametrize("name", FILES)
def test_no_translation_gives_the_same_bytes(name: str) -> None:
    assert fill(FILES[name].encode(), name, ()) == Filled(FILES[name].encode())


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_the_encoding_and_its_mark_stay(name: str, encoding: str) -> None:
    data = FILES[name].replace("; charset=UTF-8", "").replace(' encoding="UTF-8"', "").encode(encoding)

    filled = fill(data, name, [Fill(UNIT[name], ("Паром",))])

    assert filled.findings == ()
    assert read(filled.data, name)[UNIT[name]] == ("Паром", State.TRANSLATED)
    assert filled.data[:2] == data[:2]


@pytest.mark.parametrize("name", FILES)
def test_a_translation_that_stands_is_left_alone(name: str) -> None:
    boat = UNIT[name].replace("ferry", "boat")

    assert "stays as it is" in why_not(FILES[name], name, Fill(boat, ("Судно",)), overwrite=True)


@pytest.mark.parametrize("name", FILES)
def test_a_unit_that_does_not_exist_is_told(name: str) -> None:
    assert "does not stand in" in why_not(FILES[name], name, Fill("raft", ("Плот",)))


def test_only_catalogs_and_xliff_can_be_filled() -> None:
    assert fills("a.PO")
    assert fills("dir.x/a.sdlxliff")
    assert not fills("a.tmx")
    assert "of no kind that can be filled" in why_not("a\n", "a.txt", Fill("a", ("b",)))


def test_a_broken_file_is_not_filled() -> None:
    assert "mend it first" in why_not(
        FILES["a.xlf"].replace("</body>", ""), "a.xlf", Fill("ferry", ("Паром",))
    )


# PO


def test_a_fuzzy_match_is_flagged_and_shows_what_it_was_made_for() -> None:
    data = HEAD + '\n#: a.c:1\n#, c-format\nmsgctxt "sea"\nmsgid "%d ferry"\nmsgstr ""\n'

    after = put(data, "a.po", Fill("sea|%d ferry", ("%d паром",), Standing.FUZZY, ("%d boat",)))

    assert after == HEAD + (
        '\n#: a.c:1\n#, fuzzy, c-format\n#| msgid "%d boat"\nmsgctxt "sea"\nmsgid "%d ferry"\nmsgstr "%d паром"\n'
    )


def test_an_exact_match_over_a_fuzzy_one_takes_flag_and_old_source_away() -> None:
    data = HEAD + '\n#, fuzzy\n#| msgid ""\n#| "A boat"\nmsgid "A ferry"\nmsgstr "Лодка"\n'

    assert open_units(data, "a.po") == []
    assert put(data, "a.po", Fill("A ferry", ("Паром",)), overwrite=True) == (
        HEAD + '\nmsgid "A ferry"\nmsgstr "Паром"\n'
    )


def test_plural_forms_are_filled_together_or_not_at_all() -> None:
    data = PLURALS + '\nmsgid "%d boat"\nmsgid_plural "%d boats"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'
    forms = [Fill(f"%d boat[{i}]", (text,)) for i, text in enumerate(("%d лодка", "%d лодки", "%d лодок"))]

    assert "plural forms" in why_not(data, "a.po", *forms[:2])
    assert put(data, "a.po", *forms).endswith(
        'msgstr[0] "%d лодка"\nmsgstr[1] "%d лодки"\nmsgstr[2] "%d лодок"\n'
    )


def test_one_doubtful_plural_form_makes_the_whole_entry_doubtful() -> None:
    data = PLURALS + '\nmsgid "%d boat"\nmsgid_plural "%d boats"\nmsgstr[0] ""\nmsgstr[1] ""\n'

    after = put(
        data, "a.po", Fill("%d boat[0]", ("%d лодка",)), Fill("%d boat[1]", ("лодки",), Standing.REVIEW)
    )

    assert [state for _, state in read(after, "a.po").values()] == [State.FUZZY, State.FUZZY]


def test_obsolete_entries_are_closed() -> None:
    data = HEAD + '\n#~ msgid "raft"\n#~ msgstr ""\n'

    assert open_units(data, "a.po", overwrite=True) == []


def test_a_translation_ends_with_a_line_break_where_its_source_does() -> None:
    data = HEAD + '\nmsgid "Left.\\n"\nmsgstr ""\n\nmsgid "Right."\nmsgstr ""\n'

    after = put(data, "a.po", Fill("Left.\n", ("Налево.",)), Fill("Right.", ("Направо.\n",)))

    assert 'msgstr "Налево.\\n"\n' in after
    assert 'msgstr "Направо."\n' in after


LONG = "Паром отошёл от причала поздно вечером, и капитан долго смотрел на огни города за кормой."


def test_long_strings_are_broken_as_gettext_does() -> None:
    after = put(HEAD + '\nmsgid "a"\nmsgstr ""\n', "a.po", Fill("a", (LONG + " Тихо.",)))

    lines = after.splitlines()[after.splitlines().index('msgid "a"') + 1 :]
    assert lines == [
        'msgstr ""',
        '"Паром отошёл от причала поздно вечером, и капитан долго смотрел на огни "',
        '"города за кормой. Тихо."',
    ]


def test_a_catalog_that_breaks_no_lines_gets_none_broken() -> None:
    long = f'\nmsgid "{"word " * 30}"\nmsgstr "x"\n'

    after = put(HEAD + long + '\nmsgid "a"\nmsgstr ""\n', "a.po", Fill("a", (LONG,)))

    assert after.endswith(f'msgstr "{LONG}"\n')


def test_line_ends_of_another_system_stay() -> None:
    data = (HEAD + '\nmsgid "a"\nmsgstr ""').replace("\n", "\r\n")

    after = put(data, "a.po", Fill("a", ("б\nв",), Standing.FUZZY, ("b",)))

    assert after == (HEAD + '\n#, fuzzy\n#| msgid "b"\nmsgid "a"\nmsgstr ""\n"б\\n"\n"в"').replace(
        "\n", "\r\n"
    )


def test_letters_that_the_encoding_lacks_are_refused() -> None:
    data = (HEAD.replace("UTF-8", "koi8-r") + '\nmsgid "a"\nmsgstr ""\n').encode("koi8-r")

    filled = fill(data, "a.po", [Fill("a", ("naïve 漢字",))])

    assert filled.data == data
    assert len(filled.findings) == 1


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_accepts_a_filled_catalog(tmp_path: Path) -> None:
    data = PLURALS + (
        '\n#, c-format\nmsgid "%d boat\\n"\nmsgid_plural "%d boats\\n"\nmsgstr[0] ""\nmsgstr[1] ""\nmsgstr[2] ""\n'
        '\n#: x\nmsgctxt "sea"\nmsgid "A \\"ferry\\""\nmsgstr ""\n'
    )
    forms = [Fill(f"%d boat\n[{i}]", (text,)) for i, text in enumerate(("%d лодка", "%d лодки", "%d лодок"))]
    other = Fill('sea|A "ferry"', (f'"{LONG}"',), Standing.FUZZY, ("A boat\n" * 3,))
    path = tmp_path / "a.po"
    path.write_text(put(data, "a.po", *forms, other), "utf-8")

    subprocess.run(["msgfmt", "-c", "-o", tmp_path / "a.mo", path], check=True, capture_output=True)

    boats, ferry = polib.pofile(str(path))
    assert boats.msgstr_plural == {0: "%d лодка\n", 1: "%d лодки\n", 2: "%d лодок\n"}
    assert (ferry.msgstr, ferry.previous_msgid, ferry.fuzzy) == (f'"{LONG}"', "A boat\n" * 3, True)


# XLIFF


def test_a_target_is_put_behind_the_source_as_the_file_is_laid_out() -> None:
    unit = (
        '  <trans-unit id="1">\r\n    <source>The ferry</source>{}\r\n    <note>n</note>\r\n  </trans-unit>'
    )

    after = put(first(unit.format("")), "a.xlf", Fill("1", ("Паром",)))

    assert after == first(
        unit.format('\r\n    <target state="translated" state-qualifier="exact-match">Паром</target>')
    )


def test_an_empty_target_keeps_its_attributes() -> None:
    unit = "<trans-unit id='1'><source>The ferry</source><target xml:lang='ru' state=\"new\"{}</trans-unit>"

    after = put(first(unit.format(" />")), "a.xlf", Fill("1", ("Паром",), Standing.FUZZY))

    assert after == first(
        unit.replace("new", "needs-review-translation").format(
            ' state-qualifier="fuzzy-match">Паром</target>'
        )
    )


@pytest.mark.parametrize(
    ("standing", "state"),
    [
        (Standing.TRANSLATED, 'state="translated" subState="termaccord:exact-match"'),
        (Standing.REVIEW, 'state="initial" subState="termaccord:needs-review"'),
        (Standing.FUZZY, 'state="initial" subState="termaccord:fuzzy-match"'),
    ],
)
def test_segments_of_the_second_edition_bear_their_state(standing: Standing, state: str) -> None:
    segment = "<segment id='s'{}><source xml:space='preserve'>The ferry</source>{}</segment>"

    after = put(second(segment.format("", "")), "a.xlf", Fill("1", ("Паром",), standing))

    assert after == second(segment.format(f" {state}", '<target xml:space="preserve">Паром</target>'))


def test_the_language_of_new_targets_is_named() -> None:
    unit = "<trans-unit id='1'><source>The ferry</source></trans-unit>"
    segment = "<segment><source>The ferry</source></segment>"

    one = put(first(unit, 'source-language="en"'), "a.xlf", Fill("1", ("Паром",)), language="ru")
    two = put(second(segment, 'srcLang="en"'), "a.xlf", Fill("1", ("Паром",)), language="ru")

    assert "<file original='a' datatype='plaintext' source-language=\"en\" target-language=\"ru\">" in one
    assert 'version="2.1" srcLang="en" trgLang="ru">' in two


CODES = {
    "a.xlf": first(
        "<trans-unit id='1'><source>The <g id='3' ctype=\"bold\">ferry</g><x id='4'/> left</source></trans-unit>"
    ),
    "b.xlf": first(
        "<trans-unit id='1'><source>The <bpt id='3'>&lt;b></bpt>ferry<ept id='3'>&lt;/b></ept><ph id='4'>&lt;br/></ph>"
        " left</source></trans-unit>"
    ),
    "c.xlf": second('<segment><source>The <pc id="3">ferry</pc><ph id="4"/> left</source></segment>'),
    "d.xlf": second(
        '<segment><source>The <sc id="3"/>ferry<ec startRef="3"/><ph id="4"/> left</source></segment>'
    ),
}
WRITTEN = {
    "a.xlf": "Ушёл<x id='4'/> <g id='3' ctype=\"bold\">паром</g>",
    "b.xlf": "Ушёл<ph id='4'>&lt;br/></ph> <bpt id='3'>&lt;b></bpt>паром<ept id='3'>&lt;/b></ept>",
    "c.xlf": 'Ушёл<ph id="4"/> <pc id="3">паром</pc>',
    "d.xlf": 'Ушёл<ph id="4"/> <sc id="3"/>паром<ec startRef="3"/>',
}


@pytest.mark.parametrize("name", CODES)
def test_codes_are_those_of_the_units_own_source(name: str) -> None:
    memory: Content = ("The ", BOLD[0], "ferry", BOLD[1], BREAK, " left")
    target: Content = ("Ушёл", BREAK, " ", BOLD[0], "паром", BOLD[1])

    after = put(CODES[name], name, Fill("1", target, source=memory))

    assert f">{WRITTEN[name]}</target>" in after


@pytest.mark.parametrize("name", CODES)
@pytest.mark.parametrize(
    "target",
    [
        ("Паром ушёл",),
        ("Паром", BREAK, " ушёл"),
        (BOLD[1], "Паром", BOLD[0], BREAK),
        ("Паром", *BOLD, BREAK, BREAK),
    ],
    ids=["none", "one lost", "crossed", "one too many"],
)
def test_where_codes_do_not_fit_the_text_goes_in_without_them_for_review(name: str, target: Content) -> None:
    filled = fill(CODES[name].encode(), name, [Fill("1", target)])

    text = "".join(part for part in target if isinstance(part, str))
    assert [(one.text, one.standing, one.bare) for one in filled.made] == [(text, Standing.FUZZY, True)]
    assert read(filled.data, name)["1"] == (text, State.FUZZY)


def test_two_codes_that_change_places_keep_their_meaning() -> None:
    data = first("<trans-unit id='1'><source><x id='a'/> or <x id='b'/></source></trans-unit>")
    one, two = (Inline("alone", "ph", code, (("x", code),)) for code in ("5", "6"))

    after = put(data, "a.xlf", Fill("1", (two, " либо ", one), source=(one, " or ", two)))

    assert "><x id='b'/> либо <x id='a'/></target>" in after


SEGMENTED = (
    "<trans-unit id='1'><source>One. Two.</source>"
    "<seg-source><mrk mtype='seg' mid='1'>One.</mrk> <mrk mtype='seg' mid='2'>Two.</mrk></seg-source>{}</trans-unit>"
)


def test_a_unit_in_segments_gets_a_target_in_segments() -> None:
    whole = put(first(SEGMENTED.format("")), "a.xlf", Fill("1/1", ("Раз.",)), Fill("1/2", ("Два.",)))
    half = put(first(SEGMENTED.format("")), "a.xlf", Fill("1/2", ("Два.",)))
    rest = put(half, "a.xlf", Fill("1/1", ("Раз.",), Standing.FUZZY))

    inside = "<mrk mtype='seg' mid='1'>Раз.</mrk> <mrk mtype='seg' mid='2'>Два.</mrk></target>"
    assert f'<target state="translated" state-qualifier="exact-match">{inside}' in whole
    assert f'<target state="needs-translation">{inside.replace("Раз.", "")}' in half
    assert f'<target state="needs-review-translation" state-qualifier="fuzzy-match">{inside}' in rest


def test_a_target_that_has_its_segments_keeps_what_stands_around_them() -> None:
    marks = "<mrk mid='1' mtype='seg'/>   <!-- so --><mrk mtype='seg' mid='2'>Два.</mrk>"
    target = f"<target xml:lang='ru'><g id='9'>{marks}</g></target>"

    after = put(first(SEGMENTED.format(target)), "a.xlf", Fill("1/1", ("Раз.",)))

    filled = target.replace("1' mtype='seg'/>", "1' mtype='seg'>Раз.</mrk>")
    state = ' state="translated" state-qualifier="exact-match"'
    assert after == first(SEGMENTED.format(filled.replace("'ru'", "'ru'" + state)))


def test_comments_of_an_obsolete_entry_are_not_those_of_the_next() -> None:
    data = HEAD + '\n#, fuzzy\n#~ msgid "raft"\n#~ msgstr "плот"\nmsgid "a"\nmsgstr ""\n'

    assert put(data, "a.po", Fill("a", ("б",))) == data.replace('"a"\nmsgstr ""', '"a"\nmsgstr "б"')


def test_a_translation_without_segments_is_not_cut_up() -> None:
    data = first(SEGMENTED.format("<target>Раз. Два.</target>"))

    assert open_units(data, "a.xlf", overwrite=True) == []


def test_segments_of_trados_bear_their_own_state() -> None:
    settings = (
        "<sdl:seg-defs xmlns:sdl='urn:s'><sdl:seg id='1'/><sdl:seg id='2' locked='true'/></sdl:seg-defs>"
    )
    data = first(SEGMENTED.format("<target/>").replace("</trans-unit>", f"{settings}</trans-unit>"))

    after = put(data, "a.sdlxliff", Fill("1/1", ("Раз.",), Standing.FUZZY, score=87))

    assert open_units(data, "a.sdlxliff") == ["1/1"]
    assert '<sdl:seg id=\'1\' conf="Draft" origin="tm" percent="87"/>' in after
    assert "<target><mrk mtype='seg' mid='1'>Раз.</mrk> <mrk mtype='seg' mid='2'></mrk></target>" in after


@pytest.mark.parametrize(
    "unit",
    [
        "<trans-unit id='1' approved='yes'><source>The ferry</source></trans-unit>",
        "<trans-unit id='1' translate='no'><source>The ferry</source></trans-unit>",
        "<group translate='no'><trans-unit id='1'><source>The ferry</source></trans-unit></group>",
        "<trans-unit id='1' m:locked='true' xmlns:m='urn:m'><source>The ferry</source></trans-unit>",
        "<trans-unit id='1'><source>The ferry</source><target state='final'>Паром</target></trans-unit>",
        "<trans-unit id='1'><source>The ferry</source><target state='signed-off'/></trans-unit>",
        "<trans-unit id='1' approved='yes'><source>The ferry</source><target state='new'>Паром</target></trans-unit>",
    ],
)
def test_what_is_locked_or_approved_is_closed(unit: str) -> None:
    assert open_units(first(unit), "a.xlf", overwrite=True) == []
    assert why_not(first(unit), "a.xlf", Fill("1", ("Паром",)), overwrite=True)


@pytest.mark.parametrize(
    ("unit", "openly"),
    [
        (
            "<trans-unit id='1'><source>The ferry</source><target state='new'>The ferry</target></trans-unit>",
            True,
        ),
        (
            "<trans-unit id='1'><source>The ferry</source><target state='new'>Паром</target></trans-unit>",
            False,
        ),
        (
            "<trans-unit id='1'><source>OK</source><target state='needs-adaptation'>OK</target></trans-unit>",
            False,
        ),
        (
            "<group translate='no'><trans-unit id='1' translate='yes'><source>A</source></trans-unit></group>",
            True,
        ),
    ],
)
def test_a_copy_of_the_source_counts_as_empty_until_somebody_has_begun(unit: str, openly: bool) -> None:
    assert (open_units(first(unit), "a.xlf") == ["1"]) is openly
    assert open_units(first(unit), "a.xlf", overwrite=True) == ["1"]


def test_characters_that_xml_forbids_are_written_where_the_format_can() -> None:
    one = first("<trans-unit id='1'><source>The ferry</source></trans-unit>")
    two = second("<segment><source>The ferry</source></segment>")

    assert why_not(one, "a.xlf", Fill("1", ("a\x1b",)))
    assert '<target>a<cp hex="001B"/>b</target>' in put(two, "a.xlf", Fill("1", ("a\x1bb",)))


def test_one_translation_that_cannot_be_written_does_not_keep_out_the_others() -> None:
    units = "".join(f"<trans-unit id='{i}'><source>Ferry {i}</source></trans-unit>" for i in range(9))

    filled = fill(
        first(units).encode(),
        "a.xlf",
        [Fill(str(i), ("\x00" if i == 4 else f"Паром {i}",)) for i in range(9)],
    )

    assert [finding.place.unit for finding in filled.findings] == ["4"]
    assert len(filled.made) == 8


def test_prefixed_files_get_prefixed_targets() -> None:
    data = (
        '<x:xliff version="1.2" xmlns:x="urn:oasis:names:tc:xliff:document:1.2"><x:file original="a"'
        ' source-language="en" target-language="ru"><x:body><x:trans-unit id="1"><x:source>A</x:source></x:trans-unit>'
        "</x:body></x:file></x:xliff>"
    )

    after = put(data, "a.xlf", Fill("1", ("Б",)))

    assert 'state-qualifier="exact-match">Б</x:target></x:trans-unit>' in after
    assert "<x:target state" in after


SCHEMAS = Path(__file__).parents[2] / "../shared/formats/schemas/xliff/catalog"
SCHEMA = {
    "1.2": "xliff/xliff-core-1.2-strict.xsd",
    "2.0": "xliff2.0/xliff_core_2.0.xsd",
    "2.1": "xliff2.1/xliff_core_2.0.xsd",
}


class _Here(etree.Resolver):
    """Finds the schema of the namespace xml beside the others, where they would fetch it."""

    def resolve(self, system_url: str, public_id: str, context: object) -> object:  # noqa: ARG002  # their signature
        if system_url.endswith("xml.xsd"):
            return self.resolve_filename(str(SCHEMAS / "xml/xml.xsd"), context)  # type: ignore[attr-defined]
        return None


@pytest.mark.skipif(
    not SCHEMAS.is_dir(), reason="the schemas of XLIFF are not beside the repository (../shared)"
)
@pytest.mark.parametrize("standing", Standing)
@pytest.mark.parametrize(
    ("version", "data", "language"),
    [
        ("1.2", CODES["a.xlf"], ""),
        ("1.2", CODES["b.xlf"], ""),
        ("1.2", first(SEGMENTED.format("<note>n</note>"), 'source-language="en"'), "ru"),
        (
            "1.2",
            first(
                "<trans-unit id='1'><source>A</source><alt-trans><target>B</target></alt-trans></trans-unit>"
            ),
            "",
        ),
        ("2.1", CODES["c.xlf"], ""),
        ("2.1", CODES["d.xlf"], ""),
        (
            "2.0",
            second("<segment><source>A</source></segment>", 'srcLang="en"').replace('"2.1"', '"2.0"'),
            "ru",
        ),
    ],
)
def test_a_filled_file_is_still_valid(version: str, data: str, language: str, standing: Standing) -> None:
    parser = etree.XMLParser()
    parser.resolvers.add(_Here())
    schema = etree.XMLSchema(etree.parse(SCHEMAS / SCHEMA[version], parser))
    units = openings(data.encode(), "a.xlf").value
    wanted = [
        Fill(
            unit.unit.id, unit.unit.variants[0].content, standing, unit.unit.variants[0].content, 87, "a.tmx"
        )
        for unit in units
    ]

    filled = fill(data.encode(), "a.xlf", wanted, language=language)

    assert len(filled.made) == len(units) > 0
    assert schema.validate(etree.fromstring(filled.data)), schema.error_log


def test_a_fuzzy_match_in_xliff_shows_what_it_was_made_for() -> None:
    unit = "<trans-unit id='1'>\n <source>The ferry</source>{}<note>n</note></trans-unit>"
    wanted = Fill("1", ("Паром",), Standing.FUZZY, ("A <ferry>",), 87, "/home/x/a&b.tmx")

    after = put(first(unit.format("")), "a.xlf", wanted)

    target = '\n <target state="needs-review-translation" state-qualifier="fuzzy-match">Паром</target>'
    alternative = (
        '\n <alt-trans match-quality="87%" origin="a&amp;b.tmx">'
        "<source>A &lt;ferry></source><target>Паром</target></alt-trans>"
    )
    assert after == first(unit.format(target + alternative))


def test_a_fuzzy_match_in_the_second_edition_is_a_candidate() -> None:
    segments = "<segment id='a'{}><source>One</source>{}</segment><segment{}><source>Two</source>{}</segment>"
    state = ' state="initial" subState="termaccord:fuzzy-match"'

    after = put(
        second(segments.format("", "", "", "")),
        "a.xlf",
        Fill("1/a", ("Раз",), Standing.FUZZY, ("On",), 87, "a.tmx"),
        Fill("1/2", ("Два",), Standing.FUZZY, ("To",), 80),
    )

    matches = (
        '<mtc:matches xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"><mtc:match ref="#a" similarity="87" origin="a.tmx">'
        "<source>On</source><target>Раз</target></mtc:match></mtc:matches>"
    )
    filled = segments.format(state, "<target>Раз</target>", state, "<target>Два</target>")
    assert after == second(filled).replace('<unit id="1">', f'<unit id="1">\n  {matches}')


@pytest.mark.parametrize(
    "data",
    [
        first("<trans-unit id='1'><source>One</source></trans-unit>"),
        second("<segment id='1'><source>One</source></segment>"),
    ],
)
def test_what_is_filled_again_does_not_grow(data: str) -> None:
    unit = openings(data.encode(), "a.xlf").value[0].unit.id
    wanted = Fill(unit, ("Раз",), Standing.FUZZY, ("On",), 87)
    once = put(data, "a.xlf", wanted)

    assert put(once, "a.xlf", wanted, overwrite=True) == once


@pytest.mark.parametrize("width", [60, 79, 100])
def test_lines_are_as_long_as_in_the_rest_of_the_catalog(width: int) -> None:
    how = wrapping.Style(width)
    others = [wrapping.lines("msgstr", f"{LONG} {LONG[n:]}", how) for n in range(20)]
    data = HEAD + "".join(f'\nmsgid "{n}"\n' + "\n".join(lines) + "\n" for n, lines in enumerate(others))

    after = put(data + '\nmsgid "a"\nmsgstr ""\n', "a.po", Fill("a", (LONG * 3,)))

    assert after.split('msgid "a"\n')[1] == "\n".join(wrapping.lines("msgstr", LONG * 3, how)) + "\n"


@given(st.text(alphabet='aя \\"\n-/.', max_size=300), st.integers(20, 90))
def test_a_broken_string_says_the_same(words: str, width: int) -> None:
    written = wrapping.lines("msgstr", words, wrapping.Style(width))

    assert polib.pofile('msgid "a"\n' + "\n".join(written) + "\n\n")[0].msgstr == words
