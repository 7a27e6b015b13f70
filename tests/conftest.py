"""Golden files: what a program writes, kept beside its test and read as a diff."""

from collections.abc import Callable
from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--accept", action="store_true", help="write golden files anew; the diff is what a person reviews"
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the file of that name in the folder `golden` beside the test; `--accept` writes it."""

    def compare(name: str, said: str) -> None:
        path = Path(request.path).parent / "golden" / name
        if request.config.getoption("--accept"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(said.encode())

        assert said == path.read_bytes().decode()

    return compare
