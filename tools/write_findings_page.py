"""Write the page of what mattered in a scenario, from the commands that everybody uses.

    python tools/write_findings_page.py moscow-1917 docs/findings/moscow.md --runs 2000 --seed 1917

Every number on the page comes out of a command named on it. Finished work is kept under --work, so that a
second call goes on where the first one stopped.
"""

import argparse
import datetime
import json
import subprocess
import sys
import textwrap
from importlib.util import find_spec
from pathlib import Path

import dualpower as dp

MOST = 5
LIKELY = 0.5
NUMBERS = ("decisions", "decision", "two decisions", "three decisions", "four decisions", "five decisions")


def ask(*words: str) -> dict:
    """Run a command with --json and return its object; what it says of its progress is passed on."""
    sys.stderr.write("dualpower " + " ".join(words) + "\n")
    command = [sys.executable, "-m", "dualpower", *words, "--json"]
    done = subprocess.run(command, check=False, stdout=subprocess.PIPE, text=True)
    if done.returncode not in (0, 4):  # 4: finished, some runs failed
        raise SystemExit(f"dualpower {' '.join(words)} ended with code {done.returncode}")
    return json.loads(done.stdout)


def gather(scenario: str, given: argparse.Namespace) -> dict:
    """Return all answers by name, with the commands that gave them."""
    runs, seed, work = str(given.runs), str(given.seed), Path(given.work)
    common = (scenario, "--runs", runs, "--seed", seed)
    asked: dict[str, tuple[str, ...]] = {
        "drawn": ("simulate", *common),
        "history": ("simulate", *common, "--decisions", "history"),
        "pivots": ("find-pivots", *common, "--shapley", str(given.shapley), "--shapley-runs", str(given.shapley_runs)),
    }
    if find_spec("SALib") is not None:  # of the extra "analysis"
        asked["factors"] = (
            "rank-factors",
            scenario,
            "--method",
            "sobol",
            "--runs",
            str(given.factor_runs),
            "--seed",
            seed,
        )
    found = {name: ask(*words, *kept(name, work)) for name, words in asked.items()}
    for row in found["history"]["outcomes"]:
        if row["share"] < LIKELY:
            flip = (
                "flip", scenario, "--to", row["outcome"], "--runs", str(given.flip_runs), "--seed", seed,
                "--budget", str(given.budget),
            )  # fmt: skip
            asked[f"flip {row['outcome']}"] = flip
            found[f"flip {row['outcome']}"] = ask(*flip, "-o", str(work / "runs-otherwise"))
    found["doctor"] = ask("doctor")
    found["commands"] = ["dualpower " + " ".join(words) for words in asked.values()]
    return found


def kept(name: str, work: Path) -> tuple[str, ...]:
    """Return the words that keep a command's work, and go on with it."""
    if name == "pivots":
        return ("-o", str(work / "runs-otherwise"))
    folder = work / name
    return ("-o", str(folder), *(("--resume",) if folder.exists() else ()))


def percent(share: float, places: int = 1) -> str:
    """Write a share as per cent."""
    return f"{100 * share:.{places}f} %"


def points(share: float) -> str:
    """Write a difference of shares in points, with its sign."""
    return f"{100 * share:+.1f}"


def span(row: dict) -> str:
    """Write an interval in points."""
    return f"{points(row['low'])} to {points(row['high'])}"


def english(title: dict | str) -> str:
    """Return the English title."""
    return title if isinstance(title, str) else title.get("en", "")


def limited(measure: dict) -> str:
    """Write a necessity or sufficiency with its interval and its limits."""
    if measure["value"] is None:
        return "-"
    least, most = measure["bounds"]
    return f"{measure['value']:.2f} ({measure['low']:.2f}-{measure['high']:.2f}) [{least:.2f}-{most:.2f}]"


def alike(result: dict) -> float:
    """Return the chance that two different histories of an ensemble end alike."""
    runs = result["runs"] - result["failed"]
    counts = [round(row["share"] * runs) for row in result["outcomes"]]
    return sum(count * (count - 1) for count in counts) / (runs * (runs - 1))


def table(head: list[str], rows: list[list[str]]) -> list[str]:
    """Render a Markdown table."""
    return [
        "| " + " | ".join(head) + " |",
        "|" + "---|" * len(head),
        *("| " + " | ".join(row) + " |" for row in rows),
        "",
    ]


def decisive(pivots: dict, titles: dict) -> list[str]:
    """Render the decisions that mattered most."""
    rows = pivots["pivots"][:MOST]
    return [
        f"## The {NUMBERS[len(rows)]} that mattered most",
        "",
        f"{pivots['sentence']} {pivots['sure']}",
        "",
        *table(
            ["", "decision", "done", "undone", "shift", "90 % interval" if pivots["level"] == 0.9 else "interval",
             "group", "necessary", "sufficient"],
            [
                [str(row["rank"]), f"{english(row['title'])} (`{row['id']}`)", percent(row["done"]),
                 percent(row["undone"]), points(row["shift"]) + ("" if row["seen"] else " (chance)"), span(row),
                 str(row["group"]), limited(row["necessity"]), limited(row["sufficiency"])]
                for row in rows
            ],
        ),
        (f"*Done* and *undone*: the share of histories that end as *{titles[pivots['outcome']]}* with history's "
        f"option, and with "
        "another one drawn from the rest. *Shift* in points; \"chance\" marks one that chance alone could have brought "
        "about. Decisions of one *group* cannot be told apart from its first. *Necessary*: of the histories that "
        "end so with the option, the share that would not without it, where the decision came up; *sufficient*: "
        "of those "
        "that do not end so without it, the share that would with it. In round brackets the interval; in square "
        "brackets "
        "the limits that hold however the luck of the two worlds is paired."),
        "",
    ]  # fmt: skip


def shared(found: dict) -> list[str]:
    """Render the portions of the decisions in the whole change."""
    if len(found["shares"]) < 2:
        return []
    total = found["total"]
    lines = [
        "## Together",
        "",
        (f"From all {len(found['shares'])} of these undone to all done the share changes by "
        f"{points(total['change'])} points "
        f"({span(total)}; {found['runs']:,} histories, {found['method']}). The portions sum to it (they miss it by "
        f"{found['error']:.0e})."),
        "",
        *table(["decision", "portion", "interval"],
               [[f"`{row['id']}`", points(row["share"]), span(row)] for row in found["shares"]]),
    ]  # fmt: skip
    clear = [pair for pair in found["interactions"] if pair["seen"]]
    for pair in clear[:MOST]:
        one, other = pair["between"]
        how = "each needs the other" if pair["interaction"] > 0 else "either does without the other"
        lines.append(f"- `{one}` and `{other}`: {points(pair['interaction'])} points together ({span(pair)}): {how}.")
    if not clear:
        lines.append("No two of them are seen to work on each other.")
    return [*lines, ""]


def flipped(found: dict, titles: dict) -> list[str]:
    """Render the smallest change towards each outcome that is not likely already."""
    lines = [
        "## The smallest change that flips it",
        "",
        (
            "The cost of a change is minus the logarithm of the chance that this leader had of choosing so; wanted "
            "is the cheapest "
            "set after which an outcome is at least as likely as not, everybody else choosing as in history."
        ),
        "",
    ]
    answers = sorted(
        (answer for name, answer in found.items() if name.startswith("flip ")),
        key=lambda one: (not one["found"], one["cost"]),
    )
    for answer in answers:
        lines += [f"### {titles[answer['to']]}", "", f"{answer['sentence']} {answer['sure']}", ""]
        if answer["changes"]:
            lines += table(
                ["decision", "instead of", "changed to", "prior chance", "cost"],
                [
                    [english(row["title"]), f"`{row['from']}`", f"{english(row['to_title'])} (`{row['to']}`)",
                     percent(row["prior"], 0), f"{row['cost']:.2f}"]
                    for row in answer["changes"]
                ],
            )  # fmt: skip
        lines += [f"- Warning: {warning}" for warning in answer["warnings"]]
        lines += [""] if answer["warnings"] else []
    return lines


def lucky(found: dict) -> list[str]:
    """Render how much was luck."""
    fixed, drawn = found["history"], found["drawn"]
    lines = [
        "## How much was luck",
        "",
        *table(
            ["outcome", "choices drawn", "all choices as in history"],
            [
                [f"`{one['outcome']}`" + (" (history)" if one["history"] else ""),
                 f"{percent(one['share'])} ({percent(one['low'])} to {percent(one['high'])})",
                 f"{percent(two['share'])} ({percent(two['low'])} to {percent(two['high'])})"]
                for one, two in zip(drawn["outcomes"], fixed["outcomes"], strict=True)
            ],
        ),
        (f"Two histories in which every leader chooses as in history end alike in {percent(alike(fixed), 0)} of "
        f"cases; two with "
        f"choices drawn by their chances in {percent(alike(drawn), 0)}. Were the ending settled by the choices, "
        f"the first "
        f"number would be 100 %; were all {len(drawn['outcomes'])} outcomes equally likely whatever is chosen, it "
        f"would be "
        f"{percent(1 / len(drawn['outcomes']), 0)}. Intervals are {drawn['interval']}."),
        "",
    ]  # fmt: skip
    factors = found.get("factors")
    if factors is not None:
        lines += [
            f"{factors['sentence']} {factors['sure']}",
            "",
            *table(
                ["what is not known", "share of the variance that would remain if all else were known", "interval"],
                [
                    [
                        english(row["title"]),
                        percent(row["effect"], 0),
                        f"{percent(row['low'], 0)} to {percent(row['high'], 0)}",
                    ]
                    for row in factors["factors"][: 2 * MOST]
                ],
            ),
        ]
    return lines


def undecided(pivots: dict, scenario: dp.Scenario) -> list[str]:
    """Render what neither the record nor so many runs decide."""
    rows = pivots["pivots"]
    blind = [row for row in rows if not row["seen"]]
    rare = [row for row in rows if row["came_up"] < 0.1]
    ranges = sum(spread.kind != "fixed" for spread in scenario.spreads.values())
    widest = max((row["high"] - row["low"] for row in rows), default=0.0)
    lines = [
        "## What the record cannot decide",
        "",
        (
            f"- {len(blind)} of {len(rows)} decisions are not told apart from chance in {pivots['runs']:,} pairs. "
            f"That is no proof that they did not matter: the widest interval of a shift is {100 * widest:.1f} points."
        ),
        (
            f"- {ranges:,} quantities of the scenario are known as a range only, and no parameter of behaviour was "
            "fitted: all are drawn anew in every history, so each share is a mean over what the evidence leaves open."
        ),
        (
            "- Prior chances of choices are argued in claims and not measured. Shifts and necessity do not rest on "
            "the chance of history's own option; what is undone rests on how the other options divide the rest, and "
            "the smallest flip rests on the chances wholly."
        ),
        (
            "- Necessity and sufficiency as counted rest on both worlds sharing their luck. Who does not grant that "
            "has the limits in square brackets, and no more."
        ),
    ]
    if rare:
        names = ", ".join(f"`{row['id']}` ({percent(row['came_up'], 0)})" for row in rare)
        lines.append(f"- Questions that seldom came up, so that little can be said of their answers: {names}.")
    if blind:
        lines += [
            "",
            *table(
                ["decision not told apart from chance", "shift", "interval", "came up"],
                [[f"`{row['id']}`", points(row["shift"]), span(row), percent(row["came_up"], 0)] for row in blind],
            ),
        ]
    return [*lines, ""]


def disputed(pivots: dict, flips: list[dict], scenario: dp.Scenario) -> list[str]:
    """Render where exactly a reader can disagree: condition, chances and claims of each decision named above."""
    names = [row["id"] for row in pivots["pivots"][:MOST]]
    names += [row["decision"] for flip in flips for row in flip["changes"]]
    lines = [
        "## Where to disagree",
        "",
        (
            "Each answer above rests on these lines of the scenario. Change one (a chance, a condition, what an "
            "option does), "
            "or write it as a variant in a file of your own, and run the commands again."
        ),
        "",
    ]
    for name in dict.fromkeys(names):
        decision = scenario.scenario.decisions[name]
        chances = ", ".join(
            f"`{option}` {percent(chance, 0)}" + (" (history)" if option == scenario.history(name) else "")
            for option, chance in scenario.chances(name).items()
        )
        claims = decision.claim if isinstance(decision.claim, list) else [decision.claim] if decision.claim else []
        rests = ", ".join(f"`{claim}`" for claim in claims) or f"assumed: {decision.assumed}"
        lines += [
            (
                f"- **{english(dict(decision.title))}** (`{name}`, {decision.who}) comes up when `{decision.when}`. "
                f"Chances: "
                f"{chances}. Rests on {rests}."
            ),
            *(f"  - {claim}: {scenario.claims[claim].says}" for claim in claims if claim in scenario.claims),
        ]
    return [*lines, ""]


def page(found: dict, scenario: dp.Scenario, given: argparse.Namespace) -> str:
    """Render the whole page."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    drawn, pivots, doctor = found["drawn"], found["pivots"], found["doctor"]
    titles = {key: english(dict(noun.title)) for key, noun in scenario.scenario.outcomes.items()}
    history = next(row for row in drawn["outcomes"] if row["history"])
    flips = [answer for name, answer in found.items() if name.startswith("flip ")]
    lines = [
        f"# What mattered: {english(dict(scenario.scenario.title))}",
        "",
        (
            f"Written by `python tools/write_findings_page.py` on {today} from the commands at its end: "
            f"{given.runs:,} histories, seed {given.seed}, dualpower {doctor['dualpower']}, engine "
            f"`{str(doctor['engine_digest'])[:16]}`, parameters `{str(doctor['parameters_digest'])[:16]}`. "
            "All of it is said of the model's histories: given its assumptions, these choices mattered so much. "
            "docs/scores says how well the model meets the record."
        ),
        "",
        f"History's ending, *{titles[history['outcome']]}*, happens in {percent(history['share'])} of histories "
        f"({percent(history['low'])} to {percent(history['high'])}). {pivots['sentence']} "
        + " ".join(flip["sentence"] for flip in flips if flip["found"]),
        "",
        *decisive(pivots, titles),
        *shared(pivots["shapley"]),
        *flipped(found, titles),
        *lucky(found),
        *undecided(pivots, scenario),
        *disputed(pivots, flips, scenario),
        "## The commands",
        "",
        "```text",
        *found["commands"],
        "```",
        "",
    ]
    return "\n".join(wrapped(line) for line in lines)


def wrapped(line: str) -> str:
    """Wrap a paragraph or an item of a list; leave everything else as it is."""
    if line.startswith(("|", "#", "```", "dualpower ")):
        return line
    inner = len(line) - len(line.lstrip())
    rest = " " * (inner + 2 if line.lstrip().startswith("- ") else inner)
    return textwrap.fill(line, 118, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)


def main() -> None:
    """Ask, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenario")
    parser.add_argument("page", type=Path)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1917)
    parser.add_argument("--shapley", type=int, default=8)
    parser.add_argument("--shapley-runs", type=int, default=100)
    parser.add_argument("--flip-runs", type=int, default=200)
    parser.add_argument("--budget", type=int, default=8_000)
    parser.add_argument("--factor-runs", type=int, default=5_000)
    parser.add_argument("--work", default="results/findings")
    given = parser.parse_args()
    found = gather(given.scenario, given)
    given.page.parent.mkdir(parents=True, exist_ok=True)
    given.page.write_text(page(found, dp.load(given.scenario), given), encoding="utf-8")


if __name__ == "__main__":
    main()
