"""The one choice rule: whom a man stands with (E1), and what would make him act (E3).

Opinion is cheap, so taste, peers, the believed winner and promises decide the stand; danger, hardship
and the cost of moving only decide who acts. Both are sums of weights in logits.

Rests on: Brock and Durlauf 2001 (peers); Granovetter 1978, Kuran 1989 (thresholds, stand and taste).
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import exp_, log_, logit
from dualpower.engine.force import headcount, is_marching, look_round, refresh_site, sum_foes
from dualpower.engine.params import P_BF, P_BH, P_BP, P_BT, P_BW, P_C, P_THETA
from dualpower.engine.world import World
from dualpower.words import STANCE_HOSTILE

NOT_AT_ALL = -1e9  # pull of one with whom nobody could stand


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def reckon_hostility(c: Case, w: World) -> cython.void:
    """Who is hostile to whom, after a stance changed or somebody began: only those who are there are anybody's enemies.

    Who is, or once was, hostile to somebody contends: for him, and for nobody else, there is something to win.
    """
    k: cython.int
    j: cython.int
    s: cython.int
    u: cython.int
    many: cython.int = 0
    for k in range(1, c.K1):
        for j in range(1, c.K1):
            w.hostile[k, j] = 0
            if k != j and w.stance[k, j] == STANCE_HOSTILE and w.born[k] >= 0 and w.born[j] >= 0:
                w.hostile[k, j] = 1
                w.contends[k] = 1
        many += w.contends[k]
    w.parity = 1.0 / many if many > 0 else 1.0
    for j in range(1, c.K1):
        w.rivals[j, 0] = 0
        for k in range(1, c.K1):
            if w.hostile[k, j] != 0:
                w.rivals[j, 0] += 1
                w.rivals[j, w.rivals[j, 0]] = k
    for s in range(c.S):
        sum_foes(c, w, s)
    for u in range(w.units):
        w.bel[u, 0] = 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def reckon_belief(c: Case, w: World, u: cython.int) -> cython.void:
    """Softmax of a unit's log-odds over those who contend; nobody else can prevail."""
    k: cython.int
    top: cython.double = -1e30
    total: cython.double = 0.0
    for k in range(1, c.K1):
        w.bel[u, k] = 0.0
        if w.contends[k] != 0 and w.l[u, k] > top:
            top = w.l[u, k]
    for k in range(1, c.K1):
        if w.contends[k] != 0:
            w.bel[u, k] = exp_(w.l[u, k] - top) if w.l[u, k] != top else 1.0
            total += w.bel[u, k]
    for k in range(1, c.K1):
        if w.contends[k] != 0:
            w.bel[u, k] = w.bel[u, k] / total
    w.bel[u, 0] = 1.0


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def believed(c: Case, w: World, u: cython.int) -> cython.void:
    """Chances that each authority prevails, as the unit believes, into units.bel.

    Who moves log-odds sets bel[u, 0] to 0, so that they are reckoned when next asked for.
    """
    if w.bel[u, 0] == 0.0:
        reckon_belief(c, w, u)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def belief_in(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """Believed chance that k prevails."""
    believed(c, w, u)
    return w.bel[u, k]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def reckon_stake(c: Case, w: World, u: cython.int, k: cython.int) -> cython.void:
    """What k promises on what the unit cares about, remembered until k's promises change."""
    i: cython.int
    x: cython.double = 0.0
    for i in range(c.I):
        if w.q[k, i] != 0.0:
            x += w.y[u, i] * w.q[k, i]
    w.stake[u, k] = x
    w.stake_of[u, k] = w.edition[k]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def promised_to(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """What k promises on what the unit cares about, times its trust in k."""
    if w.stake_of[u, k] != w.edition[k]:
        reckon_stake(c, w, u, k)
    return w.stake[u, k] * w.r[u, k]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def pull(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """What stand and act share: taste, believed winner, promises. Needs ``believed`` just called."""
    x: cython.double = w.a[u, k]
    if w.contends[k] != 0:
        x += w.par[P_BW] * (w.bel[u, k] - w.parity)
    return x + w.par[P_BT] * promised_to(c, w, u, k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def share_standing(c: Case, w: World, u: cython.int) -> cython.void:
    """Shares of stands that the unit sees, into w.sx: half its own body, half its site."""
    k: cython.int
    s: cython.int = w.place[u]
    own: cython.double = 0.0
    seen: cython.double
    alone: cython.bint = is_marching(w, u)
    base: cython.int = w.parent[u]
    for k in range(c.K1):
        w.sx[k] = w.n[u, k]
        if base != u:
            w.sx[k] += w.n[base, k]
        own += w.sx[k]
    if base == u and w.sent_men[u] > 0:
        w.sx[w.sent_for[u]] += w.sent_men[u]
        own += w.sent_men[u]
    if own <= 0.0:
        own = 1.0
    own = 1.0 / own
    if not alone:
        refresh_site(c, w, s)
    if alone or w.crowd[s] == 0:
        for k in range(c.K1):
            w.sx[k] = w.sx[k] * own
        return
    seen = 0.5 / w.crowd[s]
    for k in range(c.K1):
        w.sx[k] = 0.5 * own * w.sx[k] + seen * w.here[s, k]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def may_stand(c: Case, w: World, u: cython.int, k: cython.int) -> cython.bint:
    """Whether standing with k is a thing that a man of the unit could do at all (E1).

    With one who contends anybody can. With one who has no quarrel only those to whom it is something: its own,
    those of whom it was said how they like it or hear it, and those to whom it promised what they care for.
    """
    if w.alive[k] == 0:
        return False
    if w.contends[k] != 0:
        return True
    return (w.ties[w.parent[u]] & (1 << k)) != 0 or promised_to(c, w, u, k) != 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def stand_chances(c: Case, w: World, u: cython.int) -> cython.void:
    """Chance that a man who reconsiders comes to stand with each authority, or aloof: into w.sy (E1)."""
    k: cython.int
    top: cython.double
    total: cython.double = 0.0
    believed(c, w, u)
    share_standing(c, w, u)
    w.v[0] = w.par[P_BP] * w.sx[0]
    top = w.v[0]
    for k in range(1, c.K1):
        if may_stand(c, w, u, k):
            w.v[k] = pull(c, w, u, k) + w.par[P_BP] * w.sx[k]
        else:
            w.v[k] = NOT_AT_ALL
        if w.v[k] > top:
            top = w.v[k]
    for k in range(c.K1):
        if w.v[k] == NOT_AT_ALL:
            w.sy[k] = 0.0
            continue
        w.sy[k] = exp_(w.v[k] - top) if w.v[k] != top else 1.0
        total += w.sy[k]
    for k in range(c.K1):
        w.sy[k] = w.sy[k] / total


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def share_acting(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """Share acting for k that the unit sees: half its own body, half all people at its site (z of E3)."""
    s: cython.int = w.place[u]
    base: cython.int = w.parent[u]
    own: cython.double = headcount(c, w, u)
    men: cython.double = w.act[u, k] + w.stopped[u, k]
    if base != u:
        own += headcount(c, w, base)
        men += w.act[base, k]
    elif w.sent_for[u] == k:
        own += w.sent_men[u]
        men += w.sent_men[u]
    if own > 0.0:
        men = men / own
    if is_marching(w, u):
        return men
    refresh_site(c, w, s)
    if w.crowd[s] == 0:
        return men
    return 0.5 * men + 0.5 * w.doing[s, k] / w.crowd[s]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def danger(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """Danger of acting: enemies in arms in sight against cover and friends who have arms (d of E3)."""
    s: cython.int = w.place[u]
    enemy: cython.double
    cover: cython.double = 1.3
    if is_marching(w, u):
        return 0.0
    look_round(c, w, s)
    enemy = w.foes[s, k] + 0.1 * w.near[s, k]
    if enemy <= 0.0:
        return 0.0
    if w.anyfire == 0:
        enemy = 0.1 * enemy
    if w.holder[s] == k:
        cover = c.site_cover[s]
    enemy = 1.0 + enemy / (cover * (5.0 + w.armed[s, k]))
    if enemy != w.peril[s, k]:
        w.peril[s, k] = enemy
        w.fear[s, k] = log_(enemy)
    return w.fear[s, k]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def drive_safe(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """U' of E3: the drive to act for k, without danger."""
    x: cython.double
    believed(c, w, u)
    x = pull(c, w, u, k) + w.par[P_BP] * (2.0 * share_acting(c, w, u, k) - 1.0) + w.e[u]
    if w.hard[u] > 0.0 and w.serves[u] == k:
        x -= w.par[P_BH] * w.hard[u]
    if w.grief[k] > 0.0:
        if w.grief[k] != w.sorrow_of[k]:
            w.sorrow_of[k] = w.grief[k]
            w.sorrow[k] = log_(1.0 + w.grief[k] / 30.0)
        x += w.par[P_BF] * w.sorrow[k]
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def drive(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """U of E3 plus the tradition of the body."""
    return drive_safe(c, w, u, k) - w.par[P_BF] * danger(c, w, u, k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def start_chance(
    w: World, u: cython.int, k: cython.int, x: cython.double, level: cython.double, bond: cython.double
) -> cython.double:
    """Chance that a man who stands with k but does not act begins to, at an order of this severity."""
    if level >= 1.0:
        x -= w.par[P_C] * (1.0 - bond)
    return logit(x - w.par[P_THETA] * level)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def thinning(w: World, x: cython.double, level: cython.double, harder: cython.double) -> cython.double:
    """Share of those acting at one severity who would act at a harder one."""
    if harder <= level:
        return 1.0
    return logit(x - w.par[P_THETA] * harder) / logit(x - w.par[P_THETA] * level)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def willing_share(c: Case, w: World, u: cython.int, k: cython.int, level: cython.int) -> cython.double:
    """Share of the men acting for k in a unit who would obey at this severity."""
    now: cython.int = w.sev[u, k]
    if now < 0:
        now = 0
    if level <= now:
        return 1.0
    return thinning(w, drive(c, w, u, k), now, level)
