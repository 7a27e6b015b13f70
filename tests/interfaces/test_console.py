import io
import time

import pytest
from rich.console import Console

from termaccord.interfaces.cli import console
from termaccord.model import say


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    screen = io.StringIO()
    shown = Console(file=screen, force_terminal=True, width=80, _environ={"TERM": "xterm"})
    monkeypatch.setattr(console, "err", lambda _no_color=False: shown)
    monkeypatch.setenv("LANGUAGE", "en")
    return screen


def test_quick_work_shows_no_bar(terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "PATIENCE", 3600)

    with console.progress() as step:
        step(say("aligning"), 1, 2)

    assert terminal.getvalue() == ""


def test_long_work_shows_a_bar_and_wipes_it(terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "PATIENCE", 0)

    with console.progress() as step:
        step(say("aligning"), 1, 2)
        while "1/2" not in terminal.getvalue():
            time.sleep(0.01)

    hide, show, erase_line_above = "\x1b[?25l", "\x1b[?25h", "\x1b[1A\x1b[2K"
    assert "aligning" in terminal.getvalue()
    assert terminal.getvalue().count(hide) == terminal.getvalue().count(show) == 1
    assert terminal.getvalue().endswith(erase_line_above)


def test_quiet_work_shows_no_bar(terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "PATIENCE", 0)

    with console.progress(quiet=True) as step:
        step(say("aligning"), 1, 2)
        time.sleep(0.05)

    assert terminal.getvalue() == ""


def fail_slowly(terminal: io.StringIO) -> None:
    with console.progress() as step:
        step(say("aligning"), 1, 2)
        while "1/2" not in terminal.getvalue():
            time.sleep(0.01)
        raise RuntimeError


def test_a_bar_goes_when_the_work_fails(terminal: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(console, "PATIENCE", 0)

    with pytest.raises(RuntimeError):
        fail_slowly(terminal)

    assert terminal.getvalue().endswith("\x1b[1A\x1b[2K")
