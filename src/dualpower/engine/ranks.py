"""Men in ranks: detachments are split off, meet, come home; men are lost, taken, freed. None is made or unmade.

roll = standing and aloof + absent + dead + captured + dispersed, in every body at every step.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import GOLD, LUCK_KILLED, M64, binomial, mixed, name_luck
from dualpower.engine.force import enter_site, headcount, leave_site
from dualpower.engine.world import World
from dualpower.words import ORDER_NONE, STOCK_RIFLES


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def free_slot(c: Case, w: World) -> cython.int:
    """A slot for a new detachment, or -1 if the run has no more."""
    v: cython.int
    for v in range(w.first_free, w.units):
        if w.live[v] == 0:
            w.first_free = v
            return v
    w.first_free = w.units
    if w.units >= c.U:
        return -1
    w.units += 1
    return w.units - 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def blank_slot(c: Case, w: World, v: cython.int) -> cython.void:
    """Clear what a slot remembers of its last tenant."""
    k: cython.int
    w.roll[v] = w.absent[v] = w.dead[v] = w.captured[v] = w.dispersed[v] = 0
    w.captor[v] = w.serial[v] = w.sent_men[v] = w.sent_for[v] = 0
    w.sent[v] = w.sent_next[v] = -1
    w.goal[v] = w.nexthop[v] = w.arrive[v] = w.target[v] = w.cease[v] = w.order_row[v] = -1
    w.mustering[v] = w.defy[v] = w.iso[v] = w.silence[v] = w.came[v] = w.route_at[v] = 0
    w.order[v] = ORDER_NONE
    w.rifles[v] = w.mguns[v] = w.guns[v] = w.shells[v] = w.rounds[v] = w.lost[v] = w.startmen[v] = 0.0
    w.agit[v] = -1.0
    w.quiet[v] = 0
    w.entered[v] = -1
    w.hale[v] = 0
    w.cutoff[v] = w.unfed[v] = w.broken[v] = w.disarmed[v] = w.column[v] = -1
    w.fired_on[v] = 0
    w.zoffer[v] = -1.0
    for k in range(c.K1):
        w.n[v, k] = w.act[v, k] = w.stopped[v, k] = w.stop_on[v, k] = w.fresh_order[v, k] = 0
        w.sev[v, k] = -1
        w.stake_of[v, k] = 0


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def may_hear(c: Case, w: World, u: cython.int, i: cython.int) -> cython.bint:
    """Whether a unit can have heard an item from mouth to mouth: in a country only in the town where it happened."""
    return c.T == 1 or w.item_for[i] >= 0 or c.site_town[w.item[i, 2]] == c.site_town[w.place[u]]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def inherit(c: Case, w: World, v: cython.int, u: cython.int) -> cython.void:
    """A detachment thinks as its parent thought when it left."""
    k: cython.int
    i: cython.int
    for k in range(c.K1):
        w.a[v, k] = w.a[u, k]
        w.bond[v, k] = w.bond[u, k]
        w.r[v, k] = w.r[u, k]
        w.l[v, k] = w.l[u, k]
        w.told[v, k] = w.t
    w.bel[v, 0] = 0.0
    for i in range(c.I):
        w.y[v, i] = w.y[u, i]
    for i in range(w.n_airing):  # of the others nobody will speak any more
        k = w.airing[i]
        w.heard[k, v] = w.heard[k, u] if may_hear(c, w, u, k) else 0
    w.read[v] = w.read[u]
    w.e[v] = w.e[u]
    w.hard[v] = w.hard[u]
    w.hale[v] = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hand_over(w: World, v: cython.int, u: cython.int, share: cython.double, men: cython.double) -> cython.void:
    """Arms that go with men from u to v: rifles first to those who go; the rest by share."""
    rifles: cython.double = w.rifles[u]
    x: cython.double
    if rifles > men:
        rifles = men
    if w.rifles[u] > 0.0:
        x = w.rounds[u] * rifles / w.rifles[u]
        w.rounds[v] += x
        w.rounds[u] -= x
    w.rifles[v] += rifles
    w.rifles[u] -= rifles
    x = w.mguns[u] * share
    w.mguns[v] += x
    w.mguns[u] -= x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def split_off(c: Case, w: World, u: cython.int, k: cython.int, men: cython.int) -> cython.int:
    """Make a detachment of men acting for k out of u, at the same site. Returns its slot, or -1."""
    v: cython.int = free_slot(c, w)
    base: cython.int = w.parent[u]
    serial: cython.ulonglong
    share: cython.double
    if v < 0 or men <= 0 or men > w.act[u, k]:
        return -1
    blank_slot(c, w, v)
    share = men / (1.0 * headcount(c, w, u))
    w.live[v] = w.relist = 1
    w.parent[v] = base
    w.serial[base] += 1
    w.sent_next[v] = w.sent[base]
    w.sent[base] = v
    serial = w.serial[base]
    w.ukey[v] = mixed((w.ukey[base] + serial * GOLD) & M64)
    w.serves[v] = k
    inherit(c, w, v, u)
    w.n[u, k] -= men
    w.act[u, k] -= men
    w.roll[u] -= men
    w.n[v, k] = men
    w.act[v, k] = men
    w.roll[v] = men
    w.sev[v, k] = w.sev[u, k]
    if base == u:
        w.sent_men[base] += men
        w.sent_for[base] = k
    hand_over(w, v, u, share, men)
    w.review[v] = w.t
    w.due[v] = w.t + 30
    enter_site(w, v, w.place[u])
    return v


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def pool_arms(w: World, v: cython.int, u: cython.int) -> cython.void:
    """All arms of v pass to u."""
    w.rifles[u] += w.rifles[v]
    w.mguns[u] += w.mguns[v]
    w.guns[u] += w.guns[v]
    w.shells[u] += w.shells[v]
    w.rounds[u] += w.rounds[v]
    w.rifles[v] = w.mguns[v] = w.guns[v] = w.shells[v] = w.rounds[v] = 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def strike_off(w: World, v: cython.int) -> cython.void:
    """Take a detachment off the list of those its base unit has sent."""
    u: cython.int = w.parent[v]
    if w.sent[u] == v:
        w.sent[u] = w.sent_next[v]
        return
    u = w.sent[u]
    while u >= 0:
        if w.sent_next[u] == v:
            w.sent_next[u] = w.sent_next[v]
            return
        u = w.sent_next[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def fold_into(c: Case, w: World, v: cython.int, u: cython.int) -> cython.void:
    """A detachment joins another body of its parent (or the parent): men, losses and arms move over."""
    k: cython.int
    base: cython.int = w.parent[v]
    men: cython.int = headcount(c, w, v)
    for k in range(c.K1):
        w.n[u, k] += w.n[v, k]
        w.act[u, k] += w.act[v, k]
        if w.act[v, k] > 0 and w.sev[u, k] < 0:
            w.sev[u, k] = 1
        w.n[v, k] = w.act[v, k] = 0
    w.roll[u] += w.roll[v]
    w.absent[u] += w.absent[v]
    w.dead[u] += w.dead[v]
    w.captured[u] += w.captured[v]
    w.dispersed[u] += w.dispersed[v]
    if w.captured[v] > 0:
        w.captor[u] = w.captor[v]
    if w.hard[v] > w.hard[u] and men * 2 > headcount(c, w, u):
        w.hard[u] = w.hard[v]
        w.hale[u] = 0
    pool_arms(w, v, u)
    if u == base:
        w.sent_men[base] -= men
    w.roll[v] = w.absent[v] = w.dead[v] = w.captured[v] = w.dispersed[v] = 0
    if w.goal[v] < 0 or w.mustering[v] != 0:
        leave_site(w, v)
    w.goal[v] = -1
    w.live[v] = 0
    strike_off(w, v)
    if v < w.first_free:
        w.first_free = v
    w.relist = 1
    w.stale[w.place[u]] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def walk_home(c: Case, w: World, v: cython.int, k: cython.int, j: cython.int, men: cython.int) -> cython.void:
    """Men of a detachment who stood with k leave it for home and stand with j there (0: aloof)."""
    base: cython.int = w.parent[v]
    x: cython.double
    if men > w.n[v, k]:
        men = w.n[v, k]
    if men <= 0:
        return
    x = w.rifles[v] * men / headcount(c, w, v)
    w.rifles[v] -= x
    w.rifles[base] += x
    w.n[v, k] -= men
    if w.act[v, k] > w.n[v, k]:
        w.act[v, k] = w.n[v, k]
    w.roll[v] -= men
    w.n[base, j] += men
    w.roll[base] += men
    w.sent_men[base] -= men
    w.stale[w.place[v]] = 1
    w.stale[w.place[base]] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def take_out(c: Case, w: World, u: cython.int, k: cython.int, men: cython.int) -> cython.int:
    """Remove men standing with k from the ranks of u, those acting first; returns how many went."""
    if men > w.n[u, k]:
        men = w.n[u, k]
    if men <= 0:
        return 0
    w.n[u, k] -= men
    w.act[u, k] -= men
    if w.act[u, k] < 0:
        w.act[u, k] = 0
    if w.parent[u] != u:
        w.sent_men[w.parent[u]] -= men
    w.stale[w.place[u]] = 1
    return men


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def lose_men(c: Case, w: World, u: cython.int, k: cython.int, men: cython.int) -> cython.int:
    """Losses in a fight: a quarter killed, the rest out of action. Returns the killed."""
    killed: cython.int
    men = take_out(c, w, u, k, men)
    if men <= 0:
        return 0
    name_luck(w, LUCK_KILLED, w.ukey[u], w.t)
    killed = binomial(w, men, 0.25)
    w.dead[u] += killed
    w.absent[u] += men - killed
    w.lost[u] += men
    w.killed[k] += killed
    if w.rifles[u] > headcount(c, w, u):
        w.rifles[u] = headcount(c, w, u)
    return killed


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def close_slot(c: Case, w: World, v: cython.int) -> cython.void:
    """A detachment without men is struck off; its losses are its parent's, its rifles are left where it was.

    Men just taken are still at their captors' mercy: their detachment stays on the books for an hour.
    """
    if w.live[v] != 0 and w.parent[v] != v and headcount(c, w, v) == 0:
        if w.captured[v] > 0 and w.disarmed[v] >= 0 and w.t - w.disarmed[v] < 60:
            return
        if w.place[v] != w.place[w.parent[v]] and w.rifles[v] > 0.0:
            w.stock[w.place[v], STOCK_RIFLES] += w.rifles[v]
            w.racks[w.place[v]] = 1
            w.rifles[v] = 0.0
        fold_into(c, w, v, w.parent[v])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def man_gates(c: Case, w: World, s: cython.int, k: cython.int, u: cython.int) -> cython.void:
    """A body of k keeps every gate of a site that k knows of; the others stay forgotten."""
    g: cython.int
    for g in range(c.G):
        if c.gate_site[g] == s:
            if c.gate_known[g] < 0 or (c.gate_known[g] & (1 << k)) != 0:
                w.gate_keeper[g] = u
            else:
                w.gate_keeper[g] = -1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def stand_down(w: World, u: cython.int) -> cython.void:
    """Forget the order."""
    w.order[u] = ORDER_NONE
    w.target[u] = -1
    w.startmen[u] = w.lost[u] = 0.0
    w.column[u] = -1
    w.zoffer[u] = -1.0
