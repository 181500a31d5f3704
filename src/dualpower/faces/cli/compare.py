"""A scenario and its alternative histories, pair by pair on common luck."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shlex import quote
from typing import Any

import click

from dualpower.errors import DualpowerError
from dualpower.faces.cli.screen import (
    Between,
    check_folder,
    choose_runs,
    choose_seed,
    json_option,
    keep,
    learnt_words,
    mechanism_option,
    mention_mechanisms,
    mention_speed,
    out,
    para,
    parameters_option,
    progress,
    put_json,
    quiet_option,
    runs_option,
    say,
    seed_option,
    strong,
    width,
)
from dualpower.telling import tables
from dualpower.telling.language import LANGUAGES, load

SOME_FAILED = 4
HAPPENS = {"happens": "happens", "value": "is so", "hours": "hours"}


@click.command("compare")
@click.argument("scenario")
@click.option(
    "--variant", "variants", metavar="NAME|FILE", multiple=True, required=True,
    help="An alternative history, NAME+NAME for two at once, or a file of them (FILE#NAME for one); repeatable.",
)  # fmt: skip
@click.option("--outcome", metavar="ID", default=None, help="The outcome asked about (default: history's own).")
@click.option(
    "--watch", "watches", metavar="ID", multiple=True,
    help="A part of a mark whose hour or value is compared too; repeatable.",
)  # fmt: skip
@runs_option
@seed_option
@click.option(
    "--width", "wanted", metavar="POINTS", type=Between(0, 100),
    default=4.0, show_default=True, help="Tell how many pairs make each interval this narrow, in points.",
)  # fmt: skip
@click.option(
    "--level", metavar="PERCENT", type=Between(0, 100),
    default=90.0, show_default=True, help="How sure each interval is.",
)  # fmt: skip
@click.option(
    "--decisions", type=click.Choice(["drawn", "history"]), default="drawn", show_default=True, help="As in simulate."
)
@parameters_option
@click.option("--run", type=int, default=None, help="The pair to tell (default: one that shows the change).")
@click.option(
    "--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="The language of the pair told."
)
@click.option("--threads", type=click.IntRange(min=0), default=0, help="0 for all cores; changes nothing else.")
@click.option(
    "-o", "--out", "folder", metavar="DIR", default=None,
    help="Keep the answer and the work done here; the same command goes on where it stopped.",
)  # fmt: skip
@mechanism_option
@json_option
@quiet_option
def command(
    scenario: str,
    variants: tuple[str, ...],
    outcome: str | None,
    watches: tuple[str, ...],
    runs: int | str,
    seed: int | None,
    wanted: float,
    level: float,
    decisions: str,
    parameters: str,
    run: int | None,
    language: str,
    threads: int,
    folder: str | None,
    mechanism: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """\b
    For example:  dualpower compare kremlin-call --variant they-storm --seed 15
                  dualpower compare kremlin-call --variant the-garrison-is-fed+they-storm --variant mine.yaml

    Compare SCENARIO (an id, a file or a folder) with alternative histories: run each pair on the same luck, count
    what the change brought about, and tell one pair side by side from the first event in which the two part.
    """
    from dualpower.analysis import histories
    from dualpower.analysis.alternatives import alternatives
    from dualpower.analysis.comparison import compare
    from dualpower.telling.sides import tell_apart

    if run is not None and run < 0:
        raise DualpowerError("E801", f"run is {run}", "runs are numbered from 0")
    check_folder(folder)
    resolved = histories.load(scenario, mechanism=mechanism)
    others = alternatives(resolved, variants)  # a wrong name is said before a seed is drawn
    mention_speed(quiet=quiet)
    seed = choose_seed(seed)
    arms = 1 + len(others)
    count = _runs(runs, histories.compile_scenario(resolved), arms, seed=seed, quiet=quiet)
    with progress(count * arms, quiet=quiet) as step, _patient(folder):
        found = compare(
            resolved, variants, runs=count, seed=seed, outcome=outcome, watches=watches, level=level / 100,
            width=wanted / 100, decisions=decisions, parameters=parameters, threads=threads, progress=step,
            folder=None if folder is None else str(Path(folder) / "pairs"),
        )  # fmt: skip
    told = [tell_apart(found, one.id, run=run, language=language) for one in found.others]
    report = {**found.to_json(), "pairs_told": [None if pair is None else pair.to_json() for pair in told]}
    if folder is not None:
        keep(folder, found, "comparison.json", "differences.csv", report=report)
    if as_json:
        put_json(report)
    else:
        mention_mechanisms(found.facts.get("own_mechanisms", []))
        show(found, told, run=run, language=language)
        if not quiet:
            _hints(scenario, found, folder)
    return SOME_FAILED if any(fact["failed"] for fact in found.facts["variants"]) else 0


@contextmanager
def _patient(folder: str | None) -> Iterator[None]:
    """Say on Ctrl-C what is kept."""
    try:
        yield
    except KeyboardInterrupt:
        kept = f"The work done lies in {folder}: the same command goes on where it stopped."
        say("\n" + (kept if folder else "Nothing is kept without a folder (-o DIR)."))
        raise


def _runs(runs: int | str, problem: Any, arms: int, *, seed: int, quiet: bool) -> int:
    """Return the number of pairs; where it is chosen by time, all arms share the time."""
    from dualpower.engine import build

    count = choose_runs(runs, problem, seed=seed, quiet=quiet)
    return count if isinstance(runs, int) or build.status().is_compiled else max(2, count // arms)


def show(found: Any, told: list[Any], *, run: int | None = None, language: str = "en") -> None:
    """Draw each alternative: the table, the sentence, how sure, one pair side by side."""
    for fact, pair in zip(found.facts["variants"], told, strict=True):
        out(strong(f"{fact['title']}  ({fact['id']})") + f": {fact['pairs']:,} pairs, seed {found.seed}")
        para("It changes: " + "; ".join(_change(change) for change in fact["changes"]) + ".")
        out()
        _table([row for row in found.table if row["variant"] == fact["id"]], found.facts)
        out()
        para(fact["sentence"])
        para(f"How sure: {fact['sure']}")
        if fact["failed"]:
            out(f"{fact['failed']:,} pairs failed and are counted nowhere above.")
        if fact["unchanged"]["pairs"] < fact["pairs"]:
            moved, by_luck = tables.percent(fact["distance"]), tables.percent(fact["distance_chance"])
            para(
                f"All outcomes together: {moved} of the histories would have to end otherwise to make the two alike. "
                f"Swapping the sides of each pair at random moves them as far in {by_luck} of trials."
            )
        out()
        if pair is not None:
            out(strong(f"Pair {pair.run}, told side by side"))
            out(pair.text(width()) + "\n")
        elif run is not None:
            out(strong(f"Pair {run}"))
            para(load(language).word("sides", "same_history") + "\n")


def _change(change: Any) -> str:
    """Write one change: the path, and what stands there now."""
    import json

    value = change["to"]
    if value is None:
        return f"{change['path']} is taken away"
    return f"{change['path']} = {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"


def _table(rows: list[Any], facts: Any) -> None:
    share = [row for row in rows if row["kind"] == "share"]
    points = f"{100 * facts['level']:.0f} % interval"
    needed = f"pairs for ±{50 * facts['width']:.3g}"
    drawn = [
        [
            row["title"] if row["measure"] == "outcome" else f"{row['id']} {HAPPENS[row['measure']]}",
            tables.percent(row["base"]), tables.percent(row["other"]), f"{100 * row['shift']:+.1f}",
            f"{100 * row['low']:+.1f} to {100 * row['high']:+.1f}", f"{row['gained']:,} / {row['lost']:,}",
            _times(row["times_fewer"]), f"{row['pairs_needed']:,}", "» history" if row["history"] else "",
        ]
        for row in share
    ]  # fmt: skip
    head = ["it ends so", "as it was", "changed", "points", points, "gain/lose", "unpaired", needed, ""]
    if width() < 110:
        drawn, head = [[*row[:5], row[8]] for row in drawn], [*head[:5], head[8]]
    out(tables.draw(head, drawn, right=tuple(range(1, len(head) - 1)), width=width(), stretch=0, wrap=True))
    numbers = [
        [f"{row['id']}, {'hours from the start' if row['measure'] == 'hours' else 'value'}", tables.value(row["base"]),
         tables.value(row["other"]), f"{row['shift']:+.3g}", f"{row['low']:+.3g} to {row['high']:+.3g}",
         f"{row['pairs']:,}"]
        for row in rows if row["kind"] == "number"
    ]  # fmt: skip
    if numbers:
        out()
        head = ["in the pairs where both are known", "as it was", "changed", "shift", points, "pairs"]
        out(tables.draw(head, numbers, right=(1, 2, 3, 4, 5), width=width(), stretch=0, wrap=True))


def _times(times: float) -> str:
    """Write how many times as many unpaired runs would be needed."""
    return "–" if times != times or times == float("inf") else f"x {times:.1f}"


def _hints(scenario: str, found: Any, folder: str | None) -> None:
    say("Gain/lose: pairs that end so only with the change, and only without it. Unpaired: how many times as many runs")
    say("two separate ensembles would need for the same interval.")
    if found.others:
        name = found.others[0].id
        extra = learnt_words(found.facts["parameters"])
        again = f"{quote(scenario)} --variant {quote(name)} --seed {found.seed}{extra} --run 0"
        say(f"\nNext:\n  dualpower compare {again}")
        say("      another pair, side by side")
    if folder:
        say(f"  {folder}/comparison.json and differences.csv hold all of this.")
