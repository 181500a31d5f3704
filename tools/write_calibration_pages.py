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
from pathlib import Path

import numpy as np
from calibration_tables import (
    MOSCOW,
    PETROGRAD,
    ablation_table,
    ablation_words,
    blind_table,
    coverage_table,
    fit_table,
    forecast_table,
    forecast_words,
    goals_table,
    gradient_table,
    gradient_words,
    rule,
    screening_table,
)

from dualpower import ensemble
from dualpower.analysis import calibration, coups, foresight, histories, inference, summaries
from dualpower.analysis import rates as base_rates
from dualpower.analysis.ablation import ABLATIONS, Ablation
from dualpower.analysis.calibration import Calibration, calibrate
from dualpower.analysis.sensitivity import rank_factors
from dualpower.engine.params import PARAMS
from dualpower.ensemble.execute import load_engine
from dualpower.errors import DualpowerError

ROOT = Path(__file__).resolve().parents[1]
POSTERIOR = ROOT / "src" / "dualpower" / "data" / "posterior"
FITS = {PETROGRAD: [PETROGRAD], MOSCOW: [MOSCOW], "posterior": [PETROGRAD, MOSCOW]}
SEED = 1917
TOWNS = 4  # capitals that the coups of a row of parameters are tried in
NO_ISOLATION = "no isolation (I = 0: nor does it make credulous)"
ISOLATION_LINE = "    if level > w.iso[u]:\n"


class Study:
    """One sitting: where things are kept, how large they are, how long they took."""

    def __init__(self, folder: Path, bank: int, runs: int, ablated: int, screened: int) -> None:
        self.bank, self.runs, self.ablated, self.screened = bank, runs, ablated, screened
        self.cities = {city: histories.load(city) for city in (PETROGRAD, MOSCOW)}
        same = " ".join([load_engine().digest, *(city.digest for city in self.cities.values())])
        self.folder = folder / hashlib.sha256(same.encode()).hexdigest()[:12]
        # another way to learn, or another bank, learns beside what was learnt before
        ways = [Path(module.__file__).read_bytes() for module in (base_rates, inference, summaries, calibration)]
        self.learnt = self.folder / hashlib.sha256(b"".join(ways) + str(bank).encode()).hexdigest()[:12]
        self.learnt.mkdir(parents=True, exist_ok=True)
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
                found = calibrate(FITS[name], runs=self.bank, folder=self.learnt / "bank", without=without)
                break
            except DualpowerError as refused:
                if refused.code != "E852" or without:
                    raise
                without = [word.strip(" )") for word in str(refused).split("--without ")[1:]]
        POSTERIOR.mkdir(exist_ok=True)
        found.save(POSTERIOR / f"{name}.json")
        self.timed(f"fit {name}", begun)
        return found

    def seconds_of_one_fit(self) -> float:
        """Return what the bank and one fit took, as noted when they were first made, over all sittings."""
        noted = self.learnt / "seconds.json"
        before = json.loads(noted.read_text(encoding="utf-8")) if noted.exists() else {}
        kept = {name: max(spent, before.get(name, 0.0)) for name, spent in self.seconds.items()}
        noted.write_text(json.dumps({**before, **kept}, indent=1), encoding="utf-8")
        return sum(spent for name, spent in {**before, **kept}.items() if name.startswith("fit "))

    def live(self, city: str, parameters: str) -> dict:
        """Live histories of a city and judge them: marks inside, skills, and both scores of every part."""
        given, place = histories.drawn_from(parameters, seed=SEED, runs=self.runs), self.folder
        if given:  # another fit of the same name is another fit
            place = self.learnt / hashlib.sha256(given["params"].tobytes()).hexdigest()[:12]
        problem = histories.compile_scenario(self.cities[city])
        return self.keep(place / "lived" / f"{city}-{parameters}", city, problem, self.runs, given)

    def live_without(self, city: str, name: str, less: Ablation) -> dict:
        """Live histories of a city without one mechanism, on the priors."""
        problem = less.apply(histories.compile_scenario(self.cities[city]))
        place = self.folder / "lived" / f"{city}-less-{name}"
        return self.keep(place, city, problem, self.ablated, {"params": dict(less.params) or None})

    def keep(self, place: Path, city: str, problem: object, runs: int, given: dict) -> dict:
        """Live histories, or read them back, and judge them."""
        begun = time.perf_counter()
        result = ensemble.simulate(problem, runs=runs, seed=SEED, folder=place, resume=True, **given)
        self.timed(place.name, begun)
        return judged(self.cities[city], result)


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


def check_isolation_line() -> None:
    """Stop at once, and not after half an hour, where the engine no longer has the line that is taken out."""
    room = ROOT / "src" / "dualpower" / "engine" / "mechanisms" / "needs.py"
    if room.read_text(encoding="utf-8").count(ISOLATION_LINE) != 1:
        sys.exit("the line that raises isolation is no longer there: mend ISOLATION_LINE")


def without_isolation(study: Study) -> dict:
    """Live cities and coups in an engine of which one line is taken out, in a process of its own."""
    begun, tree = time.perf_counter(), study.folder / "no-isolation"
    room = tree / "dualpower" / "engine" / "mechanisms" / "needs.py"
    env = {**os.environ, "PYTHONPATH": str(tree), "DUALPOWER_QUICK": "1"}
    if not (tree / "built").exists():
        shutil.rmtree(tree, ignore_errors=True)
        shutil.copytree(ROOT / "src" / "dualpower", tree / "dualpower", ignore=shutil.ignore_patterns("_kernel*"))
        text = room.read_text(encoding="utf-8")
        room.write_text(text.replace(ISOLATION_LINE, "    level = 0\n" + ISOLATION_LINE), encoding="utf-8")
        subprocess.run([sys.executable, "-m", "dualpower.engine.amalgam", "--inplace"], check=True, env=env, cwd=tree)
        (tree / "built").touch()
    places = {city: study.folder / "lived" / f"{city}-less-isolation" for city in study.cities}
    shares = study.folder / "lived" / "coups-less-isolation.npy"
    code = (
        "import dualpower as dp, numpy as np, sys\n"
        "from dualpower.analysis import coups\n"
        "from dualpower.analysis.ablation import ABLATIONS\n"
        f"for city, place in { ({city: str(place) for city, place in places.items()})!r}.items():\n"
        f"    dp.simulate(city, runs={study.ablated}, seed={SEED}, folder=place, resume=True, parameters='prior')\n"
        f"rows = ABLATIONS['whole'].rows({study.ablated})\n"
        f"found = coups.summarise(rows, seed={SEED}, capitals={TOWNS}).array()\n"
        f"np.save({str(shares)!r}, np.nanmean(found, axis=0))\n"
    )
    if not shares.exists():
        subprocess.run([sys.executable, "-c", code], check=True, env=env, cwd=study.folder)
    study.timed("no isolation", begun)
    found = {city: judged(study.cities[city], ensemble.Result.open(place)) for city, place in places.items()}
    return found | {"coups": np.load(shares)}


def ablations(study: Study) -> dict[str, dict[str, dict]]:
    """Live both cities and the coups without one mechanism at a time, on the priors and the same luck."""
    found: dict[str, dict] = {}
    for name, less in ABLATIONS.items():
        found[less.title] = {city: study.live_without(city, name, less) for city in study.cities}
        shares = coups.summarise(less.rows(study.ablated), seed=SEED, capitals=TOWNS, alter=less.apply)
        found[less.title]["coups"] = np.nanmean(shares.array(), axis=0)
    found[NO_ISOLATION] = without_isolation(study)
    return found


def put(page: Path, name: str, lines: list[str]) -> None:
    """Replace what stands between a page's comments of this name."""
    begin, end = f"<!-- {name}:begin -->", f"<!-- {name}:end -->"
    text = page.read_text(encoding="utf-8")
    head, rest = text.split(begin)
    page.write_text(f"{head}{begin}\n" + "\n".join(lines) + f"\n{end}" + rest.split(end)[1], encoding="utf-8")


def coup_rates(study: Study, name: str) -> np.ndarray:
    """Return the mean rates of generated coups over draws of the parameters."""
    from dualpower.ensemble import draws

    drawn = draws.find(name)
    rows = np.full((study.ablated, len(PARAMS)), np.nan) if drawn is None else drawn.rows(SEED, study.ablated)
    return np.nanmean(coups.summarise(rows, seed=SEED, capitals=TOWNS).array(), axis=0)


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
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("results/calibration"))
    parser.add_argument("--stamp", action="store_true")
    parser.add_argument("--bank", type=int, default=3000)
    parser.add_argument("--runs", type=int, default=600)
    parser.add_argument("--ablated", type=int, default=300)
    parser.add_argument("--screened", type=int, default=1500)
    given = parser.parse_args()
    if given.stamp:
        restamp()
        return
    check_isolation_line()
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
    put(page, "forecasts", [stamp, "", *forecast_table(forecasts), "", *forecast_words(forecasts)])
    rates = {"priors": coup_rates(study, "prior")} | {name: coup_rates(study, name) for name in FITS}
    put(page, "gradient", gradient_table(rates, coups.targets()) + gradient_words(rates))
    may, why = rule(forecasts, rates)
    put(page, "rule", why)
    if may != (histories.DEFAULT_PARAMETERS == "posterior"):
        print("ATTENTION: histories.DEFAULT_PARAMETERS is not what the rule of the page says", file=sys.stderr)
    put(page, "goals", goals_table(study, fits, forecasts, rates))
    less = ablations(study)
    stamp = f"{given.ablated} histories a city, and as many rows of parameters for the coups, {today}."
    put(page, "ablations", [stamp, "", *ablation_table(less), *ablation_words(less)])
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
    (study.learnt / "study.json").write_text(json.dumps(record, default=float, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
