"""How well a country is met: when its towns went over, which of them with shots, and how it spread.

Everything is measured against a record of towns; towns whose outcome is not known are skipped. Dates are
days of the Gregorian calendar. A history in which a town never goes over counts with the end of the
scenario. Beside the histories stand two forecasters that know no history: the naive table and the
constant (yardsticks.py).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import yardsticks
from dualpower.analysis.passage import Passage, read_passage
from dualpower.analysis.scores import kendall_tau
from dualpower.errors import Problem, ScenarioError
from dualpower.evidence.towns import Town, iso

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.ensemble.result import Result
    from dualpower.scenario.country import Country
    from dualpower.scenario.resolve import Resolved

LEVEL = 0.9
WEEK = 7


def score_country(
    resolved: Resolved, country: Country, result: Result, *, record: str | Path | None = None
) -> dict[str, Any]:
    """Score the towns of a country's histories.

    Args:
        record: a table of towns with their outcomes, in place of the country's own.
    Returns:
        The facts of docs/format.md ('dualpower score --json', a country), dates as ISO text.
    Raises:
        ScenarioError: every fault of the tables, as ``read_record``.
    """
    own = country.record()
    towns = read_record(country, record)
    passage = read_passage(
        result, country, [town.id for town in towns], start_min=resolved.clock.start, end_min=resolved.end_min
    )
    known = [town for town in own if town.is_known]
    rows = [_row(town, passage, at) for at, town in enumerate(towns)]
    return {
        **_headline(towns, rows, passage),
        "naive": _beside(towns, [yardsticks.naive(town, known) for town in towns]),
        "constant": _beside(towns, [yardsticks.constant(known)] * len(towns)),
        "order": _order(towns, passage),
        "fighting": _fighting(towns, passage),
        "weeks": _weeks(towns, passage),
        "kinds": _kinds(towns, rows, passage),
        "towns": rows,
    }


def read_record(country: Country, record: str | Path | None = None) -> list[Town]:
    """Read the towns that are scored, of a table in place of the country's own record where one is named.

    Raises:
        ScenarioError: every fault of the tables (E861 to E866); E877, no town of the record has an outcome.
    """
    path = country.path(country.layout.record) if record is None else record
    towns = country.read_known(path)
    if not any(town.is_known for town in towns):
        cure = "fill in power_date_ns or mode for one town at least"
        raise ScenarioError([Problem("E877", "", "no town of the table has an outcome", str(path), 1, 0, cure)])
    return towns


def add_towns(finding: Finding, facts: dict[str, Any]) -> Finding:
    """Return a finding about marks with what is known of the towns: their facts, and a sentence about them."""
    naive, constant = facts["naive"], facts["constant"]
    inside = sum(week["inside"] for week in facts["weeks"])

    def said(value: float | None, places: int) -> str:
        return "-" if value is None else f"{value:.{places}f}"

    sentence = (
        f"The date of {facts['towns_scored']} towns is missed by {said(facts['date_mae_days'], 1)} days on average "
        f"(naive table {said(naive['date_mae_days'], 1)}, constant {said(constant['date_mae_days'], 1)}); whether "
        f"shots decided them, by a Brier score of {said(facts['brier_armed'], 3)} (naive table "
        f"{said(naive['brier_armed'], 3)}, constant {said(constant['brier_armed'], 3)}); the record's share of towns "
        f"lies in the 90 % band in {inside} of {len(facts['weeks'])} weeks."
    )
    if finding.table:
        sentence = f"{finding.sentence} {sentence}"
    return replace(finding, sentence=sentence, facts={**finding.facts, **facts})


def _row(town: Town, passage: Passage, at: int) -> dict[str, Any]:
    """Return the row of one town: the histories' date and shots beside the record's."""
    low, mid, high = np.quantile(passage.dated[:, at], [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    shots = passage.armed[:, at]
    fought = passage.fought[:, at][shots > 0]
    first = passage.start

    def day(value: float) -> str:
        return iso(first + value)

    seen = None if town.day is None else town.day - first
    reach = None if town.low is None or town.high is None else (town.low - first, town.high - first)
    return {
        "town": town.title,
        "id": town.id,
        "region": town.region,
        "median": day(mid),
        "low": day(low),
        "high": day(high),
        "went_over": float(np.isfinite(passage.day[:, at]).mean()),
        "observed": None if town.day is None else iso(town.day),
        "observed_low": None if town.low is None else iso(town.low),
        "observed_high": None if town.high is None else iso(town.high),
        "inside": None if seen is None else bool(np.floor(low) <= seen <= np.ceil(high)),
        "within_record": None if seen is None or reach is None else bool(reach[0] <= round(mid) <= reach[1]),
        "error_days": None if seen is None else abs(float(mid) - seen),
        "range_error_days": None if seen is None or reach is None else max(0.0, reach[0] - mid, mid - reach[1]),
        "armed_share": float(shots.mean()),
        "armed_observed": town.armed,
        "days_fighting": float(np.median(fought)) if fought.size else None,
        "days_observed": town.days,
    }


def _mean(values: Sequence[float | None]) -> float | None:
    found = [value for value in values if value is not None]
    return fmean(found) if found else None


def _headline(towns: Sequence[Town], rows: list[dict[str, Any]], passage: Passage) -> dict[str, Any]:
    """Return the two numbers that everything is measured by, and how many towns they rest on."""
    said = [yardsticks.Forecast(passage.start + float(np.median(passage.dated[:, at])), row["armed_share"])
            for at, row in enumerate(rows)]  # fmt: skip
    days, armed = yardsticks.errors(towns, said)
    dated = [row for row in rows if row["observed"] is not None]
    outside = [row["went_over"] for row, town in zip(rows, towns, strict=True) if town.mode == "none"]
    return {
        "date_mae_days": days,
        "brier_armed": armed,
        "range_mae_days": _mean([row["range_error_days"] for row in rows]),
        "towns_scored": len(dated),
        "towns_skipped": sum(not town.is_known for town in towns),
        "towns_inside": sum(bool(row["inside"]) for row in dated),
        "towns_within_record": sum(bool(row["within_record"]) for row in dated),
        "towns_never": len(outside),
        "towns_never_share": None if not outside else 1.0 - fmean(outside),
    }


def _beside(towns: Sequence[Town], said: Sequence[yardsticks.Forecast]) -> dict[str, float | None]:
    days, armed = yardsticks.errors(towns, said)
    return {"date_mae_days": days, "brier_armed": armed}


def _order(towns: Sequence[Town], passage: Passage) -> dict[str, float | None]:
    """Return Kendall's tau of the order in which towns went over: of the middle dates, and history by history."""
    at = [place for place, town in enumerate(towns) if town.day is not None]
    seen = [town.day for town in towns if town.day is not None]
    if len(at) < 2:
        return {"tau": None, "tau_low": None, "tau_median": None, "tau_high": None}
    each = np.nan_to_num([kendall_tau(run, seen) for run in passage.dated[:, at]])  # all at once says nothing: 0
    low, mid, high = np.quantile(each, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    whole = kendall_tau(np.median(passage.dated[:, at], axis=0), seen)
    return {"tau": float(whole), "tau_low": float(low), "tau_median": float(mid), "tau_high": float(high)}


def _fighting(towns: Sequence[Town], passage: Passage) -> dict[str, Any]:
    """Return how many towns saw shots, and for how many days, in the record and in the histories."""
    at = [place for place, town in enumerate(towns) if town.armed is not None]
    if not at:
        return {"towns": 0}
    count = passage.armed[:, at].sum(axis=1)
    shots = [place for place in at if towns[place].armed and towns[place].days is not None]
    fought = [passage.fought[:, place][passage.armed[:, place] > 0] for place in shots]
    middle = [(float(np.median(one)), towns[place].days or 0.0) for one, place in zip(fought, shots, strict=True)
              if one.size and np.isfinite(one).all()]  # fmt: skip
    low, mid, high = np.quantile(count, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    return {
        "towns": len(at),
        "armed_observed": sum(bool(towns[place].armed) for place in at),
        "armed_median": float(mid),
        "armed_low": float(low),
        "armed_high": float(high),
        "days_observed": float(np.median([seen for _, seen in middle])) if middle else None,
        "days_median": float(np.median([said for said, _ in middle])) if middle else None,
        "days_mae": fmean(abs(said - seen) for said, seen in middle) if middle else None,
    }


def _weeks(towns: Sequence[Town], passage: Passage) -> list[dict[str, Any]]:
    """Return, at the end of each week, the share of the known towns that had gone over."""
    at = [place for place, town in enumerate(towns) if town.is_known]
    seen = np.array([float("inf") if towns[place].day is None else _day(towns[place]) - passage.start for place in at])
    rows = []
    ends = [*range(WEEK, int(passage.length) + 1, WEEK)]
    if not ends or ends[-1] < passage.length:
        ends.append(int(passage.length))
    for end in ends:
        share = (passage.day[:, at] < end).mean(axis=1)  # NaN is never before
        low, mid, high = np.quantile(share, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
        record = float((seen < end).mean())
        rows.append({"week": -(-end // WEEK), "until": iso(passage.start + end - 1), "record": record,
                     "low": float(low), "median": float(mid), "high": float(high),
                     "inside": bool(low - 1e-9 <= record <= high + 1e-9)})  # fmt: skip
    return rows


def _day(town: Town) -> int:
    return 0 if town.day is None else town.day


def _kinds(towns: Sequence[Town], rows: list[dict[str, Any]], passage: Passage) -> list[dict[str, Any]]:
    """Return a row per kind of town: the code of its council, and whether a rival is named."""
    found = []
    for cell in sorted({town.cell for town in towns if town.is_known}):
        at = [place for place, town in enumerate(towns) if town.cell == cell and town.day is not None]
        shots = [place for place in at if towns[place].armed is not None]
        if not at:
            continue
        found.append({
            "code": cell[0], "rival": cell[1], "towns": len(at),
            "lag_observed": float(np.median([_day(towns[place]) - passage.start for place in at])),
            "lag_median": float(np.median(np.median(passage.dated[:, at], axis=0))),
            "date_mae_days": _mean([rows[place]["error_days"] for place in at]),
            "armed_observed": sum(bool(towns[place].armed) for place in shots),
            "armed_expected": float(sum(rows[place]["armed_share"] for place in shots)),
        })  # fmt: skip
    return found
