"""Histories lived again with some decisions taken otherwise, each on its own luck.

The first life of every history is the *ground*: leaders choose by their chances, or all as they did in
history. Then some of them are made to choose otherwise. *Undoing* a decision forbids history's option; the
rest keep their chances, scaled to one, and the choice among them has a luck of its own, so that nobody
else's luck moves. A leader who chose otherwise in the first life stays with that choice.

A history in which the question never came up cannot depend on the answer. More generally, two lives that
answer alike every question that came up in the first of them are the same life. So no life is computed
twice: what was lived before is found again by the answers given.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from dualpower.ensemble.arms import Arm, run_arm
from dualpower.ensemble.design import history_option

NEVER, UNKNOWN = -1, -2  # a question that never came up; an answer that was never heard
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Lives:
    """How histories went: outcome int16[n] (-1 failed) and the option taken of each decision, int8[n, D]."""

    outcome: np.ndarray
    chosen: np.ndarray

    @property
    def ended(self) -> np.ndarray:
        """bool[n]: it came to its end."""
        return np.asarray(self.outcome >= 0)

    @property
    def asked(self) -> np.ndarray:
        """bool[n, D]: the decision came up."""
        return np.asarray(self.chosen >= 0)


class _Memory:
    """All lives computed so far: whose, what was answered, how it ended."""

    def __init__(self, decisions: int) -> None:
        self.history = np.zeros(0, dtype=np.int64)
        self.chosen = np.zeros((0, decisions), dtype=np.int8)
        self.outcome = np.zeros(0, dtype=np.int16)

    def add(self, history: np.ndarray, lives: Lives) -> None:
        """Remember lives that came to their end; a failed one does not say what came up."""
        whole = lives.ended
        self.history = np.concatenate([self.history, history[whole]])
        self.chosen = np.concatenate([self.chosen, lives.chosen[whole]])
        self.outcome = np.concatenate([self.outcome, lives.outcome[whole]])

    def find(self, at: np.ndarray, wanted: np.ndarray, histories: int) -> tuple[np.ndarray, np.ndarray]:
        """Return (positions in ``at``, lives here) wherever all questions that came up were answered as wanted."""
        position = np.full(histories, -1)
        position[at] = np.arange(len(at))
        place = position[self.history]
        of_these = np.flatnonzero(place >= 0)
        answers = self.chosen[of_these]
        alike = ((answers == NEVER) | (answers == wanted[place[of_these]])).all(axis=1)
        found = of_these[alike]
        return place[found], found


class Ground:
    """The first lives of some histories of a compiled scenario, and any number of others on the same luck.

    problem     a compiled scenario
    runs        how many histories, from number ``first`` on
    learnt      draws that decide the parameters that are not fixed; the priors where there are none
    decisions   "drawn": leaders choose by their chances; "history": all choose as in history
    folder      where what was computed is kept and looked for (see ensemble/arms.py)
    progress    called with the number of lives computed so far
    """

    def __init__(
        self, problem: Any, *, runs: int, seed: int, decisions: str = "drawn", first: int = 0, params: Any = None,
        learnt: Any = None, threads: int = 0, folder: Any = None, progress: Progress | None = None,
    ) -> None:  # fmt: skip
        self.problem, self.seed, self.threads, self.folder, self.progress = problem, seed, threads, folder, progress
        self.numbers = np.arange(first, first + runs)
        self.params, self.learnt = params, learnt
        self.computed = 0
        self.history = np.array([history_option(decision) for decision in problem.decisions], dtype=np.int16)
        self.row = self.history if decisions == "history" else np.full(len(self.history), -1, dtype=np.int16)
        self._memory = _Memory(len(self.history))
        self._natural = np.full((runs, len(self.history)), UNKNOWN, dtype=np.int16)
        self.first_lives = self.live(self.rows())
        self.undone = self._undone(first)

    @property
    def runs(self) -> int:
        """How many histories there are."""
        return len(self.numbers)

    def rows(self, runs: int | None = None) -> np.ndarray:
        """Return int16[n, D], what is fixed in the first lives (-1: chosen by chance), to be changed freely."""
        return np.tile(self.row, (self.runs if runs is None else runs, 1))

    def done_rows(self, decision: int) -> np.ndarray:
        """Return rows in which this decision (by position) is taken as in history, the others as in the ground."""
        rows = self.rows()
        rows[:, decision] = self.history[decision]
        return rows

    def undone_rows(self, decision: int) -> np.ndarray:
        """Return rows in which this decision is taken otherwise than in history."""
        rows = self.rows()
        rows[:, decision] = self.undone[:, decision]
        return rows

    def live(self, rows: np.ndarray, only: np.ndarray | None = None) -> Lives:
        """Return how the histories go with these options fixed.

        Args:
            rows: int16[n, D] for the first n histories, -1 where the leader chooses by chance.
            only: positions of the histories wanted (rows then has one row for each); the first n otherwise.
        """
        at = np.arange(len(rows)) if only is None else np.asarray(only)
        outcome = np.full(len(at), -1, dtype=np.int16)
        chosen = np.full(rows.shape, NEVER, dtype=np.int8)
        left = self._recall(rows, at, outcome, chosen)
        if len(left):
            found = self._compute(rows[left], at[left])
            outcome[left], chosen[left] = found.outcome, found.chosen
        return Lives(outcome, chosen)

    def _recall(self, rows: np.ndarray, at: np.ndarray, outcome: np.ndarray, chosen: np.ndarray) -> np.ndarray:
        """Fill in every life that was lived before; return the positions of the others."""
        wanted = np.where(rows < 0, self._natural[at], rows)
        there, lives = self._memory.find(at, wanted, self.runs)
        outcome[there], chosen[there] = self._memory.outcome[lives], self._memory.chosen[lives]
        left = np.ones(len(at), dtype=bool)
        left[there] = False
        return np.flatnonzero(left)

    def _compute(self, rows: np.ndarray, at: np.ndarray) -> Lives:
        before = self.computed
        step = self.progress
        lived = run_arm(
            Arm("otherwise", self.problem, options=rows, params=self.params, learnt=self.learnt),
            runs=self.numbers[at].tolist(), seed=self.seed, threads=self.threads, folder=self.folder,
            progress=None if step is None else (lambda done: step(before + done)),
        )  # fmt: skip
        self.computed = before + len(at)
        lives = Lives(lived.outcome, lived.chosen)
        self._memory.add(at, lives)
        heard = (rows < 0) & lives.asked
        natural = self._natural[at]
        natural[heard] = lives.chosen[heard]
        self._natural[at] = natural
        return lives

    def _undone(self, first: int) -> np.ndarray:
        """Return int16[runs, D], the option that each history takes when the decision is undone (-2: there is none).

        Where a variant has decided there is no option of history's to forbid, and nothing to undo.
        """
        found = np.full((self.runs, len(self.history)), UNKNOWN, dtype=np.int16)
        for d, decision in enumerate(self.problem.decisions):
            chances = np.array(decision.chances, dtype=float)
            if self.history[d] >= 0:
                chances[self.history[d]] = 0.0
            if chances.sum() <= 0 or self.history[d] < 0:
                continue
            edges = np.cumsum(chances / chances.sum())
            drawn = np.searchsorted(edges, _luck(self.seed, decision.id, first, self.runs), side="right")
            found[:, d] = np.minimum(drawn, np.flatnonzero(chances)[-1])
            if (self.row < 0).all():  # whoever chose otherwise by himself stays with it
                own = self.first_lives.chosen[:, d]
                chose = (own >= 0) & (own != self.history[d])
                found[chose, d] = own[chose]
        return found

    def can_undo(self, decision: int) -> bool:
        """Whether this decision (by position) has another option with any chance."""
        return bool(self.runs and self.undone[0, decision] != UNKNOWN)


def _luck(seed: int, decision: str, first: int, runs: int) -> np.ndarray:
    """Return float[runs] in [0, 1): the luck by which an undone decision falls, named after it and the run."""
    name = hashlib.sha256(f"undone/{seed}/{decision}".encode()).digest()
    luck = np.random.Generator(np.random.Philox(key=int.from_bytes(name[:16], "little")))
    return luck.random(first + runs)[first:]
