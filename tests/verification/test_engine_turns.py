"""A plan that is left alone is one that has no occasion: the counters of turns.py change how often a rule is judged,
never what comes of it."""

import numpy as np
import pytest
from worlds import merged, problem_of, town, worker_of

from dualpower.compiler import build
from dualpower.scenario import resolve


def begun(key: str):
    g = worker_of(build(resolve.load(key)), interpreted=True)
    g.worker.prepare(np.full(21, np.nan), np.full(g.worker.sizes["D"], -1, np.int16), keep_log=False)
    g.kernel.begin_run(g.case, g.world, 1917, 3)
    return g


def left_alone(g) -> list[int]:
    return [i for i in range(g.case.P) if g.kernel.is_settled(g.world, i)]


def has_occasion(g, i: int) -> bool:
    """Whether the plan would be carried out if it were looked at now: its rules, judged afresh."""
    k, c, w = g.kernel, g.case, g.world
    if w.plan_last[i] >= 0 and c.plan_until[i] >= 0 and k.judge(c, w, c.plan_until[i], c.plan_auth[i]) != 0.0:
        return False
    return k.judge(c, w, c.plan_rule[i], c.plan_auth[i]) != 0.0


@pytest.mark.parametrize(("key", "looks", "every", "least"), [
    ("russia-1917", 12, 1440, 500), ("moscow-1917", 16, 60, 10), ("petrograd-1917", 16, 60, 5),
])  # fmt: skip
def test_no_plan_left_alone_has_an_occasion(key, looks, every, least):
    g = begun(key)
    seen = set()
    for look in range(1, looks + 1):
        g.kernel.continue_run(g.case, g.world, look * every)
        found = left_alone(g)
        seen.update(found)
        assert [i for i in found if has_occasion(g, i)] == []
    assert len(seen) >= least


PLANS = {
    "plans": {
        "when-held": {"who": "reds", "when": "holder(fort) == reds and not chose(way, other)",
                      "do": [{"posture": "fight"}], "assumed": "t"},
        "in-time": {"who": "reds", "when": "holder(hall) == reds for 6 h",
                    "do": [{"posture": "fight"}], "assumed": "t"},
        "by-men": {"who": "reds", "when": "present(red-guard) == 0", "do": [{"posture": "fight"}], "assumed": "t"},
    },
    "decisions": {
        "way": {"title": {"en": "Way"}, "who": "blues", "when": "holder(hall) == blues", "assumed": "t", "options": {
            "one": {"title": {"en": "One"}, "chance": 0.5, "history": True},
            "other": {"title": {"en": "Other"}, "chance": 0.5},
        }},
    },
}  # fmt: skip


@pytest.fixture
def small():
    return worker_of(problem_of(merged(town(), PLANS)), interpreted=True, begin=True)


def plan(g, name: str) -> int:
    return g.problem.names.plans.index(name)


def test_what_only_a_deed_changes_is_left_alone_until_it_turns(small):
    i = plan(small, "when-held")
    assert not small.kernel.has_come(small.case, small.world, i)
    assert small.kernel.is_settled(small.world, i)
    small.kernel.site_turned(small.world, small.site("hall"))
    assert small.kernel.is_settled(small.world, i), "another site is none of its business"
    small.kernel.site_turned(small.world, small.site("fort"))
    assert not small.kernel.is_settled(small.world, i)


@pytest.mark.parametrize("name", ["in-time", "by-men"])
def test_what_changes_by_itself_is_judged_at_every_look(small, name):
    i = plan(small, name)
    assert not small.kernel.has_come(small.case, small.world, i)
    assert not small.kernel.is_settled(small.world, i)
