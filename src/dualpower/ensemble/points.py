"""Histories at chosen points: each with its own parameters, its own reading of the evidence, its own luck.

An ensemble leaves to chance what nobody knows. A study of what mattered must do the contrary: hold all of
it fast and change one thing. A row here fixes the universal parameters, every quantity that the evidence
leaves open, the leaders' options where they are given, and the run whose luck is borrowed.

Rows are computed in order and kept in shards of 250; a shard once whole is never computed again.
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Self

import numpy as np

from . import provenance, store
from .execute import Interrupted, load_engine, patient_ctrl_c
from .parquet import Columns

FORMAT = "dualpower-points 1"
SHARD_ROWS = 250
NO_OUTCOME = 5  # stage of a history that came to its end and fits no outcome


@dataclass(frozen=True)
class Points:
    """Rows of fixed things, one history each.

    params   float64 [n, P], no NaN
    facts    float64 [n, F]: the value of every quantity of the case
    options  int16 [n, D], -1 where luck decides
    luck     int64 [n]: the run whose luck it has
    """

    params: np.ndarray
    facts: np.ndarray
    options: np.ndarray
    luck: np.ndarray

    def __len__(self) -> int:
        return len(self.luck)

    def __getitem__(self, part: slice) -> Points:
        return Points(self.params[part], self.facts[part], self.options[part], self.luck[part])


def run_points(
    problem: Any,
    points: Points,
    *,
    seed: int,
    threads: int = 0,
    progress: Callable[[int], None] | None = None,
    module: Any = None,
) -> Columns:
    """Run one history per point; return status, outcome (index, -1 failed), watch_min.i and watch.i by column.

    Args:
        problem: a compiled scenario.
        points: what is fixed, row by row.
        seed: whose runs lend their luck.
        threads: 0 for all cores; it changes nothing that happens.
        progress: called with the number of rows done, from any thread.
        module: another kernel than that of this process.
    """
    from ..engine import build

    module, found = module or build.kernel(), _Found(len(points), len(problem.watches))
    todo: queue.SimpleQueue[int] = queue.SimpleQueue()
    for row in range(len(points)):
        todo.put(row)
    done, lock = [0], threading.Lock()
    errors: list[BaseException] = []

    def step() -> None:
        if progress is not None:
            with lock:
                done[0] += 1
                progress(done[0])

    def work() -> None:
        try:
            for row, worker, outcome in _lives(problem, module, points, seed, todo):
                found.take(row, worker, outcome)
                step()
                if errors:
                    return
        except BaseException as error:  # noqa: BLE001, handed to the caller's thread below
            errors.append(error)

    crew = [threading.Thread(target=work, daemon=True) for _ in range(max(1, min(threads or _cores(), len(points))))]
    for member in crew:
        member.start()
    for member in crew:
        member.join()
    if errors:
        raise errors[0]
    return found.columns()


class _Found:
    """What the histories of some rows came to, filled row by row."""

    def __init__(self, runs: int, watches: int) -> None:
        self.watches = watches
        self.status, self.outcome = np.zeros(runs, np.int8), np.full(runs, -1, np.int16)
        self.minutes, self.values = np.full((runs, watches), -1, np.int32), np.full((runs, watches), np.nan)

    def take(self, row: int, worker: Any, outcome: int) -> None:
        """Copy one finished history into its row."""
        stage, _, _ = worker.world.upshot()
        self.status[row] = stage or (NO_OUTCOME if outcome < 0 else 0)
        if self.status[row]:
            return
        self.outcome[row] = outcome
        if self.watches:
            self.minutes[row] = worker.arrays["watch_min"][: self.watches]
            seen = worker.arrays["watch_val"][: self.watches]
            self.values[row] = np.where(self.minutes[row] >= 0, seen, np.nan)

    def columns(self) -> Columns:
        """Return everything as named columns."""
        out: Columns = {"status": self.status, "outcome": self.outcome}
        for at in range(self.watches):
            out |= {f"watch_min.{at}": self.minutes[:, at], f"watch.{at}": self.values[:, at]}
        return out


def _lives(
    problem: Any, module: Any, points: Points, seed: int, todo: queue.SimpleQueue[int]
) -> Iterator[tuple[int, Any, int]]:
    """Live the rows still to do, one after another, in a world of one's own; yield each row as it ends."""
    from ..engine.batch import Worker

    case, known = _own_case(problem, module)
    worker = Worker(case, module)
    while True:
        try:
            row = todo.get_nowait()
        except queue.Empty:
            return
        known[:] = points.facts[row]
        outcome = worker.run(seed, int(points.luck[row]), points.params[row], points.options[row], False)
        yield row, worker, outcome


def _own_case(problem: Any, module: Any) -> tuple[Any, np.ndarray]:
    """Return a case whose quantities are all known, and the array that holds their values."""
    arrays = dict(problem.arrays)
    arrays["fact_kind"] = np.zeros_like(arrays["fact_kind"])
    arrays["fact_a"] = known = arrays["fact_a"].copy()
    from ..engine import case

    return getattr(module, "Case", case.Case)(arrays), known[: problem.arrays["F"]]


def _cores() -> int:
    return os.cpu_count() or 1


class Walk:
    """A sequence of points that grows; what was computed is kept, in memory or in a folder.

    Open it with ``with``: a folder is locked while it is open.
    """

    def __init__(
        self,
        problem: Any,
        *,
        seed: int,
        identity: dict[str, Any],
        folder: str | os.PathLike[str] | None = None,
        resume: bool = False,
        threads: int = 0,
        progress: Callable[[int], None] | None = None,
    ) -> None:
        engine = load_engine()
        self.problem, self.seed, self.threads, self.progress = problem, seed, threads, progress
        self.rows: Columns = {}
        self.computed = 0
        self.identity = {
            "format": FORMAT, "scenario": problem.digest, "parameters": engine.params_digest,
            "engine": engine.digest, "seed": seed, **identity,
        }  # fmt: skip
        self._place, self._resume = folder, resume
        self._kept: store.Store | None = None
        self._lock: IO[bytes] | None = None

    def __enter__(self) -> Self:
        if self._place is not None:
            path, self._lock = store.claim(self._place, resume=self._resume)
            try:
                self._kept = self._begin(path)
            except BaseException:
                self._lock.close()
                raise
        return self

    def __exit__(self, *_: object) -> None:
        if self._lock is not None:
            self._lock.close()

    def _begin(self, path: Path) -> store.Store:
        """Return the folder's store, with what it holds already read; refuse one of another study."""
        import json

        manifest = {"format": FORMAT, "identity": self.identity, "digest": provenance.text_digest(self.identity)}
        fresh = store.Folder(path, manifest)
        body = fresh.get(store.MANIFEST)
        if body is None:
            foreign = fresh.names()
            if foreign:
                raise store.StoreError("E803", f"{path} holds {foreign[0]} but no study", "name a new folder")
            store.sweep(path)
            fresh.save_manifest()
            return fresh
        try:
            old = json.loads(body)["identity"]
        except (ValueError, KeyError, TypeError) as damage:
            raise store.StoreError("E807", f"{path / store.MANIFEST} is damaged", "use another folder") from damage
        different = sorted(name for name in {*old, *self.identity} if old.get(name) != self.identity.get(name))
        if different:
            told = ", ".join(different)
            raise store.StoreError("E805", f"{path} belongs to another study: {told} differ", "use another folder")
        store.sweep(path)
        self._read(fresh)
        return fresh

    def _read(self, kept: store.Folder) -> None:
        """Take over every shard up to the first that is missing, short or damaged."""
        for shard in range(len(kept.names())):
            try:
                found = store.read(kept, store.shard_name("points", shard))
            except store.StoreError:
                return  # it is computed again
            if found is None:
                return
            self._append(found[0])
            if len(found[0]["status"]) < SHARD_ROWS:
                return

    def _append(self, columns: Columns) -> None:
        held = self.rows
        self.rows = {name: np.concatenate([held[name], part]) if held else part for name, part in columns.items()}

    def __len__(self) -> int:
        return len(self.rows["status"]) if self.rows else 0

    def upto(self, first: int, points: Points) -> Columns:
        """Return the histories of these points, the first of which is row `first`; compute what is missing.

        Raises:
            Interrupted: Ctrl-C, after the shard in hand was finished.
        """
        last = first + len(points)
        with patient_ctrl_c() as presses:
            while len(self) < last:
                begin = len(self)
                end = min(last, (begin // SHARD_ROWS + 1) * SHARD_ROWS)
                if presses:
                    raise Interrupted(begin, last, None if self._place is None else os.fspath(self._place))
                self._append(self._compute(begin, points[begin - first : end - first]))
                self._save((end - 1) // SHARD_ROWS)
        if self.progress is not None:
            self.progress(last)
        return {name: column[first:last] for name, column in self.rows.items()}

    def _compute(self, begin: int, points: Points) -> Columns:
        report = self.progress
        step = None if report is None else lambda done: report(begin + done)
        self.computed += len(points)
        return run_points(self.problem, points, seed=self.seed, threads=self.threads, progress=step)

    def _save(self, shard: int) -> None:
        if self._kept is None:
            return
        from .parquet import encode

        part = slice(shard * SHARD_ROWS, (shard + 1) * SHARD_ROWS)
        columns = {name: np.ascontiguousarray(column[part]) for name, column in self.rows.items()}
        note = provenance.canonical({"digest": self._kept.manifest["digest"], "kind": "points", "shard": shard})
        self._kept.put(store.shard_name("points", shard), encode(columns, note))
