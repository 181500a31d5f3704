"""Several ways that a story could have gone, run on common luck.

Luck is keyed by the name of what it decides (which unit, which call, which hour) and never by what was drawn
before. Run 7 of one arm and run 7 of another therefore differ only in what the difference between them brought
about: the storm that came anyway comes at the same minute.

An arm keeps little of each run (how it ended, what was chosen, how often each thing happened, and a
fingerprint of its whole log), so that ten thousand pairs fit in a few megabytes. With a folder, each bit of
work is written when it is done, and asked for again it is read, not computed.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

import numpy as np

from ..errors import DualpowerError, near
from ..words import EVENTS
from . import design, logs

CHUNK = 500  # runs that are computed, and kept, together
STRETCH = 50  # runs that one thread takes at a time
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Arm:
    """One way to run a scenario.

    name       what it is called in tables
    problem    the compiled scenario, or the compiled scenario as a variant has it
    options    options fixed by decision id, or int[D] or int[runs, D] (-1 leaves it to chance)
    params     parameters fixed by symbol, or float[P] or float[runs, P] (NaN leaves it to chance)
    decisions  "drawn", or "history": every leader takes the option that history took
    learnt     draws that decide the parameters that are not fixed (see draws.py); the priors where there are none
    """

    name: str
    problem: Any
    options: design.Fixed = None
    params: design.Fixed = None
    decisions: str = "drawn"
    learnt: Any = None


@dataclass(frozen=True)
class Runs:
    """What is kept of the runs of one arm: arrays with an entry per run, in the order asked for.

    number     int64, the run's number
    status     int8, 0 where the run came to its end
    outcome    int16, the place of its outcome in ``outcomes``, -1 where it failed
    chosen     int8[R, D], the option taken of each of ``decisions``, -1 where it never came up
    watch_min  int32[R, W], first minute of each of ``watches``, -1 never
    watch_val  float64[R, W], the value then, NaN never
    params     float64[R, P], the universal parameters as drawn
    counts     int32[R, E], how often each event happened, by the code of ``words.EVENTS``
    log        uint64, the fingerprint of the whole log, 0 where the run failed
    """

    name: str
    outcomes: tuple[str, ...]
    decisions: tuple[str, ...]
    watches: tuple[str, ...]
    number: np.ndarray
    status: np.ndarray
    outcome: np.ndarray
    chosen: np.ndarray
    watch_min: np.ndarray
    watch_val: np.ndarray
    params: np.ndarray
    counts: np.ndarray
    log: np.ndarray

    def __len__(self) -> int:
        return len(self.number)

    @cached_property
    def ended(self) -> np.ndarray:
        """bool per run: it came to its end."""
        return np.asarray(self.status == 0)

    def has(self, outcome: str) -> np.ndarray:
        """Return float per run: 1 if it ended so, 0 if not, NaN if it failed. Raises DualpowerError E820."""
        at = place(outcome, self.outcomes, "E820", "outcome")
        return np.where(self.ended, (self.outcome == at).astype(float), np.nan)

    def took(self, decision: str) -> np.ndarray:
        """Return int8 per run: the option taken, -1 where it never came up. Raises DualpowerError E809."""
        taken: np.ndarray = self.chosen[:, place(decision, self.decisions, "E809", "decision")]
        return taken

    def count(self, event: str) -> np.ndarray:
        """Return float per run: how often the event happened, NaN if it failed."""
        place(event, tuple(EVENTS), "E810", "event")
        return np.where(self.ended, self.counts[:, EVENTS[event]].astype(float), np.nan)

    def hours(self, watch: str) -> np.ndarray:
        """Return float per run: hours from the start until the watch was first true, NaN if never."""
        minutes = self.watch_min[:, place(watch, self.watches, "E810", "watch")]
        return np.where(self.ended & (minutes >= 0), minutes / 60.0, np.nan)

    def value(self, watch: str) -> np.ndarray:
        """Return float per run: the value watched, NaN if its time never came."""
        values: np.ndarray = self.watch_val[:, place(watch, self.watches, "E810", "watch")]
        return values

    def where(self, rows: np.ndarray) -> Runs:
        """Return only these runs (an array of places, or of yes and no)."""
        return _with_arrays(self, {name: getattr(self, name)[rows] for name in ARRAYS})

    def replaced(self, rows: np.ndarray, other: Runs) -> Runs:
        """Return these runs with those of another arm in the places ``rows``."""
        kept = {name: getattr(self, name).copy() for name in ARRAYS}
        for name, array in kept.items():
            array[rows] = getattr(other, name)
        return _with_arrays(self, kept)


ARRAYS = tuple(field.name for field in fields(Runs) if field.type == "np.ndarray")


def _with_arrays(runs: Runs, arrays: dict[str, np.ndarray]) -> Runs:
    return Runs(runs.name, runs.outcomes, runs.decisions, runs.watches, **arrays)


def place(word: str, known: Sequence[str], code: str, what: str) -> int:
    """Return where a word stands. Raises DualpowerError naming the nearest known one."""
    if word in known:
        return list(known).index(word)
    some = ", ".join(list(known)[:12]) + (", ..." if len(known) > 12 else "")
    raise DualpowerError(code, f"no {what} is called {word!r}", near(word, known) or f"known: {some}")


def run_arm(
    arm: Arm,
    *,
    runs: int | Iterable[int],
    seed: int,
    threads: int = 0,
    folder: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Runs:
    """Run one arm.

    Args:
        runs: how many (0 .. runs - 1), or the numbers of the runs wanted, in any order.
        seed: 0 to 2**63 - 1; the same seed and number are the same luck in every arm.
        threads: 0 for all cores. It changes nothing that happens.
        folder: where finished chunks are kept and looked for.
        progress: called with the number of runs done so far.
    Raises:
        DualpowerError: E801 impossible runs, E802 seed, E808 params, E809 options, E804 the folder.
    """
    from .execute import check_runs, check_seed

    numbers = np.arange(check_runs(runs)) if isinstance(runs, int) else np.asarray(list(runs), dtype=np.int64)
    if len(numbers) and (numbers.min() < 0 or numbers.max() >= 2**31):
        raise DualpowerError("E801", "a run's number is out of range", "runs are numbered from 0")
    maker = _Maker(arm, check_seed(seed), threads, None if folder is None else _made(folder))
    options, params = maker.design(numbers)
    parts = [maker.empty()]
    for first in range(0, len(numbers), CHUNK):
        cut = slice(first, first + CHUNK)
        step = None if progress is None else (lambda done, first=first: progress(first + done))
        parts.append(maker.chunk(numbers[cut], _cut(options, cut), _cut(params, cut), step))
    joined = {name: np.concatenate([part[name] for part in parts]) for name in ARRAYS}
    problem = arm.problem
    return Runs(
        arm.name,
        tuple(o.id for o in problem.outcomes),
        tuple(d.id for d in problem.decisions),
        tuple(w.id for w in problem.watches),
        **joined,
    )


def run_arms(arms: Sequence[Arm], *, progress: Progress | None = None, **how: Any) -> list[Runs]:
    """Run several arms on the same luck (arguments as ``run_arm``); progress counts over all of them.

    Raises:
        DualpowerError: E811, two arms of one name.
    """
    names = [arm.name for arm in arms]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise DualpowerError("E811", f"{twice!r} is there twice", "name each alternative once")
    found: list[Runs] = []
    for arm in arms:
        before = sum(len(runs) for runs in found)
        step = None if progress is None else (lambda done, before=before: progress(before + done))
        found.append(run_arm(arm, progress=step, **how))
    return found


def _cut(rows: np.ndarray | None, part: slice) -> np.ndarray | None:
    return None if rows is None else np.ascontiguousarray(rows[part])


def _made(folder: str | os.PathLike[str]) -> Path:
    path = Path(folder)
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DualpowerError("E804", f"{path} cannot be written: {error.strerror}", "name another folder") from error
    return path


class _Maker:
    """Computes chunks of one arm, or finds them in the folder."""

    def __init__(self, arm: Arm, seed: int, threads: int, folder: Path | None) -> None:
        from .execute import load_engine

        self.arm, self.seed, self.threads, self.folder = arm, seed, threads or os.cpu_count() or 1, folder
        self.engine = load_engine()
        self.reader = logs.Reader(arm.problem.names)

    def design(self, numbers: np.ndarray) -> tuple[np.ndarray | None, np.ndarray | None]:
        """Return what is fixed: options and parameters, a row per run, or None where nothing is."""
        arm, runs = self.arm, len(numbers)
        options = design.option_rows(arm.problem, arm.options, decisions=arm.decisions, runs=runs)
        params = design.param_rows(self.engine.symbols, arm.params, runs=runs)
        return options, params if arm.learnt is None else arm.learnt.of(self.seed, numbers, params)

    def empty(self) -> dict[str, np.ndarray]:
        problem, size = self.arm.problem, len(self.engine.symbols)
        nothing = np.zeros(0, np.int64)
        watches = len(problem.watches)
        return {
            "number": nothing,
            "status": nothing.astype(np.int8),
            "outcome": nothing.astype(np.int16),
            "chosen": np.zeros((0, problem.case.sizes()["D"]), np.int8),
            "watch_min": np.zeros((0, watches), np.int32),
            "watch_val": np.zeros((0, watches)),
            "params": np.zeros((0, size)),
            "counts": np.zeros((0, len(EVENTS)), np.int32),
            "log": nothing.astype(np.uint64),
        }

    def chunk(
        self, numbers: np.ndarray, options: np.ndarray | None, params: np.ndarray | None, progress: Progress | None
    ) -> dict[str, np.ndarray]:
        """Return the arrays of these runs, from the folder if they were computed before."""
        file = None if self.folder is None else self.folder / f"{self._name(numbers, options, params)}.npz"
        found = None if file is None or not file.exists() else _read(file)
        if found is None:
            found = self._compute(numbers, options, params, progress)
            if file is not None:
                _write(file, found)
        if progress is not None:
            progress(len(numbers))
        return found

    def _name(self, *arrays: np.ndarray | None) -> str:
        """Return a name that no other work has: the digest of everything that decides these runs."""
        engine, problem = self.engine, self.arm.problem
        facts = f"2 {problem.digest} {engine.digest} {engine.params_digest} {self.seed} {problem.force_ratio}"
        seen = hashlib.sha256(facts.encode())
        for array in arrays:
            seen.update(b"-" if array is None else f"{array.dtype.str}{array.shape}".encode() + array.tobytes())
        return seen.hexdigest()[:32]

    def _compute(
        self, numbers: np.ndarray, options: np.ndarray | None, params: np.ndarray | None, progress: Progress | None
    ) -> dict[str, np.ndarray]:
        done, lock, stopped = [0], threading.Lock(), threading.Event()

        def work(part: slice) -> dict[str, np.ndarray]:
            if stopped.is_set():
                return self.empty()
            block = self.engine.run_batch(
                self.arm.problem.case, seed=self.seed, first=0, numbers=numbers[part], runs=part.stop - part.start,
                threads=1, params=_cut(params, part), options=_cut(options, part), keep_log=True, keep_series=False,
            )  # fmt: skip
            found = self._kept(numbers[part], block)
            with lock:
                done[0] += len(found["number"])
                if progress is not None:
                    progress(done[0])
            return found

        with ThreadPoolExecutor(self.threads) as crew:
            try:
                parts = list(crew.map(work, stretches(len(numbers), self._stretch(len(numbers)))))
            except BaseException:
                stopped.set()  # Ctrl-C: what is in hand ends, nothing more begins
                raise
        return {name: np.concatenate([part[name] for part in parts]) for name in ARRAYS}

    def _stretch(self, runs: int) -> int:
        """Return how many runs one thread takes at a time: few runs are shared out too."""
        return max(1, min(STRETCH, -(-runs // self.threads)))

    def _kept(self, numbers: np.ndarray, block: Any) -> dict[str, np.ndarray]:
        prints = [
            self.reader.fingerprint(rows, x) if status == 0 else 0
            for status, rows, x in zip(block.status, block.log_rows, block.log_x, strict=True)
        ]
        kept = {name: np.asarray(getattr(block, name)) for name in ARRAYS if name not in ("number", "log")}
        return {"number": numbers.astype(np.int64), **kept, "log": np.array(prints, dtype=np.uint64)}


def stretches(runs: int, longest: int = STRETCH) -> list[slice]:
    """Return the places of so many runs in parts no longer than this."""
    return [slice(first, min(first + longest, runs)) for first in range(0, runs, longest)]


def _read(file: Path) -> dict[str, np.ndarray] | None:
    """Return a chunk, or None where the file is damaged: it is then computed again."""
    try:
        with np.load(file, allow_pickle=False) as kept:
            return {name: kept[name] for name in ARRAYS}
    except (OSError, ValueError, KeyError, EOFError, BadZipFile):
        return None


def _write(file: Path, arrays: dict[str, np.ndarray]) -> None:
    buffer, named = BytesIO(), dict[str, Any](arrays)
    np.savez_compressed(buffer, **named)
    aside = file.with_suffix(f".{os.getpid()}.part")
    try:
        aside.write_bytes(buffer.getvalue())
        aside.replace(file)
    except OSError as error:
        raise DualpowerError("E804", f"{file} cannot be written: {error.strerror}", "make room, or move") from error
