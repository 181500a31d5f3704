"""What comes from beyond, on its date or in answer to a call; and who only later claims to be obeyed."""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_OUTSIDE, name_luck, uniform, whole
from dualpower.engine.choice import reckon_hostility
from dualpower.engine.deeds import perform
from dualpower.engine.events import because, log_event
from dualpower.engine.formula import judge
from dualpower.engine.turns import event_turned, site_turned
from dualpower.engine.world import World
from dualpower.words import CAUSE_OUTSIDE, CAUSE_RULE, EV_AUTHORITY_BEGAN, EV_OUTSIDE


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def answer_call(c: Case, w: World, i: cython.int) -> cython.void:
    """An event without a date of its own: once its condition holds it is on its way, and comes whatever follows."""
    x: cython.int
    if w.t % 15 != 0 or judge(c, w, c.out_rule[i], 0) == 0.0:
        return
    x = w.t + c.out_after[i]
    if c.out_min[i] > x:
        x = c.out_min[i]
    if c.out_jitter[i] > 0:
        name_luck(w, LUCK_OUTSIDE, c.out_key[i], 0)
        x += whole(c.out_jitter[i] * (2.0 * uniform(w) - 1.0))
    w.out_due[i] = x if x > w.t else w.t


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_due(c: Case, w: World, i: cython.int) -> cython.bint:
    """Whether the minute of an event has come; if not, when to look again."""
    if w.out_due[i] < 0:
        answer_call(c, w, i)
    if w.out_due[i] >= 0 and w.out_due[i] <= w.t:
        return True
    if w.out_due[i] < 0:
        w.foretold = w.t
    elif w.out_due[i] < w.foretold:
        w.foretold = w.out_due[i]
    return False


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def begin_authorities(c: Case, w: World) -> cython.void:
    """Who was not there at the start and now is: it knows who holds what, and its stances count from here on.

    Reads   rules      Writes  authorities' life, hostility, knowledge      Events  AUTHORITY_BEGAN
    """
    k: cython.int
    s: cython.int
    for k in range(1, c.K1):
        if w.born[k] >= 0 or judge(c, w, c.auth_from[k], 0) == 0.0:
            continue
        w.born[k] = w.t
        w.alive[k] = 1
        w.expected -= 1
        for s in range(c.S):
            w.kholder[k, s] = w.holder[s]
            site_turned(w, s)
        because(w, CAUSE_RULE, -1)
        log_event(w, EV_AUTHORITY_BEGAN, -1, k, w.seat[k], -1, 0.0)
        reckon_hostility(c, w)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def intervene(c: Case, w: World) -> cython.void:
    """Outside events whose minute has come. Nothing is looked at before the first of them may be due.

    Reads   out_due, rules      Writes  whatever their acts touch      Events  OUTSIDE
    """
    i: cython.int
    a: cython.int
    row: cython.int
    if w.expected > 0 and w.t % 15 == 0:
        begin_authorities(c, w)
    if w.foretold > w.t:
        return
    w.foretold = c.minutes
    for i in range(c.X):
        if w.out_done[i] != 0 or not is_due(c, w, i):
            continue
        w.out_done[i] = 1
        event_turned(c, w, i)
        if c.out_after[i] < 0 and c.out_rule[i] >= 0 and judge(c, w, c.out_rule[i], 0) == 0.0:
            w.out_done[i] = 2
            continue
        because(w, CAUSE_OUTSIDE, -1)
        row = log_event(w, EV_OUTSIDE, -1, -1, -1, i, 0.0)
        for a in range(c.out_act0[i], c.out_act1[i]):
            because(w, CAUSE_OUTSIDE, row)
            perform(c, w, a, c.act_auth[a])
