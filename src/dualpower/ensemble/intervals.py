"""How sure a counted share is.

A share counted over n histories is an estimate. Its interval is Wilson's score interval: it stays
inside 0-1, and it is honest at the edges, where nothing (or everything) was seen to happen.

Rests on: E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
Journal of the American Statistical Association 22 (1927), 209-212.
"""

from __future__ import annotations

from math import sqrt

METHOD = "Wilson score interval"


def wilson(count: int, total: int, *, level: float = 0.95) -> tuple[float, float]:
    """Return (low, high), shares 0-1, for `count` of `total` histories; (0, 1) when total is 0.

    Raises:
        ValueError: count outside 0..total, or level outside 0..1.
    """
    if not 0 <= count <= total:
        raise ValueError(f"a count of {count} does not fit a total of {total}")
    if not 0.0 < level < 1.0:
        raise ValueError(f"a level of {level} is not between 0 and 1")
    if total == 0:
        return 0.0, 1.0
    from statistics import NormalDist

    z = NormalDist().inv_cdf(0.5 + level / 2.0)
    share = count / total
    middle = share + z * z / (2 * total)
    half = z * sqrt(share * (1.0 - share) / total + z * z / (4.0 * total * total))
    scale = 1.0 + z * z / total
    # Rounding may leave 1e-17 where the exact answer is 0 or 1.
    low = 0.0 if count == 0 else (middle - half) / scale
    high = 1.0 if count == total else (middle + half) / scale
    return low, high
