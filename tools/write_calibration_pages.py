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
PETROGRAD, MOSCOW = "petrograd-1917", "moscow-1917"
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


def ablation_table(found: dict[str, dict]) -> list[str]:
    """Return how each city is met without one mechanism: parts better and worse than the whole model by CRPS."""
    lines = ["| without | inside | log P | log M | CRPS P | CRPS M | parts better : worse | ending P, M | coups |"]
    lines += ["|---|--:|--:|--:|--:|--:|--:|--:|--:|"]
    whole = found[ABLATIONS["whole"].title]
    for name, by in found.items():
        cities = [by[PETROGRAD], by[MOSCOW]]
        pairs = [
            (mine["crps"], its["crps"])
            for city in (PETROGRAD, MOSCOW)
            for mine, its in zip(by[city]["rows"], whole[city]["rows"], strict=True)
            if mine["crps"] is not None and its["crps"] is not None
        ]
        better, worse = sum(a < b - 0.01 for a, b in pairs), sum(a > b + 0.01 for a, b in pairs)
        inside, total = sum(got["inside"] for got in cities), sum(got["of"] for got in cities)
        logs = " | ".join(f"{got['log']:.2f}" for got in cities)
        crps = " | ".join(f"{got['crps']:.3f}" for got in cities)
        ending = ", ".join(f"{100 * got['outcomes'][0]['share']:.0f} %" for got in cities)
        rates = " ".join(f"{share:.2f}" for share in by["coups"])
        lines.append(
            f"| {name} | {inside} of {total} | {logs} | {crps} | {better} : {worse} | {ending} | {rates} |"
        )  # fmt: skip
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


def goals_table(study: Study, fits: dict, forecasts: dict, rates: dict[str, np.ndarray]) -> list[str]:
    """Return every demand of the calibration beside what was measured, good or bad."""
    from dualpower.analysis import grounds

    drawn, record = histories.DEFAULT_PARAMETERS, coups.targets()
    sets = {name: "prior" if name == "priors" else name for name in rates}
    lines = ["| what | asked for | " + " | ".join(sets) + " |", "|---|---|" + "--:|" * len(sets)]

    def row(what: str, asked: str, cells: dict[str, str]) -> None:
        lines.append(f"| {what} | {asked} | " + " | ".join(cells.get(name, "-") for name in sets) + " |")

    def both(name: str) -> tuple[int, int, float]:
        cities = [forecasts[city][name] for city in (PETROGRAD, MOSCOW)]
        skills = [mark["skill"] for got in cities for mark in got["marks"] if mark["skill"] is not None]
        return sum(got["inside"] for got in cities), sum(got["of"] for got in cities), float(np.mean(skills))

    for city, asked in ((PETROGRAD, "20 of 26"), (MOSCOW, "-")):
        row(
            f"marks inside, {city}", asked, {n: f"{got['inside']} of {got['of']}" for n, got in forecasts[city].items()}
        )
        limit = "at most 0.5" if city == PETROGRAD else "-"
        row(f"median sharpness, {city}", limit, {n: f"{got['sharp']:.2f}" for n, got in forecasts[city].items()})
    row("marks inside, both", "40 of 53", {name: "{} of {}".format(*both(name)) for name in sets})
    row("mean skill against the constant, both", "above 0.2", {name: f"{both(name)[2]:.2f}" for name in sets})
    for i, (rank, (share, _, _)) in enumerate(record.items()):
        title = "coups without a death" if rank == "bloodless" else f"coups from the {rank} that succeed"
        asked = f"{share:.2f}" if rank == "bloodless" else f"{share:.2f} ± .08"
        row(title, asked, {name: f"{rates[name][i]:.2f}" for name in sets})
    held = {name: f"{100 * found.facts['coverage']['90']:.1f} %" for name, found in fits.items()}
    row("truths in intervals of 90 %, all parameters", "85 to 95 %", held)
    lines += ["", "| what | asked for | measured |", "|---|---|---|"]
    blind = forecasts[MOSCOW][PETROGRAD]
    lines.append(
        "| Moscow from Petrograd's fit, against force ratios | told as it is | "
        f"log {blind['log_both']:.2f} to {blind['log_force']:.2f}, CRPS {blind['crps_both']:.3f} to "
        f"{blind['crps_force']:.3f}, over {blind['both']} parts that both speak of; part by part in "
        "[moscow-blind.md](moscow-blind.md) |"
    )
    for city, resolved in study.cities.items():
        facts = grounds.evidence(resolved).facts
        known = facts["numbers"] - facts["grades"]["uncited"]
        lines.append(f"| numbers with a claim, {city} | 100 % | {known:,} of {facts['numbers']:,} |")
        keyed = ", ".join(
            f"{one['what']} {one['checked'] + one['disputed']} of {one['there']}"
            for one in facts["double_entry"] if one["what"] in ("roll", "place", "kind of site", "time", "taste")
        )  # fmt: skip
        lines.append(f"| keyed twice, {city} | rolls, sites, times, tastes | {keyed} |")
    minutes = study.seconds_of_one_fit() / 60
    lines.append(f"| the bank of both cities and one fit | under 75 minutes on 2 cores | {minutes:.0f} minutes |")
    lines.append(f"| what every ensemble draws from | the posterior | `{drawn}` (argued below) |")
    return lines


def rule(forecasts: dict, rates: dict[str, np.ndarray]) -> tuple[bool, list[str]]:
    """Apply the rule of the page: may every ensemble draw from the joint fit? Return yes or no, and why."""
    may, lines = True, []
    for city, by in forecasts.items():
        before, after = by["priors"]["outcomes"][0]["share"], by["posterior"]["outcomes"][0]["share"]
        runs = [by["priors"]["runs"], by["posterior"]["runs"]]
        doubt = 2 * float(np.sqrt(before * (1 - before) / runs[0] + after * (1 - after) / runs[1]))
        good = after >= before - doubt
        may = may and good
        lines.append(
            f"- {city} ends as in history in {100 * before:.1f} % of histories with the priors and in "
            f"{100 * after:.1f} % with the joint fit; twice the standard error is {100 * doubt:.1f} points: "
            f"{'no worse' if good else '**worse**'}."
        )
    for i, (name, (share, _, _)) in enumerate(coups.targets().items()):
        off, was = abs(rates["posterior"][i] - share), abs(rates["priors"][i] - share)
        good = off <= 0.08 or off <= was
        may = may and good
        title = "without a death" if name == "bloodless" else f"from the {name}"
        lines.append(
            f"- Coups {title}: {rates['priors'][i]:.2f} with the priors, {rates['posterior'][i]:.2f} with the joint "
            f"fit, {share:.2f} in the record: {'no worse' if good else '**worse**'}."
        )
    lines += ["", f"So, by the rule, every ensemble draws from **the {'joint fit' if may else 'priors'}**."]
    return may, lines


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
    parser.add_argument("--screened", type=int, default=600)
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
    put(page, "forecasts", [stamp, "", *forecast_table(forecasts)])
    rates = {"priors": coup_rates(study, "prior")} | {name: coup_rates(study, name) for name in FITS}
    put(page, "gradient", gradient_table(rates, coups.targets()))
    may, why = rule(forecasts, rates)
    put(page, "rule", why)
    if may != (histories.DEFAULT_PARAMETERS == "posterior"):
        print("ATTENTION: histories.DEFAULT_PARAMETERS is not what the rule of the page says", file=sys.stderr)
    put(page, "goals", goals_table(study, fits, forecasts, rates))
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
    (study.learnt / "study.json").write_text(json.dumps(record, default=float, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
