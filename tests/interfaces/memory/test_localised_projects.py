"""Programs with their strings in one file a language: linted, mended, imported and pretranslated as trees of files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

TermAccord = Callable[..., Result]
EN = """<resources>
    <string name="quay">The ferry leaves quay %1$d at 12:30.</string>
    <string name="night">Good night</string>
    <plurals name="boats"><item quantity="one">%d boat</item><item quantity="other">%d boats</item></plurals>
</resources>
"""
RU = """<resources>
    <string name="quay">Паром отходит от причала %1$d в 12:35.</string>
    <plurals name="boats">
        <item quantity="one">%d лодка</item>
        <item quantity="few">%d лодки</item>
        <item quantity="many">%d лодок</item>
        <item quantity="other">%d лодки</item>
    </plurals>
</resources>
"""


@pytest.fixture
def app(project: Path) -> Path:
    files = {
        "app/res/values/strings.xml": EN,
        "app/res/values-ru/strings.xml": RU,
        "app/locales/en.json": '{"night": "Good night", "day": "Good morning"}\n',
        "app/locales/ru.json": '{"night": ""}\n',
        "app/package.json": '{"name": "ferry"}\n',
        "app/src/main.ts": "export const night = 'Good night';\n",
        "night.csv": "en,ru\nGood night,Спокойной ночи\n",
    }
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return project / "app"


def test_a_tree_is_linted_file_beside_file(app: Path, termaccord: TermAccord) -> None:
    result = termaccord("lint", "app")

    assert result.return_value == 1
    assert "values-ru/strings.xml:2:57 [quay]: N02" in result.stdout
    assert "1 error" in result.stdout
    assert "package.json" not in result.output
    assert "main.ts" not in result.output


def test_a_tree_is_imported_and_filled(app: Path, termaccord: TermAccord) -> None:
    imported = termaccord("memory", "import", "night.csv", "app", "--memory", "mem")
    filled = termaccord("memory", "pretranslate", "app", "--memory", "mem", "--in-place")

    assert (imported.return_value, filled.return_value) == (0, 0)
    assert (app / "locales/ru.json").read_text("utf-8") == '{"night": "Спокойной ночи"}\n', filled.output
    assert (app / "res/values-ru/strings.xml").read_text("utf-8") == RU.replace(
        "12:35.</string>\n", '12:35.</string>\n    <string name="night">Спокойной ночи</string>\n'
    )


def test_plural_forms_go_from_one_program_to_another(app: Path, termaccord: TermAccord) -> None:
    (app / "ru_new").mkdir()
    for folder, text in (("values", EN), ("values-ru", "<resources>\n</resources>\n")):
        (app / "ru_new" / folder).mkdir()
        (app / "ru_new" / folder / "strings.xml").write_text(text, "utf-8")

    termaccord("memory", "import", "app/res", "--memory", "mem")
    termaccord("memory", "pretranslate", "app/ru_new", "--memory", "mem", "--in-place")

    written = (app / "ru_new/values-ru/strings.xml").read_text("utf-8")
    assert written.split("<plurals")[1] == RU.split("<plurals")[1]


def test_both_files_may_be_named(app: Path, termaccord: TermAccord) -> None:
    result = termaccord(
        "memory", "import", "app/res/values/strings.xml", "app/res/values-ru/strings.xml", "--memory", "mem"
    )

    assert (result.return_value, "P043" in result.output) == (0, False)
    assert "values-ru/strings.xml: 6 units read, 5 added" in result.stdout


def test_an_original_alone_is_told(app: Path, termaccord: TermAccord) -> None:
    assert "P043" in termaccord("lint", "app/locales/en.json").output


def test_an_original_that_no_name_tells_is_named(app: Path, termaccord: TermAccord) -> None:
    (app / "texts.json").write_text('{"night": "Good night"}', "utf-8")
    (app / "translated.json").write_text('{"night": "Спокойной ночи"}', "utf-8")

    result = termaccord(
        "memory", "import", "app/translated.json", "--original", "app/texts.json", "--memory", "mem",
        "--source-language", "en", "--target-language", "ru",
    )  # fmt: skip

    assert "1 unit read, 1 added" in result.stdout


def test_words_are_mended_in_the_translation_alone(app: Path, termaccord: TermAccord) -> None:
    (app / "locales/en.json").write_text('{"a": "The ferry is late."}', "utf-8")
    (app / "locales/ru.json").write_text('{ "a" : "Плашкоут опаздывает." }', "utf-8")
    (app / "glossary.tbx").write_text(GLOSSARY, "utf-8")

    result = termaccord("lint", "app/locales", "--glossary", "app/glossary.tbx", "--fix", "--unsafe-fixes")

    assert (app / "locales/ru.json").read_text("utf-8") == '{ "a" : "Паром опаздывает." }', result.output
    assert (app / "locales/en.json").read_text("utf-8") == '{"a": "The ferry is late."}'


GLOSSARY = """<?xml version="1.0"?>
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><sourceDesc><p>x</p></sourceDesc></fileDesc></martifHeader>
<text><body><termEntry id="c1"><langSet xml:lang="en"><tig><term>ferry</term></tig></langSet>
<langSet xml:lang="ru"><tig><term>паром</term>
<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
<tig><term>плашкоут</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet></termEntry>
</body></text></martif>
"""


def test_analysis_counts_what_an_original_has_to_be_translated(app: Path, termaccord: TermAccord) -> None:
    termaccord("memory", "import", "night.csv", "--memory", "mem")

    result = termaccord(
        "memory",
        "analyse",
        "app/res/values/strings.xml",
        "--memory",
        "mem",
        "--target-language",
        "ru",
        "--format",
        "csv",
    )

    assert result.return_value == 0
    assert "Good" not in result.output


def test_a_broken_file_does_not_stop_the_others(app: Path, termaccord: TermAccord) -> None:
    (app / "locales/ru.json").write_text('{"night": ', "utf-8")
    termaccord("memory", "import", "night.csv", "--memory", "mem")

    result = termaccord("memory", "pretranslate", "app", "--memory", "mem", "--in-place")

    assert result.return_value == 2
    assert "F129" in result.output
    assert "Спокойной" in (app / "res/values-ru/strings.xml").read_text("utf-8")
