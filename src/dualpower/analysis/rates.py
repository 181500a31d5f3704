"""Base rates as the first thing to learn from: where made-up coups succeed as often as real ones did.

What is counted of real coups is a share of many: how often those led from the top, the middle and the bottom
of an army succeed, and how many contests pass without a death. A mark is one event, and one history may miss
it by luck; a share of many is missed by its parameters. So each row of parameters is tried on a few small
cases (coups.py), in another pair of capitals every 250 rows, and an emulator says which share a row makes on
the average. Where that is further from the record than the bound, the parameters are implausible, however
many marks they meet. That is done twice, the second time within what the first left. The rest, the *region*,
is what histories of cities are then drawn from: the third wave of history matching.

Rests on: Craig, Goldstein, Seheult and Smith 1997; Vernon, Goldstein and Bower 2010 (waves).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from dualpower import files
from dualpower.analysis import coups, scales
from dualpower.analysis.inference import IMPLAUSIBLE, Emulator
from dualpower.engine.params import PARAMS
from dualpower.errors import DualpowerError

CAPITALS = 12  # made-up capitals in all,
EACH = 2  # of which each row is tried in two, six cases in each
SHARD = 250
WAVES = 2
BOUND = 0.08  # how far a rate may be from the record's, before the emulator's own error
CROWD = 20_000  # candidates that are looked at in one go
SEARCHED = 2_000_000  # and in all
NAMES = ("top", "middle", "bottom", "bloodless")


@dataclass(frozen=True)
class Region:
    """Where in the parameters the rates of coups are met on the average.

    emulators  one for each wave: rates expected at any row of deviates; the last knows the region best
    record     float [4], what is counted of real coups
    """

    emulators: tuple[Emulator, ...]
    record: np.ndarray

    def expected(self, deviates: np.ndarray) -> np.ndarray:
        """Return the rates expected of rows of deviates, float [n, 4]."""
        return np.clip(self.emulators[-1].at(deviates), 0.0, 1.0)

    def implausibility(self, deviates: np.ndarray) -> np.ndarray:
        """Return how far the worst rate of each row is from the record's, in standard deviations, in its worst wave.

        Three standard deviations are the bound, with the emulator's own error added.
        """
        worst = np.zeros(len(deviates))
        for emulator in self.emulators:
            off = np.abs(np.clip(emulator.at(deviates), 0.0, 1.0) - self.record)
            worst = np.maximum(worst, (off / np.hypot(BOUND / IMPLAUSIBLE, emulator.error)).max(axis=1))
        return worst

    def holds(self, deviates: np.ndarray) -> np.ndarray:
        """Return bool per row: no rate rules it out."""
        return np.asarray(self.implausibility(deviates) <= IMPLAUSIBLE)

    def draw(self, count: int, seed: int) -> tuple[np.ndarray, float]:
        """Draw rows of deviates from the priors within the region.

        Returns:
            float [count, P]; the share of the priors that lies within. Where so little does that too few are found
            among two million, the least implausible of them are taken.
        """
        rng = np.random.default_rng([seed, 0xA7E])
        rows, far, looked, inside = np.empty((0, len(PARAMS))), np.empty(0), 0, 0
        while inside < count and looked < SEARCHED:
            fresh = rng.standard_normal((CROWD, len(PARAMS)))
            off = self.implausibility(fresh)
            looked, inside = looked + CROWD, inside + int((off <= IMPLAUSIBLE).sum())
            rows, far = np.concatenate([rows, fresh]), np.concatenate([far, off])
            # those within come first, in the order in which they were drawn
            best = np.argsort(np.maximum(far, IMPLAUSIBLE), kind="stable")[:count]
            rows, far = rows[best], far[best]
        return rows, inside / looked


def digest() -> str:
    """Return the SHA-256 of all the cases, for the provenance of what is learnt."""
    return coups.digest(CAPITALS)


def find_region(
    runs: int,
    *,
    seed: int,
    folder: Any = None,
    threads: int = 0,
    progress: Callable[[int], None] | None = None,
) -> Region:
    """Try rows of parameters on generated coups, and learn where the record's rates are met.

    The first wave is drawn from the priors. Its emulator is a quadratic over all of them and may be off in a
    corner; the second is drawn from what the first leaves, and learns that corner anew.

    Args:
        runs: rows that are tried in each wave.
        folder: where finished shards of 250 rows are kept and looked for.
        progress: called with the number of rows done, in both waves.
    """
    region = Region((), np.array([coups.targets()[name][0] for name in NAMES]))
    for wave in range(WAVES):
        done = wave * runs
        rows = region.draw(runs, seed)[0] if wave else _prior(runs, seed)
        step = None if progress is None else (lambda now, before=done: progress(before + now))
        lived = live(scales.to_params(rows), seed=seed, folder=folder, threads=threads, progress=step)
        known = np.isfinite(lived)
        means = np.where(known, lived, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
        region = replace(region, emulators=(*region.emulators, Emulator(rows, np.where(known, lived, means))))
    return region


def _prior(count: int, seed: int) -> np.ndarray:
    return np.random.default_rng([seed, 0xC0]).standard_normal((count, len(PARAMS)))


def live(
    params: np.ndarray,
    *,
    seed: int,
    folder: Any = None,
    threads: int = 0,
    progress: Callable[[int], None] | None = None,
) -> np.ndarray:
    """Return the shares that each row of parameters makes of a few generated coups, float [n, 4].

    Row i is always tried in the same capitals, with the same luck.
    """
    from dualpower.ensemble.execute import load_engine

    same = f"{digest()} {load_engine().digest} {seed}"
    parts = []
    for first in range(0, len(params), SHARD):
        rows = np.ascontiguousarray(params[first : first + SHARD])
        name = hashlib.sha256(f"{same} {first}".encode() + rows.tobytes()).hexdigest()[:24]
        file = None if folder is None else Path(folder) / f"rates-{first // SHARD:05d}-{name}.npy"
        found = _read(file, len(rows))
        if found is None:
            town = EACH * (first // SHARD % (CAPITALS // EACH))
            found = coups.summarise(
                rows, seed=seed, first=first, capitals=EACH, town=town, threads=threads
            ).array()  # fmt: skip
            _write(file, found)
        parts.append(found)
        if progress is not None:
            progress(min(first + SHARD, len(params)))
    return np.concatenate(parts)


def _read(file: Path | None, rows: int) -> np.ndarray | None:
    """Return a shard, or None where there is none, or a damaged one: it is then computed again."""
    if file is None or not file.exists():
        return None
    try:
        found = np.load(file, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return found if found.shape == (rows, len(NAMES)) else None


def _write(file: Path | None, values: np.ndarray) -> None:
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with files.whole(file) as body:
            np.save(body, values)
    except OSError as trouble:
        raise DualpowerError("E804", f"{file} cannot be written: {trouble.strerror}", "make room, or move") from trouble
