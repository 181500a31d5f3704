"""Men who may go home for good go at the share that was given: by the kernel, by the oracle, and by the formula."""

import math
from pathlib import Path

import numpy as np
import pytest
from oracle import run as oracle
from oracle.world import World
from worlds import problem_of, town, worker_of
from worlds.laws import broken_laws

from dualpower.draft import Draft
from dualpower.scenario.resolve import resolve

SHARE, RUNS = 0.5, 12
WORLD = town(
    plans={"let-go": {"who": "reds", "when": "alive(reds)", "assumed": "test", "do": [
        {"release": "red-guard", "share": SHARE}]}},
)  # fmt: skip
EXPECTED = 400 * math.exp(-SHARE * 24 / 24)  # of 400, fed and at rest, after a day


def test_the_kernel_lets_go_the_share_that_was_given():
    g = worker_of(problem_of(WORLD))
    left = []
    for number in range(RUNS):
        g.run(1900, number)
        assert not broken_laws(g)
        unit = g.unit("red-guard")
        left.append(int(g.arrays["n"][unit].sum()))
        assert g.arrays["absent"][unit] == 400 - left[-1] and g.arrays["rifles"][unit] == 400
        assert int(g.arrays["n"][g.unit("blue-guard")].sum()) == 400
    assert np.mean(left) == pytest.approx(EXPECTED, abs=15)


def test_the_oracle_does_the_same():
    found, problems = resolve(Draft(WORLD, Path(), "world.yaml"))
    assert found is not None and not problems
    left = []
    for seed in range(RUNS):
        world = World(found, seed)
        oracle.prepare(world)
        for minute in range(0, world.minutes, world.step):
            world.minute = minute
            oracle.one_step(world, {})
        left.append(world.by_id["red-guard"].present)
    assert np.mean(left) == pytest.approx(EXPECTED, abs=15)


def test_a_share_of_nothing_ends_it():
    stopped = {"stop": {"who": "reds", "when": "alive(reds) for 2 h", "assumed": "test", "do": [
        {"release": "red-guard", "share": 0}]}}  # fmt: skip
    g = worker_of(problem_of(WORLD | {"plans": WORLD["plans"] | stopped}))
    g.run(1900, 0)
    assert 400 * math.exp(-SHARE * 4 / 24) < int(g.arrays["n"][g.unit("red-guard")].sum()) < 400
