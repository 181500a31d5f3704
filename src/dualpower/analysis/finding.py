"""A Finding is what an analysis hands back: a table, one plain sentence, and how sure it is."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np

    from dualpower.ensemble.table import Table


def plain(value: Any) -> Any:
    """Turn numpy numbers, tuples and not-a-number into what JSON can hold (NaN becomes None)."""
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, str) or value is None or isinstance(value, bool):
        return value
    if isinstance(value, Sequence):
        return [plain(item) for item in value]
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, float) and not math.isfinite(value):
        return None
    return value


def _column(values: list[Any]) -> np.ndarray:
    """Return one column: numbers with NaN for what is missing, yes and no, or text with "" for what is missing."""
    import numpy as np

    found = [plain(value) for value in values]
    there = [value for value in found if value is not None]
    if there and all(isinstance(value, bool) for value in there) and len(there) == len(found):
        return np.array(found, dtype=bool)
    if there and all(isinstance(value, int) and not isinstance(value, bool) for value in found):
        return np.array(found, dtype=np.int64)
    if there and all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in there):
        return np.array([math.nan if value is None else value for value in found], dtype=float)
    words = [
        "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for value in found
    ]
    return np.array(words, dtype=object)


@dataclass(frozen=True)
class Finding:
    """One answer.

    table     rows, each a mapping with the same keys
    sentence  the answer in one plain sentence
    sure      how sure it is, and what it rests on, in one sentence
    facts     the single values of the answer (counts, medians)
    """

    table: tuple[Mapping[str, Any], ...]
    sentence: str
    sure: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    rows: str = "rows"  # the name of the table in the JSON form

    def to_json(self) -> dict[str, Any]:
        """Return the finding as plain values: the facts, then the table, the sentence, how sure."""
        body = {**self.facts, self.rows: self.table, "sentence": self.sentence, "sure": self.sure}
        return dict(plain(body))

    def __str__(self) -> str:
        return f"{self.sentence} {self.sure}"

    def __repr__(self) -> str:
        return f"<{type(self).__name__}, {len(self.table)} {self.rows}: {self.sentence}>"

    def to_table(self) -> Table:
        """Return the table as columns; what is neither a number nor a word (a list, a mapping) as JSON text."""
        from dualpower.ensemble.table import Table

        names = list(dict.fromkeys(name for row in self.table for name in row))
        return Table({name: _column([row.get(name) for row in self.table]) for name in names})

    def to_arrow(self) -> Any:
        """Return the table as an arro3 Table; pyarrow, polars, duckdb and pandas read it as it is."""
        return self.to_table().to_arrow()

    def to_pandas(self) -> Any:
        """Return the table as a DataFrame. Raises ImportError, with the cure, without pandas."""
        return self.to_table().to_pandas()

    def _repr_html_(self) -> str:
        """Show the finding in a notebook: the sentence, the table with its bars, how sure."""
        from dualpower import _html

        return str(_html(self))

    def dumps(self) -> str:
        """Return the JSON form as text, with every letter as it is written."""
        return json.dumps(self.to_json(), ensure_ascii=False, indent=2)
