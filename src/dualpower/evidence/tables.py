"""Tables of a country: towns, the ways between them, what is on record about them.

A country is too large to be written by hand. Its facts are kept as plain tables (CSV, UTF-8, the first row names the
columns). Whoever reads one, the project or a stranger with a record of his own, reads it here. What is wrong with it
is noted fault by fault and said all at once, each with its file, row, column and cure. Rows are counted as a
spreadsheet counts them, the one that names the columns being row 1; a row without a single value is passed over.
``checks`` says which values a column may have.

Rests on: nothing; this module only refuses what cannot be meant.
"""

from __future__ import annotations

import csv
import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dualpower.clock import day_number
from dualpower.errors import Problem, ScenarioError, near

MOST_BYTES = 5_000_000
HEAD = -1  # in place of a row's index: the row that names the columns
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?\Z", re.ASCII)

Row = dict[str, str]


@dataclass
class Table:
    """Rows of one file, and what is wrong with them so far.

    name      the file, as it was named
    columns   those that the file has, as the reader calls them
    written   how the file writes them
    rows      text by column; a column that was asked for and is missing is empty in every row
    numbers   where each of the rows stands in the file, from 2 up
    """

    name: str
    columns: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    rows: list[Row] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def fault(self, code: str, at: int, column: str, message: str, hint: str) -> None:
        """Note a fault of row `at` (0: the first below the names; HEAD: the names) in a column, and its cure."""
        place = self.columns.index(column) if column in self.columns else -1
        named = self.written[place] if place >= 0 else column
        self.problems.append(Problem(code, named, message, self.name, self.number(at), place + 1, hint))

    def number(self, at: int) -> int:
        """Return the number that row `at` has in a spreadsheet."""
        return 1 if at == HEAD else self.numbers[at]

    def cells(self, column: str) -> Iterator[tuple[int, str]]:
        """Yield each row's index and its text in a column; nothing where the column is missing, as said already."""
        if column in self.columns:
            yield from ((at, row[column]) for at, row in enumerate(self.rows))

    def checked(self) -> list[Row]:
        """Return the rows. Raises ScenarioError with every fault noted, if there is one."""
        raise_all(self)
        return self.rows


def raise_all(*tables: Table) -> None:
    """Raise ScenarioError with every fault noted in any of the tables, if there is one."""
    problems = [problem for table in tables for problem in table.problems]
    if problems:
        raise ScenarioError(problems)


def slug(name: str) -> str:
    """Return the id of a town: ``Nizhny Novgorod`` is ``nizhny-novgorod``."""
    return "-".join("".join(c if c.isalnum() else " " for c in name.lower()).split())


def day_of(text: str) -> int:
    """Return the Julian Day Number of a Gregorian date. Raises ValueError with what is impossible about it."""
    match = _DATE.match(text)
    if not match:
        raise ValueError(f"{text[:40]!r} is not a date")
    year, month, day = (int(part) for part in match.groups())
    if not year:
        raise ValueError("there is no year 0")
    return day_number(year, month, day, "gregorian")


def number_of(text: str) -> float | None:
    """Return what a cell counts; None where it is empty or holds no number."""
    value = float(text) if _NUMBER.match(text) else math.inf
    return value if math.isfinite(value) else None


def read(
    path: str | Path, columns: Sequence[str], *, text: str | None = None, also: Mapping[str, str] | None = None
) -> Table:
    """Return the rows of a CSV file as they stand, and note what is wrong with the file as a whole (E861).

    Args:
        path: the file.
        columns: those that must be there; every missing one is noted. Others are kept.
        text: the file's content, where it is already at hand.
        also: other names that a column may have: ``{"city": "town"}``.
    """
    table = Table(str(path))
    body = _content(Path(path), table) if text is None else text
    lines = [] if table.problems else _lines(body, table)
    if not table.problems and not (lines and any(lines[0])):
        table.fault("E861", HEAD, "", "the first row is empty", f"it names the columns: {', '.join(columns)}")
    if table.problems:
        return table
    _read_names(table, lines[0], also or {})
    _tell_names(table, columns)
    for number, line in enumerate(lines[1:], 2):
        if any(line):
            _read_row(table, number, line, columns)
    return table


def _content(path: Path, table: Table) -> str:
    """Return what is in a file, or note why it cannot be had."""
    try:
        with path.open("rb") as file:
            body = file.read(MOST_BYTES + 1)
        if len(body) <= MOST_BYTES:
            return body.decode("utf-8-sig")
        table.fault("E861", HEAD, "", f"the table has more than {MOST_BYTES:,} bytes", "leave out what nothing reads")
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        table.fault("E861", HEAD, "", f"the table cannot be read: {why}", "name a file that is there and may be read")
    except UnicodeDecodeError:
        table.fault("E861", HEAD, "", "the table is not UTF-8", "save it as CSV in UTF-8")
    return ""


def _lines(text: str, table: Table) -> list[list[str]]:
    """Return the cells of each row without the spaces round them; note a row that cannot be taken apart."""
    found: list[list[str]] = []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        while (cells := next(reader, None)) is not None:
            found.append([cell.strip() for cell in cells])
    except csv.Error as damage:
        cure = "close every quotation mark, and write one that is part of a text twice"
        message = f"the row cannot be read: {damage}"
        table.problems.append(Problem("E861", "", message, table.name, len(found) + 1, 0, cure))
    return found


def _read_names(table: Table, cells: Sequence[str], also: Mapping[str, str]) -> None:
    """Take the columns' names from the first row; nameless ones at its end are left by spreadsheets, and are none."""
    last = max(at for at, cell in enumerate(cells) if cell) + 1
    table.written = tuple(cells[:last])
    table.columns = tuple(also.get(cell, cell) for cell in table.written)


def _tell_names(table: Table, columns: Sequence[str]) -> None:
    """Note every column that is missing, or stands there twice."""
    found = table.columns
    for column in columns:
        if column not in found:
            commas = "separate the columns with commas" if len(found) == 1 and re.search(r"[;\t]", found[0]) else None
            cure = commas or near(column, found) or f"the first row names at least {', '.join(columns)}"
            table.fault("E861", HEAD, column, f"the column {column!r} is missing", cure)
    for column in sorted({name for name in found if name and found.count(name) > 1}):
        names = [word for name, word in zip(found, table.written, strict=True) if name == column]
        table.fault(
            "E861", HEAD, column, f"the column {column!r} stands there twice", f"keep one of {', '.join(names)}"
        )


def _read_row(table: Table, number: int, cells: Sequence[str], columns: Sequence[str]) -> None:
    """Add a row, and note cells that are missing, or that stand below no name."""
    at, wide = len(table.rows), len(table.columns)
    named = dict(zip(table.columns, cells, strict=False))
    lost = [cell for place, cell in enumerate(cells) if cell and (place >= wide or not table.columns[place])]
    table.rows.append({column: named.get(column, "") for column in (*table.columns, *columns) if column})
    table.numbers.append(number)
    if lost:
        cure = "a text with a comma needs quotation marks; a column needs a name"
        table.fault("E861", at, "", f"{lost[0][:40]!r} stands below no column's name", cure)
    elif len(cells) < wide:
        cure = "an empty cell has its comma too"
        table.fault("E861", at, "", f"the row has {len(cells)} of {wide} cells", cure)
