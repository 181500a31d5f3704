"""Orders, detachments, marches and trains: E3 (what is done on an order) and E4 of docs/model.md."""

from __future__ import annotations

import heapq
import math

from dualpower import words as w
from dualpower.engine.kinds import SEVERITIES, UNIT_KINDS

from . import choice, contest, dice, rings
from .world import ALOOF, LOST, THINGS, March, Order, Unit, World

FEWEST = 5
ON_FOOT = {w.LINK_STREET, w.LINK_BOULEVARD, w.LINK_ROAD, w.LINK_YARD}


def stopped_share(unit: Unit) -> float:
    return min(1.0, sum(unit.stopped.values()) / unit.present) if unit.present else 1.0


# --- orders


def hear_order(world: World, unit: Unit, order: Order) -> None:
    """An order has reached a unit (E3)."""
    k, kind = order.authority, order.kind
    if kind == w.ORDER_STOP_WORK:
        strike(world, unit, order)
    elif kind == w.ORDER_TURN_OUT:
        turned_out(world, unit, k, choice.occasion(world, unit, k, order.share), order)
    elif kind == w.ORDER_STAY:
        unit.stopped[k] = 0
        world.log(w.EV_RESUMED, unit.id, unit.site, 0.0, order.cause)
    elif kind == w.ORDER_RETURN:
        if unit.parent is not None and unit.serves == k:
            send_back(world, unit)
    elif kind in (w.ORDER_HOLD, w.ORDER_GUARD) and unit.parent is None and unit.site == order.site:
        turned_out(world, unit, k, choice.occasion(world, unit, k, order.share), order)
        if kind == w.ORDER_GUARD and world.sites[unit.site].holder == k and unit.act[k] >= FEWEST:
            rings.man_gates(world, world.sites[unit.site], k, unit)
    else:
        set_out(world, unit, order)


def turned_out(world: World, unit: Unit, k: str, come: int, order: Order) -> None:
    world.log(w.EV_TURNED_OUT if unit.act[k] else w.EV_REFUSED, unit.id, unit.site, come, order.cause)


def strike(world: World, unit: Unit, order: Order) -> None:
    k = order.authority
    s = dice.sigmoid(choice.obedience(world, unit, k))
    stop = dice.binomial(world.rng, max(0, unit.present - sum(unit.stopped.values())), s)
    unit.stopped[k] += stop
    unit.order = order
    world.touch(unit)
    world.log(w.EV_STRUCK, unit.id, unit.site, stop, order.cause)


def set_out(world: World, unit: Unit, order: Order) -> None:
    """Willing men leave, at most those asked; the rest of E3's "any other"."""
    k, severity = order.authority, SEVERITIES[order.kind]
    if unit.march is not None or world.minute < unit.broken_until or unit.site is None:
        return
    if unit.parent is not None and unit.serves != k:
        world.log(w.EV_REFUSED, unit.id, unit.site, 0.0, order.cause)
        return
    if order.kind == w.ORDER_SHELL and unit.guns >= 1 and world.km(unit.site, order.site) <= 4.0:
        if unit.act[k] < 10:
            choice.occasion(world, unit, k, order.share)
        if unit.act[k] < FEWEST:
            world.log(w.EV_REFUSED, unit.id, unit.site, 0.0, order.cause)
        else:
            unit.order = order
        return
    if unit.act[k] < order.men:
        choice.occasion(world, unit, k, order.share)
    men = unit.act[k]
    if severity > 1:
        men = dice.binomial(world.rng, men, choice.thin(world, unit, k, 1, severity))
    men = min(men, order.men)
    if men < FEWEST:
        world.log(w.EV_REFUSED, unit.id, unit.site, men, order.cause)
        return
    world.log(w.EV_TURNED_OUT, unit.id, unit.site, men, order.cause)
    whole = unit.parent is not None and men == unit.present
    goes = unit if whole else detach(world, unit, k, men, order)
    goes.order = order
    goes.sev[k] = max(goes.sev[k], severity)
    goes.start_men, goes.lost = goes.present, 0
    if goes.site == order.site:
        return
    start_march(world, goes, order.site, muster_hours(unit))


def detach(world: World, body: Unit, k: str, men: int, order: Order) -> Unit:
    """Rifles first, cartridges with them, machine guns by share; guns under go and shell (E3)."""
    head = body.parent or body
    total = body.present
    new = Unit(
        f"{head.id}/{len(world.units)}", len(world.units) + world.sequence * 10000, body.kind, men, head.home,
        body.site, head.of, w.DUTY_ON_DUTY, head.taste, head.issues, head.bond, dict(head.trust), dict(head.belief),
        head.e, dict.fromkeys(head.n, 0), dict.fromkeys(head.act, 0), dict(head.sev), dict.fromkeys(head.act, 0), k,
        hardship=head.hardship, isolation=head.isolation, last_word=dict(head.last_word), parent=head,
        commander=head.commander, arrived=head.arrived, volunteer=head.volunteer, silence_told=head.silence_told,
    )  # fmt: skip
    world.sequence += 1
    rifles = min(body.rifles, men)
    part = rifles / body.rifles if body.rifles else 0.0
    moved = {"rifles": rifles, "cartridges": body.cartridges * part, "machine_guns": body.machine_guns * men / total}
    if order.kind in (w.ORDER_GO, w.ORDER_SHELL) and body.guns >= 1:
        guns = min(math.floor(body.guns), men // 12)
        moved |= {"guns": guns, "shells": body.shells * guns / body.guns}
    for thing, x in moved.items():
        setattr(new, thing, x)
        setattr(body, thing, getattr(body, thing) - x)
    if new.guns:
        stock = world.sites[body.site].stocks
        more = min(max(0.0, 50.0 * new.guns - new.shells), stock.get(w.STOCK_SHELLS, 0.0))
        new.shells += more
        stock[w.STOCK_SHELLS] = stock.get(w.STOCK_SHELLS, 0.0) - more
    new.n[k] = new.act[k] = men
    new.sev[k] = max(body.sev[k], 1)
    body.n[k] -= men
    body.act[k] -= men
    body.roll -= men
    head.children.append(new)
    world.units.append(new)
    new.last_review, new.next_review = world.minute, world.minute + 30
    world.sites[new.site].units.append(new)
    world.touch(new)
    world.joined(new)
    return new


def fold(world: World, into: Unit, unit: Unit) -> None:
    """All of a detachment joins another body of the family."""
    for k in unit.n:
        into.n[k] += unit.n[k]
    for k in unit.act:
        into.act[k] += unit.act[k]
    for thing in (*THINGS, "roll", *LOST):
        setattr(into, thing, getattr(into, thing) + getattr(unit, thing))
        setattr(unit, thing, 0)
    unit.n = dict.fromkeys(unit.n, 0)
    unit.act = dict.fromkeys(unit.act, 0)
    strike_off(world, unit)
    world.touch(into)


def strike_off(world: World, unit: Unit) -> None:
    """A detachment without men leaves the lists; its losses are its parent's, its rifles stay where it was."""
    head = unit.parent
    for thing in ("roll", *LOST):
        setattr(head, thing, getattr(head, thing) + getattr(unit, thing))
        setattr(unit, thing, 0)
    if unit.site is not None:
        stock = world.sites[unit.site].stocks
        stock[w.STOCK_RIFLES] = stock.get(w.STOCK_RIFLES, 0.0) + unit.rifles
        unit.rifles = 0.0
    for thing in ("machine_guns", "guns", "shells", "cartridges"):
        setattr(head, thing, getattr(head, thing) + getattr(unit, thing))
        setattr(unit, thing, 0)
    world.place(unit, None)
    unit.here, unit.march, unit.order, unit.struck_off = False, None, None, True
    if unit in head.children:
        head.children.remove(unit)
    if unit in world.units:
        world.units.remove(unit)


def clear_empty(world: World) -> None:
    """A detachment without men is struck off, an hour later if it was disarmed (section 2)."""
    for unit in [u for u in world.units if u.parent is not None and not u.present]:
        if world.minute - unit.disarmed >= 60:
            strike_off(world, unit)


# --- marches


def muster_hours(unit: Unit) -> float:
    if unit.parent is not None or unit.duty == w.DUTY_ON_DUTY:
        return 0.5
    return 3.0 if unit.duty == w.DUTY_HOME else UNIT_KINDS[unit.kind][1]


def start_march(world: World, unit: Unit, goal: str, muster_h: float) -> None:
    """Mustering, then hop by hop; one G a march (E4)."""
    factor = world.p["phi"] * dice.gamma4(world.rng)
    unit.march = March(goal, factor, world.minute + world.delay(60.0 * muster_h))
    unit.caught_at = None
    world.touch(unit)
    world.set_off(unit)
    world.log(w.EV_MARCHED, unit.id, unit.site, unit.present, unit.order.cause if unit.order else w.CAUSE_RULE)


def way_to(world: World, unit: Unit, start: str, goal: str) -> list[str] | None:
    """The shortest on foot if nothing stands in its way, else the cheapest (E4). Hops after `start`."""
    from . import calls

    k = unit.serves
    known = world.authorities[k].known if k else {}
    bad = {s for s, x in known.items() if world.hostile(k, x.holder)}
    plain = calls.street_path(world, start, goal)
    if plain is None:
        return None
    if not any(world.sites[s].raised or s in bad for s in plain[1]):
        return [*plain[1], goal]
    best, heap, came = {start: 0.0}, [(0.0, start)], {}
    while heap:
        cost, here = heapq.heappop(heap)
        if here == goal:
            way = []
            while here != start:
                way.append(here)
                here = came[here]
            return way[::-1]
        if cost > best[here] or (world.sites[here].raised and here != start):
            continue
        for there, link in world.near[here]:
            if not link.open or link.kind not in ON_FOOT or (world.sites[there].raised and there != goal):
                continue
            x = cost + link.km * (3.0 if there in bad and there != goal else 1.0)
            if x < best.get(there, math.inf):
                best[there], came[there] = x, here
                heapq.heappush(heap, (x, there))
    return None


def hop(world: World, unit: Unit, here: str) -> None:
    """The next hop begins, or an hour's wait."""
    march = unit.march
    way = way_to(world, unit, here, march.goal)
    if way is None:
        march.path, march.due = [here], world.minute + 60
        return
    km = min(link.km for there, link in world.near[here] if there == way[0] and link.open)
    begun = march.due if march.gone and march.due else max(march.leaves, world.minute - world.step)
    march.path = way
    march.due = begun + math.ceil(60.0 * km / UNIT_KINDS[unit.kind][2] * march.factor)


def advance(world: World) -> None:
    """All marches (section 3, item 10)."""
    for unit in [u for u in world.units if u.march is not None]:
        if unit in world.units:
            go_on(world, unit)


def go_on(world: World, unit: Unit) -> None:
    march = unit.march
    if not march.gone:
        if world.minute < march.leaves:
            return
        if not unit.present:
            return
        if unit.site == march.goal:
            unit.march = None
            world.touch(unit)
            arrive(world, unit, unit.site)
            return
        march.last = unit.site
        hop(world, unit, unit.site)
        march.gone = True
        world.place(unit, None)
        unit.start_men, unit.lost = unit.present, 0
    while unit.march is march and world.minute >= march.due:
        enter(world, unit, march)


def enter(world: World, unit: Unit, march: March) -> None:
    """A column reaches the next site of its way (E4)."""
    here = march.path[0]
    march.last = here
    world.work["arrivals"] += 1
    if here == march.goal:
        unit.march = None
        world.place(unit, here)
        arrive(world, unit, here)
        return
    if enemy_in_way(world, unit, here):
        unit.march = None
        world.place(unit, here)
        unit.order = Order(unit.serves, w.ORDER_TAKE, here, unit.present)
        unit.caught_at = here
        world.log(w.EV_STOPPED_ON_THE_WAY, unit.id, here, unit.present)
        return
    hop(world, unit, here)


def enemy_in_way(world: World, unit: Unit, here: str) -> bool:
    """Hostile bodies of 15 acting, E >= 10, at a site of theirs or nobody's."""
    site = world.sites[here]
    for j in world.foes(unit.serves or ""):
        if site.holder in (None, j) and world.acting_at(here, j) >= 15 and world.force_at(here, j) >= 10.0:
            return True
    return False


def arrive(world: World, unit: Unit, here: str) -> None:
    """At its goal it stands under its order; return joins the parent (E4)."""
    world.log(w.EV_ARRIVED, unit.id, here, unit.present)
    if unit.order is not None and unit.order.kind == w.ORDER_RETURN and unit.parent is not None:
        unit.order = None
        if unit.parent.site == here:
            world.log(w.EV_RETURNED, unit.id, here, unit.present)
            fold(world, unit.parent, unit)
        return
    site = world.sites[here]
    if unit.order is not None and unit.order.kind == w.ORDER_GUARD and site.holder == unit.serves:
        rings.man_gates(world, site, unit.serves, unit)
    contest.notice(world, site)


def send_back(world: World, unit: Unit, cause: int = w.CAUSE_TACTICS, muster_h: float = 0.5) -> None:
    """A detachment sets out for its parent's place, or joins it on the spot."""
    if unit.parent is None or unit.march is not None or unit.site is None or not unit.present:
        return
    home = unit.parent.site
    if unit.site == home:
        fold(world, unit.parent, unit)
        return
    unit.order = Order(unit.serves, w.ORDER_RETURN, home, unit.present, cause=cause)
    start_march(world, unit, home, muster_h)


def board(world: World, unit: Unit, k: str, goal: str, cause: int) -> None:
    """An outside body departs with all who stand with the one it serves; fewer than 10: refused (E4)."""
    k = unit.serves or k
    if unit.here or unit.march is not None:
        return
    men = unit.n[k]
    if men < 10:
        world.log(w.EV_REFUSED, unit.id, None, men, cause)
        return
    rest = unit.present - men
    unit.absent += rest
    unit.n = dict.fromkeys(unit.n, 0) | {k: men}
    unit.act[k], unit.sev[k] = men, 1
    way = [*[town for town in unit.route if town != unit.home], goal]
    unit.route, unit.order = way, Order(k, w.ORDER_GO, goal, men, cause=cause)
    world.outside_bound.append([unit, k, unit.home, world.minute + 60.0])


def trains(world: World) -> None:
    """Town by town at 25 km/h x service (E4)."""
    bound = world.outside_bound
    for row in list(bound):
        unit, k, here, due = row
        if world.minute < due:
            continue
        closed = world.sites[here].closed_to
        crew = next((link.crew for there, link in world.near[here] if link.kind == w.LINK_RAIL and link.crew), None)
        service = 1.0 - stopped_share(world.by_id[crew]) if crew else 1.0
        if k in closed or service < 0.3:
            unit.agitated_until = world.minute + 61
            row[3] = world.minute + 60
            continue
        if not unit.route:
            bound.remove(row)
            come_in(world, unit, k, here)
            continue
        there = unit.route.pop(0)
        km = 1.25 * world.km(here, there)
        row[2], row[3] = (
            there,
            world.minute + 30 + 60.0 * km / (25.0 * service) * world.p["phi"] * dice.gamma4(world.rng),
        )


def come_in(world: World, unit: Unit, k: str, here: str) -> None:
    unit.here = unit.arrived = True
    world.place(unit, here)
    enemy = world.hostile(k, world.sites[here].holder)
    unit.order = Order(k, w.ORDER_TAKE, here, unit.present) if enemy else None
    world.authorities[k].outside_men += unit.present
    world.authorities[k].outside_bodies += 1
    world.log(w.EV_ARRIVED, unit.id, here, unit.present)


def lose(world: World, unit: Unit, side: str, men: int, how: str) -> None:
    """Men leave the ranks: absent, dead, captured or dispersed."""
    men = min(men, unit.n[side])
    unit.n[side] -= men
    unit.act[side] = min(max(0, unit.act[side] - men), unit.n[side])
    setattr(unit, how, getattr(unit, how) + men)
    world.touch(unit)


def go_aloof(world: World, unit: Unit, side: str, men: int) -> None:
    """Men of a detachment walk home aloof; men of a base unit become aloof where they are."""
    men = min(men, unit.act[side])
    if unit.parent is not None:
        unit.act[side] -= men
        choice.move_men(world, unit, unit.parent, side, men, stand=ALOOF)
    else:
        unit.act[side] -= men
        unit.n[side] -= men
        unit.n[ALOOF] += men
        world.touch(unit)
