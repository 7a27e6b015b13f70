"""Converting for programs: what `termaccord convert` does, as a function."""

from collections.abc import Mapping, Sequence
from os import PathLike

from termaccord.formats.flavours.flavour import Tool
from termaccord.formats.sniffing import Kind
from termaccord.project.conversion import convert as hall
from termaccord.project.conversion.request import Conversion, Request
from termaccord.project.conversion.targets import Target

__all__ = ["Conversion", "convert"]


def convert(
    *paths: str | PathLike[str],
    to: str = "",
    tool: str = "",
    kind: str = "",
    source_language: str = "",
    target_language: str = "",
    codes: Mapping[str, str] | None = None,
    force: bool = False,
    columns: Sequence[str] = (),
    sheet: str = "",
) -> Conversion:
    """
    Convert files; the last path is the file to write, or a folder.

    Parameters
    ----------
    paths
        What to convert, and last what to write.
    to
        One of `Target`; by the ending of the last path where it is empty.
    tool
        One of `Tool`, in the place of `to`.
    kind
        One of `Kind`: what the inputs are, where they do not show it.
    source_language, target_language
        BCP 47, where two languages are wanted and the input has more or does not name them.
    codes
        With `tool`: what the tool's project calls a language.
    force
        Whether files that exist are replaced.
    columns
        What the columns of a table hold, where it does not say it: “en,ru,status” for the first ones, “C=ru:note” for one.
    sheet
        Name or number of the only sheet wanted of a workbook.

    Returns
    -------
    The files that were written, what was wrong with the inputs, and in `lost` what was lost.

    Raises
    ------
    UsageError
        When a path does not exist or is nothing that can be converted, or the output exists and is not to be replaced.
    ValueError
        When `to`, `tool` or `kind` is none that there is.

    """
    *inputs, output = map(str, paths)
    request = Request(
        tuple(inputs),
        output,
        Target(to) if to else None,
        Tool(tool) if tool else None,
        Kind(kind) if kind else None,
        source_language,
        target_language,
        codes or {},
        force,
        None,
        tuple(columns),
        sheet,
    )
    return hall.convert(request, lambda _what, _done, _all: None)
