"""Rings, gates and isolation: E7 of docs/model.md."""

from __future__ import annotations

import math

from dualpower import words as w

from . import calls, choice, contest
from .world import Site, Unit, World


def update(world: World) -> None:
    """Section 3, item 11: rings are found anew."""
    for site in world.sites.values():
        holder = site.holder
        if not holder:
            site.ring.clear()
            continue
        if not site.contest and not world.acting_at(site.id, holder):
            continue
        before = bool(site.ring)
        site.ring = {j for j in world.foes(holder) if world.authorities[j].alive and encircles(world, site, j)}
        if site.ring and not before:
            world.log(w.EV_ENCIRCLED, holder, site.id)
        if before and not site.ring:
            world.log(w.EV_RELIEVED, holder, site.id)


def encircles(world: World, site: Site, j: str) -> bool:
    ways = {}
    for there, link in world.near[site.id]:
        ways[there] = ways.get(there, False) or link.open
    if not ways:
        return False
    men = world.acting_at(site.id, j)
    if men >= 10 * len(ways):
        return True
    kept = 0
    for there, is_open in ways.items():
        other = world.sites[there]
        held = other.holder == j and world.acting_at(there, j) >= 10
        kept += not is_open or other.raised or held
    if kept == len(ways):
        return True
    return 10 * kept + men >= 10 * len(ways) and 2 * kept >= len(ways)


def gates(world: World) -> None:
    """Section 3, item 12: groups come in by gates nobody keeps."""
    for site in world.sites.values():
        if site.gates and site.holder and (site.contest or site.ring):
            for gate in site.gates.values():
                try_gate(world, site, gate)


def forgotten(world: World, site: Site, gate: dict) -> bool:
    """None named; or the one named has under 5 acting; or he has left and the holder has under 5 acting there."""
    name, h = gate["keeper"], site.holder
    if name is None:
        return True
    keeper: Unit | None = gate.get("body") or world.by_id.get(name)
    if keeper is not None and keeper.site == site.id and not keeper.struck_off:
        return keeper.act[h] < 5
    return world.acting_at(site.id, h) < 5


def try_gate(world: World, site: Site, gate: dict) -> None:
    coming = contest.comers(world, site)
    if not coming or not forgotten(world, site, gate):
        return
    k = site.contest.comer if site.contest else max(coming, key=lambda j: coming[j])
    if gate["known"] != "all" and not any(world.of(x) == k for x in gate["known"]):
        return
    body = next((u for u in contest.bodies(site, k) if u.order and u.order.kind in contest.COMING), None)
    if body is None:
        return
    share = choice.willing(world, body, k, 2)
    if not world.happens(world.p["iota"] * share * world.hours):
        return
    men = min(int(math.exp(math.log(15.0) + 0.8 * world.rng.gauss(0.0, 1.0))), int(share * body.act[k]))
    if men < 1:
        return
    site.entered = True
    world.log(w.EV_ENTERED, body.id, site.id, men)
    h = site.holder
    if men < 0.3 * world.force_at(site.id, h) and world.rng.random() < 0.5:
        world.log(w.EV_CAPTURED_INTRUDERS, body.id, site.id, men)
        contest.movement.lose(world, body, k, min(men, body.act[k]), "captured")
        for unit in contest.bodies(site, h):
            unit.agitated_until = world.minute + 180
    else:
        site.tied = min(0.5, site.tied + 0.1)
        for unit in contest.bodies(site, h):
            unit.entered = world.minute


def man_gates(world: World, site: Site, k: str, unit: Unit | None) -> None:
    """A body keeps the gates that its side knows of; the others are forgotten."""
    for gate in site.gates.values():
        knows = unit is not None and (gate["known"] == "all" or any(world.of(x) == k for x in gate["known"]))
        gate["keeper"], gate["body"] = (unit.id, unit) if knows else (None, None)


def isolation(world: World, unit: Unit) -> None:
    """Hourly (E7)."""
    k = unit.serves
    ringed = world.ringed(unit)
    seat = world.authorities[k].seat if k and world.authorities[k].alive else None
    cut = seat is None or (ringed and unit.site != seat and not calls.has_wire(world, unit, seat))
    unit.cut_since = (world.minute if unit.cut_since is None else unit.cut_since) if cut else None
    alone = cut and world.minute - unit.cut_since >= 360
    hungry = unit.unfed_since is not None and world.minute - unit.unfed_since >= 720
    now = min(3, alone + ringed + hungry + (world.minute - unit.entered < 360))
    if now >= unit.isolation:
        unit.isolation = now
    elif world.minute % 360 == 0:
        unit.isolation -= 1
