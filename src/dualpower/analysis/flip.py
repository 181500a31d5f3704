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
from collections.abc import Sequence
from math import exp
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import histories
from dualpower.analysis.changes import Bench, Change, Progress, Set, Verdict, cost_of, possible_changes, search
from dualpower.analysis.finding import Finding
from dualpower.analysis.otherwise import Ground
from dualpower.analysis.pairs import LEVEL
from dualpower.analysis.pivots import FEWEST, decision_places, outcome_place
from dualpower.ensemble import draws
from dualpower.ensemble.intervals import wilson
from dualpower.errors import DualpowerError

if TYPE_CHECKING:
    from dualpower.analysis.histories import Target

RUNS = 200
LIKELY = 0.5
MOST = 3  # changes in a set that is searched for exhaustively
BUDGET = 20_000  # runs
SPECULATION = 0.05  # a prior chance below this is said to be the model's speculation


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
    parameters: str = histories.DEFAULT_PARAMETERS,
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
        parameters: where the universal parameters are drawn from, as in ``simulate``.
        folder: where finished work is kept; the same call goes on where it stopped.
        progress: called with (runs computed, budget).
    Returns:
        Finding with a row per change of the cheapest set found (docs/format.md, 'Output shapes').
    Raises:
        ScenarioError: the scenario has problems.
        DualpowerError: E820 unknown outcome, E812 too few runs, E809 unknown decision, E823 no decisions, E824
            unknown lever, E802 seed.
    """
    from dualpower.ensemble.execute import whole

    resolved = histories.load(target, variant=variant)
    problem = histories.compile_scenario(resolved)
    wanted = outcome_place(problem, to)
    places = decision_places(problem, only) if problem.decisions or not levers else []
    if whole(runs, "E801", "runs", "a whole number") < FEWEST:
        few = f"{runs:,} run is" if runs == 1 else f"{runs:,} runs are"
        raise DualpowerError("E812", f"{few} too few to say anything", f"ask for {FEWEST} at the least")
    if not 0 < chance < 1:
        raise ValueError(f"how likely it must become is a share between 0 and 1, not {chance}")
    pulled = []
    if levers:
        from dualpower.analysis.levers import find_levers

        pulled = find_levers(resolved, problem, levers)
    how = {"seed": seed, "decisions": decisions, "threads": threads, "folder": folder,
           "learnt": draws.find(parameters)}  # fmt: skip
    bench = Bench(problem, wanted, runs=runs, chance=chance, budget=budget, progress=progress, how=how)
    base = bench.judge(())
    facts: dict[str, Any] = {
        **resolved.own_mechanisms(),
        "scenario": problem.scenario, "variant": variant, "to": to, "to_title": dict(problem.outcomes[wanted].title),
        "runs": runs, "seed": seed, "decisions": decisions, "parameters": parameters, "chance": chance, "level": level,
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
    best, searched = search(bench, changes, singles, most=min(most, MOST))
    if best is not None and best.share < chance:  # not confirmed yet: said with fresh histories, or not at all
        best = bench.confirm(best.changes) if best.share > base.share else None
        best = best if best is not None and best.share > base.share else None
    found = None
    if pulled:
        from dualpower.analysis.levers import pull

        start = best.changes if best is not None and best.share < chance else ()
        found = pull(problem, pulled, bench, start, seed=seed)
    return _finding(problem, bench, facts, best, found, searched=searched)


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
    problem: Any, bench: Bench, facts: dict[str, Any], best: Verdict | None, levers: Any, *, searched: dict[str, Any]
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


def _warnings(problem: Any, bench: Bench, changes: Set, facts: dict[str, Any]) -> list[str]:
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
            f"histories, at a prior chance of {100 * facts['prior']:.3g} %."
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
    if searched["sets"] == 0:
        return told + "the budget ended after single changes and the greedy step: dearer or larger sets were not tried."
    return told + (
        f"the search ended with its budget after {searched['sets']:,} sets: up to a prior chance of "
        f"{100 * exp(-searched['cost_reached']):.3g} % every set was tried, less likely ones were not."
    )
