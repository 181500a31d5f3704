import json
from pathlib import Path

import pytest

from dualpower import draft
from dualpower.errors import ScenarioError
from dualpower.evidence.claim import Spread
from dualpower.scenario import catalog, check, resolve, variant, write

CASES = Path(__file__).parents[2] / "cases"
TOWN = CASES / "valid" / "three-days.yaml"


@pytest.fixture
def town() -> resolve.Resolved:
    return resolve.load(TOWN)


def test_everything_is_said_once(town):
    assert town.end_min == 1440 and town.step_min == 5.0
    assert town.spread("units.guard.present") == Spread("uniform", 200.0, 250.0)
    assert town.spread("authorities.crown.operations") == Spread("fixed", 2.0)
    assert town.times["outside.ship.at"] == 360
    assert town.authority_of["captain"] == "crown"
    assert town.chances("what-to-do") == {"call": 0.6, "wait": 0.4}
    assert town.history("what-to-do") == "call"
    assert town.title("sites", "fort", "pl") == "Fort"
    assert town.ledger.rests_on("units.guard.present") == ("muster",)
    assert "decisions.what-to-do.options.call.do.0.assert" in town.rules
    assert town.dated() == {}


def test_every_quantity_has_a_claim_or_is_assumed(town):
    assert town.ledger.coverage()["uncited"] == 0


def test_the_digest_follows_the_meaning_and_not_the_writing(town, tmp_path):
    text = TOWN.read_text(encoding="utf-8")
    same = tmp_path / "same.yaml"
    same.write_text("# a remark\n" + text.replace("roll: 300", "roll: 300.0"), encoding="utf-8")
    other = tmp_path / "other.yaml"
    other.write_text(text.replace("roll: 300", "roll: 301"), encoding="utf-8")
    assert resolve.load(same).digest == town.digest
    assert resolve.load(other).digest != town.digest


def test_the_short_form_means_the_same(town, tmp_path):
    path = tmp_path / "short.yaml"
    path.write_text(write.short(town), encoding="utf-8")
    assert resolve.load(path).digest == town.digest


@pytest.mark.parametrize("path", sorted((CASES / "valid").glob("*.yaml")), ids=lambda p: p.stem)
def test_a_valid_case_resolves_to_the_form_beside_it(path):
    beside = json.loads(path.with_suffix(".resolved.json").read_text(encoding="utf-8"))
    assert json.loads(write.to_json(resolve.load(path))) == beside


def test_the_committed_json_schema_is_current():
    assert write.SCHEMA.read_text(encoding="utf-8") == write.schema_text()


def test_all_problems_are_told_at_once(tmp_path):
    text = TOWN.read_text(encoding="utf-8")
    for old, new in (("kind: fortress", "kind: fortres"), ("at: fort\n", "at: forth\n"), ("chance: 0.4", "chance: 0.5"),
                     ("1848-03-01 12:00", "1848-02-30 12:00"), ("roll: 12", "rol: 12")):  # fmt: skip
        assert old in text
        text = text.replace(old, new, 1)
    path = tmp_path / "bad.yaml"
    path.write_text(text, encoding="utf-8")
    problems, exit_code = check.check_text(path)
    assert exit_code == 3
    assert {"E204", "E211", "E508", "E401", "E201", "E202"} <= {p.code for p in problems}
    with pytest.raises(ScenarioError) as caught:
        resolve.load(path)
    assert len(str(caught.value).splitlines()) == len(caught.value.problems) >= 6


def test_what_follows_from_a_told_problem_is_not_told_again(tmp_path):
    path = tmp_path / "bad.yaml"
    path.write_text(TOWN.read_text(encoding="utf-8").replace("roll: 300", "roll: [300]"), encoding="utf-8")
    assert [p.code for p in check.check_text(path)[0]] == ["E207"]


def test_a_variant_changes_what_it_names_and_nothing_else(town):
    calm = variant.apply(town, "no-ship")
    before, after = write.complete(town), write.complete(calm)
    assert "ship" not in calm.scenario.outside
    before["scenario"]["outside"] = after["scenario"]["outside"] = {}
    assert before["scenario"] == after["scenario"]
    assert before["spreads"] == after["spreads"]
    assert calm.digest != town.digest
    assert "ship" in town.scenario.outside


def test_a_decision_set_to_an_option_is_decided_so(town):
    decided = variant.apply_paths(town, {"decisions.what-to-do": "wait"})
    assert decided.chances("what-to-do") == {"call": 0.0, "wait": 1.0}


def test_a_field_that_was_left_out_may_be_set_and_a_noun_may_not(town):
    assert variant.apply_paths(town, {"units.guard.unfed": "12 h"}).durations["units.guard.unfed"] == 720.0
    for path, value, code in (("units.gard.roll", 3, "E701"), ("units.new", {}, "E701"), ("units.guard.rol", 3, "E701"),
                              ("start", "x", "E704"), ("outcomes.kept.title", {}, "E704")):  # fmt: skip
        with pytest.raises(ScenarioError) as caught:
            variant.apply_paths(town, {path: value})
        assert caught.value.problems[0].code == code, path


def test_a_patch_that_breaks_the_scenario_is_an_error(town):
    with pytest.raises(ScenarioError) as caught:
        variant.apply_paths(town, {"units.guard.at": "nowhere"})
    assert caught.value.problems[0].code == "E211"


def test_an_unknown_scenario_is_refused_with_a_near_name():
    with pytest.raises(ScenarioError) as caught:
        catalog.find("kremlin-cal")
    assert caught.value.problems[0].code == "E118"
    assert "kremlin-call" in str(caught.value)


def test_a_missing_path_or_a_strange_one_is_refused():
    for target in ("no/such/file.yaml", "\0", "x" * 5000, str(CASES)):
        problems, exit_code = check.check_text(target)
        assert exit_code == 3
        assert problems[0].code in {"E101", "E118"}


def test_the_teaching_scenario_is_short_clean_and_cited():
    found = next(entry for entry in catalog.entries() if entry.id == "kremlin-call")
    assert found.teaching
    assert len((found.path).read_text(encoding="utf-8").splitlines()) < 70
    assert check.check_text("kremlin-call") == ([], 0)


def test_three_thousand_lines_resolve_in_half_a_second(tmp_path):
    import time

    text = TOWN.read_text(encoding="utf-8")
    extra = "".join(
        f"  unit-{i}:\n    title: {{en: Unit {i}}}\n    kind: infantry\n    roll: {100 + i}\n    at: hall\n"
        f"    of: council\n    leans: {{crown: -1..1}}\n    claim: muster\n"
        for i in range(360)
    )
    path = tmp_path / "large.yaml"
    path.write_text(text.replace("units:\n", "units:\n" + extra, 1), encoding="utf-8")
    assert len(path.read_text(encoding="utf-8").splitlines()) > 2900
    began = time.perf_counter()
    resolve.load(path)
    assert time.perf_counter() - began < 1.5  # half a second on an idle machine


def test_reading_writes_nothing(tmp_path):
    path = tmp_path / "three-days.yaml"
    path.write_text(TOWN.read_text(encoding="utf-8"), encoding="utf-8")
    before = sorted(tmp_path.iterdir()), path.read_bytes()
    check.check_text(path)
    assert (sorted(tmp_path.iterdir()), path.read_bytes()) == before


def test_the_reader_is_the_only_place_that_knows_yaml():
    package = Path(draft.__file__).parent
    users = [p for p in package.rglob("*.py") if "import yaml" in p.read_text(encoding="utf-8")]
    assert users == [package / "draft.py"]


def test_outcomes_too_entangled_to_be_told_apart_are_refused(tmp_path):
    text = TOWN.read_text(encoding="utf-8")
    sites = "".join(f"  s{i}: {{title: {{en: S}}, kind: street, at: [43, 5], claim: map}}\n" for i in range(20))
    links = "".join(f"  l{i}: {{between: [hall, s{i}]}}\n" for i in range(20))
    every = ", ".join(f"assaulted(s{i})" for i in range(20))
    text = text.replace("links:\n", "links:\n" + links).replace("sites:\n", "sites:\n" + sites)
    text = text.replace("  kept:", f'  odd: {{title: {{en: Odd}}, when: "count({every}) == 30"}}\n  kept:')
    path = tmp_path / "tangled.yaml"
    path.write_text(text, encoding="utf-8")
    assert {p.code for p in check.check_text(path)[0]} == {"E607"}
