"""Looking for what is hidden: rifles in railway wagons are nobody's until somebody opens the doors.

The search of a place by thirty men takes about three hours; what is found belongs to the place's holder.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_SEARCH, exp_, name_luck, uniform
from dualpower.engine.events import because_rule, log_event
from dualpower.engine.params import P_PHI
from dualpower.engine.world import World
from dualpower.words import EV_FOUND, EV_SEARCHED, ORDER_HOLD, ORDER_SEARCH

SEARCH_HOURS = 3.0
SEARCH_MEN = 30.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def find_stock(c: Case, w: World, s: cython.int, u: cython.int) -> cython.void:
    """What was hidden is found."""
    i: cython.int
    because_rule(w, w.order_row[u])
    w.row = log_event(w, EV_SEARCHED, u, w.serves[u], s, -1, w.act[u, w.serves[u]])
    for i in range(6):
        if (w.hidden[s] & (1 << i)) != 0:
            w.found[i] += w.stock[s, i]
            log_event(w, EV_FOUND, u, w.serves[u], s, i, w.stock[s, i])
    w.hidden[s] = 0
    w.contest_row[s] = w.row
    w.order[u] = ORDER_HOLD


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def search_all(c: Case, w: World, hours: cython.double) -> cython.void:
    """Men of the holder at a place with hidden stocks may come upon them.

    Reads   sites.holder, doing     Writes  sites.hidden, found     Draws  "search" per site     Events  SEARCHED, FOUND
    """
    i: cython.int
    s: cython.int
    u: cython.int
    k: cython.int
    x: cython.double
    for i in range(w.n_secrets):
        s = w.secrets[i]
        if w.hidden[s] == 0 or w.hot[s] != 0:
            continue
        k = w.holder[s]
        if k <= 0:
            continue
        u = w.head[s]
        while u >= 0:
            if w.serves[u] == k and w.act[u, k] >= 10 and w.goal[u] < 0 and w.parent[u] != u:
                x = w.act[u, k] / SEARCH_MEN
                if x > 1.0:
                    x = 1.0
                if w.order[u] != ORDER_SEARCH:
                    x = 0.2 * x
                name_luck(w, LUCK_SEARCH, c.site_key[s], w.t)
                if uniform(w) < 1.0 - exp_(-x * hours / (SEARCH_HOURS * w.par[P_PHI])):
                    find_stock(c, w, s, u)
                    break
            u = w.nxt[u]
