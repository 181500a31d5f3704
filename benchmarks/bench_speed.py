"""How much faster is the engine than plain Python and than SimPy, on one core, for the same city?

The three run in turn inside one process; ratios are medians of pairs taken next to each other, so
that the machine's mood cancels. The two do not do the same amount of work (the oracle sends one call
to each hearer where the engine sends a wave), so the fair ratio is the one per elementary event, which
both count. The oracle's profile is kept, to show that it wastes nothing silly.
"""

from __future__ import annotations

import cProfile
import pstats
from statistics import median

from . import common

ASKED = "Engine against the plain-Python oracle and a SimPy re-expression: same mini-city, one core, same run"
UNITS, HOURS, PAIRS, ENGINE_RUNS = 100, 24, 3, 50


def per_run(what, runs: int) -> float:
    return common.cpu_seconds(lambda: [what(i) for i in range(runs)]) / runs


def top(resolved, lines: int = 10) -> list[dict]:
    """The oracle's own profile: the functions it spends its time in."""
    from oracle import run

    profile = cProfile.Profile()
    profile.runcall(run.simulate, resolved, common.SEED)
    table = pstats.Stats(profile)
    total = table.total_tt  # type: ignore[attr-defined]
    rows = sorted(table.stats.items(), key=lambda item: -item[1][2])[:lines]  # type: ignore[attr-defined]
    return [
        {
            "function": f"{key[0].rsplit('/', 1)[-1]}:{key[2]}",
            "calls": row[1],
            "share_of_time": round(row[2] / total, 4),
        }
        for key, row in rows
    ]


def measure() -> dict:
    from oracle import run

    from . import simpy_city

    resolved, built = common.city(UNITS, hours=HOURS), common.problem(UNITS, hours=HOURS)
    common.run_engine(built, 2)  # the first run is measured elsewhere
    rows = []
    for i in range(PAIRS):
        blocks, told = [], []
        engine = common.cpu_seconds(
            lambda i=i, to=blocks: to.append(common.run_engine(built, ENGINE_RUNS, first=i * ENGINE_RUNS))
        )
        engine /= ENGINE_RUNS
        oracle = per_run(lambda j, i=i, to=told: to.append(run.simulate(resolved, common.SEED + i + j)), 1)
        simpy = per_run(lambda j, i=i: simpy_city.simulate(resolved, common.SEED + i + j), 1)
        work = float(blocks[0].work.sum(axis=1).mean()), float(sum(told[0].work.values()))
        rows.append((engine, oracle, simpy, *work))
    return {
        "units": UNITS, "hours": HOURS,
        "engine_seconds_per_run": common.spread([r[0] for r in rows]),
        "oracle_seconds_per_run": common.spread([r[1] for r in rows]),
        "simpy_seconds_per_run": common.spread([r[2] for r in rows]),
        "engine_events_per_run": median(r[3] for r in rows),
        "oracle_events_per_run": median(r[4] for r in rows),
        "times_faster_per_elementary_event": median(r[1] / r[4] / (r[0] / r[3]) for r in rows),
        "times_faster_than_oracle": median(r[1] / r[0] for r in rows),
        "times_faster_than_simpy": median(r[2] / r[0] for r in rows),
        "oracle_profile": top(resolved),
    }  # fmt: skip


if __name__ == "__main__":
    print(common.save("speed", ASKED, measure()))
