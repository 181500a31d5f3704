"""The commands of evidence as a person meets them: opened numbers, lists of works, a scenario to start from."""

from __future__ import annotations

import json

import pytest


def test_a_number_opens_on_the_terminal_to_who_says_it_and_where(dual):
    code, out, _ = dual("evidence", "kremlin-call", "units.garrison.present")
    assert code == 0
    assert "claim kremlin-garrison  (inferred, dated before the start)" in out
    assert "Osip Pyatnitsky" in out and "page not seen" in out
    assert "against" in out and "A battalion (600..1,000)" in " ".join(out.split())
    assert "second entry  none: unchecked" in out


def test_the_review_is_a_table_by_section_and_a_list_of_works(dual, data):
    code, out, err = dual("evidence", "kremlin-call")
    assert code == 0 and "Numbers by section and grade" in out and "melgunov-1953" in out
    assert "Open one: dualpower evidence kremlin-call ID" in err
    assert sum(r["numbers"] for r in data("evidence", "kremlin-call")["sections"]) == 47


def test_a_disputed_number_shows_both_values(dual):
    code, out, _ = dual("evidence", "moscow-1917", "two-hundred-fifty-first")
    assert code == 0
    said = " ".join(out.split())
    assert "units.two-hundred-fifty-first.roll is disputed. 500..2,500 men" in said
    assert "the scenario has 5,000" in said


@pytest.mark.parametrize(("args", "word"), [
    (("garison",), "did you mean garrison?"), (("units.garrison.rol",), "did you mean units.garrison.roll?"),
])  # fmt: skip
def test_an_unknown_name_is_an_error_with_a_cure(dual, args, word):
    code, out, err = dual("evidence", "kremlin-call", *args)
    assert code == 3 and out == "" and "E312" in err and word in err


def test_works_come_in_three_forms(dual):
    assert dual("cite", "kremlin-call")[1].startswith("James Bunyan and H. H. Fisher.")
    assert "@book{melgunov-1953," in dual("cite", "kremlin-call", "--format", "bibtex")[1]
    items = json.loads(dual("cite", "kremlin-call", "--format", "csl-json")[1])
    assert items[-1]["id"] == "dualpower" and len(items) == 5
    found = json.loads(dual("cite", "kremlin-call", "--json")[1])
    assert {w["page_seen"] for w in found["works"]} == {True, False}
    assert set(found["program"]) == {"version", "scenario_digest", "engine_digest", "parameters_digest"}


def test_a_scenario_is_started_checked_and_not_written_over(dual, data, tmp_path):
    folder = str(tmp_path / "my-coup")
    code, out, err = dual("new", folder)
    assert code == 0 and out.splitlines()[-1].endswith("scenario.yaml") and "dualpower check" in err
    assert data("check", folder)["sound"] is True
    code, out, err = dual("new", folder)
    assert code == 2 and out == "" and "E803" in err and "empty folder" in err
    assert len(data("new", str(tmp_path / "other"))["files"]) == 3
