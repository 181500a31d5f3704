"""What leaders and the outside can do: each verb becomes orders, calls or a change in an authority's own affairs.

Nothing here makes anyone obey. Orders go out by post.py and are obeyed, or not, by muster.py.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_OUTSIDE, LUCK_TRADITION, name_luck, normal, whole
from dualpower.engine.choice import reckon_hostility
from dualpower.engine.events import log_event, take_posture
from dualpower.engine.force import enter_site, headcount, learn_force
from dualpower.engine.ground import crow_km, way_km
from dualpower.engine.params import P_SIGMA
from dualpower.engine.post import (
    CALL_DEMAND,
    CALL_MOTION,
    CALL_OFFER,
    carry,
    delay_min,
    forget_wires,
    make_news,
    print_news,
    push_call,
    send_order,
)
from dualpower.engine.turns import site_turned
from dualpower.engine.world import MAX_CUTS, MAX_PROMISES, World
from dualpower.words import (
    ACT_AIM,
    ACT_APPOINT,
    ACT_ARM,
    ACT_ARREST,
    ACT_ASK,
    ACT_ASSAULT,
    ACT_CALL_OUT,
    ACT_CEASE,
    ACT_CLOSE_RAIL,
    ACT_CONVENE,
    ACT_CUT,
    ACT_DEMAND,
    ACT_DEPART,
    ACT_FETCH_GUNS,
    ACT_GO,
    ACT_GUARD,
    ACT_HAND_OVER,
    ACT_HOLD,
    ACT_LIFT,
    ACT_LOWER,
    ACT_MOVE_SEAT,
    ACT_NEWS,
    ACT_OFFER_TERMS,
    ACT_OFFER_TRUCE,
    ACT_OPEN_RAIL,
    ACT_POSTURE,
    ACT_PROCLAIM,
    ACT_PROMISE,
    ACT_RAISE,
    ACT_REDIRECT,
    ACT_RELEASE,
    ACT_RESIGN,
    ACT_RESTORE,
    ACT_RESUME,
    ACT_RING,
    ACT_SEARCH,
    ACT_SHELL,
    ACT_SPARE,
    ACT_STANCE,
    ACT_STRIKE,
    ACT_SUPPRESS,
    ACT_TAKE,
    ACT_THREATEN,
    ACT_ULTIMATUM,
    ACT_WITHDRAW,
    DUTY_OUTSIDE,
    EV_APPOINTED,
    EV_BRIDGE_LOWERED,
    EV_BRIDGE_RAISED,
    EV_CALLED,
    EV_DEMANDED,
    EV_FORGED,
    EV_LINE_CUT,
    EV_LINE_RESTORED,
    EV_OFFERED,
    EV_ORDERED,
    EV_PROMISE_MADE,
    EV_REFUSED,
    EV_RESIGNED,
    EV_SEAT_MOVED,
    EV_SITE_TAKEN,
    EV_STANCE,
    EV_SUPPRESSED,
    EV_TURNED_OUT,
    LINE_TELEPHONE,
    NEWS_PROCLAMATION,
    NEWS_SITE,
    ORDER_ASSAULT,
    ORDER_GO,
    ORDER_GUARD,
    ORDER_HOLD,
    ORDER_NONE,
    ORDER_RETURN,
    ORDER_RING,
    ORDER_SEARCH,
    ORDER_SHELL,
    ORDER_STAY,
    ORDER_STOP_WORK,
    ORDER_TAKE,
    ORDER_TURN_OUT,
)  # fmt: skip


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def order_of(verb: cython.int) -> cython.int:
    """The order that a verb gives to bodies of men."""
    if verb == ACT_GO:
        return ORDER_GO
    if verb == ACT_HOLD:
        return ORDER_HOLD
    if verb == ACT_TAKE:
        return ORDER_TAKE
    if verb == ACT_ASSAULT:
        return ORDER_ASSAULT
    if verb == ACT_RING:
        return ORDER_RING
    if verb == ACT_GUARD:
        return ORDER_GUARD
    if verb == ACT_SEARCH:
        return ORDER_SEARCH
    return ORDER_NONE


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def weight_of(c: Case, w: World, act: cython.int) -> cython.double:
    """Share of the bond that the orders of this body carry."""
    b: cython.int = c.act_body[act]
    if b < 0 or c.body_accepted[b] < 0:
        return 1.0
    return w.fact[c.body_accepted[b]]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def command(
    c: Case,
    w: World,
    k: cython.int,
    u: cython.int,
    order: cython.int,
    site: cython.int,
    men: cython.int,
    weight: cython.double,
) -> cython.void:
    """Give one order: log it and send it."""
    row: cython.int = w.row
    w.row = log_event(w, EV_ORDERED, u, k, site, order, men)
    send_order(c, w, k, u, order, site, men, weight)
    w.row = row


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def nearest_body(c: Case, w: World, k: cython.int, site: cython.int, after: cython.double) -> cython.int:
    """The body nearest to a site (but farther than ``after`` km) that has 30 idle men acting for k; -1 if none."""
    u: cython.int
    best: cython.int = -1
    x: cython.double
    least: cython.double = 1e8
    for u in range(w.units):
        if w.live[u] == 0 or w.act[u, k] < 30 or w.goal[u] >= 0 or w.broken[u] > w.t:
            continue
        if w.order[u] != ORDER_NONE and w.order[u] != ORDER_HOLD and w.order[u] != ORDER_GO:
            continue
        if w.parent[u] != u and w.serves[u] != k:
            continue
        x = way_km(c, w.place[u], site)
        if x > after and x < least:
            least = x
            best = u
    return best


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def give_orders(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """An order to bodies of men: those named, else the two nearest with idle men."""
    order: cython.int = order_of(c.act_verb[act])
    i: cython.int
    u: cython.int
    n: cython.int = c.act_unit1[act] - c.act_unit0[act]
    men: cython.int = 300
    least: cython.double = -1.0
    if c.act_men[act] >= 0:
        men = whole(w.fact[c.act_men[act]])
    if n > 0:
        if c.act_men[act] >= 0:
            men = (men + n - 1) // n
        for i in range(c.act_unit0[act], c.act_unit1[act]):
            u = c.act_units[i]
            if c.unit_duty[u] == DUTY_OUTSIDE and w.came[u] == 0:
                continue
            command(c, w, k, u, order, c.act_site[act], men, weight_of(c, w, act))
        return
    if c.act_men[act] < 0:
        men = 2 * c.site_guard[c.act_site[act]]
    for i in range(2):  # noqa: B007, the loop wants a typed counter
        u = nearest_body(c, w, k, c.act_site[act], least)
        if u < 0 or men <= 0:
            return
        least = way_km(c, w.place[u], c.act_site[act])
        command(c, w, k, u, order, c.act_site[act], men if men < w.act[u, k] else w.act[u, k], weight_of(c, w, act))
        men -= w.act[u, k]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def tell_named(c: Case, w: World, act: cython.int, k: cython.int, order: cython.int) -> cython.void:
    """Call out, strike, resume: one order to each unit named."""
    i: cython.int
    u: cython.int
    for i in range(c.act_unit0[act], c.act_unit1[act]):
        u = c.act_units[i]
        if c.unit_duty[u] == DUTY_OUTSIDE and w.came[u] == 0:
            continue
        if w.serves[u] > 0 and w.hostile[k, w.serves[u]] != 0 and order == ORDER_TURN_OUT:
            continue
        command(c, w, k, u, order, w.place[u], headcount(c, w, u), weight_of(c, w, act))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def let_go(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """The men of the units named may go home for good, or go: a share of those there each day, until another is given.

    No call carries it and nobody need obey: that they may go, men hear of and believe at once.
    """
    i: cython.int
    for i in range(c.act_unit0[act], c.act_unit1[act]):
        w.leave[c.act_units[i]] = w.fact[c.act_share[act]]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def send_back(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """Lift a ring or withdraw from a site: the bodies there that act for k return."""
    u: cython.int
    for u in range(w.units):
        if w.live[u] != 0 and w.serves[u] == k and w.parent[u] != u and w.target[u] == c.act_site[act]:
            if c.act_verb[act] == ACT_WITHDRAW or w.order[u] == ORDER_RING:
                command(c, w, k, u, ORDER_RETURN, c.act_site[act], headcount(c, w, u), 1.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def order_guns(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """Shell a site with every battery in range, or fetch guns from where they stand."""
    u: cython.int
    site: cython.int = c.act_site[act]
    want: cython.int = c.act_count[act]
    fetch: cython.bint = c.act_verb[act] == ACT_FETCH_GUNS
    for u in range(w.units):
        if w.live[u] == 0 or w.guns[u] < 1.0 or w.goal[u] >= 0 or w.n[u, k] == 0:
            continue
        if fetch:
            if w.place[u] == c.act_site2[act] and want > 0:
                command(c, w, k, u, ORDER_GO, site, 12 * want, weight_of(c, w, act))
                want = 0
        elif crow_km(c, w.place[u], site) <= 4.0 and w.serves[u] == k:
            command(c, w, k, u, ORDER_SHELL, site, w.act[u, k], weight_of(c, w, act))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def cut_wire(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """Cut or restore a wire: only who holds its exchange, an end of it, or a ring round one, can."""
    line: cython.int = c.act_line[act]
    a: cython.int = c.act_site[act]
    b: cython.int = c.act_site2[act]
    x: cython.int = c.line_exchange[line]
    i: cython.int
    may: cython.bint = x >= 0 and w.holder[x] == k
    if a >= 0 and (w.holder[a] == k or w.ring[a] == k):
        may = True
    if b >= 0 and (w.holder[b] == k or w.ring[b] == k):
        may = True
    if not may:
        log_event(w, EV_REFUSED, -1, k, a, -1, 0.0)
        return
    if c.act_verb[act] == ACT_CUT:
        i = w.ncut[0]
        if i < MAX_CUTS:
            w.cutw[i, 0] = line
            w.cutw[i, 1] = a
            w.cutw[i, 2] = b
            w.ncut[0] = i + 1
            forget_wires(c, w)
            log_event(w, EV_LINE_CUT, -1, k, a, line, 0.0)
        return
    for i in range(w.ncut[0]):
        if w.cutw[i, 0] == line and (a < 0 or (w.cutw[i, 1] == a and w.cutw[i, 2] == b)):
            w.cutw[i, 0] = -1
            forget_wires(c, w)
            log_event(w, EV_LINE_RESTORED, -1, k, a, line, 0.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def make_promise(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """A promise on an issue, with or without a date at which it is judged."""
    i: cython.int = w.n_promises
    due: cython.int = c.act_due[act]
    if due < 0 and c.act_within[act] >= 0:
        due = w.t + c.act_within[act]
    w.q[k, c.act_other[act]] = c.act_size[act]
    w.edition[k] += 1
    if i < MAX_PROMISES:
        w.promise_on[i, 0] = k
        w.promise_on[i, 1] = c.act_other[act]
        w.promise_on[i, 2] = due
        w.promise_on[i, 3] = c.act_kept[act]
        w.promise_on[i, 4] = c.act_audience[act]
        w.promise_on[i, 5] = 0
        w.promise_on[i, 6] = log_event(w, EV_PROMISE_MADE, -1, k, -1, c.act_other[act], c.act_size[act])
        w.n_promises = i + 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def demand_post(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """Demand a post of the body that keeps it, by wire or courier, with an assertion if there is one."""
    s: cython.int = c.act_site[act]
    u: cython.int = -1
    v: cython.int
    sender: cython.int = c.act_claimed[act] if c.act_claimed[act] > 0 else k
    row: cython.int = w.row
    if c.act_unit0[act] < c.act_unit1[act]:
        u = c.act_units[c.act_unit0[act]]
    if u < 0 or w.place[u] != s:
        v = w.head[s]
        u = -1
        while v >= 0:
            if (
                w.holder[s] > 0
                and w.act[v, w.holder[s]] > 0
                and (u < 0 or w.act[v, w.holder[s]] > w.act[u, w.holder[s]])
            ):
                u = v
            v = w.nxt[v]
    if u < 0 or w.holder[s] == k:
        return
    w.demanded[s] = 1
    w.row = log_event(w, EV_DEMANDED, u, sender, s, LINE_TELEPHONE, 0.0)
    if sender != k:
        log_event(w, EV_FORGED, u, sender, s, -1, 0.0)
    carry(c, w, CALL_DEMAND, sender, w.seat[k], s, u, act, 0, s, weight_of(c, w, act), w.ukey[u])
    w.row = row


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def make_offer(
    c: Case,
    w: World,
    verb: cython.int,
    k: cython.int,
    j: cython.int,
    minutes: cython.int,
    terms: cython.int,
    threat: cython.int,
) -> cython.void:
    """Offer a truce or terms, or an ultimatum, to the leaders of another authority."""
    row: cython.int = w.row
    if j <= 0 or w.alive[j] == 0 or w.seat[j] < 0 or w.seat[k] < 0:
        return
    w.offered[k] = w.t
    w.row = log_event(w, EV_OFFERED, -1, k, -1, j, minutes / 60.0 if verb == ACT_OFFER_TRUCE else 0.0)
    carry(c, w, CALL_OFFER, k, w.seat[k], w.seat[j], -1 - j, verb, minutes, terms, threat, c.auth_key[j])
    w.row = row


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def change_command(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """A body resigns, is arrested or appointed: tradition is drawn anew, the bond halves until a successor is there."""
    b: cython.int = c.act_other[act]
    u: cython.int
    leaves: cython.bint = c.act_verb[act] != ACT_APPOINT
    if (leaves and w.body_on[b] == 0) or (not leaves and w.body_on[b] == 1):
        return
    w.body_on[b] = 0 if leaves else 1
    w.row = log_event(w, EV_RESIGNED if leaves else EV_APPOINTED, -1, k, -1, b, 0.0)
    for u in range(w.units):
        if w.live[u] != 0 and c.unit_commander[w.parent[u]] == b:
            name_luck(w, LUCK_TRADITION, w.ukey[w.parent[u]], w.t + 1)
            w.e[u] = w.par[P_SIGMA] * normal(w)
            w.bond[u, c.body_auth[b]] = w.bond[u, c.body_auth[b]] * (0.5 if leaves else 2.0)
            if w.bond[u, c.body_auth[b]] > 1.0:
                w.bond[u, c.body_auth[b]] = 1.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def depart(c: Case, w: World, u: cython.int, to: cython.int) -> cython.void:
    """A body beyond the horizon is sent: those who stand with its side board, the rest stay where they are.

    The record of a departure counts those who left; who of them arrives, and for whom, is not its affair.
    """
    k: cython.int = w.serves[u]
    men: cython.int = w.n[u, k]
    j: cython.int
    if k <= 0 or w.came[u] != 0 or w.goal[u] >= 0:
        return
    if men < 10:
        log_event(w, EV_REFUSED, u, k, to, ORDER_GO, w.n[u, k])
        return
    for j in range(c.K1):
        w.absent[u] += w.n[u, j]
        w.n[u, j] = 0
        w.act[u, j] = 0
    w.absent[u] -= men
    w.n[u, k] = men
    w.act[u, k] = men
    w.sev[u, k] = 1
    w.order[u] = ORDER_GO
    w.target[u] = to
    w.goal[u] = to
    w.mustering[u] = 1
    w.arrive[u] = w.t + 60
    w.wake = 0
    w.order_row[u] = log_event(w, EV_TURNED_OUT, u, k, w.place[u], ORDER_GO, men)
    w.stale[w.place[u]] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hand_over_site(c: Case, w: World, s: cython.int, k: cython.int) -> cython.void:
    """A site is k's, as a finer scenario has it: whoever acts there against k stops, and it is news."""
    u: cython.int = w.head[s]
    h: cython.int = w.holder[s]
    j: cython.int
    if h == k:
        return
    while u >= 0:
        for j in range(1, c.K1):
            if w.hostile[k, j] != 0 and w.act[u, j] > 0:
                w.act[u, j] = 0
                w.sev[u, j] = -1
        u = w.nxt[u]
    w.row = log_event(w, EV_SITE_TAKEN, -1, k, s, h, 0.0)
    w.holder[s] = k
    w.stirred[s] = w.t
    w.taken[s, k] = w.stale[s] = 1
    w.yielded[s] = k
    w.kholder[k, s] = k
    learn_force(w, k, s, 0.0)
    if h > 0:
        w.kholder[h, s] = k
    site_turned(w, s)
    w.hot[s] = w.comer[s] = 0
    w.fire[s] = 0.0
    w.pushed[s] = -1
    if c.site_value[s] >= 1.5:
        make_news(c, w, NEWS_SITE, k, s, k, 1)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def redirect(c: Case, w: World, u: cython.int, to: cython.int) -> cython.void:
    """A body under way from outside is sent elsewhere: out of this world if ``to`` is -1."""
    if w.came[u] != 0:
        return
    w.route_at[u] = c.route_start[u + 1] - c.route_start[u]
    w.target[u] = to
    if to < 0 and w.goal[u] >= 0:
        if w.mustering[u] == 0:
            enter_site(w, u, w.place[u])
        w.goal[u] = -1
        w.target[u] = -1
        w.order[u] = ORDER_NONE
        w.mustering[u] = 0
        w.stale[w.place[u]] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def tell_world(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """News from outside or a proclamation of one's own."""
    j: cython.int = c.act_favours[act]
    s: cython.int = c.act_site[act]
    i: cython.int
    if j <= 0:
        j = k
    if s < 0 and j > 0:
        s = w.seat[j]
    if s < 0:
        return
    if c.act_verb[act] == ACT_PROCLAIM:
        i = print_news(c, w, NEWS_PROCLAMATION, j, s, 8.0)
        w.item_for[i] = c.act_audience[act]
    else:
        i = make_news(c, w, c.act_news[act], j, s, j, 1)
        w.item_for[i] = c.act_audience[act]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def posture_town(c: Case, w: World, act: cython.int, k: cython.int) -> cython.int:
    """Where a local authority's word on its posture holds: in the town of the body that gives it, else of its seat."""
    return c.act_site[act] if c.act_site[act] >= 0 else w.seat[k]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def set_stance(c: Case, w: World, k: cython.int, j: cython.int, stance: cython.int) -> cython.void:
    """An authority changes its stance to another; both feel it."""
    if j <= 0:
        return
    w.stance[k, j] = stance
    w.stance[j, k] = stance
    reckon_hostility(c, w)
    log_event(w, EV_STANCE, -1, k, -1, j, stance)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def work_bridge(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """Raise or lower a bridge that one holds."""
    s: cython.int = c.act_site[act]
    up: cython.int = 1 if c.act_verb[act] == ACT_RAISE else 0
    if w.holder[s] != k and w.holder[s] != 0:
        log_event(w, EV_REFUSED, -1, k, s, -1, 0.0)
    elif w.raised[s] != up:
        w.raised[s] = up
        log_event(w, EV_BRIDGE_RAISED if up != 0 else EV_BRIDGE_LOWERED, -1, k, s, -1, 0.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def close_rail(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """A town shuts or opens its station to the trains of those it favours not."""
    j: cython.int
    s: cython.int = c.act_site[act]
    f: cython.int = c.act_favours[act] if c.act_favours[act] > 0 else k
    for j in range(1, c.K1):
        if c.act_audience[act] > 0 and (c.act_audience[act] & (1 << j)) == 0:
            continue
        if c.act_audience[act] > 0 or f == 0 or w.hostile[f, j] != 0:
            if c.act_verb[act] == ACT_CLOSE_RAIL:
                w.closed[s] |= 1 << j
            else:
                w.closed[s] &= ~(1 << j)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def want(c: Case, w: World, act: cython.int, k: cython.int, sign: cython.int) -> cython.void:
    """Put a site, or all of a kind, first on a leader's list (1) or off it (-1). The later word counts."""
    s: cython.int
    bit: cython.int
    if c.act_site[act] >= 0:
        w.aim[k, c.act_site[act]] = sign
        return
    if c.act_other[act] < 0:
        return
    bit = 1 << c.act_other[act]
    for s in range(c.S):
        if c.site_kind[s] == c.act_other[act]:
            w.aim[k, s] = 0
    w.aimkind[k] &= ~bit
    w.sparekind[k] &= ~bit
    if sign > 0:
        w.aimkind[k] |= bit
    else:
        w.sparekind[k] |= bit


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def do_own(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """What concerns the authority itself, its lines and its body."""
    verb: cython.int = c.act_verb[act]
    j: cython.int
    if verb == ACT_POSTURE:
        take_posture(c, w, k, posture_town(c, w, act, k), c.act_other[act])
    elif verb == ACT_AIM:
        want(c, w, act, k, 1)
    elif verb == ACT_SPARE:
        want(c, w, act, k, -1)
    elif verb == ACT_RESIGN or verb == ACT_APPOINT or verb == ACT_ARREST:
        change_command(c, w, act, k)
    elif verb == ACT_STANCE:
        set_stance(c, w, k, c.act_other[act], c.act_count[act])
    elif verb == ACT_MOVE_SEAT:
        if w.holder[c.act_site[act]] == k:
            w.seat[k] = c.act_site[act]
            log_event(w, EV_SEAT_MOVED, -1, k, c.act_site[act], -1, 0.0)
    elif verb == ACT_SUPPRESS:
        w.suppress[c.act_line[act], c.act_other[act]] = k
        log_event(w, EV_SUPPRESSED, -1, k, -1, c.act_line[act], 0.0)
    elif verb == ACT_THREATEN:
        for j in range(1, c.K1):
            if c.act_audience[act] < 0 or (c.act_audience[act] & (1 << j)) != 0:
                w.threat[j] += 1
    elif verb == ACT_CONVENE:
        push_call(w, CALL_MOTION, k, -1, -1, c.act_other[act], 0, 0, 0.0,
                  w.t + delay_min(w, 60.0, LUCK_OUTSIDE, c.mot_key[c.act_other[act]], 1))  # fmt: skip
    elif verb == ACT_CUT or verb == ACT_RESTORE:
        cut_wire(c, w, act, k)
    elif verb == ACT_RAISE or verb == ACT_LOWER:
        work_bridge(c, w, act, k)
    elif verb == ACT_CLOSE_RAIL or verb == ACT_OPEN_RAIL:
        close_rail(c, w, act, k)
    elif verb == ACT_HAND_OVER:
        hand_over_site(c, w, c.act_site[act], c.act_favours[act])
    elif verb == ACT_ASK:
        log_event(w, EV_CALLED, c.act_other[act], k, -1, -1, 0.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def perform(c: Case, w: World, act: cython.int, k: cython.int) -> cython.void:
    """Do one act for authority k (0 = from outside)."""
    verb: cython.int = c.act_verb[act]
    i: cython.int
    if order_of(verb) != ORDER_NONE:
        give_orders(c, w, act, k)
    elif verb == ACT_SHELL or verb == ACT_FETCH_GUNS:
        order_guns(c, w, act, k)
    elif verb == ACT_CALL_OUT:
        tell_named(c, w, act, k, ORDER_TURN_OUT)
    elif verb == ACT_STRIKE:
        tell_named(c, w, act, k, ORDER_STOP_WORK)
    elif verb == ACT_RESUME:
        tell_named(c, w, act, k, ORDER_STAY)
    elif verb == ACT_RELEASE:
        let_go(c, w, act, k)
    elif verb == ACT_LIFT or verb == ACT_WITHDRAW:
        send_back(c, w, act, k)
    elif verb == ACT_PROCLAIM or verb == ACT_NEWS:
        tell_world(c, w, act, k)
    elif verb == ACT_PROMISE:
        make_promise(c, w, act, k)
    elif verb == ACT_DEMAND:
        demand_post(c, w, act, k)
    elif verb == ACT_ULTIMATUM or verb == ACT_OFFER_TRUCE or verb == ACT_OFFER_TERMS:
        make_offer(c, w, verb, k, c.act_other[act], c.act_lasting[act] if c.act_lasting[act] > 0 else 1440,
                   c.act_terms[act], c.act_or[act])  # fmt: skip
    elif verb == ACT_DEPART or verb == ACT_REDIRECT:
        for i in range(c.act_unit0[act], c.act_unit1[act]):
            if verb == ACT_DEPART:
                depart(c, w, c.act_units[i], c.act_site[act])
            else:
                redirect(c, w, c.act_units[i], c.act_site[act])
    elif verb == ACT_ARM:
        w.arming[c.act_site[act]] = k
    elif verb == ACT_CEASE:
        take_posture(c, w, k, posture_town(c, w, act, k), 0)
    else:
        do_own(c, w, act, k)
