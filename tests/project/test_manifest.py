from pathlib import Path

import pytest

from termaccord.project.manifest import known_language, language_of_path, outlet_of_path, parse

GOOD = """
[[document]]
id = "ru/report"
path = "ru/report.txt"
language = "ru"
date = 2025-11-20

[[document]]
id = "en-herald/report"
path = "en-herald/report.txt"
language = "en"
outlet = "herald"
translation_of = "ru/report"
authority = 2
"""


def codes(text: str, folder: Path | None = None) -> list[tuple[str, int | None]]:
    return [(f.code, f.place.line) for f in parse(text.encode(), "corpus.toml", folder).findings]


def test_a_manifest_gives_its_documents_in_order() -> None:
    manifest = parse(GOOD.encode(), "corpus.toml")

    assert [(e.id, e.translation_of, e.authority) for e in manifest.entries] == [
        ("ru/report", "", 0),
        ("en-herald/report", "ru/report", 2),
    ]
    assert manifest.findings == ()


def test_a_missing_file_is_named_at_its_line_and_the_rest_is_kept(tmp_path: Path) -> None:
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru/report.txt").write_text("Текст.", "utf-8")

    manifest = parse(GOOD.encode(), "corpus.toml", tmp_path)

    assert [e.id for e in manifest.entries] == ["ru/report"]
    assert [(f.code, f.place.line) for f in manifest.findings] == [("P005", 8)]


def test_a_second_document_with_the_same_id_is_left_out() -> None:
    again = GOOD + '\n[[document]]\nid = "ru/report"\npath = "ru/other.txt"\n'

    assert codes(again) == [("P003", 16)]


def test_a_translation_of_an_unknown_id_is_reported_and_read_as_an_original() -> None:
    manifest = parse(GOOD.replace('"ru/report"\npath', '"ru/other"\npath').encode(), "corpus.toml")

    assert [f.code for f in manifest.findings] == ["P006"]
    assert len(manifest.entries) == 2


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (('language = "ru"', 'language = "klingon"'), "P004"),
        (('path = "ru/report.txt"', "path = 3"), "P002"),
        (('id = "ru/report"', 'name = "ru/report"'), "P002"),
        (("authority = 2", 'authority = "high"'), "P002"),
    ],
)
def test_an_unusable_entry_is_one_sentence_at_its_line(change: tuple[str, str], code: str) -> None:
    assert code in [c for c, _line in codes(GOOD.replace(*change))]


def test_broken_toml_is_named_with_its_line() -> None:
    assert codes('[[document]]\nid = "a\n') == [("P001", 2)]


def test_an_empty_manifest_says_what_to_add() -> None:
    assert codes("") == [("P001", 1)]


@pytest.mark.parametrize(
    ("path", "language", "outlet"),
    [
        ("ru/report.txt", "ru", ""),
        ("en-herald/report.txt", "en", "herald"),
        ("texts/report.de.txt", "de", ""),
        ("en-GB/report.txt", "en-GB", ""),
        ("src/doc/report.txt", "", ""),
        ("/home/is-this/report.txt", "is", "this"),
        ("report.txt", "", ""),
    ],
)
def test_a_path_shows_its_language_and_outlet(path: str, language: str, outlet: str) -> None:
    assert (language_of_path(path), outlet_of_path(path)) == (language, outlet)


def test_a_language_is_one_that_cldr_knows() -> None:
    assert [known_language(tag) for tag in ("ru", "sr-Latn", "en_GB", "xq", "")] == [
        True,
        True,
        True,
        False,
        False,
    ]
