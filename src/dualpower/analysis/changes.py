"""Sets of changed decisions: what they cost, how they are tried, and the search for the cheapest that will do.

A set is looked at on few histories first and on more only while it may yet succeed. A set that passes is
judged once more on histories that had no part in choosing it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import log
from typing import Any

from dualpower.analysis.otherwise import Ground
from dualpower.ensemble.intervals import wilson

GREEDY = 6  # changes that the greedy search puts together at most
FIRST_LOOK, SECOND_LOOK = 20, 60  # histories on which a set is tried before all are used
SURE_TO_FAIL = 0.98
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Change:
    """One decision (by position) taken so, which had this chance before the event."""

    decision: int
    option: int
    chance: float

    @property
    def cost(self) -> float:
        """Minus the natural logarithm of the chance."""
        return -log(self.chance)


Set = tuple[Change, ...]


@dataclass(frozen=True)
class Verdict:
    """How often the outcome came about with a set of changes: ``yes`` of ``runs`` histories."""

    changes: Set
    yes: int
    runs: int

    @property
    def share(self) -> float:
        """Share of histories, 0-1."""
        return self.yes / self.runs if self.runs else 0.0

    @property
    def cost(self) -> float:
        """Cost of all changes together."""
        return cost_of(self.changes)


def cost_of(changes: Iterable[Change]) -> float:
    """Return the cost of several changes: minus the logarithm of the product of their chances."""
    return sum(change.cost for change in changes)


class Bench:
    """Where sets of changes are tried, on histories for choosing and on fresh ones for confirming."""

    def __init__(
        self, problem: Any, wanted: int, *, runs: int, chance: float, budget: int, progress: Progress | None, how: Any
    ) -> None:
        self.problem, self.wanted, self.runs, self.chance, self.budget = problem, wanted, runs, chance, budget
        self.how, self.progress, self.before, self.elsewhere = how, progress, 0, 0
        self.ground = Ground(problem, runs=runs, progress=self._step, **how)
        self._fresh: Ground | None = None

    def _step(self, done: int) -> None:
        if self.progress is not None:
            done += self.before + self.elsewhere
            self.progress(done, max(self.budget, done))

    def note(self, runs: int) -> None:
        """Count runs that were computed elsewhere."""
        self.elsewhere += runs
        self._step(self.ground.computed)

    @property
    def computed(self) -> int:
        """Runs computed so far."""
        return self.ground.computed + (self._fresh.computed if self._fresh else 0) + self.elsewhere

    @property
    def is_spent(self) -> bool:
        """Whether the budget is used up."""
        return self.computed >= self.budget

    def judge(self, changes: Set, *, runs: int | None = None, fresh: bool = False) -> Verdict:
        """Count how often the outcome comes about with these changes, on the first ``runs`` histories."""
        ground = self._fresh_ground() if fresh else self.ground
        rows = ground.rows(runs or self.runs)
        for change in changes:
            rows[:, change.decision] = change.option
        lives = ground.live(rows)
        return Verdict(changes, int((lives.outcome == self.wanted).sum()), int(lives.ended.sum()))

    def look(self, changes: Set) -> Verdict:
        """Judge a set on few histories, and on more only while it may yet succeed."""
        verdict = Verdict(changes, 0, 0)
        for runs in sorted({min(FIRST_LOOK, self.runs), min(SECOND_LOOK, self.runs), self.runs}):
            verdict = self.judge(changes, runs=runs)
            if wilson(verdict.yes, verdict.runs, level=SURE_TO_FAIL)[1] < self.chance:
                break
        return verdict

    def passes(self, verdict: Verdict) -> bool:
        """Whether a set reached the chance wanted on all histories."""
        return verdict.runs > FIRST_LOOK and verdict.share >= self.chance

    def confirm(self, changes: Set) -> Verdict:
        """Judge a set on histories that had no part in choosing it."""
        return self.judge(changes, fresh=True)

    def _fresh_ground(self) -> Ground:
        if self._fresh is None:
            self.before = self.ground.computed
            self._fresh = Ground(self.problem, runs=self.runs, first=self.runs, progress=self._step, **self.how)
        self.before = self.ground.computed
        return self._fresh


def possible_changes(problem: Any, ground: Ground, places: Sequence[int]) -> list[Change]:
    """Return every way to take one of these decisions otherwise than the ground has it, with some chance."""
    return [
        Change(d, option, float(chance))
        for d in places
        for option, chance in enumerate(problem.decisions[d].chances)
        if 0 < chance < 1 and option != ground.row[d]
    ]


def search(
    bench: Bench, changes: list[Change], singles: list[Verdict], *, most: int
) -> tuple[Verdict | None, dict[str, Any]]:
    """Return the cheapest set that is confirmed (or the likeliest found), and how the search went."""
    greedy = _greedy(bench, changes, singles)
    sure = bench.confirm(greedy.changes) if bench.passes(greedy) else None
    best = sure if sure is not None and sure.share >= bench.chance else None
    limit = best.cost if best else float("inf")
    tried, complete, reached = 0, True, 0.0
    for candidate in cheaper_sets(changes, most=most, limit=limit):
        if bench.is_spent:
            complete = False
            break
        tried, reached = tried + 1, cost_of(candidate)
        if bench.passes(bench.look(candidate)):
            confirmed = bench.confirm(candidate)
            if confirmed.share >= bench.chance:
                best = confirmed
                break
    searched = {
        "greedy": {"cost": greedy.cost, "share": greedy.share, "changes": len(greedy.changes)},
        "sets": tried, "up_to": most, "complete": complete, "cost_reached": reached,
    }  # fmt: skip
    return best or greedy, searched


def cheaper_sets(changes: Sequence[Change], *, most: int, limit: float) -> list[Set]:
    """Return every set of up to ``most`` changes of different decisions that costs less than the limit,
    the cheapest first.
    """
    found = [
        several
        for size in range(1, most + 1)
        for several in combinations(changes, size)
        if len({change.decision for change in several}) == size and cost_of(several) < limit
    ]
    return sorted(found, key=lambda several: (cost_of(several), len(several)))


def _greedy(bench: Bench, changes: list[Change], singles: list[Verdict]) -> Verdict:
    """Add the change that helps most, one after another; then drop whatever is not needed."""
    passing = [one for one in singles if bench.passes(one)]
    if passing:
        return min(passing, key=lambda one: one.cost)
    best = max(singles, key=lambda one: (one.share, -one.cost), default=Verdict((), 0, 0))
    while best.changes and len(best.changes) < GREEDY and not bench.passes(best) and not bench.is_spent:
        taken = {change.decision for change in best.changes}
        grown = [bench.look((*best.changes, change)) for change in changes if change.decision not in taken]
        better = max(grown, key=lambda one: (one.share, -one.cost), default=best)
        if better.share <= best.share:
            break
        best = better
    return _lean(bench, best) if bench.passes(best) else best


def _lean(bench: Bench, best: Verdict) -> Verdict:
    """Drop the dearest changes that are not needed."""
    for change in sorted(best.changes, key=lambda change: -change.cost):
        rest = tuple(one for one in best.changes if one != change)
        if rest:
            fewer = bench.look(rest)
            if bench.passes(fewer):
                best = fewer
    return best
