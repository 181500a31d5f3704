"""How much memory do many runs take, written to disk as they are made? Peak resident set of a fresh process."""

from __future__ import annotations

import json
import tempfile

from . import common

ASKED = "Peak memory of many runs, hourly series kept"
CASES = {"kremlin-call": 10000, "moscow-1917": 1000}
CODE = """
import json, sys, time
from pathlib import Path
from benchmarks import common
from dualpower.ensemble import simulate
built = common.scenario(sys.argv[1])
start_mb, begun = common.peak_mb(), time.perf_counter()
simulate(built, runs=int(sys.argv[2]), seed=common.SEED, folder=Path(sys.argv[3]) / "out")
print(json.dumps({"peak_mb": common.peak_mb(), "before_mb": start_mb, "seconds": time.perf_counter() - begun}))
"""


def one(name: str, runs: int) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        told = common.child(CODE, name, str(runs), folder)
    found = json.loads(told.stdout.splitlines()[-1])
    return {"case": name, "runs": runs, **found, "runs_per_second": runs / found["seconds"]}


def measure() -> dict:
    return {"cases": [one(name, runs) for name, runs in CASES.items()]}


if __name__ == "__main__":
    print(common.save("memory", ASKED, measure()))
