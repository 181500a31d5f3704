"""A scenario of many towns: which site is a town's, and where its tables lie.

A country is a scenario with a ``country.yaml`` beside it. That file says whose coming is counted, how a
town's sites and watches are called (``{town}`` stands for its id) and which tables hold the towns, the
links between them, the record and the elections. The engine knows nothing of it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel, ConfigDict, ValidationError

from dualpower import draft as drafts
from dualpower.errors import Problem, ScenarioError, near
from dualpower.evidence import towns

if TYPE_CHECKING:
    from dualpower.scenario.resolve import Resolved

FILE = "country.yaml"


class Layout(BaseModel):
    """What ``country.yaml`` says. Paths are relative to the scenario's folder."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    winner: str  # the authority whose coming is counted
    place: str  # the site whose holder holds the town
    armed: str  # watch: above 0 where shots were exchanged in the town
    days: str | None = None  # watch: days of fighting
    lasting_days: int = 7  # a town has gone over from the day that begins so long an unbroken holding
    towns: str  # table of the towns: town, lat, lon, population
    links: str | None = None  # table of the links: from, to, kind
    record: str  # table of what happened to the towns
    capitals: tuple[str, ...] = ()  # towns that set the rest going
    shown: tuple[str, ...] = ()  # authorities in the order in which pictures show them
    fold_east: float | None = None  # degrees east beyond which the map is drawn at a third of the scale
    elections: str | None = None  # what elections.py reads


@dataclass(frozen=True)
class Country:
    """The layout of a country, and the folder that its paths start from."""

    folder: Path
    layout: Layout

    def path(self, name: str) -> Path:
        """Return the path of one of its tables."""
        return self.folder / name

    def place(self, town: str) -> str:
        """Return the site whose holder holds a town."""
        return self.layout.place.format(town=town)

    def read_known(self, path: str | Path) -> list[towns.Town]:
        """Read a record, each town with its region and kind; one that the country has not is an error.

        Raises:
            ScenarioError: every fault of the table, or else of the country's table of towns.
        """
        places = {place.id: place for place in self.places()}
        return [
            replace(one, title=places[one.id].title, region=places[one.id].region, cell=places[one.id].cell)
            for one in towns.read_towns(path, places)
        ]

    def places(self) -> list[towns.Place]:
        """Read the table of towns. Raises ScenarioError with every fault of the table."""
        return towns.read_places(self.path(self.layout.towns))

    def record(self) -> list[towns.Town]:
        """Read the country's own record, as ``read_known``."""
        return self.read_known(self.path(self.layout.record))


def find(resolved: Resolved) -> Country | None:
    """Return the country of a scenario; None where the scenario is no country.

    Raises:
        ScenarioError: ``country.yaml`` is there and cannot be read.
    """
    folder = resolved.draft.folder
    path = folder / FILE
    if not path.is_file():
        return None
    draft = drafts.parse(drafts.read_text(path, str(path)), str(path), folder)
    problems = list(draft.problems)
    try:
        layout = Layout.model_validate(draft.data)
    except ValidationError as error:
        for one in error.errors(include_url=False):
            word = str(one["loc"][-1]) if one["loc"] else ""
            code = {"missing": "E202", "extra_forbidden": "E201"}.get(one["type"], "E203")
            hint = near(word, Layout.model_fields) if code == "E201" else None
            problems.append(Problem(code, word, f"{FILE}: {one['msg'].lower()}", str(path), 1, 1, hint))
        raise ScenarioError(problems) from None
    problems += _names(resolved, layout, path)
    if problems:
        raise ScenarioError(problems)
    return Country(folder, layout)


def _names(resolved: Resolved, layout: Layout, path: Path) -> list[Problem]:
    """Tell of authorities that the scenario has not."""
    known: dict[str, Any] = dict(resolved.scenario.authorities)
    return [
        Problem("E210", word, f"{FILE}: no authority is called {word!r}", str(path), 1, 1, near(word, known))
        for word in (layout.winner, *layout.shown)
        if word not in known
    ]
