"""Shortest ways are the same whichever of the two searches finds them."""

import random

import numpy as np

from dualpower import words
from dualpower.compiler import sites


def test_ways_of_many_sites_are_those_of_few(monkeypatch):
    rng = random.Random(5)
    rows = [(rng.randrange(40), rng.randrange(40), words.LINK_STREET, rng.uniform(0.2, 2.0), 1, -1) for _ in range(70)]
    rows = [row for row in rows if row[0] != row[1]]
    few = sites._ways(40, rows)
    monkeypatch.setattr(sites, "MANY", 10)
    many = sites._ways(40, rows)
    assert np.allclose(many["path_km"], few["path_km"]) and (many["hop"] == few["hop"]).all()
    assert (few["path_km"] == sites.FAR_KM).any() and (few["hop"] >= 0).sum() > 100
