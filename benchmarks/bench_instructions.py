"""How many machine instructions does a run take, and how many per elementary event?

Elementary events: reviews, side-draws of contests, calls that come to their end, evaluations of
rules, arrivals; counted by the engine itself. The processor's own counters (``perf stat``) are not to
be had on every machine, so valgrind's callgrind counts user-space instructions by executing them one
by one. An interpreter that does all the same but makes no run is subtracted, so that starting Python
and reading the scenario cost nothing. Counts do not depend on how busy the machine is.
"""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

from . import common

ASKED = "Instructions per run and per elementary event"
COUNTS = ("reviews", "side draws", "calls", "rule evaluations", "arrivals")
CASES = {"moscow-1917": 2, "mini-city": 8}
CODE = """
import pickle, sys
from pathlib import Path
from benchmarks import common
built = pickle.loads(Path(sys.argv[1]).read_bytes())
if int(sys.argv[2]):
    common.run_engine(built, int(sys.argv[2]))
"""


def built(name: str):
    return common.problem(100) if name == "mini-city" else common.scenario(name)


def begin(parcel: Path, runs: int) -> subprocess.Popen:
    """Start a fresh interpreter under callgrind that makes `runs` runs."""
    return subprocess.Popen(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", sys.executable, "-c", CODE, str(parcel),
         str(runs)],
        cwd=common.ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env=common.environment(),
    )  # fmt: skip


def instructions(process: subprocess.Popen) -> int:
    told = process.communicate()[1]
    if process.returncode:
        raise RuntimeError(f"callgrind ended with {process.returncode}: {told[-500:]}")
    return int(re.findall(r"Collected : (\d+)", told)[-1])


def one(name: str, runs: int) -> dict:
    """Instructions and elementary events per run of one case; the two counts are made side by side."""
    problem = built(name)
    with tempfile.TemporaryDirectory() as folder:
        parcel = Path(folder) / "problem"
        parcel.write_bytes(pickle.dumps(replace(problem)))  # without its case, which belongs to one process
        some, none = (instructions(p) for p in [begin(parcel, runs), begin(parcel, 0)])
    counts = np.asarray(common.run_engine(problem, runs).work, dtype=float).mean(axis=0)
    per_run = (some - none) / runs
    return {
        "case": name, "runs": runs, "million_instructions_per_run": per_run / 1e6,
        "events_per_run": float(counts.sum()), "instructions_per_event": per_run / float(counts.sum()),
        **{f"{word}_per_run": float(n) for word, n in zip(COUNTS, counts, strict=False)},
    }  # fmt: skip


def measure() -> dict:
    if not shutil.which("valgrind"):
        return {"counted_by": "nothing: valgrind is not installed here"}
    return {
        "counted_by": "valgrind callgrind, user space, less an interpreter that makes no run",
        "cases": [one(name, runs) for name, runs in CASES.items()],
    }


if __name__ == "__main__":
    print(common.save("instructions", ASKED, measure()))
