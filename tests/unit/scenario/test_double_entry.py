"""A second entry beside the first, on a small town: agreement, dispute, and what neither may do."""

from pathlib import Path

import pytest

from dualpower.errors import ScenarioError
from dualpower.scenario import check, double_entry, resolve, variant, write

TOWN = (Path(__file__).parents[2] / "cases" / "valid" / "three-days.yaml").read_text(encoding="utf-8")


def town(tmp_path: Path, entries: str) -> resolve.Resolved:
    folder = tmp_path / "three-days"
    folder.mkdir(exist_ok=True)
    (folder / "scenario.yaml").write_text(TOWN, encoding="utf-8")
    body = "".join(f"    - {line.strip()}\n" for line in entries.strip().splitlines())
    (folder / "recheck.yaml").write_text(f"recheck:\n  by: somebody else\n  entries:\n{body}", encoding="utf-8")
    return resolve.load(folder)


def statuses(found: resolve.Resolved) -> list[str]:
    return [c.status for c in double_entry.comparisons(found)]


@pytest.mark.parametrize(("entry", "status"), [
    ("{of: units.guard.roll, value: 300, work: almanac}", "checked"),
    ("{of: units.guard.roll, value: 301, work: almanac}", "disputed"),
    ("{of: units.guard.roll, low: 250, work: almanac}", "checked"),
    ("{of: units.guard.present, low: 100, high: 199, work: almanac}", "disputed"),
    ("{of: units.dockers.roll, value: 1100, work: almanac}", "checked"),  # 800 and two sd of 200
    ("{of: units.dockers.roll, value: 1300, work: almanac}", "disputed"),
    ("{of: [units.guard.roll, units.clerks.roll], value: 312, work: almanac}", "checked"),
    ("{of: [units.guard.roll, units.clerks.roll], value: 300, work: almanac}", "disputed"),
    ("{of: units.guard.leans.crown, low: 0.5, high: 1, work: almanac}", "checked"),
    ("{of: units.guard.leans.crown, none: nothing before the start}", "disputed"),  # it cites a claim that was seen
    ("{of: bodies.captain.accepted, none: nobody measured it}", "checked"),  # assumed
    ("{of: sites.fort.at, at: [43.2905, 5.36], work: almanac}", "checked"),
    ("{of: sites.fort.at, at: [43.30, 5.36], work: almanac}", "disputed"),
    ("{of: sites.fort.at, at: [43.30, 5.36], within_m: 1500, work: almanac}", "checked"),
    ("{of: sites.fort.kind, word: fortress, trust: assumed}", "checked"),
    ("{of: sites.fort.kind, word: barracks, or: [fortress], trust: assumed}", "checked"),
    ("{of: sites.fort.kind, word: barracks, trust: assumed}", "disputed"),
    ("{of: outside.ship.at, earliest: 1848-03-01 06:00, latest: 1848-03-01 12:00, work: almanac}", "checked"),
    ("{of: outside.ship.at, earliest: 1848-03-01 13:00, work: almanac}", "disputed"),
    ("{of: marks.fall.parts.hour.record, latest: 1848-03-01 24:00, work: almanac}", "checked"),
    ("{of: marks.fall.parts.hour.record, latest: 1848-03-01 17:00, work: almanac}", "disputed"),
])  # fmt: skip
def test_agreement_follows_the_rule_of_its_kind(tmp_path, entry, status):
    assert statuses(town(tmp_path, entry)) == [status]


def test_a_dispute_is_no_error_and_changes_nothing_that_is_computed(tmp_path):
    found = town(tmp_path, "{of: units.guard.roll, value: 900, work: almanac}")
    assert check.check_text(tmp_path / "three-days") == ([], 0)
    plain = tmp_path / "plain.yaml"
    plain.write_text(TOWN, encoding="utf-8")
    assert found.digest == resolve.load(plain).digest
    assert found.spreads["units.guard.roll"].a == 300.0


def test_a_disputed_number_makes_its_claim_disputed(tmp_path):
    found = town(
        tmp_path,
        """{of: units.guard.roll, value: 900, work: almanac}
           {of: units.clerks.roll, value: 12, work: almanac}
           {of: sites.fort.at, at: [43.29, 5.36], work: almanac}""",
    )
    index = double_entry.by_path(double_entry.comparisons(found))
    claims = double_entry.claim_statuses(found, index)
    assert claims == {"map": "checked", "muster": "disputed", "harbour": "unchecked", "story": "unchecked"}
    assert double_entry.status_at(index, "sites.fort.at.0") == "checked"  # a part of what was keyed
    assert double_entry.status_at(index, "sites.hall.at.0") == "unchecked"


def test_of_two_second_entries_one_dispute_is_enough(tmp_path):
    found = town(
        tmp_path,
        """{of: units.guard.roll, value: 300, work: almanac}
           {of: [units.guard.roll, units.clerks.roll], value: 500, work: almanac}""",
    )
    assert (
        double_entry.status_at(double_entry.by_path(double_entry.comparisons(found)), "units.guard.roll") == "disputed"
    )


@pytest.mark.parametrize(("entry", "code", "word"), [
    ("{of: units.gaurd.roll, value: 3, work: almanac}", "E310", "did you mean units.guard.roll?"),
    ("{of: units.guard.at, word: fort, work: almanac}", "E310", "units.guard.at"),
    ("{of: units.guard.roll, word: fort, work: almanac}", "E309", "the scenario has a number"),
    ("{of: sites.fort.kind, value: 3, work: almanac}", "E309", "the scenario has a word"),
    ("{of: outside.ship.at, value: 3, work: almanac}", "E309", "the scenario has a time"),
    ("{of: [sites.fort.kind, units.guard.roll], value: 3, work: almanac}", "E309", "only numbers"),
    ("{of: outside.ship.at, earliest: 1848-02-30 06:00, work: almanac}", "E401", "February"),
    ("{of: outside.ship.at, earliest: 1848-03-02 01:00, latest: 1848-03-01 01:00, work: almanac}", "E309", "later"),
    ("{of: units.guard.roll, value: 3, work: almanach}", "E304", "did you mean almanac?"),
    ("{of: units.guard.roll, valeu: 3, work: almanac}", "E309", "valeu"),
])  # fmt: skip
def test_a_second_entry_that_cannot_be_laid_beside_the_first_is_refused(tmp_path, entry, code, word):
    with pytest.raises(ScenarioError) as caught:
        town(tmp_path, entry)
    assert code in {p.code for p in caught.value.problems}
    assert word in str(caught.value)
    assert "recheck.yaml" in str(caught.value)


def test_a_variant_leaves_the_second_entry_behind(tmp_path):
    found = town(tmp_path, "{of: outside.ship.at, latest: 1848-03-01 12:00, work: almanac}")
    assert variant.apply(found, "no-ship").recheck is None
    assert found.recheck is not None


def test_the_short_form_keeps_it(tmp_path):
    found = town(tmp_path, "{of: sites.fort.kind, word: barracks, or: [fortress], trust: assumed}")
    path = tmp_path / "short.yaml"
    path.write_text(write.short(found), encoding="utf-8")
    assert resolve.load(path).recheck == found.recheck
