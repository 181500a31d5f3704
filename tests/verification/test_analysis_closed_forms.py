"""Closed forms and published tables for the analyses: V16-V16e, V20, V21, V22, V22b."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from dualpower.analysis.power import cause_bounds, shapley
from dualpower.analysis.scores import crps, crps_normal, log_score
from dualpower.analysis.votes import dhondt, hare, majority_right, sainte_lague

SEATS = [
    ("V16", (1305956, 903151, 650114, 532193, 319024), 18, [7, 5, 3, 2, 1], [6, 4, 3, 3, 2], [6, 4, 3, 3, 2]),
    ("V16b", (10, 8, 3, 2), 8, [4, 3, 1, 0], [3, 3, 1, 1], [3, 3, 1, 1]),
    ("V16c", (47000, 16000, 15900, 12000, 6000, 3100), 10, [5, 2, 2, 1, 0, 0], [4, 2, 2, 1, 1, 0], [5, 2, 1, 1, 1, 0]),
]


@pytest.mark.parametrize(("case", "votes", "seats", "by_dhondt", "by_lague", "by_hare"), SEATS)
def test_seats_follow_the_published_tables(case, votes, seats, by_dhondt, by_lague, by_hare):
    assert dhondt(votes, seats) == by_dhondt
    assert sainte_lague(votes, seats) == by_lague
    assert hare(votes, seats) == by_hare


def test_v16d_a_larger_house_can_cost_a_small_list_its_seat():
    assert hare((6, 6, 2), 10) == [4, 4, 2]
    assert hare((6, 6, 2), 11) == [5, 5, 1]


def test_v16e_the_two_city_elections_give_the_recorded_seats():
    assert dhondt((424027, 246506, 152230), 12) == [6, 4, 2]
    assert dhondt((366148, 263859, 62260, 21597), 10) == [5, 4, 1, 0]


def test_v20_a_larger_jury_is_right_more_often():
    assert majority_right(11, 0.6) == pytest.approx(0.753498, abs=1e-6)
    assert majority_right(101, 0.55) == pytest.approx(0.843755, abs=1e-6)


def test_v21_scores_of_a_normal_forecast():
    assert crps_normal(0, 1, 0) == pytest.approx(0.233695, abs=1e-6)
    assert crps_normal(0, 1, 1) == pytest.approx(0.602441, abs=1e-6)
    assert log_score(0.7) == pytest.approx(0.356675, abs=1e-6)


@pytest.mark.parametrize("observed", [0.0, 1.0, -2.5])
def test_v21_the_sample_score_converges_on_the_closed_form(observed):
    """Evenly spaced quantiles stand for the normal, so no luck enters the comparison."""
    from statistics import NormalDist

    n = 20_000
    sample = np.array([NormalDist().inv_cdf((i + 0.5) / n) for i in range(n)])
    assert crps(sample, observed) == pytest.approx(crps_normal(0, 1, observed), abs=2e-4)


def test_v22_shapley_of_a_weighted_vote_and_of_gloves():
    weights = (3, 2, 1, 1)
    vote = shapley(4, lambda c: int(sum(weights[p] for p in c) >= 4))
    assert vote == [Fraction(1, 2), Fraction(1, 6), Fraction(1, 6), Fraction(1, 6)]
    gloves = shapley(3, lambda c: min(len(c & {0}), len(c & {1, 2})))
    assert gloves == [Fraction(2, 3), Fraction(1, 6), Fraction(1, 6)]


def test_v22b_bounds_on_a_cause():
    bounds = cause_bounds(0.8, 0.3)
    assert (bounds.low, bounds.high) == pytest.approx((0.5, 0.7))
    assert bounds.necessary == pytest.approx(0.625)
    assert bounds.sufficient == pytest.approx(0.714286, abs=1e-6)
