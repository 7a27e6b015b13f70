"""`termaccord memory`: have we translated that before?"""

from termaccord.interfaces.cli.lazy import lazy_group
from termaccord.interfaces.translation import _

COMMANDS: dict[str, str] = {
    "clean": "termaccord.interfaces.cli.memory.clean",
}
"""A command's name and the module that holds it."""


@lazy_group(COMMANDS, help=_("The translation memory: fill it, ask it, clean it."))
def memory() -> None:
    """Take part as the root of the commands about the memory."""
