"""What an election is reckoned from, and what was published of its result.

What is drawn for each history is written as a range (``0.4..0.7``). Published returns are only compared
with. Their arithmetic is checked: no unit has more votes than ballots, or more ballots than voters; where a
unit's lists and seats are printed, D'Hondt's rule is reckoned again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from dualpower import draft as drafts
from dualpower.analysis.votes import dhondt
from dualpower.errors import Problem, ScenarioError, near
from dualpower.evidence import checks, tables
from dualpower.evidence.claim import read_quantity

ROUNDING = 0.1  # points by which a printed share may miss
MOST = 1e9  # votes, or ballots
MOST_SEATS = 1e5
COLUMNS = ("unit", "kind", "party", "votes", "share", "seats", "total")
ROUNDED = 1.0005  # votes printed in round thousands may exceed their printed sum by so much

Range = float | str  # a number, or 0.4..0.7


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Party(_Strict):
    """A list: its title, its colour in pictures, its names in published returns, and what these give it.

    ``title`` is a text by language; a plain word is English.
    """

    title: str | dict[Literal["en", "es", "pl", "ru"], str]
    colour: str = "#6B6B6B"
    published: tuple[str, ...] = ()
    target: tuple[float, float] | None = None  # per cent
    seats: tuple[int, int] | None = None

    @property
    def titles(self) -> dict[str, str]:
        """The title by language."""
        return (
            {"en": self.title}
            if isinstance(self.title, str)
            else {str(code): said for code, said in self.title.items()}
        )


class Estate(_Strict):
    """Those who vote as a unit of theirs stands."""

    turnout: Range
    because: str
    unit: str
    authority: str
    modelled: bool = False


class Custom(_Strict):
    """Those who have no unit and vote by custom: an input. ``where`` names their districts (none: all the others)."""

    of: Literal["townsfolk", "small-towns", "villagers"]
    turnout: Range
    because: str
    where: tuple[str, ...] = ()


class Nation(_Strict):
    """A people with lists of its own: which, and where they stood (nowhere named: everywhere).

    ``party`` is one list, or several with their parts. An ``estate`` is counted across the peoples.
    """

    party: str | dict[str, Range]
    because: str
    where: tuple[str, ...] = ()
    estate: bool = False

    @property
    def lists(self) -> dict[str, Range]:
        """The lists, and what part each has of those who vote for lists of their own."""
        return {self.party: 1.0} if isinstance(self.party, str) else self.party


class Drawn(_Strict):
    """A range that is drawn anew for each history."""

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
    inputs: dict[str, Custom]
    peoples: str
    adults: Drawn
    dependants: Drawn
    small_towns: Drawn
    mills: Drawn
    echo: Drawn
    own_lists: Drawn
    nations: dict[str, Nation]
    split: dict[str, dict[str, Any]]


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
    problems += [
        Problem("E876", f"split.{key}", f"nothing says how {key} divide", str(path), 1, 1, near(key, rules.split))
        for key in _divided(rules) if key not in rules.split
    ]  # fmt: skip
    if problems:
        raise ScenarioError(problems)
    return rules


def _divided(rules: Rules) -> Iterable[str]:
    """Yield everything that a split is needed for."""
    for name in rules.stands:
        yield from (f"{name}-with", f"{name}-rest")
    yield from rules.inputs


def _named(rules: Rules) -> Iterable[tuple[str, str]]:
    """Yield every party that is named, and where."""
    yield from (("benches", word) for word in rules.benches)
    yield from ((f"nations.{key}", word) for key, nation in rules.nations.items() for word in nation.lists)
    for key, parts in rules.split.items():
        yield from ((f"split.{key}", word) for word in parts if word != "because")


def read_votes(path: Path, electors: Mapping[str, float]) -> list[Unit]:
    """Read published returns.

    Args:
        electors: the most that could vote in a unit, by its title.
    Raises:
        ScenarioError: every fault with its row (E861, E862, E865); E867 where votes exceed ballots, or ballots voters.
    """
    table = tables.read(path, COLUMNS)
    checks.names(table, ("unit", "kind", "party"), what="party of a unit")
    checks.numbers(table, ("votes", "total"), 0, MOST)
    checks.numbers(table, ("share",), 0, 100)
    checks.numbers(table, ("seats",), 0, MOST_SEATS, whole=True)
    units: list[Unit] = []
    for rows in _units(table).values():
        units.append(_unit([table.rows[at] for at in rows]))
        _check_sums(table, rows[-1], units[-1], electors)
    tables.raise_all(table)
    return units


def _units(table: tables.Table) -> dict[tuple[str, str], list[int]]:
    """Return the rows of each unit, by its title and kind."""
    found: dict[tuple[str, str], list[int]] = {}
    for at, row in enumerate(table.rows):
        found.setdefault((row["unit"], row["kind"]), []).append(at)
    return found


def _unit(rows: Sequence[tables.Row]) -> Unit:
    """Put the rows of a unit together; its ballots are the last total that a row gives."""

    def counted(column: str) -> dict[str, float]:
        cells = {row["party"]: tables.number_of(row[column]) for row in rows}
        return {party: value for party, value in cells.items() if value is not None}

    totals = [total for row in rows if (total := tables.number_of(row["total"])) is not None]
    return Unit(
        title=rows[0]["unit"],
        kind=rows[0]["kind"],
        votes=counted("votes"),
        shares=counted("share"),
        seats={party: int(seats) for party, seats in counted("seats").items()},
        total=totals[-1] if totals else None,
    )


def _check_sums(table: tables.Table, at: int, unit: Unit, electors: Mapping[str, float]) -> None:
    """Note where a unit has more votes than ballots, or more ballots than voters; its last row is named."""
    if overlaps(unit):
        return
    cast, ballots = sum(unit.votes.values()), unit.total
    cure = "look the numbers of the unit up again; votes are not in thousands"
    if ballots is not None and cast > ballots * ROUNDED:
        table.fault("E867", at, "votes", f"{unit.title}: {cast:,.0f} votes of {ballots:,.0f} ballots", cure)
    voted, most = max(cast, ballots or 0.0), electors.get(unit.title)
    if most is not None and voted > most:
        table.fault("E867", at, "votes", f"{unit.title}: {voted:,.0f} votes of {most:,.0f} voters", cure)


def overlaps(unit: Unit) -> bool:
    """Say whether some rows of a unit hold others (``SR`` and ``SR with allies``): they must not be added."""
    return any(a != b and b.startswith(f"{a} with ") for a in unit.votes for b in unit.votes)


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
