"""Elections: votes from stands, seats by D'Hondt, and the arithmetic of published returns."""

import importlib.util
import shutil
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

import dualpower as dp
from dualpower.analysis import ballots
from dualpower.analysis.casting import allot
from dualpower.analysis.districts import read_districts
from dualpower.analysis.elections import cast_votes
from dualpower.analysis.votes import dhondt
from dualpower.errors import DualpowerError, ScenarioError
from dualpower.evidence import tables
from dualpower.evidence.tables import slug
from dualpower.faces.cli.group import group
from dualpower.scenario import country as countries
from dualpower.scenario import resolve

ROOT = Path(__file__).parents[3]
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
    districts = read_districts(country_folder / rules.districts, country_folder / rules.peoples, rules)
    electors = {one.title: one.most for one in districts}
    return rules, districts, ballots.read_votes(country_folder / rules.votes, electors)


@pytest.fixture(scope="module")
def published_russia():
    return published(RUSSIA)


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


def test_villagers_follow_in_part_and_peoples_vote_for_their_own(vote, result):
    east = [one.id for one in vote.districts].index("east")
    stand = np.clip(result.watch("polls-east-soldiers"), 0, 1)
    taken = 0.2 * stand  # of the villagers, who are 13,500 of age
    villagers = vote.modelled[:, east, 0] * 0  # the plough is nobody's stand
    assert np.allclose(vote.modelled[:, east, vote.parties.index("plough")][stand == 1], villagers[stand == 1])
    crown = vote.votes[:, east, vote.parties.index("crown-list")]
    least = 13_500 * 0.4 * (1 - taken) * (0.5 + 0.2 * 0.75) * 0.8
    assert np.all(crown >= least - 1e-6)


def test_villagers_among_whom_an_army_stands_take_after_it(vote, result):
    army = np.clip(result.watch("polls-army-soldiers"), 0, 1)
    garrison = np.clip(result.watch("polls-west-soldiers"), 0, 1)
    assert not np.allclose(army, garrison)
    # West: 1,000 soldiers at 0.7; workers at 0.6, 4,000 in towns and 6,000 at mills; of 17,100 villagers a fifth hear.
    workers = 10_000 * 0.6
    less = vote.modelled[:, 0].sum(axis=1) - 1_000 * 0.7 - workers
    assert np.all(less >= 17_100 * 0.4 * 0.2 * army - 1e-6)
    assert np.all(less <= 17_100 * 0.6 * 0.2 * army + 1e-6)


def test_a_people_votes_for_its_own_lists_only_where_they_stood(vote):
    west, east = (vote.districts[at].nations for at in (0, 1))
    assert (west["hillmen"], east["hillmen"]) == (0.0, 0.5)
    assert east["shepherds"] == 0.2  # an estate across the peoples


def test_a_custom_holds_where_it_is_named_and_the_general_one_elsewhere(vote):
    hammer, crown = (vote.votes[:, :, vote.parties.index(name)] for name in ("hammer", "crown-list"))
    west, east = 0, 1
    # West: 5,000 of age in its towns, 4,000 of them workers and theirs; what is left votes for the hammer.
    assert np.all(hammer[:, west] >= 1_000 * 0.5)
    # The crown has a tenth of the 25,000 of age outside the towns of the west, and half of the workers who stand apart.
    assert np.all(crown[:, west] <= 2_500 * 0.5 + 10_000 * 0.6 * 0.5)
    assert np.all(crown[:, east] >= (5_000 - 2_000) * 0.5)


def test_workers_of_mills_outside_the_towns_vote_as_workers(country, result):
    with_mills = cast_votes(result, country).votes[:, 0].sum(axis=1)
    _, districts, _ = published(FIVE)
    assert districts[0].mills == 3
    # 3,000 with as many of their households vote at 0.6 in place of villagers at 0.4 to 0.6: never fewer.
    assert np.all(with_mills >= 6_000 * 0.6)


def test_nobody_votes_twice_and_who_does_not_vote_is_left_out(vote):
    assert "far" not in [one.id for one in vote.districts]
    assert np.all(vote.votes.sum(axis=2) <= vote.electors)
    assert np.all((vote.turnout > 0.3) & (vote.turnout < 0.7))
    assert np.array_equal(vote.seats.sum(axis=2), np.tile([one.seats for one in vote.districts], (20, 1)))


def test_the_same_history_votes_the_same_however_many_there_are(country, vote):
    fewer = cast_votes(dp.simulate(FIVE, runs=5, seed=4), country)
    assert np.allclose(fewer.votes, vote.votes[:5])


def test_a_finding_says_what_rests_on_stands(result, vote):
    finding = dp.elect(FIVE, result=result)
    rows = {row["party"]: row for row in finding.table}
    hammer = vote.votes[:, :, vote.parties.index("hammer")].sum(axis=1)
    # All of it but the thousand townsfolk of the west, half of whom vote.
    assert rows["hammer"]["modelled"] == pytest.approx(np.median(1 - 500 / hammer))
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


def test_customs_are_the_same_if_the_returns_are_forgotten(tmp_path):
    folder = tmp_path / "russia-1917"
    shutil.copytree(RUSSIA, folder)
    (folder / "tables/votes.csv").write_text("unit,kind,party,votes,share,seats,total\n", encoding="utf-8")
    rules, districts, units = published(folder)
    assert (rules, districts) == published(RUSSIA)[:2] and units == []


def test_the_census_covers_every_district_and_no_people_is_more_than_it(published_russia):
    _, districts, _ = published_russia
    assert len(districts) == 77
    kiev = next(one for one in districts if one.id == "kiev")
    assert kiev.nations["ukrainian"] == 0.79 and kiev.nations["cossack"] == 0.0
    kursk = next(one for one in districts if one.id == "kursk")
    assert kursk.nations["ukrainian"] == 0.0  # a fifth of its people, but beyond what the Rada claimed
    for one in districts:
        assert sum(one.nations.values()) <= 1.005


def test_fronts_are_read_from_the_nearest_garrisons_with_councils_like_theirs():
    spec = importlib.util.spec_from_file_location("build_polls", ROOT / "tools" / "build_polls.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    towns = tables.read(RUSSIA / "tables/towns.csv", ("town", "soviet")).checked()
    code = {slug(row["town"]): row["soviet"] for row in towns}
    districts = {one.id: one for one in published(RUSSIA)[1]}
    west = tool.towns_of(districts["western-front"], towns)
    assert west[0] == "minsk" and {code[town] for town in west} <= {"B", "BL"}
    assert {code[town] for town in tool.towns_of(districts["romanian-front"], towns)} == {"M"}
    assert tool.towns_of(districts["baltic-fleet"], towns) == districts["baltic-fleet"].towns
    assert tool.estates_of(districts["western-front"], ballots.read_rules(RUSSIA / "elections.yaml")) == ["soldiers"]
    assert tool.text(RUSSIA) == (RUSSIA / "polls.yaml").read_text(encoding="utf-8"), "run python tools/build_polls.py"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("West,district,Plough,90000,,,95000", "E867"),  # more than grown people
        ("West,district,Plough,900,,,800", "E867"),  # more than ballots
        ("West,district,Plough,10,120,,100", "E865"),
        ("West,district,Plough,ten,,,", "E865"),
        ("West,district,Plough,10,,,100\nWest,district,Plough,11,,,100", "E862"),
        ("West,district,Plough,10,,1.5,100", "E865"),  # no half deputies
        ("West,district,,10,,,100", "E862"),
        ("West,district,Plough,10,,", "E861"),
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
    path = tmp_path / "peoples.csv"
    path.write_text((FIVE / "tables/peoples.csv").read_text().replace("east,50", "east,60"), encoding="utf-8")
    with pytest.raises(ScenarioError, match="E867"):
        read_districts(FIVE / rules.districts, path, rules)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("where: [east]", "where: [esat]"),  # no such district
        ("where: [west]", "where: [wset]"),
        ("  small-towns: {crown-list: 1, because: made up}\n", ""),  # nothing says how they divide
    ],
)
def test_rules_and_tables_must_fit_together(tmp_path, old, new):
    path = tmp_path / "elections.yaml"
    text = (FIVE / "elections.yaml").read_text()
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_districts(FIVE / "tables/districts.csv", FIVE / "tables/peoples.csv", ballots.read_rules(path))
    assert {problem.code for problem in caught.value.problems} == {"E876"}


def test_a_district_whose_peoples_are_not_told_is_refused(tmp_path):
    rules = ballots.read_rules(FIVE / "elections.yaml")
    path = tmp_path / "peoples.csv"
    path.write_text((FIVE / "tables/peoples.csv").read_text().replace("west,80", "wets,80"), encoding="utf-8")
    with pytest.raises(ScenarioError, match="did you mean west") as caught:
        read_districts(FIVE / rules.districts, path, rules)
    assert [(problem.code, problem.line) for problem in caught.value.problems] == [("E863", 1), ("E863", 2)]


def test_faults_of_districts_and_peoples_are_told_together(tmp_path):
    rules = ballots.read_rules(FIVE / "elections.yaml")
    districts, peoples = tmp_path / "districts.csv", tmp_path / "peoples.csv"
    text = (FIVE / "tables/districts.csv").read_text()
    districts.write_text(text.replace("3,1,alder birch,,army", "3,yes,alder birch,,amry"), encoding="utf-8")
    text = (FIVE / "tables/peoples.csv").read_text()
    peoples.write_text(text.replace("west,80", "west,many").replace("far,100,", "far,100,20"), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_districts(districts, peoples, rules)
    assert [(problem.code, problem.line, problem.path) for problem in caught.value.problems] == [
        ("E866", 2, "held"),
        ("E863", 2, "front"),
        ("E865", 2, "plainsmen"),
        ("E867", 4, "plainsmen"),
    ]
    districts.write_text(districts.read_text().splitlines()[0] + "\n", encoding="utf-8")
    with pytest.raises(ScenarioError, match="E877"):
        read_districts(districts, FIVE / rules.peoples, rules)


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


def test_what_is_wrong_with_the_tables_is_told_before_anything_is_run(tmp_path):
    folder = tmp_path / "country"
    shutil.copytree(FIVE, folder)
    votes = folder / "tables/votes.csv"
    votes.write_text(votes.read_text().replace("East,district,Plough,5000,50", "East,district,Plough,50000,500"))
    with pytest.raises(ScenarioError) as caught:
        dp.elect(folder, runs=10_000_000)
    assert [(p.code, p.line, p.path) for p in caught.value.problems] == [("E867", 4, "votes"), ("E867", 4, "votes"),
                                                                        ("E865", 4, "share")]  # fmt: skip
    done = CliRunner().invoke(group, ["elect", str(folder), "--runs", "10000000", "-q"])
    assert isinstance(done.exception, ScenarioError) and done.exception.problems == caught.value.problems
