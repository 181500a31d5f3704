"""What would have been otherwise: a scenario and its alternatives, pair by pair on common luck.

Run 7 as it was and run 7 with the change share their luck, so what differs between them is what the change
brought about. Counted over many pairs it is a difference with an interval; looked at in one pair it is a story
with a first event that differs.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import histories, pairs, parting
from dualpower.analysis.alternatives import alternatives, pick_english
from dualpower.analysis.finding import Finding
from dualpower.ensemble import draws
from dualpower.ensemble.arms import place
from dualpower.ensemble.intervals import wilson
from dualpower.errors import DualpowerError

if TYPE_CHECKING:
    from dualpower.analysis.alternatives import Alternative
    from dualpower.analysis.histories import Target
    from dualpower.analysis.parting import Parting
    from dualpower.ensemble.arms import Progress, Runs
    from dualpower.scenario.resolve import Resolved

AS_IT_WAS = "as-it-was"
WIDTH = 0.04  # whole width of the interval for which the pairs needed are told: plus or minus two points
FEW = 30  # pairs below which a share says next to nothing


@dataclass(frozen=True, repr=False, eq=False)
class Comparison(Finding):
    """A finding that also keeps what it was found from: the arms, their runs, and the scenarios of each."""

    base: Resolved | None = None
    others: tuple[Alternative, ...] = ()
    arms: tuple[pairs.Arm, ...] = ()
    runs: tuple[Runs, ...] = ()
    seed: int = 0

    def parting(self, variant: str | None = None, *, run: int | None = None) -> Parting | None:
        """Return where one pair parts: that of ``run``, or the pair that shows the change best.

        Args:
            variant: the alternative's name; the first when it is None.
            run: a run's number.
        Returns:
            None where the two are one and the same history.
        Raises:
            DualpowerError: E703, no such alternative; E801, an impossible run.
        """
        names = [one.id for one in self.others]
        at = 0 if variant is None else place(variant, names, "E703", "alternative")
        if run is None:
            run = parting.telling_run(self.runs[0], self.runs[at + 1], self.facts["outcome"])
        elif not 0 <= run < 2**31:
            raise DualpowerError("E801", f"run is {run}", "runs are numbered from 0")
        return None if run is None else parting.part(self.arms[0], self.arms[at + 1], run=run, seed=self.seed)


def compare(
    target: Target,
    variants: str | Sequence[str],
    *,
    runs: int = histories.RUNS_COMPILED,
    seed: int = 0,
    outcome: str | None = None,
    watches: Sequence[str] = (),
    level: float = pairs.LEVEL,
    width: float = WIDTH,
    decisions: str = "drawn",
    parameters: str = histories.DEFAULT_PARAMETERS,
    threads: int = 0,
    folder: str | os.PathLike[str] | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Compare a scenario with alternative histories, pair by pair on common luck.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario.
        variants: names of its variants, ``one+other`` for both at once, files of variants (``mine.yaml``,
            ``mine.yaml#name``).
        runs, seed: how many pairs, and their luck.
        outcome: the outcome that the sentence is about; history's own when it is None.
        watches: parts of marks whose hour or value is compared too.
        level: 0-1, how sure each interval is.
        width: whole width (0-1) of the interval for which the pairs needed are told.
        decisions: "drawn", or "history": every leader takes the option that history took.
        parameters: where the universal parameters are drawn from, as in ``simulate``.
        threads: 0 for all cores.
        folder: where finished work is kept, so that the same call goes on where it stopped.
        progress: called with the number of runs done, over all arms.
    Returns:
        Comparison, a Finding with a row per alternative and outcome (docs/format.md, 'Output shapes').
    Raises:
        ScenarioError: the scenario or a variant has problems; E701 a patch no longer applies, E813 two clash.
        DualpowerError: E703 nothing to compare with, E820 no such outcome, E810 no such watch, E811 one
            alternative twice, E812 too few pairs to say anything, E801, E802.
        ValueError: a level outside 0-1, a width that is not positive.
    """
    resolved = histories.load(target)
    others = alternatives(resolved, [variants] if isinstance(variants, str) else list(variants))
    learnt = draws.find(parameters)
    arms = [
        pairs.Arm(name, histories.compile_scenario(one), decisions=decisions, learnt=learnt)
        for name, one in ((AS_IT_WAS, resolved), *((one.id, one.resolved) for one in others))
    ]
    headline = outcome or next(k for k, o in resolved.scenario.outcomes.items() if o.history)
    _check(resolved, arms[0], headline, watches, runs=runs, level=level, width=width)
    kept = pairs.run_arms(arms, runs=runs, seed=seed, threads=threads, folder=folder, progress=progress)
    made = [
        _Against(resolved, one, kept[0], other, headline, tuple(watches), level, width, seed)
        for one, other in zip(others, kept[1:], strict=True)
    ]
    facts: dict[str, Any] = {
        "scenario": resolved.id, "seed": seed, "runs": runs, "decisions": decisions,
        "parameters": parameters, "level": level, "width": width,
        "outcome": headline, "variants": [one.facts() for one in made],
        **resolved.own_mechanisms(),
    }  # fmt: skip
    found = Comparison(
        tuple(row for one in made for row in one.rows()),
        " ".join(one.sentence() for one in made),
        " ".join([*(one.sure() for one in made), f"Each interval is a {100 * level:.0f} % interval for itself."]),
        facts, "differences", resolved, tuple(others), tuple(arms), tuple(kept), seed,
    )  # fmt: skip
    for one, fact in zip(others, facts["variants"], strict=True):
        parted = found.parting(one.id)
        fact["parting"] = None if parted is None else parted.to_json()
    return found


def _check(
    resolved: Resolved, base: pairs.Arm, outcome: str, watches: Sequence[str], *, runs: int, level: float, width: float
) -> None:
    """Refuse what cannot be asked, before anything is run."""
    pairs.z_of(level)
    if not width > 0:
        raise ValueError(f"the width of an interval is positive, not {width}")
    place(outcome, list(resolved.scenario.outcomes), "E820", "outcome")
    for watch in watches:
        place(watch, [known.id for known in base.problem.watches], "E810", "watch")
    if runs == 1:
        raise DualpowerError("E812", "one pair of runs says nothing", "ask for some hundreds")


@dataclass(frozen=True)
class _Against:
    """One alternative against the base."""

    resolved: Resolved
    alternative: Alternative
    base: Runs
    other: Runs
    headline: str
    watches: tuple[str, ...]
    level: float
    width: float
    seed: int

    @cached_property
    def unchanged(self) -> pairs.Unchanged:
        return pairs.unchanged(self.base, self.other, level=self.level)

    @cached_property
    def difference(self) -> pairs.Difference:
        return self._of(self.base.has(self.headline), self.other.has(self.headline))

    def _of(self, base: Any, other: Any) -> pairs.Difference:
        return pairs.difference(base, other, level=self.level)

    def title(self, outcome: str) -> str:
        return pick_english(self.resolved.scenario.outcomes[outcome].title or {}) or outcome

    # --- the table

    def rows(self) -> list[dict[str, Any]]:
        """Return a row per outcome, then what was watched."""
        outcomes = self.resolved.scenario.outcomes
        rows = [
            self._row("outcome", key, self.title(key), bool(noun.history),
                      self._of(self.base.has(key), self.other.has(key)))
            for key, noun in outcomes.items()
        ]  # fmt: skip
        for watch in self.watches:
            rows += self._watched(watch)
        return rows

    def _row(self, measure: str, key: str, title: str, history: bool, found: pairs.Difference) -> dict[str, Any]:
        needed = found.pairs_needed(self.width) if found.kind == "share" else None
        return {
            "variant": self.alternative.id, "measure": measure, "id": key, "title": title, "history": history,
            **found.to_json(), "pairs_needed": needed,
        }  # fmt: skip

    def _watched(self, watch: str) -> list[dict[str, Any]]:
        """Return rows for whether, when and how much: those of which two pairs or more can tell."""
        sides = (self.base, self.other)
        measures = {
            "happens": [np.where(side.ended, np.isfinite(side.hours(watch)).astype(float), np.nan) for side in sides],
            "hours": [side.hours(watch) for side in sides],
            "value": [side.value(watch) for side in sides],
        }
        rows = []
        for measure, (base, other) in measures.items():
            if np.count_nonzero(np.isfinite(base) & np.isfinite(other)) >= pairs.FEWEST:
                rows.append(self._row(measure, watch, watch, False, self._of(base, other)))
        return rows

    # --- the single values

    def facts(self) -> dict[str, Any]:
        same = self.unchanged
        distance, chance = pairs.distribution_shift(self.base, self.other, seed=self.seed)
        return {
            "id": self.alternative.id,
            "title": self.alternative.title,
            "changes": [{"path": path, "to": value} for path, value in self.alternative.changes],
            "sentence": self.sentence(),
            "sure": self.sure(),
            "pairs": same.pairs,
            "failed": len(self.base) - same.pairs,
            "unchanged": {"pairs": same.same, "share": same.share, "low": same.low, "high": same.high},
            "distance": distance,
            "distance_chance": chance,
        }

    # --- words

    def sentence(self) -> str:
        """Return the answer in one plain sentence."""
        found, name, title = self.difference, self.alternative.title, self.title(self.headline)
        if self.unchanged.same == self.unchanged.pairs:
            return f"“{name}” changes nothing: all {found.pairs:,} pairs are the same history to the last event."
        if found.base == 0 and found.other == 0:
            most = wilson(0, found.pairs, level=self.level)[1]
            return (
                f"“{title}” never happens, neither as it was nor with “{name}”: {found.pairs:,} pairs say only "
                f"that its chance is below {100 * most:.2g} % either way."
            )
        if found.is_clear:
            less, more = sorted((abs(found.low), abs(found.high)))
            return (
                f"With “{name}”, “{title}” happens in {100 * found.other:.1f} % of histories instead of "
                f"{100 * found.base:.1f} %: {_points(found.shift)} ({100 * self.level:.0f} %: {100 * less:.1f} to "
                f"{100 * more:.1f})."
            )
        return f"{self._unclear()}{self._settle()}"

    def _unclear(self) -> str:
        found, name, title = self.difference, self.alternative.title, self.title(self.headline)
        few = f"{found.pairs:,} pairs are too few to say anything" if found.pairs < FEW else (
            f"{found.pairs:,} pairs do not tell")  # fmt: skip
        return (
            f"Whether “{name}” makes “{title}” likelier or less likely, {few}: {_points(found.shift)} "
            f"({100 * self.level:.0f} %: {100 * found.low:+.1f} to {100 * found.high:+.1f})"
        )

    def _settle(self) -> str:
        found = self.difference
        if not found.pairs_to_settle:
            return f"; about {found.pairs_needed(self.width):,} pairs would tell it to ±{50 * self.width:.2g} points."
        return f"; about {found.pairs_to_settle:,} pairs would settle a difference as large as this."

    def sure(self) -> str:
        """Say what the answer rests on."""
        same, found = self.unchanged, self.difference
        text = (
            f"{same.same:,} of {same.pairs:,} pairs ({100 * same.share:.0f} %) are the same history to the last event"
        )
        times = found.times_fewer
        if np.isfinite(times):
            text += f"; unpaired runs would need to be {times:.1f} times as many for the same interval"
        failed = len(self.base) - same.pairs
        return text + (f"; {failed:,} pairs in which a run failed are left out." if failed else ".")


def _points(shift: float) -> str:
    points = 100 * abs(shift)
    return f"{points:.1f} points {'more' if shift > 0 else 'less'}" if points >= 0.05 else "no difference to speak of"
