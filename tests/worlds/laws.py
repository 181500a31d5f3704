"""What holds in every world at the end of every run, whoever won: read off the arrays of a worker."""
# ruff: noqa: E501 - a table reads best on one line a row

from typing import Any

import numpy as np

from worlds.running import World

REAL = ("a", "y", "bond", "r", "l", "e", "hard", "rifles", "mguns", "guns", "shells", "rounds", "stock", "fire",
        "kforce", "hl", "hr", "q", "grief", "damage", "bydead", "found", "mot_share", "par", "fact", "force", "armed")  # fmt: skip
LOSSES = ("absent", "dead", "captured", "dispersed")
COUNTS = ("n", "act", *LOSSES, "roll", "bystanders", "killed", "vols", "dead_at", "shot_disarmed")


def rolls_at_start(g: World) -> int:
    """Men on all rolls, as drawn for the run that has just ended."""
    fact, index = g.arrays["fact"], np.asarray(g.problem.arrays["unit_roll"])
    drawn = np.where(index >= 0, fact[np.maximum(index, 0)], 0.0)
    return int(np.floor(drawn + 0.5).sum())


def broken_laws(g: World) -> list[str]:
    """Every law that the world in ``g`` breaks, in words; empty is right."""
    a, units = g.arrays, int(g.world.upshot()[2])
    live = np.flatnonzero(a["live"][:units])
    found = [*_numbers(a, live), *_men(g, a, live), *_places(g, a, live)]
    if a["holder"].min(initial=0) < 0 or a["holder"].max(initial=0) > g.worker.sizes["K"]:
        found.append("a site is held by nobody that exists")
    return found


def _numbers(a: dict[str, Any], live: np.ndarray) -> list[str]:
    found = [f"{name} is not a number somewhere" for name in REAL if not np.isfinite(a[name]).all()]
    found += [f"{name} is below zero somewhere" for name in COUNTS if a[name].min(initial=0) < 0]
    for name in ("rifles", "guns", "shells", "rounds", "mguns", "stock", "hard"):
        rows = a[name][live] if name != "stock" else a[name]
        if rows.min(initial=0) < -1e-6:
            found.append(f"{name} is below zero somewhere")
    if (a["act"] > a["n"]).any():
        found.append("more men act for somebody than stand with him")
    if a["act"][:, 0].any():
        found.append("somebody acts for nobody")
    if a["sev"][live].min(initial=0) < -1 or a["sev"][live].max(initial=0) > 4:
        found.append("a severity is not one of -1..4")
    return found


def _men(g: World, a: dict[str, Any], live: np.ndarray) -> list[str]:
    found = []
    present = a["n"].sum(axis=1)
    for u in live.tolist():
        total = int(present[u]) + sum(int(a[name][u]) for name in LOSSES)
        if total != a["roll"][u]:
            found.append(f"unit {u}: roll {a['roll'][u]}, men {total}")
    if int(a["roll"][live].sum()) != rolls_at_start(g):
        found.append(f"men on all rolls: {int(a['roll'][live].sum())}, at the start {rolls_at_start(g)}")
    for base in live.tolist():
        if a["parent"][base] == base:
            out = sum(int(present[v]) for v in live.tolist() if v != base and a["parent"][v] == base)
            if out != a["sent_men"][base]:
                found.append(f"unit {base}: {a['sent_men'][base]} men sent, {out} out in detachments")
    return found


def _places(g: World, a: dict[str, Any], live: np.ndarray) -> list[str]:
    found, seen = [], []
    for s in range(g.worker.sizes["S"]):
        u, steps = int(a["head"][s]), 0
        while u >= 0 and steps <= len(a["nxt"]):
            seen.append(u)
            if a["place"][u] != s:
                found.append(f"unit {u} is listed at site {s} and is at {a['place'][u]}")
            u, steps = int(a["nxt"][u]), steps + 1
        if u >= 0:
            found.append(f"the list of site {s} goes round in a circle")
    if len(seen) != len(set(seen)):
        found.append("a unit is listed twice")
    standing = {u for u in live.tolist() if a["goal"][u] < 0 or a["mustering"][u] != 0}
    if set(seen) != standing:
        found.append(f"listed but not there: {set(seen) - standing}; there but not listed: {standing - set(seen)}")
    return found
