"""Every scenario that was keyed twice: the two entries are compared, and where they part it stays visible."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner

import dualpower as dp
from dualpower.faces.cli.group import group
from dualpower.scenario import catalog, double_entry, resolve

IDS = [key for key in catalog.ids() if (catalog.FOLDER / key / "recheck.yaml").exists()]
CORE = ("roll", "taste", "place", "kind of site", "time")  # what a city's second entry must reach


@pytest.fixture(scope="module", params=IDS)
def resolved(request) -> resolve.Resolved:
    return resolve.load(request.param)


@pytest.fixture(scope="module")
def found(resolved) -> list[double_entry.Comparison]:
    return double_entry.comparisons(resolved)


def test_at_least_one_scenario_was_keyed_twice():
    assert IDS


def test_it_reaches_rolls_tastes_places_and_times(found):
    assert {c.what for c in found} >= set(CORE)


def test_each_comparison_follows_from_the_two_values_alone(resolved, found):
    """Agreement is reckoned again here, in other words, from what stands in the two files."""
    for c in found:
        if c.entry.form == "number":
            low, high = c.entry.span
            assert c.verdict.agrees == (c.first.spread[0] <= high + 1e-9 and low - 1e-9 <= c.first.spread[1]), (
                c.entry.of
            )
        elif c.entry.form == "word":
            assert c.verdict.agrees == (c.first.word in {c.entry.word, *c.entry.or_}), c.entry.of
        elif c.entry.form == "none":
            assert c.verdict.agrees == (double_entry.grade(resolved, c.entry.paths[0]) == "assumed"), c.entry.of


def test_a_dispute_is_told_by_the_evidence_the_coverage_and_the_claim(resolved, found):
    disputed = [c for c in found if c.status == "disputed"]
    review = dp.evidence(resolved)
    assert {p for c in disputed for p in c.entry.paths} <= set(review.facts["disputed"])
    listed = {r["path"]: r for r in dp.evidence(resolved, only="disputed").table}
    statuses = double_entry.claim_statuses(resolved, double_entry.by_path(found))
    for c in disputed:
        for path in c.entry.paths:
            assert listed[path]["status"] == "disputed"
            keyed = [s for s in listed[path]["second"] if s["status"] == "disputed"]
            assert keyed and all(s["why"] for s in keyed)
            assert all(statuses[claim] == "disputed" for claim in listed[path]["claims"])


def test_nothing_of_the_second_entry_reaches_the_computation(resolved):
    """Without its second entry a scenario means the same, to the last digit."""
    bare = {key: value for key, value in resolved.draft.data.items() if key != "recheck"}
    found, problems = resolve.resolve(replace(resolved.draft, data=bare, problems=[]))
    assert not problems and found is not None and found.recheck is None
    assert found.digest == resolved.digest


def test_counts_add_up(resolved):
    for row in dp.evidence(resolved).facts["double_entry"]:
        assert row["checked"] + row["disputed"] + row["unchecked"] == row["there"]
        assert row["in_a_sum"] + row["without_evidence"] <= row["checked"]
        assert row["over_grade"] <= row["disputed"]


def test_no_roll_site_time_or_taste_is_left_unchecked(resolved):
    """The city was keyed twice throughout: places and their kinds, dates, the record, who was there and with what."""
    left = {row["what"]: row["unchecked"] for row in dp.evidence(resolved).facts["double_entry"]}
    assert set(CORE) <= set(left)
    assert {what for what, n in left.items() if n} == {"other"}


def test_the_readme_of_the_city_prints_these_counts(resolved):
    columns = ("there", "checked", "in_a_sum", "without_evidence", "disputed", "over_grade", "unchecked")
    text = (catalog.FOLDER / resolved.id / "README.md").read_text(encoding="utf-8")
    for row in dp.evidence(resolved).facts["double_entry"]:
        if row["what"] != "other":
            assert f"| {row['what']} | {' | '.join(str(row[c]) for c in columns)} |" in text


def test_most_of_what_is_checked_was_known_to_both_coders(resolved):
    """That neither knows is agreement too, but of rolls, places, kinds and dates most must rest on a reading."""
    for row in dp.evidence(resolved).facts["double_entry"]:
        if row["what"] in CORE and row["what"] != "taste":
            assert row["without_evidence"] <= row["checked"] / 2, row["what"]


def test_the_command_says_the_same_as_the_function(resolved):
    done = CliRunner().invoke(group, ["evidence", resolved.id, "--json"])
    assert done.exit_code == 0
    assert json.loads(done.output)["disputed"] == dp.evidence(resolved).facts["disputed"]
