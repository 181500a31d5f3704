"""Food, sleep, cartridges, services, arming, promises, isolation: E9 and the rest of E7 of docs/model.md."""

from __future__ import annotations

from dualpower import words as w

from . import movement
from .calls import can_talk
from .world import Unit, World

ARM_AN_HOUR, ARM_KM = 1500.0, 8.0


def hourly(world: World) -> None:
    """Step 8, once an hour."""
    for unit in world.units:
        if unit.here and unit.present:
            hardship(world, unit)
            isolation(world, unit)
            refill(world, unit)
    arm(world)
    search(world)
    for authority in world.authorities.values():
        authority.mourned *= 0.5 ** (1.0 / 24.0)


def fed(world: World, unit: Unit) -> bool:
    """At home unless encircled; a detachment if its authority holds a food stock and it is not encircled (E9)."""
    if unit.site is None:
        return False
    if world.sites[unit.site].encircled:
        return False
    if unit.parent is None and unit.site == unit.home:
        return True
    k = movement.leader(unit)
    return any(s.holder == k and s.stocks.get(w.STOCK_FOOD, 0.0) > 0.0 for s in world.sites.values())


def hardship(world: World, unit: Unit) -> None:
    """dh/dt = (unfed + unrested) / 24 h; recovery at the same rate (E9)."""
    hungry = not fed(world, unit)
    unit.unfed_h = unit.unfed_h + 1.0 if hungry else 0.0
    tired = unit.site is None or unit.march is not None or bool(world.sites[unit.site].contests)
    before = unit.hardship
    if hungry or tired:
        unit.hardship += (hungry + tired) / 24.0
    else:
        unit.hardship -= 1.0 / 24.0
    unit.hardship = min(max(unit.hardship, 0.0), 3.0)
    if before < 1.0 <= unit.hardship:
        world.log(w.EV_HUNGERED, unit.id, unit.site)


def isolation(world: World, unit: Unit) -> None:
    """I rises by 1 when cut off 6 h, encircled, unfed 12 h; falls by 1 after 6 h without cause (E7)."""
    causes = set()
    if unit.site is not None:
        if unit.of and world.authorities[unit.of].alive:
            if can_talk(world, unit.site, world.authorities[unit.of].seat, unit.of):
                unit.last_word[unit.of] = max(unit.last_word[unit.of], world.minute)
            elif world.minute - unit.last_word[unit.of] >= 360:
                causes.add("cut")
        if world.sites[unit.site].encircled:
            causes.add("ring")
    if unit.unfed_h >= 12.0:
        causes.add("unfed")
    for cause in causes - set(unit.causes_since):
        unit.causes_since[cause] = world.minute
        unit.isolation = min(3, unit.isolation + 1)
    for cause in set(unit.causes_since) - causes:
        del unit.causes_since[cause]
    if causes:
        unit.calm_since = world.minute
    elif world.minute - unit.calm_since >= 360 and unit.isolation:
        unit.isolation -= 1
        unit.calm_since = world.minute


def refill(world: World, unit: Unit) -> None:
    """Cartridges come from held stocks unless encircled (E9)."""
    want = 60.0 * unit.rifles - unit.cartridges
    k = movement.leader(unit)
    if want <= 0.0 or not k or unit.site is None or world.sites[unit.site].encircled:
        return
    for site in world.sites.values():
        have = site.stocks.get(w.STOCK_CARTRIDGES, 0.0)
        if site.holder == k and have > 0.0 and w.STOCK_CARTRIDGES not in site.hidden:
            given = min(want, have)
            site.stocks[w.STOCK_CARTRIDGES] = have - given
            unit.cartridges += given
            return


def search(world: World) -> None:
    """Men told to search a site find what is hidden there."""
    for unit in world.units:
        order = unit.order
        if order is None or order.kind != w.ORDER_SEARCH or unit.site != order.site or not unit.act[order.authority]:
            continue
        site = world.sites[order.site]
        if site.hidden:
            for kind in site.hidden:
                world.found[kind] += site.stocks.get(kind, 0.0)
            site.hidden.clear()
            world.log(w.EV_FOUND, unit.id, site.id)


def arm(world: World) -> None:
    """A held site with rifles arms unarmed acting men of its side within 8 km, 1,500 an hour (E9)."""
    for site in world.sites.values():
        k, have = site.holder, site.stocks.get(w.STOCK_RIFLES, 0.0)
        if not k or have < 1.0 or site.encircled or w.STOCK_RIFLES in site.hidden:
            continue
        left = min(have, ARM_AN_HOUR)
        for unit in world.units:
            if left < 1.0 or unit.site is None or not unit.act[k]:
                continue
            lack = unit.act[k] - unit.armed(unit.act[k])
            if lack < 1.0 or world.km(site.id, unit.site) > ARM_KM or world.sites[unit.site].encircled:
                continue
            given = min(left, lack)
            unit.rifles += given
            world.touch(unit)
            unit.cartridges += 60.0 * given
            left -= given
            site.stocks[w.STOCK_RIFLES] -= given
            world.log(w.EV_ARMED, unit.id, site.id, given)
