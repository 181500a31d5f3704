"""Questions that a scenario puts to every run without a record to answer them."""

from pathlib import Path

import numpy as np
import pytest

import dualpower as dp
from dualpower.errors import ScenarioError
from dualpower.scenario import resolve

TOWN = Path(__file__).parents[2] / "cases" / "valid" / "three-days.yaml"
ASKED = """
watches:
  fort-falls: {when: "taken(fort, council)"}
  guard-at-noon: {at: 1848-03-01 12:00, value: "present(guard)"}
  guard-when-it-falls: {when: "taken(fort, council)", value: "present(guard)"}
  sides-that-hold: {value: "count(holder(fort) == council, holder(fort) == crown)"}
"""


@pytest.fixture(scope="module")
def watched(tmp_path_factory):
    folder = tmp_path_factory.mktemp("asked")
    (folder / "scenario.yaml").write_text(TOWN.read_text(encoding="utf-8") + ASKED, encoding="utf-8")
    return folder / "scenario.yaml"


def test_a_watch_keeps_the_first_minute_and_the_value_then(watched):
    result = dp.simulate(watched, runs=30, seed=3)
    fell = result.watch_min("fort-falls")
    assert set(result.watches) >= {"fort-falls", "guard-at-noon", "guard-when-it-falls", "sides-that-hold"}
    assert np.array_equal(fell, result.watch_min("guard-when-it-falls"))
    assert np.array_equal(fell, result.watch_min("fall.hour"))  # a mark asks the same
    assert np.all(result.watch_min("guard-at-noon") == 360)
    assert np.all(result.watch("guard-at-noon") > 0)
    assert np.all((result.watch("sides-that-hold") >= 0) & (result.watch("sides-that-hold") <= 1))


def test_a_scenario_that_asks_nothing_of_its_own_keeps_its_digest(watched):
    assert "watches" not in resolve.load(TOWN).canonical()["scenario"]
    assert resolve.load(watched).digest != resolve.load(TOWN).digest


def test_a_watch_scores_nothing(watched):
    assert len(dp.score(watched, runs=20, seed=3).table) == len(dp.score(TOWN, runs=20, seed=3).table)


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("{title: {en: Nothing}}", "asks nothing"),
        ("{at: 1848-03-01 12:00, when: blood(), value: all-dead()}", "one moment"),
        ("{at: 1848-03-01 12:00, when: blood()}", "one moment"),
    ],
)
def test_a_watch_that_asks_nothing_or_twice_is_refused(tmp_path, written, what):
    path = tmp_path / "scenario.yaml"
    path.write_text(TOWN.read_text(encoding="utf-8") + f"\nwatches:\n  odd: {written}\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        resolve.load(path)
    assert {problem.code for problem in caught.value.problems} == {"E605"}
    assert any(what in problem.message for problem in caught.value.problems)
