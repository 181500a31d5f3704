"""From votes to seats, and from many judgements to one.

Three rules that assemblies use give seats to lists: D'Hondt favours the large, Sainte-Lague is
even, Hare hands out whole quotas and then the largest remainders. Exact: whole numbers only.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import comb


def _check(votes: Sequence[int], seats: int) -> None:
    if seats < 0 or any(v < 0 for v in votes) or not any(votes):
        raise ValueError("seats need votes: no negative number, and at least one vote")


def _divide(votes: Sequence[int], seats: int, divisor: Callable[[int], int]) -> list[int]:
    """Give one seat after another to the list with the largest quotient (a tie: the first listed)."""
    _check(votes, seats)
    won = [0] * len(votes)
    for _ in range(seats):
        best = 0
        for i in range(1, len(votes)):
            if votes[i] * divisor(won[best]) > votes[best] * divisor(won[i]):
                best = i
        won[best] += 1
    return won


def dhondt(votes: Sequence[int], seats: int) -> list[int]:
    """Return seats per list by D'Hondt's divisors 1, 2, 3, ..."""
    return _divide(votes, seats, lambda n: n + 1)


def sainte_lague(votes: Sequence[int], seats: int) -> list[int]:
    """Return seats per list by Sainte-Lague's divisors 1, 3, 5, ..."""
    return _divide(votes, seats, lambda n: 2 * n + 1)


def hare(votes: Sequence[int], seats: int) -> list[int]:
    """Return seats per list by whole Hare quotas and the largest remainders."""
    _check(votes, seats)
    total = sum(votes)
    won = [v * seats // total for v in votes]
    order = sorted(range(len(votes)), key=lambda i: (-(votes[i] * seats % total), i))
    for i in order[: seats - sum(won)]:
        won[i] += 1
    return won


def majority_right(voters: int, chance: float) -> float:
    """Return the chance that a majority of an odd number of voters is right, each with ``chance``."""
    if voters < 1 or voters % 2 == 0:
        raise ValueError(f"a majority needs an odd number of voters, not {voters}")
    need = voters // 2 + 1
    return sum(comb(voters, k) * chance**k * (1 - chance) ** (voters - k) for k in range(need, voters + 1))
