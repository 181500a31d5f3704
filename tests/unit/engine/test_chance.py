"""The engine's luck: its numbers are random enough, its samplers exact, its functions right to the last bits."""
# ruff: noqa: E501 - a table reads best on one line a row

import math
from collections import Counter
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from worlds import problem_of, run, town
from worlds.luck import Luck

from dualpower.engine import chance as room

N = 40_000


@pytest.fixture(scope="module")
def luck() -> Luck:
    return Luck()


@pytest.fixture(scope="module")
def keyed(luck) -> np.ndarray:
    """First uniform of each of many named streams: neighbours in name, as the engine uses them."""
    found = np.empty(N)
    for i in range(N):
        luck.rooms.name_luck(luck.world, 5, 12345 + i % 200, 5 * (i // 200))
        found[i] = luck.uniform()
    return found


def test_keyed_uniforms_have_the_mean_and_variance_of_uniforms(keyed):
    assert abs(keyed.mean() - 0.5) < 4 * math.sqrt(1 / 12 / N)
    assert abs(keyed.var() - 1 / 12) < 4 * math.sqrt(1 / 180 / N)
    assert keyed.min() >= 0.0 and keyed.max() < 1.0


def test_they_fill_a_thousand_cells_evenly(keyed):
    counts = np.bincount((keyed * 1000).astype(int), minlength=1000)
    chi2 = float(((counts - N / 1000) ** 2 / (N / 1000)).sum())
    assert abs(chi2 - 999) < 4 * math.sqrt(2 * 999)


@pytest.mark.parametrize("lag", [1, 2, 200, 201])
def test_neighbours_in_name_and_in_time_are_not_alike(keyed, lag):
    x = keyed - keyed.mean()
    assert abs(float((x[:-lag] * x[lag:]).mean() / x.var())) < 4 / math.sqrt(N)


def test_two_purposes_and_two_runs_share_nothing(luck):
    def stream(seed: int, number: int, purpose: int) -> list[float]:
        luck.rooms.root_luck(luck.world, seed, number)
        luck.rooms.name_luck(luck.world, purpose, 7, 0)
        return [luck.uniform() for _ in range(50)]

    streams = [stream(1, 0, 1), stream(1, 0, 2), stream(1, 1, 1), stream(2, 0, 1)]
    luck.rooms.root_luck(luck.world, 1917, 0)
    assert len({x for s in streams for x in s}) == 200


@given(st.integers(0, 2**64 - 1), st.integers(-(2**40), 2**40), st.integers(1, 200))
def test_a_name_gives_the_same_luck_whatever_was_drawn_before(who, when, purpose):
    luck = Luck()
    luck.rooms.name_luck(luck.world, purpose, who, when)
    x = luck.uniform()
    for _ in range(who % 5):
        luck.uniform()
    luck.rooms.name_luck(luck.world, purpose, who, when)
    assert luck.uniform() == x


def pmf(n: int, p: float) -> np.ndarray:
    k = np.arange(n + 1)
    logs = [math.lgamma(n + 1) - math.lgamma(i + 1) - math.lgamma(n - i + 1) for i in k]
    return np.exp(np.array(logs) + k * math.log(p) + (n - k) * math.log1p(-p))


def fits(sample: list[int], chances: np.ndarray) -> bool:
    """Chi-square over cells of at least five expected."""
    counts = Counter(sample)
    total, cells, chi2, seen, expected = len(sample), 0, 0.0, 0.0, 0.0
    for k, chance in enumerate(chances):
        seen, expected = seen + counts[k], expected + total * chance
        if expected >= 5:
            chi2, cells, seen, expected = chi2 + (seen - expected) ** 2 / expected, cells + 1, 0.0, 0.0
    return cells < 2 or abs(chi2 - (cells - 1)) < 5 * math.sqrt(2 * (cells - 1)) + 2


@pytest.mark.parametrize(
    ("n", "p"),
    [(1, 0.3), (5, 0.5), (16, 0.02), (16, 0.6), (17, 0.55), (40, 0.1), (40, 0.5), (100, 0.12), (300, 0.9), (1000, 0.3), (20000, 0.4)],
)  # fmt: skip
def test_binomial_is_exact(luck, n, p):
    sample = []
    for i in range(3000):
        luck.replicate(i, n)
        sample.append(luck.rooms.binomial(luck.world, n, p))
    assert all(0 <= k <= n for k in sample)
    assert fits(sample, pmf(n, p))


@pytest.mark.parametrize(("n", "p"), [(21, 0.5), (40, 0.3), (300, 0.9), (1000, 0.03), (2000, 0.4), (300000, 0.0001)])
def test_a_draw_judged_by_products_is_the_one_that_logarithms_give(luck, monkeypatch, n, p):
    answers = Counter()
    ours = room.clearly_under

    def noted(*asked):
        answers[ours(*asked)] += 1
        return ours(*asked)

    def drawn(judge):
        monkeypatch.setattr(room, "clearly_under", judge)
        found = []
        for i in range(2000):
            luck.replicate(i, n)
            found.append(luck.rooms.binomial(luck.world, n, p))
        return found

    assert drawn(noted) == drawn(lambda *asked: -1)
    assert answers[1] > 10 and answers[0] > 10  # both answers were given


@given(st.floats(0.0, 1e30))
def test_the_root_of_a_draw_is_the_nearest_number(x):
    assert room.exact_root(x) == math.sqrt(x) and room.exact_root(x) == pytest.approx(room.root_(x), rel=1e-15)


@pytest.mark.parametrize(("n", "h"), [(1, 0.5), (100, 0.001), (100, 0.05), (500, 0.019), (500, 0.5), (30, 3.0)])
def test_hazard_is_the_binomial_of_its_exponential(luck, n, h):
    sample = []
    for i in range(3000):
        luck.replicate(i, n + 1)
        sample.append(luck.hazard(n, h))
    assert fits(sample, pmf(n, 1 - math.exp(-h)))


@given(st.integers(-5, 10**6), st.floats(-0.5, 1.5, allow_nan=False), st.integers(0, 1000))
def test_binomial_never_leaves_its_range(n, p, name):
    luck = Luck()
    luck.replicate(name)
    k = luck.rooms.binomial(luck.world, n, p)
    assert 0 <= k <= max(0, n)
    if p <= 0.0:
        assert k == 0
    if p >= 1.0:
        assert k == max(0, n)


def test_gamma_of_shape_4_and_mean_1(luck):
    sample = np.empty(20_000)
    for i in range(len(sample)):
        luck.replicate(i, 44)
        sample[i] = luck.rooms.gamma4(luck.world)
    assert sample.min() > 0.0
    assert abs(sample.mean() - 1.0) < 4 * 0.5 / math.sqrt(len(sample))
    # variance 1/4, fourth central moment (3 + 6/4) / 16
    assert abs(sample.var() - 0.25) < 4 * math.sqrt((4.5 - 1) / 16 / len(sample))


def test_normal_is_the_quantile_of_its_uniform(luck):
    """Relative error 1.2e-9, the published bound of the approximation; and monotone in luck."""
    pairs = []
    for i in range(5000):
        luck.replicate(i, 45)
        u = luck.uniform()
        luck.replicate(i, 45)
        pairs.append((u, luck.rooms.normal(luck.world)))
    for u, x in pairs:
        assert x == pytest.approx(NormalDist().inv_cdf(max(u, 1e-16)), rel=2e-9, abs=2e-9)
    pairs.sort()
    values = [x for _, x in pairs]
    assert values == sorted(values)


def test_logistic_has_the_spread_of_a_logistic(luck):
    sample = np.empty(20_000)
    for i in range(len(sample)):
        luck.replicate(i, 46)
        sample[i] = luck.rooms.logistic(luck.world, 0.1)
    sd = 0.1 * math.pi / math.sqrt(3)
    assert abs(sample.mean()) < 4 * sd / math.sqrt(len(sample))
    assert sample.std() == pytest.approx(sd, rel=0.03)


@given(st.floats(-700, 700))
def test_exp_is_right(x):
    assert Luck().rooms.exp_(x) == pytest.approx(math.exp(x), rel=1e-14 if abs(x) < 650 else 1e-13)


@given(st.floats(1e-290, 1e290))
def test_log_is_right(x):
    assert Luck().rooms.log_(x) == pytest.approx(math.log(x), rel=1e-14, abs=1e-14)


@given(st.floats(0, 1e12))
def test_root_is_right(x):
    assert Luck().rooms.root_(x) == pytest.approx(math.sqrt(x), rel=1e-14, abs=1e-150)


@given(st.floats(-800, 800))
def test_the_share_lies_between_nothing_and_all(x):
    share = Luck().rooms.logit(x)
    assert 0.0 <= share <= 1.0
    assert share == pytest.approx(1 / (1 + math.exp(-x)) if x > -700 else 0.0, rel=1e-13, abs=1e-300)


@pytest.mark.parametrize("n", [0, 1, 2, 5, 9, 10, 30, 1000])
def test_stirling_closes_the_logarithm_of_factorials(luck, n):
    """log n! = (n + 1/2) log(n + 1) - (n + 1) + log sqrt(2 pi) + tail."""
    whole = (n + 0.5) * math.log(n + 1) - (n + 1) + 0.5 * math.log(2 * math.pi)
    assert whole + luck.rooms.stirling(float(n)) == pytest.approx(math.lgamma(n + 1), abs=1e-10)


def test_priors_are_drawn_bit_for_bit_alike_compiled_and_interpreted(compiled, interpreted):
    """Uniform, normal, lognormal and Beta draws of 21 parameters in 20 runs: every sampler, every bit."""
    problem = problem_of(town(end="1900-01-01 06:10"))
    one = run(problem, runs=20, seed=2**63 - 1, module=compiled)
    two = run(problem, runs=20, seed=2**63 - 1, module=interpreted)
    assert one.params.tobytes() == two.params.tobytes()
