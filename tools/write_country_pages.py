"""Write what mattered in a country, and how well it is met, from histories lived on common luck.

    python tools/write_country_pages.py russia-1917 --runs 250 --seed 1917 --work /tmp/country

Writes docs/findings/russia.md and the tables of docs/scores/russia-1917.md (the words round them are kept by hand).
The histories stay under --work, by digest of the scenario and by variant, so that a second call
goes on where the first one stopped, in the middle of a variant too; `--live` stops before anything is written, and
says what each variant cost. A hundred pairs for russia-1917 (fifteen variants, history and drawn choices: 1,700
histories) take about seven minutes of processor time, memory under 1 GB; pictures go to docs/img.
"""

import argparse
import datetime
import sys
import textwrap
import time
from pathlib import Path

import numpy as np
from write_score_page import marks_table

import dualpower as dp
from dualpower import ensemble
from dualpower.analysis import histories
from dualpower.analysis.elections import cast_votes
from dualpower.analysis.passage import read_passage
from dualpower.evidence import tables
from dualpower.evidence.towns import ALSO
from dualpower.telling import country_maps

BEGIN, END = "<!-- score:begin -->", "<!-- score:end -->"
SURE = 1.645  # standard errors of a 90 % interval
DAYS = (30, 85)
WORST = 8
SERIOUS = 2.0


def options_of(scenario: dp.Scenario) -> dict[str, dict[str, str]]:
    """Return the variants that only decide otherwise, as decisions and options."""
    found = {}
    for name, variant in scenario.scenario.variants.items():
        pairs = {path.partition(".")[2]: str(option) for path, option in variant.set.items() if path.count(".") == 1}
        if pairs and not variant.remove and len(pairs) == len(variant.set) and variant.on is None:
            found[name] = pairs
    return found


def live(scenario: dp.Scenario, given: argparse.Namespace) -> dict[str, dp.Result]:
    """Return histories as history chose, with each variant on the same luck, and with choices drawn."""
    problem = histories.compile_scenario(scenario)
    arms = {"history": {}, **options_of(scenario)}
    if given.only:
        arms = {name: arms[name] for name in ("history", *given.only)}
    folder, found = Path(given.work) / scenario.digest[:12], {}
    folder.mkdir(parents=True, exist_ok=True)
    for name, options in {**arms, "drawn": {}}.items():
        since = time.process_time()
        decisions = "drawn" if name == "drawn" else "history"
        found[name] = run(problem, folder / name, given.runs, given.seed, decisions, options)
        sys.stderr.write(f"{name}: {time.process_time() - since:.0f} s of processor time\n")
    return found


def run(problem, folder: Path, runs: int, seed: int, decisions: str, options: dict[str, str]) -> dp.Result:
    """Run, or go on with, one ensemble."""
    return ensemble.simulate(problem, runs=runs, seed=seed, decisions=decisions, options=options or None,
                             folder=str(folder), resume=folder.exists())  # fmt: skip


def measures(scenario: dp.Scenario, country, result: dp.Result) -> dict[str, np.ndarray]:
    """Return what is compared, a number per history (NaN where it failed)."""
    towns = [place.id for place in country.places()]
    passage = read_passage(result, country, towns, start_min=scenario.clock.start, end_min=scenario.end_min)
    vote = cast_votes(result, country)
    shares = dict(zip(vote.parties, vote.shares.T, strict=True))
    found = {
        **{f"towns by day {day}": (passage.day <= day).sum(axis=1) for day in DAYS},
        "towns at the end": np.isfinite(passage.day).sum(axis=1),
        "mean day": passage.dated.mean(axis=1),
        "towns with shots": np.nansum(passage.armed, axis=1),
        **{f"% {party}": share for party, share in list(shares.items())[:2]},
    }
    whole = {name: np.full(result.runs, np.nan) for name in found}
    for name, values in found.items():
        whole[name][result.ended] = values
    return whole


def worth(base: dict[str, np.ndarray], other: dict[str, np.ndarray]) -> dict[str, tuple[float, float]]:
    """Return for each measure the mean difference within pairs, and half the width of its 90 % interval."""
    found = {}
    for name, values in base.items():
        apart = other[name] - values
        apart = apart[np.isfinite(apart)]
        found[name] = (float(apart.mean()), float(SURE * apart.std(ddof=1) / np.sqrt(apart.size)))
    return found


def signed(value: float, half: float) -> str:
    """Write a difference with its interval; heavy where the interval leaves out nought."""
    text = f"{value:+.1f} ± {half:.1f}"
    return f"**{text}**" if abs(value) > half else text


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Render a Markdown table."""
    return ["| " + " | ".join(head) + " |", "|" + "---|" * len(head),
            *("| " + " | ".join(row) + " |" for row in rows), ""]  # fmt: skip


def ranks(values: np.ndarray) -> np.ndarray:
    """Return ranks, ties shared."""
    order = np.argsort(values, kind="stable")
    place = np.empty(values.size)
    place[order] = np.arange(values.size)
    for value in np.unique(values):
        place[values == value] = place[values == value].mean()
    return place


def spearman(one: np.ndarray, other: np.ndarray) -> float:
    """Return Spearman's rank correlation of what is known of both."""
    known = np.isfinite(one) & np.isfinite(other)
    if known.sum() < 3 or np.ptp(one[known]) == 0 or np.ptp(other[known]) == 0:
        return float("nan")
    return float(np.corrcoef(ranks(one[known]), ranks(other[known]))[0, 1])


def said(value: float, places: int = 2) -> str:
    """Write a number, or a dash."""
    return "-" if value is None or not np.isfinite(value) else f"{value:.{places}f}"


def inputs(country) -> tuple[list[str], dict[str, np.ndarray]]:
    """Return the towns and what the tables say of them before the start."""
    rows = tables.read(country.path(country.layout.towns), ("town", "soviet", "population"), also=ALSO).checked()
    names = [tables.slug(row["town"]) for row in rows]

    def column(key: str) -> np.ndarray:
        return np.array([float(row[key]) if row.get(key) else np.nan for row in rows])

    people = column("population")
    code = {"B": 3.0, "BL": 3.0, "C": 2.0, "M": 1.0, "O": 0.0}
    return names, {
        "council for the winner (0 to 3)": np.array([code[row["soviet"]] for row in rows]),
        "a rival is named": np.array([float(place.cell[1]) for place in country.places()]),
        "way to the first capital, km": column("rail_km_petrograd"),
        "workers per head (where known)": column("workers") / people,
        "garrison per head (where known)": column("garrison") / people,
        "people": people,
    }


def causes(country, facts: dict) -> list[str]:
    """Render what goes with early, late and bloody, in the histories and in the record."""
    names, known = inputs(country)
    rows = {row["id"]: row for row in facts["towns"]}
    towns = {town.id: town for town in country.record()}

    def of(pick) -> np.ndarray:
        return np.array([np.nan if (value := pick(name)) is None else float(value) for name in names])

    dated = [name if towns[name].day is not None else None for name in names]
    day = of(lambda n: datetime.date.fromisoformat(rows[n]["median"]).toordinal() if n in dated else None)
    seen = of(lambda n: towns[n].day)
    shots, fought = of(lambda n: rows[n]["armed_share"] if n in dated else None), of(lambda n: towns[n].armed)
    lines = [
        [name, said(spearman(values, day)), said(spearman(values, seen)), said(spearman(values, shots)),
         said(spearman(values, fought))]
        for name, values in known.items()
    ]  # fmt: skip
    return [
        "## What made towns early, late and bloody",
        "",
        ("Rank correlation, over the towns with a date, of what was known of a town before the start with its middle "
         "date and its share of histories with shots; beside it the same with the record. The record's correlations "
         "are a yardstick: no rule of the model was taken from them."),
        "",
        *table(["", "late, here", "late, record", "shots, here", "shots, record"], lines),
        *table(["kind of town", "towns", "days, record", "days, here", "missed by", "shots, record", "shots, here"], [
            [f"{kind['code']}{' with a rival' if kind['rival'] else ''}", str(kind["towns"]),
             f"{kind['lag_observed']:.0f}", f"{kind['lag_median']:.0f}", f"{kind['date_mae_days']:.0f}",
             str(kind["armed_observed"]), f"{kind['armed_expected']:.1f}"]
            for kind in facts["kinds"]
        ]),
        ("B: Bolshevik majority in the council (or with Left SRs); C: contested; M: SRs and Mensheviks; "
         "O: another power."),
        "",
    ]  # fmt: skip


def luck(result: dp.Result, values: dict[str, np.ndarray]) -> list[str]:
    """Render which universal parameters go with slow and bloody histories."""
    mean, shots = values["mean day"][result.ended], values["towns with shots"][result.ended]
    symbols = [name.partition(".")[2] for name in result.columns if name.startswith("param.")]
    drawn = {symbol: result.param(symbol)[result.ended] for symbol in symbols}
    rows = [(symbol, spearman(values, mean), spearman(values, shots)) for symbol, values in drawn.items()]
    rows = [row for row in rows if np.isfinite(row[1])]
    rows.sort(key=lambda row: -max(abs(row[1]), abs(row[2])))
    error = 1 / np.sqrt(max(4, mean.size) - 1)
    return [
        "## Which parameters make a history slow or bloody",
        "",
        (f"Rank correlation over histories of a universal parameter with the mean day and with the number of towns "
         f"that saw shots; below {SERIOUS * error:.2f} it cannot be told from chance."),
        "",
        *table(["parameter", "mean day", "towns with shots"], [[f"`{a}`", said(b), said(c)] for a, b, c in rows[:8]]),
    ]  # fmt: skip


def wrong(facts: dict) -> list[str]:
    """Render what the model gets wrong, and where."""
    dated = [row for row in facts["towns"] if row["observed"] is not None]
    late = sorted(dated, key=off)
    head = ["region", "towns", "missed by, days", "too late (+) or early, days", "shots, record", "shots, here"]
    regions = sorted({row["region"] for row in dated})
    rows = [region_row(name, [row for row in dated if row["region"] == name]) for name in regions]
    lines = ["## What it gets wrong, and where", "", *table(head, rows)]
    for title, some in (("Far too early", late[:WORST]), ("Far too late", late[: -WORST - 1 : -1])):
        told = (f"{row['town']} ({row['median']}, record {row['observed']})" for row in some)
        lines += [f"**{title}:** {'; '.join(told)}.", ""]
    # The record gives these towns a range of dates beyond the end, and no date within it.
    outside = [row for row in facts["towns"] if row["observed"] is None and row["observed_low"] is not None]
    if outside:
        told = ", ".join(f"{row['town']} {100 * row['went_over']:.0f} %" for row in outside)
        lines += [f"Towns that stayed outside in the record go over in: {told} of the histories.", ""]
    return lines


def off(row: dict) -> int:
    """Return by how many days a town is late (+) or early."""
    return (datetime.date.fromisoformat(row["median"]) - datetime.date.fromisoformat(row["observed"])).days


def region_row(region: str, rows: list[dict]) -> list[str]:
    """Return the row of a region."""
    return [
        region,
        str(len(rows)),
        f"{np.mean([row['error_days'] for row in rows]):.0f}",
        f"{np.mean([off(row) for row in rows]):+.0f}",
        str(sum(bool(row["armed_observed"]) for row in rows)),
        f"{sum(row['armed_share'] for row in rows):.1f}",
    ]


def decided(scenario: dp.Scenario, found: dict, base: dict) -> list[str]:
    """Render what each decree, train, union and vote was worth."""
    titles = {name: variant.title["en"] for name, variant in scenario.scenario.variants.items()}
    head = ["left out or otherwise", *base]
    rows = []
    for name, other in found.items():
        each = worth(base, other)
        rows.append([f"{titles[name]} (`{name}`)", *(signed(*each[measure]) for measure in base)])
    return [
        "## What the decrees, the trains, the railwaymen and the vote were worth",
        "",
        ("Each row is the country with one thing otherwise, on the same luck, every other leader choosing as in "
         "history: the mean difference within pairs of histories, give or take (90 %); heavy where it is seen. "
         "*Mean day*: over all towns, days after the start; a plus is later. The last columns are points of the vote."),
        "",
        *table(head, rows),
    ]  # fmt: skip


def page(scenario: dp.Scenario, given: argparse.Namespace, parts: list[list[str]], finding, doctor: str) -> str:
    """Render the page of findings."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    head = [
        f"# What mattered: {scenario.scenario.title['en']}",
        "",
        (f"Written by `python tools/write_country_pages.py {scenario.id} --runs {given.runs} --seed {given.seed}` on "
         f"{today}: {given.runs:,} histories with every leader choosing as in history, as many for each alternative on "
         f"the same luck, and as many with choices drawn; {doctor}. Universal parameters from their priors; no taste, "
         "no strength and no parameter is fitted to the date or mode of a town. The rules of the scenario (who sends a "
         "column when, when a council is elected anew, when war is declared) were written while the record of 69 "
         "towns could be seen: a fit check, not a forecast."),
        "",
        f"{finding.sentence}",
        "",
    ]  # fmt: skip
    lines = [*head, *(line for part in parts for line in part)]
    return "\n".join(wrapped(line) for line in lines).rstrip() + "\n"


def wrapped(line: str) -> str:
    """Wrap a paragraph; tables and headings stay."""
    return line if line.startswith(("|", "#")) else "\n".join(textwrap.wrap(line, 118)) if line else line


def verdict(met: bool) -> str:
    """Write whether a demand is met."""
    return "yes" if met else "no"


def assembly_row(row: dict) -> list[str]:
    """Return the row of a party's share of the vote."""
    low, high = row["target"]
    measured = f"{row['share']:.1f} % (published {low:g} to {high:g}; {100 * row['modelled']:.0f} % of it from stands)"
    return [f"Assembly, {row['title']}", "within 6 points", measured, verdict(row["within"])]


def by_district(vote) -> list[str]:
    """Render how far the shares of single districts miss what was published, and what the fronts voted."""
    lines = []
    for row in vote.table[:2]:
        pairs = [(one["shares"][row["party"]], one["published"][row["party"]]) for one in vote.facts["districts"]
                 if row["party"] in one["published"]]  # fmt: skip
        off = np.mean([abs(here - there) for here, there in pairs])
        tau = spearman(np.array([here for here, _ in pairs]), np.array([there for _, there in pairs]))
        lines.append(
            f"- By district the share of the {row['title']} misses the published one by {off:.0f} points on average "
            f"({len(pairs)} districts, fronts and fleets with a printed share; rank correlation {said(tau)})."
        )
    fronts = "; ".join(
        f"{one['title']} {one['shares'][vote.table[1]['party']]:.0f} ({one['published'][vote.table[1]['party']]:.0f})"
        for one in vote.facts["districts"]
        if one["kind"] != "civil" and vote.table[1]["party"] in one["published"]
    )
    return [*lines, f"- {vote.table[1]['title']} at the fronts and in the fleets, per cent (published): {fronts}."]


def reached(facts: dict, vote, result: dp.Result) -> list[str]:
    """Render the table of what must be reached, as measured."""
    naive, constant = facts["naive"], facts["constant"]
    weeks = facts["weeks"]
    last = weeks[-1]
    inside = sum(week["inside"] for week in weeks)

    def beside(key: str, places: int, unit: str = "") -> str:
        others = f"naive table {naive[key]:.{places}f}, constant {constant[key]:.{places}f}"
        return f"{facts[key]:.{places}f}{unit} ({others})"

    gap = abs(last["median"] - last["record"])
    bound = min(22, naive["date_mae_days"])
    rows = [
        ["mean error of the date, known towns", "under 22 days and under the naive table",
         beside("date_mae_days", 1, " days"), verdict(facts["date_mae_days"] < bound)],
        ["armed or not, Brier", "under 0.13", beside("brier_armed", 3), verdict(facts["brier_armed"] < 0.13)],
        ["spread, by week", "record in the 90 % band", f"{inside} of {len(weeks)} weeks",
         verdict(inside == len(weeks))],
        ["final share by the end", "within 10 points",
         f"{100 * last['median']:.0f} % (record {100 * last['record']:.0f} %)", verdict(gap <= 0.1)],
        *[assembly_row(row) for row in vote.table if row["target"] is not None],
        ["histories per second here", "15 on 2 idle cores", f"{result.runs_per_second:.1f} on a shared machine",
         "see benchmarks"],
    ]  # fmt: skip
    order, fight = facts["order"], facts["fighting"]
    more = [
        (
            f"- Order: Kendall's tau of the middle dates {order['tau']:.2f}; history by history "
            f"{order['tau_median']:.2f} ({order['tau_low']:.2f} to {order['tau_high']:.2f})."
        ),
        (
            f"- The middle date lies between the earliest and the latest that a source gives in "
            f"{facts['towns_within_record']} of {facts['towns_scored']} towns, and misses that range by "
            f"{facts['range_mae_days']:.1f} days on average; the record's date lies in the 90 % interval of "
            f"{facts['towns_inside']}."
        ),
        (
            f"- Towns with shots: {fight['armed_observed']} in the record, {fight['armed_median']:.0f} here "
            f"({fight['armed_low']:.0f} to {fight['armed_high']:.0f}); days of fighting where there were shots: "
            f"{said(fight['days_observed'], 0)} and {said(fight['days_median'], 1)}."
        ),
        f"- The {facts['towns_skipped']} towns whose outcome is withheld are not scored.",
        *by_district(vote),
    ]
    return [*table(["what", "demand", "measured", "met"], rows), *more]


def main() -> None:
    """Write both pages and the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario")
    parser.add_argument("--runs", type=int, default=250)
    parser.add_argument("--seed", type=int, default=1917)
    parser.add_argument("--work", default="country-runs")
    parser.add_argument("--only", nargs="*", default=[], help="variants to run; all without it")
    parser.add_argument("--live", action="store_true", help="live what is missing and write nothing")
    parser.add_argument("--findings", default="docs/findings/russia.md")
    given = parser.parse_args()
    scenario = dp.load(given.scenario)
    country = histories.country_of(scenario)
    found = live(scenario, given)
    if given.live:
        return
    drawn = found.pop("drawn")
    finding, vote = dp.score(scenario, result=drawn), dp.elect(scenario, result=drawn)
    known = {name: measures(scenario, country, result) for name, result in found.items()}
    base = known.pop("history")
    parts = [decided(scenario, known, base), causes(country, finding.facts),
             luck(found["history"], base), wrong(finding.facts)]  # fmt: skip
    doctor = f"engine `{drawn.manifest['identity']['engine'][:16]}`, scenario `{scenario.digest[:16]}`"
    Path(given.findings).write_text(page(scenario, given, parts, finding, doctor), encoding="utf-8")
    scores = Path("docs/scores") / f"{scenario.id}.md"
    head, rest = scores.read_text(encoding="utf-8").split(BEGIN)
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    told = [f"{int(drawn.ended.sum()):,} histories, seed {given.seed}, choices drawn, {doctor}, {today}.", "",
            *reached(finding.facts, vote, drawn), "", finding.sentence, "", *marks_table(finding.table)]  # fmt: skip
    scores.write_text(f"{head}{BEGIN}\n" + "\n".join(told) + f"\n{END}{rest.split(END)[1]}", encoding="utf-8")
    pictures(scenario, country, drawn, vote)


def pictures(scenario: dp.Scenario, country, drawn: dp.Result, vote) -> None:
    """Draw the three pictures of the country."""
    title = scenario.scenario.title["en"]
    for name, sketch in {
        "map": country_maps.draw_map(scenario, country, drawn),
        "towns": country_maps.draw_towns(scenario, country, drawn),
        "assembly": country_maps.draw_assembly(vote, title),
    }.items():
        sketch.save(Path("docs/img") / f"russia-{name}.svg")


if __name__ == "__main__":
    main()
