"""Numbers that the evidence leaves open. Each is a row that every run draws anew.

A row is named by the place where the number is written, not by its position, so that adding a
number elsewhere leaves its luck alone. Parts of one unit share the name and so draw alike.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from dualpower.compiler.names import key
from dualpower.evidence.claim import Spread

KINDS = {"fixed": 0, "uniform": 1, "triangular": 2, "normal": 3}
UNBOUNDED = 1e12

# hard bounds of what is drawn (a normal has tails; a man count has none below 0)
MEN = (0.0, UNBOUNDED)
SHARE = (0.0, 1.0)
LEAN = (-3.0, 3.0)
ISSUE = (-1.0, 1.0)
OPERATIONS = (0.0, 12.0)


class Facts:
    """The rows, in order of first use."""

    def __init__(self, spreads: Mapping[str, Spread]) -> None:
        self.spreads = spreads
        self.rows: list[tuple[int, float, float, float, float, float, int]] = []
        self.read: set[str] = set()
        self._known: dict[tuple[str, float], int] = {}

    def at(self, path: str, bounds: tuple[float, float], *, scale: float = 1.0) -> int:
        """Return the row of the quantity written at `path`, -1 where nothing is written.

        Args:
            path: dotted, as in the file.
            bounds: hard lower and upper bound of the value drawn.
            scale: the part of it that this row stands for (1 = all of it).
        """
        spread = self.spreads.get(path)
        if spread is None:
            return -1
        self.read.add(path)
        if (path, scale) not in self._known:
            a, b, c = (scale * x for x in (spread.a, spread.b, spread.c))
            self._known[path, scale] = len(self.rows)
            self.rows.append((KINDS[spread.kind], a, b, c, *bounds, key("fact", path)))
        return self._known[path, scale]

    def arrays(self) -> dict[str, object]:
        """Return the columns as the engine names them."""
        rows = self.rows or [(0, 0.0, 0.0, 0.0, 0.0, 0.0, 0)]
        kind, a, b, c, low, high, keys = zip(*rows, strict=True)
        numbers = {"fact_a": a, "fact_b": b, "fact_c": c, "fact_low": low, "fact_high": high}
        return {
            "F": len(self.rows),
            "fact_kind": np.array(kind, np.int32),
            **{name: np.array(column, np.float64) for name, column in numbers.items()},
            "fact_key": np.array(keys, np.uint64),
        }
