"""How much each coordinate of a cube matters to a function on it: Morris's screening, Sobol's shares.

Nothing here knows what the function is. Points are asked for in an order that only grows, so that what was
computed for a first look serves the next; the looks go on until the intervals are as narrow as asked.

Rests on: Morris 1991 (elementary effects), Campolongo, Cariboni and Saltelli 2007 (their mean size),
Sobol 2001, Saltelli et al. 2010 and Jansen 1999 (first-order and total indices); SALib computes them.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from dualpower.ensemble.intervals import wilson
from dualpower.errors import DualpowerError, optional

METHODS = ("morris", "sobol")
LEVEL = 0.95
LEVELS = 4  # of Morris's grid
STEP = LEVELS / (2 * (LEVELS - 1))  # how far a factor moves on it: two thirds of its range
FIRST = {"morris": 2, "sobol": 8}  # trajectories, or points of the base sequence, before the first look
ENOUGH = {"morris": 8, "sobol": 32}  # fewer cannot say how narrow an interval is
FIFTH = 0.2
BLOCKS = 8  # fewer say nothing of how sure their mean is
Model = Callable[[np.ndarray, int], np.ndarray]


@dataclass(frozen=True)
class Measured:
    """What was found of k factors over n points of their cube. Intervals are 95 %.

    effect, low, high   total index (Sobol), or mean size of the change over a step (Morris); per factor
    first, first_half   first-order index (Sobol); NaN for Morris
    shift           mean change over a step up, with its sign (Morris); NaN for Sobol
    ends            mean of the value in the lowest and in the highest fifth, float [k, 2]
    ends_half       half the width of their intervals, float [k, 2]; NaN where too few blocks reach there
    """

    effect: np.ndarray
    low: np.ndarray
    high: np.ndarray
    first: np.ndarray
    first_half: np.ndarray
    shift: np.ndarray
    ends: np.ndarray
    ends_half: np.ndarray
    values: np.ndarray
    is_narrow: bool

    @property
    def width(self) -> float:
        """The width of the widest interval of an effect."""
        return float((self.high - self.low).max())


def measure(
    model: Model, factors: int, *, method: str, runs: int, width: float, seed: int, scale: float | None = 1.0
) -> Measured:
    """Measure how much each of so many factors matters to a function on the unit cube.

    Args:
        model: given points (float [n, k], 0-1) and the number of the first of them, returns n values.
            It is asked for each point once, in order.
        factors: k.
        method: "morris" or "sobol".
        runs: at most so many points.
        width: stop when the widest interval of an effect is no wider.
        seed: of the design and of the bootstrap.
        scale: what a width of 1 means for Morris; None for the standard deviation of the values.
    Raises:
        DualpowerError: E832, too few points for a first look.
        MissingPackageError: E825, SALib is not installed.
    """
    optional("SALib", "analysis", "ranking factors")
    design, analyse = (_sobol_design, _sobol) if method == "sobol" else (_morris_design, _morris)
    points, values, rounds = np.empty((0, factors)), np.empty(0), FIRST[method]
    block = factors + (2 if method == "sobol" else 1)
    if runs < rounds * block:
        raise DualpowerError(
            "E832",
            f"{runs:,} {'history is' if runs == 1 else 'histories are'} too few for a first look at {factors} factors",
            f"give at least {rounds * block:,}, or group the evidence",
        )  # fmt: skip
    while True:
        wanted = design(factors, rounds, seed)
        fresh = wanted[len(points) :]
        values = np.concatenate([values, np.asarray(model(fresh, len(points)), dtype=float)])
        points = wanted
        found = analyse(points, values, seed)
        aim = width * (1.0 if method == "sobol" else scale if scale is not None else float(values.std()))
        narrow = found.width <= aim and rounds >= ENOUGH[method]
        more = 2 * rounds if method == "sobol" or rounds < ENOUGH[method] else rounds + ENOUGH[method]
        if narrow or (values.std() == 0 and rounds >= ENOUGH[method]) or more * block > runs:
            return _with_ends(found, points, values, block, narrow)
        rounds = more


def design_digest(method: str, factors: int, seed: int) -> str:
    """Return the SHA-256 of the first points of a design: another version of a package may draw others."""
    design = _sobol_design if method == "sobol" else _morris_design
    return hashlib.sha256(np.round(design(factors, FIRST[method], seed), 12).tobytes()).hexdigest()


def _salib(factors: int) -> dict[str, Any]:
    return {"num_vars": factors, "names": [str(i) for i in range(factors)], "bounds": [[0.0, 1.0]] * factors}


def _sobol_design(factors: int, rounds: int, seed: int) -> np.ndarray:
    """Return rounds x (k + 2) points; those of fewer rounds are the first of them."""
    from SALib.sample import sobol

    return np.asarray(sobol.sample(_salib(factors), rounds, calc_second_order=False, seed=seed))


def _morris_design(factors: int, rounds: int, seed: int) -> np.ndarray:
    """Return rounds x (k + 1) points, a trajectory each; those of fewer rounds are the first of them."""
    from SALib.sample import morris

    lots = [
        morris.sample(_salib(factors), FIRST["morris"], num_levels=LEVELS, seed=np.random.default_rng([seed, lot]))
        for lot in range(rounds // FIRST["morris"])
    ]
    return np.concatenate(lots)


def _sobol(points: np.ndarray, values: np.ndarray, seed: int) -> Measured:
    from SALib.analyze import sobol

    k = points.shape[1]
    if values.std() == 0:
        return _nothing(k, values)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)  # a resample in which nothing varies
        found = sobol.analyze(_salib(k), values, calc_second_order=False, conf_level=LEVEL, seed=seed)
    measured = _measured(found["ST"], found["ST_conf"], values, first=found["S1"], first_half=found["S1_conf"])
    if not _is_yes_or_no(values):
        return measured
    rows = values.reshape(-1, k + 2)
    pairs, spread = len(rows), 2 * rows[:, [0, -1]].var()
    if spread == 0:
        return measured
    # in so few pairs that never differ, some would yet: a resample of nothing does not know that
    limits = (
        np.array([wilson(int((rows[:, 0] != rows[:, 1 + i]).sum()), pairs, level=LEVEL) for i in range(k)]) / spread
    )
    return replace(measured, low=np.minimum(measured.low, limits[:, 0]), high=np.maximum(measured.high, limits[:, 1]))


def _morris(points: np.ndarray, values: np.ndarray, seed: int) -> Measured:
    from SALib.analyze import morris

    k = points.shape[1]
    found = morris.analyze(_salib(k), points, values, conf_level=LEVEL, num_levels=LEVELS, seed=seed)
    size, half, shift = (STEP * np.asarray(found[name], dtype=float) for name in ("mu_star", "mu_star_conf", "mu"))
    measured = _measured(size, half, values, shift=shift)
    if not _is_yes_or_no(values):
        return measured
    pairs = len(values) // (k + 1)
    limits = np.array([wilson(round(share * pairs), pairs, level=LEVEL) for share in size.tolist()])
    return replace(measured, low=limits[:, 0], high=limits[:, 1])


def _is_yes_or_no(values: np.ndarray) -> bool:
    """Say whether every value is 0 or 1: a change between two of them is counted, not measured."""
    return bool(np.isin(values, (0.0, 1.0)).all())


def _measured(
    effect: Any, half: Any, values: np.ndarray, *, first: Any = None, first_half: Any = None, shift: Any = None
) -> Measured:
    effect, half = np.asarray(effect, dtype=float), np.asarray(half, dtype=float)
    half = np.where(np.isfinite(half), half, np.inf)  # what could not be resampled is not known at all
    unknown, nowhere = np.full(len(effect), np.nan), np.full((len(effect), 2), np.nan)
    first, first_half, shift = (
        unknown if x is None else np.asarray(x, dtype=float) for x in (first, first_half, shift)
    )
    return Measured(
        effect, effect - half, effect + half, first, first_half, shift, nowhere, nowhere, values, is_narrow=False
    )


def _nothing(k: int, values: np.ndarray) -> Measured:
    zero = np.zeros(k)
    return _measured(zero, zero, values, first=zero, first_half=zero)


def _with_ends(found: Measured, points: np.ndarray, values: np.ndarray, block: int, narrow: bool) -> Measured:
    """Add where each factor's lowest and highest fifth lead; points of one block are counted as one."""
    z, k = 1.96, points.shape[1]
    ends, halves = np.full((k, 2), np.nan), np.full((k, 2), np.nan)
    for factor in range(k):
        for end, inside in enumerate((points[:, factor] < FIFTH, points[:, factor] > 1 - FIFTH)):
            count = inside.reshape(-1, block).sum(axis=1).astype(float)
            total = (values * inside).reshape(-1, block).sum(axis=1)
            if count.sum() > 0:
                mean = total.sum() / count.sum()
                ends[factor, end] = mean
                if (count > 0).sum() >= BLOCKS:
                    halves[factor, end] = z * np.sqrt(((total - mean * count) ** 2).sum()) / count.sum()
    return replace(found, ends=ends, ends_half=halves, is_narrow=narrow)
