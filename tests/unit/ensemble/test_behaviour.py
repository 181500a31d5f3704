"""What a scenario means, and when two engines are one: told otherwise it means the same, with another number not."""

import json
from types import SimpleNamespace

import pytest

from dualpower.ensemble import behaviour
from dualpower.ensemble.behaviour import meaning


def scenario(**change):
    unit = {"title": {"en": "A guard"}, "roll": 80, "leans": {"red": 0.2}, "note": None} | change
    return SimpleNamespace(resolved_json=json.dumps({"units": {"guard": unit}, "do": [{"proclaim": {"en": "Halt"}}]}))


def test_titles_are_no_part_of_what_a_scenario_means():
    base = meaning(scenario())
    assert meaning(scenario(title={"en": "The guard", "ru": "Караул"})) == base
    assert meaning(scenario(title=None)) == base
    assert meaning(scenario(roll=81)) != base
    assert meaning(scenario(leans={"red": 0.3})) != base
    assert meaning(scenario(duty="home")) != base


@pytest.mark.parametrize(("learnt", "changed", "same"), [
    (("city",), "country", True),  # nothing was learnt from a country
    (("city",), "other-city", False),
    (("country",), "country", False),
    ((), "country", False),  # from whatever it was learnt: all are compared
    (("elsewhere",), "country", False),
])  # fmt: skip
def test_only_scenarios_of_the_grain_learnt_from_are_compared(monkeypatch, learnt, changed, same):
    grains = {"city": 60, "other-city": 60, "country": 1440}
    shipped = [SimpleNamespace(scenario=name, record_min=minutes) for name, minutes in grains.items()]
    monkeypatch.setattr(behaviour, "_shipped", lambda only=None: shipped)
    monkeypatch.setattr(behaviour, "meaning", lambda problem: "meant")
    monkeypatch.setattr(behaviour, "take", lambda problem: "other" if problem.scenario == changed else "seen")
    prints = {name: ["meant", "seen"] for name in grains}
    assert behaviour.is_the_same(prints, learnt) is same
