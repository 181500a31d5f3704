"""Many histories, counted."""

from __future__ import annotations

import textwrap
from importlib.resources import files
from shlex import quote
from typing import Any

import click

from dualpower.faces.cli.screen import (
    check_picture,
    choose_runs,
    choose_seed,
    json_option,
    learnt_words,
    mechanism_option,
    mention_mechanisms,
    mention_speed,
    out,
    para,
    parameters_option,
    picture_option,
    progress,
    put_json,
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

SOME_FAILED = 4
RARE = 0.05
RARE_PAGE = "Rare mechanisms"  # heading of a scenario's README
FAMILIAR = ("started", "ended")


@click.command("simulate")
@click.argument("scenario")
@runs_option
@seed_option
@click.option("-o", "--out", "folder", metavar="DIR", default=None, help="Keep the histories in this folder.")
@click.option("--resume", is_flag=True, help="Go on with a folder begun before.")
@click.option(
    "--decisions", type=click.Choice(["drawn", "history"]), default="drawn", show_default=True,
    help="Draw leaders' options by their chances, or fix them as in history.",
)  # fmt: skip
@click.option("--threads", type=click.IntRange(min=0), default=0, help="0 for all cores; changes nothing else.")
@click.option("--keep-log", is_flag=True, help="Keep every event of every run (large).")
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
    folder: str | None,
    resume: bool,
    decisions: str,
    threads: int,
    keep_log: bool,
    parameters: str,
    variant: str | None,
    mechanism: str | None,
    picture: str | None,
    as_json: bool,
    quiet: bool,
) -> int:
    """\b
    For example:  dualpower simulate moscow-1917 --runs 1000 --seed 1917
                  dualpower simulate moscow-1917 --runs 10000 --seed 1917 -o results --resume

    Run many histories of SCENARIO (an id, a file or a folder) and count how they end.
    """
    from dualpower import ensemble
    from dualpower.analysis import histories

    if resume and folder is None:
        raise click.UsageError("--resume goes on with a folder: name it with -o DIR")
    check_picture(picture, as_json=as_json)
    if decisions == "history" and not quiet:
        say("Every leader takes the option that history took.")
    mention_speed(quiet=quiet)
    resolved = histories.load(scenario, variant=variant, mechanism=mechanism)
    histories.drawn_from(parameters, seed=0, runs=1)  # a wrong name is said before anything is drawn
    problem = histories.compile_scenario(resolved)
    if resume:
        runs, seed = begun(folder, runs, seed)
    seed = choose_seed(seed)
    count = choose_runs(runs, problem, seed=seed, quiet=quiet)
    with progress(count, quiet=quiet) as step:
        result = ensemble.simulate(
            problem, runs=count, seed=seed, decisions=decisions, threads=threads,
            folder=folder, resume=resume, keep_log=keep_log, progress=step,
            scenario_json=histories.resolved_json(resolved) if folder else None, variant=variant,
            **histories.drawn_from(parameters, seed=seed, runs=count),
        )  # fmt: skip
    if as_json:
        put_json(report(result, folder))
    else:
        show(result)
    if picture is not None:
        from dualpower.telling.charts import draw_outcomes

        put_picture(draw_outcomes(result, resolved), picture)
    if not (as_json or quiet):
        extra = f" --variant {quote(variant)}" if variant else ""
        extra += f" --mechanism {quote(mechanism)}" if mechanism else ""
        extra += learnt_words(parameters)
        _hints(result, scenario, folder, extra, decisions)
    return SOME_FAILED if result.failed else 0


def begun(folder: str | None, runs: int | str, seed: int | None) -> tuple[int | str, int | None]:
    """Return runs and seed, from the folder that is gone on with where they were not given."""
    from pathlib import Path

    from dualpower.ensemble import store

    if folder is None or not (Path(folder) / store.MANIFEST).exists():
        return runs, seed
    identity = store.open_folder(folder).manifest["identity"]
    return (identity["runs"] if runs == "auto" else runs), (identity["seed"] if seed is None else seed)


def report(result: Any, folder: str | None = None) -> dict[str, Any]:
    """Gather what is printed, as the object of docs/format.md ('Output shapes')."""
    return {
        **result.summary(),
        "title": result.about["title"],
        "interval": "Wilson, 95 %",
        "joint_prior_history": result.joint_prior_history,
        "scripted_share": result.scripted_share,
        "scripted_changes": result.scripted_changes,
        "causes": result.causes().rows(),
        "mechanisms": result.mechanisms().rows(),
        "decisions": result.decisions().rows(),
        **({"own_mechanisms": result.own_mechanisms} if result.own_mechanisms else {}),
        "folder": folder,
    }


def show(result: Any) -> None:
    """Draw the answer: how it ends, what made it so, how often each thing happens."""
    about = result.about
    pace = f"{result.seconds:.1f} s, {result.runs_per_second:,.0f} a second"
    out(strong(pick(about["title"], "en")) + f": {result.runs:,} histories, seed {result.seed} ({pace})\n")
    if result.own_mechanisms:
        mention_mechanisms(result.own_mechanisms)
        out()
    _outcomes(result)
    if result.failed:
        out(f"{result.failed:,} histories failed and are counted nowhere above (column 'stage' says where).")
        spoilt = int((result.column("stage") == "mechanism").sum())
        if spoilt:
            para(f"In {spoilt:,} of them a mechanism of one's own raised an error, or gave no number from 0 up.")
    _causes(result)
    _decisions(result)
    _mechanisms(result)


def _outcomes(result: Any) -> None:
    titles = {o["id"]: pick(o["title"], "en") for o in result.about["outcomes"]}
    rows, history = [], None
    for row in sorted(result.outcomes(), key=lambda r: -r["share"] if r["share"] == r["share"] else 0):
        interval = f"{100 * row['low']:.1f} to {100 * row['high']:.1f} %"
        mark = "» history" if row["history"] else ""
        name = titles[row["outcome"]]
        rows.append([name, row["outcome"], tables.percent(row["share"]), interval, f"{row['runs']:,}", mark])
        history = row if row["history"] else history
    head = ["it ends so", "outcome", "share", "95 % interval", "runs", ""]
    out(tables.draw(head, rows, right=(2, 3, 4), width=width(), stretch=0, wrap=True))
    if history is not None:
        ended = result.runs - result.failed
        out("\n" + strong(f"History's outcome happens in {history['runs']:,} of {ended:,} runs."))
    para("Intervals are Wilson's: how far the share is known from so many runs.")


def _causes(result: Any) -> None:
    rows = [
        [row["cause"], f"{row['orders']:,}", tables.percent(row["order_share"]), f"{row['changes']:,}",
         tables.percent(row["change_share"])]
        for row in result.causes() if row["orders"] or row["changes"]
    ]  # fmt: skip
    if not rows:
        return
    out()
    para(
        "What they followed from: leaders' orders and decisions, and changes in the world (transfers of sites, "
        "surrenders, truces, defections)"
    )
    out(tables.draw(["cause", "orders", "share", "changes", "share"], rows, right=(1, 2, 3, 4)))
    dated, changed = result.scripted_share, result.scripted_changes
    para(
        "An order follows a plan, a decision or the staff's usual tactics; a change follows from men's behaviour "
        "(rule) or from what an order set going (order). Dated is what a date alone brought about."
    )
    line = f"A date alone gave {tables.percent(dated)} of the orders and decisions"
    para(line + (f" and {tables.percent(changed)} of the changes." if changed == changed else "; no change happened."))


def _decisions(result: Any) -> None:
    joint = result.joint_prior_history
    if not len(result.decisions()):
        return
    ended = max(1, result.runs - result.failed)
    rows = [
        [
            row["decision"],
            tables.percent(row["came_up"] / ended, 0),
            f"» {row['option']}",
            tables.percent(row["chance"], 0),
            tables.percent(row["share"], 0),
        ]
        for row in result.decisions()
        if row["history"]
    ]
    out()
    para(
        "Leaders' choices: the share of runs in which each question came up, the chance that history's answer had, "
        "and the share of those runs in which it was taken"
    )
    head = ["decision", "came up", "history's answer", "chance", "taken"]
    out(tables.draw(head, rows, right=(1, 3, 4), width=width(), stretch=2, wrap=True))
    if joint > 0:
        odds = f"1 in {1 / joint:,.0f}" if joint < 0.5 else tables.percent(joint)
        para(f"Before the start, all decisions together falling as in history had a chance of {odds} ({joint:.2g}).")


def _mechanisms(result: Any) -> None:
    rows = [r for r in result.mechanisms() if r["event"] not in FAMILIAR]
    cells = [f"{r['event']:<19} {100 * r['share']:5.1f} %  {r['mean']:7.1f}" for r in rows if r["share"] >= RARE]
    out("\nHow often things happen (share of runs, mean per run):")
    columns = max(1, (width() + 1) // 39)
    deep = -(-len(cells) // columns)
    for i in range(deep):
        out("  " + "   ".join(cells[i::deep]).rstrip())
    rare = [f"{r['event']} {tables.percent(r['share'])}" for r in rows if 0 < r["share"] < RARE]
    never = [r["event"] for r in rows if not r["share"] > 0]
    _listed("In fewer than 5 % of runs", rare)
    _listed("Never here", never)
    page = files("dualpower") / "data" / "scenarios" / str(result.scenario) / "README.md"
    if (rare or never) and page.is_file() and RARE_PAGE in page.read_text(encoding="utf-8"):
        out(f"  Why they are rare: '{RARE_PAGE}' in {result.scenario}/README.md.")


def _listed(head: str, names: list[str]) -> None:
    """Write a heading and a list after it, wrapped; nothing where the list is empty."""
    if names:
        # a hard blank keeps a number and its sign on one line
        text = f"{head}: " + ", ".join(name.replace(" ", "\N{NO-BREAK SPACE}") for name in names) + "."
        wrapped = textwrap.fill(text, width(), initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
        out(wrapped.replace("\N{NO-BREAK SPACE}", " "))


def _hints(result: Any, scenario: str, folder: str | None, extra: str, decisions: str) -> None:
    extra += " --decisions history" if decisions == "history" else ""
    common = min(result.outcomes(), key=lambda r: (r["history"], -r["runs"]))
    scenario, folder = quote(scenario), quote(folder) if folder else folder
    say("\nNext:")
    if common["runs"]:
        say(f"  dualpower tell {scenario} --seed {result.seed}{extra} --outcome {common['outcome']}")
        say("      one run that ends otherwise, as a story; with --why N each event back to its root")
    if any(True for _ in result.watches):
        source = f"--from {folder}" if folder else f"--seed {result.seed}"
        say(f"  dualpower score {scenario} {source}{extra}\n      how well the record is met, mark by mark")
    if not extra:
        say(f"  dualpower list {scenario}\n      its variants: dualpower compare shows what one of them changes")
    if folder:
        say(f"  dualpower export {folder} --to csv -o {folder}-csv\n      the same for a spreadsheet")
        say(f"  dualpower cite {folder}\n      the works it rests on, for a bibliography")
