"""Whether men give up a post, and what it looks like when they do (E8, used by E6 and by demands).

A post is worth holding if it can be held *and* one's side prevails: both odds count, and isolation works
through belief. A commander may yield while some of his companies do not.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_COMPANY, LUCK_TERMS, binomial, exp_, log_, logistic, logit, name_luck, root_
from dualpower.engine.choice import belief_in
from dualpower.engine.events import log_event
from dualpower.engine.force import hostile_force, refresh_site
from dualpower.engine.hooks import own_margin
from dualpower.engine.params import P_LAM, P_P
from dualpower.engine.ranks import walk_home
from dualpower.engine.world import World
from dualpower.words import EV_SURRENDERED, EV_YIELDED, STOCK_RIFLES, TERM_DISARM

TERMS_NOISE = 0.1  # scale of a body's noise when it weighs terms


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def side_force(c: Case, w: World, s: cython.int, k: cython.int) -> cython.double:
    """Strength acting for k at a site, capped by its entrances (100 men each)."""
    x: cython.double
    refresh_site(c, w, s)
    x = w.force[s, k]
    if w.holder[s] == k:
        x = x * (1.0 - w.tied[s])
    if x > 100.0 * c.site_entrances[s]:
        return 100.0 * c.site_entrances[s]
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def marks_of(c: Case, w: World, s: cython.int, k: cython.int) -> cython.double:
    """Men acting for k at a site who can be hit, armed or not: as many as its entrances let into the fight."""
    men: cython.double
    refresh_site(c, w, s)
    men = w.doing[s, k]
    if men > 100.0 * c.site_entrances[s]:
        men = 100.0 * c.site_entrances[s]
    if men != w.marks[s, k]:
        w.marks[s, k] = men
        w.log_marks[s, k] = log_(men) if men > 0.0 else 0.0
    return men


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def loss_of_logs(
    w: World, f: cython.double, cover: cython.double, hitting: cython.double, hit: cython.double
) -> cython.double:
    """Losses per hour of one side under the other's fire: Lanchester with exponent p (E6).

    Arms hit, men are hit: from the logarithms of the one's strength and of the other's men.
    """
    return w.par[P_LAM] * f / cover * exp_(w.par[P_P] * hitting + (1.0 - w.par[P_P]) * hit)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def loss_rate(
    w: World, f: cython.double, cover: cython.double, hitting: cython.double, hit: cython.double
) -> cython.double:
    """Losses per hour of one side under the other's fire."""
    if hitting <= 0.0 or hit <= 0.0:
        return 0.0
    return loss_of_logs(w, f, cover, log_(hitting), log_(hit))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def log_strength(w: World, s: cython.int, k: cython.int, x: cython.double) -> cython.double:
    """Logarithm of the strength of k in a fight at a site, remembered until it changes."""
    if x != w.might[s, k]:
        w.might[s, k] = x
        w.log_might[s, k] = log_(x)
    return w.log_might[s, k]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def local_odds(c: Case, w: World, s: cython.int, k: cython.int, extra: cython.double) -> cython.double:
    """Own share of the strength at a site; ``extra`` is enemy strength said to be near."""
    own: cython.double
    other: cython.double
    refresh_site(c, w, s)
    own = w.force[s, k]
    other = hostile_force(c, w, s, k) + extra
    if own + other <= 0.0:
        return 0.5
    return own / (own + other)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hold_odds(c: Case, w: World, u: cython.int, k: cython.int, here: cython.double) -> cython.double:
    """Odds that holding out pays: root of local odds times the belief that one's side prevails."""
    return root_(here * belief_in(c, w, u, k))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def margin(
    c: Case, w: World, u: cython.int, k: cython.int, j: cython.int, here: cython.double, worth: cython.double
) -> cython.double:
    """How far terms of j outweigh holding out, before noise."""
    s: cython.int = w.place[u]
    trust: cython.double = w.r[u, j]
    loss: cython.double = 0.0
    own: cython.double
    enemy: cython.double
    if trust < 0.3:
        trust = 0.3
    own = marks_of(c, w, s, k)
    enemy = side_force(c, w, s, j)
    if own > 0.0 and enemy > 0.0:
        loss = 6.0 * loss_rate(w, 1.0, c.site_cover[s], enemy, own) / own
        if loss > 0.5:
            loss = 0.5
    return worth * trust - (hold_odds(c, w, u, k, here) - loss - 0.1 * w.hard[u])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def lay_down(
    c: Case, w: World, u: cython.int, k: cython.int, j: cython.int, men: cython.int, terms: cython.int
) -> cython.void:
    """Men of u acting for k give up to j: prisoners if the terms disarm, else they go home."""
    s: cython.int = w.place[u]
    rifles: cython.double
    acting: cython.int = w.act[u, k]
    if men > acting:
        men = acting
    if men <= 0:
        return
    rifles = w.rifles[u]
    if rifles > men:
        rifles = men
    w.rifles[u] -= rifles
    w.stock[s, STOCK_RIFLES] += rifles
    w.racks[s] = 1
    w.act[u, k] -= men
    w.disarmed[u] = w.t
    w.fired_on[u] = 0
    w.stale[s] = 1
    if (terms & TERM_DISARM) != 0:
        w.n[u, k] -= men
        if w.parent[u] != u:
            w.sent_men[w.parent[u]] -= men
        w.captured[u] += men
        w.captor[u] = j
        w.surrendered[s] = w.mercy = w.t
        log_event(w, EV_SURRENDERED, u, k, s, j, men)
    elif w.parent[u] != u:
        walk_home(c, w, u, k, k, men)
    if w.sev[u, k] > 0:
        w.sev[u, k] = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def consider(
    c: Case,
    w: World,
    u: cython.int,
    k: cython.int,
    j: cython.int,
    here: cython.double,
    worth: cython.double,
    terms: cython.int,
) -> cython.int:
    """A body weighs terms. Returns the men who give up (0 if its commander refuses).

    The noise of a body is drawn once per contest; companies of 150 have their own when he yields.
    """
    m: cython.double = own_margin(c, w, u, k, margin(c, w, u, k, j, here, worth), TERMS_NOISE)
    companies: cython.int
    giving: cython.int
    men: cython.int = w.act[u, k]
    if w.zoffer[u] < 0.0:
        name_luck(w, LUCK_TERMS, w.ukey[u], w.tries[w.place[u]])
        w.zt[u] = logistic(w, TERMS_NOISE)
    w.zoffer[u] = here
    if men <= 0 or m <= w.zt[u]:
        return 0
    companies = (men + 149) // 150
    name_luck(w, LUCK_COMPANY, w.ukey[u], w.tries[w.place[u]])
    giving = 1 + binomial(w, companies - 1, logit(10.0 * m))
    if giving < companies:
        men = giving * 150
    log_event(w, EV_YIELDED, u, j, w.place[u], k, men)
    lay_down(c, w, u, k, j, men, terms)
    return men
