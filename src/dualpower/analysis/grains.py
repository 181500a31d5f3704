"""A town of a country, opened into the city that it is and closed again.

A country runs a town as four or five places and half a dozen bodies of men. Where the town has a scenario of its own,
it can be opened: the city is run for each history, with its streets and gates; when its days are over it is closed,
and whoever holds it then holds the town in the country from that date on. In between the town does nothing there.
A city that ends divided is handed up as it is: who has its centre, who its railway, both sides in arms. Which end of
the city means what in the country stands in the country's ``tables/opens.csv``; the dates and the hand-over itself
stand in its scenario.

Run i of the city and run i of the country have one number of luck and draw the same universal parameters.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.errors import DualpowerError, near
from dualpower.evidence import tables

if TYPE_CHECKING:
    from dualpower.ensemble import Result

COLUMNS = ("town", "city", "outcome", "option", "held")


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


@dataclass(frozen=True)
class End:
    """A way in which a city can end, and what that is in the country.

    outcome  of the city
    option   of the country's decision
    held     site and authority of the city: it ends so only if each of these sites is held by that authority
    """

    outcome: str
    option: str
    held: tuple[tuple[str, str], ...] = ()


def read_opens(path: Path, town: str) -> tuple[str, list[End]]:
    """Return the city of a town, and what its ends are in the country; of two that fit a history the first counts.

    Raises:
        ScenarioError: E861, the table.
        DualpowerError: E868, a town that cannot be opened.
    """
    rows = tables.read(path, COLUMNS).checked()
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
    return cities.pop(), [End(row["outcome"], row["option"], _held(row["held"], path.name)) for row in mine]


def _held(text: str, file: str) -> tuple[tuple[str, str], ...]:
    """Read ``site:authority site:authority``."""
    pairs = [word.partition(":") for word in text.split()]
    if any(not site or not who for site, _, who in pairs):
        raise DualpowerError("E868", f"{text!r} in {file} is no list of SITE:AUTHORITY", "city-duma:vrk station:vrk")
    return tuple((site, who) for site, _, who in pairs)


def ends_of(city: Result, ends: list[End]) -> np.ndarray:
    """Return text [runs]: the country's option for each history of the city; ``country`` where none fits.

    Raises:
        DualpowerError: E868, an end names a site or an authority that the city does not have.
    """
    about = city.about
    fits = np.full((len(ends), len(city.outcome)), True)
    for row, end in zip(fits, ends, strict=True):
        row &= city.outcome == end.outcome
        for site, who in end.held:
            for word, known in ((site, about["sites"]), (who, about["authorities"])):
                if word not in known:
                    raise DualpowerError("E868", f"the city has no {word!r}", near(word, known))
            row &= city.holders(site)[:, -1] == list(about["authorities"]).index(who)
    options = [end.option for end in ends]
    return np.array([options[i.argmax()] if i.any() else "country" for i in fits.T], dtype=object)


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
    name, ends = read_opens(folder / "tables" / "opens.csv", town)
    city = histories.simulate(name, runs=runs, seed=seed, decisions=decisions, **how)
    lacking = sorted({*city.outcome.tolist()} - {end.outcome for end in ends} - {""})
    if lacking:
        raise DualpowerError(
            "E868", f"{name} can end as {', '.join(lacking)}, which opens.csv does not name", "add a row"
        )
    handed = ends_of(city, ends)
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
