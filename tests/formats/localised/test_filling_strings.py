"""Translations put into files of strings: only the lines of what was put in are others."""

from difflib import unified_diff

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.formats.localised.strings_files import (
    ALL,
    ANDROID,
    APPLE,
    DOTNET,
    EXTENSION,
    FLUTTER,
    JAVA,
    NESTED,
    PLAIN,
    STRINGSDICT,
    Files,
)
from tests.formats.localised.test_strings import TOOLKIT, by_toolkit

from termaccord.formats import bilingual, filling
from termaccord.formats.bilingual import Original
from termaccord.formats.filling import Fill, Filled, Standing
from termaccord.formats.patching import patch
from termaccord.formats.visible.decoding import decode
from termaccord.model import Edit, Place, Span

WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co"))
    | st.sampled_from("\n\t'\"\\<>&@?=:#! "),
    min_size=1,
    max_size=30,
).filter(lambda text: text.strip() != "")


def original(kind: Files) -> Original:
    return Original(kind.original, kind.original_name)


def filled(kind: Files, *wanted: Fill) -> Filled:
    return filling.fill(kind.translation, kind.name, wanted, original=original(kind))


def texts(kind: Files, data: bytes) -> dict[str, str]:
    found = bilingual.parse(data, kind.name, original(kind)).value
    return {one.unit.id: one.unit.variants[1].text for one in found if len(one.unit.variants) > 1}


def identifier(kind: Files, key: str) -> str:
    opened = filling.openings(kind.translation, kind.name, original=original(kind)).value
    return next(one.unit.id for one in opened if one.unit.id.rpartition(".")[2] == key)


def changed_lines(kind: Files, data: bytes) -> list[str]:
    before, after = (decode(one, kind.name).value.splitlines() for one in (kind.translation, data))
    return [
        line
        for line in unified_diff(before, after, n=0, lineterm="")
        if line[0] in "+-" and line[:3] not in {"+++", "---"}
    ]


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
def test_no_translation_gives_the_same_bytes(kind: Files) -> None:
    assert filled(kind).data == kind.translation


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (
            ANDROID,
            ['-    <string name="last"></string>', "+    <string name=\"last\">Пока \\'всем\\'</string>"],
        ),
        (APPLE, ['-"last" = "";', '+"last" = "Пока \'всем\'";']),
        (JAVA, ["-last =", "+last =Пока 'всем'"]),
        (DOTNET, ["-    <value/>", "+    <value>Пока 'всем'</value>"]),
        (NESTED, ['-  "last": ""', '+  "last": "Пока \'всем\'"']),
        (EXTENSION, ['-  "last": {"message": ""}', '+  "last": {"message": "Пока \'всем\'"}']),
        (FLUTTER, ['-  "last": ""', '+  "last": "Пока \'всем\'"']),
    ],
    ids=lambda value: value.name if isinstance(value, Files) else "",
)
def test_an_empty_string_is_filled_where_it_stands(kind: Files, lines: list[str]) -> None:
    found = filled(kind, Fill(identifier(kind, "last"), ("Пока 'всем'",)))

    assert (changed_lines(kind, found.data), found.findings) == (lines, ())


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (APPLE, ['+"rich" = "Строка\\nвторая";']),
        (JAVA, ["+rich = Строка\\nвторая"]),
        (
            DOTNET,
            [
                '+  <data name="rich" xml:space="preserve">',
                "+    <value>Строка",
                "+вторая</value>",
                "+  </data>",
            ],
        ),
        (EXTENSION, ['+  "rich": {"message": "Строка\\nвторая"},']),
        (FLUTTER, ['+  "rich": "Строка\\nвторая",']),
    ],
    ids=lambda value: value.name if isinstance(value, Files) else "",
)
def test_a_string_that_is_missing_is_put_where_the_original_has_it(kind: Files, lines: list[str]) -> None:
    found = filled(kind, Fill(identifier(kind, "rich"), ("Строка\nвторая",)))

    assert changed_lines(kind, found.data) == lines


def test_a_member_of_an_object_is_put_behind_the_one_before_it() -> None:
    found = filled(NESTED, Fill("menu.rich", ("Строка",)))

    assert changed_lines(NESTED, found.data) == [
        '-    "title": "Ворота \\u0022смотрителя\\""',
        '+    "title": "Ворота \\u0022смотрителя\\"",',
        '+    "rich": "Строка"',
    ]


def test_objects_that_are_missing_are_made() -> None:
    kind = Files("en.json", b'{"a": {"b": {"c": "One", "d": "Two"}}}', "ru.json", b"{}\n")

    found = filled(kind, Fill("a.b.c", ("Раз",)), Fill("a.b.d", ("Два",)))

    assert texts(kind, found.data) == {"a.b.c": "Раз", "a.b.d": "Два"}


def test_codes_of_an_android_string_are_those_of_the_original() -> None:
    unit = next(
        u
        for u in filling.openings(ANDROID.translation, ANDROID.name, original=original(ANDROID)).value
        if u.unit.id == "rich"
    )
    codes = [part for part in unit.unit.variants[0].content if not isinstance(part, str)]

    found = filled(
        ANDROID,
        Fill("rich", ("Для ", codes[2], "%1$s", codes[3], " нажмите ", codes[0], "«Открыть»", codes[1])),
    )

    assert changed_lines(ANDROID, found.data) == [
        '+    <string name="rich">Для <xliff:g id="n">%1$s</xliff:g> нажмите <b>«Открыть»</b></string>'
    ]


def test_plural_forms_are_put_in_together() -> None:
    forms = {"one": "лодка", "few": "лодки", "many": "лодок", "other": "лодки"}

    found = filled(ANDROID, *(Fill(f"boats[{form}]", (f"%d {word}",)) for form, word in forms.items()))

    assert changed_lines(ANDROID, found.data) == [
        '+    <plurals name="boats">',
        *(f'+        <item quantity="{form}">%d {word}</item>' for form, word in forms.items()),
        "+    </plurals>",
    ]


def test_forms_that_a_rule_of_apple_lacks_are_added_to_it() -> None:
    forms = {"few": "лодки", "many": "лодок", "other": "лодки"}

    found = filled(
        STRINGSDICT, *(Fill(f"last:boats[{form}]", (f"%d {word}",)) for form, word in forms.items())
    )

    assert texts(STRINGSDICT, found.data) == {
        "last:boats[one]": "%d лодка",
        **{f"last:boats[{form}]": f"%d {word}" for form, word in forms.items()},
    }


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
@pytest.mark.parametrize("key", ["last", "rich"])
@settings(max_examples=15, deadline=None)
@given(words=WORDS)
def test_a_translation_is_read_as_it_was_meant(kind: Files, key: str, words: str) -> None:
    unit = identifier(kind, key)

    found = filled(kind, Fill(unit, (words,)))

    if found.findings:
        assert found.data == kind.translation  # the codes of the original would be lost
    else:
        assert texts(kind, found.data) == {**texts(kind, kind.translation), unit: words}


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
@pytest.mark.parametrize(
    "words", ["Пока 'всем' \"вам\"", "@all?", "a\\b", "R&D <3", "[{x}] %s", "две\nстроки"]
)
def test_the_toolkit_reads_a_translation_as_it_was_meant(kind: Files, words: str) -> None:
    assert kind in TOOLKIT

    found = filled(kind, Fill(identifier(kind, "last"), (words,)))

    assert words in by_toolkit(kind, found.data)


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
def test_line_ends_and_marks_of_a_file_stay(kind: Files) -> None:
    text = decode(kind.translation, kind.name).value.replace("\n", "\r\n")
    encoding = "utf-16" if kind is APPLE else "utf-8-sig"
    windows = Files(kind.original_name, kind.original, kind.name, text.encode(encoding))
    unit = identifier(windows, "rich")

    found = filled(windows, Fill(unit, ("Строка",)))

    assert found.data[:3] == windows.translation[:3]
    assert "\n" not in decode(found.data, kind.name).value.replace("\r\n", "")


@pytest.mark.parametrize("standing", [Standing.FUZZY, Standing.REVIEW])
@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
def test_what_nobody_vouches_for_stays_out_of_a_file_that_cannot_say_so(
    kind: Files, standing: Standing
) -> None:
    found = filled(kind, Fill(identifier(kind, "last"), ("Пока",), standing))

    assert (found.data, [one.code for one in found.findings]) == (kind.translation, ["F171"])


@pytest.mark.parametrize(
    ("kind", "unit"),
    [(ANDROID, "brand"), (ANDROID, "linked"), (ANDROID, "title"), (ANDROID, "days.0"), (NESTED, "days.1")],
)
def test_what_is_closed_stays(kind: Files, unit: str) -> None:
    found = filled(kind, Fill(unit, ("Слово",)))

    assert (found.data, [one.code for one in found.findings]) == (kind.translation, ["F171"])


def test_an_old_bundle_of_java_stays_ascii() -> None:
    old = Files(JAVA.original_name, JAVA.original, JAVA.name, b"title=\\u0412\n")

    assert filled(old, Fill("last", ("Пока 🚢",))).data.endswith(
        b"last=\\u041F\\u043E\\u043A\\u0430 \\uD83D\\uDEA2\n"
    )


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
def test_a_word_is_changed_where_it_stands(kind: Files) -> None:
    unit = next(
        u
        for u in bilingual.parse(kind.translation, kind.name, original(kind)).value
        if u.unit.id.endswith("title")
    )
    place = Place(kind.name, unit.unit.id, Span(0, 6), language="ru")

    after = patch(kind.translation, kind.name, [Edit(place, "Врата 'и' \"двери\"")])

    assert after.findings == ()
    assert texts(kind, after.value)[unit.unit.id] == "Врата 'и' \"двери\"" + unit.unit.variants[1].text[6:]


def test_the_original_is_not_changed_by_its_translation() -> None:
    place = Place(ANDROID.name, "title", Span(0, 3), language="en")

    after = patch(ANDROID.translation, ANDROID.name, [Edit(place, "A")])

    assert (after.value, len(after.findings)) == (ANDROID.translation, 1)


def test_without_its_original_a_file_is_not_filled() -> None:
    found = filling.fill(ANDROID.translation, ANDROID.name, [Fill("last", ("Пока",))])

    assert [one.code for one in found.findings] == ["F173"]


def test_a_rule_of_apple_that_is_missing_is_told() -> None:
    bare = Files(
        STRINGSDICT.original_name,
        STRINGSDICT.original,
        STRINGSDICT.name,
        b'<plist version="1.0"><dict></dict></plist>',
    )

    found = filled(bare, Fill("last:boats[one]", ("%d лодка",)))

    assert (found.data, [one.code for one in found.findings]) == (bare.translation, ["F171"])
