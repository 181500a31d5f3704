"""Where a result comes from: what was run, with what, and the command that runs it again.

A result is known by its *identity*: digests of scenario, parameters and engine, the seed, the number
of runs, and what was fixed. The identity's own digest stands in every file of the result; two results
with one digest hold the same histories. Versions, wall times and machine are told beside it, in the
manifest only, because they change nothing that happened.
"""

from __future__ import annotations

import hashlib
import json
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

FORMAT = "dualpower-result 1"
SHARD_RUNS = 250

# What a stranger reads when two identities differ: the fact, and what to do about it.
CURES = {
    "scenario": "another scenario or variant, or it has changed since: name that of scenario.json, or another folder",
    "parameters": "the universal parameter table has changed since; use another folder",
    "engine": "the engine has changed since; use the old version or another folder",
    "seed": "pass the seed that the folder was begun with, or use another folder",
    "runs": "pass the number of runs that the folder was begun with, or use another folder",
    "shard_runs": "the folder was begun by a version with other shards; use another folder",
    "decisions": "pass the same decisions mode, or use another folder",
    "options": "fix the same options, or use another folder",
    "draws": "fix the same parameters, or use another folder",
    "force_ratio": "the folder is of the other world (full, or force ratio alone); use another folder",
    "mechanisms": "run with the same mechanisms of one's own (or none), or use another folder",
    "keep_log": "keep (or drop) the event log as before, or use another folder",
    "format": "the folder was written in another format; use another folder",
}


@dataclass(frozen=True)
class Identity:
    """What decides every history of a result. Digests are SHA-256 in hex; "" means nothing was fixed."""

    scenario: str
    parameters: str
    engine: str
    seed: int
    runs: int
    decisions: str
    options: str = ""
    draws: str = ""
    force_ratio: bool = False
    keep_log: bool = False
    mechanisms: str = ""
    shard_runs: int = SHARD_RUNS
    format: str = FORMAT

    def digest(self) -> str:
        """Return the SHA-256 of the identity; it stands in the metadata of every Parquet file."""
        return hashlib.sha256(json.dumps(vars(self), sort_keys=True).encode()).hexdigest()


def differences(old: dict[str, Any], new: Identity) -> list[str]:
    """Return one sentence, with its cure, for each fact in which two identities differ."""
    fresh = vars(new)
    return [
        f"{name} differs: the folder has {_short(old.get(name))}, this request {_short(value)} ({CURES[name]})"
        for name, value in fresh.items()
        if old.get(name) != value
    ]


def array_digest(array: np.ndarray | None, runs: int) -> str:
    """Return the digest of a design of `runs` rows, or "" where nothing is fixed. One row stands for all."""
    if array is None:
        return ""
    seen = hashlib.sha256(f"{array.dtype.str} {runs} {array.shape[-1]}".encode())
    one_for_all = array.strides[0] == 0
    for first in range(0, 1 if one_for_all else runs, SHARD_RUNS):
        rows = array[:1] if one_for_all else array[first : first + SHARD_RUNS]
        # Every NaN means "drawn", whatever its bits.
        seen.update(np.where(rows == rows, rows, np.nan).astype(array.dtype).tobytes())
    return seen.hexdigest()


def canonical(value: Any) -> str:
    """Return plain values as JSON text that is the same for the same values."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False)


def text_digest(value: Any) -> str:
    """Return the SHA-256 of plain values."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def describe(problem: Any) -> dict[str, Any]:
    """Return what a reader of a result must know of its scenario: names, options, calendar, as plain JSON."""
    names = problem.names
    return {
        "scenario": problem.scenario,
        "title": dict(problem.title),
        "calendar": problem.calendar,
        "start": problem.start if isinstance(problem.start, int) else str(problem.start),
        "minutes": int(problem.minutes),
        "hours": int(problem.hours),
        "record_h": int(getattr(problem, "record_min", 60)) // 60,
        "series": list(problem.series),
        "sites": list(names.sites),
        "authorities": list(names.authorities),
        "units": list(names.units),
        "dated": dict(problem.dated),
        "outcomes": [_named(outcome) for outcome in problem.outcomes],
        "decisions": [_decision(decision) for decision in problem.decisions],
        "watches": [{"id": watch.id, "has_trigger": bool(watch.has_trigger)} for watch in problem.watches],
        "joint_prior_history": float(problem.joint_prior_history),
        "own_mechanisms": own_mechanisms(problem),
    }


def own_mechanisms(problem: Any) -> list[dict[str, Any]]:
    """Return what is told of the mechanisms of the user's own that a scenario, or a compiled one, was given."""
    return [one.facts() for one in getattr(problem, "mechanisms", ())]


def _named(thing: Any) -> dict[str, Any]:
    return {"id": thing.id, "title": dict(thing.title), "history": bool(thing.history)}


def _decision(decision: Any) -> dict[str, Any]:
    return {
        "id": decision.id,
        "title": dict(decision.title),
        "dated": bool(decision.dated),
        "chances": [float(chance) for chance in decision.chances],
        "options": [_named(option) for option in decision.options],
    }


def versions() -> dict[str, str]:
    """Return the versions of everything that wrote a result."""
    import platform

    return {
        "dualpower": _version("dualpower"),
        "python": platform.python_version(),
        "implementation": platform.python_implementation(),
        "platform": platform.platform(),
        "numpy": np.__version__,
        "arro3": _version("arro3-core"),
    }


def _version(package: str) -> str:
    from importlib import metadata

    try:
        return metadata.version(package)
    except metadata.PackageNotFoundError:
        return "not installed"


def replay_command(
    scenario: str,
    identity: Identity,
    *,
    fixed: bool,
    folder: str | None,
    variant: str | None = None,
    parameters: str | None = None,
    mechanisms: Sequence[Any] = (),
) -> str | None:
    """Return the command that makes the same result again beside the old one; None where Python fixed parts of it."""
    files = sorted({one.file for one in mechanisms if one.file is not None})
    if fixed or len(files) > 1 or any(one.file is None for one in mechanisms):
        return None
    words = ["dualpower", "simulate", scenario, "--runs", str(identity.runs), "--seed", str(identity.seed)]
    if identity.decisions == "history":
        words += ["--decisions", "history"]
    if variant:
        words += ["--variant", variant]
    if parameters:
        words += ["--parameters", parameters]
    if files:
        words += ["--mechanism", files[0]]
    # Only the folder's name: the manifest may travel, and the old result must not stand in the way.
    return shlex.join(words + (["-o", f"{Path(folder).name}-again"] if folder else []))


def new_manifest(identity: Identity, about: dict[str, Any], *, command: str | None) -> dict[str, Any]:
    """Return the manifest of a result that is about to begin."""
    return {
        "format": FORMAT,
        "digest": identity.digest(),
        "identity": dict(vars(identity)),
        "state": "running",
        "command": command,
        "about": about,
        "sessions": [],
        "seconds": 0.0,
        "runs_per_second": 0.0,
        "failed": 0,
        "files": {},
    }


def new_session(*, compiled: bool, threads: int) -> dict[str, Any]:
    """Return the record of one sitting: when, by which versions; wall times are added when it ends."""
    started = datetime.now(UTC).isoformat(timespec="seconds")
    return {"started": started, "runs": 0, "seconds": 0.0, "threads": threads, "compiled": compiled, **versions()}


def _short(value: Any) -> str:
    text = str(value) or "none"
    return text[:12] + "…" if len(text) == 64 else text
