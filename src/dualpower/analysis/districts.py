"""Districts of an election: who lives there, of which peoples, and whose stands are read.

Two tables: districts with their people, towns, soldiers and workers in thousands, and the peoples of each in
per cent. Seats follow from the people. A people's share is nought where no list of its own stood.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from dualpower.analysis.ballots import Nation, Rules
from dualpower.errors import Problem, near
from dualpower.evidence import checks, tables

THOUSAND = 1000.0
OF_AGE = 0.55  # no people has a larger part above twenty than this
WHOLE = 100.5  # per cent, rounded shares together
SUMS = "correct the shares of this row, in per cent"
MOST_K = 1e6  # thousand people
NUMBERS = ("population_k", "towns_k", "soldiers_k", "workers_k", "mills_k")
COLUMNS = ("district", "title", "kind", *NUMBERS, "held", "towns", "council", "front")
NO_PEOPLE = ("district", "trust", "basis")  # columns of the table of peoples that are no people


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
    """Read the districts and their peoples.

    Raises:
        ScenarioError: with every fault of both tables (E861 to E867, E877); E876, a rule names an unknown
            district.
    """
    table, shares = tables.read(path, COLUMNS), tables.read(peoples, ("district", *rules.nations))
    ids = {tables.slug(name): name for _, name in table.cells("district")}
    checks.rows(table, "district")
    checks.names(table, ("district",), what="district")
    checks.numbers(table, NUMBERS, 0, MOST_K)
    checks.words(table, "held", ("0", "1"))
    checks.known(table, ("front",), ids.values(), what="district", blank=True)
    _check_peoples(shares, ids, rules)
    if not table.problems:
        table.problems += _unknown(rules, ids.values(), path)
    tables.raise_all(table, shares)
    own = {tables.slug(row["district"]): _own_lists(row, ids, rules) for row in shares.rows}
    return [_district(row, own[tables.slug(row["district"])], ids, rules) for row in table.rows]


def _district(row: tables.Row, nations: Mapping[str, float], ids: Mapping[str, str], rules: Rules) -> District:
    people, townsmen, soldiers, workers, mills = (tables.number_of(row[column]) or 0.0 for column in NUMBERS)
    seats = people / rules.seats_per if people else soldiers / rules.seats_per_men
    return District(
        id=row["district"],
        title=row["title"],
        kind=row["kind"],
        people=people,
        townsmen=townsmen,
        soldiers=soldiers,
        workers=workers,
        mills=mills,
        nations=nations,
        is_held=row["held"] == "1",
        towns=tuple(row["towns"].split()),
        council=row["council"],
        front=ids.get(tables.slug(row["front"]), ""),
        seats=max(1, int(seats + 0.5)),
    )


def _check_peoples(table: tables.Table, ids: Mapping[str, str], rules: Rules) -> None:
    """Note every fault of the table of peoples: its districts, its shares, and what they are together."""
    columns = [column for column in table.columns if column not in NO_PEOPLE]
    checks.names(table, ("district",), what="district")
    checks.known(table, ("district",), ids.values(), what="district", blank=True)
    checks.complete(table, "district", ids.values(), what="district")
    checks.numbers(table, columns, 0, WHOLE)
    estates = {key for key, nation in rules.nations.items() if nation.estate}
    for at, row in enumerate(table.rows):
        whole = sum(_share(row, column) for column in columns if column not in estates)
        if whole > WHOLE:
            table.fault("E867", at, columns[0], f"the nations of the district are {whole:g} % of its people", SUMS)
        own = 100 * sum(_own_lists(row, ids, rules).values())
        if own > WHOLE:
            table.fault("E867", at, columns[0], f"peoples with lists of their own are {own:g} % of the people", SUMS)


def _share(row: tables.Row, nation: str) -> float:
    """Return the per cent of a district's people; 0 where the cell is empty."""
    return tables.number_of(row[nation]) or 0.0


def _own_lists(row: tables.Row, ids: Mapping[str, str], rules: Rules) -> dict[str, float]:
    """Return the share, 0-1, of each people that has lists of its own in a district."""
    district = ids.get(tables.slug(row["district"]), "")
    return {key: _share(row, key) / 100 * stood(one, district) for key, one in rules.nations.items()}


def stood(nation: Nation, district: str) -> bool:
    """Say whether a people had lists of its own in a district."""
    return not nation.where or district in nation.where


def _unknown(rules: Rules, known: Collection[str], path: Path) -> Iterable[Problem]:
    """Yield every district that a rule names and no table knows."""
    named = [(f"nations.{key}.where", one.where) for key, one in rules.nations.items()]
    named += [(f"inputs.{key}.where", one.where) for key, one in rules.inputs.items()]
    for where, words in named:
        yield from (
            Problem("E876", where, f"no district is called {word!r}", str(path), 1, 1, near(word, known))
            for word in words if word not in known
        )  # fmt: skip
