"""Base rates as something to learn from: made-up coups lived with each row of parameters of the bank.

What is counted of real coups is a share of many: how often those led from the top, the middle and the bottom
of an army succeed, and how many contests pass without a death. Each row of the bank is tried on a few small
cases (coups.py), and its shares stand beside its marks. So few cases scatter the shares; the emulator and
the adjustment see that scatter as luck, which makes the fit weaker than the record would allow, never surer.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

from dualpower.analysis import coups
from dualpower.analysis.summaries import Summaries
from dualpower.errors import DualpowerError

CAPITALS = 2  # made-up capitals, six cases in each
SHARD = 250
NAMES = ("top", "middle", "bottom", "bloodless")


def digest() -> str:
    """Return the SHA-256 of all the cases, for the provenance of what is learnt."""
    return coups.digest(CAPITALS)


def rate_numbers(
    params: np.ndarray,
    *,
    seed: int,
    folder: Any = None,
    threads: int = 0,
    progress: Callable[[int], None] | None = None,
) -> Summaries:
    """Return the shares that each row of parameters makes of the generated coups, beside the record's.

    Args:
        params: float [n, P]; row i is always tried with the same luck.
        folder: where finished shards of 250 rows are kept and looked for.
        progress: called with the number of rows done.
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
            found = coups.summarise(rows, seed=seed, first=first, capitals=CAPITALS, threads=threads).array()
            _write(file, found)
        parts.append(found)
        if progress is not None:
            progress(min(first + SHARD, len(params)))
    return _summaries(np.concatenate(parts))


def _summaries(values: np.ndarray) -> Summaries:
    record = [coups.targets()[name] for name in NAMES]
    known = np.isfinite(values)
    means = np.where(known, values, 0.0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    slack = np.array([(high - low) / 2 for _, low, high in record])
    return Summaries(
        tuple(f"coups/{name}" for name in NAMES),
        np.where(known, values, means),
        known,
        np.array([share for share, _, _ in record]),
        np.maximum(slack, 1 / (2 * CAPITALS)),  # so few cases know no finer share
        slack / 1.96,
    )


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
    aside = file.with_name(f".{file.name}.{os.getpid()}.tmp")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with open(aside, "wb") as body:
            np.save(body, values)
        os.replace(aside, file)
    except OSError as trouble:
        raise DualpowerError("E804", f"{file} cannot be written: {trouble.strerror}", "make room, or move") from trouble
