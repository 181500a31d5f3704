"""Tables of towns: what is read, and every fault at once with its row."""

import pytest

from dualpower.errors import ScenarioError
from dualpower.evidence import checks, towns

HEAD = "city,power_date_ns,mode,days_fighting,date_lo_ns,date_hi_ns\n"


def read(tmp_path, body, known=None):
    path = tmp_path / "towns.csv"
    path.write_text(body, encoding="utf-8")
    return towns.read_towns(path, known)


def faults(tmp_path, body, known=None):
    with pytest.raises(ScenarioError) as caught:
        read(tmp_path, body, known)
    return [(problem.code, problem.line, problem.path) for problem in caught.value.problems]


def test_a_row_is_a_town_and_an_empty_one_is_not_known(tmp_path):
    alder, birch, elm = read(
        tmp_path, HEAD + "Alder,1848-03-13,armed,2,1848-03-12,1848-03-15\nBirch,,,,,\nElm,,none,,,\n"
    )
    assert (alder.high - alder.low, alder.armed, alder.days) == (3, True, 2.0)
    assert towns.iso(alder.day) == "1848-03-13"
    assert (birch.is_known, birch.armed, birch.day) == (False, None, None)
    assert (elm.is_known, elm.armed, elm.day) == (True, None, None)


def test_either_word_heads_the_column_of_names(tmp_path):
    (town,) = read(tmp_path, "town,power_date_ns,mode\nNorth Alder,1848-03-13,armed\n", ["north-alder"])
    assert (town.id, town.title) == ("north-alder", "North Alder")


def test_all_faults_are_told_at_once_with_their_rows(tmp_path):
    body = HEAD + (
        "Alder,1848-02-30,armed,2,,\n"
        "Birch,1848-03-13,calm,,,\n"
        "Brich,1848-03-13,armed,-3,,\n"
        "Birch,1848-03-14,armed,,1848-03-16,1848-03-12\n"
        "\n"
        "Elm,1848-03-14,none,,,\n"
        "Oak,1848-03-14,armed,many,,,7\n"
        ",1848-03-14,armed\n"
    )
    assert faults(tmp_path, body, ["alder", "birch", "elm", "oak"]) == [
        ("E864", 2, "power_date_ns"),
        ("E866", 3, "mode"),
        ("E863", 4, "city"),
        ("E865", 4, "days_fighting"),
        ("E862", 5, "city"),
        ("E864", 5, "power_date_ns"),
        ("E864", 5, "date_hi_ns"),
        ("E864", 7, "power_date_ns"),
        ("E861", 8, ""),
        ("E865", 8, "days_fighting"),
        ("E861", 9, ""),
        ("E862", 9, "city"),
    ]


def test_every_fault_says_file_row_column_and_cure(tmp_path):
    with pytest.raises(ScenarioError) as caught:
        read(tmp_path, HEAD + "Aldar,1848-02-30,calm,-1,,\n", ["alder"])
    assert {problem.file for problem in caught.value.problems} == {str(tmp_path / "towns.csv")}
    assert [str(problem).partition("towns.csv:")[2] for problem in caught.value.problems] == [
        "2:1: E863: city: unknown town 'Aldar' (did you mean alder?)",
        f"2:2: E864: power_date_ns: February 1848 has no day 30 in the gregorian calendar ({checks.DATE_CURE})",
        "2:3: E866: mode: 'calm' is none of armed, none, peaceful (write one of them, or nothing)",
        f"2:4: E865: days_fighting: -1 is not between 0 and 1000 ({checks.NUMBER_CURE}, or leave it empty)",
    ]


def test_a_date_outside_its_own_range_is_refused(tmp_path):
    body = HEAD + "Alder,1848-03-13,armed,2,1848-03-14,\nBirch,1848-03-13,armed,2,1848-03-13,1848-03-13\n"
    assert faults(tmp_path, body) == [("E864", 2, "power_date_ns")]


def test_missing_columns_are_named(tmp_path):
    assert faults(tmp_path, "place,mode\nAlder,calm\n") == [
        ("E861", 1, "town"),
        ("E861", 1, "power_date_ns"),
        ("E866", 2, "mode"),
    ]


@pytest.mark.parametrize(("body", "code"), [("", "E861"), (HEAD, "E877"), (HEAD + "Alder,1848-03-13,armed\n", "E861")])
def test_a_table_without_rows_or_with_short_ones_is_refused(tmp_path, body, code):
    assert [found for found, _, _ in faults(tmp_path, body)] == [code]


def test_a_day_is_written_as_it_was_read(tmp_path):
    (town,) = read(tmp_path, "town,power_date_ns,mode\nAlder,1848-02-29,armed\n")
    assert town.day == -44501 and towns.iso(town.day) == "1848-02-29"
    assert towns.iso(0) == "1970-01-01"


def places(tmp_path, body):
    path = tmp_path / "places.csv"
    path.write_text(body, encoding="utf-8")
    return towns.read_places(path)


def test_towns_lie_in_every_quarter_of_the_world(tmp_path):
    lima, novo = places(tmp_path, "town,lat,lon,population\nLima,-12.05,-77.04,175000\nNovo,59.9,30.3,\n")
    assert (lima.north, lima.east, lima.people) == (-12.05, -77.04, 175000.0)
    assert (novo.id, novo.people, novo.cell) == ("novo", 0.0, ("", False))


def test_a_place_that_is_nowhere_is_refused(tmp_path):
    with pytest.raises(ScenarioError) as caught:
        places(tmp_path, "city,lat,lon,population\nAlder,91,30,\nBirch,,30,-1\nalder,50,east,\n")
    assert [(p.code, p.line, p.path) for p in caught.value.problems] == [
        ("E865", 2, "lat"),
        ("E865", 3, "lat"),
        ("E865", 3, "population"),
        ("E862", 4, "city"),
        ("E865", 4, "lon"),
    ]
    with pytest.raises(ScenarioError, match="E877"):
        places(tmp_path, "city,lat,lon\n")
