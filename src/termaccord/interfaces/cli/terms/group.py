"""`termaccord terms`: the life of a concept in the glossary."""

from termaccord.interfaces.cli.lazy import lazy_group
from termaccord.interfaces.translation import _

COMMANDS: dict[str, str] = {
    "list": "termaccord.interfaces.cli.terms.listing",
    "show": "termaccord.interfaces.cli.terms.show",
    "accept": "termaccord.interfaces.cli.terms.accept",
    "reject": "termaccord.interfaces.cli.terms.reject",
    "review": "termaccord.interfaces.cli.terms.review",
    "prefer": "termaccord.interfaces.cli.terms.prefer",
    "deprecate": "termaccord.interfaces.cli.terms.retire",
    "forbid": "termaccord.interfaces.cli.terms.retire",
    "edit": "termaccord.interfaces.cli.terms.edit",
    "import": "termaccord.interfaces.cli.terms.importing",
}
"""A command's name and the module that holds it."""


@lazy_group(
    COMMANDS, help=_("The life of a concept: from a proposal to a preferred, deprecated or forbidden term.")
)
def terms() -> None:
    """Take part as the root of the commands about concepts."""
