"""Words and numbers of the pictures: how a value is written, what a side is called, where the ticks stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from dualpower.clock import MONTHS, UNTIL, Clock
from dualpower.telling.language import pick

if TYPE_CHECKING:
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

LONGEST = 96  # letters of a row's words
HISTORY = "what happened in history"
SIDES_SHOWN = 4
CLOCK_HOURS = 54.0  # a scenario shorter than this has clock times below it, a longer one days


def percent(share: float) -> str:
    """Write a share as a reader of pictures wants it: whole per cent, small ones to a tenth."""
    if share != share:
        return "–"
    return f"{100 * share:.1f} %" if 0 < abs(share) < 0.0995 else f"{100 * share:.0f} %"


def points(change: float) -> str:
    """Write the change of a share in percentage points, with its sign."""
    sign = "+" if change > 0 else ("–" if change < 0 else "")
    return f"{sign}{abs(100 * change):.1f} points"


def percents(low: float, high: float) -> dict[float, str]:
    """Return round ticks between two per cents, each with its sign."""
    step = next(s for s in (0.5, 1, 2, 5, 10, 20, 25, 50) if (high - low) / s <= 6 or s == 50)
    count = int((high - low) / step + 1e-9)
    first = -(-low // step) * step
    return {first + i * step: f"{first + i * step:g} %" for i in range(count + 1) if first + i * step <= high}


def value_text(value: float, facts: Mapping[str, Any]) -> str:
    """Write a value in the unit of a ranking of factors."""
    return percent(value) if facts["unit"] == "share" else f"{value:.3g} {facts['unit']}".rstrip()


def words_of(row: Mapping[str, Any]) -> str:
    """Return the title of a row in words; its id read as words where it has none."""
    return pick(row.get("title"), "en") or str(row["id"]).replace("-", " ")


def room(low: float, high: float) -> tuple[float, float]:
    """Return ends a little further out than what is shown."""
    span = (high - low) or 1.0
    return (low - 0.05 * span if low < 0 else low), high + 0.05 * span


def noun_of(name: str) -> str:
    """Return a name as it stands inside a sentence, after an article."""
    return name.removeprefix("The ").removeprefix("the ")


def titles(result: Result, resolved: Resolved | None, noun: str) -> dict[str, str]:
    """Return the names of authorities or sites in words; ids read as words where no scenario gives any."""
    from dualpower.errors import DualpowerError
    from dualpower.scenario import resolve

    ids = result.about[noun]
    if resolved is None:
        try:
            resolved = resolve.load(result.scenario)
        except DualpowerError:
            return {i: i.replace("-", " ") for i in ids}
    known = getattr(resolved.scenario, noun)
    return {i: (pick(known[i].title, "en") if i in known else "") or i.replace("-", " ") for i in ids}


def sides_that_hold(result: Result) -> list[str]:
    """Return the authorities that hold anything in most histories, or much in some; in the scenario's order."""
    if not result.ended.any():
        return []
    sides = [side for side in result.about["authorities"] if f"held.{side}" in result.series_names]
    most = {side: float(result.curves(f"held.{side}", quantiles=(0.95,))["q95"].max()) for side in sides}
    return [side for side in sides if most[side] > 0][:SIDES_SHOWN]


def source(result: Result) -> str:
    """Say what a picture of a result is drawn from."""
    ended = int(result.ended.sum())
    return f"{ended:,} simulated histories, seed {result.seed}"


def style_of(about: Mapping[str, Any]) -> str:
    """Say which calendar the dates are of, where it is not ours."""
    if about["calendar"].startswith(UNTIL):
        return " Dates are Old Style until the reform of the calendar."
    return " Dates are Old Style." if about["calendar"] == "julian" else ""


def hours_of(about: Mapping[str, Any], last: int) -> tuple[dict[float, str], dict[float, str]]:
    """Return the ticks of the hours (hour: words), and the words of every hour."""
    clock = Clock(about["calendar"], int(about["start"]))
    words, ticks = {}, {}
    every = max(1, round(last / 24 / 5)) * 24 if last > CLOCK_HOURS else max(1, round(last / 6))
    begun = 0
    for hour in range(last + 1):
        _, month, day, at, _ = clock.parts(60 * hour)
        date = f"{day} {MONTHS[month - 1][:3]}"
        words[float(hour)] = f"{date} {at:02d}:00"
        if last > CLOCK_HOURS:
            if at == 0 and (begun := begun + 1) and (begun - 1) * 24 % every == 0:
                ticks[float(hour)] = date
        elif hour % every == 0:
            ticks[float(hour)] = f"{at:02d}:00"
    return ticks, words
