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
    shut = found.handed != "country"
    assert shut.any() and (held[shut, :CLOSED] == names.index("government")).all()  # open, it does nothing there
    for row, option in zip(held, found.handed, strict=True):
        if option != "country":
            assert names[row[CLOSED]] == option.split("-")[0]
    assert found.to_json()["handed_up"] == found.shares()
    assert sum(found.shares().values()) == pytest.approx(1)


def test_each_outcome_of_the_cities_has_a_meaning_in_the_country():
    problem = histories.compile_scenario(histories.load("russia-1917"))
    for town in ("moscow", "petrograd"):
        city, means = grains.read_opens(FOLDER / "tables" / "opens.csv", town)
        resolved = histories.load(city)
        assert set(resolved.scenario.outcomes) == set(means)
        rows = grains.option_rows(problem, f"{town}-grain", np.array(sorted(means.values()), dtype=object))
        assert rows.max() > 0 and (rows >= 0).sum() == len(means)


def test_what_cannot_be_opened_is_said():
    with pytest.raises(DualpowerError, match="no scenario of its own"):
        grains.open_town("russia-1917", "tver", runs=1)
    problem = histories.compile_scenario(histories.load("kremlin-call"))
    with pytest.raises(DualpowerError):
        grains.option_rows(problem, "tver-grain", np.array(["country"], dtype=object))
