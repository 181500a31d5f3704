"""Who is thought to be winning: news by sight, wire and rumour, and the slow pull of what is in sight (E5).

What nobody can check is judged by one's isolation. Repeats from the same source add nothing. News grows
from mouth to mouth. Leaders hear as their people do, and know their own strength.

Rests on: Bayes with an unreliable witness; the size of rumour is assumed (no data).
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import exp_, log_
from dualpower.engine.events import because_rule, log_event
from dualpower.engine.force import force_of, is_marching, list_living, look_round
from dualpower.engine.ground import crow_km
from dualpower.engine.minds import can_check, credence, persuade_by_all, persuade_unit, shift_leaders, shift_unit
from dualpower.engine.params import P_TB
from dualpower.engine.post import CALL_NEWS, RINGS, find_wire, shut_in
from dualpower.engine.world import BLOCK, World
from dualpower.words import EV_RUMOURED, LINE_PRINT, NEWS_DAMAGE, NEWS_DEATHS, NEWS_SILENCE

SOURCE_SIGHT = 1
SOURCE_MOUTH = 2
SOURCE_WIRE = 4  # shifted left by the authority
MANY_TOWNS = 400  # in a country of more, talk meant for one side is looked for only in the town where it began


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def reached(c: Case, w: World, u: cython.int, s: cython.int, ring: cython.int) -> cython.bint:
    """Whether a wave of mouth reaches a unit: within 2 km a ring, the last ring everybody not shut in."""
    if ring < RINGS and crow_km(c, w.place[u], s) > 2.0 * ring:
        return False
    return not shut_in(c, w, w.place[u], w.serves[u])


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def is_news(w: World, u: cython.int, i: cython.int, bit: cython.int) -> cython.bint:
    """Whether an item is meant for a unit's people and it has not heard it from this source."""
    if (w.heard[i, u] & bit) != 0:
        return False
    return w.item_for[i] < 0 or (w.item_for[i] & (1 << w.serves[u])) != 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hear_item(
    c: Case, w: World, u: cython.int, i: cython.int, bit: cython.int, trust: cython.double, size: cython.double
) -> cython.void:
    """A unit hears an item from a source it has not heard it from."""
    k: cython.int = w.item[i, 1]
    x: cython.double
    w.heard[i, u] |= bit
    if bit == SOURCE_SIGHT:
        x = 1.0
    else:
        x = credence(trust, w.iso[u], can_check(c, w, u, w.item[i, 2]))
    shift_unit(c, w, u, k, x * c.w_news[w.item[i, 0]] * size)
    w.work[2] += 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def post_news(w: World, i: cython.int, k: cython.int, size: cython.double, weight: cython.double) -> cython.void:
    """In a country what is told to everybody is posted once; each unit reads it when it next takes stock."""
    if w.posted[i, k] == 0:
        w.posted[i, k] = 1
        w.bulletin[k, 0] += 1.0  # so that who has read all of k's need not compare each
        w.bulletin[k, w.item[i, 1]] += weight * size


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def neighbours_hear(
    c: Case, w: World, i: cython.int, ring: cython.int, s: cython.int, size: cython.double
) -> cython.void:
    """Rumour in the town where it happened: units at the place, at its neighbours and at theirs, within 2 km a ring."""
    a: cython.int
    b: cython.int
    here_hear(c, w, i, ring, s, s, size)
    for a in range(c.adj_start[s], c.adj_start[s + 1]):
        here_hear(c, w, i, ring, s, c.adj_to[a], size)
        for b in range(c.adj_start[c.adj_to[a]], c.adj_start[c.adj_to[a] + 1]):
            here_hear(c, w, i, ring, s, c.adj_to[b], size)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def here_hear(
    c: Case, w: World, i: cython.int, ring: cython.int, s: cython.int, at: cython.int, size: cython.double
) -> cython.void:
    """Units at one site hear a rumour from mouth to mouth."""
    u: cython.int
    if c.site_town[at] != c.site_town[s]:
        return
    u = w.head[at]
    while u >= 0:
        if is_news(w, u, i, SOURCE_MOUTH) and reached(c, w, u, s, ring):
            hear_item(c, w, u, i, SOURCE_MOUTH, 0.5, size)
        u = w.nxt[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def here_see(c: Case, w: World, i: cython.int, s: cython.int, size: cython.double) -> cython.void:
    """Units at the site where it happens see it."""
    u: cython.int = w.head[s]
    while u >= 0:
        if is_news(w, u, i, SOURCE_SIGHT) and not is_marching(w, u):
            hear_item(c, w, u, i, SOURCE_SIGHT, 1.0, size)
        u = w.nxt[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def print_paper(c: Case, w: World) -> cython.void:
    """What everybody was told so far, as it is read in this step; a unit remembers which paper it read last."""
    j: cython.int
    k: cython.int
    w.paper = w.t // c.step + 1
    for j in range(c.K1):
        w.n_praised[j] = 0
        for k in range(c.K1):
            w.papers[w.paper, j * c.K1 + k] = w.bulletin[j, k]
            if k > 0 and w.bulletin[j, k] != 0.0:
                w.praised[j, w.n_praised[j]] = k
                w.n_praised[j] += 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def read_news(c: Case, w: World, u: cython.int) -> cython.void:
    """A unit takes in what was told to everybody since it last took stock, all at once, each teller by the trust in
    him."""
    i: cython.int
    j: cython.int
    k: cython.int
    at: cython.int
    last: cython.int = w.read[u]
    x: cython.double
    trust: cython.double
    fresh: cython.bint = False
    w.read[u] = w.paper
    if shut_in(c, w, w.place[u], w.serves[u]):
        return
    for k in range(c.K1):
        w.sy[k] = 0.0
    for j in range(c.K1):
        at = j * c.K1
        if w.papers[last, at] == w.papers[w.paper, at]:
            continue
        if j > 0 and not by_wire(c, w, u, j):
            continue
        fresh = True
        trust = credence(w.r[u, j] if j > 0 else 0.5, w.iso[u], True)
        for i in range(w.n_praised[j]):
            k = w.praised[j, i]
            x = w.papers[w.paper, at + k] - w.papers[last, at + k]
            if x > 0.0:
                w.sy[k] += x * trust
    if fresh:
        believe_news(c, w, u)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def believe_news(c: Case, w: World, u: cython.int) -> cython.void:
    """Much news at once, w.sy for each authority."""
    k: cython.int
    favoured: cython.int = 0
    many: cython.int = 0
    w.work[2] += 1
    for k in range(1, c.K1):
        if w.sy[k] > 0.0:
            favoured = k
            many += 1
    if many == 1:
        persuade_unit(c, w, u, favoured, w.sy[favoured])
    elif many > 1:
        persuade_by_all(c, w, u)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def units_hear(
    c: Case,
    w: World,
    i: cython.int,
    k: cython.int,
    ring: cython.int,
    s: cython.int,
    size: cython.double,
    line: cython.int,
) -> cython.void:
    """Units hear a wave: those at the place, those whom the wires of k or its prints reach, those round about."""
    u: cython.int
    h: cython.int
    bit: cython.int = SOURCE_SIGHT
    if k > 0:
        bit = SOURCE_WIRE << k
    elif ring > 0:
        bit = SOURCE_MOUTH
    if c.posted != 0 and w.item_for[i] < 0 and (k > 0 or ring == RINGS):
        post_news(w, i, k, size, c.w_news[w.item[i, 0]])
        return
    if c.posted != 0 and k == 0 and ring > 0 and ring < RINGS and (w.item_for[i] < 0 or c.T > MANY_TOWNS):
        neighbours_hear(c, w, i, ring, s, size)
        return
    if c.T > 1 and k == 0 and ring == 0:
        here_see(c, w, i, s, size)
        return
    list_living(w)
    for h in range(w.n_living):
        u = w.living[h]
        if not is_news(w, u, i, bit):
            continue
        if k > 0:
            if line == LINE_PRINT:
                if reached(c, w, u, s, RINGS):
                    hear_item(c, w, u, i, bit, w.r[u, k], size)
            elif by_wire(c, w, u, k):
                hear_item(c, w, u, i, bit, w.r[u, k], size)
        elif ring == 0:
            if w.place[u] == s and not is_marching(w, u):
                hear_item(c, w, u, i, bit, 1.0, size)
        elif reached(c, w, u, s, ring):
            hear_item(c, w, u, i, bit, 0.5, size)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def by_wire(c: Case, w: World, u: cython.int, k: cython.int) -> cython.bint:
    """Whether a unit hears what the seat of k sends out: its own people, those at the seat or at the end of a wire."""
    at: cython.int = w.place[u]
    if w.seat[k] < 0 or shut_in(c, w, at, k):
        return False
    return w.serves[u] == k or at == w.seat[k] or find_wire(c, w, w.seat[k], at, k) >= 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hear_wave(c: Case, w: World, slot: cython.int) -> cython.void:
    """One wave of an item of news arrives: at the place, along a side's wires, or from mouth to mouth.

    Reads   calls, items, places, wires     Writes  units.l, units.heard, leaders' odds
    Draws   none                            Events  RUMOURED
    """
    i: cython.int = w.c_ref[slot]
    k: cython.int = w.c_from[slot]
    ring: cython.int = w.c_x[slot]
    s: cython.int = w.c_y[slot]
    size: cython.double = w.c_z[slot]
    if w.item[i, 1] > 0:  # what favours nobody moves no odds
        units_hear(c, w, i, k, ring, s, size, w.c_line[slot])
        leaders_hear(c, w, i, k, ring, s, size)
    if ring == 2 and w.item[i, 0] == NEWS_DEATHS:
        w.grief[w.item[i, 4]] += w.item_size[i] * size
    if ring == RINGS and k == 0:
        spread_damage(w, i, size)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def leaders_hear(
    c: Case, w: World, i: cython.int, k: cython.int, ring: cython.int, s: cython.int, size: cython.double
) -> cython.void:
    """Leaders hear by their own wires, by a rival's proclamation, and by rumour near their seat."""
    j: cython.int
    x: cython.double = 0.0
    for j in range(1, c.K1):
        if w.alive[j] == 0 or w.seat[j] < 0:
            continue
        if k > 0:
            x = 0.9 if k == j else w.hr[j, k]
        elif ring > 0 and crow_km(c, w.seat[j], s) <= 2.0 * ring and crow_km(c, w.seat[j], s) > 2.0 * (ring - 1):
            x = 0.5
        else:
            x = 0.0
        if x > 0.0:
            shift_leaders(c, w, j, w.item[i, 1], x * c.w_news[w.item[i, 0]] * size)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def spread_damage(w: World, i: cython.int, size: cython.double) -> cython.void:
    """What is told far away of the damage: the true damage times the growth of the rumour."""
    if w.item[i, 0] == NEWS_DAMAGE:
        because_rule(w, w.item[i, 3])
        if w.damage[0] * size > w.damage[1]:
            w.damage[1] = w.damage[0] * size
        log_event(w, EV_RUMOURED, -1, w.item[i, 1], w.item[i, 2], NEWS_DAMAGE, size)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hear_all(c: Case, w: World) -> cython.void:
    """All waves of news delivered in this step."""
    i: cython.int
    for i in range(w.n_inbox):
        if w.c_kind[w.inbox[i]] == CALL_NEWS:
            hear_wave(c, w, w.inbox[i])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def relax_unit(c: Case, w: World, u: cython.int, hours: cython.double) -> cython.void:
    """Between calls a unit's odds drift, over Tb, to the forces it sees facing each other."""
    k: cython.int
    s: cython.int = w.place[u]
    level: cython.double = 0.0
    keep: cython.double
    if is_marching(w, u):
        return
    look_round(c, w, s)
    if w.view[s, 0] < 3.0 - c.small_towns:
        return  # fewer than two sides face each other here; of a whole town it is seen who is alone in arms
    for k in range(1, c.K1):
        level += w.l[u, k]
    level = level / c.K
    keep = exp_(-hours / w.par[P_TB])
    w.bel[u, 0] = 0.0
    for k in range(1, c.K1):
        w.l[u, k] = w.view[s, k] + (w.l[u, k] - level - w.view[s, k]) * keep


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def sum_known_foes(c: Case, w: World, i: cython.int) -> cython.void:
    """Add what an authority knows of its enemies in arms to w.sx, by who holds the place."""
    b: cython.int
    s: cython.int
    for b in range((c.S + BLOCK - 1) // BLOCK):
        if w.known_foes[i, b] == 0:
            continue
        for s in range(b * BLOCK, b * BLOCK + BLOCK if b * BLOCK + BLOCK < c.S else c.S):
            if w.kforce[i, s] != 0.0:
                w.sx[w.kholder[i, s]] += w.kforce[i, s]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def relax_leaders(c: Case, w: World, i: cython.int, hours: cython.double) -> cython.void:
    """Leaders' odds drift to their own strength against what they know of the others'."""
    k: cython.int
    x: cython.double
    mean: cython.double = 0.0
    level: cython.double = 0.0
    keep: cython.double = exp_(-hours / w.par[P_TB])
    for k in range(c.K1):
        w.sx[k] = 0.0
    if w.contends[i] != 0:  # who has no enemy reckons with what all have
        sum_known_foes(c, w, i)
    for k in range(1, c.K1):
        x = w.sx[k] if k != i and w.hostile[i, k] != 0 else force_of(c, w, k)
        w.v[k] = log_(x + 50.0)
        mean += w.v[k]
        level += w.hl[i, k]
    mean = mean / c.K
    level = level / c.K
    for k in range(1, c.K1):
        w.hl[i, k] = (w.v[k] - mean) + (w.hl[i, k] - level - (w.v[k] - mean)) * keep


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def feel_silence(c: Case, w: World, u: cython.int) -> cython.void:
    """Expected word that does not come: each six hours of a dead line speak weakly against its sender."""
    k: cython.int = w.serves[u]
    j: cython.int
    spells: cython.int
    if k <= 0 or w.told[u, k] < 0:
        return
    spells = (w.t - w.told[u, k]) // 360
    if spells <= w.silence[u]:
        return
    w.silence[u] = spells
    if find_wire(c, w, w.seat[k] if w.seat[k] >= 0 else w.place[u], w.place[u], k) >= 0:
        return
    if not shut_in(c, w, w.place[u], k):
        return
    for j in range(1, c.K1):
        if w.hostile[k, j] != 0 and w.alive[j] != 0:
            shift_unit(c, w, u, j, c.w_news[NEWS_SILENCE])
            return
