"""Learn the universal table from the record and write what that is worth: python tools/write_calibration_pages.py DIR.

DIR keeps the bank and every ensemble; after a kill the same command goes on. Another engine, or a scenario that
has changed, gets a folder of its own there. It writes the files of
src/dualpower/data/posterior and, between their comments, the tables of docs/scores/calibration.md and
docs/scores/moscow-blind.md. The words of the pages are kept by hand. Order is meaning here: Moscow is
predicted from what Petrograd taught before any mark of Moscow is used.

With --stamp nothing is learnt: an engine that was only rewritten is written into the files in place of the
old one, so that nobody has to compare histories again. Another engine is refused.
"""

import argparse
import datetime
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import numpy as np

from dualpower import ensemble
from dualpower.analysis import foresight, histories
from dualpower.analysis.calibration import Calibration, calibrate
from dualpower.analysis.sensitivity import rank_factors
from dualpower.engine.params import PARAMS
from dualpower.ensemble.execute import load_engine
from dualpower.errors import DualpowerError

ROOT = Path(__file__).resolve().parents[1]
POSTERIOR = ROOT / "src" / "dualpower" / "data" / "posterior"
PETROGRAD, MOSCOW = "petrograd-1917", "moscow-1917"
FITS = {PETROGRAD: [PETROGRAD], MOSCOW: [MOSCOW], "posterior": [PETROGRAD, MOSCOW]}
SEED = 1917
ABLATIONS = {
    "as it is": {},
    "no belief (bW = 0)": {"bW": 0.0},
    "no peers (bP = 0)": {"bP": 0.0},
    "isolation breaks nobody (bI = 0)": {"bI": 0.0},
    "square law (p = 1)": {"p": 1.0},
}
NO_WIRES, NO_ISOLATION = "no calls by wire (couriers only)", "no isolation (I = 0: nor does it make credulous)"
ISOLATION_LINE = "    if level > w.iso[u]:\n"


class Study:
    """One sitting: where things are kept, how large they are, how long they took."""

    def __init__(self, folder: Path, bank: int, runs: int, ablated: int, screened: int) -> None:
        self.bank, self.runs, self.ablated, self.screened = bank, runs, ablated, screened
        self.cities = {city: histories.load(city) for city in (PETROGRAD, MOSCOW)}
        same = " ".join([load_engine().digest, *(city.digest for city in self.cities.values())])
        self.folder = folder / hashlib.sha256(same.encode()).hexdigest()[:12]
        self.folder.mkdir(parents=True, exist_ok=True)
        self.seconds: dict[str, float] = {}

    def timed(self, name: str, begun: float) -> None:
        """Note how long a step took and say so."""
        self.seconds[name] = time.perf_counter() - begun
        print(f"{name}: {self.seconds[name]:.0f} s", flush=True)

    def fit(self, name: str) -> Calibration:
        """Learn from one city or from both; parts of marks that no history reaches are left out, and named."""
        begun, without = time.perf_counter(), []
        while True:
            try:
                found = calibrate(FITS[name], runs=self.bank, folder=self.folder / "bank", without=without)
                break
            except DualpowerError as refused:
                if refused.code != "E852" or without:
                    raise
                without = [word.strip(" )") for word in str(refused).split("--without ")[1:]]
        POSTERIOR.mkdir(exist_ok=True)
        found.save(POSTERIOR / f"{name}.json")
        self.timed(f"fit {name}", begun)
        return found

    def live(self, city: str, parameters: str, *, runs: int | None = None, name: str = "", **how: object) -> dict:
        """Live histories of a city and judge them: marks inside, skills, and both scores of every part."""
        begun, resolved, runs = time.perf_counter(), self.cities[city], runs or self.runs
        problem = histories.compile_scenario(resolved)
        if how.pop("cut", False):
            lines = {key: np.zeros_like(problem.arrays[key]) for key in ("line_joins",)}
            problem = replace(problem, arrays={**problem.arrays, **lines}, digest=f"{problem.digest}-no-wires")
        given = histories.drawn_from(parameters, seed=SEED, runs=runs, fixed=how.get("params"))
        given = given or {"params": how.get("params")}
        place = self.folder / "lived" / f"{city}-{name or parameters}".replace(" ", "-").replace("/", "-")
        result = ensemble.simulate(problem, runs=runs, seed=SEED, folder=place, resume=True, **given)
        self.timed(f"{city} {name or parameters}", begun)
        return judged(resolved, result)


def judged(resolved, result) -> dict:
    """Return the score table and the forecast table of a result; cut wires are no other scenario to the marks."""
    from dualpower.analysis import fit, forecaster
    from dualpower.analysis.calibration import frame_of, watched

    plain = forecaster.forecast(resolved, runs=100, seed=SEED)
    marks = fit.score_marks(resolved.scenario.marks, watched(result, result.ended), frame_of(resolved), baseline=plain)
    rows = foresight.judge_forecast(resolved, result)
    skills = [mark["skill"] for mark in marks if mark["skill"] is not None]
    sharp = [mark["sharpness"] for mark in marks if mark["sharpness"] is not None and np.isfinite(mark["sharpness"])]
    return {
        "marks": marks, "rows": rows, "inside": sum(mark["inside"] for mark in marks), "of": len(marks),
        "skill": float(np.mean(skills)), "skill_median": float(np.median(skills)), "sharp": float(np.median(sharp)),
        "outcomes": [row for row in result.outcomes() if row["history"]], "runs": result.runs, **foresight.totals(rows),
    }  # fmt: skip


def without_isolation(study: Study, city: str) -> dict:
    """Live the city in an engine of which one line is taken out, in a process of its own."""
    begun, tree = time.perf_counter(), study.folder / "no-isolation"
    room = tree / "dualpower" / "engine" / "mechanisms" / "needs.py"
    if not (tree / "built").exists():
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(ROOT / "src" / "dualpower", tree / "dualpower", ignore=shutil.ignore_patterns("_kernel*"))
        text = room.read_text(encoding="utf-8")
        if text.count(ISOLATION_LINE) != 1:
            sys.exit("the line that raises isolation is no longer there: mend ISOLATION_LINE")
        room.write_text(text.replace(ISOLATION_LINE, "    level = 0\n" + ISOLATION_LINE), encoding="utf-8")
        env = {**os.environ, "PYTHONPATH": str(tree), "DUALPOWER_QUICK": "1"}
        subprocess.run([sys.executable, "-m", "dualpower.engine.amalgam", "--inplace"], check=True, env=env, cwd=tree)
        (tree / "built").touch()
    code = (
        "import dualpower as dp, sys\n"
        f"dp.simulate({city!r}, runs={study.ablated}, seed={SEED}, folder=sys.argv[1], resume=True)"
    )
    place = study.folder / "lived" / f"{city}-no-isolation"
    env = {**os.environ, "PYTHONPATH": str(tree)}
    subprocess.run([sys.executable, "-c", code, str(place)], check=True, env=env, cwd=study.folder)
    study.timed(f"{city} no isolation", begun)
    return judged(study.cities[city], ensemble.Result.open(place))


def ablations(study: Study) -> dict[str, dict[str, dict]]:
    """Live both cities without one mechanism at a time, on the priors and the same luck."""
    found: dict[str, dict[str, dict]] = {}
    for name, fixed in ABLATIONS.items():
        short = "abl-" + "".join(c for c in name if c.isalnum())
        found[name] = {
            city: study.live(city, "prior", runs=study.ablated, name=short, params=fixed or None)
            for city in study.cities
        }
    found[NO_WIRES] = {
        city: study.live(city, "prior", runs=study.ablated, name="abl-nowires", cut=True) for city in study.cities
    }
    found[NO_ISOLATION] = {city: without_isolation(study, city) for city in study.cities}
    return found


# --- tables


def number(x: float | None, digits: int = 2) -> str:
    """Write a number, or a dash."""
    return "-" if x is None or x != x else f"{x:.{digits}f}"


def fit_table(found: Calibration) -> list[str]:
    """Return the table of parameters of a fit."""
    lines = ["| | parameter | before: median (90 %) | after | variance left | expected | 90 % held |"]
    lines += ["|---|---|---|---|--:|--:|--:|"]
    for row in found.table:
        before = f"{row['prior_median']:.3g} ({row['prior_low']:.2g} to {row['prior_high']:.2g})"
        after = f"{row['median']:.3g} ({row['low']:.2g} to {row['high']:.2g})"
        lines.append(
            f"| {row['id']} | {row['title']} | {before} | {after} | {row['left']:.2f} | {row['left_expected']:.2f} | "
            f"{100 * row['covered_90']:.0f} % |"
        )
    return lines


def coverage_table(fits: dict[str, Calibration]) -> list[str]:
    """Return how often intervals held the truth, fit by fit."""
    lines = ["| fit | numbers | plausible | kept | 50 % | 80 % | 90 % | 95 % | ranks by tenths |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|--:|---|"]
    for name, found in fits.items():
        facts = found.facts
        held = " | ".join(
            f"{100 * facts['coverage'][level]:.1f} ± {100 * facts['coverage_half'][level]:.1f}"
            for level in ("50", "80", "90", "95")
        )
        ranks = " ".join(str(n) for n in facts["ranks"])
        lines.append(f"| {name} | {facts['numbers']} | {facts['plausible']} | {facts['kept']} | {held} | {ranks} |")
    return lines


def forecast_table(forecasts: dict[str, dict[str, dict]]) -> list[str]:
    """Return how good each forecast of each city was."""
    head = "| city | parameters from | inside | median sharpness | mean skill | median skill | history's outcome |"
    lines = [head + " log | CRPS |", "|---|---|--:|--:|--:|--:|--:|--:|--:|"]
    for city, by in forecasts.items():
        for name, got in by.items():
            share = ", ".join(f"{100 * row['share']:.1f} %" for row in got["outcomes"])
            lines.append(
                f"| {city} | {name} | {got['inside']} of {got['of']} | {got['sharp']:.2f} | {got['skill']:.2f} | "
                f"{got['skill_median']:.2f} | {share} | {got['log']:.2f} | {got['crps']:.3f} |"
            )
    return lines


def ablation_table(found: dict[str, dict[str, dict]]) -> list[str]:
    """Return how each city is met without one mechanism: parts better and worse than the whole model by CRPS."""
    lines = ["| without | inside (both) | log P | log M | CRPS P | CRPS M | parts better : worse |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|"]
    whole = found["as it is"]
    for name, by in found.items():
        pairs = [
            (mine["crps"], its["crps"])
            for city in by
            for mine, its in zip(by[city]["rows"], whole[city]["rows"], strict=True)
            if mine["crps"] is not None and its["crps"] is not None
        ]
        better, worse = sum(a < b - 0.01 for a, b in pairs), sum(a > b + 0.01 for a, b in pairs)
        inside, total = sum(got["inside"] for got in by.values()), sum(got["of"] for got in by.values())
        logs = " | ".join(f"{by[city]['log']:.2f}" for city in by)
        crps = " | ".join(f"{by[city]['crps']:.3f}" for city in by)
        lines.append(f"| {name} | {inside} of {total} | {logs} | {crps} | {better} : {worse} |")
    return lines


def blind_table(got: dict, prior: dict) -> list[str]:
    """Return every part of every mark: the forecast, and its scores beside those of force ratios and the priors."""
    lines = ["| part | inside | log | log, prior | log, force | CRPS | CRPS, prior | CRPS, force |"]
    lines += ["|---|---|--:|--:|--:|--:|--:|--:|"]
    for row, before in zip(got["rows"], prior["rows"], strict=True):
        lines.append(
            f"| {row['id']} | {'yes' if row['inside'] else 'no'} | {number(row['log'])} | {number(before['log'])} | "
            f"{number(row['log_force'])} | {number(row['crps'], 3)} | {number(before['crps'], 3)} | "
            f"{number(row['crps_force'], 3)} |"
        )
    lines.append(
        f"| **mean, all parts** | {got['inside']} of {got['of']} marks | {got['log']:.2f} | {prior['log']:.2f} | - | "
        f"{got['crps']:.3f} | {prior['crps']:.3f} | - |"
    )
    lines.append(
        f"| **mean, parts both can speak of ({got['both']})** | | {got['log_both']:.2f} | {prior['log_both']:.2f} | "
        f"{got['log_force']:.2f} | {got['crps_both']:.3f} | {prior['crps_both']:.3f} | {got['crps_force']:.3f} |"
    )
    return lines


def gradient_table(coups: dict[str, np.ndarray], recorded: dict[str, tuple[float, float, float]]) -> list[str]:
    """Return the rates of generated coups for each set of parameters, beside the record."""
    lines = ["| parameters from | top | middle | bottom | without a death |", "|---|--:|--:|--:|--:|"]
    lines.append(
        "| record | " + " | ".join(f"{share:.2f} ({a:.2f} to {b:.2f})" for share, a, b in recorded.values()) + " |"
    )
    for name, rates in coups.items():
        lines.append(f"| {name} | " + " | ".join(f"{share:.2f}" for share in rates) + " |")
    return lines


def screening_table(found: dict[str, object]) -> list[str]:
    """Return what each city's ending turns on (Morris)."""
    lines = ["| | " + " | ".join(found) + " |", "|---|" + "---|" * len(found)]
    for place in range(8):
        cells = []
        for finding in found.values():
            row = finding.table[place]
            half = (row["high"] - row["low"]) / 2
            cells.append(f"{row['title']}: {row['effect']:.2f} ± {half:.2f}")
        lines.append(f"| {place + 1} | " + " | ".join(cells) + " |")
    return lines


def put(page: Path, name: str, lines: list[str]) -> None:
    """Replace what stands between a page's comments of this name."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    text = page.read_text(encoding="utf-8")
    head, rest = text.split(begin)
    page.write_text(f"{head}{begin}\n" + "\n".join(lines) + f"\n{end}" + rest.split(end)[1], encoding="utf-8")


def coup_rates(study: Study, name: str) -> np.ndarray:
    """Return the mean rates of generated coups over draws of the parameters."""
    from dualpower.analysis import coups
    from dualpower.ensemble import draws

    drawn = draws.find(name)
    rows = np.full((study.ablated, len(PARAMS)), np.nan) if drawn is None else drawn.rows(SEED, study.ablated)
    return np.nanmean(coups.summarise(rows, seed=SEED, capitals=4).array(), axis=0)


def restamp() -> None:
    """Write this engine into the shipped files, after the print of their histories has shown that it is the same."""
    from dualpower.ensemble import draws

    for name, path in draws.shipped().items():
        found = draws.find(name)
        facts = {k: v for k, v in found.facts.items() if k not in ("format", "engine", "behaviour", "symbols")}
        draws.save(path, found.values, facts)
        print(f"{name}: stamped", flush=True)


def main() -> None:
    """Do all of it in order."""
    from dualpower.analysis import coups

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("results/calibration"))
    parser.add_argument("--stamp", action="store_true")
    parser.add_argument("--bank", type=int, default=6000)
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--ablated", type=int, default=300)
    parser.add_argument("--screened", type=int, default=1000)
    given = parser.parse_args()
    if given.stamp:
        restamp()
        return
    study = Study(given.folder.resolve(), given.bank, given.runs, given.ablated, given.screened)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    scores = ROOT / "docs" / "scores"
    fits = {PETROGRAD: study.fit(PETROGRAD)}
    prior = {city: study.live(city, "prior") for city in study.cities}
    blind = study.live(MOSCOW, PETROGRAD)
    stamp = f"{given.runs:,} histories, seed {SEED}, {today}; learnt from a bank of {given.bank:,} histories."
    put(scores / "moscow-blind.md", "blind", [stamp, "", *blind_table(blind, prior[MOSCOW])])
    fits |= {name: study.fit(name) for name in (MOSCOW, "posterior")}
    forecasts = {
        city: {"priors": prior[city]} | {name: study.live(city, name) for name in (PETROGRAD, MOSCOW, "posterior")}
        for city in study.cities
    }
    page = scores / "calibration.md"
    put(page, "parameters", fit_table(fits["posterior"]))
    put(page, "coverage", coverage_table(fits))
    put(page, "forecasts", [stamp, "", *forecast_table(forecasts)])
    rates = {"priors": coup_rates(study, "prior")} | {name: coup_rates(study, name) for name in FITS}
    put(page, "gradient", gradient_table(rates, coups.targets()))
    put(page, "ablations", [f"{given.ablated} histories a city.", "", *ablation_table(ablations(study))])
    screens = {
        city: rank_factors(city, runs=study.screened, seed=SEED, folder=study.folder / f"screen-{city}", resume=True)
        for city in study.cities
    }
    put(page, "screening", screening_table(screens))
    record = {
        "made": today, "bank": given.bank, "runs": given.runs, "seconds": study.seconds,
        "fits": {name: found.to_json() for name, found in fits.items()},
        "forecasts": {city: {name: got["marks"] for name, got in by.items()} for city, by in forecasts.items()},
    }  # fmt: skip
    (study.folder / "study.json").write_text(json.dumps(record, default=float, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
