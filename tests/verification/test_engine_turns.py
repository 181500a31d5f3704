"""Who sleeps would have nothing to do if it were awake: turns.py changes how often a rule is judged, never what comes
of it. The other short cuts of a large country (who is hale, where foes are known) are held against what they mean."""

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
    return [i for i in range(g.case.P) if g.kernel.is_asleep(g.world, i)]


def sleeping_watches(g) -> list[int]:
    return [i for i in range(g.case.W) if g.kernel.is_asleep(g.world, g.case.P + i)]


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
        k, c, w = g.kernel, g.case, g.world
        assert [i for i in sleeping_watches(g) if k.judge(c, w, c.watch_trigger[i], 0) != 0.0] == []
        check_short_cuts(g)
    assert len(seen) >= least


def check_short_cuts(g) -> None:
    """Who counts as hale is neither tired, hungry nor alone; where no foe is counted, none is known; who has looked at
    a place since anything stirred there knows all of it."""
    w, block = g.world, g.kernel.BLOCK
    for u in range(w.units):
        if w.live[u] != 0 and w.hale[u] != 0:
            assert w.hard[u] == 0.0 and w.iso[u] == 0
            assert max(w.unfed[u], w.cutoff[u], w.entered[u]) < 0
    for k in range(1, g.case.K1):
        known = [w.kforce[k, s] != 0.0 for s in range(g.case.S)]
        counted = [w.known_foes[k, b] for b in range((g.case.S + block - 1) // block)]
        assert counted == [sum(known[i : i + block]) for i in range(0, g.case.S, block)]
        for s in range(g.case.S):
            if w.klook[k, s] > w.stirred[s]:
                assert (w.kforce[k, s], w.kholder[k, s]) == (w.foes[s, k], w.holder[s])


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


def test_what_only_a_deed_changes_sleeps_until_it_turns(small):
    i = plan(small, "when-held")
    assert not small.kernel.has_come(small.case, small.world, i)
    assert small.kernel.is_asleep(small.world, i)
    small.kernel.site_turned(small.world, small.site("hall"))
    assert small.kernel.is_asleep(small.world, i), "another site is none of its business"
    small.kernel.site_turned(small.world, small.site("fort"))
    assert not small.kernel.is_asleep(small.world, i)


def test_what_must_last_sleeps_until_it_has_lasted(small):
    i = plan(small, "in-time")
    assert not small.kernel.has_come(small.case, small.world, i)
    began = small.world.t
    small.world.t = began + 6 * 60 - 1
    assert small.kernel.is_asleep(small.world, i)
    small.kernel.site_turned(small.world, small.site("hall"))
    assert not small.kernel.is_asleep(small.world, i), "it may be over"
    assert not small.kernel.has_come(small.case, small.world, i)
    small.world.t = began + 6 * 60
    assert not small.kernel.is_asleep(small.world, i)
    assert small.kernel.has_come(small.case, small.world, i)


def test_what_changes_by_itself_is_judged_at_every_look(small):
    i = plan(small, "by-men")
    assert not small.kernel.has_come(small.case, small.world, i)
    assert not small.kernel.is_asleep(small.world, i)


def test_an_onlooker_learns_of_a_site_handed_over_since_he_looked():
    names = {"reds": "hall", "blues": "fort", "greens": "mill"}
    sides = {name: {"title": {"en": name}, "seat": at, "assumed": "t"} for name, at in names.items()}
    g = worker_of(problem_of(town(authorities=sides, stances=[])), interpreted=True, begin=True)
    k, c, w = g.kernel, g.case, g.world
    hall, reds, blues, greens = g.site("hall"), g.side("reds"), g.side("blues"), g.side("greens")
    before = w.holder[hall]
    other = blues if before != blues else reds
    w.t = 60
    k.see(c, w, greens, hall)
    w.t = 90
    k.see(c, w, greens, hall)
    assert w.kholder[greens, hall] == before
    w.t = 120
    k.hand_over_site(c, w, hall, other)
    assert w.kholder[greens, hall] == before, "nobody has told him yet"
    w.t = 150
    k.see(c, w, greens, hall)
    assert w.kholder[greens, hall] == other
