"""Shortest ways are the same whichever search finds them, and whether a country is cut into towns or not."""

import random

import numpy as np

from dualpower import words
from dualpower.compiler import towns


def test_ways_of_many_sites_are_those_of_few(monkeypatch):
    rng = random.Random(5)
    rows = [(rng.randrange(40), rng.randrange(40), words.LINK_STREET, rng.uniform(0.2, 2.0), 1, -1) for _ in range(70)]
    rows = [row for row in rows if row[0] != row[1]]
    few = towns.ways(40, rows)
    monkeypatch.setattr(towns, "MANY", 10)
    many = towns.ways(40, rows)
    assert np.allclose(many[0], few[0]) and (many[1] == few[1]).all()
    assert (few[0] == towns.FAR_KM).any() and (few[1] >= 0).sum() > 100


def _country(rng, count=9):
    """Towns of four sites; the first of each is its station. Returns places and rows of links."""
    at, rows = [], []
    for t in range(count):
        north, east = rng.uniform(45, 60), rng.uniform(20, 60)
        at += [(north + rng.uniform(-0.01, 0.01), east + rng.uniform(-0.01, 0.01)) for _ in range(4)]
        rows += [(4 * t, 4 * t + i, words.LINK_STREET, rng.uniform(0.5, 3.0), 1, -1) for i in (1, 2)]
        rows += [(4 * t + 2, 4 * t + 3, words.LINK_STREET, rng.uniform(0.5, 3.0), 1, -1)]
    for t in range(1, count - 1):  # the last town has no way to it
        rows.append((4 * t, 4 * rng.randrange(t), words.LINK_TRANSPORT, rng.uniform(50, 500), 1, -1))
    return np.array(at), rows


def _way(found, a, b):
    """engine.ground's rule, written again."""
    i, j = found["site_town"][a], found["site_town"][b]
    if i == j:
        return found["path_km"][a, found["site_slot"][b]]
    between = found["town_way"][i, j]
    if between >= towns.FAR_KM:
        return towns.FAR_KM
    ends = [(a, found["town_door"][i]), (b, found["town_door"][j])]
    return between + sum(found["path_km"][s, found["site_slot"][door]] for s, door in ends)


def test_a_country_cut_into_towns_has_the_ways_of_one_table(monkeypatch):
    at, rows = _country(random.Random(3))
    whole = towns.towns_of(len(at), rows)
    assert len(whole.door) == 1
    one = whole.arrays(at, rows)
    monkeypatch.setattr(towns, "MANY", 10)
    cut = towns.towns_of(len(at), rows)
    assert len(cut.door) == 9 and sorted(cut.door[:8]) == [4 * t for t in range(8)]
    many = cut.arrays(at, rows)
    assert many["km"].shape == (36, 4) and one["km"].shape == (36, 36)
    found = np.array([[_way(many, a, b) for b in range(36)] for a in range(36)])
    assert np.allclose(found, one["path_km"])


def test_a_town_with_two_doors_is_not_cut(monkeypatch):
    monkeypatch.setattr(towns, "MANY", 2)
    rows = [
        (0, 1, words.LINK_STREET, 1.0, 1, -1),
        (1, 2, words.LINK_RAIL, 9.0, 1, -1),
        (0, 3, words.LINK_RAIL, 9.0, 1, -1),
    ]
    assert len(towns.towns_of(4, rows).door) == 1
    assert len(towns.towns_of(3, rows[:2]).door) == 2
