"""Write the table of a score page from a fresh score: python tools/write_score_page.py moscow-1917 --runs 1000.

The words of the page are kept by hand; only what stands between its two score comments is replaced.
"""

import argparse
import datetime
import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

BEGIN, END = "<!-- score:begin -->", "<!-- score:end -->"


def measured(scenario: str, runs: int, seed: int) -> dict:
    """Score a scenario by the command everybody uses."""
    command = [sys.executable, "-m", "dualpower", "score", scenario, "--runs", str(runs), "--seed", str(seed), "--json"]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def marks_table(marks: Sequence[Mapping]) -> list[str]:
    """Render the marks of a score one by one."""
    lines = ["| mark | what | inside | sharpness | skill |", "|---|---|---|---|---|"]
    for mark in marks:
        sharp = "-" if mark["sharpness"] is None else f"{mark['sharpness']:.2f}"
        skill = "-" if mark["skill"] is None else f"{mark['skill']:.2f}"
        title = mark.get("title", "")
        title = title.get("en", "") if isinstance(title, dict) else title
        lines.append(f"| {mark['id']} | {title} | {'yes' if mark['inside'] else 'no'} | {sharp} | {skill} |")
    return lines


def table(score: dict, runs: int, seed: int) -> str:
    """Render a score as Markdown."""
    today = datetime.datetime.now(datetime.UTC).date().isoformat()
    said = (
        f"{score['inside']} of {score['total']} marks inside, median sharpness {score['median_sharpness']:.2f}; "
        f"{runs:,} runs, seed {seed}, {today}. Dated share of leaders' orders and decisions: "
        f"{100 * score['scripted_share']:.1f} %."
    )
    return "\n".join([said, "", *marks_table(score["marks"])])


def main() -> None:
    """Replace the table of docs/scores/SCENARIO.md."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scenario")
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1917)
    given = parser.parse_args()
    page = Path("docs/scores") / f"{given.scenario}.md"
    text = page.read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    body = table(measured(given.scenario, given.runs, given.seed), given.runs, given.seed)
    page.write_text(f"{head}{BEGIN}\n{body}\n{END}{tail}", encoding="utf-8")


if __name__ == "__main__":
    main()
