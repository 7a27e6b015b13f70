"""`termaccord memory`: have we translated that before?"""

from termaccord.interfaces.cli.lazy import lazy_group
from termaccord.interfaces.translation import _

COMMANDS: dict[str, str] = {
    "import": "termaccord.interfaces.cli.memory.importing",
    "export": "termaccord.interfaces.cli.memory.export",
    "match": "termaccord.interfaces.cli.memory.match",
    "concordance": "termaccord.interfaces.cli.memory.concordance",
    "clean": "termaccord.interfaces.cli.memory.clean",
    "stats": "termaccord.interfaces.cli.memory.stats",
    "analyse": "termaccord.interfaces.cli.memory.analyse",
    "pretranslate": "termaccord.interfaces.cli.memory.pretranslate",
}
"""A command's name and the module that holds it."""


@lazy_group(COMMANDS, help=_("The translation memory: fill it, ask it, clean it."))
def memory() -> None:
    """Take part as the root of the commands about the memory."""
