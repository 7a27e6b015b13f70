"""The settings that the documentation shows."""

import re
from pathlib import Path

from termaccord.project.settings import find_settings

DOCS = Path(__file__).parents[2] / "docs"


def test_the_settings_shown_in_the_documentation_are_valid(tmp_path: Path) -> None:
    page = (DOCS / "configuration.md").read_text(encoding="utf-8")
    shown = re.findall(r"```toml\n(.*?)```", page, re.DOTALL)
    assert shown
    (tmp_path / "termaccord.toml").write_text("".join(shown), encoding="utf-8")
    settings = find_settings(tmp_path)
    assert settings is not None
    assert settings.lint.choice.select
