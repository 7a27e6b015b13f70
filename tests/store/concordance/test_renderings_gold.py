"""What renders a word is found in most units, and what is marked is nearly always right; held against tmx/, checked by hand."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from termaccord.formats import tmx
from termaccord.store.concordance.asking import Wish, concordance
from termaccord.store.memory.store import MemoryStore
from termaccord.text.normalise import fold

ROOT = Path(__file__).parents[3]
GOLD = Path(__file__).with_name("renderings.gold")


class Case(NamedTuple):
    unit: str
    word: str
    renderings: tuple[str, ...]


def cases() -> Iterator[Case]:
    for line in GOLD.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            unit, word, renderings = line.split("\t")
            yield Case(unit, word, () if renderings == "-" else tuple(renderings.split(", ")))


@cache
def memory() -> MemoryStore:
    store = MemoryStore.open(None)
    for path in sorted((ROOT / "tmx").glob("*.tmx")):
        store.add(path.name, tmx.parse(path.read_bytes(), path.name).value.units)
    return store


def marked(case: Case) -> tuple[str, ...]:
    """What is marked in the unit, without a model of meaning."""
    found = concordance(memory(), case.word, Wish(limit=100))
    hits = [hit for hit in found.hits if hit.stored.unit.id == case.unit]
    return tuple(span.of(side.text) for hit in hits[:1] for side in hit.counterparts for span in side.spans)


def right(case: Case, found: tuple[str, ...]) -> bool:
    """Whether what is marked is in the rendering, or has it in it."""
    known = [fold(one) for one in case.renderings]
    return bool(found) and all(any(fold(one) in k or k in fold(one) for k in known) for one in found)


def test_what_is_marked_is_nearly_always_right_and_most_is_marked() -> None:
    answers = [(case, marked(case)) for case in cases()]
    spoken = [(case, found) for case, found in answers if found]
    hit = [case for case, found in spoken if right(case, found)]
    wanted = [case for case, _ in answers if case.renderings]

    assert len(hit) / len(spoken) >= 0.9
    assert len(hit) / len(wanted) >= 0.45
