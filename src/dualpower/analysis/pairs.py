"""Pairs on common luck: how large is a difference, how sure, and how many pairs would settle it.

Two arms share their luck, so a pair differs only by what the change brought about. What both have in common
cancels, and the difference is known from far fewer runs than two separate ensembles would need.

A difference of two shares rests on the pairs that changed sides alone; its interval is Tango's score interval,
which stays honest when few pairs changed, or none. A difference of numbers has Student's interval over pairs.

Rests on: T. Tango, "Equivalence test and confidence interval for the difference in proportions for the
paired-sample design", Statistics in Medicine 17 (1998), 891-908; D. G. Bonett and R. M. Price, "Adjusted Wald
confidence interval for a difference of binomial proportions based on paired data", Journal of Educational and
Behavioral Statistics 37 (2012), 479-488 (how many pairs are needed); R. G. Newcombe, "Interval estimation for the
difference between independent proportions", Statistics in Medicine 17 (1998), 873-890, method 10 (strangers).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np

from dualpower.ensemble.arms import Arm, Runs, run_arm, run_arms
from dualpower.ensemble.intervals import wilson
from dualpower.errors import DualpowerError

__all__ = [
    "Arm",
    "Difference",
    "Runs",
    "Unchanged",
    "difference",
    "distribution_shift",
    "run_arm",
    "run_arms",
    "strangers",
    "tango",
    "unchanged",
]

LEVEL = 0.90
FEWEST = 2  # pairs without which there is no spread to speak of
MAX_NEEDED = 10**12
SWAPS = 999  # how often the two sides of each pair are swapped to see what luck alone would show


def z_of(level: float) -> float:
    """Return how many standard errors an interval of this level (0-1) reaches to each side."""
    if not 0 < level < 1:
        raise ValueError(f"the level of an interval is a share between 0 and 1, not {level}")
    return NormalDist().inv_cdf(0.5 + level / 2)


@dataclass(frozen=True)
class Difference:
    """What a change did to one number per run: the alternative less the base.

    pairs     pairs in which both are known
    base      mean of the base, other mean of the alternative (a share where every value is 0 or 1)
    shift     other - base, with the interval low to high at ``level``
    gained    pairs in which the value rose, lost pairs in which it fell
    paired    standard deviation of the difference within a pair
    unpaired  standard deviation that the difference would have between strangers
    kind      "share" or "number"
    """

    pairs: int
    base: float
    other: float
    shift: float
    low: float
    high: float
    level: float
    gained: int
    lost: int
    paired: float
    unpaired: float
    kind: str

    @property
    def is_clear(self) -> bool:
        """Whether the interval leaves no doubt about the direction."""
        return self.low > 0 or self.high < 0

    @property
    def times_fewer(self) -> float:
        """How many times fewer runs pairs need than strangers, for an interval of the same width.

        Below 1 the pairs do harm; infinite where no pair changed; NaN where nothing varies at all.
        """
        if self.paired > 0:
            return (self.unpaired / self.paired) ** 2
        return float("inf") if self.unpaired > 0 else float("nan")

    @property
    def saved(self) -> float:
        """The share of the variance (0-1) that pairing saves against unpaired runs; NaN where nothing varies."""
        return 1 - (self.paired / self.unpaired) ** 2 if self.unpaired > 0 else float("nan")

    def pairs_needed(self, width: float) -> int:
        """Return the pairs for which the interval is expected to be no wider than this (in the value's unit).

        Raises:
            ValueError: a width that is not positive.
        """
        if not width > 0:
            raise ValueError(f"the width of an interval is positive, not {width}")
        spread = self.paired
        if self.kind == "share":  # as if one pair more had changed each way: no width comes from nothing
            up, down = (self.gained + 1) / (self.pairs + 2), (self.lost + 1) / (self.pairs + 2)
            spread = sqrt(up + down - (up - down) ** 2)
        return int(min(MAX_NEEDED, max(FEWEST, ceil((2 * z_of(self.level) * spread / width) ** 2))))

    @property
    def pairs_to_settle(self) -> int | None:
        """The pairs for which a difference as large as this one would be clear; None for no difference at all."""
        return self.pairs_needed(2 * abs(self.shift)) if self.shift else None

    def to_json(self) -> dict[str, Any]:
        """Return the difference as plain values."""
        derived = {
            "times_fewer": self.times_fewer, "saved": self.saved, "clear": self.is_clear,
            "pairs_to_settle": self.pairs_to_settle,
        }  # fmt: skip
        return {**vars(self), **derived}


def difference(base: Any, other: Any, *, level: float = LEVEL) -> Difference:
    """Compare one number per run, pair by pair.

    Args:
        base, other: float arrays of equal length, entry i of both on the same luck. NaN where it cannot be
            said (a run that failed, a time that never came): that pair is left out.
        level: 0-1, how sure the interval is.
    Raises:
        ValueError: arrays of unequal length, or a level outside 0-1.
        DualpowerError: E812, fewer than two pairs.
    """
    a, b = np.asarray(base, dtype=float), np.asarray(other, dtype=float)
    if a.shape != b.shape or a.ndim != 1:
        raise ValueError(f"a pair has two sides: {a.shape} and {b.shape}")
    both = np.isfinite(a) & np.isfinite(b)
    a, b = a[both], b[both]
    n = len(a)
    if n < FEWEST:
        cure = "ask for more runs, or for something that happens"
        raise DualpowerError("E812", f"{n} pairs in which both are known say nothing", cure)
    gap = b - a
    gained, lost = int(np.count_nonzero(gap > 0)), int(np.count_nonzero(gap < 0))
    shift, paired = float(gap.mean()), float(gap.std(ddof=1))
    is_share = bool(np.isin(a, (0.0, 1.0)).all() and np.isin(b, (0.0, 1.0)).all())
    low, high = tango(gained, lost, n, level=level) if is_share else student(shift, paired, n, level=level)
    unpaired = sqrt(float(a.var(ddof=1)) + float(b.var(ddof=1)))
    kind = "share" if is_share else "number"
    return Difference(
        n, float(a.mean()), float(b.mean()), shift, low, high, level, gained, lost, paired, unpaired, kind
    )


def student(mean: float, sd: float, pairs: int, *, level: float = LEVEL) -> tuple[float, float]:
    """Return Student's interval of a mean over pairs; a point where nothing varies."""
    half = _student_quantile(0.5 + level / 2, pairs - 1) * sd / sqrt(pairs)
    return mean - half, mean + half


def _student_quantile(p: float, freedom: int) -> float:
    """Return Student's quantile by the expansion of Cornish and Fisher (to 1e-3 from 3 degrees of freedom on)."""
    z = NormalDist().inv_cdf(p)
    if freedom == 1:
        from math import pi, tan

        return tan(pi * (p - 0.5))
    if freedom == 2:
        return (2 * p - 1) * sqrt(2 / (4 * p * (1 - p)))
    n = float(freedom)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    )
    return z + sum(term / n**power for power, term in enumerate(terms, start=1))


def tango(gained: int, lost: int, pairs: int, *, level: float = LEVEL) -> tuple[float, float]:
    """Return Tango's score interval (-1 to 1) of the difference of two shares over pairs.

    Args:
        gained: pairs in which the alternative has it and the base has not.
        lost: pairs the other way round.
        pairs: all pairs.
    Raises:
        ValueError: counts that do not fit.
    """
    if gained < 0 or lost < 0 or gained + lost > pairs or pairs < 1:
        raise ValueError(f"{gained} gained and {lost} lost do not fit {pairs} pairs")
    z = z_of(level)
    middle = (gained - lost) / pairs

    def score(shift: float) -> float:
        return _tango_score(gained, lost, pairs, shift)

    return _crossing(score, z, -1.0, middle), _crossing(score, -z, middle, 1.0)


def _tango_score(gained: int, lost: int, n: int, shift: float) -> float:
    """Return how many standard errors the pairs lie above a supposed difference."""
    b = -(gained + lost) + (2 * n - gained + lost) * shift
    c = -lost * shift * (1 - shift)
    share_lost = (sqrt(max(0.0, b * b - 8 * n * c)) - b) / (4 * n)  # the likeliest, if the shift were true
    variance = n * (2 * share_lost + shift * (1 - shift))
    gap = gained - lost - n * shift
    if variance <= 1e-12:
        return 0.0 if abs(gap) < 1e-9 else float("inf") * (1 if gap > 0 else -1)
    return float(gap / sqrt(variance))


def _crossing(score: Callable[[float], float], wanted: float, low: float, high: float) -> float:
    """Return where the score, which falls as the shift grows, meets the value wanted."""
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if score(middle) > wanted else (low, middle)
    return (low + high) / 2


@dataclass(frozen=True)
class Unchanged:
    """How many pairs are one and the same history to the last event, with Wilson's interval of the share."""

    same: int
    pairs: int
    share: float
    low: float
    high: float


def unchanged(base: Runs, other: Runs, *, level: float = LEVEL) -> Unchanged:
    """Count the pairs whose logs do not differ in a single event, cause or number. Failed runs are left out.

    Raises:
        ValueError: the arms have other runs.
        DualpowerError: E812, no pair came to its end.
    """
    both = matched(base, other)
    pairs = int(np.count_nonzero(both))
    if not pairs:
        raise DualpowerError("E812", "no pair of runs came to its end", "look at one with dualpower tell")
    same = int(np.count_nonzero((base.log == other.log) & both))
    low, high = wilson(same, pairs, level=level)
    return Unchanged(same, pairs, same / pairs, low, high)


def matched(base: Runs, other: Runs) -> np.ndarray:
    """Return bool per pair: both came to their end. Raises ValueError where the arms have other runs."""
    if not np.array_equal(base.number, other.number):
        raise ValueError(f"{base.name} and {other.name} are not of the same runs")
    return np.asarray(base.ended & other.ended)


def strangers(base: Any, other: Any, *, level: float = LEVEL) -> Difference:
    """Compare two shares of runs that have no luck in common.

    Args:
        base, other: float arrays of 0 and 1, of any two lengths; NaN (a run that failed) is left out.
        level: 0-1, how sure the interval is.
    Raises:
        DualpowerError: E812, fewer than two runs on a side.
    """
    a, b = (np.asarray(side, dtype=float) for side in (base, other))
    a, b = a[~np.isnan(a)], b[~np.isnan(b)]
    if min(len(a), len(b)) < FEWEST:
        raise DualpowerError("E812", "fewer than two histories on one side say nothing", "run more of them")
    p, q = float(a.mean()), float(b.mean())
    (low_a, high_a), (low_b, high_b) = (wilson(int(x.sum()), len(x), level=level) for x in (a, b))
    low = q - p - sqrt((q - low_b) ** 2 + (high_a - p) ** 2)
    high = q - p + sqrt((high_b - q) ** 2 + (p - low_a) ** 2)
    spread = sqrt(p * (1 - p) + q * (1 - q))
    return Difference(0, p, q, q - p, low, high, level, 0, 0, spread, spread, "share")


def distribution_shift(base: Runs, other: Runs, *, seed: int = 0) -> tuple[float, float]:
    """Return how far the outcomes as a whole are moved, and how easily luck alone would move them so far.

    The first is the total variation between the shares of the outcomes (0-1). The second is the share of 999
    random swaps of the two sides of each pair (and the pairs as they are) that move them as far or farther.
    """
    both = matched(base, other)
    kinds, total = len(base.outcomes), int(np.count_nonzero(both))
    changed = both & (base.outcome != other.outcome)
    before, after = base.outcome[changed], other.outcome[changed]
    if not total or not len(before):
        return 0.0, 1.0
    step = np.zeros((len(before), kinds))
    step[np.arange(len(before)), after] += 1
    step[np.arange(len(before)), before] -= 1
    distance = float(np.abs(step.sum(axis=0)).sum() / 2)
    signs = np.random.default_rng(seed).choice((-1.0, 1.0), size=(SWAPS, len(before)))
    swapped = np.abs(signs @ step).sum(axis=1) / 2
    return distance / total, float((1 + np.count_nonzero(swapped >= distance - 1e-9)) / (1 + SWAPS))
