"""What a column of a table may hold: every fault at once, each with its row, column and cure."""

import pytest

from dualpower.errors import ScenarioError
from dualpower.evidence import checks, tables

TOWNS = """town,population,soviet,date
Tver,61000,B,1917-11-10
tver,61000,B,
Kazan,-5,Q,1917-02-30
,many,B,1917-11-08
"""


def table(text: str) -> tables.Table:
    return tables.read("towns.csv", text.splitlines()[0].split(","), text=text)


def faults(*found: tables.Table) -> list[tuple[str, int, str]]:
    with pytest.raises(ScenarioError) as caught:
        tables.raise_all(*found)
    assert all(p.hint and p.file and p.col for p in caught.value.problems if p.line > 1)
    return [(p.code, p.line, p.path) for p in caught.value.problems]


def test_all_faults_of_a_table_are_said_at_once_with_their_rows():
    towns = table(TOWNS)
    checks.names(towns)
    checks.numbers(towns, ("population",), 0, 1e7)
    checks.words(towns, "soviet", ("B", "M"))
    checks.dates(towns, ("date",))
    assert faults(towns) == [
        ("E862", 3, "town"), ("E865", 4, "population"), ("E866", 4, "soviet"), ("E864", 4, "date"),
        ("E862", 5, "town"), ("E865", 5, "population"),
    ]  # fmt: skip
    said = {(p.line, p.code): p.message for p in towns.problems}
    assert said[3, "E862"] == "'tver' is in row 2 already"
    assert said[4, "E864"] == "February 1917 has no day 30 in the gregorian calendar"
    assert said[4, "E865"] == "-5 is not between 0 and 1e+07"
    assert said[4, "E866"] == "'Q' is none of B, M"
    assert said[5, "E862"] == "a town without a name"


def test_a_name_of_several_columns_is_one_name():
    votes = table("unit,party\nWest,Plough\nEast,Plough\nWest,Hammer\nwest,plough\nEast,\n")
    checks.names(votes, ("unit", "party"), what="party of a unit")
    assert faults(votes) == [("E862", 5, "party"), ("E862", 6, "party")]
    assert votes.problems[0].message == "'west, plough' is in row 2 already"


def test_a_way_to_an_unknown_town_is_refused():
    links = table("from,to\nTver,Moskow\nTver,\ntver,MOSCOW\n")
    checks.known(links, ("from", "to"), ["Tver", "Moscow"])
    assert faults(links) == [("E863", 2, "to"), ("E863", 3, "to")]
    assert [p.hint for p in links.problems] == ["did you mean Moscow?", "write the name of a known town"]


def test_an_empty_name_may_be_allowed_and_unknown_towns_are_not_told_where_none_is_known():
    links = table("from\nTvor\n\n")
    checks.known(links, ("from",), [])
    fronts = table("district,front\nwest,\n")
    checks.known(fronts, ("front",), ["west"], what="district", blank=True)
    assert links.problems == fronts.problems == []


def test_a_name_without_a_row_is_told():
    names = table("town\nTver\n")
    checks.complete(names, "town", ["tver", "Moscow"])
    assert [str(p) for p in names.problems] == [
        "towns.csv:1:1: E863: town: the town 'Moscow' has no row (add a row for it)"
    ]


@pytest.mark.parametrize("text", ["1917-11-31", "17-11-07", "7 November", "19171107", "1917-W45-3", "0000-01-01"])
def test_what_is_no_date_is_refused(text):
    record = table(f"town,date\nTver,{text}\nKazan,\n")
    checks.dates(record, ("date",))
    assert faults(record) == [("E864", 2, "date")]


def test_more_votes_than_electors_and_a_range_that_runs_backwards():
    votes = table("votes,electors,low,high\n10,9,1917-11-08,1917-11-07\n9,10,,\nx,1,x,1917-11-07\n1,,1917-11-07,\n")
    checks.most(votes, "votes", "electors", "votes of")
    checks.order(votes, "low", "high")
    assert faults(votes) == [("E867", 2, "votes"), ("E864", 2, "high")]
    assert {p.message for p in votes.problems} == {"10 votes of 9", "1917-11-07 comes before 1917-11-08 in low"}


def test_numbers_may_be_whole_or_needed():
    seats = table("town,seats\nTver,3.5\nKazan,\nOrel,4\n")
    checks.numbers(seats, ("seats",), 0, 10, blank=False, whole=True)
    assert faults(seats) == [("E865", 2, "seats"), ("E865", 3, "seats")]
    assert [p.message for p in seats.problems] == ["3.5 is not a whole number", "a number is missing"]


def test_a_word_may_be_left_out_where_it_may_be_unknown():
    modes = table("town,mode\nTver,\nKazan,Armed\n")
    checks.words(modes, "mode", ("armed", "none"), blank=True)
    assert faults(modes) == [("E866", 3, "mode")] and modes.problems[0].hint == "did you mean armed?"
    checks.words(modes, "mode", ("armed", "none"))
    assert faults(modes)[0] == ("E866", 2, "mode")


def test_a_table_without_rows_holds_nothing():
    towns = table("town\n")
    checks.rows(towns, "town")
    assert faults(towns) == [("E877", 1, "")]


def test_a_missing_column_is_told_once():
    towns = tables.read("towns.csv", ("town", "date"), text="workers\n5\n")
    checks.names(towns)
    checks.known(towns, ("town",), ["Tver"])
    checks.complete(towns, "town", ["Tver"])
    checks.dates(towns, ("date",))
    checks.order(towns, "date", "workers")
    checks.numbers(towns, ("lat",), 0, 1, blank=False)
    checks.words(towns, "mode", ("armed",))
    checks.most(towns, "workers", "town", "of")
    assert faults(towns) == [("E861", 1, "town"), ("E861", 1, "date")]


def test_dates_of_a_row_stand_in_order_whatever_is_left_out():
    record = table("low,day,high\n1917-11-12,1917-11-10,1917-11-11\n1917-11-12,,1917-11-11\n,1917-11-10,1917-11-10\n")
    checks.order(record, "low", "day", "high")
    assert faults(record) == [("E864", 2, "day"), ("E864", 2, "high"), ("E864", 3, "high")]
