"""Run a scenario many times.

The runs go in shards of 250. A shard is computed on all cores, written, and dropped, so that ten
thousand histories need no more memory than a few hundred. A shard once written is never computed again:
after a kill, a full disk or Ctrl-C the same command with ``resume`` goes on where it stopped and ends with
the same bytes as if nothing had happened.
"""

from __future__ import annotations

import hashlib
import logging
import operator
import os
import signal
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..errors import DualpowerError
from . import design, provenance, shards, store
from .design import Alternative, Fixed
from .provenance import SHARD_RUNS, Identity
from .result import Result

MAX_RUNS = 10_000_000
MAX_SEED = 2**63 - 1
Progress = Callable[[int], None]
log = logging.getLogger("dualpower.ensemble")


class Interrupted(Exception):
    """Ctrl-C: the shard in hand was finished. ``done`` runs of ``runs`` exist; ``folder`` can be resumed."""

    def __init__(self, done: int, runs: int, folder: str | None) -> None:
        self.done, self.runs, self.folder = done, runs, folder
        cure = f"{folder} is whole: go on with --resume" if folder else "nothing is kept without a folder (-o)"
        super().__init__(f"interrupted after {done} of {runs} runs; {cure}")


@dataclass(frozen=True)
class Engine:
    """What the ensemble needs of the engine: a way to run a block, and who it is."""

    run_batch: Callable[..., Any]
    stages: Any
    symbols: tuple[str, ...]
    digest: str
    params_digest: str
    compiled: bool

    def stage(self, code: int) -> str:
        """Return the name of the stage at which a run failed."""
        if isinstance(self.stages, Mapping):
            names = {value: key for key, value in self.stages.items()} | dict(self.stages)
            return str(names.get(code, code))
        return str(self.stages[code]) if 0 <= code < len(self.stages) else str(code)


def load_engine() -> Engine:
    """Return the engine, compiled or interpreted."""
    from ..engine import batch, build, params

    symbols = tuple(param.symbol for param in params.PARAMS)
    return Engine(
        run_batch=batch.run_batch,
        stages=batch.STAGES,
        symbols=symbols,
        digest=batch.engine_digest(),
        params_digest=params.digest(),
        compiled=build.status().is_compiled,
    )


def simulate(
    problem: Any,
    *,
    runs: int,
    seed: int,
    decisions: str = "drawn",
    threads: int = 0,
    folder: str | os.PathLike[str] | None = None,
    resume: bool = False,
    progress: Progress | None = None,
    keep_log: bool = False,
    params: Fixed = None,
    options: Fixed = None,
    scenario_json: str | None = None,
    command: str | None = None,
    variant: str | None = None,
    parameters: str | None = None,
) -> Result:
    """Run `problem` and return its many histories.

    Args:
        problem: a compiled scenario.
        runs: how many histories, 1 to 10,000,000. Run i is the same whatever this is.
        seed: 0 to 2**63 - 1.
        decisions: "drawn" by their chances, or "history": each takes the option that history took.
        threads: 0 for all cores. It changes nothing that happens.
        folder: where to write; without it the histories stay in memory, compressed (about 3 KB a run).
        resume: go on with a folder begun before; a missing folder is simply begun.
        progress: called with the number of runs done so far; it may be called from another thread.
        keep_log: keep every event of every run (large).
        params, options: what is not drawn: {id: value} or one row for all, or one row per run (see design.py).
        scenario_json: the resolved scenario, kept in the folder as scenario.json.
        command: what replays it, when the caller knows better than the manifest.
        variant: the variant that `problem` is, by the name it was asked by, for the command that replays it.
        parameters: the learnt parameters that `params` are, by the name they were asked by, for the same.
    Raises:
        DualpowerError: E801 runs, E802 seed, E808 params, E809 options.
        StoreError: E803 to E807, the folder.
        Interrupted: Ctrl-C, after the shard in hand was finished.
    """
    runs, seed = check_runs(runs), check_seed(seed)
    engine = load_engine()
    option_rows = design.option_rows(problem, options, decisions=decisions, runs=runs)
    param_rows = design.param_rows(engine.symbols, params, runs=runs)
    own = provenance.own_mechanisms(problem)
    identity = Identity(
        scenario=problem.digest,
        parameters=engine.params_digest,
        engine=engine.digest,
        seed=seed,
        runs=runs,
        decisions=decisions,
        options=provenance.array_digest(option_rows, runs),
        draws=provenance.array_digest(param_rows, runs),
        force_ratio=bool(problem.force_ratio),
        keep_log=bool(keep_log),
        mechanisms=provenance.text_digest(own) if own else "",
    )
    text = scenario_json if scenario_json is not None else getattr(problem, "resolved_json", None)
    fixed = (
        problem.force_ratio
        or (param_rows is not None and parameters is None)
        or (options is not None and len(options) > 0)
    )
    place = None if folder is None else os.fspath(folder)
    command = command or provenance.replay_command(
        problem.scenario, identity, fixed=fixed, folder=place, variant=variant, parameters=parameters,
        mechanisms=getattr(problem, "mechanisms", ()),
    )  # fmt: skip
    manifest = provenance.new_manifest(identity, provenance.describe(problem), command=command)
    if parameters is not None:
        manifest["learnt"] = parameters
    job = _Job(problem, engine, identity, param_rows, option_rows, threads, progress)
    if place is None:
        return Result(job.run(store.Memory(manifest)))
    path, lock = store.claim(place, resume=resume)
    try:
        kept = _begin_or_continue(store.Folder(path, manifest), identity, text)
        return Result(job.run(kept))
    finally:
        lock.close()


def simulate_each(problem: Any, alternatives: Sequence[Alternative], **how: Any) -> dict[str, Result]:
    """Run each alternative on the same luck and return the results by name.

    `how` is passed to ``simulate``; a folder gets one folder per alternative. Options and parameters
    of the alternatives are laid over those in `how` when both are given by name.
    """
    names = [alternative.name for alternative in alternatives]
    if len(set(names)) < len(names):
        raise DualpowerError("E809", f"two alternatives have one name: {names}", "name each differently")
    base_options, base_params = dict(how.pop("options", None) or {}), dict(how.pop("params", None) or {})
    folder = how.pop("folder", None)
    return {
        one.name: simulate(
            problem,
            options=base_options | dict(one.options),
            params=base_params | dict(one.params),
            folder=None if folder is None else os.path.join(folder, one.name),
            **how,
        )
        for one in alternatives
    }


def check_runs(runs: Any) -> int:
    """Return a number of runs as an int. Raises DualpowerError E801."""
    count = whole(runs, "E801", "runs", f"a whole number from 1 to {MAX_RUNS:,}")
    if not 1 <= count <= MAX_RUNS:
        raise DualpowerError("E801", f"runs is {count}", f"it is a whole number from 1 to {MAX_RUNS:,}")
    return count


def check_seed(seed: Any) -> int:
    """Return a seed as an int. Raises DualpowerError E802."""
    number = whole(seed, "E802", "seed", f"a whole number from 0 to {MAX_SEED:,}")
    if not 0 <= number <= MAX_SEED:
        raise DualpowerError("E802", f"seed is {number}", f"it is a whole number from 0 to {MAX_SEED:,}")
    return number


def whole(value: Any, code: str, what: str, wanted: str) -> int:
    """Return a whole number as an int; anything else is refused with `code`, in words."""
    try:
        return operator.index(value)
    except TypeError as wrong:
        raise DualpowerError(code, f"{what} is {value!r}", f"it is {wanted}") from wrong


def _begin_or_continue(fresh: store.Folder, identity: Identity, scenario_json: str | None) -> store.Folder:
    """Return the folder's own store when it was begun before by the same request; begin it otherwise."""
    if not (fresh.path / store.MANIFEST).exists():
        foreign = [name for name in fresh.names() if name != store.SCENARIO]
        if foreign:
            raise store.StoreError("E803", f"{fresh.path} holds {foreign[0]} but no result", "name a new folder")
        store.sweep(fresh.path)
        if scenario_json is not None:
            fresh.put(store.SCENARIO, scenario_json.encode())
        return fresh
    old = store.open_folder(fresh.path)
    different = provenance.differences(old.manifest["identity"], identity)
    if different:
        raise store.StoreError("E805", f"{fresh.path} belongs to another ensemble: " + "; ".join(different))
    if old.manifest["digest"] != identity.digest():
        raise store.StoreError("E807", f"{fresh.path / store.MANIFEST} was changed by hand", "use another folder")
    store.sweep(fresh.path)
    return old


@dataclass
class _Job:
    """One sitting: the shards that are still missing, in order."""

    problem: Any
    engine: Engine
    identity: Identity
    params: np.ndarray | None
    options: np.ndarray | None
    threads: int
    progress: Progress | None

    def run(self, kept: store.Store) -> store.Store:
        """Compute and write every missing shard; the manifest says at each end how far it came."""
        manifest = kept.manifest
        session = provenance.new_session(compiled=self.engine.compiled, threads=self.threads)
        manifest["sessions"].append(session)
        manifest["state"] = "running"
        kept.save_manifest()
        manifest["state"] = "interrupted"
        begun = time.perf_counter()
        try:
            with patient_ctrl_c() as presses:
                self._shards(kept, session, presses)
            manifest["state"] = "finished"
        finally:
            session["seconds"] = round(time.perf_counter() - begun, 3)
            manifest["seconds"] = round(sum(one["seconds"] for one in manifest["sessions"]), 3)
            computed = sum(one["runs"] for one in manifest["sessions"])
            manifest["runs_per_second"] = round(computed / max(manifest["seconds"], 1e-3), 1)
            if manifest["state"] != "finished":
                _save_quietly(kept)
        manifest["files"] = {
            name: hashlib.sha256(kept.get(name) or b"").hexdigest()
            for name in kept.names()
            if name.endswith(".parquet")
        }
        kept.save_manifest()
        return kept

    def _shards(self, kept: store.Store, session: dict[str, Any], presses: list[int]) -> None:
        runs, failed = self.identity.runs, 0
        for shard, first in enumerate(range(0, runs, SHARD_RUNS)):
            size = min(SHARD_RUNS, runs - first)
            there = store.whole_shard(kept, shard, size)
            if there is not None:
                failed += int(np.count_nonzero(there["status"]))
            else:
                if presses:
                    raise Interrupted(first, runs, _folder_of(kept))
                block = self._block(first, size, presses)
                if len(presses) > 1:
                    raise Interrupted(first, runs, _folder_of(kept))
                about, keep_log = kept.manifest["about"], self.identity.keep_log
                store.put_shard(kept, shard, shards.tables(block, first, about, self.engine, keep_log=keep_log))
                failed += int(np.count_nonzero(block.status))
                session["runs"] += size
            kept.manifest["failed"] = failed
            if self.progress is not None:
                self.progress(first + size)

    def _block(self, first: int, size: int, presses: list[int]) -> Any:
        part = slice(first, first + size)
        report = self.progress
        return self.engine.run_batch(
            self.problem.case,
            seed=self.identity.seed,
            first=first,
            runs=size,
            threads=self.threads,
            params=None if self.params is None else np.ascontiguousarray(self.params[part]),
            options=None if self.options is None else np.ascontiguousarray(self.options[part]),
            keep_log=self.identity.keep_log,
            keep_series=True,
            progress=None if report is None else lambda done: report(first + done),
            stop=lambda: len(presses) > 1,
        )


def _folder_of(kept: store.Store) -> str | None:
    return str(kept.path) if isinstance(kept, store.Folder) else None


def _save_quietly(kept: store.Store) -> None:
    """Note how far it came; a disk too full for that is already being reported."""
    try:
        kept.save_manifest()
    except store.StoreError as trouble:
        log.debug("manifest not updated: %s", trouble)


@contextmanager
def patient_ctrl_c() -> Iterator[list[int]]:
    """Count Ctrl-C instead of breaking: the first finishes the shard in hand, the second drops it."""
    presses: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield presses  # signals reach the main thread only
        return

    def press(number: int, _frame: Any) -> None:
        presses.append(number)
        if len(presses) == 1:
            # Standard error may be in the middle of a line when the signal comes.
            with suppress(RuntimeError):
                log.warning("finishing the %d runs in hand; Ctrl-C again drops them", SHARD_RUNS)

    before = signal.signal(signal.SIGINT, press)
    try:
        yield presses
    finally:
        signal.signal(signal.SIGINT, before)
