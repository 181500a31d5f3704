"""A Finding is what an analysis hands back: a table, one plain sentence, and how sure it is."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


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

    def dumps(self) -> str:
        """Return the JSON form as text, with every letter as it is written."""
        return json.dumps(self.to_json(), ensure_ascii=False, indent=2)
