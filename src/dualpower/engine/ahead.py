"""What will be looked at next, called in from far memory while this is looked at. Changes no number.

A city lies in a core's own cache; a country of a thousand towns does not, and its bodies take stock in an order that no
processor guesses. Called in are the rows of a body and of its place that most reviews read. More of them, neighbours,
the places to be summed next, or two bodies ahead gained nothing or cost time (docs/design.md, "Memory a step").
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case
from dualpower.engine.world import World

# as far as the second cache: on the way to the first there is room for fewer lines than a body has
SECOND = 2

# cdef extern void fetch_line "__builtin_prefetch" (const void *at, ...) noexcept nogil
if cython.compiled:

    @cython.cfunc
    @cython.nogil
    @cython.exceptval(check=False)
    def call_in_next(c: Case, w: World, i: cython.int) -> cython.void:
        """Call in what the next body of the living behind the i-th to take stock in this step will read.

        Who that is is noted, since a compiler drops what leaves no trace.
        """
        u: cython.int
        s: cython.int
        i += 1
        while i < w.n_living and w.due[w.living[i]] > w.t:
            i += 1
        w.next_due = i
        if i == w.n_living:
            return
        u = w.living[i]
        s = w.place[u]
        fetch_line(cython.address(w.n[u, 0]), 0, SECOND)  # noqa: F821, the compiler's, named above
        fetch_line(cython.address(w.act[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.sev[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.stopped[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.stop_on[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.told[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.stake_of[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.hard[u]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.a[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.bond[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.r[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.l[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.bel[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.stake[u, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.view[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.here[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.foes[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.near[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.peril[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.fear[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.force[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.sight[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.log_sight[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.armed[s, 0]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.e[u]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.agit[u]), 0, SECOND)  # noqa: F821
        fetch_line(cython.address(w.ukey[u]), 0, SECOND)  # noqa: F821
else:

    def call_in_next(c, w, i):
        """Nothing to call in."""
