"""Votes, walk-outs, resolutions: an assembly decides, and its word is news (E10).

Rests on: probabilistic voting; a faction that sees itself beaten may prefer to leave.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_VOTE, binomial, logit, mixed, name_luck, uniform, whole
from dualpower.engine.events import because, log_event
from dualpower.engine.force import headcount
from dualpower.engine.post import CALL_MOTION, make_news
from dualpower.engine.turns import vote_turned
from dualpower.engine.world import World
from dualpower.words import CAUSE_ORDER, EV_VOTED, EV_WALKED_OUT, NEWS_VOTE


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def leaning(c: Case, w: World, f: cython.int, m: cython.int) -> cython.double:
    """How far a faction leans to the authority that a motion favours."""
    i: cython.int = c.fac_lean[f, c.mot_favours[m]]
    return w.fact[i] if i >= 0 else 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def yes_chance(c: Case, w: World, f: cython.int, m: cython.int) -> cython.double:
    """Chance that a deputy votes yes: by his faction's leaning, or as those stand who have just elected him."""
    u: cython.int = c.fac_unit[f]
    men: cython.int
    if u < 0:
        return logit(2.0 * leaning(c, w, f, m) - c.mot_severity[m])
    men = headcount(c, w, u) + w.sent_men[u]
    if men <= 0:
        return 0.0
    return (w.n[u, c.mot_favours[m]] + (w.sent_men[u] if w.sent_for[u] == c.mot_favours[m] else 0)) / (1.0 * men)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def first_faction(c: Case, a: cython.int) -> cython.int:
    """The first faction of an assembly or of one after it: factions are listed by assembly, and a country has many."""
    low: cython.int = 0
    high: cython.int = c.FA
    f: cython.int
    while low < high:
        f = (low + high) >> 1
        if c.fac_assembly[f] < a:
            low = f + 1
        else:
            high = f
    return low


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def put_motion(c: Case, w: World, m: cython.int) -> cython.void:
    """Factions that see themselves beaten may walk out; the rest vote."""
    f: cython.int
    first: cython.int = first_faction(c, c.mot_assembly[m])
    end: cython.int = first_faction(c, c.mot_assembly[m] + 1)
    lean: cython.double
    seats: cython.double = 0.0
    expected: cython.double = 0.0
    votes: cython.double = 0.0
    cast: cython.double = 0.0
    n: cython.int
    for f in range(first, end):
        if w.fac_left[f] == 0:
            seats += w.fact[c.fac_seats[f]]
            expected += w.fact[c.fac_seats[f]] * yes_chance(c, w, f, m)
    for f in range(first, end):
        if w.fac_left[f] != 0:
            continue
        lean = leaning(c, w, f, m)
        name_luck(w, LUCK_VOTE, c.fac_key[f] ^ c.mot_key[m], w.t)
        if c.fac_unit[f] < 0 and lean < 0.0 and expected > 0.5 * seats and uniform(w) < logit(-2.0 * lean - 2.0):
            w.fac_left[f] = 1
            log_event(w, EV_WALKED_OUT, -1, -1, -1, f, w.fact[c.fac_seats[f]])
            continue
        n = whole(w.fact[c.fac_seats[f]] * w.fact[c.asm_turnout[c.fac_assembly[f]]] + 0.5)
        name_luck(w, LUCK_VOTE, mixed(c.fac_key[f] ^ c.mot_key[m]), w.t)
        votes += binomial(w, n, yes_chance(c, w, f, m))
        cast += n
    w.mot_share[m] = votes / cast if cast > 0.0 else 0.0
    vote_turned(c, w, m)
    w.row = log_event(w, EV_VOTED, -1, c.mot_favours[m], c.asm_site[c.mot_assembly[m]], m, w.mot_share[m])
    if w.mot_share[m] > 0.5:
        make_news(c, w, NEWS_VOTE, c.mot_favours[m], c.asm_site[c.mot_assembly[m]], c.mot_favours[m], 1)
        w.mot_due[m] = 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def vote_all(c: Case, w: World) -> cython.void:
    """Motions that have come up.

    Reads   factions      Writes  mot_share, fac_left
    Draws   "vote" per faction and motion      Events  VOTED, WALKED_OUT
    """
    i: cython.int
    for i in range(w.n_inbox):
        if w.c_kind[w.inbox[i]] == CALL_MOTION:
            because(w, CAUSE_ORDER, w.c_row[w.inbox[i]])
            put_motion(c, w, w.c_ref[w.inbox[i]])
