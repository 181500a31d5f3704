"""From a scenario mapping to a problem, from a problem to runs, from a run to rows and a digest."""

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from dualpower import words
from dualpower.compiler import Problem, build
from dualpower.draft import Draft
from dualpower.engine import batch
from dualpower.engine import build as kernels
from dualpower.engine.params import PARAMS
from dualpower.scenario.resolve import resolve

SYMBOLS = [row.symbol for row in PARAMS]
CAUSES = {code: word for word, code in words.CAUSES.items()}
EVENTS = {code: word for word, code in words.EVENTS.items()}


def problem_of(mapping: dict[str, Any]) -> Problem:
    """Compile a mapping; a mistake in it is the test's own, so it is told in full."""
    found, problems = resolve(Draft(mapping, Path(), "world.yaml"))
    assert found is not None and not problems, "\n".join(map(str, problems))
    return build(found)


def params_row(fixed: dict[str, float] | None, runs: int) -> np.ndarray:
    """One row a run: NaN where the prior decides."""
    row = np.full(len(SYMBOLS), np.nan)
    for symbol, value in (fixed or {}).items():
        row[SYMBOLS.index(symbol)] = value
    return np.tile(row, (runs, 1))


def run(problem: Problem, *, runs: int = 1, seed: int = 1, first: int = 0, params: dict[str, float] | None = None,
        options: Any = None, module: Any = None, threads: int = 1, keep_log: bool = True) -> batch.Block:  # fmt: skip
    """Run a problem on this process's kernel, or on ``module``."""
    case = problem.case_for(module) if module is not None else problem.case
    table = params_row(params, runs)
    return batch.run_batch(case, seed=seed, first=first, runs=runs, threads=threads, params=table, options=options,
                           keep_log=keep_log, module=module)  # fmt: skip


@cache
def _columns() -> list[str]:
    return ["status", "outcome", "chosen", "watch_min", "watch_val", "params", "counts", "order_causes",
            "change_causes", "work", "series", "holders"]  # fmt: skip


def digest_of(block: batch.Block, i: int = 0) -> str:
    """Digest of everything that is kept of one run, to the last bit."""
    sha = hashlib.sha256()
    for name in _columns():
        sha.update(np.ascontiguousarray(getattr(block, name)[i]).tobytes())
    for name in ("log_rows", "log_x", "log_units"):
        sha.update(np.ascontiguousarray(getattr(block, name)[i]).tobytes())
    return sha.hexdigest()


def rows_of(problem: Problem, block: batch.Block, i: int = 0) -> list[dict[str, Any]]:
    """The log of a run in words: minute, event, cause, trigger row, unit, who, where, other, x."""
    names, rows = problem.names, block.log_rows[i]
    base = block.log_units[i]
    found = []
    for row, x in zip(rows.tolist(), block.log_x[i].tolist(), strict=True):
        minute, event, cause, trigger, a, b, c, d = row
        found.append({
            "minute": minute, "event": EVENTS[event], "cause": CAUSES[cause], "trigger": trigger,
            "unit": names.units[base[a]] if 0 <= a < len(base) else None,
            "who": names.authorities[b] if 0 <= b < len(names.authorities) else None,
            "where": names.sites[c] if 0 <= c < len(names.sites) else None, "other": d, "x": x,
        })  # fmt: skip
    return found


@dataclass
class World:
    """One world that a test may look into and set: the kernel, the case, the world and its arrays."""

    kernel: Any
    case: Any
    world: Any
    arrays: dict[str, Any]
    problem: Problem
    worker: batch.Worker

    def run(self, seed: int, number: int, params: dict[str, float] | None = None) -> int:
        options = np.full(self.worker.sizes["D"], -1, np.int16)
        return self.worker.run(seed, number, params_row(params, 1)[0], options, True)

    def unit(self, name: str) -> int:
        return self.problem.names.units.index(name)

    def site(self, name: str) -> int:
        return self.problem.names.sites.index(name)

    def side(self, name: str) -> int:
        return self.problem.names.authorities.index(name) + 1


def worker_of(problem: Problem, *, interpreted: bool = False, begin: bool = False, seed: int = 1, number: int = 0,
              params: dict[str, float] | None = None) -> World:  # fmt: skip
    """A world whose arrays can be read after a run; ``begin`` (interpreted only) starts it without a step."""
    module = kernels.kernel(interpreted=interpreted)
    case = problem.case_for(module)
    worker = batch.Worker(case, module)
    found = World(module, case, worker.world, worker.arrays, problem, worker)
    if begin:
        worker.arrays["given"][:] = params_row(params, 1)[0]
        worker.arrays["fixed"][:] = -1
        worker.world.outset(1)
        module.begin(case, worker.world, seed, number)
        worker.world.t = 0
    return found
