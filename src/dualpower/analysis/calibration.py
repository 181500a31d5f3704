"""What the record says about the universal parameters.

One bank of histories is lived with parameters drawn from their priors, the same parameters in every
scenario; leaders decide as they did in history, for what they chose is known and no parameter. The record's
marks then choose among the parameters (inference.py), and the same bank says how far such a choice can be
trusted (coverage.py). What is left is a set of draws from which other histories may be lived.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from dualpower.analysis import histories, rates, scales
from dualpower.analysis import marks as reading
from dualpower.analysis import summaries as lines
from dualpower.analysis.coverage import LEVELS, TRUTHS, Coverage, cover
from dualpower.analysis.finding import Finding
from dualpower.analysis.inference import Method, Posterior, infer
from dualpower.engine.params import PARAMS
from dualpower.errors import DualpowerError

if TYPE_CHECKING:
    from dualpower.ensemble.result import Result
    from dualpower.scenario.resolve import Resolved

    Target = str | Path | Resolved

RUNS, DRAWS, LEAST = 3_000, 500, 50
WITHIN = "-within-rates"  # a bank drawn from a part of the priors is another bank
NARROWED = 0.8  # of the prior's variance: what is left of a parameter about which something was learnt
LEARNT = (
    "scenarios", "runs", "seed", "decisions", "method", "without", "base_rates", "region", "rates", "numbers",
    "plausible", "kept", "set_aside", "clipped", "truths", "coverage",
)  # fmt: skip
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Calibration(Finding):
    """What was learnt: a row per parameter, and the draws themselves.

    draws    float [k, P], rows of parameters of equal weight
    learnt   what the draws were learnt from, as it is written beside them
    """

    draws: np.ndarray = field(default_factory=lambda: np.empty((0, 0)), compare=False, repr=False)
    learnt: Mapping[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the draws to a file that ``--parameters`` takes. Raises DualpowerError E804."""
        from dualpower.ensemble import draws

        made = datetime.now(UTC).date().isoformat()
        draws.save(path, self.draws, {**self.learnt, "made": made})


@dataclass(frozen=True)
class Bank:
    """Prior histories of some scenarios that share their parameters, those that ended in all of them."""

    deviates: np.ndarray
    numbers: lines.Summaries
    failed: int
    region: rates.Region | None = None  # what the rates of coups leave of the priors; None where they were not asked
    share: float = 1.0  # of the priors that lies in the region

    def groups(self) -> list[str]:
        """Return the scenario that each number is of."""
        return [name.partition("/")[0] for name in self.numbers.names]


def calibrate(
    target: Target | Sequence[Target],
    *,
    runs: int = RUNS,
    seed: int = 17,
    without: Sequence[str] = (),
    base_rates: bool = True,
    truths: int = TRUTHS,
    draws: int = DRAWS,
    folder: str | os.PathLike[str] | None = None,
    resume: bool = True,
    threads: int = 0,
    progress: Progress | None = None,
) -> Calibration:
    """Learn the universal parameters from the marks of one scenario or of several together.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario; or several.
        runs: histories of the bank, in each scenario.
        seed: of the bank, of the draws and of the check.
        without: marks that are left out (MARK, MARK.PART, or either after SCENARIO/).
        base_rates: learn from the rates of coups first (by rank, and without a death), on generated cases.
        truths: histories taken for the record in turn, to check how sure the fit may be; at most ``runs``.
        draws: rows of parameters to be drawn from what is found.
        folder: where the bank is kept, a folder for each scenario; what is there is not computed again.
        resume: go on with a bank begun before.
        threads: 0 for all cores; it changes nothing that happens.
        progress: called with what is done and of how much (histories of the bank, then truths).
    Returns:
        Calibration, a Finding with a row per parameter (docs/format.md, 'Output shapes').
    Raises:
        ScenarioError: a scenario has problems.
        DualpowerError: E605 no marks, E812 too few histories, E851 no such mark, E852 a mark out of reach.
        StoreError: the folder. Interrupted: Ctrl-C.
    """
    several = target if isinstance(target, Sequence) and not isinstance(target, str) else [target]
    cities = [histories.load(one) for one in several]
    check_request(cities, runs, truths, draws, without)
    lived, method = runs * (len(cities) + rates.WAVES * base_rates), Method()
    total = lived + min(truths, runs)
    bank = gather_bank(
        cities, runs=runs, seed=seed, without=without, base_rates=base_rates, folder=folder, resume=resume,
        threads=threads, progress=None if progress is None else lambda done: progress(done, total),
    )  # fmt: skip
    lines.check_reach(bank.numbers)
    numbers = bank.numbers
    split: dict[str, Any] = {"groups": bank.groups(), "within": None if bank.region is None else bank.region.holds}
    found = infer(bank.deviates, numbers.values, numbers.observed, numbers.error, method=method, **split)
    checked = cover(
        bank.deviates, numbers.values, numbers.error, truths=min(truths, len(bank.deviates)), method=method, seed=seed,
        progress=None if progress is None else lambda done: progress(lived + done, total), **split,
    )  # fmt: skip
    how = {"name": "history matching in waves, then regression ABC", **vars(method)}
    return tell_fit(cities, bank, found, checked, how, runs=runs, seed=seed, draws=draws, without=without)


def tell_fit(
    cities: Sequence[Resolved], bank: Bank, found: Posterior, checked: Coverage | None, method: Mapping[str, Any], *,
    runs: int, seed: int, draws: int, without: Sequence[str],
) -> Calibration:  # fmt: skip
    """Return what was found as a Finding, with the draws and what they were learnt from.

    Args:
        checked: how often such intervals hold the truth; None where that was not tried.
        method: how it was found, by name; goes into the provenance.
    """
    rows = scales.to_params(found.draw(draws, np.random.default_rng([seed, 0xD4A])))
    facts = _facts(cities, bank, found, checked, method, runs=runs, seed=seed, draws=draws, without=without)
    facts |= _of_rates(bank, found)
    table = tuple(_row(i, found, checked, rows) for i in range(len(PARAMS)))
    learnt = {key: facts[key] for key in LEARNT}
    return Calibration(table, _sentence(table, facts), _sure(facts), facts, "parameters", rows, learnt)


def gather_bank(
    cities: Sequence[Resolved], *, runs: int, seed: int, without: Sequence[str] = (), base_rates: bool = False,
    folder: Any = None, resume: bool = True, threads: int = 0, progress: Callable[[int], None] | None = None,
) -> Bank:  # fmt: skip
    """Live the prior histories of some scenarios, or read them back, and sum each up in numbers.

    With ``base_rates`` as many rows of parameters are tried on generated coups first, and the histories' own are then
    drawn where the record's rates are met (arguments as ``calibrate``).
    """
    from dualpower import ensemble

    region, params, share, results, done = None, None, 1.0, [], 0

    def step(now: int) -> None:
        if progress is not None:
            progress(done + now)

    if base_rates:
        coups_place = None if folder is None else os.path.join(folder, "coups")
        region = rates.find_region(runs, seed=seed, folder=coups_place, threads=threads, progress=step)
        deviates, share = region.draw(runs, seed)
        params, done = scales.to_params(deviates), rates.WAVES * runs
    for city in cities:
        place = None if folder is None else os.path.join(folder, city.id + (WITHIN if base_rates else ""))
        results.append(
            ensemble.simulate(
                histories.compile_scenario(city), runs=runs, seed=seed, decisions="history", threads=threads,
                folder=place, resume=resume and folder is not None, progress=step, params=params,
                scenario_json=histories.resolved_json(city) if folder is not None else None,
            )
        )  # fmt: skip
        done += runs
    ended = np.logical_and.reduce([result.ended for result in results])
    if ended.sum() < LEAST:
        raise DualpowerError("E812", f"only {int(ended.sum())} histories came to their end", "give more runs")
    numbers = [
        lines.summarise(city, watched(result, ended), frame_of(city), without=without)
        for city, result in zip(cities, results, strict=True)
    ]
    lived = np.stack([results[0].param(row.symbol)[ended] for row in PARAMS], axis=1)
    return Bank(scales.to_deviates(lived), lines.join(numbers), int((~ended).sum()), region, share)


def watched(result: Result, which: np.ndarray) -> reading.Watched:
    """Return what the marks watch in some histories of a result."""
    return {name: (result.watch_min(name)[which], result.watch(name)[which]) for name in result.watches}


def frame_of(resolved: Resolved) -> reading.Frame:
    """Return what a scenario's values are measured against."""
    return reading.Frame(resolved.clock, float(resolved.end_min), histories.men_on_rolls(resolved))


def check_request(cities: Sequence[Resolved], runs: int, truths: int, draws: int, without: Sequence[str]) -> None:
    """Refuse what cannot be learnt from. Raises DualpowerError E801, E811, E605, E851."""
    if runs < LEAST or draws < 1 or truths < 2:
        raise DualpowerError(
            "E801", f"{runs} runs, {draws} draws, {truths} truths", f"at least {LEAST} runs, 1 draw and 2 truths"
        )
    if len({city.id for city in cities}) < len(cities):
        raise DualpowerError("E811", "a scenario is named twice", "name each once")
    for city in cities:
        if not city.scenario.marks:
            raise DualpowerError("E605", f"{city.id} has no marks to learn from", "give it a record.yaml")
    lines.check_without(without, {city.id: city.scenario.marks for city in cities})


def _facts(
    cities: Sequence[Resolved], bank: Bank, found: Posterior, checked: Coverage | None, method: Mapping[str, Any], *,
    without: Sequence[str], **how: Any,
) -> dict[str, Any]:  # fmt: skip
    names = bank.numbers.names
    return {
        "scenario": "+".join(city.id for city in cities),
        "scenarios": {city.id: city.digest for city in cities},
        **how,
        "failed": bank.failed,
        "decisions": "history",
        "method": dict(method),
        "without": list(without),
        "marks": sum(len(city.scenario.marks) for city in cities),
        "numbers": len(names),
        "plausible": found.plausible,
        "kept": found.kept,
        "set_aside": [names[i] for i in found.implausible],
        "clipped": [PARAMS[i].symbol for i in found.clipped],
        "truths": 0 if checked is None else len(checked.places),
        "coverage": {} if checked is None else checked.overall(),
        "coverage_half": {} if checked is None else checked.halves(),
        "ranks": [] if checked is None else checked.histogram(),
    }


def _of_rates(bank: Bank, found: Posterior) -> dict[str, Any]:
    """Return what the rates of coups had to say: their cases, what they leave, and what the fit makes of them."""
    if bank.region is None:
        return {"base_rates": None, "region": None, "rates": None}
    expected = found.weights @ bank.region.expected(found.deviates)
    return {
        "base_rates": rates.digest(),
        "region": {"share": bank.share, "bound": rates.BOUND, "dropped": found.dropped},
        "rates": dict(zip(rates.NAMES, expected.tolist(), strict=True)),
    }


def _row(i: int, found: Posterior, checked: Coverage | None, rows: np.ndarray) -> dict[str, Any]:
    """Return what was learnt about one parameter."""
    param = PARAMS[i]
    mean, sd = (values[i] for values in found.moments())
    low, middle, high = np.quantile(rows[:, i], [0.05, 0.5, 0.95])
    before = scales.to_params(np.tile(np.array([[-1.6449], [0.0], [1.6449]]), (1, len(PARAMS))))[:, i]
    return {
        "id": param.symbol,
        "title": param.meaning,
        "unit": param.unit,
        "prior_low": before[0],
        "prior_median": before[1],
        "prior_high": before[2],
        "low": low,
        "median": middle,
        "high": high,
        "shift": mean,
        "left": sd**2,
        **_held(i, checked),
    }


def _held(i: int, checked: Coverage | None) -> dict[str, Any]:
    """Return what the check says of one parameter; nothing is known where nothing was checked."""
    if checked is None:
        unknown = {f"covered_{100 * level:g}": None for level in LEVELS}
        return {"left_expected": None, **unknown, "ranks": [], "unevenness": None}
    return {
        "left_expected": float(checked.shrunk[:, i].mean()),
        **{f"covered_{100 * level:g}": float(checked.share(level)[i]) for level in LEVELS},
        "ranks": checked.histogram(i),
        "unevenness": checked.unevenness(i),
    }


def _sentence(table: Sequence[Mapping[str, Any]], facts: Mapping[str, Any]) -> str:
    learnt = sorted((row for row in table if row["left"] < NARROWED), key=lambda row: row["left"])
    best = ", ".join(f"{row['id']} ({row['title']})" for row in learnt[:3])
    said = f"The record narrows {len(learnt)} of {len(table)} parameters by a fifth of their variance or more"
    return f"{said}; most of all {best}." if learnt else f"{said}."


def _sure(facts: Mapping[str, Any]) -> str:
    if not facts["truths"]:
        return "How often its intervals hold the truth was not checked."
    held, half = facts["coverage"]["90"], facts["coverage_half"]["90"]
    rates_too = " and the rates of coups" if facts["base_rates"] else ""
    aside = (
        f"; {len(facts['set_aside'])} that no parameter makes plausible were set aside" if facts["set_aside"] else ""
    )
    return (
        f"It rests on {facts['runs']:,} prior histories a scenario and {facts['numbers']} numbers from "
        f"{facts['marks']} marks{rates_too}{aside}. Intervals of 90 % held {100 * held:.1f} % (give or take "
        f"{100 * half:.1f}) of {facts['truths']} truths that the model itself had made; of a world that the model "
        "gets wrong that says nothing."
    )
