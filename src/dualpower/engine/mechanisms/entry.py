"""Rings and doors: who is shut in, and who gets in by a gate that nobody keeps (E7).

A forgotten door matters to those inside because strangers who come out of it tie men, talk, and make a
garrison feel alone.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_ENTRY, LUCK_GROUP, exp_, name_luck, normal, uniform, whole
from dualpower.engine.choice import willing_share
from dualpower.engine.events import because_rule, log_event
from dualpower.engine.force import refresh_site
from dualpower.engine.params import P_IOTA
from dualpower.engine.ranks import close_slot, take_out
from dualpower.engine.world import World
from dualpower.words import EV_CAPTURED_INTRUDERS, EV_ENCIRCLED, EV_ENTERED, EV_RELIEVED


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def ring_men(c: Case, w: World, s: cython.int, j: cython.int) -> cython.int:
    """Men of j acting at a site that is not theirs."""
    refresh_site(c, w, s)
    return w.doing[s, j]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_way_out(c: Case, w: World, i: cython.int) -> cython.bint:
    """Whether a way from a site can be gone: no bridge raised at its end, no link closed."""
    return w.raised[c.adj_to[i]] == 0 and (c.adj_link[i] < 0 or w.link_open[c.adj_link[i]] != 0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_plainly_free(c: Case, w: World, s: cython.int, h: cython.int) -> cython.bint:
    """Whether no enemy has ten men at a site just summed, and a way out leads to a place of one's own or nobody's."""
    i: cython.int
    for i in range(1, c.K1):
        if w.doing[s, i] >= 10 and w.hostile[h, i] != 0:
            return False
    for i in range(c.adj_start[s], c.adj_start[s + 1]):
        if is_way_out(c, w, i) and (w.holder[c.adj_to[i]] == h or w.holder[c.adj_to[i]] == 0):
            return True
    return False


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def who_rings(c: Case, w: World, s: cython.int) -> cython.int:
    """The enemy who shuts a site in: ten men to every way out, or every neighbour his; 0 if a way is open."""
    h: cython.int = w.holder[s]
    j: cython.int
    i: cython.int
    p: cython.int
    ways: cython.int = c.adj_start[s + 1] - c.adj_start[s]
    free: cython.int
    men: cython.int
    if h <= 0 or ways == 0 or is_plainly_free(c, w, s, h):
        return 0
    for j in range(1, c.K1):
        if w.hostile[h, j] == 0 or w.alive[j] == 0:
            continue
        men = ring_men(c, w, s, j)
        if men >= 10 * ways:
            return j
        free = 0
        for i in range(c.adj_start[s], c.adj_start[s + 1]):
            p = c.adj_to[i]
            if not is_way_out(c, w, i):
                continue
            if w.holder[p] != j or ring_men(c, w, p, j) < 10:
                free += 1
                if 10 * free > men:
                    break  # more ways are free than his men here can keep
        if 10 * free <= men and 2 * free <= ways:
            return j
    return 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def update_rings(c: Case, w: World) -> cython.void:
    """Find anew who is shut in.

    Reads   links, gates, sites.holder, doing   Writes  sites.ring, ringed     Events  ENCIRCLED, RELIEVED
    """
    s: cython.int
    j: cython.int
    for s in range(c.S):
        w.tied[s] = 0.92 * w.tied[s]
        if w.holder[s] <= 0:
            w.ring[s] = 0
            w.ringed[s] = -1
            continue
        refresh_site(c, w, s)
        if w.ringed[s] < 0 and w.doing[s, w.holder[s]] == 0 and w.hot[s] == 0:
            continue
        j = who_rings(c, w, s)
        if j > 0 and w.ringed[s] < 0:
            w.ringed[s] = w.t
            w.ring[s] = j
            because_rule(w, w.contest_row[s])
            log_event(w, EV_ENCIRCLED, -1, j, s, -1, 0.0)
        elif j == 0 and w.ringed[s] >= 0:
            w.ringed[s] = -1
            w.ring[s] = 0
            because_rule(w, w.contest_row[s])
            log_event(w, EV_RELIEVED, -1, w.holder[s], s, -1, 0.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_forgotten(c: Case, w: World, g: cython.int, j: cython.int) -> cython.bint:
    """A gate without a keeper that j knows of; a keeper who left is replaced if the holder has men there."""
    u: cython.int
    h: cython.int
    if c.gate_known[g] >= 0 and (c.gate_known[g] & (1 << j)) == 0:
        return False
    if w.gate_keeper[g] < 0:
        return True
    u = w.gate_keeper[g]
    h = w.holder[c.gate_site[g]]
    if w.live[u] != 0 and w.place[u] == c.gate_site[g] and w.serves[u] == h:
        return w.act[u, h] < 5
    refresh_site(c, w, c.gate_site[g])
    return w.doing[c.gate_site[g], h] < 5


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def intrude(c: Case, w: World, s: cython.int, g: cython.int, j: cython.int, hours: cython.double) -> cython.void:
    """A group may slip in by a gate; the garrison may catch it, or feel it."""
    u: cython.int
    size: cython.int
    x: cython.double
    name_luck(w, LUCK_ENTRY, c.gate_key[g], w.t)
    u = w.head[s]
    while u >= 0:
        if w.serves[u] == j and w.act[u, j] > 0:
            break
        u = w.nxt[u]
    if u < 0 or uniform(w) >= 1.0 - exp_(-w.par[P_IOTA] * willing_share(c, w, u, j, 2) * hours):
        return
    name_luck(w, LUCK_GROUP, c.gate_key[g], w.t)
    size = whole(exp_(2.70805020110221 + 0.8 * normal(w)))
    x = willing_share(c, w, u, j, 2) * w.act[u, j]
    if size > x:
        size = whole(x)
    if size < 1:
        return
    because_rule(w, w.contest_row[s])
    w.infiltrated[s] = 1
    w.row = log_event(w, EV_ENTERED, u, j, s, g, size)
    meet_intruders(c, w, s, g, u, j, size)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def meet_intruders(
    c: Case, w: World, s: cython.int, g: cython.int, u: cython.int, j: cython.int, size: cython.int
) -> cython.void:
    """A small group is caught and talks to its captors; one not caught makes the garrison feel alone."""
    h: cython.int = w.holder[s]
    v: cython.int
    refresh_site(c, w, s)
    if size < 0.3 * w.force[s, h] and uniform(w) < 0.5:
        size = take_out(c, w, u, j, size)
        w.captured[u] += size
        w.captor[u] = h
        log_event(w, EV_CAPTURED_INTRUDERS, u, j, s, g, size)
        v = w.head[s]
        while v >= 0:
            if w.act[v, h] > 0:
                w.agit[v] = w.t + 180
            v = w.nxt[v]
        close_slot(c, w, u)
        return
    w.tied[s] += 0.1
    if w.tied[s] > 0.5:
        w.tied[s] = 0.5
    v = w.head[s]
    while v >= 0:
        if w.act[v, h] > 0:
            w.entered[v] = w.t
            w.hale[v] = 0
        v = w.nxt[v]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def try_gates(c: Case, w: World, s: cython.int, hours: cython.double) -> cython.void:
    """Forgotten gates of a site that enemies ring or contest.

    Reads   gates, sites.holder, units.act    Writes  units.captured, entered, agit
    Draws   "entry", "group" per gate         Events  ENTERED, CAPTURED_INTRUDERS
    """
    g: cython.int
    j: cython.int = w.comer[s]
    if w.ring[s] > 0:
        j = w.ring[s]
    if j <= 0 or w.holder[s] <= 0 or w.hostile[j, w.holder[s]] == 0:
        return
    for g in range(c.G):
        if c.gate_site[g] == s and is_forgotten(c, w, g, j):
            intrude(c, w, s, g, j, hours)
