"""Where two histories on common luck part: the first event that one has and the other has not.

Both logs are read by names and compared row by row. Up to the parting they are one history. What stands
there is the first trace of the change: a decision, an order, a message, a belief, or the same event with
another number. What followed in one and not in the other can then be told side by side.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Any

import numpy as np

from dualpower.analysis.pairs import Arm, Runs, matched
from dualpower.ensemble import logs
from dualpower.errors import DualpowerError
from dualpower.words import CAUSES, EVENTS

EVENT_WORDS = {code: word for word, code in EVENTS.items()}
CAUSE_WORDS = {code: word for word, code in CAUSES.items()}

# What kind of thing an event is, in the order in which a cause runs through people.
KINDS = {
    "decision": ("decided", "voted", "accepted", "rejected", "offered", "settled", "posture", "stance"),
    "order": ("planned", "ordered", "turned-out", "refused", "demanded", "marched"),
    "word": ("called", "heard", "lost", "intercepted", "suppressed", "forged", "rumoured"),
    "belief": ("checked", "believed", "disbelieved", "stalled", "parleyed"),
    "outside": ("outside",),
}
KIND_OF = {event: kind for kind, events in KINDS.items() for event in events}


@dataclass(frozen=True)
class Log:
    """One run's log: rows as the engine wrote them, their numbers, the units' parents, and all of it by name."""

    rows: np.ndarray
    numbers: np.ndarray
    units: np.ndarray
    read: np.ndarray
    outcome: str


@dataclass(frozen=True)
class Parting:
    """Where one pair parts.

    run    the number of the run; ``row`` the first row in which the logs differ (they share all before it)
    minute the minute since the start of the earlier of the two events
    kind   decision, order, word, belief, outside, event; or number: the same event with another number
    base, other   the two logs; ``base_row`` and ``other_row`` that row in each, None where a log has ended
    """

    run: int
    row: int
    minute: int
    kind: str
    base: Log
    other: Log

    @property
    def base_row(self) -> int | None:
        """The row of the first event that differs as it was."""
        return self.row if self.row < len(self.base.rows) else None

    @property
    def other_row(self) -> int | None:
        """The row of the first event that differs in the alternative."""
        return self.row if self.row < len(self.other.rows) else None

    def to_json(self) -> dict[str, Any]:
        """Return where they part as plain values, by ids of events only."""
        return {
            "run": self.run,
            "shared_events": self.row,
            "minute": self.minute,
            "kind": self.kind,
            "base": _event(self.base, self.base_row),
            "other": _event(self.other, self.other_row),
        }


def _event(log: Log, row: int | None) -> dict[str, Any]:
    if row is None:
        return {"outcome": log.outcome, "events": len(log.rows), "event": None, "minute": None, "cause": None}
    minute, event, cause = (int(v) for v in log.rows[row][:3])
    return {
        "outcome": log.outcome,
        "events": len(log.rows),
        "event": EVENT_WORDS[event],
        "minute": minute,
        "cause": CAUSE_WORDS[cause],
    }


def telling_run(base: Runs, other: Runs, outcome: str | None = None) -> int | None:
    """Return the number of the pair that shows the change best, or None where no pair changed.

    It is the first pair that gains or loses the outcome, whichever more pairs do; else the first that ends otherwise;
    else the first whose logs differ.
    """
    both = matched(base, other)
    tests = [(base.outcome != other.outcome), (base.log != other.log)]
    if outcome is not None:
        gap = np.where(both, other.has(outcome) - base.has(outcome), 0.0)
        tests.insert(0, gap == (1.0 if gap.sum() >= 0 else -1.0))
    for test in tests:
        places = np.flatnonzero(test & both)
        if len(places):
            return int(base.number[places[0]])
    return None


def part(base: Arm, other: Arm, *, run: int, seed: int) -> Parting | None:
    """Run one pair with its logs and find where it parts; None where the two are one history.

    Raises:
        DualpowerError: E807, one of the two failed.
    """
    first, second = log_of(base, run=run, seed=seed), log_of(other, run=run, seed=seed)
    row = logs.first_difference(first.read, second.read)
    if row is None:
        return None
    minutes = [int(log.rows[row][0]) for log in (first, second) if row < len(log.rows)]
    return Parting(run, row, min(minutes), _kind(first, second, row), first, second)


def log_of(arm: Arm, *, run: int, seed: int) -> Log:
    """Run one history of an arm with its log. Raises DualpowerError E807 where it failed."""
    from dualpower.engine.batch import STAGES, run_batch
    from dualpower.ensemble import design
    from dualpower.ensemble.execute import load_engine

    problem = arm.problem
    if any(isinstance(fixed, np.ndarray) and fixed.ndim > 1 for fixed in (arm.options, arm.params)):
        raise ValueError("an arm with a row per run has to be cut to one row first")
    params = design.param_rows(load_engine().symbols, arm.params, runs=1)
    if arm.learnt is not None:
        params = arm.learnt.of(seed, np.array([run]), params)
    block = run_batch(
        problem.case, seed=seed, first=run, runs=1, keep_log=True, keep_series=False,
        options=design.option_rows(problem, arm.options, decisions=arm.decisions, runs=1),
        params=params,
    )  # fmt: skip
    if block.status[0] != 0:
        stage = STAGES[int(block.status[0])]
        raise DualpowerError("E807", f"run {run} of {arm.name!r} failed at the stage {stage!r}", "look at another run")
    rows = block.log_rows[0]
    outcome = problem.outcomes[int(block.outcome[0])].id
    read = logs.Reader(problem.names).read(rows, block.log_x[0])
    return Log(rows, block.log_x[0], block.log_units[0], read, outcome)


def _kind(first: Log, second: Log, row: int) -> str:
    """Say what kind of thing differs first: that of the earlier event, or a number where the event is the same."""
    there = [log for log in (first, second) if row < len(log.rows)]
    if len(there) == 2 and np.array_equal(first.read[row, : logs.NUMBER], second.read[row, : logs.NUMBER]):
        return "number"
    earlier = min(there, key=lambda log: int(log.rows[row][0]))
    return KIND_OF.get(EVENT_WORDS[int(earlier.rows[row][1])], "event")


def only_in(log: Log, other: Log, first: int) -> list[int]:
    """Return the rows from ``first`` on whose event (who, what, where) the other log never has from there on."""
    there = Counter(_deed(row) for row in other.read[first:])
    found = []
    for at, row in enumerate(log.read[first:], start=first):
        deed = _deed(row)
        if there[deed] > 0:
            there[deed] -= 1
        else:
            found.append(at)
    return found


def _deed(row: np.ndarray) -> tuple[int, ...]:
    picked = row[[logs.EVENT, logs.UNIT, logs.AUTHORITY, logs.SITE, logs.OTHER]]
    return tuple(int(v) for v in picked)
