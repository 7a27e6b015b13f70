"""Reading and driving a window over the accessibility bus; runs under Debian's Python, in a session of its own."""

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

from gi.repository import GLib

DEEP = 16
PROBE = """
import pyatspi, sys
names = [a.name or "" for a in pyatspi.Registry.getDesktop(0) if a]
sys.exit(not any(sys.argv[1] in name.lower() for name in names))
"""


def prepared() -> None:
    """A window manager, and the bus awake before the program asks for it."""
    subprocess.Popen(["openbox"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    call = ["org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress"]
    command = ["dbus-send", "--session", "--print-reply", f"--dest={call[0]}", call[1], call[2]]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    listed("nothing")
    time.sleep(0.5)


def listed(program: str) -> bool:
    """Whether the bus knows a program; asked by a new process, for each keeps the list that it saw first."""
    done = subprocess.run([sys.executable, "-c", PROBE, program], stderr=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def waited(there: Callable[[], Any], seconds: float = 15) -> Any:
    """What a look gives as soon as it gives something; the session ends where it never does."""
    end = time.time() + seconds
    while time.time() < end:
        found = there()
        if found:
            return found
        time.sleep(0.25)
    raise SystemExit(3)


def parts(of: Any, depth: int = 0) -> Iterator[Any]:
    yield of
    try:
        count = of.childCount if depth < DEEP else 0
    except GLib.Error:  # a part that has gone meanwhile
        return
    for number in range(count):
        try:
            part = of.getChildAtIndex(number)
        except GLib.Error:
            continue
        if part is not None:
            yield from parts(part, depth + 1)


def window(program: str) -> Any:
    import pyatspi  # noqa: PLC0415  # only when the program is there

    return next((a for a in pyatspi.Registry.getDesktop(0) if a and program in (a.name or "").lower()), None)


def named(program: str, role: str, start: str = "") -> list[Any]:
    """The parts of a window of a role, by the beginning of their names."""
    top = window(program)
    found = []
    for part in parts(top) if top else ():
        try:
            if part.getRoleName() == role and (part.name or "").startswith(start):
                found.append(part)
        except GLib.Error:
            continue
    return found


def one(program: str, role: str, start: str) -> Any:
    return waited(lambda: named(program, role, start))[0]


def chosen(part: Any) -> None:
    part.queryAction().doAction(0)


def clicked(part: Any) -> None:
    import pyatspi  # noqa: PLC0415

    place = part.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    middle = [str(place.x + place.width // 2), str(place.y + place.height // 2)]
    subprocess.run(["xdotool", "mousemove", *middle, "click", "1"], check=False)


def key(name: str) -> None:
    subprocess.run(["xdotool", "key", name], check=False)


def typed(text: str) -> None:
    subprocess.run(["xdotool", "type", "--delay", "5", text], check=False)


def titles() -> str:
    command = ["xdotool", "search", "--onlyvisible", "--name", ".", "getwindowname", "%@"]
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout
