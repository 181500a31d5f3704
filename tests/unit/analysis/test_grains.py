"""A town of the country is run as a city, closed on its date, and the city's result is the town's."""

import numpy as np
import pytest

from dualpower.analysis import grains, histories
from dualpower.errors import DualpowerError
from dualpower.scenario import catalog

FOLDER = catalog.FOLDER / "russia-1917"
CLOSED = 10  # days from the country's start to the end of Moscow's own scenario


def test_the_result_of_moscow_is_handed_up_at_its_end():
    found = grains.open_town("russia-1917", "moscow", runs=3, seed=1917)
    assert found.city.scenario == "moscow-1917" and len(found.handed) == 3
    names = list(found.country.about["authorities"])
    held = found.country.holders("moscow-hall")
    shut = np.char.endswith(found.handed.astype(str), "-hold") | np.char.endswith(found.handed.astype(str), "-holds")
    assert shut.any() and (held[shut, :CLOSED] == names.index("government")).all()  # open, it does nothing there
    for row, option in zip(held, found.handed, strict=True):
        assert names[row[CLOSED]] == option.split("-")[1 if option.startswith("centre") else 0]
    assert found.to_json()["handed_up"] == found.shares()
    assert sum(found.shares().values()) == pytest.approx(1)


def test_each_outcome_of_the_cities_has_a_meaning_in_the_country():
    problem = histories.compile_scenario(histories.load("russia-1917"))
    for town in ("moscow", "petrograd"):
        city, ends = grains.read_opens(FOLDER / "tables" / "opens.csv", town)
        resolved = histories.load(city)
        assert set(resolved.scenario.outcomes) == {end.outcome for end in ends}
        named = [pair for end in ends for pair in end.held]
        assert {site for site, _ in named} <= set(resolved.scenario.sites)
        assert {who for _, who in named} <= set(resolved.scenario.authorities)
        assert ends[-1].outcome == "divided" and not ends[-1].held  # every end of the city is some end
        rows = grains.option_rows(problem, f"{town}-grain", np.array([end.option for end in ends], dtype=object))
        assert rows.max() > 0 and (rows >= 0).sum() == len(ends)


def test_a_city_that_ends_divided_is_handed_up_as_it_is():
    problem = histories.compile_scenario(histories.load("russia-1917"))
    sides = [(centre, rail) for centre in ("soviets", "government") for rail in ("soviets", "government")]
    options = np.array([f"centre-{centre}-rail-{rail}" for centre, rail in sides], dtype=object)
    rows = grains.option_rows(problem, "moscow-grain", options)
    found = histories.simulate("russia-1917", runs=len(sides), seed=1917, options=rows)
    names = list(found.about["authorities"])
    for place, side in (("moscow-hall", 0), ("moscow-station", 1)):
        held = [names[i] for i in found.holders(place)[:, CLOSED]]
        assert held == [pair[side] for pair in sides]


def test_of_two_ends_that_fit_the_first_counts():
    city = histories.simulate("kremlin-call", runs=12, seed=3)
    names, sites = list(city.about["authorities"]), list(city.about["sites"])
    site = next(s for s in sites if len(set(city.holders(s)[:, -1].tolist())) > 1)
    last = city.holders(site)[:, -1]
    who = names[max(last)]
    outcomes = sorted({*city.outcome.tolist()})
    ends = [grains.End(o, f"{o}-held", ((site, who),)) for o in outcomes] + [grains.End(o, o) for o in outcomes]
    expected = [o + ("-held" if h == max(last) else "") for o, h in zip(city.outcome.tolist(), last, strict=True)]
    assert grains.ends_of(city, ends).tolist() == expected
    with pytest.raises(DualpowerError, match="no 'atlantis'"):
        grains.ends_of(city, [grains.End(outcomes[0], "country", (("atlantis", who),))])


def test_what_cannot_be_opened_is_said():
    with pytest.raises(DualpowerError, match="no scenario of its own"):
        grains.open_town("russia-1917", "tver", runs=1)
    problem = histories.compile_scenario(histories.load("kremlin-call"))
    with pytest.raises(DualpowerError):
        grains.option_rows(problem, "tver-grain", np.array(["country"], dtype=object))
