"""Imports a TMX file into Poedit's memory, fills a PO file from it and saves that: PO_FILE TMX_FILE ANSWER_FILE."""

import json
import subprocess
import sys
import time
from pathlib import Path

import desk

NAME = "poedit"
FILL = "Pre-translate"
STORED = "Stored translations"


def imported(memory: str) -> int:
    """How many translations Poedit says that it has now."""
    desk.chosen(desk.one(NAME, "menu item", "Preferences"))
    time.sleep(1.2)
    desk.clicked(desk.one(NAME, "page tab", "TM"))
    time.sleep(0.6)
    desk.clicked(desk.one(NAME, "push button", "Manage"))
    time.sleep(0.8)
    desk.clicked(desk.one(NAME, "menu item", "Import From TMX"))
    time.sleep(1.2)
    desk.typed(memory)
    time.sleep(0.6)
    desk.key("Return")
    time.sleep(2)
    label = desk.one(NAME, "label", STORED).name.split("\n")[0]
    desk.clicked(desk.one(NAME, "push button", "Close"))
    time.sleep(0.6)
    return int(label.split()[-1])


def filled(path: Path) -> None:
    """The bus is silent while these dialogs are open: the titles of the windows tell."""
    desk.chosen(desk.one(NAME, "menu item", FILL))
    desk.waited(lambda: FILL in desk.titles())
    desk.key("Return")
    desk.waited(lambda: "(modified)" in desk.titles() and FILL in desk.titles())
    time.sleep(0.8)
    desk.key("Return")
    desk.waited(lambda: FILL not in desk.titles())
    before = path.stat().st_mtime_ns
    time.sleep(0.3)
    desk.key("ctrl+s")
    desk.waited(lambda: path.stat().st_mtime_ns != before and "(modified)" not in desk.titles())


po, memory, answer = sys.argv[1:4]
desk.prepared()
program = subprocess.Popen(["poedit", po], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
try:
    desk.waited(lambda: desk.listed(NAME))
    time.sleep(1.5)
    count = imported(memory)
    filled(Path(po))
    Path(answer).write_text(json.dumps(count), "utf-8")
finally:
    program.terminate()
