"""Whom men stand with and whom they obey: E1, E2, E3 of docs/model.md."""

from __future__ import annotations

import math

from dualpower import words as w
from dualpower.engine.kinds import SITE_KINDS, UNIT_KINDS

from . import dice
from .world import ALOOF, Order, Unit, World


def softmax(values: dict[str, float]) -> dict[str, float]:
    top = max(values.values())
    powers = {key: math.exp(x - top) for key, x in values.items()}
    total = sum(powers.values())
    return {key: x / total for key, x in powers.items()}


def winning(unit: Unit) -> dict[str, float]:
    """pi = softmax(l): the chance the unit gives each authority to prevail (E1)."""
    if unit.pi is None:
        unit.pi = softmax(unit.belief)
    return unit.pi


def promise_pull(world: World, unit: Unit, k: str) -> float:
    """sum_i y_i q_k,i r_k: promises weighed by what matters to the unit and by its trust (E1)."""
    made = world.authorities[k].promises
    return sum(y * made[i][0] for i, y in unit.issues.items() if i in made) * unit.trust[k]


def stand_values(world: World, unit: Unit, share: dict[str, float]) -> dict[str, float]:
    """V_k of E1, given the share s_k of peers who stand with each."""
    p, pi, c = world.p, winning(unit), max(1, len(world.contenders))
    values = {ALOOF: p["bP"] * share[ALOOF]}
    for k in world.authorities:
        values[k] = (
            unit.taste[k] + p["bP"] * share[k] + p["bW"] * (pi[k] - 1.0 / c) + p["bT"] * promise_pull(world, unit, k)
        )
    return values


def peer_shares(world: World, unit: Unit) -> dict[str, float]:
    """s_k: half the family's share standing with k, half the share at the same site (E1)."""
    family = world.family_tally(unit)
    own = family.present
    around = world.tally(unit.site) if unit.site is not None else None
    found = {}
    for k in unit.n:
        inside = family.standing[k] / own if own else 0.0
        outside = around.standing[k] / around.present if around and around.present else inside
        found[k] = 0.5 * inside + 0.5 * outside
    return found


def settle_start(world: World) -> None:
    """Start of E1: 60 damped steps of 1/2 from softmax(a), then largest remainder; then duty (E3)."""
    here = [u for u in world.units if u.present]
    share = {u.number: softmax({ALOOF: 0.0, **u.taste}) for u in here}
    total = {s: sum(u.present for u in site.units) for s, site in world.sites.items()}
    for _ in range(60):
        crowd = {
            s: {
                k: sum(share[u.number][k] * u.present for u in site.units if u.present)
                for k in (ALOOF, *world.authorities)
            }
            for s, site in world.sites.items() if total[s]
        }  # fmt: skip
        new = {}
        for u in here:
            own = share[u.number]
            near = {k: x / total[u.site] for k, x in crowd[u.site].items()} if u.here else own
            peers = {k: 0.5 * own[k] + 0.5 * near[k] for k in own}
            target = softmax(stand_values(world, u, peers))
            new[u.number] = {k: 0.5 * (own[k] + target[k]) for k in own}
        share = new
    for u in here:
        u.n = dice.largest_remainder(u.present, share[u.number])
        world.touch(u)
    on_duty = [u for u in here if u.duty == w.DUTY_ON_DUTY and u.of]
    for u in on_duty:
        u.act[u.of] = u.n[u.of]  # who is on duty sees his fellows on duty
        world.touch(u)
    chances = {u.number: dice.sigmoid(obedience(world, u, u.of) - world.p["theta"] + u.e) for u in on_duty}
    for u in on_duty:
        start_duty(world, u, chances[u.number])


def start_duty(world: World, unit: Unit, chance: float) -> None:
    """On-duty units act at l = 1 with the chance S(U - theta + e); others do not act (E3)."""
    k = unit.of
    unit.act[k] = dice.binomial(world.rng, unit.n[k], chance)
    unit.sev[k] = 1
    world.touch(unit)
    unit.order = Order(k, w.ORDER_HOLD, unit.site, 1, cause=w.CAUSE_START)
    unit.known_orders[k] = unit.order


# --- E3


def danger(world: World, unit: Unit, k: str) -> float:
    """d_k = ln(1 + H / (cover (5 + F))): hostile men in arms in sight against our own (E3)."""
    if unit.site is None:
        return 0.0
    site = world.sites[unit.site]
    hostile = world.hostile_armed_at(site.id, k)
    hostile += 0.1 * sum(world.hostile_armed_at(there, k) for there, _ in world.near[site.id])
    if world.first_fire < 0.0:
        hostile *= 0.1
    ours = world.tally(site.id).armed_standing[k]
    return math.log1p(hostile / (SITE_KINDS[site.kind][0] * (5.0 + ours)))


def obedience(world: World, unit: Unit, k: str, with_danger: bool = True) -> float:
    """U_k of E3."""
    p, c = world.p, max(1, len(world.contenders))
    family = world.family_tally(unit)
    inside = family.acting[k] / family.present if family.present else 0.0
    around = world.tally(unit.site) if unit.site is not None else None
    outside = around.acting[k] / around.present if around and around.present else inside
    served = 1.0 if unit.of == k else 0.0
    value = (
        unit.taste[k]
        + p["bW"] * (winning(unit)[k] - 1.0 / c)
        + p["bT"] * promise_pull(world, unit, k)
        + p["bP"] * (inside + outside - 1.0)
        - p["bH"] * unit.hardship * served
        + p["bF"] * math.log1p(world.authorities[k].mourned / 30.0)
    )
    return value - p["bF"] * danger(world, unit, k) if with_danger else value


def start_chance(world: World, unit: Unit, k: str, severity: int) -> float:
    """Start: S(U - c (1 - B_k) [l >= 1] - theta l + e) (E3)."""
    leave = world.p["c"] * (1.0 - unit.bond[k]) if severity >= 1 else 0.0
    return dice.sigmoid(obedience(world, unit, k) - leave - world.p["theta"] * severity + unit.e)


def go_on_chance(world: World, unit: Unit, k: str, severity: float) -> float:
    """Go on: S(U - theta l + e) (E3)."""
    return dice.sigmoid(obedience(world, unit, k) - world.p["theta"] * severity + unit.e)


def thinning(world: World, unit: Unit, k: str, severity: float) -> float:
    """S(U - theta l' + e) / S(U - theta l + e): who stays when more is asked (E3)."""
    if severity <= unit.sev[k]:
        return 1.0
    u, theta = obedience(world, unit, k) + unit.e, world.p["theta"]
    return dice.sigmoid(u - theta * severity) / max(dice.sigmoid(u - theta * unit.sev[k]), 1e-12)


def obey(world: World, unit: Unit, order: Order) -> int:
    """A new order is one occasion for all it reaches (E3). Returns how many act on it now."""
    k, rng = order.authority, world.rng
    start = start_chance(world, unit, k, order.severity)
    stay = thinning(world, unit, k, order.severity)
    going = dice.binomial(rng, unit.act[k], stay)
    coming = dice.binomial(rng, unit.n[k] - unit.act[k], start)
    fresh = unit.known_orders.get(k) is None or unit.act[k] == 0
    unit.act[k] = going + coming
    world.touch(unit)
    unit.sev[k] = order.severity
    unit.known_orders[k] = order
    world.work["reviews"] += 1
    if unit.act[k] == 0:
        world.log(w.EV_REFUSED, unit.id, unit.site, unit.n[k], order.cause)
    elif fresh or coming:
        world.log(w.EV_TURNED_OUT, unit.id, unit.site, coming, order.cause)
        if unit.volunteer:
            world.authorities[k].volunteers += coming
    return unit.act[k]


def severity_raised(world: World, unit: Unit, k: str, severity: int) -> None:
    """Severity rising thins those who act binomially (E3); it stays raised while the order does."""
    if severity > unit.sev[k] and unit.act[k]:
        unit.act[k] = dice.binomial(world.rng, unit.act[k], thinning(world, unit, k, severity))
    unit.sev[k] = max(unit.sev[k], severity)
    world.touch(unit)


def strength(world: World, unit: Unit, k: str, severity: int) -> float:
    """E_u,k(l): effective strength if asked for severity l (E3)."""
    acting = unit.act[k]
    if not acting:
        return 0.0
    armed = unit.armed(acting)
    men = UNIT_KINDS[unit.kind][0] * (armed + 0.02 * (acting - armed)) * thinning(world, unit, k, severity)
    guns = 10.0 * unit.machine_guns * acting / unit.present
    return (men + guns) * (1.0 if unit.cartridges >= 1.0 else 0.1)


def side_strength(world: World, site: str, k: str, severity: int) -> float:
    return sum(strength(world, u, k, severity) for u in world.sites[site].units if u.act[k])


# --- E2


def agitation(world: World, unit: Unit) -> float:
    """A of E2: how stirred up the unit is."""
    if world.minute < unit.agitated_until:
        return 1.0
    if unit.site is None:
        return 0.0
    site = world.sites[unit.site]
    if site.contests and world.minute - site.last_fire > world.step:
        return 0.3
    if unit.volunteer and any(world.authorities[k].calling_out for k in world.authorities):
        return 0.3
    street = site.kind in (w.SITE_STREET, w.SITE_SQUARE)
    crowds = [k for k, men in world.tally(site.id).acting.items() if men] if street else []
    return 0.3 if any(world.hostile(a, b) for a in crowds for b in crowds) else 0.0


def review(world: World, unit: Unit, hours: float) -> None:
    """E2: each man reconsiders at a rate; those who do choose by softmax(V). Then E3 for the order."""
    world.work["reviews"] += 1
    p = world.p
    chance = 1.0 - math.exp(-p["rho"] * (1.0 + p["m"] * agitation(world, unit)) * hours)
    restand(world, unit, chance)
    for k, order in list(unit.known_orders.items()):
        if unit.act[k] or unit.n[k]:
            reobey(world, unit, order, chance)
    send_home_aloof(world, unit)


def restand(world: World, unit: Unit, chance: float) -> None:
    """Those who reconsider choose by softmax(V) (E2)."""
    rng = world.rng
    moved = {}
    for k, men in unit.n.items():
        acting = unit.act.get(k, 0)
        if men:
            moved[k] = (dice.binomial(rng, acting, chance), dice.binomial(rng, men - acting, chance))
    pool = sum(a + b for a, b in moved.values())
    if not pool:
        return
    choice = dice.multinomial(rng, pool, softmax(stand_values(world, unit, peer_shares(world, unit))))
    before = max(unit.n, key=lambda k: unit.n[k])
    for k, (acting, idle) in moved.items():
        unit.n[k] -= acting + idle
        # an acting man who chooses his own side again goes on acting
        stayed = dice.hypergeometric(rng, choice[k], acting, pool) if acting else 0
        if k:
            unit.act[k] -= acting - min(stayed, acting)
    for k, men in choice.items():
        unit.n[k] += men
    for k in unit.act:
        unit.act[k] = min(unit.act[k], unit.n[k])
    world.touch(unit)
    after = max(unit.n, key=lambda k: unit.n[k])
    if before != after and before and after and world.hostile(before, after):
        world.log(w.EV_DEFECTED, unit.id, unit.site, unit.n[after])


def reobey(world: World, unit: Unit, order: Order, chance: float) -> None:
    """Each man not yet acting, and each acting one, reconsiders at E2's rate while the order stands (E3)."""
    k, rng = order.authority, world.rng
    idle = unit.n[k] - unit.act[k]
    leaving = (
        dice.binomial(rng, unit.act[k], chance * (1.0 - go_on_chance(world, unit, k, unit.sev[k])))
        if unit.act[k]
        else 0
    )
    joining = dice.binomial(rng, idle, chance * start_chance(world, unit, k, order.severity)) if idle else 0
    unit.act[k] += joining - leaving
    world.touch(unit)
    if unit.volunteer and joining > 0:
        world.authorities[k].volunteers += joining


def send_home_aloof(world: World, unit: Unit) -> None:
    """Aloof men of a detachment walk home at once unless it is encircled (section 2)."""
    if unit.parent is None or not unit.n[ALOOF]:
        return
    if unit.site is not None and world.sites[unit.site].encircled:
        return
    men = unit.n[ALOOF]
    unit.n[ALOOF] = 0
    world.touch(unit)
    world.touch(unit.parent)
    unit.roll -= men
    unit.parent.roll += men
    unit.parent.n[ALOOF] += men
    world.log(w.EV_WENT_HOME, unit.id, unit.site, men)
