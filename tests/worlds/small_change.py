"""A small change that touches nearly every history: how many runs do pairs save, said three ways.

The garrison has gone without food for eleven hours and not for twelve. Hardly a history stays the same to the last
event, yet few end otherwise.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from dualpower.analysis import histories, pairs
from dualpower.scenario import variant

CHANGE = {"units.garrison.unfed": "11 h"}
BATCH = 50


def log_odds_saving(base: np.ndarray, other: np.ndarray) -> float:
    """Return how many times fewer runs pairs need for the difference of two log-odds (delta method)."""
    one, two = (x / (x.mean() * (1 - x.mean())) for x in (base, other))
    return float((one.var(ddof=1) + two.var(ddof=1)) / (two - one).var(ddof=1))


def batch_saving(base: np.ndarray, other: np.ndarray, stranger: np.ndarray) -> float:
    """Return the same by counting: the variance, over batches, of the shift between strangers over that in pairs."""
    rows = len(base) // BATCH
    means = [x[: rows * BATCH].reshape(rows, BATCH).mean(axis=1) for x in (base, other, stranger)]
    return float(np.var(means[2] - means[0], ddof=1) / np.var(means[1] - means[0], ddof=1))


def saving(scenario: str, number: int, *, seed: int, changes: dict[str, Any] | None = None) -> dict[str, Any]:
    """Run pairs with the change, and as many strangers (another seed); return what pairing saved."""
    resolved = histories.load(scenario)
    changed = variant.apply_paths(resolved, changes or CHANGE)
    arms = [
        pairs.Arm(name, histories.compile_scenario(one)) for name, one in (("as it was", resolved), ("small", changed))
    ]
    base, other = pairs.run_arms(arms, runs=number, seed=seed)
    stranger = pairs.run_arm(arms[1], runs=number, seed=seed + 10_000)
    outcome = next(key for key, noun in resolved.scenario.outcomes.items() if noun.history)
    a, b, c = (runs.has(outcome) for runs in (base, other, stranger))
    found = pairs.difference(a, b)
    return {
        "scenario": scenario, "change": changes or CHANGE, "outcome": outcome, "pairs": found.pairs,
        "same_history": pairs.unchanged(base, other).share, "shift": found.shift, "low": found.low, "high": found.high,
        "times_fewer": found.times_fewer, "times_fewer_log_odds": log_odds_saving(a, b),
        "times_fewer_by_batches": batch_saving(a, b, c),
    }  # fmt: skip
