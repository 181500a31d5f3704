"""Tables of a country: towns, the ways between them, what is on record about them.

A country is too large to be written by hand. Its facts are kept as plain tables (CSV, UTF-8, a header line), and a
script of the project writes the scenario from them. What is wrong with a table is said all at once, each fault with
its row; rows are counted as a spreadsheet counts them, the header being row 1.

Rests on: nothing; this module only refuses what cannot be meant.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dualpower.clock import Calendar, day_number
from dualpower.errors import Problem, ScenarioError, near

MOST_BYTES = 5_000_000
_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})\Z", re.ASCII)
_SLUG = re.compile(r"[^a-z0-9]+")

Row = dict[str, str]


@dataclass
class Table:
    """Rows of one file, and what is wrong with them so far. ``rows[i]`` stands in row ``i + 2`` of the file."""

    name: str
    rows: list[Row]
    problems: list[Problem] = field(default_factory=list)

    def fault(self, code: str, at: int, column: str, message: str, hint: str | None = None) -> None:
        """Note a fault of row `at` (0 is the first below the header) in a column."""
        self.problems.append(Problem(code, column, message, self.name, at + 2, 0, hint))


def slug(name: str) -> str:
    """Return the id of a town: small letters, digits and hyphens."""
    return _SLUG.sub("-", name.lower()).strip("-")


def read(path: str | Path, columns: Sequence[str], *, text: str | None = None) -> Table:
    """Return the rows of a CSV file as they stand, text by column.

    Args:
        path: the file; its name is used in messages.
        columns: those that must be there. Others are kept.
        text: the file's content, where it is already at hand.
    Raises:
        ScenarioError: E861, the file cannot be read or columns are missing; every missing column is named.
    """
    name = Path(path).name
    if text is None:
        text = _content(Path(path), name)
    reader = csv.DictReader(io.StringIO(text), restkey="", restval="")
    found = [column.strip() for column in reader.fieldnames or []]
    table = Table(name, [])
    for column in columns:
        if column not in found:
            table.fault("E861", -1, column, f"the column {column!r} is missing", near(column, found))
    for column in {c for c in found if found.count(c) > 1}:
        table.fault("E861", -1, column, f"the column {column!r} stands there twice")
    raise_all(table)
    for at, row in enumerate(reader):
        if "" in row and row.pop(""):
            table.fault(
                "E861", at, "", "more values than there are columns", "a text with a comma needs quotation marks"
            )
        table.rows.append({key.strip(): (value or "").strip() for key, value in row.items() if key})
    return table


def _content(path: Path, name: str) -> str:
    try:
        body = path.read_bytes()
    except OSError as trouble:
        why = trouble.strerror or str(trouble)
        raise ScenarioError([Problem("E861", "", f"the table cannot be read: {why}", name)]) from trouble
    if len(body) > MOST_BYTES:
        raise ScenarioError([Problem("E861", "", f"the table has {len(body):,} bytes", name, hint="5,000,000 at most")])
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as damage:
        raise ScenarioError([Problem("E861", "", "the table is not UTF-8", name, hint="save it as UTF-8")]) from damage


def raise_all(*tables: Table) -> None:
    """Raise ScenarioError with every fault noted in any of the tables, if there is one."""
    problems = [problem for table in tables for problem in table.problems]
    if problems:
        raise ScenarioError(problems)


def check_names(table: Table, column: str = "town") -> dict[str, int]:
    """Return the row of each name; a name that is empty or stands twice is a fault (E862)."""
    seen: dict[str, int] = {}
    for at, row in enumerate(table.rows):
        name = row[column]
        if not slug(name):
            table.fault("E862", at, column, "a town without a name")
        elif slug(name) in seen:
            first = seen[slug(name)] + 2
            table.fault(
                "E862", at, column, f"{name!r} is in row {first} already", "write a town once; rename one of two"
            )
        else:
            seen[slug(name)] = at
    return seen


def check_known(table: Table, columns: Iterable[str], known: Iterable[str], *, code: str = "E863") -> None:
    """A name that is no town's is a fault (E863), and the nearest one is proposed."""
    towns = {slug(name): name for name in known}
    for column in columns:
        for at, row in enumerate(table.rows):
            if slug(row[column]) not in towns:
                table.fault(code, at, column, f"unknown town {row[column]!r}", near(row[column], towns.values()))


def check_dates(table: Table, columns: Iterable[str], calendar: Calendar = "gregorian") -> None:
    """A date that never was is a fault (E864); an empty one is unknown, and no fault."""
    for column in columns:
        for at, row in enumerate(table.rows):
            if not row[column]:
                continue
            try:
                day_of(row[column], calendar)
            except ValueError as impossible:
                table.fault("E864", at, column, str(impossible), "write it 1917-11-07")


def day_of(text: str, calendar: Calendar = "gregorian") -> int:
    """Return the Julian Day Number of a written date. Raises ValueError with what is impossible about it."""
    match = _DATE.match(text)
    if not match:
        raise ValueError(f"{text[:40]!r} is not a date")
    year, month, day = (int(part) for part in match.groups())
    return day_number(year, month, day, calendar)


def check_numbers(table: Table, columns: Iterable[str], low: float, high: float, *, blank: bool = True) -> None:
    """A number that is none or lies outside low..high is a fault (E865). Empty is unknown; a fault unless `blank`."""
    for column in columns:
        for at, row in enumerate(table.rows):
            text = row[column]
            if not text and blank:
                continue
            try:
                value = float(text)
            except ValueError:
                table.fault("E865", at, column, f"{text[:40]!r} is not a number")
                continue
            if not low <= value <= high:
                table.fault("E865", at, column, f"{text} is not between {low:g} and {high:g}")


def check_words(table: Table, column: str, known: Iterable[str], *, blank: bool = False) -> None:
    """A word that is not of the vocabulary is a fault (E866)."""
    words = sorted(known)
    for at, row in enumerate(table.rows):
        if row[column] not in words and not (blank and not row[column]):
            table.fault("E866", at, column, f"{row[column]!r} is none of {', '.join(words)}", near(row[column], words))


def check_most(table: Table, column: str, most: str, what: str) -> None:
    """A row in which one number exceeds another is a fault (E867): more votes than electors."""
    for at, row in enumerate(table.rows):
        try:
            too_many = float(row[column]) > float(row[most])
        except ValueError:
            continue  # empty, or said by check_numbers
        if too_many:
            table.fault("E867", at, column, f"{row[column]} {what} {row[most]}")


def check_order(table: Table, first: str, last: str) -> None:
    """A range of dates that runs backwards is a fault (E864)."""
    for at, row in enumerate(table.rows):
        try:
            if day_of(row[first]) > day_of(row[last]):
                table.fault("E864", at, last, f"{row[last]} comes before {row[first]}")
        except ValueError:
            continue  # empty, or said by check_dates
