"""The house stands: sizes, first sentences, and no room without a word about what lives there."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "termaccord"
LONGEST_FILE = 300
LONGEST_FUNCTION = 45
FULLEST_FOLDER = 16


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


def is_data(path: Path) -> bool:
    """Language knowledge: long lists of words, no functions."""
    tree = ast.parse(path.read_text("utf-8"))
    return not any(isinstance(node, ast.FunctionDef) for node in ast.walk(tree))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            start = node.body[0].end_lineno or 0 if ast.get_docstring(node) else node.lineno
            yield node.name, (node.end_lineno or 0) - start


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_module_opens_with_one_sentence(path: Path) -> None:
    said = ast.get_docstring(ast.parse(path.read_text("utf-8")))

    assert said, f"{name(path)} does not say what lives there"


@pytest.mark.parametrize("path", modules(), ids=name)
def test_a_module_can_be_held_in_the_head(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())

    assert is_data(path) or lines <= LONGEST_FILE
    assert [f for f, length in functions(path) if length > LONGEST_FUNCTION] == []


def test_a_folder_can_be_read_at_a_glance() -> None:
    folders = {f.parent for f in modules()}

    assert [name(f) for f in folders if len(list(f.glob("*.py"))) > FULLEST_FOLDER] == []


def test_the_nouns_import_only_each_other_and_the_standard_library() -> None:
    imported = set()
    for path in (SOURCE / "model").glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                imported.add(node.module)

    assert {m for m in imported if "." in m and not m.startswith("termaccord.model")} <= {"collections.abc"}
