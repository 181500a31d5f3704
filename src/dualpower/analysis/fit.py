"""How well the histories of an ensemble meet the marks of the record.

A mark is *inside* when the record's point, or the middle of its range, lies in the ensemble's 90 %
interval (time, number, ratio, duration); when the median Kendall's tau is at least 0.7 (order); when
the ensemble lies in the mark's band (state, boolean, share). A mark of several parts is inside when
every part is. A forecast so wide that it covers everything says nothing: its *sharpness*, the width
of its 90 % interval over a reference, must not exceed 0.8.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis.finding import Finding
from dualpower.analysis.marks import COUNTED, SHARES, TIMED, Frame, Sample, Watched, gather, observed, scale
from dualpower.analysis.scores import brier, crps, crps_uniform, skill
from dualpower.ensemble.intervals import wilson

if TYPE_CHECKING:
    from dualpower.scenario.schema import Mark, Part

TAU_WANTED = 0.7
BLUNT = 0.8
LEVEL = 0.9


@dataclass(frozen=True)
class Judged:
    """One part judged: the row of the table, and its loss beside those of the two baselines."""

    row: dict[str, Any]
    loss: float
    constant: float
    force: float

    @property
    def skill_constant(self) -> float | None:
        """Share saved of the loss of a constant."""
        return skill(self.loss, self.constant)

    @property
    def skill_force(self) -> float | None:
        """Share saved of the loss of the force-ratio forecaster."""
        return skill(self.loss, self.force)


def _stretch(part: Part, value: Any, top: float) -> Any:
    """Put a value on the line where its spread is measured (logarithmic for large numbers)."""
    if part.kind in COUNTED and top > 1:
        return np.log1p(np.maximum(value, 0.0))
    return np.asarray(value, dtype=float)


def _interval(part: Part, sample: Sample) -> tuple[float, float, float]:
    """Return the median and the 90 % interval, in the part's unit (for a share: Wilson's)."""
    values = sample.values
    if values.size == 0:
        return (float("nan"),) * 3
    if part.kind in SHARES:
        low, high = wilson(int(values.sum()), int(values.size), level=LEVEL)
        return float(values.mean()), low, high
    low, mid, high = np.quantile(values, [0.5 - LEVEL / 2, 0.5, 0.5 + LEVEL / 2])
    return float(mid), float(low), float(high)


def _sharpness(part: Part, low: float, high: float, top: float) -> float:
    if not np.isfinite(low):
        return float("nan")
    if part.kind == "order":
        return (high - low) / 2  # tau runs from -1 to 1
    wide = float(_stretch(part, high, top) - _stretch(part, low, top))
    return wide / float(_stretch(part, top, top))


def _inside(part: Part, mid: float, low: float, high: float, seen: float | None, band: Any) -> bool:
    if not np.isfinite(mid):
        return False
    if part.kind == "order":
        return mid >= TAU_WANTED
    if part.kind in SHARES or (part.kind == "state" and band is not None):
        if band is None:
            return seen is not None and abs(mid - seen) <= 0.5
        return bool(band[0] <= mid <= band[1])
    return seen is not None and low <= seen <= high


def _losses(part: Part, sample: Sample | None, seen: float | None, top: float) -> tuple[float, float]:
    """Return the loss of a sample and the loss of somebody who knows nothing but the reference."""
    if sample is None or seen is None or sample.everyone.size == 0:
        return float("nan"), float("nan")
    values = sample.everyone
    if part.kind in SHARES:
        happened = float(seen >= 0.5)
        return brier(float(values.mean()), happened), brier(0.5, happened)
    if part.kind == "order":
        return float((1 - values).mean()) / 2, 0.5
    line = _stretch(part, values, top)
    at = float(_stretch(part, seen, top))
    return crps(line, at), crps_uniform(0.0, float(_stretch(part, top, top)), at)


def judge(name: str, part: Part, watched: Watched, frame: Frame, baseline: Watched | None = None) -> Judged:
    """Judge one part, called ``MARK.PART``, against the record."""
    seen, band = observed(part, frame)
    top = scale(part, frame)
    sample = gather(name, part, watched, frame) or Sample(np.empty(0), np.empty(0), 0.0)
    mid, low, high = _interval(part, sample)
    sharp = _sharpness(part, low, high, top)
    loss, constant = _losses(part, sample, seen, top)
    plain_ratio = gather(name, part, baseline, frame) if baseline is not None else None
    force, _ = _losses(part, plain_ratio, seen, top)
    within = _inside(part, mid, low, high, seen, band)
    row = {
        "id": name.partition(".")[2],
        "kind": part.kind,
        "unit": "h" if part.kind in TIMED else "",
        "median": mid,
        "low": low,
        "high": high,
        "observed": seen,
        "band": band,
        "happened": sample.happened,
        "inside": bool(within and sharp <= BLUNT),
        "sharpness": sharp,
        "score": loss,
        "remark": _remark(part, sample, within, sharp),
    }
    return Judged(row, loss, constant, force)


def _remark(part: Part, sample: Sample, within: bool, sharp: float) -> str:
    """Say in a few words what a reader of the row must not miss."""
    if sample.values.size == 0:
        return "its condition never held" if part.kind in SHARES else "never happens"
    if part.kind in TIMED and sample.happened < 0.5:
        return f"happens in only {100 * sample.happened:.0f} % of runs"
    if within and sharp > BLUNT:
        return "too wide to count"
    return ""


def _merge(mark_id: str, mark: Mark, parts: list[Judged]) -> dict[str, Any]:
    """Make one row of a mark: of its only part, or of all of them together."""
    first = parts[0].row
    several = len(parts) > 1
    return {
        **first,
        "id": mark_id,
        "title": dict(mark.title) if isinstance(mark.title, Mapping) else mark.title,
        "kind": "compound" if several else first["kind"],
        "inside": all(p.row["inside"] for p in parts),
        "sharpness": float(np.max([p.row["sharpness"] for p in parts])),  # NaN if any is
        "score": None if several else first["score"],
        "skill": _pooled(parts, [p.constant for p in parts]),
        "skill_force": _pooled(parts, [p.force for p in parts]),
        "remark": "; ".join(dict.fromkeys(p.row["remark"] for p in parts if p.row["remark"])),
        "parts": [{**p.row, "skill": p.skill_constant, "skill_force": p.skill_force} for p in parts],
    }


def _pooled(parts: list[Judged], others: list[float]) -> float | None:
    """Return the skill of several parts together; each loss counts in the unit of the constant's."""
    known = [
        (part.loss / part.constant, other / part.constant)
        for part, other in zip(parts, others, strict=True)
        if np.isfinite(part.loss) and np.isfinite(other) and part.constant > 0
    ]
    return skill(sum(loss for loss, _ in known), sum(other for _, other in known)) if known else None


def score_marks(
    marks: Mapping[str, Mark], watched: Watched, frame: Frame, *, baseline: Watched | None = None
) -> list[dict[str, Any]]:
    """Return one row per mark: id, kind, median, low, high, observed, inside, sharpness, score, skill.

    The headline values of a compound mark are those of its first part; ``parts`` holds them all.
    ``skill`` is the share saved of a constant's loss, ``skill_force`` of the force-ratio forecaster's
    (None where that forecaster cannot speak).
    """
    return [
        _merge(m, mark, [judge(f"{m}.{p}", part, watched, frame, baseline) for p, part in mark.parts.items()])
        for m, mark in marks.items()
    ]


def find_fit(rows: list[dict[str, Any]], *, runs: int, scripted_share: float, **facts: Any) -> Finding:
    """Sum up judged marks: how many inside, how sharp, how much of the leaders' doing was dated."""
    inside, total = sum(r["inside"] for r in rows), len(rows)
    sharps = [r["sharpness"] for r in rows if r["sharpness"] is not None and np.isfinite(r["sharpness"])]
    middle = median(sharps) if sharps else float("nan")
    sentence = f"{inside} of {total} marks are inside; the median sharpness is {middle:.2f}."
    if not sharps:
        sentence = f"{inside} of {total} marks are inside; none of them happened in any run."
    sure = (
        f"It rests on {runs:,} runs; a dated order made {100 * scripted_share:.1f} % "
        "of the leaders' orders and decisions."
        if runs
        else "It rests on no run."
    )
    known = {
        **facts,
        "runs": runs,
        "inside": inside,
        "total": total,
        "median_sharpness": middle,
        "scripted_share": scripted_share,
    }
    return Finding(tuple(rows), sentence, sure, known, rows="marks")
