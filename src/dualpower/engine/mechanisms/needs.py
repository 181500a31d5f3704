"""Hunger, sleep, cartridges, isolation: what wears men down, hour by hour (E9, and I of E7).

Rests on: a clock of 24 hours for hardship; everything else is who holds what.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_LEAVE, exp_, hazard, name_luck
from dualpower.engine.events import because_rule, log_event
from dualpower.engine.force import headcount, is_marching, list_living
from dualpower.engine.ground import crow_km
from dualpower.engine.post import find_wire, shut_in
from dualpower.engine.ranks import close_slot
from dualpower.engine.world import World
from dualpower.words import (
    EV_ARMED,
    EV_HUNGERED,
    EV_WENT_HOME,
    STOCK_CARTRIDGES,
    STOCK_FOOD,
    STOCK_RIFLES,
    STOCK_SHELLS,
)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def is_open_store(w: World, s: cython.int, kind: cython.int) -> cython.bint:
    """Whether there is any of a stock at a site, known, and nobody rings it."""
    return w.ringed[s] < 0 and w.stock[s, kind] > 0.0 and (w.hidden[s] & (1 << kind)) == 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def find_stocks(c: Case, w: World) -> cython.void:
    """Who holds a site with food (into w.sx) or cartridges (w.sy) that he can reach: 1, else 0."""
    i: cython.int
    k: cython.int
    for k in range(c.K1):
        w.sx[k] = w.sy[k] = 0.0
    for i in range(w.n_depots):
        k = w.holder[w.depots[i]]
        if w.sx[k] == 0.0 and k > 0 and is_open_store(w, w.depots[i], STOCK_FOOD):
            w.sx[k] = 1.0
    for i in range(w.n_magazines):
        k = w.holder[w.magazines[i]]
        if w.sy[k] == 0.0 and k > 0 and is_open_store(w, w.magazines[i], STOCK_CARTRIDGES):
            w.sy[k] = 1.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def eats(c: Case, w: World, u: cython.int, supplied: cython.bint) -> cython.bint:
    """A body at home eats there, a detachment from its side's stores; nobody eats who is shut in without a store."""
    s: cython.int = w.place[u]
    k: cython.int = w.serves[u]
    if shut_in(c, w, s, k):
        return w.stock[s, STOCK_FOOD] > 0.0
    if w.parent[u] == u and (w.goal[u] < 0 or w.came[u] == 0):
        return True
    return supplied


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def at_rest(c: Case, w: World, u: cython.int) -> cython.bint:
    """A body at home or a detachment with stores, rested, fed and supplied, where nobody rings or contests: an hour
    changes nothing in it."""
    s: cython.int = w.place[u]
    if w.hale[u] == 0 and w.hard[u] == 0.0 and w.iso[u] == 0:
        w.hale[u] = w.unfed[u] < 0 and w.cutoff[u] < 0 and w.entered[u] < 0
    return (w.hale[u] != 0 and w.goal[u] < 0 and w.hot[s] == 0 and w.ringed[s] < 0
            and (w.parent[u] == u or (w.serves[u] > 0 and w.sx[w.serves[u]] > 0.0))
            and (w.guns[u] < 1.0 or w.shells[u] >= 20.0 * w.guns[u])
            and (w.rounds[u] >= 30.0 * w.rifles[u] or w.serves[u] <= 0 or w.sy[w.serves[u]] == 0.0))  # fmt: skip


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def wear(c: Case, w: World, u: cython.int, fed: cython.bint, hours: cython.double) -> cython.void:
    """An hour (a step, where that is longer) of hunger and wakefulness, or of rest."""
    tired: cython.bint = is_marching(w, u) or (w.goal[u] < 0 and w.hot[w.place[u]] != 0 and w.act[u, w.serves[u]] > 0)
    before: cython.double = w.hard[u]
    x: cython.double = 0.0
    if not fed:
        x += 1.0
    if tired:
        x += 1.0
    if x == 0.0:
        x = -1.0
    w.hard[u] += x * hours / 24.0
    if w.hard[u] < 0.0:
        w.hard[u] = 0.0
    if w.hard[u] > 3.0:
        w.hard[u] = 3.0
    if fed:
        w.unfed[u] = -1
    elif w.unfed[u] < 0:
        w.unfed[u] = w.t
    if before < 1.0 and w.hard[u] >= 1.0 and headcount(c, w, u) >= 20:
        because_rule(w, w.order_row[u])
        log_event(w, EV_HUNGERED, u, w.serves[u], w.place[u], -1, w.hard[u])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def feel_alone(c: Case, w: World, u: cython.int) -> cython.void:
    """I: one level each for silence of six hours, encirclement, hunger of twelve, strangers inside."""
    k: cython.int = w.serves[u]
    s: cython.int = w.place[u]
    level: cython.int = 0
    shut: cython.bint
    if k <= 0:
        return
    shut = shut_in(c, w, s, k)
    if w.seat[k] >= 0 and (s == w.seat[k] or (not shut) or find_wire(c, w, w.seat[k], s, k) >= 0):
        w.cutoff[u] = -1
    elif w.cutoff[u] < 0:
        w.cutoff[u] = w.t
    if w.cutoff[u] >= 0 and w.t - w.cutoff[u] >= 360:
        level += 1
    if shut:
        level += 1
    if w.unfed[u] >= 0 and w.t - w.unfed[u] >= 720:
        level += 1
    if w.entered[u] >= 0 and w.t - w.entered[u] < 360:
        level += 1
    if level > 3:
        level = 3
    if level > w.iso[u]:
        w.iso[u] = level
    elif level < w.iso[u] and w.t % 360 == 0:
        w.iso[u] -= 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def fill_caissons(c: Case, w: World, u: cython.int, k: cython.int) -> cython.void:
    """A battery short of shells fetches thirty a gun from a store that its side holds, or from the one it stands on."""
    s: cython.int
    x: cython.double
    for s in range(c.S):
        if w.stock[s, STOCK_SHELLS] < 1.0 or (w.hidden[s] & (1 << STOCK_SHELLS)) != 0:
            continue
        if (w.holder[s] == k and w.ringed[s] < 0) or (s == w.place[u] and w.holder[s] == 0):
            x = 30.0 * w.guns[u]
            if x > w.stock[s, STOCK_SHELLS]:
                x = w.stock[s, STOCK_SHELLS]
            w.stock[s, STOCK_SHELLS] -= x
            w.shells[u] += x
            return


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def load_pouches(c: Case, w: World, u: cython.int, supplied: cython.bint, hours: cython.double) -> cython.void:
    """Cartridges: 20 a man and hour of full fire are shot off; pouches (60 a rifle) are refilled from held stocks."""
    k: cython.int = w.serves[u]
    s: cython.int = w.place[u]
    dry: cython.bint = w.rounds[u] <= 0.0
    if w.goal[u] < 0 and w.hot[s] != 0 and w.fire[s] > 0.0 and w.act[u, k] > 0:
        w.rounds[u] -= 20.0 * w.fire[s] * w.rifles[u] * hours
        if w.rounds[u] < 0.0:
            w.rounds[u] = 0.0
    if w.guns[u] >= 1.0 and w.shells[u] < 20.0 * w.guns[u] and not shut_in(c, w, s, k):
        fill_caissons(c, w, u, k)
    if supplied and not shut_in(c, w, s, k) and w.rounds[u] < 30.0 * w.rifles[u]:
        w.rounds[u] = 60.0 * w.rifles[u]
    if (w.rounds[u] <= 0.0) != dry:
        w.stale[s] = 1  # rifles without cartridges count for a tenth


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def unarmed_at(c: Case, w: World, s: cython.int, at: cython.int, k: cython.int) -> cython.void:
    """Bodies at one site of the town of s with men who act for k and have no rifle, each once."""
    u: cython.int = w.head[at]
    i: cython.int
    if c.site_town[at] != c.site_town[s] or shut_in(c, w, at, k):
        return
    while u >= 0:
        if w.act[u, k] > w.rifles[u] and w.goal[u] < 0:
            i = 0
            while i < w.n_spares and w.spares[i] != u:
                i += 1
            if i == w.n_spares:
                w.spares[i] = u
                w.n_spares += 1
        u = w.nxt[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def unarmed_in_town(c: Case, w: World, s: cython.int, k: cython.int) -> cython.void:
    """The same at a site, its neighbours and theirs: in a country nobody looks for them in other towns."""
    a: cython.int
    b: cython.int
    unarmed_at(c, w, s, s, k)
    for a in range(c.adj_start[s], c.adj_start[s + 1]):
        unarmed_at(c, w, s, c.adj_to[a], k)
        for b in range(c.adj_start[c.adj_to[a]], c.adj_start[c.adj_to[a] + 1]):
            unarmed_at(c, w, s, c.adj_to[b], k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def arm_from(c: Case, w: World, s: cython.int, most: cython.double) -> cython.void:
    """A held stock of rifles arms unarmed men acting for its holder within 8 km, the nearest first.

    Goes through the bodies as ``list_living`` has just listed them.
    """
    k: cython.int = w.holder[s]
    u: cython.int
    i: cython.int
    ring: cython.int
    x: cython.double
    given: cython.double = 0.0
    if k <= 0 or w.stock[s, STOCK_RIFLES] < 1.0 or w.ringed[s] >= 0 or (w.hidden[s] & (1 << STOCK_RIFLES)) != 0:
        return
    w.n_spares = 0
    if c.T > 1:
        unarmed_in_town(c, w, s, k)
    else:
        for i in range(w.n_living):
            u = w.living[i]
            if w.act[u, k] <= w.rifles[u] or w.goal[u] >= 0 or crow_km(c, w.place[u], s) > 8.0:
                continue
            if not shut_in(c, w, w.place[u], k):
                w.spares[w.n_spares] = u
                w.n_spares += 1
    for ring in range(1, 5):
        for i in range(w.n_spares):
            u = w.spares[i]
            if w.act[u, k] <= w.rifles[u] or given >= most:
                continue
            if crow_km(c, w.place[u], s) > 2.0 * ring or crow_km(c, w.place[u], s) <= 2.0 * (ring - 1) - 0.001:
                continue
            x = w.act[u, k] - w.rifles[u]
            if x > most - given:
                x = most - given
            if x > w.stock[s, STOCK_RIFLES]:
                x = w.stock[s, STOCK_RIFLES]
            w.rifles[u] += x
            w.rounds[u] += 10.0 * x
            w.stock[s, STOCK_RIFLES] -= x
            given += x
            w.stale[w.place[u]] = 1
    if given >= 50.0:
        because_rule(w, w.contest_row[s])
        log_event(w, EV_ARMED, -1, k, s, -1, given)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def go_home(c: Case, w: World, u: cython.int, hours: cython.double) -> cython.void:
    """Men who may go home for good go, whomever they stand with: the hungry and tired first, rifles are left behind.

    Each man goes in an hour with chance 1 - exp(-share (1 + h)/24): exact for any step. Nobody gets out of a ring.
    """
    base: cython.int = w.parent[u]
    k: cython.int
    idle: cython.int
    gone: cython.int
    all_gone: cython.int = 0
    rate: cython.double = w.leave[base] * (1.0 + w.hard[u]) * hours / 24.0
    if is_marching(w, u) or shut_in(c, w, w.place[u], w.serves[u]):
        return
    for k in range(c.K1):
        if w.n[u, k] <= 0:
            continue
        name_luck(w, LUCK_LEAVE, w.ukey[u] + k, w.t)
        idle = hazard(w, w.n[u, k] - w.act[u, k], rate)
        gone = hazard(w, w.act[u, k], rate)
        w.act[u, k] -= gone
        w.n[u, k] -= idle + gone
        all_gone += idle + gone
    if all_gone == 0:
        return
    w.absent[u] += all_gone
    w.stale[w.place[u]] = 1
    if base != u:
        w.sent_men[base] -= all_gone
        close_slot(c, w, u)
    elif 4 * w.absent[u] // w.roll[u] > 4 * (w.absent[u] - all_gone) // w.roll[u]:
        because_rule(w, -1)
        log_event(w, EV_WENT_HOME, u, w.serves[u], w.place[u], -1, w.roll[u] // 4)  # told by quarters of the roll


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def provide(c: Case, w: World, hours: cython.double) -> cython.void:
    """Every hour, or every longer step: food, sleep, cartridges, rifles, isolation; grief fades by half in a day.

    Reads   stocks, sites, contests     Writes  units.hard, iso, rounds, rifles     Events  HUNGERED, ARMED
    """
    u: cython.int
    i: cython.int
    k: cython.int
    s: cython.int
    parting: cython.bint = w.t % c.grain == 0  # men leave once an hour, in a country once a day
    find_stocks(c, w)
    for k in range(1, c.K1):
        w.grief[k] = w.grief[k] * exp_(-0.6931471805599453 * hours / 24.0)
    list_living(w)
    for i in range(w.n_living):
        u = w.living[i]
        if parting != 0 and w.leave[w.parent[u]] > 0.0:
            go_home(c, w, u, c.grain / 60.0)
        if at_rest(c, w, u):
            continue
        k = w.serves[u]
        w.hale[u] = 0
        wear(c, w, u, eats(c, w, u, k > 0 and w.sx[k] > 0.0), hours)
        if k > 0:
            feel_alone(c, w, u)
            load_pouches(c, w, u, w.sy[k] > 0.0, hours)
    for s in range(c.S):
        if w.racks[s] == 0:
            continue
        if w.stock[s, STOCK_RIFLES] < 1.0:
            w.racks[s] = 0
        else:
            arm_from(c, w, s, hours * (3000.0 if w.arming[s] == w.holder[s] else 1500.0))
