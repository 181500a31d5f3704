"""What has turned: one counter for each fact that only a deed can change.

Most rules wait for a place to change hands, a vote, a choice or another deed, and meanwhile say no at every look. A
rule that asked only such facts says no until one of them turns; so its plan remembers which it asked, and is not
judged again before. Whoever changes such a fact says so here. What changes by itself (men, minds, the clock) has no
counter, and a rule that asked for it is judged at every look.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.world import MAX_PINS, World
from dualpower.words import ASK_CHOSE, ASK_DONE, ASK_HOLDER, ASK_PASSED, ASK_TAKEN


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def site_turned(w: World, s: cython.int) -> cython.void:
    """A site has another holder, or somebody has learned who holds it."""
    w.turn[s] += 1


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def vote_turned(c: Case, w: World, m: cython.int) -> cython.void:
    """A motion was put."""
    w.turn[c.S + m] += 1


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def choice_turned(c: Case, w: World, i: cython.int) -> cython.void:
    """A decision was taken."""
    w.turn[c.S + c.MO + i] += 1


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def plan_turned(c: Case, w: World, i: cython.int) -> cython.void:
    """A plan was carried out."""
    w.turn[c.S + c.MO + c.D + i] += 1


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def event_turned(c: Case, w: World, i: cython.int) -> cython.void:
    """An outside event came, or passed by."""
    w.turn[c.S + c.MO + c.D + c.P + i] += 1


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def counter_of(c: Case, what: cython.int, b: cython.int) -> cython.int:
    """The counter of what a rule asks, -1 if it can change without a deed."""
    if what == ASK_PASSED:
        return c.S + b
    if what == ASK_HOLDER or what == ASK_TAKEN:
        return b
    if what == ASK_CHOSE:
        return c.S + c.MO + b
    if what == ASK_DONE:
        if b < 100000:
            return c.S + c.MO + c.D + b
        if b < 200000:
            return c.S + c.MO + b - 100000
        return c.S + c.MO + c.D + c.P + b - 200000
    return -1


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def note_asked(c: Case, w: World, what: cython.int, b: cython.int) -> cython.void:
    """Remember what the rule now judged has asked; -1 as their number says that it cannot be relied on."""
    cell: cython.int
    if w.n_asked < 0:
        return
    cell = counter_of(c, what, b)
    if cell < 0 or w.n_asked == MAX_PINS:
        w.n_asked = -1
        return
    w.asked[w.n_asked] = cell
    w.n_asked += 1


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def is_settled(w: World, i: cython.int) -> cython.bint:
    """Whether nothing has turned of what was asked when there was last no occasion for a plan."""
    j: cython.int
    turns: cython.int = 0
    if w.pin[i, 0] <= 0:
        return False
    for j in range(w.pin[i, 0]):
        turns += w.turn[w.pin[i, 2 + j]]
    return turns == w.pin[i, 1]


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def pin_plan(w: World, i: cython.int) -> cython.void:
    """Keep what was asked about a plan without an occasion, and how often it has turned: counters only grow."""
    j: cython.int
    turns: cython.int = 0
    for j in range(w.n_asked):
        w.pin[i, 2 + j] = w.asked[j]
        turns += w.turn[w.asked[j]]
    w.pin[i, 0] = w.n_asked
    w.pin[i, 1] = turns
