"""Fit the tastes of towns from other regions' dates.

    python tools/fit_towns.py --work fit-towns --versions 80 --runs 10

Versions of the country differ in one thing: in each, every town's garrison and workers like the soviets a little more
or less, by a shift drawn for that town alone. Over all versions this shows how a town's middle date follows its own
taste. A shift is then a sum of a few facts known before the start, times coefficients; for each region these are the
ones that miss the dates of the *other* regions least, drawn towards nought by a ridge. So no town's date, and no
date of its region, is in its own number. No universal parameter is touched, and blank towns are read by nobody.
"""

from __future__ import annotations

import argparse
import csv
import dataclasses
import hashlib
import shutil
import sys
from pathlib import Path

import build_russia
import numpy as np

import dualpower as dp
from dualpower import ensemble
from dualpower.analysis import histories
from dualpower.analysis.passage import JULIAN_DAY_OF_1970, read_passage
from dualpower.evidence.towns import slug

SCENARIO = "russia-1917"
TABLE = build_russia.FOLDER / "tables" / "tastes.csv"
COEFFICIENTS = build_russia.FOLDER / "tables" / "tastes-fit.csv"
FACTS = ("contested", "moderate", "garrison per head", "workers per head", "way to a capital")
WIDEST = 0.8  # of a drawn shift, in units of taste
NEAR = 0.2  # width of the window in which a middle date is read
RIDGE = 10.0  # days of mean error that a coefficient of one unit must earn
STEPS = 400  # tries of the search, from each of its widths
GRID = np.linspace(-WIDEST, WIDEST, 33)


def facts_of(rows: list[dict[str, str]]) -> np.ndarray:
    """Return float[towns, facts]: what of a town before the start may bend its taste, each centred.

    Where a table is blank the fact is nought: nothing is known, nothing is bent.
    """

    def centred(values: list[float | None]) -> list[float]:
        known = [float(np.log(value)) for value in values if value]
        middle, wide = float(np.mean(known)), float(np.std(known)) or 1.0
        return [(float(np.log(value)) - middle) / wide if value else 0.0 for value in values]

    def per_head(column: str) -> list[float | None]:
        return [float(row[column]) / float(row["population"]) if row[column] else None for row in rows]

    way = [1 + min(float(row["rail_km_petrograd"]), float(row["rail_km_moscow"])) for row in rows]
    columns = [
        [float(row["soviet"] == "C") for row in rows],
        [float(row["soviet"] == "M") for row in rows],
        centred(per_head("garrison")),
        centred(per_head("workers")),
        centred(way),
    ]
    return np.array(columns).T


def shifted(problem, towns: list[str], shift: np.ndarray):
    """Return the problem with the tastes of each town's garrison and workers for the soviets moved by its shift."""
    values = np.array(problem.arrays["fact_a"], copy=True)
    soviets = problem.names.authorities.index("soviets") + 1
    for town, by in zip(towns, shift, strict=True):
        for part in ("garrison", "workers"):
            fact = problem.arrays["unit_lean"][problem.names.units.index(f"{town}-{part}"), soviets]
            values[fact] = np.clip(values[fact] + by, -2, 2)
    return dataclasses.replace(problem, arrays={**problem.arrays, "fact_a": values})


def live(given: argparse.Namespace, towns: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """Live the versions; return the shift and the day of going over, float[histories, towns]."""
    scenario = dp.load(SCENARIO)
    country, problem = histories.country_of(scenario), histories.compile_scenario(scenario)
    work = Path(given.work)
    work.mkdir(parents=True, exist_ok=True)
    shifts, days = [], []
    for version in range(given.versions):
        kept = work / f"{scenario.digest[:12]}-{version}.npz"
        if not kept.exists():
            shift = np.random.default_rng([given.seed, version]).uniform(-WIDEST, WIDEST, len(towns))
            folder = work / f"version-{version}"
            shutil.rmtree(folder, ignore_errors=True)
            result = ensemble.simulate(shifted(problem, towns, shift), runs=given.runs, seed=given.seed + version,
                                       decisions="drawn", folder=str(folder))  # fmt: skip
            passage = read_passage(result, country, towns, start_min=scenario.clock.start, end_min=scenario.end_min)
            np.savez(kept, shift=shift, day=passage.dated)
            shutil.rmtree(folder)
        with np.load(kept) as read:
            days.append(read["day"])
            shifts.append(np.tile(read["shift"], (len(read["day"]), 1)))
    return np.concatenate(shifts), np.concatenate(days)


def answers(shift: np.ndarray, day: np.ndarray) -> np.ndarray:
    """Return float[towns, grid]: the middle date of each town at each shift of its own, in a sliding window."""
    found = np.empty((shift.shape[1], len(GRID)))
    for town in range(shift.shape[1]):
        order = np.argsort(day[:, town], kind="stable")
        dated = day[order, town]
        for at, value in enumerate(GRID):
            weight = np.exp(-0.5 * ((shift[order, town] - value) / NEAR) ** 2).cumsum()
            found[town, at] = dated[int(np.searchsorted(weight, weight[-1] / 2))]
    return found


def missed(c: np.ndarray, facts: np.ndarray, curve: np.ndarray, seen: np.ndarray, among: np.ndarray) -> float:
    """Return the mean error of the dates of some towns under coefficients, with what the ridge adds."""
    by = np.clip(facts @ c, -WIDEST, WIDEST)
    errors = [abs(np.interp(by[town], GRID, curve[town]) - seen[town]) for town in np.flatnonzero(among)]
    return float(np.mean(errors)) + RIDGE * float(c @ c)


def search(facts: np.ndarray, curve: np.ndarray, seen: np.ndarray, among: np.ndarray) -> np.ndarray:
    """Return the coefficients that miss least, by steps drawn around the best in narrowing widths."""
    rng = np.random.default_rng(0)
    best = np.zeros(facts.shape[1])
    least = missed(best, facts, curve, seen, among)
    for width in (0.3, 0.15, 0.07, 0.03):
        for _ in range(STEPS):
            tried = best + rng.normal(0, width, best.size)
            if (found := missed(tried, facts, curve, seen, among)) < least:
                best, least = tried, found
    return best


def fit(rows: list[dict[str, str]], seen: np.ndarray, curve: np.ndarray) -> dict[str, np.ndarray]:
    """Return the coefficients of each region, fitted on every known town outside it."""
    facts = facts_of(rows)
    regions = np.array([row["region"] for row in rows])
    return {
        region: search(facts, curve, seen, np.isfinite(seen) & (regions != region)) for region in sorted(set(regions))
    }


def days_on_record(scenario: dp.Scenario, towns: list[str]) -> np.ndarray:
    """Return the day of each town in the record, since the start; NaN where it is blank or there is none."""
    record = {town.id: town for town in histories.country_of(scenario).record()}
    start = scenario.clock.start // 1440 - JULIAN_DAY_OF_1970
    found = [record[town].day if town in record else None for town in towns]
    return np.array([np.nan if day is None else float(day - start) for day in found])


def digest(seen: np.ndarray, towns: list[str], regions: list[str], region: str) -> str:
    """Return a digest of what a region's numbers were fitted on: the names and dates of the other regions' towns."""
    text = "\n".join(
        f"{town} {day:g}" for town, day, of in zip(towns, seen, regions, strict=True) if of != region and day == day
    )
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def write(rows: list[dict[str, str]], towns: list[str], seen: np.ndarray, found: dict[str, np.ndarray]) -> None:
    """Write the shift of each town and the coefficients of each region."""
    facts, regions = facts_of(rows), [row["region"] for row in rows]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["town", "region", "shift"])
        for row, fact in zip(rows, facts, strict=True):
            by = float(np.clip(fact @ found[row["region"]], -WIDEST, WIDEST))
            table.writerow([row["town"], row["region"], f"{by:.2f}"])
    with COEFFICIENTS.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["region", *FACTS, "towns", "fitted_on"])
        for region, c in found.items():
            many = sum(of != region and day == day for of, day in zip(regions, seen, strict=True))
            table.writerow([region, *(f"{x:.3f}" for x in c), many, digest(seen, towns, regions, region)])


def main() -> None:
    """Live, fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", default="fit-towns")
    parser.add_argument("--versions", type=int, default=80)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1905)
    given = parser.parse_args()
    rows = build_russia.read_all(build_russia.FOLDER / "tables")[0]
    towns = [slug(row["town"]) for row in rows]
    seen = days_on_record(dp.load(SCENARIO), towns)
    shift, day = live(given, towns)
    curve = answers(shift, day)
    found = fit(rows, seen, curve)
    write(rows, towns, seen, found)
    facts, among = facts_of(rows), np.isfinite(seen)
    own = np.array([facts[at] @ found[row["region"]] for at, row in enumerate(rows)])
    here = [abs(np.interp(own[at], GRID, curve[at]) - seen[at]) for at in np.flatnonzero(among)]
    plain = missed(np.zeros(len(FACTS)), facts, curve, seen, among)
    sys.stdout.write(f"{len(day)} histories; expected mean error {plain:.1f} days without, {np.mean(here):.1f} with\n")


if __name__ == "__main__":
    main()
