"""Engine and oracle, two readings of docs/model.md, tell the same distribution of stories.

Every column of the per-run summaries (outcome, people and sites at three hours, dead, event counts) is
compared by Z, Y, Kolmogorov-Smirnov and chi-square tests, at a level that allows for how many there are.
Here samples are small; the court (``python -m validation oracle``) repeats it with large ones.
"""

import json

import numpy as np
import pytest
from oracle import choice, compare, mini_city, run, summary
from oracle.world import World

from dualpower.compiler import build
from dualpower.engine.batch import run_batch
from dualpower.engine.params import PARAMS
from dualpower.scenario.resolve import load

RUNS, STARTS = 40, 200
MIDDLE = {row.symbol: row.a for row in PARAMS} | {"rho": 0.0, "bP": 0.0, "bW": 0.0, "bT": 0.0, "bH": 0.0, "bF": 0.0}


def engine_runs(problem, runs, params=None):
    block = run_batch(
        problem.case, seed=1917, first=0, runs=runs, threads=1, params=params, options=None, keep_log=False,
        keep_series=True, progress=None, stop=None,
    )  # fmt: skip
    assert (block.status == 0).all()
    return block


def unlike(target, runs):
    """The columns that differ, as text; empty if none."""
    resolved = load(target)
    problem = build(resolved)
    engine = summary.of_engine(problem, engine_runs(problem, 10 * runs))
    told = [run.simulate(resolved, 1917 + i) for i in range(runs)]
    oracle = summary.of_oracle(told, problem.names.authorities)
    assert len(engine) > 20
    tests, differ = compare.compare(engine, oracle, alpha=0.001)
    assert len(tests) >= len(engine)
    return compare.written(differ)


def test_engine_and_oracle_tell_the_same_stories_of_a_small_city(tmp_path):
    assert unlike(mini_city.write(tmp_path, units=8, authorities=3, hours=12), RUNS) == ""


def test_engine_and_oracle_tell_the_same_stories_of_the_kremlin():
    assert unlike("kremlin-call", RUNS) == ""


def a_late_guild_and_quiet_elders(folder):
    """A small city with elders who have no quarrel, a guild that begins with the first shot, and friends who come.

    The elders are something to one unit only; half of the council's units are the guild's as soon as it is there.
    """
    city = mini_city.mapping(units=8, authorities=2, hours=12)
    why = {"assumed": "a small case"}
    city["authorities"]["elders"] = {"title": {"en": "Elders"}, "seat": "s2", **why}
    city["authorities"]["guild"] = {
        "title": {"en": "Guild"}, "seat": "s3", "posture": "fight", "operations": 2, "from_when": "blood()", **why,
    }  # fmt: skip
    city["stances"].append({"between": ["guild", "command"], "stance": "hostile", **why})
    for i, unit in enumerate(u for u in city["units"].values() if "leans" in u):
        if i % 2 and unit["of"] == "council":
            unit["leans"]["guild"] = 1.5
            unit["bond"]["guild"] = 0.6
    city["units"]["u5"]["leans"]["elders"] = 0.5
    town = {"title": {"en": "Town"}, "kind": "town", "at": [50.05, 20.0], "holder": "council", **why}
    city["sites"]["town"] = town
    city["links"]["road"] = {"between": ["town", "s2"], "kind": "rail", "km": 12, **why}
    city["units"]["friends"] = {
        "title": {"en": "Friends"}, "kind": "infantry", "roll": 300, "at": "town", "duty": "outside", "of": "council",
        "bond": {"council": 0.8}, "leans": {"council": 1}, "arms": {"rifles": 300}, **why,
    }  # fmt: skip
    city["outside"] = {
        "they-come": {"title": {"en": "They come"}, "when": "acting(council) > 0 and blood()", "after": "90 min",
                      "jitter": "30 min", "do": [{"depart": "friends", "to": "s2"}], **why}
    }  # fmt: skip
    path = folder / "late.yaml"
    path.write_text(json.dumps(city), encoding="utf-8")
    return path


def test_engine_and_oracle_tell_the_same_of_who_stands_aside_who_begins_late_and_who_answers(tmp_path):
    assert unlike(a_late_guild_and_quiet_elders(tmp_path), RUNS) == ""


def oracle_start(resolved, seed, fixed):
    world = World(resolved, seed, fixed)
    choice.settle_start(world)
    return run.totals(world)


def unlike_at_the_start(target, fixed=None):
    resolved = load(target)
    problem = build(resolved)
    params = np.array([[fixed[row.symbol] for row in PARAMS]] * STARTS) if fixed else None
    block = engine_runs(problem, STARTS, params)
    starts = [oracle_start(resolved, 1917 + i, fixed) for i in range(STARTS)]
    engine, oracle = {}, {}
    for k in problem.names.authorities:
        for what in ("standing", "acting", "held"):
            name = f"{what}-{k}"
            engine[name] = block.series[:, 0, problem.series.index(f"{what}.{k}")].astype(float).tolist()
            oracle[name] = [float(start[name]) for start in starts]
    tests, differ = compare.compare(engine, oracle, alpha=0.001)
    assert len(tests) >= len(engine)
    return compare.written(differ)


@pytest.mark.parametrize("weights", [{}, {"bW": 4.0}, {"bT": 2.0}])
def test_engine_and_oracle_agree_whom_men_stand_with_when_peers_do_not_matter(tmp_path, weights):
    city = mini_city.write(tmp_path, units=8, authorities=3, hours=1)
    assert unlike_at_the_start(city, MIDDLE | weights) == ""


def test_engine_and_oracle_agree_whom_men_stand_with_and_obey_at_the_start(tmp_path):
    assert unlike_at_the_start(mini_city.write(tmp_path, units=8, authorities=2, hours=1)) == ""
