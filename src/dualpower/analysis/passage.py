"""When each town of a country went over in each history, and who held how many of them day by day.

Days count from the scenario's start. A town has gone over from the first day that begins so many days of
unbroken holding (or holding to the end); a town that is taken and lost again at once has not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from dualpower.ensemble.result import Result
    from dualpower.scenario.country import Country

HOURS = 24.0
JULIAN_DAY_OF_1970 = 2440588


@dataclass(frozen=True)
class Passage:
    """What an ensemble says of the towns.

    towns    ids, in order; runs that failed are left out
    day      float[runs, towns], day of going over since the start; NaN never
    armed    float[runs, towns], 1 where shots were exchanged, NaN where it is not watched
    fought   float[runs, towns], days of fighting, NaN where it is not watched
    start    day since 1970 of the scenario's start; ``length`` days it lasts
    """

    towns: tuple[str, ...]
    day: np.ndarray
    armed: np.ndarray
    fought: np.ndarray
    start: int
    length: float

    @property
    def dated(self) -> np.ndarray:
        """float[runs, towns]: as ``day``, but the end of the scenario where a town never went over."""
        return np.where(np.isnan(self.day), self.length, self.day)


def read_passage(result: Result, country: Country, towns: Sequence[str], *, start_min: int, end_min: int) -> Passage:
    """Read when the towns went over.

    Args:
        result: histories of the country.
        start_min: absolute minute of the start (``Clock.start``); end_min: minutes that the scenario lasts.
    Raises:
        KeyError: the histories do not know the site of a town.
    """
    length = end_min / 60.0 / HOURS
    spans = _spans(result, country, towns, length)
    day = np.full((result.runs, len(towns)), np.nan)
    winner, lasting = country.layout.winner, country.layout.lasting_days
    for run, town, begin, end, holder in spans:
        if holder == winner and (end - begin >= lasting or end >= length) and not day[run, town] <= begin:
            day[run, town] = begin
    ended = result.ended
    return Passage(
        tuple(towns),
        day[ended],
        _some(_watched(result, country.layout.armed, towns)[ended]),
        _watched(result, country.layout.days, towns)[ended],
        start_min // 1440 - JULIAN_DAY_OF_1970,
        length,
    )


def _some(values: np.ndarray) -> np.ndarray:
    """Return 1 where there is any, 0 where there is none, NaN where it is not known."""
    return np.where(np.isnan(values), np.nan, (values > 0).astype(float))


def _watched(result: Result, pattern: str | None, towns: Sequence[str]) -> np.ndarray:
    """Return a watch of every town, NaN where there is none of this name."""
    known = set(result.watches)
    found = np.full((result.runs, len(towns)), np.nan)
    for at, town in enumerate(towns):
        name = (pattern or "").format(town=town)
        if name in known:
            found[:, at] = result.watch(name)
    return found


def _spans(
    result: Result, country: Country, towns: Sequence[str], length: float
) -> list[tuple[int, int, float, float, str]]:
    """Return run, town, first day, last day and holder of every stretch in which one authority held a town."""
    sites = result.about["sites"]
    missing = [country.place(town) for town in towns if country.place(town) not in sites]
    if missing:
        raise KeyError(f"no site is called {missing[0]}")
    place = {country.place(town): at for at, town in enumerate(towns)}
    table = result.transfers()
    first = int(result.column("run")[0])
    rows = sorted(
        (int(run) - first, place[site], int(hour), str(holder))
        for run, hour, site, holder in zip(table["run"], table["hour"], table["site"], table["holder"], strict=True)
        if site in place
    )
    spans = []
    for here, after in zip(rows, [*rows[1:], None], strict=True):
        same = after is not None and after[:2] == here[:2]
        end = after[2] / HOURS if same and after is not None else length
        spans.append((here[0], here[1], here[2] / HOURS, end, here[3]))
    return spans


def holdings(result: Result, country: Country, towns: Sequence[str], *, days: int) -> dict[str, np.ndarray]:
    """Return int16[runs, days] for each authority: how many of the towns it holds at the end of each day.

    Nobody's towns stand under the empty word.
    """
    names = ["", *result.about["authorities"]]
    held = np.zeros((len(names), result.runs, days + 1), np.int16)
    at = {name: place for place, name in enumerate(names)}
    held[0, :, 0] = len(towns)
    for run, _, begin, end, holder in _spans(result, country, towns, float(days)):
        for name, sign in ((holder, 1), ("", -1)):
            held[at[name], run, min(int(begin), days)] += sign
            if end < days:
                held[at[name], run, int(end)] -= sign
    counted = np.cumsum(held, axis=2)[:, :, :days]
    return {name: counted[place] for name, place in at.items()}


def mapped(result: Result, country: Country, towns: Sequence[str], *, days: Sequence[int]) -> np.ndarray:
    """Return float[authorities + 1, towns, len(days)]: share of histories in which each holds each town that day.

    Row 0 is nobody; the others are in the order of ``about["authorities"]``.
    """
    names = ["", *result.about["authorities"]]
    at = {name: place for place, name in enumerate(names)}
    share = np.zeros((len(names), len(towns), len(days)))
    ended = result.ended
    moments = np.asarray(days)
    for run, town, begin, end, holder in _spans(result, country, towns, float(max(days) + 1)):
        if ended[run]:
            share[at[holder], town] += (moments >= int(begin)) & (moments < end)
    share /= max(1, int(ended.sum()))
    share[0] += 1.0 - share.sum(axis=0)
    return share
