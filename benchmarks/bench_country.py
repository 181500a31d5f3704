"""What does a country of 1,040 towns cost against one of 104? (Not more than twelve times is asked.)"""

from __future__ import annotations

import tempfile
from pathlib import Path

from . import common, made_up_country

ASKED = "CPU time and memory of a run as a country grows from 104 towns to 1,040"
SIZES = {104: 4, 1040: 4}
SLOTS_A_TOWN = 4  # detachments at once


def built(towns: int):
    """The compiled country, and CPU seconds of loading and compiling it."""
    from dualpower.compiler import build
    from dualpower.scenario.resolve import load

    found = {}
    with tempfile.TemporaryDirectory() as folder:
        path = made_up_country.write(Path(folder), towns)

        def make() -> None:
            found["problem"] = build(load(path), slots=max(192, SLOTS_A_TOWN * towns))

        seconds = common.cpu_seconds(make)
    return found["problem"], seconds


def seconds_a_run(problem, runs: int) -> list[float]:
    """Three repetitions of `runs` runs, CPU seconds a run."""
    return [common.cpu_seconds(lambda i=i: common.run_engine(problem, runs, first=i * runs)) / runs for i in range(3)]


def measure() -> dict:
    rows = []
    for towns, runs in SIZES.items():
        problem, seconds = built(towns)
        common.run_engine(problem, 1)
        times = seconds_a_run(problem, runs)
        status = common.run_engine(problem, runs).status
        tables = sum(
            problem.arrays[name].nbytes for name in ("km", "path_km", "hop", "town_km", "town_way", "town_hop")
        )
        rows.append({
            "towns": towns, "seconds_per_run": common.spread(times), "seconds_to_load_and_compile": seconds,
            "failed": int((status != 0).sum()), "mb_of_distances": tables / 1e6, "peak_mb": common.peak_mb(),
        })  # fmt: skip
    return {
        "sizes": rows,
        "cost_of_a_run_largest_to_smallest": rows[-1]["seconds_per_run"]["median"]
        / rows[0]["seconds_per_run"]["median"],
        "cost_of_loading_largest_to_smallest": rows[-1]["seconds_to_load_and_compile"]
        / rows[0]["seconds_to_load_and_compile"],
    }


if __name__ == "__main__":
    print(common.save("country", ASKED, measure()))
