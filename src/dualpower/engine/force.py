"""Who is at a site, who acts there, who is armed: sums kept fresh on demand."""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import log_
from dualpower.engine.world import BLOCK, World

LOOKOUT_MEN = 5  # that act together at a place: fewer see nothing to report


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def enter_site(w: World, u: cython.int, s: cython.int) -> cython.void:
    """Put a unit at a site."""
    w.place[u] = s
    w.nxt[u] = w.head[s]
    w.head[s] = u
    w.stale[s] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def leave_site(w: World, u: cython.int) -> cython.void:
    """Take a unit out of the list of its site; its place is remembered."""
    s: cython.int = w.place[u]
    v: cython.int = w.head[s]
    w.stale[s] = 1
    if v == u:
        w.head[s] = w.nxt[u]
        return
    while v >= 0:
        if w.nxt[v] == u:
            w.nxt[v] = w.nxt[u]
            return
        v = w.nxt[v]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def is_marching(w: World, u: cython.int) -> cython.bint:
    """On the way: not at any site."""
    return w.goal[u] >= 0 and w.mustering[u] == 0


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def headcount(c: Case, w: World, u: cython.int) -> cython.int:
    """People of the unit who are there, aloof ones included."""
    k: cython.int
    total: cython.int = 0
    for k in range(c.K1):
        total += w.n[u, k]
    return total


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def unit_force(c: Case, w: World, u: cython.int, k: cython.int) -> cython.double:
    """Effective strength of the men acting for k: rifles, machine guns, bare hands (E3)."""
    men: cython.double = w.act[u, k]
    rifles: cython.double
    share: cython.double
    x: cython.double
    if men <= 0.0:
        return 0.0
    rifles = w.rifles[u]
    if rifles > men:
        rifles = men
    x = c.unit_weapon[w.parent[u]] * rifles
    if w.rounds[u] <= 0.0:
        x = 0.1 * x
    x += 0.02 * (men - rifles)
    if w.mguns[u] <= 0.0:
        return x
    share = men / headcount(c, w, u)
    return x + 10.0 * w.mguns[u] * share


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def count_unit(c: Case, w: World, u: cython.int, s: cython.int) -> cython.void:
    """Add a unit to the sums of its site; strength gathers in w.pk until the site is summed."""
    k: cython.int
    men: cython.int
    rifles: cython.double = w.rifles[u]
    stays: cython.bint = w.goal[u] < 0
    w.here[s, 0] += w.n[u, 0]
    for k in range(1, c.K1):
        men = w.n[u, k]
        if men > 0:
            w.here[s, k] += men
            w.armed[s, k] += rifles if rifles < men else men
            if stays and w.act[u, k] > 0:
                w.doing[s, k] += w.act[u, k]
                w.pk[k] += unit_force(c, w, u, k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def sum_site(c: Case, w: World, s: cython.int) -> cython.void:
    """Sum the units at a site anew, if any of them changed (stale -1: looked over, nothing changed)."""
    k: cython.int
    u: cython.int
    moved: cython.bint = False
    changed: cython.bint = w.stale[s] > 0
    w.stale[s] = 0
    w.looked[s] = 1  # whoever contends looks at a site that has changed, even if somebody else summed it first
    if not changed:
        return
    for k in range(c.K1):
        w.here[s, k] = w.doing[s, k] = 0
        w.armed[s, k] = w.pk[k] = 0.0
    u = w.head[s]
    while u >= 0:
        count_unit(c, w, u, s)
        u = w.nxt[u]
    w.crowd[s] = w.here[s, 0]
    w.sides[s] = 0
    for k in range(1, c.K1):
        w.crowd[s] += w.here[s, k]
        if w.pk[k] > 0.0:
            w.sides[s] += 1
        if w.force[s, k] != w.pk[k]:
            w.force[s, k] = w.pk[k]
            moved = True
    if moved:
        forget_view(c, w, s)
        sum_foes(c, w, s)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def sum_foes(c: Case, w: World, s: cython.int) -> cython.void:
    """Strength at a site that is hostile to each authority; few authorities have any there."""
    k: cython.int
    j: cython.int
    x: cython.double
    changed: cython.bint = False
    for k in range(1, c.K1):
        w.pk[k] = 0.0
    for j in range(1, c.K1):
        x = w.force[s, j]
        if x != 0.0:
            for k in range(1, c.K1):
                if w.hostile[k, j] != 0:
                    w.pk[k] += x
    for k in range(1, c.K1):
        if w.pk[k] != w.foes[s, k]:
            w.foes[s, k] = w.pk[k]
            changed = True
    if changed:
        w.stirred[s] = w.t
        forget_view(c, w, s)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def forget_view(c: Case, w: World, s: cython.int) -> cython.void:
    """Strength at a site has changed: what is seen from it and from its neighbours is out of date."""
    i: cython.int
    w.view[s, 0] = 0.0
    for i in range(c.adj_start[s], c.adj_start[s + 1]):
        w.view[c.adj_to[i], 0] = 0.0


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def refresh_site(c: Case, w: World, s: cython.int) -> cython.void:
    """Make the sums of a site fresh, unless all are to see one and the same moment."""
    if w.stale[s] != 0 and w.still == 0:
        sum_site(c, w, s)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def hold_still(c: Case, w: World) -> cython.void:
    """Make all sums fresh and keep them so: those who take stock in one step see the state before anyone moved."""
    s: cython.int
    for s in range(c.S):
        refresh_site(c, w, s)
    w.still = 1


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def hostile_force(c: Case, w: World, s: cython.int, k: cython.int) -> cython.double:
    """Armed strength acting against k at a site."""
    refresh_site(c, w, s)
    return w.foes[s, k]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def survey(c: Case, w: World, s: cython.int) -> cython.void:
    """Sum the strength in sight of a site, its neighbours included, and that of the neighbours against each side."""
    k: cython.int
    i: cython.int
    p: cython.int
    sides: cython.int = 0
    x: cython.double
    mean: cython.double = 0.0
    for k in range(1, c.K1):
        w.view[s, k] = w.force[s, k]
        w.near[s, k] = 0.0
    for i in range(c.adj_start[s], c.adj_start[s + 1]):
        p = c.adj_to[i]
        if w.sides[p] == 0:
            continue
        for k in range(1, c.K1):
            w.view[s, k] += w.force[p, k]
            w.near[s, k] += w.foes[p, k]
    for k in range(1, c.K1):
        if w.view[s, k] > 0.0:
            sides += 1
    w.view[s, 0] = 1.0 + sides
    if sides < 2 and (sides == 0 or c.small_towns == 0):
        return
    for k in range(1, c.K1):
        x = w.view[s, k] + 50.0
        if x != w.sight[s, k]:
            w.sight[s, k] = x
            w.log_sight[s, k] = log_(x)
        w.view[s, k] = w.log_sight[s, k]
        mean += w.view[s, k]
    mean = mean / c.K
    for k in range(1, c.K1):
        w.view[s, k] = w.view[s, k] - mean


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def look_round(c: Case, w: World, s: cython.int) -> cython.void:
    """Make what is in sight of a site fresh."""
    i: cython.int
    if w.still == 0:
        refresh_site(c, w, s)
        for i in range(c.adj_start[s], c.adj_start[s + 1]):
            refresh_site(c, w, c.adj_to[i])
    if w.view[s, 0] == 0.0:
        survey(c, w, s)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def list_living(w: World) -> cython.void:
    """List the slots in use, in order, if any was opened or closed since: half of all slots ever used are empty.

    Who goes through the list may close slots on the way, but must not have it made anew.
    """
    u: cython.int
    if w.relist == 0:
        return
    w.relist = 0
    w.n_living = w.bases  # set_units listed them; they stay whatever happens to their men
    for u in range(w.bases, w.units):
        w.living[w.n_living] = u  # without a branch: one in two would be guessed wrongly
        w.n_living += w.live[u]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def acting_of(c: Case, w: World, k: cython.int) -> cython.int:
    """All people acting for k, everywhere."""
    i: cython.int
    x: cython.int = 0
    list_living(w)
    for i in range(w.n_living):
        x += w.act[w.living[i], k]
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def tally_force(c: Case, w: World) -> cython.void:
    """Effective strength acting for each authority, everywhere, and the sites where its men look round; once a step."""
    s: cython.int
    k: cython.int
    u: cython.int
    i: cython.int
    w.tallied = w.t
    for k in range(1, c.K1):
        w.strength[k] = 0.0
        w.n_manned[k] = 0
    for s in range(c.S):
        refresh_site(c, w, s)
        if w.sides[s] == 0:
            continue
        for k in range(1, c.K1):
            if w.doing[s, k] == 0:
                continue
            w.strength[k] += w.force[s, k]
            if w.doing[s, k] >= LOOKOUT_MEN:
                w.manned[k, w.n_manned[k]] = s
                w.n_manned[k] += 1
    list_living(w)
    for i in range(w.n_living):
        u = w.living[i]
        if w.goal[u] >= 0:
            for k in range(1, c.K1):
                w.strength[k] += unit_force(c, w, u, k)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def list_contested(c: Case, w: World) -> cython.void:
    """List the contested sites, once in a step: while leaders think none is added or taken off."""
    s: cython.int
    if w.counted == w.t:
        return
    w.counted = w.t
    w.n_hot = 0
    for s in range(c.S):
        if w.hot[s] != 0:
            w.alight[w.n_hot] = s
            w.n_hot += 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def force_of(c: Case, w: World, k: cython.int) -> cython.double:
    """Effective strength acting for k, everywhere, as it was when anyone first asked in this step."""
    if w.tallied != w.t:
        tally_force(c, w)
    return w.strength[k]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def learn_force(w: World, k: cython.int, s: cython.int, x: cython.double) -> cython.void:
    """An authority learns what stands in arms against it at a site."""
    if x == w.kforce[k, s]:
        return
    if w.kforce[k, s] == 0.0:
        w.known_foes[k, s // BLOCK] += 1
    elif x == 0.0:
        w.known_foes[k, s // BLOCK] -= 1
    w.kforce[k, s] = x
