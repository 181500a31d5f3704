"""Tables of a country: every fault said at once, with its row."""

import pytest

from dualpower.errors import ScenarioError
from dualpower.scenario import tables

TOWNS = """town,population,soviet,date
Tver,61000,B,1917-11-10
tver,61000,B,
Kazan,-5,Q,1917-02-30
,many,B,1917-11-08
"""


def faults(*found: tables.Table) -> list[tuple[str, int, str]]:
    with pytest.raises(ScenarioError) as caught:
        tables.raise_all(*found)
    return [(p.code, p.line, p.path) for p in caught.value.problems]


def test_all_faults_of_a_table_are_said_at_once_with_their_rows():
    table = tables.read("towns.csv", ("town", "population", "soviet", "date"), text=TOWNS)
    tables.check_names(table)
    tables.check_numbers(table, ("population",), 0, 1e7)
    tables.check_words(table, "soviet", ("B", "M"))
    tables.check_dates(table, ("date",))
    assert faults(table) == [
        ("E862", 3, "town"), ("E864", 4, "date"), ("E865", 4, "population"), ("E866", 4, "soviet"),
        ("E862", 5, "town"), ("E865", 5, "population"),
    ]  # fmt: skip
    said = {(p.line, p.code): p.message for p in table.problems}
    assert said[3, "E862"] == "'tver' is in row 2 already"
    assert said[4, "E864"] == "February 1917 has no day 30 in the gregorian calendar"


def test_missing_columns_are_all_named_and_the_nearest_is_proposed():
    with pytest.raises(ScenarioError) as caught:
        tables.read("towns.csv", ("town", "garrison", "workers"), text="town,garison\nTver,5\n")
    assert [(p.code, p.path) for p in caught.value.problems] == [("E861", "garrison"), ("E861", "workers")]
    assert caught.value.problems[0].hint == "did you mean garison?"


def test_a_way_to_an_unknown_town_is_refused():
    links = tables.read("links.csv", ("from", "to"), text="from,to\nTver,Moskow\nTver,Tver\n")
    tables.check_known(links, ("from", "to"), ["Tver", "Moscow"])
    assert faults(links) == [("E863", 2, "to")]
    assert links.problems[0].hint == "did you mean Moscow?"


def test_more_votes_than_electors_and_a_range_that_runs_backwards():
    table = tables.read(
        "votes.csv", ("votes", "electors", "low", "high"),
        text="votes,electors,low,high\n10,9,1917-11-08,1917-11-07\n9,10,,\n",
    )  # fmt: skip
    tables.check_most(table, "votes", "electors", "votes of")
    tables.check_order(table, "low", "high")
    assert faults(table) == [("E864", 2, "high"), ("E867", 2, "votes")]


def test_a_file_that_is_not_there_and_a_row_that_is_too_long(tmp_path):
    with pytest.raises(ScenarioError, match="E861"):
        tables.read(tmp_path / "none.csv", ("town",))
    table = tables.read("towns.csv", ("town",), text="town\nTver,5\n")
    assert faults(table) == [("E861", 2, "")]
