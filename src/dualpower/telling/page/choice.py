"""Which whole runs a page shows: one as history went, the one in the middle, one that surprises.

*History-like* is, among the runs that end as history did, the one that misses the record's marks least.
*The median* is, among the runs that end in the likeliest way, the one whose course (what each side holds, who acts
for it, its dead, hour by hour) lies nearest to the middle of theirs. *Surprising* is the run whose end its own course
least foretold: at several hours on the way, most of the runs that stood closest to it went on to end otherwise. It
is chosen among those that end in neither of the ways shown already, where there are such. Ties fall to the earlier
run, so the same seed shows the same runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import numpy as np

from dualpower.analysis.marks import COUNTED, SHARES, TIMED, Frame, observed, scale, taus, watch_ids

if TYPE_CHECKING:
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved
    from dualpower.scenario.schema import Part

Why = Literal["history-like", "median", "surprising"]
MOMENTS = 8  # on the way, from a fifth of the time to four fifths
NEIGHBOURS = 20
COURSE = ("held", "acting", "killed")


def choose_runs(resolved: Resolved, result: Result) -> list[tuple[int, Why]]:
    """Return run numbers and what each was chosen for; fewer than three where one run is all of them."""
    ended = np.flatnonzero(result.ended)
    if not len(ended):
        return []
    found: list[tuple[int, Why]] = []
    taken: set[int] = set()

    def take(order: np.ndarray, why: Why) -> None:
        for at in order.tolist():
            if at not in taken:
                taken.add(at)
                found.append((int(result.column("run")[at]), why))
                return

    alike = _as_history(resolved, result, ended)
    if len(alike):
        misses = miss(resolved, result)[alike]
        take(alike[np.argsort(misses, kind="stable")], "history-like")
    course, ends = courses(result)[ended], result.outcome[ended].astype(str)
    names, counts = np.unique(ends, return_counts=True)
    likeliest = ends == names[np.argmax(counts)]
    take(ended[likeliest][np.argsort(_off_middle(course[likeliest]), kind="stable")], "median")
    shown = {str(result.outcome[at]) for at in taken}
    order = np.argsort(-surprise(course, ends), kind="stable")
    take(ended[sorted(order, key=lambda at: ends[at] in shown)], "surprising")
    return found


def _as_history(resolved: Resolved, result: Result, ended: np.ndarray) -> np.ndarray:
    history = [name for name, outcome in resolved.scenario.outcomes.items() if outcome.history]
    return ended[np.isin(result.outcome[ended].astype(str), history)]


# ---------------------------------------------------------------- nearest to the record


def miss(resolved: Resolved, result: Result) -> np.ndarray:
    """Return float per run: how far it misses the record, 0 (every mark met) to 1, marks counting alike."""
    from dualpower.analysis.histories import men_on_rolls

    frame = Frame(resolved.clock, float(resolved.end_min), men_on_rolls(resolved))
    totals = []
    for name, mark in resolved.scenario.marks.items():
        parts = [_part_miss(f"{name}.{key}", part, result, frame) for key, part in mark.parts.items()]
        known = [part for part in parts if part is not None]
        if known:
            totals.append(np.mean(known, axis=0))
    return np.mean(totals, axis=0) if totals else np.zeros(result.runs)


def _part_miss(name: str, part: Part, result: Result, frame: Frame) -> np.ndarray | None:
    ids = watch_ids(name, part)
    if any(one not in result.watches for one in ids):
        return None
    minutes = [result.watch_min(one).astype(float) for one in ids]
    value, top = result.watch(ids[0]), scale(part, frame)
    seen, _ = observed(part, frame)
    if part.kind == "order":
        return np.asarray((1 - taus(np.stack(minutes, axis=1))) / 2)
    if seen is None:
        return None
    if part.kind in TIMED:
        came = minutes[-1] >= 0
        hours = (minutes[0] if part.kind == "time" else minutes[1] - minutes[0]) / 60
        return np.where(came & (hours >= 0), np.minimum(1.0, np.abs(hours - seen) / top), 1.0)
    if part.kind in SHARES:
        held = np.where(np.isfinite(value), value > 0.5, minutes[0] >= 0).astype(float)
        return np.abs(held - float(seen >= 0.5))
    known = np.isfinite(value)
    filled = np.where(known, value, 0.0)
    if part.kind in COUNTED and top > 1:
        gap = np.abs(np.log1p(np.maximum(filled, 0)) - np.log1p(max(seen, 0))) / np.log1p(top)
    else:
        gap = np.abs(filled - seen) / max(top, 1e-9)
    return np.where(known, np.minimum(1.0, gap), 1.0)


# ---------------------------------------------------------------- courses


def courses(result: Result) -> np.ndarray:
    """Return float[runs, hours, series]: the course of every run, each series measured by its own spread."""
    names = [name for name in result.series_names if name.partition(".")[0] in COURSE]
    if not names:
        names = list(result.series_names)
    rows = []
    for name in names:
        values = result.series(name).astype(float)
        rows.append(values / (values.std() or 1.0))
    return np.stack(rows, axis=2)


def _off_middle(course: np.ndarray) -> np.ndarray:
    """Return how far each course lies from the middle of all of them, hour by hour."""
    return np.asarray(np.abs(course - np.median(course, axis=0)).mean(axis=(1, 2)))


def surprise(course: np.ndarray, outcome: np.ndarray) -> np.ndarray:
    """Return how little each run's course foretold its end: the mean share of like runs that ended otherwise."""
    runs, hours, _ = course.shape
    near = min(NEIGHBOURS, runs - 1)
    if near < 1:
        return np.zeros(runs)
    ends = outcome.astype(str)
    other = ends[:, None] != ends[None, :]
    total = np.zeros(runs)
    for moment in range(MOMENTS):
        now = course[:, round((0.2 + 0.6 * moment / (MOMENTS - 1)) * (hours - 1))]
        gaps = np.abs(now[:, None, :] - now[None, :, :]).sum(axis=2)
        np.fill_diagonal(gaps, np.inf)
        closest = np.argsort(gaps, axis=1, kind="stable")[:, :near]
        total += np.take_along_axis(other, closest, axis=1).mean(axis=1)
    return total / MOMENTS
