"""What stands above the lines of a concept in an editor."""

from termaccord.interfaces.translation import _


def help_lines(concept: str, last: str) -> str:
    """What may be changed and how; `last` says what becomes of it."""
    said = (
        concept,
        _("Change what you like: words, order within a line, “preferred:” to “deprecated:” …"),
        _("A new line “admitted: NAME” adds a term, a line taken out takes its term out;"),
        _("“note:” and “type:” below a term speak of it. Lines with # are not read."),
        last,
    )
    return "\n".join(said)
