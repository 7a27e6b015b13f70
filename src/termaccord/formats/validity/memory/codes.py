"""Inline code of TMX held against the specification: halves that belong together, numbers that tell them apart."""

from collections import Counter

from termaccord.formats.validity.memory.ledger import Ledger
from termaccord.formats.validity.memory.meaning import Code, Segment, Unit
from termaccord.model import say

_MATCHED = frozenset({"bpt", "it", "ph", "hi"})
"""Elements whose ``x`` matches them between the variants of a unit."""


def judge_segment(ledger: Ledger, segment: Segment) -> None:
    """
    The codes of one segment.

    TMX 1.4b, section “Content markup”: every ``bpt`` has its ``ept`` in the same segment, with the same ``i``,
    and no other ``bpt`` there has that number; a half without the other is an ``it``.
    """
    if not segment.codes:
        return
    halves = [code for code in segment.codes if code.tag in {"bpt", "ept"} and "i" in code.attributes]
    if halves:
        _judge_pairs(ledger, halves)
    _judge_matching(ledger, segment)


def _judge_pairs(ledger: Ledger, halves: list[Code]) -> None:
    begun: dict[str, Code] = {}
    ended: set[str] = set()
    for code in halves:
        number = code.attributes["i"]
        if code.tag == "bpt":
            if number in begun:
                message = say(
                    'two <bpt> of a segment have i="{number}"; give each pair a number of its own',
                    number=number,
                )
                ledger.error("F261", message, code.line)
            begun.setdefault(number, code)
        elif number in ended:
            message = say('two <ept> of a segment have i="{number}"; one code ends once', number=number)
            ledger.error("F261", message, code.line)
        elif number not in begun:
            message = say(
                '<ept i="{number}"> ends what no <bpt> before it in the segment has begun; write <it pos="end">',
                number=number,
            )
            ledger.error("F260", message, code.line)
        ended |= {number} if code.tag == "ept" else set()
    for number, code in begun.items():
        if number not in ended:
            message = say(
                '<bpt i="{number}"> has no <ept> in its segment; write <it pos="begin">', number=number
            )
            ledger.error("F260", message, code.line)


def _judge_matching(ledger: Ledger, segment: Segment) -> None:
    """Two codes of a kind with one ``x`` cannot be told apart; the halves of an ``it`` share theirs."""
    found = Counter(_names(segment))
    for (tag, _, x), count in found.items():
        if count > 1:
            message = say(
                'two <{tag}> of a segment have x="{x}"; which of them a translation\'s code is, nobody can tell',
                tag=tag,
                x=x,
            )
            ledger.warning("F262", message, segment.line)


def _names(segment: Segment) -> list[tuple[str, str, str]]:
    return [
        (code.tag, code.attributes.get("pos", ""), code.attributes["x"])
        for code in segment.codes
        if code.tag in _MATCHED and "x" in code.attributes
    ]


def judge_matches(ledger: Ledger, unit: Unit) -> None:
    """Whether the codes that ``x`` names are the same in every variant; a translation may leave one out, so a warning."""
    if not any(segment.codes for segment in unit.segments):
        return
    named = [frozenset(_names(segment)) for segment in unit.segments if segment.complete]
    if len(set(named)) > 1:
        missing = sorted(frozenset().union(*named) - frozenset.intersection(*named))
        message = say(
            '<{tag} x="{x}"> stands in one language of a unit and not in another; see whether a code was forgotten',
            tag=missing[0][0],
            x=missing[0][2],
        )
        ledger.warning("F263", message, unit.line)
