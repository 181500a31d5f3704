"""Do engine and oracle, two readings of docs/model.md, tell the same distribution of stories?

Large samples of the teaching scenario and of two made-up cities; every column of the per-run
summaries is compared by Z, Y, Kolmogorov-Smirnov and chi-square, at a level that allows for how
many tests there are. Held means: no column differs. The ten tests that come nearest to it are kept as well.
"""

from __future__ import annotations

import tempfile
from dataclasses import asdict
from pathlib import Path

from benchmarks import common  # puts the oracle in reach

ASKED = "Engine against oracle: outcome shares, hourly totals and event counts"
ALPHA = 0.001
CASES = {"kremlin-call": 300, "city of three sides": 300, "city of two sides": 50}


def resolved(name: str, folder: Path):
    from oracle import mini_city

    from dualpower.scenario.resolve import load

    if name == "city of three sides":
        return load(mini_city.write(folder / "three", units=8, authorities=3, hours=12))
    if name == "city of two sides":
        return load(mini_city.write(folder / "two", units=24, authorities=2, hours=24))
    return load(name)


def one(name: str, runs: int) -> dict:
    from oracle import compare, run, summary

    from dualpower.compiler import build

    with tempfile.TemporaryDirectory() as folder:
        scenario = resolved(name, Path(folder))
        problem = build(scenario)
        block = common.run_engine(problem, 10 * runs)
        results = [run.simulate(scenario, common.SEED + i) for i in range(runs)]
    engine, oracle = summary.of_engine(problem, block), summary.of_oracle(results, problem.names.authorities)
    tests, unlike = compare.compare(engine, oracle, alpha=ALPHA)
    return {
        "engine_runs": 10 * runs, "oracle_runs": runs, "tests": len(tests), "level": ALPHA / len(tests),
        "differ": [asdict(t) for t in sorted(unlike, key=lambda t: t.p)],
        "largest": [asdict(t) for t in sorted(tests, key=lambda t: t.p)[:10]],
    }  # fmt: skip


def hold() -> dict:
    found = {name: one(name, runs) for name, runs in CASES.items()}
    return {"held": all(not case["differ"] for case in found.values()), "cases": found}
