"""What does a country of 1,040 towns cost against one of 104? (Not more than twelve times is asked.)"""

from __future__ import annotations

import tempfile
from pathlib import Path

from . import common, made_up_country

ASKED = "CPU time and memory of a run as a country grows from 104 towns to 1,040"
SIZES = {104: 24, 1040: 4}  # runs of one round: histories differ by half, so many of them are needed
ROUNDS = 8
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


def seconds_a_run(problem, runs: int, at: int) -> float:
    """CPU seconds a run of one round, of histories that no other round lives."""
    return common.cpu_seconds(lambda: common.run_engine(problem, runs, first=at * runs)) / runs


def measure() -> dict:
    problems, seconds, peaks = {}, {}, {}
    for towns, runs in SIZES.items():
        problems[towns], seconds[towns] = built(towns)
        common.run_engine(problems[towns], runs)
        peaks[towns] = common.peak_mb()  # the small one comes first: what is asked is the most so far
    times = {towns: [] for towns in SIZES}
    for at in range(ROUNDS):  # in turn, so that both sizes meet the same moods of the machine
        for towns, runs in SIZES.items():
            times[towns].append(seconds_a_run(problems[towns], runs, at))
    few, many = min(SIZES), max(SIZES)
    return {
        "sizes": [row(towns, problems[towns], times[towns], seconds[towns], peaks[towns]) for towns in SIZES],
        "cost_of_a_run_largest_to_smallest": sum(times[many]) / sum(times[few]),
        "the_same_round_by_round": common.spread([x / y for x, y in zip(times[many], times[few], strict=True)]),
        "cost_of_loading_largest_to_smallest": seconds[many] / seconds[few],
    }


def row(towns: int, problem, times: list[float], seconds: float, peak: float) -> dict:
    """What a country of one size costs."""
    status = common.run_engine(problem, SIZES[towns]).status
    tables = sum(problem.arrays[name].nbytes for name in ("km", "path_km", "hop", "town_km", "town_way", "town_hop"))
    return {
        "towns": towns, "seconds_per_run": common.spread(times), "seconds_to_load_and_compile": seconds,
        "failed": int((status != 0).sum()), "mb_of_distances": tables / 1e6, "peak_mb": peak,
    }  # fmt: skip


if __name__ == "__main__":
    print(common.save("country", ASKED, measure()))
