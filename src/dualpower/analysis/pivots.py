"""Which decisions mattered: each is undone on the same luck, and the histories are counted again.

A decision mattered if the outcome comes about less, or more, often when it is undone. How far it was
necessary and sufficient says more than the shift alone: a choice can be needed and yet not be enough.
Decisions that cannot be told apart stand in one group, and where nothing is seen to matter the finding
says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import histories
from dualpower.analysis.coalitions import share_out
from dualpower.analysis.finding import Finding
from dualpower.analysis.necessity import Counts, chance_of_no_effect, necessity, shift, sufficiency
from dualpower.analysis.otherwise import Ground
from dualpower.analysis.pairs import LEVEL
from dualpower.analysis.ranking import rank, seen
from dualpower.ensemble import draws
from dualpower.errors import DualpowerError, near

if TYPE_CHECKING:
    from dualpower.analysis.histories import Target

RUNS = 500
FEWEST = 20  # fewer pairs than this cannot show even a decision that always matters, among many
SHARED = 8  # decisions whose portions are shared out, unless asked otherwise
SHARED_RUNS = 200
Progress = Callable[[int, int], None]


def find_pivots(
    target: Target,
    *,
    runs: int = RUNS,
    seed: int = 0,
    outcome: str | None = None,
    decisions: str = "drawn",
    only: Sequence[str] | None = None,
    shapley: int = 0,
    shapley_runs: int | None = None,
    variant: str | None = None,
    parameters: str = histories.DEFAULT_PARAMETERS,
    level: float = LEVEL,
    threads: int = 0,
    folder: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Finding:
    """Rank decisions by how much undoing each one, on the same luck, changes how often an outcome happens.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        runs: pairs of histories per decision (2,000 know a shift to about 2 points).
        seed: 0 to 2**63 - 1.
        outcome: the outcome asked about, history's unless named.
        decisions: what the other leaders do: "drawn" by their chances, or "history".
        only: the decisions asked about; all unless named.
        shapley: over how many of them, those that shift most, the whole change is shared out (0: not at all).
            Up to ten, all ways to keep some and undo the others are run; beyond, orders are drawn.
        shapley_runs: histories for that (200 unless named, at most ``runs``).
        variant: one of the scenario's alternative histories, by name.
        parameters: where the universal parameters are drawn from, as in ``simulate``.
        level: 0-1, how sure the intervals are.
        folder: where finished work is kept; the same call goes on where it stopped.
        progress: called with (runs computed, runs expected).
    Returns:
        Finding with a row per decision, the largest shift first (docs/format.md, 'Output shapes').
    Raises:
        ScenarioError: the scenario has problems.
        DualpowerError: E820 unknown outcome, E812 too few runs, E822 an outcome that never or always
            happens, E823 nothing to undo, E809 unknown decision, E802 seed.
    """
    from dualpower.ensemble.execute import whole

    resolved = histories.load(target, variant=variant)
    problem = histories.compile_scenario(resolved)
    wanted = outcome_place(problem, outcome)
    places = decision_places(problem, only)
    if whole(runs, "E801", "runs", "a whole number") < FEWEST:
        few = f"{runs:,} pair is" if runs == 1 else f"{runs:,} pairs are"
        raise DualpowerError("E812", f"{few} too few to say anything", f"ask for {FEWEST} at the least")
    pace = _Pace(progress, runs * (1 + len(places)))
    ground = Ground(
        problem,
        runs=runs,
        seed=seed,
        decisions=decisions,
        threads=threads,
        folder=folder,
        progress=pace.step,
        learnt=draws.find(parameters),
    )
    able = [d for d in places if ground.can_undo(d)]
    if not able:
        raise DualpowerError(
            "E823", "no decision can be undone: no other option has any chance", "give one a chance in the scenario"
        )
    pace.expect(runs + sum(int(ground.first_lives.asked[:, d].sum()) for d in able))
    pairs = [_pair(ground, d, wanted) for d in able]
    _refuse_the_certain(problem, wanted, pairs, ground)
    order, rows = _rows(problem, ground, pairs, level)
    facts: dict[str, Any] = {
        "scenario": problem.scenario,
        **resolved.own_mechanisms(),
        "variant": variant,
        "outcome": problem.outcomes[wanted].id,
        "outcome_title": dict(problem.outcomes[wanted].title),
        "runs": runs,
        "seed": seed,
        "decisions": decisions,
        "parameters": parameters,
        "level": level,
        "share": float((ground.first_lives.outcome[ground.first_lives.ended] == wanted).mean()),
        "failed": int(runs - ground.first_lives.ended.sum()),
        "computed": ground.computed,
        "fixed": [problem.decisions[d].id for d in places if d not in able],
    }
    if shapley:
        chosen = [pairs[i].decision for i in order[: min(shapley, len(order))]]
        few = min(runs, shapley_runs or SHARED_RUNS)
        facts["shapley"] = share_out(ground, chosen, wanted, runs=few, level=level, expect=pace.expect)
        facts["computed"] = ground.computed
    return Finding(tuple(rows), _sentence(facts, rows), _sure(facts, rows), facts, rows="pivots")


def outcome_place(problem: Any, outcome: str | None) -> int:
    """Return where an outcome stands, history's where none is named. Raises DualpowerError E820."""
    known = [one.id for one in problem.outcomes]
    if outcome is None:
        return next(at for at, one in enumerate(problem.outcomes) if one.history)
    if outcome not in known:
        raise DualpowerError(
            "E820", f"no outcome is called {outcome!r}", near(outcome, known) or "known: " + ", ".join(known)
        )
    return known.index(outcome)


def decision_places(problem: Any, only: Sequence[str] | None) -> list[int]:
    """Return where the decisions asked about stand. Raises DualpowerError E809, or E823 where there is none."""
    known = [one.id for one in problem.decisions]
    if not known:
        raise DualpowerError("E823", f"{problem.scenario} has no decisions", "nothing can be undone in it")
    for name in only or ():
        if name not in known:
            raise DualpowerError(
                "E809", f"no decision is called {name!r}", near(name, known) or "known: " + ", ".join(known)
            )
    return [at for at, name in enumerate(known) if not only or name in only]


class _Pace:
    """Passes on how far the work is, of how much."""

    def __init__(self, progress: Progress | None, total: int) -> None:
        self.progress, self.total, self.done = progress, total, 0

    def step(self, done: int) -> None:
        self.done = done
        if self.progress is not None:
            self.progress(done, max(done, self.total))

    def expect(self, total: int) -> None:
        self.total = max(total, self.done)


@dataclass(frozen=True)
class Pair:
    """One decision, done and undone: bool[n] whether each history came out so; ``asked``: it came up at all."""

    decision: int
    done: np.ndarray
    undone: np.ndarray
    asked: np.ndarray
    whole: np.ndarray  # both lives came to their end

    @property
    def effect(self) -> np.ndarray:
        """int[n]: what undoing did to each history (-1, 0, 1)."""
        return np.where(self.whole, self.undone.astype(int) - self.done.astype(int), 0)

    @property
    def counts(self) -> Counts:
        """The pairs, counted."""
        done, undone = self.done[self.whole], self.undone[self.whole]
        asked = self.asked[self.whole]

        def count(which: np.ndarray) -> int:
            return int(np.count_nonzero(which))

        return Counts(
            count(asked & done & undone),
            count(asked & done & ~undone),
            count(asked & ~done & undone),
            count(asked & ~done & ~undone),
            count(~asked),
            count(~asked & done),
        )


def _pair(ground: Ground, decision: int, wanted: int) -> Pair:
    done_rows, undone_rows = ground.done_rows(decision), ground.undone_rows(decision)
    # Whichever way a history went first, it is lived once more the other way; both in one sitting.
    took = ground.first_lives.chosen[:, decision] == ground.history[decision]
    ground.live(np.where(took[:, None], undone_rows, done_rows))
    done, undone = ground.live(done_rows), ground.live(undone_rows)
    return Pair(
        decision,
        done.outcome == wanted,
        undone.outcome == wanted,
        done.asked[:, decision] | undone.asked[:, decision],
        done.ended & undone.ended,
    )


def _refuse_the_certain(problem: Any, wanted: int, pairs: list[Pair], ground: Ground) -> None:
    """Refuse an outcome of which nothing can be said because it never, or always, happens."""
    so = sum(int(pair.done.sum() + pair.undone.sum()) for pair in pairs)
    of = sum(2 * len(pair.done) for pair in pairs)
    name, runs = problem.outcomes[wanted].id, f"{ground.runs:,} runs, with any decision done or undone"
    if so == 0:
        raise DualpowerError("E822", f"{name} never happens in {runs}", "ask for more runs, or name another outcome")
    if so == of:
        raise DualpowerError("E822", f"{name} always happens in {runs}", "name another outcome")


def _rows(problem: Any, ground: Ground, pairs: list[Pair], level: float) -> tuple[list[int], list[dict[str, Any]]]:
    """Return the order of the pairs, the largest shift first, and a row for each in that order."""
    order, places = rank(np.stack([pair.effect for pair in pairs]), level=level)
    counts = [pair.counts for pair in pairs]
    clear = seen([chance_of_no_effect(c) for c in counts], level=level)
    rows = []
    for position, i in enumerate(order):
        decision, found = problem.decisions[pairs[i].decision], counts[i]
        moved, low, high = shift(found, level=level)
        rows.append({
            "id": decision.id,
            "title": dict(decision.title),
            "option": decision.options[int(ground.history[pairs[i].decision])].id,
            "shift": moved, "low": low, "high": high, "seen": clear[i],
            "done": found.with_it, "undone": found.without_it,
            "came_up": found.asked / found.pairs if found.pairs else float("nan"),
            "pairs": found.pairs, "differ": found.differ,
            "necessity": necessity(found, level=level).to_json(),
            "sufficiency": sufficiency(found, level=level).to_json(),
            "rank": position + 1, "group": places[i].group,
            "best_rank": places[i].best, "worst_rank": places[i].worst,
        })  # fmt: skip
    return order, rows


def _sentence(facts: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    first, name = rows[0], facts["outcome"]
    if not first["seen"] and not any(row["seen"] for row in rows):
        return (
            f"No decision is seen to change how often {name} happens: undoing any of the {len(rows)} moves it no "
            f"further than chance would."
        )
    first = next(row for row in rows if row["seen"])
    told = (
        f"Undoing {first['id']} moves {name} most: from {100 * first['done']:.1f} % of histories to "
        f"{100 * first['undone']:.1f} %."
    )
    peers = [row["id"] for row in rows if row["group"] == 1 and row is not first]
    if peers:
        told += f" It cannot be told apart from {' or '.join(peers[:3])}"
        told += f" or {len(peers) - 3} more." if len(peers) > 3 else "."
    return told


def _sure(facts: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    others = "choose by their chances" if facts["decisions"] == "drawn" else "choose as in history"
    told = (
        f"It rests on {facts['runs']:,} pairs of histories per decision on common luck; intervals are "
        f"{100 * facts['level']:.0f} %; the other leaders {others}; {sum(row['seen'] for row in rows)} of {len(rows)} "
        "shifts are told apart from chance, and decisions of one group are not told apart from its first."
    )
    return told + (f" Nothing else could be chosen in {', '.join(facts['fixed'])}." if facts["fixed"] else "")
