"""Inline codes of one text: which of them belong together (XLIFF 2.1, section 4.7.2.3, as TBX 1.2.1 takes it over)."""

from collections.abc import Callable, Sequence

from termaccord.formats.validity.termbase import meanings
from termaccord.formats.validity.termbase.element import Element
from termaccord.model import Message

Complain = Callable[[str, Message, Element], None]


def judge_codes(codes: Sequence[Element], complain: Complain) -> None:
    """Judge the `sc` and `ec` of one parent, in order: a start followed by an end, an end after a start, or a lone half."""
    starts = [number for number, code in enumerate(codes) if code.name == "sc"]
    ends = [number for number, code in enumerate(codes) if code.name == "ec"]
    for number, code in enumerate(codes):
        paired = number < max(ends, default=-1) if code.name == "sc" else bool(starts) and number > starts[0]
        _judge(code, paired, complain)


def _judge(code: Element, paired: bool, complain: Complain) -> None:
    isolated = code.attributes.get("isolated")
    if paired and isolated not in {None, "no"}:
        complain("F324", meanings.pair_said_alone(code), code)
    if not paired and isolated not in {None, "yes"}:
        complain("F324", meanings.lone_said_paired(code), code)
    if code.name == "ec" and paired and "startRef" not in code.attributes:
        complain("F324", meanings.no_start(code), code)
    if code.name == "ec" and not paired and "id" not in code.attributes:
        complain("F324", meanings.no_id(code), code)
