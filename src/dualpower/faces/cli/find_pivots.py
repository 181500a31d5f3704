"""Which decisions mattered."""

from __future__ import annotations

from shlex import quote
from typing import Any

import click

from dualpower.faces.cli.screen import (
    check_folder,
    check_picture,
    choose_runs,
    choose_seed,
    growing_progress,
    json_option,
    keep,
    learnt_words,
    level_option,
    mechanism_option,
    mention_speed,
    out,
    para,
    para_strong,
    parameters_option,
    picture_option,
    put_finding,
    put_picture,
    quiet_option,
    runs_option,
    say,
    seed_option,
    strong,
    variant_option,
    width,
)
from dualpower.telling import tables
from dualpower.telling.language import pick

NARROW = 7  # columns shown on a terminal too narrow for necessity and sufficiency
WIDE = 118


@click.command("find-pivots")
@click.argument("scenario")
@runs_option
@seed_option
@click.option("--outcome", metavar="ID", default=None, help="The outcome asked about (default: history's).")
@click.option(
    "--decisions", type=click.Choice(["drawn", "history"]), default="drawn", show_default=True,
    help="What the other leaders do: choose by their chances, or as in history.",
)  # fmt: skip
@click.option("--only", metavar="ID", multiple=True, help="Ask about this decision alone (may be repeated).")
@click.option(
    "--shapley", is_flag=False, flag_value=8, type=click.IntRange(min=1), default=None, metavar="[K]",
    help="Share the whole change out over the K decisions that shift most (8; beyond 10 by drawn orders).",
)  # fmt: skip
@click.option("--shapley-runs", type=click.IntRange(min=2), default=None, help="Histories for --shapley (default 200).")
@level_option
@click.option("-o", "--out", "folder", metavar="DIR", default=None, help="Keep work here; repeated, it goes on.")
@click.option("--threads", type=click.IntRange(min=0), default=0, help="0 for all cores; changes nothing else.")
@parameters_option
@variant_option
@mechanism_option
@picture_option
@json_option
@quiet_option
def command(
    scenario: str,
    runs: int | str,
    seed: int | None,
    shapley: int | None,
    level: float,
    folder: str | None,
    mechanism: str | None,
    picture: str | None,
    as_json: bool,
    quiet: bool,
    **how: Any,
) -> None:
    """\b
    For example:  dualpower find-pivots moscow-1917 --runs 2000 --seed 1917 -o pivots
                  dualpower find-pivots kremlin-call --seed 7 --outcome held --json

    Undo each decision of SCENARIO on the same luck and rank which of them mattered. RUNS are pairs per decision.
    """
    from dualpower.analysis import histories
    from dualpower.analysis.pivots import find_pivots

    check_picture(picture, as_json=as_json)
    base = histories.load(scenario, mechanism=mechanism)
    resolved = histories.load(base, variant=how["variant"])
    mention_speed(quiet=quiet)
    seed = choose_seed(seed)
    pairs = _pairs(runs, resolved, seed=seed, quiet=quiet)
    check_folder(folder)
    with growing_progress(quiet=quiet, folder=folder) as step:
        finding = find_pivots(
            base, runs=pairs, seed=seed, shapley=shapley or 0, level=level / 100, progress=step,
            folder=None if folder is None else f"{folder}/runs", **how,
        )  # fmt: skip
    if folder is not None:
        keep(folder, finding, "pivots.json", "pivots.csv")
    put_finding(finding, show, as_json=as_json)
    if picture is not None:
        from dualpower.telling.charts import draw

        put_picture(draw(finding, resolved), picture)
    if not as_json and not quiet:
        _hints(finding, scenario)


def _pairs(runs: int | str, resolved: Any, *, seed: int, quiet: bool) -> int:
    """Return the pairs per decision; auto is 500, or what a slow engine can do for all decisions in the time."""
    from dualpower.analysis import histories, pivots
    from dualpower.engine import build

    if isinstance(runs, int):
        return runs
    if build.status().is_compiled:
        return pivots.RUNS
    count = choose_runs(runs, histories.compile_scenario(resolved), seed=seed, quiet=quiet)
    return max(pivots.FEWEST, count // (1 + len(resolved.scenario.decisions)))


def show(finding: Any) -> None:
    """Draw a row per decision, the portions where they were asked for, and the answer."""
    facts = finding.facts
    out(f"What if it had been decided otherwise?  {strong(pick(facts['outcome_title'], 'en'))} ({facts['outcome']})\n")
    head = ["", "decision", "done", "undone", "shift", _interval(facts), "group", "necessary", "sufficient"]
    rows = [_row(row) for row in finding.table]
    if width() < WIDE:
        head, rows = head[:NARROW], [row[:NARROW] for row in rows]
    out(tables.draw(head, rows, right=(0, 2, 3, 4, 6, 7, 8), width=width(), stretch=1, wrap=True))
    out()
    para(
        "Done: the share of histories that end so with history's choice; undone: with another. Group: decisions of "
        "one group cannot be told apart from its first; a shift in brackets cannot be told from chance. Necessary: "
        "of those that end so with the choice, the share that would not without it; sufficient: of those that do not "
        "end so without it, the share that would with it; behind each, the limits that hold whatever the luck."
    )
    if width() < WIDE:
        out(f"Necessity and sufficiency need a terminal of {WIDE} columns (or --json).")
    if "shapley" in facts:
        _portions(facts["shapley"])
    out()
    para_strong(finding.sentence)
    para(finding.sure)


def _interval(facts: Any) -> str:
    return f"{100 * facts['level']:.0f} % interval"


def _row(row: Any) -> list[str]:
    moved = points(row["shift"])
    return [
        str(row["rank"]),
        row["id"],
        tables.percent(row["done"]),
        tables.percent(row["undone"]),
        moved if row["seen"] else f"({moved})",
        f"{points(row['low'])} to {points(row['high'])}",
        str(row["group"]),
        _limited(row["necessity"]),
        _limited(row["sufficiency"]),
    ]


def points(share: float) -> str:
    """Write a difference of shares in points of a hundred."""
    return f"{100 * share:+.1f}"


def _limited(measure: Any) -> str:
    low, high = measure["bounds"]
    return f"{tables.hundredths(measure['value'])} [{low:.2f}-{high:.2f}]"


def _portions(found: Any) -> None:
    total = found["total"]
    out()
    para(
        f"From all of these undone to all done, the share changes by {points(total['change'])} points "
        f"({points(total['low'])} to {points(total['high'])}; {found['runs']:,} histories, {found['method']}). "
        "Of that each has its portion:"
    )
    rows = [
        [row["id"], points(row["share"]), f"{points(row['low'])} to {points(row['high'])}"] for row in found["shares"]
    ]
    out(tables.draw(["decision", "portion", "interval"], rows, right=(1,), width=width(), stretch=0, wrap=True))
    clear = [pair for pair in found["interactions"] if pair["seen"]]
    for pair in clear[:5]:
        one, other = pair["between"]
        how = "each needs the other" if pair["interaction"] > 0 else "either does without the other"
        out(f"  {one} and {other}: {points(pair['interaction'])} together ({how})")
    if found["interactions"] and not clear:
        out("  No two of them are seen to work on each other.")


def _hints(finding: Any, scenario: str) -> None:
    facts = finding.facts
    say("\nNext:")
    say(f"  dualpower flip {quote(scenario)} --to OUTCOME --seed {facts['seed']}{learnt_words(facts['parameters'])}")
    say("      the smallest change of decisions that makes another outcome likely")
    if "shapley" not in facts:
        say("  --shapley shares the whole change out among the decisions that moved most")
