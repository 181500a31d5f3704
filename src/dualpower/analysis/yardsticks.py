"""What a plain table would have said of each town, and what a constant: the forecasts that a model must beat.

The *naive table* looks only at the code of a town's council and at whether a rival is named. Its date is
the middle one of the other towns alike, its chance of shots theirs, with half a town added either way.
The town itself is left out. The *constant* says the same of every town: the middle date of all, and the
share of all that saw shots.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean, median

from dualpower.evidence.towns import Town

HALF = 0.5


@dataclass(frozen=True)
class Forecast:
    """What one forecaster says of one town: a day, and the chance of shots (0-1)."""

    day: float
    armed: float


def naive(town: Town, known: Sequence[Town]) -> Forecast:
    """Say what the towns alike tell of one town, which is left out if it is among them.

    Raises:
        ValueError: nothing is known of any other town.
    """
    others = [one for one in known if one.id != town.id and one.day is not None]
    alike = [one for one in others if one.cell == town.cell] or others
    if not alike:
        raise ValueError("nothing is known of any other town")
    shots = sum(bool(one.armed) for one in alike)
    return Forecast(median(one.day for one in alike if one.day is not None), (shots + HALF) / (len(alike) + 2 * HALF))


def constant(known: Sequence[Town]) -> Forecast:
    """Say the same of every town. Raises ValueError where no date is known."""
    dated = [one for one in known if one.day is not None]
    if not dated:
        raise ValueError("no town has a date")
    return Forecast(median(one.day for one in dated if one.day is not None), fmean(bool(one.armed) for one in dated))


def errors(towns: Sequence[Town], forecasts: Sequence[Forecast]) -> tuple[float | None, float | None]:
    """Return the mean error of the date in days and Brier's score of the shots, over towns that went over.

    None where no town of the list has what is needed.
    """
    pairs = [(town, said) for town, said in zip(towns, forecasts, strict=True) if town.day is not None]
    off = [abs(said.day - town.day) for town, said in pairs if town.day is not None]
    missed = [(said.armed - town.armed) ** 2 for town, said in pairs if town.armed is not None]
    return (fmean(off) if off else None, fmean(missed) if missed else None)
