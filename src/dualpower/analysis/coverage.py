"""Is the fit as sure as it may be? Simulation-based calibration on the bank itself.

A history of the bank is taken for the record, its own parameters being the truth, and fitted with all the
others. Over many such truths the rank of the truth among the draws must be even, and an interval of 90 %
must hold it in 90 % of cases. That checks the method where the model is right; where the model is wrong,
as every model is, nothing vouches that the same intervals hold the truth, if there is one.

Rests on: Talts, Betancourt, Simpson, Vehtari and Gelman 2018; Cook, Gelman and Rubin 2006.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from dualpower.analysis.inference import Emulator, Method, infer

LEVELS = (0.5, 0.8, 0.9, 0.95)
BINS = 10
TRUTHS = 300


@dataclass(frozen=True)
class Coverage:
    """Where truths fell among their posteriors.

    places   float [t, P], the share of the posterior below each truth (ties cut at random)
    shrunk   float [t, P], variance of the posterior over that of the prior
    """

    places: np.ndarray
    shrunk: np.ndarray

    def share(self, level: float) -> np.ndarray:
        """Return per parameter how often the central interval of this level held the truth."""
        return np.asarray((np.abs(self.places - 0.5) <= level / 2).mean(axis=0))

    def overall(self) -> dict[str, float]:
        """Return the same over all parameters together, by level in percent."""
        return {f"{100 * level:g}": float(self.share(level).mean()) for level in LEVELS}

    def halves(self) -> dict[str, float]:
        """Return the half-widths of 95 % intervals of ``overall``, truths counting as independent of each other."""
        out = {}
        for level in LEVELS:
            held = (np.abs(self.places - 0.5) <= level / 2).mean(axis=1)  # one number a truth
            out[f"{100 * level:g}"] = float(1.96 * held.std(ddof=1) / np.sqrt(len(held)))
        return out

    def histogram(self, parameter: int | None = None) -> list[int]:
        """Return how many truths fell into each tenth of their posterior (of all parameters where none is given)."""
        places = self.places if parameter is None else self.places[:, parameter]
        return [int(n) for n in np.histogram(places, bins=BINS, range=(0, 1))[0]]

    def unevenness(self, parameter: int) -> float:
        """Return chi-square of a parameter's histogram against an even one, over its 9 degrees of freedom."""
        seen = np.array(self.histogram(parameter), dtype=float)
        even = seen.sum() / BINS
        return float(((seen - even) ** 2 / even).sum() / (BINS - 1))


def cover(
    deviates: np.ndarray,
    values: np.ndarray,
    error: np.ndarray,
    *,
    truths: int,
    method: Method,
    seed: int,
    groups: Sequence[str] | None = None,
    within: Callable[[np.ndarray], np.ndarray] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Coverage:
    """Fit `truths` histories of the bank, each left out of its own fit.

    The emulator of history matching sees all histories: of thousands, one moves it by nothing that shows.
    """
    rng = np.random.default_rng([seed, 0x5BC])
    chosen = rng.permutation(len(deviates))[:truths]
    emulator = Emulator(deviates, values)
    places, shrunk = np.empty((len(chosen), deviates.shape[1])), np.empty((len(chosen), deviates.shape[1]))
    for at, row in enumerate(chosen):
        found = infer(
            deviates, values, values[row], error, method=method, emulator=emulator, leave_out=int(row), groups=groups,
            within=within,
        )  # fmt: skip
        below = found.weights @ (found.deviates < deviates[row])
        same = found.weights @ (found.deviates == deviates[row])
        places[at] = np.clip(below + rng.random(len(below)) * same, 0.0, 1.0)
        shrunk[at] = found.moments()[1] ** 2  # the priors' variance is 1
        if progress is not None:
            progress(at + 1)
    return Coverage(places, shrunk)
