"""Who hears what, when, and what they then believe: E5 of docs/model.md."""

from __future__ import annotations

import heapq
import math
from dataclasses import dataclass, field

from dualpower import words as w
from dualpower.engine.kinds import NEWS_WEIGHTS

from . import choice, dice, movement
from .world import Order, Unit, World

LINE_MINUTES = {w.LINE_TELEPHONE: 4.0, w.LINE_TELEGRAPH: 20.0, w.LINE_PRINT: 480.0, w.LINE_RADIO: 20.0}
COURIER_KMH = 8.0
RING_KM = 2.0


@dataclass
class News:
    """One item: what kind, whom it favours, where it happened, whether it is true."""

    number: int
    kind: int
    favours: str
    origin: str
    true: bool = True
    size: float = 1.0
    checkable: bool = True


@dataclass
class Call:
    """Something on its way to a unit or to an authority."""

    kind: int
    sender: str
    line: int
    unit: Unit | None = None
    authority: str | None = None
    order: Order | None = None
    news: News | None = None
    size: float = 1.0
    offer: object = None
    lost: bool = False
    check: bool = False
    content: dict = field(default_factory=dict)


# --- lines


def wire_between(world: World, line, a: str, b: str) -> bool:
    """A line joins two sites and is not cut between them."""
    return a in line.joins and b in line.joins and frozenset((a, b)) not in line.cut


def refusal(world: World, line, sender: str) -> float:
    """Chance that a call is refused: the share of the crew that obeys a hostile holder in posture fight (E5)."""
    if sender in line.suppressed:
        return 1.0
    holder = world.sites[line.exchange].holder if line.exchange else None
    staff = world.by_id.get(line.staff) if line.staff else None
    chance = movement.striking_share(world, staff) if staff else 0.0
    if holder and world.hostile(holder, sender) and world.authorities[holder].posture == w.POSTURE_FIGHT:
        if staff is None or not staff.present:
            return 1.0
        k = holder
        obeying = staff.n[k] * choice.start_chance(world, staff, k, 0) / staff.present
        chance = max(chance, obeying)
    return chance


def refusal_now(world: World, line, sender: str) -> float:
    """The crew is asked once a minute, not at every call."""
    minute, chance = world.refusals.get((line.id, sender), (-1, 0.0))
    if minute != world.minute:
        chance = refusal(world, line, sender)
        world.refusals[line.id, sender] = (world.minute, chance)
    return chance


def working_lines(world: World, a: str, b: str, sender: str) -> list[tuple[float, int, float]]:
    """(mean minutes, kind, chance of refusal) of every wire from `a` to `b`, quickest first."""
    found = [
        (LINE_MINUTES[line.kind], line.kind, refusal_now(world, line, sender))
        for line in world.lines.values()
        if line.kind != w.LINE_COURIER and wire_between(world, line, a, b)
    ]
    return sorted(found)


def can_talk(world: World, a: str, b: str, sender: str) -> bool:
    """A check can be had: some telephone or telegraph between the two that is not refused outright."""
    return a == b or any(kind != w.LINE_PRINT and no < 0.5 for _, kind, no in working_lines(world, a, b, sender))


def post(world: World, call: Call, due: float) -> None:
    world.schedule(due, call)


def send(world: World, call: Call, a: str, b: str, courier: bool = True) -> bool:
    """Send by the quickest wire that accepts the call, else by courier (E5). False if there is no way."""
    if a == b:
        post(world, call, world.minute)
        return True
    world.log(w.EV_CALLED, call.sender, b)
    for mean, kind, refused in working_lines(world, a, b, call.sender):
        if kind == w.LINE_PRINT or world.rng.random() < refused:
            continue
        call.line = kind
        post(world, call, world.minute + world.delay(mean))
        return True
    return courier and send_courier(world, call, a, b)


def send_courier(world: World, call: Call, a: str, b: str) -> bool:
    """8 km/h along streets; refused if the hearer is encircled; may be intercepted (E5)."""
    if world.sites[b].encircled:
        world.log(w.EV_LOST, call.sender, b)
        return False
    way = street_path(world, a, b)
    if way is None:
        return False
    km, crossed = way
    call.line = w.LINE_COURIER
    enemy = any(
        world.hostile(call.sender, world.sites[s].holder) and world.armed_at(s, world.sites[s].holder) > 0
        for s in crossed
    )
    call.lost = enemy and world.rng.random() < 0.5
    post(world, call, world.minute + world.delay(60.0 * km / COURIER_KMH))
    return True


def street_path(world: World, a: str, b: str) -> tuple[float, list[str]] | None:
    """Shortest way on foot: (km, sites crossed before the last)."""
    best, heap, came = {a: 0.0}, [(0.0, a)], {}
    while heap:
        km, here = heapq.heappop(heap)
        if here == b:
            crossed, at = [], came.get(b)
            while at is not None and at != a:
                crossed.append(at)
                at = came.get(at)
            return km, crossed
        if km > best[here]:
            continue
        for there, link in world.near[here]:
            if link.open and not world.sites[there].raised and km + link.km < best.get(there, math.inf):
                best[there], came[there] = km + link.km, here
                heapq.heappush(heap, (km + link.km, there))
    return None


def order_unit(world: World, unit: Unit, order: Order) -> bool:
    """An order is a call from the authority's seat to the unit."""
    order.given = world.minute
    world.log(w.EV_ORDERED, unit.id, order.site, 0.0, order.cause)
    where = unit.site
    if where is None:
        return False
    call = Call(w.NEWS_ORDER, order.authority, w.LINE_TELEPHONE, unit=unit, order=order)
    return send(world, call, world.authorities[order.authority].seat, where)


def deliver_due(world: World) -> None:
    """Step 2: every call that is due is delivered or lost."""
    while world.calls and world.calls[0][0] <= world.minute:
        _, _, call = heapq.heappop(world.calls)
        world.work["calls"] += 1
        if call.lost:
            world.log(w.EV_INTERCEPTED, call.sender)
        elif call.unit is not None:
            deliver_unit(world, call)
        elif call.authority is not None:
            deliver_authority(world, call)


def deliver_unit(world: World, call: Call) -> None:
    unit = call.unit
    if not unit.here or not unit.present:
        world.log(w.EV_LOST, call.sender)
        return
    world.log(w.EV_HEARD, unit.id, unit.site)
    if call.line != -1:
        unit.last_word[call.sender] = world.minute
    if call.order is not None:
        movement.hear_order(world, unit, call.order)
    elif call.news is not None:
        hear_news(world, unit, call.news, call.sender if call.line != -1 else "", call.size, call.check)
    elif call.offer is not None:
        call.offer.heard_by_unit(world, unit)


def deliver_authority(world: World, call: Call) -> None:
    if call.offer is not None and world.authorities[call.authority].alive:
        call.offer.heard_by_authority(world, call.authority)


# --- belief


def weigh(world: World, unit: Unit, favours: str, weight: float, credibility: float) -> None:
    """l_k += D, l_j -= D for each j hostile to k; D = 2 chi cred w (1 - pi_k) (E5)."""
    shift = 2.0 * world.p["chi"] * credibility * weight * (1.0 - choice.winning(unit)[favours])
    unit.belief[favours] += shift
    for j in world.foes(favours):
        unit.belief[j] -= shift
    unit.pi = None
    unit.belief.update({k: min(max(x, -20.0), 20.0) for k, x in unit.belief.items()})


def hear_news(world: World, unit: Unit, news: News, sender: str, size: float, checked: bool = False) -> None:
    """First receipt from a source (an authority's wire, or mouth) moves belief (E5)."""
    source = (news.number, sender)
    if source in unit.heard and not checked:
        return
    unit.heard.add(source)
    seat = world.authorities[unit.of].seat if unit.of else None
    check = bool(sender) and seat is not None and unit.site is not None and can_talk(world, unit.site, seat, unit.of)
    if check and news.checkable and not news.true:
        if not checked:
            call = Call(news.kind, sender, w.LINE_TELEPHONE, unit=unit, news=news, size=size, check=True)
            post(world, call, world.minute + world.delay(4.0) + world.delay(4.0))
            return
        unit.trust[sender] *= 1.0 - world.p["delta"]
        world.log(w.EV_CHECKED, unit.id, unit.site)
        world.log(w.EV_DISBELIEVED, unit.id, unit.site)
        return
    trust = unit.trust[sender] if sender else 0.5
    credibility = trust if check else dice.sigmoid(dice.logit(trust) + unit.isolation)
    weigh(world, unit, news.favours, NEWS_WEIGHTS[news.kind] * size, credibility)
    world.log(w.EV_BELIEVED, unit.id, unit.site)


def spread(
    world: World, kind: int, favours: str, origin: str, size: float = 1.0, reporters: list[str] | None = None
) -> News:
    """A fact goes in waves: sight at once; wires of the side that reports it; mouth in rings of 2 km (E5)."""
    world.sequence += 1
    news = News(world.sequence, kind, favours, origin, size=size)
    for unit in list(world.sites[origin].units):
        if unit.present and (news.number, "sight") not in unit.heard:
            unit.heard.add((news.number, "sight"))
            weigh(world, unit, favours, NEWS_WEIGHTS[kind] * size, 1.0)
    for k in reporters or [favours]:
        by_wire(world, news, k)
    by_mouth(world, news)
    return news


def by_wire(world: World, news: News, k: str, units: list[Unit] | None = None) -> None:
    """A side that reports it calls everybody its wires reach."""
    if not world.authorities[k].alive:
        return
    seat = world.authorities[k].seat
    for unit in world.units if units is None else units:
        if unit.here and unit.site is not None and unit.present:
            send(
                world,
                Call(news.kind, k, w.LINE_TELEPHONE, unit=unit, news=news, size=news.size),
                seat,
                unit.site,
                False,
            )


def by_mouth(world: World, news: News) -> None:
    """Ring h = 1..4 (2 km each, the last all) after h x 1.5 h x phi x G4; size grows by exp(xi h + .3 z) (E5)."""
    p, rng = world.p, world.rng
    times = {h: world.minute + world.delay(90.0 * h) for h in (1, 2, 3, 4)}
    sizes = {h: math.exp(p["xi"] * h + 0.3 * rng.gauss(0.0, 1.0)) for h in (1, 2, 3, 4)}
    for unit in world.units:
        if not unit.here or unit.site is None or not unit.present:
            continue
        ring = min(4, 1 + int(world.km(news.origin, unit.site) / RING_KM))
        call = Call(news.kind, news.favours, -1, unit=unit, news=news, size=news.size * sizes[ring])
        post(world, call, times[ring])
    world.log(w.EV_RUMOURED, news.favours, news.origin)


def relax(world: World, unit: Unit, hours: float) -> None:
    """Between calls l_k - mean(l) relaxes over Tb to what is in sight, if two sides are (E5)."""
    if unit.site is None:
        return
    seen = {k: world.armed_at(unit.site, k) for k in world.authorities}
    for there, _ in world.near[unit.site]:
        for k in seen:
            seen[k] += world.armed_at(there, k)
    if sum(x > 0.0 for x in seen.values()) >= 2:
        pull(unit.belief, seen, hours / world.p["Tb"])
        unit.pi = None


def pull(belief: dict[str, float], seen: dict[str, float], ratio: float) -> None:
    """l_k - mean(l) goes to ln((F_k + 50) / (mean F + 50)) by the share 1 - exp(-ratio) (E5)."""
    middle = sum(belief.values()) / len(belief)
    mean = sum(seen.values()) / len(seen)
    for k, old in belief.items():
        target = middle + math.log((seen[k] + 50.0) / (mean + 50.0))
        belief[k] = old + (target - old) * (1.0 - math.exp(-ratio))


def silence(world: World, unit: Unit) -> None:
    """After each 6 h of a dead line to its authority: a weak assertion against it (E5)."""
    if not unit.of or unit.site is None or not world.authorities[unit.of].alive:
        return
    seat = world.authorities[unit.of].seat
    if can_talk(world, unit.site, seat, unit.of):
        unit.silence_told = world.minute
    elif world.minute - unit.silence_told >= 360.0:
        unit.silence_told = world.minute
        foes = [j for j in world.foes(unit.of) if world.authorities[j].alive]
        if foes:
            strongest = max(foes, key=lambda j: unit.belief[j])
            weigh(world, unit, strongest, NEWS_WEIGHTS[w.NEWS_SILENCE], dice.sigmoid(unit.isolation))
            world.log(w.EV_BELIEVED, unit.id, unit.site)
