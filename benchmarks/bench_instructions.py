"""How many machine instructions does a run take, and how many per elementary event?

Elementary events: reviews, side-draws of contests, calls that come to their end, evaluations of
rules, arrivals; counted by the engine itself. Instructions in user space are counted by the
processor (``perf stat``) or, where that is not allowed, by valgrind; a run of a few is subtracted
from a run of many, so that starting Python costs nothing.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import numpy as np

from . import common

ASKED = "Instructions per run and per elementary event"
COUNTS = ("reviews", "side draws", "calls", "rule evaluations", "arrivals")
CASES = {"moscow-1917": (4, 24), "mini-city": (10, 60)}
CODE = """
import sys
from benchmarks import common
name, runs = sys.argv[1], int(sys.argv[2])
built = common.problem(100) if name == "mini-city" else common.scenario(name)
common.run_engine(built, runs)
"""


def counter() -> str:
    """``perf``, ``valgrind`` or nothing."""
    if shutil.which("perf"):
        trial = subprocess.run(
            ["perf", "stat", "-x,", "-e", "instructions:u", "true"], capture_output=True, text=True, check=False
        )
        if trial.returncode == 0 and re.search(r"^\d+,", trial.stderr, re.MULTILINE):
            return "perf"
    return "valgrind" if shutil.which("valgrind") else ""


def instructions(tool: str, name: str, runs: int) -> int:
    """User-space instructions of a fresh interpreter that makes `runs` runs."""
    own = [sys.executable, "-c", CODE, name, str(runs)]
    if tool == "perf":
        command, pattern = ["perf", "stat", "-x,", "-e", "instructions:u", *own], r"^(\d+),"
    else:
        command, pattern = (
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *own],
            r"Collected : (\d+)",
        )
    told = subprocess.run(
        command, cwd=common.ROOT, capture_output=True, text=True, check=True, env=common.environment()
    )
    return int(re.findall(pattern, told.stderr, re.MULTILINE)[-1])


def events(name: str, runs: int) -> dict | None:
    """Elementary events per run as the engine counts them; None if it does not."""
    built = common.problem(100) if name == "mini-city" else common.scenario(name)
    work = getattr(common.run_engine(built, runs), "work", None)
    if work is None:
        return None
    return dict(zip(COUNTS, np.asarray(work, dtype=float).mean(axis=0).tolist(), strict=False))


def measure() -> dict:
    tool = counter()
    if not tool:
        return {"counted_by": "nothing: neither perf nor valgrind works here"}
    found: dict = {"counted_by": tool}
    for name, (few, many) in CASES.items():
        per_run = (instructions(tool, name, many) - instructions(tool, name, few)) / (many - few)
        counts = events(name, many)
        found[name] = {"instructions_per_run": per_run, "events_per_run": counts}
        if counts:
            found[name]["instructions_per_event"] = per_run / sum(counts.values())
    return found


if __name__ == "__main__":
    print(common.save("instructions", ASKED, measure()))
