"""What is done: each act of a plan, an option, the outside or a motion becomes one row, or several.

A row says who acts, the verb, and what the verb is about; which column holds what is told beside
each verb in verbs.py. A modifier that no column can hold is refused.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from dualpower import words
from dualpower.compiler.deed import Deed, Row
from dualpower.compiler.verbs import VERBS
from dualpower.compiler.workbook import Workbook, column
from dualpower.draft import Key
from dualpower.saying import say
from dualpower.scenario.schema import Act

# column of the case -> (type, what stands there when the act says nothing)
COLUMNS: dict[str, tuple[Any, float]] = {
    "verb": (np.int32, 0), "auth": (np.int32, 0), "body": (np.int32, -1), "site": (np.int32, -1),
    "site2": (np.int32, -1), "unit0": (np.int32, 0), "unit1": (np.int32, 0), "men": (np.int32, -1),
    "share": (np.int32, -1), "count": (np.int32, 0), "line": (np.int32, -1), "other": (np.int32, -1),
    "favours": (np.int32, 0),
    "news": (np.int32, words.NEWS_ORDER), "terms": (np.int32, 0), "within": (np.int32, -1),
    "lasting": (np.int32, -1), "or": (np.int32, -1), "size": (np.float64, 1.0), "due": (np.int32, -1),
    "kept": (np.int32, -1), "assert": (np.int32, -1), "audience": (np.int32, -1), "claimed": (np.int32, 0),
}  # fmt: skip


class Acts:
    """The rows of all acts of a scenario, one after another."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.rows: list[Row] = []
        self.units: list[int] = []

    def add(self, acts: list[Act], path: Key, who: str | None) -> tuple[int, int]:
        """Append the acts written at `path`, done by an authority or body (None: the outside).

        Returns the first row and one past the last.
        """
        start = len(self.rows)
        for index, act in enumerate(acts):
            self._append(Deed(self.book, act, (*path, index), who))
        return start, len(self.rows)

    def _append(self, deed: Deed) -> None:
        """Lower the verb, refuse what it did not take, and append its row or rows."""
        rows = VERBS[deed.verb](deed) or [{}]
        for name in deed.left:
            self.book.refuse((*deed.path, name), say("E230-modifier", verb=repr(deed.verb), field=repr(name)))
        first = len(self.units)
        self.units += deed.named
        self.rows += [deed.row | {"unit0": first, "unit1": len(self.units)} | row for row in rows]

    def arrays(self) -> dict[str, np.ndarray]:
        """Return the columns as the engine names them."""
        columns = {
            f"act_{name}": column((row.get(name, missing) for row in self.rows), dtype, missing)
            for name, (dtype, missing) in COLUMNS.items()
        }
        return columns | {"act_units": column(self.units)}
