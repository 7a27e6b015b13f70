"""`termaccord terms`: the life of a concept in the glossary."""

from termaccord.interfaces.cli.lazy import lazy_group
from termaccord.interfaces.translation import _

COMMANDS: dict[str, str] = {}
"""A command's name and the module that holds it."""


@lazy_group(
    COMMANDS, help=_("The life of a concept: from a proposal to a preferred, deprecated or forbidden term.")
)
def terms() -> None:
    """Take part as the root of the commands about concepts."""
