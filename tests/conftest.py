"""What all tests share: golden files, kept beside their test and read as a diff, and how properties are tried."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import Phase, settings

# The same cases at every run, so that a red test is red again, and the first red one as it is: to make it small can take
# minutes. TERMACCORD_RANDOM=1 looks for new ones, and makes them small.
settings.register_profile("random", deadline=None)
settings.register_profile("suite", derandomize=True, deadline=None, phases=(Phase.explicit, Phase.generate))
settings.load_profile("random" if "TERMACCORD_RANDOM" in os.environ else "suite")


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
