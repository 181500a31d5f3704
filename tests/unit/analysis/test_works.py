"""The works behind a result are those of the scenario it was computed from, wherever that is now."""

import json
import shutil

import pytest

import dualpower as dp
from dualpower.errors import DualpowerError
from dualpower.scenario.template import new


def test_a_scenario_cites_what_its_numbers_rest_on_and_the_program():
    found = dp.cite("kremlin-call")
    resolved = dp.load("kremlin-call")
    assert {w.key for w in found.works if w.claims} == set(resolved.ledger.works())
    assert found.program["version"] == dp.__version__
    assert found.program["scenario_digest"] == resolved.digest


def test_a_folder_of_results_cites_its_works_after_its_scenario_is_gone(tmp_path):
    new(tmp_path / "coup")
    before = dp.cite(tmp_path / "coup")
    dp.simulate(tmp_path / "coup", runs=3, seed=9, folder=tmp_path / "runs", threads=1)
    shutil.rmtree(tmp_path / "coup")
    after = dp.cite(tmp_path / "runs")
    assert after.works == before.works
    with pytest.raises(DualpowerError, match="E703"):
        dp.cite(tmp_path / "runs", variant="no-ship")
    assert (after.program["seed"], after.program["runs"]) == ("9", "3")
    assert after.program["scenario_digest"] == before.program["scenario_digest"]
    assert after.program["result_digest"] == json.loads((tmp_path / "runs" / "manifest.json").read_text())["digest"]


def test_a_folder_without_a_list_of_works_says_so(tmp_path):
    dp.simulate("kremlin-call", runs=2, seed=1, folder=tmp_path / "runs", threads=1)
    kept = tmp_path / "runs" / "scenario.json"
    body = json.loads(kept.read_text(encoding="utf-8"))
    del body["works"]
    kept.write_text(json.dumps(body), encoding="utf-8")
    with pytest.raises(DualpowerError, match=r"E807.*dualpower cite SCENARIO"):
        dp.cite(tmp_path / "runs")
