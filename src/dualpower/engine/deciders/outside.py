"""What comes from beyond: dated, claimed, and the only thing that may be."""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.deeds import perform
from dualpower.engine.events import because, log_event
from dualpower.engine.formula import judge
from dualpower.engine.world import World
from dualpower.words import CAUSE_OUTSIDE, EV_OUTSIDE


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def intervene(c: Case, w: World) -> cython.void:
    """Outside events whose minute has come. Nothing is looked at before the first of them is due.

    Reads   out_due, rules      Writes  whatever their acts touch      Events  OUTSIDE
    """
    i: cython.int
    a: cython.int
    row: cython.int
    if w.foretold > w.t:
        return
    w.foretold = c.minutes
    for i in range(c.X):
        if w.out_done[i] != 0:
            continue
        if w.out_due[i] > w.t:
            if w.out_due[i] < w.foretold:
                w.foretold = w.out_due[i]
            continue
        w.out_done[i] = 1
        if c.out_rule[i] >= 0 and judge(c, w, c.out_rule[i], 0) == 0.0:
            w.out_done[i] = 2
            continue
        because(w, CAUSE_OUTSIDE, -1)
        row = log_event(w, EV_OUTSIDE, -1, -1, -1, i, 0.0)
        for a in range(c.out_act0[i], c.out_act1[i]):
            because(w, CAUSE_OUTSIDE, row)
            perform(c, w, a, c.act_auth[a])
