"""What is known of the towns of a country: when each went over, and whether shots were fired.

One row is one town. An empty date and mode mean that nobody here knows (or that it is withheld for a
blind test): such a row is kept and scores nothing. ``none`` as mode means that the town did not go
over while the table looks; its date is left empty. Dates are of the Gregorian calendar, days since
1970-01-01 inside. ``tables`` reads the rows, ``checks`` says what may stand in them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from dualpower.clock import date_of, day_number
from dualpower.evidence import checks, tables
from dualpower.evidence.tables import slug

ALSO = {"city": "town"}  # either word may head the column of names
NEEDED = ("town", "power_date_ns", "mode")
WHERE = ("town", "lat", "lon")
DATES = ("power_date_ns", "date_lo_ns", "date_hi_ns")
MODES = ("armed", "peaceful", "none")
EPOCH = day_number(1970, 1, 1, "gregorian")
MOST_DAYS, MOST_PEOPLE = 1000, 1e8
UNRIVALLED = "none_or_salvation_committee"
# Two codes that the tables of the yardstick count as one.
SAME_CODE = {"BL": "B"}


@dataclass(frozen=True)
class Town:
    """One row of a record.

    id       small letters and hyphens; ``title`` as the table writes it
    day      on which the town went over, as most lists print it; None if it did not, or nobody knows
    low, high  earliest and latest day that any source gives
    armed    whether shots decided it; None where nobody knows
    days     days of fighting; dead: all sides; NaN is never used, None says unknown
    cell     the code of its council and whether a rival is named: what a plain table would go by
    """

    id: str
    title: str
    region: str = ""
    day: int | None = None
    low: int | None = None
    high: int | None = None
    mode: str = ""
    days: float | None = None
    dead: float | None = None
    cell: tuple[str, bool] = ("", False)

    @property
    def armed(self) -> bool | None:
        """Whether shots decided the town; None where it is not known or never went over."""
        return self.mode == "armed" if self.mode in ("armed", "peaceful") else None

    @property
    def is_known(self) -> bool:
        """Whether anything of its outcome is known."""
        return self.day is not None or bool(self.mode)


@dataclass(frozen=True)
class Place:
    """Where a town lies, how many live there, and what a plain table would go by.

    north, east  degrees; south and west are below 0. people: 0 where nobody knows
    """

    id: str
    title: str
    north: float
    east: float
    people: float
    region: str
    cell: tuple[str, bool]


def read_towns(path: str | Path, known: Iterable[str] | None = None) -> list[Town]:
    """Read a record of towns.

    Args:
        path: a CSV file with at least ``town`` (or ``city``), ``power_date_ns`` and ``mode``; besides
            ``date_lo_ns``, ``date_hi_ns``, ``days_fighting``, ``dead``.
        known: ids of the towns there are; a town that is none of them is an error. None: any will do.
    Raises:
        ScenarioError: with every fault of the table, each with its row (E861 to E866); E877, it has no row.
    """
    table = tables.read(path, NEEDED, also=ALSO)
    check_towns(table, known)
    checks.rows(table, "town")
    return [_town(row) for row in table.checked()]


def check_towns(table: tables.Table, known: Iterable[str] | None = None) -> None:
    """Note every fault of a record of towns: names, dates, modes, days of fighting and dead."""
    checks.names(table)
    if known is not None:
        checks.known(table, ("town",), known, blank=True)
    checks.dates(table, DATES)
    checks.order(table, "date_lo_ns", "power_date_ns", "date_hi_ns")
    checks.words(table, "mode", MODES, blank=True)
    checks.numbers(table, ("days_fighting",), 0, MOST_DAYS)
    checks.numbers(table, ("dead",), 0, MOST_PEOPLE)
    for at, text in table.cells("power_date_ns"):
        if text and table.rows[at]["mode"] == "none":
            table.fault("E864", at, "power_date_ns", "a date is given though the town did not go over",
                        "leave the date empty, or say how it went over")  # fmt: skip


def _town(row: tables.Row) -> Town:
    day, low, high = (_day(row.get(column, "")) for column in DATES)
    return Town(
        id=slug(row["town"]),
        title=row["town"],
        day=day,
        low=low if low is not None else day,
        high=high if high is not None else day,
        mode=row["mode"],
        days=tables.number_of(row.get("days_fighting", "")),
        dead=tables.number_of(row.get("dead", "")),
    )


def read_places(path: str | Path) -> list[Place]:
    """Read the table of towns: ``town`` (or ``city``), ``lat``, ``lon``, and ``population``, ``region``, ``soviet``,
    ``rival`` where they are known.

    Raises:
        ScenarioError: with every fault of the table (E861, E862, E865); E877, it has no row.
    """
    table = tables.read(path, WHERE, also=ALSO)
    checks.rows(table, "town")
    checks.names(table)
    checks.numbers(table, ("lat",), -90, 90, blank=False)
    checks.numbers(table, ("lon",), -180, 180, blank=False)
    checks.numbers(table, ("population",), 0, MOST_PEOPLE)
    return [_place(row) for row in table.checked()]


def _place(row: tables.Row) -> Place:
    code, rival = row.get("soviet", ""), row.get("rival", "")
    return Place(
        id=slug(row["town"]),
        title=row["town"],
        north=float(row["lat"]),
        east=float(row["lon"]),
        people=tables.number_of(row.get("population", "")) or 0.0,
        region=row.get("region", ""),
        cell=(SAME_CODE.get(code, code), rival not in ("", UNRIVALLED)),
    )


def _day(text: str) -> int | None:
    """Return days since 1970; None for an empty cell."""
    return tables.day_of(text) - EPOCH if text else None


def iso(day: float) -> str:
    """Return the date of a day since 1970 as ``1917-11-07``."""
    return "{:04d}-{:02d}-{:02d}".format(*date_of(EPOCH + round(day), "gregorian"))
