"""The record: what happened, as marks to score against, each with its claim.

A mark's record is a point, a range or a band. Times and durations are written as words of the
calendar and read here as minutes, so that a forecast and the record stand on one scale.
"""

from __future__ import annotations

from dataclasses import dataclass

from dualpower.clock import Clock, duration
from dualpower.saying import say

NEEDS: dict[str, tuple[str, ...]] = {
    "time": ("when",),
    "duration": ("start", "stop"),
    "number": ("value",),
    "ratio": ("value",),
    "order": ("events",),
    "state": ("among",),
    "boolean": ("that",),
    "share": ("that",),
}
TAKES: dict[str, tuple[str, ...]] = {
    "time": (),
    "duration": (),
    "number": ("at", "when", "scale"),
    "ratio": ("at", "when", "scale"),
    "order": (),
    "state": ("at",),
    "boolean": ("at", "given"),
    "share": ("at", "given"),
}
FIELDS = ("when", "start", "stop", "value", "that", "at", "events", "among", "given", "scale")
RECORDS: dict[str, tuple[str, ...]] = {
    # which of these the record must hold; a band may be added to any
    "time": ("point", "range"),
    "duration": ("point", "range"),
    "number": ("point", "range"),
    "ratio": ("point", "range"),
    "order": (),
    "state": ("point", "range", "band"),
    "boolean": ("point", "band"),
    "share": ("point", "band"),
}


@dataclass(frozen=True, slots=True)
class Observation:
    """The record of one part in the engine's units (minutes for times and durations)."""

    low: float
    high: float
    is_band: bool

    @property
    def middle(self) -> float:
        """The point, or the middle of the range."""
        return (self.low + self.high) / 2.0


def read_value(value: float | str, clock: Clock) -> float:
    """Return a recorded value as a number; clock times and durations in minutes. Raises ValueError."""
    if isinstance(value, str):
        return float(clock.minutes(value)) if value[4:5] == "-" else duration(value)
    return float(value)


def observe(point: float | str | None, span: object, band: object, clock: Clock) -> Observation:
    """Return the record of a part. Raises ValueError when nothing, or nonsense, is recorded."""
    given = [v for v in (point, span, band) if v is not None]
    if not given:
        raise ValueError(say("E606-nothing"))
    if band is not None and span is None and point is None:
        low, high = (float(v) for v in band)  # type: ignore[attr-defined]
        is_band = True
    elif span is not None:
        low, high = (read_value(v, clock) for v in span)  # type: ignore[attr-defined]
        is_band = False
    else:
        low = high = read_value(point, clock)  # type: ignore[arg-type]
        is_band = False
    if low > high:
        raise ValueError(say("E606-backwards"))
    return Observation(low, high, is_band)
