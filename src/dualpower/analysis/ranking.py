"""Which of several shifts is larger, and where nobody can tell.

Two decisions are compared on the very same histories: what undoing the one did to each, less what undoing
the other did. Where that difference may as well be zero the two cannot be told apart, whatever the order
in which they are printed. A *group* is a decision and all that follow it and cannot be told apart from it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from dualpower.analysis.pairs import LEVEL, z_of


@dataclass(frozen=True)
class Place:
    """Where one stands among others.

    group   1 for those that cannot be told apart from the first, and so on
    best    one more than the number of those that are surely larger
    worst   all of them less the number of those that are surely smaller
    """

    group: int
    best: int
    worst: int


def rank(effects: np.ndarray, *, level: float = LEVEL) -> tuple[list[int], list[Place]]:
    """Rank shifts by their size, whatever their sign.

    Args:
        effects: int or float [things, histories]: what each did to each history (-1, 0 or 1).
        level: 0-1, how sure "surely larger" is, over all comparisons that one thing takes part in.
    Returns:
        The order (positions, the largest first) and the place of each thing, by position.
    """
    things = len(effects)
    if not things:
        return [], []
    size = np.abs(effects.mean(axis=1)) if effects.shape[1] else np.zeros(things)
    order = sorted(range(things), key=lambda i: (-size[i], i))
    larger = surely_larger(effects, level=level)
    groups = _groups(order, larger)
    places = [Place(groups[i], 1 + int(larger[:, i].sum()), things - int(larger[i].sum())) for i in range(things)]
    return order, places


def surely_larger(effects: np.ndarray, *, level: float = LEVEL) -> np.ndarray:
    """Return bool[things, things]: whether the first is surely larger in size than the second.

    One pair of opposite differences is added to each comparison before it is judged, and the doubt is
    shared among the comparisons of one thing with all others.
    """
    things, runs = effects.shape
    found = np.zeros((things, things), dtype=bool)
    if things < 2 or not runs:
        return found
    sides = np.where(effects.mean(axis=1) < 0, -1, 1)
    sized = effects * sides[:, None]
    z = z_of(1 - (1 - level) / (things - 1))
    for i in range(things):
        for j in range(i + 1, things):
            apart = _told_apart(sized[i] - sized[j], z)
            found[i, j], found[j, i] = apart > 0, apart < 0
    return found


def _told_apart(difference: np.ndarray, z: float) -> int:
    """Return 1 or -1 where the mean of a difference surely has that sign, 0 where it may be zero."""
    runs = len(difference) + 2
    mean = float(difference.sum()) / runs
    spread = (float((difference.astype(float) ** 2).sum()) + 2) / runs - mean * mean
    if abs(mean) <= z * sqrt(max(spread, 0.0) / runs):
        return 0
    return 1 if mean > 0 else -1


def _groups(order: Sequence[int], larger: np.ndarray) -> dict[int, int]:
    groups: dict[int, int] = {}
    leader, number = order[0], 1
    for i in order:
        if larger[leader, i]:
            leader, number = i, number + 1
        groups[i] = number
    return groups


def seen(chances: Sequence[float], *, level: float = LEVEL) -> list[bool]:
    """Return which of several effects are seen at all, from the chance of each if it were none (Holm's rule).

    However many are looked at, the chance of seeing any where there is none stays below 1 - level.
    """
    order = sorted(range(len(chances)), key=lambda i: chances[i])
    found = [False] * len(chances)
    for rank_, i in enumerate(order):
        if chances[i] > (1 - level) / (len(chances) - rank_):
            break
        found[i] = True
    return found
