"""Which languages a bilingual file is taken to be in."""

from pathlib import Path

import pytest

from termaccord.project.corpus import open_paths

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n{language}"\n\n'
UNIT = 'msgid "{source}"\nmsgstr "{target}"\n'
RUSSIAN = "Паром отходит от северного причала каждый час."
ENGLISH = "The ferry leaves the northern pier every hour."
GERMAN = "Die Fähre verlässt den nördlichen Anleger zu jeder vollen Stunde."


@pytest.mark.parametrize(
    ("language", "source", "target", "expected"),
    [
        ("Language: en\\n", RUSSIAN, ENGLISH, ("ru", "en")),
        ("Language: ru\\n", ENGLISH, RUSSIAN, ("en", "ru")),
        ("", RUSSIAN, ENGLISH, ("ru", "en")),
        ("Language: de\\n", ENGLISH, GERMAN, ("en", "de")),
        ("Language: de\\n", RUSSIAN, GERMAN, ("ru", "de")),
    ],
)
def test_strings_that_cannot_be_english_are_not_called_english(
    tmp_path: Path, language: str, source: str, target: str, expected: tuple[str, str]
) -> None:
    path = tmp_path / "ferry.po"
    path.write_text(HEAD.format(language=language) + UNIT.format(source=source, target=target), "utf-8")

    file = open_paths([str(path)]).bilingual[0]

    assert (file.source_language, *file.target_languages) == expected


def test_two_columns_without_a_header_are_known_by_their_words(tmp_path: Path) -> None:
    path = tmp_path / "ferry.csv"
    path.write_text(f"{RUSSIAN},{ENGLISH}\n", "utf-8")

    file = open_paths([str(path)]).bilingual[0]

    assert (file.source_language, *file.target_languages) == ("ru", "en")
