"""How good a forecast was, mark by mark, beside the force-ratio forecaster.

Two scores, both losses. The *log score* asks one thing of each part of a mark: how likely did the forecast
hold what the record tells (its range, or a twentieth of the reference about its point)? A value that could
not be read in a history, for its moment never came, is a miss. Neither forecast is charged with more than
200 histories can tell: none of them counts as one in 402. The *CRPS* is the distance of the whole forecast
from the record, on the line from 0 to 1 that the marks are measured on (for a share, the Brier score).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import fit, forecaster, summaries
from dualpower.analysis import marks as reading
from dualpower.analysis.calibration import frame_of, watched
from dualpower.analysis.scores import log_score

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

BASELINE_RUNS = 200


def judge_forecast(resolved: Resolved, result: Result, *, baseline_runs: int = BASELINE_RUNS) -> list[dict[str, Any]]:
    """Return a row per part: id, median, low, high, observed, log and CRPS of the forecast and of force ratios.

    The last two are None where force ratios cannot speak.
    """
    frame, found = frame_of(resolved), watched(result, result.ended)
    plain = forecaster.forecast(resolved, runs=baseline_runs, seed=result.seed)
    logs, plain_logs = _logs(resolved, found, frame), _logs(resolved, plain, frame)
    rows = []
    for mark_id, mark in resolved.scenario.marks.items():
        for part_id, part in mark.parts.items():
            name = f"{mark_id}.{part_id}"
            judged = fit.judge(name, part, found, frame, plain)
            top = _top(part, frame)
            rows.append({
                **{key: judged.row[key] for key in ("kind", "median", "low", "high", "observed", "band", "inside")},
                "id": name,
                "log": logs.get(name),
                "crps": judged.loss / top if np.isfinite(judged.loss) else None,
                "log_force": plain_logs.get(name),
                "crps_force": judged.force / top if np.isfinite(judged.force) else None,
            })  # fmt: skip
    return rows


def _logs(resolved: Resolved, found: reading.Watched, frame: reading.Frame) -> dict[str, float]:
    """Return minus the log of the share of histories that hold the record, by part."""
    some = next(iter(found.values()), None)
    if some is None or not len(some[0]):
        return {}
    numbers = summaries.summarise(resolved, found, frame)
    out = {}
    for i, full in enumerate(numbers.names):
        name = full.partition("/")[2]
        if not name.endswith("?"):
            near = np.abs(numbers.values[:, i] - numbers.observed[i]) <= numbers.slack[i] + 1e-9
            held = int((near & numbers.known[:, i]).sum())
            out[name] = log_score(max((held + 0.5) / (len(near) + 1), 0.5 / (BASELINE_RUNS + 1)))
    return out


def _top(part: Any, frame: reading.Frame) -> float:
    """Return what a loss of the whole reference would be, in the unit of ``fit``'s losses."""
    top = reading.scale(part, frame)
    if part.kind in reading.SHARES or part.kind == "order":
        return 1.0
    return float(np.log1p(top)) if part.kind in reading.COUNTED and top > 1 else top


def totals(rows: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    """Return mean log score and CRPS, over all parts and over those about which both can speak."""
    both = [row for row in rows if row["log_force"] is not None and row["log"] is not None]
    crps_both = [row for row in rows if row["crps_force"] is not None and row["crps"] is not None]

    def mean(found: Sequence[Mapping[str, Any]], key: str) -> float:
        values = [row[key] for row in found if row[key] is not None]
        return float(np.mean(values)) if values else float("nan")

    return {
        "log": mean(rows, "log"),
        "crps": mean(rows, "crps"),
        "both": len(both),
        "log_both": mean(both, "log"),
        "log_force": mean(both, "log_force"),
        "crps_both": mean(crps_both, "crps"),
        "crps_force": mean(crps_both, "crps_force"),
    }
