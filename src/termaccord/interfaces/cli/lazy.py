"""Groups of commands, each command's module loaded only when it is called."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

import click

from termaccord.interfaces.translation import _

LONGEST = 500
"""Characters of a sentence; click's own limit cuts it off in the middle."""


class LazyGroup(click.Group):
    """Knows the names of its commands without importing them, so that `--help` answers at once."""

    def __init__(self, *args: Any, modules: Mapping[str, str] | None = None, **settings: Any) -> None:
        super().__init__(*args, **settings)
        self.modules = dict(modules or {})

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        if cmd_name not in self.modules:
            return None
        module = import_module(self.modules[cmd_name])
        command = getattr(module, cmd_name, None) or getattr(module, "command", None)
        if not isinstance(command, click.Command):
            return None
        command.options_metavar = _("[OPTIONS]")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands, each with a whole sentence."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, one.get_short_help_str(LONGEST)) for name, one in commands if one is not None]
        with formatter.section(_("Commands")):
            formatter.write_dl(rows)


def lazy_group(modules: Mapping[str, str], **settings: Any) -> Callable[[Callable[..., Any]], click.Group]:
    """
    Make a function the root of commands, given as names and the modules that hold them.

    A module holds its command under the command's own name,
    or as `command` where that name means something in Python.
    """
    return click.group(
        cls=LazyGroup,
        modules=modules,
        options_metavar=_("[OPTIONS]"),
        subcommand_metavar=_("COMMAND [ARGS]..."),
        **settings,
    )
