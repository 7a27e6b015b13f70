"""How many of the next proposals are wrong is guessed from the scores, and learnt from decisions."""

import random
from collections.abc import Callable

import pytest

from termaccord.project.terms.reviewing.expected import Verdict, expected


def test_before_anything_is_decided_the_scores_are_believed() -> None:
    assert expected([], [0.9] * 20).wrong == 2
    assert expected([], [0.3] * 20).wrong == 14


def test_rejections_raise_the_number_and_acceptances_lower_it() -> None:
    middle = expected([], [0.7] * 20).wrong
    worse = expected([Verdict("c", 0.75, True)] * 10, [0.7] * 20)
    better = expected([Verdict("c", 0.75, False)] * 30, [0.7] * 20)

    assert better.wrong < middle < worse.wrong
    assert worse.low <= worse.wrong <= worse.high


def test_nothing_to_come_holds_nothing_wrong() -> None:
    assert expected([Verdict("c", 0.5, True)], []).high == 0


@pytest.mark.parametrize(
    "chance",
    [lambda s: 1 - s, lambda s: (1 - s) / 2, lambda s: min(1, 1.6 * (1 - s)), lambda _: 0.2],
    ids=["honest", "too low", "too high", "meaningless"],
)
def test_the_truth_is_mostly_inside_the_range(chance: Callable[[float], float]) -> None:
    dice = random.Random(7)  # noqa: S311  # a simulation, no secret
    inside = 0
    for _ in range(40):
        scores = sorted((dice.betavariate(4, 2) for _ in range(60)), reverse=True)
        verdicts = [Verdict("c", score, dice.random() < chance(score)) for score in scores]
        found = expected(verdicts[:40], scores[40:])
        inside += found.low <= sum(v.wrong for v in verdicts[40:]) <= found.high

    assert inside >= 32
