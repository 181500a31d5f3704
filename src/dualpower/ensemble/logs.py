"""The log of a run, made comparable: what it says does not depend on how a scenario numbers things.

Take one guard away and every later unit has another code; yet nothing else may have changed. Here each code
is turned into the key of its name, so that two logs are alike if and only if the same happened, to the same
people, at the same minute, for the same cause, with the same numbers to the last bit.
"""

from __future__ import annotations

import hashlib
from typing import Any

import numpy as np

from ..compiler.names import Names, key
from ..engine.events import MEANINGS
from ..words import EVENTS

# What the log's last column names, by the engine's own words for it. Words that are not here are closed
# vocabularies (a posture, a kind of line): their codes mean the same in every scenario.
NAMED = {
    "outside event": "outside",
    "plan": "plans",
    "option": "options",
    "gate": "gates",
    "issue": "issues",
    "motion": "motions",
    "faction": "factions",
    "body": "bodies",
    "line": "lines",
    "outcome": "outcomes",
    **dict.fromkeys(
        (
            "authority addressed",
            "authority that offered",
            "other authority",
            "former holder",
            "former authority",
            "captor",
        ),
        "authorities",
    ),
}
MINUTE, EVENT, CAUSE, TRIGGER, UNIT, AUTHORITY, SITE, OTHER, NUMBER = range(9)
NOBODY = 0  # the key of nobody and nothing


def _keys(kind: str, names: list[str]) -> np.ndarray:
    return np.array([NOBODY, *(key(kind, name) for name in names)], dtype=np.uint64)


class Reader:
    """Reads the logs of one scenario by its names."""

    def __init__(self, names: Names) -> None:
        parts = [f"part of {unit}" for unit in names.units]
        self._units = _keys("units", [*names.units, *parts])
        self._authorities, self._sites = _keys("authorities", names.authorities), _keys("sites", names.sites)
        tables, self._offset, self._shift = [], np.full(len(EVENTS), -1), np.ones(len(EVENTS), dtype=np.int64)
        begins: dict[str, int] = {}
        length = 0
        for event, code in EVENTS.items():
            kind = NAMED.get(MEANINGS[event][3])
            if kind is None:
                continue
            if kind not in begins:
                begins[kind] = length
                tables.append(_keys(kind, names.ids(kind)))
                length += len(tables[-1])
            self._offset[code] = begins[kind]
            self._shift[code] = 0 if kind == "authorities" else 1  # authorities count from 1 in this column
        self._others = np.concatenate(tables)

    def read(self, rows: Any, numbers: Any) -> np.ndarray:
        """Return uint64[n, 9]: the log with keys of names in place of the scenario's codes, then its numbers' bits.

        What a decision was given as its chance beforehand is no part of what happened, and is left out.
        """
        log = np.asarray(rows, dtype=np.int64).reshape(-1, 8)
        found = np.empty((len(log), 9), dtype=np.uint64)
        found[:, :8] = log.astype(np.uint64)
        found[:, UNIT] = self._units[log[:, UNIT] + 1]
        found[:, AUTHORITY] = self._authorities[log[:, AUTHORITY] + 1]
        found[:, SITE] = self._sites[log[:, SITE] + 1]
        offset = self._offset[log[:, EVENT]]
        named = offset >= 0
        at = offset[named] + log[named, OTHER] + self._shift[log[named, EVENT]]
        found[named, OTHER] = self._others[np.maximum(at, 0)]
        found[:, NUMBER] = np.ascontiguousarray(numbers, dtype=np.float64).view(np.uint64)  # NaN equals itself
        found[log[:, EVENT] == EVENTS["decided"], NUMBER] = 0
        return found

    def fingerprint(self, rows: Any, numbers: Any) -> int:
        """Return 64 bits that stand for the whole log; never 0."""
        seen = hashlib.blake2b(self.read(rows, numbers).tobytes(), digest_size=8)
        return int.from_bytes(seen.digest(), "little") or 1


def first_difference(first: np.ndarray, second: np.ndarray) -> int | None:
    """Return the first row in which two logs, as read, differ, or None where they are alike."""
    size = min(len(first), len(second))
    differ = (first[:size] != second[:size]).any(axis=1)
    if differ.any():
        return int(differ.argmax())
    return None if len(first) == len(second) else size
