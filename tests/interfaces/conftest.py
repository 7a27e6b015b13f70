"""A project of two short texts, made anew for each test that wants one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from termaccord.interfaces.cli.main import main

RUSSIAN = """Совет речных портов (СРП) собрался в Озёрске 12 мая 2025 года. Председатель Совета речных портов Мария Ветрова \
открыла заседание.

Участники обсудили учения «Тихая вода-2025». В учениях «Тихая вода-2025» приняли участие семь портов. \
СРП отметил работу спасателей.
"""
ENGLISH = """The Council of River Ports (CRP) met in Ozyorsk on 12 May 2025. Maria Vetrova, chair of the Council of River Ports, \
opened the session.

Those present discussed the Quiet Water-2025 exercise. Seven ports took part in Quiet Water-2025. \
The CRP praised the work of the rescuers.
"""
MANIFEST = """
[[document]]
id = "ru/ports"
path = "ru/ports.txt"
language = "ru"

[[document]]
id = "en-gull/ports"
path = "en-gull/ports.txt"
language = "en"
outlet = "gull"
translation_of = "ru/ports"
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project folder, and the folder that commands are called in."""
    for name, text in {
        "termaccord.toml": 'subject = "ports"\n',
        "corpus/corpus.toml": MANIFEST,
        "corpus/ru/ports.txt": RUSSIAN,
        "corpus/en-gull/ports.txt": ENGLISH,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return tmp_path


@pytest.fixture
def termaccord() -> Callable[..., Result]:
    """Call a command as the shell does, without a process of its own."""

    def call(*arguments: str, stdin: bytes | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin, standalone_mode=False)

    return call
