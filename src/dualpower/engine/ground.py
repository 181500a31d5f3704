"""How far it is from one site to another, and which way: in a city from one table, in a country by way of its towns.

A table of all sites with all sites grows with their square. Where the towns of a country hang together by a single
site each (the station), it is enough to know the ways inside each town and the ways from town to town: the way
from site to site is the way to the station, the line, and the way from the other station. A city is one town.
"""

from dualpower.engine._shim import cython
from dualpower.engine.case import Case

FAR_OFF = 1e9  # no way


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def crow_km(c: Case, a: cython.int, b: cython.int) -> cython.double:
    """Kilometres as the crow flies; between two towns, from station to station."""
    if c.site_town[a] == c.site_town[b]:
        return c.km[a, c.site_slot[b]]
    return c.town_km[c.site_town[a], c.site_town[b]]


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def way_km(c: Case, a: cython.int, b: cython.int) -> cython.double:
    """Kilometres of the shortest way as links stand at the start; 1e9 where there is none."""
    i: cython.int = c.site_town[a]
    j: cython.int = c.site_town[b]
    x: cython.double
    if i == j:
        return c.path_km[a, c.site_slot[b]]
    x = c.town_way[i, j]
    if x < 1e6:
        x += c.path_km[a, c.site_slot[c.town_door[i]]] + c.path_km[b, c.site_slot[c.town_door[j]]]
    return x if x < FAR_OFF else FAR_OFF


@cython.cfunc
@cython.inline
@cython.nogil
@cython.exceptval(check=False)
def next_hop(c: Case, a: cython.int, b: cython.int) -> cython.int:
    """The next site on the shortest way from a to b; -1 where there is none, or at the end of it."""
    i: cython.int = c.site_town[a]
    j: cython.int = c.site_town[b]
    if i == j:
        return c.hop[a, c.site_slot[b]]
    if a != c.town_door[i]:
        return c.hop[a, c.site_slot[c.town_door[i]]]
    j = c.town_hop[i, j]
    return c.town_door[j] if j >= 0 else -1
