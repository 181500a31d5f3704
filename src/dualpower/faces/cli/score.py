"""How well the record is met."""

from __future__ import annotations

from typing import Any

import click

from dualpower.faces.cli.screen import (
    check_picture,
    choose_runs,
    choose_seed,
    json_option,
    mechanism_option,
    mention_mechanisms,
    mention_missing,
    mention_speed,
    out,
    para,
    para_strong,
    parameters_option,
    picture_option,
    progress,
    put_json,
    put_picture,
    quiet_option,
    runs_option,
    say,
    seed_option,
    variant_option,
    width,
)
from dualpower.telling import tables
from dualpower.telling.language import pick

WIDE, NARROW = 110, 6  # cells that the whole table needs; columns shown on a narrower terminal


@click.command("score")
@click.argument("scenario")
@click.option(
    "--marks",
    metavar="FILE",
    default=None,
    help="Score against the marks of this file (a country: also a table of towns, .csv).",
)
@click.option("--from", "folder", metavar="DIR", default=None, help="Score histories kept in a folder.")
@runs_option
@seed_option
@click.option(
    "--decisions", type=click.Choice(["drawn", "history"]), default="drawn", show_default=True, help="As in simulate."
)
@click.option("--parts", is_flag=True, help="Show every part of a mark that has several.")
@parameters_option
@variant_option
@mechanism_option
@picture_option
@json_option
@quiet_option
def command(
    scenario: str,
    marks: str | None,
    folder: str | None,
    runs: int | str,
    seed: int | None,
    decisions: str,
    parts: bool,
    parameters: str,
    variant: str | None,
    mechanism: str | None,
    picture: str | None,
    as_json: bool,
    quiet: bool,
) -> None:
    """\b
    For example:  dualpower score moscow-1917 --runs 1000 --seed 1917
                  dualpower score moscow-1917 --marks my-marks.yaml --seed 1917
                  dualpower score russia-1917 --marks my-towns.csv --seed 1917

    Score histories of SCENARIO (an id, a file or a folder) against the marks of the record.
    """
    from dualpower import ensemble
    from dualpower.analysis import histories

    if marks is not None and variant is not None:
        raise click.UsageError("--marks goes with the scenario itself, not with a variant")
    if folder is not None:
        _check_kept(click.get_current_context())
    check_picture(picture, as_json=as_json)
    mention_speed(quiet=quiet)
    histories.drawn_from(parameters, seed=0, runs=1)  # a wrong name is said before anything is drawn
    record = marks if marks is not None and marks.lower().endswith(".csv") else None
    target = histories.with_marks(scenario, marks) if marks is not None and record is None else scenario
    resolved = histories.load(target, variant=variant, mechanism=mechanism)
    if record is not None:
        histories.check_record(resolved, record)
    if folder is not None:
        result = ensemble.Result.open(folder)
        mention_missing(folder, result.asked, result.runs)
    else:
        seed = choose_seed(seed)
        problem = histories.compile_scenario(resolved)
        count = choose_runs(runs, problem, seed=seed, quiet=quiet)
        with progress(count, quiet=quiet) as step:
            result = ensemble.simulate(problem, runs=count, seed=seed, decisions=decisions, progress=step,
                                       **histories.drawn_from(parameters, seed=seed, runs=count))  # fmt: skip
    finding = histories.score(resolved, result=result, marks=record)
    if as_json:
        put_json(finding.to_json())
    else:
        mention_mechanisms(finding.facts.get("own_mechanisms", []))
        show(finding, resolved, parts=parts)
    if picture is not None:
        from dualpower.telling.charts import draw_marks

        put_picture(draw_marks(finding, resolved), picture)
    if not (quiet or as_json) and finding.table:
        say(
            "\nInside: the record lies in the 90 % interval (or band), and the interval is sharp enough to tell.\n"
            "Sharpness: width of the interval over its reference; above 0.8 counts as outside.\n"
            "Skill: the share of a baseline's loss that is saved, against a constant and (v.force)\n"
            "against force ratios; 1 is perfect, 0 no better."
        )


def _check_kept(ctx: click.Context) -> None:
    """Refuse, beside --from, what the folder has settled already."""
    for name in ("runs", "seed", "decisions", "parameters"):
        if ctx.get_parameter_source(name) is click.core.ParameterSource.COMMANDLINE:
            raise click.UsageError(f"--{name} is settled by the folder of --from: give one of the two")


def show(finding: Any, resolved: Any, *, parts: bool = False) -> None:
    """Draw a row per mark (and per part), the towns of a country, then the answer."""
    if finding.table:
        _marks(finding, resolved, parts=parts)
    if "towns" in finding.facts:
        show_towns(finding.facts, parts=parts)
    out()
    para_strong(finding.sentence)
    para(finding.sure)


def show_towns(facts: Any, *, parts: bool = False) -> None:
    """Draw how the towns of a country are met, beside the naive table and the constant; each of them on request."""
    if parts:
        rows = [
            [row["town"], row["observed"] or "–", row["median"], f"{row['low']} to {row['high']}",
             {None: "", True: "+ yes", False: "- no"}[row["inside"]], tables.percent(row["armed_share"], 0),
             {None: "", True: "shots", False: "no shots"}[row["armed_observed"]]]
            for row in facts["towns"]
        ]  # fmt: skip
        head = ["town", "record", "median", "90 % interval", "inside", "shots", "record"]
        out(tables.draw(head, rows, right=(5,), width=width(), wrap=True))
        out()
    kinds = [
        [f"{kind['code']}{', rival' if kind['rival'] else ''}", str(kind["towns"]), f"{kind['lag_observed']:.0f}",
         f"{kind['lag_median']:.0f}", str(kind["armed_observed"]), f"{kind['armed_expected']:.1f}"]
        for kind in facts["kinds"]
    ]  # fmt: skip
    head = ["kind of town", "towns", "days, record", "days, here", "shots, record", "shots, here"]
    out(tables.draw(head, kinds, right=(1, 2, 3, 4, 5), width=width(), wrap=True))
    out()
    both = [
        [name, tables.value(one["date_mae_days"]), "–" if one["brier_armed"] is None else f"{one['brier_armed']:.3f}"]
        for name, one in (("these histories", facts), ("naive table", facts["naive"]), ("constant", facts["constant"]))
    ]
    out(tables.draw(["", "days the date is missed by", "shots or none, Brier"], both, right=(1, 2), width=width()))
    if not parts:
        para("Every town by itself: --parts.")


def _marks(finding: Any, resolved: Any, *, parts: bool) -> None:
    rows = []
    for mark in finding.table:
        rows.append(_row(mark, mark["id"], pick(mark["title"], "en"), resolved))
        if parts and len(mark["parts"]) > 1:
            rows += [_row(part, f"  {part['id']}", "", resolved) for part in mark["parts"]]
    head = ["mark", "what", "record", "median", "90 % interval", "inside", "sharp", "skill", "v.force"]
    if width() < WIDE:
        rows, head = [row[:NARROW] for row in rows], head[:NARROW]
    out(tables.draw(head, rows, right=(6, 7, 8), width=width(), stretch=1, wrap=True))
    if width() < WIDE:
        out(f"Sharpness and skill need a terminal of {WIDE} columns (or --json).")
    remarks = [f"  {mark['id']}: {mark['remark']}" for mark in finding.table if mark["remark"]]
    if remarks:
        out("\n" + "\n".join(remarks))


def _row(row: Any, name: str, title: str, resolved: Any) -> list[str]:
    first = row["parts"][0] if row.get("kind") == "compound" else row

    def text(value: float | None) -> str:
        return written(first["kind"], value, resolved)

    seen = text(row["observed"])
    if row.get("band") and first["kind"] in ("share", "boolean", "state"):
        low, high = row["band"]
        seen = f"{text(low)} to {text(high)}"
    return [
        name,
        title,
        seen,
        text(row["median"]),
        _span(text(row["low"]), text(row["high"])),
        "+ yes" if row["inside"] else "- no",
        tables.hundredths(row["sharpness"]),
        tables.hundredths(row.get("skill")),
        tables.hundredths(row.get("skill_force")),
    ]


def _span(low: str, high: str) -> str:
    """Write an interval; a day that both ends share is said once."""
    if low == high == "–":
        return low
    day, _, hour = high.partition(" ")
    return f"{low} to {hour if hour and low.startswith(day + ' ') and ':' in hour else high}"


def written(kind: str, value: float | None, resolved: Any) -> str:
    """Write a value as its kind is read: a clock time, hours, a share, a number."""
    if value is None or value != value:
        return "–"
    if kind == "time":
        return str(resolved.clock.write(round(60 * value)))[5:]
    if kind == "duration":
        return f"{value:.1f} h"
    if kind in ("share", "boolean"):
        return tables.percent(value, 0)
    return tables.value(value)
