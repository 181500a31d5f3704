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

STAGES = 4  # steps in which the news of days is taken in
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
