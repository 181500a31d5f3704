"""Elections: votes from stands, seats by D'Hondt, and the arithmetic of published returns."""

from pathlib import Path

import numpy as np
import pytest

import dualpower as dp
from dualpower.analysis import ballots
from dualpower.analysis.elections import allot, cast_votes
from dualpower.analysis.votes import dhondt
from dualpower.errors import DualpowerError, ScenarioError
from dualpower.scenario import country as countries
from dualpower.scenario import resolve

FIVE = Path(__file__).parents[2] / "worlds" / "country"
RUSSIA = Path(dp.__file__).parent / "data" / "scenarios" / "russia-1917"


@pytest.fixture(scope="module")
def country():
    return countries.find(resolve.load(FIVE))


@pytest.fixture(scope="module")
def result():
    return dp.simulate(FIVE, runs=20, seed=4)


@pytest.fixture(scope="module")
def vote(result, country):
    return cast_votes(result, country)


def published(country_folder):
    rules = ballots.read_rules(country_folder / "elections.yaml")
    districts = ballots.read_districts(country_folder / rules.districts, rules)
    electors = {one.title: 1000 * (one.people * ballots.OF_AGE or one.soldiers) for one in districts}
    return rules, districts, ballots.read_votes(country_folder / rules.votes, electors)


def test_seats_are_those_of_dhondt_in_every_history():
    votes = np.random.default_rng(3).integers(0, 100_000, size=(40, 6)).astype(float)
    for seats in (1, 2, 7, 18):
        assert np.array_equal(allot(votes, seats), [dhondt([int(v) for v in row], seats) for row in votes])


def test_soldiers_vote_as_they_stand(vote, result):
    army = [one.id for one in vote.districts].index("army")
    share = np.clip(result.watch("polls-army-soldiers"), 0, 1)
    hammer = vote.votes[:, army, vote.parties.index("hammer")]
    assert np.allclose(hammer, 3000 * 0.7 * share)
    assert np.allclose(vote.modelled[:, army], vote.votes[:, army])


def test_villagers_follow_in_part_and_nations_vote_for_their_own(vote, result):
    east = [one.id for one in vote.districts].index("east")
    stand = np.clip(result.watch("polls-east-soldiers"), 0, 1)
    taken = 0.2 * stand  # of the villagers, who are 15,000 of age
    villagers = vote.modelled[:, east, 0] * 0  # the plough is nobody's stand
    assert np.allclose(vote.modelled[:, east, vote.parties.index("plough")][stand == 1], villagers[stand == 1])
    crown = vote.votes[:, east, vote.parties.index("crown-list")]
    least = 15_000 * 0.4 * (1 - taken) * 0.5 * 0.8
    assert np.all(crown >= least - 1e-6)


def test_nobody_votes_twice_and_who_does_not_vote_is_left_out(vote):
    assert "far" not in [one.id for one in vote.districts]
    assert np.all(vote.votes.sum(axis=2) <= vote.electors)
    assert np.all((vote.turnout > 0.3) & (vote.turnout < 0.7))
    assert np.array_equal(vote.seats.sum(axis=2), np.tile([one.seats for one in vote.districts], (20, 1)))


def test_the_same_history_votes_the_same_however_many_there_are(country, vote):
    fewer = cast_votes(dp.simulate(FIVE, runs=5, seed=4), country)
    assert np.allclose(fewer.votes, vote.votes[:5])


def test_a_finding_says_what_rests_on_stands(result):
    finding = dp.elect(FIVE, result=result)
    rows = {row["party"]: row for row in finding.table}
    assert rows["hammer"]["modelled"] == pytest.approx(1.0)
    assert rows["crown-list"]["target"] is None
    assert rows["plough"]["within"] == (rows["plough"]["points_off"] <= 6)
    assert sum(row["share"] for row in finding.table) == pytest.approx(100, abs=8)  # medians, one by one
    assert 0 < finding.facts["modelled_votes"] < 1
    west = next(one for one in finding.facts["districts"] if one["district"] == "west")
    assert west["published"] == {"plough": 60.0, "hammer": 40.0}


def test_published_returns_are_reckoned_again():
    _, _, units = published(RUSSIA)
    found = {row["unit"]: row for row in ballots.audit(units) if row["agrees"] is not None}
    assert set(found) == {"Vladimir", "Volhynia", "Ekaterinoslav", "Smolensk"}
    assert all(row["agrees"] for row in found.values())
    assert len(units) > 60


def test_seats_by_the_statute_are_near_the_number_planned():
    _, districts, _ = published(RUSSIA)
    assert 780 <= sum(one.seats for one in districts) <= 840  # 808 were planned
    assert len({one.id for one in districts}) == len(districts)


def test_no_published_figure_is_an_input():
    text = (RUSSIA / "elections.yaml").read_text(encoding="utf-8")
    inputs = text[text.index("stands:") :]
    assert "target" not in inputs and "votes.csv" not in inputs


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("West,district,Plough,90000,,,95000", "E875"),  # more than grown people
        ("West,district,Plough,900,,,800", "E875"),  # more than ballots
        ("West,district,Plough,10,120,,100", "E875"),
        ("West,district,Plough,ten,,,", "E872"),
        ("West,district,Plough,10,,,100\nWest,district,Plough,11,,,100", "E874"),
    ],
)
def test_impossible_returns_are_refused_with_their_row(tmp_path, body, code):
    path = tmp_path / "votes.csv"
    path.write_text(f"unit,kind,party,votes,share,seats,total\n{body}\n", encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ballots.read_votes(path, {"West": 33_000.0})
    assert {problem.code for problem in caught.value.problems} == {code}
    assert all(problem.line >= 2 for problem in caught.value.problems)


def test_nations_cannot_be_more_than_the_people(tmp_path, country):
    rules = ballots.read_rules(FIVE / "elections.yaml")
    path = tmp_path / "districts.csv"
    path.write_text((FIVE / "tables/districts.csv").read_text().replace(",50,1,", ",150,1,"), encoding="utf-8")
    with pytest.raises(ScenarioError, match="E875"):
        ballots.read_districts(path, rules)


def test_a_rule_that_names_no_party_is_refused(tmp_path):
    path = tmp_path / "elections.yaml"
    path.write_text((FIVE / "elections.yaml").read_text().replace("{hammer: 1,", "{hamer: 1,"), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        ballots.read_rules(path)
    assert {problem.code for problem in caught.value.problems} == {"E876"}
    assert "did you mean hammer?" in str(caught.value)


def test_elections_are_asked_of_a_country():
    with pytest.raises(DualpowerError, match="E878"):
        dp.elect("kremlin-call", runs=2)
