"""Write the pages that are made from the program itself; `--check` fails when one of them is stale."""

import os
import sys
from pathlib import Path

os.environ["LANGUAGE"] = "en"

import click

from termaccord.interfaces.cli.main import COMMANDS, main

ROOT = Path(__file__).parents[1]
HEAD = """# The command line

Made from `--help` by `make docs`. Exit status: 0 clean, 1 findings or differences, 2 wrong usage or input that could not be read.
"""


def command_line() -> str:
    parts = [HEAD, _page(main, "termaccord")]
    context = click.Context(main, info_name="termaccord")
    for name in COMMANDS:
        command = main.get_command(context, name)
        if command is None:
            continue
        parts.append(_page(command, f"termaccord {name}"))
        if isinstance(command, click.Group):
            parts += [_page(sub, f"termaccord {name} {key}") for key, sub in sorted(command.commands.items())]
    return "\n".join(parts)


def _page(command: click.Command, name: str) -> str:
    context = click.Context(command, info_name=name, max_content_width=100, terminal_width=100)
    return f"## `{name}`\n\n```text\n{command.get_help(context)}\n```\n"


PAGES = {"docs/cli.md": command_line}


def run() -> int:
    stale = (
        [name for name, make in PAGES.items() if (ROOT / name).read_text("utf-8") != make()]
        if "--check" in sys.argv
        else []
    )
    for name in stale:
        print(f"{name} is stale; run “make docs”")
    if "--check" not in sys.argv:
        for name, make in PAGES.items():
            (ROOT / name).write_text(make(), "utf-8")
    return int(bool(stale))


if __name__ == "__main__":
    sys.exit(run())
