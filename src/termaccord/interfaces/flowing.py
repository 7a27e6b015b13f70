"""Long lines on a terminal: broken between words, and indented as they began."""

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

NARROWEST = 20
"""Columns that a text has at least, however deep it is indented."""


def flow(page: Console, start: str, text: Text) -> None:
    """Print `start` and `text`; on a terminal each further line begins below the text. Elsewhere a line stays one."""
    if not page.is_terminal:
        page.print(Text(start).append_text(text))
        return
    indent = cell_len(start)
    for number, row in enumerate(text.wrap(page, max(page.width - indent, NARROWEST))):
        row.rstrip()
        page.print(Text(" " * indent if number else start).append_text(row))
