"""Scores of a forecast that is a bundle of histories, not a number.

All are losses except Kendall's tau: smaller is better, 0 is perfect.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import erf, exp, log, pi, sqrt

import numpy as np

Floats = Sequence[float] | np.ndarray


def crps(sample: Floats, observed: float) -> float:
    """Return the continuous ranked probability score of a sample against one observed value.

    It is the mean distance to the observed value less half the mean distance within the sample,
    in the unit of the sample. An empty sample has no score (NaN).
    """
    values = np.sort(np.asarray(sample, dtype=float))
    n = values.size
    if n == 0:
        return float("nan")
    ranks = 2 * np.arange(1, n + 1) - n - 1
    within = 2.0 * float((ranks * values).sum()) / (n * n)
    return float(np.abs(values - observed).mean()) - within / 2


def crps_uniform(low: float, high: float, observed: float) -> float:
    """Return the CRPS of a forecast spread evenly from low to high: somebody who knows nothing."""
    span = high - low
    if span <= 0:
        return abs(observed - low)
    at = min(max((observed - low) / span, 0.0), 1.0)
    outside = max(low - observed, 0.0, observed - high)
    return outside + span * (at**3 + (1 - at) ** 3) / 3


def crps_normal(mean: float, sd: float, observed: float) -> float:
    """Return the CRPS of a normal forecast, in the unit of the mean."""
    z = (observed - mean) / sd
    below = (1 + erf(z / sqrt(2))) / 2
    density = exp(-z * z / 2) / sqrt(2 * pi)
    return sd * (z * (2 * below - 1) + 2 * density - 1 / sqrt(pi))


def brier(share: float, happened: float) -> float:
    """Return the squared distance between a forecast share (0-1) and what happened (0-1)."""
    return (share - happened) ** 2


def log_score(share: float) -> float:
    """Return minus the logarithm of the chance given to what happened (infinite for 0)."""
    return float("inf") if share <= 0 else -log(share)


def kendall_tau(first: Floats, second: Floats) -> float:
    """Return Kendall's tau-b of two rankings, ties allowed; NaN when one ranking is all ties."""
    a, b = np.asarray(first, dtype=float), np.asarray(second, dtype=float)
    upper = np.triu_indices(a.size, 1)
    da = np.sign(np.subtract.outer(a, a))[upper]
    db = np.sign(np.subtract.outer(b, b))[upper]
    untied = float(np.count_nonzero(da)) * float(np.count_nonzero(db))
    return float("nan") if untied == 0 else float((da * db).sum()) / sqrt(untied)


def skill(loss: float, reference: float) -> float | None:
    """Return the share of a reference's loss that a forecast saves (1 perfect, 0 no better).

    None where the comparison says nothing: a loss is missing, or the reference is already perfect.
    """
    if not (np.isfinite(loss) and np.isfinite(reference)) or reference <= 0:
        return None
    return float(1 - loss / reference)
