"""Food, sleep, cartridges, shells, arming, search: E9 of docs/model.md."""

from __future__ import annotations

import math

from dualpower import words as w

from . import dice, rings
from .world import Site, Unit, World

ARM_AN_HOUR, ARM_KM = 1500.0, 8.0


def hourly(world: World) -> None:
    """Section 3, item 16."""
    for unit in list(world.units):
        leave_for_good(world, unit)
        if unit.here and unit.present:
            hardship(world, unit)
            rings.isolation(world, unit)
            refill(world, unit)
    for site in world.sites.values():
        arm(world, site)
    for authority in world.authorities.values():
        authority.grief *= 0.5 ** (1.0 / 24.0)


def leave_for_good(world: World, unit: Unit) -> None:
    """Of a unit that was let go, wherever its men are but on the march or in a ring."""
    share = (unit.parent or unit).leaving
    if share == 0.0 or unit.marching or not unit.site or world.ringed(unit):
        return
    chance = 1.0 - math.exp(-share * (1.0 + unit.hardship) / 24.0)
    for k in unit.n:
        acting = dice.binomial(world.rng, unit.act.get(k, 0), chance)
        idle = dice.binomial(world.rng, unit.n[k] - unit.act.get(k, 0), chance)
        if acting:
            unit.act[k] -= acting
        unit.n[k] -= acting + idle
        unit.absent += acting + idle
    world.touch(unit)


def open_stock(site: Site, kind: int) -> float:
    return 0.0 if kind in site.hidden else site.stocks.get(kind, 0.0)


def fed(world: World, unit: Unit) -> bool:
    if world.ringed(unit):
        return world.sites[unit.site].stocks.get(w.STOCK_FOOD, 0.0) > 0.0
    if unit.parent is None and unit.march is None:
        return True
    return any(
        s.holder == unit.serves and open_stock(s, w.STOCK_FOOD) > 0.0 and not s.ring for s in world.sites.values()
    )


def hardship(world: World, unit: Unit) -> None:
    hungry = not fed(world, unit)
    since = world.minute if unit.unfed_since is None else unit.unfed_since
    unit.unfed_since = since if hungry else None
    contested = unit.site is not None and world.sites[unit.site].contest is not None
    tired = unit.marching or (contested and unit.acts_for() is not None)
    before = unit.hardship
    change = hungry + tired if hungry or tired else -1
    unit.hardship = min(max(unit.hardship + change / 24.0, 0.0), 3.0)
    if before < 1.0 <= unit.hardship:
        world.log(w.EV_HUNGERED, unit.id, unit.site)


def refill(world: World, unit: Unit) -> None:
    if world.ringed(unit) or not unit.serves:
        return
    if unit.rifles and unit.cartridges < 30.0 * unit.rifles:
        fill(world, unit, w.STOCK_CARTRIDGES, "cartridges", 60.0 * unit.rifles)
    if unit.guns and unit.shells < 20.0 * unit.guns:
        fill(world, unit, w.STOCK_SHELLS, "shells", unit.shells + 30.0 * unit.guns)


def fill(world: World, unit: Unit, kind: int, thing: str, upto: float) -> None:
    for site in world.sites.values():
        held = site.holder == unit.serves and not site.ring
        loose = thing == "shells" and site.holder is None and site.id == unit.site
        have = open_stock(site, kind)
        if have > 0.0 and (held or loose):
            given = min(have, upto - getattr(unit, thing))
            site.stocks[kind] = have - given
            setattr(unit, thing, getattr(unit, thing) + given)
            return


def arm(world: World, site: Site) -> None:
    """A held, open stock of rifles arms unarmed acting men of its holder, near ones first."""
    k, have = site.holder, open_stock(site, w.STOCK_RIFLES)
    if not k or have < 1.0 or site.ring:
        return
    left = min(have, ARM_AN_HOUR * (2.0 if getattr(site, "hastened", None) == k else 1.0))
    near = [u for u in world.units if u.site is not None and u.here and u.act[k] and u.march is None]
    for unit in sorted(near, key=lambda u: math.ceil(world.km(site.id, u.site) / 2.0)):
        lack = unit.act[k] - min(unit.rifles, unit.act[k])
        if lack < 1 or left < 1.0 or world.km(site.id, unit.site) > ARM_KM or world.ringed(unit):
            continue
        given = min(left, lack)
        unit.rifles += given
        unit.cartridges += 10.0 * given
        left -= given
        site.stocks[w.STOCK_RIFLES] -= given
        world.touch(unit)
        world.log(w.EV_ARMED, unit.id, site.id, given)


def search(world: World) -> None:
    """Section 3, item 14."""
    for site in world.sites.values():
        if not site.hidden or site.contest or not site.holder:
            continue
        for unit in site.units:
            act = unit.act[site.holder]
            if unit.parent is None or act < 10 or unit.mustering:
                continue
            x = min(act / 30.0, 1.0) * (1.0 if unit.order and unit.order.kind == w.ORDER_SEARCH else 0.2)
            if world.happens(x * world.hours / (3.0 * world.p["phi"])):
                for kind in site.hidden:
                    world.found[kind] += site.stocks.get(kind, 0.0)
                site.hidden.clear()
                world.log(w.EV_FOUND, unit.id, site.id)
                break
