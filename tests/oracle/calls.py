"""Who hears what, when, and what they then believe: E5 of docs/model.md."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass, field

from dualpower import words as w
from dualpower.engine.kinds import NEWS_WEIGHTS

from . import choice, dice, movement
from .world import FIGHT, Order, Unit, World

WIRES = {w.LINE_TELEPHONE: 4.0, w.LINE_TELEGRAPH: 20.0, w.LINE_RADIO: 20.0}
COURIER_KMH = 8.0
CHECK_KM = 4.0


@dataclass
class News:
    """One item: what kind, whom it favours, where it happened, who tells it."""

    kind: int
    favours: str | None
    origin: str
    teller: str | None
    weight: float
    size: float = 1.0
    dead: float = 0.0  # a tale of deaths
    damage: float = 0.0
    audience: set[str] | None = None
    of: str | None = None  # whose dead
    heard: set = field(default_factory=set)  # (unit, source)
    sizes: dict[int, float] = field(default_factory=dict)


@dataclass
class Wave:
    """A wave of an item: ``how`` is wire, print or the ring of mouth 1..4."""

    news: News
    how: str | int


@dataclass
class Call:
    """Something on its way to a body."""

    sender: str
    unit: Unit | None  # None: leaders
    order: Order | None = None
    offer: object = None


# --- lines


def wire(world: World, a: str, b: str):
    """The quickest wire that joins both ends and is not cut."""
    found = [
        (WIRES[line.kind], key)
        for key, line in world.lines.items()
        if line.kind in WIRES and a in line.joins and b in line.joins and frozenset((a, b)) not in line.cut
    ]
    return world.lines[min(found)[1]] if found else None


def has_wire(world: World, unit: Unit, to: str) -> bool:
    return unit.site is not None and unit.site != to and wire(world, unit.site, to) is not None


def refusal(world: World, line, caller: str) -> float:
    """1 - (1 - stopped)(1 - x) (E5)."""
    if line.staff is None:
        return 0.0 if caller not in line.suppressed else 1.0
    staff = world.by_id[line.staff]
    if not staff.present:
        return 1.0
    stopped = movement.stopped_share(staff)
    holder = world.sites[line.exchange].holder if line.exchange else None
    x = 0.0
    if holder and (
        caller in line.suppressed
        or (world.hostile(holder, caller) and world.authorities[holder].posture == FIGHT)
    ):  # fmt: skip
        x = dice.sigmoid(choice.obedience(world, staff, holder))
    return 1.0 - (1.0 - stopped) * (1.0 - x)


def can_check(world: World, unit: Unit, place: str) -> bool:
    """At the place, or by a wire, or not encircled and under 4 km of way off (E5)."""
    if unit.site is None:
        return False
    if unit.site == place or wire(world, unit.site, place) is not None:
        return True
    way = street_path(world, unit.site, place)
    return not world.ringed(unit) and way is not None and way[0] < CHECK_KM


def send(world: World, call: Call, a: str) -> bool:
    """From site to site: at once, by wire, or by courier (E5). False if lost."""
    unit = call.unit
    b = unit.site
    if b is None and unit.parent is not None:
        b = unit.march.path[0] if unit.march and unit.march.path else unit.parent.site
    if b is None:
        world.log(w.EV_LOST, call.sender)
        return False
    return carry(world, call.sender, a, b, call)


def carry(world: World, sender: str, a: str, b: str, call: Call) -> bool:
    """A call on its way between two sites (E5)."""
    if a == b:
        world.schedule(world.minute + world.delay(5.0), call)
        return True
    line = wire(world, a, b)
    if line is not None and world.rng.random() >= refusal(world, line, sender):
        world.schedule(world.minute + world.delay(WIRES[line.kind]), call)
        return True
    return courier(world, call, a, b)


def courier(world: World, call: Call, a: str, b: str) -> bool:
    way = street_path(world, a, b)
    if way is None or any(world.hostile(call.sender, j) for j in world.sites[b].ring):
        world.log(w.EV_LOST, call.sender, b)
        return False
    km, between = way
    crossed = any(
        world.hostile(call.sender, world.sites[s].holder) and world.force_at(s, world.sites[s].holder) >= 15.0
        for s in between
    )
    if crossed and world.rng.random() < 0.5:
        world.log(w.EV_INTERCEPTED, call.sender, b)
        return False
    world.schedule(world.minute + world.delay(10.0 + 60.0 * km / COURIER_KMH), call)
    return True


def street_path(world: World, a: str, b: str) -> tuple[float, list[str]] | None:
    """Shortest way on foot by links open at the start: (km, sites between its ends)."""
    if (a, b) not in world.ways:
        world.ways[a, b] = shortest(world, a, b)
    return world.ways[a, b]


def shortest(world: World, a: str, b: str) -> tuple[float, list[str]] | None:
    best, heap, came = {a: 0.0}, [(0.0, a)], {}
    while heap:
        km, here = heapq.heappop(heap)
        if here == b:
            between, at = [], came.get(b)
            while at is not None and at != a:
                between.append(at)
                at = came[at]
            return km, between[::-1]
        if km > best[here]:
            continue
        for there, link in world.near[here]:
            if link.open and link.kind not in (w.LINK_RAIL, w.LINK_WATER) and km + link.km < best.get(there, math.inf):
                best[there], came[there] = km + link.km, here
                heapq.heappush(heap, (km + link.km, there))
    return None


def order_unit(world: World, unit: Unit, order: Order) -> bool:
    """An order is a call from the authority's seat to the unit."""
    world.log(w.EV_ORDERED, unit.id, order.site, 0.0, order.cause)
    sent = send(world, Call(order.authority, unit, order), world.authorities[order.authority].seat)
    if sent and order.kind != w.ORDER_TURN_OUT:
        unit.errands += 1
    return sent


def deliver_due(world: World) -> None:
    """Section 3, item 4: every call due by now is delivered, elder first."""
    while world.calls and world.calls[0][0] <= world.minute:
        deliver(world, heapq.heappop(world.calls)[2])


def deliver(world: World, call: Call | Wave) -> None:
    world.work["calls"] += 1
    if isinstance(call, Wave):
        wave(world, call.news, call.how)
        return
    unit = call.unit
    if unit is None:
        call.offer.heard(world)
        return
    if call.order is not None and call.order.kind != w.ORDER_TURN_OUT:
        unit.errands -= 1
    if unit.struck_off:
        if unit.parent is None:
            return
        unit = unit.parent
    if not unit.here:
        return
    unit.last_word[call.sender] = world.minute
    if call.order is not None:
        movement.hear_order(world, unit, call.order)
    else:
        call.offer.heard(world, unit)


# --- belief


def shift(world: World, belief: dict[str, float], favours: str, weight: float, credibility: float) -> None:
    """l_k += D, l_j -= D for each j hostile to k; D = 2 chi cred w (1 - pi_k) (E5)."""
    d = 2.0 * world.p["chi"] * credibility * weight * (1.0 - choice.chances(world, belief)[favours])
    belief[favours] += d
    for j in world.foes(favours):
        belief[j] -= d
    for k, x in belief.items():
        belief[k] = min(max(x, -12.0), 12.0)


def weigh(world: World, unit: Unit, favours: str, weight: float, credibility: float) -> None:
    shift(world, unit.belief, favours, weight, credibility)
    unit.pi = None


def spread(
    world: World, kind: int, favours: str | None, origin: str, teller: str | None, *, weight: float | None = None,
    dead: float = 0.0, damage: float = 0.0, audience: set[str] | None = None, size: float = 1.0,
    of: str | None = None, printed: bool = False,
) -> News:  # fmt: skip
    """A fact goes in waves: sight at once; wires; mouth in rings; proclamations also in print (E5)."""
    item = News(
        kind, favours, origin, teller, NEWS_WEIGHTS[kind] if weight is None else weight, size, dead, damage, audience,
        of=of,
    )  # fmt: skip
    p, rng = world.p, world.rng
    for unit in list(world.sites[origin].units):
        take(world, item, unit, "sight", 1.0)
    if teller is not None:
        world.schedule(world.minute + world.delay(20.0), Wave(item, "wire"))
        if printed:
            world.schedule(world.minute + world.delay(480.0), Wave(item, "print"))
    for h in (1, 2, 3, 4):
        item.sizes[h] = math.exp(p["xi"] * h + 0.3 * rng.gauss(0.0, 1.0))
        world.schedule(world.minute + world.delay(90.0 * h), Wave(item, h))
    return item


def wave(world: World, item: News, how: str | int) -> None:
    """One wave comes: units in reach, then leaders."""
    world.log(w.EV_RUMOURED, item.favours or "", item.origin)
    k = item.teller
    seat = world.authorities[k].seat if k else None
    for unit in world.units:
        if not unit.here or unit.site is None or unit.struck_off or (world.ringed(unit) and how != "wire"):
            continue
        if how == "wire" and not wired(world, unit, k, seat):
            continue
        if isinstance(how, int) and how < 4 and world.km(item.origin, unit.site) > 2.0 * how:
            continue
        size = item.sizes[how] if isinstance(how, int) else 1.0
        take(world, item, unit, "mouth" if isinstance(how, int) else k, size)
    leaders_hear(world, item, how)
    if how == 2 and item.dead:
        world.authorities[item.of].grief += item.dead * item.sizes[2]
    if how == 4 and item.damage:
        world.told_damage = max(world.told_damage, item.damage * item.sizes[4])


def wired(world: World, unit: Unit, k: str, seat: str) -> bool:
    if any(world.hostile(k, j) for j in world.sites[unit.site].ring):
        return False
    return unit.site == seat or unit.serves == k or wire(world, unit.site, seat) is not None


def take(world: World, item: News, unit: Unit, source: str, size: float) -> None:
    """A unit takes an item once from each source."""
    if (unit.number, source) in item.heard or (item.audience is not None and unit.serves not in item.audience):
        return
    if not unit.present or item.favours is None:
        return
    item.heard.add((unit.number, source))
    if source == "sight":
        credibility = 1.0
    else:
        r = 0.5 if source == "mouth" else unit.trust[source]
        credibility = r if can_check(world, unit, item.origin) else dice.sigmoid(dice.logit(r) + unit.isolation)
    if source not in ("sight", "mouth"):
        unit.last_word[source] = world.minute
    weigh(world, unit, item.favours, item.weight * size * item.size, credibility)
    world.log(w.EV_BELIEVED, unit.id, unit.site)


def leaders_hear(world: World, item: News, how: str | int) -> None:
    if item.favours is None:
        return
    for key, a in world.authorities.items():
        if not a.alive:
            continue
        if isinstance(how, int):
            km = world.km(item.origin, a.seat)
            first = min(4, max(1, math.ceil(km / 2.0)))
            if how == first:
                shift(world, a.belief, item.favours, item.weight * item.sizes[how] * item.size, 0.5)
            continue
        r = 0.9 if item.teller == key else a.trust[item.teller]
        shift(world, a.belief, item.favours, item.weight * item.size, r)


def relax(world: World, unit: Unit, hours: float) -> None:
    """Drift, at each review of a unit not marching (E5)."""
    if unit.site is None:
        return
    seen = {k: world.force_at(unit.site, k) for k in world.authorities}
    for there in world.neighbours[unit.site]:
        for k in seen:
            seen[k] += world.force_at(there, k)
    if sum(x > 0.0 for x in seen.values()) >= 2:
        drift(unit.belief, seen, hours / world.p["Tb"])
        unit.pi = None


def drift(belief: dict[str, float], seen: dict[str, float], ratio: float) -> None:
    """l_k - mean(l) goes to f_k - mean(f), keeping exp(-d/Tb) of the difference (E5)."""
    f = {k: math.log(x + 50.0) for k, x in seen.items()}
    middle, mean, keep = sum(belief.values()) / len(belief), sum(f.values()) / len(f), math.exp(-ratio)
    for k, old in belief.items():
        target = f[k] - mean
        belief[k] = middle + target + (old - middle - target) * keep


def silence(world: World, unit: Unit) -> None:
    """After each 6 h without a call from the one it serves, if encircled and without a wire to the seat (E5)."""
    k = unit.serves
    if k is None or unit.site is None or not world.ringed(unit):
        return
    since = max(unit.last_word[k], unit.silence_told)
    if world.minute - since < 360 or has_wire(world, unit, world.authorities[k].seat):
        return
    unit.silence_told = world.minute
    for j in world.foes(k):
        if world.authorities[j].alive:
            weigh(world, unit, j, NEWS_WEIGHTS[w.NEWS_SILENCE], 1.0)
            return
