"""How often made-up coups succeed, and how often without a death, beside what is counted of real ones.

A coup from the top of an army succeeds about twice as often as one from the bottom. The cases of scenario/capital.py
know nothing of that: their leaders differ in whom they command and what they hold, and in nothing else. So the rates
say whether the universal parameters turn command into power as armies do.

Each history is run with the plotters at the transmitter and without, on the same luck. Histories are spread over
several capitals, each with luck of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import ceil, nan, sqrt
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis.finding import Finding
from dualpower.analysis.pairs import difference, z_of
from dualpower.ensemble.intervals import wilson
from dualpower.errors import DualpowerError
from dualpower.scenario.capital import RANKS, Coup, make, record

if TYPE_CHECKING:
    from dualpower.compiler.problem import Problem

CAPITALS = 12  # made-up towns that a command spreads its histories over
FEW_CAPITALS = 4  # those that a row of parameters is tried in
LEVEL = 0.95
SUCCESS, BLOODLESS, FAILED = 0, 1, 2  # what is kept of a run


@cache
def problem(coup: Coup) -> Problem:
    """Return a case ready to run. Raises ScenarioError when its frame is not sound."""
    from dualpower.compiler import build

    return build(make(coup))


def digest(capitals: int = FEW_CAPITALS) -> str:
    """Return the SHA-256 of all cases of so many capitals: whatever changes one of them changes it."""
    cases = (Coup(rank, held, i) for i in range(capitals) for rank in RANKS for held in (True, False))
    return hashlib.sha256("".join(problem(coup).digest for coup in cases).encode()).hexdigest()


def targets() -> dict[str, tuple[float, float, float]]:
    """Return what is counted of real coups: (share, low, high) for each rank, and for ``bloodless``."""
    return {name: record(name) for name in (*RANKS, "bloodless")}


@dataclass(frozen=True)
class Summary:
    """What rows of parameters make of the generated coups.

    success    float [N, 3]: share that succeed, led from the top, the middle, the bottom (NaN where all runs failed)
    bloodless  float [N]: share of the contests of all ranks in which nobody dies
    failed     int [N]: runs that failed and are counted nowhere
    cases      runs behind each share of ``success``
    """

    success: np.ndarray
    bloodless: np.ndarray
    failed: np.ndarray
    cases: int

    def array(self) -> np.ndarray:
        """Return float [N, 4]: top, middle, bottom, bloodless."""
        return np.column_stack([self.success, self.bloodless])


def summarise(
    params: Any,
    *,
    seed: int = 0,
    first: int = 0,
    capitals: int = FEW_CAPITALS,
    town: int = 0,
    alter: Callable[[Problem], Problem] | None = None,
    threads: int = 0,
    progress: Callable[[int], None] | None = None,
) -> Summary:
    """Try each row of parameters in every case of some capitals.

    Row i is run ``first + i`` of each case, so that shards join to the whole whatever their sizes.

    Args:
        params: float [N, 21] in the order of ``engine.params.PARAMS``, NaN where the prior decides.
        capitals: made-up towns; each row makes 6 runs in each of them.
        town: number of the first of them.
        alter: changes each case before it is run (ablation.py).
        progress: called with the number of runs done.
    Raises:
        DualpowerError: a seed, a number of capitals or a shape out of range.
    """
    rows = np.asarray(params, dtype=float)
    if rows.ndim != 2 or capitals < 1:
        raise DualpowerError("E801", f"{rows.ndim} dimensions and {capitals} capitals", "rows of parameters, 1 capital")
    kept = np.empty((3, len(RANKS), 2 * capitals, len(rows)))
    done = 0
    for r, rank in enumerate(RANKS):
        for i in range(2 * capitals):
            coup = Coup(rank, i % 2 == 0, town + i // 2)
            kept[:, r, i] = _run(
                coup, seed=seed + coup.capital, first=first, runs=len(rows), params=rows, threads=threads, alter=alter
            )
            done += len(rows)
            if progress is not None:
                progress(done)
    return Summary(
        _mean(kept[SUCCESS], axis=1).T,
        _mean(kept[BLOODLESS].reshape(-1, len(rows)), axis=0),
        kept[FAILED].sum(axis=(0, 1)).astype(int),
        2 * capitals,
    )


def _mean(values: np.ndarray, axis: int) -> np.ndarray:
    """Return means of what is known, NaN where nothing is."""
    known = ~np.isnan(values)
    count = known.sum(axis=axis)
    total = np.where(known, values, 0.0).sum(axis=axis)
    return np.asarray(np.where(count > 0, total / np.maximum(count, 1), nan))


def _run(
    coup: Coup,
    *,
    seed: int,
    first: int,
    runs: int,
    params: Any,
    threads: int,
    alter: Callable[[Problem], Problem] | None = None,
) -> np.ndarray:
    """Return float [3, runs]: succeeded, bloodless (both NaN where the run failed), failed."""
    from dualpower.engine.batch import run_batch

    case = problem(coup) if alter is None else alter(problem(coup))
    block = run_batch(
        case.case, seed=seed, first=first, runs=runs, params=params, threads=threads, keep_series=False
    )  # fmt: skip
    failed = block.status != 0
    succeeds = next(i for i, outcome in enumerate(case.outcomes) if outcome.id == "succeeds")
    dead = next(i for i, watch in enumerate(case.watches) if watch.id == "without-a-death.share")
    found = np.stack([block.outcome == succeeds, block.watch_val[:, dead] == 1, failed]).astype(float)
    found[:FAILED, failed] = nan
    return found


def coups(
    *,
    rank: str | Sequence[str] | None = None,
    transmitter: bool | None = None,
    runs: int = 1_000,
    seed: int = 0,
    capitals: int = CAPITALS,
    params: Any = None,
    even: bool = False,
    threads: int = 0,
    progress: Callable[[int], None] | None = None,
) -> Finding:
    """Count how often generated coups succeed, by the rank of their leaders, beside the record.

    Args:
        rank: ``top``, ``middle``, ``bottom``, or several; all three where none is given.
        transmitter: True: the plotters hold it at the start; False: the government does; None: each history both ways.
        runs: histories of each rank, 1 or more; each is lived twice where ``transmitter`` is None.
        seed: 0 to 2**62. The same seed gives the same histories.
        capitals: made-up towns that the histories are spread over.
        params: float [runs, 21], NaN where the prior decides; the prior decides everything where none are given.
        even: give the plotters an even chance in everybody's eyes at the start, whatever their rank.
        threads: 0 for all cores; changes nothing else.
        progress: called with the number of runs done.
    Returns:
        Finding with a row per rank and hold on the transmitter (docs/format.md, 'Output shapes').
    Raises:
        DualpowerError: E204 no such rank, E801 an impossible number of runs, E802 an impossible seed.
    """
    ranks = RANKS if rank is None else (rank,) if isinstance(rank, str) else tuple(rank)
    holds = (True, False) if transmitter is None else (transmitter,)
    cases = [[Coup(name, held, even=even) for held in holds] for name in ranks]
    if runs < 1 or capitals < 1:
        raise DualpowerError("E801", f"{runs} runs in {capitals} capitals", "ask for at least one")
    table, done = [], 0
    for arms in cases:
        lived = []
        for coup in arms:
            lived.append(_spread(coup, runs=runs, seed=seed, capitals=capitals, params=params, threads=threads))
            done += runs
            if progress is not None:
                progress(done)
        table += _rows(arms, lived)
    return _finding(table, runs=runs, seed=seed, capitals=capitals, even=even)


def _spread(coup: Coup, *, runs: int, seed: int, capitals: int, params: Any, threads: int) -> np.ndarray:
    """Return float [3, runs] of one kind of case: history i happens in one of the capitals, in equal parts."""
    each = ceil(runs / capitals)
    parts = []
    for town in range(ceil(runs / each)):
        first = town * each
        count = min(each, runs - first)
        rows = None if params is None else np.asarray(params, dtype=float)[first : first + count]
        case = replace(coup, capital=town)
        parts.append(_run(case, seed=seed, first=first, runs=count, params=rows, threads=threads))
    return np.concatenate(parts, axis=1)


def _rows(arms: list[Coup], lived: list[np.ndarray]) -> list[dict[str, Any]]:
    """Return a row per hold on the transmitter, and first one for both together."""
    rows = [
        _row(arm.rank, "with" if arm.transmitter else "without", found) for arm, found in zip(arms, lived, strict=True)
    ]
    if len(lived) == 1:
        return rows
    both = _row(arms[0].rank, "both", np.concatenate(lived, axis=1))
    pairs = (lived[0][SUCCESS] + lived[1][SUCCESS]) / 2  # the two share their luck: a pair is one observation
    known = pairs[~np.isnan(pairs)]
    if len(known) > 1:
        half = z_of(LEVEL) * sqrt(float(known.var(ddof=1)) / len(known))
        both |= {"low": max(0.0, both["success"] - half), "high": min(1.0, both["success"] + half)}
        gain = difference(lived[1][SUCCESS], lived[0][SUCCESS], level=LEVEL)
        both |= {"gain": gain.shift, "gain_low": gain.low, "gain_high": gain.high}
    return [both, *rows]


def _row(rank: str, transmitter: str, found: np.ndarray) -> dict[str, Any]:
    ended = int((found[FAILED] == 0).sum())
    success, bloodless = int(np.nansum(found[SUCCESS])), int(np.nansum(found[BLOODLESS]))
    low, high = wilson(success, ended, level=LEVEL)
    quiet_low, quiet_high = wilson(bloodless, ended, level=LEVEL)
    share, least, most = record(rank)
    return {
        "rank": rank, "transmitter": transmitter, "runs": ended, "failed": int(found[FAILED].sum()),
        "success": success / ended if ended else nan, "low": low, "high": high,
        "record": share, "record_low": least, "record_high": most,
        "bloodless": bloodless / ended if ended else nan, "bloodless_low": quiet_low, "bloodless_high": quiet_high,
        "gain": nan, "gain_low": nan, "gain_high": nan,
    }  # fmt: skip


def _finding(table: list[dict[str, Any]], *, runs: int, seed: int, capitals: int, even: bool) -> Finding:
    whole = [row for row in table if row["transmitter"] == "both"] or table
    shares = ", ".join(f"{100 * row['success']:.0f} % from the {row['rank']}" for row in whole)
    counted = ", ".join(f"{100 * row['record']:.0f} %" for row in whole)
    ended = sum(row["runs"] for row in whole)
    quiet = sum(row["bloodless"] * row["runs"] for row in whole if row["runs"]) / ended if ended else nan
    real = record("bloodless")
    sentence = (
        f"Of generated coups {shares} succeed (the record: {counted}); "
        f"{100 * quiet:.0f} % cost nobody's life (the record: about {100 * real[0]:.0f} %)."
    )
    sure = (
        f"The intervals are {100 * LEVEL:.0f} %, for the luck of {runs:,} histories of each kind; "
        "that the cases are made up, and their numbers assumed, is in no interval."
    )
    facts = {
        "scenario": "coups", "runs": runs, "seed": seed, "capitals": capitals, "even": even, "bloodless": quiet,
        "bloodless_record": {"share": real[0], "low": real[1], "high": real[2]},
        "failed": sum(row["failed"] for row in whole), "level": LEVEL,
    }  # fmt: skip
    return Finding(tuple(table), sentence, sure, facts, rows="coups")
