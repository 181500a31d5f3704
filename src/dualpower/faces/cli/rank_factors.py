"""What mattered, and how much of it was luck."""

from __future__ import annotations

from typing import Any

import click

from dualpower.faces.cli.screen import (
    check_picture,
    choose_seed,
    json_option,
    mechanism_option,
    mention_speed,
    out,
    para,
    para_strong,
    picture_option,
    progress,
    put_finding,
    put_picture,
    quiet_option,
    say,
    seed_option,
    variant_option,
    width,
)
from dualpower.telling import tables
from dualpower.telling.language import pick

SHOWN = 15


@click.command("rank-factors")
@click.argument("scenario")
@click.option(
    "--method", type=click.Choice(["morris", "sobol"]), default="morris", show_default=True,
    help="morris sorts out what does not matter; sobol says how much of the variance each holds, luck too.",
)  # fmt: skip
@click.option("--outcome", metavar="ID", default=None, help="Whose coming true is explained (default: history's own).")
@click.option("--mark", metavar="MARK", default=None, help="Explain the value of a mark of the record instead.")
@click.option(
    "--claims", type=click.Choice(["grouped", "each", "none"]), default="grouped", show_default=True,
    help="The evidence by what it speaks of, each quantity for itself, or left to luck.",
)  # fmt: skip
@click.option("--runs", type=click.IntRange(min=1), default=5_000, show_default=True, help="At most so many histories.")
@click.option(
    "--width", "narrow", type=float, default=0.1, show_default=True,
    help="Stop when the widest 95 % interval is no wider.",
)  # fmt: skip
@seed_option
@click.option("-o", "--out", "folder", metavar="DIR", default=None, help="Keep the histories in this folder.")
@click.option("--resume", is_flag=True, help="Go on with a folder begun before.")
@click.option(
    "--decisions", type=click.Choice(["drawn", "history"]), default="drawn", show_default=True, help="As in simulate."
)
@click.option("--threads", type=click.IntRange(min=0), default=0, help="0 for all cores; changes nothing else.")
@variant_option
@mechanism_option
@picture_option
@json_option
@quiet_option
def command(
    scenario: str,
    method: str,
    outcome: str | None,
    mark: str | None,
    claims: str,
    runs: int,
    narrow: float,
    seed: int | None,
    folder: str | None,
    resume: bool,
    decisions: str,
    threads: int,
    variant: str | None,
    mechanism: str | None,
    picture: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """\b
    For example:  dualpower rank-factors kremlin-call --method sobol --seed 7
                  dualpower rank-factors moscow-1917 --method sobol --runs 20000 -o what-mattered --resume

    Rank what is not known of SCENARIO by how much it matters: parameters, evidence, leaders' choices, luck.
    """
    from dualpower.analysis import histories, sensitivity

    if resume and folder is None:
        raise click.UsageError("--resume goes on with a folder: name it with -o DIR")
    check_picture(picture, as_json=as_json)
    mention_speed(quiet=quiet)
    resolved = histories.load(scenario, variant=variant, mechanism=mechanism)
    seed = choose_seed(seed)
    with progress(runs, quiet=quiet) as step:
        finding = sensitivity.rank_factors(
            resolved, method=method, outcome=outcome, mark=mark, claims=claims, decisions=decisions, runs=runs,
            width=narrow, seed=seed, folder=folder, resume=resume, threads=threads, progress=step,
        )  # fmt: skip
    put_finding(finding, show, as_json=as_json)
    if picture is not None:
        from dualpower.telling.charts import draw_factors

        put_picture(draw_factors(finding, title=pick(resolved.scenario.title, "en")), picture)
    if not (quiet or as_json):
        _explain(finding)


def show(finding: Any) -> None:
    """Draw a row per factor, the strongest first, then the answer."""
    rows = [
        [
            str(row["group"]),
            row["title"],
            _number(row["effect"], finding),
            f"{_number(row['low'], finding).removesuffix(' %')} to {_number(row['high'], finding)}",
            ""
            if row["first"] is None
            else f"{100 * row['first']:.0f} ± {100 * (row['first_high'] - row['first']):.0f} %",
            _end(row, "low", finding),
            _end(row, "high", finding),
        ]
        for row in finding.table[:SHOWN]
    ]
    head = ["rank", "what", "effect", "95 % interval", "alone", "where low", "where high"]
    if finding.facts["method"] != "sobol":
        rows, head = [row[:4] + row[5:] for row in rows], head[:4] + head[5:]
    filled = [at for at in range(len(head)) if at < 4 or any(row[at] for row in rows)]
    rows, head = [[row[at] for at in filled] for row in rows], [head[at] for at in filled]
    out(tables.draw(head, rows, right=(0, 2), width=width(), stretch=1, wrap=True))
    left = len(finding.table) - len(rows)
    if left > 0:
        most = max(row["high"] for row in finding.table[SHOWN:])
        out(f"{left} more, none above {_number(most, finding)} (--json lists them).")
    out()
    para_strong(finding.sentence)
    para(finding.sure)


def _number(value: float, finding: Any) -> str:
    if finding.facts["method"] == "sobol" or finding.facts["unit"] == "share":
        return tables.percent(value, 0)
    return f"{value:.3g} {finding.facts['unit']}".rstrip()


def _alone(row: Any) -> str:
    """Write the first-order index with the half of its interval; nothing where there is none."""
    first = row["first"]
    return "" if first is None else f"{100 * first:.0f} ± {100 * (row['first_high'] - first):.0f} %"


def _end(row: Any, end: str, finding: Any) -> str:
    """Say where an end leads: the factor's value there, and what the histories do."""
    value, half = row[f"at_{end}"], row[f"at_{end}_half"]
    if value is None or half != half:
        return ""
    if finding.facts["unit"] == "share":
        return f"{row[f'{end}_end']}: {100 * value:.0f} ± {100 * half:.0f} %"
    return f"{row[f'{end}_end']}: {value:.3g} ± {half:.2g} {finding.facts['unit']}".rstrip()


def _explain(finding: Any) -> None:
    facts = finding.facts
    what = (
        "Effect: the share of the variance that would remain if all else were known (total index).\n"
        "Alone: the share that would go if this alone were known (first-order index)."
        if facts["method"] == "sobol"
        else "Effect: how far the answer moves when this alone moves by two thirds of its range, or is drawn anew."
    )
    say(f"\n{what}\nOne rank: these cannot be told apart. Where low, where high: over the lowest and highest fifth.")
    if not facts["narrow"]:
        say(f"The widest interval is {facts['width']:.2g}, asked was {facts['width_asked']:.2g}: give more --runs.")
