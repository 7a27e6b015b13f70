"""What a command did to the glossary, a line for each file."""

from rich.console import Console
from rich.text import Text

from termaccord.interfaces.flowing import flow
from termaccord.interfaces.translation import _, spoken
from termaccord.project.terms.saving import Done

COLOURS = {"+": "green", "-": "red", "@": "cyan"}


def print_done(page: Console, done: Done) -> None:
    """The file, and what is another there now; one sentence where nothing is."""
    for file, said in done.said:
        flow(page, "", Text(f"{file}: {'; '.join(spoken(one) for one in said)}"))
    if not done.said:
        page.print(_("Nothing has changed: the glossary says that already."), markup=False)


def print_difference(page: Console, text: str) -> None:
    """A unified diff, coloured on a terminal."""
    for line in text.splitlines():
        head = line.startswith(("---", "+++"))
        page.print(Text(line, style="bold" if head else COLOURS.get(line[:1], "")))
