"""Bands, chains and the best walk, against searches that try everything."""

from itertools import pairwise

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from termaccord.align import band as bands
from termaccord.align.chain import Pair, heaviest_chain
from termaccord.align.walk import Prices, Step, walk

KINDS = ((1, 1), (1, 2), (2, 1))
WORTHS = st.floats(-1, 1, width=16)


def total(
    steps: list[Step], worth: dict[tuple[int, int, int, int], float], null: float, opening: float
) -> float:
    result = 0.0
    before = ""
    for s, t in steps:
        side = "" if s and t else "source" if s else "target"
        if side:
            result -= null + (opening if side != before else 0.0)
        else:
            result += worth[s.start, t.start, len(s), len(t)]
        before = side
    return result


def best(n: int, m: int, worth: dict[tuple[int, int, int, int], float], null: float, opening: float) -> float:
    """By trying every walk."""
    table: dict[tuple[int, int, str], float] = {(0, 0, ""): 0.0}
    for i in range(n + 1):
        for j in range(m + 1):
            for side in ("", "source", "target"):
                if (i, j, side) not in table:
                    continue
                here = table[i, j, side]
                ways = [(i + a, j + b, "", worth.get((i, j, a, b), -np.inf)) for a, b in KINDS]
                ways.append((i + 1, j, "source", -null - (opening if side != "source" else 0.0)))
                ways.append((i, j + 1, "target", -null - (opening if side != "target" else 0.0)))
                for x, y, name, gain in ways:
                    if x <= n and y <= m:
                        table[x, y, name] = max(table.get((x, y, name), -np.inf), here + gain)
    return max(v for (i, j, _), v in table.items() if (i, j) == (n, m))


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 5), st.integers(1, 5), st.data())
def test_no_walk_is_better(n: int, m: int, data: st.DataObject) -> None:
    band = bands.whole(n, m)
    gains = {kind: np.full(band.cells, -np.inf, np.float32) for kind in KINDS}
    worth = {}
    for a, b in KINDS:
        for i in range(n - a + 1):
            for j in range(m - b + 1):
                worth[i, j, a, b] = data.draw(WORTHS)
                gains[a, b][band.cell(i, j)] = worth[i, j, a, b]
    null, opening = 0.125, 0.25

    steps = walk(band, gains, Prices(np.full(n, null), np.full(m, null), opening))

    assert [i for s, _ in steps for i in s] == list(range(n))
    assert [j for _, t in steps for j in t] == list(range(m))
    assert abs(total(steps, worth, null, opening) - best(n, m, worth, null, opening)) < 1e-6


@given(st.lists(st.tuples(st.integers(0, 30), st.floats(0.1, 1)), max_size=25))
def test_no_rising_chain_is_heavier(values: list[tuple[int, float]]) -> None:
    pairs = [Pair(i, j, worth) for i, (j, worth) in enumerate(values)]
    heaviest = [0.0] * len(pairs)
    for i, pair in enumerate(pairs):
        heaviest[i] = pair.worth + max(
            (heaviest[k] for k in range(i) if pairs[k].target < pair.target), default=0.0
        )

    chain = heaviest_chain(pairs)

    assert all(a.source < b.source and a.target < b.target for a, b in pairwise(chain))
    assert abs(sum(p.worth for p in chain) - max(heaviest, default=0.0)) < 1e-9


@given(
    st.integers(1, 60),
    st.integers(1, 60),
    st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=8),
)
def test_a_band_joins_both_corners_and_holds_its_chain(n: int, m: int, drawn: list[tuple[int, int]]) -> None:
    points: list[tuple[int, int]] = []
    for i, j in sorted(drawn):
        if i < n and j < m and (not points or (i > points[-1][0] and j > points[-1][1])):
            points.append((i, j))

    band = bands.around(points, n, m, margin=2)

    assert band.low[0] == 0
    assert band.high[-1] == m + 1
    assert all(band.low[i] <= j and j + 1 < band.high[i + 1] for i, j in points)
    assert (np.diff(band.low) >= 0).all()
    assert (np.diff(band.high) >= 0).all()
    assert (band.low[1:] < band.high[:-1]).all()


def test_a_great_gap_is_crossed_along_its_diagonal() -> None:
    points = bands.filled([(10, 10), (5010, 4010)], 6000, 5000)

    band = bands.around(points, 6000, 5000, margin=12)

    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(points))
    assert band.cells < 6000 * 400


@given(st.integers(0, 12), st.integers(0, 12))
def test_a_cell_further_on_is_found_or_nothing(rows: int, columns: int) -> None:
    band = bands.around([(3, 4), (7, 8)], 10, 12, margin=1)
    values = np.arange(1, band.cells + 1, dtype=np.float32)

    moved = band.shifted(values, rows, columns)

    for cell, (i, j) in enumerate(zip(band.rows, band.columns, strict=True)):
        x, y = i + rows, j + columns
        inside = x <= 10 and band.low[x] <= y < band.high[x]
        assert moved[cell] == (values[band.cell(x, y)] if inside else 0)
