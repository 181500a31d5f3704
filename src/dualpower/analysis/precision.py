"""How sure a share is, and how many histories are enough.

A share counted over runs is uncertain because the runs are few. The interval is Wilson's: it
stays inside 0-1 and is honest for shares near the ends, where the usual plus-or-minus is not.
"""

from __future__ import annotations

from math import ceil, sqrt
from statistics import NormalDist

from dualpower.ensemble.intervals import wilson

__all__ = ["runs_needed", "width", "wilson"]


def _z(level: float) -> float:
    if not 0 < level < 1:
        raise ValueError(f"the level of an interval is a share between 0 and 1, not {level}")
    return NormalDist().inv_cdf(0.5 + level / 2)


def width(share: float, runs: int, level: float = 0.95) -> float:
    """Return the expected width (0-1) of Wilson's interval for a share over so many runs."""
    z = _z(level)
    spread = z * z / runs
    return 2 * z / (1 + spread) * sqrt(share * (1 - share) / runs + spread / (4 * runs))


def runs_needed(share: float, width_wanted: float, level: float = 0.95) -> int:
    """Return the fewest runs for which the interval of a share is no wider than wanted.

    Args:
        share: the share expected, 0-1 (0.5 is the hardest case).
        width_wanted: whole width of the interval, 0-1 (0.04 is plus or minus two points).
        level: 0-1, how sure the interval is.
    Raises:
        ValueError: a share outside 0-1, a width outside 0-1.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share lies between 0 and 1, not {share}")
    if not 0 < width_wanted < 1:
        raise ValueError(f"the width of an interval lies between 0 and 1, not {width_wanted}")
    low, high = 1, 1
    while width(share, high, level) > width_wanted:
        low, high = high, high * 2
    while low < high:
        middle = (low + high) // 2
        if width(share, middle, level) > width_wanted:
            low = middle + 1
        else:
            high = middle
    return ceil(low)
