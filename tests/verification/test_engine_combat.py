"""Deterministic combat closed forms through the engine's law of losses: V1, V1b, V3; and V2, V3b as references.

The engine's law has one exponent p: losses of A = lam D^p A^(1-p). V2 (rate ~ A D) and V3b (ambush) are not of
that form, so they are integrated here with the same integrator, as references only.
"""

import numpy as np
import pytest
from worlds.luck import Luck


@pytest.fixture(scope="module")
def luck() -> Luck:
    return Luck()


def fought_out(luck: Luck, men: float, others: float, a: float, b: float, exponent: float, steps: int = 2000):
    """Survivors of the first side and the hours, integrating over the second side's men from all to none (RK4).

    ``a``: losses of the second per unit of fire; ``b``: of the first. Men, not hours, are the clock: the last man
    of a beaten side takes no infinite time.
    """

    def slope(d: float, m: float) -> tuple[float, float]:
        d = max(d, 1e-12)
        mine = luck.loss_rate(b, exponent, d, m)
        his = luck.loss_rate(a, exponent, m, d)
        return mine / his, 1.0 / his

    grid = others * np.linspace(1.0, 0.0, steps + 1) ** 4
    hours = 0.0
    for start, end in zip(grid[:-1].tolist(), grid[1:].tolist(), strict=True):
        h = start - end
        k1, t1 = slope(start, men)
        k2, t2 = slope(start - h / 2, men - h / 2 * k1)
        k3, t3 = slope(start - h / 2, men - h / 2 * k2)
        k4, t4 = slope(end, men - h * k3)
        men -= h / 6 * (k1 + 2 * k2 + 2 * k3 + k4)
        hours += h / 6 * (t1 + 2 * t2 + 2 * t3 + min(t4, 1e3))
    return men, hours


def test_v1_square_law(luck):
    left, hours = fought_out(luck, 1000, 800, 0.01, 0.01, 1.0)
    assert left == pytest.approx(600, rel=1e-3)
    assert hours == pytest.approx(109.861, rel=1e-3)


def test_v1b_square_law_with_unequal_fire(luck):
    left, hours = fought_out(luck, 100, 60, 0.05, 0.10, 1.0)
    assert left == pytest.approx(52.915, rel=1e-3)
    assert hours == pytest.approx(17.690, rel=1e-3)


@pytest.mark.parametrize(("exponent", "left"), [(0.75, 432.53), (0.5, 200.0), (0.35, 63.14)])
def test_v3_general_law(luck, exponent, left):
    assert fought_out(luck, 1000, 800, 0.01, 0.01, exponent)[0] == pytest.approx(left, rel=2e-3)


def test_cover_divides_losses_and_fire_multiplies_them(luck):
    rooms, w = luck.rooms, luck.world
    plain = luck.loss_rate(0.01, 0.35, 300, 200)
    assert luck.loss_rate(0.01, 0.35, 300, 200, cover=2.5) == pytest.approx(plain / 2.5)
    assert rooms.loss_rate(w, 0.3, 1.0, 300.0, 200.0) == pytest.approx(0.3 * plain)
    assert luck.loss_rate(0.01, 0.35, 0, 200) == 0.0
    assert luck.loss_rate(0.01, 0.35, 300, 0) == 0.0


def test_the_law_is_losses_per_hour_at_parity(luck):
    """At equal strength a share lam is lost in an hour, whatever the exponent: what the prior's unit says."""
    for exponent in (0.0, 0.35, 0.5, 1.0):
        assert luck.loss_rate(0.006, exponent, 250, 250) / 250 == pytest.approx(0.006, rel=1e-12)


def integrate(rates, state: list[float], hours: float, steps: int) -> np.ndarray:
    x, h = np.array(state, float), hours / steps
    for _ in range(steps):
        k1 = rates(x)
        k2 = rates(x + h / 2 * k1)
        k3 = rates(x + h / 2 * k2)
        x = x + h / 6 * (k1 + 2 * k2 + 2 * k3 + rates(x + h * k3))
    return x


@pytest.mark.parametrize(("hours", "others"), [(50, 524.296), (100, 379.684), (200, 231.272)])
def test_v2_linear_law_reference(hours, others):
    a, d = integrate(lambda x: -1e-5 * x[0] * x[1] * np.ones(2), [1000, 800], hours, 400)
    assert d == pytest.approx(others, rel=1e-3)
    assert a - d == pytest.approx(200, rel=1e-9)


def test_v3b_ambush_reference():
    """100 exposed men against 60 hidden: a D loses the exposed, b A D the hidden; the law keeps b A^2 / 2 - a D."""
    a, b, exposed, hidden = 0.05, 0.0005, 100.0, 60.0
    while exposed > 1e-6:
        exposed, hidden = integrate(lambda x: np.array([-a * x[1], -b * x[0] * x[1]]), [exposed, hidden], 0.01, 1)
    assert hidden == pytest.approx(10.0, rel=2e-3)
