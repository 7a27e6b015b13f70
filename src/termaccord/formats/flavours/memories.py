"""A memory as the files that a CAT tool needs, in bounded memory whatever its size."""

from termaccord.formats.flavours.flavour import Opened, StreamedFile, Tell, Tool, Units, Wish


def memory_for(
    tool: Tool,
    units: Units,
    stem: str,
    source: str,
    target: str,
    opened: Opened,
    tell: Tell,
    codes: dict[str, str] | None = None,
) -> tuple[StreamedFile, ...]:
    """
    Write the files of a memory for a tool, one each direction.

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
    tell
        Called with each loss.
    codes
        The tool's own code for a language, where its project uses another one.

    Returns
    -------
    The files in the order of writing, the one in the direction asked for first.

    """
    wish = Wish(tool, source, target, codes or {})
    raise NotImplementedError(wish, units, stem, opened, tell)
