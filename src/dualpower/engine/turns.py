"""What has turned: who asks for each fact that only a deed can change.

Most rules wait for a place to change hands, a vote, a choice or another deed, or for one of these to have lasted, and
meanwhile say no at every look. A rule that asked only such facts says no until one of them turns or has lasted long
enough; so it sleeps, and is not judged again before. Whoever changes such a fact says so here, and wakes all whose
rules name it. What changes by itself (men, minds, the clock) wakes nobody: a rule that asked for it does not sleep.

Sleepers are the plans and behind them, from ``c.P`` on, the watches.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.world import NEVER, World
from dualpower.words import ASK_CHOSE, ASK_DONE, ASK_HOLDER, ASK_PASSED, ASK_TAKEN, OP_ASK, OP_END


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def turned(w: World, fact: cython.int) -> cython.void:
    """Wake all whose rules name a fact."""
    at: cython.int = w.first_asker[fact]
    while at >= 0:
        w.asleep[w.asker[at]] = 0
        at = w.next_asker[at]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def site_turned(w: World, s: cython.int) -> cython.void:
    """A site has another holder, or somebody has learned who holds it."""
    turned(w, s)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def vote_turned(c: Case, w: World, m: cython.int) -> cython.void:
    """A motion was put."""
    turned(w, c.S + m)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def choice_turned(c: Case, w: World, i: cython.int) -> cython.void:
    """A decision was taken."""
    turned(w, c.S + c.MO + i)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def plan_turned(c: Case, w: World, i: cython.int) -> cython.void:
    """A plan was carried out."""
    turned(w, c.S + c.MO + c.D + i)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def event_turned(c: Case, w: World, i: cython.int) -> cython.void:
    """An outside event came, or passed by."""
    turned(w, c.S + c.MO + c.D + c.P + i)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def fact_asked(c: Case, what: cython.int, b: cython.int) -> cython.int:
    """The fact that a rule asks for, -1 if it can change without a deed."""
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
@cython.nogil
@cython.exceptval(check=False)
def enlist(c: Case, w: World, rule: cython.int, sleeper: cython.int) -> cython.void:
    """Enter a sleeper with every fact that its rule names."""
    fact: cython.int
    pc: cython.int = c.prog_start[rule]
    while c.code[pc, 0] != OP_END:
        fact = fact_asked(c, c.code[pc, 1], c.code[pc, 2]) if c.code[pc, 0] == OP_ASK else -1
        if fact >= 0:
            w.asker[w.n_askers] = sleeper
            w.next_asker[w.n_askers] = w.first_asker[fact]
            w.first_asker[fact] = w.n_askers
            w.n_askers += 1
        pc += 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def wake_all(c: Case, w: World) -> cython.void:
    """Before a run nobody sleeps, and each fact knows whom to wake."""
    i: cython.int
    w.n_askers = 0
    for i in range(c.S + c.MO + c.D + c.P + c.X):
        w.first_asker[i] = -1
    for i in range(c.P + c.W):
        w.asleep[i] = 0
    for i in range(c.P):
        enlist(c, w, c.plan_rule[i], i)
        if c.plan_until[i] >= 0:
            enlist(c, w, c.plan_until[i], i)
    for i in range(c.W):
        if c.watch_trigger[i] >= 0:
            enlist(c, w, c.watch_trigger[i], c.P + i)


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def be_judged(w: World) -> cython.void:
    """A rule is about to be judged: what it asks is noted from here on."""
    w.steady = 1
    w.ripe = NEVER


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def note_asked(c: Case, w: World, what: cython.int, b: cython.int) -> cython.void:
    """What the rule now judged has asked: if that can change by itself, it must be judged again."""
    if w.steady != 0 and fact_asked(c, what, b) < 0:
        w.steady = 0


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def lie_down(w: World, sleeper: cython.int) -> cython.void:
    """Whose rule was judged and says no sleeps, if it may, until what it asked has lasted."""
    w.asleep[sleeper] = w.ripe if w.steady != 0 else 0


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def is_asleep(w: World, sleeper: cython.int) -> cython.bint:
    """Whether nothing can have come of what a rule waits for since it was judged last."""
    return w.t < w.asleep[sleeper]
