"""The cheapest change that flips: found where it is known, searched in order of cost, confirmed on fresh histories."""

from __future__ import annotations

import json
from math import log

import numpy as np
import pytest
from worlds.pivotal import DECOYS, FOLDER, pivotal, world_with

from dualpower.analysis import histories
from dualpower.analysis.changes import Change, cheaper_sets, cost_of
from dualpower.analysis.flip import flip
from dualpower.analysis.otherwise import Ground
from dualpower.errors import DualpowerError


def choice(title: str, when: str, options: dict[str, tuple[float, list]], who: str = "reds") -> dict:
    """A decision: the first option is history's; each is (chance, acts)."""
    made = {
        name: {"title": {"en": name}, "chance": chance, "do": do, **({"history": True} if at == 0 else {})}
        for at, (name, (chance, do)) in enumerate(options.items())
    }
    return {"title": {"en": title}, "who": who, "when": when, "assumed": "test", "options": made}


def take(men: int) -> list:
    return [{"take": "mill", "with": "red-guard", "men": men}]


MILL = {
    "units": {"blue-guard": {"duty": "barracks"}},
    "outcomes": {
        "quiet": {"title": {"en": "Quiet"}, "when": "holder(mill) == blues", "history": True},
        "over": {"title": {"en": "Over"}, "otherwise": True, "history": False},
        "red": {"title": {"en": "Red"}, "when": "holder(mill) == reds"},
    },
}


def two_ways():
    """Two single changes would do; one was three times as likely."""
    when = "alive(reds) for 1 h"
    return world_with(MILL | {"decisions": DECOYS | {
        "dear": choice("Dear", when, {"wait": (0.9, []), "go": (0.1, take(200))}),
        "cheap": choice("Cheap", when, {"wait": (0.7, []), "go": (0.3, take(200))}),
    }})  # fmt: skip


def two_keys():
    """Only both together do: one asks the question, the other answers it."""
    return world_with(MILL | {"decisions": DECOYS | {
        "meet": choice("Meet", "alive(reds)", {"no": (0.6, []), "yes": (0.4, [])}),
        "go": choice("Go", "chose(meet, yes) for 1 h and alive(reds)", {"wait": (0.5, []), "go": (0.5, take(200))}),
    }})  # fmt: skip


def test_of_two_changes_that_would_do_the_likelier_is_taken():
    finding = flip(two_ways(), to="red", runs=60, seed=4)
    assert [(row["decision"], row["to"], row["from"]) for row in finding.table] == [("cheap", "go", "wait")]
    facts = finding.facts
    assert facts["found"] and facts["base_share"] < 0.1 and facts["flipped_share"] > 0.8
    assert facts["cost"] == pytest.approx(-log(0.3)) and facts["prior"] == pytest.approx(0.3)
    assert facts["searched"]["complete"] and "cheap: go" in finding.sentence


def test_two_changes_are_found_where_only_both_do():
    finding = flip(two_keys(), to="red", runs=60, seed=4)
    assert {row["decision"] for row in finding.table} == {"meet", "go"}
    assert finding.facts["cost"] == pytest.approx(-log(0.4 * 0.5))
    assert finding.facts["searched"]["complete"]
    alone = {(one["decision"], one["to"]): one["share"] for one in finding.facts["singles"]}
    assert alone["meet", "yes"] < 0.5 and alone["go", "go"] < 0.5


def test_an_unlikely_answer_carries_a_warning_and_a_likely_one_does_not():
    rare = MILL | {
        "decisions": DECOYS
        | {"dear": choice("Dear", "alive(reds) for 1 h", {"wait": (0.98, []), "go": (0.02, take(200))})}
    }
    told = flip(world_with(rare), to="red", runs=40, seed=4).facts
    assert told["found"] and any("speculation" in warning for warning in told["warnings"])
    assert told["support"] <= 4
    fair = flip(two_ways(), to="red", runs=60, seed=4).facts
    assert fair["warnings"] == [] and fair["support"] > 0


def test_where_no_decision_helps_that_is_said_and_nothing_is_claimed():
    world, _ = pivotal(FOLDER / "no-pivot-words.yaml")
    finding = flip(world, to="early", runs=40, seed=3, chance=0.95)
    assert not finding.facts["found"]
    assert finding.sentence.startswith("No change of decisions was found")
    assert finding.facts["searched"]["complete"]


def test_what_is_likely_already_needs_no_change():
    finding = flip(two_ways(), to="over", runs=40, seed=4)
    assert finding.table == () and finding.facts["found"] and finding.sentence.startswith("Nothing need change")


def test_a_search_cut_off_says_how_far_it_came():
    finding = flip(two_keys(), to="red", runs=60, seed=4, budget=1)
    assert not finding.facts["searched"]["complete"]
    assert "the budget ended after single changes" in finding.sure


def test_sets_come_in_order_of_cost_and_never_decide_one_thing_twice():
    changes = [Change(0, 1, 0.5), Change(0, 2, 0.2), Change(1, 1, 0.4), Change(2, 1, 0.1)]
    sets = cheaper_sets(changes, most=3, limit=float("inf"))
    costs = [cost_of(one) for one in sets]
    assert costs == sorted(costs) and len(sets) == 4 + 5 + 2
    assert all(len({change.decision for change in one}) == len(one) for one in sets)
    assert all(cost_of(one) < 2.0 for one in cheaper_sets(changes, most=3, limit=2.0))


def test_the_same_call_gives_the_same_answer_and_serialises():
    one, other = flip(two_keys(), to="red", runs=40, seed=8), flip(two_keys(), to="red", runs=40, seed=8, threads=1)
    assert one.dumps() == other.dumps()
    assert {"scenario", "to", "found", "changes", "sentence", "sure", "warnings"} <= set(json.loads(one.dumps()))


@pytest.mark.parametrize(
    ("how", "code"),
    [
        ({"to": "redd"}, "E820"),
        ({"to": "red", "runs": 3}, "E812"),
        ({"to": "red", "only": ["dare"]}, "E809"),
        ({"to": "red", "levers": ["no-such"]}, "E824"),
        ({"to": "red", "levers": ["units.red-guard.roll"]}, "E824"),
    ],
)
def test_a_wrong_request_is_refused_with_a_code(how, code):
    with pytest.raises(DualpowerError, match=code):
        flip(two_ways(), **{"runs": 40, "seed": 1} | how)


# --- levers


def weak_call():
    """Nobody decides; whether the mill is taken hangs on how many are there to go, from a wide range."""
    units = {"red-guard": {"roll": 400, "present": "20..400"}, "blue-guard": {"duty": "barracks"}}
    plan = {
        "who": "reds",
        "when": "alive(reds) for 1 h",
        "assumed": "test",
        "do": [{"take": "mill", "with": "red-guard", "men": 400}],
    }
    outcomes = {
        "many": {"title": {"en": "Many"}, "when": "acting(reds, mill) >= 240"},
        "over": {"title": {"en": "Few"}, "otherwise": True, "history": True},
    }
    return world_with({"units": units, "plans": {"go": plan}, "outcomes": outcomes})


def test_a_lever_moves_along_its_own_chances():
    from dualpower.analysis.levers import cost_at, find_levers

    world = weak_call()
    problem = histories.compile_scenario(world)
    men, c, delta, phi = find_levers(world, problem, ["units.red-guard.present", "c", "delta", "phi"])
    assert men.at(0) == pytest.approx(210) and men.at(1.2816) == pytest.approx(20 + 0.9 * 380, rel=1e-3)
    assert c.at(0) == pytest.approx(2.5) and phi.at(0) == pytest.approx(1.7)
    assert delta.at(0) == pytest.approx(0.579, abs=2e-3)  # the median of Beta(4, 3)
    assert cost_at(0) == pytest.approx(0) and cost_at(1.96) == pytest.approx(-log(0.05), abs=1e-2)


def test_setting_a_quantity_holds_it_in_every_run_and_moves_nothing_else():
    from dualpower.analysis.levers import find_levers, set_to

    world = weak_call()
    problem = histories.compile_scenario(world)
    lever = find_levers(world, problem, ["units.red-guard.present"])
    low, high = set_to(problem, lever, [-3.0])[0], set_to(problem, lever, [3.0])[0]
    few, many = (Ground(one, runs=40, seed=2).first_lives.outcome for one in (low, high))
    assert (few == many).mean() < 0.7 and low.digest != high.digest != problem.digest
    kinds = np.flatnonzero(np.asarray(low.arrays["fact_kind"]) != np.asarray(problem.arrays["fact_kind"]))
    assert len(kinds) == len(lever[0].facts)


def test_without_the_optimiser_the_cure_is_named(monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "cma", None)
    with pytest.raises(DualpowerError, match=r"E825.*cma"):
        flip(weak_call(), to="many", runs=20, seed=2, levers=["c"])


def test_the_optimiser_pulls_a_lever_as_far_as_needed_and_no_farther():
    pytest.importorskip("cma")
    finding = flip(weak_call(), to="many", runs=40, seed=2, levers=["units.red-guard.present"], budget=6000)
    found = finding.facts["levers"]
    assert finding.facts["base_share"] < 0.5 and found["found"] and found["share"] >= 0.5
    setting = found["settings"][0]
    assert 0 < setting["deviations"] < 2 and setting["value"] > setting["middle"]
    assert finding.facts["warnings"] == [] or setting["outside"]
    assert "units.red-guard.present" in finding.sentence
