"""What people have turned down, where it is kept."""

from pathlib import Path

from termaccord.formats import rejections
from termaccord.formats.reading import Reading
from termaccord.model import Rejection
from termaccord.project.files import read

PROPOSED = ".proposed.tbx"
REJECTED = ".rejected.tsv"


def open_rejected(path: Path, name: str = "") -> Reading[tuple[Rejection, ...]]:
    """What a file says was turned down; nothing where there is no such file yet."""
    return rejections.parse(read(path) if path.is_file() else b"", name or str(path))


def rejected_path(proposed: Path) -> Path:
    """The list of what was turned down among the proposals of a file."""
    return proposed.with_name(proposed.name.removesuffix(PROPOSED).removesuffix(".tbx") + REJECTED)


def accepted_path(proposed: Path) -> Path:
    """The file that proposals of a file are accepted into."""
    return proposed.with_name(proposed.name.removesuffix(PROPOSED) + ".tbx")
