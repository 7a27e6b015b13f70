"""Small memories for tests, in the store that users have."""

from termaccord.model import TranslationUnit, Variant
from termaccord.store.memory.matching import Matcher
from termaccord.store.memory.store import MemoryStore


def pair(source: str, target: str, identity: str = "") -> TranslationUnit:
    """A unit in English and Russian."""
    return TranslationUnit(identity, (Variant("en", (source,)), Variant("ru", (target,))))


def matcher(*units: TranslationUnit) -> Matcher:
    """What finds segments in a memory of these units, which stand in one text."""
    store = MemoryStore.open(None)
    store.add("harbour", units)
    return Matcher(store)
