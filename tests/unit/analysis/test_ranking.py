"""Ranks say when two cannot be told apart."""

from __future__ import annotations

import numpy as np

from dualpower.analysis.ranking import rank, seen, surely_larger


def drawn(shares: list[float], runs: int, seed: int) -> np.ndarray:
    """Effects of -1 or 0 with the given shares, independent of each other."""
    luck = np.random.default_rng(seed)
    return np.stack([-(luck.random(runs) < share).astype(int) for share in shares])


def test_the_largest_comes_first_whatever_its_sign():
    effects = np.stack([np.zeros(400), np.where(np.arange(400) < 200, 1, 0), np.where(np.arange(400) < 40, -1, 0)])
    order, places = rank(effects)
    assert order == [1, 2, 0]
    assert [place.group for place in places] == [3, 1, 2]
    assert (places[1].best, places[1].worst) == (1, 1)


def test_two_equal_effects_share_a_group_and_a_third_of_none_does_not():
    order, places = rank(drawn([0.3, 0.3, 0.0], 500, 1))
    assert set(order[:2]) == {0, 1}
    assert places[0].group == places[1].group == 1 and places[2].group == 2
    assert (places[0].best, places[0].worst) == (1, 2)


def test_equals_are_called_different_seldom_enough():
    wrong = sum(surely_larger(drawn([0.2] * 4, 300, seed), level=0.9).any() for seed in range(200))
    assert wrong / 200 < 0.25  # each comparison 3.3 %, six of them


def test_effects_that_move_together_are_told_apart_from_few_runs():
    """The same histories feel both; what they share cancels."""
    both = drawn([0.5], 200, 3)[0]
    more = both.copy()
    more[np.flatnonzero(both == 0)[:20]] = -1
    assert surely_larger(np.stack([both, more]))[1, 0]


def test_among_many_that_do_nothing_one_is_seldom_seen():
    luck = np.random.default_rng(5)
    false = sum(any(seen(luck.random(24).tolist(), level=0.9)) for _ in range(400))
    assert false / 400 < 0.14
    assert seen([1e-9, 0.5, 0.04], level=0.9) == [True, False, True] or seen([1e-9, 0.5, 0.04], level=0.9)[0]


def test_nothing_and_no_histories_are_ranked_without_fuss():
    assert rank(np.zeros((0, 5))) == ([], [])
    order, places = rank(np.zeros((2, 0)))
    assert order == [0, 1] and {place.group for place in places} == {1}
