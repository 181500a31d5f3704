"""What a column of a table may hold: names that are known, dates that were, numbers within bounds, words.

Each check notes every fault of a table that it finds (``tables.Table.fault``) and lets the others speak too; nothing
is raised here. A column that is missing has been told when the table was read, and is passed over.

Rests on: nothing; this module only refuses what cannot be meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dualpower.errors import near
from dualpower.evidence.tables import HEAD, Table, day_of, number_of, slug

DATE_CURE = "write 1917-11-07, new style, or leave it empty"
NUMBER_CURE = "write digits, with a point and no spaces"


def rows(table: Table, what: str) -> None:
    """A table without a row is a fault (E877)."""
    if not table.rows and not table.problems:
        table.fault("E877", HEAD, "", f"the table holds no {what}", f"write a row for each {what}")


def names(table: Table, columns: Sequence[str] = ("town",), *, what: str = "town") -> None:
    """A row whose name is empty, or has stood in a row above, is a fault (E862). Several columns make one name."""
    first: dict[tuple[str, ...], int] = {}
    for at, row in enumerate(table.rows if set(columns) <= set(table.columns) else ()):
        key = tuple(slug(row[column]) for column in columns)
        if not all(key):
            empty = columns[key.index("")]
            table.fault("E862", at, empty, f"a {what} without a name", "write its name, or take the row out")
        elif key in first:
            said = ", ".join(row[column] for column in columns)
            message = f"{said!r} is in row {table.number(first[key])} already"
            table.fault("E862", at, columns[-1], message, f"write a {what} once, or rename one of the two")
        else:
            first[key] = at


def known(
    table: Table, columns: Iterable[str], names: Iterable[str], *, what: str = "town", blank: bool = False
) -> None:
    """A name that is no town's is a fault (E863), and the nearest one is proposed.

    An empty one is a fault too, unless `blank`: it may be empty, or ``names`` tells. No names at all: their own table
    could not be read, which is told of that table.
    """
    there = {slug(name): name for name in names}
    for column in columns if there else ():
        for at, name in table.cells(column):
            if slug(name) not in there and not (blank and not name):
                cure = near(name, there.values()) or near(slug(name), there.values())
                table.fault("E863", at, column, f"unknown {what} {name!r}", cure or f"write the name of a known {what}")


def complete(table: Table, column: str, names: Iterable[str], *, what: str = "town") -> None:
    """A name that has no row is a fault of the whole table (E863)."""
    there = {slug(name) for _, name in table.cells(column)}
    for name in names:
        if slug(name) not in there and column in table.columns:
            table.fault("E863", HEAD, column, f"the {what} {name!r} has no row", "add a row for it")


def dates(table: Table, columns: Iterable[str]) -> None:
    """A date that never was is a fault (E864); an empty one is unknown, and no fault."""
    for column in columns:
        for at, text in table.cells(column):
            try:
                if text:
                    day_of(text)
            except ValueError as impossible:
                table.fault("E864", at, column, str(impossible), DATE_CURE)


def order(table: Table, *columns: str) -> None:
    """A date that comes before the one that its row has in an earlier column is a fault (E864)."""
    for at, row in enumerate(table.rows):
        before: tuple[int, str] | None = None
        for column in columns:
            try:
                day = day_of(row.get(column, ""))
            except ValueError:
                continue  # empty, or said by dates()
            if before and day < before[0]:
                message = f"{row[column]} comes before {row[before[1]]} in {before[1]}"
                table.fault("E864", at, column, message, "write the earlier date first")
            else:
                before = day, column


def numbers(
    table: Table, columns: Iterable[str], low: float, high: float, *, blank: bool = True, whole: bool = False
) -> None:
    """A number that is none, or lies outside low..high, is a fault (E865). Empty is unknown; a fault unless `blank`."""
    for column in columns:
        for at, text in table.cells(column):
            if text and (problem := _amiss(text, low, high, whole=whole)):
                table.fault("E865", at, column, problem, NUMBER_CURE + (", or leave it empty" if blank else ""))
            elif not text and not blank:
                table.fault("E865", at, column, "a number is missing", f"write one from {low:g} to {high:g}")


def _amiss(text: str, low: float, high: float, *, whole: bool) -> str | None:
    """Return what is wrong with a number, or None."""
    value = number_of(text)
    if value is None:
        return f"{text[:40]!r} is not a number"
    if not low <= value <= high:
        return f"{text} is not between {low:g} and {high:g}"
    return f"{text} is not a whole number" if whole and value != int(value) else None


def words(table: Table, column: str, vocabulary: Iterable[str], *, blank: bool = False) -> None:
    """A word that is not of the vocabulary is a fault (E866)."""
    allowed = sorted(vocabulary)
    for at, text in table.cells(column):
        if text not in allowed and not (blank and not text):
            cure = near(text, allowed) or f"write one of them{', or nothing' if blank else ''}"
            table.fault("E866", at, column, f"{text[:40]!r} is none of {', '.join(allowed)}", cure)


def most(table: Table, part: str, whole: str, what: str) -> None:
    """A row in which a part exceeds its whole is a fault (E867): more votes than electors."""
    wholes = dict(table.cells(whole))
    for at, text in table.cells(part):
        few, all_of_them = number_of(text), number_of(wholes.get(at, ""))
        if few is not None and all_of_them is not None and few > all_of_them:  # what is no number, numbers() says
            table.fault("E867", at, part, f"{text} {what} {wholes[at]}", "look both numbers up again")
