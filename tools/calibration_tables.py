"""Tables and sentences of docs/scores/calibration.md and moscow-blind.md: what write_calibration_pages measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from dualpower.analysis import coups, histories
from dualpower.analysis.ablation import ABLATIONS

if TYPE_CHECKING:
    from write_calibration_pages import Study

    from dualpower.analysis.calibration import Calibration

RARER = 0.06  # of the histories: what luck alone hardly makes of 300
PETROGRAD, MOSCOW = "petrograd-1917", "moscow-1917"


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
        better, worse = parts_moved(by, whole)
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


def change(before: float, after: float, digits: int) -> str:
    """Write a loss before and after, and whether that is better."""
    word = "better" if after < before else "worse" if after > before else "the same"
    return f"from {before:.{digits}f} to {after:.{digits}f} ({word})"


def forecast_words(forecasts: dict[str, dict[str, dict]]) -> list[str]:
    """Say what the forecasts are worth: each city from the other's fit, and both from the joint one."""
    lines = []
    for city, other in ((MOSCOW, PETROGRAD), (PETROGRAD, MOSCOW)):
        before, after = forecasts[city]["priors"], forecasts[city][other]
        lines.append(
            f"- **{city} from the fit to {other}**, against the priors: log score "
            f"{change(before['log'], after['log'], 2)}, CRPS {change(before['crps'], after['crps'], 3)}."
        )
    cities = list(forecasts)
    for name in ("priors", "posterior"):
        marks = [mark for city in cities for mark in forecasts[city][name]["marks"]]
        skills = [mark["skill"] for mark in marks if mark["skill"] is not None]
        inside = sum(mark["inside"] for mark in marks)
        title = "the priors" if name == "priors" else "the joint fit"
        lines.append(
            f"- **Both cities with {title}**: {inside} of {len(marks)} marks are inside (40 were aimed at), mean skill "
            f"against the constant {np.mean(skills):.2f} (.2 was aimed at), median skill {np.median(skills):.2f}."
        )
    return lines


def gradient_words(rates: dict[str, np.ndarray]) -> list[str]:
    """Say which sets of parameters come within .08 of the record at all three ranks."""
    record = np.array([share for share, _, _ in coups.targets().values()])[:3]
    near = [name for name, found in rates.items() if (np.abs(found[:3] - record) <= 0.08).all()]
    farthest = {name: float(np.abs(found[:3] - record).max()) for name, found in rates.items()}
    told = ", ".join(f"{name} {off:.2f}" for name, off in farthest.items())
    return ["", f"Within .08 at all three ranks: {', '.join(near) or 'none'}. The rank farthest off is off by: {told}."]


def ablation_words(found: dict[str, dict]) -> list[str]:
    """Say which mechanism earns its place on the marks: without it more parts are worse than better."""
    whole = found[ABLATIONS["whole"].title]
    earn, cost = [], []
    for name, by in found.items():
        better, worse = parts_moved(by, whole)
        if by is not whole and better != worse:
            (earn if worse > better else cost).append(name)
    rarer = [
        f"{name} ({city}, {100 * (by[city]['outcomes'][0]['share'] - whole[city]['outcomes'][0]['share']):.0f} points)"
        for name, by in found.items()
        for city in (PETROGRAD, MOSCOW)
        if by[city]["outcomes"][0]["share"] < whole[city]["outcomes"][0]["share"] - RARER
    ]
    told = f"More parts of marks are worse than better without: {'; '.join(earn) or 'none'}. "
    return [
        "",
        told + f"More are better than worse without: {'; '.join(cost) or 'none'}. "
        f"History's ending is rarer by more than {100 * RARER:.0f} points without: {'; '.join(rarer) or 'none'}.",
    ]


def parts_moved(by: dict, whole: dict) -> tuple[int, int]:
    """Count the parts of marks whose CRPS is lower, and higher, by more than .01 than that of the whole model."""
    pairs = [
        (mine["crps"], its["crps"])
        for city in (PETROGRAD, MOSCOW)
        for mine, its in zip(by[city]["rows"], whole[city]["rows"], strict=True)
        if mine["crps"] is not None and its["crps"] is not None
    ]
    return sum(a < b - 0.01 for a, b in pairs), sum(a > b + 0.01 for a, b in pairs)


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
