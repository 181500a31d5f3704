"""Which unknowns matter, and how much was luck.

Two questions. *Screening* (Morris): move one unknown at a time and see in how many histories the ending
changes; cheap, and it sorts out what does not matter. *Shares* (Sobol): how much of all the difference
between histories would remain if everything but this were known; dearer, and it sums up: what luck keeps
is what no better knowledge of the world could have told.

SALib does both. The runs go on until the widest interval is as narrow as was asked, or they are used up.

Rests on: Morris 1991 (elementary effects), Campolongo, Cariboni and Saltelli 2007 (their mean size),
Sobol 2001, Saltelli et al. 2010 and Jansen 1999 (first-order and total indices).
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import histories
from dualpower.analysis import marks as reading
from dualpower.analysis.factors import HIGH_END, LOW_END, Factor, Ground
from dualpower.analysis.finding import Finding
from dualpower.errors import DualpowerError, near, optional

if TYPE_CHECKING:
    from pathlib import Path

    from dualpower.compiler.problem import Problem
    from dualpower.scenario.resolve import Resolved

METHODS = ("morris", "sobol")
LEVEL = 0.95
LEVELS = 4  # of Morris's grid
STEP = LEVELS / (2 * (LEVELS - 1))  # how far a factor moves on it: two thirds of its range
FIRST = {"morris": 8, "sobol": 32}  # trajectories, or points of the base sequence, before the first look
WITHIN = {"morris": (0.05, 0.95), "sobol": (0.0, 1.0)}  # a grid has ends, and a prior has none
FIFTH = 0.2
RUNS, WIDTH = 5_000, 0.1
Model = Callable[[np.ndarray, int], np.ndarray]


@dataclass(frozen=True)
class Measured:
    """What was found of k factors over n points of their cube. Half-widths are of 95 % intervals.

    effect, half    total index (Sobol), or mean size of the change over a step (Morris); per factor
    first, first_half   first-order index (Sobol); NaN for Morris
    shift           mean change over a step up, with its sign (Morris); NaN for Sobol
    ends            mean of the value in the lowest and in the highest fifth, float [k, 2]
    ends_half       their half-widths, float [k, 2]
    """

    effect: np.ndarray
    half: np.ndarray
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
        return float(2 * self.half.max())


def rank_factors(
    target: str | Path | Resolved,
    *,
    method: str = "morris",
    outcome: str | None = None,
    mark: str | None = None,
    claims: str = "grouped",
    decisions: str = "drawn",
    runs: int = RUNS,
    width: float = WIDTH,
    seed: int = 0,
    variant: str | None = None,
    folder: str | os.PathLike[str] | None = None,
    resume: bool = False,
    threads: int = 0,
    progress: Callable[[int], None] | None = None,
) -> Finding:
    """Rank what is not known by how much it matters: parameters, evidence, leaders' choices, luck.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        method: "morris" (screening) or "sobol" (shares of the variance).
        outcome: whose coming true is explained; history's own where nothing else is asked.
        mark: a mark of the record (MARK, or MARK.PART) whose value is explained instead.
        claims: "grouped" by what they speak of, "each" for itself, or "none" (they count as luck).
        decisions: "drawn" (a factor of their own) or "history" (fixed).
        runs: at most so many histories.
        width: stop when the widest interval of an effect is no wider than this (for a mark: times its spread).
        seed, variant, threads: as in simulate.
        folder, resume: keep the histories there, and go on with them.
        progress: called with the number of histories done.
    Returns:
        Finding with a row per factor, the strongest first (docs/format.md, 'Output shapes').
    Raises:
        DualpowerError: E822 an impossible request, or nothing varies; E118 no such outcome or mark.
        MissingPackageError: E820, SALib is not installed.
        StoreError: the folder. Interrupted: Ctrl-C.
    """
    from dualpower.ensemble.points import Walk

    _check_request(method, runs, width)
    resolved = histories.load(target, variant=variant)
    problem = histories.compile_scenario(resolved)
    ground = Ground(resolved, problem, claims=claims, decisions=decisions)
    asked = _asked(resolved, problem, outcome, mark)
    identity = {"method": method, "claims": claims, "decisions": decisions}
    walk = Walk(problem, seed=seed, identity=identity, folder=folder, resume=resume, threads=threads, progress=progress)
    with walk:
        model = _model(ground, walk, asked, method)
        found = measure(model, len(ground.factors), method=method, runs=runs, width=width, seed=seed, scale=asked.scale)
        failed = int(np.count_nonzero(walk.rows["status"][: len(found.values)]))
    if found.values.std() == 0:
        raise DualpowerError(
            "E822", f"{asked.title!r} is the same in all {len(found.values):,} histories: nothing mattered to it",
            "ask for another outcome or mark, or for more runs",
        )  # fmt: skip
    facts = {
        "scenario": resolved.id, "method": method, "outcome": asked.outcome, "mark": asked.mark, "what_title": asked.title,
        "unit": asked.unit, "seed": seed, "runs": len(found.values), "failed": failed, "mean": float(found.values.mean()),
        "claims": claims, "decisions": decisions, "width": found.width, "width_asked": width * asked.spread(found),
        "narrow": found.is_narrow,
    }  # fmt: skip
    return find_ranking(ground.factors, found, facts)


def measure(
    model: Model, factors: int, *, method: str, runs: int, width: float, seed: int, scale: float | None = 1.0
) -> Measured:
    """Measure how much each of so many factors matters to a function on the unit cube.

    Args:
        model: given points (float [n, k], 0-1) and the number of the first of them, returns n values.
            It is asked for each point once, in order.
        factors: k.
        method: "morris" or "sobol".
        runs: at most so many points; at least one round is always measured.
        width: stop when the widest interval of an effect is no wider.
        seed: of the design and of the bootstrap.
        scale: what a width of 1 means for Morris; None for the standard deviation of the values.
    Raises:
        MissingPackageError: E820, SALib is not installed.
    """
    optional("SALib", "analysis", "ranking factors")
    design, analyse = (_sobol_design, _sobol) if method == "sobol" else (_morris_design, _morris)
    points, values, rounds = np.empty((0, factors)), np.empty(0), FIRST[method]
    while True:
        wanted = design(factors, rounds, seed)
        fresh = wanted[len(points) :]
        values = np.concatenate([values, np.asarray(model(fresh, len(points)), dtype=float)])
        points = wanted
        found = analyse(points, values, seed)
        aim = width * (1.0 if method == "sobol" else scale if scale is not None else float(values.std()))
        narrow = found.width <= aim
        block = len(points) // rounds
        more = 2 * rounds if method == "sobol" else rounds + FIRST[method]
        if narrow or values.std() == 0 or more * block > runs:
            return _with_ends(found, points, values, block, narrow)
        rounds = more


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
    unknown = np.full(k, np.nan)
    return _measured(found["ST"], found["ST_conf"], found["S1"], found["S1_conf"], unknown, values)


def _morris(points: np.ndarray, values: np.ndarray, seed: int) -> Measured:
    from SALib.analyze import morris

    k = points.shape[1]
    found = morris.analyze(_salib(k), points, values, conf_level=LEVEL, num_levels=LEVELS, seed=seed)
    unknown = np.full(k, np.nan)
    size, half = (STEP * np.asarray(found[name], dtype=float) for name in ("mu_star", "mu_star_conf"))
    return _measured(size, half, unknown, unknown, STEP * np.asarray(found["mu"], dtype=float), values)


def _measured(effect: Any, half: Any, first: Any, first_half: Any, shift: Any, values: np.ndarray) -> Measured:
    effect, half, first, first_half, shift = (
        np.asarray(x, dtype=float) for x in (effect, half, first, first_half, shift)
    )
    nowhere = np.full((len(effect), 2), np.nan)
    wide = np.where(np.isfinite(half), half, np.inf)  # what could not be resampled is not known at all
    return Measured(effect, wide, first, first_half, shift, nowhere, nowhere, values, is_narrow=False)


def _nothing(k: int, values: np.ndarray) -> Measured:
    zero = np.zeros(k)
    return _measured(zero, zero, zero, zero, zero, values)


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
                halves[factor, end] = z * np.sqrt(((total - mean * count) ** 2).sum()) / count.sum()
    return Measured(
        found.effect, found.half, found.first, found.first_half, found.shift, ends, halves, values, is_narrow=narrow
    )


def find_ranking(factors: Sequence[Factor], found: Measured, facts: Mapping[str, Any]) -> Finding:
    """Put what was measured in order and say it: a row per factor, the strongest first."""
    sobol = facts["method"] == "sobol"
    order = sorted(range(len(factors)), key=lambda i: (-found.effect[i], i))
    rows: list[dict[str, Any]] = []
    for place, i in enumerate(order):
        row = _row(factors[i], found, i, sobol=sobol)
        leader = next((r for r in rows if r["group"] == rows[-1]["group"]), None) if rows else None
        apart = leader is None or row["high"] < leader["low"]
        row["group"] = place + 1 if apart else rows[-1]["group"]
        rows.append(row)
    luck = next(row for row in rows if row["kind"] == "luck")
    more = {"luck": luck["effect"], "luck_low": luck["low"], "luck_high": luck["high"]}
    sure = _sure(found, facts)
    return Finding(tuple(rows), _sentence(rows, luck, facts), sure, {**facts, **more}, rows="factors")


def _row(factor: Factor, found: Measured, i: int, *, sobol: bool) -> dict[str, Any]:
    effect, half = float(found.effect[i]), float(found.half[i])
    ticket = factor.is_ticket
    return {
        "id": factor.id,
        "kind": factor.kind,
        "title": factor.title,
        "effect": effect,
        "low": max(0.0, effect - half),
        "high": effect + half,
        "first": float(found.first[i]) if sobol else None,
        "first_low": float(found.first[i] - found.first_half[i]) if sobol else None,
        "first_high": float(found.first[i] + found.first_half[i]) if sobol else None,
        "shift": None if ticket or sobol else float(found.shift[i]),
        "low_end": "" if ticket else factor.low,
        "high_end": "" if ticket else factor.high,
        "at_low": None if ticket else float(found.ends[i, 0]),
        "at_low_half": None if ticket else float(found.ends_half[i, 0]),
        "at_high": None if ticket else float(found.ends[i, 1]),
        "at_high_half": None if ticket else float(found.ends_half[i, 1]),
        "group": 0,
    }


def _sentence(rows: Sequence[Mapping[str, Any]], luck: Mapping[str, Any], facts: Mapping[str, Any]) -> str:
    """Say in one sentence how much was luck and what mattered most beside it."""
    others = [row for row in rows if row["kind"] != "luck"]
    ahead = [row for row in others if row["group"] == others[0]["group"]] if others else []
    named = _listed([f"{row['title'][:1].lower()}{row['title'][1:]}" for row in ahead[:3]])
    more = f" and {len(ahead) - 3} more that cannot be told apart from them" if len(ahead) > 3 else ""
    most = f"most of the rest lies with {named}{more}" if named else "nothing else was left open"
    of = f"whether it ends so ({facts['what_title']})" if facts["outcome"] else facts["what_title"]
    if facts["method"] == "sobol":
        return (
            f"If all but luck were known, {100 * luck['effect']:.0f} % of the variance of {of} would remain "
            f"({100 * luck['low']:.0f} to {100 * luck['high']:.0f} %); {most}."
        )
    if facts["unit"] == "share":
        return f"Other luck alone changes {of} in {100 * luck['effect']:.0f} % of the histories; {most}."
    return f"Other luck alone changes {of} by {luck['effect']:.3g} {facts['unit']} on average; {most}."


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _sure(found: Measured, facts: Mapping[str, Any]) -> str:
    reached = "as narrow as asked" if facts["narrow"] else f"asked: {facts['width_asked']:.2g}; more runs make them narrower"
    failed = f" {facts['failed']:,} histories failed and count as not ending so." if facts["failed"] else ""
    return (
        f"It rests on {facts['runs']:,} histories; the widest 95 % interval is {found.width:.2g} wide ({reached})."
        f"{failed}"
    )


# --- what is asked


@dataclass(frozen=True)
class Asked:
    """What is explained: an outcome (its coming true, 0 or 1), or a part of a mark (its value)."""

    title: str
    unit: str
    read: Callable[[Mapping[str, np.ndarray]], np.ndarray]
    outcome: str | None = None
    mark: str | None = None

    @property
    def scale(self) -> float | None:
        """What a width of 1 means: the whole of a share, the spread of anything else."""
        return 1.0 if self.unit == "share" else None

    def spread(self, found: Measured) -> float:
        """Return the same in the unit of the effects."""
        return 1.0 if self.unit == "share" or np.isfinite(found.first).all() else float(found.values.std())


def _check_request(method: str, runs: int, width: float) -> None:
    if method not in METHODS:
        raise DualpowerError("E822", f"no method is called {method!r}", "it is morris or sobol")
    if not 0 < width < 2:
        raise DualpowerError("E822", f"width is {width:g}", "it is the whole width of an interval, between 0 and 2")
    if runs < 1:
        raise DualpowerError("E801", f"runs is {runs}", "it is a whole number from 1")
    optional("SALib", "analysis", "ranking factors")


def _asked(resolved: Resolved, problem: Problem, outcome: str | None, mark: str | None) -> Asked:
    if mark is not None and outcome is not None:
        raise DualpowerError("E822", "an outcome and a mark were both asked for", "ask for one of them")
    return _asked_mark(resolved, problem, mark) if mark is not None else _asked_outcome(problem, outcome)


def _asked_outcome(problem: Problem, outcome: str | None) -> Asked:
    ids = [one.id for one in problem.outcomes]
    wanted = outcome if outcome is not None else next(one.id for one in problem.outcomes if one.history)
    if wanted not in ids:
        raise DualpowerError("E118", f"no outcome is called {wanted!r}", near(wanted, ids) or f"known: {', '.join(ids)}")
    code = ids.index(wanted)
    title = problem.outcomes[code].title
    named = title.get("en") or next(iter(title.values()), wanted)
    return Asked(str(named), "share", lambda rows: (rows["outcome"] == code).astype(float), outcome=wanted)


def _asked_mark(resolved: Resolved, problem: Problem, name: str) -> Asked:
    """Read a mark's part from histories; a time that never came stands at the scenario's end."""
    marks = resolved.scenario.marks
    whole, _, part_id = name.partition(".")
    if whole not in marks or (part_id and part_id not in marks[whole].parts):
        hint = near(whole, marks) or f"known: {', '.join(marks) or 'none'}"
        raise DualpowerError("E118", f"no mark is called {name!r}", hint)
    parts = marks[whole].parts
    part_id = part_id or next(iter(parts))
    part, full = parts[part_id], f"{whole}.{part_id}"
    frame = reading.Frame(resolved.clock, float(resolved.end_min), 0.0)
    ids = [watch.id for watch in problem.watches]

    def read(rows: Mapping[str, np.ndarray]) -> np.ndarray:
        watched = {i: (rows[f"watch_min.{at}"], rows[f"watch.{at}"]) for at, i in enumerate(ids)}
        sample = reading.gather(full, part, watched, frame)
        if sample is None or len(sample.everyone) != len(rows["status"]):
            raise DualpowerError("E822", f"{full} has no value in some histories", "ask for a time, a duration or an outcome")
        return sample.everyone

    title = marks[whole].title
    named = (title.get("en") or next(iter(title.values()), whole)) if isinstance(title, Mapping) else str(title)
    unit = "h" if part.kind in reading.TIMED else ("share" if part.kind in reading.SHARES else "")
    return Asked(str(named), unit, read, mark=full)


def _model(ground: Ground, walk: Any, asked: Asked, method: str) -> Model:
    """Return the scenario as a function on the cube of its factors."""

    def model(cube: np.ndarray, first: int) -> np.ndarray:
        # a grid has few levels: every trajectory gets tickets of its own
        block = len(ground.factors) + 1
        salt = 1 + (first + np.arange(len(cube))) // block if method == "morris" else 0
        return asked.read(walk.upto(first, ground.points(cube, salt=salt, within=WITHIN[method])))

    return model


__all__ = ["HIGH_END", "LOW_END", "Measured", "find_ranking", "measure", "rank_factors"]
