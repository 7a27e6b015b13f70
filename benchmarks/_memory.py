"""
A realistic memory of any size, English and Russian, the same bytes for the same packages.

interface   real pairs out of Debian packages (`_packages.py`): short, 8 words on average
documents   sentences of 12 to 20 words: the skeletons of tmx/ filled with dictionary words (`_generated.py`)

What is missing up to the size asked for are variants of those: a quarter with other numbers and names,
30 % with a quarter to 60 % of their words replaced, the rest crossed of two segments.
So there are clusters of near-duplicates, and the Russian of a variant is not its translation.
Usage: python benchmarks/_memory.py FOLDER UNITS [interface|documents]
"""

import random
import re
import sys
from collections.abc import Callable, Iterator
from itertools import count, islice
from pathlib import Path
from typing import Literal

from _packages import Pair, cache, pairs

Kind = Literal["interface", "documents"]
Change = Callable[[Pair], Pair]

TMX = Path(__file__).parents[1] / "tmx"
FRESH = 150_000
"""Sentences of a memory of documents that are no variants of another one."""
TERMS = 20_000
HEADER = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="bench" creationtoolversion="1" segtype="sentence" o-tmf="bench"
          adminlang="en" srclang="en" datatype="plaintext"/>
  <body>
"""
NUMBER = re.compile(r"\d+")
SYLLABLES = (
    "ba",
    "ve",
    "go",
    "di",
    "za",
    "ko",
    "la",
    "mi",
    "no",
    "pu",
    "ra",
    "so",
    "tu",
    "nim",
    "bar",
    "len",
    "kas",
    "mol",
)
CYRILLIC = (
    "ба",
    "ве",
    "го",
    "ди",
    "за",
    "ко",
    "ла",
    "ми",
    "но",
    "пу",
    "ра",
    "со",
    "ту",
    "ним",
    "бар",
    "лен",
    "кас",
    "мол",
)
PEOPLE = ("anna", "import", "k.weiss", "reviewer-2")


class Variants:
    """Pairs like those that are there, forever."""

    def __init__(self, base: list[Pair], seed: int = 20_310_401) -> None:
        self._random = random.Random(seed)  # noqa: S311  # the same on every run
        self._base = base
        self._words = tuple(
            [word for pair in base[:50_000] for word in pair[side].split()] for side in (0, 1)
        )

    def __iter__(self) -> Iterator[Pair]:
        kinds: list[Change] = [self._renamed, self._reworded, self._crossed]
        while True:
            (change,) = self._random.choices(kinds, (0.25, 0.30, 0.45))
            yield change(self._random.choice(self._base))

    def _renamed(self, pair: Pair) -> Pair:
        """With other numbers; one without numbers gets a name instead of a word."""
        numbers = {
            found: str(self._random.randrange(10 ** len(found[:6]))) for found in NUMBER.findall(pair[0])
        }
        if numbers:
            source, target = (
                NUMBER.sub(lambda found: numbers.get(found[0], found[0]), text) for text in pair
            )
            return source, target
        chosen = self._random.choices(range(len(SYLLABLES)), k=3)
        names = ("".join(parts[n] for n in chosen).capitalize() for parts in (SYLLABLES, CYRILLIC))
        source, target = (self._put(text, name) for text, name in zip(pair, names, strict=True))
        return source, target

    def _put(self, text: str, name: str) -> str:
        words = text.split()
        words[self._random.randrange(len(words))] = name
        return " ".join(words)

    def _reworded(self, pair: Pair) -> Pair:
        share = self._random.uniform(0.25, 0.6)
        texts = []
        for text, vocabulary in zip(pair, self._words, strict=True):
            words = text.split()
            for place in self._random.sample(range(len(words)), max(1, round(share * len(words)))):
                words[place] = self._random.choice(vocabulary)
            texts.append(" ".join(words))
        return texts[0], texts[1]

    def _crossed(self, pair: Pair) -> Pair:
        """The beginning of one and the end of another."""
        other = self._random.choice(self._base)
        share = self._random.uniform(0.3, 0.7)
        halves = []
        for first, second in zip(pair, other, strict=True):
            beginning, end = first.split(), second.split()
            halves.append(
                " ".join(beginning[: max(1, round(share * len(beginning)))] + end[round(share * len(end)) :])
            )
        return halves[0], halves[1]


def real(kind: Kind) -> list[Pair]:
    """What variants are made of, in an order of no meaning."""
    found = pairs() if kind == "interface" else []
    found = found or list(islice(_sentences(), FRESH))
    random.Random(5).shuffle(found)  # noqa: S311  # the same on every run
    return found


def _sentences() -> Iterator[Pair]:
    """Aligned sentences of our own texts with other content words in both languages."""
    from _generated import World  # noqa: PLC0415  # dictionaries are only opened for these

    skeletons = [pair for pair in _aligned() if 12 <= len(pair[0].split()) <= 20]
    worlds = (World("en"), World("ru"))
    fillers = [world.filler(world.terms(TERMS)) for world in worlds]
    while True:
        for pair in skeletons:
            source, target = (filled(text) for filled, text in zip(fillers, pair, strict=True))
            yield source, target


def _aligned() -> Iterator[Pair]:
    from termaccord.formats import tmx  # noqa: PLC0415  # real messages need no parser

    for path in sorted(TMX.glob("*.tmx")):
        for unit in tmx.parse(path.read_bytes(), path.name).value.units:
            texts = {variant.language[:2]: variant.text for variant in unit.variants}
            if texts.keys() >= {"en", "ru"}:
                yield texts["en"], texts["ru"]


def segments(units: int, kind: Kind = "interface") -> Iterator[Pair]:
    """As many pairs as asked for, no two with the same source; a shorter list is the beginning of a longer one."""
    base = real(kind)
    seen: set[int] = set()

    def fresh() -> Iterator[Pair]:
        for source in (base, Variants(base)):
            for pair in source:
                key = hash(pair[0])
                if key not in seen and all(pair):
                    seen.add(key)
                    yield pair

    return islice(fresh(), units)


def write(path: Path, units: int, kind: Kind = "interface") -> None:
    """TMX 1.4 with seven attributes and properties a unit, as translators' tools write it."""
    unfinished = path.with_suffix(".part")
    with unfinished.open("w", encoding="utf-8", newline="\n") as out:
        out.write(HEADER)
        for number, pair in zip(count(), segments(units, kind), strict=False):
            out.write(_unit(number, pair))
        out.write("  </body>\n</tmx>\n")
    unfinished.rename(path)


def _unit(number: int, pair: Pair) -> str:
    source, target = (text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for text in pair)
    day = f"20{10 + number % 15:02}{1 + number % 12:02}{1 + number % 28:02}T08{number % 60:02}00Z"
    author = PEOPLE[number % len(PEOPLE)]
    return (
        f'    <tu tuid="{number}" creationdate="{day}" creationid="{author}" changedate="{day}" changeid="{author}">\n'
        f'      <prop type="x-project">project {number % 40}</prop>\n'
        f'      <prop type="x-document">document-{number // 500}</prop>\n'
        f'      <tuv xml:lang="en"><seg>{source}</seg></tuv>\n'
        f'      <tuv xml:lang="ru"><seg>{target}</seg></tuv>\n'
        "    </tu>\n"
    )


def memory(units: int, kind: Kind = "interface") -> Path:
    """The memory's file in the cache folder, made when it is first asked for."""
    name = f"{units // 1_000_000}m" if units % 1_000_000 == 0 else f"{units // 1000}k"
    path = cache() / f"{'memory' if kind == 'interface' else kind}-{name}.tmx"
    if not path.exists():
        write(path, units, kind)
    return path


def main() -> None:
    folder, units, *kinds = sys.argv[1:]
    kind: Kind = "documents" if kinds == ["documents"] else "interface"
    Path(folder).mkdir(parents=True, exist_ok=True)
    path = Path(folder) / f"{kind}-{units}.tmx"
    write(path, int(units), kind)
    print(f"{path}: {int(units)} units, {path.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
