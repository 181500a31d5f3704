"""Men face to face: walking in, terms, fire, breaking, guns: E6 of docs/model.md."""

from __future__ import annotations

import math

from dualpower import words as w

from . import calls, choice, dice, movement, rings
from .world import FIGHT, Contest, Order, Site, Unit, World

COMING = {w.ORDER_TAKE, w.ORDER_ASSAULT, w.ORDER_RING, w.ORDER_HOLD, w.ORDER_SEARCH}
FRONTAGE, COMPANY = 100.0, 150
STREET_COVER, COLUMN_COVER, DISARMED_COVER = 1.3, 0.05, 0.02


def bodies(site: Site, k: str) -> list[Unit]:
    return [u for u in site.units if u.act[k] and not u.mustering]


def largest(site: Site, k: str) -> Unit | None:
    return max(bodies(site, k), key=lambda u: u.act[k], default=None)


def comers(world: World, site: Site) -> dict[str, int]:
    """Men at the site who came for it, by authority."""
    found: dict[str, int] = {}
    for unit in site.units:
        if unit.order is None or unit.mustering or unit.order.kind not in COMING:
            continue
        j = unit.order.authority
        if unit.act[j] and j != site.holder and (site.holder is None or world.hostile(j, site.holder)):
            found[j] = found.get(j, 0) + unit.act[j]
    return found


def side(world: World, site: Site, k: str) -> float:
    """Ec: strength of a side at the site, cut by its entrances; a garrison that is tied counts less."""
    e = min(world.force_at(site.id, k), FRONTAGE * site.entrances)
    return e * (1.0 - site.tied) if k == site.holder else e


def marks(world: World, site: Site, k: str) -> float:
    """Mc: men acting for a side at the site who can be hit, cut by its entrances."""
    return min(float(world.acting_at(site.id, k)), FRONTAGE * site.entrances)


def keeping(world: World, unit: Unit) -> bool:
    return world.minute < unit.ceased_until


def free(world: World, site: Site, k: str) -> float:
    """Share of a side that does not keep a cease-fire."""
    all_men = sum(u.act[k] for u in bodies(site, k))
    return sum(u.act[k] for u in bodies(site, k) if not keeping(world, u)) / all_men if all_men else 0.0


def resolve(world: World) -> None:
    """Section 3, item 13."""
    lay_guns(world)
    for site in world.sites.values():
        one_site(world, site)


def one_site(world: World, site: Site) -> None:
    if site.units or site.contest:
        notice(world, site)
        if site.contest:
            one_contest(world, site, site.contest)
    if site.tied and world.minute % 30 == 0:
        site.tied *= 0.92
    shelled(world, site)
    shoot_disarmed(world, site)


def notice(world: World, site: Site) -> None:
    """A contest begins when there is a comer and ends when there is none."""
    men = comers(world, site)
    if not men:
        if site.contest:
            end(world, site)
        return
    before = site.contest.comer if site.contest else None
    comer = max(men, key=lambda j: (men[j], j == before))
    if site.contest is None:
        site.contest = Contest(site.id, comer, world.minute, world.minute + world.delay(60.0))
        for unit in site.units:
            unit.start_men, unit.lost = unit.present, 0
        world.opened(site)
        world.log(w.EV_PARLEYED, comer, site.id)
    site.contest.comer = comer


def end(world: World, site: Site) -> None:
    """The severity asked is 1 again when the contest ends (E3)."""
    site.contest = None
    for unit in site.units:
        for k in unit.sev:
            unit.sev[k] = min(unit.sev[k], 1)


def rival(world: World, site: Site, j: str) -> str | None:
    """At a place nobody holds: the enemy of the comer with most men, 15 at least (E6, 1)."""
    men = {k: world.acting_at(site.id, k) for k in world.foes(j)}
    best = max(men, key=lambda k: men[k], default=None)
    return best if best and men[best] >= 15 else None


def one_contest(world: World, site: Site, c: Contest) -> None:
    j = c.comer
    c.holder = site.holder or rival(world, site, j)
    if world.minute >= c.ready:
        if c.holder is None or walks_in(world, site, c):
            take_site(world, site, j)
            return
        if world.minute % 30 == 0:
            parley(world, site, c)
    if c.holder is None:
        return
    open_fire(world, site, c)
    if world.minute >= c.ready and press_on(world, site, c):
        return
    fire_and_losses(world, site, c)
    if site.contest is c:
        break_sides(world, site, c)


def walks_in(world: World, site: Site, c: Contest) -> bool:
    if all(keeping(world, u) for u in bodies(site, c.comer)):
        return False
    acting = sum(u.act[c.holder] for u in bodies(site, c.holder))
    if not acting:
        return True
    if acting >= 15 * site.entrances:
        return False
    ours, theirs = largest(site, c.comer), largest(site, c.holder)
    e_h = side(world, site, c.holder) * choice.willing(world, theirs, c.holder, 2)
    return e_h < 0.05 * side(world, site, c.comer) * choice.willing(world, ours, c.comer, 3)


# --- terms


def local_share(world: World, site: Site, h: str) -> float:
    own = world.force_at(site.id, h)
    foe = world.hostile_force(site.id, h)
    return own / (own + foe) if own + foe > 0.0 else 0.5


def margin(world: World, site: Site, c: Contest | None, h: str, unit: Unit, x: float, j: str) -> float | None:
    """How far x max(r_j, .3) exceeds sqrt(share x pi_own) - L - .1 h; None if not by more than zt."""
    own, foe = marks(world, site, h), side(world, site, j)
    loss = min(0.5, 6.0 * loss_rate(world, own, foe, 1.0, site.cover) / own) if own > 0.0 else 0.0
    if c is None:
        z = dice.logistic(world.rng, 0.1)
    else:
        z = c.temper.setdefault(unit.number, dice.logistic(world.rng, 0.1))
    p = math.sqrt(max(0.0, local_share(world, site, h) * choice.winning(world, unit)[h]))
    more = x * max(unit.trust[j], 0.3) - (p - loss - 0.1 * unit.hardship)
    return more if more > z else None


def parley(world: World, site: Site, c: Contest) -> None:
    share = local_share(world, site, c.holder)
    disarm = c.first_fire >= 0.0
    for unit in bodies(site, c.holder):
        before = c.asked.get(unit.number)
        if before is not None and share >= before - 0.1:
            continue
        c.asked[unit.number] = share
        more = margin(world, site, c, c.holder, unit, 0.7, c.comer)
        if more is not None:
            yield_companies(world, site, unit, c.holder, c.comer, more, disarm)


def yield_companies(world: World, site: Site, unit: Unit, k: str, to: str, more: float, disarm: bool) -> None:
    """The first company and Binomial(rest, S(10 x margin)) others (E6)."""
    companies = math.ceil(unit.act[k] / COMPANY)
    go = 1 + dice.binomial(world.rng, companies - 1, dice.sigmoid(10.0 * more))
    men = unit.act[k] if go == companies else min(unit.act[k], go * COMPANY)
    world.log(w.EV_SURRENDERED, unit.id, site.id, men)
    lay_down(world, site, unit, k, men, to, captured=disarm)


def lay_down(world: World, site: Site, unit: Unit, k: str, men: int, to: str, *, captured: bool) -> None:
    """They stop acting and their rifles pass to the site's stock."""
    rifles = min(unit.rifles, men)
    unit.rifles -= rifles
    site.stocks[w.STOCK_RIFLES] = site.stocks.get(w.STOCK_RIFLES, 0.0) + rifles
    if captured:
        movement.lose(world, unit, k, men, "captured")
        unit.captor, unit.disarmed = to, world.minute
    elif unit.parent is not None:
        unit.act[k] -= men
        choice.move_men(world, unit, unit.parent, k, men)
    else:
        unit.act[k] -= men
    unit.sev[k] = min(unit.sev[k], 0)
    world.touch(unit)


# --- fire


def open_fire(world: World, site: Site, c: Contest) -> None:
    a, d = c.comer, c.holder
    if not bodies(site, a) or not bodies(site, d):
        return
    for k, other in ((d, a), (a, d)):
        unit = largest(site, k)
        if k in c.fired or unit is None:
            continue
        if c.first_fire >= 0.0 and world.minute < c.first_fire + 30 and unit.caught_at == site.id:
            continue
        order = unit.order.kind if unit.order else w.ORDER_NONE
        if world.authorities[k].posture == FIGHT or order == w.ORDER_ASSAULT or other in c.fired:
            rate = 1.5 * choice.willing(world, unit, k, 2)
            if order == w.ORDER_RING and other not in c.fired:
                rate *= 0.1
        else:
            rate = world.p["rho"] * both_willing(world, site, c)
        if world.happens(rate * free(world, site, k) * world.hours):
            fires(world, site, c, k)


def both_willing(world: World, site: Site, c: Contest) -> float:
    product = 1.0
    for k in (c.comer, c.holder):
        unit = largest(site, k)
        product *= dice.sigmoid(choice.obedience(world, unit, k) - 2.0 * world.p["theta"])
    return product


def fires(world: World, site: Site, c: Contest, k: str, severity: int = 2) -> None:
    """A side opens fire: thinned to L = 2; the other goes to posture fight at its next thought."""
    c.fired.add(k)
    other = c.holder if k == c.comer else c.comer
    if c.first_fire < 0.0:
        c.first_fire = world.minute
        world.log(w.EV_FIRED_FIRST, k, site.id)
    if world.first_fire < 0.0:
        world.first_fire = world.minute
    world.last_fire = site.last_fire = world.minute
    for unit in bodies(site, k):
        choice.harden(world, unit, k, severity)
    if other and not world.at_truce(k, other):
        world.authorities[other].fired_on = True


def press_on(world: World, site: Site, c: Contest) -> bool:
    """Assault, repulse, or going home. True if the contest is over."""
    now, a, d = world.minute, c.comer, c.holder
    if c.storming:
        if now >= c.storm_until:
            c.storm_until = -1.0
            site.repulses[a] += 1
            world.log(w.EV_REPULSED, a, site.id)
            c.ready = now + world.delay(180.0)
            if site.repulses[a] % 2 == 0:
                go_home(world, site, a, 720.0)
                return True
        return False
    if free(world, site, a) < 0.5:
        return False
    orders = [u.order.kind for u in bodies(site, a) if u.order and u.order.authority == a]
    wants = w.ORDER_ASSAULT in orders or (w.ORDER_TAKE in orders and world.authorities[a].posture == FIGHT)
    if wants and side(world, site, a) >= 0.75 * side(world, site, d):
        if c.prepared < 0.0:
            c.prepared = now + world.delay(180.0)
        elif now >= c.prepared and 6.0 <= world.hour_of_day() < 22.0:
            c.storm_until, site.stormed = now + 120.0, True
            fires(world, site, c, a, 3)
            world.log(w.EV_ASSAULTED, a, site.id)
        return False
    if c.first_fire < 0.0 and w.ORDER_RING not in orders:
        waited = now - c.since
        if waited >= 720 or (waited >= 180 and side(world, site, a) < side(world, site, d)):
            go_home(world, site, a, 360.0)
            return True
    return False


def go_home(world: World, site: Site, k: str, let_be_min: float) -> None:
    """Detachments march back after 15 min; locals forget the order."""
    world.authorities[k].let_be[site.id] = world.minute + let_be_min
    for unit in bodies(site, k):
        if unit.order is None or unit.order.kind not in COMING:
            continue
        if unit.parent is not None:
            if unit.parent.site == site.id:
                movement.send_back(world, unit)
            else:
                unit.order = Order(k, w.ORDER_RETURN, unit.parent.site, unit.present)
                movement.start_march(world, unit, unit.parent.site, 0.0)
                unit.march.leaves = world.minute + 15
        else:
            unit.order = None
    world.log(w.EV_WITHDREW, k, site.id)
    notice(world, site)


def caught(world: World, site: Site, c: Contest, k: str) -> bool:
    """For half an hour after the first shot at it a column is in the open."""
    unit = largest(site, k)
    early = c.first_fire >= 0.0 and world.minute < c.first_fire + 30
    return early and k != site.holder and unit is not None and unit.caught_at == site.id


def intensity(world: World, site: Site, c: Contest) -> float:
    """f of E6."""
    if not c.fired:
        return 0.0
    f = 1.0 if c.storming or caught(world, site, c, c.comer) else 0.3 if len(c.fired) > 1 else 0.02
    freer = max(free(world, site, c.comer), free(world, site, c.holder))
    return min(f, 0.3 * freer) if freer < 1.0 else f


def loss_rate(world: World, own: float, foe: float, fire: float, cover: float) -> float:
    """(lam f / cover) Ec_j^p Mc_k^(1-p), men an hour (E6)."""
    if own <= 0.0 or foe <= 0.0:
        return 0.0
    p = world.p["p"]
    return world.p["lam"] * fire / cover * foe**p * own ** (1.0 - p)


def fire_and_losses(world: World, site: Site, c: Contest) -> None:
    f = intensity(world, site, c)
    if f <= 0.0:
        return
    world.last_fire = site.last_fire = world.minute
    ks = [k for k in world.authorities if bodies(site, k)]
    ec = {k: side(world, site, k) for k in ks}
    mc = {k: marks(world, site, k) for k in ks}
    todo = []
    for k in ks:
        acting = world.acting_at(site.id, k)
        cover = COLUMN_COVER if caught(world, site, c, k) else site.cover if k == site.holder else STREET_COVER
        rate = 0.0
        for j in ks:
            if j not in c.fired or not world.hostile(j, k):
                continue
            facing = sum(mc[i] for i in ks if world.hostile(i, j))
            if facing > 0.0:
                rate += loss_rate(world, mc[k], ec[j], f, cover) * mc[k] / facing
        todo.append((k, rate * world.hours / acting if acting else 0.0))
    rifles = sum(ec.values())
    for k, hazard in todo:
        suffer(world, site, k, hazard)
        for unit in bodies(site, k):
            spent = 20.0 * f * world.hours * min(unit.rifles, unit.act[k])
            unit.cartridges = max(0.0, unit.cartridges - spent)
    world.sites[site.id].tally = None
    bystanders(world, site, site.residents * 1e-5 * f * rifles / 100.0 * world.hours)


def suffer(world: World, site: Site, k: str, hazard: float) -> None:
    """Losses spread over a side's acting men; a quarter killed, the rest absent."""
    if hazard <= 0.0:
        return
    for unit in bodies(site, k):
        world.work["side_draws"] += 1
        lost = dice.binomial(world.rng, unit.act[k], 1.0 - math.exp(-hazard))
        if lost:
            killed = dice.binomial(world.rng, lost, 0.25)
            movement.lose(world, unit, k, killed, "dead")
            movement.lose(world, unit, k, lost - killed, "absent")
            unit.lost += lost
            died(world, site, k, killed)


def died(world: World, site: Site, k: str, killed: int) -> None:
    if killed:
        world.authorities[k].dead += killed
        site.dead[k] += killed
        if world.minute - world.first_fire < 60:
            world.dead_first_hour += killed
        world.log(w.EV_KILLED, k, site.id, killed)


def bystanders(world: World, site: Site, expected: float) -> None:
    """Residents hit; carried over in fractions."""
    site.hurt += expected
    whole = int(site.hurt)
    if whole:
        site.hurt -= whole
        world.bystanders_dead += whole
        site.dead["bystanders"] += whole


# --- breaking


def break_sides(world: World, site: Site, c: Contest) -> None:
    f = intensity(world, site, c)
    if f > 0.0:
        for k in (c.comer, c.holder):
            for unit in list(bodies(site, k)):
                break_unit(world, site, c, unit, k, f)


def break_unit(world: World, site: Site, c: Contest | None, unit: Unit, k: str, f: float) -> None:
    p, act = world.p, unit.act[k]
    if not act:
        return
    companies = math.ceil(act / COMPANY)
    loss = unit.lost / unit.start_men if unit.start_men else 0.0
    x = p["bL"] * loss / 0.1 + p["bI"] * min(unit.isolation, 2) - choice.calm(world, unit, k)
    hazard = max(f, 0.05) * p["eta"] * math.exp(min(max(x, -4.0), 4.0)) * world.hours
    broken = dice.binomial(world.rng, companies, 1.0 - math.exp(-hazard))
    if not broken:
        return
    men = act if broken == companies else min(act, broken * COMPANY)
    world.log(w.EV_BROKE, unit.id, site.id, men)
    base = unit.parent or unit
    base.broken_until = world.minute + 60.0 / (p["rho"] + 0.02)
    enemy = (c.comer if k == c.holder else c.holder) if c else None
    if men >= 100 and enemy:
        calls.spread(world, w.NEWS_BREAK, enemy, site.id, enemy)
    if not world.ringed(unit):
        movement.go_aloof(world, unit, k, men)
    elif c and unit.number in c.asked:
        movement.lose(world, unit, k, men, "captured")
        unit.captor = enemy
        world.log(w.EV_SURRENDERED, unit.id, site.id, men)
    else:
        movement.lose(world, unit, k, men, "dispersed")
        world.log(w.EV_DISPERSED, unit.id, site.id, men)


# --- taking


def take_site(world: World, site: Site, k: str) -> None:
    """The site changes hands (E6, Taking)."""
    c, loser = site.contest, site.holder
    storming = bool(c and c.storming)
    if loser:
        for unit in list(bodies(site, loser)):
            men = unit.act[loser]
            if world.ringed(unit) or storming:
                lay_down(world, site, unit, loser, men, k, captured=True)
                world.log(w.EV_SURRENDERED, unit.id, site.id, men)
            elif unit.parent is not None:
                movement.send_back(world, unit)
            else:
                unit.act[loser], unit.order = 0, None
                world.touch(unit)
    site.holder = k
    for j in (k, loser):
        if j:
            world.authorities[j].known[site.id].holder = k
    world.authorities[k].known[site.id].force = 0.0
    end(world, site)
    site.tied = 0.0
    site.taken_by.add(k)
    if loser and not storming:
        site.yielded_to.add(k)
    world.transfers.append((world.minute, site.id, k))
    world.log(w.EV_SITE_TAKEN, k, site.id)
    for unit in bodies(site, k):
        if unit.order and unit.order.kind in (w.ORDER_TAKE, w.ORDER_ASSAULT, w.ORDER_RING):
            unit.order = Order(k, w.ORDER_HOLD, site.id, unit.present)
            unit.sev[k] = 1
    rings.man_gates(world, site, k, largest(site, k))
    site.ring.clear()
    seat_lost = loser is not None and world.authorities[loser].seat == site.id
    if site.value >= 1.5:
        calls.spread(world, w.NEWS_SEAT if seat_lost else w.NEWS_SITE, k, site.id, k)
    if seat_lost:
        move_seat(world, loser)


def move_seat(world: World, k: str) -> None:
    held = [s for s in world.sites.values() if s.holder == k and s.value > 0.0]
    if held:
        world.authorities[k].seat = max(held, key=lambda s: s.value).id
        world.log(w.EV_SEAT_MOVED, k, world.authorities[k].seat)
    else:
        world.authorities[k].alive = False
        world.log(w.EV_AUTHORITY_ENDED, k)


# --- guns and the disarmed


def lay_guns(world: World) -> None:
    """Which guns fire at which site, and for whom."""
    world.firing = {}
    for unit in world.units:
        order = unit.order
        if order is None or order.kind != w.ORDER_SHELL or unit.guns < 1 or unit.shells < 1 or unit.site is None:
            continue
        k, site = order.authority, world.sites[order.site]
        if unit.march is not None or not unit.act[k] or keeping(world, unit):
            continue
        if not world.hostile(k, site.holder) or world.km(unit.site, site.id) > 4.0:
            continue
        if world.authorities[k].posture == FIGHT:
            world.firing.setdefault(site.id, []).append((unit, k))


def shelled(world: World, site: Site) -> None:
    """30 men a gun at f = .3 against the holder, 10 shells a gun and hour (E6)."""
    rows = world.firing.get(site.id, [])
    guns = 0.0
    for unit, k in rows:
        h = site.holder
        if not world.hostile(k, h):
            continue
        share = choice.willing(world, unit, k, 4 if site.shrine else 3)
        power = 30.0 * unit.guns * share
        guns += unit.guns * share
        unit.shells = max(0.0, unit.shells - 10.0 * unit.guns * world.hours)
        world.damage += unit.guns * share * world.hours
        if not site.shelled:
            site.shelled = True
            calls.spread(world, w.NEWS_DAMAGE, None, site.id, None, damage=world.damage)
        if world.first_fire < 0.0:
            world.first_fire = world.minute
        world.last_fire = site.last_fire = world.minute
        world.log(w.EV_SHELLED, unit.id, site.id)
        acting = world.acting_at(site.id, h)
        if acting:
            rate = loss_rate(world, marks(world, site, h), power, 0.3, site.cover)
            suffer(world, site, h, rate * world.hours / acting)
            for body in list(bodies(site, h)):
                break_unit(world, site, site.contest, body, h, 0.3)
    if guns:
        bystanders(world, site, site.residents * 2e-4 * guns * world.hours)


def shoot_disarmed(world: World, site: Site) -> None:
    """Captives of a body that laid down arms less than 30 min ago are at their captors' mercy (E6)."""
    for unit in list(site.units):
        k = unit.captor
        if not unit.captured or not k or world.minute - unit.disarmed >= 30:
            continue
        body = largest(site, k)
        if body is None:
            continue
        share = choice.willing(world, body, k, 4)
        if unit.shot_at != unit.disarmed:
            u = choice.calm(world, body, k)
            under_fire = site.contest is not None and intensity(world, site, site.contest) > 0.0
            rate = 1.5 if under_fire else world.p["rho"] * dice.sigmoid(u - 2.0 * world.p["theta"])
            if not world.happens(rate * share * world.hours):
                continue
            unit.shot_at = unit.disarmed
        power = side(world, site, k) * share
        rate = loss_rate(world, float(unit.captured), power, 1.0, DISARMED_COVER)
        hit = dice.binomial(world.rng, unit.captured, 1.0 - math.exp(-rate * world.hours / unit.captured))
        if hit:
            shot(world, site, unit, k, hit)


def shot(world: World, site: Site, unit: Unit, k: str, hit: int) -> None:
    """A quarter of those hit are dead, the rest absent; every twentieth dead of all is told."""
    killed = dice.binomial(world.rng, hit, 0.25)
    unit.captured -= hit
    unit.dead += killed
    unit.absent += hit - killed
    victim = unit.serves or world.foes(k)[0]
    before = world.shot_disarmed
    world.shot_disarmed += killed
    died(world, site, victim, killed)
    world.log(w.EV_SHOT_DISARMED, unit.id, site.id, killed)
    if world.shot_disarmed // 20 > before // 20:
        calls.spread(world, w.NEWS_DEATHS, None, site.id, None, dead=20.0, of=victim)
