"""What a choice was worth: how far it moved the outcome, how far it was necessary and sufficient.

Each history is lived twice on the same luck, once with the choice and once without it. Four counts say
all: it came out so in both, only with the choice, only without it, in neither. From them follow

    shift        share without the choice less share with it: what undoing it does
    necessity    of the histories that came out so with the choice, the share that would not have without it
    sufficiency  of the histories that did not come out so without it, the share that would have with it

These rest on the pairing: the same men with the same luck. Who doubts that two worlds can share their luck
has the limits of J. Tian and J. Pearl instead: from the two shares alone, whatever the pairing, necessity
and sufficiency lie between them. The choice here is drawn by its own luck, apart from everything else, so
the limits need no further assumption.

Rests on: J. Tian, J. Pearl, "Probabilities of causation: bounds and identification", Annals of Mathematics
and Artificial Intelligence 28 (2000), 287-313.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import comb, sqrt
from statistics import NormalDist
from typing import Any

from dualpower.analysis.pairs import LEVEL, tango
from dualpower.ensemble.intervals import wilson

NAN = float("nan")
Rule = Callable[[float, float], tuple[float, float]]


@dataclass(frozen=True)
class Counts:
    """Pairs of histories by how they came out.

    both, only_with, only_without, neither   pairs in which the choice came up
    unasked, unasked_so                      histories in which it never came up, and those of them that came out so
    """

    both: int
    only_with: int
    only_without: int
    neither: int
    unasked: int = 0
    unasked_so: int = 0

    @property
    def asked(self) -> int:
        """Pairs in which the choice came up."""
        return self.both + self.only_with + self.only_without + self.neither

    @property
    def pairs(self) -> int:
        """All pairs; where the choice never came up the two histories are one and the same."""
        return self.asked + self.unasked

    @property
    def differ(self) -> int:
        """Pairs that came out differently."""
        return self.only_with + self.only_without

    @property
    def with_it(self) -> float:
        """Share of all histories that come out so with the choice, 0-1."""
        return _share(self.both + self.only_with + self.unasked_so, self.pairs)

    @property
    def without_it(self) -> float:
        """Share of all histories that come out so without the choice, 0-1."""
        return _share(self.both + self.only_without + self.unasked_so, self.pairs)


@dataclass(frozen=True)
class Measure:
    """One number with its interval, and the limits that hold whatever the pairing (NaN: nothing to say).

    ``outer`` are the limits once more, with what is not known of the two shares.
    """

    value: float
    low: float
    high: float
    limits: tuple[float, float]
    outer: tuple[float, float]

    def to_json(self) -> dict[str, Any]:
        """Return the number, its interval, the limits, and the limits with the doubt of both shares in them."""
        return {
            "value": self.value,
            "low": self.low,
            "high": self.high,
            "bounds": list(self.limits),
            "bounds_outer": list(self.outer),
        }


def shift(counts: Counts, *, level: float = LEVEL) -> tuple[float, float, float]:
    """Return (shift, low, high), each -1 to 1: the share without the choice less the share with it.

    The interval is Tango's, over all pairs: honest where few pairs differ, or none.
    """
    if not counts.pairs:
        return NAN, -1.0, 1.0
    low, high = tango(counts.only_without, counts.only_with, counts.pairs, level=level)
    return (counts.only_without - counts.only_with) / counts.pairs, low, high


def necessity(counts: Counts, *, level: float = LEVEL) -> Measure:
    """Return how far the choice was necessary, over the histories in which it came up."""
    so = counts.both + counts.only_with
    low, high = wilson(counts.only_with, so, level=level)
    return Measure(_share(counts.only_with, so), low, high, *_limits(counts, necessity_limits, level))


def sufficiency(counts: Counts, *, level: float = LEVEL) -> Measure:
    """Return how far the choice was sufficient, over the histories in which it came up."""
    otherwise = counts.only_with + counts.neither
    low, high = wilson(counts.only_with, otherwise, level=level)
    return Measure(_share(counts.only_with, otherwise), low, high, *_limits(counts, sufficiency_limits, level))


def necessity_limits(with_it: float, without_it: float) -> tuple[float, float]:
    """Return (least, most) of necessity from the two shares alone; (0, 1) when it never comes out so with it."""
    if with_it <= 0:
        return 0.0, 1.0
    return max(0.0, (with_it - without_it) / with_it), min(1.0, (1 - without_it) / with_it)


def sufficiency_limits(with_it: float, without_it: float) -> tuple[float, float]:
    """Return (least, most) of sufficiency from the two shares alone; (0, 1) when it always comes out so anyway."""
    if without_it >= 1:
        return 0.0, 1.0
    return max(0.0, (with_it - without_it) / (1 - without_it)), min(1.0, with_it / (1 - without_it))


def both_limits(with_it: float, without_it: float) -> tuple[float, float]:
    """Return (least, most) of being necessary and sufficient at once, from the two shares alone."""
    return max(0.0, with_it - without_it), min(with_it, 1 - without_it)


def _limits(counts: Counts, rule: Rule, level: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the limits at the shares as counted, and limits wide enough for what is not known of the shares.

    Each share is taken at either end of an interval of half the doubt; a rule is monotone in each share,
    so the corners are the extremes.
    """
    if not counts.asked:
        return (0.0, 1.0), (0.0, 1.0)
    so_with, so_without = counts.both + counts.only_with, counts.both + counts.only_without
    sure = 0.5 + level / 2
    corners = [
        rule(p, q)
        for p in wilson(so_with, counts.asked, level=sure)
        for q in wilson(so_without, counts.asked, level=sure)
    ]
    outer = min(least for least, _ in corners), max(most for _, most in corners)
    return rule(so_with / counts.asked, so_without / counts.asked), outer


def chance_of_no_effect(counts: Counts) -> float:
    """Return how often pairs would differ so one-sidedly if the choice moved nothing (exact sign test, 0-1)."""
    return sign_test(counts.only_with, counts.only_without)


def sign_test(one: int, other: int) -> float:
    """Return the two-sided chance of a split at least so uneven when both sides are equally likely."""
    total, less = one + other, min(one, other)
    if total > 1_000:  # the sum of so many terms is a normal's tail to four places
        return min(1.0, 2 * NormalDist().cdf((2 * less + 1 - total) / sqrt(total)))
    tail = sum(comb(total, k) for k in range(less + 1))
    return min(1.0, 2 * tail / 2**total)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else NAN
