"""Districts of an election: who lives there, of which peoples, and whose stands are read.

Two tables: districts with their people, towns, soldiers and workers in thousands, and the peoples of each in
per cent. Seats follow from the people. A people's share is nought where no list of its own stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dualpower.analysis.ballots import Nation, Rules
from dualpower.errors import Problem, ScenarioError, near
from dualpower.evidence.towns import Cells, read_rows

THOUSAND = 1000.0
OF_AGE = 0.55  # no people has a larger part above twenty than this
WHOLE = 100.5  # per cent, rounded shares together
NUMBERS = ("population_k", "towns_k", "soldiers_k", "workers_k", "mills_k")
NAMES = ("district", "trust", "basis")  # columns of the table of peoples that are no people


@dataclass(frozen=True)
class District:
    """One district: its people in thousands, its seats, and the towns whose soldiers and workers it is read from.

    mills    workers of mills and mines outside its towns, in thousands
    council  where no town lies (a front): the majority of its councils, by which garrisons are found that stand alike
    front    whose armies stand in its villages, if any: a district of men only
    nations  share of the people that has lists of its own here, 0-1
    """

    id: str
    title: str
    kind: str
    people: float
    townsmen: float
    soldiers: float
    workers: float
    mills: float
    nations: Mapping[str, float]
    is_held: bool
    towns: tuple[str, ...]
    council: str
    front: str
    seats: int

    @property
    def most(self) -> float:
        """The most that could vote, in persons."""
        return THOUSAND * (OF_AGE * (self.people or self.townsmen) + self.soldiers)


def read_districts(path: Path, peoples: Path, rules: Rules) -> list[District]:
    """Read the districts and their peoples. Raises ScenarioError (E871, E872, E874 to E876)."""
    rows, problems = read_rows(path, ("district", "title", "kind", *NUMBERS, "held", "towns", "council", "front"))
    cells, found, seen = Cells(path, problems), [], dict[str, int]()
    shares = _read_peoples(peoples, rules, problems, [row["district"] for _, row in rows])
    for number, row in rows if not problems else []:
        name = row["district"]
        if name in seen:
            cells.tell("E874", number, "district", f"{name!r} stands in row {seen[name]} already")
        seen.setdefault(name, number)
        people, townsmen, soldiers, workers, mills = (cells.number(number, c, row[c]) or 0.0 for c in NUMBERS)
        seats = people / rules.seats_per if people else soldiers / rules.seats_per_men
        found.append(
            District(name, row["title"], row["kind"], people, townsmen, soldiers, workers, mills, shares[name],
                     row["held"] == "1", tuple(row["towns"].split()), row["council"], row["front"],
                     max(1, int(seats + 0.5)))
        )  # fmt: skip
        if row["front"] and not any(row["front"] == other["district"] for _, other in rows):
            cells.tell("E876", number, "front", f"no district is called {row['front']!r}")
    problems += _unknown(rules, seen, path)
    if problems:
        raise ScenarioError(problems)
    return found


def _read_peoples(
    path: Path, rules: Rules, problems: list[Problem], needed: Sequence[str]
) -> dict[str, dict[str, float]]:
    """Return, of each district, the share of each people that has lists of its own there."""
    rows, faults = read_rows(path, ("district", *rules.nations))
    cells, found = Cells(path, faults), dict[str, dict[str, float]]()
    for number, row in rows if not faults else []:
        part = {key: cells.number(number, key, row[key]) or 0.0 for key in row if key not in NAMES}
        whole = sum(x for key, x in part.items() if not (key in rules.nations and rules.nations[key].estate))
        if max(whole, *part.values()) > WHOLE:
            cells.tell("E875", number, next(iter(part)), "the nations of the district are more than its people")
        own = {key: part[key] / 100 * stood(one, row["district"]) for key, one in rules.nations.items()}
        if sum(own.values()) > WHOLE / 100:
            cells.tell("E875", number, next(iter(own)), "peoples with lists of their own are more than the people")
        if row["district"] in found:
            cells.tell("E874", number, "district", f"{row['district']!r} stands twice")
        found[row["district"]] = own
    faults += [
        Problem("E876", "district", f"nothing says which peoples live in {name!r}", str(path), 1, 1, near(name, found))
        for name in needed if not faults and name not in found
    ]  # fmt: skip
    problems += faults
    return found


def stood(nation: Nation, district: str) -> bool:
    """Say whether a people had lists of its own in a district."""
    return not nation.where or district in nation.where


def _unknown(rules: Rules, known: Mapping[str, int], path: Path) -> Iterable[Problem]:
    """Yield every district that a rule names and no table knows."""
    named = [(f"nations.{key}.where", one.where) for key, one in rules.nations.items()]
    named += [(f"inputs.{key}.where", one.where) for key, one in rules.inputs.items()]
    for where, words in named:
        yield from (
            Problem("E876", where, f"no district is called {word!r}", str(path), 1, 1, near(word, known))
            for word in words if word not in known
        )  # fmt: skip
