"""Made-up coups, by the rank of those who lead them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dualpower.faces.cli.screen import (
    choose_runs,
    choose_seed,
    json_option,
    mention_speed,
    out,
    para,
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

if TYPE_CHECKING:
    from dualpower.scenario.capital import Coup

SOME_FAILED = 4
RANKS = ("top", "middle", "bottom")
CAPITALS = 12


@click.command("coups")
@click.option(
    "--rank",
    "ranks",
    type=click.Choice(RANKS),
    multiple=True,
    help="Where in the army the leaders stand; repeatable (default: all three).",
)
@click.option(
    "--transmitter/--no-transmitter", "transmitter", default=None,
    help="Whether the plotters hold it when it begins (default: each history both ways).",
)  # fmt: skip
@runs_option
@seed_option
@click.option(
    "--capitals", type=click.IntRange(min=1, max=1000), default=CAPITALS, show_default=True,
    help="Made-up towns that the histories are spread over.",
)  # fmt: skip
@click.option("--even", is_flag=True, help="Let nobody favour either side at the start: what do first beliefs add?")
@click.option(
    "--write", "folder", metavar="DIR", default=None, help="Write a case of each kind as a scenario; run none."
)
@click.option("--threads", type=click.IntRange(min=0), default=0, help="0 for all cores; changes nothing else.")
@json_option
@quiet_option
def command(
    ranks: tuple[str, ...],
    transmitter: bool | None,
    runs: int | str,
    seed: int | None,
    capitals: int,
    even: bool,
    folder: str | None,
    threads: int,
    as_json: bool,
    quiet: bool,
) -> int:
    """\b
    For example:  dualpower coups --runs 1000 --seed 1917
                  dualpower coups --rank bottom --no-transmitter --write cases

    Generate small made-up coups, led from the top, the middle or the bottom of an army, and count how often they
    succeed and how often nobody dies, beside what is counted of real ones.
    """
    from dualpower.analysis.coups import coups
    from dualpower.scenario.capital import Coup

    asked = tuple(dict.fromkeys(ranks)) or RANKS
    holds = (True, False) if transmitter is None else (transmitter,)
    if folder is not None:
        cases = [Coup(rank, held, even=even) for rank in asked for held in holds]
        _write(Path(folder), cases, as_json=as_json, quiet=quiet)
        return 0
    mention_speed(quiet=quiet)
    seed = choose_seed(seed)
    kinds = len(asked) * len(holds)
    count = _runs(runs, kinds, seed=seed, quiet=quiet)
    with progress(count * kinds, quiet=quiet) as step:
        finding = coups(
            rank=asked,
            transmitter=transmitter,
            runs=count,
            seed=seed,
            capitals=capitals,
            even=even,
            threads=threads,
            progress=step,
        )
    if as_json:
        put_json(finding.to_json())
    else:
        show(finding)
        if not quiet:
            say("\nNext:\n  dualpower coups --write cases\n      the cases themselves, to check, tell and change")
    return SOME_FAILED if finding.facts["failed"] else 0


def _runs(runs: int | str, kinds: int, *, seed: int, quiet: bool) -> int:
    """Return the histories of each rank; where they are chosen by time, all kinds share the time."""
    from dualpower.analysis.coups import problem
    from dualpower.engine import build
    from dualpower.scenario.capital import Coup

    if isinstance(runs, int):
        return runs
    count = choose_runs(runs, problem(Coup("middle", True)), seed=seed, quiet=quiet)
    return count if build.status().is_compiled else max(2, count // kinds)


def _write(folder: Path, cases: list[Coup], *, as_json: bool, quiet: bool) -> None:
    """Write one capital's case of each kind, each a scenario file that stands alone."""
    from dualpower.errors import DualpowerError
    from dualpower.scenario.capital import write

    written = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for coup in cases:
            place = folder / f"{coup.id}.yaml"
            with place.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(write(coup))
            written.append(str(place))
    except FileExistsError as trouble:
        raise DualpowerError("E803", f"{trouble.filename} is there already", "name another folder") from None
    except OSError as trouble:
        raise DualpowerError("E804", f"{folder} cannot be written: {trouble.strerror}", "name another folder") from None
    if as_json:
        put_json({"files": written})
        return
    for name in written:
        out(name)
    if not quiet:
        say(f"\nNext:\n  dualpower tell {written[0]} --seed 1\n      one of its histories")


def show(finding: Any) -> None:
    """Draw a row per rank and hold on the transmitter, then the answer."""
    rows = [
        [
            row["rank"],
            row["transmitter"],
            f"{row['runs']:,}",
            tables.percent(row["success"]),
            _span(row["low"], row["high"]),
            f"{tables.percent(row['record'], 0)} ({_span(row['record_low'], row['record_high'])})",
            tables.percent(row["bloodless"]),
            f"{100 * row['gain']:+.1f} ({100 * row['gain_low']:+.1f} to {100 * row['gain_high']:+.1f})"
            if row["gain"] == row["gain"]
            else "",
        ]
        for row in finding.table
    ]
    head = ["led from the", "transmitter", "runs", "succeed", "95 %", "record", "no death", "it adds, points"]
    out(tables.draw(head, rows, right=(2, 3, 6), width=width(), stretch=0, wrap=True))
    out()
    out(strong("All together"))
    para(finding.sentence)
    para(finding.sure)
    if finding.facts["failed"]:
        out(f"{finding.facts['failed']:,} runs failed and are counted nowhere above.")


def _span(low: float, high: float) -> str:
    return f"{100 * low:.0f}-{100 * high:.0f} %"
