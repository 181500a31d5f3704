"""The choice rule at its limits, through choice.py and allegiance.py: V7, V7b, V7c, V13, V13b.

A threshold is the limit of a steep logit: with weight b of peers and tradition e = b (1 - 2 T), the drive is
2 b (z - T), so that at large b a man acts exactly when the share z he sees exceeds T.
"""

from statistics import NormalDist

import pytest
from worlds import problem_of, town, worker_of

STEEP = 1e6
PEERS = {"bP": STEEP, "bW": 0, "bT": 0, "bH": 0, "bF": 0, "c": 0, "theta": 0, "sigma": 0.3}
ONE = {"title": {"en": "One"}, "kind": "crowd", "roll": 1, "at": "mill", "leans": {}, "doubt": 0, "assumed": "test"}


@pytest.fixture(scope="module")
def crowd():
    """A hundred people at the mill, each a body of one, all of whom stand with the reds."""
    people = {f"p{i}": ONE | {"title": {"en": f"Person {i}"}} for i in range(100)}
    units = {"red-guard": {"roll": 0}, "blue-guard": {"roll": 0}} | people
    return worker_of(problem_of(town(units=units)), interpreted=True, begin=True, params=PEERS)


def joiners(g, thresholds: list[float]) -> int:
    """Let everyone look round until nobody more begins to act; thresholds in people, as Granovetter counts them."""
    rooms, w, k, mill = g.kernel, g.world, g.side("reds"), g.site("mill")
    people = [g.unit(f"p{i}") for i in range(100)]
    for u, threshold in zip(people, thresholds, strict=True):
        # one's own body counts half, the place half: a person sees k others acting as z = k / 200
        w.e[u] = STEEP * (1.0 - 2.0 * (threshold - 0.5) / 200.0)
        w.n[u, 0], w.n[u, k], w.act[u, k], w.a[u, k], w.hard[u] = 0, 1, 0, 0.0, 0.0
    w.par[rooms.P_BP] = STEEP
    moved = True
    while moved:
        moved = False
        for u in people:
            if w.act[u, k] == 0 and rooms.start_chance(w, u, k, rooms.drive(g.case, w, u, k), 0, 1.0) > 0.5:
                w.act[u, k] = 1
                w.stale[mill] = 1
                moved = True
    return sum(w.act[u, k] for u in people)


def test_v7_one_person_decides_a_riot(crowd):
    row = [float(i) for i in range(100)]
    assert joiners(crowd, row) == 100
    assert joiners(crowd, [2.0 if x == 1 else x for x in row]) == 1
    assert joiners(crowd, [4.0 if x == 3 else x for x in row]) == 3


@pytest.mark.parametrize(("half", "sd", "ends"), [(0.5, 12.2, 5), (0.5, 12.3, 100), (0.0, 12.5, 5), (0.0, 12.6, 100)])
def test_v7c_a_hundred_people_of_normal_thresholds(crowd, half, sd, ends):
    """joiners(k) = round(100 Phi((k + h - 25) / sd)): who joins when k are seen to act, counted with h of the next."""
    spread = NormalDist()
    reach = [int(100 * spread.cdf((k + half - 25) / sd) + 0.5) for k in range(101)]
    thresholds = [next((k for k in range(101) if reach[k] > i), 1000) for i in range(100)]
    found = joiners(crowd, [float(t) for t in thresholds])
    assert found == fixed_point(reach), "the crowd ends where the map does"
    assert found == ends


def fixed_point(reach: list[int]) -> int:
    k = 0
    while reach[k] > k:
        k = reach[k]
    return k


@pytest.mark.parametrize(
    ("sd", "share"),
    [(0.10, 0.0077), (0.12, 0.0402), (0.122, 0.0548), (0.125, 1.0), (0.30, 0.9934), (0.50, 0.9049)],
)
def test_v7b_a_continuum_of_normal_thresholds(crowd, sd, share):
    """The mean of start_chance over the quantiles of the thresholds, iterated from nobody."""
    start, w, u, steep, n = crowd.kernel.start_chance, crowd.world, 0, 2000.0, 1000
    tastes = [NormalDist(0.25, sd).inv_cdf((i + 0.5) / n) for i in range(n)]
    z, last = 0.0, -1.0
    while abs(z - last) > 2e-6:
        last, sure = z, 0
        near = []
        for taste in tastes:
            if abs(z - taste) < 0.02:
                near.append(taste)
            elif taste < z:
                sure += 1
        z = (sure + sum(start(w, u, 1, 2 * steep * (last - taste), 0, 1.0) for taste in near)) / n
    # the quantile grid smooths the tangency: at its very edge the share moves fast
    assert z == pytest.approx(share, abs=1e-3 if sd not in (0.12, 0.122) else 2e-3)


@pytest.fixture(scope="module")
def peers():
    """One large body alone at the mill, with one authority to stand with or aloof: a choice of two."""
    unit = ONE | {"roll": 1_000_000, "duty": "barracks"}
    units = {"red-guard": {"roll": 0}, "blue-guard": {"roll": 0}, "mass": unit}
    params = {"bP": 3, "bW": 0, "bT": 0, "rho": 0.25, "m": 0}
    return worker_of(problem_of(town(units=units)), interpreted=True, begin=True, params=params)


def set_share(g, share: float, taste: float = 0.0, peer_weight: float = 3.0) -> int:
    w, u, k = g.world, g.unit("mass"), g.side("reds")
    w.alive[g.side("blues")] = 0
    w.par[g.kernel.P_BP], w.a[u, k] = peer_weight, taste
    men = round(1_000_000 * share)
    w.n[u, 0], w.n[u, k], w.n[u, g.side("blues")], w.act[u, k] = 1_000_000 - men, men, 0, 0
    w.stale[w.place[u]] = 1
    return u


def answer(g, share: float, taste: float = 0.0, peer_weight: float = 3.0) -> float:
    u = set_share(g, share, taste, peer_weight)
    g.kernel.stand_chances(g.case, g.world, u)
    return g.world.sy[g.side("reds")]


def settled(g, share: float, taste: float = 0.0, peer_weight: float = 3.0) -> float:
    for _ in range(400):
        share = answer(g, share, taste, peer_weight)
    return share


def test_v13_two_stable_shares(peers):
    assert settled(peers, 0.45) == pytest.approx(0.070720, abs=1e-4)
    assert settled(peers, 0.55) == pytest.approx(0.929280, abs=1e-4)
    assert answer(peers, 0.5) == pytest.approx(0.5, abs=1e-9)


@pytest.mark.parametrize(("taste", "from_low"), [(0.40, 0.5), (0.43, 0.5)])
def test_v13_the_low_share_is_lost_at_the_critical_taste(peers, taste, from_low):
    """h is the taste: at h = .415093 the low share (.211325 at the edge) disappears."""
    low = settled(peers, 0.01, taste)
    assert (low < from_low) == (taste < 0.415093)


def test_v13_the_edge_is_where_the_slope_is_one(peers):
    p, h = 0.211325, 0.415093
    assert answer(peers, p, h) == pytest.approx(p, abs=1e-4)
    slope = (answer(peers, p + 0.005, h) - answer(peers, p - 0.005, h)) / 0.01
    assert slope == pytest.approx(1.0, abs=1e-3)


def test_v13_below_two_there_is_one_share(peers):
    assert settled(peers, 0.02, 0.0, 1.9) == pytest.approx(settled(peers, 0.98, 0.0, 1.9), abs=1e-3)


def test_v13b_a_large_body_revises_along_the_ode(peers):
    g = peers
    u = set_share(g, 0.6)
    g.world.par[g.kernel.P_RHO], g.world.par[g.kernel.P_M] = 0.25, 0.0
    shares = {}
    for step in range(1, 24 * 60 + 1):
        g.world.t = step
        chance = g.kernel.revision_chance(g.case, g.world, u, 1 / 60)
        g.kernel.revise(g.case, g.world, u, chance)
        shares[step] = g.world.n[u, g.side("reds")] / 1_000_000
    for hours, expected in ((6, 0.686449), (12, 0.787160), (24, 0.899447)):
        assert shares[60 * hours] == pytest.approx(expected, rel=2e-3)


def test_with_all_weights_0_stands_follow_tastes_only(peers):
    g = peers
    w = g.world
    u = set_share(g, 0.9, 1.3, 0.0)
    w.l[u, 1], w.q[1, 0], w.y[u, 0] = 5.0, 1.0, 1.0
    for weight in (g.kernel.P_BW, g.kernel.P_BT, g.kernel.P_BH, g.kernel.P_BF):
        w.par[weight] = 0.0
    g.kernel.stand_chances(g.case, w, u)
    odds = w.sy[g.side("reds")] / w.sy[0]
    assert odds == pytest.approx(2.718281828459045**1.3, rel=1e-9)
