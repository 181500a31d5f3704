"""How a change that several decisions made together is shared out among them.

With k decisions there are 2**k ways to undo some and keep the others. Shapley's value gives each decision
the mean of what it adds, over all orders in which they could be put back one by one; the portions sum to
the whole change, history by history. What two add beyond what each adds alone is their *interaction*:
above zero each needs the other (two doors that must both stand open), below zero each can do without
the other (two doors, either of which will do).

Up to ten decisions all ways are run. Beyond, orders are drawn: each history takes one order and its
reverse, whose errors cancel in part, and the portions still sum to the whole change.

Rests on: L. S. Shapley, "A value for n-person games", 1953; M. Grabisch, M. Roubens, "An axiomatic approach to
the concept of interaction among players in cooperative games", International Journal of Game Theory 28
(1999), 547-565; reverse orders: R. Mitchell and others, Journal of Machine Learning Research 23 (2022), 1-46.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from math import factorial, sqrt
from statistics import NormalDist

import numpy as np

from dualpower.analysis.pairs import LEVEL, z_of

MOST_EXACT = 10
TOLERANCE = 1e-9


def portions(worth: np.ndarray) -> np.ndarray:
    """Return float[k, R], each decision's portion in each history.

    worth: [2**k, R], row s holding the worth of keeping the decisions whose bits are set in s.

    Raises:
        ArithmeticError: the portions do not sum to the whole change within 1e-9.
    """
    k = players(worth)
    values = worth.astype(float)
    found = np.zeros((k, values.shape[1]))
    for i in range(k):
        for s in range(len(values)):
            if not s >> i & 1:
                kept = s.bit_count()
                weight = factorial(kept) * factorial(k - kept - 1) / factorial(k)
                found[i] += weight * (values[s | 1 << i] - values[s])
    check_sum(found, values[-1] - values[0])
    return found


def interactions(worth: np.ndarray) -> np.ndarray:
    """Return float[k, k, R], what each two decisions add together beyond what each adds alone."""
    k = players(worth)
    values = worth.astype(float)
    found = np.zeros((k, k, values.shape[1]))
    for i, j in combinations(range(k), 2):
        one, other = 1 << i, 1 << j
        for s in range(len(values)):
            if not s & (one | other):
                kept = s.bit_count()
                weight = factorial(kept) * factorial(k - kept - 2) / factorial(k - 1)
                found[i, j] += weight * (values[s | one | other] - values[s | one] - values[s | other] + values[s])
        found[j, i] = found[i, j]
    return found


def players(worth: np.ndarray) -> int:
    """Return k from the 2**k rows of a table of worths. Raises ValueError for any other number of rows."""
    k = len(worth).bit_length() - 1
    if len(worth) != 1 << k:
        raise ValueError(f"{len(worth)} rows are no table of all ways to keep some of several decisions")
    return k


def check_sum(found: np.ndarray, change: np.ndarray) -> float:
    """Return the largest distance between the sum of the portions and the whole change, over histories.

    Raises:
        ArithmeticError: it exceeds 1e-9.
    """
    apart = float(np.abs(found.sum(axis=0) - change).max(initial=0.0))
    if apart > TOLERANCE:
        raise ArithmeticError(f"the portions miss the whole change by {apart:g}")
    return apart


def orders(k: int, runs: int, *, seed: int) -> np.ndarray:
    """Return int[runs, k]: an order of the decisions for each history, drawn evenly."""
    luck = np.random.Generator(np.random.Philox(seed))
    return luck.permuted(np.tile(np.arange(k), (runs, 1)), axis=1)


def sampled_portions(k: int, order: np.ndarray, worth_of: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Return float[k, R]: each history's portions by one order and its reverse.

    Args:
        order: int[R, k], from ``orders``.
        worth_of: gives the worth [R] of keeping, in each history, the decisions marked in bool[R, k].
    """
    runs = len(order)
    found = np.zeros((k, runs))
    each = np.arange(runs)
    first = worth_of(np.zeros((runs, k), dtype=bool)).astype(float)
    last = first
    for way in (order, order[:, ::-1]):
        kept = np.zeros((runs, k), dtype=bool)
        last = first
        for step in range(k):
            kept[each, way[:, step]] = True
            now = worth_of(kept).astype(float)
            found[way[:, step], each] += (now - last) / 2
            last = now
    check_sum(found, last - first)
    return found


def summed_up(values: np.ndarray, *, level: float = LEVEL) -> tuple[float, float, float, float]:
    """Return (mean, low, high, chance): the mean over histories, its interval, and how often it would be
    so far from zero if it were zero.

    A history's portion lies in -1 to 1; one pair of opposite ends is added before the interval is reckoned,
    as for a shift, so that it is honest where few histories differ.
    """
    runs = len(values)
    if not runs:
        return float("nan"), -1.0, 1.0, 1.0
    centre = float(values.sum()) / (runs + 2)
    spread = (float((values**2).sum()) + 2) / (runs + 2) - centre**2
    error = sqrt(max(spread, 0.0) / (runs + 2))
    half = z_of(level) * error
    chance = 2 * NormalDist().cdf(-abs(centre) / error) if error else 1.0
    return float(values.mean()), max(-1.0, centre - half), min(1.0, centre + half), chance
