"""Belief: V19 through minds.shift_unit and belief.hear_item, V19b and the rest of the references in closed form.

The engine does not multiply likelihoods. Hearing an item moves the log-odds of the favoured side by
D = 2 chi cred w (1 - pi) and its rivals' by -D, so with two sides the log-odds between them move by
2 D = 4 chi cred w (1 - pi). A report with likelihood ratio R is an item whose weight makes 4 chi cred w (1 - pi)
equal log R; the factor (1 - pi) is the engine's own law of diminishing news. V19 sets the size of each report so.
"""

from math import exp, log

import pytest
from worlds import problem_of, town, worker_of

RATIO = log(0.9 / 0.6)


@pytest.fixture
def g():
    return worker_of(problem_of(town()), interpreted=True, begin=True, params={"chi": 0.7})


def start_even(g) -> int:
    u = g.unit("blue-guard")
    g.world.l[u, 1] = g.world.l[u, 2] = 0.0
    g.world.bel[u, 0] = 0.0  # who moves log-odds says so
    return u


def report(g, u: int, item: int, bit: int, ratio: float) -> None:
    """One report of the reds' winning, of a size that makes its likelihood ratio e^ratio at the unit's belief."""
    g.kernel.believed(g.case, g.world, u)
    doubt = 1.0 - g.world.bel[u, g.side("reds")]
    kind = g.world.item[item, 0]
    size = ratio / (4.0 * 0.7 * doubt * g.case.w_news[kind])
    if g.kernel.is_news(g.world, u, item, bit):  # as whoever brings it asks first
        g.kernel.hear_item(g.case, g.world, u, item, bit, 1.0, size)


def belief(g, u: int) -> float:
    return g.kernel.belief_in(g.case, g.world, u, g.side("reds"))


def put_item(g, item: int) -> None:
    from dualpower import words

    g.world.item[item, 0], g.world.item[item, 1], g.world.item[item, 2] = words.NEWS_SITE, g.side("reds"), 0
    g.world.item_for[item] = -1
    for u in range(g.world.units):
        g.world.heard[item, u] = 0


def test_v19_two_independent_reports(g):
    u = start_even(g)
    put_item(g, 0)
    report(g, u, 0, 1, RATIO)
    assert belief(g, u) == pytest.approx(0.6, abs=1e-9)
    put_item(g, 1)
    report(g, u, 1, 1, RATIO)
    assert belief(g, u) == pytest.approx(0.692308, abs=1e-6)


def test_v19_the_same_source_twice_adds_nothing(g):
    u = start_even(g)
    put_item(g, 0)
    report(g, u, 0, 1, RATIO)
    report(g, u, 0, 1, RATIO)
    assert belief(g, u) == pytest.approx(0.6, abs=1e-9)


def test_the_shift_is_what_the_docstring_says(g):
    u = start_even(g)
    g.world.l[u, 1] = 0.8
    g.world.bel[u, 0] = 0.0
    g.kernel.believed(g.case, g.world, u)
    pi = g.world.bel[u, 1]
    before = g.world.l[u, 1] - g.world.l[u, 2]
    shift = g.kernel.shift_unit(g.case, g.world, u, 1, 0.3)
    assert shift == pytest.approx(2 * 0.7 * 0.3 * (1 - pi), rel=1e-12)
    assert g.world.l[u, 1] - g.world.l[u, 2] - before == pytest.approx(2 * shift, rel=1e-12)


@pytest.mark.parametrize("trust", [0.0, 0.1, 0.5, 0.9, 1.0])
def test_what_can_be_checked_is_judged_by_trust_and_what_cannot_by_isolation_too(g, trust):
    alone = [g.kernel.credence(trust, iso, False) for iso in range(4)]
    assert alone == sorted(alone)
    assert all(0.0 < x < 1.0 for x in alone)
    assert g.kernel.credence(trust, 3, True) == trust


def test_v9_epstein_willing_share_by_the_engine_s_logarithms(g):
    """Reference: grievance H(1-L) against risk N = R P, P = 1 - exp(-k C/A), uniform H and R; share with G - N > T."""
    legitimacy, bar, k = 0.82, 0.1, 2.3
    n = 400

    def share(cops: float) -> float:
        arrest = 1.0 - g.kernel.exp_(-k * cops)
        found = 0.0
        for i in range(n):
            hardship = (i + 0.5) / n
            room = hardship * (1.0 - legitimacy) - bar
            if room > 0.0:
                found += 1.0 if arrest <= 0.0 else min(1.0, room / arrest)
        return found / n

    assert share(0.0) == pytest.approx(4 / 9, abs=2e-3)
    assert share(1.0) == pytest.approx(0.019759, abs=1e-4)


def test_v8c_final_size(g):
    for reproduction, size in ((1.5, 0.582812), (2.0, 0.796812), (3.0, 0.940480)):
        z = 0.5
        for _ in range(500):
            z = 1.0 - g.kernel.exp_(-reproduction * z)
        assert z == pytest.approx(size, abs=1e-4)


def test_v14_global_game(g):
    """Uniform noise aside: normal signals, sigma = .1, cost .3; theta* = 1 - c, x* = theta* + sigma Phi^-1(1 - c)."""
    from statistics import NormalDist

    cost, sigma, spread = 0.3, 0.1, NormalDist()
    edge = 1.0 - cost
    signal = edge + sigma * spread.inv_cdf(1.0 - cost)
    assert (edge, signal) == (pytest.approx(0.7), pytest.approx(0.752440, abs=1e-4))
    assert spread.cdf((signal - 0.6) / sigma) == pytest.approx(0.936296, abs=1e-4)
    attack, n = 0, 4000
    for i in range(n):
        g.kernel.name_luck(g.world, 99, i, 14)
        attack += 0.6 + sigma * g.kernel.normal(g.world) < signal
    assert attack / n == pytest.approx(0.936296, abs=3 * (0.9363 * 0.0637 / n) ** 0.5)


def test_v19b_degroot():
    one, two = 0.0, 1.0
    for _ in range(200):
        one, two = 0.5 * one + 0.5 * two, 0.25 * one + 0.75 * two
    assert one == pytest.approx(2 / 3, abs=1e-9)
    assert two == pytest.approx(2 / 3, abs=1e-9)


def test_v15_erlang_c_from_erlang_b():
    """Waiting at an exchange of five lines under a load of three: the closed forms against the recursion."""
    blocked = 1.0
    for lines in range(1, 6):
        blocked = 3.0 * blocked / (lines + 3.0 * blocked)
    wait = 5 * blocked / (5 - 3.0 * (1 - blocked))
    assert blocked == pytest.approx(0.110054, abs=1e-6)
    assert wait == pytest.approx(0.236152, abs=1e-6)
    assert wait / (5 - 3.0) == pytest.approx(0.118076, abs=1e-6)


def exact_shift(own: float, foes: float, rest: float, news: float) -> float:
    """d(up)/d(news) = slope(up) by ten thousand small steps, written again."""
    up, h = 1.0, news / 10_000
    for _ in range(10_000):
        up += h * up * (foes + rest * up) / (own * up * up + rest * up + foes)
    return log(up)


@pytest.fixture
def three():
    names = {"reds": "hall", "blues": "fort", "greens": "mill"}
    sides = {n: {"title": {"en": n}, "seat": at, "assumed": "t"} for n, at in names.items()}
    stances = [{"between": list(pair), "stance": "hostile"} for pair in (("reds", "blues"), ("blues", "greens"))]
    return worker_of(problem_of(town(authorities=sides, stances=stances)), interpreted=True, begin=True)


@pytest.mark.parametrize("chi", [0.2, 1.0, 2.0])
@pytest.mark.parametrize("weight", [0.05, 1.0, 6.0, 40.0])
@pytest.mark.parametrize("start", [(0.2, 0.6, 0.2), (0.5, 0.3, 0.2), (0.1, 0.3, 0.6), (0.8, 0.1, 0.1)])
def test_the_news_of_days_is_believed_as_if_it_came_item_by_item(three, start, weight, chi):
    """Reds are hostile to blues, greens to neither: own, foes and rest. No amount overshoots."""
    from dualpower.engine.params import P_CHI

    g, u = three, three.unit("blue-guard")
    g.world.par[P_CHI] = chi
    for k, chance in enumerate(start, start=1):
        g.world.l[u, k] = log(chance)
    g.world.bel[u, 0] = 0.0
    before = g.world.l[u, 1]
    g.kernel.persuade_unit(g.case, g.world, u, g.side("reds"), weight)
    moved = exact_shift(*start, 2.0 * chi * weight)
    assert g.world.l[u, 1] - before == pytest.approx(moved, rel=0.06, abs=1e-3)
    assert g.world.l[u, 2] == pytest.approx(log(start[1]) - (g.world.l[u, 1] - before), abs=1e-12)
    assert g.world.l[u, 3] == pytest.approx(log(start[2]), abs=0)
    odds = [exp(g.world.l[u, k]) for k in (1, 2, 3)]
    assert [g.world.bel[u, k] for k in (1, 2, 3)] == pytest.approx([x / sum(odds) for x in odds], rel=1e-9)


def test_a_little_news_moves_as_one_item_does(three):
    g, u = three, three.unit("blue-guard")
    kept = [g.world.l[u, k] for k in range(4)]
    g.kernel.persuade_unit(g.case, g.world, u, 1, 1e-4)
    many = [g.world.l[u, k] - kept[k] for k in range(1, 4)]
    for k in range(4):
        g.world.l[u, k] = kept[k]
    g.world.bel[u, 0] = 0.0
    g.kernel.shift_unit(g.case, g.world, u, 1, 1e-4)
    assert many == pytest.approx([g.world.l[u, k] - kept[k] for k in range(1, 4)], rel=1e-3, abs=1e-15)


def test_odds_are_held_at_the_end_of_their_range(three):
    g, u = three, three.unit("blue-guard")
    g.world.l[u, 1], g.world.l[u, 2], g.world.l[u, 3] = 11.9, -11.9, 11.0
    g.world.bel[u, 0] = 0.0
    g.kernel.persuade_unit(g.case, g.world, u, 1, 400.0)
    assert (g.world.l[u, 1], g.world.l[u, 2]) == (12.0, -12.0)
    assert g.world.bel[u, 0] == 0.0, "held back, so the chances are reckoned anew"


def small_steps(chances: list[float], news: list[float], enemies: set[frozenset[int]], steps: int) -> list[float]:
    """How far the log-odds of each move if much news is believed in many small steps, mixed: written again.

    ``news`` is 2 chi x weight for each; what is told for one lowers its enemies as much as it raises it.
    """
    n = range(len(chances))
    moved = [0.0] * len(chances)
    for _ in range(steps):
        odds = [chances[k] * exp(moved[k]) for k in n]
        pull = [news[k] * (1.0 - odds[k] / sum(odds)) / steps for k in n]
        for j in n:
            moved[j] += pull[j] - sum(pull[k] for k in n if frozenset((j, k)) in enemies and k != j)
    return moved


def spread(chances: list[float], moved: list[float]) -> list[float]:
    odds = [p * exp(x) for p, x in zip(chances, moved, strict=True)]
    return [x / sum(odds) for x in odds]


ENEMIES = {frozenset((0, 1)), frozenset((1, 2))}  # as in three: blues with both others


def persuade(g, start, weights, chi=0.7) -> int:
    """A unit that gives each side the chances in ``start`` takes in news of these weights for each at once."""
    from dualpower.engine.params import P_CHI

    u = g.unit("blue-guard")
    g.world.par[P_CHI] = chi
    for k in (1, 2, 3):
        g.world.l[u, k] = log(start[k - 1])
        g.world.sy[k] = weights[k - 1]
    g.world.bel[u, 0] = 0.0
    g.kernel.persuade_by_all(g.case, g.world, u)
    return u


def chances(g, u: int) -> list[float]:
    return [g.world.bel[u, k] for k in (1, 2, 3)]


STARTS = [(0.2, 0.6, 0.2), (0.5, 0.3, 0.2), (0.1, 0.3, 0.6), (0.8, 0.1, 0.1)]


@pytest.mark.parametrize("chi", [0.2, 2.0])
@pytest.mark.parametrize(("weights", "within"), [
    ((1.0, 1.0, 0.0), 0.05), ((0.3, 2.0, 1.0), 0.05), ((6.0, 2.0, 4.0), 0.06), ((20.0, 40.0, 10.0), 0.13),
])  # fmt: skip
@pytest.mark.parametrize("start", STARTS)
def test_news_for_several_at_once_is_believed_as_if_it_came_mixed(three, start, weights, within, chi):
    u = persuade(three, start, weights, chi)
    exact = small_steps(list(start), [2.0 * chi * w for w in weights], ENEMIES, 20_000)
    assert chances(three, u) == pytest.approx(spread(list(start), exact), abs=within)


@pytest.mark.parametrize("start", STARTS)
def test_news_at_once_is_what_a_thousand_single_items_come_to(three, start):
    """The other road: the same weights told item by item, in turn, through the rule for a single item; and the road
    not taken: heap after heap, where who is named last has the last word."""
    weights = (4.0, 3.0, 2.0)
    at_once = chances(three, persuade(three, start, weights))
    u = three.unit("blue-guard")

    def begin_again() -> None:
        for k in (1, 2, 3):
            three.world.l[u, k] = log(start[k - 1])
        three.world.bel[u, 0] = 0.0

    begin_again()
    for _ in range(1000):
        for k in (1, 2, 3):
            three.kernel.shift_unit(three.case, three.world, u, k, weights[k - 1] / 1000)
    mixed = chances(three, u)
    begin_again()
    for k in (1, 2, 3):
        three.kernel.persuade_unit(three.case, three.world, u, k, weights[k - 1])
    assert at_once == pytest.approx(mixed, abs=0.07)
    assert chances(three, u)[2] > mixed[2] + 0.1


def test_whoever_is_named_first_is_believed_no_more(three):
    """Two rivals with the same news and the same start end alike, and two who change places change chances."""
    even = chances(three, persuade(three, (0.4, 0.2, 0.4), (5.0, 1.0, 5.0)))
    assert even[0] == even[2]
    one = chances(three, persuade(three, (0.3, 0.2, 0.5), (9.0, 1.0, 2.0)))
    other = chances(three, persuade(three, (0.5, 0.2, 0.3), (2.0, 1.0, 9.0)))
    assert one == pytest.approx(other[::-1], rel=1e-12)


@pytest.mark.parametrize("start", [(0.9, 0.1, 1e-9), (0.5, 0.5, 1e-9), (0.02, 0.98, 1e-9)])
@pytest.mark.parametrize("share", [0.25, 0.5, 0.8])
def test_much_news_for_two_rivals_comes_to_rest_at_its_share(three, start, share):
    """s1 (1 - p1) = s2 (1 - p2) and p1 + p2 = 1: each is believed by his share of the news, from wherever one began."""
    u = persuade(three, start, (60.0 * share, 60.0 * (1.0 - share), 0.0))
    assert three.world.bel[u, 1] == pytest.approx(share, abs=0.03)
