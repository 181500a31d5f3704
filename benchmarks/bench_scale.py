"""What does a unit cost when there are a hundred times as many?"""

from __future__ import annotations

from . import common

ASKED = "CPU time per unit and run as the city grows"
SIZES = {100: 30, 1000: 6, 10000: 2}
HOURS = 48


def times(built, runs: int) -> list[float]:
    """Three repetitions of `runs` runs, CPU seconds a run."""
    common.run_engine(built, 1)
    return [common.cpu_seconds(lambda i=i: common.run_engine(built, runs, first=i * runs)) / runs for i in range(3)]


def failed(built, runs: int) -> str:
    """Which stage failed in how many of the runs; empty if none."""
    from dualpower.engine.batch import STAGES

    status = common.run_engine(built, runs).status
    return ", ".join(f"{int((status == code).sum())} at {STAGES[code]}" for code in sorted(set(status[status != 0])))


def measure() -> dict:
    rows = []
    for units, runs in SIZES.items():
        built = common.problem(units, hours=HOURS)
        found = common.spread(times(built, runs))
        rows.append({
            "units": units, "seconds_per_run": found, "microseconds_per_unit": 1e6 * found["median"] / units,
            "failed": failed(built, runs) or "none",
        })  # fmt: skip
    return {
        "hours": HOURS,
        "sizes": rows,
        "cost_per_unit_largest_to_smallest": rows[-1]["microseconds_per_unit"] / rows[0]["microseconds_per_unit"],
    }


if __name__ == "__main__":
    print(common.save("scale", ASKED, measure()))
