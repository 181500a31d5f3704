"""Demands, ultimatums, truces, terms, promises: what is said to end it, and whether it does (E8).

A truce is not a settlement: it is taken for one's chance after the pause. Peace travels by the same
lines as war, and a unit that has not heard of it, or will not have it, is a pocket.

Rests on: Fearon 1995 (bargaining, commitment); noise of talks is drawn once per side and kind of offer.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_CEASE, LUCK_DELAY, exp_, log_, logistic, mixed, name_luck
from dualpower.engine.choice import belief_in
from dualpower.engine.events import because, because_rule, log_event, take_posture
from dualpower.engine.force import enter_site, force_of, headcount, is_marching
from dualpower.engine.formula import judge, leader_odds
from dualpower.engine.minds import can_check, credence, shift_unit
from dualpower.engine.params import P_DELTA, P_LAM, P_P
from dualpower.engine.post import (
    CALL_CEASE,
    CALL_CHECK,
    CALL_DEMAND,
    CALL_OFFER,
    carry,
    delay_min,
    make_news,
    push_call,
)
from dualpower.engine.ranks import close_slot, stand_down, walk_home
from dualpower.engine.terms import consider, local_odds
from dualpower.engine.world import World
from dualpower.words import (
    ACT_OFFER_TRUCE,
    ACT_ULTIMATUM,
    CAUSE_ORDER,
    DUTY_OUTSIDE,
    EV_ACCEPTED,
    EV_BELIEVED,
    EV_CEASED,
    EV_CHECKED,
    EV_DISBELIEVED,
    EV_FOUGHT_ON,
    EV_FREED,
    EV_GATE_OPENED,
    EV_PROMISE_BROKEN,
    EV_PROMISE_KEPT,
    EV_REJECTED,
    EV_SETTLED,
    EV_STALLED,
    EV_TRUCE_BEGAN,
    EV_TRUCE_ENDED,
    LINE_TELEPHONE,
    NEWS_PROCLAMATION,
    ORDER_ASSAULT,
    ORDER_RING,
    ORDER_TAKE,
    POSTURE_FIGHT,
    TERM_DISARM,
    TERM_FREEDOM,
    TERM_SIDE_ARMS,
)

FOREVER = 1000000000
OR_FIGHT = 100


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def worth_of(terms: cython.int) -> cython.double:
    """What terms are worth to those who take them (E8)."""
    x: cython.double = 0.5
    if (terms & TERM_FREEDOM) != 0:
        x += 0.1
    if (terms & TERM_SIDE_ARMS) != 0:
        x += 0.1
    if (terms & TERM_DISARM) == 0:
        x += 0.2
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def lose_trust(c: Case, w: World, k: cython.int, audience: cython.int) -> cython.void:
    """A broken promise of k: every body it was made to trusts it less."""
    u: cython.int
    j: cython.int
    for u in range(w.units):
        if w.live[u] != 0 and (audience < 0 or (w.serves[u] >= 0 and (audience & (1 << w.serves[u])) != 0)):
            w.r[u, k] = w.r[u, k] * (1.0 - w.par[P_DELTA])
    for j in range(1, c.K1):
        if j != k:
            w.hr[j, k] = w.hr[j, k] * (1.0 - w.par[P_DELTA])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def gain_trust(c: Case, w: World, k: cython.int) -> cython.void:
    """A kept promise moves trust a third of the way to 1."""
    u: cython.int
    for u in range(w.units):
        if w.live[u] != 0:
            w.r[u, k] += (1.0 - w.r[u, k]) / 3.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def answer_demand(c: Case, w: World, slot: cython.int) -> cython.void:
    """A body hears a demand for its post: weighs what is asserted, then the terms."""
    u: cython.int = w.c_to[slot]
    j: cython.int = w.c_from[slot]
    act: cython.int = w.c_ref[slot]
    k: cython.int = w.serves[u]
    s: cython.int = w.place[u]
    truth: cython.double = 1.0
    d: cython.double
    if k <= 0 or is_marching(w, u) or headcount(c, w, u) == 0 or w.hostile[k, j] == 0:
        return
    because(w, CAUSE_ORDER, w.c_row[slot])
    if c.act_assert[act] >= 0 and w.c_x[slot] == 0:
        truth = judge(c, w, c.act_assert[act], 0)
        if truth == 0.0 and can_check(c, w, u, w.seat[k] if w.seat[k] >= 0 else s):
            push_call(w, CALL_CHECK, j, u, LINE_TELEPHONE, act, 0, s, 0.0,
                      w.t + delay_min(w, 8.0, LUCK_DELAY, mixed(w.ukey[u]), w.t))  # fmt: skip
            return
        d = credence(w.r[u, j], w.iso[u], can_check(c, w, u, w.seat[k] if w.seat[k] >= 0 else s))
        d = shift_unit(c, w, u, j, d * c.w_news[c.act_news[act]])
        w.row = log_event(w, EV_BELIEVED, u, j, s, -1, d)
    give_or_stall(c, w, u, k, j, act)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def give_or_stall(c: Case, w: World, u: cython.int, k: cython.int, j: cython.int, act: cython.int) -> cython.void:
    """The answer to a demand: the gate is opened from inside, or it is not."""
    s: cython.int = w.place[u]
    here: cython.double = local_odds(c, w, s, k, 0.0)
    v: cython.int
    men: cython.int
    w.zoffer[u] = -1.0
    men = consider(c, w, u, k, j, here, worth_of(c.act_terms[act]), c.act_terms[act])
    if men <= 0:
        w.row = log_event(w, EV_STALLED, u, k, s, -1, here)
        if c.act_or[act] == ORDER_ASSAULT:
            if c.act_within[act] > 0 and w.ready[s] < w.t + c.act_within[act]:
                w.ready[s] = w.t + c.act_within[act]
            v = w.head[s]
            while v >= 0:
                if w.serves[v] == j and (w.order[v] == ORDER_RING or w.order[v] == ORDER_TAKE):
                    w.order[v] = ORDER_ASSAULT
                    w.order_row[v] = w.row
                v = w.nxt[v]
        return
    w.row = log_event(w, EV_GATE_OPENED, u, j, s, -1, men)
    w.contest_row[s] = w.row
    w.ready[s] = w.t
    v = w.head[s]
    while v >= 0:
        if w.serves[v] == j and w.order[v] == ORDER_RING:
            w.order[v] = ORDER_TAKE
            w.order_row[v] = w.row
        v = w.nxt[v]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def check_back(c: Case, w: World, slot: cython.int) -> cython.void:
    """Word comes back that the assertion was false: no belief, less trust, and the bare demand is weighed."""
    u: cython.int = w.c_to[slot]
    j: cython.int = w.c_from[slot]
    because(w, CAUSE_ORDER, w.c_row[slot])
    w.row = log_event(w, EV_CHECKED, u, j, w.place[u], -1, 0.0)
    w.row = log_event(w, EV_DISBELIEVED, u, j, w.place[u], -1, 0.0)
    w.r[u, j] = w.r[u, j] * (1.0 - w.par[P_DELTA])
    if w.serves[u] > 0 and headcount(c, w, u) > 0:
        give_or_stall(c, w, u, w.serves[u], j, w.c_ref[slot])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def cost_of_fighting(c: Case, w: World, i: cython.int, j: cython.int) -> cython.double:
    """c of E8: share expected lost in six hours, hardship of one's people, third parties who threaten."""
    own: cython.double = force_of(c, w, i)
    other: cython.double = force_of(c, w, j)
    x: cython.double = 0.0
    tired: cython.double = 0.0
    men: cython.double = 0.0
    u: cython.int
    if own > 0.0 and other > 0.0 and w.anyfire != 0:
        x = 6.0 * w.par[P_LAM] / 2.0 * exp_(w.par[P_P] * log_(other / own))
        if x > 0.5:
            x = 0.5
    for u in range(w.units):
        if w.live[u] != 0 and w.act[u, i] > 0:
            tired += w.hard[u] * w.act[u, i]
            men += w.act[u, i]
    if men > 0.0:
        x += 0.1 * tired / men
    return x + 0.15 * w.threat[i]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def inflow(c: Case, w: World, i: cython.int) -> cython.double:
    """Men on their way to i from outside who have not come, as its leaders count them."""
    u: cython.int
    x: cython.double = 0.0
    for u in range(c.U0):
        if c.unit_duty[u] == DUTY_OUTSIDE and w.serves[u] == i and w.came[u] == 0 and w.goal[u] >= 0:
            x += w.act[u, i]
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def odds_after(c: Case, w: World, i: cython.int, j: cython.int, theirs: cython.double) -> cython.double:
    """pi of i after a pause in which its own inflow comes in and a share of the other's, by i's belief."""
    p: cython.double = leader_odds(c, w, i, i)
    x: cython.double
    if p > 0.999:
        p = 0.999
    if p < 0.001:
        p = 0.001
    x = log_(p / (1.0 - p))
    x += log_((force_of(c, w, i) + inflow(c, w, i) + 50.0) / (force_of(c, w, i) + 50.0))
    x -= theirs * log_((force_of(c, w, j) + inflow(c, w, j) + 50.0) / (force_of(c, w, j) + 50.0))
    return 1.0 / (1.0 + exp_(-x))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def takes_truce(c: Case, w: World, i: cython.int, j: cython.int) -> cython.bint:
    """Whether i takes a pause with j: its gain and what it saves against what it loses if j does not keep still."""
    kept: cython.double = odds_after(c, w, i, j, 0.5)
    loss: cython.double = kept - odds_after(c, w, i, j, 1.0)
    gain: cython.double = kept - leader_odds(c, w, i, i)
    return gain + cost_of_fighting(c, w, i, j) > w.ztruce[i] + (1.0 - w.hr[i, j]) * loss


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def tell_all(c: Case, w: World, i: cython.int, until: cython.int, final: cython.int) -> cython.void:
    """Order to cease, from the seat of i to every body that acts for it."""
    u: cython.int
    for u in range(w.units):
        if w.live[u] != 0 and w.act[u, i] > 0 and w.seat[i] >= 0:
            carry(c, w, CALL_CEASE, i, w.seat[i], w.place[u], u, final, 0, until, 1.0, w.ukey[u])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def begin_truce(c: Case, w: World, i: cython.int, j: cython.int, minutes: cython.int) -> cython.void:
    """Both have agreed to a pause."""
    w.truce[i, j] = w.t + minutes
    w.truce[j, i] = w.t + minutes
    w.truced[i, j] = 1
    w.truced[j, i] = 1
    w.row = log_event(w, EV_TRUCE_BEGAN, -1, i, -1, j, minutes / 60.0)
    tell_all(c, w, i, w.t + minutes, 0)
    tell_all(c, w, j, w.t + minutes, 0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def settle(c: Case, w: World, loser: cython.int, winner: cython.int, odds: cython.double) -> cython.void:
    """Final terms are taken: the loser gives up its claim; cease-fire goes out; prisoners go free as it is heard."""
    i: cython.int
    w.settled[0] = loser
    w.posture[loser] = 0
    if w.local[loser] != 0:
        for i in range(c.towns):
            w.posture_in[loser, i] = 0
    w.row = log_event(w, EV_SETTLED, -1, loser, -1, winner, odds)
    tell_all(c, w, loser, FOREVER, 1)
    tell_all(c, w, winner, FOREVER, 2)
    if w.seat[winner] >= 0:
        make_news(c, w, NEWS_PROCLAMATION, winner, w.seat[winner], winner, 1)
    free_prisoners(c, w, winner)
    free_prisoners(c, w, loser)
    w.truce[loser, winner] = FOREVER
    w.truce[winner, loser] = FOREVER


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def free_prisoners(c: Case, w: World, j: cython.int) -> cython.void:
    """Prisoners in the hands of j go home."""
    u: cython.int
    base: cython.int
    men: cython.int
    for u in range(w.units):
        if w.live[u] != 0 and w.captured[u] > 0 and w.captor[u] == j:
            base = w.parent[u]
            men = w.captured[u]
            w.captured[u] = 0
            w.roll[u] -= men
            w.roll[base] += men
            w.n[base, 0] += men
            w.stale[w.place[base]] = 1
            w.stale[w.place[base]] = 1
            log_event(w, EV_FREED, u, w.serves[u], w.place[u], -1, men)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def weigh_final(c: Case, w: World, loser: cython.int, winner: cython.int, terms: cython.int) -> cython.bint:
    """Whether both sides take final terms (E8)."""
    x: cython.double = worth_of(terms)
    trust: cython.double = w.hr[loser, winner]
    if trust < 0.3:
        trust = 0.3
    if x * trust <= leader_odds(c, w, loser, loser) - cost_of_fighting(c, w, loser, winner) + w.zsettle[loser]:
        return False
    return 1.0 - 0.3 * x > leader_odds(c, w, winner, winner) - cost_of_fighting(c, w, winner, loser) + w.zsettle[winner]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def answer_offer(c: Case, w: World, slot: cython.int) -> cython.void:
    """The leaders of an authority hear an offer."""
    i: cython.int = -1 - w.c_to[slot]
    j: cython.int = w.c_from[slot]
    verb: cython.int = w.c_ref[slot]
    terms: cython.int = w.c_y[slot]
    minutes: cython.int = w.c_x[slot]
    yes: cython.bint = False
    loser: cython.int
    p: cython.double
    if w.alive[i] == 0 or w.alive[j] == 0 or w.settled[0] != 0:
        return
    because(w, CAUSE_ORDER, w.c_row[slot])
    p = leader_odds(c, w, i, i)
    if verb == ACT_OFFER_TRUCE:
        yes = w.truce[i, j] <= w.t and takes_truce(c, w, i, j) and takes_truce(c, w, j, i)
    else:
        loser = i if verb == ACT_ULTIMATUM or p < leader_odds(c, w, j, j) else j
        yes = weigh_final(c, w, loser, i if loser == j else j, terms)
    if not yes:
        w.row = log_event(w, EV_REJECTED, -1, i, -1, j, p)
        if verb == ACT_ULTIMATUM and w.c_z[slot] == OR_FIGHT:
            take_posture(c, w, j, w.seat[j], POSTURE_FIGHT)
        return
    w.row = log_event(w, EV_ACCEPTED, -1, i, -1, j, p)
    if verb == ACT_OFFER_TRUCE:
        begin_truce(c, w, i, j, minutes)
    else:
        settle(c, w, loser, i if loser == j else j, p)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hear_cease(c: Case, w: World, slot: cython.int) -> cython.void:
    """A body hears that it is to cease: it weighs its leaders' word against its own hope of winning."""
    u: cython.int = w.c_to[slot]
    k: cython.int = w.c_from[slot]
    final: cython.int = w.c_ref[slot]
    until: cython.int = w.c_y[slot]
    z: cython.double
    if w.act[u, k] <= 0:
        return
    name_luck(w, LUCK_CEASE, w.ukey[u], final * 100000 + w.truced[k, k] + w.t // 720)
    z = logistic(w, 0.1)
    because(w, CAUSE_ORDER, w.c_row[slot])
    if final != 2 and 0.5 * w.r[u, k] + 0.1 * w.hard[u] <= belief_in(c, w, u, k) - 0.5 + z:
        w.defy[u] = 1
        w.row = log_event(w, EV_FOUGHT_ON, u, k, w.place[u], -1, w.act[u, k])
        return
    w.defy[u] = 0
    w.cease[u] = until
    if until > w.calm:
        w.calm = until
    w.row = log_event(w, EV_CEASED, u, k, w.place[u], -1, w.act[u, k])
    if final == 1:
        if w.parent[u] != u:
            walk_home(c, w, u, k, k, w.n[u, k])
            close_slot(c, w, u)
        else:
            w.act[u, k] = 0
            w.sev[u, k] = -1
            if is_marching(w, u):
                enter_site(w, u, w.place[u])
            w.goal[u] = -1
            w.mustering[u] = 0
            stand_down(w, u)
            w.stale[w.place[u]] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def answer_all(c: Case, w: World) -> cython.void:
    """All demands, checks, offers and cease-fires delivered in this step.

    Reads   inbox, beliefs, sites       Writes  units.act, captured, cease; truce, settled, posture
    Draws   "terms", "company", "cease" Events  BELIEVED, CHECKED, YIELDED, STALLED, TRUCE_BEGAN, SETTLED, CEASED, ...
    """
    i: cython.int
    slot: cython.int
    for i in range(w.n_inbox):
        slot = w.inbox[i]
        if w.c_kind[slot] == CALL_DEMAND:
            answer_demand(c, w, slot)
        elif w.c_kind[slot] == CALL_CHECK:
            check_back(c, w, slot)
        elif w.c_kind[slot] == CALL_OFFER:
            answer_offer(c, w, slot)
        elif w.c_kind[slot] == CALL_CEASE:
            hear_cease(c, w, slot)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def end_truces(c: Case, w: World) -> cython.void:
    """Truces that have run out, and truces somebody shot through (a breach costs trust, once)."""
    i: cython.int
    j: cython.int
    for i in range(1, c.K1):
        for j in range(i + 1, c.K1):
            if w.truce[i, j] > 0 and w.truce[i, j] <= w.t:
                w.truce[i, j] = -1
                w.truce[j, i] = -1
                w.breached[i, j] = 0
                because_rule(w, -1)
                log_event(w, EV_TRUCE_ENDED, -1, i, -1, j, 0.0)
            elif w.truce[i, j] > w.t and w.breached[i, j] == 0 and w.lastfire[0] == w.t and w.settled[0] == 0:
                w.breached[i, j] = 1
                because_rule(w, -1)
                log_event(w, EV_PROMISE_BROKEN, -1, i, -1, -1, 0.0)
                w.hr[i, j] = w.hr[i, j] * (1.0 - w.par[P_DELTA])
                w.hr[j, i] = w.hr[j, i] * (1.0 - w.par[P_DELTA])
                w.broke_promise[i] += 1
                w.broke_promise[j] += 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def judge_promises(c: Case, w: World) -> cython.void:
    """Promises whose date has come are kept or broken."""
    i: cython.int
    k: cython.int
    for i in range(w.n_promises):
        if w.promise_on[i, 5] != 0 or w.promise_on[i, 2] < 0 or w.promise_on[i, 2] > w.t:
            continue
        k = w.promise_on[i, 0]
        w.promise_on[i, 5] = 1
        because_rule(w, w.promise_on[i, 6])
        if w.promise_on[i, 3] >= 0 and judge(c, w, w.promise_on[i, 3], 0) != 0.0:
            w.kept_promise[k] += 1
            gain_trust(c, w, k)
            log_event(w, EV_PROMISE_KEPT, -1, k, -1, w.promise_on[i, 1], 0.0)
        else:
            w.broke_promise[k] += 1
            lose_trust(c, w, k, w.promise_on[i, 4])
            w.q[k, w.promise_on[i, 1]] = 0.0
            w.edition[k] += 1
            log_event(w, EV_PROMISE_BROKEN, -1, k, -1, w.promise_on[i, 1], 0.0)
