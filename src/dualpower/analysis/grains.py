"""A town of a country, opened into the city that it is and closed again.

A country runs a town as four or five places and half a dozen bodies of men. Where the town has a scenario of its own,
it can be opened: the city is run for each history, with its streets and gates; when its days are over it is closed,
and whoever holds it then holds the town in the country from that date on. In between the town does nothing there.
A city that ends divided is not handed up: the country's own rules decide. Which outcome of the city means what in the
country stands in the country's ``tables/opens.csv``; the dates and the hand-over itself stand in its scenario.

Run i of the city and run i of the country have one number of luck and draw the same universal parameters.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.errors import DualpowerError, near
from dualpower.scenario import tables

if TYPE_CHECKING:
    from dualpower.ensemble import Result

COLUMNS = ("town", "city", "outcome", "option")


@dataclass(frozen=True)
class Opened:
    """A country whose town was run as a city.

    city     the city's histories
    country  the country's, run i beside run i of the city
    whole    the country's with the town left a town, on the same luck
    handed   text [runs]: the option of the country's decision that each history of the city came to
    """

    town: str
    city: Result
    country: Result
    whole: Result
    handed: np.ndarray

    def shares(self) -> dict[str, float]:
        """Return what was handed up, as shares of the histories."""
        words, counts = np.unique(self.handed, return_counts=True)
        return {str(word): float(count) / len(self.handed) for word, count in zip(words, counts, strict=True)}

    def to_json(self) -> dict[str, Any]:
        """Return town, city, runs, shares handed up, and shares of the country's outcomes with and without."""
        return {
            "town": self.town,
            "city": self.city.scenario,
            "runs": len(self.handed),
            "handed_up": self.shares(),
            "outcomes": {
                name: {
                    "opened": float((self.country.outcome == name).mean()),
                    "whole": float((self.whole.outcome == name).mean()),
                }
                for name in sorted({*self.country.outcome.tolist(), *self.whole.outcome.tolist()} - {""})
            },
        }


def read_opens(path: Path, town: str) -> tuple[str, dict[str, str]]:
    """Return the city of a town, and the country's option for each outcome of the city.

    Raises:
        ScenarioError: E861, the table.
        DualpowerError: E868, a town that cannot be opened.
    """
    rows = tables.read(path, COLUMNS).rows
    mine = [row for row in rows if tables.slug(row["town"]) == tables.slug(town)]
    if not mine:
        known = sorted({tables.slug(row["town"]) for row in rows})
        raise DualpowerError(
            "E868", f"{town!r} has no scenario of its own", near(town, known) or f"it can be {', '.join(known)}"
        )
    cities = {row["city"] for row in mine}
    if len(cities) > 1:
        raise DualpowerError(
            "E868", f"{town!r} is two cities in {path.name}: {', '.join(sorted(cities))}", "one town, one city"
        )
    return cities.pop(), {row["outcome"]: row["option"] for row in mine}


def open_town(
    country: str, town: str, *, runs: int = 100, seed: int = 0, decisions: str = "drawn", **how: Any
) -> Opened:
    """Run a town of a country as a city, hand the result up, and run the country with it.

    Args:
        country: a country's id, file or folder.
        town: one of its towns that has a scenario of its own.
        runs, seed, decisions: as in ``simulate``.
        how: threads, progress: as in ``simulate``.
    Raises:
        ScenarioError: a scenario or the table of openings has problems.
        DualpowerError: E868, the town cannot be opened; impossible runs or seed.
    """
    from dualpower.analysis import histories
    from dualpower.scenario import catalog

    path = catalog.find(country)
    folder = path if path.is_dir() else path.parent
    name, means = read_opens(folder / "tables" / "opens.csv", town)
    city = histories.simulate(name, runs=runs, seed=seed, decisions=decisions, **how)
    lacking = sorted({*city.outcome.tolist()} - {*means, ""})
    if lacking:
        raise DualpowerError(
            "E868", f"{name} can end as {', '.join(lacking)}, which opens.csv does not name", "add a row"
        )
    handed = np.array([means.get(outcome, "country") for outcome in city.outcome.tolist()], dtype=object)
    problem = histories.compile_scenario(histories.load(path))
    rows = option_rows(problem, f"{tables.slug(town)}-grain", handed)
    opened = histories.simulate(path, runs=runs, seed=seed, decisions=decisions, options=rows, **how)
    whole = histories.simulate(path, runs=runs, seed=seed, decisions=decisions, **how)
    return Opened(tables.slug(town), city, opened, whole, handed)


def option_rows(problem: Any, decision: str, options: np.ndarray) -> np.ndarray:
    """Return int16 [runs, decisions]: one decision fixed run by run, all others drawn (-1).

    Raises:
        DualpowerError: E868, the country has no such decision or option.
    """
    known = [one.id for one in problem.decisions]
    if decision not in known:
        raise DualpowerError("E868", f"the country has no decision {decision!r}", near(decision, known))
    at = known.index(decision)
    codes = {option.id: code for code, option in enumerate(problem.decisions[at].options)}
    wrong = sorted(set(options.tolist()) - set(codes))
    if wrong:
        raise DualpowerError("E868", f"{decision} has no option {wrong[0]!r}", near(wrong[0], codes))
    rows = np.full((len(options), len(known)), -1, np.int16)
    rows[:, at] = [codes[word] for word in options.tolist()]
    return rows
