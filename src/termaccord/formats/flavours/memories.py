"""A memory as the files that a CAT tool needs, in bounded memory whatever its size."""

from collections.abc import Mapping

from termaccord.formats.flavours.flavour import Opened, StreamedFile, Tell, Tool, Units, Wish
from termaccord.formats.flavours.memory.making import Making
from termaccord.formats.flavours.memory.pairs import Direction
from termaccord.formats.flavours.memory.shape import FLAVOURS
from termaccord.model import Loss, Memory, UsageError, say


def memory_for(
    tool: Tool,
    units: Units,
    stem: str,
    source: str,
    target: str,
    opened: Opened,
    tell: Tell,
    codes: Mapping[str, str] | None = None,
    head: Memory | None = None,
) -> tuple[StreamedFile, ...]:
    """
    Write the files of a memory for a tool, one each direction, and read them back by the tool's rules.

    Parameters
    ----------
    tool
        The CAT tool.
    units
        Called for each reading: gives all units in their order.
    stem
        What the file names begin with.
    source, target
        BCP 47; a bare language stands for all its regions.
    opened
        Called with a file name of ours: gives the stream to write to.
        A stream that can be read and sought is read back.
    tell
        Called with each loss.
    codes
        The tool's own code for a language, where its project uses another one.
    head
        The header of the memory, units left out.

    Returns
    -------
    The files in the order of writing, the one in the direction asked for first.

    Raises
    ------
    UsageError
        When the tool has no memories.

    """
    flavour = FLAVOURS.get(tool)
    if flavour is None:
        raise UsageError(
            say("{tool} holds terms and no translation memory; ask for the files of trados", tool="MultiTerm")
        )
    wish = Wish(tool, source, target, codes or {})
    turned = Wish(tool, target, source, wish.codes)
    made: list[StreamedFile] = []
    for number, way in enumerate((wish, turned)):
        losing = tell if number == 0 else _nobody
        made += Making(flavour, Direction(units, way, flavour), opened, losing, tell, head).made(
            f"{stem}.{way.source}-{way.target}"
        )
    return tuple(made)


def _nobody(loss: Loss) -> None:
    """What the first direction has told is not told again."""
