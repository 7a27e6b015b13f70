"""What docs/api.md shows is what happens."""

import doctest
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[3] / "docs/api.md"


def sections() -> dict[str, str]:
    """The parts of the page by their headings."""
    parts = PAGE.read_text("utf-8").split("\n## ")[1:]
    return {part.partition("\n")[0]: part.partition("\n")[2] for part in parts}


@pytest.mark.parametrize("name", sections())
def test_the_examples_of_the_page_are_true(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    examples = "\n".join(line for line in sections()[name].splitlines() if not line.startswith("```"))
    test = doctest.DocTestParser().get_doctest(examples, {}, name, str(PAGE), 0)
    said: list[str] = []
    result = doctest.DocTestRunner().run(test, out=said.append)

    assert result.failed == 0, "".join(said)
    assert result.attempted
