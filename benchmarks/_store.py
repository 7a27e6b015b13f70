"""The store of a generated memory, kept from run to run until the code that shapes it changes."""

import shutil
from hashlib import blake2b
from pathlib import Path

from _memory import Kind, memory
from _packages import cache

from termaccord.formats import tmx
from termaccord.model import TranslationUnit
from termaccord.store.memory.store import MemoryStore

SOURCE = Path(__file__).parents[1] / "src" / "termaccord"
SHAPING = (
    *(f"store/memory/{name}.py" for name in ("adding", "block", "building", "records", "schema")),
    "text/fuzzy/comparable.py",
    "text/normalise.py",
)


def opened(units: int, kind: Kind = "interface") -> MemoryStore:
    """The store, with an index of English; made when it is first asked for."""
    file = memory(units, kind)
    folder = cache() / "stores" / f"{file.stem}-{_digest()}"
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


def _digest() -> str:
    digest = blake2b(digest_size=4)
    for name in SHAPING:
        digest.update((SOURCE / name).read_bytes())
    return digest.hexdigest()
