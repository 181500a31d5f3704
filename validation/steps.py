"""V24: the length of a step is a matter of cost, not of history. The same small world at 15, 5 and 1 minutes.

Outcome shares agree within 2 points and the mean hour of the first shot within 3 per cent, at 4,000 runs each;
differences that luck alone explains (three standard errors) are allowed on top.
"""
# ruff: noqa: E501 - a table reads best on one line a row

from __future__ import annotations

from math import sqrt

from benchmarks import common  # noqa: F401 - puts the tests' worlds in reach

ASKED = "One small war at steps of 15, 5 and 1 minutes"
RUNS = 4000
STEPS = ("15 min", "5 min", "1 min")


def measure(step: str, runs: int, seed: int = 1917) -> dict:
    """Outcome shares and mean hour of the first shot of the town at war."""
    import numpy as np
    from worlds import problem_of, run
    from worlds.war import war

    problem = problem_of(war(step=step))
    block = run(problem, runs=runs, seed=seed, keep_log=False, threads=0)
    shares = {o.id: float((block.outcome == i).mean()) for i, o in enumerate(problem.outcomes)}
    blood = block.watch_min[:, [watch.id for watch in problem.watches].index("blood.first")]
    hours = blood[blood >= 0] / 60.0
    return {"step": step, "failed": int((block.status != 0).sum()), "shares": shares, "share_with_blood": float(np.mean(blood >= 0)),
            "mean_hour": float(hours.mean()), "sd_hour": float(hours.std()), "runs": runs}  # fmt: skip


def differences(one: dict, two: dict) -> list[str]:
    """What differs by more than the tolerance and three standard errors."""
    found, runs = [], one["runs"]
    for name, p in one["shares"].items():
        q = two["shares"][name]
        if abs(p - q) > 0.02 + 3 * sqrt((p * (1 - p) + q * (1 - q)) / runs):
            found.append(f"{name}: {p:.3f} at {one['step']}, {q:.3f} at {two['step']}")
    room = 0.03 * two["mean_hour"] + 3 * sqrt((one["sd_hour"] ** 2 + two["sd_hour"] ** 2) / runs)
    if abs(one["mean_hour"] - two["mean_hour"]) > room:
        found.append(
            f"first shot: {one['mean_hour']:.2f} h at {one['step']}, {two['mean_hour']:.2f} h at {two['step']}"
        )
    return found


def hold() -> dict:
    """Run the three steps and compare each with the finest."""
    rows = [measure(step, RUNS) for step in STEPS]
    found = [text for row in rows[:-1] for text in differences(row, rows[-1])]
    return {"held": not found and not any(row["failed"] for row in rows), "differ": found, "steps": rows}
