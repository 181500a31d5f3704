"""Assemblies that vote and walk out: E10 of docs/model.md."""

from __future__ import annotations

from dualpower import words as w

from . import calls, dice
from .world import World


def convene(world: World, name: str) -> bool:
    """Votes for a motion = seats x turnout x S(2 lean - severity); what is passed is news and is done."""
    key, motion_key = name.split(".", 1)
    assembly = world.scenario.assemblies[key]
    motion = assembly.motions[motion_key]
    favoured = world.of(motion.favours)
    turnout = world.number(assembly.turnout, 0.9)
    ayes = total = 0.0
    for faction_key, faction in assembly.factions.items():
        if f"{key}.{faction_key}" in world.walked_out:
            continue
        lean = world.number(faction.leans.get(motion.favours), 0.0)
        seats = world.number(faction.seats) * turnout
        ayes += seats * dice.sigmoid(2.0 * lean - motion.severity)
        total += seats
    share = ayes / total if total else 0.0
    world.votes[name] = share
    world.log(w.EV_VOTED, name, assembly.at, share)
    passed = share > 0.5
    walk_out(world, key, assembly, motion, share)
    if passed:
        calls.spread(world, w.NEWS_PROCLAMATION, favoured, assembly.at)
    return passed


def walk_out(world: World, key: str, assembly, motion, share: float) -> None:
    """A faction that sees its side under half of the votes leaves if it leans against the motion."""
    for name, faction in assembly.factions.items():
        lean = world.number(faction.leans.get(motion.favours), 0.0)
        if lean < 0.0 and share > 0.5 and f"{key}.{name}" not in world.walked_out:
            world.walked_out.add(f"{key}.{name}")
            world.log(w.EV_WALKED_OUT, f"{key}.{name}", assembly.at)
