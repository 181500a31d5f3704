"""Do two threads do twice the work of one? How many runs of a city and of a country does this machine make a second?"""

from __future__ import annotations

from statistics import median

from . import common

ASKED = "Runs per second with 1 and 2 threads, the record of each run kept"
SCENARIOS, RUNS, PAIRS = ("moscow-1917", "russia-1917"), 40, 5


def measured(name: str) -> dict:
    """Rates of one scenario, one thread and two in turn, so that a noisy minute falls on both."""
    built = common.scenario(name)
    common.run_engine(built, 4, threads=2)
    rates, cpu = [], []
    for i in range(PAIRS):
        pair = {}
        for threads in (1, 2) if i % 2 else (2, 1):

            def block(threads=threads, i=i) -> None:
                common.run_engine(built, RUNS, threads=threads, first=i * RUNS)

            pair[threads] = RUNS / common.wall_seconds(lambda block=block: cpu.append(common.cpu_seconds(block)))
        rates.append(pair)
    return {
        "scenario": name, "runs": RUNS,
        "runs_per_second_1_thread": common.spread([pair[1] for pair in rates]),
        "runs_per_second_2_threads": common.spread([pair[2] for pair in rates]),
        "speed_up": median(pair[2] / pair[1] for pair in rates),
        "cpu_seconds_a_run": median(cpu) / RUNS,
    }  # fmt: skip


def measure() -> dict:
    return {"scenarios": [measured(name) for name in SCENARIOS]}


if __name__ == "__main__":
    print(common.save("threads", ASKED, measure()))
