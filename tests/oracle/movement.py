"""Orders to go, detachments, marches and trains: E4 of docs/model.md."""

from __future__ import annotations

import heapq
import math

from dualpower import words as w
from dualpower.engine.kinds import SEVERITIES, UNIT_KINDS

from . import choice, dice
from .world import ALOOF, March, Order, Unit, World

STOPPERS = 15  # hostile armed acting men who stop a march at a site
MOVING = {
    w.ORDER_GO,
    w.ORDER_TAKE,
    w.ORDER_HOLD,
    w.ORDER_RING,
    w.ORDER_ASSAULT,
    w.ORDER_SEARCH,
    w.ORDER_GUARD,
    w.ORDER_RETURN,
}


def muster_hours(unit: Unit) -> float:
    """tau: .5 h under arms, 1 h formed, 3 h from homes; never quicker than the kind allows (E4)."""
    if unit.parent is not None or unit.duty == w.DUTY_ON_DUTY:
        return 0.5
    return 3.0 if unit.duty == w.DUTY_HOME else UNIT_KINDS[unit.kind][1]


def passable(world: World, link, there: str, back: str, site_from: str) -> bool:
    """Raised bridges and shut links are closed (E4)."""
    return link.open and not world.sites[there].raised and not (world.sites[site_from].raised and site_from != back)


def link_hours(world: World, unit: Unit, link) -> float:
    """Length over speed; a train goes at 25 km/h x service of its crew (E4)."""
    if link.kind == w.LINK_RAIL:
        crew = world.by_id.get(link.crew) if link.crew else None
        service = 1.0 - striking_share(world, crew) if crew else 1.0
        return link.km / (25.0 * service) if service > 0.02 else math.inf
    return link.km / world.speed(unit)


def striking_share(world: World, crew: Unit) -> float:
    """Share of a crew that does not serve (E9)."""
    if not crew.present:
        return 1.0
    return sum(crew.act[k] for k in crew.act if k == crew.striking_for) / crew.present


def path(world: World, unit: Unit, k: str, start: str, goal: str) -> list[str] | None:
    """Shortest by time; sites known to be held by an enemy count three times (E4). Hops after `start`."""
    best, heap, came = {start: 0.0}, [(0.0, start)], {}
    while heap:
        hours, here = heapq.heappop(heap)
        if here == goal:
            way = []
            while here != start:
                way.append(here)
                here = came[here]
            return way[::-1]
        if hours > best[here]:
            continue
        for there, link in world.near[here]:
            if not passable(world, link, there, start, here):
                continue
            weight = 3.0 if world.hostile(k, world.authorities[k].known[there].holder) else 1.0
            cost = hours + weight * link_hours(world, unit, link)
            if cost < best.get(there, math.inf):
                best[there], came[there] = cost, here
                heapq.heappush(heap, (cost, there))
    return None


def hop_minutes(world: World, unit: Unit, here: str, there: str, factor: float) -> float:
    hours = min(link_hours(world, unit, link) for end, link in world.near[here] if end == there)
    return 60.0 * hours * factor


# --- detachments


def detach(world: World, parent: Unit, k: str, men: int) -> Unit:
    """A detachment: willing men of one authority, with their share of arms (section 2)."""
    head = parent.parent or parent
    share = men / parent.present
    new = Unit(
        f"{head.id}/{len(head.children) + 1}", len(world.units), head.kind, men, head.home, parent.site, head.of,
        w.DUTY_ON_DUTY, head.taste, head.issues, head.bond, dict(parent.trust), dict(parent.belief), head.e,
        n=dict.fromkeys(parent.n, 0), act=dict.fromkeys(parent.act, 0), sev=dict.fromkeys(parent.sev, 0),
        hardship=parent.hardship, heard=set(parent.heard), last_word=dict(parent.last_word), parent=head,
        commander=head.commander, arrived=head.arrived,
    )  # fmt: skip
    for thing in ("rifles", "machine_guns", "guns", "shells", "cartridges"):
        part = getattr(parent, thing) * share
        setattr(new, thing, part)
        setattr(parent, thing, getattr(parent, thing) - part)
    new.n[k] = new.act[k] = men
    new.sev[k] = parent.sev[k]
    parent.n[k] -= men
    parent.act[k] -= men
    parent.roll -= men
    world.touch(parent)
    head.children.append(new)
    world.units.append(new)
    new.last_review = world.minute
    world.joined(new)
    new.next_review = world.minute + world.rng.random() * 60.0
    if new.site is not None:
        world.sites[new.site].units.append(new)
    return new


def merge(world: World, into: Unit, unit: Unit) -> None:
    """Detachments of the same parent and authority that meet idle merge; men at home rejoin (section 2)."""
    for k in unit.n:
        into.n[k] += unit.n[k]
    for k in unit.act:
        into.act[k] += unit.act[k]
    for thing in (
        "rifles",
        "machine_guns",
        "guns",
        "shells",
        "cartridges",
        "roll",
        "absent",
        "dead",
        "captured",
        "dispersed",
    ):
        setattr(into, thing, getattr(into, thing) + getattr(unit, thing))
        setattr(unit, thing, 0)
    unit.n = dict.fromkeys(unit.n, 0)
    unit.act = dict.fromkeys(unit.act, 0)
    retire(world, unit)
    world.touch(into)
    world.log(w.EV_MERGED, unit.id, into.site)


def retire(world: World, unit: Unit) -> None:
    """A detachment without men leaves the lists; its losses go with its roll to the parent."""
    head = unit.parent
    for thing in ("roll", "absent", "dead", "captured", "dispersed"):
        setattr(head, thing, getattr(head, thing) + getattr(unit, thing))
        setattr(unit, thing, 0)
    if unit.site is not None and unit in world.sites[unit.site].units:
        world.sites[unit.site].units.remove(unit)
        world.touch(unit)
    unit.here, unit.march, unit.order = False, None, None
    world.touch(unit)
    if unit in head.children:
        head.children.remove(unit)
    world.units.remove(unit)


# --- orders to go


def set_out(world: World, unit: Unit, order: Order) -> Unit | None:
    """Willing men leave for the order's site. Returns who goes, or None if nobody can."""
    k = order.authority
    men = min(unit.act[k], order.men) if order.men else unit.act[k]
    if unit.site == world.authorities[k].seat and unit.site != order.site:
        men = min(men, unit.act[k] - kept_back(world, unit, k))
    if men < 1 or unit.site is None:
        return None
    if unit.site == order.site:
        unit.order = order
        return unit
    goal = order.site or unit.home
    way = path(world, unit, k, unit.site, goal)
    if way is None:
        return None
    goes = unit if unit.parent is not None and men == unit.present else detach(world, unit, k, men)
    goes.order = order
    goes.known_orders = {k: order}
    start_march(world, goes, way, muster_hours(unit))
    return goes


def kept_back(world: World, unit: Unit, k: str) -> int:
    """A quarter of all who act for an authority stays at its seat, whoever gives the order (section 5)."""
    quarter = round(0.25 * sum(u.act[k] for u in world.units if u.here))
    others = sum(u.act[k] for u in world.sites[unit.site].units if u is not unit and u.march is None)
    return max(0, quarter - others)


def start_march(world: World, unit: Unit, way: list[str], muster_h: float) -> None:
    """Muster delay(tau), then hop by hop with L/v x phi x G4, one factor per march (E4)."""
    factor = world.p["phi"] * dice.gamma4(world.rng)
    leaves = world.minute + world.delay(60.0 * muster_h)
    due = leaves + hop_minutes(world, unit, unit.site, way[0], factor)
    unit.march = March(list(way), factor, due, leaves, world.minute)
    world.set_off(unit)
    world.log(w.EV_MARCHED, unit.id, unit.site, unit.present, unit.order.cause if unit.order else w.CAUSE_RULE)


def advance(world: World) -> None:
    """All marches: men leave their site when mustered, and reach the next when due (step 6)."""
    for unit in [u for u in world.units if u.march is not None]:
        march = unit.march
        if unit.site is not None and world.minute >= march.leaves:
            leave(world, unit, march)
        while unit.march is march and unit.site is None and world.minute >= march.due:
            enter(world, unit, march)


def leave(world: World, unit: Unit, march: March) -> None:
    """Mustered men step out."""
    march.last = unit.site
    world.place(unit, None)


def enter(world: World, unit: Unit, march: March) -> None:
    """A march that enters a site where 15 or more hostile armed men act stops there as comers (E4)."""
    here = march.path.pop(0)
    k = leader(unit)
    stopped = world.hostile_armed_at(here, k) >= STOPPERS if k else False
    stopped = stopped or any(world.hostile(k, j) for j in world.sites[here].closed_rail)
    if world.sites[here].raised and march.path:
        stopped = True
    world.work["arrivals"] += 1
    if march.path and not stopped:
        march.due += hop_minutes(world, unit, here, march.path[0], march.factor)
        march.last = here
        return
    unit.march = None
    world.place(unit, here)
    world.log(w.EV_STOPPED_ON_THE_WAY if march.path else w.EV_ARRIVED, unit.id, here, unit.present)
    if march.path:
        unit.agitated_until = world.minute + 60.0
        unit.caught_until = world.minute + 30.0
    if unit.order and not march.path:
        arrived(world, unit)


def leader(unit: Unit) -> str:
    """The authority most of a unit's acting men obey."""
    best = max(unit.act, key=lambda k: unit.act[k])
    return best if unit.act[best] else (unit.of or "")


def arrived(world: World, unit: Unit) -> None:
    """Men who came back join their unit; detachments that meet idle merge (section 2)."""
    if unit.order.kind == w.ORDER_RETURN and unit.parent is not None:
        target = unit.parent if unit.parent.site == unit.site else None
        if target is not None:
            world.log(w.EV_RETURNED, unit.id, unit.site, unit.present)
            merge(world, target, unit)
        return
    for other in world.sites[unit.site].units:
        idle = other is not unit and other.parent is unit.parent and unit.parent is not None and other.march is None
        if idle and other.order and other.order.kind == unit.order.kind and leader(other) == leader(unit):
            merge(world, other, unit)
            return
    if unit.route:
        unit.arrived = True
        k = leader(unit)
        if k:
            world.authorities[k].outside_men += unit.present
            world.authorities[k].outside_bodies += 1


def order_home(world: World, unit: Unit, cause: int = w.CAUSE_TACTICS) -> None:
    """Send a detachment back to its parent's place."""
    if unit.parent is None or unit.march is not None or unit.site is None:
        return
    k = leader(unit)
    unit.order = Order(k, w.ORDER_RETURN, unit.parent.site or unit.home, SEVERITIES[w.ORDER_RETURN], cause=cause)
    if unit.site == unit.order.site:
        arrived(world, unit)
        return
    way = path(world, unit, k or next(iter(world.authorities)), unit.site, unit.order.site)
    if way:
        start_march(world, unit, way, 0.0)


def clear_empty(world: World) -> None:
    """Aloof men of detachments walk home; those nobody stands in any more hand their books to the parent."""
    for unit in world.units:
        if unit.parent is not None and unit.n[ALOOF]:
            choice.send_home_aloof(world, unit)
    for unit in [u for u in world.units if u.parent is not None and not u.present]:
        retire(world, unit)


def men_left(unit: Unit) -> int:
    return unit.present - unit.n[ALOOF]


def reconsider_at_once(world: World, unit: Unit) -> None:
    """A unit reviews at the step after it hears an order (section 3)."""
    unit.next_review = min(unit.next_review, world.minute + world.step)
    world.woken(unit)


def hear_order(world: World, unit: Unit, order: Order) -> None:
    """An order has reached a unit: who obeys, and who goes (E3, E4)."""
    k = order.authority
    reconsider_at_once(world, unit)
    willing = choice.obey(world, unit, order)
    if order.kind == w.ORDER_CEASE:
        takes = takes_cease(world, unit, k)
        if takes:
            unit.order = order
        world.log(w.EV_CEASED if takes else w.EV_FOUGHT_ON, unit.id, unit.site, willing, order.cause)
        return
    if order.kind == w.ORDER_STOP_WORK:
        unit.striking_for = k
        world.log(w.EV_STRUCK, unit.id, unit.site, willing, order.cause)
        return
    if not willing:
        return
    if order.kind in (w.ORDER_TURN_OUT, w.ORDER_STAY, w.ORDER_SHELL):
        unit.order = order
        return
    goes = set_out(world, unit, order)
    if goes is not None and order.operation is not None:
        order.operation.units.append(goes)


def takes_cease(world: World, unit: Unit, k: str) -> bool:
    """Each unit takes a truce by E8, with its own z and x = .5: iff x max(r, .3) > pi - c + z."""
    trust = max((unit.trust[j] for j in world.foes(k)), default=0.3)
    own_cost = 0.1 * unit.hardship + 0.15 * len(world.authorities[k].threatened_by)
    return 0.5 * max(trust, 0.3) > choice.winning(unit)[k] - own_cost + dice.logistic(world.rng, 0.1)
