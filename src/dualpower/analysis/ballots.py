"""The tables of an election: who may vote where, for whom, and what was published of the result.

What is drawn for each history is written as a range (``0.4..0.7``). Published returns are only compared
with. Their arithmetic is checked: no unit has more votes than ballots, or more ballots than voters; where a
unit's lists and seats are printed, D'Hondt's rule is reckoned again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from dualpower import draft as drafts
from dualpower.analysis.votes import dhondt
from dualpower.errors import Problem, ScenarioError, near
from dualpower.evidence.claim import read_quantity
from dualpower.evidence.towns import Cells, read_rows

THOUSAND = 1000.0
ROUNDING = 0.1  # points by which a printed share may miss
ROUNDED = 1.0005  # votes printed in round thousands may exceed their printed sum by so much
OF_AGE = 0.55  # no people has a larger part above twenty than this
NUMBERS = ("population_k", "towns_k", "soldiers_k", "workers_k")


Range = float | str  # a number, or 0.4..0.7


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Party(_Strict):
    """A list: its title, its colour in pictures, its names in published returns, and what these give it."""

    title: str
    colour: str = "#6B6B6B"
    published: tuple[str, ...] = ()
    target: tuple[float, float] | None = None  # per cent
    seats: tuple[int, int] | None = None


class Estate(_Strict):
    """Those who vote alike. With a ``unit`` they vote as it stands; without one their custom is an input."""

    turnout: Range
    because: str
    unit: str | None = None
    authority: str | None = None
    modelled: bool = False


class Nation(_Strict):
    """A nation whose people vote, in so large a part, for a list of their own."""

    party: str
    loyal: Range
    because: str


class Echo(_Strict):
    range: Range
    because: str


class Rules(_Strict):
    """What ``elections.yaml`` says (docs/format.md, 'An election')."""

    at: str
    seats_per: float  # thousand people
    seats_per_men: float  # thousand men at a front
    districts: str
    votes: str
    parties: dict[str, Party]
    benches: tuple[str, ...]
    stands: dict[str, Estate]
    inputs: dict[str, Estate]
    adults: Range
    dependants: Range
    echo: Echo
    nations: dict[str, Nation]
    split: dict[str, dict[str, Any]]


@dataclass(frozen=True)
class District:
    """One district: its people in thousands, its seats, and the towns whose soldiers and workers it is read from."""

    id: str
    title: str
    kind: str
    people: float
    townsmen: float
    soldiers: float
    workers: float
    nations: Mapping[str, float]  # share of the people, 0-1
    is_held: bool
    towns: tuple[str, ...]
    seats: int


@dataclass(frozen=True)
class Unit:
    """A unit of published returns: votes and seats by party as printed, and how many ballots were cast."""

    title: str
    kind: str
    votes: Mapping[str, float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    seats: Mapping[str, int] = field(default_factory=dict)
    total: float | None = None


def poll(district: str, estate: str) -> str:
    """Return the id of the watch that asks how an estate of a district stands on the day of the vote."""
    return f"polls-{district}-{estate}"


def span(text: Any) -> tuple[float, float]:
    """Return the ends of a range. Raises ValueError."""
    spread = read_quantity(text)
    return (spread.a, spread.a) if spread.kind == "fixed" else (spread.a, spread.b)


def read_rules(path: Path) -> Rules:
    """Read ``elections.yaml``. Raises ScenarioError with what is wrong in it."""
    draft = drafts.parse(drafts.read_text(path, str(path)), str(path), path.parent)
    if draft.problems:
        raise ScenarioError(list(draft.problems))
    try:
        rules = Rules.model_validate(draft.data)
    except ValidationError as error:
        raise ScenarioError([
            Problem("E876", ".".join(map(str, one["loc"])), one["msg"].lower(), str(path), 1, 1)
            for one in error.errors(include_url=False)
        ]) from None  # fmt: skip
    problems = [
        Problem("E876", where, f"no party is called {word!r}", str(path), 1, 1, near(word, rules.parties))
        for where, word in _named(rules)
        if word not in rules.parties
    ]
    if problems:
        raise ScenarioError(problems)
    return rules


def _named(rules: Rules) -> Iterable[tuple[str, str]]:
    """Yield every party that is named, and where."""
    yield from (("benches", word) for word in rules.benches)
    yield from ((f"nations.{key}", nation.party) for key, nation in rules.nations.items())
    for key, parts in rules.split.items():
        yield from ((f"split.{key}", word) for word in parts if word != "because")


def read_districts(path: Path, rules: Rules) -> list[District]:
    """Read the districts; seats follow from their people. Raises ScenarioError (E871, E872, E874)."""
    needed = ("district", "title", "kind", *NUMBERS, "held", "towns", *rules.nations)
    rows, problems = read_rows(path, needed)
    cells, found, seen = Cells(path, problems), [], dict[str, int]()
    for number, row in rows if not problems else []:
        if row["district"] in seen:
            cells.tell("E874", number, "district", f"{row['district']!r} stands in row {seen[row['district']]} already")
        seen.setdefault(row["district"], number)
        people, townsmen, soldiers, workers = (cells.number(number, c, row[c]) or 0.0 for c in NUMBERS)
        parts = {key: (cells.number(number, key, row[key]) or 0.0) / 100 for key in rules.nations}
        if sum(parts.values()) > 1:
            cells.tell("E875", number, next(iter(parts)), "the nations of the district are more than its people")
        seats = people / rules.seats_per if people else soldiers / rules.seats_per_men
        found.append(
            District(row["district"], row["title"], row["kind"], people, townsmen, soldiers, workers, parts,
                     row["held"] == "1", tuple(row["towns"].split()), max(1, int(seats + 0.5)))
        )  # fmt: skip
    if problems:
        raise ScenarioError(problems)
    return found


def read_votes(path: Path, electors: Mapping[str, float]) -> list[Unit]:
    """Read published returns.

    Args:
        electors: the most that could vote in a unit, by its title.
    Raises:
        ScenarioError: every fault with its row; E875 where votes exceed ballots, or ballots voters.
    """
    rows, problems = read_rows(path, ("unit", "kind", "party", "votes", "share", "seats", "total"))
    cells, units, seen = Cells(path, problems), dict[tuple[str, str], Unit](), set[tuple[str, str, str]]()
    last: dict[tuple[str, str], int] = {}
    for number, row in rows if not problems else []:
        key = (row["unit"], row["kind"])
        if (*key, row["party"]) in seen:
            cells.tell("E874", number, "party", f"{row['party']!r} stands twice in {row['unit']!r}")
        seen.add((*key, row["party"]))
        votes, share, seats, total = (cells.number(number, c, row[c]) for c in ("votes", "share", "seats", "total"))
        if share is not None and share > 100:
            cells.tell("E875", number, "share", f"{share:g} % is more than everybody")
        old = units.get(key, Unit(*key))
        units[key] = Unit(
            *key,
            votes={**old.votes, **({row["party"]: votes} if votes is not None else {})},
            shares={**old.shares, **({row["party"]: share} if share is not None else {})},
            seats={**old.seats, **({row["party"]: int(seats)} if seats is not None else {})},
            total=total if total is not None else old.total,
        )
        last[key] = number
    _too_many(cells, units, last, electors)
    if problems:
        raise ScenarioError(problems)
    return list(units.values())


def overlaps(unit: Unit) -> bool:
    """Say whether some rows of a unit hold others (``SR`` and ``SR with allies``): they must not be added."""
    return any(a != b and b.startswith(f"{a} with ") for a in unit.votes for b in unit.votes)


def _too_many(cells: Cells, units: Mapping[Any, Unit], rows: Mapping[Any, int], electors: Mapping[str, float]) -> None:
    for key, unit in units.items():
        if overlaps(unit):
            continue
        cast, ballots = sum(unit.votes.values()), unit.total
        if ballots is not None and cast > ballots * ROUNDED:
            cells.tell("E875", rows[key], "votes", f"{unit.title}: {cast:,.0f} votes of {ballots:,.0f} ballots")
        most = electors.get(unit.title)
        if most is not None and max(cast, ballots or 0.0) > most:
            cells.tell("E875", rows[key], "votes",
                       f"{unit.title}: {max(cast, ballots or 0.0):,.0f} votes of {most:,.0f} voters")  # fmt: skip


def audit(units: Iterable[Unit]) -> list[dict[str, Any]]:
    """Reckon published returns again: their sums, their printed shares, and their seats by D'Hondt's rule.

    Returns a row per unit with votes: ``unit``, ``kind``, ``cast``, ``total``, ``left`` (ballots without a party),
    ``share_error`` (points by which a printed share misses), ``seats``, ``dhondt`` (None where lists or seats are
    not printed) and ``agrees``.
    """
    found = []
    for unit in units:
        if not unit.votes:
            continue
        cast = sum(unit.votes.values())
        whole = unit.total
        off = [abs(100 * unit.votes[p] / whole - s) for p, s in unit.shares.items() if whole and p in unit.votes]
        agrees = None
        if unit.kind == "district" and unit.seats:
            lists = list(unit.votes)
            again = dhondt([int(unit.votes[p]) for p in lists], sum(unit.seats.values()))
            agrees = all(again[at] == unit.seats.get(p, 0) for at, p in enumerate(lists))
        found.append({
            "unit": unit.title, "kind": unit.kind, "cast": cast, "total": whole,
            "left": None if whole is None or overlaps(unit) else whole - cast,
            "share_error": max(off, default=None), "seats": sum(unit.seats.values()) or None, "agrees": agrees,
        })  # fmt: skip
    return found
