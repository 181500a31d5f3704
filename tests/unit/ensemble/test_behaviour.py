"""A scenario told in another language means the same; one with another number does not."""

import json
from types import SimpleNamespace

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
