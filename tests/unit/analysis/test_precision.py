"""How sure a share is."""

from __future__ import annotations

import pytest

from dualpower.analysis.precision import runs_needed, width, wilson


def test_wilson_matches_a_published_example():
    """10 of 20 at 95 %: 0.299 to 0.701, the textbook value."""
    low, high = wilson(10, 20)
    assert (low, high) == pytest.approx((0.2993, 0.7007), abs=1e-4)


@pytest.mark.parametrize("runs", [1, 7, 1000])
def test_an_interval_never_leaves_zero_to_one_and_reaches_the_ends(runs):
    assert wilson(0, runs)[0] == 0.0
    assert wilson(runs, runs)[1] == 1.0
    assert 0 < wilson(0, runs)[1] < 1


def test_no_runs_know_nothing():
    assert wilson(0, 0) == (0.0, 1.0)


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_runs_needed_is_the_smallest_number_that_is_enough(share):
    runs = runs_needed(share, 0.04)
    assert width(share, runs) <= 0.04
    assert runs == 1 or width(share, runs - 1) > 0.04


def test_two_points_on_a_half_need_about_two_thousand_four_hundred_runs():
    assert 2300 < runs_needed(0.5, 0.04) < 2450


@pytest.mark.parametrize(("share", "wanted"), [(-0.1, 0.1), (1.1, 0.1), (0.5, 0.0), (0.5, 1.0)])
def test_impossible_questions_are_refused(share, wanted):
    with pytest.raises(ValueError):
        runs_needed(share, wanted)
