"""Write the pages that are made from the program itself; `--check` fails when one of them is stale."""

import os
import sys
from pathlib import Path

os.environ["LANGUAGE"] = "en"

import click

from termaccord.interfaces import rules as rule_pages
from termaccord.interfaces.cli.main import COMMANDS, main
from termaccord.lint.rules import RULES

ROOT = Path(__file__).parents[1]
WIDTH = 100
HEAD = """# The command line

Made from `--help` by `make docs`. Exit status: 0 clean, 1 findings or differences, 2 wrong usage or input that could not be read.
"""
RULES_HEAD = """# The rules

Made from the rules themselves by `make docs`; `termaccord rules CODE` shows the page of one.
Each example is a test, too: what is marked stands between ⟦ and ⟧, and examples without them are left alone.

In a glossary line `cluster = кластер; †скопление` the terms of one concept stand in two languages:
`*` is preferred, `+` admitted, `†` deprecated, `‡` forbidden, and a term without a sign has no status.
"""


def command_line() -> str:
    """The help of every command, in the order of the program's own list."""
    settings = main.context_settings | {"max_content_width": WIDTH, "terminal_width": WIDTH}
    context = click.Context(main, info_name="termaccord", **settings)
    parts = [HEAD, _page(main, context)]
    for name in COMMANDS:
        command = main.get_command(context, name)
        if command is None:
            continue
        own = click.Context(command, info_name=name, parent=context)
        parts.append(_page(command, own))
        if isinstance(command, click.Group):
            found = ((key, command.get_command(own, key)) for key in command.list_commands(own))
            parts += [_page(sub, click.Context(sub, info_name=key, parent=own)) for key, sub in found if sub]
    return "\n".join(parts)


def _page(command: click.Command, context: click.Context) -> str:
    return f"## `{context.command_path}`\n\n```text\n{command.get_help(context)}\n```\n"


def rules() -> str:
    """The page of every rule, with its examples."""
    return f"{RULES_HEAD}\n{rule_pages.as_markdown(RULES)}"


PAGES = {"docs/cli.md": command_line, "docs/rules.md": rules}


def stale() -> list[str]:
    """The pages that are not what the program says."""
    return [
        name
        for name, make in PAGES.items()
        if not (ROOT / name).is_file() or (ROOT / name).read_text("utf-8") != make()
    ]


def run() -> int:
    if "--check" not in sys.argv:
        for name, make in PAGES.items():
            (ROOT / name).write_text(make(), "utf-8")
    found = stale()
    for name in found:
        print(f"{name} is stale; run “make docs”")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(run())
