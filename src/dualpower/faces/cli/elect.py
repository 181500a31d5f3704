"""An election held in every history."""

from __future__ import annotations

from typing import Any

import click

from dualpower.faces.cli.screen import (
    choose_runs,
    choose_seed,
    json_option,
    mention_missing,
    mention_speed,
    out,
    para,
    para_strong,
    parameters_option,
    progress,
    put_json,
    quiet_option,
    runs_option,
    seed_option,
    variant_option,
    width,
)
from dualpower.telling import tables

UNKNOWN = "–"


@click.command("elect")
@click.argument("scenario")
@click.option("--from", "folder", metavar="DIR", default=None, help="Let histories kept in a folder vote.")
@click.option("--districts", is_flag=True, help="Show every district.")
@runs_option
@seed_option
@parameters_option
@variant_option
@json_option
@quiet_option
def command(
    scenario: str,
    folder: str | None,
    districts: bool,
    runs: int | str,
    seed: int | None,
    parameters: str,
    variant: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """\b
    For example:  dualpower elect russia-1917 --runs 200 --seed 1917

    Hold the elections of a country in many histories: votes from the stands that men obey by, seats from the votes.
    """
    from dualpower.analysis import elections, histories

    mention_speed(quiet=quiet)
    resolved = histories.load(scenario, variant=variant)
    elections.read_election(histories.country_of(resolved))  # a fault of a table is told before anything is run
    result = living(resolved, folder, runs=runs, seed=seed, parameters=parameters, quiet=quiet)
    finding = elections.elect(resolved, result=result)
    if as_json:
        put_json(finding.to_json())
    else:
        show(finding, districts=districts)


def living(
    resolved: Any, folder: str | None, *, runs: int | str, seed: int | None, parameters: str, quiet: bool
) -> Any:
    """Return histories from a folder, or run them."""
    from dualpower import ensemble
    from dualpower.analysis import histories

    if folder is not None:
        result = ensemble.Result.open(folder)
        mention_missing(folder, result.asked, result.runs)
        return result
    seed = choose_seed(seed)
    problem = histories.compile_scenario(resolved)
    count = choose_runs(runs, problem, seed=seed, quiet=quiet)
    drawn = histories.drawn_from(parameters, seed=seed, runs=count)
    with progress(count, quiet=quiet) as step:
        return ensemble.simulate(problem, runs=count, seed=seed, progress=step, **drawn)


def show(finding: Any, *, districts: bool) -> None:
    """Draw a row per party, on request a row per district, what the tables say of themselves, and the answer."""
    rows = [
        [party["title"], f"{party['share']:.1f}", f"{party['low']:.1f} to {party['high']:.1f}",
         _span(party["target"]), {None: "", True: "+ yes", False: "- no"}[party["within"]], f"{party['seats']:.0f}",
         _span(party["seats_published"]), tables.percent(party["modelled"], 0)]
        for party in finding.table
    ]  # fmt: skip
    points = finding.facts["within_points"]
    head = ["list", "% here", "90 %", "% published", f"within {points:g}", "seats", "published", "from stands"]
    out(tables.draw(head, rows, right=(1, 5, 7), width=width(), wrap=True))
    if districts:
        out()
        _districts(finding)
    sums = finding.facts["arithmetic"]
    again = [unit for unit in sums if unit["agrees"] is not None]
    turnout, ballots = finding.facts["turnout"], finding.facts["ballots"]
    counts = [f"{total:,.0f}" for total in ballots["published"]]
    out()
    para(
        f"Turnout {tables.percent(turnout['median'], 0)} ({tables.percent(turnout['low'], 0)} to "
        f"{tables.percent(turnout['high'], 0)}), {ballots['median']:,.0f} ballots"
        f"{f' (published counts: {_listed(counts)})' if counts else ''}; {finding.facts['seats']} seats in "
        f"{len(finding.facts['districts'])} districts. Of the published returns {len(sums)} units were reckoned again: "
        f"none has more votes than ballots, and D'Hondt's rule gives the printed seats in "
        f"{sum(unit['agrees'] for unit in again)} of {len(again)} districts whose lists are printed."
    )
    para_strong(finding.sentence)
    para(finding.sure)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{'; '.join(words[:-1])} and {words[-1]}"


def _districts(finding: Any) -> None:
    parties = [row["party"] for row in finding.table][:5]
    rows = []
    for one in finding.facts["districts"]:
        cells = []
        for key in parties:
            printed = one["published"].get(key)
            cells.append(f"{one['shares'][key]:.0f}" + ("" if printed is None else f" ({printed:.0f})"))
        rows.append([one["title"], str(one["seats"]), *cells])
    out(tables.draw(["district", "seats", *parties], rows, right=(1,), width=width(), wrap=True))
    para("Per cent of votes; in brackets what was published.")


def _span(ends: Any) -> str:
    if ends is None:
        return UNKNOWN
    return f"{ends[0]:g}" if ends[0] == ends[1] else f"{ends[0]:g} to {ends[1]:g}"
