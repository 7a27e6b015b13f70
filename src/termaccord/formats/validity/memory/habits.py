"""
What a TMX file may do and tools nevertheless stumble over.

Source: the readers of OmegaT 3.6 and 6.1, translate-toolkit 3.20, Weblate 5.14 and Poedit 3.2, each driven with files
that differ in one thing.
"""

import re
from collections.abc import Mapping

from termaccord.formats.validity.memory.ledger import Ledger
from termaccord.formats.validity.memory.meaning import ALL, Segment
from termaccord.model import say

SKIPPED = frozenset({"file", "id", "prev", "next", "path"})
"""Types of properties by which OmegaT knows an alternative translation."""
_CONTROLS = re.compile("[\x7f-\x84\x86-\x9f]")
"""Characters that XML allows and that stand for nothing (XML 1.0, section 2.2, note)."""


def judge_header(ledger: Ledger, attributes: Mapping[str, str], line: int) -> None:
    """The attributes of the header."""
    if attributes.get("srclang", "").lower() == ALL:
        message = say("srclang is *all*; Weblate refuses such a file and Poedit imports nothing from it")
        ledger.once("F276", message, line)
    if attributes.get("segtype") == "paragraph":
        ledger.once("F278", say("segtype is paragraph; OmegaT cuts such segments into sentences anew"), line)


def judge_property(ledger: Ledger, attributes: Mapping[str, str], line: int) -> None:
    """A property of a unit or a variant."""
    kind = attributes.get("type", "")
    if kind in SKIPPED:
        message = say(
            "for a property of the type “{kind}” OmegaT takes the unit as an alternative and inserts it nowhere; "
            "call it “x-{kind}”",
            kind=kind,
        )
        ledger.once("F279", message, line)


def judge_text(ledger: Ledger, segment: Segment) -> None:
    """The text of a segment."""
    text = "".join(segment.text)
    if not text.strip():
        if not segment.codes:
            ledger.warning("F280", say("a segment is empty; most tools drop the unit"), segment.line)
        return
    if (text != text.strip() and not segment.codes) or "\n" in text:
        message = say(
            "a segment has white space at its ends or a line break in it; tools keep it, and find no exact match"
        )
        ledger.warning("F281", message, segment.line)
    if _CONTROLS.search(text):
        message = say("a segment holds a control character that stands for nothing; take it out")
        ledger.warning("F282", message, segment.line)


def judge_maker(ledger: Ledger, maker: str, line: int) -> None:
    """Inline code in a file that says it is OmegaT's own."""
    if maker == "OmegaT":
        message = say("the header names OmegaT as its maker, so OmegaT reads inline codes as text")
        ledger.once("F277", message, line)


def judge_old(ledger: Ledger, tag: str, line: int) -> None:
    """What TMX 1.4 still allows, but does not want."""
    if tag == "ut":
        ledger.once("F283", say("<ut> is deprecated in TMX 1.4; write <ph>, <it> or <bpt> and <ept>"), line)
