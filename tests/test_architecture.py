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


def dotted(path: Path) -> str:
    parts = path.relative_to(SOURCE.parent).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Everything that can run: what stands under TYPE_CHECKING is only read by the type checker."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from statements(child)


def imported(path: Path, ours: frozenset[str]) -> frozenset[str]:
    """Which of our modules a module imports, at its top or inside of a function."""
    found = set[str]()
    for node in statements(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            submodules = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(submodules & ours if submodules & ours == submodules else {*submodules, node.module})
    return frozenset(found & ours - {dotted(path)})


def reached(start: str, graph: dict[str, frozenset[str]]) -> set[str]:
    seen = set[str]()
    waiting = [start]
    while waiting:
        new = graph[waiting.pop()] - seen
        seen |= new
        waiting.extend(new)
    return seen


def test_no_module_imports_itself_by_way_of_others() -> None:
    ours = frozenset(map(dotted, modules()))
    graph = {dotted(path): imported(path, ours) for path in modules()}

    assert sorted(module for module in graph if module in reached(module, graph)) == []
