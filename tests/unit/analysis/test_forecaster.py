"""The baseline: what numbers and distance alone would say."""

from __future__ import annotations

import numpy as np
import pytest

from dualpower.analysis import histories
from dualpower.analysis.forecaster import Field, Force, Ground, attacker_wins, forecast
from dualpower.analysis.sayable import Unsayable, judge
from dualpower.clock import Clock
from dualpower.scenario import rules

HOSTILE = frozenset({("red", "blue"), ("blue", "red")})


def ground(*km):
    """Sites on a road, so many km from its beginning."""
    at = np.array(km, dtype=float)
    between = np.abs(at[:, None] - at[None, :])
    return Ground([f"s{i}" for i in range(len(km))], between, np.argsort(between, axis=1, kind="stable"), HOSTILE, {})


def play(forces, holders, *km, seed=1):
    return Field(ground(*km), forces, {f"s{i}": h for i, h in enumerate(holders)}, np.random.default_rng(seed))


@pytest.mark.parametrize(
    ("ratio", "surprise", "low", "high"), [(1, 0, 0.57, 0.58), (3, 0, 0.68, 0.70), (1, 1, 0.70, 0.71)]
)
def test_the_chance_of_an_attacker_is_the_published_logit(ratio, surprise, low, high):
    assert low < attacker_wins(100 * ratio, 100, surprise=surprise) < high


def test_an_empty_site_is_walked_into_after_the_march():
    field = play([Force("a", "red", "s0", 100, 1.0, 4.0)], ["red", None], 0, 4)
    field.advance(59)
    assert field.holder["s1"] is None
    field.advance(121)
    assert field.holder["s1"] == "red" and field.assaulted == set()


def test_a_contest_costs_both_sides_and_the_loser_has_to_go():
    field = play(
        [Force("a", "red", "s0", 1e6, 0.0, 4.0), Force("b", "blue", "s1", 100, 99.0, 4.0)], ["red", "blue"], 0, 4
    )
    field.advance(60)
    assert field.assaulted == {"s1"} and field.holder["s1"] == "red"
    assert field.dead["blue", "s1"] == pytest.approx(100 * 0.106 * 0.25)
    assert field.dead["red", "s1"] == pytest.approx(1e6 * 0.041 * 0.25)
    assert field.forces[1].men == 0  # no site of its own is left to go to


def test_men_are_never_made():
    forces = [Force(str(i), side, f"s{i}", 300, 1.0, 4.0) for i, side in enumerate(("red", "blue", "red", "blue"))]
    field = play(forces, ["red", "blue", "red", "blue"], 0, 1, 2, 3)
    before = sum(f.men for f in forces)
    for minute in range(0, 6000, 60):
        field.advance(minute)
        now = sum(f.men for f in forces)
        assert now <= before
        before = now


def test_the_same_seed_gives_the_same_forecast_and_a_run_does_not_depend_on_how_many_there_are():
    resolved = histories.load("kremlin-call")
    few, many = forecast(resolved, runs=3, seed=5), forecast(resolved, runs=6, seed=5)
    other = forecast(resolved, runs=6, seed=6)
    assert set(few) == set(many)
    for key, (minute, value) in few.items():
        np.testing.assert_array_equal(minute, many[key][0][:3])
        np.testing.assert_array_equal(value, many[key][1][:3])
    assert any(not np.array_equal(many[k][1], other[k][1], equal_nan=True) for k in many)


def test_a_rule_is_judged_with_its_memory():
    tree = rules.parse("at(a, b) for 2 h")
    now = {"at": lambda *_: True}
    since: dict[int, float] = {}
    assert [judge(tree, now, since, m) for m in (0.0, 60.0, 120.0)] == [False, False, True]
    assert not judge(tree, {"at": lambda *_: False}, since, 180.0)
    assert not judge(tree, now, since, 240.0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1 + 2 * 3 == 7", True), ("not (1 < 2) or 3 >= 3", True), ("min(4, 2) + max(1, 5)", 7),
        ("count(1 < 2, 2 < 1, 3 < 4)", 2), ("truly(1 < 2)", True), ("4 / 0", 0.0), ("- 3 + 1", -2),
        ("now > 1900-01-01 01:00", True),
    ],
)  # fmt: skip
def test_rules_mean_here_what_they_mean_anywhere(text, value):
    tree = rules.parse(text, Clock.at("1900-01-01 00:00", "gregorian"))
    assert judge(tree, {"now": lambda: 61.0}, {}, 61.0) == value


def test_what_this_world_does_not_have_is_not_said():
    with pytest.raises(Unsayable, match="winning"):
        judge(rules.parse("winning(a, b) > 0"), {}, {}, 0.0)
