"""How far everything is from everything: in a city site by site, in a country town by town.

A table of all sites with all sites grows with their square. A country falls into towns: what streets, boulevards
and yards hold together. If each of them has one site at which all its railways, roads and waters end, the way between
two sites of different towns is known from three shorter ones (``engine.ground`` puts them together).
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import Any

import numpy as np

from dualpower import words

EARTH_KM = 6371.0
FAR_KM = 1e9
MANY = 400  # with more sites than this a world is cut into towns, where it can be
NOT_WALKED = (words.LINK_RAIL, words.LINK_WATER)
BETWEEN_TOWNS = (words.LINK_RAIL, words.LINK_WATER, words.LINK_ROAD, words.LINK_TRANSPORT)

Row = tuple[Any, ...]  # a, b, kind, km, open, crew


def distances(at: np.ndarray) -> np.ndarray:
    """Return km as the crow flies between points given in degrees north and east, shape [S, 2]."""
    north, east = np.radians(at[:, 0]), np.radians(at[:, 1])
    half_n, half_e = (north[:, None] - north) / 2.0, (east[:, None] - east) / 2.0
    arc = np.sin(half_n) ** 2 + np.cos(north)[:, None] * np.cos(north) * np.sin(half_e) ** 2
    return np.ascontiguousarray(2.0 * EARTH_KM * np.arcsin(np.sqrt(np.minimum(arc, 1.0))))


@dataclass(frozen=True)
class Towns:
    """Which site lies in which town, and through which site each town is left."""

    town: np.ndarray  # int [S]
    door: np.ndarray  # int [T]

    def arrays(self, at: np.ndarray, rows: list[Row]) -> dict[str, Any]:
        """Return the tables of the case: inside each town, and from door to door."""
        members = [np.flatnonzero(self.town == t) for t in range(len(self.door))]
        most = max(len(sites) for sites in members)
        slot = np.zeros(len(self.town), np.int32)
        km = np.full((len(slot), most), FAR_KM)
        path, hop = km.copy(), np.full((len(slot), most), -1, np.int32)
        inner: list[list[Row]] = [[] for _ in members]
        outer: list[Row] = []
        for row in rows:
            a, b = self.town[row[0]], self.town[row[1]]
            (inner[a] if a == b else outer).append(row)
        for sites, within in zip(members, inner, strict=True):
            slot[sites] = np.arange(len(sites))
            size = len(sites)
            km[sites, :size] = distances(at[sites])
            moved = [(int(slot[row[0]]), int(slot[row[1]]), *row[2:]) for row in within]
            path[sites, :size], step = ways(size, moved)
            hop[sites, :size] = np.where(step >= 0, sites[step], -1)
        between = [(int(self.town[row[0]]), int(self.town[row[1]]), *row[2:]) for row in outer]
        way, first = ways(len(self.door), between)
        return {
            "T": len(self.door), "site_town": self.town.astype(np.int32), "site_slot": slot, "km": km, "path_km": path,
            "hop": hop, "town_door": self.door.astype(np.int32), "town_km": distances(at[self.door]), "town_way": way,
            "town_hop": first,
        }  # fmt: skip


def parts(sites: int, rows: list[Row]) -> np.ndarray:
    """Return for each site the number of its town, from 0: towns are what all but the ways between towns join."""
    town = np.arange(sites)
    for a, b, kind, *_ in rows:
        if kind not in BETWEEN_TOWNS:
            root_a, root_b = _root(town, a), _root(town, b)
            town[max(root_a, root_b)] = min(root_a, root_b)
    _, town = np.unique([_root(town, s) for s in range(sites)], return_inverse=True)
    return town.astype(np.int32)


def towns_of(sites: int, rows: list[Row]) -> Towns:
    """Return the towns of a world; all of it is one town where it is small, or where a town has two doors."""
    whole = Towns(np.zeros(sites, int), np.zeros(1, int))
    if sites <= MANY:
        return whole
    town = parts(sites, rows)
    door = np.full(town.max() + 1, -1)
    for a, b, kind, *_ in rows:
        if kind in BETWEEN_TOWNS:
            if town[a] == town[b]:
                return whole
            for s in (a, b):
                if door[town[s]] not in (-1, s):
                    return whole
                door[town[s]] = s
    lonely = np.flatnonzero(door < 0)
    door[lonely] = [int(np.flatnonzero(town == t)[0]) for t in lonely]
    return Towns(town, door)


def _root(town: np.ndarray, s: int) -> int:
    while town[s] != s:
        town[s] = town[town[s]]
        s = int(town[s])
    return s


def ways(sites: int, rows: list[Row]) -> tuple[np.ndarray, np.ndarray]:
    """Return length and first step of the shortest way between all places, links as they stand at the start."""
    km = np.full((sites, sites), FAR_KM)
    hop = np.full((sites, sites), -1, np.int32)
    for a, b, kind, length, is_open, _ in rows:
        if is_open and kind not in NOT_WALKED and length < km[a, b]:
            km[a, b] = km[b, a] = length
            hop[a, b], hop[b, a] = b, a
    np.fill_diagonal(km, 0.0)
    if sites > MANY:
        _by_site(km, hop)
        return km, hop
    for k in range(sites):
        through = km[:, k, None] + km[k]
        better = through < km
        km = np.where(better, through, km)
        hop = np.where(better, hop[:, k, None], hop)
    return np.ascontiguousarray(km), np.ascontiguousarray(hop)


def _by_site(km: np.ndarray, hop: np.ndarray) -> None:
    """Fill the shortest ways from each place in turn (Dijkstra): much quicker where places are many and links few."""
    near = [[(int(b), float(km[a, b])) for b in np.flatnonzero(hop[a] >= 0)] for a in range(len(km))]
    for start, first in enumerate(near):
        best, step = [FAR_KM] * len(km), [-1] * len(km)
        best[start] = 0.0
        for there, length in first:
            best[there], step[there] = length, there
        heap = [(length, b) for b, length in first]
        heapq.heapify(heap)
        while heap:
            far, here = heapq.heappop(heap)
            if far > best[here]:
                continue
            for there, length in near[here]:
                if far + length < best[there]:
                    best[there], step[there] = far + length, step[here]
                    heapq.heappush(heap, (far + length, there))
        km[start], hop[start] = best, step
