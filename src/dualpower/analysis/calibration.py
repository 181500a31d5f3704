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
NARROWED = 0.8  # of the prior's variance: what is left of a parameter about which something was learnt
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
        base_rates: learn from the rates of coups too (by rank, and without a death), on generated cases.
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
    _check_request(cities, runs, truths, draws, without)
    lived, method = runs * (len(cities) + base_rates), Method()
    total = lived + min(truths, runs)
    bank = gather_bank(
        cities, runs=runs, seed=seed, without=without, base_rates=base_rates, folder=folder, resume=resume,
        threads=threads, progress=None if progress is None else lambda done: progress(done, total),
    )  # fmt: skip
    lines.check_reach(bank.numbers)
    numbers = bank.numbers
    found = infer(bank.deviates, numbers.values, numbers.observed, numbers.error, method=method)
    checked = cover(
        bank.deviates, numbers.values, numbers.error, truths=min(truths, len(bank.deviates)), method=method, seed=seed,
        progress=None if progress is None else lambda done: progress(lived + done, total),
    )  # fmt: skip
    rows = scales.to_params(found.draw(draws, np.random.default_rng([seed, 0xD4A])))
    facts = _facts(cities, bank, found, checked, runs=runs, seed=seed, draws=draws, without=without)
    facts["base_rates"] = rates.digest() if base_rates else None
    table = tuple(_row(i, found, checked, rows) for i in range(len(PARAMS)))
    learnt = {
        key: facts[key]
        for key in ("scenarios", "runs", "seed", "decisions", "method", "without", "base_rates", "numbers", "plausible",
                    "kept", "set_aside", "clipped", "truths", "coverage")
    }  # fmt: skip
    return Calibration(table, _sentence(table, facts), _sure(facts), facts, "parameters", rows, learnt)


def gather_bank(
    cities: Sequence[Resolved], *, runs: int, seed: int, without: Sequence[str] = (), base_rates: bool = False,
    folder: Any = None, resume: bool = True, threads: int = 0, progress: Callable[[int], None] | None = None,
) -> Bank:  # fmt: skip
    """Live the prior histories of some scenarios, or read them back, and sum each up in numbers.

    With ``base_rates`` every row of parameters is tried on the generated coups too (arguments as ``calibrate``).
    """
    from dualpower import ensemble

    results, done = [], 0
    for city in cities:
        place = None if folder is None else os.path.join(folder, city.id)
        step = None if progress is None else (lambda now, before=done: progress(before + now))
        results.append(
            ensemble.simulate(
                histories.compile_scenario(city), runs=runs, seed=seed, decisions="history", threads=threads,
                folder=place, resume=resume and folder is not None, progress=step,
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
    params = np.stack([results[0].param(row.symbol)[ended] for row in PARAMS], axis=1)
    if base_rates:
        place = None if folder is None else os.path.join(folder, "coups")
        step = None if progress is None else (lambda now, before=done: progress(before + now))
        numbers.append(rates.rate_numbers(params, seed=seed, folder=place, threads=threads, progress=step))
    return Bank(scales.to_deviates(params), lines.join(numbers), int((~ended).sum()))


def watched(result: Result, which: np.ndarray) -> reading.Watched:
    """Return what the marks watch in some histories of a result."""
    return {name: (result.watch_min(name)[which], result.watch(name)[which]) for name in result.watches}


def frame_of(resolved: Resolved) -> reading.Frame:
    """Return what a scenario's values are measured against."""
    return reading.Frame(resolved.clock, float(resolved.end_min), histories.men_on_rolls(resolved))


def _check_request(cities: Sequence[Resolved], runs: int, truths: int, draws: int, without: Sequence[str]) -> None:
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
    cities: Sequence[Resolved], bank: Bank, found: Posterior, checked: Coverage, *, without: Sequence[str], **how: Any
) -> dict[str, Any]:
    names = bank.numbers.names
    return {
        "scenario": "+".join(city.id for city in cities),
        "scenarios": {city.id: city.digest for city in cities},
        **how,
        "failed": bank.failed,
        "decisions": "history",
        "method": {"name": "history matching, then regression ABC", **vars(Method())},
        "without": list(without),
        "marks": sum(len(city.scenario.marks) for city in cities),
        "numbers": len(names),
        "plausible": found.plausible,
        "kept": found.kept,
        "set_aside": [names[i] for i in found.implausible],
        "clipped": [PARAMS[i].symbol for i in found.clipped],
        "truths": len(checked.places),
        "coverage": checked.overall(),
        "coverage_half": checked.halves(),
        "ranks": checked.histogram(),
    }


def _row(i: int, found: Posterior, checked: Coverage, rows: np.ndarray) -> dict[str, Any]:
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
