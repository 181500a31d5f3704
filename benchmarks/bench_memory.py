"""How much memory do 10,000 runs of Moscow take, written to disk as they are made?"""

from __future__ import annotations

import json
import tempfile

from . import common

ASKED = "Peak memory of 10,000 Moscow runs, hourly series kept"
RUNS = 10000
CODE = """
import json, resource, sys, time
from pathlib import Path
from benchmarks import common
from dualpower.ensemble import simulate
built = common.scenario("moscow-1917")
start_mb, begun = common.peak_mb(), time.perf_counter()
simulate(built, runs=int(sys.argv[1]), seed=common.SEED, folder=Path(sys.argv[2]) / "out")
print(json.dumps({"peak_mb": common.peak_mb(), "before_mb": start_mb, "seconds": time.perf_counter() - begun}))
"""


def measure() -> dict:
    with tempfile.TemporaryDirectory() as folder:
        told = common.child(CODE, str(RUNS), folder)
    found = json.loads(told.stdout.splitlines()[-1])
    return {"runs": RUNS, **found, "runs_per_second": RUNS / found["seconds"]}


if __name__ == "__main__":
    print(common.save("memory", ASKED, measure()))
