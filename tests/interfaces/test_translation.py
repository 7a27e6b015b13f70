import importlib.util
import json
import os
import re
import string
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import polib
import pytest
from click.testing import Result

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.sniffing import Kind
from termaccord.interfaces import translation
from termaccord.interfaces.cli.main import COMMANDS
from termaccord.interfaces.cli.memory.group import COMMANDS as MEMORY
from termaccord.interfaces.cli.terms.group import COMMANDS as TERMS
from termaccord.interfaces.translation import plural, spoken
from termaccord.model import Category, Status, say
from termaccord.project.conversion.targets import Target

ROOT = Path(__file__).parents[2]
CATALOGS = sorted((ROOT / "src/termaccord/interfaces/locale").glob("*/LC_MESSAGES/*.po"))


def tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("messages", ROOT / "tools/messages.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PATHS = (
    *((name,) for name in COMMANDS),
    *(("memory", name) for name in MEMORY),
    *(("terms", name) for name in TERMS),
)
"""Every command by the words that call it."""
MISTAKES = (
    (("align", "nothing.txt", "nothing.txt"), "termaccord: нет такого файла: nothing.txt"),
    (("build", "nowhere"), "termaccord: нет такой папки проекта: nowhere"),
    (("align",), "Ошибка: Не указан аргумент 'ОРИГИНАЛ'."),
    (("align", "a"), "Справка: termaccord align --help"),
    (("lookup", "x", "--limit", "0"), "Ошибка: Недопустимое значение для '--limit': 0 вне пределов x>=1."),
    (
        ("lookup", "x", "--glosary", "1"),
        "Ошибка: Нет параметра '--glosary'. Возможно, имелось в виду '--glossary'?",
    ),
    (("alin",), "Ошибка: Нет команды 'alin'."),
)
CALLS = (("--help",), *((*path, "--help") for path in PATHS), *(arguments for arguments, _said in MISTAKES))
DRIVER = """
import contextlib, io, json, sys
from termaccord.interfaces.cli.main import entry
answers = []
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["termaccord", *arguments]
    with contextlib.redirect_stdout(io.StringIO()) as out, contextlib.redirect_stderr(io.StringIO()) as err:
        try:
            entry()
        except SystemExit as leaving:
            answers.append((leaving.code, out, err))
print(json.dumps([(code, out.getvalue(), err.getvalue()) for code, out, err in answers]))
"""
Said = dict[tuple[str, ...], tuple[int, str, str]]


def call_all(language: str, folder: Path) -> Said:
    """Status, output and errors of every call, from one process such as a user of that language has."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("LC_")}
    answer = subprocess.run(
        [sys.executable, "-c", DRIVER, json.dumps(CALLS)],
        cwd=folder,
        env={**plain, "LANGUAGE": language, "COLUMNS": "100"},
        capture_output=True,
        check=True,
    )
    return {
        call: (code, out, err)
        for call, (code, out, err) in zip(CALLS, json.loads(answer.stdout), strict=True)
    }


@pytest.fixture(scope="module")
def russian(tmp_path_factory: pytest.TempPathFactory) -> Said:
    return call_all("ru", tmp_path_factory.mktemp("ru"))


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Said:
    return call_all("en", tmp_path_factory.mktemp("en"))


def placeholders(text: str) -> set[str]:
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name is not None}


def translations() -> Iterator[tuple[str, set[str], str]]:
    """Every form of every sentence: catalog, the placeholders it may have, the translation."""
    for path in CATALOGS:
        for entry in polib.pofile(path.read_text("utf-8")):
            allowed = placeholders(entry.msgid) | placeholders(entry.msgid_plural)
            for said in entry.msgstr_plural.values() or (entry.msgstr,):
                yield path.stem, allowed, said


def test_every_sentence_of_the_program_is_in_the_catalogs_and_translated() -> None:
    assert tool().check() == []


def test_a_collected_catalog_has_the_same_bytes_each_time() -> None:
    first, second = ([str(after) for _path, _before, after in tool().catalogs()] for _ in range(2))

    assert first == second


def test_a_translation_says_all_that_the_sentence_says() -> None:
    # click fills some sentences with English words; a translation may leave those out, but never ask for more.
    wrong = [
        said
        for catalog, allowed, said in translations()
        if (placeholders(said) != allowed if catalog == "termaccord" else placeholders(said) - allowed)
    ]

    assert wrong == []


def test_russian_quotes_are_russian() -> None:
    """Those of an attribute's value are the file's own."""
    texts = [re.sub('="[^"]*"', "", said) for _catalog, _allowed, said in translations()]

    assert [text for text in texts if re.search('[“”„"]', text)] == []


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, "0 понятий"),
        (1, "1 понятие"),
        (2, "2 понятия"),
        (5, "5 понятий"),
        (11, "11 понятий"),
        (12, "12 понятий"),
        (21, "21 понятие"),
        (104, "104 понятия"),
        (111, "111 понятий"),
    ],
)
def test_a_russian_count_takes_its_form(monkeypatch: pytest.MonkeyPatch, count: int, said: str) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")

    assert plural("{count} concept", "{count} concepts", count) == said


def test_a_message_inside_a_message_is_translated_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")
    message = say(
        "{file} is {kind}, not a text; export it as plain text, DOCX or ODT",
        file="a.txt",
        kind=say("an image"),
    )

    assert spoken(message).startswith("a.txt — изображение, а не текст")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "ru_RU.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANGUAGE": "qq:ru:en", "LANG": "en_GB"}, "ru"),
        ({"LANGUAGE": "en:ru"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "qq"}, "en"),
        ({}, "en"),
    ],
)
def test_the_first_known_language_is_spoken(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert translation.language() == language


def test_an_unknown_sentence_stays_english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")

    assert spoken(say("{n} turtles", n=3)) == "3 turtles"


@pytest.mark.parametrize("call", [("--help",), *((*path, "--help") for path in PATHS)], ids=" ".join)
def test_help_is_russian_throughout(russian: Said, call: tuple[str, ...]) -> None:
    _status, said, _errors = russian[call]

    assert said.startswith("Использование: ")
    words = set(re.findall(r"(?<![-/.\w])[A-Za-z]{3,}\b(?![./])", said))
    names = {"termaccord", "text", "json", "html", "tmx", "tbx", "tsv", "csv", "xlsx", "beads", "help"}
    names |= {*Category, *Status, *Target, *Tool, *Kind, "git"}
    names |= {
        "sarif",
        "github",
        "gitlab",
        "junit",
        "markdown",
        "error",
        "warning",
        "info",
        "never",
        "characters",
        "words",
        *("Android", "Apple", "Java", "NET", "JSON", "Trados", "memoQ", "Phrase"),
        *("Excel", "OmegaT", "MultiTerm", "XML", "UTX", "SKOS", "Turtle", "status", "note", "ours", "theirs"),
    }
    assert words - names - {word for path in PATHS for word in path} <= {"TBX", "TMX", "XLIFF", "CSV", "TSV"}


@pytest.mark.parametrize(
    ("call", "said"), MISTAKES, ids=lambda v: " ".join(v) if isinstance(v, tuple) else ""
)
def test_mistakes_are_answered_in_russian(russian: Said, call: tuple[str, ...], said: str) -> None:
    status, _out, errors = russian[call]

    assert status == 2
    assert said in errors.splitlines()


def test_english_readers_read_english(english: Said) -> None:
    assert english["--help",][1].startswith("Usage: termaccord [OPTIONS] COMMAND [ARGS]...")
    assert not re.search("[а-яё]", str(english), re.IGNORECASE)


def test_the_summary_of_a_build_is_russian(
    project: Path, termaccord: Callable[..., Result], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANGUAGE", "ru")

    said = termaccord("build").stdout

    assert "2 документа (en 1, ru 1), 10 предложений" in said
    assert "1 пара текстов: 1-1 ×5" in said
    assert "Записано: " in said
