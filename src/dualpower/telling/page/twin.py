"""The same history but for one decision: what a reader sets beside it to see where, and how far, the two part.

The decision is, of those that came up in the history and in the order of how much they mattered over all, the first
that makes this one end otherwise; where none does, the first of them. It is set to the likeliest of the other
options. All luck stays the same, so the two are one history up to that decision.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.telling.page import contract

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.compiler.problem import Problem
    from dualpower.scenario.resolve import Resolved

TRIED = 12  # decisions


def twin(
    resolved: Resolved, problem: Problem, of: contract.Film, *, pivots: Finding | None = None, params: Any = None
) -> contract.Film | None:
    """Return a history's twin with one decision set otherwise, whole; None where no decision came up in it.

    Args:
        resolved: the scenario, and ``problem`` the same compiled.
        of: the history, on its own luck.
        pivots: which decisions mattered, those that did most first; without it, in the scenario's order.
        params: the universal parameters that were fixed in it.
    """
    from dualpower.telling.page.films import film

    asked = list(_askable(problem, of, pivots))[:TRIED]
    if not asked:
        return None
    found = next((one for one in asked if _ends(problem, of, one, params) not in (of.ending, -1)), asked[0])
    return film(
        resolved, problem, seed=of.seed, run=of.run, why="otherwise", params=params,
        options=_row(problem, found), otherwise=found,
    )  # fmt: skip


def _askable(problem: Problem, of: contract.Film, pivots: Finding | None) -> Iterator[tuple[int, int]]:
    """The decisions that came up in a history, each with the likeliest option that was not taken."""
    known = [decision.id for decision in problem.decisions]
    order = known if pivots is None else [str(row["id"]) for row in pivots.table]
    for name in order:
        at = known.index(name)
        taken, chances = of.options[at], np.array(problem.decisions[at].chances, dtype=float)
        if taken < 0:
            continue
        chances[taken] = 0
        if chances.max() > 0:
            yield at, int(chances.argmax())


def _row(problem: Problem, change: tuple[int, int]) -> np.ndarray:
    row = np.full(len(problem.decisions), -1, dtype=np.int16)
    row[change[0]] = change[1]
    return row


def _ends(problem: Problem, of: contract.Film, change: tuple[int, int], params: Any) -> int:
    """Return how the history ends with a decision set otherwise, -1 where it fails."""
    from dualpower.engine.batch import run_batch

    block = run_batch(
        problem.case, seed=of.seed, first=of.run, runs=1, keep_series=False, options=_row(problem, change)[None, :],
        params=None if params is None else np.asarray(params)[None, :],
    )  # fmt: skip
    return int(block.outcome[0]) if block.status[0] == 0 else -1
