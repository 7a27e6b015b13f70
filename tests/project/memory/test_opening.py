"""A project's memory is made where it is wanted, and git is kept out of it."""

from pathlib import Path

from termaccord.project.memory.opening import open_memory


def test_git_leaves_a_projects_memory_alone(tmp_path: Path) -> None:
    (tmp_path / "termaccord.toml").touch()

    open_memory(start=tmp_path).store.close()

    assert (tmp_path / ".termaccord/.gitignore").read_text() == "*\n"


def test_a_folder_that_is_named_gets_nothing_but_the_memory(tmp_path: Path) -> None:
    open_memory(tmp_path / "mine").store.close()

    assert not (tmp_path / "mine/.gitignore").exists()
