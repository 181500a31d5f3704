"""Shapley's portions, history by history: closed cases, the exact sum, interactions, drawn orders, intervals."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from dualpower.analysis.portions import (
    check_sum,
    interactions,
    orders,
    portions,
    sampled_portions,
    summed_up,
)


def table(k: int, worth) -> np.ndarray:
    """The worth of every coalition, one history."""
    return np.array([[float(worth({i for i in range(k) if s >> i & 1}))] for s in range(1 << k)])


def test_v22_the_weighted_vote_and_the_gloves():
    weights = (3, 2, 1, 1)
    vote = portions(table(4, lambda c: sum(weights[p] for p in c) >= 4))
    assert vote[:, 0] == pytest.approx([1 / 2, 1 / 6, 1 / 6, 1 / 6], abs=1e-12)
    gloves = portions(table(3, lambda c: min(len(c & {0}), len(c & {1, 2}))))
    assert gloves[:, 0] == pytest.approx([2 / 3, 1 / 6, 1 / 6], abs=1e-12)


def test_portions_sum_to_the_whole_change_in_every_history():
    worth = np.random.default_rng(1).integers(0, 2, (256, 500))
    found = portions(worth)
    assert np.abs(found.sum(axis=0) - (worth[-1] - worth[0])).max() <= 1e-9


def test_a_sum_that_misses_is_refused():
    with pytest.raises(ArithmeticError, match="miss"):
        check_sum(np.array([[0.5], [0.4]]), np.array([1.0]))
    with pytest.raises(ValueError, match="no table"):
        portions(np.zeros((3, 1)))


def test_two_doors_that_must_both_be_open_need_each_other_and_two_of_which_one_will_do_do_not():
    both = table(2, lambda c: len(c) == 2)
    either = table(2, lambda c: len(c) >= 1)
    alone = table(2, lambda c: 0.5 * len(c))
    assert interactions(both)[0, 1, 0] == pytest.approx(1)
    assert interactions(either)[0, 1, 0] == pytest.approx(-1)
    assert interactions(alone)[0, 1, 0] == pytest.approx(0)
    assert portions(both)[:, 0] == pytest.approx([0.5, 0.5])


def test_who_adds_nothing_gets_nothing_and_equals_get_the_same():
    found = portions(table(3, lambda c: {0, 1} <= c))
    assert found[:, 0] == pytest.approx([0.5, 0.5, 0.0])


def test_drawn_orders_sum_exactly_and_tend_to_the_exact_portions():
    """Weighted majority of eleven, one history many times over: the mean of drawn orders nears Shapley's value."""
    k, runs = 11, 3000
    weights = np.array([5, 3, 3, 2, 2, 1, 1, 1, 1, 1, 1])
    found = sampled_portions(k, orders(k, runs, seed=4), lambda kept: (kept @ weights) >= 11)
    assert np.abs(found.sum(axis=0) - 1).max() <= 1e-9
    every = np.array(list(product([False, True], repeat=k)))[:, ::-1]
    exact = portions(((every @ weights) >= 11).astype(float)[:, None])[:, 0]
    error = found.std(axis=1) / np.sqrt(runs)
    assert (np.abs(found.mean(axis=1) - exact) < 4 * error + 1e-9).all()


def test_an_order_with_its_reverse_is_nearer_than_two_strangers():
    k, runs = 11, 2000
    weights = np.arange(k) / 10.0
    first = sampled_portions(k, orders(k, runs, seed=4), lambda kept: (kept @ weights) ** 2)
    one = orders(k, runs, seed=5)
    single = np.zeros((k, runs))
    kept, last = np.zeros((runs, k), bool), np.zeros(runs)
    for step in range(k):
        kept[np.arange(runs), one[:, step]] = True
        now = (kept @ weights) ** 2
        single[one[:, step], np.arange(runs)] = now - last
        last = now
    assert first.var(axis=1)[1:].max() < single.var(axis=1)[1:].min() / 2 + 1e-9


def test_intervals_of_portions_cover_the_truth_as_often_as_they_say():
    luck = np.random.default_rng(11)
    chances = np.array([0.1, 0.6, 0.3])
    truth = float(chances @ [-0.5, 0.0, 0.5])
    hits = 0
    for _ in range(500):
        values = luck.choice([-0.5, 0.0, 0.5], p=chances, size=150)
        _, low, high, _ = summed_up(values, level=0.9)
        hits += low <= truth <= high
    assert 0.85 <= hits / 500 <= 0.95


def test_no_history_leaves_everything_open():
    mean, low, high, chance = summed_up(np.array([]))
    assert np.isnan(mean) and (low, high, chance) == (-1.0, 1.0, 1.0)
