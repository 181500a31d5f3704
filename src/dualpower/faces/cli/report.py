"""One HTML file of a scenario that opens offline: the story, whole histories to watch, odds, what if, evidence."""

from __future__ import annotations

import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import click

from dualpower.faces.cli.screen import (
    choose_seed,
    json_option,
    mechanism_option,
    mention_speed,
    out,
    para,
    para_strong,
    parameters_option,
    put_json,
    quiet_option,
    say,
    seed_option,
    variant_option,
    width,
)

Step = Callable[[str, int, int], None]
QUIET_FOR = 2.0  # seconds between two lines where there is no terminal


@click.command("report")
@click.argument("scenario")
@click.option(
    "-o", "--out", "file", metavar="FILE.html", default=None, help="The file to write (default: SCENARIO.html)."
)
@click.option(
    "--runs", type=click.IntRange(min=1), default=None, help="Histories counted (default: by the scenario's size)."
)
@seed_option
@click.option(
    "--levers", type=click.IntRange(min=0, max=8), default=5, show_default=True,
    help="How many levers what-if has, chosen by what matters most; 0 for none.",
)  # fmt: skip
@click.option(
    "--lever", "named", metavar="ID", multiple=True,
    help="A lever by name: a decision, or the path of a number (may be repeated; then no other is chosen).",
)  # fmt: skip
@click.option(
    "--each", type=click.IntRange(min=0), default=None, help="Histories under each combination of the levers."
)
@click.option(
    "--pivots/--no-pivots", default=True, show_default=True, help="Undo each decision and rank which of them mattered."
)
@click.option("--pairs", type=click.IntRange(min=20), default=None, help="Pairs of histories per decision undone.")
@click.option(
    "--language", type=click.Choice(["en", "es", "pl", "ru"]), default="en", show_default=True,
    help="The language the page opens in; it can be read in all four.",
)  # fmt: skip
@click.option(
    "--cache", metavar="DIR", default=None, help="Keep finished work here (default: the user's cache folder)."
)
@click.option("--threads", type=click.IntRange(min=0), default=0, help="0 for all cores; changes nothing else.")
@parameters_option
@variant_option
@mechanism_option
@json_option
@quiet_option
def command(
    scenario: str,
    file: str | None,
    seed: int | None,
    levers: int,
    named: tuple[str, ...],
    pivots: bool,
    pairs: int | None,
    as_json: bool,
    quiet: bool,
    **how: Any,
) -> None:
    """\b
    For example:  dualpower report moscow-1917 --seed 1917 -o moscow.html
                  dualpower report kremlin-call --seed 7 --lever how-to-get-the-kremlin --language pl

    Write one HTML file of SCENARIO that opens from disk without a network: its story, whole histories to watch,
    how often each ending comes, what if, and the evidence. A second call takes finished work from the cache.
    """
    from dualpower.analysis import histories
    from dualpower.telling.page.report import report

    resolved = histories.load(scenario)  # an unknown name is refused before a seed is drawn
    mention_speed(quiet=quiet)
    seed = choose_seed(seed)
    with stages(quiet=quiet) as step:
        made = report(
            resolved, file or f"{resolved.id}.html", seed=seed, levers=list(named) if named else levers,
            pairs=pairs if pivots else 0, progress=step, **how,
        )  # fmt: skip
    if as_json:
        put_json(made.to_json())
    else:
        show(made)
    if not quiet and not as_json:
        say(f"\nOpen {made.file} in a browser; it needs no network.")


def show(made: Any) -> None:
    """Print what was made: the file, its size, the time, what is in it."""
    page = made.page
    rows = [("file", f"{made.file}, {made.size / 1e6:.2f} MB, made in {made.seconds:.0f} s")]
    rows += [
        (f"history {film.run}", f"{film.why}: {page.stage.endings[film.ending].title['en']}") for film in page.films
    ]
    if page.what_if is not None:
        rows += [("lever", lever.title["en"]) for lever in page.what_if.levers]
    wide = max(len(name) for name, _ in rows)
    for name, text in rows:
        out(textwrap.fill(f"{name:<{wide}}  {text}", width(), subsequent_indent=" " * (wide + 2)))
    out()
    para_strong(made.sentence)
    para(made.sure)
    for note in made.notes:
        para(note)


@contextmanager
def stages(*, quiet: bool) -> Iterator[Step | None]:
    """Show one piece of work after another: bars on a terminal, elsewhere a line now and then."""
    try:
        if quiet:
            yield None
        elif sys.stderr.isatty():
            with _bars() as step:
                yield step
        else:
            yield _lines()
    except KeyboardInterrupt:
        say("\nFinished work is kept: the same command goes on where it stopped.")
        raise


@contextmanager
def _bars() -> Iterator[Step]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bars:
        tasks: dict[str, Any] = {}

        def step(what: str, done: int, total: int) -> None:
            if what not in tasks:
                tasks[what] = bars.add_task(what, total=total)
            bars.update(tasks[what], completed=done, total=total)

        yield step


def _lines() -> Step:
    told: dict[str, float] = {}
    tenths: dict[str, int] = {}

    def step(what: str, done: int, total: int) -> None:
        now, tenth = time.perf_counter(), done * 10 // max(total, 1)
        if tenth <= tenths.get(what, -1) or (now - told.get(what, -QUIET_FOR) < QUIET_FOR and done < total):
            return
        told[what], tenths[what] = now, tenth
        say(f"{what}: {done:,} of {total:,}")

    return step
