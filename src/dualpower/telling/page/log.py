"""The log of a film: which happenings are kept, to whom they happened, and their sentences in every language."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dualpower import words
from dualpower.telling.chronicle import DETAILS, EVENT_WORDS, Chronicle, chronicle
from dualpower.telling.page import contract
from dualpower.telling.story import namer, odds_of

if TYPE_CHECKING:
    from dualpower.compiler.problem import Problem
    from dualpower.engine.film import Film
    from dualpower.scenario.resolve import Resolved

KEPT = 600  # happenings of one film, besides what explains them
DRAWN = frozenset({"called", "shelled", "decided", "outside", "started", "ended"})  # these are kept whatever they weigh


def happenings(
    resolved: Resolved, problem: Problem, shot: Film, slots: list[tuple[int, int]], languages: tuple[str, ...]
) -> list[contract.Happening]:
    """Return the log of a film: what matters, what is drawn on the map, and every cause of either."""
    told = _chronicles(resolved, problem, shot, languages)
    first = next(iter(told.values()))
    kept = _choose(first)
    place = {row: at for at, row in enumerate(kept)}
    where = _Slots(slots)
    return [_happening(problem, shot, told, row, place, where) for row in kept]


def _chronicles(resolved: Resolved, problem: Problem, shot: Film, languages: tuple[str, ...]) -> dict[str, Chronicle]:
    from dualpower.clock import Clock

    rows, numbers, odds = shot.log_rows.tolist(), shot.log_x.tolist(), odds_of(problem, resolved)
    return {
        code: chronicle(
            rows, numbers, name=namer(problem, shot.log_units, code),
            when=Clock(problem.calendar, problem.start),  # type: ignore[arg-type]
            language=code, worth=problem.arrays["site_value"].tolist(), odds=odds,
        )
        for code in languages
    }  # fmt: skip


def _choose(told: Chronicle) -> list[int]:
    """Return the rows that are kept, in order: what matters most, what is drawn, and the causes of both."""
    rows = range(len(told.rows))
    best = sorted(rows, key=lambda row: (-told.weights[row], row))[:KEPT]
    chosen = set(best) | {row for row in rows if EVENT_WORDS[int(told.rows[row][1])] in DRAWN}
    for row in list(chosen):
        while (row := told.trigger(row)) >= 0 and row not in chosen:
            chosen.add(row)
    return sorted(chosen)


class _Slots:
    """Which track a unit's number in the log stands for at a minute."""

    def __init__(self, slots: list[tuple[int, int]]) -> None:
        self.by: dict[int, list[tuple[int, int]]] = {}
        for track, (slot, since) in enumerate(slots):
            self.by.setdefault(slot, []).append((since, track))

    def track(self, slot: int, minute: int, bases: int, base: int) -> int:
        """Return the track of a unit, or of the unit behind a detachment of it; -1 for nobody."""
        if slot < 0:
            return -1
        found = -1
        for since, track in self.by.get(base if base >= 0 else slot, []):
            if since <= minute or found < 0:
                found = track
        return found


def _happening(
    problem: Problem, shot: Film, told: dict[str, Chronicle], row: int, place: dict[int, int], where: _Slots
) -> contract.Happening:
    minute, event, cause, _, unit, authority, site, other = (int(value) for value in shot.log_rows[row])
    any_ = next(iter(told.values()))
    word, x = EVENT_WORDS[event], float(shot.log_x[row])
    base = int(shot.log_units[unit]) if 0 <= unit < len(shot.log_units) else -1
    trigger = any_.trigger(row)
    return contract.Happening(
        minute=minute, event=word, cause=_cause(cause), trigger=place.get(trigger, -1),
        unit=where.track(unit, minute, len(problem.names.units), base), authority=authority, site=site, other=other,
        x=None if not np.isfinite(x) else round(x, 3), weight=round(any_.weights[row], 2),
        text={code: one.sentence(row) for code, one in told.items()},
        because={} if trigger in place else {code: one.because(row) for code, one in told.items()},
        evidence=_evidence(problem, word, base, site, other),
    )  # fmt: skip


def _cause(code: int) -> str:
    return next(word for word, number in words.CAUSES.items() if number == code)


def _evidence(problem: Problem, event: str, unit: int, site: int, other: int) -> list[str]:
    """Return the heads of the paths whose numbers stand behind an event: the unit, the choice, the stores."""
    names, found = problem.names, []
    kind, _ = DETAILS.get(event, ("", ""))
    if kind == "option" and 0 <= other < len(names.options):
        decision, _, option = names.options[other].partition(".")
        found.append(f"decisions.{decision}.options.{option}.chance")
    if kind == "plan" and 0 <= other < len(names.plans):
        found.append(f"plans.{names.plans[other]}")
    if kind == "outside" and 0 <= other < len(names.outside):
        found.append(f"outside.{names.outside[other]}")
    if 0 <= unit < len(names.units):
        found.append(f"units.{names.units[unit].partition('@')[0]}")
    if 0 <= site < len(names.sites):
        found.append(f"sites.{names.sites[site]}")
    return found
