"""How people speak: lines, their exchanges, their staff, and the wires that are cut already."""

from __future__ import annotations

import numpy as np

from dualpower import words
from dualpower.compiler.workbook import Workbook, column, table
from dualpower.saying import cure, say


def lower_lines(book: Workbook) -> None:
    """Fill the columns of lines."""
    found = book.scenario.lines
    joins = table(len(found), len(book.scenario.sites), 0)
    for row, line in zip(joins, found.values(), strict=False):
        # a town is beyond the reach of the city's own lines unless it is named
        ends = [s for s in book.site if not book.is_town(s)] if line.joins == "all" else line.joins
        row[[book.site[end] for end in ends]] = 1
    book.arrays |= {
        "N": len(found),
        "line_kind": column((words.LINES[line.kind] for line in found.values()), empty=0),
        "line_exchange": column(book.site[line.exchange] if line.exchange else -1 for line in found.values()),
        "line_staff": column(_staff(book, name) for name in found),
        "line_joins": joins,
        "NC": sum(len(line.cut) for line in found.values()),
        "cut0": _cuts(book),
    }


def _staff(book: Workbook, name: str) -> int:
    """Return the unit that works a line, said by the line or by the unit; -1 when nobody need serve it."""
    staff = book.scenario.lines[name].staff
    crews = [unit for unit, noun in book.scenario.units.items() if noun.crew_of == name]
    for crew in crews:
        if crew != (staff or crews[0]):
            book.refuse(("units", crew, "crew_of"), say("E230-crew", line=repr(name)), cure("one-staff"))
    staff = staff or next(iter(crews), None)
    return book.unit[staff] if staff else -1


def _cuts(book: Workbook) -> np.ndarray:
    """Return the wires cut at the start as (line, site, site); a row of -1 where none is."""
    rows = [
        (book.line[name], book.site[a], book.site[b])
        for name, line in book.scenario.lines.items()
        for a, b in (tuple(pair) for pair in line.cut)
    ]
    return np.array(rows or [(-1, -1, -1)], np.int32)
