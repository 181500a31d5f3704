"""Necessity and sufficiency: four counts, closed cases, limits, honest intervals."""

from __future__ import annotations

import numpy as np
import pytest

from dualpower.analysis.necessity import (
    Counts,
    both_limits,
    chance_of_no_effect,
    necessity,
    necessity_limits,
    shift,
    sign_test,
    sufficiency,
    sufficiency_limits,
)
from dualpower.analysis.power import cause_bounds


def test_four_counts_give_shift_necessity_and_sufficiency():
    counts = Counts(both=30, only_with=20, only_without=5, neither=45, unasked=100, unasked_so=60)
    assert (counts.asked, counts.pairs, counts.differ) == (100, 200, 25)
    assert counts.with_it == pytest.approx((50 + 60) / 200)
    assert counts.without_it == pytest.approx((35 + 60) / 200)
    assert shift(counts)[0] == pytest.approx(-15 / 200)
    assert necessity(counts).value == pytest.approx(20 / 50)
    assert sufficiency(counts).value == pytest.approx(20 / 65)


def test_v22b_the_limits_are_those_of_tian_and_pearl():
    """P(y | do x) = .8, P(y | do not x) = .3."""
    assert both_limits(0.8, 0.3) == pytest.approx((0.5, 0.7))
    assert necessity_limits(0.8, 0.3) == pytest.approx((0.625, 0.875))
    assert sufficiency_limits(0.8, 0.3) == pytest.approx((0.5 / 0.7, 1.0))
    known = cause_bounds(0.8, 0.3)  # where it can only help, the least is the value
    assert necessity_limits(0.8, 0.3)[0] == pytest.approx(known.necessary)
    assert sufficiency_limits(0.8, 0.3)[0] == pytest.approx(known.sufficient)


@pytest.mark.parametrize("seed", range(40))
def test_no_pairing_of_the_same_shares_leaves_the_limits(seed):
    """However the lucks are coupled, the coupled estimate lies between the limits at the shares counted."""
    both, one, other, neither = np.random.default_rng(seed).multinomial(400, np.ones(4) / 4).tolist()
    counts = Counts(both, one, other, neither)
    for measure in (necessity(counts), sufficiency(counts)):
        assert measure.limits[0] - 1e-12 <= measure.value <= measure.limits[1] + 1e-12
        assert measure.outer[0] <= measure.limits[0] and measure.limits[1] <= measure.outer[1]


def test_the_extreme_pairings_reach_the_limits():
    nested = Counts(both=30, only_with=50, only_without=0, neither=20)  # what happens without it happens with it
    assert necessity(nested).value == pytest.approx(necessity(nested).limits[0])
    assert sufficiency(nested).value == pytest.approx(sufficiency(nested).limits[0])
    apart = Counts(both=10, only_with=70, only_without=20, neither=0)  # as opposed as the shares allow
    assert necessity(apart).value == pytest.approx(necessity(apart).limits[1])
    assert sufficiency(apart).value == pytest.approx(sufficiency(apart).limits[1])


def test_what_never_came_up_says_nothing_and_moves_nothing():
    counts = Counts(0, 0, 0, 0, unasked=50, unasked_so=20)
    moved, low, high = shift(counts)
    assert moved == 0 and low < 0 < high
    assert np.isnan(necessity(counts).value) and necessity(counts).limits == (0.0, 1.0)
    assert counts.with_it == counts.without_it == pytest.approx(0.4)


def test_the_sign_test_is_exact_and_its_tail_is_a_normal_s():
    assert sign_test(5, 0) == pytest.approx(2 / 32)
    assert sign_test(3, 3) == 1.0
    assert sign_test(560, 500) == pytest.approx(sum_of_tail(1060, 500), abs=2e-3)
    assert chance_of_no_effect(Counts(10, 8, 1, 10)) == pytest.approx(2 * 10 / 2**9)


def sum_of_tail(total: int, upto: int) -> float:
    from fractions import Fraction
    from math import comb

    return float(2 * Fraction(sum(comb(total, k) for k in range(upto + 1)), 2**total))


@pytest.mark.parametrize("chances", [(0.3, 0.2, 0.05, 0.45), (0.1, 0.02, 0.02, 0.86), (0.5, 0.3, 0.1, 0.1)])
def test_ninety_per_cent_intervals_cover_the_truth_as_often_as_they_say(chances):
    truths = {
        "shift": chances[2] - chances[1],
        "necessity": chances[1] / (chances[0] + chances[1]),
        "sufficiency": chances[1] / (chances[1] + chances[3]),
    }
    trials, hits = 600, dict.fromkeys(truths, 0)
    for drawn in np.random.default_rng(7).multinomial(200, chances, size=trials).tolist():
        counts = Counts(*drawn)
        _, low, high = shift(counts, level=0.9)
        hits["shift"] += low <= truths["shift"] <= high
        for name, measure in (
            ("necessity", necessity(counts, level=0.9)),
            ("sufficiency", sufficiency(counts, level=0.9)),
        ):
            hits[name] += measure.low <= truths[name] <= measure.high
    for name, count in hits.items():
        assert 0.85 <= count / trials <= 0.95, (name, count / trials)
