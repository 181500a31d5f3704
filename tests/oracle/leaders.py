"""What leaders try: the universal tactics (section 5 of docs/model.md) and the acts a scenario writes."""

from __future__ import annotations

from dataclasses import dataclass, field

from dualpower import words as w
from dualpower.clock import duration
from dualpower.engine.kinds import SEVERITIES, SITE_KINDS
from dualpower.scenario import acts as verbs

from . import assembly, calls, choice, movement, talk
from .world import FIGHT, OCCUPY, WAIT, Authority, Known, Order, Unit, World

REACH_KM, SENT_MOST, THINK_MIN = 5.0, 300.0, 30
REINFORCED_MIN = 180  # a reinforcement counts as under way so long


@dataclass
class Operation:
    """One thing a staff is busy with: a target and the men sent to it."""

    site: str
    since: int
    kind: int
    units: list[Unit] = field(default_factory=list)


def think(world: World) -> None:
    """Each authority thinks every 30 min."""
    if world.minute % THINK_MIN:
        return
    for authority in world.authorities.values():
        if authority.alive:
            look(world, authority)
            hq_belief(world, authority)
            review_operations(world, authority)
            keep(world, authority)
            choose(world, authority)
            sue(world, authority)


def look(world: World, a: Authority) -> None:
    """(1) Units see their site and its neighbours."""
    seen = {a.seat}
    for unit in world.units:
        if unit.here and unit.site is not None and unit.n[a.id]:
            seen.add(unit.site)
            seen.update(there for there, _ in world.near[unit.site])
    for key in seen:
        a.known[key] = Known(world.sites[key].holder, world.hostile_armed_at(key, a.id), world.minute)


def hq_belief(world: World, a: Authority) -> None:
    """HQ belief: as E5 with its own acting strength and what it knows of the others'."""
    force = dict.fromkeys(world.authorities, 0.0)
    force[a.id] = float(sum(u.armed(u.act[a.id]) for u in world.units if u.here and u.act[a.id]))
    for known in a.known.values():
        if known.holder and known.holder != a.id:
            force[known.holder] += known.force
    calls.pull(a.belief, force, THINK_MIN / 60.0 / world.p["Tb"])


def review_operations(world: World, a: Authority) -> None:
    """(5) A taken site keeps its guard, the rest go back; an operation that came to nothing has failed."""
    for op in list(a.operations):
        op.units = [u for u in op.units if u in world.units and u.act[a.id]]
        if op.kind == w.ORDER_HOLD:
            if world.minute - op.since >= REINFORCED_MIN:
                a.operations.remove(op)
        elif a.known[op.site].holder == a.id:
            a.operations.remove(op)
            leave_guard(world, a, op)
        elif not op.units and world.minute - op.since >= 120:
            a.operations.remove(op)
            a.failures.setdefault(op.site, []).append(world.minute)


def leave_guard(world: World, a: Authority, op: Operation) -> None:
    guard = SITE_KINDS[world.sites[op.site].kind][3]
    men = 0
    for unit in op.units:
        if unit.site != op.site:
            continue
        if men >= guard:
            movement.order_home(world, unit)
        else:
            unit.order = Order(a.id, w.ORDER_HOLD, op.site, 1)
            unit.known_orders[a.id] = unit.order
            men += unit.act[a.id]


def free_units(world: World, a: Authority) -> list[Unit]:
    """Idle units that might send men: at home or holding, with men who stand with the authority."""
    busy = {u.number for op in a.operations for u in op.units}
    return [
        u for u in world.units
        if u.here and u.site is not None and u.march is None and u.number not in busy and u.n[a.id] > 0
        and not u.volunteer and u.staff_of is None and not world.sites[u.site].encircled
        and (u.order is None or u.order.kind not in (w.ORDER_RING, w.ORDER_SHELL, w.ORDER_ASSAULT))
        and not (u.parent is not None and u.order is not None and u.order.kind == w.ORDER_HOLD)
    ]  # fmt: skip


def willing_men(world: World, a: Authority, unit: Unit) -> float:
    """Whom the staff expects to come: those who act now and the likely part of those who stand with it."""
    idle = unit.n[a.id] - unit.act[a.id]
    likely = unit.act[a.id] + idle * choice.start_chance(world, unit, a.id, 1)
    site = world.sites[unit.site]
    if site.holder != a.id:
        return likely
    others = sum(u.act[a.id] for u in site.units if u is not unit and u.march is None)
    return likely - max(0.0, SITE_KINDS[site.kind][3] - others)  # a held site keeps its guard


def keep(world: World, a: Authority) -> None:
    """(2) A held site whose known enemies exceed its guard is reinforced."""
    for site in world.sites.values():
        if site.holder != a.id:
            continue
        enemies = world.hostile_armed_at(site.id, a.id)
        ours = world.acting_at(site.id, a.id)
        if enemies > max(ours, 1) and len(a.operations) < a.max_operations and not busy_at(a, site.id):
            send(world, a, site.id, w.ORDER_HOLD, min(SENT_MOST, 1.5 * enemies))


def busy_at(a: Authority, site: str) -> bool:
    return any(op.site == site for op in a.operations)


def choose(world: World, a: Authority) -> None:
    """(3) The best target: value x (3 if aimed at) / (1 + km / 2), if strong enough; posture wait chooses none."""
    while a.posture != WAIT and len(a.operations) < a.max_operations:
        men = free_units(world, a)
        rated = [(rate, s) for s in world.sites if (rate := appeal(world, a, s, men)) > 0.0]
        if not rated:
            return
        site = max(rated)[1]
        wanted = 2.0 * SITE_KINDS[world.sites[site].kind][3] + 1.5 * a.known[site].force
        if not send(world, a, site, w.ORDER_TAKE, min(SENT_MOST, wanted)):
            return


def appeal(world: World, a: Authority, key: str, men: list[Unit]) -> float:
    site, known = world.sites[key], a.known[key]
    if known.holder == a.id or (known.holder and not world.hostile(a.id, known.holder)) or busy_at(a, key):
        return 0.0
    failed = [t for t in a.failures.get(key, []) if world.minute - t < 720]
    if len(failed) >= 2:
        return 0.0
    near = [u for u in men if world.km(u.site, key) <= REACH_KM]
    available = sum(u.n[a.id] for u in near)
    if not near or available < 1:
        return 0.0
    if a.posture == OCCUPY and known.force > 0.0:
        return 0.0
    if a.posture == FIGHT and known.force > available / 1.5:
        return 0.0
    km = min(world.km(u.site, key) for u in near)
    aimed = 3.0 if key in a.aims or kind_name(site.kind) in a.aims else 1.0
    return SITE_KINDS[site.kind][2] * aimed / (1.0 + km / 2.0)


def kind_name(kind: int) -> str:
    return next(name for name, code in w.SITES.items() if code == kind)


def send(world: World, a: Authority, site: str, kind: int, men: float, cause: int = w.CAUSE_TACTICS) -> bool:
    """(4) The nearest idle men, each by an order to their unit."""
    op = Operation(site, world.minute, kind)
    found = sorted(free_units(world, a), key=lambda u: world.km(u.site, site))
    for unit in found:
        if men < 5.0 or world.km(unit.site, site) > REACH_KM:
            break
        expected = willing_men(world, a, unit)
        if expected < 1.0:
            continue
        asked = max(1, int(min(men, expected)))
        order = Order(a.id, kind, site, SEVERITIES[kind], men=asked, operation=op, cause=cause)
        if calls.order_unit(world, unit, order):
            men -= asked
            op.asked = getattr(op, "asked", 0) + 1
    if not getattr(op, "asked", 0):
        return False
    a.operations.append(op)
    return True


def sue(world: World, a: Authority) -> None:
    """(7) Offers a truce when its HQ odds are under .4 and terms when under .15, once fire has been opened."""
    if world.first_fire < 0.0 or world.minute < a.next_offer:
        return
    odds = choice.softmax(a.belief)[a.id]
    for foe in world.foes(a.id):
        if not world.authorities[foe].alive or world.at_truce(a.id, foe):
            continue
        if odds < 0.15:
            a.next_offer = world.minute + 720
            talk.offer_terms(world, a.id, foe, w.TERM_DISARM | w.TERM_LIVES_SPARED)
        elif odds < 0.4:
            a.next_offer = world.minute + 720
            talk.offer_truce(world, a.id, foe, 12.0)


# --- acts written in a scenario

ORDERS = {
    "go": w.ORDER_GO, "hold": w.ORDER_HOLD, "take": w.ORDER_TAKE, "assault": w.ORDER_ASSAULT, "shell": w.ORDER_SHELL,
    "ring": w.ORDER_RING, "search": w.ORDER_SEARCH,
}  # fmt: skip


def do(world: World, who: str, act, cause: int) -> None:
    """Carry out one act of a body or authority."""
    verb = verbs.verbs_of(act)[0].name
    k = world.of(who)
    if verb in ORDERS:
        order_act(world, k, act, verb, cause)
        return
    handler = HANDLERS.get(verb)
    if handler is None:
        raise NotImplementedError(f"the oracle does not know the act {verb!r}")
    handler(world, k, act, cause)


def named(act) -> list[str]:
    value = act.with_
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def order_act(world: World, k: str, act, verb: str, cause: int) -> None:
    site, kind = verbs.target(act), ORDERS[verb]
    men = int(world.number(act.men)) if act.men is not None else None
    if not named(act):
        send(world, world.authorities[k], site, kind, men or SENT_MOST, cause)
        return
    for name in named(act):
        members = [u for u in world.by_id[name].family() if u.here and u.site is not None and u.n[k]]
        for unit in members:
            calls.order_unit(world, unit, Order(k, kind, site, SEVERITIES[kind], men=men, cause=cause))


def units_of(world: World, target) -> list[Unit]:
    names = [target] if isinstance(target, str) else list(target)
    return [u for u in world.units if u.here and (u.id in names or any(w.UNITS.get(n) == u.kind for n in names))]


def do_call_out(world: World, k: str, act, cause: int) -> None:
    world.authorities[k].calling_out = True
    for unit in units_of(world, act.call_out):
        if unit.n[k]:
            calls.order_unit(world, unit, Order(k, w.ORDER_TURN_OUT, unit.site, 1, cause=cause))


def do_strike(world: World, k: str, act, cause: int) -> None:
    for unit in units_of(world, act.strike):
        calls.order_unit(world, unit, Order(k, w.ORDER_STOP_WORK, unit.site, 0, cause=cause))


def do_resume(world: World, k: str, act, cause: int) -> None:
    for unit in units_of(world, act.resume):
        unit.striking_for = None
        world.log(w.EV_RESUMED, unit.id, cause=cause)


def do_cut(world: World, k: str, act, cause: int) -> None:
    line = world.lines[act.cut]
    pairs = (
        [frozenset(act.between)]
        if act.between
        else [frozenset((a, b)) for a in line.joins for b in line.joins if a != b]
    )
    line.cut.update(pairs)
    world.log(w.EV_LINE_CUT, k, cause=cause)


def do_restore(world: World, k: str, act, cause: int) -> None:
    line = world.lines[act.restore]
    line.cut = line.cut - {frozenset(act.between)} if act.between else set()
    world.log(w.EV_LINE_RESTORED, k, cause=cause)


def do_raise(world: World, k: str, act, cause: int) -> None:
    if world.sites[act.raise_].holder == k:
        world.sites[act.raise_].raised = True
        world.log(w.EV_BRIDGE_RAISED, k, act.raise_, cause=cause)


def do_lower(world: World, k: str, act, cause: int) -> None:
    if world.sites[act.lower].holder == k:
        world.sites[act.lower].raised = False
        world.log(w.EV_BRIDGE_LOWERED, k, act.lower, cause=cause)


def do_lift(world: World, k: str, act, cause: int) -> None:
    for unit in world.units:
        if unit.order and unit.order.kind == w.ORDER_RING and unit.order.site == act.lift and unit.order.authority == k:
            movement.order_home(world, unit)


def do_withdraw(world: World, k: str, act, cause: int) -> None:
    for unit in list(world.sites[act.withdraw].units):
        if unit.act[k]:
            movement.order_home(world, unit)


def do_cease(world: World, k: str, act, cause: int) -> None:
    talk.cease(world, k, cause)


def do_proclaim(world: World, k: str, act, cause: int) -> None:
    talk.proclaim(world, k, world.of(act.favours) if act.favours else k)


def do_news(world: World, k: str, act, cause: int) -> None:
    kind = w.NEWS[act.weight] if act.weight else w.NEWS_PROCLAMATION
    world.sequence += 1
    news = calls.News(world.sequence, kind, world.of(act.news), world.authorities[k].seat, size=act.size or 1.0)
    names = [act.to] if isinstance(act.to, str) else act.to
    units = None if not names or "all" in names else [u for u in world.units if u.here and u.id in names]
    for unit in units if units is not None else [u for u in world.units if u.here]:
        if unit.site is not None and unit.present:
            call = calls.Call(kind, k, w.LINE_TELEPHONE, unit=unit, news=news, size=news.size)
            if act.by and world.lines[act.by].kind == w.LINE_COURIER:
                calls.send_courier(world, call, world.authorities[k].seat, unit.site)
            else:
                calls.send(world, call, world.authorities[k].seat, unit.site)


def do_promise(world: World, k: str, act, cause: int) -> None:
    due = world.clock.minutes(act.due) if act.due else None
    talk.promise(world, k, act.promise, act.size or 0.0, due, world.kept_when.get(id(act)))


def do_truce(world: World, k: str, act, cause: int) -> None:
    talk.offer_truce(world, k, world.of(act.offer_truce), duration(act.lasting) / 60.0 if act.lasting else 12.0)


def do_terms(world: World, k: str, act, cause: int) -> None:
    talk.offer_terms(world, k, world.of(act.offer_terms), talk.bits(act.terms))


def do_ultimatum(world: World, k: str, act, cause: int) -> None:
    to = world.of(act.ultimatum)
    if not talk.offer_terms(world, k, to, talk.bits(act.terms)) and act.or_ in (None, "fight", "assault"):
        world.pending.append((world.minute + duration(act.within), lambda: set_posture(world, k, FIGHT)))


def set_posture(world: World, k: str, posture: int) -> None:
    if not world.settled and world.authorities[k].posture != posture:
        world.authorities[k].posture = posture
        world.log(w.EV_POSTURE, k)


def do_posture(world: World, k: str, act, cause: int) -> None:
    set_posture(world, k, w.POSTURES[act.posture])


def do_aim(world: World, k: str, act, cause: int) -> None:
    world.authorities[k].aims |= {act.aim} if isinstance(act.aim, str) else set(act.aim)


def do_threaten(world: World, k: str, act, cause: int) -> None:
    for name in [act.threaten, *([act.to] if isinstance(act.to, str) else act.to or [])]:
        world.authorities[world.of(name)].threatened_by.add(k)


def do_suppress(world: World, k: str, act, cause: int) -> None:
    world.lines[act.by].suppressed.add(world.of(act.suppress))
    world.log(w.EV_SUPPRESSED, k, cause=cause)


def do_convene(world: World, k: str, act, cause: int) -> None:
    if assembly.convene(world, act.convene):
        key, motion = act.convene.split(".", 1)
        for then in world.scenario.assemblies[key].motions[motion].then:
            do(world, k, then, cause)


def do_arm(world: World, k: str, act, cause: int) -> None:
    world.sites[act.arm].hidden.discard(w.STOCK_RIFLES)


def do_appoint(world: World, k: str, act, cause: int) -> None:
    """Another is appointed: what was halved is whole again (E3)."""
    for unit in world.units:
        if unit.id == act.of or (act.of is None and unit.commander == act.appoint):
            if unit.commander in world.lost_bodies:
                unit.bond = {a: min(1.0, 2.0 * b) for a, b in unit.bond.items()}
            unit.commander = act.appoint
    world.lost_bodies.discard(act.appoint)
    world.log(w.EV_APPOINTED, act.appoint, cause=cause)


def do_arrest(world: World, k: str, act, cause: int) -> None:
    """A body whose seat one's men hold is seized; for its units that is a commander lost (E3)."""
    body = world.scenario.bodies[act.arrest]
    seat = body.seat or world.authorities[body.of].seat
    if world.acting_at(seat, k) > world.hostile_armed_at(seat, k):
        lose_commander(world, act.arrest, cause)


def lose_commander(world: World, body: str, cause: int) -> None:
    """e of its units is redrawn and B halved until another is appointed (E3)."""
    world.lost_bodies.add(body)
    for unit in world.units:
        if unit.commander == body:
            unit.e = world.rng.gauss(0.0, world.p["sigma"])
            unit.bond = {a: b / 2.0 for a, b in unit.bond.items()}
    world.log(w.EV_RESIGNED, body, cause=cause)


def do_resign(world: World, k: str, act, cause: int) -> None:
    lose_commander(world, act.resign, cause)


def do_stance(world: World, k: str, act, cause: int) -> None:
    pair = (
        [world.of(x) for x in act.between]
        if act.between
        else [k, world.of(act.to if isinstance(act.to, str) else act.to[0])]
    )
    world.set_stance(*pair, w.STANCES[act.stance])
    world.log(w.EV_STANCE, pair[0], cause=cause)


def do_move_seat(world: World, k: str, act, cause: int) -> None:
    if world.sites[act.move_seat].holder == k:
        world.authorities[k].seat = act.move_seat
        world.log(w.EV_SEAT_MOVED, k, act.move_seat, cause=cause)


def do_guard(world: World, k: str, act, cause: int) -> None:
    """Stand at a gate: the named unit keeps it from when it is there."""
    site, gate = act.guard.split(".", 1)
    for name in named(act):
        if world.by_id[name].site == site:
            world.sites[site].gates[gate]["keeper"] = name


def do_close_rail(world: World, k: str, act, cause: int) -> None:
    if world.sites[act.close_rail].holder == k:
        world.sites[act.close_rail].closed_rail.add(k)


def do_open_rail(world: World, k: str, act, cause: int) -> None:
    world.sites[act.open_rail].closed_rail.discard(k)


def do_fetch_guns(world: World, k: str, act, cause: int) -> None:
    """Guns change place when one's own hold both ends."""
    ends = [world.sites[act.from_], world.sites[act.to if isinstance(act.to, str) else act.to[0]]]
    if all(s.holder == k for s in ends):
        moved = min(ends[0].stocks.get(w.STOCK_GUNS, 0.0), act.fetch_guns)
        ends[0].stocks[w.STOCK_GUNS] = ends[0].stocks.get(w.STOCK_GUNS, 0.0) - moved
        ends[1].stocks[w.STOCK_GUNS] = ends[1].stocks.get(w.STOCK_GUNS, 0.0) + moved
        world.log(w.EV_GUNS_MOVED, k, ends[1].id, moved, cause)


def do_depart(world: World, k: str, act, cause: int) -> None:
    """A body from outside sets out for a site."""
    unit = world.by_id[act.depart]
    set_out_from_outside(world, unit, unit.of or k, act.to if isinstance(act.to, str) else act.to[0], cause)


def do_ask(world: World, k: str, act, cause: int) -> None:
    """A body outside hears after a telegraph's delay; it comes if its men would turn out (E3, l = 1)."""
    unit = world.by_id[act.ask]
    if not unit.here:
        due = world.minute + world.delay(20.0)
        world.pending.append((due, lambda: come_if_willing(world, unit, k, cause)))


def come_if_willing(world: World, unit: Unit, k: str, cause: int) -> None:
    if unit.here or unit.march is not None:
        return
    if world.rng.random() < choice.start_chance(world, unit, k, 1):
        set_out_from_outside(world, unit, k, world.authorities[k].seat, cause)
    else:
        world.log(w.EV_REFUSED, unit.id)


def do_redirect(world: World, k: str, act, cause: int) -> None:
    """A body on its way is sent elsewhere from the next place it reaches."""
    unit = world.by_id[act.redirect]
    goal = act.to if isinstance(act.to, str) else act.to[0]
    if unit.here and unit.order is not None:
        here = unit.march.path[0] if unit.march else unit.site
        way = movement.path(world, unit, unit.of or k, here, goal)
        unit.order.site = goal
        if unit.march is not None and way is not None:
            unit.march.path = [here, *way]
        elif way:
            movement.start_march(world, unit, way, 0.0)


def set_out_from_outside(world: World, unit: Unit, k: str, goal: str, cause: int) -> None:
    unit.here = True
    world.place(unit, unit.home)
    unit.n = dict.fromkeys(unit.n, 0) | {k: unit.present}
    unit.act[k] = unit.n[k]
    unit.sev[k] = 1
    calls.spread(world, w.NEWS_COMING, k, goal)
    unit.order = Order(k, w.ORDER_GO, goal, 1, cause=cause)
    unit.known_orders[k] = unit.order
    unit.route = unit.route or [unit.home]
    way = movement.path(world, unit, k, unit.home, goal)
    if way:
        movement.start_march(world, unit, way, movement.muster_hours(unit))


HANDLERS = {
    "call-out": do_call_out, "strike": do_strike, "resume": do_resume, "cut": do_cut, "restore": do_restore,
    "raise": do_raise, "lower": do_lower, "lift": do_lift, "withdraw": do_withdraw, "cease": do_cease,
    "proclaim": do_proclaim, "news": do_news, "promise": do_promise, "offer-truce": do_truce,
    "offer-terms": do_terms, "ultimatum": do_ultimatum, "posture": do_posture, "aim": do_aim,
    "threaten": do_threaten, "suppress": do_suppress, "convene": do_convene, "resign": do_resign, "arm": do_arm,
    "depart": do_depart, "demand": talk.demand, "appoint": do_appoint, "arrest": do_arrest, "stance": do_stance,
    "move-seat": do_move_seat, "guard": do_guard, "close-rail": do_close_rail, "open-rail": do_open_rail,
    "fetch-guns": do_fetch_guns, "ask": do_ask, "redirect": do_redirect,
}  # fmt: skip
