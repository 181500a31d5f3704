"""Demands, truces, terms, settlement, promises: E8 of docs/model.md."""

from __future__ import annotations

import math
from dataclasses import dataclass

from dualpower import words as w
from dualpower.clock import duration
from dualpower.engine.kinds import NEWS_WEIGHTS

from . import asks, calls, choice, contest, dice, movement
from .world import WAIT, Order, Unit, World


def worth(terms: int) -> float:
    """x: .5 + .1 (freedom) + .1 (side-arms) + .2 (without disarming)."""
    x = 0.5 + 0.1 * bool(terms & w.TERM_FREEDOM) + 0.1 * bool(terms & w.TERM_SIDE_ARMS)
    return x + 0.2 * (not terms & w.TERM_DISARM)


def bits(names: list[str]) -> int:
    return sum(w.TERMS[name] for name in names) if names else w.TERM_DISARM | w.TERM_LIVES_SPARED


# --- a demand made of those who hold a site


@dataclass
class Demand:
    """Give us the site: with an assertion that may be true or not, and terms."""

    caller: str
    sender: str
    site: str
    terms: int
    tree: object
    weight: float
    threat: str | None
    within: float = 0.0
    checked: bool = False

    def heard(self, world: World, unit: Unit) -> None:
        """A hearer hostile to the caller weighs the assertion; then he answers by the terms rule (E8)."""
        site = world.sites[self.site]
        world.log(w.EV_HEARD, unit.id, unit.site)
        if unit.site != self.site or not site.holder or not unit.act[site.holder]:
            return
        k = self.caller
        if world.hostile(unit.serves, k) and not self.checked and self.tree is not None:
            seat = world.authorities[unit.serves].seat
            checks = calls.can_check(world, unit, seat)
            true = asks.Judge(world).true(self.tree)
            if checks and not true:
                self.checked = True
                world.schedule(world.minute + world.delay(8.0), calls.Call(self.sender, unit, offer=self))
                return
            r = unit.trust[k]
            cred = r if checks else dice.sigmoid(dice.logit(r) + unit.isolation)
            calls.weigh(world, unit, k, self.weight, cred)
            world.log(w.EV_BELIEVED, unit.id, unit.site)
        elif self.checked:
            unit.trust[k] *= 1.0 - world.p["delta"]
            world.log(w.EV_DISBELIEVED, unit.id, unit.site)
        self.answer(world, unit)

    def answer(self, world: World, unit: Unit) -> None:
        site, k = world.sites[self.site], self.sender
        more = contest.margin(world, site, site.contest, site.holder, unit, worth(self.terms), self.caller)
        if more is not None:
            disarm = bool(self.terms & w.TERM_DISARM)
            contest.yield_companies(world, site, unit, site.holder, k, more, disarm)
            world.log(w.EV_YIELDED, unit.id, self.site)
            if site.contest:
                site.contest.ready = world.minute
            turn_rings(world, site, k, {w.ORDER_RING}, w.ORDER_TAKE)
        else:
            world.log(w.EV_STALLED, unit.id, self.site)
            if self.threat == "assault":
                if site.contest and self.within:
                    site.contest.ready = max(site.contest.ready, world.minute + self.within)
                turn_rings(world, site, k, {w.ORDER_RING, w.ORDER_TAKE}, w.ORDER_ASSAULT)


def turn_rings(world: World, site, k: str, kinds: set[int], to: int) -> None:
    for unit in site.units:
        if unit.order and unit.order.kind in kinds and unit.order.authority == k and unit.act[k]:
            unit.order = Order(k, to, site.id, unit.present)


def demand(world: World, k: str, act) -> None:
    """To the unit named if it is there, else to the largest body acting for the holder."""
    site = world.sites[act.demand]
    site.demanded = True
    unit = next((u for u in world.parts[act.of] if u.site == site.id), None) if act.of else None
    if unit is None and site.holder:
        unit = contest.largest(site, site.holder)
    if unit is None:
        return
    world.log(w.EV_DEMANDED, k, site.id)
    kind = w.NEWS[act.weight] if act.weight else w.NEWS_SEAT if about_a_seat(world, act) else w.NEWS_SITE
    weight = NEWS_WEIGHTS[kind]
    caller = world.of(act.claimed_by) if act.claimed_by else k
    within = duration(act.within) if act.within else 0.0
    offer = Demand(caller, k, site.id, bits(act.terms), world.asserted.get(id(act)), weight, act.or_, within)
    calls.send(world, calls.Call(k, unit, offer=offer), world.authorities[k].seat)


def about_a_seat(world: World, act) -> bool:
    """The assertion is about a seat."""
    text = act.asserting or ""
    return any(f"({a.seat})" in text for a in world.authorities.values())


# --- truces and final terms


def odds(world: World, k: str) -> float:
    return choice.chances(world, world.authorities[k].belief)[k]


def force(world: World, k: str) -> float:
    return sum(world.force_at(s, k) for s in world.sites)


def inflow(world: World, k: str) -> float:
    return float(sum(row[0].present for row in world.outside_bound if row[1] == k))


def cost(world: World, i: str, j: str) -> float:
    """c_i of E8."""
    loss = 0.0
    if world.first_fire >= 0.0:
        p = world.p
        loss = min(0.5, 3.0 * p["lam"] * ((force(world, j) + 1e-9) / max(force(world, i), 1e-9)) ** p["p"])
    acting = [(u.act[i], u.hardship) for u in world.units if u.here and u.act[i]]
    men = sum(n for n, _ in acting)
    tired = sum(n * h for n, h in acting) / men if men else 0.0
    return loss + 0.1 * tired + 0.15 * world.authorities[i].threats


def later(world: World, i: str, j: str, half: float) -> float:
    """Odds of i after a pause with its own inflow in full and the other's by `half`."""
    ei, ej = force(world, i), force(world, j)
    x = dice.logit(odds(world, i)) + math.log((ei + inflow(world, i) + 50.0) / (ei + 50.0))
    return dice.sigmoid(x - half * math.log((ej + inflow(world, j) + 50.0) / (ej + 50.0)))


@dataclass
class Offer:
    """A truce or final terms, on its way from seat to seat."""

    sender: str
    to: str
    what: str
    terms: int
    hours: float
    fight: bool

    def heard(self, world: World, unit: Unit | None = None) -> None:
        i, j = self.sender, self.to
        if (
            not (world.authorities[i].alive and world.authorities[j].alive)
            or world.truces.get(frozenset((i, j)), 0.0) > 1e9
        ):
            return
        taken = self.truce(world) if self.what == "truce" else self.final(world)
        world.log(w.EV_ACCEPTED if taken else w.EV_REJECTED, j)
        if not taken and self.fight:
            world.authorities[i].fired_on = True

    def truce(self, world: World) -> bool:
        pair = ((self.sender, self.to), (self.to, self.sender))
        for i, j in pair:
            kept, cheated = later(world, i, j, 0.5), later(world, i, j, 1.0)
            gain, loss = kept - odds(world, i), kept - cheated
            a = world.authorities[i]
            if not gain + cost(world, i, j) > a.z["truce"] + (1.0 - a.trust[j]) * loss:
                return False
        until = world.minute + 60.0 * self.hours
        world.truces[frozenset((self.sender, self.to))] = until
        world.log(w.EV_TRUCE_BEGAN, self.sender)
        for side in (self.sender, self.to):
            cease(world, side, until, None)
        return True

    def final(self, world: World) -> bool:
        i, j = self.sender, self.to
        loser = j if self.what == "ultimatum" or odds(world, j) < odds(world, i) else i
        winner = i if loser == j else j
        a, b, x = world.authorities[loser], world.authorities[winner], worth(self.terms)
        yes = x * max(a.trust[winner], 0.3) > odds(world, loser) - cost(world, loser, winner) + a.z["terms"]
        yes_too = 1.0 - 0.3 * x > odds(world, winner) - cost(world, winner, loser) + b.z["terms"]
        if yes and yes_too:
            settle(world, loser, winner)
        return yes and yes_too


def offer(world: World, k: str, to: str, what: str, terms: int = 0, hours: float = 24.0, fight: bool = False) -> None:
    """Offers go from seat to seat."""
    world.log(w.EV_OFFERED, k)
    a, b = world.authorities[k].seat, world.authorities[to].seat
    calls.carry(world, k, a, b, calls.Call(k, None, offer=Offer(k, to, what, terms, hours, fight)))


@dataclass
class Cease:
    """Word of a truce or of the end."""

    side: str
    until: float
    winner: str | None  # of a settlement

    def heard(self, world: World, unit: Unit) -> None:
        """It fights on iff .5 r_own + .1 h <= pi_own - .5 + logistic(.1); the winner's bodies always cease (E8)."""
        k = self.side
        if not unit.act[k]:
            return
        noise = dice.logistic(world.rng, 0.1)
        calm = 0.5 * unit.trust[k] + 0.1 * unit.hardship > choice.winning(world, unit)[k] - 0.5 + noise
        if not calm and self.winner != k:
            world.log(w.EV_FOUGHT_ON, unit.id, unit.site)
            return
        unit.ceased_until = self.until
        world.log(w.EV_CEASED, unit.id, unit.site)
        if self.winner and self.winner != k:
            if unit.parent is not None:
                movement.send_back(world, unit)
            else:
                unit.act[k], unit.sev[k], unit.order = 0, 0, None
                world.touch(unit)


def cease(world: World, side: str, until: float, winner: str | None) -> None:
    for unit in list(world.units):
        if unit.here and unit.act[side]:
            calls.send(world, calls.Call(side, unit, offer=Cease(side, until, winner)), world.authorities[side].seat)


def settle(world: World, loser: str, winner: str) -> None:
    world.settled = True
    world.log(w.EV_SETTLED, winner)
    world.truces[frozenset((loser, winner))] = 1e12
    world.authorities[loser].settled = True
    world.authorities[loser].posture = WAIT
    for side in (loser, winner):
        cease(world, side, 1e12, winner)
    for unit in world.units:
        if unit.captured and unit.serves in (loser, winner):
            unit.n[""] += unit.captured
            unit.captured = 0
            world.touch(unit)
    calls.spread(world, w.NEWS_PROCLAMATION, winner, world.authorities[winner].seat, winner)


def end_truces(world: World) -> None:
    """Truces ended or breached (section 3, item 15)."""
    for pair, until in list(world.truces.items()):
        if world.minute >= until:
            del world.truces[pair]
            world.breached.discard(pair)
            world.log(w.EV_TRUCE_ENDED)
        elif world.last_fire == world.minute and pair not in world.breached:
            world.breached.add(pair)
            i, j = pair
            for a, b in ((i, j), (j, i)):
                world.authorities[a].trust[b] *= 1.0 - world.p["delta"]
                world.authorities[a].broken += 1


# --- promises


def promise(world: World, k: str, issue: str, size: float, due: float | None, tree, to: list[str]) -> None:
    world.authorities[k].promises[issue] = size
    world.log(w.EV_PROMISE_MADE, k)
    if due is not None:
        world.promise_dates.append((due, k, issue, tree, to))


def judge_promises(world: World) -> None:
    for row in [row for row in world.promise_dates if row[0] <= world.minute]:
        world.promise_dates.remove(row)
        judge(world, *row[1:])


def judge(world: World, k: str, issue: str, tree, to: list[str]) -> None:
    kept = tree is None or asks.Judge(world).true(tree)
    a = world.authorities[k]
    world.log(w.EV_PROMISE_KEPT if kept else w.EV_PROMISE_BROKEN, k)
    if kept:
        a.kept += 1
        for unit in world.units:
            unit.trust[k] += (1.0 - unit.trust[k]) / 3.0
        return
    a.broken += 1
    a.promises[issue] = 0.0
    for unit in world.units:
        if not to or unit.serves in to:
            unit.trust[k] *= 1.0 - world.p["delta"]
    for other in world.authorities.values():
        if other is not a:
            other.trust[k] *= 1.0 - world.p["delta"]
