"""Which unknowns matter, and how much was luck.

Two questions. *Screening* (Morris): move one unknown at a time and see in how many histories the ending
changes; cheap, and it sorts out what does not matter. *Shares* (Sobol): how much of all the difference
between histories would remain if everything but this were known; dearer, and it sums up: what luck keeps
is what no better knowledge of the world could have told.

The runs go on until the widest interval is as narrow as was asked, or they are used up (screening.py).
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import histories
from dualpower.analysis import marks as reading
from dualpower.analysis.factors import Factor, Ground
from dualpower.analysis.finding import Finding
from dualpower.analysis.screening import METHODS, Measured, Model, design_digest, measure
from dualpower.errors import DualpowerError, near, optional

if TYPE_CHECKING:
    from pathlib import Path

    from dualpower.compiler.problem import Problem
    from dualpower.scenario.resolve import Resolved

WITHIN = {"morris": (0.05, 0.95), "sobol": (0.0, 1.0)}  # a grid has ends, and a prior has none
RUNS, WIDTH = 5_000, 0.1


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
        DualpowerError: E832 an impossible request, or nothing varies; E820 no such outcome, E810 no such mark,
            E801 runs, E802 seed.
        MissingPackageError: E825, SALib is not installed.
        StoreError: the folder. Interrupted: Ctrl-C.
    """
    from dualpower.ensemble.points import Walk

    _check_request(method, runs, width, seed)
    resolved = histories.load(target, variant=variant)
    problem = histories.compile_scenario(resolved)
    ground = Ground(resolved, problem, claims=claims, decisions=decisions)
    asked = _asked(resolved, problem, outcome, mark)
    drawn = design_digest(method, len(ground.factors), seed)
    identity = {"method": method, "claims": claims, "decisions": decisions, "design": drawn}
    walk = Walk(problem, seed=seed, identity=identity, folder=folder, resume=resume, threads=threads, progress=progress)
    with walk:
        model = _model(ground, walk, asked, method)
        found = measure(model, len(ground.factors), method=method, runs=runs, width=width, seed=seed, scale=asked.scale)
        failed = int(np.count_nonzero(walk.rows["status"][: len(found.values)]))
    if found.values.std() == 0:
        raise DualpowerError(
            "E832", f"{asked.title!r} is the same in all {len(found.values):,} histories: nothing mattered to it",
            "ask for another outcome or mark, or for more runs",
        )  # fmt: skip
    facts = {
        **resolved.own_mechanisms(),
        "scenario": resolved.id, "method": method, "outcome": asked.outcome, "mark": asked.mark,
        "what_title": asked.title, "unit": asked.unit, "seed": seed, "runs": len(found.values), "failed": failed,
        "mean": float(found.values.mean()), "claims": claims, "decisions": decisions, "width": found.width,
        "width_asked": width * asked.spread(found),
        "narrow": found.is_narrow,
    }  # fmt: skip
    return _ranked(ground.factors, found, facts)


def _ranked(factors: Sequence[Factor], found: Measured, facts: Mapping[str, Any]) -> Finding:
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
    # an index is a share of a variance; what few points make of it may lie a little outside 0-1
    found_here = [found.low[i], found.effect[i], found.high[i]]
    low, effect, high = np.clip(found_here, 0.0, 1.0 if sobol else np.inf).tolist()
    ticket = factor.is_ticket
    return {
        "id": factor.id,
        "kind": factor.kind,
        "title": factor.title,
        "effect": effect,
        "low": low,
        "high": high,
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
    more = f" (and on {len(ahead) - 3} more that cannot be told apart from these)" if len(ahead) > 3 else ""
    most = f"beside luck it turns most on {named}{more}" if named else "nothing else was left open"
    of = f"whether it ends so ({facts['what_title']})" if facts["outcome"] else f"“{facts['what_title']}”"
    if facts["method"] == "sobol":
        return (
            f"If all but luck were known, {100 * luck['effect']:.0f} % of the variance of {of} would remain "
            f"({100 * luck['low']:.0f} to {100 * luck['high']:.0f} %); {most}."
        )
    if facts["unit"] == "share":
        return f"Other luck alone changes {of} in {100 * luck['effect']:.0f} % of the histories; {most}."
    amount = f"{luck['effect']:.3g} {facts['unit']}".rstrip()
    return f"Other luck alone changes {of} by {amount} on average; {most}."


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _sure(found: Measured, facts: Mapping[str, Any]) -> str:
    reached = (
        "as narrow as asked" if facts["narrow"] else f"asked: {facts['width_asked']:.2g}; more runs make them narrower"
    )
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


def _check_request(method: str, runs: int, width: float, seed: int) -> None:
    if method not in METHODS:
        raise DualpowerError("E832", f"no method is called {method!r}", "it is morris or sobol")
    if not 0 < width < 2:
        raise DualpowerError("E832", f"width is {width:g}", "it is the whole width of an interval, between 0 and 2")
    from dualpower.ensemble.execute import check_runs, check_seed

    check_runs(runs)
    check_seed(seed)
    optional("SALib", "analysis", "ranking factors")


def _asked(resolved: Resolved, problem: Problem, outcome: str | None, mark: str | None) -> Asked:
    if mark is not None and outcome is not None:
        raise DualpowerError("E832", "an outcome and a mark were both asked for", "ask for one of them")
    return _asked_mark(resolved, problem, mark) if mark is not None else _asked_outcome(problem, outcome)


def _asked_outcome(problem: Problem, outcome: str | None) -> Asked:
    ids = [one.id for one in problem.outcomes]
    wanted = outcome if outcome is not None else next(one.id for one in problem.outcomes if one.history)
    if wanted not in ids:
        raise DualpowerError(
            "E820", f"no outcome is called {wanted!r}", near(wanted, ids) or f"known: {', '.join(ids)}"
        )
    code = ids.index(wanted)
    title = problem.outcomes[code].title
    named = title.get("en") or next(iter(title.values()), wanted)
    return Asked(str(named), "share", lambda rows: (rows["outcome"] == code).astype(float), outcome=wanted)


def _asked_mark(resolved: Resolved, problem: Problem, name: str) -> Asked:
    """Read a mark's part from histories; a time that never came stands at the scenario's end."""
    marks = resolved.scenario.marks
    whole, _, part_id = str(name).partition(".")
    if whole not in marks or (part_id and part_id not in marks[whole].parts):
        hint = near(whole, marks) or f"known: {', '.join(marks) or 'none'}"
        raise DualpowerError("E810", f"no mark is called {name!r}", hint)
    parts = marks[whole].parts
    part_id = part_id or next(iter(parts))
    part, full = parts[part_id], f"{whole}.{part_id}"
    frame = reading.Frame(resolved.clock, float(resolved.end_min), 0.0)
    ids = [watch.id for watch in problem.watches]

    def read(rows: Mapping[str, np.ndarray]) -> np.ndarray:
        watched = {i: (rows[f"watch_min.{at}"], rows[f"watch.{at}"]) for at, i in enumerate(ids)}
        sample = reading.gather(full, part, watched, frame)
        if sample is None or len(sample.everyone) != len(rows["status"]):
            raise DualpowerError(
                "E832", f"{full} has no value in some histories", "ask for a time, a duration or an outcome"
            )
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
