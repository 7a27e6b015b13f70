from pathlib import Path

import pytest

from termaccord.project.errors import UsageError
from termaccord.project.settings import find_settings, open_settings


def test_every_setting_has_a_default(tmp_path: Path) -> None:
    (tmp_path / "termaccord.toml").write_text("")

    settings = open_settings(tmp_path)

    assert settings.accepted_glossary() == tmp_path / "glossary/terms.tbx"
    assert settings.least_confidence == 0.5


def test_a_table_in_pyproject_will_do(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.termaccord]\nsubject = "maps"\n')

    assert open_settings(tmp_path).proposed_glossary().name == "maps.proposed.tbx"


def test_settings_are_found_from_a_folder_below(tmp_path: Path) -> None:
    (tmp_path / "termaccord.toml").write_text("")
    (tmp_path / "corpus/ru").mkdir(parents=True)

    found = find_settings(tmp_path / "corpus/ru")

    assert found is not None
    assert found.root == tmp_path.resolve()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("subjekt = 'x'", "unknown setting “subjekt”"),
        ("least_confidence = 2", "between 0 and 1"),
        ("subject = 3", "must be text in quotes"),
        ("subject = ", "not valid TOML"),
    ],
)
def test_an_unusable_setting_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "termaccord.toml").write_text(text)

    with pytest.raises(UsageError, match=said):
        open_settings(tmp_path)


def test_a_folder_without_settings_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"termaccord\.toml"):
        open_settings(tmp_path)
