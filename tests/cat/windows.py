"""Programs with windows in a session that nobody sees: a display, a bus and a home of their own."""

import json
from pathlib import Path
from subprocess import DEVNULL, TimeoutExpired, run
from tempfile import TemporaryDirectory
from typing import Any

from tests.cat.programs import ENVIRONMENT, need

PACKAGES = "lokalize poedit xvfb xauth openbox dbus dbus-x11 at-spi2-core python3-pyatspi xdotool"
DEBIAN = Path(__file__).with_name("debian")
SCREEN = ["xvfb-run", "-a", "-s", "-screen 0 1400x1000x24", "dbus-run-session", "--"]
SESSIONS = 4
"""About one session in fifteen a program does not reach the bus, or a key goes astray: a new session helps."""


def driven(program: str, folder: Path, home: dict[str, str], files: dict[str, bytes], *names: str) -> Any:
    """What a driver answers about files of its own; each session begins with the same ones."""
    need(program, "xvfb-run", "dbus-run-session", "openbox", "xdotool", package=PACKAGES)
    answer = folder / "answer.json"
    for _ in range(SESSIONS):
        for name, data in files.items():
            (folder / name).write_bytes(data)
        _session(program, folder, home, [*(str(folder / name) for name in names), str(answer)])
        if answer.is_file():
            return json.loads(answer.read_text("utf-8"))
    raise TimeoutError(f"{program} could not be driven in {SESSIONS} sessions")


def _session(program: str, folder: Path, home: dict[str, str], arguments: list[str]) -> None:
    with TemporaryDirectory(dir=folder) as own, TemporaryDirectory(prefix="bus-") as runtime:
        for name, text in home.items():
            path = Path(own) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        # A runtime folder that is new: with a shared one the end of a session takes away the socket of the next.
        environment = {
            **ENVIRONMENT,
            "HOME": own,
            "XDG_RUNTIME_DIR": runtime,
            "XDG_CONFIG_HOME": f"{own}/.config",
            "XDG_DATA_HOME": f"{own}/.local/share",
            "XDG_CACHE_HOME": f"{own}/.cache",
            "LANGUAGE": "en",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        command = [*SCREEN, "/usr/bin/python3", str(DEBIAN / f"{program}.py"), *arguments]
        try:
            run(
                command,
                cwd=folder,
                env=environment,
                stdin=DEVNULL,
                stdout=DEVNULL,
                stderr=DEVNULL,
                timeout=90,
                check=False,
            )
        except TimeoutExpired:
            return
