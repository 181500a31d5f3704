"""Levers: quantities that could have been a little different, and how far one must pull them.

A lever is a number that the scenario or the parameter table holds only as a range. It is moved along its
own chances: at zero it stands in the middle of what is held possible, at one standard deviation it is as far
off as a normal variable would be, whatever the shape of its range. Its cost is minus the logarithm of the chance
of a value at least so far from the middle. The search is CMA-ES (package ``cma``).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from math import comb, exp, log, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np

from dualpower.compiler.names import key
from dualpower.engine import params as table
from dualpower.ensemble.arms import Arm, run_arm
from dualpower.errors import DualpowerError, near, optional

NORMAL = NormalDist()
FARTHEST = 3.5  # standard deviations
MIDDLE = NORMAL.inv_cdf(0.95)  # beyond lies the outer tenth
HISTORIES = 100  # on which a setting is tried
STRICT = 30.0  # cost of missing the chance wanted by a whole


@dataclass(frozen=True)
class Lever:
    """One quantity: its value at so many standard deviations, and the rows of facts it stands for (or none: then
    it is a universal parameter).
    """

    name: str
    at: Callable[[float], float]
    facts: tuple[tuple[int, float], ...] = ()  # row, and the part of the quantity that it stands for


def cost_at(z: float) -> float:
    """Return minus the logarithm of the chance of a value at least so many standard deviations from the middle."""
    return -log(max(2 * NORMAL.cdf(-abs(z)), 1e-300))


def find_levers(resolved: Any, problem: Any, names: Sequence[str]) -> list[Lever]:
    """Return the levers of these names: parameters by symbol, quantities by dotted path.

    Raises:
        DualpowerError: E824, no such quantity, or one without a range.
    """
    return [_lever(resolved, problem, name) for name in dict.fromkeys(names)]


def _lever(resolved: Any, problem: Any, name: str) -> Lever:
    rows = {row.symbol: row for row in table.PARAMS}
    if name in rows:
        return Lever(name, _of_parameter(rows[name]))
    spread = resolved.spreads.get(name)
    if spread is None:
        ranged = [path for path, one in resolved.spreads.items() if one.kind != "fixed"]
        raise DualpowerError("E824", f"no quantity is called {name!r}", near(name, [*rows, *ranged]))
    if spread.kind == "fixed":
        raise DualpowerError("E824", f"{name} is known: it has no range to move in", "widen its range in a variant")
    keys = np.asarray(problem.arrays["fact_key"])
    found = np.flatnonzero(keys == np.uint64(key("fact", name)))
    if not len(found):
        raise DualpowerError("E824", f"{name} is not drawn in this scenario", "name a quantity with a range")
    whole = spread.a or spread.b
    column = np.asarray(problem.arrays["fact_a" if spread.a else "fact_b"])
    return Lever(name, _of_spread(spread), tuple((int(row), float(column[row] / whole)) for row in found))


def _of_parameter(row: Any) -> Callable[[float], float]:
    def value(z: float) -> float:
        if row.kind == table.PRIOR_LOGNORMAL:
            drawn = row.a * exp(row.b * z)
        elif row.kind == table.PRIOR_UNIFORM:
            drawn = row.a + (row.b - row.a) * NORMAL.cdf(z)
        elif row.kind == table.PRIOR_NORMAL:
            drawn = row.a + row.b * z
        else:
            drawn = _beta43(NORMAL.cdf(z))
        return float(min(max(drawn, row.low), row.high))

    return value


def _beta43(chance: float) -> float:
    """Return the quantile of Beta(4, 3): the fourth smallest of six even draws lies below x with this chance."""
    low, high = 0.0, 1.0
    for _ in range(60):
        x = (low + high) / 2
        below = sum(comb(6, j) * x**j * (1 - x) ** (6 - j) for j in range(4, 7))
        low, high = (x, high) if below < chance else (low, x)
    return (low + high) / 2


def _of_spread(spread: Any) -> Callable[[float], float]:
    a, b, c = spread.a, spread.b, spread.c

    def value(z: float) -> float:
        if spread.kind == "normal":
            return float(a + b * z)
        u = NORMAL.cdf(z)
        if spread.kind == "uniform":
            return float(a + (b - a) * u)
        if u < (c - a) / (b - a):
            return float(a + sqrt(u * (b - a) * (c - a)))
        return float(b - sqrt((1 - u) * (b - a) * (b - c)))

    return value


def set_to(problem: Any, levers: Sequence[Lever], z: Sequence[float]) -> tuple[Any, dict[str, float]]:
    """Return the scenario with its quantities set, and the parameters to fix, for levers pulled so far."""
    fixed = {lever.name: lever.at(x) for lever, x in zip(levers, z, strict=True) if not lever.facts}
    moved = [(lever, lever.at(x)) for lever, x in zip(levers, z, strict=True) if lever.facts]
    if not moved:
        return problem, fixed
    arrays = dict(problem.arrays)
    kinds, values = np.array(arrays["fact_kind"]), np.array(arrays["fact_a"])
    for lever, value in moved:
        for row, part in lever.facts:
            bounds = float(arrays["fact_low"][row]), float(arrays["fact_high"][row])
            kinds[row], values[row] = 0, min(max(part * value, bounds[0]), bounds[1])
    arrays["fact_kind"], arrays["fact_a"] = kinds, values
    told = repr([(lever.name, value) for lever, value in moved])
    return replace(problem, arrays=arrays, digest=sha256(f"{problem.digest} {told}".encode()).hexdigest()), fixed


def pull(problem: Any, levers: list[Lever], bench: Any, changes: Any, *, seed: int) -> dict[str, Any]:
    """Return the cheapest setting of the levers that makes the outcome as likely as wanted, as plain values.

    The setting is searched on the first histories and judged on fresh ones. ``found`` says whether it holds.
    """
    cma = optional("cma", "search", "moving levers")
    tried = min(HISTORIES, bench.runs)
    # A lever stops just where enough is reached: a standard error more makes it hold on other histories too.
    aim = min(0.99, bench.chance + sqrt(bench.chance * (1 - bench.chance) / tried))
    wide = max(2, len(levers))  # the optimiser does not work along a single line: an idle one is added

    def share(z: Sequence[float], *, runs: int, first: int = 0) -> float:
        at, fixed = set_to(problem, levers, z)
        rows = bench.ground.rows(runs)
        for change in changes:
            rows[:, change.decision] = change.option
        lives = run_arm(
            Arm("levers", at, options=rows, params=fixed or None, learnt=bench.how.get("learnt")),
            runs=range(first, first + runs), seed=seed,
            threads=bench.how["threads"], folder=bench.how["folder"],
        )  # fmt: skip
        bench.note(runs)
        return float((lives.outcome == bench.wanted).mean())

    def loss(z: Sequence[float]) -> float:
        short = max(0.0, aim - share(z[: len(levers)], runs=tried))
        return sum(cost_at(x) for x in z[: len(levers)]) + 0.01 * sum(x * x for x in z[len(levers) :]) + STRICT * short

    settings = {
        "seed": seed % 2**31 + 1, "bounds": [-FARTHEST, FARTHEST], "verbose": -9, "maxiter": 40, "tolx": 0.03,
        "tolfun": 0.03,  # finer than so few histories can tell
    }  # fmt: skip
    search = cma.CMAEvolutionStrategy([0.0] * wide, 1.0, settings)
    while not search.stop() and not bench.is_spent:
        asked = search.ask()
        search.tell(asked, [loss(z) for z in asked])
    best = [float(x) for x in (search.result.xbest if search.result.xbest is not None else [0.0] * wide)]
    best = _shorten(best[: len(levers)], lambda z: share(z, runs=tried) >= aim)
    reached = share(best, runs=bench.runs, first=bench.runs)
    return {
        "found": reached >= bench.chance,
        "share": reached,
        "cost": sum(cost_at(x) for x in best),
        "with_changes": len(changes),
        "settings": [
            {"lever": lever.name, "value": lever.at(x), "middle": lever.at(0.0), "deviations": x,
             "outside": abs(x) > MIDDLE}
            for lever, x in zip(levers, best, strict=True)
        ],
    }  # fmt: skip


def _shorten(z: list[float], holds: Callable[[list[float]], bool]) -> list[float]:
    """Pull all levers back together as far as the outcome stays as likely as wanted."""
    if not holds(z):
        return z
    low, high = 0.0, 1.0
    for _ in range(7):
        middle = (low + high) / 2
        low, high = (low, middle) if holds([middle * x for x in z]) else (middle, high)
    return [high * x for x in z]
