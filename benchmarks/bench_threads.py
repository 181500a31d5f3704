"""Do two threads do twice the work of one? And how many Moscow runs a second does this machine make?"""

from __future__ import annotations

from statistics import median

from . import common

ASKED = "Runs per second with 1 and 2 threads, hourly series kept"
SCENARIO, RUNS, PAIRS = "moscow-1917", 40, 5


def measure() -> dict:
    built = common.scenario(SCENARIO)
    common.run_engine(built, 4, threads=2)
    rows = []
    for i in range(PAIRS):
        pair = []
        for threads in (1, 2) if i % 2 else (2, 1):
            seconds = common.wall_seconds(
                lambda t=threads, i=i: common.run_engine(built, RUNS, threads=t, first=i * RUNS)
            )
            pair.append((threads, RUNS / seconds))
        rows.append(dict(pair))
    return {
        "scenario": SCENARIO, "runs": RUNS,
        "runs_per_second_1_thread": common.spread([r[1] for r in rows]),
        "runs_per_second_2_threads": common.spread([r[2] for r in rows]),
        "speed_up": median(r[2] / r[1] for r in rows),
        "speed_ups": [round(r[2] / r[1], 3) for r in rows],
    }  # fmt: skip


if __name__ == "__main__":
    print(common.save("threads", ASKED, measure()))
