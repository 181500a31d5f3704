"""A number opened: what it rests on, which reading is used and why, and what a second coder keyed."""

from pathlib import Path

import pytest

import dualpower as dp
from dualpower.analysis import grounds
from dualpower.errors import DualpowerError
from dualpower.scenario import resolve

CASES = Path(__file__).parents[2] / "cases" / "valid"
CLAIMS = """
  gazette:
    says: The gazette prints a count.
    value: 500
    unit: rifles
    work: almanac
    place: number 12
    trust: seen
    dated: before
    as_printed: "5OO"
    corrected: The letter O stands for nought.
    conflicts: [{work: rumour, says: "twice that", low: 900, high: 1000}]
"""
ENTRIES = """
recheck:
  by: somebody else
  entries:
    - {of: units.guard.roll, value: 300, work: almanac, trust: seen}
    - {of: units.clerks.roll, value: 40, work: rumour, trust: inferred, note: a slip perhaps}
    - {of: sites.fort.kind, word: barracks, trust: assumed}
"""


@pytest.fixture
def town(tmp_path) -> resolve.Resolved:
    return _town(tmp_path)


def _town(tmp_path, more: str = "") -> resolve.Resolved:
    text = (CASES / "three-days.yaml").read_text(encoding="utf-8")
    text = text.replace("    keeps: [fort]\n", "")
    text = text.replace("roll: 12,", "roll: 12, arms: {rifles: {claim: gazette}},")
    text = text.replace("claims:\n", f"claims:{CLAIMS}", 1)
    text = text.replace("sources:\n", "sources:\n  rumour: {title: What was said, kind: press}\n", 1)
    path = tmp_path / "three-days.yaml"
    path.write_text(text + ENTRIES + more, encoding="utf-8")
    return resolve.load(path)


def row(found, path):
    return next(r for r in found.table if r["path"] == path)


def test_a_number_from_a_claim_says_which_reading_is_used_and_why(town):
    found = dp.evidence(town, "units.clerks.arms.rifles")
    (number,) = found.table
    assert (number["kind"], number["low"], number["middle"], number["high"]) == ("triangular", 500, 500, 1000)
    assert number["used"] == "the value of gazette; rumour widen it to a triangle with its peak there"
    (claim,) = found.facts["claims"]
    assert claim["as_printed"] == "5OO" and claim["corrected"] == "The letter O stands for nought."
    assert [w["title"] for w in claim["works"]] == ["The harbour almanac"]
    assert claim["conflicts"][0]["work"]["title"] == "What was said"


def test_a_number_without_a_claim_of_its_own_rests_on_its_noun_s(town):
    found = dp.evidence(town, "guard")
    assert row(found, "units.guard.roll")["claims"] == ["muster"]
    assert row(found, "units.guard.roll")["grade"] == "seen"
    assert row(found, "units.guard.leans.crown")["used"] == "the value written in the scenario, argued in muster"


def test_an_assumed_number_gives_its_reason(town):
    (number,) = dp.evidence(town, "captain").table
    assert number["grade"] == "assumed" and number["used"] == "assumed: a guess"


def test_what_is_not_written_is_told_as_a_default(town):
    (number,) = dp.evidence(town, "authorities.crown.operations").table
    assert (number["grade"], number["written"], number["middle"]) == ("default", None, 2.0)
    assert number["used"].startswith("the default of the format")


def test_checked_and_disputed_stand_beside_both_values(town):
    found = dp.evidence(town)
    assert found.facts["states"]["disputed"] == 1 and found.facts["states"]["checked"] == 1
    assert found.facts["disputed"] == ["units.clerks.roll", "sites.fort.kind"]
    clerks = row(dp.evidence(town, "clerks"), "units.clerks.roll")
    assert clerks["status"] == "disputed"
    assert clerks["second"][0]["value"] == 40 and clerks["second"][0]["first"]["low"] == 12
    assert row(dp.evidence(town, "guard"), "units.guard.roll")["status"] == "checked"
    assert {c["id"]: c["status"] for c in dp.evidence(town, "clerks").facts["claims"]}["muster"] == "disputed"


def test_the_review_counts_every_number_once(town):
    found = dp.evidence(town)
    facts = found.facts
    assert facts["numbers"] == len(town.ledger.entries) == sum(r["numbers"] for r in found.table)
    assert sum(facts["grades"].values()) == facts["numbers"] == sum(facts["states"].values())
    assert facts["grades"]["seen"] == town.ledger.coverage()["seen"]
    double = {r["what"]: r for r in facts["double_entry"]}
    assert double["roll"] | {"agree_share": None} == {
        "what": "roll", "there": 3, "checked": 1, "disputed": 1, "unchecked": 1,
        "in_a_sum": 0, "without_evidence": 0, "over_grade": 0, "agree_share": None,
    }  # fmt: skip
    assert double["roll"]["agree_share"] == 0.5
    assert facts["works"][0]["key"] == "almanac"


def test_where_nothing_could_be_keyed_only_the_grade_is_disputed(tmp_path):
    town = _town(tmp_path, "    - {of: units.clerks.arms.rifles, none: no number is printed, work: almanac}\n")
    facts = dp.evidence(town).facts
    assert facts["over_grade"] == ["units.clerks.arms.rifles"]
    assert set(facts["disputed"]) == {"units.clerks.roll", "sites.fort.kind", "units.clerks.arms.rifles"}
    arms = next(r for r in facts["double_entry"] if r["what"] == "arms")
    assert (arms["disputed"], arms["over_grade"], arms["checked"]) == (1, 1, 0)


def test_a_claim_and_a_work_open_to_their_numbers(town):
    assert "units.guard.roll" in [r["path"] for r in dp.evidence(town, "muster").table]
    by_work = dp.evidence(town, "rumour")
    assert [r["path"] for r in by_work.table] == ["units.clerks.roll"]  # by the second entry
    assert [c["id"] for c in by_work.facts["claims"]] == ["muster", "gazette"]  # gazette: named against it


def test_only_numbers_of_one_grade_or_state(town):
    assert [r["path"] for r in dp.evidence(town, only="disputed").table] == ["units.clerks.roll", "sites.fort.kind"]
    assumed = dp.evidence(town, only="assumed").table
    assert assumed and {r["grade"] for r in assumed} == {"assumed"}


@pytest.mark.parametrize(("name", "cure"), [
    ("units.guard.rol", "did you mean units.guard.roll?"), ("gaurd", "did you mean guard?"),
    ("mustre", "did you mean muster?"), ("zzz", "dualpower evidence three-days"),
])  # fmt: skip
def test_an_unknown_name_is_met_with_the_nearest(town, name, cure):
    with pytest.raises(DualpowerError, match="E312") as caught:
        dp.evidence(town, name)
    assert caught.value.hint is not None and cure in caught.value.hint


def test_an_unknown_grade_is_refused(town):
    with pytest.raises(DualpowerError, match=r"E312.*did you mean disputed"):
        dp.evidence(town, only="dispute")


def test_it_serialises(town):
    assert '"numbers"' in dp.evidence(town).dumps()
    assert '"second"' in dp.evidence(town, "guard").dumps()


def test_the_word_at_the_door_is_the_function_whatever_was_imported_before():
    import dualpower.evidence.claim  # noqa: F401  hangs the room at the door

    assert dp.evidence is grounds.evidence
    from dualpower.evidence import claim

    assert claim.GRADES
