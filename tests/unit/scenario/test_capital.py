"""Generated coups: sound scenarios that differ by rank in facts alone, and in no leader's intention."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from pathlib import Path

import pytest
from worlds import worker_of
from worlds.laws import broken_laws

from dualpower.compiler import build
from dualpower.draft import parse
from dualpower.errors import DualpowerError
from dualpower.scenario import capital, check
from dualpower.scenario.capital import RANKS, Coup

COUPS = [Coup(rank, held, town) for rank in RANKS for held in (True, False) for town in (0, 5)]
KINDS = [Coup(rank, held) for rank in RANKS for held in (True, False)]


@cache
def text(coup: Coup) -> dict:
    return parse(capital.write(coup), coup.id, Path()).data


def written(coup: Coup) -> dict:
    return deepcopy(text(coup))


@pytest.mark.parametrize("coup", COUPS, ids=lambda coup: coup.id)
def test_a_case_checks_clean_and_every_number_in_it_rests_on_a_claim(coup, tmp_path):
    path = tmp_path / f"{coup.id}.yaml"
    path.write_text(capital.write(coup), encoding="utf-8")
    assert check.check_text(path) == ([], 0)
    case = capital.make(coup)
    assert case.id == coup.id
    assert all(entry.claims or entry.assumed for entry in case.ledger.entries)


@pytest.mark.parametrize("coup", COUPS, ids=lambda coup: coup.id)
def test_a_case_runs_and_keeps_the_laws_of_every_world(compiled, coup):
    world = worker_of(build(capital.make(coup)))
    for number in range(6):
        assert world.run(1917, number) >= 0, f"run {number} ended at stage {world.world.upshot()[0]}"
        assert broken_laws(world) == [], f"run {number}"


def test_the_same_case_is_the_same_text_and_another_capital_is_another_town():
    assert capital.write(Coup("top", True, 3)) == capital.write(Coup("top", True, 3))
    counts = {sum("battalion" in key for key in written(Coup("middle", True, town))["units"]) for town in range(12)}
    assert len(counts) > 2 and counts <= set(range(4, 9))


def test_a_capital_is_the_same_town_for_all_ranks():
    places = [{key: site["at"] for key, site in written(coup)["sites"].items()} for coup in KINDS]
    assert all(found == places[0] for found in places)


def test_leaders_of_all_ranks_try_the_same():
    """What they plan and decide is one text; only the names of their own units and of the sites cut off differ."""
    for section in ("decisions", "outcomes", "stances"):
        assert len({str(written(coup)[section]) for coup in KINDS}) == 1
    for coup in KINDS:
        case = written(coup)
        units = case["plans"]["for-the-palace"]["do"][0]["with"]
        assert units and {case["units"][unit]["of"] for unit in units} == {"plotters"}
        assert intentions(coup) == intentions(KINDS[0])


def intentions(coup: Coup) -> dict:
    plans = written(coup)["plans"]
    plans["for-the-palace"]["do"][0].pop("with")
    for side in capital.SIDES:
        plans[f"{side}-on-the-air"]["do"] = len(plans[f"{side}-on-the-air"]["do"])
    return plans


def test_a_soldier_is_the_same_man_whatever_the_rank_of_the_leaders():
    """Tastes and bonds of units in the secret, and of the rest of the army, rest on the same claims at every rank."""
    for held in (True, False):
        found = set()
        for rank in RANKS:
            case = written(Coup(rank, held))
            plot = case["plans"]["for-the-palace"]["do"][0]["with"]
            for key, unit in case["units"].items():
                if unit["kind"] == "infantry":
                    (bond,) = unit["bond"].values()
                    found.add((key in plot, str(unit["leans"]), bond["claim"]))
        assert len(found) == 2, found


def test_a_higher_rank_commands_more_men_and_is_given_more_of_a_chance():
    reached, odds = [], []
    for rank in RANKS:
        case = capital.make(Coup(rank, False, 2))
        units = case.scenario.units
        theirs = [key for key in units if units[key].of == "plotters"]
        men = [case.spread(f"units.{key}.present") or case.spread(f"units.{key}.roll") for key in theirs]
        reached.append(sum(spread.middle for spread in men))
        odds.append(case.spread("units.palace-guard.believes.plotters").middle)
    assert reached == sorted(reached, reverse=True) and odds == sorted(odds, reverse=True)


def test_only_who_holds_the_transmitter_parts_the_two_cases_of_a_rank():
    with_it, without = (written(Coup("middle", held)) for held in (True, False))
    parted = {section for section in with_it if with_it[section] != without[section]}
    assert parted <= {"id", "title", "sites", "units", "lines"}
    assert [key for key in with_it["sites"] if with_it["sites"][key] != without["sites"][key]] == ["transmitter"]
    assert [key for key in with_it["lines"] if with_it["lines"][key] != without["lines"][key]] == ["broadcast"]


@pytest.mark.parametrize(("given", "code"), [({"rank": "colonel"}, "E204"), ({"capital": -1}, "E206")])
def test_what_is_no_coup_is_refused(given, code):
    with pytest.raises(DualpowerError) as refused:
        Coup(**{"rank": "top", "transmitter": True, **given})
    assert refused.value.code == code


def test_even_beliefs_change_nothing_but_first_beliefs():
    plain, even = written(Coup("top", True)), written(Coup("top", True, even=True))
    assert {unit["believes"]["plotters"]["value"] for unit in even["units"].values()} == {"0.5..0.5"}
    for case in (plain, even):
        for unit in case["units"].values():
            del unit["believes"]
    assert {key for key in plain if plain[key] != even[key]} == {"id"}
