"""The smallest change that flips the outcome: which few choices would have had to be different?

A change is a decision taken otherwise than in history. Its *cost* is minus the logarithm of the chance that
this leader had of choosing so, before the event: what he might easily have done is cheap, what he would
hardly ever have done is dear, and the costs of several changes add up. Asked for is the cheapest set of
changes after which the other outcome is at least as likely as not.

First single changes and a greedy set, then every set of up to three that is cheaper, in order of cost. A set is
tried on few histories and dropped as soon as it surely falls short; a set that passes is tried once more on
histories that had no part in choosing it, and only that counts. What an answer of many or unlikely changes
is worth, the finding says: it is the model's word alone.

Rests on: P. E. Tetlock, A. Belkin (eds.), Counterfactual Thought Experiments in World Politics, 1996 (rewrite
as little as possible); G. King, L. Zeng, "The dangers of extreme counterfactuals", Political Analysis 14
(2006), 131-159.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp, log
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import histories
from dualpower.analysis.finding import Finding
from dualpower.analysis.otherwise import Ground
from dualpower.analysis.pairs import LEVEL
from dualpower.analysis.pivots import FEWEST, decision_places, outcome_place
from dualpower.ensemble.intervals import wilson
from dualpower.errors import DualpowerError

if TYPE_CHECKING:
    from dualpower.analysis.histories import Target

RUNS = 200
LIKELY = 0.5
MOST = 3  # changes in a set that is searched for exhaustively
GREEDY = 6  # changes that the greedy search puts together at most
BUDGET = 20_000  # runs
FIRST_LOOK, SECOND_LOOK = 20, 60  # histories on which a set is tried before all are used
SURE_TO_FAIL = 0.98
SPECULATION = 0.05  # a prior chance below this is said to be the model's speculation
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


def flip(
    target: Target,
    *,
    to: str,
    runs: int = RUNS,
    seed: int = 0,
    chance: float = LIKELY,
    decisions: str = "history",
    only: Sequence[str] | None = None,
    levers: Sequence[str] = (),
    most: int = MOST,
    budget: int = BUDGET,
    variant: str | None = None,
    level: float = LEVEL,
    threads: int = 0,
    folder: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Finding:
    """Find the cheapest changes of decisions that make an outcome at least as likely as not.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        to: the outcome wanted.
        runs: histories on which a set of changes is judged, and as many fresh ones on which it is confirmed.
        seed: 0 to 2**63 - 1.
        chance: how likely it must become, 0-1.
        decisions: what leaders do who are not changed: "history" as they did, or "drawn" by their chances.
        only: the decisions that may be changed; all unless named.
        levers: quantities that may move too, by an optimiser: a parameter's symbol, or the dotted path of a
            quantity with a range, as in a variant. Their cost is minus the logarithm of the chance of a value
            at least so far from the middle of what is held possible.
        most: changes in the sets that are all tried, 1 to 3.
        budget: runs to compute at most.
        variant: one of the scenario's alternative histories, by name.
        folder: where finished work is kept; the same call goes on where it stopped.
        progress: called with (runs computed, budget).
    Returns:
        Finding with a row per change of the cheapest set found (docs/format.md, 'Output shapes').
    Raises:
        ScenarioError: the scenario has problems.
        DualpowerError: E820 unknown outcome, E812 too few runs, E809 unknown decision, E823 no decisions, E824
            unknown lever, E802 seed.
    """
    resolved = histories.load(target, variant=variant)
    problem = histories.compile_scenario(resolved)
    wanted = outcome_place(problem, to)
    places = decision_places(problem, only) if problem.decisions or not levers else []
    if runs < FEWEST:
        raise DualpowerError("E812", f"{runs} runs are too few to say anything", f"ask for {FEWEST} at the least")
    if not 0 < chance < 1:
        raise ValueError(f"how likely it must become is a share between 0 and 1, not {chance}")
    pulled = []
    if levers:
        from dualpower.analysis.levers import find_levers

        pulled = find_levers(resolved, problem, levers)
    how = {"seed": seed, "decisions": decisions, "threads": threads, "folder": folder}
    bench = _Bench(problem, wanted, runs=runs, chance=chance, budget=budget, progress=progress, how=how)
    base = bench.judge(())
    facts: dict[str, Any] = {
        "scenario": problem.scenario, "variant": variant, "to": to, "to_title": dict(problem.outcomes[wanted].title),
        "runs": runs, "seed": seed, "decisions": decisions, "chance": chance, "level": level,
        **_counted("base", base, level),
    }  # fmt: skip
    if base.share >= chance:
        return _finding(problem, bench, facts, base, None, searched={"greedy": None, "sets": 0, "complete": True})
    changes = possible_changes(problem, bench.ground, places)
    singles = [bench.look((change,)) for change in changes]
    facts["singles"] = [
        {**_change_row(problem, bench.ground, one.changes[0]), "share": one.share, "runs": one.runs}
        for one in sorted(singles, key=lambda one: -one.share)
    ]
    best, searched = _search(bench, changes, singles, most=min(most, MOST))
    if best is not None and best.share < chance:  # not confirmed yet: said with fresh histories, or not at all
        best = bench.confirm(best.changes) if best.share > base.share else None
        best = best if best is not None and best.share > base.share else None
    found = None
    if pulled:
        from dualpower.analysis.levers import pull

        start = best.changes if best is not None and best.share < chance else ()
        found = pull(problem, pulled, bench, start, seed=seed)
    return _finding(problem, bench, facts, best, found, searched=searched)


class _Bench:
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
        if chance > 0 and option != ground.row[d]
    ]


def _search(
    bench: _Bench, changes: list[Change], singles: list[Verdict], *, most: int
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


def _greedy(bench: _Bench, changes: list[Change], singles: list[Verdict]) -> Verdict:
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


def _lean(bench: _Bench, best: Verdict) -> Verdict:
    """Drop the dearest changes that are not needed."""
    for change in sorted(best.changes, key=lambda change: -change.cost):
        rest = tuple(one for one in best.changes if one != change)
        if rest:
            fewer = bench.look(rest)
            if bench.passes(fewer):
                best = fewer
    return best


def _counted(name: str, verdict: Verdict, level: float) -> dict[str, Any]:
    low, high = wilson(verdict.yes, verdict.runs, level=level)
    return {f"{name}_share": verdict.share, f"{name}_low": low, f"{name}_high": high}


def _change_row(problem: Any, ground: Ground, change: Change) -> dict[str, Any]:
    decision = problem.decisions[change.decision]
    option, was = decision.options[change.option], int(ground.row[change.decision])
    return {
        "decision": decision.id,
        "title": dict(decision.title),
        "from": decision.options[was].id if was >= 0 else None,
        "to": option.id,
        "to_title": dict(option.title),
        "prior": change.chance,
        "cost": change.cost,
    }


def _finding(
    problem: Any, bench: _Bench, facts: dict[str, Any], best: Verdict | None, levers: Any, *, searched: dict[str, Any]
) -> Finding:
    done = best is not None and best.share >= bench.chance
    changes = best.changes if best is not None else ()
    facts |= {
        "found": done,
        **(_counted("flipped", best, facts["level"]) if best is not None else {}),
        "cost": cost_of(changes),
        "prior": exp(-cost_of(changes)),
        "searched": searched,
        "computed": bench.computed,
    }
    if levers is not None:
        facts["levers"] = levers
    facts["warnings"] = _warnings(problem, bench, changes, facts)
    rows = [_change_row(problem, bench.ground, change) for change in sorted(changes, key=lambda c: -c.chance)]
    return Finding(tuple(rows), _sentence(facts, rows), _sure(facts), facts, rows="changes")


def _warnings(problem: Any, bench: _Bench, changes: Set, facts: dict[str, Any]) -> list[str]:
    """Say where the answer leaves the ground that the scenario itself holds possible."""
    told = []
    if changes and facts["prior"] < SPECULATION:
        told.append(
            f"All these choices together had a prior chance of 1 in {1 / facts['prior']:,.0f}: so far from what was "
            "likely, the answer is the model's speculation."
        )
    if changes:
        drawn = Ground(
            problem, runs=bench.runs, first=bench.runs, **{**bench.how, "decisions": "drawn"}, progress=None
        ).first_lives
        chosen = np.all([drawn.chosen[:, c.decision] == c.option for c in changes], axis=0)
        facts["support"] = int(chosen.sum())
        if not chosen.any():
            told.append(
                f"In none of {bench.runs:,} histories with choices drawn by their chances did leaders choose so "
                "together: the answer lies outside what such histories cover."
            )
    told.extend(
        f"{lever['lever']} would lie outside the middle 90 % of what is held possible."
        for lever in facts.get("levers", {}).get("settings", ())
        if lever["outside"]
    )
    return told


def _sentence(facts: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    name, base = facts["to"], f"{100 * facts['base_share']:.0f} %"
    if not rows and facts["found"]:
        return f"Nothing need change: {name} is already as likely as asked ({base} of histories)."
    set_ = " and ".join(f"{row['decision']}: {row['to']}" for row in rows)
    if facts["found"]:
        return (
            f"The cheapest change found is {set_}: {name} goes from {base} to {100 * facts['flipped_share']:.0f} % of "
            f"histories, at a prior chance of {100 * facts['prior']:.2g} %."
        )
    levers = facts.get("levers") or {}
    if levers.get("found"):
        moved = " and ".join(f"{one['lever']} = {one['value']:.3g}" for one in levers["settings"])
        return f"No change of decisions alone was found; with {moved}, {name} reaches {100 * levers['share']:.0f} %."
    told = f"No change of decisions was found that makes {name} as likely as asked ({base} of histories without any"
    if not rows:
        return f"{told}); none found makes it likelier."
    return f"{told}); the nearest is {set_} ({100 * facts['flipped_share']:.0f} %)."


def _sure(facts: dict[str, Any]) -> str:
    searched = facts["searched"]
    if searched["greedy"] is None:
        return f"It rests on {facts['runs']:,} histories; nothing was searched."
    told = (
        f"It rests on {facts['runs']:,} histories to choose and {facts['runs']:,} others to confirm; the other leaders "
        f"{'choose as in history' if facts['decisions'] == 'history' else 'choose by their chances'}; "
    )
    cheaper = " that cost less" if facts["found"] else ""
    if searched["complete"]:
        return told + f"every set of up to {searched['up_to']} changes{cheaper} was tried ({searched['sets']:,} sets)."
    return told + (
        f"the search ended with its budget after {searched['sets']:,} sets: up to a prior chance of "
        f"{100 * exp(-searched['cost_reached']):.2g} % every set was tried, less likely ones were not."
    )
