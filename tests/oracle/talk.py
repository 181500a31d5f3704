"""Demands, truces, terms, settlement, promises: E8 of docs/model.md."""

from __future__ import annotations

from dataclasses import dataclass

from dualpower import words as w
from dualpower.clock import duration
from dualpower.engine.kinds import NEWS_WEIGHTS

from . import asks, calls, choice, contest, dice
from .world import Order, Unit, World


def worth(terms: int) -> float:
    """x: disarm and lives .5, + .1 each for freedom and side-arms (E8)."""
    base = 0.5 if terms & (w.TERM_DISARM | w.TERM_LIVES_SPARED) else 0.0
    return base + 0.1 * bool(terms & w.TERM_FREEDOM) + 0.1 * bool(terms & w.TERM_SIDE_ARMS)


def bits(names: list[str]) -> int:
    return sum(w.TERMS[name] for name in names) if names else w.TERM_DISARM | w.TERM_LIVES_SPARED


def cost(world: World, k: str, loss: float, hardship: float) -> float:
    """c_i: expected loss share in 6 h + .1 h + .15 per third party that threatens both (E8)."""
    return loss + 0.1 * hardship + 0.15 * len(world.authorities[k].threatened_by)


# --- a demand made of those who hold a site


@dataclass
class Demand:
    """Give us the site: with an assertion that may be true or not, and terms."""

    sender: str
    site: str
    terms: int
    tree: object
    true: bool
    number: int

    def heard_by_unit(self, world: World, unit: Unit) -> None:
        """The assertion moves belief as news does (E5); then the unit answers by the rule of E6."""
        if unit.site != self.site or not any(unit.act.values()):
            return
        world.log(w.EV_DEMANDED, unit.id, self.site)
        if self.tree is not None:
            news = calls.News(self.number, w.NEWS_SEAT, self.sender, self.site, true=self.true)
            calls.hear_news(world, unit, news, self.sender, 1.0)
        self.answer(world, unit)

    def answer(self, world: World, unit: Unit) -> None:
        site = world.sites[self.site]
        theirs = contest_strength(world, site, self.sender)
        for side in world.foes(self.sender):
            if not unit.act[side]:
                continue
            p, loss = contest.odds(world, site, unit, side, theirs)
            z = dice.logistic(world.rng, 0.1)
            if (worth(self.terms) + 0.2) * max(unit.trust[self.sender], 0.3) > p - loss + z:
                world.log(w.EV_SURRENDERED, unit.id, self.site)
                contest.lay_down(
                    world, unit, side, unit.act[side], self.sender, captured=bool(self.terms & w.TERM_DISARM)
                )
            else:
                world.log(w.EV_STALLED, unit.id, self.site)
        if contest_strength(world, site, self.sender) and not world.hostile_armed_at(self.site, self.sender):
            contest.take_site(world, site, self.sender, yielded=True)


def contest_strength(world: World, site, k: str) -> float:
    return choice.side_strength(world, site.id, k, 3)


def demand(world: World, k: str, act, cause: int) -> None:
    """A demand travels by the line it names; when its time is up, its threat is carried out."""
    unit, site = world.by_id[act.of], world.sites[act.demand]
    site.demanded = True
    path = act.asserting
    tree = None
    if path is not None:
        tree = world.asserted[id(act)]
    true = tree is None or asks.Judge(world).true(tree)
    world.sequence += 1
    offer = Demand(k, site.id, bits(act.terms), tree, true, world.sequence)
    if unit.site is not None:
        call = calls.Call(w.NEWS_OFFER, k, w.LINE_TELEPHONE, unit=unit, offer=offer)
        calls.send(world, call, world.authorities[k].seat, unit.site)
    if act.within and act.or_:
        world.pending.append((world.minute + duration(act.within), lambda: threat(world, k, site.id, act.or_)))


def threat(world: World, k: str, site: str, what: str) -> None:
    if world.sites[site].holder == k or not world.authorities[k].alive:
        return
    if what in ("assault", "shell"):
        kind = w.ORDER_ASSAULT if what == "assault" else w.ORDER_SHELL
        for unit in world.units:
            if unit.act[k] and unit.order and unit.order.site == site and unit.order.authority == k:
                calls.order_unit(world, unit, Order(k, kind, site, 3, cause=w.CAUSE_PLAN))
    elif what == "fight":
        world.authorities[k].posture = w.POSTURE_FIGHT


# --- truces and final terms


def chances(world: World, k: str) -> dict[str, float]:
    return choice.softmax(world.authorities[k].belief)


def side_cost(world: World, k: str) -> float:
    """Expected loss share of a side in 6 h, over the sites where it fights now, plus its hardship."""
    losses, men, tired = 0.0, 0, 0.0
    for unit in world.units:
        if unit.here and unit.act[k]:
            men += unit.act[k]
            tired += unit.act[k] * unit.hardship
    for site in world.sites.values():
        if not site.contests or not world.acting_at(site.id, k):
            continue
        own = choice.side_strength(world, site.id, k, 2)
        foe = sum(choice.side_strength(world, site.id, j, 3) for j in world.foes(k))
        losses += 6.0 * contest.loss_rate(world, own, foe, 1.0, site.cover)
    return cost(world, k, min(1.0, losses / men) if men else 0.0, tired / men if men else 0.0)


def trust_between(world: World, i: str, j: str) -> float:
    """How far a side's men trust the other: mean over those who stand with it."""
    men = sum(u.n[i] for u in world.units if u.here)
    return sum(u.n[i] * u.trust[j] for u in world.units if u.here) / men if men else 0.5


def offer_truce(world: World, k: str, to: str, hours: float) -> None:
    """Taken iff pi_i(t) - pi_i + c_i > z_i - (1 - r_i,j); here without inflow known (E8)."""
    world.log(w.EV_OFFERED, k)
    z = dice.logistic(world.rng, 0.1)
    if not world.authorities[to].alive or side_cost(world, to) <= z - (1.0 - trust_between(world, to, k)):
        world.log(w.EV_REJECTED, to)
        return
    world.log(w.EV_ACCEPTED, to)
    world.truces[frozenset((k, to))] = (world.minute, world.minute + 60.0 * hours)
    world.log(w.EV_TRUCE_BEGAN, k)
    for side in (k, to):
        cease(world, side)


def cease(world: World, side: str, cause: int = w.CAUSE_RULE) -> None:
    """A cease order to all of a side, which travels like any call (E8)."""
    for unit in list(world.units):
        if unit.here and unit.act[side]:
            calls.order_unit(world, unit, Order(side, w.ORDER_CEASE, unit.site, 0, cause=cause))


def end_truces(world: World) -> None:
    """At its end fighting resumes unless prolonged (E8)."""
    for pair, (_, until) in list(world.truces.items()):
        if world.minute >= until:
            del world.truces[pair]
            world.log(w.EV_TRUCE_ENDED)
            for unit in world.units:
                if unit.order and unit.order.kind == w.ORDER_CEASE:
                    unit.order = Order(unit.order.authority, w.ORDER_HOLD, unit.site, 1)


def offer_terms(world: World, k: str, to: str, terms: int) -> bool:
    """Final terms: i takes iff x max(r, .3) > pi_i - c_i + z_i; the stronger iff 1 - .3 x > pi_j - c_j + z_j (E8)."""
    world.log(w.EV_OFFERED, k)
    if not (world.authorities[k].alive and world.authorities[to].alive):
        return False
    weak, strong = (k, to) if chances(world, k)[k] < chances(world, to)[to] else (to, k)
    x = worth(terms)
    zi, zj = dice.logistic(world.rng, 0.1), dice.logistic(world.rng, 0.1)
    yes = x * max(trust_between(world, weak, strong), 0.3) > chances(world, weak)[weak] - side_cost(world, weak) + zi
    yes_too = 1.0 - 0.3 * x > chances(world, strong)[strong] - side_cost(world, strong) + zj
    world.log(w.EV_ACCEPTED if yes and yes_too else w.EV_REJECTED, to)
    if yes and yes_too:
        settle(world, weak, strong)
    return yes and yes_too


def settle(world: World, loser: str, winner: str) -> None:
    """The loser dissolves; cease travels; those who reject or are not reached are pockets (E8)."""
    world.settled = True
    world.log(w.EV_SETTLED, winner)
    world.truces[frozenset((loser, winner))] = (world.minute, 1e12)
    cease(world, loser)
    cease(world, winner)
    world.authorities[loser].alive = False
    world.log(w.EV_AUTHORITY_ENDED, loser)
    calls.spread(world, w.NEWS_CEASE, winner, world.authorities[winner].seat)


# --- promises


def promise(world: World, k: str, issue: str, size: float, due: int | None, tree) -> None:
    world.authorities[k].promises[issue] = (size, None)
    world.log(w.EV_PROMISE_MADE, k)
    if due is not None:
        world.pending.append((due, lambda: judge_promise(world, k, tree)))


def judge_promise(world: World, k: str, tree) -> None:
    """Broken: r x (1 - delta); kept: a third of the way to 1 (E8)."""
    kept = tree is None or asks.Judge(world).true(tree)
    for unit in world.units:
        r = unit.trust[k]
        unit.trust[k] = r + (1.0 - r) / 3.0 if kept else r * (1.0 - world.p["delta"])
    if kept:
        world.authorities[k].kept += 1
        world.log(w.EV_PROMISE_KEPT, k)
    else:
        world.authorities[k].broken += 1
        world.log(w.EV_PROMISE_BROKEN, k)


def proclaim(world: World, k: str, favours: str, weight: int = w.NEWS_PROCLAMATION) -> None:
    """Words of an authority: news from its seat (E5)."""
    if NEWS_WEIGHTS[weight] > 0.0:
        calls.spread(world, weight, favours, world.authorities[k].seat, reporters=[k])
