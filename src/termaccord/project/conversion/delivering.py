"""Where a result goes: a file that is not replaced without being asked, or standard output."""

from pathlib import Path

from termaccord.formats.termlists.losing.telling import Teller
from termaccord.model import UsageError, say
from termaccord.project.conversion.request import Conversion, Request
from termaccord.project.files import write

STDOUT = "-"


def teller(where: str, done: Conversion) -> Teller:
    """Whoever tells it a loss tells it to the account of the conversion."""
    return Teller(where, hear=done.lost.hear)


def path_of(request: Request, output: Path) -> Path | None:
    """The file that is written; None for standard output."""
    return None if request.output == STDOUT else output


def deliver(data: bytes, request: Request, output: Path, done: Conversion) -> None:
    """Put a result where it was asked for."""
    if request.output == STDOUT:
        done.data = data
    else:
        write(output, data)


def free(path: Path, request: Request) -> None:
    """
    Make sure that a file may be written.

    Raises
    ------
    UsageError
        When it exists and is not to be replaced.

    """
    if path.is_file() and not request.force:
        raise UsageError(say("{path} exists already; --force replaces it", path=str(path)))
