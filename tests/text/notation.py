"""Case files that a linguist can edit: a case a line."""

from pathlib import Path

CASES = Path(__file__).parent / "cases"


def lines(name: str) -> list[str]:
    path = CASES / name
    return [line for line in path.read_text("utf-8").splitlines() if line.strip()] if path.exists() else []


def pairs(name: str) -> list[tuple[str, str]]:
    return [(line.split(" = ")[0], line.split(" = ")[1]) for line in lines(name)]


def partition(line: str) -> list[str]:
    """“One.|Two.” is a text of two sentences with a space between them."""
    return [part for part in line.split("|") if part]
