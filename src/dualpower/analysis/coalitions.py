"""All ways to keep some decisions as in history and to undo the others, each lived on the same luck.

What all of them changed together is shared out among them, with what two add beyond what each adds alone.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from dualpower.analysis import portions
from dualpower.analysis.otherwise import Ground
from dualpower.analysis.ranking import seen


def share_out(
    ground: Ground,
    chosen: list[int],
    wanted: int,
    *,
    runs: int,
    level: float,
    expect: Callable[[int], None] | None = None,
) -> dict[str, Any]:
    """Share out among decisions the change between all of them undone and all taken as in history.

    Args:
        ground: the histories; their first ``runs`` are used.
        chosen: the decisions, by position.
        wanted: the outcome, by position.
        level: 0-1, how sure the intervals are.
        expect: told how many runs there will be when this is done.
    Returns:
        shares (id, portion with interval), total (the whole change with interval), error (the largest distance
        of any history's portions from its whole change), method, interactions of pairs where all ways were run.
    """
    k = len(chosen)

    def worth_of(kept: np.ndarray) -> np.ndarray:
        rows = ground.rows(len(kept))
        for place, d in enumerate(chosen):
            rows[:, d] = np.where(kept[:, place], ground.history[d], ground.undone[: len(kept), d])
        lives = ground.live(rows)
        return np.where(lives.ended, (lives.outcome == wanted).astype(float), np.nan)

    exact = k <= portions.MOST_EXACT
    if expect is not None:
        expect(ground.computed + runs * (2**k if exact else 2 * k))
    pairs: list[dict[str, Any]] = []
    names = [ground.problem.decisions[d].id for d in chosen]
    if exact:
        table = np.stack([worth_of(np.tile(_bits(s, k), (runs, 1))) for s in range(1 << k)])
        table = table[:, np.isfinite(table).all(axis=0)]
        found, change = portions.portions(table), table[-1] - table[0]
        both = portions.interactions(table) if k > 1 else np.zeros((1, 1, 0))
        couples = [(i, j) for i in range(k) for j in range(i + 1, k)]
        pairs = [
            {"between": [names[i], names[j]], **row}
            for (i, j), row in zip(
                couples, _measured([both[i, j] for i, j in couples], "interaction", level), strict=True
            )
        ]
        pairs.sort(key=lambda pair: -abs(pair["interaction"]))
    else:
        order = portions.orders(k, runs, seed=ground.seed)
        found = portions.sampled_portions(k, order, worth_of)
        found = found[:, np.isfinite(found).all(axis=0)]
        change = found.sum(axis=0)
    shares = [{"id": name, **row} for name, row in zip(names, _measured(list(found), "share", level), strict=True)]
    shares.sort(key=lambda row: -abs(row["share"]))
    return {
        "runs": int(found.shape[1]),
        "method": "all ways" if exact else "drawn orders, each with its reverse",
        "total": _measured([change], "change", level)[0],
        "error": abs(sum(row["share"] for row in shares) - float(change.mean())),
        "shares": shares,
        "interactions": pairs,
    }


def _bits(number: int, width: int) -> np.ndarray:
    return np.array([bool(number >> place & 1) for place in range(width)])


def _measured(several: Sequence[np.ndarray], name: str, level: float) -> list[dict[str, Any]]:
    """Return the mean and interval of each, and whether it is seen at all among so many (Holm's rule)."""
    found = [portions.summed_up(values, level=level) for values in several]
    clear = seen([chance for *_, chance in found], level=level)
    return [
        {name: mean, "low": low, "high": high, "seen": there}
        for (mean, low, high, _), there in zip(found, clear, strict=True)
    ]
