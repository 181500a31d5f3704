"""From a mark of the record to what an ensemble says about it.

A mark has parts. For each part this module reads the record (one observed value, in the part's own
unit) and gathers the ensemble's values over the runs. Units: hours since the start for times, hours
for durations, the number itself for numbers and ratios, a count for states, 0-1 for shares.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dualpower import clock
from dualpower.scenario.schema import Observed, Part

Watched = Mapping[str, tuple[np.ndarray, np.ndarray]]  # watch id -> (minute or -1, value or NaN) per run

TIMED = ("time", "duration")
COUNTED = ("number", "ratio")
SHARES = ("boolean", "share")
RATIO_SCALE = 100.0  # a ratio beyond a hundredfold is called "a hundredfold or more"


@dataclass(frozen=True)
class Frame:
    """What a value is measured against: the scenario's clock, its length and the men on its rolls."""

    clock: clock.Clock
    horizon_min: float
    roll: float


@dataclass(frozen=True)
class Sample:
    """What the runs say about one part.

    values    over the runs where it can be said, in the part's unit
    everyone  over all runs, a time that never came standing at the horizon (for the score)
    happened  share of the runs where it can be said (0-1)
    """

    values: np.ndarray
    everyone: np.ndarray
    happened: float


def _hours(frame: Frame, kind: str, value: float | str) -> float:
    if not isinstance(value, str):
        return float(value)
    if kind == "time":
        return frame.clock.minutes(value) / 60
    return clock.duration(value) / 60


def observed(part: Part, frame: Frame) -> tuple[float | None, tuple[float, float] | None]:
    """Return the record's value (its point, or the middle of its range) and its band, if it has one.

    Times are hours since the start. A part with neither point nor range is judged by its band, and
    the middle of the band stands for the value.
    """
    record: Observed = part.record
    band = None if record.band is None else (float(record.band[0]), float(record.band[1]))
    if part.kind == "order":
        return 1.0, (0.7, 1.0)
    if part.kind == "state" and band is not None and max(band) <= 1 < len(part.among or ()):
        band = (band[0] * len(part.among or ()), band[1] * len(part.among or ()))  # a share of the list
    if record.point is not None:
        return _hours(frame, part.kind, record.point), band
    if record.range is not None:
        low, high = (_hours(frame, part.kind, v) for v in record.range)
        return (low + high) / 2, band
    return (None, None) if band is None else ((band[0] + band[1]) / 2, band)


def scale(part: Part, frame: Frame) -> float:
    """Return the upper end of the reference that a part's spread is measured against, in its unit."""
    if part.kind in TIMED:
        return frame.horizon_min / 60
    if part.kind in COUNTED:
        return part.scale or (RATIO_SCALE if part.kind == "ratio" else max(frame.roll, 2.0))
    return float(len(part.among or ())) if part.kind == "state" else 1.0


def taus(minutes: np.ndarray) -> np.ndarray:
    """Return Kendall's tau-b per run for columns of minutes in the record's order.

    What never happened (-1) ranks last, tied. A run in which nothing happened says nothing: tau 0.
    """
    times = np.where(minutes < 0, np.inf, minutes).astype(float)
    first, second = np.triu_indices(times.shape[1], 1)
    with np.errstate(invalid="ignore"):
        signs = np.nan_to_num(np.sign(times[:, second] - times[:, first]))
    untied = np.count_nonzero(signs, axis=1)
    return np.asarray(signs.sum(axis=1) / np.sqrt(np.maximum(untied, 1) * first.size))


def watch_ids(name: str, part: Part) -> list[str]:
    """Return the watches that a part called ``MARK.PART`` reads."""
    if part.kind == "duration":
        return [f"{name}:start", f"{name}:stop"]
    if part.kind == "order":
        return [f"{name}:{event}" for event in part.events or {}]
    if part.kind in SHARES and part.given is not None:
        return [name, f"{name}:given"]
    return [name]


def gather(name: str, part: Part, watched: Watched, frame: Frame) -> Sample | None:
    """Return the ensemble's values for the part ``MARK.PART``, or None if it was not watched."""
    ids = watch_ids(name, part)
    if any(i not in watched for i in ids):
        return None
    found = [watched[i] for i in ids]
    if part.kind == "time":
        return _timed(found[0][0].astype(float), found[0][0] >= 0, frame)
    if part.kind == "duration":
        start, stop = found[0][0].astype(float), found[1][0].astype(float)
        return _timed(stop - start, (start >= 0) & (stop >= start), frame)
    if part.kind == "order":
        values = taus(np.stack([m for m, _ in found], axis=1))
        return Sample(values, values, 1.0)
    if part.kind in SHARES:
        return _share(found)
    return _valued(found[0][1])


def _timed(minutes: np.ndarray, came: np.ndarray, frame: Frame) -> Sample:
    horizon = frame.horizon_min
    everyone = np.where(came, minutes, horizon) / 60
    return Sample(minutes[came] / 60, everyone, float(came.mean()) if came.size else 0.0)


def _valued(values: np.ndarray) -> Sample:
    known = np.isfinite(values)
    return Sample(values[known], values[known], float(known.mean()) if known.size else 0.0)


def _share(found: list[tuple[np.ndarray, np.ndarray]]) -> Sample:
    minute, value = found[0]
    held = np.where(np.isfinite(value), value > 0.5, minute >= 0).astype(float)
    inside = found[1][0] >= 0 if len(found) > 1 else np.ones(held.size, dtype=bool)
    return Sample(held[inside], held[inside], float(inside.mean()) if inside.size else 0.0)
