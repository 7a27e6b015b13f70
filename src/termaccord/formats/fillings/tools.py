"""
What Trados, memoQ and Phrase say in XLIFF of a translation that comes from a memory.

Sources: RWS, Studio API, “ConfirmationLevel” and “DefaultTranslationOrigin”; memoQ, “How Globalese processes XLIFF files”;
Phrase, “MXLIFF structure”.
"""

from collections.abc import Mapping

from termaccord.formats.fillings.fills import Made, Standing
from termaccord.formats.localisation.tree import Node
from termaccord.formats.markup.text import legal

_CONFIRMED = {Standing.TRANSLATED: "Translated", Standing.REVIEW: "Draft", Standing.FUZZY: "Draft"}


def trados(made: Made) -> Mapping[str, str]:
    """The attributes of an ``sdl:seg``; what is no exact match is a draft."""
    settings = {"conf": _CONFIRMED[made.standing], "origin": "tm"}
    if name := memory(made):
        settings["origin-system"] = legal(name)
    return {**settings, "percent": str(min(made.fill.score, 100))}


def unit(node: Node, made: Made) -> Mapping[str, str]:
    """The attributes of a ``trans-unit`` in which memoQ or Phrase keep its state; none where it is no such unit."""
    named = {name.rpartition(":")[2]: name for name in node.attributes if ":" in name}
    if "status" in named and ("segmentguid" in named or named["status"].startswith("mq:")):
        percent = named.get("percent", named["status"].replace("status", "percent"))
        return {named["status"]: "Pretranslated", percent: str(min(made.fill.score, 102))}
    if "confirmed" in named:
        prefix = named["confirmed"].removesuffix("confirmed")
        score = f"{min(made.fill.score, 101) / 100:.2f}".rstrip("0").rstrip(".")
        return {named["confirmed"]: "0", f"{prefix}score": score, f"{prefix}trans-origin": "tm"}
    return {}


def memory(made: Made) -> str:
    """The name of the file that the memory has it from; the folders of a user's machine are nobody's business."""
    return made.fill.origin.replace("\\", "/").rstrip("/").rpartition("/")[2]
