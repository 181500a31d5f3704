"""Tables of towns: what is read, and every fault at once with its row."""

import pytest

from dualpower.errors import ScenarioError
from dualpower.evidence import towns

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


def test_all_faults_are_told_at_once_with_their_rows(tmp_path):
    body = HEAD + (
        "Alder,1848-02-30,armed,2,,\n"
        "Birch,1848-03-13,calm,,,\n"
        "Brich,1848-03-13,armed,-3,,\n"
        "Birch,1848-03-14,armed,,1848-03-20,1848-03-12\n"
        "Elm,1848-03-14,none,,,\n"
    )
    assert faults(tmp_path, body, ["alder", "birch", "elm"]) == [
        ("E872", 2, "power_date_ns"),
        ("E872", 3, "mode"),
        ("E872", 4, "days_fighting"),
        ("E873", 4, "city"),
        ("E872", 5, "date_lo_ns"),
        ("E874", 5, "city"),
        ("E872", 6, "power_date_ns"),
    ]


def test_missing_columns_are_named(tmp_path):
    assert faults(tmp_path, "place,mode\nAlder,armed\n") == [("E871", 1, "city"), ("E871", 1, "power_date_ns")]


@pytest.mark.parametrize(("body", "code"), [("", "E112"), (HEAD, "E877"), (HEAD + "Alder,1848-03-13,armed\n", "E872")])
def test_a_table_without_rows_or_with_short_ones_is_refused(tmp_path, body, code):
    assert [found for found, _, _ in faults(tmp_path, body)] == [code]


def test_names_become_ids():
    assert towns.slug("Ivanovo-Voznesensk") == "ivanovo-voznesensk"
    assert towns.slug("Nizhny Novgorod") == "nizhny-novgorod"
