"""How a country's bodies take stock: all who think again choose together (E2 pooled), and who is quiet is looked at
seldom until somebody comes."""

import numpy as np
import pytest
from worlds import problem_of, town, worker_of

from dualpower.compiler import build
from dualpower.compiler.build import _looks
from dualpower.scenario import resolve

DRAWS = 3000
AT_START = {0: 60, 1: 150, 2: 190}
ACTING = {1: 90, 2: 40}


@pytest.fixture(scope="module")
def g():
    return worker_of(problem_of(town()), interpreted=True, begin=True)


def drawn(g, rule, p: float) -> np.ndarray:
    """[DRAWS, 6] men by stand and acting by stand after one review, from one and the same state."""
    c, w, u = g.case, g.world, g.unit("blue-guard")
    found = np.empty((DRAWS, 6))
    for i in range(DRAWS):
        w.t = i
        for k in range(3):
            w.n[u, k] = w.minded[k] = AT_START[k]
            w.act[u, k] = ACTING.get(k, 0)
        w.stale[w.place[u]] = 1
        rule(c, w, u, p)
        found[i] = [w.n[u, k] for k in range(3)] + [w.act[u, k] for k in range(3)]
    w.t = 0
    return found


def chances(g) -> list[float]:
    """Chance of each stand (E1) in the state from which all draws begin."""
    c, w, u = g.case, g.world, g.unit("blue-guard")
    for k in range(3):
        w.n[u, k], w.act[u, k] = AT_START[k], ACTING.get(k, 0)
    w.stale[w.place[u]] = 1
    g.kernel.stand_chances(c, w, u)
    return [w.sy[k] for k in range(3)]


@pytest.mark.parametrize("p", [0.3, 1.0])
def test_all_who_think_again_choose_together_as_they_would_one_by_one(g, p):
    pooled, apart = (drawn(g, rule, p) for rule in (g.kernel.choose_anew, g.kernel.change_stands))
    assert (pooled[:, :3].sum(axis=1) == 400).all()
    assert (pooled[:, 3:] <= pooled[:, :3]).all() and (pooled[:, 3:] >= 0).all()
    spread = apart.std(axis=0)[:3]
    known_to = 4 * spread.max() * (2 / DRAWS) ** 0.5
    assert pooled.mean(axis=0)[:3] == pytest.approx(apart.mean(axis=0)[:3], abs=known_to)
    assert pooled.std(axis=0)[:3] == pytest.approx(spread, rel=0.1)
    # who acts goes on acting unless he thinks again and chooses another stand
    stays = [1.0 - p * (1.0 - chance) for chance in chances(g)]
    expected = [ACTING.get(k, 0) * stays[k] for k in range(3)]
    assert pooled[:, 3:].mean(axis=0) == pytest.approx(expected, abs=0.1)


def test_who_acts_and_stays_never_ceases(g):
    """Where everybody who thinks again comes back to his stand, nobody stops acting."""
    c, w, u = g.case, g.world, g.unit("blue-guard")
    before = w.a[u, 1]
    w.a[u, 1] = 60.0  # all but certain
    try:
        for k in range(3):
            w.n[u, k] = w.minded[k] = 400 if k == 1 else 0
            w.act[u, k] = 250 if k == 1 else 0
        g.kernel.choose_anew(c, w, u, 1.0)
        assert (w.n[u, 1], w.act[u, 1]) == (400, 250)
    finally:
        w.a[u, 1] = before


def test_who_is_quiet_is_looked_at_seldom_until_somebody_comes():
    country = worker_of(build(resolve.load("russia-1917")), interpreted=True)
    country.worker.prepare(np.full(21, np.nan), np.full(country.worker.sizes["D"], -1, np.int16), keep_log=False)
    k, c, w = country.kernel, country.case, country.world
    k.begin_run(c, w, 1, 0)
    w.t = 1440
    u = next(u for u in range(c.U0) if w.hot[w.place[u]] == 0 and w.n[u, 0] > 0)
    w.quiet[u] = 1
    assert k.review_gap(c, w, u) == c.gap_home
    w.quiet[u] = 2
    assert k.review_gap(c, w, u) == c.gap_calm > c.gap_home
    w.due[u] = w.t + c.gap_calm
    k.begin_contest(c, w, w.place[u], 1)
    assert w.due[u] == w.t + c.gap_home and w.quiet[u] == 0


def test_a_city_looks_at_all_alike():
    looks = _looks(15)
    assert looks["gap_calm"] == looks["gap_home"] and looks["pooled"] == 0
