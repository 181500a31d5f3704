"""Plans and decisions: what leaders meant to do when what they were waiting for came true.

A decision is a leader's choice of what to attempt. Its options are drawn by their prior chances, or fixed.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import LUCK_DECIDE, name_luck, uniform
from dualpower.engine.deeds import perform
from dualpower.engine.events import because, log_event
from dualpower.engine.formula import judge
from dualpower.engine.turns import be_judged, choice_turned, is_asleep, lie_down, plan_turned
from dualpower.engine.world import World
from dualpower.words import CAUSE_DATED, CAUSE_DECISION, CAUSE_ORDER, CAUSE_PLAN, EV_DECIDED, EV_PLANNED


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def is_in_office(w: World, b: cython.int, k: cython.int) -> cython.bint:
    """Whether a body can act: it is there, and its authority still is."""
    if w.alive[k] == 0 or w.settled[0] == k:
        return False
    return b < 0 or w.body_on[b] != 0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def carry_out(c: Case, w: World, i: cython.int) -> cython.void:
    """A plan whose condition came true."""
    a: cython.int
    cause: cython.int = CAUSE_DATED if c.plan_dated[i] != 0 else CAUSE_PLAN
    because(w, cause, -1)
    w.plan_row[i] = log_event(w, EV_PLANNED, -1, c.plan_auth[i], -1, i, 0.0)
    w.plan_last[i] = w.t
    plan_turned(c, w, i)
    for a in range(c.plan_act0[i], c.plan_act1[i]):
        because(w, cause, w.plan_row[i])
        perform(c, w, a, c.plan_auth[i])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def has_come(c: Case, w: World, i: cython.int) -> cython.bint:
    """Whether what a plan waits for has come true, and nothing that ends it; if not, it sleeps if it may."""
    over: cython.bint = False
    come: cython.bint
    be_judged(w)
    if w.plan_last[i] >= 0 and c.plan_until[i] >= 0:
        over = judge(c, w, c.plan_until[i], c.plan_auth[i]) != 0.0
    come = not over and judge(c, w, c.plan_rule[i], c.plan_auth[i]) != 0.0
    if not come:
        lie_down(w, i)
    return come


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def follow_plans(c: Case, w: World) -> cython.void:
    """Plans not yet carried out, or due again."""
    i: cython.int
    for i in range(c.P):
        if is_asleep(w, i):
            continue
        if w.plan_last[i] >= 0 and (c.plan_every[i] <= 0 or w.t - w.plan_last[i] < c.plan_every[i]):
            continue
        if is_in_office(w, c.plan_body[i], c.plan_auth[i]) and has_come(c, w, i):
            carry_out(c, w, i)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def draw_option(c: Case, w: World, i: cython.int) -> cython.int:
    """An option of a decision, by its prior chance."""
    o: cython.int
    total: cython.double = 0.0
    u: cython.double
    for o in range(c.dec_opt0[i], c.dec_opt1[i]):
        total += w.fact[c.opt_chance[o]]
    name_luck(w, LUCK_DECIDE, c.dec_key[i], 0)
    u = uniform(w) * total
    for o in range(c.dec_opt0[i], c.dec_opt1[i] - 1):
        u -= w.fact[c.opt_chance[o]]
        if u < 0.0:
            return o
    return c.dec_opt1[i] - 1


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def decide(c: Case, w: World, i: cython.int, cause: cython.int) -> cython.void:
    """A decision has come up: take the option fixed for it, or draw one."""
    o: cython.int = w.fixed[i]
    a: cython.int
    row: cython.int
    if o < 0:
        o = draw_option(c, w, i)
    because(w, cause, -1)
    w.dec_took[i] = o
    w.dec_min[i] = w.t
    choice_turned(c, w, i)
    row = log_event(w, EV_DECIDED, -1, c.dec_auth[i], -1, o, w.fact[c.opt_chance[o]])
    for a in range(c.opt_act0[o], c.opt_act1[o]):
        because(w, cause, row)
        perform(c, w, a, c.dec_auth[i])


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def intend(c: Case, w: World) -> cython.void:
    """Plans, decisions and resolutions whose hour has come.

    Reads   rules on what each authority knows   Writes  what their acts touch
    Draws   "decide" per decision                Events  PLANNED, DECIDED
    """
    i: cython.int
    a: cython.int
    follow_plans(c, w)
    for i in range(c.D):
        if w.dec_took[i] < 0 and is_in_office(w, c.dec_body[i], c.dec_auth[i]):
            if judge(c, w, c.dec_rule[i], c.dec_auth[i]) != 0.0:
                decide(c, w, i, CAUSE_DATED if c.dec_dated[i] != 0 else CAUSE_DECISION)
    for i in range(c.MO):
        if w.mot_due[i] != 0:
            w.mot_due[i] = 0
            for a in range(c.mot_act0[i], c.mot_act1[i]):
                because(w, CAUSE_ORDER, w.mot_row[i])
                perform(c, w, a, c.act_auth[a])
