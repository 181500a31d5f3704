"""How leaders use what they have, whatever the century: one table for all of them.

They look, keep what they hold, go for the nearest valuable place they think weak enough, keep a reserve at
the seat, send spare men back, answer fire with war, and ask for a pause or for terms when they think they
are losing. A scenario says what they want; this says how anyone would go about it.

Rests on: assumed rules of thumb (docs/design.md, "Tactics"), varied only in structural studies.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.deeds import command, make_offer
from dualpower.engine.events import because, log_event, take_posture
from dualpower.engine.force import (
    LOOKOUT_MEN,
    headcount,
    is_marching,
    learn_force,
    list_contested,
    list_living,
    refresh_site,
)
from dualpower.engine.formula import leader_odds
from dualpower.engine.ground import crow_km, way_km
from dualpower.engine.post import CALL_ORDER
from dualpower.engine.ranks import fold_into
from dualpower.engine.turns import site_turned
from dualpower.engine.world import MAX_OPS, World
from dualpower.words import (
    ACT_OFFER_TERMS,
    ACT_OFFER_TRUCE,
    CAUSE_TACTICS,
    DUTY_OUTSIDE,
    EV_MERGED,
    ORDER_ASSAULT,
    ORDER_GO,
    ORDER_HOLD,
    ORDER_NONE,
    ORDER_RETURN,
    ORDER_RING,
    ORDER_SEARCH,
    ORDER_SHELL,
    ORDER_TAKE,
    ORDER_TURN_OUT,
    POSTURE_FIGHT,
    POSTURE_OCCUPY,
    POSTURE_WAIT,
    TERM_DISARM,
    TERM_LIVES_SPARED,
    UNIT_STAFF,
)

# the universal table of tactics
REACH_KM = 5.0  # farthest a leader sends men inside a city
WANTED_RATIO = 1.5  # own strength wanted per known enemy
RESERVE_SHARE = 0.25  # of those acting, kept at the seat
MOST_MEN = 400  # sent on one operation
OP_HOURS = 12  # after which an operation is written off
TRUCE_ODDS = 0.4  # a leader who believes less than this asks for a pause
TERMS_ODDS = 0.15  # and for terms below this
OFFER_HOURS = 6  # between two offers


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def call_the_roll(c: Case, w: World, k: cython.int) -> cython.void:
    """Find all bodies that act for k or were sent by k, once for the whole half-hour of thought."""
    u: cython.int
    w.n_at_home = 0
    for u in range(c.U0):
        if w.act[u, k] > 0:
            w.bodies[w.n_at_home] = u
            w.n_at_home += 1
    call_those_sent(c, w, k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def call_those_sent(c: Case, w: World, k: cython.int) -> cython.void:
    """Of them only the detachments, behind those at home that were called before."""
    u: cython.int
    i: cython.int
    n: cython.int = w.n_at_home
    list_living(w)
    for i in range(c.U0, w.n_living):
        u = w.living[i]
        if w.act[u, k] > 0 or w.serves[u] == k:
            w.bodies[n] = u
            n += 1
    w.n_bodies = n


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def look(c: Case, w: World, k: cython.int) -> cython.void:
    """Men see their site and its neighbours; what nobody has seen for long is guessed again."""
    u: cython.int
    j: cython.int
    s: cython.int
    for j in range(w.n_bodies):
        u = w.bodies[j]
        if w.act[u, k] < LOOKOUT_MEN or is_marching(w, u):
            continue
        s = w.place[u]
        if w.kstood[k, s] == w.t:
            continue  # somebody has looked round from there already
        w.kstood[k, s] = w.t
        see_round(c, w, k, s)
    if w.t % 60 >= 30:
        return
    for s in range(c.S):
        if w.klook[k, s] >= 0 and w.t - w.klook[k, s] > 720 and w.holder[s] != k:
            w.klook[k, s] = -1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def look_in_towns(c: Case, w: World, k: cython.int) -> cython.void:
    """The same for one who has no staff: he is told what his men see, place by place, and guesses at nothing.

    The places were listed when his strength was told over (``relax_leaders``).
    """
    i: cython.int
    for i in range(w.n_manned[k]):
        see_round(c, w, k, w.manned[k, i])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def see_round(c: Case, w: World, k: cython.int, s: cython.int) -> cython.void:
    """One look round from a site: at it and at its neighbours."""
    i: cython.int
    see(c, w, k, s)
    for i in range(c.adj_start[s], c.adj_start[s + 1]):
        if w.klook[k, c.adj_to[i]] != w.t:
            see(c, w, k, c.adj_to[i])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def see(c: Case, w: World, k: cython.int, s: cython.int) -> cython.void:
    """One look at a site; if nothing has stirred there since the last one, it tells nothing new."""
    before: cython.int = w.klook[k, s]
    refresh_site(c, w, s)
    w.klook[k, s] = w.t
    if w.stirred[s] < before:
        return
    if w.kholder[k, s] != w.holder[s]:
        w.kholder[k, s] = w.holder[s]
        site_turned(w, s)
    learn_force(w, k, s, w.foes[s, k])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def known_enemy(c: Case, w: World, k: cython.int, s: cython.int) -> cython.double:
    """Enemy strength at a site as k knows it, or what is usual for such a place."""
    if w.klook[k, s] >= 0:
        return w.kforce[k, s]
    if w.kholder[k, s] > 0 and w.hostile[k, w.kholder[k, s]] != 0:
        return c.site_expected[s]
    return 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def spare_men(c: Case, w: World, u: cython.int, k: cython.int) -> cython.int:
    """Men of a body who could be sent: idle, not needed as the guard of the place."""
    s: cython.int = w.place[u]
    men: cython.int = w.act[u, k]
    keep: cython.int
    if w.live[u] == 0 or men < 20 or w.goal[u] >= 0 or w.broken[u] > w.t or w.hot[s] != 0:
        return 0
    if w.order[u] != ORDER_NONE and w.order[u] != ORDER_HOLD and w.order[u] != ORDER_GO:
        return 0
    if w.parent[u] != u and w.serves[u] != k:
        return 0
    if w.cease[u] > w.t and w.defy[u] == 0:
        return 0
    if w.holder[s] == k:
        refresh_site(c, w, s)
        keep = c.site_guard[s] - (w.doing[s, k] - men)
        if keep > 0:
            men -= keep
    return men if men >= 20 else 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count_spare(c: Case, w: World, k: cython.int) -> cython.void:
    """Find all bodies of k with men to spare; one to which an order is on its way is not asked again."""
    i: cython.int
    u: cython.int
    for i in range(w.n_bodies):
        u = w.bodies[i]
        w.spare[u] = spare_men(c, w, u, k) if w.act[u, k] >= 20 else 0
    for i in range(w.n_calls):
        u = w.cq_slot[i]
        if w.c_kind[u] == CALL_ORDER and w.c_to[u] >= 0 and w.c_ref[u] != ORDER_TURN_OUT:
            w.spare[w.c_to[u]] = 0
    w.n_spares = 0
    for i in range(w.n_bodies):
        u = w.bodies[i]
        if w.spare[u] > 0:
            w.spares[w.n_spares] = u
            w.n_spares += 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def men_near(c: Case, w: World, k: cython.int, s: cython.int) -> cython.int:
    """Spare men within reach of a site."""
    i: cython.int
    men: cython.int = 0
    for i in range(w.n_spares):
        if way_km(c, w.place[w.spares[i]], s) <= REACH_KM:
            men += w.spare[w.spares[i]]
    return men


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def send_nearest(c: Case, w: World, k: cython.int, s: cython.int, order: cython.int, want: cython.int) -> cython.int:
    """Order the nearest spare men to a site, up to four bodies. Returns the men asked for."""
    i: cython.int
    u: cython.int
    best: cython.int
    bodies: cython.int = 0
    asked: cython.int = 0
    x: cython.double
    least: cython.double
    men: cython.int
    while bodies < 4 and asked < want:
        best = -1
        least = REACH_KM + 0.001
        for i in range(w.n_spares):
            u = w.spares[i]
            x = way_km(c, w.place[u], s)
            if w.spare[u] > 0 and x < least:
                least = x
                best = u
        if best < 0:
            return asked
        men = w.spare[best]
        if men > want - asked:
            men = want - asked
        if men < 20:
            men = 20
        w.spare[best] = 0
        command(c, w, k, best, order, s, men, 1.0)
        asked += men
        bodies += 1
    return asked


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_target(c: Case, w: World, k: cython.int, s: cython.int) -> cython.bint:
    """Whether an operation of k already goes there."""
    i: cython.int
    for i in range(MAX_OPS):
        if w.ops[k, i] == s:
            return True
    return False


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def site_worth(c: Case, w: World, k: cython.int, s: cython.int) -> cython.double:
    """What a site is worth to k: its kind, more if aimed at or an enemy's seat in war, nothing if it is spared."""
    x: cython.double = c.site_value[s]
    j: cython.int
    bit: cython.int = 1 << c.site_kind[s]
    if w.aim[k, s] < 0 or (w.aim[k, s] == 0 and (w.sparekind[k] & bit) != 0):
        return 0.0
    if w.aim[k, s] > 0 or (w.aimkind[k] & bit) != 0:
        x = 3.0 * x
    if w.posture[k] == POSTURE_FIGHT:
        for j in range(1, c.K1):
            if w.hostile[k, j] != 0 and w.seat[j] == s:
                x = 1.5 * x
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def nearest_km(c: Case, w: World, k: cython.int, s: cython.int) -> cython.double:
    """Distance of the nearest spare men."""
    i: cython.int
    u: cython.int
    least: cython.double = 1e8
    for i in range(w.n_spares):
        u = w.spares[i]
        if w.spare[u] > 0 and way_km(c, w.place[u], s) < least:
            least = way_km(c, w.place[u], s)
    return least


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def choose_target(c: Case, w: World, k: cython.int) -> cython.int:
    """The best site to go for: worth against distance, weak enough as far as k knows; -1 if none."""
    s: cython.int
    h: cython.int
    best: cython.int = -1
    x: cython.double
    top: cython.double = 0.0
    enemy: cython.double
    km: cython.double
    for s in range(c.S):
        h = w.kholder[k, s]
        if h == k or c.site_value[s] <= 0.0 or w.again[s, k] > w.t or w.raised[s] != 0:
            continue
        if h > 0 and w.hostile[k, h] == 0:
            continue
        if w.posture[k] == POSTURE_OCCUPY and h > 0 and known_enemy(c, w, k, s) >= 15.0:
            continue
        if h > 0 and w.truce[k, h] > w.t:
            continue
        x = site_worth(c, w, k, s)
        if x <= top:  # not the best even if men stood next to it
            continue
        km = nearest_km(c, w, k, s)
        if km > REACH_KM:
            continue
        x = x / (1.0 + 0.5 * km)
        if x <= top or is_target(c, w, k, s):
            continue
        enemy = known_enemy(c, w, k, s)
        if enemy > 0.0 and men_near(c, w, k, s) < WANTED_RATIO * enemy:
            continue
        top = x
        best = s
    return best


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def close_operations(c: Case, w: World, k: cython.int) -> cython.int:
    """Strike off operations that are done or overdue; returns how many go on."""
    i: cython.int
    going: cython.int = 0
    for i in range(MAX_OPS):
        if w.ops[k, i] >= 0:
            if w.holder[w.ops[k, i]] == k or w.opend[k, i] <= w.t:
                w.ops[k, i] = -1
            else:
                going += 1
    return going


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def defend(c: Case, w: World, k: cython.int) -> cython.void:
    """Reinforce held sites where known enemies exceed the guard."""
    i: cython.int
    s: cython.int
    lack: cython.double
    list_contested(c, w)
    for i in range(w.n_hot):
        s = w.alight[i]
        if w.holder[s] != k or w.comer[s] <= 0:
            continue
        refresh_site(c, w, s)
        lack = 1.2 * w.kforce[k, s] - w.force[s, k]
        if lack >= 20.0 and w.helped[k, s] + 120 <= w.t:
            w.helped[k, s] = w.t
            if w.n_spares < 0:
                call_the_roll(c, w, k)
                count_spare(c, w, k)
            send_nearest(c, w, k, s, ORDER_HOLD, MOST_MEN if lack > MOST_MEN else cython.cast(cython.int, lack))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def attack(c: Case, w: World, k: cython.int, going: cython.int) -> cython.void:
    """Start operations while staff and men allow."""
    i: cython.int
    s: cython.int
    want: cython.int
    most: cython.int = 2
    if c.auth_ops[k] >= 0:
        most = cython.cast(cython.int, w.fact[c.auth_ops[k]] + 0.5)
    if most > MAX_OPS:
        most = MAX_OPS
    while going < most:
        if out_share(c, w, k) > 1.0 - RESERVE_SHARE:
            return
        s = choose_target(c, w, k)
        if s < 0:
            return
        want = 2 * c.site_guard[s] + cython.cast(cython.int, WANTED_RATIO * known_enemy(c, w, k, s))
        if want > MOST_MEN:
            want = MOST_MEN
        for i in range(MAX_OPS):
            if w.ops[k, i] < 0:
                w.ops[k, i] = s
                w.opend[k, i] = w.t + 60 * OP_HOURS
                break
        if send_nearest(c, w, k, s, ORDER_SEARCH if w.hidden[s] != 0 else ORDER_TAKE, want) == 0:
            return
        going += 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def out_share(c: Case, w: World, k: cython.int) -> cython.double:
    """Share of those acting for k who are out on an errand."""
    i: cython.int
    u: cython.int
    out: cython.double = 0.0
    total: cython.double = 0.0
    for i in range(w.n_bodies):
        u = w.bodies[i]
        if w.live[u] == 0:
            continue
        total += w.act[u, k]
        if w.parent[u] != u and (w.goal[u] >= 0 or w.order[u] == ORDER_TAKE or w.order[u] == ORDER_ASSAULT):
            out += w.act[u, k]
    return out / total if total > 0.0 else 1.0


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def may_merge(c: Case, w: World, u: cython.int, k: cython.int) -> cython.bint:
    """Whether a body is a detachment of k that stands somewhere without guns."""
    return u >= c.U0 and w.goal[u] < 0 and w.serves[u] == k and w.live[u] != 0 and w.guns[u] == 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def tidy(c: Case, w: World, k: cython.int) -> cython.void:
    """Detachments of one parent and order that meet merge; a place is searched only where two stand."""
    i: cython.int
    u: cython.int
    v: cython.int
    s: cython.int
    for i in range(w.n_at_home, w.n_bodies):
        w.edge[w.place[w.bodies[i]]] = 0
    for i in range(w.n_at_home, w.n_bodies):
        u = w.bodies[i]
        if may_merge(c, w, u, k):
            w.edge[w.place[u]] += 1
    for i in range(w.n_at_home, w.n_bodies):
        u = w.bodies[i]
        s = w.place[u]
        if w.edge[s] < 2 or not may_merge(c, w, u, k):
            continue
        v = w.head[s]
        while v >= 0:
            if (
                v < u
                and v >= c.U0
                and w.live[v] != 0
                and w.parent[v] == w.parent[u]
                and w.serves[v] == k
                and (w.goal[v] < 0 and w.order[v] == w.order[u] and w.guns[v] == 0.0)
            ):
                log_event(w, EV_MERGED, v, k, s, -1, w.act[u, k])
                fold_into(c, w, u, v)
                break
            v = w.nxt[v]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def thin_out(c: Case, w: World, k: cython.int) -> cython.void:
    """Rings that have become needless hold; men beyond twice the guard of a quiet place go back."""
    i: cython.int
    u: cython.int
    s: cython.int
    for i in range(w.n_at_home, w.n_bodies):
        w.dij[w.place[w.bodies[i]]] = 0.0  # men already told to go
    for i in range(w.n_at_home, w.n_bodies):
        u = w.bodies[i]
        if w.goal[u] >= 0 or w.serves[u] != k or w.live[u] == 0:
            continue
        s = w.place[u]
        if w.hot[s] != 0:
            continue
        if w.order[u] == ORDER_RING and (w.holder[s] == k or w.holder[s] == 0):
            w.order[u] = ORDER_HOLD
        if w.order[u] == ORDER_HOLD and w.holder[s] == k and w.guns[u] == 0.0:
            refresh_site(c, w, s)
            if w.doing[s, k] - w.dij[s] - w.act[u, k] >= 2 * c.site_guard[s]:
                w.dij[s] += w.act[u, k]
                command(c, w, k, u, ORDER_RETURN, s, w.act[u, k], 1.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def use_guns(c: Case, w: World, k: cython.int) -> cython.void:
    """Idle batteries support an attack within range, monuments excepted."""
    i: cython.int
    j: cython.int
    u: cython.int
    s: cython.int
    list_contested(c, w)
    for i in range(w.n_bodies):
        u = w.bodies[i]
        if w.guns[u] < 1.0 or w.live[u] == 0 or w.shells[u] < 1.0 or w.act[u, k] < 5 or w.goal[u] >= 0:
            continue
        if w.order[u] == ORDER_SHELL or (w.parent[u] != u and w.serves[u] != k):
            continue
        for j in range(w.n_hot):
            s = w.alight[j]
            if (
                w.comer[s] == k
                and w.fire[s] > 0.0
                and c.site_shrine[s] == 0
                and (crow_km(c, w.place[u], s) <= 4.0 and w.holder[s] > 0 and w.hostile[k, w.holder[s]] != 0)
            ):
                command(c, w, k, u, ORDER_SHELL, s, w.act[u, k], 1.0)
                break


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def call_to_arms(c: Case, w: World, k: cython.int) -> cython.void:
    """A leader who means to occupy calls his own chain of command to arms; one who fights calls all who stand with him.

    Each body is asked once for each of the two; volunteers only for a fight.
    """
    u: cython.int
    own: cython.bint
    if w.posture[k] == POSTURE_WAIT:
        return
    for u in range(c.U0):
        if w.fresh_order[u, k] >= w.posture[k] or c.unit_kind[u] == UNIT_STAFF or w.n[u, k] < 10:
            continue
        if c.unit_duty[u] == DUTY_OUTSIDE and w.came[u] == 0:
            continue
        own = c.unit_of[u] == k
        if w.posture[k] != POSTURE_FIGHT and (not own or c.unit_volunteer[u] != 0):
            continue
        if not own and w.n[u, k] * 2 <= headcount(c, w, u):
            continue
        w.fresh_order[u, k] = w.posture[k]
        command(c, w, k, u, ORDER_TURN_OUT, w.place[u], w.n[u, k], 1.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def main_rival(c: Case, w: World, k: cython.int) -> cython.int:
    """The hostile authority that k thinks likeliest to prevail; 0 if none."""
    j: cython.int
    best: cython.int = 0
    for j in range(1, c.K1):
        if w.hostile[k, j] != 0 and w.alive[j] != 0 and (best == 0 or w.hl[k, j] > w.hl[k, best]):
            best = j
    return best


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def seek_peace(c: Case, w: World, k: cython.int) -> cython.void:
    """A leader who believes he is losing asks for a pause; one who believes he has lost asks for terms."""
    j: cython.int
    p: cython.double
    if w.posture[k] != POSTURE_FIGHT or w.settled[0] != 0 or w.blood[0] < 0:
        return
    if w.offered[k] >= 0 and w.t - w.offered[k] < 60 * OFFER_HOURS:
        return
    j = main_rival(c, w, k)
    if j == 0:
        return
    p = leader_odds(c, w, k, k)
    if p < TERMS_ODDS:
        make_offer(c, w, ACT_OFFER_TERMS, k, j, 0, TERM_DISARM | TERM_LIVES_SPARED, -1)
    elif w.truce[k, j] <= w.t and (p < TRUCE_ODDS or w.threat[k] > 0):
        make_offer(c, w, ACT_OFFER_TRUCE, k, j, 1440, 0, -1)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def think(c: Case, w: World, k: cython.int) -> cython.void:
    """One half-hour of a leader's mind.

    Reads   what k knows        Writes  knowledge, operations, posture; orders and offers
    Draws   none                Events  ORDERED, OFFERED, POSTURE
    """
    going: cython.int
    local: cython.bint = w.local[k] != 0
    because(w, CAUSE_TACTICS, -1)
    if local:
        w.n_at_home = 0
        call_those_sent(c, w, k)
        look_in_towns(c, w, k)
    else:
        call_the_roll(c, w, k)
        look(c, w, k)
    if w.provoked[k] != 0:
        w.provoked[k] = 0
        take_posture(c, w, k, -1, POSTURE_FIGHT)
    if not local:
        call_to_arms(c, w, k)
    tidy(c, w, k)
    thin_out(c, w, k)
    w.n_spares = -1
    if not local:
        count_spare(c, w, k)
    defend(c, w, k)
    if local:  # no staff for operations: its towns act by plans, and defend themselves
        return
    going = close_operations(c, w, k)
    if w.posture[k] != POSTURE_WAIT and w.settled[0] != k:
        attack(c, w, k, going)
    if w.posture[k] == POSTURE_FIGHT:
        use_guns(c, w, k)
    seek_peace(c, w, k)
