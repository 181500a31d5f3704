"""V24: the same small war at steps of 15, 5 and 1 minutes; the court takes 4,000 runs (python -m validation steps)."""

import pytest

from validation.steps import differences, measure


@pytest.fixture(scope="module")
def finest(compiled):
    return measure("1 min", 600)


@pytest.mark.parametrize("step", ["15 min", "5 min"])
def test_v24_a_longer_step_tells_the_same_story(finest, step):
    row = measure(step, 600)
    assert row["failed"] == 0
    assert differences(row, finest) == []
