"""Laws of every world: men are conserved, nothing is negative or not a number, dead lines are silent.

Over random small scenarios (compiled and interpreted) and over twenty runs of each scenario in the folder.
"""
# ruff: noqa: E501 - a table reads best on one line a row

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from worlds import problem_of, rows_of, run, town, worker_of
from worlds.laws import broken_laws
from worlds.random_worlds import worlds

from dualpower.compiler import build
from dualpower.scenario import catalog, resolve

SOME = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
ANSWERS = {"turned-out", "refused", "struck", "resumed"}


@SOME
@given(worlds(), st.integers(0, 2**63 - 1))
def test_random_worlds_keep_the_laws(compiled, mapping, seed):
    g = worker_of(problem_of(mapping))
    for number in range(4):
        assert g.run(seed, number) == 0, f"stage {g.world.upshot()[0]}"
        assert broken_laws(g) == []


@FEW
@given(worlds(hours=8), st.integers(0, 1000))
def test_random_worlds_keep_the_laws_interpreted_too(mapping, seed):
    g = worker_of(problem_of(mapping), interpreted=True)
    assert g.run(seed, 0) == 0
    assert broken_laws(g) == []


@pytest.mark.parametrize("key", catalog.ids())
def test_every_scenario_keeps_the_laws(compiled, key):
    g = worker_of(build(resolve.load(key)))
    for number in range(20):
        assert g.run(2026, number) >= 0, f"run {number} ended at stage {g.world.upshot()[0]}"
        assert broken_laws(g) == [], f"run {number}"


@SOME
@given(worlds(), st.integers(0, 1000))
def test_an_order_that_was_lost_is_not_obeyed(compiled, mapping, seed):
    """Every answer to an order follows it, and none follows one that was lost or caught on its way."""
    problem = problem_of(mapping)
    block = run(problem, runs=3, seed=seed)
    for i in range(3):
        rows = rows_of(problem, block, i)
        silent = {row["trigger"] for row in rows if row["event"] in ("lost", "intercepted")}
        for row in rows:
            if row["cause"] == "order" and row["event"] in ANSWERS and row["trigger"] >= 0:
                order = rows[row["trigger"]]
                if order["event"] == "ordered":
                    assert row["trigger"] not in silent
                    assert row["minute"] >= order["minute"]


@SOME
@given(worlds(), st.integers(0, 1000))
def test_no_transfer_surrender_truce_or_defection_is_dated(compiled, mapping, seed):
    block = run(problem_of(mapping), runs=3, seed=seed)
    from dualpower import words

    for cause in (words.CAUSE_START, words.CAUSE_OUTSIDE, words.CAUSE_DATED):
        assert not block.change_causes[:, cause].any()


RING = {
    "sites": {"keep": {"title": {"en": "Keep"}, "kind": "fortress", "at": [50.004, 20.012], "holder": "reds", "assumed": "t"}},
    "links": {"keep-lane": {"between": ["mill", "keep"]}},
    "units": {
        "garrison": {"title": {"en": "Garrison"}, "kind": "infantry", "roll": 200, "at": "keep", "duty": "barracks", "of": "reds",
                     "bond": {"reds": 1}, "leans": {"reds": 2, "blues": -2}, "doubt": 0, "arms": {"rifles": 200}, "assumed": "t"},
        "watch": {"title": {"en": "Watch"}, "kind": "infantry", "roll": 20, "at": "keep", "duty": "on-duty", "of": "reds",
                  "bond": {"reds": 1}, "leans": {"reds": 2, "blues": -2}, "doubt": 0, "arms": {"rifles": 20}, "assumed": "t"},
    },
}  # fmt: skip


def test_a_dead_line_delivers_nothing():
    """To a site that is shut in and has no wire nothing gets through; with a wire the order is heard."""
    g = worker_of(problem_of(town(**RING)), interpreted=True, begin=True)
    rooms, w, reds, keep, u = g.kernel, g.world, g.side("reds"), g.site("keep"), g.unit("garrison")
    w.ring[keep], w.ringed[keep] = g.side("blues"), 0
    before = w.n_calls
    assert rooms.send_order(g.case, w, reds, u, 8, keep, 100, 1.0) == -1
    assert w.n_calls == before
    wired = town(**RING)
    wired["lines"]["wire"]["joins"].append("keep")
    g = worker_of(problem_of(wired), interpreted=True, begin=True)
    g.world.ring[keep], g.world.ringed[keep] = g.side("blues"), 0
    assert g.kernel.send_order(g.case, g.world, reds, u, 8, keep, 100, 1.0) == 0
    assert g.world.n_calls == before + 1


def test_nobody_reacts_before_the_call_is_due():
    """Between sending and delivery the inbox is empty of it; at its minute it is there, once."""
    g = worker_of(problem_of(town()), interpreted=True, begin=True, params={"phi": 5})
    rooms, w, u = g.kernel, g.world, g.unit("blue-guard")
    rooms.carry(g.case, w, rooms.CALL_ORDER, 1, g.site("hall"), g.site("fort"), u, 8, 50, g.site("fort"), 1.0, 7)
    due = w.cq_due[0]
    assert due > 0
    for minute in range(due):
        w.t = minute
        rooms.deliver(g.case, w)
        assert w.n_inbox == 0
    w.t = due
    rooms.deliver(g.case, w)
    assert w.n_inbox == 1
    rooms.deliver(g.case, w)
    assert w.n_inbox == 0


@given(st.lists(st.integers(0, 5000), min_size=1, max_size=60))
@settings(max_examples=30, deadline=None)
def test_calls_come_in_the_order_of_their_minutes_and_ties_in_the_order_of_sending(minutes):
    g = worker_of(problem_of(town()), interpreted=True, begin=True)
    for i, due in enumerate(minutes):
        g.kernel.push_call(g.world, g.kernel.CALL_NEWS, 0, -1, -1, i, 0, 0, 0.0, due)
    came = []
    for _ in minutes:
        due = g.world.cq_due[0]
        came.append((due, g.world.c_ref[g.kernel.pop_call(g.world)]))
    assert came == sorted(zip(minutes, range(len(minutes)), strict=True))
    assert g.world.n_calls == 0


def test_three_armed_sides_fight_it_out():
    names = ("reds", "blues", "greens")
    world = town(
        authorities={n: {"title": {"en": n}, "posture": "fight", "operations": 3, "assumed": "t",
                         "seat": {"reds": "hall", "blues": "fort", "greens": "mill"}[n]} for n in names},
        stances=[{"between": [a, b], "stance": "hostile"} for a, b in (("reds", "blues"), ("reds", "greens"), ("blues", "greens"))],
        sites={"mill": {"kind": "headquarters", "holder": "greens"}},
        units={"green-guard": {"title": {"en": "Green guard"}, "kind": "infantry", "roll": 400, "at": "mill", "duty": "on-duty",
                               "of": "greens", "bond": {"greens": 1}, "leans": {"greens": 2, "reds": -1, "blues": -1},
                               "arms": {"rifles": 400}, "assumed": "t"}},
        end="1900-01-03 06:00",
    )  # fmt: skip
    problem = problem_of(world)
    g = worker_of(problem)
    for number in range(20):
        assert g.run(5, number) == 0
        assert broken_laws(g) == []
    block = run(problem, runs=60, seed=5)
    shooting = {row["who"] for i in range(60) for row in rows_of(problem, block, i) if row["event"] == "fired-first"}
    assert shooting == set(names)
