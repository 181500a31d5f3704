"""Men face to face: walking in, terms, fire, breaking, doors. E6 and E7 of docs/model.md."""

from __future__ import annotations

import math

from dualpower import words as w

from . import calls, choice, dice, movement
from .world import ALOOF, FIGHT, Contest, Site, Unit, World

COMING = {w.ORDER_TAKE, w.ORDER_ASSAULT, w.ORDER_GO, w.ORDER_HOLD, w.ORDER_SEARCH}
FRONTAGE = 100.0  # men per entrance
COMPANY = 150
STREET_COVER, MARCH_COVER, DISARMED_COVER = 1.3, 0.05, 0.02


def sides_at(world: World, site: Site) -> list[str]:
    """Authorities with armed acting men at a site."""
    return [k for k in world.authorities if world.armed_at(site.id, k) >= 1.0]


def resolve(world: World) -> None:
    """Step 7: every site where somebody came."""
    for site in world.sites.values():
        if not site.units:
            site.contests.clear()
            continue
        open_and_close(world, site)
        for contest in list(site.contests.values()):
            if site.contests.get(contest.comer) is contest:
                one_contest(world, site, contest)
    shell(world)


def open_and_close(world: World, site: Site) -> None:
    """A contest: armed acting men against a hostile holder, or two hostile sides in an open place (E6)."""
    sides = sides_at(world, site)
    for k in sides:
        if k == site.holder or (site.holder and not world.hostile(k, site.holder)):
            continue
        rivals = [j for j in sides if world.hostile(j, k)]
        wants = any(u.act[k] and u.order and u.order.kind in COMING and u.order.authority == k for u in site.units)
        if k not in site.contests and (site.holder or rivals or wants):
            start(world, site, k)
    for k in list(site.contests):
        if k not in sides or k == site.holder or (site.holder and not world.hostile(k, site.holder)):
            del site.contests[k]


def start(world: World, site: Site, k: str) -> None:
    """Ready: delay(1 h) to walk in, delay(3 h) to assault (E6)."""
    now = world.minute
    contest = Contest(site.id, k, now, now + world.delay(60.0), now + world.delay(180.0))
    for j in world.authorities:
        contest.start_men[j] = world.acting_at(site.id, j)
    site.contests[k] = contest
    world.opened(site, contest)
    world.log(w.EV_PARLEYED, k, site.id)


def defenders(world: World, site: Site, k: str) -> list[Unit]:
    """Units with acting men hostile to `k` at the site."""
    return [u for u in site.units if any(u.act[j] for j in world.foes(k))]


def foe_strength(world: World, site: Site, k: str, severity: int) -> float:
    """E of all sides hostile to k; each group inside ties a tenth of it (E7)."""
    tied = max(0.0, 1.0 - 0.1 * sum(1 for u in site.units if u.inside == k))
    return tied * sum(choice.side_strength(world, site.id, j, severity) for j in world.foes(k))


def one_contest(world: World, site: Site, c: Contest) -> None:
    ours = choice.side_strength(world, site.id, c.comer, 3)
    theirs = foe_strength(world, site, c.comer, 2)
    garrison = world.hostile_armed_at(site.id, c.comer)
    if world.minute >= c.ready and may_walk_in(site, ours, theirs, garrison) and wants_site(world, site, c):
        walk_in(world, site, c)
        return
    if truce_covers(world, site, c):
        return
    if world.minute >= c.ready and garrison:
        offer_terms(world, site, c, ours, theirs)
        if site.contests.get(c.comer) is not c:
            return
    if world.minute - c.since >= 180 and ours < theirs and not c.fire:
        go_home(world, site, c)
        return
    if garrison:
        open_fire(world, site, c)
        storm(world, site, c, ours, theirs)
        exchange_fire(world, site, c)
        break_companies(world, site, c)
    gates(world, site, c)


def quiet(world: World, site: Site, a: str, b: str) -> bool:
    """A truce holds between the two and everybody here took it; those who reject it fight on (E8)."""
    if not world.at_truce(a, b):
        return False
    here = [u for u in site.units if u.act[a] or u.act[b]]
    return all(u.order is not None and u.order.kind == w.ORDER_CEASE for u in here)


def truce_covers(world: World, site: Site, c: Contest) -> bool:
    rivals = [j for j in world.foes(c.comer) if world.acting_at(site.id, j)]
    return bool(rivals) and all(quiet(world, site, c.comer, j) for j in rivals)


def caught(world: World, site: Site, k: str) -> bool:
    """A column caught on the march: its first half-hour, in which it does not fire (E6)."""
    return any(u.act[k] and world.minute < u.caught_until for u in site.units)


def wants_site(world: World, site: Site, c: Contest) -> bool:
    return any(u.act[c.comer] and u.order and u.order.kind in COMING for u in site.units)


def may_walk_in(site: Site, ours: float, theirs: float, garrison: float) -> bool:
    """No garrison, or E(2) < .05 min(E(3), frontage) and < 15 men per entrance (E6)."""
    if garrison <= 0.0:
        return True
    frontage = FRONTAGE * site.entrances
    return theirs < 0.05 * min(ours, frontage) and theirs < 15.0 * site.entrances


def walk_in(world: World, site: Site, c: Contest) -> None:
    stormed = c.storm_until >= world.minute
    if not stormed:
        world.log(w.EV_WALKED_IN, c.comer, site.id)
    for unit in defenders(world, site, c.comer):
        for j in world.foes(c.comer):
            if unit.act[j]:
                lay_down(world, unit, j, unit.act[j], c.comer, captured=stormed)
    take_site(world, site, c.comer, yielded=bool(c.terms) and not c.stormed)


def lay_down(world: World, unit: Unit, side: str, men: int, captor: str, *, captured: bool) -> None:
    """Men stop acting: captured with their rifles, or simply aloof from now on."""
    share = men / unit.present
    world.touch(unit)
    unit.act[side] -= men
    unit.n[side] -= men
    if captured:
        unit.captured += men
        unit.captor = captor
        rifles, unit.rifles = unit.rifles * share, unit.rifles * (1.0 - share)
        unit.disarmed_until = world.minute + 30.0
        takers = [u for u in world.sites[unit.site].units if u.act[captor]] if unit.site else []
        if takers:
            takers[0].rifles += rifles
    else:
        unit.n[ALOOF] += men


def take_site(world: World, site: Site, k: str, yielded: bool = False) -> None:
    """A site changes hands: it is a fact that travels (E5), and it may be a seat that fell (E6)."""
    loser = site.holder
    site.holder = k
    site.contests.clear()
    site.taken_by.add(k)
    if yielded:
        site.yielded_to.add(k)
        world.log(w.EV_YIELDED, k, site.id)
    world.log(w.EV_SITE_TAKEN, k, site.id)
    world.transfers.append((world.minute, site.id, k))
    for gate in site.gates.values():
        keeper = world.by_id.get(gate["keeper"]) if gate["keeper"] else None
        if keeper is not None and not keeper.act[k]:
            gate["keeper"] = None
    calls.spread(world, w.NEWS_SITE, k, site.id)
    if loser and world.authorities[loser].seat == site.id:
        seat_fell(world, loser, k, site)


def seat_fell(world: World, loser: str, k: str, site: Site) -> None:
    """An authority whose seat falls moves to another held site; it ends when it holds none (E6)."""
    calls.spread(world, w.NEWS_SEAT, k, site.id)
    held = [s for s in world.sites.values() if s.holder == loser]
    if held:
        nearest = min(held, key=lambda s: world.km(site.id, s.id))
        world.authorities[loser].seat = nearest.id
        world.log(w.EV_SEAT_MOVED, loser, nearest.id)
    else:
        world.authorities[loser].alive = False
        world.log(w.EV_AUTHORITY_ENDED, loser, site.id)


def go_home(world: World, site: Site, c: Contest) -> None:
    """Comers weaker than the holder after 3 h, without fire, go home (E6)."""
    del site.contests[c.comer]
    world.log(w.EV_WITHDREW, c.comer, site.id)
    for unit in [u for u in site.units if u.act[c.comer]]:
        movement.order_home(world, unit)


# --- terms


def odds(world: World, site: Site, unit: Unit, side: str, theirs: float) -> tuple[float, float]:
    """(p, c_loss): p = sqrt(p_loc pi_own); c_loss = loss share in 6 h at f = 1, + .1 h (E6)."""
    own = choice.side_strength(world, site.id, side, 2)
    local = own / (own + theirs) if own + theirs > 0 else 0.0
    p = math.sqrt(local * choice.winning(unit)[side])
    rate = loss_rate(world, own, theirs, 1.0, site.cover)
    loss = min(1.0, 6.0 * rate / own) if own > 0 else 1.0
    return p, loss + 0.1 * unit.hardship


def offer_terms(world: World, site: Site, c: Contest, ours: float, theirs: float) -> None:
    """Offered once ready and whenever local odds move by a tenth (E6)."""
    local = ours / (ours + theirs) if ours + theirs > 0 else 1.0
    if c.told_odds is not None and abs(local - c.told_odds) < 0.1:
        return
    c.told_odds = local
    c.terms |= w.TERM_DISARM | w.TERM_LIVES_SPARED
    world.log(w.EV_OFFERED, c.comer, site.id)
    for unit in defenders(world, site, c.comer):
        for side in world.foes(c.comer):
            if unit.act[side]:
                answer_terms(world, site, c, unit, side, ours)
    if not world.hostile_armed_at(site.id, c.comer) and wants_site(world, site, c):
        take_site(world, site, c.comer, yielded=True)


def answer_terms(world: World, site: Site, c: Contest, unit: Unit, side: str, ours: float) -> None:
    """Taken iff .7 max(r, .3) > p - c_loss + z; then each further company by its own z (E6)."""
    temper = c.tempers.setdefault(unit.number, dice.logistic(world.rng, 0.1))
    p, loss = odds(world, site, unit, side, ours)
    worth = 0.7 * max(unit.trust[c.comer], 0.3)
    if worth <= p - loss + temper:
        world.log(w.EV_REJECTED, unit.id, site.id)
        return
    world.log(w.EV_SURRENDERED, unit.id, site.id)
    left, first = unit.act[side], True
    while left > 0:
        men = min(COMPANY, left)
        if first or worth > p - loss + dice.logistic(world.rng, 0.1):
            lay_down(world, unit, side, men, c.comer, captured=True)
        left, first = left - men, False


# --- fire


def open_fire(world: World, site: Site, c: Contest) -> None:
    """Who shoots first: 1.5/h x share obeying at l = 2 under orders; else rarely (E6)."""
    hours, p = world.step / 60.0, world.p
    rivals = [j for j in world.foes(c.comer) if world.armed_at(site.id, j) and not quiet(world, site, c.comer, j)]
    for k in [c.comer, *rivals]:
        if c.fire.get(k) or caught(world, site, k):
            continue
        if may_shoot(world, site, k):
            rate = 1.5 * share_obeying(world, site, k, 2)
        else:
            others = rivals if k == c.comer else [c.comer]
            rate = p["rho"] * willing(world, site, k) * max((willing(world, site, j) for j in others), default=0.0)
        if world.rng.random() < 1.0 - math.exp(-rate * hours):
            c.fire[k] = True
            shot(world, site, k, first=len(c.fire) == 1)


def may_shoot(world: World, site: Site, k: str) -> bool:
    """Orders to take or stop at posture fight, or an explicit assault."""
    orders = [u.order for u in site.units if u.act[k] and u.order and u.order.authority == k]
    if any(o.kind == w.ORDER_CEASE for o in orders) and all(o.kind == w.ORDER_CEASE for o in orders):
        return False
    if any(o.kind == w.ORDER_ASSAULT for o in orders):
        return True
    return world.authorities[k].posture == FIGHT and bool(orders)


def share_obeying(world: World, site: Site, k: str, severity: int) -> float:
    acting = world.acting_at(site.id, k)
    total = sum(u.act[k] * choice.thinning(world, u, k, severity) for u in site.units if u.act[k])
    return total / acting if acting else 0.0


def willing(world: World, site: Site, k: str) -> float:
    """S(U - 2 theta) of a side, mean over its acting men."""
    acting = world.acting_at(site.id, k)
    theta = world.p["theta"]
    if not acting:
        return 0.0
    return (
        sum(u.act[k] * dice.sigmoid(choice.obedience(world, u, k) - 2.0 * theta) for u in site.units if u.act[k])
        / acting
    )


def shot(world: World, site: Site, k: str, first: bool) -> None:
    """The first shot here; an authority fired upon goes to fight (section 5)."""
    if world.first_fire < 0.0:
        world.first_fire = world.minute
    world.log(w.EV_FIRED_FIRST if first else w.EV_SKIRMISHED, k, site.id)
    for j in world.foes(k):
        if world.acting_at(site.id, j) and world.authorities[j].posture != FIGHT:
            world.authorities[j].posture = FIGHT
            world.log(w.EV_POSTURE, j)


def storm(world: World, site: Site, c: Contest, ours: float, theirs: float) -> None:
    """An assault when ready, for 2 h; then repulsed unless the site fell (E6)."""
    now = world.minute
    if c.storm_until >= 0.0 and now >= c.storm_until:
        c.storm_until = -1.0
        c.ready, c.storm_ready = now + world.delay(60.0), now + world.delay(180.0)
        world.log(w.EV_REPULSED, c.comer, site.id)
        world.authorities[c.comer].failures.setdefault(site.id, []).append(now)
        return
    explicit = any(u.act[c.comer] and u.order and u.order.kind == w.ORDER_ASSAULT for u in site.units)
    bold = world.authorities[c.comer].posture == FIGHT and ours > theirs and wants_site(world, site, c)
    if c.storm_until < 0.0 and now >= c.storm_ready and (explicit or (bold and c.fire.get(c.comer))):
        for unit in [u for u in site.units if u.act[c.comer]]:
            choice.severity_raised(world, unit, c.comer, 3)
        c.storm_until, c.stormed, site.stormed = now + 120.0, True, True
        c.fire[c.comer] = True
        if world.first_fire < 0.0:
            shot(world, site, c.comer, first=True)
        world.log(w.EV_ASSAULTED, c.comer, site.id)


def rate_of_fire(world: World, c: Contest, j: str) -> float:
    """f: .02 while one side has not opened, .3 skirmish, 1 assault by day (22-06: .3) (E6)."""
    if not c.fire:
        return 0.0
    if c.storm_until >= world.minute and not world.at_truce(c.comer, j):
        night = world.hour_of_day() >= 22.0 or world.hour_of_day() < 6.0
        return 0.3 if night else 1.0
    return 0.3 if c.fire.get(c.comer) and c.fire.get(j) else 0.02


def loss_rate(world: World, own: float, foe: float, fire: float, cover: float) -> float:
    """(lam f / cover_A) E_D^p E_A^(1-p), men an hour (E6)."""
    if own <= 0.0 or foe <= 0.0:
        return 0.0
    p = world.p["p"]
    return world.p["lam"] * fire / cover * foe**p * own ** (1.0 - p)


def exchange_fire(world: World, site: Site, c: Contest) -> None:
    """Losses of each side to each other; fire divided by hostile strength (E6)."""
    if not c.fire:
        return
    hours, frontage = world.step / 60.0, FRONTAGE * site.entrances
    rivals = [j for j in world.foes(c.comer) if world.armed_at(site.id, j) and not quiet(world, site, c.comer, j)]
    power = {
        k: min(choice.side_strength(world, site.id, k, 3 if k == c.comer else 2), frontage) for k in [c.comer, *rivals]
    }
    world.last_fire, site.last_fire = world.minute, world.minute
    rifles = 0.0
    for j in rivals:
        fire = rate_of_fire(world, c, j)
        for own, foe in ((c.comer, j), (j, c.comer)):
            if not c.fire.get(foe):
                continue
            marks = power[c.comer] if foe != c.comer else sum(power[r] for r in rivals)
            aimed = power[foe] * (power[own] / marks if marks else 0.0)
            rate = loss_rate(world, power[own], aimed, fire, cover_of(world, site, c, own))
            suffer(world, site, own, rate * hours)
            rifles += power[foe] * fire
        spend(world, site, (c.comer, j), fire * hours)
        shoot_disarmed(world, site, c, hours, fire)
    bystanders(world, site, site.residents * 1e-5 * rifles / 100.0 * hours)


def cover_of(world: World, site: Site, c: Contest, own: str) -> float:
    """Kind of site for holders; street for comers; a column caught in its first half-hour .05 (E6)."""
    if own == site.holder or not site.holder:
        return site.cover
    return MARCH_COVER if caught(world, site, own) else STREET_COVER


def suffer(world: World, site: Site, side: str, expected: float) -> None:
    """Losses spread over a side's acting men; a quarter killed, the rest out of action (E6)."""
    acting = world.acting_at(site.id, side)
    if not acting or expected <= 0.0:
        return
    chance = 1.0 - math.exp(-expected / acting)
    for unit in [u for u in site.units if u.act[side]]:
        world.work["side_draws"] += 1
        lost = dice.binomial(world.rng, unit.act[side], chance)
        if lost:
            casualties(world, site, unit, side, lost)


def casualties(world: World, site: Site, unit: Unit, side: str, lost: int) -> None:
    killed = dice.binomial(world.rng, lost, 0.25)
    world.touch(unit)
    unit.act[side] -= lost
    unit.n[side] -= lost
    unit.dead += killed
    unit.absent += lost - killed
    died(world, site, side, killed)


def died(world: World, site: Site, side: str, killed: int) -> None:
    if not killed:
        return
    world.authorities[side].dead += killed
    site.dead[side] += killed
    if world.minute - world.first_fire <= 60.0:
        world.dead_first_hour += killed
    world.log(w.EV_KILLED, side, site.id, killed)


def spend(world: World, site: Site, sides: tuple[str, ...], fire_hours: float) -> None:
    """Cartridges: 20 a man-hour of f = 1 (E9)."""
    for unit in site.units:
        men = sum(unit.act[k] for k in sides)
        if men:
            unit.cartridges = max(0.0, unit.cartridges - 20.0 * unit.armed(men) * fire_hours)


def shoot_disarmed(world: World, site: Site, c: Contest, hours: float, fire: float) -> None:
    """Captors who obey at l = 4 fire on the disarmed of the last half-hour when anybody fires (E6)."""
    for unit in site.units:
        if not unit.captured or world.minute >= unit.disarmed_until or not unit.captor:
            continue
        shooters = choice.side_strength(world, site.id, unit.captor, 4)
        rate = loss_rate(world, float(unit.captured), shooters, fire, DISARMED_COVER)
        killed = dice.binomial(world.rng, unit.captured, 1.0 - math.exp(-rate * hours / unit.captured))
        if killed:
            side = unit.of or next(iter(world.foes(unit.captor)))
            unit.captured -= killed
            unit.dead += killed
            world.shot_disarmed += killed
            died(world, site, side, killed)
            world.log(w.EV_SHOT_DISARMED, unit.id, site.id, killed)
            world.authorities[side].mourned += killed
            calls.spread(world, w.NEWS_DEATHS, side, site.id, 1.0)


def bystanders(world: World, site: Site, expected: float) -> None:
    """Residents hit: killed as a Poisson count of the expected number (E6)."""
    left, count = expected, 0
    while (left := left - world.rng.expovariate(1.0)) > 0.0:
        count += 1
    if count:
        world.bystanders_dead += count
        site.dead["bystanders"] += count


# --- breaking


def break_companies(world: World, site: Site, c: Contest) -> None:
    """Per hour and company: max(f, .05) eta exp(clip(bL loss/.1 + bI min(I, 2) - U', -4, 4)) (E6)."""
    if not c.fire:
        return
    hours, p = world.step / 60.0, world.p
    for unit in list(site.units):
        for side in [c.comer, *world.foes(c.comer)]:
            men = unit.act[side]
            if not men:
                continue
            fire = max((rate_of_fire(world, c, j) for j in world.foes(c.comer)), default=0.0)
            begun = max(1, c.start_men.get(side) or men)
            loss = max(0.0, 1.0 - world.acting_at(site.id, side) / begun)
            calm = choice.obedience(world, unit, side, with_danger=False)
            x = p["bL"] * loss / 0.1 + p["bI"] * min(unit.isolation, 2) - calm
            rate = max(fire, 0.05) * p["eta"] * math.exp(min(max(x, -4.0), 4.0))
            for _ in range(math.ceil(men / COMPANY)):
                if unit.act[side] and world.rng.random() < 1.0 - math.exp(-rate * hours):
                    broke(world, site, c, unit, side)


def broke(world: World, site: Site, c: Contest, unit: Unit, side: str) -> None:
    """Out by an open exit, else captured if terms were offered, else dispersed (E6)."""
    men = min(COMPANY, unit.act[side])
    world.log(w.EV_BROKE, unit.id, site.id, men)
    calls.spread(world, w.NEWS_BREAK, c.comer if side != c.comer else (site.holder or world.foes(side)[0]), site.id)
    if side == c.comer or not site.encircled:
        world.log(w.EV_WITHDREW, unit.id, site.id, men)
        if unit.parent is not None:
            lay_down(world, unit, side, men, c.comer, captured=False)
        else:
            disperse(world, unit, side, men)
    elif c.terms:
        lay_down(world, unit, side, men, c.comer, captured=True)
        world.log(w.EV_SURRENDERED, unit.id, site.id, men)
    else:
        disperse(world, unit, side, men)
        world.log(w.EV_DISPERSED, unit.id, site.id, men)


def disperse(world: World, unit: Unit, side: str, men: int) -> None:
    unit.act[side] -= men
    unit.n[side] -= men
    unit.dispersed += men
    world.touch(unit)


# --- guns


def shell(world: World) -> None:
    """Guns in range with an order to shell: 30 men-equivalents a gun, 10 shells a gun-hour (E6)."""
    hours = world.step / 60.0
    for unit in list(world.units):
        order = unit.order
        if order is None or order.kind != w.ORDER_SHELL or unit.site is None or unit.guns < 1 or unit.shells < 1:
            continue
        k, site = order.authority, world.sites[order.site]
        foes = [j for j in world.foes(k) if world.acting_at(site.id, j) and not quiet(world, site, k, j)]
        if not unit.act[k] or world.km(unit.site, site.id) > 4.0 or not foes:
            continue
        share = unit.act[k] / unit.present * choice.thinning(world, unit, k, 4 if site.shrine else 3)
        power = 30.0 * unit.guns * share
        unit.shells = max(0.0, unit.shells - 10.0 * unit.guns * share * hours)
        if not site.shelled:
            calls.spread(world, w.NEWS_DAMAGE, foes[0], site.id)
        site.shelled, site.last_fire, world.last_fire = True, world.minute, world.minute
        site.damage += unit.guns * share * hours
        world.first_fire = world.minute if world.first_fire < 0 else world.first_fire
        world.log(w.EV_SHELLED, unit.id, site.id)
        for j in foes:
            own = min(choice.side_strength(world, site.id, j, 2), FRONTAGE * site.entrances)
            suffer(world, site, j, loss_rate(world, own, power / len(foes), 1.0, site.cover) * hours)
        bystanders(world, site, site.residents * 2e-4 * unit.guns * share * hours)


# --- E7


def kept(world: World, site: Site, gate: dict) -> bool:
    """Somebody stands at the gate and acts for the site's holder."""
    keeper = world.by_id.get(gate["keeper"]) if gate["keeper"] else None
    return keeper is not None and keeper.site == site.id and bool(keeper.act.get(site.holder or "", 0))


def gates(world: World, site: Site, c: Contest) -> None:
    """Groups come in by gates nobody keeps and the comers know; the small ones are caught (E7)."""
    hours, rng = world.step / 60.0, world.rng
    inside = foe_strength(world, site, c.comer, 2)
    for gate in site.gates.values():
        if inside <= 0.0 or kept(world, site, gate) or (gate["known"] != "all" and not knows(world, c.comer, gate)):
            continue
        rate = world.p["iota"] * share_obeying(world, site, c.comer, 1)
        if rng.random() < 1.0 - math.exp(-rate * hours):
            admit(world, site, c, int(rng.lognormvariate(math.log(15.0), 0.8)))
    for unit in [u for u in site.units if u.inside == c.comer and u.act[c.comer]]:
        if unit.act[c.comer] < 0.3 * inside and rng.random() < 1.0 - math.exp(-hours / 0.5):
            men = unit.present
            lay_down(world, unit, c.comer, unit.act[c.comer], site.holder or "", captured=True)
            world.log(w.EV_CAPTURED_INTRUDERS, unit.id, site.id, men)
            for holder in defenders(world, site, c.comer):
                holder.agitated_until = world.minute + 60.0


def knows(world: World, k: str, gate: dict) -> bool:
    return any(world.of(x) == k for x in gate["known"])


def admit(world: World, site: Site, c: Contest, size: int) -> None:
    sources = [u for u in site.units if u.act[c.comer] and u.inside is None]
    if not sources or size < 1:
        return
    source = max(sources, key=lambda u: u.act[c.comer])
    group = movement.detach(world, source, c.comer, min(size, source.act[c.comer]))
    group.order, group.inside = source.order, c.comer
    site.entered = True
    world.log(w.EV_ENTERED, group.id, site.id, group.present)
    for unit in defenders(world, site, c.comer):
        unit.isolation = min(3, unit.isolation + 1)
        unit.calm_since = world.minute


def update_rings(world: World) -> None:
    """Encircled: every way out raised, shut, or kept by an enemy (E7)."""
    for site in world.sites.values():
        holder = site.holder
        was = site.encircled
        site.encircled = bool(holder and world.near[site.id]) and ringed(world, site, holder)
        if site.encircled and not was:
            world.log(w.EV_ENCIRCLED, holder, site.id)
        if was and not site.encircled:
            world.log(w.EV_RELIEVED, holder or "", site.id)


def ringed(world: World, site: Site, holder: str) -> bool:
    ring = any(keeps_ring(world, site, u, holder) for u in site.units)
    return ring or all(
        not link.open or world.sites[there].raised or world.hostile(holder, world.sites[there].holder)
        for there, link in world.near[site.id]
    )


def keeps_ring(world: World, site: Site, unit: Unit, holder: str) -> bool:
    """The unit stands here under a hostile order to keep every way out, and some of it obeys."""
    order = unit.order
    if order is None or order.kind != w.ORDER_RING or order.site != site.id or unit.march is not None:
        return False
    return unit.act[order.authority] > 0 and world.hostile(holder, order.authority)
