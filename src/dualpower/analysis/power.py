"""Who carries a coalition, and what a cause was worth.

Shapley's value shares out what a coalition gains among its members. The bounds on causes say, from
two chances (with the cause, and without it), how far the cause was necessary and sufficient.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations
from math import factorial


def shapley(players: int, worth: Callable[[frozenset[int]], int]) -> list[Fraction]:
    """Return each player's Shapley value, exactly.

    ``worth`` gives the value of a coalition (a frozenset of player numbers). Up to about 20 players.
    """
    values = [Fraction(0)] * players
    for player in range(players):
        rest = [p for p in range(players) if p != player]
        for size in range(players):
            weight = Fraction(factorial(size) * factorial(players - size - 1), factorial(players))
            for others in combinations(rest, size):
                without = frozenset(others)
                values[player] += weight * (worth(without | {player}) - worth(without))
    return values


@dataclass(frozen=True)
class CauseBounds:
    """How far a cause was both necessary and sufficient (low to high), and, where it can only help:

    necessary   chance that the effect would have failed without it, given that both happened
    sufficient  chance that it would have brought the effect, given that neither happened
    """

    low: float
    high: float
    necessary: float | None
    sufficient: float | None


def cause_bounds(with_cause: float, without_cause: float) -> CauseBounds:
    """Bound what a cause was worth from the chance of the effect with it and without it (0-1)."""
    gain = with_cause - without_cause
    helps = gain >= 0
    return CauseBounds(
        low=max(0.0, gain),
        high=min(with_cause, 1 - without_cause),
        necessary=gain / with_cause if helps and with_cause > 0 else None,
        sufficient=gain / (1 - without_cause) if helps and without_cause < 1 else None,
    )
