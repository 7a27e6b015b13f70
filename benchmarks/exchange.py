"""TMX: our reader beside a bare lxml iterparse, our writer beside translate-toolkit's, in one run."""

import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from lxml import etree
from translate.storage.tmx import tmxfile

from termaccord.formats import tmx
from termaccord.model import Memory, TranslationUnit, Variant

ROUNDS = 3


def units(count: int) -> list[TranslationUnit]:
    english = "the harbour master counted {} boats & closed the gate before the tide came in"
    russian = "начальник гавани насчитал {} лодок и закрыл ворота до начала прилива"
    return [
        TranslationUnit(
            f"u{i}",
            (Variant("en", (english.format(i),)), Variant("ru", (russian.format(i),))),
            (("creationdate", "20260101T000000Z"),),
            (("x-outlet", "herald"),),
        )
        for i in range(count)
    ]


def seconds(work: Callable[[], object]) -> float:
    """The best of a few rounds, in processor seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def dropped(path: Path) -> None:
    for _, element in etree.iterparse(str(path), tag="tu"):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def read(path: Path) -> None:
    with path.open("rb") as stream:
        for _ in tmx.units(stream, path.name):
            pass


def toolkit(memory: Memory) -> None:
    store = tmxfile(sourcelanguage="en", targetlanguage="ru")
    for unit in memory.units:
        store.addtranslation(unit.variants[0].text, "en", unit.variants[1].text, "ru")
    store.serialize(BytesIO())


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    memory = Memory(tuple(units(count)), "en")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        path.write_bytes(tmx.serialize(memory))
        bare, ours = seconds(lambda: dropped(path)), seconds(lambda: read(path))
    small = Memory(memory.units[: count // 10], "en")
    write, theirs = seconds(lambda: tmx.serialize(small)), seconds(lambda: toolkit(small))
    print(f"units                          {count}")
    print(f"read: bare iterparse           {bare:.2f} s")
    print(f"read: ours                     {ours:.2f} s  {ours / bare:.2f} times as long")
    print(f"write {count // 10}: ours            {write:.3f} s")
    print(f"write {count // 10}: translate-toolkit {theirs:.3f} s  {theirs / write:.1f} times as long")


if __name__ == "__main__":
    main()
