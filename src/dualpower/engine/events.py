"""The log: what happened, where, to whom, and which earlier event caused it.

A row is (minute, event, cause, trigger, a, b, c, d) and a number x. Trigger is the row of the event that
brought this one about, so that a story can be read backwards. What a..d and x mean, event by event, is
MEANINGS below; -1 is nobody or nothing.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.world import World
from dualpower.words import (
    CAUSE_RULE,
    EV_DECIDED,
    EV_DEFECTED,
    EV_ORDERED,
    EV_PLANNED,
    EV_POSTURE,
    EV_SETTLED,
    EV_SITE_TAKEN,
    EV_SURRENDERED,
    EV_TRUCE_BEGAN,
    EV_WALKED_IN,
    EV_YIELDED,
)

# event: (a, b, c, d, x) in words. Unit, authority and site unless said otherwise.
MEANINGS = {
    "started": ("", "", "", "", ""),
    "outside": ("", "", "", "outside event", ""),
    "planned": ("", "authority", "", "plan", ""),
    "decided": ("", "authority", "", "option", "prior chance"),
    "ordered": ("unit", "authority", "site", "order", "men asked for"),
    "turned-out": ("unit", "authority", "site", "order", "men"),
    "refused": ("unit", "authority", "site", "order", "men asked for"),
    "marched": ("unit", "authority", "goal", "order", "men"),
    "arrived": ("unit", "authority", "site", "order", "men"),
    "stopped-on-the-way": ("unit", "authority", "site", "", "men"),
    "called": ("unit", "authority", "site", "kind of line", ""),
    "heard": ("unit", "authority", "site", "kind of line", ""),
    "lost": ("unit", "authority", "site", "kind of line", ""),
    "intercepted": ("unit", "authority", "site", "kind of line", ""),
    "checked": ("unit", "authority", "site", "", "1 if true"),
    "believed": ("unit", "authority", "site", "", "shift in log-odds"),
    "disbelieved": ("unit", "authority", "site", "", ""),
    "parleyed": ("unit", "authority that offers", "site", "", "local odds"),
    "walked-in": ("unit", "authority", "site", "former holder", "men"),
    "site-taken": ("unit", "authority", "site", "former holder", ""),
    "fired-first": ("unit", "authority", "site", "", ""),
    "warned": ("", "authority", "site", "", ""),
    "skirmished": ("", "authority", "site", "", ""),
    "assaulted": ("", "authority", "site", "", "men"),
    "repulsed": ("", "authority", "site", "", ""),
    "shelled": ("unit", "authority", "site", "", "guns"),
    "killed": ("unit", "authority", "site", "", "killed there so far"),
    "broke": ("unit", "authority", "site", "", "men"),
    "withdrew": ("unit", "authority", "site", "", "men"),
    "surrendered": ("unit", "authority", "site", "captor", "men"),
    "dispersed": ("unit", "authority", "site", "", "men"),
    "shot-disarmed": ("unit", "captor", "site", "", "killed"),
    "entered": ("", "authority", "site", "gate", "men"),
    "captured-intruders": ("", "authority", "site", "gate", "men"),
    "gate-opened": ("unit", "authority let in", "site", "", ""),
    "encircled": ("unit", "authority", "site", "", ""),
    "relieved": ("unit", "authority", "site", "", ""),
    "demanded": ("unit", "authority", "site", "kind of line", ""),
    "yielded": ("unit", "authority that receives", "site", "former holder", "men"),
    "stalled": ("unit", "authority", "site", "", "odds of holding"),
    "offered": ("", "authority", "", "authority addressed", "hours, 0 for final terms"),
    "accepted": ("", "authority", "", "authority that offered", "odds"),
    "rejected": ("", "authority", "", "authority that offered", "odds"),
    "truce-began": ("", "authority", "", "other authority", "hours"),
    "truce-ended": ("", "authority", "", "other authority", ""),
    "settled": ("", "authority that gives up", "", "other authority", "odds"),
    "ceased": ("unit", "authority", "site", "", "men"),
    "fought-on": ("unit", "authority", "site", "", "men"),
    "promise-made": ("", "authority", "", "issue", "size"),
    "promise-kept": ("", "authority", "", "issue", ""),
    "promise-broken": ("", "authority", "", "issue", ""),
    "hungered": ("unit", "authority", "site", "", "hardship"),
    "struck": ("unit", "authority", "site", "", "men"),
    "resumed": ("unit", "authority", "site", "", "men"),
    "armed": ("unit", "authority", "site", "", "rifles"),
    "found": ("unit", "authority", "site", "stock", "amount"),
    "voted": ("", "authority favoured", "", "motion", "share for"),
    "walked-out": ("", "", "", "faction", ""),
    "resigned": ("", "authority", "", "body", ""),
    "appointed": ("", "authority", "", "body", ""),
    "seat-moved": ("", "authority", "site", "", ""),
    "authority-ended": ("", "authority", "", "", ""),
    "defected": ("unit", "authority", "site", "former authority", "men"),
    "merged": ("unit", "authority", "site", "", "men"),
    "line-cut": ("", "authority", "site", "line", ""),
    "line-restored": ("", "authority", "site", "line", ""),
    "bridge-raised": ("", "authority", "site", "", ""),
    "bridge-lowered": ("", "authority", "site", "", ""),
    "posture": ("", "authority", "site", "posture", ""),
    "went-home": ("unit", "authority", "site", "", "men"),
    "freed": ("unit", "authority", "site", "", "men"),
    "rallied": ("unit", "authority", "site", "", "men"),
    "guns-moved": ("unit", "authority", "site", "", "guns"),
    "ended": ("", "", "", "outcome", ""),
    "rumoured": ("", "authority favoured", "site", "kind of news", "size"),
    "forged": ("unit", "authority claimed", "site", "", ""),
    "suppressed": ("unit", "authority", "site", "kind of line", ""),
    "stance": ("", "authority", "", "other authority", "stance"),
    "returned": ("unit", "authority", "site", "", "men"),
    "searched": ("unit", "authority", "site", "", "men"),
    "authority-began": ("", "authority", "site", "", ""),
}


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def log_event(
    w: World, event: cython.int, a: cython.int, b: cython.int, c: cython.int, d: cython.int, x: cython.double
) -> cython.int:
    """Append one row with the cause and trigger now in force; returns its number.

    Rows are counted whether or not they are kept, so that a run ends alike either way.
    """
    row: cython.int = w.n_log
    if row >= w.max_log:
        w.stage = 2
        return row - 1
    w.n_log = row + 1
    w.counts[event] += 1
    if event == EV_ORDERED or event == EV_DECIDED or event == EV_PLANNED:
        w.order_causes[w.cause] += 1
    elif (
        event == EV_SITE_TAKEN
        or event == EV_YIELDED
        or event == EV_SURRENDERED
        or event == EV_TRUCE_BEGAN
        or event == EV_DEFECTED
        or event == EV_SETTLED
        or event == EV_WALKED_IN
    ):
        w.change_causes[w.cause] += 1
    if w.keep_log != 0:
        w.log[row, 0] = w.t - w.ahead
        w.log[row, 1] = event
        w.log[row, 2] = w.cause
        w.log[row, 3] = w.row
        w.log[row, 4] = a if a < 0 or w.parent[a] == a else w.bases + w.parent[a]
        w.log[row, 5] = b
        w.log[row, 6] = c
        w.log[row, 7] = d
        w.logx[row] = x
    return row


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def posture_at(c: Case, w: World, k: cython.int, s: cython.int) -> cython.int:
    """The posture of an authority at a site: its own, or that of the town where it has one in each."""
    return w.posture[k] if w.local[k] == 0 else w.posture_in[k, c.town_of[s]]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def take_posture(c: Case, w: World, k: cython.int, s: cython.int, posture: cython.int) -> cython.void:
    """An authority changes its posture: everywhere, or in the town of a site where it has one in each."""
    town: cython.int
    if w.local[k] != 0 and s >= 0:
        town = c.town_of[s]
        if w.posture_in[k, town] == posture:
            return
        w.posture_in[k, town] = posture
        if w.seat[k] >= 0 and town == c.town_of[w.seat[k]]:
            w.posture[k] = posture
    elif w.posture[k] == posture:
        return
    else:
        w.posture[k] = posture
        s = -1
    log_event(w, EV_POSTURE, -1, k, s, posture, 0.0)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def because(w: World, cause: cython.int, row: cython.int) -> cython.void:
    """From here on events are caused by this."""
    w.cause = cause
    w.row = row


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def because_rule(w: World, row: cython.int) -> cython.void:
    """From here on events follow from a mechanism, set off by the event in this row."""
    w.cause = CAUSE_RULE
    w.row = row
