"""Men of two authorities at one place: parley, walk-in, shots, assault, guns, breaking (E6).

Most sites change hands without a fight. Fire opens because somebody has orders and obeys them at the
severity of firing, seldom by itself. Men break because they are alone, more than because they bleed.

Rests on: Lanchester laws with an exponent between square and linear (CDB90 battles); McQuie 1987.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import (
    LUCK_BREAK,
    LUCK_LOSS,
    LUCK_PREPARE,
    LUCK_PRISONERS,
    LUCK_READY,
    LUCK_SHOT,
    binomial,
    exp_,
    hazard,
    logit,
    mixed,
    name_luck,
    uniform,
    whole,
)
from dualpower.engine.choice import drive, drive_safe, thinning, willing_share
from dualpower.engine.events import because_rule, log_event, posture_at, take_posture
from dualpower.engine.force import headcount, learn_force, list_living, refresh_site
from dualpower.engine.ground import crow_km
from dualpower.engine.hooks import own_number
from dualpower.engine.params import P_BI, P_BL, P_ETA, P_RHO, P_THETA
from dualpower.engine.post import delay_min, make_news, shut_in
from dualpower.engine.ranks import close_slot, lose_men, man_gates, stand_down, take_out, walk_home
from dualpower.engine.terms import consider, local_odds, log_strength, loss_of_logs, loss_rate, marks_of, side_force
from dualpower.engine.turns import site_turned
from dualpower.engine.world import World
from dualpower.words import (
    EV_ASSAULTED,
    EV_AUTHORITY_ENDED,
    EV_BROKE,
    EV_DISPERSED,
    EV_FIRED_FIRST,
    EV_KILLED,
    EV_PARLEYED,
    EV_REPULSED,
    EV_SEAT_MOVED,
    EV_SHELLED,
    EV_SHOT_DISARMED,
    EV_SITE_TAKEN,
    EV_SKIRMISHED,
    EV_SURRENDERED,
    EV_WALKED_IN,
    EV_WARNED,
    EV_WENT_HOME,
    EV_WITHDREW,
    NEWS_BREAK,
    NEWS_DAMAGE,
    NEWS_DEATHS,
    NEWS_SEAT,
    NEWS_SITE,
    ORDER_ASSAULT,
    ORDER_HOLD,
    ORDER_NONE,
    ORDER_RETURN,
    ORDER_RING,
    ORDER_SEARCH,
    ORDER_SHELL,
    ORDER_TAKE,
    POINT_AT_BREAKING,
    POSTURE_FIGHT,
    STOCK_RIFLES,
    TERM_DISARM,
)

MUTUAL_FIRE = 0.3
BREAKING_AT_WORST = 54.6  # a little more than e^4, the most that despair multiplies the rate of breaking
WARNING_FIRE = 0.02
LOOK_MIN = 30  # minutes after which those who face each other look again: parleys are held on them


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def is_comer(w: World, u: cython.int, s: cython.int, j: cython.int) -> cython.bint:
    """A body of j that has come to a site on an order."""
    return (w.serves[u] == j and w.act[u, j] > 0 and w.goal[u] < 0
            and (w.parent[u] != u or w.order[u] != ORDER_NONE))  # fmt: skip


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def find_comer(c: Case, w: World, s: cython.int) -> cython.int:
    """The authority with most strength that has come to a site it does not hold; 0 if none."""
    h: cython.int = w.holder[s]
    u: cython.int = w.head[s]
    j: cython.int
    best: cython.int = 0
    top: cython.double = 0.0
    strangers: cython.bint = False
    refresh_site(c, w, s)
    for j in range(1, c.K1):
        w.v[j] = 0.0
        if w.doing[s, j] > 0 and j != h and (h == 0 or w.hostile[h, j] != 0):
            strangers = True
    if not strangers:
        return 0
    while u >= 0:
        j = w.serves[u]
        if j > 0 and j != h and (h == 0 or w.hostile[h, j] != 0) and is_comer(w, u, s, j):
            if (
                w.order[u] == ORDER_TAKE
                or w.order[u] == ORDER_ASSAULT
                or w.order[u] == ORDER_RING
                or (w.order[u] == ORDER_HOLD or w.order[u] == ORDER_SEARCH)
            ):
                w.v[j] += w.act[u, j]
        u = w.nxt[u]
    for j in range(1, c.K1):
        if w.v[j] > top or (w.v[j] == top and top > 0.0 and j == w.comer[s]):
            top = w.v[j]
            best = j
    return best


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def has_order(c: Case, w: World, s: cython.int, j: cython.int, order: cython.int) -> cython.bint:
    """Whether a body of j at a site acts under this order."""
    u: cython.int = w.head[s]
    while u >= 0:
        if w.serves[u] == j and w.act[u, j] > 0 and w.goal[u] < 0 and w.order[u] == order:
            return True
        u = w.nxt[u]
    return False


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def lead_unit(c: Case, w: World, s: cython.int, k: cython.int) -> cython.int:
    """The body with most men acting for k at a site; -1 if none."""
    u: cython.int = w.head[s]
    best: cython.int = -1
    while u >= 0:
        if w.act[u, k] > 0 and w.goal[u] < 0 and (best < 0 or w.act[u, k] > w.act[best, k]):
            best = u
        u = w.nxt[u]
    return best


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def begin_contest(c: Case, w: World, s: cython.int, j: cython.int) -> cython.void:
    """Somebody has come to a site that is not his."""
    u: cython.int = lead_unit(c, w, s, j)
    w.hot[s] = 1
    w.comer[s] = j
    w.contest_row[s] = w.order_row[u] if u >= 0 else -1
    w.began[s] = w.t
    w.tries[s] += 1
    w.ready[s] = w.t + delay_min(w, 60.0, LUCK_READY, c.site_key[s], w.tries[s])
    w.pushed[s] = -1
    w.fire[s] = 0.0
    w.fired[s] = 0
    w.first_fire[s] = -1
    u = w.head[s]
    while u >= 0:
        w.startmen[u] = headcount(c, w, u)
        w.lost[u] = 0.0
        rouse(c, w, u)
        u = w.nxt[u]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def rouse(c: Case, w: World, u: cython.int) -> cython.void:
    """A body that was quiet long enough to be looked at seldom is looked at again like any other."""
    w.quiet[u] = 0
    if w.due[u] > w.t + c.gap_home:
        w.due[u] = w.t + c.gap_home


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def end_contest(c: Case, w: World, s: cython.int) -> cython.void:
    """Nobody contests the site any more."""
    u: cython.int = w.head[s]
    k: cython.int
    w.hot[s] = 0
    w.comer[s] = 0
    w.fire[s] = 0.0
    w.fired[s] = 0
    w.pushed[s] = -1
    while u >= 0:
        w.zoffer[u] = -1.0
        w.lost[u] = 0.0
        w.startmen[u] = headcount(c, w, u)
        for k in range(1, c.K1):
            if w.sev[u, k] > 1:
                w.sev[u, k] = 1
        u = w.nxt[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def leave_beaten(c: Case, w: World, s: cython.int, h: cython.int) -> cython.void:
    """When a site changes hands, men who act for the loser there stop: detachments go home, locals stand aside."""
    u: cython.int = w.head[s]
    v: cython.int
    men: cython.int
    while u >= 0:
        v = w.nxt[u]
        if w.act[u, h] > 0 and w.goal[u] < 0:
            if shut_in(c, w, s, h) or w.pushed[s] >= 0:
                men = take_out(c, w, u, h, w.act[u, h])
                w.captured[u] += men
                w.captor[u] = w.holder[s]
                w.disarmed[u] = w.t
                w.fired_on[u] = 0
                w.surrendered[s] = w.mercy = w.t
                w.stock[s, STOCK_RIFLES] += w.rifles[u]
                w.racks[s] = 1
                w.rifles[u] = 0.0
                log_event(w, EV_SURRENDERED, u, h, s, w.holder[s], men)
                close_slot(c, w, u)
            elif w.parent[u] != u:
                log_event(w, EV_WITHDREW, u, h, s, -1, w.act[u, h])
                walk_home(c, w, u, h, h, w.n[u, h])
                close_slot(c, w, u)
            else:
                w.act[u, h] = 0
                w.stale[s] = 1
        u = v


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def move_seat(c: Case, w: World, k: cython.int) -> cython.void:
    """An authority driven from its seat goes to the best site it still holds, or ends (E6)."""
    s: cython.int
    best: cython.int = -1
    for s in range(c.S):
        if w.holder[s] == k and c.site_value[s] > 0.0 and (best < 0 or c.site_value[s] > c.site_value[best]):
            best = s
    w.seat[k] = best
    if best >= 0:
        log_event(w, EV_SEAT_MOVED, -1, k, best, -1, 0.0)
        return
    w.alive[k] = 0
    log_event(w, EV_AUTHORITY_ENDED, -1, k, -1, -1, 0.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def take_site(c: Case, w: World, s: cython.int, j: cython.int, walked: cython.bint) -> cython.void:
    """A site changes hands: log, news, gates, seat."""
    h: cython.int = w.holder[s]
    u: cython.int = lead_unit(c, w, s, j)
    seat: cython.bint = h > 0 and w.seat[h] == s
    because_rule(w, w.contest_row[s])
    refresh_site(c, w, s)
    if walked:
        w.row = log_event(w, EV_WALKED_IN, u, j, s, h, w.doing[s, j])
    if h > 0:
        w.yielded[s] = j if w.pushed[s] < 0 else 0
    w.row = log_event(w, EV_SITE_TAKEN, u, j, s, h, 0.0)
    w.holder[s] = j
    w.stirred[s] = w.t
    w.taken[s, j] = 1
    w.kholder[j, s] = j
    learn_force(w, j, s, 0.0)
    if h > 0:
        w.kholder[h, s] = j
    site_turned(w, s)
    if h > 0:
        leave_beaten(c, w, s, h)
    w.ringed[s] = -1
    w.ring[s] = 0
    w.tied[s] = 0.0
    man_gates(c, w, s, j, u)
    u = w.head[s]
    while u >= 0:
        if w.serves[u] == j and w.goal[u] < 0 and (w.order[u] == ORDER_TAKE or w.order[u] == ORDER_ASSAULT
                                                   or w.order[u] == ORDER_RING):  # fmt: skip
            w.order[u] = ORDER_HOLD
            w.order_row[u] = w.row
            w.sev[u, j] = 1
        u = w.nxt[u]
    end_contest(c, w, s)
    if c.site_value[s] >= 1.5:
        make_news(c, w, NEWS_SEAT if seat else NEWS_SITE, j, s, j, 1)
    if seat:
        move_seat(c, w, h)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def observes(c: Case, w: World, u: cython.int) -> cython.bint:
    """Whether a body keeps a cease-fire now."""
    return w.cease[u] > w.t and w.defy[u] == 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def share_in_arms(c: Case, w: World, s: cython.int, k: cython.int) -> cython.double:
    """Share of the men acting for k at a site who are not bound by a cease-fire."""
    u: cython.int = w.head[s]
    men: cython.double = 0.0
    free: cython.double = 0.0
    refresh_site(c, w, s)
    if w.doing[s, k] == 0:
        return 0.0
    if w.calm <= w.t:
        return 1.0  # nobody keeps a cease-fire anywhere
    while u >= 0:
        if w.act[u, k] > 0 and w.goal[u] < 0:
            men += w.act[u, k]
            if not observes(c, w, u):
                free += w.act[u, k]
        u = w.nxt[u]
    return free / men if men > 0.0 else 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_night(c: Case, w: World) -> cython.bint:
    """22:00 to 06:00 by the scenario's clock."""
    m: cython.int = (c.start_min + w.t) % 1440
    return m < 360 or m >= 1320


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def open_fire(c: Case, w: World, s: cython.int, k: cython.int) -> cython.void:
    """A side opens fire at a site; the first shot of all is remembered."""
    u: cython.int = lead_unit(c, w, s, k)
    because_rule(w, w.contest_row[s])
    w.fired[s] |= 1 << k
    if w.first_fire[s] < 0:
        w.first_fire[s] = w.t
        w.contest_row[s] = log_event(w, EV_FIRED_FIRST, u, k, s, -1, 0.0)
    w.anyfire = 1
    if w.blood[0] < 0:
        w.blood[0] = w.t
    w.lastfire[0] = w.t


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def harden_side(c: Case, w: World, s: cython.int, k: cython.int, level: cython.int) -> cython.void:
    """All bodies of a side at a site are asked for more (E3, severity rises)."""
    u: cython.int = w.head[s]
    share: cython.double
    now: cython.int
    while u >= 0:
        now = w.sev[u, k]
        if w.act[u, k] > 0 and w.goal[u] < 0 and now < level:
            share = thinning(w, drive(c, w, u, k), now if now > 0 else 0, level)
            name_luck(w, LUCK_SHOT, mixed(w.ukey[u] + k), w.t * 16 + level)
            w.act[u, k] = binomial(w, w.act[u, k], share)
            w.sev[u, k] = level
            w.stale[s] = 1
        u = w.nxt[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def fights(c: Case, w: World, s: cython.int, k: cython.int, u: cython.int) -> cython.bint:
    """Whether a side is in posture fight at a site.

    One that is local fights where its town does; a body from elsewhere brings the posture of the town that sent it.
    """
    if posture_at(c, w, k, s) == POSTURE_FIGHT:
        return True
    return w.local[k] != 0 and u >= 0 and w.posture_in[k, c.town_of[c.unit_at[w.parent[u]]]] == POSTURE_FIGHT


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def provoke(c: Case, w: World, s: cython.int, k: cython.int) -> cython.void:
    """A side is fired on: its leaders go over to fighting when they next think, a local one's on the spot."""
    if w.local[k] != 0:
        take_posture(c, w, k, s, POSTURE_FIGHT)
    elif w.posture[k] != POSTURE_FIGHT:
        w.provoked[k] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def may_open(c: Case, w: World, s: cython.int, k: cython.int, other: cython.int, hours: cython.double) -> cython.void:
    """Whether a side opens fire in this step."""
    u: cython.int
    v: cython.int
    rate: cython.double
    free: cython.double
    eager: cython.bint
    u01: cython.double
    if (w.fired[s] & (1 << k)) != 0:
        return
    name_luck(w, LUCK_SHOT, c.site_key[s] + k, w.t)
    u01 = uniform(w)
    if u01 >= 1.5 * hours and u01 >= w.par[P_RHO] * hours:
        return  # however willing they are, and whoever they are: 1 - exp(-x) <= x
    u = lead_unit(c, w, s, k)
    v = lead_unit(c, w, s, other)
    if u < 0 or v < 0:
        return
    if w.column[u] >= 0 and w.first_fire[s] >= 0 and w.t - w.first_fire[s] < 30:
        return
    free = share_in_arms(c, w, s, k)
    if free <= 0.0:
        return
    eager = fights(c, w, s, k, u) or w.order[u] == ORDER_ASSAULT or (w.fired[s] & (1 << other)) != 0
    if u01 >= (1.5 if eager else w.par[P_RHO]) * free * hours:
        return
    if eager:
        rate = 1.5 * willing_share(c, w, u, k, 2)
        if w.order[u] == ORDER_RING and (w.fired[s] & (1 << other)) == 0:
            rate = 0.1 * rate
    else:
        rate = (
            w.par[P_RHO]
            * logit(drive(c, w, u, k) - 2.0 * w.par[P_THETA])
            * logit(drive(c, w, v, other) - 2.0 * w.par[P_THETA])
        )
    if u01 < 1.0 - exp_(-rate * free * hours):
        open_fire(c, w, s, k)
        harden_side(c, w, s, k, 2)
        if w.truce[k, other] <= w.t:
            provoke(c, w, s, other)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def parley(c: Case, w: World, s: cython.int, h: cython.int, j: cython.int) -> cython.void:
    """The comers ask for the post; bodies of the holder weigh it on local odds whenever these have moved."""
    here: cython.double = local_odds(c, w, s, h, 0.0)
    u: cython.int = w.head[s]
    v: cython.int
    while u >= 0:
        v = w.nxt[u]
        if w.act[u, h] > 0 and w.goal[u] < 0 and (w.zoffer[u] < 0.0 or here < w.zoffer[u] - 0.1):
            because_rule(w, w.contest_row[s])
            w.row = log_event(w, EV_PARLEYED, u, j, s, -1, here)
            consider(c, w, u, h, j, here, 0.7, TERM_DISARM if w.fired[s] != 0 else 0)
            close_slot(c, w, u)
        u = v


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def walks_in(c: Case, w: World, s: cython.int, h: cython.int, j: cython.int) -> cython.bint:
    """The walk-in rule: no garrison, or one that hardly exists against those who came; the roll plays no part."""
    u: cython.int
    own: cython.double
    share: cython.double
    coming: cython.double = side_force(c, w, s, j)
    men: cython.int
    if h == 0:
        return True
    refresh_site(c, w, s)
    men = w.doing[s, h]
    if men == 0:
        return True
    if men >= 15 * c.site_entrances[s]:
        return False
    if w.force[s, h] * w.obeys >= 0.05 * coming or men * w.obeys >= 15 * c.site_entrances[s]:
        return False  # even if no more obey than the least that ever would
    u = lead_unit(c, w, s, h)
    if u < 0:
        return True  # those who act here are about to leave
    share = willing_share(c, w, u, h, 2)
    own = w.force[s, h] * share
    u = lead_unit(c, w, s, j)
    if u >= 0:
        coming = coming * willing_share(c, w, u, j, 3)
    return own < 0.05 * coming and men * share < 15 * c.site_entrances[s]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def send_off(c: Case, w: World, s: cython.int, j: cython.int, hours: cython.double) -> cython.void:
    """The comers give it up and go home; the site is let be for a while."""
    u: cython.int = w.head[s]
    w.again[s, j] = w.t + whole(60.0 * hours)
    while u >= 0:
        if is_comer(w, u, s, j):
            w.order[u] = ORDER_RETURN
            w.target[u] = -1
            if w.parent[u] != u and w.place[w.parent[u]] != s:
                w.goal[u] = w.place[w.parent[u]]
                w.mustering[u] = 1
                w.arrive[u] = w.t + 15
                w.wake = 0
            else:
                stand_down(w, u)
        u = w.nxt[u]
    w.stale[s] = 1
    end_contest(c, w, s)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def press_on(c: Case, w: World, s: cython.int, h: cython.int, j: cython.int) -> cython.void:
    """Comers who may not walk in: wait, assault when ready and by day, give up when too weak or twice repulsed."""
    own: cython.double
    enemy: cython.double
    wants: cython.bint
    if w.pushed[s] >= 0:
        if w.t - w.pushed[s] >= 120:
            w.pushed[s] = -1
            w.failed[s, j] += 1
            because_rule(w, w.contest_row[s])
            w.contest_row[s] = log_event(w, EV_REPULSED, -1, j, s, -1, 0.0)
            w.ready[s] = w.t + delay_min(w, 180.0, LUCK_PREPARE, c.site_key[s], w.t)
            if w.failed[s, j] % 2 == 0:
                send_off(c, w, s, j, 12.0)
        return
    if w.t < w.ready[s]:
        return
    if share_in_arms(c, w, s, j) < 0.5:
        return
    own = side_force(c, w, s, j)
    enemy = side_force(c, w, s, h)
    wants = own >= 0.75 * enemy and (
        has_order(c, w, s, j, ORDER_ASSAULT)
        or (has_order(c, w, s, j, ORDER_TAKE) and fights(c, w, s, j, lead_unit(c, w, s, j)))
    )
    if wants and w.prepared[s] == 0:  # meanwhile they still talk, and walk in where nobody is left
        w.prepared[s] = w.t + delay_min(w, 180.0, LUCK_PREPARE, c.site_key[s], w.t)
    elif wants and (w.prepared[s] > w.t or is_night(c, w)):
        return
    elif wants:
        w.pushed[s] = w.t
        w.assaulted[s] = 1
        because_rule(w, w.contest_row[s])
        w.contest_row[s] = log_event(w, EV_ASSAULTED, lead_unit(c, w, s, j), j, s, h, w.doing[s, j])
        if (w.fired[s] & (1 << j)) == 0:
            open_fire(c, w, s, j)
        harden_side(c, w, s, j, 3)
    elif (
        w.first_fire[s] < 0
        and not has_order(c, w, s, j, ORDER_RING)
        and ((own < enemy and w.t - w.began[s] >= 180) or w.t - w.began[s] >= 720)
    ):
        because_rule(w, w.contest_row[s])
        log_event(w, EV_WENT_HOME, lead_unit(c, w, s, j), j, s, -1, w.doing[s, j])
        send_off(c, w, s, j, 6.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def caught_now(c: Case, w: World, s: cython.int, j: cython.int) -> cython.bint:
    """A column met at close range is fired on with all there is: nobody skirmishes at twenty paces."""
    u: cython.int
    if w.first_fire[s] < 0 or w.t - w.first_fire[s] >= 30:
        return False
    u = lead_unit(c, w, s, j)
    return u >= 0 and w.column[u] >= 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def rate_of_fire(c: Case, w: World, s: cython.int, h: cython.int, j: cython.int) -> cython.double:
    """f of E6: nothing, a warning, a skirmish, an assault by day; under a truce only those who defy it."""
    one: cython.bint = (w.fired[s] & (1 << h)) != 0
    two: cython.bint = (w.fired[s] & (1 << j)) != 0
    free: cython.double
    other: cython.double
    f: cython.double
    if not one and not two:
        return 0.0
    f = MUTUAL_FIRE if one and two else WARNING_FIRE
    if w.pushed[s] >= 0 or caught_now(c, w, s, j):
        f = 1.0
    free = share_in_arms(c, w, s, h)
    if free < 1.0:
        other = share_in_arms(c, w, s, j)
        if other > free:
            free = other
    if free < 1.0 and f > 0.3 * free:
        f = 0.3 * free
    return f


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count_dead(c: Case, w: World, s: cython.int, u: cython.int, k: cython.int, killed: cython.int) -> cython.void:
    """Enter killed in the books of the site and of the first hour; every tenth of a side at a site is told."""
    before: cython.int = w.dead_at[s, k]
    if killed <= 0:
        return
    w.dead_at[s, k] += killed
    if w.blood[0] >= 0 and w.t - w.blood[0] <= 60:
        w.blood_dead[0] += killed
    if w.dead_at[s, k] // 10 > before // 10:
        log_event(w, EV_KILLED, u, k, s, -1, w.dead_at[s, k])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def falls_on(w: World, chosen: cython.int, some: cython.int, total: cython.int) -> cython.int:
    """Of ``chosen``, drawn by lot from ``total`` equals, how many are among the first ``some`` of them."""
    i: cython.int
    x: cython.int = 0
    for i in range(chosen):
        if uniform(w) * (total - i) < some - x:
            x += 1
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def bleed(c: Case, w: World, s: cython.int, k: cython.int, rate: cython.double, hours: cython.double) -> cython.void:
    """Losses of one side at a site; rate is men per hour.

    Every man who acts is as likely to be hit as any other: it is drawn how many are hit, then of which bodies.
    """
    u: cython.int = w.head[s]
    v: cython.int
    men: cython.int
    x: cython.int
    left: cython.int = w.doing[s, k]
    hits: cython.int
    if left <= 0 or rate <= 0.0:
        return
    w.work[1] += 1
    name_luck(w, LUCK_LOSS, c.site_key[s] + k, w.t)
    hits = hazard(w, left, rate / left * hours)
    while u >= 0 and hits > 0:
        v = w.nxt[u]
        men = w.act[u, k]
        if men > 0 and w.goal[u] < 0:
            name_luck(w, LUCK_LOSS, w.ukey[u], w.t)
            x = falls_on(w, hits, men, left)
            left -= men
            hits -= x
            if x > 0:
                count_dead(c, w, s, u, k, lose_men(c, w, u, k, x))
        u = v


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def cover_of(c: Case, w: World, s: cython.int, k: cython.int) -> cython.double:
    """Cover of a side: works or buildings for the holder, the street for comers, nothing for a column just caught."""
    if w.holder[s] == k:
        return c.site_cover[s]
    return 0.05 if caught_now(c, w, s, k) else 1.3


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def exchange_fire(c: Case, w: World, s: cython.int, f: cython.double, hours: cython.double) -> cython.void:
    """All hostile pairs at a site fire on one another; a side divides its fire by the men who face it."""
    k: cython.int
    j: cython.int
    total: cython.double
    hitting: cython.double
    rate: cython.double
    for k in range(1, c.K1):
        w.sx[k] = side_force(c, w, s, k)
        w.v[k] = marks_of(c, w, s, k)
        w.sy[k] = 0.0
    for j in range(1, c.K1):
        if (w.fired[s] & (1 << j)) == 0 or w.sx[j] <= 0.0:
            continue
        hitting = log_strength(w, s, j, w.sx[j])
        total = 0.0
        for k in range(1, c.K1):
            if w.hostile[j, k] != 0:
                total += w.v[k]
        for k in range(1, c.K1):
            if w.hostile[j, k] != 0 and w.v[k] > 0.0:
                rate = loss_of_logs(w, f, cover_of(c, w, s, k), hitting, w.log_marks[s, k])
                w.sy[k] += rate * w.v[k] / total
    for k in range(1, c.K1):
        if w.sy[k] > 0.0:
            bleed(c, w, s, k, w.sy[k], hours)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def breaking_rate(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """How much losses, isolation and want of drive multiply the rate at which companies of a body break (E6 iii)."""
    x: cython.double
    iso: cython.double = w.iso[u] if w.iso[u] < 2 else 2
    loss: cython.double = 0.0
    if w.startmen[u] > 0.0:
        loss = w.lost[u] / w.startmen[u]
    x = w.par[P_BL] * loss / 0.1 + w.par[P_BI] * iso - drive_safe(c, w, u, k)
    if x > 4.0:
        x = 4.0
    if x < -4.0:
        x = -4.0
    return own_number(c, w, POINT_AT_BREAKING, u, k, exp_(x))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def break_companies(
    c: Case, w: World, s: cython.int, u: cython.int, k: cython.int, j: cython.int, broken: cython.int
) -> cython.void:
    """Companies of a body break."""
    men: cython.int = broken * 150
    if broken <= 0:
        return
    if men > w.act[u, k]:
        men = w.act[u, k]
    because_rule(w, w.contest_row[s])
    w.row = log_event(w, EV_BROKE, u, k, s, -1, men)
    scatter(c, w, s, u, k, j, men)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def scatter(
    c: Case, w: World, s: cython.int, u: cython.int, k: cython.int, j: cython.int, men: cython.int
) -> cython.void:
    """Where broken men go: home by an open way, into captivity if terms were heard, else anywhere."""
    base: cython.int = w.parent[u]
    back: cython.int = w.t + whole(60.0 / (w.par[P_RHO] + 0.02))
    if not shut_in(c, w, s, k):
        if base != u:
            w.act[u, k] -= men  # those who break acted; others of the detachment may stand by
            walk_home(c, w, u, k, 0, men)
            log_event(w, EV_WITHDREW, u, k, s, -1, men)
        else:
            men = take_out(c, w, u, k, men)
            w.n[u, 0] += men
            log_event(w, EV_WITHDREW, u, k, s, -1, men)
    elif w.zoffer[u] >= 0.0:
        men = take_out(c, w, u, k, men)
        w.captured[u] += men
        w.captor[u] = j
        log_event(w, EV_SURRENDERED, u, k, s, j, men)
    else:
        men = take_out(c, w, u, k, men)
        w.dispersed[u] += men
        log_event(w, EV_DISPERSED, u, k, s, -1, men)
    w.broken[base] = back
    if men >= 100 and j > 0:
        make_news(c, w, NEWS_BREAK, j, s, j, 1)
    close_slot(c, w, u)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def break_side(
    c: Case, w: World, s: cython.int, k: cython.int, j: cython.int, f: cython.double, hours: cython.double
) -> cython.void:
    """All bodies of a side under fire.

    It is drawn first how many companies would break if all were in the deepest despair; mostly none. Only then is
    it asked which they are, and whether they do.
    """
    u: cython.int = w.head[s]
    v: cython.int
    x: cython.int
    companies: cython.int
    left: cython.int = 0
    shaken: cython.int
    usual: cython.double = (f if f > 0.05 else 0.05) * w.par[P_ETA] * hours
    while u >= 0:
        if w.act[u, k] > 0 and w.goal[u] < 0:
            left += (w.act[u, k] + 149) // 150
        u = w.nxt[u]
    name_luck(w, LUCK_BREAK, c.site_key[s] + k, w.t)
    shaken = hazard(w, left, usual * BREAKING_AT_WORST)
    u = w.head[s]
    while u >= 0 and shaken > 0:
        v = w.nxt[u]
        if w.act[u, k] > 0 and w.goal[u] < 0:
            companies = (w.act[u, k] + 149) // 150
            name_luck(w, LUCK_BREAK, w.ukey[u], w.t)
            x = falls_on(w, shaken, companies, left)
            left -= companies
            shaken -= x
            if x > 0:
                x = binomial(w, x, (1.0 - exp_(-usual * breaking_rate(c, w, u, k)))
                             / (1.0 - exp_(-usual * BREAKING_AT_WORST)))  # fmt: skip
                break_companies(c, w, s, u, k, j, x)
        u = v


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def mercy_ends(
    c: Case, w: World, s: cython.int, u: cython.int, v: cython.int, f: cython.double, hours: cython.double
) -> cython.bint:
    """Whether captors begin to shoot the disarmed: at 1.5/h while shots fall at the place, else at the rate of a
    chance first shot; times the share of them who would at severity 4."""
    j: cython.int = w.captor[u]
    rate: cython.double = willing_share(c, w, v, j, 4)
    if f > 0.0:
        rate = 1.5 * rate
    else:
        rate = w.par[P_RHO] * rate * logit(drive_safe(c, w, v, j) - 2.0 * w.par[P_THETA])
    name_luck(w, LUCK_SHOT, mixed(w.ukey[u]), w.t)
    return uniform(w) < 1.0 - exp_(-rate * hours)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def shoot_body(c: Case, w: World, s: cython.int, u: cython.int, v: cython.int, hours: cython.double) -> cython.void:
    """One step of shooting men who have laid down arms: full fire, no cover, by those captors who obey."""
    j: cython.int = w.captor[u]
    k: cython.int = w.serves[u]
    i: cython.int
    x: cython.int
    killed: cython.int
    rate: cython.double = loss_rate(w, 1.0, 0.02, side_force(c, w, s, j) * willing_share(c, w, v, j, 4), w.captured[u])
    name_luck(w, LUCK_PRISONERS, w.ukey[u], w.t)
    x = hazard(w, w.captured[u], rate / w.captured[u] * hours)
    if x <= 0:
        return
    killed = binomial(w, x, 0.25)
    w.captured[u] -= x
    w.dead[u] += killed
    w.absent[u] += x - killed
    w.killed[k] += killed
    w.shot_disarmed[0] += killed
    w.dead_at[s, k] += killed
    because_rule(w, w.contest_row[s])
    w.row = log_event(w, EV_SHOT_DISARMED, u, j, s, -1, killed)
    if w.shot_disarmed[0] // 20 > (w.shot_disarmed[0] - killed) // 20:
        i = make_news(c, w, NEWS_DEATHS, 0, s, k, 1)
        w.item_size[i] = 20.0
        w.item[i, 4] = k


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def shoot_disarmed(c: Case, w: World, s: cython.int, f: cython.double, hours: cython.double) -> cython.void:
    """For half an hour men who laid down arms are at the mercy of captors who obey at severity 4."""
    u: cython.int = w.head[s]
    v: cython.int
    while u >= 0:
        if w.captured[u] > 0 and w.disarmed[u] >= 0 and w.t - w.disarmed[u] < 30:
            v = lead_unit(c, w, s, w.captor[u])
            if v >= 0:
                if w.fired_on[u] == 0 and mercy_ends(c, w, s, u, v, f, hours):
                    w.fired_on[u] = 1
                if w.fired_on[u] != 0:
                    shoot_body(c, w, s, u, v, hours)
        u = w.nxt[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hit_bystanders(c: Case, w: World, s: cython.int, f: cython.double, hours: cython.double) -> cython.void:
    """People who live within range die by rifle- and gun-hours."""
    k: cython.int
    rifles: cython.double = 0.0
    guns: cython.double = 0.0
    x: cython.int
    people: cython.double
    if c.site_residents[s] < 0:
        return
    refresh_site(c, w, s)
    people = w.fact[c.site_residents[s]]
    for k in range(1, c.K1):
        rifles += w.force[s, k]
        guns += w.shellers[s, k] / 30.0
    w.bydead[0] += people * (1e-5 * f * rifles / 100.0 + 2e-4 * guns) * hours
    x = whole(w.bydead[0])
    if x > 0:
        w.bydead[0] -= x
        w.bystanders[0] += x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def lay_guns(c: Case, w: World, hours: cython.double) -> cython.void:
    """Batteries told to shell fire if the target is in range and the enemy's; crews who refuse under the eye of their
    officer aim wide."""
    u: cython.int
    i: cython.int
    s: cython.int
    k: cython.int
    x: cython.double
    if w.shelling != 0:
        w.shelling = 0
        for s in range(c.S):
            if w.shellers[s, 0] > 0.0:
                for k in range(c.K1):
                    w.shellers[s, k] = 0.0
    if w.batteries == 0:
        return
    w.batteries = 0
    list_living(w)
    for i in range(w.n_living):
        u = w.living[i]
        if w.order[u] != ORDER_SHELL:
            continue
        w.batteries = 1
        if w.goal[u] >= 0 or w.guns[u] < 1.0 or w.target[u] < 0:
            continue
        k = w.serves[u]
        s = w.target[u]
        if w.act[u, k] < 5 or w.holder[s] == k or w.holder[s] == 0 or w.hostile[k, w.holder[s]] == 0:
            stand_down(w, u)
            continue
        if crow_km(c, w.place[u], s) > 4.0 or w.shells[u] < 1.0 or observes(c, w, u) or not fights(c, w, s, k, u):
            continue
        x = willing_share(c, w, u, k, 4 if c.site_shrine[s] != 0 else 3)
        w.shelling = 1
        w.shellers[s, k] += 30.0 * w.guns[u] * x
        w.shellers[s, 0] += 30.0 * w.guns[u] * x
        w.shells[u] -= 10.0 * w.guns[u] * hours
        if w.shells[u] < 0.0:
            w.shells[u] = 0.0
        w.damage[0] += w.guns[u] * x * hours
        if w.laid[u] != s + 1:
            w.laid[u] = s + 1
            because_rule(w, w.order_row[u])
            w.order_row[u] = log_event(w, EV_SHELLED, u, k, s, w.holder[s], w.guns[u])
            if w.shelled[s] == 0:
                w.shelled[s] = 1
                make_news(c, w, NEWS_DAMAGE, 0, s, 0, 1)
            if w.blood[0] < 0:
                w.blood[0] = w.t
            w.anyfire = 1
        w.lastfire[0] = w.t


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count_fire(c: Case, w: World, s: cython.int, hours: cython.double) -> cython.void:
    """Enter shots in the books of the site, and of its town once a day."""
    town: cython.int = c.town_of[s]
    day: cython.int = 1 + (c.start_min + w.t) // 1440
    w.fire_min[s] += whole(60.0 * hours + 0.5)
    if w.fire_day[town] != day:
        w.fire_day[town] = day
        w.fire_days[town] += 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def shell_site(c: Case, w: World, s: cython.int, hours: cython.double) -> cython.void:
    """Guns that fire on a site hurt its garrison and shake it; nothing answers them from below."""
    k: cython.int
    h: cython.int = w.holder[s]
    x: cython.double
    own: cython.double
    if h <= 0:
        return
    for k in range(1, c.K1):
        x = w.shellers[s, k]
        if x > 0.0 and w.hostile[k, h] != 0:
            refresh_site(c, w, s)
            own = marks_of(c, w, s, h)
            if own > 0.0:
                because_rule(w, w.contest_row[s])
                bleed(c, w, s, h, loss_rate(w, MUTUAL_FIRE, c.site_cover[s], x, own), hours)
                if w.fire[s] < MUTUAL_FIRE:
                    break_side(c, w, s, h, k, MUTUAL_FIRE, hours)
                w.lastfire[0] = w.t
                if w.fire[s] == 0.0:
                    count_fire(c, w, s, hours)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def rival_here(c: Case, w: World, s: cython.int, j: cython.int) -> cython.int:
    """At a place nobody holds: the enemy of j with most men in arms, who fights as its holder would; 0 if none."""
    k: cython.int
    best: cython.int = 0
    refresh_site(c, w, s)
    for k in range(1, c.K1):
        if w.hostile[j, k] != 0 and w.doing[s, k] >= 15 and (best == 0 or w.doing[s, k] > w.doing[s, best]):
            best = k
    return best


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def contest_step(c: Case, w: World, s: cython.int, hours: cython.double) -> cython.void:
    """One step of a contest at a site."""
    h: cython.int = w.holder[s]
    j: cython.int = find_comer(c, w, s)
    f: cython.double
    if j == 0:
        end_contest(c, w, s)
        return
    w.comer[s] = j
    if h == 0:
        h = rival_here(c, w, s, j)
    if (w.t >= w.ready[s] and w.pushed[s] < 0) or w.pushed[s] >= 0:
        if h == 0 or (walks_in(c, w, s, h, j) and share_in_arms(c, w, s, j) > 0.0):
            take_site(c, w, s, j, w.pushed[s] < 0)
            return
        if w.t % 30 == 0:
            parley(c, w, s, h, j)
    if h == 0:
        return
    may_open(c, w, s, h, j, hours)
    may_open(c, w, s, j, h, hours)
    press_on(c, w, s, h, j)
    if w.hot[s] == 0:
        return
    f = rate_of_fire(c, w, s, h, j)
    if f > w.fire[s] and f >= MUTUAL_FIRE and w.fire[s] < MUTUAL_FIRE:
        because_rule(w, w.contest_row[s])
        log_event(w, EV_SKIRMISHED, -1, j, s, h, f)
    elif f > 0.0 and w.fire[s] == 0.0 and f < MUTUAL_FIRE:
        because_rule(w, w.contest_row[s])
        log_event(w, EV_WARNED, -1, j, s, h, f)
    w.fire[s] = f
    if f > 0.0:
        w.lastfire[0] = w.t
        if f > WARNING_FIRE:
            count_fire(c, w, s, hours)
        because_rule(w, w.contest_row[s])
        exchange_fire(c, w, s, f, hours)
        break_side(c, w, s, h, j, f, hours)
        break_side(c, w, s, j, h, f, hours)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def is_under_guns(w: World, s: cython.int) -> cython.bint:
    """Whether guns fire on a site in this step."""
    return w.shelling != 0 and w.shellers[s, 0] > 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def live_through(c: Case, w: World, s: cython.int) -> cython.void:
    """A step at a site where something may happen, half an hour at a time: men who face each other do not wait for
    the end of a long step to parley, to fire or to give up. A step of half an hour or less is one such part.

    In the log the whole step is one moment (``ahead``): its minutes never run backwards from site to site.
    """
    left: cython.int = c.step
    part: cython.int
    now: cython.int = w.t
    while left > 0:
        part = left if left < LOOK_MIN else LOOK_MIN
        contest_part(c, w, s, part / 60.0)
        left -= part
        if w.hot[s] == 0 and not is_under_guns(w, s) and (w.surrendered[s] < 0 or w.t - w.surrendered[s] >= 60):
            break
        w.t += part
        w.ahead += part
    w.t = now
    w.ahead = 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def contest_part(c: Case, w: World, s: cython.int, hours: cython.double) -> cython.void:
    """A step, or half an hour of a longer one, at one site: contest, guns, men just disarmed, bystanders."""
    if w.hot[s] != 0:
        contest_step(c, w, s, hours)
        w.looked[s] = 1
    if is_under_guns(w, s):
        shell_site(c, w, s, hours)
    if w.surrendered[s] >= 0 and w.t - w.surrendered[s] < 60:
        shoot_disarmed(c, w, s, w.fire[s], hours)
    if w.fire[s] > 0.0 or is_under_guns(w, s):
        hit_bystanders(c, w, s, w.fire[s], hours)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def contend(c: Case, w: World, hours: cython.double) -> cython.void:
    """All contests: begin, go on, end.

    Reads   sites, units, postures, truces       Writes  sites.holder, fire; units.n, act, dead, captured
    Draws   "ready", "shot", "loss", "killed", "break", "terms" per site or body
    Events  WALKED_IN, SITE_TAKEN, FIRED_FIRST, ASSAULTED, REPULSED, BROKE, SURRENDERED, SHELLED, ...
    """
    s: cython.int
    j: cython.int
    wary: cython.bint
    lay_guns(c, w, hours)
    wary = w.shelling != 0 or w.t - w.mercy < 60  # then a place may be in danger where nothing has moved
    for s in range(c.S):
        if (w.looked[s] | w.stale[s]) == 0 and not wary:
            continue  # nothing has moved here; a contest is looked at again in each step
        if w.hot[s] == 0 and w.looked[s] == 0 and w.stale[s] != 0:
            w.looked[s] = 1
        if w.hot[s] == 0 and w.looked[s] != 0:
            refresh_site(c, w, s)
            w.looked[s] = 0
            j = find_comer(c, w, s)
            if j > 0:
                w.prepared[s] = 0
                begin_contest(c, w, s, j)
        live_through(c, w, s)
