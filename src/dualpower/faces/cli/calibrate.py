"""What the record says about the universal parameters."""

from __future__ import annotations

from typing import Any

import click

from dualpower.faces.cli.screen import (
    growing_progress,
    json_option,
    learnt_words,
    mention_speed,
    out,
    para,
    put_json,
    quiet_option,
    say,
    strong,
    width,
)
from dualpower.telling import tables


@click.command("calibrate")
@click.argument("scenarios", nargs=-1, required=True, metavar="SCENARIO...")
@click.option("--runs", type=int, default=3_000, show_default=True, help="Histories of the bank, in each scenario.")
@click.option("--seed", type=int, default=17, show_default=True, help="Of the bank, the draws and the check.")
@click.option("--without", metavar="MARK", multiple=True, help="Leave a mark or MARK.PART out (may be repeated).")
@click.option(
    "--base-rates/--no-base-rates", default=True, show_default=True,
    help="Learn from the rates of coups too, by rank and without a death, on generated cases.",
)  # fmt: skip
@click.option("--truths", type=int, default=300, show_default=True, help="Histories taken for the record in turn.")
@click.option("--draws", type=int, default=500, show_default=True, help="Rows of parameters to be drawn.")
@click.option("-b", "--bank", "folder", metavar="DIR", default=None, help="Keep the bank here; repeated, it goes on.")
@click.option("-o", "--out", "file", metavar="FILE", default=None, help="Write what was learnt, for --parameters FILE.")
@click.option("--threads", type=click.IntRange(min=0), default=0, help="0 for all cores; changes nothing else.")
@click.option(
    "--method", type=click.Choice(["regression", "abc-smc"]), default="regression", show_default=True,
    help="Regression ABC on the bank, checked; or step by step for --minutes (needs the extra calibrate).",
)  # fmt: skip
@click.option("--minutes", type=float, default=None, help="How long abc-smc goes on after the bank (30).")
@click.option("--particles", type=int, default=None, help="Rows of parameters in a generation of abc-smc (1000).")
@json_option
@quiet_option
def command(
    scenarios: tuple[str, ...], folder: str | None, file: str | None, as_json: bool, quiet: bool, **how: Any
) -> None:
    """\b
    For example:  dualpower calibrate petrograd-1917 -b bank -o mine.json
                  dualpower simulate moscow-1917 --parameters mine.json

    Learn the universal parameters from the marks of one SCENARIO, or of several together. Histories of the bank
    draw them from their priors; the marks choose among them; histories taken for the record in turn say how far
    the choice can be trusted.
    """
    learn, how = chosen(how)
    mention_speed(quiet=quiet)
    with growing_progress(quiet=quiet, folder=folder) as step:
        found = learn(list(scenarios), folder=folder, progress=step, **how)
    if file is not None:
        found.save(file)
    if as_json:
        put_json(found.to_json())
        return
    show(found)
    if file is not None and not quiet:
        say(f"\n{file} holds {len(found.draws):,} rows of parameters: {learnt_words(file).strip()}")


def chosen(how: dict[str, Any]) -> tuple[Any, dict[str, Any]]:
    """Return the function for the method that was asked for and what it is told; refuse what the other one takes."""
    from dualpower.analysis.calibration import calibrate
    from dualpower.analysis.sequential import calibrate_stepwise

    ctx, method = click.get_current_context(), how.pop("method")
    others = ("minutes", "particles") if method == "regression" else ("truths",)
    for name in others:
        if ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--{name} does not go with --method {method}")
        del how[name]
    return (calibrate if method == "regression" else calibrate_stepwise), {
        name: value for name, value in how.items() if value is not None
    }


def show(found: Any) -> None:
    """Draw a row per parameter, then the check, then the answer."""
    rows = [
        [
            row["id"],
            row["title"],
            f"{row['prior_median']:.3g} ({row['prior_low']:.2g} to {row['prior_high']:.2g})",
            f"{row['median']:.3g} ({row['low']:.2g} to {row['high']:.2g})",
            tables.percent(row["left"], 0),
            _share(row["left_expected"]),
            _share(row["covered_90"]),
        ]
        for row in found.table
    ]
    head = ["", "parameter", "before: median (90 %)", "after", "left", "expected", "held"]
    out(tables.draw(head, rows, right=(4, 5, 6), width=width(), stretch=1, wrap=True))
    para(
        "Left: what remains of the prior's variance; expected: of a record that the model had made itself. Held: how "
        "often an interval of 90 % held such a truth."
    )
    facts = found.facts
    if facts["truths"]:
        held = ", ".join(
            f"{level} %: {100 * share:.1f} (± {100 * facts['coverage_half'][level]:.1f})"
            for level, share in facts["coverage"].items()
        )
        out(f"\nIntervals that held the truth, of {facts['truths']}, all parameters together: {held}")
    if facts["rates"]:
        made = ", ".join(f"{name} {tables.percent(share, 0)}" for name, share in facts["rates"].items())
        para(f"Coups by rank, and without a death, as expected of these parameters: {made}")
    if facts["set_aside"]:
        para("No parameter makes plausible, and nothing was learnt from: " + ", ".join(facts["set_aside"]))
    if facts["clipped"]:
        para("The record lies beyond the histories, and was brought to their edge, for " + ", ".join(facts["clipped"]))
    out("\n" + strong(found.sentence))
    para(found.sure)


def _share(value: float | None) -> str:
    """Write a share, or a dash where it was not measured."""
    return "–" if value is None else tables.percent(value, 0)
