"""Putting something in flight: orders, demands, offers and news, by wire, courier or word of mouth.

A call leaves a place, needs a line, takes time, may be refused at the exchange, intercepted in the
street or find its hearer cut off. The heap below holds what is under way; ties go to the elder call.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import (
    LUCK_DELAY,
    LUCK_LOST,
    LUCK_RUMOUR,
    exp_,
    gamma4,
    logit,
    mixed,
    name_luck,
    normal,
    uniform,
    whole,
)
from dualpower.engine.choice import drive
from dualpower.engine.events import log_event, posture_at
from dualpower.engine.force import headcount, refresh_site
from dualpower.engine.ground import next_hop, way_km
from dualpower.engine.params import P_PHI, P_XI
from dualpower.engine.world import MAX_CALLS, MAX_NEWS, World
from dualpower.words import (
    EV_INTERCEPTED,
    EV_LOST,
    LINE_COURIER,
    LINE_PRINT,
    LINE_TELEGRAPH,
    LINE_TELEPHONE,
    POSTURE_FIGHT,
)

# kinds of call
CALL_ORDER = 0
CALL_NEWS = 1
CALL_DEMAND = 2
CALL_OFFER = 3
CALL_CEASE = 4
CALL_CHECK = 5
CALL_MOTION = 6
RINGS = 4


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def delay_min(
    w: World, mean: cython.double, purpose: cython.int, who: cython.ulonglong, when: cython.longlong
) -> cython.int:
    """A delay in whole minutes: friction times mean times Gamma(4)."""
    x: cython.double
    name_luck(w, purpose, who, when)
    x = w.par[P_PHI] * mean * gamma4(w)
    return whole(x + 0.5)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def push_call(
    w: World,
    kind: cython.int,
    sender: cython.int,
    to: cython.int,
    line: cython.int,
    ref: cython.int,
    x: cython.int,
    y: cython.int,
    z: cython.double,
    due: cython.int,
) -> cython.void:
    """Put a call in flight, to be delivered at a minute."""
    n: cython.int = w.n_calls
    slot: cython.int
    i: cython.int
    q: cython.int
    if n + w.n_held >= MAX_CALLS:
        w.stage = 3
        return
    slot = w.c_free[n + w.n_held]
    w.c_kind[slot] = kind
    w.c_from[slot] = sender
    w.c_to[slot] = to
    w.c_line[slot] = line
    w.c_ref[slot] = ref
    w.c_x[slot] = x
    w.c_y[slot] = y
    w.c_z[slot] = z
    w.c_row[slot] = w.row
    w.c_who[slot] = w.ukey[to] if to >= 0 else 0
    if kind == CALL_NEWS:
        if w.afoot[ref] == 0:
            w.aired_at[ref] = w.n_airing
            w.airing[w.n_airing] = ref
            w.n_airing += 1
        w.afoot[ref] += 1
    w.seq += 1
    i = n
    while i > 0:
        q = (i - 1) >> 1
        if w.cq_due[q] <= due:
            break
        w.cq_due[i] = w.cq_due[q]
        w.cq_slot[i] = w.cq_slot[q]
        w.cq_seq[i] = w.cq_seq[q]
        i = q
    w.cq_due[i] = due
    w.cq_slot[i] = slot
    w.cq_seq[i] = w.seq
    w.n_calls = n + 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def pop_call(w: World) -> cython.int:
    """Take the first call out of flight; returns its slot, kept for its readers until ``release_call``."""
    slot: cython.int = w.cq_slot[0]
    n: cython.int = w.n_calls - 1
    due: cython.int
    last: cython.int
    seq: cython.longlong
    i: cython.int = 0
    j: cython.int
    w.n_calls = n
    due = w.cq_due[n]
    last = w.cq_slot[n]
    seq = w.cq_seq[n]
    while True:
        j = 2 * i + 1
        if j >= n:
            break
        if j + 1 < n and (
            w.cq_due[j + 1] < w.cq_due[j] or (w.cq_due[j + 1] == w.cq_due[j] and w.cq_seq[j + 1] < w.cq_seq[j])
        ):
            j += 1
        if due < w.cq_due[j] or (due == w.cq_due[j] and seq < w.cq_seq[j]):
            break
        w.cq_due[i] = w.cq_due[j]
        w.cq_slot[i] = w.cq_slot[j]
        w.cq_seq[i] = w.cq_seq[j]
        i = j
    w.cq_due[i] = due
    w.cq_slot[i] = last
    w.cq_seq[i] = seq
    w.n_held += 1
    return slot


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def release_call(w: World, slot: cython.int) -> cython.void:
    """A call that has been read, or will not be, makes room for another."""
    i: cython.int
    last: cython.int
    w.n_held -= 1
    if w.c_kind[slot] == CALL_NEWS:
        i = w.c_ref[slot]
        w.afoot[i] -= 1
        if w.afoot[i] == 0:
            w.n_airing -= 1
            last = w.airing[w.n_airing]
            w.airing[w.aired_at[i]] = last
            w.aired_at[last] = w.aired_at[i]
    w.c_free[w.n_calls + w.n_held] = slot


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_cut(w: World, line: cython.int, s: cython.int, j: cython.int) -> cython.bint:
    """Whether the wire between two ends is cut (or one end of it, or the whole line)."""
    i: cython.int
    a: cython.int
    b: cython.int
    for i in range(w.ncut[0]):
        if w.cutw[i, 0] == line:
            a = w.cutw[i, 1]
            b = w.cutw[i, 2]
            if a < 0 or (a == s and (b == j or b < 0)) or (a == j and (b == s or b < 0)):
                return True
    return False


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def forget_wires(c: Case, w: World) -> cython.void:
    """After a cut or a repair every wire must be looked up again."""
    s: cython.int
    j: cython.int
    if c.T > 1:
        return
    for s in range(c.S):
        for j in range(c.S):
            w.wire[s, j] = 0


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def find_wire(c: Case, w: World, s: cython.int, j: cython.int, k: cython.int) -> cython.int:
    """A wire that joins two sites and works, the quickest first; -1 if none. Refusal at the exchange is luck's."""
    if c.T > 1:  # a country's few lines are quicker looked up than kept for all pairs
        return look_up_wire(c, w, s, j)
    if w.wire[s, j] == 0:
        w.wire[s, j] = 2 + look_up_wire(c, w, s, j)
    return w.wire[s, j] - 2


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def look_up_wire(c: Case, w: World, s: cython.int, j: cython.int) -> cython.int:
    """Search the lines for the wire between two sites."""
    i: cython.int
    best: cython.int = -1
    for i in range(c.N):
        if c.line_kind[i] != LINE_TELEPHONE and c.line_kind[i] != LINE_TELEGRAPH:
            continue
        if c.line_joins[i, s] == 0 or c.line_joins[i, j] == 0 or is_cut(w, i, s, j):
            continue
        if best < 0 or c.line_kind[i] < c.line_kind[best]:
            best = i
    return best


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def refusal(c: Case, w: World, line: cython.int, k: cython.int) -> cython.double:
    """Chance that a call of k is not put through: staff who obey its rival, or who have stopped work (E5, E3)."""
    x: cython.int = c.line_exchange[line]
    u: cython.int = c.line_staff[line]
    h: cython.int
    j: cython.int
    men: cython.double
    stop: cython.double = 0.0
    share: cython.double = 0.0
    if u < 0:
        return 0.0
    men = headcount(c, w, u)
    if men <= 0.0:
        return 1.0
    for j in range(1, c.K1):
        stop += w.stopped[u, j]
    stop = stop / men
    if x >= 0:
        h = w.holder[x]
        if (
            h > 0
            and h != k
            and ((w.hostile[h, k] != 0 and posture_at(c, w, h, x) == POSTURE_FIGHT) or w.suppress[line, k] == h)
        ):
            share = logit(drive(c, w, u, h))
    return 1.0 - (1.0 - stop) * (1.0 - share)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def shut_in(c: Case, w: World, s: cython.int, k: cython.int) -> cython.bint:
    """Whether people of k at a site are encircled by an enemy."""
    return w.ringed[s] >= 0 and w.ring[s] > 0 and w.hostile[k, w.ring[s]] != 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def enemy_on_path(c: Case, w: World, s: cython.int, j: cython.int, k: cython.int) -> cython.bint:
    """Whether the street from one site to another crosses a site where enemies stand in arms."""
    steps: cython.int = 0
    while s != j and steps < 60:
        s = next_hop(c, s, j)
        if s < 0 or s == j:
            return False
        if w.holder[s] > 0 and w.hostile[k, w.holder[s]] != 0:
            refresh_site(c, w, s)
            if w.force[s, w.holder[s]] >= 15.0:
                return True
        steps += 1
    return False


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def carry(
    c: Case,
    w: World,
    kind: cython.int,
    k: cython.int,
    s: cython.int,
    j: cython.int,
    to: cython.int,
    ref: cython.int,
    x: cython.int,
    y: cython.int,
    z: cython.double,
    who: cython.ulonglong,
) -> cython.int:
    """Send one call from site s to site j by the best way there is. Returns the kind of line, or -1 if lost at once."""
    line: cython.int
    due: cython.int
    unit: cython.int = to if to >= 0 else -1
    # names the call: who hears, when, what; a demand by who makes it, since its number moves with other acts
    tag: cython.longlong = w.t * 4096 + kind * 256 + ((k if kind == CALL_DEMAND else ref) & 255)
    if s < 0 or j < 0:
        return -1
    if s == j:
        push_call(w, kind, k, to, LINE_COURIER, ref, x, y, z, w.t + delay_min(w, 5.0, LUCK_DELAY, who, tag))
        return LINE_COURIER
    line = find_wire(c, w, s, j, k)
    if line >= 0:
        name_luck(w, LUCK_LOST, who, tag)
        if uniform(w) >= refusal(c, w, line, k):
            due = w.t + delay_min(w, 4.0 if c.line_kind[line] == LINE_TELEPHONE else 20.0, LUCK_DELAY, who, tag)
            push_call(w, kind, k, to, c.line_kind[line], ref, x, y, z, due)
            return c.line_kind[line]
    if shut_in(c, w, j, k) or way_km(c, s, j) > 1e6:
        log_event(w, EV_LOST, unit, k, j, LINE_COURIER, 0.0)
        return -1
    if enemy_on_path(c, w, s, j, k):
        name_luck(w, LUCK_LOST, mixed(who), tag)
        if uniform(w) < 0.5:
            log_event(w, EV_INTERCEPTED, unit, k, j, LINE_COURIER, 0.0)
            return -1
    due = w.t + delay_min(w, 10.0 + 60.0 * way_km(c, s, j) / 8.0, LUCK_DELAY, who, tag)
    push_call(w, kind, k, to, LINE_COURIER, ref, x, y, z, due)
    return LINE_COURIER


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def send_order(
    c: Case,
    w: World,
    k: cython.int,
    u: cython.int,
    order: cython.int,
    site: cython.int,
    men: cython.int,
    weight: cython.double,
) -> cython.int:
    """An order from the seat of k to a unit; weight is the share of the bond it carries. Returns the line or -1."""
    return carry(c, w, CALL_ORDER, k, w.seat[k], w.place[u], u, order, men, site, weight, w.ukey[u])


# from libc.string cimport memset
if cython.compiled:

    @cython.cfunc
    @cython.inline
    @cython.nogil
    @cython.exceptval(check=False)
    def forget_item(w: World, i: cython.int) -> cython.void:
        """Nobody has heard of an item yet."""
        memset(cython.address(w.heard[i, 0]), 0, w.units)  # noqa: F821, the C library's, named above
else:

    def forget_item(w, i):
        """Nobody has heard of an item yet."""
        for u in range(w.units):
            w.heard[i, u] = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def make_news(
    c: Case, w: World, kind: cython.int, favours: cython.int, s: cython.int, reporter: cython.int, is_true: cython.int
) -> cython.int:
    """A fact becomes news: seen at once where it happened, then by the reporter's wires and from mouth to mouth."""
    i: cython.int = w.n_news
    h: cython.int
    due: cython.int
    who: cython.ulonglong = mixed(c.site_key[s] ^ (kind * 64 + favours))
    if i >= MAX_NEWS:
        if c.posted == 0:
            w.stage = 4
            return i - 1
        w.n_old = (w.n_old + 1) % MAX_NEWS  # in a country the eldest item has long been heard by all
        i = w.n_old
    else:
        w.n_news = i + 1
    for h in range(c.K1):
        w.posted[i, h] = 0
    w.item[i, 0] = kind
    w.item[i, 1] = favours
    w.item[i, 2] = s
    w.item[i, 3] = w.row
    w.item[i, 4] = is_true
    w.item_size[i] = 0.0
    w.item_for[i] = -1
    forget_item(w, i)
    push_call(w, CALL_NEWS, 0, -1, -1, i, 0, s, 1.0, w.t)
    if reporter > 0:
        due = w.t + delay_min(w, 20.0, LUCK_DELAY, who, w.t)
        push_call(w, CALL_NEWS, reporter, -1, LINE_TELEPHONE, i, 0, s, 1.0, due)
    for h in range(1, RINGS + 1):
        due = w.t + delay_min(w, 90.0 * h, LUCK_RUMOUR, who, w.t + h)
        name_luck(w, LUCK_RUMOUR, mixed(who), w.t + h)
        push_call(w, CALL_NEWS, 0, -1, -1, i, h, s, exp_(w.par[P_XI] * h + 0.3 * normal(w)), due)
    return i


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def print_news(
    c: Case, w: World, kind: cython.int, favours: cython.int, s: cython.int, hours: cython.double
) -> cython.int:
    """A proclamation goes to the printers as well: a slow wave that reaches everyone not shut in."""
    i: cython.int = make_news(c, w, kind, favours, s, favours, 1)
    push_call(w, CALL_NEWS, favours, -1, LINE_PRINT, i, RINGS, s, 1.0,
              w.t + delay_min(w, 60.0 * hours, LUCK_DELAY, mixed(c.site_key[s] ^ kind), w.t + 1))  # fmt: skip
    return i
