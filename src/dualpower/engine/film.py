"""One history looked at while it happens: where everybody is, who holds what, who believes what.

A film is a series of frames, the world as it stands at the end of each step that begins an interval. It is
the same history that ``run_batch`` counts: looking changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualpower.engine import build
from dualpower.engine.batch import MAX_SEED, STAGES, Worker
from dualpower.engine.params import PARAMS
from dualpower.errors import DualpowerError

Array = NDArray[Any]
SLOT, PARENT, PLACE, GOAL, ARRIVES, SERVES, DEAD, CAPTURED = range(8)  # first columns of a frame's units


@dataclass(frozen=True)
class Frame:
    """The world at one minute. Codes count from 0, -1 is nobody or nowhere.

    units: int32 [n, 8 + 2 K]: slot, slot of the unit they were sent from (its own if none), site, goal on
        the march, minute of arrival there, authority served, dead so far, held captive; then men who act for
        each authority, then men who stand with each.
    holder: int8 [S]. contested: uint8 [S], 1 where sides face each other.
    believed: int8 [K,S], who holds a site in the eyes of each authority. seen: int32 [K,S], the
        minute of that news, -1 never.
    """

    minute: int
    units: Array
    holder: Array
    contested: Array
    believed: Array
    seen: Array


@dataclass(frozen=True)
class Film:
    """A whole history: frames in order of time, and its log as ``run_batch`` gives it (docs of Block)."""

    outcome: int
    frames: list[Frame]
    log_rows: Array
    log_x: Array
    log_units: Array
    chosen: Array


def _frame(worker: Worker, minute: int) -> Frame:
    arrays, sizes = worker.arrays, worker.sizes
    _, _, used = worker.world.upshot()
    live = np.flatnonzero(arrays["live"][:used])
    served = arrays["serves"][live] - 1
    first = [live, arrays["parent"][live], arrays["place"][live], arrays["goal"][live], arrays["arrive"][live]]
    body = np.column_stack([*first, served, arrays["dead"][live], arrays["captured"][live]])
    stands = [arrays["act"][live, 1 : sizes["K1"]], arrays["n"][live, 1 : sizes["K1"]]]
    sites = sizes["S"]
    return Frame(
        minute,
        np.hstack([body, *stands]).astype(np.int32),
        (arrays["holder"][:sites] - 1).astype(np.int8),
        (arrays["hot"][:sites] != 0).astype(np.uint8),
        (arrays["kholder"][1 : sizes["K1"], :sites] - 1).astype(np.int8),
        arrays["klook"][1 : sizes["K1"], :sites].astype(np.int32),
    )


def film_run(
    case: Any,
    *,
    seed: int,
    run: int,
    every: int = 60,
    params: Array | None = None,
    options: Array | None = None,
    progress: Callable[[int], None] | None = None,
) -> Film:
    """Live one history of a case and keep a frame every so many minutes, with its log.

    Args:
        case: Case made by the compiler for the kernel in use.
        seed: 0 .. 2**63 - 1.
        run: the number of the history: run 7 here is run 7 of ``run_batch`` with this seed.
        every: minutes from frame to frame, at least one step.
        params: float64 [21], NaN where the prior decides.
        options: int16 [D], -1 where chance decides.
        progress: called with the minute reached.
    Raises:
        DualpowerError: E802 a seed out of range; E801 ``every`` is not positive; E807 the history failed.
    """
    if not 0 <= seed <= MAX_SEED:
        raise DualpowerError("E802", f"seed {seed} is out of range", f"0 .. {MAX_SEED}")
    if every <= 0:
        raise DualpowerError("E801", f"a frame every {every} minutes is no film", "at least 1")
    worker = Worker(case, build.kernel())
    sizes = worker.sizes
    worker.prepare(
        np.full(len(PARAMS), np.nan) if params is None else params,
        np.full(sizes["D"], -1, np.int16) if options is None else options,
        keep_log=True,
    )
    module = worker.module
    module.begin_run(case, worker.world, seed, run)
    frames, minutes = [_frame(worker, 0)], int(sizes["minutes"])
    for minute in range(every, minutes + every, every):
        module.continue_run(case, worker.world, min(minute, minutes))
        frames.append(_frame(worker, min(minute, minutes)))
        if progress is not None:
            progress(min(minute, minutes))
    outcome = int(module.finish_run(case, worker.world))
    worker.settle()
    stage, rows, _ = worker.world.upshot()
    if stage or outcome < 0:
        raise DualpowerError("E807", f"run {run} failed at the stage {STAGES[stage or 5]!r}", "choose another run")
    return Film(outcome, frames, *worker.log(rows), worker.chosen())
