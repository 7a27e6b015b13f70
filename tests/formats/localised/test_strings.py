"""Files of strings read beside their originals; translate-toolkit is the judge of what a file says."""

from collections.abc import Iterator
from importlib import import_module

import pytest
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

from termaccord.formats import bilingual
from termaccord.formats.bilingual import BilingualUnit, Original, State
from termaccord.formats.strings import files
from termaccord.formats.strings.conventions import named, translations
from termaccord.formats.visible.decoding import decode

TOOLKIT = {
    ANDROID: ("aresource", "AndroidResourceFile"),
    APPLE: ("properties", "stringsfile"),
    JAVA: ("properties", "javautf8file"),
    DOTNET: ("resx", "RESXFile"),
    NESTED: ("jsonl10n", "JsonNestedFile"),
    EXTENSION: ("jsonl10n", "WebExtensionJsonFile"),
    FLUTTER: ("jsonl10n", "ARBJsonFile"),
}


def units(kind: Files) -> tuple[BilingualUnit, ...]:
    return bilingual.parse(kind.translation, kind.name, Original(kind.original, kind.original_name)).value


def told(found: tuple[BilingualUnit, ...]) -> list[tuple[str, str, str, str]]:
    rows = []
    for unit in found:
        texts = [variant.text for variant in unit.unit.variants]
        rows.append((unit.unit.id, texts[0], texts[1] if len(texts) > 1 else "", unit.state.value))
    return rows


def by_toolkit(kind: Files, data: bytes) -> list[str]:
    module, name = TOOLKIT[kind]
    store = getattr(import_module(f"translate.storage.{module}"), name)()
    store.parse(decode(data, kind.name).value.encode("utf-16") if kind is APPLE else data)
    return list(_strings(store))


def _strings(store: object) -> Iterator[str]:
    for unit in store.units:  # type: ignore[attr-defined]
        target = unit.source if hasattr(unit, "personality") else unit.target
        strings = target.strings if hasattr(target, "strings") else [target]
        yield from (str(one) for one in strings if one)


def test_android_strings_stand_beside_each_other() -> None:
    assert told(units(ANDROID)) == [
        ("title", "The keeper's gate", "Ворота смотрителя", "translated"),
        ("rich", "Press Open for %1$s now", "", "untranslated"),
        ("brand", "Quaylight", "", "locked"),
        ("linked", "@string/title", "", "locked"),
        ("boats[one]", "%d boat", "", "untranslated"),
        ("boats[few]", "%d boats", "", "untranslated"),
        ("boats[many]", "%d boats", "", "untranslated"),
        ("boats[other]", "%d boats", "", "untranslated"),
        ("days.0", "Moonday", "", "untranslated"),
        ("days.1", "Tideday", "", "untranslated"),
        ("last", "  Farewell & thanks", "", "untranslated"),
    ]


def test_markup_in_an_android_string_is_code() -> None:
    rich = units(ANDROID)[1].unit.variants[0]

    codes = [part if isinstance(part, str) else part.code for part in rich.content]
    assert codes == [
        "Press ",
        "<b>",
        "Open",
        "</b>",
        " for ",
        '<xliff:g id="n">',
        "%1$s",
        "</xliff:g>",
        " now",
    ]


def test_plural_forms_of_json_are_those_of_the_translations_language() -> None:
    assert [row[0] for row in told(units(NESTED))] == [
        "menu.title",
        "menu.rich",
        "menu.boats[one]",
        "menu.boats[few]",
        "menu.boats[many]",
        "menu.boats[other]",
        "days.0",
        "days.1",
        "last",
    ]


def test_rules_of_apple_have_a_text_for_each_form() -> None:
    assert told(units(STRINGSDICT)) == [
        ("last:boats[one]", "%d boat", "%d лодка", "translated"),
        ("last:boats[few]", "%d boats", "", "untranslated"),
        ("last:boats[many]", "%d boats", "", "untranslated"),
        ("last:boats[other]", "%d boats", "", "untranslated"),
    ]


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
def test_one_string_is_translated_and_two_are_not(kind: Files) -> None:
    states = {row[0].rpartition(".")[2]: row[3] for row in told(units(kind))}

    assert [states[key] for key in ("title", "rich", "last")] == [
        "translated",
        "untranslated",
        "untranslated",
    ]


@pytest.mark.parametrize("kind", PLAIN, ids=lambda kind: kind.name)
def test_texts_are_those_that_the_toolkit_reads(kind: Files) -> None:
    file = files.parse(kind.original, kind.original_name).value
    assert file is not None
    # the toolkit does not read arrays of Android, and shows markup as text
    ours = [
        entry.text for entry in file.entries if not entry.codes and not (entry.listed and kind is ANDROID)
    ]

    assert [text for text in by_toolkit(kind, kind.original) if text in ours] == ours


@pytest.mark.parametrize("kind", ALL, ids=lambda kind: kind.name)
def test_every_character_is_found_where_it_stands(kind: Files) -> None:
    for data, name in ((kind.original, kind.original_name), (kind.translation, kind.name)):
        file = files.parse(data, name).value
        assert file is not None
        for entry in file.entries:
            assert (
                "".join([entry.text[one.text.start : one.text.end] for one in entry.stretches]) == entry.text
            )
            for one in entry.stretches:
                assert (
                    not one.verbatim
                    or one.file.of(file.source) == one.text.of(entry.text)
                    or len(one.text) == 1
                )


def test_the_note_of_a_string_comes_along() -> None:
    notes = [units(kind)[0].unit.notes for kind in (APPLE, JAVA, DOTNET, EXTENSION, FLUTTER)]

    assert notes == [("the title",)] * 5


def test_what_only_the_translation_has_is_told() -> None:
    data = ANDROID.translation.replace(b"</resources>", b'<string name="more">A</string></resources>')

    reading = bilingual.parse(data, ANDROID.name, Original(ANDROID.original, ANDROID.original_name))
    assert [finding.code for finding in reading.findings] == ["F132"]


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("l/ru.json", b'{"a": ', "F129"),
        ("l/ru.json", b"[" * 100000, "F129"),
        ("l/ru.json", b"[1]", "F131"),
        ("ru.lproj/a.strings", b'"a" = "b', "F128"),
        ("values-ru/strings.xml", b"<resources><string", "F001"),
        ("values-ru/strings.xml", b"<note/>", "F131"),
        ("a.ru.resx", b"<resources/>", "F131"),
        ("a.xcstrings", b"{}", "F131"),
        ("a.sdlppx", b"PK\x03\x04", "F133"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(name: str, data: bytes, code: str) -> None:
    assert code in [finding.code for finding in bilingual.parse(data, name).findings]


@pytest.mark.parametrize(
    ("name", "language", "first"),
    [
        ("res/values-ru/strings.xml", "ru", "res/values/strings.xml"),
        ("res/values-pt-rBR/strings.xml", "pt-BR", "res/values/strings.xml"),
        ("res/values-b+sr+Latn/strings.xml", "sr-Latn", "res/values/strings.xml"),
        ("ru.lproj/Main.strings", "ru", "Base.lproj/Main.strings"),
        ("text/messages_pt_BR.properties", "pt-BR", "text/messages.properties"),
        ("Screens.ru.resx", "ru", "Screens.resx"),
        ("locales/ru.json", "ru", "locales/en.json"),
        ("locales/ru/common.json", "ru", "locales/en/common.json"),
        ("_locales/ru/messages.json", "ru", "_locales/en/messages.json"),
        ("lib/app_ru.arb", "ru", "lib/app_en.arb"),
    ],
)
def test_a_path_says_what_it_translates(name: str, language: str, first: str) -> None:
    told_ = named(name)

    assert told_ is not None
    assert (told_.language, told_.originals[0]) == (language, first)


@pytest.mark.parametrize(
    "name", ["package.json", "src/config.json", "AndroidManifest.xml", "res/values-land/dimens.xml", "a.txt"]
)
def test_other_files_translate_nothing(name: str) -> None:
    told_ = named(name)

    assert told_ is None or not told_.language


def test_of_many_files_each_translation_finds_its_original() -> None:
    names = ["values/a.xml", "values-ru/a.xml", "l/en.json", "l/ru.json", "l/de.json", "package.json"]

    assert translations(iter(names)) == {
        "values-ru/a.xml": "values/a.xml",
        "l/ru.json": "l/en.json",
        "l/de.json": "l/en.json",
    }


def test_a_file_alone_has_nothing_translated() -> None:
    found = bilingual.parse(ANDROID.original, ANDROID.original_name).value

    assert {unit.state for unit in found} == {State.UNTRANSLATED, State.LOCKED}


def test_an_ampersand_in_a_comment_is_no_mistake() -> None:
    data = DOTNET.original.replace(b"<root>", b"<root><!-- headers & schema -->")

    assert bilingual.parse(data, DOTNET.original_name).findings == ()


def test_a_table_of_apple_that_never_ends_is_refused_at_once() -> None:
    data = b'"a" ' + b"/* a */ " * 5000 + b'"b";'

    assert [one.code for one in bilingual.parse(data, "ru.lproj/a.strings").findings] == ["F128"]


def test_comments_may_stand_anywhere_in_a_table_of_apple() -> None:
    data = b'// one\n"a" /* two */ = /* three * */ "b"; // four\nplain = word;\n'

    found = bilingual.parse(data, "ru.lproj/a.strings").value
    assert [(unit.unit.id, unit.unit.variants[0].text) for unit in found] == [("a", "b"), ("plain", "word")]
