"""Small documents whose translation is known, and an encoder that knows nothing but them."""

import random
import zlib
from collections.abc import Callable, Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from termaccord.model import Document, Segment, Span

Embed = Callable[[Sequence[str]], NDArray[np.float32]]

SUBJECTS = ("gardener", "baker", "pilot", "tailor", "miner", "singer", "judge", "farmer", "doctor", "painter",
    "weaver", "sailor", "hunter", "potter", "printer", "fiddler", "beekeeper", "surveyor", "glazier", "locksmith")  # fmt: skip
VERBS = ("greets", "visits", "praises", "follows", "questions", "teaches", "forgets", "rescues")
OBJECTS = ("neighbour", "village", "orchard", "harbour", "council",
    "library", "mountain", "festival", "bridge", "market")  # fmt: skip


def sentence(number: int) -> str:
    """One of 1,600 sentences, no two alike."""
    who, rest = number % len(SUBJECTS), number // len(SUBJECTS)
    verb, rest = rest % len(VERBS), rest // len(VERBS)
    return f"The {SUBJECTS[who]} {VERBS[verb]} the {OBJECTS[rest % len(OBJECTS)]}."


def translated(text: str) -> str:
    """The same words spelt backwards: a language that only `understand` reads."""
    return " ".join(word[::-1] for word in text.split())


def understand(texts: Sequence[str]) -> NDArray[np.float32]:
    """Unit vectors of the words of either language, a fixed random direction each, with a little noise."""
    rows = [_meaning(text) for text in texts]
    return np.stack(rows).astype(np.float32) if rows else np.empty((0, 128), np.float32)


def _meaning(text: str) -> NDArray[np.float64]:
    total = np.full(128, 1e-3)
    for word in text.split():
        letters = "".join(sorted(c for c in word.lower() if c.isalnum()))
        if letters != "eht":
            total += _direction(letters)
    return np.asarray(total / np.linalg.norm(total))


@cache
def _direction(letters: str) -> NDArray[np.float64]:
    return np.random.default_rng(zlib.crc32(letters.encode())).normal(size=128)


def document(texts: Sequence[str], language: str = "en", blocks: Sequence[int] | None = None) -> Document:
    """A document with these segments, one a line."""
    segments: list[Segment] = []
    start = 0
    for i, text in enumerate(texts):
        segments.append(Segment(Span(start, start + len(text)), text, blocks[i] if blocks else 0))
        start += len(text) + 1
    return Document("invented", language, "\n".join(texts), segments=tuple(segments))


def sentences(count: int, seed: int = 0) -> list[str]:
    """So many different sentences."""
    return [sentence(n) for n in random.Random(seed).sample(range(1600), count)]  # noqa: S311  # a test's
