"""The store of a generated memory, kept from run to run while its format stays."""

import shutil
from pathlib import Path

from _memory import Kind, memory
from _packages import cache

from termaccord.formats import tmx
from termaccord.model import TranslationUnit
from termaccord.store.memory.block import FORMAT
from termaccord.store.memory.schema import VERSION
from termaccord.store.memory.store import MemoryStore

STATE = f"{VERSION}.{FORMAT}"
"""A store of other tables or other blocks is not asked for."""


def opened(units: int, kind: Kind = "interface") -> MemoryStore:
    """The store, with an index of English; made when it is first asked for."""
    file = memory(units, kind)
    folder = cache() / "stores" / f"{file.stem}-{STATE}"
    if not folder.exists():
        for old in folder.parent.glob(f"{file.stem}-*"):
            shutil.rmtree(old)
        unfinished = folder.with_suffix(".part")
        fill(unfinished, file)
        unfinished.rename(folder)
    return MemoryStore.open(folder)


def fill(folder: Path, file: Path) -> None:
    """Import a file and index its English."""
    with MemoryStore.open(folder) as store, file.open("rb") as stream:
        items = tmx.units(stream, file.name)
        store.add(file.stem, (item for item in items if isinstance(item, TranslationUnit)))
        store.index("en")


def index_bytes(store: MemoryStore) -> int:
    assert store.folder
    return sum(path.stat().st_size for path in (store.folder / "index").iterdir())
