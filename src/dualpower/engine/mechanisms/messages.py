"""Telephone, telegraph, courier: calls that are due arrive, and a unit learns that its side still speaks.

Every delivered call lies in the inbox for one step, where the mechanism it concerns finds it.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.events import because, log_event
from dualpower.engine.post import CALL_DEMAND, CALL_NEWS, pop_call, release_call
from dualpower.engine.world import World
from dualpower.words import CAUSE_ORDER, EV_HEARD


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def deliver(c: Case, w: World) -> cython.void:
    """Move all calls due by now into the inbox.

    Reads   calls                           Writes  inbox, units.told
    Draws   none (delays were drawn at sending)  Events  HEARD (demands)
    """
    slot: cython.int
    u: cython.int
    i: cython.int
    for i in range(w.n_inbox):  # what was read in the last step; what this step sends must not lie over what it reads
        release_call(w, w.inbox[i])
    w.n_inbox = 0
    while w.n_calls > 0 and w.cq_due[0] <= w.t:
        slot = pop_call(w)
        u = w.c_to[slot]
        if u >= 0 and w.live[u] == 0:
            u = w.parent[u]
            w.c_to[slot] = u
        elif u >= 0 and w.ukey[u] != w.c_who[slot]:
            release_call(w, slot)
            continue  # the detachment it was meant for has been struck off
        w.inbox[w.n_inbox] = slot
        w.n_inbox += 1
        if w.c_kind[slot] != CALL_NEWS:
            w.work[2] += 1
        if u >= 0 and w.c_from[slot] > 0:
            w.told[u, w.c_from[slot]] = w.t
            if w.serves[u] == w.c_from[slot]:
                w.silence[u] = 0
            if w.c_kind[slot] == CALL_DEMAND:
                because(w, CAUSE_ORDER, w.c_row[slot])
                w.c_row[slot] = log_event(w, EV_HEARD, u, w.c_from[slot], w.place[u], w.c_line[slot], 0.0)
