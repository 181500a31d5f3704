"""What leaders try by themselves: the universal table of section 7.3 of docs/model.md."""

from __future__ import annotations

import math

from dualpower import words as w
from dualpower.engine.kinds import SITE_KINDS

from . import calls, choice, movement, talk
from .world import FIGHT, OCCUPY, WAIT, Authority, Order, Site, Unit, World

REACH_KM, SENT_MOST, THINK_MIN = 5.0, 400.0, 30


def think(world: World) -> None:
    """Section 3, item 3: authority k, when the remainder of (t + 5k) by 30 is below the step."""
    for number, a in enumerate(world.authorities.values(), 1):
        if (world.minute + 5 * number) % THINK_MIN < world.step and a.alive:
            one(world, a)


def one(world: World, a: Authority) -> None:
    hq_belief(world, a)
    look(world, a)
    if a.fired_on and not a.settled:
        a.fired_on = False
        set_posture(world, a, FIGHT)
    call_to_arms(world, a)
    tidy(world, a)
    defend(world, a)
    close(world, a)
    attack(world, a)
    use_guns(world, a)
    seek_peace(world, a)


def set_posture(world: World, a: Authority, posture: int, cause: int = w.CAUSE_TACTICS) -> None:
    if a.posture != posture:
        a.posture = posture
        world.log(w.EV_POSTURE, a.id, None, posture, cause)


def hq_belief(world: World, a: Authority) -> None:
    """Drift of leaders (E5): true for their own and non-hostile, what they know for the hostile."""
    force = {}
    for k in world.authorities:
        if world.hostile(a.id, k):
            force[k] = sum(x.force for x in a.known.values() if x.holder == k)
        else:
            force[k] = sum(world.force_at(s, k) for s in world.sites)
    calls.drift(a.belief, force, THINK_MIN / 60.0 / world.p["Tb"])


def look(world: World, a: Authority) -> None:
    """(1) Bodies with 5 acting, not marching, see their site and its neighbours."""
    seen: set[str] = set()
    for unit in world.units:
        if unit.here and unit.site is not None and unit.act[a.id] >= 5:
            seen.add(unit.site)
            seen.update(world.neighbours[unit.site])
    for key in seen:
        known = a.known[key]
        known.holder, known.force, known.minute = world.sites[key].holder, world.hostile_force(key, a.id), world.minute


def enemy(world: World, a: Authority, site: Site) -> float:
    """The enemy's strength at a site as it was seen, or what is usual for such a place."""
    known = a.known[site.id]
    if world.minute - known.minute <= 720:
        return known.force
    return float(SITE_KINDS[site.kind][4]) if world.hostile(a.id, known.holder) else 0.0


def way_km(world: World, a: str, b: str) -> float:
    """Length of the shortest way on foot."""
    way = calls.street_path(world, a, b)
    return math.inf if way is None else way[0]


def call_to_arms(world: World, a: Authority) -> None:
    """(2) Each base unit once in posture occupy and once in fight."""
    if a.posture == WAIT:
        return
    for unit in list(world.units):
        if unit.parent is not None or not unit.here or unit.n[a.id] < 10 or unit.kind == w.UNIT_STAFF:
            continue
        if (unit.duty == w.DUTY_OUTSIDE and not unit.arrived) or (a.posture, unit.id) in a.called:
            continue
        own = unit.of == a.id and (not unit.volunteer or a.posture == FIGHT)
        mostly = a.posture == FIGHT and 2 * unit.n[a.id] > unit.present
        if own or mostly:
            a.called.add((a.posture, unit.id))
            calls.order_unit(world, unit, Order(a.id, w.ORDER_TURN_OUT, unit.site))


def tidy(world: World, a: Authority) -> None:
    """(3) Merge idle detachments, end needless rings, send superfluous guards back."""
    for site in world.sites.values():
        own = [u for u in site.units if u.parent is not None and u.serves == a.id and u.march is None and u.present]
        first: dict[tuple, Unit] = {}
        for unit in own:
            if not site.contest and unit.order and unit.order.kind == w.ORDER_RING and site.holder in (a.id, None):
                unit.order = Order(a.id, w.ORDER_HOLD, site.id, unit.present)
            key = (unit.parent.number, unit.order.kind if unit.order else w.ORDER_NONE)
            if key in first:
                world.log(w.EV_MERGED, unit.id, site.id)
                movement.fold(world, first[key], unit)
            else:
                first.setdefault(key, unit)
        if site.holder != a.id or site.contest:
            continue
        stay = world.acting_at(site.id, a.id)
        for unit in [u for u in own if u.present and u.order and u.order.kind == w.ORDER_HOLD]:
            if stay - unit.act[a.id] >= 2 * site.guard:
                stay -= unit.act[a.id]
                calls.order_unit(world, unit, Order(a.id, w.ORDER_RETURN, unit.parent.site, unit.present))


def spare(world: World, a: Authority, unit: Unit) -> int:
    """(4) Spare men of a body."""
    act = unit.act[a.id]
    if act < 20 or unit.march is not None or unit.site is None or not unit.here or unit.errands:
        return 0
    if world.minute < unit.broken_until or world.minute < unit.ceased_until:
        return 0
    if unit.order is not None and unit.order.kind not in (w.ORDER_HOLD, w.ORDER_GO, w.ORDER_NONE):
        return 0
    site = world.sites[unit.site]
    if site.contest is not None:
        return 0
    if site.holder == a.id:
        others = world.acting_at(site.id, a.id) - act
        act -= max(0, site.guard - others)
    return act if act >= 20 else 0


def spares(world: World, a: Authority, site: str) -> list[tuple[float, Unit, int]]:
    found = [
        (way_km(world, u.site, site), u.number, u, men)
        for u in world.units
        if u.act[a.id] >= 20 and u.site is not None and (men := spare(world, a, u))
    ]
    return [(km, u, men) for km, _, u, men in sorted(found, key=lambda row: row[:2])]


def defend(world: World, a: Authority) -> None:
    """(5) Contested held sites where 1.2 x known enemy - own E >= 20."""
    for site in world.sites.values():
        if site.holder != a.id or site.contest is None:
            continue
        lack = 1.2 * a.known[site.id].force - world.force_at(site.id, a.id)
        if lack < 20 or world.minute - a.helped.get(site.id, -1000) < 120:
            continue
        a.helped[site.id] = world.minute
        send(world, a, site.id, w.ORDER_HOLD, min(SENT_MOST, lack))


def close(world: World, a: Authority) -> None:
    """(6)"""
    for key, since in list(a.operations.items()):
        if world.sites[key].holder == a.id or world.minute - since >= 720:
            del a.operations[key]


def out_share(world: World, a: Authority) -> float:
    acting = out = 0
    for u in world.units:
        men = u.act[a.id]
        if not men or not u.here:
            continue
        acting += men
        attacking = u.parent is not None and u.order and u.order.kind in (w.ORDER_TAKE, w.ORDER_ASSAULT)
        if u.march is not None or attacking:
            out += men
    return out / acting if acting else 1.0


def attack(world: World, a: Authority) -> None:
    """(7)"""
    while a.posture != WAIT and not a.settled and len(a.operations) < a.max_operations:
        if out_share(world, a) > 0.75:
            return
        rated = [(rate, s) for s in world.sites.values() if (rate := appeal(world, a, s)) > 0.0]
        if not rated:
            return
        site = max(rated, key=lambda row: row[0])[1]
        kind = w.ORDER_SEARCH if site.hidden else w.ORDER_TAKE
        a.operations[site.id] = world.minute
        if not send(world, a, site.id, kind, min(SENT_MOST, 2.0 * site.guard + 1.5 * enemy(world, a, site))):
            return


def appeal(world: World, a: Authority, site: Site) -> float:
    known = a.known[site.id]
    holder = known.holder
    if site.value <= 0.0 or holder == a.id or (holder and not world.hostile(a.id, holder)):
        return 0.0
    if (holder and world.at_truce(a.id, holder)) or world.minute < a.let_be.get(site.id, -1.0):
        return 0.0
    if site.raised or site.id in a.operations:
        return 0.0
    if a.posture == OCCUPY and holder and enemy(world, a, site) >= 15:
        return 0.0
    near = [row for row in spares(world, a, site.id) if row[0] <= REACH_KM]
    if not near or sum(men for _, _, men in near) < 1.5 * enemy(world, a, site):
        return 0.0
    wanted = a.wants.get(site.id, 0)
    if wanted < 0:
        return 0.0
    aimed = 3.0 if wanted else 1.0
    seat = holder and a.posture == FIGHT and world.authorities[holder].seat == site.id
    return site.value * aimed * (1.5 if seat else 1.0) / (1.0 + near[0][0] / 2.0)


def send(world: World, a: Authority, site: str, kind: int, men: float, cause: int = w.CAUSE_TACTICS) -> bool:
    """Men from up to four nearest bodies, at least 20 each."""
    sent = 0
    for km, unit, can in spares(world, a, site)[:4]:
        if km > REACH_KM or men - sent < 1:
            break
        ask = int(max(20, min(can, men - sent)))
        calls.order_unit(world, unit, Order(a.id, kind, site, ask, cause=cause))
        sent += ask
    return sent > 0


def use_guns(world: World, a: Authority) -> None:
    """(8) Idle bodies with guns shell a site within 4 km where its comers are under fire."""
    if a.posture != FIGHT:
        return
    for unit in world.units:
        if unit.guns < 1 or not unit.act[a.id] or unit.site is None or unit.march or unit.order:
            continue
        for site in world.sites.values():
            c = site.contest
            if c and c.comer == a.id and c.fired and not site.shrine and world.km(unit.site, site.id) <= 4.0:
                calls.order_unit(world, unit, Order(a.id, w.ORDER_SHELL, site.id, 300))
                break


def seek_peace(world: World, a: Authority) -> None:
    """(9)"""
    if a.posture != FIGHT or world.first_fire < 0.0 or world.minute < a.next_offer or world.settled:
        return
    pi = choice.chances(world, a.belief)
    foes = [j for j in world.foes(a.id) if world.authorities[j].alive]
    if not foes:
        return
    foe = max(foes, key=lambda j: pi[j])
    if pi[a.id] < 0.15:
        talk.offer(world, a.id, foe, "terms", w.TERM_DISARM | w.TERM_LIVES_SPARED)
    elif not world.at_truce(a.id, foe) and (pi[a.id] < 0.4 or a.threats):
        talk.offer(world, a.id, foe, "truce", hours=24.0)
    else:
        return
    a.next_offer = world.minute + 360
