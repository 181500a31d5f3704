"""What is known of the towns of a country: when each went over, and whether shots were fired.

One row is one town. An empty date and mode mean that nobody here knows (or that it is withheld for a
blind test): such a row is kept and scores nothing. ``none`` as mode means that the town did not go
over while the table looks; its date is left empty. Dates are of the Gregorian calendar, days since
1970-01-01 inside. Every fault of a table is told at once, each with its row.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dualpower.errors import Problem, ScenarioError, near

NAMES = ("city", "town")  # either word may head the column of names
NEEDED = ("city", "power_date_ns", "mode")
MODES = ("armed", "peaceful", "none")
EPOCH = date(1970, 1, 1)
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
    row: int = 0

    @property
    def armed(self) -> bool | None:
        """Whether shots decided the town; None where it is not known or never went over."""
        return self.mode == "armed" if self.mode in ("armed", "peaceful") else None

    @property
    def is_known(self) -> bool:
        """Whether anything of its outcome is known."""
        return self.day is not None or bool(self.mode)


def slug(title: str) -> str:
    """Return the id of a town: ``Nizhny Novgorod`` is ``nizhny-novgorod``."""
    return "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())


def read_rows(path: str | Path, needed: Sequence[str]) -> tuple[list[tuple[int, dict[str, str]]], list[Problem]]:
    """Return the rows of a CSV table with their line numbers, and what is wrong with the table as a whole.

    Raises:
        ScenarioError: E101, E103 or E112, the file cannot be read at all.
    """
    name = str(path)
    try:
        text = Path(path).read_bytes().decode("utf-8-sig")
    except OSError as trouble:
        raise ScenarioError(
            [Problem("E101", "", f"the table cannot be read: {trouble.strerror}", name, 1, 1)]
        ) from None
    except UnicodeDecodeError:
        raise ScenarioError([Problem("E103", "", "the table is not UTF-8", name, 1, 1)]) from None
    reader = csv.DictReader(io.StringIO(text, newline=""))
    head = [column.strip() for column in reader.fieldnames or ()]
    if NAMES[0] in needed and NAMES[0] not in head:
        head = [NAMES[0] if column == NAMES[1] else column for column in head]
    if not head:
        raise ScenarioError([Problem("E112", "", "the table is empty", name, 1, 1)])
    reader.fieldnames = head
    problems = [
        Problem("E871", column, f"the column {column!r} is missing", name, 1, 1,
                near(column, head) or f"a table has at least {', '.join(needed)}")
        for column in needed if column not in head
    ]  # fmt: skip
    rows = []
    for row in reader:
        cells = {key: (value or "").strip() for key, value in row.items() if key is not None}
        if row.get(None) is not None or any(value is None for value in row.values()):
            problems.append(
                Problem("E872", "", f"the row has not {len(head)} cells", name, reader.line_num, 1,
                        "put quotation marks round a text with a comma")
            )  # fmt: skip
        if any(cells.values()):
            rows.append((reader.line_num, cells))
    return rows, problems


class Cells:
    """Reads the cells of a table and keeps what is wrong with them."""

    def __init__(self, path: str | Path, problems: list[Problem]) -> None:
        self.file, self.problems = str(path), problems

    def tell(self, code: str, row: int, column: str, message: str, hint: str | None = None) -> None:
        self.problems.append(Problem(code, column, message, self.file, row, 1, hint))

    def day(self, row: int, column: str, text: str) -> int | None:
        """Return days since 1970 of ``1917-11-07``; None for an empty cell."""
        if not text:
            return None
        try:
            return (date.fromisoformat(text) - EPOCH).days
        except ValueError:
            self.tell("E872", row, column, f"{text[:40]!r} is no date", "write 1917-11-07, new style")
            return None

    def number(self, row: int, column: str, text: str) -> float | None:
        """Return a number from 0 up; None for an empty cell."""
        if not text:
            return None
        try:
            value = float(text)
        except ValueError:
            value = -1.0
        if not 0 <= value < 1e12:
            self.tell("E872", row, column, f"{text[:40]!r} is no number from 0 up", "write digits only, or nothing")
            return None
        return value


def read_towns(path: str | Path, known: Iterable[str] | None = None) -> list[Town]:
    """Read a record of towns.

    Args:
        path: a CSV file with at least ``city`` (or ``town``), ``power_date_ns`` and ``mode``; besides
            ``date_lo_ns``, ``date_hi_ns``, ``days_fighting``, ``dead``.
        known: ids of the towns there are; a town that is none of them is an error. None: any will do.
    Raises:
        ScenarioError: with every fault of the table, each with its row (E871 to E874).
    """
    rows, problems = read_rows(path, NEEDED)
    cells = Cells(path, problems)
    towns = [_town(cells, number, row) for number, row in rows] if "city" in (rows[0][1] if rows else {}) else []
    _check_names(cells, towns, None if known is None else set(known))
    if not rows and not problems:
        cells.tell("E877", 1, "", "the table holds no town")
    if problems:
        raise ScenarioError(problems)
    return towns


def _town(cells: Cells, number: int, row: dict[str, str]) -> Town:
    mode = row.get("mode", "")
    if mode and mode not in MODES:
        cells.tell("E872", number, "mode", f"{mode!r} is no mode", near(mode, MODES) or f"one of {', '.join(MODES)}")
        mode = ""
    day, low, high = (cells.day(number, c, row.get(c, "")) for c in ("power_date_ns", "date_lo_ns", "date_hi_ns"))
    if low is not None and high is not None and low > high:
        cells.tell("E872", number, "date_lo_ns", "the range of dates runs backwards", "the earlier date first")
    if mode == "none" and day is not None:
        cells.tell("E872", number, "power_date_ns", "a date is given though the town did not go over",
                   "leave the date empty, or say how it went over")  # fmt: skip
    return Town(
        id=slug(row["city"]),
        title=row["city"],
        day=day,
        low=low if low is not None else day,
        high=high if high is not None else day,
        mode=mode,
        days=cells.number(number, "days_fighting", row.get("days_fighting", "")),
        dead=cells.number(number, "dead", row.get("dead", "")),
        row=number,
    )


@dataclass(frozen=True)
class Place:
    """Where a town lies, how many live there, and what a plain table would go by."""

    id: str
    title: str
    north: float
    east: float
    people: float
    region: str
    cell: tuple[str, bool]


def read_places(path: str | Path) -> list[Place]:
    """Read the table of towns: ``city`` (or ``town``), ``lat``, ``lon``, and ``population``, ``region``, ``soviet``,
    ``rival`` where they are known.

    Raises:
        ScenarioError: with every fault of the table (E871, E872, E874).
    """
    rows, problems = read_rows(path, ("city", "lat", "lon"))
    cells, places, seen = Cells(path, problems), list[Place](), dict[str, int]()
    for number, row in rows if not problems else []:
        north, east, people = (cells.number(number, c, row.get(c, "")) for c in ("lat", "lon", "population"))
        code, rival = row.get("soviet", ""), row.get("rival", "")
        key = slug(row["city"])
        if key in seen:
            cells.tell("E874", number, "city", f"{row['city']!r} stands in row {seen[key]} already", "keep one")
        seen.setdefault(key, number)
        cell = (SAME_CODE.get(code, code), rival not in ("", UNRIVALLED))
        places.append(Place(key, row["city"], north or 0.0, east or 0.0, people or 0.0, row.get("region", ""), cell))
    if problems:
        raise ScenarioError(problems)
    return places


def _check_names(cells: Cells, towns: list[Town], known: set[str] | None) -> None:
    """Tell of towns that are not there, and of those that stand twice."""
    seen: dict[str, int] = {}
    for town in towns:
        if not town.id:
            cells.tell("E873", town.row, "city", "the row names no town")
        elif known is not None and town.id not in known:
            cells.tell("E873", town.row, "city", f"{town.title!r} is no town of this country", near(town.id, known))
        elif town.id in seen:
            cells.tell("E874", town.row, "city", f"{town.title!r} stands in row {seen[town.id]} already",
                       "keep one of the two rows")  # fmt: skip
        seen.setdefault(town.id, town.row)


def iso(day: float) -> str:
    """Return the date of a day since 1970 as ``1917-11-07``."""
    return date.fromordinal(EPOCH.toordinal() + round(day)).isoformat()
