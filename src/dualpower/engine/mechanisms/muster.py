"""1,500 on paper, 80 in the street: an order reaches a unit, and some of its men act on it (E3).

An order is one occasion for all it reaches. Who is willing to go becomes a detachment; the rest keep their
place. Staff told to stop work need no courage: stopping is staying away.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import (
    FEW,
    LUCK_MUSTER,
    LUCK_OBEY,
    LUCK_OCCASION,
    binomial,
    logit,
    mixed,
    name_luck,
    part_luck,
)
from dualpower.engine.choice import drive, start_chance, thinning
from dualpower.engine.events import because, log_event
from dualpower.engine.force import headcount
from dualpower.engine.ground import crow_km
from dualpower.engine.hooks import own_number
from dualpower.engine.params import P_THETA
from dualpower.engine.post import CALL_ORDER, delay_min
from dualpower.engine.ranks import fold_into, man_gates, split_off
from dualpower.engine.world import World
from dualpower.words import (
    CAUSE_ORDER,
    DUTY_HOME,
    DUTY_ON_DUTY,
    EV_GUNS_MOVED,
    EV_REFUSED,
    EV_RESUMED,
    EV_STRUCK,
    EV_TURNED_OUT,
    ORDER_GO,
    ORDER_GUARD,
    ORDER_HOLD,
    ORDER_RETURN,
    ORDER_SHELL,
    ORDER_STAY,
    ORDER_STOP_WORK,
    ORDER_TURN_OUT,
    POINT_BEFORE_ORDER,
    STOCK_SHELLS,
)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def occasion(
    c: Case, w: World, u: cython.int, k: cython.int, level: cython.int, weight: cython.double, tag: cython.int
) -> cython.int:
    """All men standing with k who do not act yet decide once, at this severity. Returns how many begin."""
    x: cython.double
    idle: cython.int = w.n[u, k] - w.act[u, k]
    men: cython.int
    if idle <= 0:
        return 0
    x = start_chance(w, u, k, drive(c, w, u, k), level, w.bond[u, k] * weight)
    x = own_number(c, w, POINT_BEFORE_ORDER, u, k, x)
    name_luck(w, LUCK_OCCASION, w.ukey[u] + k, w.t * 16 + (tag & 15))
    men = binomial(w, idle, x)
    w.act[u, k] += men
    if w.sev[u, k] < level:
        w.sev[u, k] = level
    w.stale[w.place[u]] = 1
    return men


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def muster_hours(c: Case, w: World, u: cython.int) -> cython.double:
    """Hours to get men under way: half an hour under arms, more from barracks or homes (E4)."""
    base: cython.int = w.parent[u]
    if base != u or c.unit_duty[base] == DUTY_ON_DUTY:
        return 0.5
    if c.unit_duty[base] == DUTY_HOME:
        return 3.0
    return c.unit_muster[base]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def set_out(c: Case, w: World, v: cython.int, order: cython.int, site: cython.int) -> cython.void:
    """Give a body its order and let it gather."""
    w.order[v] = order
    if order == ORDER_SHELL:
        w.batteries = 1
    w.target[v] = site
    w.zoffer[v] = -1.0
    w.lost[v] = 0.0
    w.startmen[v] = headcount(c, w, v)
    w.order_row[v] = w.row
    if w.place[v] != site:
        w.goal[v] = site
        w.mustering[v] = 1
        w.stale[w.place[v]] = 1  # who gathers to leave no longer acts here
        w.wake = 0
        w.arrive[v] = w.t + delay_min(w, 60.0 * muster_hours(c, w, v), LUCK_MUSTER, w.ukey[v], w.t)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def obey_stop(c: Case, w: World, u: cython.int, k: cython.int) -> cython.void:
    """Stop work, severity 0 and no cost: every man who stands with k, or is asked by nobody else, decides."""
    j: cython.int
    x: cython.double
    men: cython.int
    already: cython.int = 0
    for j in range(1, c.K1):
        already += w.stopped[u, j]
    w.stop_on[u, k] = 1
    x = own_number(c, w, POINT_BEFORE_ORDER, u, k, logit(drive(c, w, u, k)))
    name_luck(w, LUCK_OBEY, w.ukey[u] + k, w.t)
    men = binomial(w, headcount(c, w, u) - already, x)
    if men <= 0:
        return
    w.stopped[u, k] += men
    log_event(w, EV_STRUCK, u, k, w.place[u], -1, men)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def resume_work(c: Case, w: World, u: cython.int, k: cython.int) -> cython.void:
    """The authority that called the strike calls it off."""
    w.stop_on[u, k] = 0
    if w.stopped[u, k] > 0:
        log_event(w, EV_RESUMED, u, k, w.place[u], -1, w.stopped[u, k])
        w.stopped[u, k] = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def despatch(
    c: Case,
    w: World,
    u: cython.int,
    k: cython.int,
    order: cython.int,
    site: cython.int,
    men: cython.int,
    weight: cython.double,
) -> cython.void:
    """Send up to so many willing men of a unit on an order."""
    level: cython.int = c.severity[order]
    v: cython.int
    began: cython.int = 0
    willing: cython.int
    x: cython.double
    if w.act[u, k] < men:
        began = occasion(c, w, u, k, 1, weight, order)
        if began > 0 and c.unit_volunteer[w.parent[u]] != 0:
            w.vols[k] += began
    willing = w.act[u, k]
    if level > 1 and willing > 0:
        x = own_number(c, w, POINT_BEFORE_ORDER, u, k, thinning(w, drive(c, w, u, k), 1.0, level))
        name_luck(w, LUCK_OBEY, w.ukey[u] + k, w.t * 16 + order)
        willing = binomial(w, willing, x)
    if willing > men:
        willing = men
    if willing < 5:
        log_event(w, EV_REFUSED, u, k, site, order, men)
        return
    if w.parent[u] != u and willing == w.act[u, k] and headcount(c, w, u) == willing:
        v = u
    else:
        v = split_off(c, w, u, k, willing)
        if v < 0:
            log_event(w, EV_REFUSED, u, k, site, order, men)
            return
    if w.sev[v, k] < level:
        w.sev[v, k] = level
    w.row = log_event(w, EV_TURNED_OUT, v, k, w.place[v], order, willing)
    if v != u and w.guns[u] >= 1.0 and (order == ORDER_GO or order == ORDER_SHELL):
        draw_guns(w, v, u, willing)
    set_out(c, w, v, order, site)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def draw_guns(w: World, v: cython.int, u: cython.int, men: cython.int) -> cython.void:
    """Guns go with their crew, twelve men to a gun, with fifty shells each if the place has them."""
    guns: cython.double = men // 12
    shells: cython.double
    if guns > w.guns[u]:
        guns = w.guns[u]
    if guns < 1.0:
        return
    shells = 50.0 * guns - w.shells[u] * guns / w.guns[u]
    if shells > 0.0:
        if shells > w.stock[w.place[u], STOCK_SHELLS]:
            shells = w.stock[w.place[u], STOCK_SHELLS]
        w.stock[w.place[u], STOCK_SHELLS] -= shells
        w.shells[u] += shells
    shells = w.shells[u] * guns / w.guns[u]
    w.guns[u] -= guns
    w.shells[u] -= shells
    w.guns[v] += guns
    w.shells[v] += shells
    log_event(w, EV_GUNS_MOVED, v, w.serves[v], w.place[v], -1, guns)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def fire_from_home(
    c: Case, w: World, u: cython.int, k: cython.int, site: cython.int, weight: cython.double
) -> cython.void:
    """A battery in range of its target fires from where it stands."""
    if w.act[u, k] < 10:
        occasion(c, w, u, k, 1, weight, ORDER_SHELL)
    if w.act[u, k] < 5:
        log_event(w, EV_REFUSED, u, k, site, ORDER_SHELL, w.n[u, k])
        return
    w.order[u] = ORDER_SHELL
    w.batteries = 1
    w.target[u] = site
    w.order_row[u] = log_event(w, EV_TURNED_OUT, u, k, w.place[u], ORDER_SHELL, w.act[u, k])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def go_back(c: Case, w: World, u: cython.int) -> cython.void:
    """A detachment told to return sets out for its parent's home, or joins it on the spot."""
    base: cython.int = w.parent[u]
    if base == u:
        return
    if w.goal[u] >= 0 and w.mustering[u] == 0:
        w.goal[u] = w.place[base]
        w.order[u] = ORDER_RETURN
        return
    w.goal[u] = -1
    w.mustering[u] = 0
    if w.place[base] == w.place[u]:
        fold_into(c, w, u, base)
        return
    set_out(c, w, u, ORDER_RETURN, w.place[base])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def obey_one(c: Case, w: World, slot: cython.int) -> cython.void:
    """One order is heard."""
    u: cython.int = w.c_to[slot]
    k: cython.int = w.c_from[slot]
    order: cython.int = w.c_ref[slot]
    site: cython.int = w.c_y[slot]
    men: cython.int
    because(w, CAUSE_ORDER, w.c_row[slot])
    if order == ORDER_STOP_WORK:
        obey_stop(c, w, u, k)
    elif order == ORDER_STAY:
        resume_work(c, w, u, k)
    elif order == ORDER_TURN_OUT:
        men = occasion(c, w, u, k, 1, w.c_z[slot], order)
        if w.sev[u, k] < 1:
            w.sev[u, k] = 1
        if c.unit_volunteer[w.parent[u]] != 0:
            w.vols[k] += men
        if men > 0:
            w.order_row[u] = log_event(w, EV_TURNED_OUT, u, k, w.place[u], order, men)
        elif w.n[u, k] > 0:
            log_event(w, EV_REFUSED, u, k, w.place[u], order, w.n[u, k])
    elif order == ORDER_RETURN:
        if w.serves[u] == k:
            go_back(c, w, u)
    elif site == w.place[u] and w.parent[u] == u and (order == ORDER_HOLD or order == ORDER_GUARD):
        men = occasion(c, w, u, k, 1, w.c_z[slot], order)
        w.row = log_event(w, EV_TURNED_OUT, u, k, site, order, men)
        if order == ORDER_GUARD and w.holder[site] == k and w.act[u, k] >= 5:
            man_gates(c, w, site, k, u)
    elif w.parent[u] != u and w.serves[u] != k:
        log_event(w, EV_REFUSED, u, k, site, order, w.c_x[slot])
    elif w.goal[u] >= 0 or w.broken[u] > w.t:
        return
    elif order == ORDER_SHELL and w.guns[u] >= 1.0 and crow_km(c, w.place[u], site) <= 4.0:
        fire_from_home(c, w, u, k, site, w.c_z[slot])
    else:
        despatch(c, w, u, k, order, site, w.c_x[slot], w.c_z[slot])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def obey_all(c: Case, w: World) -> cython.void:
    """All orders delivered in this step.

    Reads   inbox, units.l, bond, sites      Writes  units.act, sev, order; new detachments
    Draws   "occasion", "obey", "muster"     Events  TURNED_OUT, REFUSED, STRUCK, RESUMED
    """
    i: cython.int
    for i in range(w.n_inbox):
        if w.c_kind[w.inbox[i]] == CALL_ORDER and w.c_to[w.inbox[i]] >= 0:
            obey_one(c, w, w.inbox[i])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def strike_on(c: Case, w: World, u: cython.int, k: cython.int, p: cython.double) -> cython.void:
    """While an order to stop work stands, some join and some go back, at the rate of E2."""
    j: cython.int
    rest: cython.int = headcount(c, w, u)
    x: cython.double = own_number(c, w, POINT_BEFORE_ORDER, u, k, logit(drive(c, w, u, k)))
    join: cython.int
    leave: cython.int
    for j in range(1, c.K1):
        rest -= w.stopped[u, j]
    name_luck(w, LUCK_OBEY, w.ukey[u] + k, w.t * 16 + 14)
    join = binomial(w, rest, p * x)
    name_luck(w, LUCK_OBEY, mixed(w.ukey[u] + k), w.t * 16 + 14)
    leave = binomial(w, w.stopped[u, k], p * (1.0 - x))
    w.stopped[u, k] += join - leave


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def reconsider(c: Case, w: World, u: cython.int, p: cython.double) -> cython.void:
    """Between orders some begin to act and some cease, at the rate of E2, while the order stands.

    Of a few men it is drawn first how many think of it, and mostly none does: the same distribution.
    """
    k: cython.int
    idle: cython.int
    acting: cython.int
    q: cython.double
    level: cython.int
    begin: cython.int
    cease: cython.int
    x: cython.double
    root: cython.ulonglong = 0
    named: cython.bint = False
    joining: cython.double
    for k in range(1, c.K1):
        if w.stop_on[u, k] != 0:
            strike_on(c, w, u, k, p)
        level = w.sev[u, k]
        if level < 0 or w.n[u, k] == 0:
            continue
        if not named:
            name_luck(w, LUCK_OBEY, w.ukey[u], w.t * 16 + 13)
            root = w.z
            named = True
        q = p
        idle = w.n[u, k] - w.act[u, k]
        acting = w.act[u, k]
        if w.n[u, k] * p < FEW:
            part_luck(w, root, 4 * k + 1)
            idle = binomial(w, idle, p)
            acting = binomial(w, acting, p)
            q = 1.0
            if idle + acting == 0:
                continue
        x = drive(c, w, u, k)
        begin = cease = 0
        if idle > 0:
            joining = own_number(c, w, POINT_BEFORE_ORDER, u, k, start_chance(w, u, k, x, level, w.bond[u, k]))
            part_luck(w, root, 4 * k + 2)
            begin = binomial(w, idle, q * joining)
        if acting > 0:
            part_luck(w, root, 4 * k + 3)
            cease = binomial(w, acting, q * (1.0 - logit(x - w.par[P_THETA] * level)))
        if begin != cease:
            w.act[u, k] += begin - cease
            w.stale[w.place[u]] = 1
            if begin > 0 and c.unit_volunteer[w.parent[u]] != 0 and w.parent[u] == u:
                w.vols[k] += begin
