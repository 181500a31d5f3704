"""What a body of men looks like at the moment a mechanism of the user's own is asked about it.

Each number is reckoned when it is asked for, from what the body itself sees and believes. Nothing is drawn and
nothing changes: a mechanism that asks and then leaves the usual number alone leaves the history alone.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.choice import belief_in
from dualpower.engine.force import headcount, hostile_force
from dualpower.engine.world import World
from dualpower.words import (
    INPUT_ACTING,
    INPUT_AWAY,
    INPUT_BELIEF,
    INPUT_BOND,
    INPUT_CONTESTED,
    INPUT_FORCE,
    INPUT_HARDSHIP,
    INPUT_HOURS,
    INPUT_HOURS_WITHOUT_WORD,
    INPUT_ISOLATION,
    INPUT_LOSSES,
    INPUT_MEN,
    INPUT_STANDING,
    INPUT_TRUST,
    INPUT_USUAL,
)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def share_of_body(c: Case, w: World, u: cython.int, men: cython.double) -> cython.double:
    """Men as a share of a body."""
    total: cython.int = headcount(c, w, u)
    return men / total if total > 0 else 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def share_of_force(c: Case, w: World, s: cython.int, k: cython.int) -> cython.double:
    """Share of the strength at a site that acts for k, against that of its enemies there; 0.5 where there is none."""
    other: cython.double = hostile_force(c, w, s, k)
    if w.force[s, k] + other <= 0.0:
        return 0.5
    return w.force[s, k] / (w.force[s, k] + other)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def read_towards(c: Case, w: World, what: cython.int, u: cython.int, k: cython.int) -> cython.double:
    """One number about a body and the authority it is asked for."""
    if what == INPUT_BELIEF:
        return belief_in(c, w, u, k)
    if what == INPUT_TRUST:
        return w.r[u, k]
    if what == INPUT_BOND:
        return w.bond[u, k]
    if what == INPUT_STANDING:
        return share_of_body(c, w, u, w.n[u, k])
    if what == INPUT_ACTING:
        return share_of_body(c, w, u, w.act[u, k])
    if what == INPUT_FORCE:
        return share_of_force(c, w, w.place[u], k)
    if what == INPUT_HOURS_WITHOUT_WORD:
        return (w.t - w.told[u, k]) / 60.0
    return 0.0


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def read_body(c: Case, w: World, what: cython.int) -> cython.double:
    """One number about the body that the mechanism is asked about; 0 of an authority where it serves none."""
    u: cython.int = w.own_unit
    if what == INPUT_USUAL:
        return w.own_usual
    if what == INPUT_HARDSHIP:
        return w.hard[u]
    if what == INPUT_ISOLATION:
        return w.iso[u]
    if what == INPUT_MEN:
        return headcount(c, w, u)
    if what == INPUT_LOSSES:
        return w.lost[u] / w.startmen[u] if w.startmen[u] > 0.0 else 0.0
    if what == INPUT_CONTESTED:
        return w.hot[w.place[u]]
    if what == INPUT_AWAY:
        return 1.0 if w.parent[u] != u else 0.0
    if what == INPUT_HOURS:
        return w.t / 60.0
    if w.own_side <= 0:
        return 0.0
    return read_towards(c, w, what, u, w.own_side)


def read_input(c: Case, w: World, what: cython.int):
    """The same for a function in Python: the number by its code (words.INPUTS)."""
    return read_body(c, w, what)
