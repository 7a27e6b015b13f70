"""Opens a project in Lokalize and writes what its glossary window shows: PROJECT_FILE PO_FILE ANSWER_FILE."""

import json
import subprocess
import sys
import time
from pathlib import Path

import desk

NAME = "lokalize"


def cells() -> list[str]:
    return [cell.name for cell in desk.named(NAME, "table cell") if cell.name]


def shown() -> list[str]:
    """The cells that come with the glossary window."""
    before = cells()
    subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", "Lokalize", "windowactivate", "--sync"],
        stderr=subprocess.DEVNULL,
        check=False,
    )
    desk.key("ctrl+alt+g")
    time.sleep(1.5)
    desk.waited(lambda: len(cells()) > len(before))
    time.sleep(1)
    return cells()[len(before) :]


project, po, answer = sys.argv[1:4]
desk.prepared()
program = subprocess.Popen(
    ["lokalize", "--project", project, po], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
)
try:
    desk.waited(lambda: desk.listed(NAME), 10)
    time.sleep(2)
    Path(answer).write_text(json.dumps(shown()), "utf-8")
finally:
    program.terminate()
