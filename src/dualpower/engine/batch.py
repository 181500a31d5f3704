"""Many histories of one case: each on its own luck, on as many threads as there are cores.

Everything about run i depends only on the case, the seed, first + i, and the parameters and options fixed
for it: the same alone, in a batch, on any thread, compiled or interpreted. A run that fails is a row with
the stage at which it failed.
"""

import os
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dualpower.engine import amalgam, build
from dualpower.engine.params import PARAMS
from dualpower.engine.world import N_EVENTS, SERIES_COMMON, SERIES_PER_AUTHORITY
from dualpower.errors import DualpowerError

# stage of a failed run: the row says where it stopped
STAGES = {0: "ok", 1: "exception", 2: "log full", 3: "calls full", 4: "news full", 5: "no outcome held", 6: "mechanism"}
MAX_SEED = 2**63 - 1
MAX_AUTHORITIES = 24  # sets of authorities are bits of a C int
Array = NDArray[Any]


@dataclass(frozen=True)
class Block:
    """Results of R runs, one row each. Codes of authorities and holders count from 0; -1 is nobody."""

    status: Array  # int8 [R] 0 ok, else a stage of STAGES
    outcome: Array  # int16 [R] -1 if the run failed
    chosen: Array  # int8 [R,D] option taken within its decision, -1 never came up
    watch_min: Array  # int32 [R,W] first minute, -1 never
    watch_val: Array  # float64 [R,W] value then, NaN if never
    params: Array  # float64 [R,21] as drawn
    counts: Array  # int32 [R,81] times each event was logged
    order_causes: Array  # int32 [R,8] leaders' orders and decisions by cause
    change_causes: Array  # int32 [R,8] transfers, surrenders, truces, defections by cause
    work: Array  # int64 [R,5] reviews, contest sides, calls, rules, arrivals
    series: Array  # int32 [R,H,C] or [0,H,C]
    holders: Array  # int8 [R,H,S] or [0,H,S]
    log_rows: list[Array]  # int32 [n,8] each, if kept
    log_x: list[Array]  # float64 [n] each, if kept
    log_units: list[Array]  # int32 [2 U0]: base unit of each unit number (a detachment is U0 + its parent), if kept


def engine_digest() -> str:
    """SHA-256 of everything that decides what a run does: constants, parameters' places, rooms."""
    return amalgam.digest()


class Worker:
    """One world and the arrays under it."""

    def __init__(self, case: Any, module: Any) -> None:
        self.case = case
        self.module = module
        self.sizes = case.sizes()
        self.first_options = case.first_options()[: self.sizes["D"]]
        self.arrays = module.world_arrays(case)
        self.world = module.World(self.arrays)
        prior = [[row.kind, row.a, row.b, row.low, row.high] for row in PARAMS]
        self.arrays["prior"][:] = np.array(prior)

    def prepare(self, params: Array, options: Array, *, keep_log: bool) -> None:
        """Before a history: what is fixed for it. NaN and -1 leave it to the prior and to chance."""
        self.arrays["given"][:] = params
        self.arrays["fixed"][:] = -1
        for i, option in enumerate(options):
            if option >= 0:
                self.arrays["fixed"][i] = self.first_options[i] + option
        self.world.outset(int(keep_log))

    def settle(self) -> None:
        """After a history: raise what a user's own function raised in it."""
        caller = self.case.caller()
        if caller is not None:
            caller.settle()

    def run(self, seed: int, number: int, params: Array, options: Array, keep_log: bool) -> int:
        """Run one history; returns its outcome or -1."""
        self.prepare(params, options, keep_log=keep_log)
        outcome = int(self.module.simulate_run(self.case, self.world, seed, number))
        self.settle()
        return outcome

    def chosen(self) -> Array:
        """int8 [D]: the option taken within each decision, -1 where it never came up."""
        took = self.arrays["dec_took"][: self.sizes["D"]]
        return np.where(took >= 0, took - self.first_options, -1).astype(np.int8)

    def log(self, used: int) -> tuple[Array, Array, Array]:
        """The log's rows and numbers, and the base unit of each unit number in it, as in Block."""
        rows = self.arrays["log"][:used].copy()
        rows[:, 5] = np.where(rows[:, 5] > 0, rows[:, 5] - 1, -1)
        bases = np.arange(self.sizes["U0"], dtype=np.int32)
        return rows, self.arrays["logx"][:used].copy(), np.concatenate([bases, bases])


def _empty(sizes: dict[str, int], runs: int, keep_series: bool) -> dict[str, Any]:
    kept = runs if keep_series else 0
    columns = SERIES_COMMON + SERIES_PER_AUTHORITY * sizes["K"]
    return {
        "status": np.zeros(runs, np.int8),
        "outcome": np.full(runs, -1, np.int16),
        "chosen": np.full((runs, sizes["D"]), -1, np.int8),
        "watch_min": np.full((runs, sizes["W"]), -1, np.int32),
        "watch_val": np.full((runs, sizes["W"]), np.nan),
        "params": np.full((runs, len(PARAMS)), np.nan),
        "counts": np.zeros((runs, N_EVENTS), np.int32),
        "order_causes": np.zeros((runs, 8), np.int32),
        "change_causes": np.zeros((runs, 8), np.int32),
        "work": np.zeros((runs, 5), np.int64),
        "series": np.zeros((kept, sizes["hours"], columns), np.int32),
        "holders": np.full((kept, sizes["hours"], sizes["S"]), -1, np.int8),
        "log_rows": [np.zeros((0, 8), np.int32)] * runs,
        "log_x": [np.zeros(0)] * runs,
        "log_units": [np.zeros(0, np.int32)] * runs,
    }


def _take(out: dict[str, Any], i: int, worker: Worker, outcome: int, keep_log: bool) -> None:
    """Copy one finished run into its row."""
    sizes, arrays = worker.sizes, worker.arrays
    stage, rows_used, _ = worker.world.upshot()
    decisions, watches, hours = sizes["D"], sizes["W"], sizes["hours"]
    out["params"][i] = arrays["par"]
    if stage or outcome < 0:
        out["status"][i] = stage or 5
        return
    out["outcome"][i] = outcome
    if decisions:
        out["chosen"][i] = worker.chosen()
    if watches:
        out["watch_min"][i] = arrays["watch_min"][:watches]
        out["watch_val"][i] = np.where(out["watch_min"][i] >= 0, arrays["watch_val"][:watches], np.nan)
    for name in ("counts", "order_causes", "change_causes"):
        out[name][i] = arrays[name]
    out["work"][i] = arrays["work"][:5]
    if len(out["series"]):
        out["series"][i] = arrays["series"][:hours]
        out["holders"][i] = arrays["holders"][:hours] - 1
    if keep_log:
        out["log_rows"][i], out["log_x"][i], out["log_units"][i] = worker.log(rows_used)


def _checked(name: str, given: Array | None, shape: tuple[int, int], dtype: Any, fill: float) -> Array:
    if given is None:
        return np.full(shape, fill, dtype)
    table = np.asarray(given, dtype)
    if table.shape != shape:
        raise DualpowerError("E801", f"{name} has shape {table.shape}, the runs need {shape}", "one row per run")
    return table


def run_batch(
    case: Any,
    *,
    seed: int,
    first: int,
    runs: int,
    numbers: Array | None = None,
    threads: int = 0,
    params: Array | None = None,
    options: Array | None = None,
    keep_log: bool = False,
    keep_series: bool = True,
    progress: Callable[[int], None] | None = None,
    stop: Callable[[], bool] | None = None,
    module: Any = None,
) -> Block:
    """Run histories first .. first + runs - 1 of a case.

    Args:
        case: Case made by the compiler for the kernel in use (or for ``module``).
        seed: 0 .. 2**63 - 1.
        numbers: int [runs], the numbers of the histories in place of first, first + 1, ...
        threads: 0 = all cores.
        params: float64 [runs, 21], NaN where the prior decides.
        options: int16 [runs, D], -1 where chance decides.
        keep_log: keep the events (a few hundred kilobytes a run).
        progress: called with the number of finished runs, from any thread.
        stop: asked between runs; True leaves the remaining rows as status 1.
        module: another kernel, such as the interpreted rooms.
    Raises:
        DualpowerError: a seed or shape out of range.
    """
    if not 0 <= seed <= MAX_SEED:
        raise DualpowerError("E802", f"seed {seed} is out of range", f"0 .. {MAX_SEED}")
    module = module or build.kernel()
    sizes = case.sizes()
    if sizes["K"] > MAX_AUTHORITIES:
        raise DualpowerError("E801", f"{sizes['K']} authorities are too many", f"at most {MAX_AUTHORITIES}")
    given = _checked("params", params, (runs, len(PARAMS)), np.float64, np.nan)
    fixed = _checked("options", options, (runs, sizes["D"]), np.int16, -1)
    out = _empty(sizes, runs, keep_series)
    todo: queue.SimpleQueue[int] = queue.SimpleQueue()
    for i in range(runs):
        todo.put(i)
    done = [0]
    lock = threading.Lock()
    errors: list[BaseException] = []

    def work() -> None:
        worker = Worker(case, module)
        while not errors:
            try:
                i = todo.get_nowait()
            except queue.Empty:
                return
            if stop is not None and stop():
                out["status"][i] = 1
                continue
            number = first + i if numbers is None else int(numbers[i])
            outcome = worker.run(seed, number, given[i], fixed[i], keep_log)
            _take(out, i, worker, outcome, keep_log)
            if progress is not None:
                with lock:
                    done[0] += 1
                    progress(done[0])

    def guarded() -> None:
        try:
            work()
        except BaseException as error:  # noqa: BLE001, handed to the caller's thread below
            errors.append(error)

    number = min(threads or os.cpu_count() or 1, max(1, runs))
    if number == 1:
        work()
    else:
        crew = [threading.Thread(target=guarded, daemon=True) for _ in range(number)]
        for member in crew:
            member.start()
        for member in crew:
            member.join()
    if errors:
        raise errors[0]
    return Block(**out)
