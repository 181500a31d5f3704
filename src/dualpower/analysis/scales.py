"""The universal parameters on one scale, on which every prior is the same bell.

A lognormal, an even and a cut normal prior cannot be moved by one rule: an adjustment that is right for one
leaves the range of another. Each value is therefore read as its place in its prior and written as the
standard normal deviate of that place. Zero is the prior's median, one is one standard deviation up; what
comes back is always within the prior's range.
"""

from __future__ import annotations

from functools import cache
from statistics import NormalDist

import numpy as np

from dualpower.engine.params import PARAMS, PRIOR_LOGNORMAL, PRIOR_NORMAL, PRIOR_UNIFORM

FAR = 5.0  # deviates beyond this are not told apart: one prior draw in three million
FINE = 20_001  # steps of the table between -FAR and FAR


@cache
def _table() -> tuple[np.ndarray, np.ndarray]:
    """Return deviates in rising order, and the share of a standard normal below each."""
    z = np.linspace(-FAR, FAR, FINE)
    normal = NormalDist()
    return z, np.array([normal.cdf(float(x)) for x in z])


def share_below(z: np.ndarray) -> np.ndarray:
    """Return the share (0-1) of a standard normal below each deviate."""
    at, below = _table()
    return np.interp(z, at, below)


def deviate(share: np.ndarray) -> np.ndarray:
    """Return the standard normal deviate of each share (0-1), cut to -5..5."""
    at, below = _table()
    return np.interp(share, below, at)


def _beta43_below(x: np.ndarray) -> np.ndarray:
    """Return the share of Beta(4, 3) below x: at least four of six even draws are below it."""
    return 15 * x**4 * (1 - x) ** 2 + 6 * x**5 * (1 - x) + x**6


def to_deviates(params: np.ndarray) -> np.ndarray:
    """Return float [n, P] of deviates for rows of parameter values."""
    out = np.empty_like(params, dtype=float)
    for i, row in enumerate(PARAMS):
        x = params[:, i]
        if row.kind == PRIOR_LOGNORMAL:
            out[:, i] = np.log(np.maximum(x, 1e-300) / row.a) / row.b
        elif row.kind == PRIOR_NORMAL:
            out[:, i] = (x - row.a) / row.b
        elif row.kind == PRIOR_UNIFORM:
            out[:, i] = deviate((x - row.a) / (row.b - row.a))
        else:
            out[:, i] = deviate(_beta43_below(np.clip(x, 0.0, 1.0)))
    return np.clip(out, -FAR, FAR)


def to_params(deviates: np.ndarray) -> np.ndarray:
    """Return float [n, P] of parameter values for rows of deviates, each within its prior's hard range."""
    z = np.clip(deviates, -FAR, FAR)
    out = np.empty_like(z, dtype=float)
    for i, row in enumerate(PARAMS):
        if row.kind == PRIOR_LOGNORMAL:
            x = row.a * np.exp(row.b * z[:, i])
        elif row.kind == PRIOR_NORMAL:
            x = row.a + row.b * z[:, i]
        elif row.kind == PRIOR_UNIFORM:
            x = row.a + (row.b - row.a) * share_below(z[:, i])
        else:
            grid = np.linspace(0.0, 1.0, FINE)
            x = np.interp(share_below(z[:, i]), _beta43_below(grid), grid)
        out[:, i] = np.clip(x, row.low, row.high)
    return out
