"""Where a mechanism of the user's own is asked: at a review, before an order, at a surrender, at breaking.

It is given the number that the built-in mechanism came to and gives back the number to use. A formula runs on the
machine of rules; a function in Python is called with the interpreter's lock, and nothing here takes that lock
where there is no function. Where nobody speaks, one comparison is all it costs.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.chance import log_, logit
from dualpower.engine.formula import judge
from dualpower.engine.situation import read_input
from dualpower.engine.world import World
from dualpower.words import POINT_AT_BREAKING, POINT_AT_REVIEW, POINT_AT_SURRENDER

NOBODY = -1  # in point_rule: the built-in number stands
FUNCTION = -2  # in point_rule: a function in Python; a number from 0 is a program
STAGE_MECHANISM = 6
MOST_OFTEN = 60.0  # reviews of one man in an hour
MOST_BREAKING = 54.6  # as far as the built-in factor goes (contact.py)


@cython.cfunc
@cython.with_gil
@cython.exceptval(check=False)
def call_function(c: Case, w: World, point: cython.int, usual: cython.double) -> cython.double:
    """Ask the user's function. It never raises here: what goes wrong in it comes back as no number."""
    u: cython.int = w.own_unit
    if c.user is None:
        return -1.0  # a case that lost its functions on the way: the run fails
    return c.user.answer(point, usual, w.t, w.parent[u], w.place[u], w.own_side, c, w, read_input)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def most_at(point: cython.int) -> cython.double:
    """The greatest number that makes sense at a point; more is held there, as the built-in one is."""
    if point == POINT_AT_REVIEW:
        return MOST_OFTEN
    if point == POINT_AT_BREAKING:
        return MOST_BREAKING
    return 1.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def judge_aside(c: Case, w: World, rule: cython.int) -> cython.double:
    """Value of a formula. Somebody may be going through the list of the living, so it is left as it was."""
    i: cython.int
    listed: cython.int = w.n_living
    x: cython.double
    if w.relist == 0:
        return judge(c, w, rule, 0)
    for i in range(listed):
        w.aside[i] = w.living[i]
    x = judge(c, w, rule, 0)
    for i in range(listed):
        w.living[i] = w.aside[i]
    w.n_living = listed
    w.relist = 1
    return x


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def ask_user(c: Case, w: World, point: cython.int, u: cython.int, k: cython.int, usual: cython.double) -> cython.double:
    """The number that the user's mechanism gives for a body u and an authority k. A bad one ends the run."""
    x: cython.double
    top: cython.double = most_at(point)
    if w.stage != 0:
        return usual
    w.own_unit = u
    w.own_side = k
    w.own_usual = usual
    if c.point_rule[point] == FUNCTION:
        x = call_function(c, w, point, usual)
    else:
        x = judge_aside(c, w, c.point_rule[point])
    if x == usual:
        return usual
    if not x >= 0.0:  # below zero, or not a number at all
        w.stage = STAGE_MECHANISM
        return usual
    return x if x < top else top


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def own_number(
    c: Case, w: World, point: cython.int, u: cython.int, k: cython.int, usual: cython.double
) -> cython.double:
    """The usual number, or what the user's mechanism makes of it."""
    if c.point_rule[point] == NOBODY:
        return usual
    return ask_user(c, w, point, u, k, usual)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def own_margin(
    c: Case, w: World, u: cython.int, k: cython.int, m: cython.double, noise: cython.double
) -> cython.double:
    """How far terms outweigh holding out, so that the chance of yielding is what the user's mechanism says."""
    usual: cython.double
    x: cython.double
    if c.point_rule[POINT_AT_SURRENDER] == NOBODY:
        return m
    usual = logit(m / noise)
    x = ask_user(c, w, POINT_AT_SURRENDER, u, k, usual)
    if x == usual:
        return m
    if x <= 0.0:
        return -1e9
    if x >= 1.0:
        return 1e9
    return noise * log_(x / (1.0 - x))
