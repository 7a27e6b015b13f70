"""What all tests share: golden files, kept beside their test and read as a diff, and how properties are tried."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

# The same cases at every run, so that a red test is red again; TERMACCORD_RANDOM=1 looks for new ones.
settings.register_profile("suite", derandomize="TERMACCORD_RANDOM" not in os.environ, deadline=None)
settings.load_profile("suite")


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
