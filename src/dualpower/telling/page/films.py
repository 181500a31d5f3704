"""A whole run as a film: every body of men, who holds what, who believes what, and the log in four languages.

A film is kept small: only changes are written, and changes of a few men are put together until they are worth
seeing. Nothing that moves, dies or changes sides is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from dualpower.telling.language import LANGUAGES
from dualpower.telling.page import contract
from dualpower.telling.page.log import happenings

if TYPE_CHECKING:
    from dualpower.compiler.problem import Problem
    from dualpower.engine.film import Frame
    from dualpower.scenario.resolve import Resolved

Why = Literal["history-like", "median", "surprising", "asked", "otherwise"]
SLOT, PARENT, SITE, GOAL, ARRIVES, SERVES, DEAD, CAPTURED = range(8)
FEW = 6  # men: smaller changes wait ...
SMALL = 0.1  # ... and so do changes by less than this part of the body
LATE = 240  # minutes: a small change waits no longer than this
STEP = 15  # minutes between two frames
FRESH = 360  # minutes: younger news of the same is not worth a line


def film(
    resolved: Resolved,
    problem: Problem,
    *,
    seed: int,
    run: int,
    why: Why,
    params: Any = None,
    options: Any = None,
    otherwise: tuple[int, int] | None = None,
    languages: tuple[str, ...] = LANGUAGES,
) -> contract.Film:
    """Return one run, whole.

    Args:
        resolved: the scenario, and ``problem`` the same compiled.
        seed, run: which history it is; run 7 here is run 7 of ``simulate`` with this seed.
        why: what it was chosen for.
        params, options: what is fixed in it (see ``film_run``).
        otherwise: decision and option (their places) that ``options`` sets against the run's own luck.
        languages: in which its log is told.
    Raises:
        DualpowerError: E807, the run failed.
    """
    from dualpower.engine.film import film_run

    every = max(STEP, problem.step_min)
    shot = film_run(problem.case, seed=seed, run=run, every=every, params=params, options=options)
    tracks, slots = _tracks(shot.frames, len(problem.names.units))
    return contract.Film(
        run=run,
        seed=seed,
        why=why,
        otherwise=list(otherwise or ()),
        ending=shot.outcome,
        options=[int(option) for option in shot.chosen],
        tracks=tracks,
        holders=_holders(shot.frames),
        beliefs=_beliefs(shot.frames),
        happenings=happenings(resolved, problem, shot, slots, languages),
    )


def seen(
    resolved: Resolved, problem: Problem, *, seed: int, run: int, language: str, params: Any = None, options: Any = None
) -> contract.Page:
    """Return a page of one run alone, in one language: what a notebook shows."""
    from dualpower.telling.page import build

    whole = film(
        resolved, problem, seed=seed, run=run, why="asked", params=params, options=options, languages=(language, "en")
    )
    page = build.page(
        resolved, problem, home="notebook", films=[whole], with_evidence=False, with_story=False,
        command=f"dualpower tell {resolved.id} --seed {seed} --run {run}",
    )  # fmt: skip
    kept = {code: page.texts[code] for code in dict.fromkeys((language, "en"))}
    return page.model_copy(update={"texts": kept, "languages": list(kept), "cite": {}})


# ---------------------------------------------------------------- bodies of men


class _Body:
    """One track while it is followed."""

    def __init__(self, unit: int, detachment: bool, minute: int) -> None:
        self.unit, self.detachment, self.since, self.until = unit, detachment, minute, minute
        self.steps: list[list[int]] = []
        self.row: list[int] = []  # as last seen, whether written or not

    def see(self, minute: int, row: list[int]) -> None:
        """Write a step where there is something to see; a small change waits for more of its kind."""
        self.until = minute
        if row == self.row and (not self.steps or row[SITE:] == self.steps[-1][1:]):
            return
        self.row = row
        now = [minute, *row[SITE:]]
        if not self.steps or _worth_seeing(self.steps[-1], now):
            self.steps.append(now)

    def close(self, minute: int) -> None:
        """End the track; what was still waiting is written."""
        if self.row[SITE:] != self.steps[-1][1:]:
            self.steps.append([self.until, *self.row[SITE:]])
        self.until = minute


def _worth_seeing(then: list[int], now: list[int]) -> bool:
    """Whether the body moved, changed its aim or its master, or enough of its men changed."""
    if then[1:3] != now[1:3] or then[4] != now[4] or (now[2] >= 0 and then[3] != now[3]):
        return True
    gap = max(abs(a - b) for a, b in zip(then[5:], now[5:], strict=True))
    return gap > 0 and (gap > max(FEW, SMALL * max(*then[7:], *now[7:])) or now[0] - then[0] >= LATE)


def _tracks(frames: list[Frame], bases: int) -> tuple[list[contract.Track], list[tuple[int, int]]]:
    """Return the tracks, and of each (slot, minute it began) for the log to find it by."""
    open_: dict[int, _Body] = {}
    made: list[_Body] = []
    slots: list[tuple[int, int]] = []
    for frame in frames:
        rows = {row[SLOT]: row for row in frame.units.tolist()}
        for slot, row in rows.items():
            unit = slot if slot < bases else row[PARENT]
            body = open_.get(slot)
            if body is None or body.unit != unit:
                if body is not None:
                    body.close(frame.minute)
                body = open_[slot] = _Body(unit, slot >= bases, frame.minute)
                made.append(body)
                slots.append((slot, frame.minute))
            body.see(frame.minute, row)
        for slot in [slot for slot in open_ if slot not in rows]:
            open_.pop(slot).close(frame.minute)
    for body in open_.values():
        body.close(frames[-1].minute)
    kept = [
        contract.Track(unit=b.unit, detachment=b.detachment, since=b.since, until=b.until, steps=b.steps) for b in made
    ]
    return kept, slots


# ---------------------------------------------------------------- places


def _holders(frames: list[Frame]) -> list[list[list[int]]]:
    found: list[list[list[int]]] = [[] for _ in frames[0].holder]
    for frame in frames:
        for site, (holder, hot) in enumerate(zip(frame.holder.tolist(), frame.contested.tolist(), strict=True)):
            if not found[site] or found[site][-1][1:] != [holder, hot]:
                found[site].append([frame.minute, holder, hot])
    return found


def _beliefs(frames: list[Frame]) -> list[list[list[list[int]]]]:
    """Per authority and site, who is believed to hold it, and the minute of the news, where either changed.

    News that says the same again is written when it is some hours younger than what is written: for fading,
    that is enough.
    """
    authorities, sites = frames[0].believed.shape
    found: list[list[list[list[int]]]] = [[[] for _ in range(sites)] for _ in range(authorities)]
    for frame in frames:
        for who in range(authorities):
            pairs = zip(frame.believed[who].tolist(), frame.seen[who].tolist(), strict=True)
            for site, (holder, news) in enumerate(pairs):
                said = found[who][site]
                if not said or said[-1][1] != holder or news - said[-1][2] >= FRESH:
                    said.append([frame.minute, holder, news])
    return found
