"""Two experiments side by side: pair by pair where they share their luck, as strangers where they do not.

Luck is keyed by seed, number of history and the names of people and places. Two experiments share it when they
have one seed, one source of what holds everywhere, and one scenario: the same one, or a copy of it with the same
beginning, sides and places.
"""

from __future__ import annotations

from typing import Any, Literal

import numpy as np

Luck = Literal["common", "seed", "parameters", "scenario"]
EXAMPLES = 8


def luck(one: Any, two: Any) -> Luck:
    """Return "common", or what keeps two results from having the same luck."""
    if one.seed != two.seed:
        return "seed"
    if one.parameters != two.parameters:
        return "parameters"
    cast = ("calendar", "start", "sites", "authorities")
    alike = all(one.about.get(part) == two.about.get(part) for part in cast)
    return "common" if alike else "scenario"


def compare(first: str, second: str) -> dict[str, Any]:
    """Compare the endings of two results in two folders (docs of ``Comparison``)."""
    from dualpower.analysis import pairs
    from dualpower.ensemble.result import Result

    one, two = Result.open(first), Result.open(second)
    shared = luck(one, two)
    numbers, here, there = np.intersect1d(one.column("run"), two.column("run"), return_indices=True)
    shifts = []
    for ending, title, is_history in _endings(one, two):
        a, b = (_ended_so(result, ending) for result in (one, two))
        found = pairs.difference(a[here], b[there]) if shared == "common" else pairs.strangers(a, b)
        shifts.append({
            "ending": ending, "title": title, "history": is_history, "clear": found.is_clear, "first": found.base,
            "second": found.other, "shift": found.shift, "low": found.low, "high": found.high,
        })  # fmt: skip
    told: dict[str, Any] = {"paired": shared == "common", "luck": shared, "pairs": 0, "shifts": shifts}
    if shared == "common" and len(numbers):
        otherwise = one.outcome[here] != two.outcome[there]
        both = one.ended[here] & two.ended[there]
        told["pairs"] = len(numbers)
        told["unchanged"] = float(np.mean(~otherwise))
        told["parted"] = [int(run) for run in numbers[otherwise & both][:EXAMPLES]]
    return told


def _endings(one: Any, two: Any) -> list[tuple[str, dict[str, str], bool]]:
    """The endings of both, those of the first in front: id, title, whether it is history's."""
    found: dict[str, tuple[str, dict[str, str], bool]] = {}
    for outcome in (*one.about["outcomes"], *two.about["outcomes"]):
        name, title = str(outcome["id"]), outcome.get("title")
        texts = title if isinstance(title, dict) and title else {"en": str(title or name)}
        found.setdefault(name, (name, texts, bool(outcome["history"])))
    return list(found.values())


def _ended_so(result: Any, ending: str) -> np.ndarray:
    return np.where(result.ended, (result.outcome == ending).astype(float), np.nan)
