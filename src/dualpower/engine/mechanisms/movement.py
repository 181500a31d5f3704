"""Marching, bridges, trains: men are on their way, and may be stopped on it (E4).

A march takes the shortest way, round what its side knows to be the enemy's if that costs less than three
times as much. Nobody knows everything: a column can walk into men it did not expect.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_MARCH, LUCK_RAIL, gamma4, name_luck, whole
from dualpower.engine.events import because, because_rule, log_event
from dualpower.engine.force import enter_site, headcount, leave_site, refresh_site
from dualpower.engine.ground import crow_km, next_hop, way_km
from dualpower.engine.params import P_PHI
from dualpower.engine.ranks import fold_into, man_gates, stand_down
from dualpower.engine.world import NEVER, World
from dualpower.words import (
    CAUSE_ORDER,
    DUTY_OUTSIDE,
    EV_ARRIVED,
    EV_MARCHED,
    EV_RETURNED,
    EV_STOPPED_ON_THE_WAY,
    LINK_RAIL,
    LINK_TRANSPORT,
    LINK_WATER,
    ORDER_GUARD,
    ORDER_RETURN,
    ORDER_TAKE,
)

FAR = 1e9
RAIL_KMH = 25.0  # a troop train with its halts, in full service


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_barred(c: Case, w: World, s: cython.int, k: cython.int) -> cython.bint:
    """A site that k knows an enemy holds, or a raised bridge: worth a way round."""
    if w.raised[s] != 0:
        return True
    return w.kholder[k, s] > 0 and w.hostile[k, w.kholder[k, s]] != 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def way_is_clear(c: Case, w: World, s: cython.int, goal: cython.int, k: cython.int) -> cython.bint:
    """Whether the shortest street path crosses nothing barred before its goal."""
    steps: cython.int = 0
    while s != goal and steps < 60:
        s = next_hop(c, s, goal)
        if s < 0 or s == goal:
            return True
        if is_barred(c, w, s, k):
            return False
        steps += 1
    return True


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def way_round(c: Case, w: World, s: cython.int, goal: cython.int, k: cython.int) -> cython.int:
    """First site of the cheapest path, barred sites counting three times and raised bridges not at all; -1 if none."""
    i: cython.int
    j: cython.int
    at: cython.int
    cell: cython.int
    n: cython.int = 1
    step: cython.double
    best: cython.double
    for i in range(c.S):
        w.dij[i] = FAR
    w.dprev[goal] = -1
    w.dij[goal] = 0.0
    w.edge[0] = goal
    while n > 0:
        # the nearest site not yet passed, of equals the first; only those once reached are looked at
        cell = 0
        for i in range(1, n):
            if w.dij[w.edge[i]] < w.dij[w.edge[cell]] or (
                w.dij[w.edge[i]] == w.dij[w.edge[cell]] and w.edge[i] < w.edge[cell]
            ):
                cell = i
        at = w.edge[cell]
        best = w.dij[at]
        if at == s:
            return w.dprev[s]
        n -= 1
        w.edge[cell] = w.edge[n]
        if w.raised[at] != 0 and at != goal:
            continue
        for j in range(c.adj_start[at], c.adj_start[at + 1]):
            i = c.adj_to[j]
            if c.adj_link[j] >= 0:
                if w.link_open[c.adj_link[j]] == 0 or c.link_kind[c.adj_link[j]] == LINK_RAIL:
                    continue
                if c.link_kind[c.adj_link[j]] == LINK_WATER:
                    continue
                step = c.link_km[c.adj_link[j]]
            else:
                step = 1.25 * crow_km(c, at, i) + 0.02
            if at != goal and is_barred(c, w, at, k):
                step = 3.0 * step
            if best + step < w.dij[i]:
                if w.dij[i] == FAR:
                    w.edge[n] = i
                    n += 1
                w.dij[i] = best + step
                w.dprev[i] = at
    return -1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def next_step(c: Case, w: World, u: cython.int) -> cython.int:
    """Next site on the way of a march, or -1 if there is no way."""
    k: cython.int = w.serves[u]
    if w.place[u] == w.goal[u]:
        return w.goal[u]
    if next_hop(c, w.place[u], w.goal[u]) >= 0 and way_is_clear(c, w, w.place[u], w.goal[u], k):
        return next_hop(c, w.place[u], w.goal[u])
    return way_round(c, w, w.place[u], w.goal[u], k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def leg_km(c: Case, w: World, s: cython.int, j: cython.int) -> cython.double:
    """Length of one step of a march."""
    if way_km(c, s, j) < 1e6:
        return way_km(c, s, j)
    return 1.25 * crow_km(c, s, j) + 0.02


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def leave_min(c: Case, w: World, u: cython.int) -> cython.int:
    """The minute at which a body goes on: now; in a long step the minute at which it had come, so that none is lost."""
    if w.arrive[u] > w.t - c.blind and w.arrive[u] <= w.t:
        return w.arrive[u]
    return w.t


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def find_transport(c: Case, w: World, s: cython.int, j: cython.int) -> cython.int:
    """The railway or steamer from one site to the next; -1 if the way between them is walked."""
    i: cython.int
    for i in range(c.adj_start[s], c.adj_start[s + 1]):
        if c.adj_to[i] == j and c.adj_link[i] >= 0 and c.link_kind[c.adj_link[i]] == LINK_TRANSPORT:
            return c.adj_link[i]
    return -1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def board(c: Case, w: World, u: cython.int, to: cython.int) -> cython.void:
    """A body under orders takes the train to the next town, or waits an hour where none goes for its side."""
    k: cython.int = w.serves[u]
    service: cython.double = rail_service(c, w, w.place[u], to)
    if (w.closed[w.place[u]] & (1 << k)) != 0 or service < 0.3:
        if w.agit[u] < w.t - c.step:
            because_rule(w, w.order_row[u])
            w.order_row[u] = log_event(w, EV_STOPPED_ON_THE_WAY, u, k, w.place[u], -1, headcount(c, w, u))
        w.agit[u] = w.t + 61
        w.nexthop[u] = w.place[u]
        w.arrive[u] = leave_min(c, w, u) + 60
        return
    w.nexthop[u] = to
    w.arrive[u] = (
        leave_min(c, w, u)
        + 30
        + whole(
            60.0 * w.pace[u] * c.unit_speed[w.parent[u]] / (RAIL_KMH * service) * leg_km(c, w, w.place[u], to) + 0.999
        )
    )


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def start_leg(c: Case, w: World, u: cython.int, to: cython.int) -> cython.void:
    """Set out for the next site."""
    minutes: cython.double
    if find_transport(c, w, w.place[u], to) >= 0:
        board(c, w, u, to)
        return
    minutes = 60.0 * w.pace[u] * leg_km(c, w, w.place[u], to)
    w.nexthop[u] = to
    w.arrive[u] = leave_min(c, w, u) + whole(minutes + 0.999)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def set_off(c: Case, w: World, u: cython.int) -> cython.void:
    """A body that has gathered leaves its site."""
    k: cython.int = w.serves[u]
    to: cython.int
    name_luck(w, LUCK_MARCH, w.ukey[u], w.t)
    w.pace[u] = w.par[P_PHI] * gamma4(w) / c.unit_speed[w.parent[u]]
    to = next_step(c, w, u)
    if to < 0:
        w.arrive[u] = w.t + 60
        return
    leave_site(w, u)
    w.mustering[u] = 0
    because(w, CAUSE_ORDER, w.order_row[u])
    w.order_row[u] = log_event(w, EV_MARCHED, u, k, w.goal[u], w.order[u], headcount(c, w, u))
    start_leg(c, w, u, to)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def enemy_in_way(c: Case, w: World, u: cython.int, s: cython.int) -> cython.int:
    """An authority hostile to the marchers with 15 or more armed men acting at a site; 0 if none."""
    j: cython.int
    refresh_site(c, w, s)
    for j in range(1, c.K1):
        if w.hostile[w.serves[u], j] != 0 and w.force[s, j] >= 10.0 and w.doing[s, j] >= 15:
            return j
    return 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def come_in(c: Case, w: World, u: cython.int, s: cython.int) -> cython.void:
    """The march ends at a site."""
    k: cython.int = w.serves[u]
    enter_site(w, u, s)
    w.goal[u] = -1
    because(w, CAUSE_ORDER, w.order_row[u])
    w.order_row[u] = log_event(w, EV_ARRIVED, u, k, s, w.order[u], headcount(c, w, u))
    if w.order[u] == ORDER_GUARD and w.holder[s] == k:
        man_gates(c, w, s, k, u)
    if w.order[u] == ORDER_RETURN:
        log_event(w, EV_RETURNED, u, k, s, -1, headcount(c, w, u))
        stand_down(w, u)
        if w.parent[u] != u and w.place[w.parent[u]] == s:
            fold_into(c, w, u, w.parent[u])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def run_into(c: Case, w: World, u: cython.int, s: cython.int, j: cython.int) -> cython.void:
    """A column meets men in arms where it did not look for them: it stands there as comers, caught in the open."""
    enter_site(w, u, s)
    w.goal[u] = -1
    because_rule(w, w.order_row[u])
    w.order_row[u] = log_event(w, EV_STOPPED_ON_THE_WAY, u, w.serves[u], s, j, headcount(c, w, u))
    w.order[u] = ORDER_TAKE
    w.target[u] = s
    w.column[u] = w.t


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def step_march(c: Case, w: World, u: cython.int) -> cython.void:
    """A march reaches the next site: halts there, goes in, or goes on."""
    s: cython.int = w.nexthop[u]
    to: cython.int
    j: cython.int
    w.work[4] += 1
    if s == w.place[u] and s != w.goal[u]:  # it waited for a train
        to = next_step(c, w, u)
        if to >= 0:
            start_leg(c, w, u, to)
            return
    j = enemy_in_way(c, w, u, s)
    if s == w.goal[u]:
        come_in(c, w, u, s)
        return
    if j > 0 and (w.holder[s] == j or w.holder[s] == 0):
        run_into(c, w, u, s, j)
        return
    w.place[u] = s
    to = next_step(c, w, u)
    if to < 0:
        enter_site(w, u, s)
        w.goal[u] = -1
        stand_down(w, u)
        return
    start_leg(c, w, u, to)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def rail_service(c: Case, w: World, s: cython.int, j: cython.int) -> cython.double:
    """Share of the crew of the line between two towns that works; 1 where no crew is named."""
    i: cython.int
    k: cython.int
    crew: cython.int
    men: cython.double
    stop: cython.double = 0.0
    for i in range(c.adj_start[s], c.adj_start[s + 1]):
        if c.adj_to[i] == j and c.adj_link[i] >= 0:
            crew = c.link_crew[c.adj_link[i]]
            if crew >= 0:
                men = headcount(c, w, crew)
                for k in range(1, c.K1):
                    stop += w.stopped[crew, k]
                return 1.0 - stop / men if men > 0.0 else 0.0
    return 1.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def next_town(c: Case, w: World, u: cython.int) -> cython.int:
    """The next town of an outside body's route, then its goal."""
    if c.route_start[u] + w.route_at[u] < c.route_start[u + 1]:
        return c.route_site[c.route_start[u] + w.route_at[u]]
    return w.target[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def ride_on(c: Case, w: World, u: cython.int) -> cython.void:
    """Board for the next town if the line is worked and this side may pass; else wait an hour among the crowd."""
    to: cython.int = next_town(c, w, u)
    k: cython.int = w.serves[u]
    service: cython.double
    if to < 0:
        enter_site(w, u, w.place[u])
        w.goal[u] = -1
        return
    service = rail_service(c, w, w.place[u], to)
    if (w.closed[w.place[u]] & (1 << k)) != 0 or service < 0.3:
        if w.agit[u] < w.t:
            because_rule(w, w.order_row[u])
            w.order_row[u] = log_event(w, EV_STOPPED_ON_THE_WAY, u, k, w.place[u], -1, headcount(c, w, u))
        w.agit[u] = w.t + 61
        w.arrive[u] = leave_min(c, w, u) + 60
        return
    name_luck(w, LUCK_RAIL, w.ukey[u], w.t)
    w.pace[u] = w.par[P_PHI] * gamma4(w) / (RAIL_KMH * service)
    w.nexthop[u] = to
    w.arrive[u] = leave_min(c, w, u) + 30 + whole(60.0 * w.pace[u] * 1.25 * crow_km(c, w.place[u], to))


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def reach_town(c: Case, w: World, u: cython.int) -> cython.void:
    """A train comes into a town; at the last it sets its men down."""
    k: cython.int = w.serves[u]
    if w.target[u] < 0:  # told to cease on the way: it gets out where it is
        enter_site(w, u, w.place[u])
        w.goal[u] = -1
        return
    if w.nexthop[u] == w.place[u]:
        ride_on(c, w, u)
        return
    w.work[4] += 1
    w.place[u] = w.nexthop[u]
    if w.place[u] == w.target[u]:
        w.came[u] = 1
        w.outmen[k] += w.act[u, k]
        if w.act[u, k] >= 20:
            w.outbodies[k] += 1
        come_in(c, w, u, w.place[u])
        if w.holder[w.place[u]] > 0 and w.hostile[k, w.holder[w.place[u]]] != 0:
            w.order[u] = ORDER_TAKE
        else:
            stand_down(w, u)
        return
    w.route_at[u] += 1
    w.nexthop[u] = w.place[u]
    ride_on(c, w, u)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def move_on(c: Case, w: World, u: cython.int) -> cython.void:
    """The minute of a body on its way has come."""
    if w.parent[u] == u and c.unit_duty[u] == DUTY_OUTSIDE and w.came[u] == 0:
        if w.mustering[u] != 0:
            w.mustering[u] = 0
            leave_site(w, u)
            w.nexthop[u] = w.place[u]
        reach_town(c, w, u)
    elif w.mustering[u] != 0:
        set_off(c, w, u)
    else:
        step_march(c, w, u)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def advance(c: Case, w: World) -> cython.void:
    """All marches and trains move on. Nobody is looked at before the first of them is due.

    Reads   links, sites, staff service      Writes  units.place, goal, arrive
    Draws   "march", "rail" per body         Events  MARCHED, ARRIVED, STOPPED_ON_THE_WAY, RETURNED
    """
    u: cython.int
    if w.wake > w.t:
        return
    w.wake = NEVER
    for u in range(w.units):
        if w.goal[u] < 0 or w.live[u] == 0:
            continue
        if w.arrive[u] <= w.t:
            move_on(c, w, u)
            while w.goal[u] >= 0 and w.live[u] != 0 and w.arrive[u] <= w.t:
                move_on(c, w, u)
        if w.goal[u] >= 0 and w.arrive[u] < w.wake:
            w.wake = w.arrive[u]
