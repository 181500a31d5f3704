"""A country scored: five made-up towns, and the yardsticks of the real record."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import dualpower as dp
from dualpower.analysis import yardsticks
from dualpower.analysis.passage import holdings, mapped, read_passage
from dualpower.errors import DualpowerError, ScenarioError
from dualpower.scenario import country as countries
from dualpower.scenario import resolve

FIVE = Path(__file__).parents[2] / "worlds" / "country"
TOWNS = ["alder", "birch", "cedar", "dogwood", "elm"]


@pytest.fixture(scope="module")
def resolved():
    return resolve.load(FIVE)


@pytest.fixture(scope="module")
def country(resolved):
    return countries.find(resolved)


@pytest.fixture(scope="module")
def result(resolved):
    return dp.simulate(resolved, runs=30, seed=4)


@pytest.fixture(scope="module")
def finding(resolved, result):
    return dp.score(resolved, result=result)


def test_the_yardsticks_of_the_record_are_reproduced():
    towns = countries.find(resolve.load("russia-1917")).record()
    known = [town for town in towns if town.is_known]
    assert (len(towns), len(known), sum(town.day is not None for town in known)) == (104, 69, 67)
    days, brier = yardsticks.errors(known, [yardsticks.naive(town, known) for town in known])
    assert (round(days, 1), round(brier, 3)) == (26.9, 0.132)
    days, brier = yardsticks.errors(known, [yardsticks.constant(known)] * len(known))
    assert (round(days, 1), round(brier, 3)) == (34.7, 0.189)


def test_the_naive_table_leaves_the_town_itself_out(country):
    known = [town for town in country.record() if town.is_known]
    alder, birch = known[0], known[1]
    assert yardsticks.naive(alder, known).day == birch.day
    assert yardsticks.naive(birch, known).armed == pytest.approx(0.25)


def test_a_town_goes_over_when_it_is_held_for_days(resolved, country, result):
    passage = read_passage(result, country, TOWNS, start_min=resolved.clock.start, end_min=resolved.end_min)
    assert passage.day.shape == (30, 5)
    assert np.all(passage.day[:, 0] == 0)
    hall = result.holders("birch-hall")
    league = result.about["authorities"].index("league")
    for run in range(30):
        day = passage.day[run, 1]
        if np.isnan(day):
            continue
        hour = round(24 * day)
        assert np.all(hall[run, hour : hour + 24 * country.layout.lasting_days] == league)


def test_holdings_add_up_to_all_towns_every_day(country, result):
    held = holdings(result, country, TOWNS, days=40)
    assert set(held) == {"", *result.about["authorities"]}
    assert np.all(sum(held.values()) == len(TOWNS))
    assert np.all(held["league"][:, 0] >= 1)


def test_shares_of_holders_add_up_to_one_in_every_town(country, result):
    share = mapped(result, country, TOWNS, days=[0, 7, 39])
    assert share.shape == (4, 5, 3)
    assert np.allclose(share.sum(axis=0), 1.0)
    assert share[1 + result.about["authorities"].index("league"), 0, 0] == 1.0


def test_blank_towns_are_skipped_and_the_others_scored(finding):
    facts = finding.facts
    assert (facts["towns_scored"], facts["towns_skipped"], facts["towns_never"]) == (3, 1, 1)
    rows = {row["id"]: row for row in facts["towns"]}
    assert rows["dogwood"]["observed"] is None
    assert rows["dogwood"]["inside"] is None
    off = [row["error_days"] for row in facts["towns"] if row["error_days"] is not None]
    assert facts["date_mae_days"] == pytest.approx(np.mean(off))
    missed = [(row["armed_share"] - row["armed_observed"]) ** 2 for row in facts["towns"] if row["observed"]]
    assert facts["brier_armed"] == pytest.approx(np.mean(missed))
    assert [week["record"] for week in facts["weeks"]][:3] == [0.5, 0.5, 0.75]


def test_a_strangers_table_is_scored_in_place_of_the_record(tmp_path, result, resolved):
    path = tmp_path / "others.csv"
    path.write_text("city,power_date_ns,mode\nDogwood,1848-03-20,peaceful\n", encoding="utf-8")
    facts = dp.score(FIVE, marks=path, result=result).facts
    assert [row["town"] for row in facts["towns"]] == ["Dogwood"]
    assert facts["towns_scored"] == 1
    assert facts["naive"]["date_mae_days"] is not None  # told by the towns of the country's own record


def test_what_is_wrong_with_a_table_is_told_before_anything_is_run(tmp_path):
    path = tmp_path / "towns.csv"
    path.write_text("city,power_date_ns,mode\nAlder,,\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="E877"):
        dp.score(FIVE, marks=path, runs=10_000_000)
    path.write_text("city,mode\nAldar,armed\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        dp.score(FIVE, marks=path, runs=10_000_000)
    assert [problem.code for problem in caught.value.problems] == ["E861", "E863"]
    with pytest.raises(DualpowerError, match="no country"):
        dp.score("kremlin-call", marks=path, runs=2)


def test_the_command_prints_the_facts():
    from dualpower.faces.cli.group import group

    done = CliRunner().invoke(group, ["score", str(FIVE), "--runs", "20", "--seed", "4", "--json", "-q"])
    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout)
    assert {"towns", "date_mae_days", "brier_armed", "naive", "constant", "weeks", "kinds", "order"} <= set(told)
    assert len(told["towns"]) == 5
    done = CliRunner().invoke(group, ["score", str(FIVE), "--runs", "20", "--seed", "4", "--parts", "-q"])
    assert "naive table" in done.output
    assert "Dogwood" in done.output
