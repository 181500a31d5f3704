"""What acts do: section 7.2 of docs/model.md."""

from __future__ import annotations

from dualpower import words as w
from dualpower.clock import duration
from dualpower.engine.kinds import NEWS_WEIGHTS
from dualpower.scenario import acts as verbs

from . import calls, leaders, movement, talk
from .world import WAIT, Order, Unit, World

ORDERS = {
    "go": w.ORDER_GO, "hold": w.ORDER_HOLD, "take": w.ORDER_TAKE, "assault": w.ORDER_ASSAULT, "ring": w.ORDER_RING,
    "search": w.ORDER_SEARCH, "guard": w.ORDER_GUARD,
}  # fmt: skip


def do(world: World, who: str | None, act, cause: int) -> None:
    """Carry out one act of a body or authority (or of nobody: outside)."""
    verb = verbs.verbs_of(act)[0].name
    k = world.of(who) if who else None
    share = world.accepted.get(who, 1.0) if who else 1.0
    if verb in ORDERS:
        order_act(world, k, act, verb, cause, share)
        return
    handler = HANDLERS.get(verb)
    if handler is None:
        raise NotImplementedError(f"the oracle does not know the act {verb!r}")
    handler(world, k, act, cause, share)


def as_list(value) -> list[str]:
    return [] if value is None else [value] if isinstance(value, str) else list(value)


def order_act(world: World, k: str, act, verb: str, cause: int, share: float) -> None:
    """To each unit named (300 men each, or `men` shared equally), else to the two nearest idle bodies."""
    site = str(verbs.target(act)).split(".")[0]
    kind = ORDERS[verb]
    men = int(world.number(act.men)) if act.men is not None else None
    bodies = [u for name in as_list(act.with_) for u in world.parts[name]]
    if bodies:
        each = men // len(bodies) if men else 300
    else:
        left = men or 2 * world.sites[site].guard
        for unit in idle_near(world, k, site)[:2]:
            if left > 0:
                calls.order_unit(world, unit, Order(k, kind, site, min(left, unit.act[k]), share, cause))
                left -= unit.act[k]
        return
    for unit in bodies:
        if unit.here:
            calls.order_unit(world, unit, Order(k, kind, site, each, share, cause))


def idle_near(world: World, k: str, site: str) -> list[Unit]:
    quiet = (w.ORDER_NONE, w.ORDER_HOLD, w.ORDER_GO)
    idle = [
        u for u in world.units
        if u.here and u.site is not None and u.act[k] >= 30 and u.march is None and not u.errands
        and world.minute >= u.broken_until and (u.order is None or u.order.kind in quiet)
    ]  # fmt: skip
    return sorted(idle, key=lambda u: leaders.way_km(world, u.site, site))


def units_of(world: World, target) -> list[Unit]:
    names = as_list(target)
    return [
        u for u in world.units
        if u.here and u.parent is None
        and (any(u in world.parts.get(n, ()) for n in names) or any(w.UNITS.get(n) == u.kind for n in names))
    ]  # fmt: skip


def tell(world: World, k: str, units: list[Unit], kind: int, cause: int, share: float) -> None:
    for unit in units:
        calls.order_unit(world, unit, Order(k, kind, unit.site, share=share, cause=cause))


def do_call_out(world: World, k: str, act, cause: int, share: float) -> None:
    units = [u for u in units_of(world, act.call_out) if not world.hostile(k, u.serves)]
    tell(world, k, units, w.ORDER_TURN_OUT, cause, share)


def do_strike(world: World, k: str, act, cause: int, share: float) -> None:
    tell(world, k, units_of(world, act.strike), w.ORDER_STOP_WORK, cause, share)


def do_resume(world: World, k: str, act, cause: int, share: float) -> None:
    tell(world, k, units_of(world, act.resume), w.ORDER_STAY, cause, share)


def do_release(world: World, k: str, act, cause: int, share: float) -> None:
    for unit in units_of(world, act.release):
        unit.leaving = world.number(act.share)


def do_back(world: World, k: str, act, cause: int, share: float) -> None:
    """withdraw, lift: return to detachments sent to the site."""
    site = act.withdraw or act.lift
    for unit in list(world.units):
        if unit.parent is None or unit.serves != k or unit.order is None or unit.order.site != site:
            continue
        if act.withdraw or unit.order.kind == w.ORDER_RING:
            calls.order_unit(world, unit, Order(k, w.ORDER_RETURN, unit.parent.site, unit.present, share, cause))


def do_shell(world: World, k: str, act, cause: int, share: float) -> None:
    for unit in list(world.units):
        if unit.guns >= 1 and unit.serves == k and unit.site and world.km(unit.site, act.shell) <= 4.0:
            calls.order_unit(world, unit, Order(k, w.ORDER_SHELL, act.shell, 300, share, cause))


def do_fetch_guns(world: World, k: str, act, cause: int, share: float) -> None:
    to = as_list(act.to)[0]
    for unit in world.sites[act.from_].units:
        if unit.guns >= 1:
            order = Order(k, w.ORDER_GO, to, 12 * int(act.fetch_guns), share, cause)
            calls.order_unit(world, unit, order)
            return


def may_cut(world: World, k: str, line, pair) -> bool:
    ends = [line.exchange] if line.exchange else []
    ends += list(pair) if pair else []
    return any(world.sites[s].holder == k or k in world.sites[s].ring for s in ends)


def do_cut(world: World, k: str, act, cause: int, share: float) -> None:
    line = world.lines[act.cut]
    if k is None or may_cut(world, k, line, act.between):
        pairs = [act.between] if act.between else [(a, b) for a in line.joins for b in line.joins if a != b]
        line.cut |= {frozenset(pair) for pair in pairs}
        world.log(w.EV_LINE_CUT, k or "", cause=cause)


def do_restore(world: World, k: str, act, cause: int, share: float) -> None:
    line = world.lines[act.restore]
    if k is None or may_cut(world, k, line, act.between):
        line.cut = line.cut - {frozenset(act.between)} if act.between else set()
        world.log(w.EV_LINE_RESTORED, k or "", cause=cause)


def do_bridge(world: World, k: str, act, cause: int, share: float) -> None:
    site = world.sites[act.raise_ or act.lower]
    if site.holder in (k, None):
        site.raised = act.raise_ is not None
        world.log(w.EV_BRIDGE_RAISED if site.raised else w.EV_BRIDGE_LOWERED, k, site.id, cause=cause)


def do_proclaim(world: World, k: str, act, cause: int, share: float) -> None:
    speaker = k or world.of(act.favours)
    kind = w.NEWS[act.weight] if act.weight else w.NEWS_PROCLAMATION
    favours = world.of(act.favours) if act.favours else speaker
    calls.spread(
        world,
        w.NEWS_PROCLAMATION,
        favours,
        world.authorities[speaker].seat,
        speaker,
        weight=NEWS_WEIGHTS[kind],
        printed=True,
    )


def do_news(world: World, k: str, act, cause: int, share: float) -> None:
    """Of a news act with an audience only units that serve it hear."""
    kind = w.NEWS[act.weight] if act.weight else w.NEWS_PROCLAMATION
    favours = world.of(act.news)
    names = [n for n in as_list(act.to) if n != "all"]
    audience = {world.of(n) for n in names if world.of(n) in world.authorities} or None
    seat = world.authorities[k or favours].seat
    calls.spread(world, kind, favours, seat, favours, audience=audience, size=act.size or 1.0)


def do_promise(world: World, k: str, act, cause: int, share: float) -> None:
    due = world.clock.minutes(act.due) if act.due else None
    if act.within:
        due = world.minute + duration(act.within)
    names = [world.of(n) for n in as_list(act.to) if n != "all" and world.of(n) in world.authorities]
    talk.promise(world, k, act.promise, act.size or 0.0, due, world.kept_when.get(id(act)), names)


def do_truce(world: World, k: str, act, cause: int, share: float) -> None:
    hours = duration(act.lasting) / 60.0 if act.lasting else 24.0
    talk.offer(world, k, world.of(act.offer_truce), "truce", hours=hours)


def do_terms(world: World, k: str, act, cause: int, share: float) -> None:
    talk.offer(world, k, world.of(act.offer_terms), "terms", talk.bits(act.terms))


def do_ultimatum(world: World, k: str, act, cause: int, share: float) -> None:
    talk.offer(world, k, world.of(act.ultimatum), "ultimatum", talk.bits(act.terms), fight=act.or_ == "fight")


def do_posture(world: World, k: str, act, cause: int, share: float) -> None:
    if not world.authorities[k].settled:
        leaders.set_posture(world, world.authorities[k], w.POSTURES[act.posture], cause)


def do_cease(world: World, k: str, act, cause: int, share: float) -> None:
    leaders.set_posture(world, world.authorities[k], WAIT, cause)


def do_aim(world: World, k: str, act, cause: int, share: float) -> None:
    want(world, world.authorities[k], as_list(act.aim), 1)


def do_spare(world: World, k: str, act, cause: int, share: float) -> None:
    want(world, world.authorities[k], as_list(act.spare), -1)


def want(world: World, a, names: list[str], sign: int) -> None:
    """Aimed at or spared: the later word counts, and a word about a kind is about all sites of it (7.2)."""
    for name in names:
        for site in world.sites.values():
            if site.id == name or (name not in world.sites and site.kind == w.SITES[name]):
                a.wants[site.id] = sign


def do_threaten(world: World, k: str, act, cause: int, share: float) -> None:
    for name in as_list(act.to) or [act.threaten]:
        world.authorities[world.of(name)].threats += 1


def do_suppress(world: World, k: str, act, cause: int, share: float) -> None:
    world.lines[act.by].suppressed.add(world.of(act.suppress))
    world.log(w.EV_SUPPRESSED, k, cause=cause)


def do_convene(world: World, k: str, act, cause: int, share: float) -> None:
    world.motions_due.append((world.minute + world.delay(60.0), act.convene, k))


def do_arm(world: World, k: str, act, cause: int, share: float) -> None:
    world.sites[act.arm].hastened = k


def do_appoint(world: World, k: str, act, cause: int, share: float) -> None:
    """e anew and the bond doubles, at most 1 (E3)."""
    command(world, k, act.appoint, 2.0, act.of)
    world.log(w.EV_APPOINTED, act.appoint, cause=cause)


def do_lost_body(world: World, k: str, act, cause: int, share: float) -> None:
    body = act.resign or act.arrest
    world.lost_bodies.add(body)
    command(world, world.of(body), body, 0.5, None)
    world.log(w.EV_RESIGNED, body, cause=cause)


def command(world: World, k: str, body: str, factor: float, over: str | None) -> None:
    for unit in world.units:
        if unit.commander == body or (over and unit in world.parts[over]):
            unit.e = world.rng.gauss(0.0, world.p["sigma"])
            unit.bond = unit.bond | {k: min(1.0, factor * unit.bond[k])}
            if over:
                unit.commander = body


def do_stance(world: World, k: str, act, cause: int, share: float) -> None:
    pair = [world.of(x) for x in act.between] if act.between else [k, world.of(as_list(act.to)[0])]
    world.set_stance(*pair, w.STANCES[act.stance])
    world.log(w.EV_STANCE, pair[0], cause=cause)


def do_move_seat(world: World, k: str, act, cause: int, share: float) -> None:
    if world.sites[act.move_seat].holder == k:
        world.authorities[k].seat = act.move_seat
        world.log(w.EV_SEAT_MOVED, k, act.move_seat, cause=cause)


def do_rail(world: World, k: str, act, cause: int, share: float) -> None:
    site = world.sites[act.close_rail or act.open_rail]
    named = {world.of(n) for n in as_list(act.to)} or set(world.foes(k) if k else world.authorities)
    site.closed_to = site.closed_to | named if act.close_rail else site.closed_to - named


def do_depart(world: World, k: str, act, cause: int, share: float) -> None:
    for unit in world.parts[act.depart]:
        movement.board(world, unit, k, as_list(act.to)[0], cause)


def do_redirect(world: World, k: str, act, cause: int, share: float) -> None:
    for unit in world.parts[act.redirect]:
        unit.route = [as_list(act.to)[0]] if act.to else []


def do_hand_over(world: World, k: str, act, cause: int, share: float) -> None:
    """A finer scenario has decided: the site is theirs, and whoever acts there against them stops."""
    site, winner = world.sites[act.hand_over], world.of(act.favours)
    if site.holder == winner:
        return
    for unit in world.units:
        if unit.place == site.id and unit.goal is None:
            for foe in world.foes(winner):
                unit.act[foe] = 0
    world.log(w.EV_SITE_TAKEN, winner, cause=cause)
    site.holder = winner


def do_ask(world: World, k: str, act, cause: int, share: float) -> None:
    """Logged only."""
    world.log(w.EV_CALLED, k, cause=cause)


def do_demand(world: World, k: str, act, cause: int, share: float) -> None:
    talk.demand(world, k, act)


HANDLERS = {
    "call-out": do_call_out, "strike": do_strike, "resume": do_resume, "cut": do_cut,
    "restore": do_restore, "release": do_release,
    "raise": do_bridge, "lower": do_bridge, "lift": do_back, "withdraw": do_back, "cease": do_cease,
    "proclaim": do_proclaim, "news": do_news, "promise": do_promise, "offer-truce": do_truce, "shell": do_shell,
    "offer-terms": do_terms, "ultimatum": do_ultimatum, "posture": do_posture, "aim": do_aim, "spare": do_spare,
    "threaten": do_threaten, "suppress": do_suppress, "convene": do_convene, "resign": do_lost_body, "arm": do_arm,
    "depart": do_depart, "demand": do_demand, "appoint": do_appoint, "arrest": do_lost_body, "stance": do_stance,
    "move-seat": do_move_seat, "close-rail": do_rail, "open-rail": do_rail, "fetch-guns": do_fetch_guns,
    "ask": do_ask, "redirect": do_redirect, "hand-over": do_hand_over,
}  # fmt: skip
