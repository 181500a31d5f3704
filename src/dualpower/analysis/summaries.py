"""What each history says about the marks of the record, as a row of numbers.

Every part of a mark gives one number a history, on a line from about 0 to 1 (its own reference; large counts
by their logarithm). A time that never came stands at the horizon, as in the score. A value that is read at
some moment (when the palace falls, say) cannot be read in a history without that moment: there it stands at
the mean, which says nothing, and whether the moment came is a number of its own, once for all parts that
wait for it. The record is read the same way: one number for each column.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dualpower.analysis.marks import COUNTED, SHARES, TIMED, Frame, Watched, gather, observed, scale, watch_ids
from dualpower.errors import DualpowerError, near

if TYPE_CHECKING:
    from dualpower.scenario.resolve import Resolved
    from dualpower.scenario.schema import Mark, Part

SLACK = 0.05  # of the reference: how far from the record's point still counts as the record
SPREAD = 4.0  # a range is read as two standard deviations either way


@dataclass(frozen=True)
class Summaries:
    """Numbers per history and what the record says of each.

    names     SCENARIO/MARK.PART, or SCENARIO/MARK.PART? for whether its moment came
    values    float [n, d], never NaN
    known     bool [n, d]: read in that history, not filled with the mean
    observed  float [d], the record on the same line
    slack     float [d], how far the record itself is uncertain (half the width of its range, or a twentieth)
    error     float [d], the same as a standard deviation
    """

    names: tuple[str, ...]
    values: np.ndarray
    known: np.ndarray
    observed: np.ndarray
    slack: np.ndarray
    error: np.ndarray

    def rows(self, which: np.ndarray) -> Summaries:
        """Return only these histories."""
        return Summaries(self.names, self.values[which], self.known[which], self.observed, self.slack, self.error)

    def columns(self, which: Iterable[int]) -> Summaries:
        """Return only these numbers."""
        at = list(which)
        names = tuple(self.names[i] for i in at)
        return Summaries(
            names, self.values[:, at], self.known[:, at], self.observed[at], self.slack[at], self.error[at]
        )


def join(parts: Iterable[Summaries]) -> Summaries:
    """Return the numbers of several scenarios side by side; row i of each has the same parameters."""
    found = list(parts)
    return Summaries(
        tuple(name for one in found for name in one.names),
        *(np.concatenate([getattr(one, what) for one in found], axis=1) for what in ("values", "known")),
        *(np.concatenate([getattr(one, what) for one in found]) for what in ("observed", "slack", "error")),
    )


def summarise(resolved: Resolved, watched: Watched, frame: Frame, *, without: Iterable[str] = ()) -> Summaries:
    """Return what histories say about a scenario's marks.

    Args:
        resolved: the scenario.
        watched: what the marks watch, per history that ended.
        frame: clock, horizon and men.
        without: marks or parts (MARK, MARK.PART, SCENARIO/MARK, SCENARIO/MARK.PART) that are left out.
    """
    left_out = {name.rpartition("/")[2] for name in without if name.rpartition("/")[0] in ("", resolved.id)}
    columns: list[tuple[str, np.ndarray, float, float]] = []
    seen: set[str] = set()
    for mark_id, mark in resolved.scenario.marks.items():
        for name, values, record, slack in _parts(mark_id, mark, watched, frame, seen):
            if left_out & {mark_id, name.rstrip("?")}:
                continue
            columns.append((f"{resolved.id}/{name}", values, record, slack))
    values = np.stack([values for _, values, _, _ in columns], axis=1)
    known = np.isfinite(values)
    with np.errstate(invalid="ignore"):
        means = np.where(known, values, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    slack = np.array([one[3] for one in columns])
    return Summaries(
        tuple(one[0] for one in columns),
        np.where(known, values, means),
        known,
        np.array([one[2] for one in columns]),
        slack,
        2 * slack / SPREAD,
    )


def _parts(
    mark_id: str, mark: Mark, watched: Watched, frame: Frame, seen: set[str]
) -> Iterator[tuple[str, np.ndarray, float, float]]:
    """Yield (name, value per history with NaN where it cannot be read, the record, its slack) for each part."""
    for part_id, part in mark.parts.items():
        name = f"{mark_id}.{part_id}"
        sample, (point, band) = gather(name, part, watched, frame), observed(part, frame)
        if sample is None or point is None:
            continue
        moment = part.given if part.given is not None else (part.when if part.kind in COUNTED else None)
        came = _came(name, part, watched)
        if moment is not None and str(moment) not in seen:
            seen.add(str(moment))
            yield f"{name}?", came.astype(float), 1.0, SLACK
        yield name, *_line(part, sample.everyone, came, point, band, frame)


def _came(name: str, part: Part, watched: Watched) -> np.ndarray:
    """Return bool per history: the part can be read in it."""
    ids = watch_ids(name, part)
    if part.kind in SHARES:
        first = watched[ids[-1]][0] >= 0
        return np.asarray(first if part.given is not None else np.ones(len(first), bool))
    minute, value = watched[ids[0]]
    return np.ones(len(minute), bool) if part.kind in (*TIMED, "order") else np.isfinite(value)


def _line(
    part: Part, found: np.ndarray, came: np.ndarray, point: float, band: tuple[float, float] | None, frame: Frame
) -> tuple[np.ndarray, float, float]:
    """Put a part's values and its record on the line from 0 to 1; return both and the record's slack."""
    values = np.full(len(came), np.nan)
    values[came] = found
    top = scale(part, frame)
    if part.kind in SHARES:
        return values, float(point >= 0.5), SLACK
    if part.kind == "order":
        return values, 1.0, 0.15  # a tau of 0.7 still counts as the record's order

    def stretch(x: np.ndarray | float) -> np.ndarray:
        if part.kind in COUNTED and top > 1:
            return np.asarray(np.log1p(np.maximum(x, 0.0)) / np.log1p(top))
        return np.asarray(np.asarray(x, dtype=float) / top)

    ends = band if band is not None else _range(part, frame)
    half = SLACK if ends is None else float(abs(stretch(ends[1]) - stretch(ends[0]))) / 2
    return stretch(values), float(stretch(point)), max(half, SLACK)


def _range(part: Part, frame: Frame) -> tuple[float, float] | None:
    """Return the ends of the record's range in the part's unit."""
    given = part.record.range
    if given is None:
        return None
    from dualpower import clock

    def hours(x: float | str) -> float:
        if not isinstance(x, str):
            return float(x)
        return (frame.clock.minutes(x) if part.kind == "time" else clock.duration(x)) / 60

    return hours(given[0]), hours(given[1])


def unreachable(found: Summaries) -> list[str]:
    """Return the numbers that no history brings within the record's own slack."""
    out = []
    for i, name in enumerate(found.names):
        there = found.values[found.known[:, i], i]
        far = not len(there) or float(np.abs(there - found.observed[i]).min()) > found.slack[i]
        inside = len(there) and there.min() - found.slack[i] <= found.observed[i] <= there.max() + found.slack[i]
        if far and not inside:
            out.append(name)
    return out


def check_reach(found: Summaries) -> None:
    """Refuse marks that no history reaches. Raises DualpowerError E852."""
    lost = unreachable(found)
    if lost:
        parts = list(dict.fromkeys(name.rstrip("?") for name in lost))
        raise DualpowerError(
            "E852",
            f"no history of {len(found.values):,} reaches {', '.join(parts)}",
            "nothing can be learnt from them: leave them out (" + " ".join(f"--without {p}" for p in parts) + ")",
        )


def check_without(without: Iterable[str], scenarios: Mapping[str, Mapping[str, Mark]]) -> None:
    """Refuse to leave out what is not there. Raises DualpowerError E851."""
    known: list[str] = []
    for scenario, marks in scenarios.items():
        for mark, whole in marks.items():
            names = [mark, *(f"{mark}.{part}" for part in whole.parts)]
            known += [*names, *(f"{scenario}/{name}" for name in names)]
    for name in without:
        if name not in known:
            raise DualpowerError("E851", f"no mark is called {name!r}", near(name, known) or "score lists the marks")
