"""What every command shares: where words go, how wide the terminal is, how progress is shown."""

from __future__ import annotations

import json
import os
import shutil
import sys
import textwrap
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from shlex import quote
from typing import Any, TypeVar

import click

Function = TypeVar("Function", bound=Callable[..., Any])

DEFAULT_PARAMETERS = "prior"  # that of analysis.histories, which would load numpy only to print a help page

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object and nothing else.")
quiet_option = click.option("-q", "--quiet", is_flag=True, help="No progress, no hints.")
seed_option = click.option(
    "--seed", type=int, default=None, help="Any whole number from 0; the same seed, the same luck."
)
variant_option = click.option(
    "--variant", metavar="NAME|FILE", default=None,
    help="An alternative history: NAME, NAME+NAME for two at once, or FILE#NAME from a file of one's own.",
)  # fmt: skip
parameters_option = click.option(
    "--parameters", metavar="prior|posterior|NAME|FILE", default=DEFAULT_PARAMETERS, show_default=True,
    help="Draw the universal parameters from their priors, or from what calibrate learnt.",
)  # fmt: skip
mechanism_option = click.option(
    "--mechanism", metavar="FILE", default=None,
    help="Run with mechanisms of one's own: formulas (.yaml) or functions (.py).",
)  # fmt: skip
picture_option = click.option(
    "--picture",
    metavar="FILE",
    default=None,
    help="Draw the answer too: .svg, .png (need an extra), .txt, or - for plain bars here.",
)


def learnt_words(parameters: str) -> str:
    """Return the words that ask for the same parameters in another command; none for the default."""
    return "" if parameters == DEFAULT_PARAMETERS else f" --parameters {quote(parameters)}"


def width() -> int:
    """Return the cells across: the terminal's, at most 140; 100 where there is none."""
    return min(140, shutil.get_terminal_size((100, 24)).columns)


def say(text: str = "") -> None:
    """Write to standard error: whatever is not data."""
    click.echo(text, err=True)


def out(text: str = "") -> None:
    """Write data to standard output."""
    click.echo(text)


def fill(text: str) -> str:
    """Wrap a text to the terminal; a number and its sign stay on one line."""
    hard = text.replace(" %", "\N{NO-BREAK SPACE}%")
    return textwrap.fill(hard, width(), break_on_hyphens=False).replace("\N{NO-BREAK SPACE}", " ")


def para(text: str) -> None:
    """Write a paragraph of data, wrapped to the terminal."""
    out(fill(text))


def put_json(value: Any) -> None:
    """Write one JSON object to standard output; where that is not UTF-8, other letters are escaped."""
    from dualpower.analysis.finding import plain

    out(json.dumps(plain(value), ensure_ascii="utf" not in (sys.stdout.encoding or "utf").lower(), indent=2))


class Between(click.FloatRange):
    """A number between two others, ends excluded; "nan", which no comparison catches, is refused."""

    def __init__(self, low: float, high: float) -> None:
        super().__init__(min=low, max=high, min_open=True, max_open=True)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        number = super().convert(value, param, ctx)
        if number != number:
            self.fail(f"{value} is not a number between {self.min:g} and {self.max:g}", param, ctx)
        return number


WORK = {"pairs", "runs"}  # what a folder of finished work begins with


def check_folder(folder: str | None) -> None:
    """Refuse, before anything is run, a folder that holds other things than work to go on with."""
    if folder is None:
        return
    from pathlib import Path

    from dualpower.errors import DualpowerError

    place = Path(folder)
    held = sorted(entry.name for entry in place.iterdir()) if place.is_dir() else []
    if held and not WORK & set(held):
        raise DualpowerError("E803", f"{folder} is not empty: it holds {held[0]}", "name a new folder")


def keep(folder: str, finding: Any, answer: str, table: str, *, report: dict[str, Any] | None = None) -> None:
    """Write a finding into a folder: the whole answer (or a report that holds more) as JSON, its table as CSV.

    A list or mapping in the table is written as JSON text.
    """
    import csv
    import json
    from pathlib import Path

    place = Path(folder)
    text = finding.dumps() if report is None else json.dumps(report, ensure_ascii=False, indent=2)
    (place / answer).write_text(text + "\n", encoding="utf-8")
    rows = [{name: _cell(value) for name, value in row.items()} for row in finding.table]
    with (place / table).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]) if rows else [], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _cell(value: Any) -> Any:
    """Return a value as a CSV cell: JSON text for what has parts, nothing for what is missing."""
    import json

    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list | tuple) else value


def check_picture(file: str | None, *, as_json: bool) -> None:
    """Refuse a picture that could not be drawn in the end, before anything is run."""
    if file == "-" and as_json:
        raise click.UsageError("--picture - and --json would both be printed: name a file for the picture")
    if file not in (None, "-"):
        from dualpower.telling.figure import check_drawable

        check_drawable(str(file))


def put_picture(figure: Any, file: str) -> None:
    """Write a figure to its file, or print it as plain bars."""
    if file == "-":
        out(f"\n{figure.text(width())}")
    else:
        figure.save(file)


def para_strong(text: str) -> None:
    """Write a paragraph that stands out, wrapped to the terminal."""
    out(strong(fill(text)))


def strong(text: str) -> str:
    """Make a text stand out on a terminal that has colours; elsewhere leave it alone."""
    colours = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return click.style(text, bold=True) if colours else text


def put_finding(finding: Any, show: Callable[[Any], None], *, as_json: bool) -> None:
    """Print a finding: as JSON, or by `show` with the mechanisms it was made with named first."""
    if as_json:
        put_json(finding.to_json())
    else:
        mention_mechanisms(finding.facts.get("own_mechanisms", []))
        show(finding)


def mention_mechanisms(facts: list[dict[str, Any]]) -> None:
    """Say which mechanisms of the user's own this was made with; nothing where there are none."""
    if facts:
        told = "; ".join(f"{f['id']} ({f['point']}, a {f['kind']}, {f['digest'][:12]})" for f in facts)
        para(f"With mechanisms of one's own: {told}.")


def choose_seed(seed: int | None) -> int:
    """Return the seed given, or draw one and say so."""
    if seed is not None:
        return seed
    import secrets

    seed = secrets.randbelow(1_000_000)
    say(f"No seed was given: {seed} was drawn. --seed {seed} repeats this exactly.")
    return seed


def mention_speed(*, quiet: bool) -> None:
    """Say once, in words, when the slow engine runs."""
    from dualpower.engine import build

    warnings.filterwarnings("ignore", category=RuntimeWarning, module=r"dualpower(\.|$)")
    warnings.filterwarnings("ignore", message="The .*kernel")
    state = build.status()
    if not state.is_compiled and not quiet:
        say(textwrap.fill(state.reason, width(), break_on_hyphens=False, break_long_words=False))


def mention_missing(folder: str, asked: int, there: int) -> None:
    """Say that a folder holds only part of what was asked for."""
    if there < asked:
        say(f"{folder} holds {there:,} of {asked:,} histories: dualpower simulate --resume computes the rest.")


@contextmanager
def progress(total: int, *, quiet: bool) -> Iterator[Callable[[int], None] | None]:
    """Show how far the runs are: a bar on a terminal, elsewhere a line for each tenth."""
    if quiet:
        yield None
    elif sys.stderr.isatty():
        with _bar(total) as step:
            yield step
    else:
        yield _lines(total)


@contextmanager
def _bar(total: int) -> Iterator[Callable[..., None]]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("histories"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda done, total=total: bar.update(task, completed=done, total=total)


@contextmanager
def growing_progress(*, quiet: bool, folder: str | None = None) -> Iterator[Callable[[int, int], None] | None]:
    """Show how far work is whose whole is known only on the way: the step takes what is done, and of how much.

    ``folder`` is where finished work is kept: whoever breaks off is told that it is there.
    """
    try:
        if quiet:
            yield None
        elif sys.stderr.isatty():
            with _bar(1) as step:
                yield step
        else:
            yield _lines(1)
    except KeyboardInterrupt:
        say(
            f"\n{folder} keeps what is finished: the same command goes on."
            if folder
            else "\nNothing is kept without -o."
        )
        raise


def _lines(total: int) -> Callable[..., None]:
    begun, told = time.perf_counter(), [0]

    def step(done: int, total: int = total) -> None:
        tenth = done * 10 // max(total, 1)
        if tenth > told[0]:
            told[0] = tenth
            each = (time.perf_counter() - begun) / max(done, 1)
            say(f"{10 * tenth:3d} %  {done:,} of {total:,} histories, {(total - done) * each:.0f} s to go")

    return step


level_option = click.option(
    "--level", metavar="PERCENT", type=Between(0, 100),
    default=90.0, show_default=True, help="How sure each interval is.",
)  # fmt: skip


class Runs(click.ParamType):
    """A number of runs, or ``auto``."""

    name = "N|auto"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value is None or value == "auto" or isinstance(value, int):
            return value
        try:
            return int(str(value).replace("_", "").replace(",", ""))
        except ValueError:
            self.fail(f"{value!r} is neither a number of runs nor auto", param, ctx)


runs_option = click.option(
    "--runs",
    metavar="N|auto",
    type=Runs(),
    default="auto",
    show_default=True,
    help="How many histories; auto chooses what fits in 40 s.",
)


def choose_runs(runs: int | str, problem: Any, *, seed: int, quiet: bool) -> int:
    """Return the number of runs, choosing (and saying why) where ``auto`` was asked for."""
    if isinstance(runs, int):
        return runs
    from dualpower.analysis.histories import choose_runs as choose

    pace = choose(problem, seed=seed)
    if not quiet:
        say(pace.sentence)
    return pace.runs
