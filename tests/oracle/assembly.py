"""Assemblies that vote and walk out: E10 of docs/model.md."""

from __future__ import annotations

from dualpower import words as w

from . import calls, dice
from .world import World


def due(world: World) -> list[tuple[str, str]]:
    """Motions whose hour has come; returns those passed, with who put them."""
    passed = []
    for row in [row for row in world.motions_due if row[0] <= world.minute]:
        world.motions_due.remove(row)
        if vote(world, row[1]):
            passed.append((row[1], row[2]))
    return passed


def vote(world: World, name: str) -> bool:
    key, motion_key = name.split(".", 1)
    assembly = world.scenario.assemblies[key]
    motion = assembly.motions[motion_key]
    turnout = world.number(assembly.turnout, 0.9)
    rows = []
    for faction_key, faction in assembly.factions.items():
        if f"{key}.{faction_key}" not in world.walked_out:
            lean = world.number(faction.leans.get(motion.favours), 0.0)
            rows.append((faction_key, world.number(faction.seats), lean, dice.sigmoid(2.0 * lean - motion.severity)))
    expected = sum(seats * p for _, seats, _, p in rows)
    if 2.0 * expected > sum(seats for _, seats, _, _ in rows):
        for row in list(rows):
            if row[2] < 0.0 and world.rng.random() < dice.sigmoid(-2.0 * row[2] - 2.0):
                rows.remove(row)
                world.walked_out.add(f"{key}.{row[0]}")
                world.log(w.EV_WALKED_OUT, f"{key}.{row[0]}", assembly.at)
    ayes = total = 0
    for _, seats, _, p in rows:
        here = int(seats * turnout)
        ayes += dice.binomial(world.rng, here, p)
        total += here
    share = ayes / total if total else 0.0
    world.votes[name] = share
    world.log(w.EV_VOTED, name, assembly.at, share)
    if share > 0.5:
        favoured = world.of(motion.favours)
        calls.spread(world, w.NEWS_VOTE, favoured, assembly.at, favoured)
    return share > 0.5
