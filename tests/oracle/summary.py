"""Per-run summaries that engine and oracle have in common: columns for ``compare``."""

from __future__ import annotations

from collections.abc import Sequence

from dualpower import words as w

from .run import Result

EVENTS = (
    "arrived",
    "site-taken",
    "fired-first",
    "assaulted",
    "repulsed",
    "broke",
    "encircled",
    "offered",
    "truce-began",
    "settled",
    "authority-ended",
    "authority-began",
    "outside",
)


def of_oracle(results: Sequence[Result], authorities: Sequence[str]) -> dict[str, list]:
    """Outcome, hourly totals at the end and in the middle, event counts, first transfer."""
    table: dict[str, list] = {"outcome": [r.outcome for r in results]}
    for what in ("captive", "bystanders"):
        table[what] = [float(r.hourly[-1][what]) for r in results]
    for k in authorities:
        for what in ("standing", "acting", "held", "killed"):
            for when, hour in (("end", -1), ("half", len(results[0].hourly) // 2), ("start", 0)):
                table[f"{what}-{k}-{when}"] = [float(r.hourly[hour][f"{what}-{k}"]) for r in results]
    for name in EVENTS:
        table[f"events-{name}"] = [float(r.events.get(w.EVENTS[name], 0)) for r in results]
    return table


def of_engine(problem, block) -> dict[str, list]:
    """The same columns from a block of the engine's runs."""
    keep = block.status == 0
    if not keep.all():
        raise ValueError(f"{int((~keep).sum())} runs failed in the engine")
    column = {name: i for i, name in enumerate(problem.series)}
    table: dict[str, list] = {"outcome": [problem.outcomes[code].id for code in block.outcome]}
    for what in ("captive", "bystanders"):
        table[what] = block.series[:, -1, column[what]].astype(float).tolist()
    for k in problem.names.authorities:
        for what in ("standing", "acting", "held", "killed"):
            for when, hour in (("end", -1), ("half", block.series.shape[1] // 2), ("start", 0)):
                table[f"{what}-{k}-{when}"] = block.series[:, hour, column[f"{what}.{k}"]].astype(float).tolist()
    for name in EVENTS:
        table[f"events-{name}"] = block.counts[:, w.EVENTS[name]].astype(float).tolist()
    return table
