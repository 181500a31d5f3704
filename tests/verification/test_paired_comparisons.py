"""Pairs on common luck, held to what they promise: idle patches, honest intervals, runs saved. The court asks more."""

from __future__ import annotations

import numpy as np
import pytest
from worlds.idle import idle
from worlds.small_change import saving

from dualpower.analysis import histories, pairs

pytestmark = pytest.mark.usefixtures("compiled")

TRIALS = 1_000


@pytest.mark.parametrize(("scenario", "number"), [("kremlin-call", 1_500), ("moscow-1917", 8)])
def test_what_changes_nothing_changes_no_pair(scenario, number):
    base = histories.load(scenario)
    arms = [
        pairs.Arm(n, histories.compile_scenario(r)) for n, r in (("as it was", base), ("written otherwise", idle(base)))
    ]
    found = pairs.unchanged(*pairs.run_arms(arms, runs=number, seed=1917))
    assert (found.same, found.pairs) == (number, number)


def covered(make, truth: float, rng) -> float:
    hits = 0
    for _ in range(TRIALS):
        found = pairs.difference(*make(rng))
        hits += found.low <= truth <= found.high
    return hits / TRIALS


@pytest.mark.parametrize(
    ("gain", "loss", "both", "number"),
    [
        (0.08, 0.03, 0.4, 200),
        (0.02, 0.02, 0.5, 500),
        (0.3, 0.1, 0.2, 60),
        (0.05, 0.0, 0.3, 200),
        (0.15, 0.15, 0.3, 100),
    ],
)
def test_nine_in_ten_intervals_of_a_share_cover_the_truth(gain, loss, both, number):
    """A made-up world: each pair has the outcome on both sides, on one, or on neither, with known chances."""

    def make(rng):
        luck = rng.random(number)
        base = luck < both + loss
        other = (luck < both) | ((luck >= both + loss) & (luck < both + loss + gain))
        return base.astype(float), other.astype(float)

    assert 0.85 <= covered(make, gain - loss, np.random.default_rng(1)) <= 0.95


@pytest.mark.parametrize(("spread", "number"), [(0.5, 40), (1.0, 100)])
def test_nine_in_ten_intervals_of_a_number_cover_the_truth(spread, number):
    """A made-up world of lopsided numbers (a few histories with very many dead)."""

    def make(rng):
        base = rng.lognormal(0, spread, number)
        return base, base * rng.lognormal(0.1, 0.3, number)

    truth = np.exp(spread**2 / 2) * (np.exp(0.1 + 0.045) - 1)
    assert 0.85 <= covered(make, truth, np.random.default_rng(2)) <= 0.95


def test_intervals_of_real_pairs_cover_what_many_more_pairs_say():
    """The engine's own pairs: a hundred trials of 40 pairs each, against 4,000 pairs on other luck."""
    base = histories.load("kremlin-call")
    arms = [
        pairs.Arm(n, histories.compile_scenario(r))
        for n, r in (("as it was", base), ("they-wait", histories.load(base, variant="they-wait")))
    ]
    many, few = (pairs.run_arms(arms, runs=4_000, seed=seed) for seed in (1, 2))
    for outcome in many[0].outcomes:
        if many[0].has(outcome).mean() < 0.05:
            continue  # forty pairs hold one or two of these: such an interval is wide for safety, and covers always
        truth = pairs.difference(many[0].has(outcome), many[1].has(outcome)).shift
        found = [
            pairs.difference(few[0].has(outcome)[at : at + 40], few[1].has(outcome)[at : at + 40])
            for at in range(0, 4_000, 40)
        ]
        assert 0.82 <= np.mean([one.low <= truth <= one.high for one in found]) <= 0.98, outcome


def test_a_small_change_needs_ten_times_fewer_runs_on_pairs():
    found = saving("kremlin-call", 1_500, seed=7)
    assert found["same_history"] < 0.2, "a change that leaves most histories as they were would prove nothing"
    assert found["times_fewer"] >= 10 and found["times_fewer_log_odds"] >= 10
    assert found["times_fewer_by_batches"] >= 5  # thirty batches tell a ratio only roughly


def test_pairs_never_make_the_answer_worse_than_strangers():
    large = saving("kremlin-call", 1_000, seed=7, changes={"decisions.how-to-get-the-kremlin": "storm"})
    assert large["times_fewer"] > 1
