"""Stochastic closed forms through the engine's rates, hazards and draws.

Engine: V4, V5, V6 (rates of terms.loss_rate), V10, V10b, V11, V18 (chance.hazard). Reference, on chance.py's
draws: V8, V8b, V10c-e, V12b, V15, V17. V12 is listed as an engine item, but the engine's choice is a logit and
the voter model copies; no weight makes one the other, so V12 runs on the draws as a reference.
The court repeats all of it with many more replicates (python -m validation closed_forms).
"""

import numpy as np
import pytest
from worlds.luck import Luck, agrees
from worlds.processes import CLOSED_FORMS, cascade, rumour


@pytest.fixture(scope="module")
def luck() -> Luck:
    return Luck()


@pytest.mark.parametrize(("name", "sampler", "mean", "sd", "replicates"), CLOSED_FORMS, ids=lambda x: str(x)[:24])
def test_mean_and_spread_are_the_closed_form(luck, name, sampler, mean, sd, replicates):
    z, y = agrees(sampler(luck, replicates), mean, sd)
    assert abs(z) < 3.0, name
    assert abs(y) < 5.0, name


def test_v10b_the_step_is_exact_where_a_first_order_step_is_not(luck):
    """One step of five hours: p = mu dt would leave 50 of 100 men on average, not 60.65."""
    left = []
    for i in range(2000):
        luck.replicate(i, 7)
        left.append(100 - luck.hazard(100, 0.5))
    z, y = agrees(left, 100 * np.exp(-0.5), np.sqrt(100 * np.exp(-0.5) * (1 - np.exp(-0.5))))
    assert abs(z) < 3.0 and abs(y) < 5.0
    assert abs(np.mean(left) - 50.0) > 5.0


def test_v8_two_others_are_left_with_the_exact_chances(luck):
    share = np.array(rumour(2, False)(luck, 3000))
    assert np.mean(share == 0.0) == pytest.approx(0.75, abs=0.024)
    assert np.mean(share == 0.5) == pytest.approx(0.25, abs=0.024)
    assert not np.any(share == 1.0)


def test_v17_small_cascades_have_the_exact_chances(luck):
    size = np.array(cascade(0.7)(luck, 5000))
    for total, chance in ((1, 0.496585), (2, 0.172618), (3, 0.090005)):
        assert np.mean(size == total) == pytest.approx(chance, abs=3 * np.sqrt(chance * (1 - chance) / 5000))
