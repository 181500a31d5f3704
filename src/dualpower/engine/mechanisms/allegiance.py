"""Whom a unit stands with: men reconsider one by one, and a detachment keeps only those who still stand (E2).

Rests on: E1's choice at the rate of E2, by exact exponential chances, so that the step does not matter.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import FEW, LUCK_REVISE, binomial, exp_, mixed, name_luck, part_luck, uniform, whole
from dualpower.engine.choice import stand_chances
from dualpower.engine.events import because_rule, log_event
from dualpower.engine.force import headcount
from dualpower.engine.hooks import own_number
from dualpower.engine.params import P_M, P_RHO
from dualpower.engine.post import shut_in
from dualpower.engine.ranks import close_slot, walk_home
from dualpower.engine.world import World
from dualpower.words import DUTY_OUTSIDE, EV_DEFECTED, EV_WENT_HOME, POINT_AT_REVIEW

RESTLESS = 0.05  # share of a body by which its stands move in one review, from which on it is not quiet


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def agitation(c: Case, w: World, u: cython.int) -> cython.double:
    """A of E2: 1 while delegates or a crowd at a stopped train work on it, .3 in a quiet contest, else 0."""
    if w.agit[u] > w.t:
        return 1.0
    if w.hot[w.place[u]] != 0 and w.fire[w.place[u]] == 0.0 and w.goal[u] < 0:
        return 0.3
    if c.unit_volunteer[w.parent[u]] != 0 and w.sev[u, w.serves[u]] >= 0:
        return 0.3
    return 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def revision_chance(c: Case, w: World, u: cython.int, hours: cython.double) -> cython.double:
    """Chance that a man of the unit reconsiders in so many hours."""
    a: cython.double = agitation(c, w, u)
    rate: cython.double
    if a < 1.0 and w.agit[u] > w.t - c.blind:  # it ended where nobody looked
        a += (1.0 - a) * (1.0 - (w.t - w.agit[u]) / (60.0 * hours))
    rate = w.par[P_RHO] * (1.0 + w.par[P_M] * a)
    rate = own_number(c, w, POINT_AT_REVIEW, u, w.serves[u], rate)
    return 1.0 - exp_(-rate * hours)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def settle_detachment(c: Case, w: World, u: cython.int) -> cython.void:
    """Men of a detachment who no longer stand with its side walk home, unless they are shut in."""
    k: cython.int
    side: cython.int = w.serves[u]
    men: cython.int
    for k in range(c.K1):
        if k != side and w.n[u, k] > 0 and not shut_in(c, w, w.place[u], side):
            men = w.n[u, k]
            walk_home(c, w, u, k, k, men)
            if men >= 30:
                because_rule(w, w.order_row[u])
                log_event(w, EV_WENT_HOME, u, side, w.place[u], -1, men)
    close_slot(c, w, u)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def note_defection(c: Case, w: World, u: cython.int) -> cython.void:
    """A base unit most of whose men have come to stand with its authority's enemy has gone over."""
    k: cython.int
    side: cython.int = w.serves[u]
    if side <= 0:
        return
    for k in range(1, c.K1):
        if w.hostile[side, k] == 0 or w.n[u, k] <= w.n[u, side]:
            continue
        if w.n[u, k] * 2 > headcount(c, w, u):
            because_rule(w, w.order_row[u])
            w.serves[u] = k
            w.order_row[u] = log_event(w, EV_DEFECTED, u, k, w.place[u], side, w.n[u, k])
            return


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def think_again(c: Case, w: World, u: cython.int, p: cython.double) -> cython.double:
    """Who of a unit reconsiders, by stand, into w.minded; returns the chance of those still to be drawn.

    In a small body often nobody does, and then there is nothing to reckon: -1. In a large one all are left in,
    with chance p each, and the draw of who changes his stand settles both at once: the same distribution.
    """
    k: cython.int
    total: cython.int = 0
    for k in range(c.K1):
        w.minded[k] = w.n[u, k]
        total += w.n[u, k]
    if total * p >= FEW:
        return p
    total = 0
    name_luck(w, LUCK_REVISE, mixed(w.ukey[u]), w.t)
    for k in range(c.K1):
        w.minded[k] = binomial(w, w.n[u, k], p) if w.n[u, k] > 0 else 0
        total += w.minded[k]
    return 1.0 if total > 0 else -1.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def choose_anew(c: Case, w: World, u: cython.int, p: cython.double) -> cython.void:
    """The same in a fraction of the draws: men are alike but for their stand, so those who think again are drawn, and
    then all of them choose together. The same distribution.

    Who acts and comes back to his own stand has never ceased to act; how many of them do is taken at its mean.
    """
    k: cython.int
    x: cython.int
    left: cython.int = 0
    men: cython.int = 0
    won: cython.double = 0.0
    all_who: cython.double
    rest: cython.double = 1.0
    root: cython.ulonglong
    stand_chances(c, w, u)
    name_luck(w, LUCK_REVISE, w.ukey[u], w.t)
    root = w.z
    for k in range(c.K1):
        men += w.n[u, k]
        x = w.minded[k]
        w.sx[k] = w.v[k] = 0.0
        if x > 0:
            if p < 1.0:
                part_luck(w, root, k + 1)
                x = binomial(w, x, p)
            if w.act[u, k] > 0:
                w.sx[k] = cython.cast(cython.double, w.act[u, k]) * x / w.n[u, k]  # of them so many act
            w.n[u, k] -= x
            w.v[k] = x
            left += x
    w.quiet[u] += 1
    if left == 0:
        return
    all_who = left
    w.stale[w.place[u]] = 1
    part_luck(w, root, c.K1 + 1)
    for k in range(c.K1):
        x = 0
        if left > 0 and w.sy[k] > 0.0:
            x = left if w.sy[k] >= rest else binomial(w, left, w.sy[k] / rest)
            rest -= w.sy[k]
            w.n[u, k] += x
            left -= x
        if x > w.v[k]:
            won += x - w.v[k]
        if w.sx[k] > 0.0:
            w.act[u, k] -= whole(w.sx[k] * (1.0 - x / all_who) + uniform(w))
            if w.act[u, k] > w.n[u, k]:
                w.act[u, k] = w.n[u, k]
    w.n[u, 0] += left
    if won >= RESTLESS * men:
        w.quiet[u] = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def change_stands(c: Case, w: World, u: cython.int, p: cython.double) -> cython.void:
    """Those in w.minded choose by E1, each with chance p of doing so now."""
    j: cython.int
    k: cython.int
    x: cython.int
    y: cython.int
    acting: cython.longlong  # men times men overflows 32 bits in a garrison of 160,000
    rest: cython.double
    root: cython.ulonglong
    s: cython.int = w.place[u]
    stand_chances(c, w, u)
    name_luck(w, LUCK_REVISE, w.ukey[u], w.t)
    root = w.z
    for j in range(c.K1):
        if w.minded[j] <= 0 or w.sy[j] > 0.99999:
            continue
        part_luck(w, root, j + 1)
        x = binomial(w, w.minded[j], p * (1.0 - w.sy[j]))
        if x <= 0:
            continue
        w.stale[s] = 1
        acting = w.act[u, j]
        if acting > 0:
            acting = (acting * x) // w.n[u, j]
            w.act[u, j] -= acting
        w.n[u, j] -= x
        if w.act[u, j] > w.n[u, j]:
            w.act[u, j] = w.n[u, j]
        rest = 1.0 - w.sy[j]
        for k in range(c.K1):
            if k == j or x == 0:
                continue
            y = x if w.sy[k] >= rest else binomial(w, x, w.sy[k] / rest)
            rest -= w.sy[k]
            w.n[u, k] += y
            x -= y
        if x > 0:
            w.n[u, j] += x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def revise(c: Case, w: World, u: cython.int, p: cython.double) -> cython.void:
    """Each man reconsiders with chance p (E2) and, if he does, chooses by E1.

    Reads   units.l, trust, promises, sites.here   Writes  units.n, act
    Draws   "revise" per unit, state and minute    Events  WENT_HOME, DEFECTED
    """
    s: cython.int = w.place[u]
    p = think_again(c, w, u, p)
    if p > 0.0:
        if c.pooled != 0:
            choose_anew(c, w, u, p)
        else:
            change_stands(c, w, u, p)
    if w.stale[s] == 0:
        w.stale[s] = -1
    if w.parent[u] != u:
        settle_detachment(c, w, u)
    elif c.unit_duty[u] != DUTY_OUTSIDE or w.came[u] != 0:
        note_defection(c, w, u)
