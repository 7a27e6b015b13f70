"""
Our alignment beside Gale–Church (PyPI galechurch), on the same sets in the same run.

Reads the sets in ../shared/eval/align when they are there, else perturbs the texts of corpus/.
Usage: python benchmarks/alignment.py [FILE.json …]
"""

import json
import random
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import galechurch

from termaccord.align.path import align
from termaccord.align.score import Counts, Sides, score, sides
from termaccord.model import Document, Segment, Span
from termaccord.text.embed import load

ROOT = Path(__file__).parents[1]
SETS = ROOT / "../shared/eval/align"


class Pair(NamedTuple):
    source: Document
    target: Document
    gold: list[Sides]


def document(name: str, language: str, sentences: list[str]) -> Document:
    segments: list[Segment] = []
    start = 0
    for text in sentences:
        segments.append(Segment(Span(start, start + len(text)), text))
        start += len(text) + 1
    return Document(name, language, "\n".join(sentences), segments=tuple(segments))


def read(path: Path) -> list[Pair]:
    return [pair(p) for p in json.loads(path.read_text("utf-8"))]


def pair(raw: dict[str, Any]) -> Pair:
    return Pair(
        document(raw["source"], raw.get("source_language", "ru"), raw["source_sentences"]),
        document(raw["target"], raw.get("target_language", "en"), raw["target_sentences"]),
        [(tuple(s), tuple(t)) for s, t in raw["beads"]],
    )


def perturbed(seed: int = 0) -> list[Pair]:
    """The texts of our own corpus with a tenth of their source sentences cut, by its gold beads."""
    return [_perturb(p, random.Random(seed + i)) for i, p in enumerate(_corpus())]  # noqa: S311  # repeatable on purpose


def _corpus() -> Iterator[Pair]:
    from termaccord.formats import beads  # noqa: PLC0415  # only where the shared sets are absent
    from termaccord.project.corpus import open_paths  # noqa: PLC0415

    documents = {d.name: d for d in open_paths([str(ROOT / "corpus")]).documents}
    for path in sorted((ROOT / "corpus/gold").rglob("*.beads")):
        name = path.relative_to(ROOT / "corpus/gold").with_suffix("").as_posix()
        target = documents.get(name)
        if target and target.translation_of in documents:
            gold = sides(beads.parse(path.read_bytes(), path.name).value)
            yield Pair(documents[target.translation_of], target, gold)


def _perturb(whole: Pair, rng: random.Random) -> Pair:
    gone = {i for i in range(len(whole.source.segments)) if rng.random() < 0.1}
    place: dict[int, int] = {}
    kept: list[str] = []
    for i, segment in enumerate(whole.source.segments):
        if i not in gone:
            place[i] = len(kept)
            kept.append(segment.text)
    gold: list[Sides] = []
    for ours, theirs in whole.gold:
        left = tuple(place[i] for i in ours if i in place)
        gold += [(left, theirs)] if left else [((), (j,)) for j in theirs]
    source = document(whole.source.name, whole.source.language, kept)
    target = document(whole.target.name, whole.target.language, [s.text for s in whole.target.segments])
    return Pair(source, target, gold)


def ours(p: Pair) -> list[Sides]:
    return sides(align(p.source, p.target, load()).beads)


def gale_church(p: Pair) -> list[Sides]:
    block = galechurch.align([s.text for s in p.source.segments], [s.text for s in p.target.segments])
    lines = (line.split(":") for line in block.to_pharaoh_lines())
    return [(tuple(json.loads(s)), tuple(json.loads(t))) for s, t in lines]


def main(paths: list[str]) -> None:
    files = [Path(p) for p in paths] or sorted(SETS.glob("*.json"))
    sets = {f.stem: read(f) for f in files} or {"corpus, perturbed": perturbed()}
    load()(["warm up"])
    print(
        f"{'set':20} {'pairs':>5} {'sentences':>9} | {'strict':>6} {'lax':>6} {'s':>6} | {'GC strict':>9} {'lax':>6} {'s':>6}"
    )
    for name, pairs in sets.items():
        row = [
            f"{name:20} {len(pairs):5} {sum(len(p.source.segments) + len(p.target.segments) for p in pairs):9}"
        ]
        for system in (ours, gale_church):
            start = time.perf_counter()
            total = sum((score(p.gold, system(p)) for p in pairs), Counts())
            row.append(f"{total.strict_f1:6.3f} {total.lax_f1:6.3f} {time.perf_counter() - start:6.1f}")
        print(" | ".join([row[0], row[1], f"   {row[2]}"]), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
