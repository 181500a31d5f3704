"""From a bank of prior histories to the parameters that the record leaves plausible.

Two steps. *History matching*: for each number an emulator (a quadratic in the parameters) says what it is on
average and how much luck and lack of fit scatter it. Parameters are dropped of which three numbers are
expected three or more standard deviations from the record, counting what is uncertain in the record, in the
emulator and in the model; three and not one, for with fifty numbers one is often far by luck, and one that
the model gets wrong must not rule for all. Each group of numbers (those of one scenario) has its own three.
*Regression ABC*: among the rest, the histories most like the record are kept, "like" meaning that the same
parameters would be guessed from them; and each kept parameter is moved along the local line by which its
guess differs from the record's.

Rests on: Craig, Goldstein, Seheult and Smith 1997 (implausibility); Vernon, Goldstein and Bower 2010 (its
second and third maximum); McCulloch, Ge, Ward, Heppenstall,
Polhill and Malleson 2022 (the pair of steps, for agents); Fearnhead and Prangle 2012 (guesses as summaries);
Beaumont, Zhang and Balding 2002 (local-linear adjustment).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

IMPLAUSIBLE = 3.0
WORST = 3  # the number of a row that decides, counted from the worst
MODEL_ERROR = 0.1  # sd of the model itself, of a number's reference: assumed, no model is righter than that
SHARE_KEPT = 0.2
LEAST_KEPT = 100  # with fewer, a line in 21 directions is drawn through nothing
EDGE = 0.005  # the record is not looked for beyond this share of the guesses at either end
STIFFNESS = 2.0  # of the ridge, in standard errors: directions that the histories do not tell apart stay put


@dataclass(frozen=True)
class Method:
    """How it is done; goes into the provenance of what is found."""

    implausible: float = IMPLAUSIBLE
    worst: int = WORST
    model_error: float = MODEL_ERROR
    share_kept: float = SHARE_KEPT
    least_kept: int = LEAST_KEPT


@dataclass(frozen=True)
class Posterior:
    """What the record leaves of the parameters.

    deviates      float [k, P], adjusted (see scales.py)
    weights       float [k], sum 1
    plausible     how many rows of the bank history matching left
    kept          how many of them were kept as most like the record
    implausible   names of numbers that no parameter makes plausible: they matched nothing and were set aside
    clipped       directions in which the record lies beyond the histories and was brought to their edge
    dropped       how many of the kept were moved out of the part of the priors that the bank was drawn from
    """

    deviates: np.ndarray
    weights: np.ndarray
    plausible: int
    kept: int
    implausible: tuple[int, ...] = ()
    clipped: tuple[int, ...] = field(default=())
    dropped: int = 0

    def draw(self, count: int, rng: np.random.Generator) -> np.ndarray:
        """Return `count` draws of equal weight, float [count, P] of deviates, in a random order."""
        places = (rng.random() + np.arange(count)) / count
        rows = np.searchsorted(np.cumsum(self.weights), places).clip(max=len(self.weights) - 1)
        return np.asarray(self.deviates[rng.permutation(rows)])

    def moments(self) -> tuple[np.ndarray, np.ndarray]:
        """Return mean and standard deviation of each parameter's deviate (0 and 1 before the record)."""
        mean = self.weights @ self.deviates
        return mean, np.sqrt(self.weights @ (self.deviates - mean) ** 2)


class Emulator:
    """What each number is on average at any parameters, and how far single histories scatter about that."""

    def __init__(self, deviates: np.ndarray, values: np.ndarray) -> None:
        self._basis = _basis(deviates)
        self._beta = _ridge(self._basis, values, np.ones(len(values)))
        self.mean = self._basis @ self._beta
        self.spread = np.sqrt(((values - self.mean) ** 2).mean(axis=0))
        # how far the mean itself may be off, on the average over the bank
        self.error = self.spread * np.sqrt(self._basis.shape[1] / max(len(values), 1))

    def at(self, deviates: np.ndarray) -> np.ndarray:
        """Return what each number is on average at other parameters, float [n, d]."""
        return np.asarray(_basis(deviates) @ self._beta)

    def implausibility(self, record: np.ndarray, error: np.ndarray, model_error: float) -> np.ndarray:
        """Return |expected - record| over its standard deviation, float [n, d]."""
        return np.asarray(np.abs(self.mean - record) / np.sqrt(self.spread**2 + error**2 + model_error**2))


def _basis(deviates: np.ndarray) -> np.ndarray:
    return np.concatenate([np.ones((len(deviates), 1)), deviates, deviates**2 - 1], axis=1)


def _ridge(basis: np.ndarray, targets: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Return coefficients of a weighted ridge regression; the first column (a constant) is not held back."""
    weighted = basis * weights[:, None]
    gram = weighted.T @ basis
    hold = np.full(len(gram), STIFFNESS**2)
    hold[0] = 1e-9
    return np.asarray(np.linalg.solve(gram + np.diag(hold), weighted.T @ targets))


def match(
    emulator: Emulator, record: np.ndarray, error: np.ndarray, method: Method, groups: Sequence[str] | None = None
) -> tuple[np.ndarray, tuple[int, ...]]:
    """Return each row's implausibility (that of the third-worst number of its worst group), and the numbers set aside.

    Set aside is a number that by itself leaves no row plausible.

    Args:
        groups: the group of each number; one group where none are given.
    """
    each = emulator.implausibility(record, error, method.model_error)
    hopeless = (each > method.implausible).all(axis=0)
    names = np.array(groups if groups is not None else [""] * each.shape[1])
    decides = np.zeros(len(each))
    for name in dict.fromkeys(names[~hopeless].tolist()):
        rest = each[:, ~hopeless & (names == name)]
        worst = min(method.worst, rest.shape[1])
        decides = np.maximum(decides, np.partition(rest, rest.shape[1] - worst, axis=1)[:, -worst])
    return decides, tuple(np.flatnonzero(hopeless).tolist())


def infer(
    deviates: np.ndarray,
    values: np.ndarray,
    record: np.ndarray,
    error: np.ndarray,
    *,
    method: Method,
    emulator: Emulator | None = None,
    leave_out: int | None = None,
    groups: Sequence[str] | None = None,
    within: Callable[[np.ndarray], np.ndarray] | None = None,
) -> Posterior:
    """Return the parameters that the record leaves.

    Args:
        deviates: float [n, P], the parameters of each history of the bank.
        values: float [n, d], its numbers.
        record, error: float [d], the record and its own uncertainty.
        emulator: one made before of the same bank.
        leave_out: a row that is not used.
        groups: the group of each number (see ``match``).
        within: bool per row of deviates, where the bank was drawn from a part of the priors only: draws that the
            adjustment moves out of it are dropped.
    Where fewer rows are plausible than can be worked with, the least implausible are taken (``plausible`` tells).
    """
    emulator = emulator or Emulator(deviates, values)
    how_far, hopeless = match(emulator, record, error, method, groups)
    if leave_out is not None:
        how_far[leave_out] = np.inf
    few = np.partition(how_far, min(method.least_kept, len(how_far)) - 1)[min(method.least_kept, len(how_far)) - 1]
    count = int((how_far <= method.implausible).sum())
    plausible = (how_far <= max(method.implausible, few)) & np.isfinite(how_far)
    z, s, target = deviates[plausible], values[plausible], record.copy()
    middle, width = s.mean(axis=0), s.std(axis=0)
    use = width > 1e-12
    use[list(hopeless)] = False
    s = (s[:, use] - middle[use]) / width[use]
    target = (target[use] - middle[use]) / width[use]
    guess = _ridge(np.column_stack([np.ones(len(s)), s]), z, np.ones(len(s)))
    guesses, wanted = s @ guess[1:], target @ guess[1:]
    low, high = np.quantile(guesses, [EDGE, 1 - EDGE], axis=0)
    brought = np.clip(wanted, low, high)
    weights, kept = _nearest(guesses - brought, method)
    away = (guesses - brought)[kept]
    # along a direction that was hardly guessed at all nothing is moved
    line = _ridge(np.column_stack([np.ones(len(away)), _unit(away)]), z[kept], weights)
    adjusted = z[kept] - _unit(away) @ line[1:]
    clipped = tuple(np.flatnonzero(brought != wanted).tolist())
    stays = np.ones(len(kept), bool) if within is None else within(adjusted)
    if stays.any():
        adjusted, weights = adjusted[stays], weights[stays]
    dropped = len(kept) - len(adjusted)
    return Posterior(adjusted, weights / weights.sum(), count, len(kept), hopeless, clipped, dropped)


def _unit(away: np.ndarray) -> np.ndarray:
    """Return distances in units of their own spread, which a ridge can treat alike."""
    return np.asarray(away / np.maximum(away.std(axis=0), 1e-12))


def _nearest(away: np.ndarray, method: Method) -> tuple[np.ndarray, np.ndarray]:
    """Return Epanechnikov weights of the nearest rows, and their places."""
    distance = np.sqrt((away**2).sum(axis=1))
    count = min(len(distance), max(method.least_kept, int(method.share_kept * len(distance))))
    kept = np.sort(np.argsort(distance, kind="stable")[:count])
    reach = max(float(distance[kept].max()), 1e-12) * (1 + 1e-9)
    return 1 - (distance[kept] / reach) ** 2, kept
