"""The ensemble in brief: how it ends, what was decided, who holds how much hour by hour, what mattered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.ensemble.intervals import wilson
from dualpower.telling.language import LANGUAGES, load, number, percent, pick
from dualpower.telling.page import contract

if TYPE_CHECKING:
    from dualpower.analysis.finding import Finding
    from dualpower.ensemble.result import Result

LEVELS = (0.05, 0.25, 0.5, 0.75, 0.95)
PEERS = 3  # named of those that cannot be told apart
POINTS = 80  # points of a fan; the eye sees no more


def share_of(part: int, whole: int) -> dict[str, Any]:
    """Return share, low, high and runs, with Wilson's 95 % interval; nothing is known of an empty whole."""
    low, high = wilson(part, whole) if whole else (0.0, 1.0)
    return {"share": round(part / whole, 4) if whole else 0.0, "low": round(low, 4), "high": round(high, 4),
            "runs": whole}  # fmt: skip


def endings_of(outcome: np.ndarray, endings: int) -> list[contract.EndingShare]:
    """Return how often each ending came (outcome: its code per history, -1 where a history failed)."""
    whole = int(np.count_nonzero(outcome >= 0))
    return [
        contract.EndingShare(ending=code, **share_of(int(np.count_nonzero(outcome == code)), whole))
        for code in range(endings)
    ]


def ensemble(
    result: Result, stage: contract.Stage, *, fit: Finding | None = None, pivots: Finding | None = None
) -> contract.Ensemble:
    """Return many histories in brief.

    Args:
        result: the histories.
        stage: whose codes are used.
        fit: what ``score`` says of the marks.
        pivots: what ``find_pivots`` says of the decisions.
    """
    facts = fit.facts if fit is not None else {}
    sharpness = facts.get("median_sharpness")
    return contract.Ensemble(
        runs=result.runs,
        seed=result.seed,
        parameters=result.parameters,
        endings=endings_of(_codes(result, stage), len(stage.endings)),
        decisions=_decisions(result, stage),
        fans=fans(result, stage),
        marks_inside=facts.get("inside"),
        sharpness=None if sharpness is None or sharpness != sharpness else round(float(sharpness), 3),
        pivots=[] if pivots is None else _pivots(pivots, stage),
        pivots_sentence={} if pivots is None else {code: _said(pivots, stage, code) for code in LANGUAGES},
    )


def _codes(result: Result, stage: contract.Stage) -> np.ndarray:
    place = {ending.id: code for code, ending in enumerate(stage.endings)}
    return np.array([place.get(str(word), -1) for word in result.outcome], dtype=int)


def _decisions(result: Result, stage: contract.Stage) -> list[list[contract.Share]]:
    found = []
    for decision in stage.decisions:
        taken = result.chosen(decision.id)[result.ended]
        whole = int(np.count_nonzero(taken != ""))
        found.append([
            contract.Share(**share_of(int(np.count_nonzero(taken == option.id)), whole)) for option in decision.options
        ])  # fmt: skip
    return found


def fans(result: Result, stage: contract.Stage) -> list[contract.Fan]:
    """Return a fan for each contender: places held, men who act for it, its dead."""
    there, found = set(result.series_names), []
    for what in ("held", "acting", "killed"):
        for authority in sorted((a for a in stage.authorities if a.contender), key=lambda a: a.look):
            name = f"{what}.{authority.id}"
            if name in there and result.ended.any():
                found.append(_fan(result, stage, what, authority))
    return found


def _fan(result: Result, stage: contract.Stage, what: str, authority: contract.Authority) -> contract.Fan:
    rows = result.series(f"{what}.{authority.id}")[result.ended]
    last = rows.shape[1] - 1
    step = max(1, -(-last // POINTS))
    hours = sorted({*range(0, last, step), last})
    levels = np.quantile(rows[:, hours], LEVELS, axis=0)
    return contract.Fan(
        id=f"{what}.{authority.id}",
        title={code: load(code).word("report", f"fan_{what}", authority=pick(authority.title, code))
               for code in LANGUAGES},
        unit={code: load(code).word("report", f"unit_{what}") for code in LANGUAGES},
        look=authority.look,
        minutes=[min(60 * hour, stage.minutes) for hour in hours],
        quantiles=[[round(float(value), 1) for value in level] for level in levels],
    )  # fmt: skip


def _pivots(finding: Finding, stage: contract.Stage) -> list[contract.Pivot]:
    place = {decision.id: code for code, decision in enumerate(stage.decisions)}
    found = []
    for row in finding.table:
        decision = stage.decisions[place[row["id"]]]
        option = next(at for at, one in enumerate(decision.options) if one.id == row["option"])
        found.append(
            contract.Pivot(
                decision=place[row["id"]], option=option, shift=round(row["shift"], 4), low=round(row["low"], 4),
                high=round(row["high"], 4), necessity=_value(row["necessity"]), sufficiency=_value(row["sufficiency"]),
                group=int(row["group"]),
            )
        )  # fmt: skip
    return found


def _said(finding: Finding, stage: contract.Stage, code: str) -> str:
    """Say in a language which decision mattered most, and from which it cannot be told apart."""
    speech, titles = load(code), {decision.id: pick(decision.title, code) for decision in stage.decisions}
    ending = pick(finding.facts["outcome_title"], code) or str(finding.facts["outcome"])
    first = next((row for row in finding.table if row["seen"]), None)
    if first is None:
        least = max(abs(row["high"] - row["low"]) / 2 for row in finding.table)
        return speech.word(
            "report", "pivot_none", ending=ending, pairs=number(finding.facts["runs"], code),
            least=percent(least, code),
        )  # fmt: skip
    told = speech.word(
        "report", "pivot_most", decision=titles[first["id"]], ending=ending, done=percent(first["done"], code),
        undone=percent(first["undone"], code),
    )  # fmt: skip
    peers = [titles[row["id"]] for row in finding.table if row["group"] == first["group"] and row is not first]
    if not peers:
        return told
    named = ", ".join(speech.word("report", "quoted", text=peer) for peer in peers[:PEERS])
    if len(peers) > PEERS:
        named = speech.word("report", "peers_more", peers=named, n=number(len(peers) - PEERS, code))
    return f"{told} {speech.word('report', 'pivot_peers', peers=named)}"


def _value(measure: Mapping[str, Any] | Sequence[float] | None) -> float | None:
    value = measure.get("value") if isinstance(measure, Mapping) else None
    return None if value is None or value != value else round(float(value), 3)
