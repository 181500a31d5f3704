"""The smallest change that flips the outcome."""

from __future__ import annotations

from typing import Any

import click

from dualpower.faces.cli.screen import (
    Between,
    check_folder,
    choose_seed,
    growing_progress,
    json_option,
    keep,
    level_option,
    mechanism_option,
    mention_speed,
    out,
    para,
    para_strong,
    parameters_option,
    put_finding,
    quiet_option,
    seed_option,
    strong,
    variant_option,
    width,
)
from dualpower.telling import tables
from dualpower.telling.language import pick


@click.command("flip")
@click.argument("scenario")
@click.option("--to", metavar="OUTCOME", required=True, help="The outcome that is to become likely.")
@click.option(
    "--runs", type=int, default=None, metavar="N", help="Histories that judge a set of changes (default 200)."
)
@seed_option
@click.option("--chance", type=Between(0, 1), default=0.5, show_default=True,
              help="How likely it is to become.")  # fmt: skip
@click.option(
    "--decisions", type=click.Choice(["history", "drawn"]), default="history", show_default=True,
    help="What leaders do who are not changed: as in history, or by their chances.",
)  # fmt: skip
@click.option("--only", metavar="ID", multiple=True, help="Only this decision may change (may be repeated).")
@click.option("--lever", "levers", metavar="NAME", multiple=True,
              help="A parameter or a quantity's path that may move too (may be repeated; needs cma).")  # fmt: skip
@click.option("--most", type=click.IntRange(1, 3), default=3, show_default=True, help="Changes in the sets all tried.")
@click.option(
    "--budget", type=click.IntRange(min=1), default=20_000, show_default=True, help="Runs to compute at most."
)
@click.option("-o", "--out", "folder", metavar="DIR", default=None, help="Keep work here; repeated, it goes on.")
@click.option("--threads", type=click.IntRange(min=0), default=0, help="0 for all cores; changes nothing else.")
@level_option
@parameters_option
@variant_option
@mechanism_option
@json_option
@quiet_option
def command(
    scenario: str,
    runs: int | None,
    seed: int | None,
    level: float,
    folder: str | None,
    mechanism: str | None,
    as_json: bool,
    quiet: bool,
    **how: Any,
) -> None:
    """\b
    For example:  dualpower flip kremlin-call --to yielded --seed 7
                  dualpower flip moscow-1917 --to soviet-by-arms --seed 1917 -o flips

    Find the smallest change of decisions in SCENARIO that makes another outcome as likely as not.
    """
    from dualpower.analysis import flip, histories

    base = histories.load(scenario, mechanism=mechanism)
    histories.load(base, variant=how["variant"])  # a wrong name is said before a seed is drawn
    mention_speed(quiet=quiet)
    seed = choose_seed(seed)
    check_folder(folder)
    with growing_progress(quiet=quiet, folder=folder) as step:
        finding = flip.flip(
            base, runs=flip.RUNS if runs is None else runs, seed=seed, level=level / 100, progress=step,
            folder=None if folder is None else f"{folder}/runs", **how,
        )  # fmt: skip
    if folder is not None:
        keep(folder, finding, "flip.json", "changes.csv")
    put_finding(finding, show, as_json=as_json)


def show(finding: Any) -> None:
    """Draw the changes, what each single change would do, the answer and its warnings."""
    facts = finding.facts
    out(f"What would have had to be different?  {strong(pick(facts['to_title'], 'en'))} ({facts['to']})")
    if finding.table:
        out()
        rows = [
            [
                row["decision"],
                row["from"] or "(by chance)",
                row["to"],
                tables.percent(row["prior"], 0),
                f"{row['cost']:.2f}",
            ]
            for row in finding.table
        ]
        head = ["decision", "instead of", "changed to", "prior chance", "cost"]
        out(tables.draw(head, rows, right=(3, 4), width=width(), stretch=1, wrap=True))
        low, high = facts["flipped_low"], facts["flipped_high"]
        out()
        para(
            f"{tables.percent(facts['base_share'])} of histories without, {tables.percent(facts['flipped_share'])} "
            f"with these changes ({100 * low:.1f} to {100 * high:.1f} %, fresh histories)."
        )
    _singles(facts.get("singles", []))
    _levers(facts.get("levers"))
    out()
    para_strong(finding.sentence)
    para(finding.sure)
    for warning in facts["warnings"]:
        para(f"! {warning}")


def _singles(singles: list[Any]) -> None:
    if not singles:
        return
    out("\nOne change alone:")
    rows = [
        [
            f"{one['decision']}: {one['to']}",
            tables.percent(one["prior"], 0),
            tables.percent(one["share"], 0),
            f"{one['runs']}",
        ]
        for one in singles[:8]
    ]
    out(
        tables.draw(
            ["change", "prior chance", "share", "runs"], rows, right=(1, 2, 3), width=width(), stretch=0, wrap=True
        )
    )


def _levers(found: Any) -> None:
    if not found:
        return
    out("\nLevers:")
    rows = [
        [one["lever"], tables.value(one["middle"]), tables.value(one["value"]), f"{one['deviations']:+.2f}"]
        for one in found["settings"]
    ]
    out(tables.draw(["lever", "middle", "moved to", "deviations"], rows, right=(1, 2, 3), width=width(), stretch=0))
    word = "reaches" if found["found"] else "reaches only"
    out(f"  {word} {tables.percent(found['share'])} of fresh histories, at a cost of {found['cost']:.2f}")
