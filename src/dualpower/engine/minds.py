"""How one assertion moves one mind, whoever makes it: trust, isolation, and whether it can be checked (E5)."""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import exp_, log_
from dualpower.engine.choice import believed
from dualpower.engine.formula import leader_odds
from dualpower.engine.ground import way_km
from dualpower.engine.params import P_CHI
from dualpower.engine.post import find_wire, shut_in
from dualpower.engine.world import World

STAGES = 4  # steps in which the news of days for one is taken in
PACE = 1.7  # how far log-odds may move apart in a first step of news for several
LONGER = 1.5  # how many times further in each later one
LAST_PACE = 60.0  # the tenth step takes in all that is left
FIRM = 12.0  # log-odds beyond which nobody goes: a chance in 160,000 of being wrong


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def credence(trust: cython.double, iso: cython.int, can_check: cython.bint) -> cython.double:
    """How far an assertion is believed: by trust if it can be checked, else isolation is added to its log-odds."""
    odds: cython.double
    if can_check:
        return trust
    if trust < 0.001:
        trust = 0.001
    if trust > 0.999:
        trust = 0.999
    odds = trust / (1.0 - trust)
    if iso > 0:
        odds = odds * exp_(iso)
    return odds / (1.0 + odds)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def shift_unit(c: Case, w: World, u: cython.int, k: cython.int, size: cython.double) -> cython.double:
    """Move a unit's log-odds towards k and away from its rivals; returns the shift.

    The chances move with them: each is multiplied by exp(shift), and all are made to sum to 1 again.
    """
    j: cython.int
    d: cython.double
    x: cython.double
    up: cython.double
    total: cython.double = 0.0
    within: cython.bint = True
    believed(c, w, u)
    d = 2.0 * w.par[P_CHI] * size * (1.0 - w.bel[u, k])
    up = exp_(d)
    for j in range(1, c.K1):
        x = w.l[u, j]
        if j == k:
            x += d
            w.bel[u, j] *= up
        elif w.hostile[k, j] != 0:
            x -= d
            w.bel[u, j] /= up
        total += w.bel[u, j]
        if x > FIRM:
            x = FIRM
            within = False
        if x < -FIRM:
            x = -FIRM
            within = False
        w.l[u, j] = x
    if total > 0.0:
        for j in range(1, c.K1):
            w.bel[u, j] /= total
    w.bel[u, 0] = 1.0 if within else 0.0
    return d


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def slope(own: cython.double, foes: cython.double, rest: cython.double, up: cython.double) -> cython.double:
    """How fast the odds of one grow who has them multiplied by `up` already: up times the chance that he fails."""
    return up * (foes + rest * up) / (own * up * up + rest * up + foes)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def persuade_unit(c: Case, w: World, u: cython.int, k: cython.int, size: cython.double) -> cython.void:
    """The same for much news at once, as if it came item by small item: belief moves less the more is believed already.

    The odds of k follow d(up)/d(news) = 2 chi slope(up), up = 1 at first, in four midpoint steps: what remains to be
    believed shrinks as they grow, so that no amount of news overshoots. Within 6 % of the exact shift for chances from
    a tenth up (tests/verification/test_engine_belief.py).
    """
    j: cython.int
    i: cython.int
    foes: cython.double = 0.0
    own: cython.double
    rest: cython.double
    half: cython.double
    total: cython.double
    up: cython.double = 1.0
    h: cython.double = 2.0 * w.par[P_CHI] * size / STAGES
    believed(c, w, u)
    for j in range(1, c.K1):
        if w.hostile[k, j] != 0:
            foes += w.bel[u, j]
    own = w.bel[u, k]
    rest = 1.0 - own - foes if own + foes < 1.0 else 0.0
    if foes + rest <= 0.0:
        return  # nothing else is thought possible
    for i in range(STAGES):  # noqa: B007, the loop wants a typed counter
        half = up + 0.5 * h * slope(own, foes, rest, up)
        up += h * slope(own, foes, rest, half)
    total = own * up + foes / up + rest
    half = log_(up)
    w.bel[u, 0] = 1.0
    for j in range(1, c.K1):
        if j == k:
            w.bel[u, j] *= up / total
            w.l[u, j] = within_reach(w, u, w.l[u, j] + half)
        elif w.hostile[k, j] != 0:
            w.bel[u, j] /= up * total
            w.l[u, j] = within_reach(w, u, w.l[u, j] - half)
        else:
            w.bel[u, j] /= total


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def speed_of_odds(c: Case, w: World, u: cython.int) -> cython.void:
    """How fast much news at once moves a mind that has gone part of its way: into w.sx.

    w.sy: how much news there is for each, w.v: how often the odds of each have been multiplied so far. News for k
    raises k's log-odds by its weight times the chance that k fails, and lowers those of k's enemies as much. Only
    differences matter; with the sum of all these added to each, none is negative.
    """
    i: cython.int
    k: cython.int
    x: cython.double
    every: cython.double = 0.0
    total: cython.double = 0.0
    for k in range(1, c.K1):
        w.pk[k] = w.bel[u, k] * w.v[k]
        total += w.pk[k]
    total = 1.0 / total
    for k in range(1, c.K1):
        w.told_of[k] = w.sy[k] * (1.0 - w.pk[k] * total)
        every += w.told_of[k]
    for k in range(1, c.K1):
        x = every + w.told_of[k]
        for i in range(1, w.rivals[k, 0] + 1):
            x -= w.told_of[w.rivals[k, i]]
        w.sx[k] = x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def bridle(c: Case, w: World, left: cython.double, pace: cython.double) -> cython.double:
    """The part of the news by which no two odds move apart by more than a pace: at most what is left."""
    j: cython.int
    fastest: cython.double = -1.0
    slowest: cython.double = 1e300
    for j in range(1, c.K1):
        if w.pk[j] > 0.0:
            fastest = w.sx[j] if w.sx[j] > fastest else fastest
            slowest = w.sx[j] if w.sx[j] < slowest else slowest
    fastest -= slowest
    return left if left * fastest <= pace else pace / fastest


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def persuade_by_all(c: Case, w: World, u: cython.int) -> cython.void:
    """The same for much news at once for several, w.sy for each authority, as if it came mixed, item by small item.

    The log-odds of all follow dl(k)/dt = 2 chi sum(+-w.sy(j) (1 - chance(j)), j) together, 0 <= t <= 1: belief moves
    less the more is believed already, and news for two rivals comes to rest where each is believed by his share of it,
    whoever is named first. Solved in up to ten steps by the speed in their middle, which the speed in the middle of
    the step before foretells; and on the odds, not on their logarithms: a step too long falls short of that rest and
    does not go past it. How near this comes is in tests/verification/test_engine_belief.py.
    """
    j: cython.int
    h: cython.double
    x: cython.double
    total: cython.double = 0.0
    left: cython.double = 1.0
    pace: cython.double = PACE
    believed(c, w, u)
    for j in range(1, c.K1):
        total += w.bel[u, j]
        w.v[j] = 1.0
        w.sy[j] = 2.0 * w.par[P_CHI] * w.sy[j]
    if total <= 0.0:
        return  # nobody contends
    speed_of_odds(c, w, u)
    while left > 0.0:
        h = bridle(c, w, left, pace) if pace < LAST_PACE else left
        for j in range(1, c.K1):
            w.grown[j] = w.v[j]
            x = 0.5 * h * w.sx[j]
            w.v[j] *= 1.0 + x * (1.0 + x * (0.5 + x * (1.0 / 6.0)))
        speed_of_odds(c, w, u)
        for j in range(1, c.K1):
            w.v[j] = w.grown[j] + h * w.v[j] * w.sx[j]
        left -= h
        pace = pace * LONGER
    settle_odds(c, w, u)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def settle_odds(c: Case, w: World, u: cython.int) -> cython.void:
    """Odds have been multiplied by w.v: chances sum to 1 again, and log-odds, of which only differences count, to 0."""
    j: cython.int
    total: cython.double = 0.0
    level: cython.double = 0.0
    for j in range(1, c.K1):
        w.bel[u, j] *= w.v[j]
        total += w.bel[u, j]
        if w.v[j] != 1.0:
            w.l[u, j] += log_(w.v[j])
        level += w.l[u, j]
    w.bel[u, 0] = 1.0
    for j in range(1, c.K1):
        w.bel[u, j] /= total
        w.l[u, j] = within_reach(w, u, w.l[u, j] - level / c.K)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def within_reach(w: World, u: cython.int, x: cython.double) -> cython.double:
    """Log-odds of a unit, kept from running away; the chances are reckoned anew if they had to be held back."""
    if x > FIRM:
        w.bel[u, 0] = 0.0
        return FIRM
    if x < -FIRM:
        w.bel[u, 0] = 0.0
        return -FIRM
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def shift_leaders(c: Case, w: World, i: cython.int, k: cython.int, size: cython.double) -> cython.void:
    """The same for the leaders of authority i."""
    j: cython.int
    d: cython.double = 2.0 * w.par[P_CHI] * size * (1.0 - leader_odds(c, w, i, k))
    w.hl[i, k] += d
    for j in range(1, c.K1):
        if w.hostile[k, j] != 0:
            w.hl[i, j] -= d
        if w.hl[i, j] > FIRM:
            w.hl[i, j] = FIRM
        if w.hl[i, j] < -FIRM:
            w.hl[i, j] = -FIRM


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def can_check(c: Case, w: World, u: cython.int, s: cython.int) -> cython.bint:
    """Whether the unit has a working wire to the place spoken of, or can simply walk there."""
    p: cython.int = w.place[u]
    if p == s:
        return True
    if way_km(c, p, s) < 4.0 and not shut_in(c, w, p, w.serves[u]):
        return True
    return find_wire(c, w, p, s, w.serves[u]) >= 0
