"""The translators' programs that these tests drive: whether they are there, and running them."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

REQUIRED = "TERMACCORD_CAT"
"""Set by `make test-cat`: a program that is not there is then a failure, and not a test that is passed over."""
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"}


def need(*programs: str, package: str) -> None:
    """Pass the test over, or fail it where all programs must be there."""
    absent = [p for p in programs if not (Path(p).exists() if "/" in p else shutil.which(p))]
    if not absent:
        return
    said = f"{', '.join(absent)} is not installed: apt-get install {package}"
    if os.environ.get(REQUIRED):
        pytest.fail(said)
    pytest.skip(said)


def run(
    command: Sequence[str | Path], folder: Path, seconds: int = 120, environment: dict[str, str] | None = None
) -> str:
    """Run a program to its end and give what it says; its failure is ours."""
    result = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env={**ENVIRONMENT, **(environment or {})},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        timeout=seconds,
        check=False,
    )
    said = result.stdout.decode("utf-8", "replace")
    assert result.returncode == 0, f"{command[0]} ended with {result.returncode}: {said[-2000:]}"
    return said
