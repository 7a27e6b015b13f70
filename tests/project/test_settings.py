from pathlib import Path

import pytest

from termaccord.model import Severity
from termaccord.project.errors import UsageError
from termaccord.project.lint_settings import Outlet
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
        ("zzz = 'x'", "unknown setting “zzz”; known are subject, subject_field"),
        ("least_confidence = 2", "between 0 and 1"),
        ("subject = 3", "must be text in quotes"),
        ("subject = ", "not valid TOML"),
        ("subjet = 'x'", "unknown setting “subjet”; did you mean “subject”"),
        ("[lint]\nselekt = []", "unknown setting “lint.selekt”; did you mean “lint.select”"),
        ("[lint]\nselect = 'T01'", "“lint.select” must be a list of texts in quotes"),
        ("[lint]\nselect = ['T99']", "there is no rule “T99”"),
        ("[lint]\nignore = ['rejected-terms']", "no rule “rejected-terms”; did you mean rejected-term"),
        ("[lint.severity]\nT01 = 'fatal'", "“lint.severity.T01” must be one of error, warning, info, off"),
        ("[lint.per-file-ignores]\n'*.md' = 'T01'", r"“lint.per-file-ignores.\*.md” must be a list"),
        ("[lint.per-file-ignores]\n'*.md' = ['Q1']", "there is no rule “Q1”"),
        ("[lint]\nfail-on = 'often'", "“lint.fail-on” must be one of error, warning, info, never"),
        ("lint = 1", r"“lint” must be a table: \[lint\]"),
        ("[outlet.gull]\nstyle = 3", "“outlet.gull.style” must be a language tag"),
        ("[outlet.gull]\nautority = 3", "did you mean “outlet.gull.authority”"),
    ],
)
def test_an_unusable_setting_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "termaccord.toml").write_text(text)

    with pytest.raises(UsageError, match=said):
        open_settings(tmp_path)


def test_a_folder_without_settings_says_what_it_needs(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"termaccord\.toml"):
        open_settings(tmp_path)


def test_what_is_decided_about_checking_is_read(tmp_path: Path) -> None:
    (tmp_path / "termaccord.toml").write_text(
        """
        [lint]
        select = ["T", "unused-suppression"]
        ignore = ["T02"]
        fail-on = "warning"
        least_severity = "warning"
        glossary = ["terms/main.tbx"]
        [lint.severity]
        T01 = "warning"
        T02 = "off"
        [lint.per-file-ignores]
        "en-gull/*.txt" = ["T01"]
        [outlet.gull]
        style = "en-GB-oxford"
        authority = 2
        """
    )

    settings = open_settings(tmp_path)

    choice = settings.lint.choice
    assert (choice.select, choice.ignore) == (("T", "unused-suppression"), ("T02",))
    assert choice.severity == {"T01": Severity.WARNING, "T02": None}
    assert choice.per_file_ignores == (("en-gull/*.txt", ("T01",)),)
    assert choice.least is Severity.WARNING
    assert (settings.lint.fail_on, settings.lint.glossary) == ("warning", ("terms/main.tbx",))
    assert settings.outlets == {"gull": Outlet("en-GB-oxford", 2)}


def test_checking_is_decided_in_pyproject_too(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text("[tool.termaccord.lint]\nfail-on = 'never'\n")

    assert open_settings(tmp_path).lint.fail_on == "never"
