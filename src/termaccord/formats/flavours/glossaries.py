"""A glossary as the files that a CAT tool needs, with what the tool will not see of it."""

from termaccord.formats.flavours.flavour import Made, Tool, Wish
from termaccord.model import Glossary


def glossary_for(
    tool: Tool,
    glossary: Glossary,
    stem: str,
    source: str,
    target: str,
    codes: dict[str, str] | None = None,
) -> Made:
    """
    Make the files of a glossary for a tool, and read them back by the tool's rules.

    Parameters
    ----------
    tool
        The CAT tool.
    glossary
        All concepts, rejected terms among them.
    stem
        What the file names begin with.
    source, target
        BCP 47; a bare language stands for all its regions.
    codes
        The tool's own code for a language, where its project uses another one.

    Returns
    -------
    The files and whatever was meant and is not seen by the tool's rules.

    """
    wish = Wish(tool, source, target, codes or {})
    raise NotImplementedError(wish, glossary, stem)
