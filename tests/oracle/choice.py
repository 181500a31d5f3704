"""Whom men stand with and whom they obey: E1, E2, E3 of docs/model.md."""

from __future__ import annotations

import math

from dualpower import words as w

from . import dice
from .world import ALOOF, Unit, World

STREET_COVER = 1.3


def softmax(values: dict[str, float]) -> dict[str, float]:
    top = max(values.values())
    powers = {key: math.exp(x - top) for key, x in values.items()}
    total = sum(powers.values())
    return {key: x / total for key, x in powers.items()}


def chances(world: World, belief: dict[str, float]) -> dict[str, float]:
    """pi of E1: softmax over those who contend, 0 for all others."""
    contenders = {k: x for k, x in belief.items() if k in world.contenders}
    return dict.fromkeys(belief, 0.0) | (softmax(contenders) if contenders else {})


def winning(world: World, unit: Unit) -> dict[str, float]:
    """pi of a unit, kept until its belief moves."""
    if unit.pi is None:
        unit.pi = chances(world, unit.belief)
    return unit.pi


def pull(world: World, unit: Unit, k: str) -> float:
    """pull_k of E1."""
    p, made = world.p, world.authorities[k].promises
    promised = unit.trust[k] * sum(y * made.get(i, 0.0) for i, y in unit.issues.items())
    hope = winning(world, unit)[k] - 1.0 / len(world.contenders) if k in world.contenders else 0.0
    return unit.taste[k] + p["bW"] * hope + p["bT"] * promised


def choosable(world: World, unit: Unit, k: str) -> bool:
    """Whether standing with k is open to a man of the unit: one who contends, or one to whom it has a tie (E1)."""
    authority = world.authorities[k]
    if not authority.alive or k in world.contenders:
        return authority.alive
    base = unit.parent or unit
    promised = any(y * authority.promises.get(i, 0.0) for i, y in unit.issues.items()) and unit.trust[k]
    return base.of == k or k in base.ties or bool(promised)


def own_standing(unit: Unit) -> dict[str, int]:
    """Own people: a base unit's with its men who are out, a detachment's with its parent's (E1)."""
    found = dict(unit.n)
    if unit.parent is not None:
        for k, men in unit.parent.n.items():
            found[k] += men
    for child in unit.children:
        found[child.serves or ALOOF] += child.present
    return found


def own_acting(unit: Unit, k: str) -> int:
    """Own people who act for k: men who are out count as acting for the side they were sent for (E3)."""
    men = unit.act[k] + unit.stopped.get(k, 0)
    if unit.parent is not None:
        men += unit.parent.act[k] + unit.parent.stopped.get(k, 0)
    return men + sum(child.present for child in unit.children if child.serves == k)


def blend(own: float, own_all: float, near: float, near_all: float) -> float:
    """Half own people, half all people at the site; own only when there are no others."""
    mine = own / own_all if own_all else 0.0
    return 0.5 * mine + 0.5 * near / near_all if near_all else mine


def peers(world: World, unit: Unit) -> dict[str, float]:
    """s_k of E1."""
    own = own_standing(unit)
    total = sum(own.values())
    around = world.tally(unit.site) if unit.site is not None and unit.here else None
    return {k: blend(own[k], total, around.standing[k] if around else 0, around.present if around else 0) for k in own}


def choose_by(world: World, unit: Unit) -> dict[str, float]:
    """P of E1."""
    share, bp = peers(world, unit), world.p["bP"]
    values = {ALOOF: bp * share[ALOOF]}
    for k in world.authorities:
        if choosable(world, unit, k):
            values[k] = pull(world, unit, k) + bp * share[k]
    return softmax(values)


def settle_start(world: World) -> None:
    """Stands and duty at the start (section 5, items 4 and 5)."""
    here = [u for u in world.units if u.present]
    for u in here:
        men = u.present
        place(u, men, softmax({ALOOF: 0.0, **{k: x for k, x in u.taste.items() if choosable(world, u, k)}}))
        world.touch(u)
    for _ in range(60):
        moved = False
        for u in here:
            men, before = u.present, dict(u.n)
            share = choose_by(world, u)
            middle = {k: (u.n[k] + men * share.get(k, 0.0)) / 2.0 / men for k in u.n}
            place(u, men, middle)
            world.touch(u)
            moved = moved or u.n != before
        if not moved:
            break
    on_duty = [u for u in here if u.duty == w.DUTY_ON_DUTY and u.of]
    for u in on_duty:
        u.act[u.of], u.sev[u.of] = u.n[u.of], 1
        world.touch(u)
    chances = {u.number: dice.sigmoid(obedience(world, u, u.of) - world.p["theta"]) for u in on_duty}
    for u in on_duty:
        u.act[u.of] = dice.binomial(world.rng, u.n[u.of], chances[u.number])
        world.touch(u)


def place(unit: Unit, men: int, share: dict[str, float]) -> None:
    """Whole men rounded half up, authorities in order, the rest aloof."""
    left = men
    for k in unit.act:
        unit.n[k] = min(left, int(men * share.get(k, 0.0) + 0.5))
        left -= unit.n[k]
    unit.n[ALOOF] = left


# --- E3


def danger(world: World, unit: Unit, k: str) -> float:
    """d_k of E3."""
    if unit.site is None or not unit.here:
        return 0.0
    site = world.sites[unit.site]
    hostile = world.hostile_force(site.id, k)
    hostile += 0.1 * sum(world.hostile_force(there, k) for there in world.neighbours[site.id])
    if world.first_fire < 0.0:
        hostile *= 0.1
    cover = site.cover if site.holder == k else STREET_COVER
    return math.log1p(hostile / (cover * (5.0 + world.tally(site.id).armed_standing[k])))


def calm(world: World, unit: Unit, k: str) -> float:
    """U'_k of E3: obedience before danger."""
    p = world.p
    people = sum(own_standing(unit).values())
    around = world.tally(unit.site) if unit.site is not None and unit.here else None
    near = around.acting[k] + around.stopped[k] if around else 0
    z = blend(own_acting(unit, k), people, near, around.present if around else 0)
    return (
        pull(world, unit, k)
        + p["bP"] * (2.0 * z - 1.0)
        + unit.e
        - (p["bH"] * unit.hardship if unit.serves == k else 0.0)
        + p["bF"] * math.log1p(world.authorities[k].grief / 30.0)
    )


def obedience(world: World, unit: Unit, k: str) -> float:
    """U_k of E3."""
    return calm(world, unit, k) - world.p["bF"] * danger(world, unit, k)


def start_chance(world: World, unit: Unit, k: str, severity: int, share: float = 1.0) -> float:
    leave = world.p["c"] * (1.0 - unit.bond[k] * share) if severity >= 1 else 0.0
    return dice.sigmoid(obedience(world, unit, k) - leave - world.p["theta"] * severity)


def willing(world: World, unit: Unit, k: str, severity: int) -> float:
    """thin(severity asked, L), 1 if L is not higher."""
    return thin(world, unit, k, max(unit.sev[k], 0), severity)


def thin(world: World, unit: Unit, k: str, asked: int, severity: int) -> float:
    """Share of those who act at the severity asked who would at another; 1 if it is not higher."""
    if severity <= asked:
        return 1.0
    u, theta = obedience(world, unit, k), world.p["theta"]
    return dice.sigmoid(u - theta * severity) / max(dice.sigmoid(u - theta * asked), 1e-12)


def occasion(world: World, unit: Unit, k: str, share: float = 1.0) -> int:
    """Each man standing with k and not acting starts with start(1)."""
    world.work["reviews"] += 1
    come = dice.binomial(world.rng, unit.n[k] - unit.act[k], start_chance(world, unit, k, 1, share))
    unit.act[k] += come
    unit.sev[k] = max(unit.sev[k], 1)
    world.touch(unit)
    if unit.volunteer:
        world.authorities[k].volunteers += come
    return come


def harden(world: World, unit: Unit, k: str, severity: int) -> None:
    """The severity asked rises and thins those who act (E3)."""
    if severity > unit.sev[k]:
        if unit.act[k]:
            unit.act[k] = dice.binomial(world.rng, unit.act[k], willing(world, unit, k, severity))
        unit.sev[k] = severity
        world.touch(unit)


# --- E2


def agitation(world: World, unit: Unit) -> float:
    if world.minute < unit.agitated_until:
        return 1.0
    if unit.volunteer and unit.serves and unit.sev[unit.serves] >= 0:
        return 0.3
    contest = world.sites[unit.site].contest if unit.site is not None else None
    return 0.3 if contest is not None and not contest.fired else 0.0


def review(world: World, unit: Unit, hours: float) -> None:
    """E2, then obedience between orders (E3)."""
    world.work["reviews"] += 1
    p = world.p
    chance = 1.0 - math.exp(-p["rho"] * (1.0 + p["m"] * agitation(world, unit)) * hours)
    restand(world, unit, chance)
    for k in world.authorities:
        if unit.sev[k] >= 0:
            reobey(world, unit, k, chance)
        if unit.order is not None and unit.order.kind == w.ORDER_STOP_WORK and unit.order.authority == k:
            restrike(world, unit, k, chance)
    walk_home(world, unit)
    serve_anew(world, unit)


def restand(world: World, unit: Unit, chance: float) -> None:
    share, rng = choose_by(world, unit), world.rng
    pool = {k: dice.binomial(rng, men, chance) for k, men in unit.n.items()}
    if not any(pool.values()):
        return
    new = dict(unit.n)
    for k, men in pool.items():
        if not men:
            continue
        chosen = dice.multinomial(rng, men, share)
        leave = men - chosen.get(k, 0)
        if k and unit.n[k]:
            unit.act[k] -= round(leave * unit.act[k] / unit.n[k])
        new[k] -= men
        for j, come in chosen.items():
            new[j] += come
    unit.n = new
    for k in unit.act:
        unit.act[k] = min(unit.act[k], unit.n[k])
    world.touch(unit)


def reobey(world: World, unit: Unit, k: str, chance: float) -> None:
    """Between orders men begin and cease at E2's rate, both at the severity asked (E3)."""
    rng, severity = world.rng, unit.sev[k]
    idle = unit.n[k] - unit.act[k]
    if not unit.n[k]:
        return
    u = obedience(world, unit, k) - world.p["theta"] * severity
    leave = world.p["c"] * (1.0 - unit.bond[k]) if severity >= 1 else 0.0
    joining = dice.binomial(rng, idle, chance * dice.sigmoid(u - leave))
    leaving = dice.binomial(rng, unit.act[k], chance * (1.0 - dice.sigmoid(u)))
    unit.act[k] += joining - leaving
    world.touch(unit)
    if unit.volunteer and unit.parent is None:
        world.authorities[k].volunteers += joining


def restrike(world: World, unit: Unit, k: str, chance: float) -> None:
    """A strike is reconsidered at E2's rate while its order stands (E3)."""
    s = dice.sigmoid(obedience(world, unit, k))
    on = unit.stopped[k]
    join = dice.binomial(world.rng, max(0, unit.present - sum(unit.stopped.values())), chance * s)
    unit.stopped[k] += join - dice.binomial(world.rng, on, chance * (1.0 - s))
    world.touch(unit)


def walk_home(world: World, unit: Unit) -> None:
    """Men of a detachment who stand elsewhere than it serves walk home at once unless encircled (E2)."""
    if unit.parent is None or world.ringed(unit):
        return
    for k in list(unit.n):
        if k != unit.serves and unit.n[k]:
            move_men(world, unit, unit.parent, k, unit.n[k])


def move_men(world: World, unit: Unit, to: Unit, k: str, men: int, stand: str | None = None) -> None:
    """Men with their part of roll and rifles go from one body to another of the family; they do not act there."""
    total = unit.present
    rifles = unit.rifles * men / total if total else 0.0
    unit.rifles -= rifles
    to.rifles += rifles
    unit.n[k] -= men
    if k:
        unit.act[k] = min(unit.act[k], unit.n[k])
    unit.roll -= men
    to.roll += men
    to.n[k if stand is None else stand] += men
    world.touch(unit)
    world.touch(to)
    world.log(w.EV_WENT_HOME, unit.id, unit.site, men)


def serve_anew(world: World, unit: Unit) -> None:
    """More than half of a base unit's people stand with an enemy of the one it serves (E2)."""
    if unit.parent is not None or unit.serves is None:
        return
    for k in world.foes(unit.serves):
        if unit.n[k] * 2 > unit.present:
            unit.serves = k
            world.log(w.EV_DEFECTED, unit.id, unit.site, unit.n[k])
            return
