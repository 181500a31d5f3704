"""What was learnt ships as data: it fits this engine, says where it comes from, and is nobody's default in silence.

When this fails after a change of the engine, the parameters must be learnt anew: make calibration.
"""

from __future__ import annotations

import numpy as np
import pytest

from dualpower.analysis import histories
from dualpower.engine.params import PARAMS
from dualpower.ensemble import draws
from dualpower.faces.cli import screen

pytestmark = pytest.mark.usefixtures("compiled")


def test_the_fit_to_all_scenarios_is_shipped_and_the_priors_are_the_default():
    assert draws.POSTERIOR in draws.shipped()
    assert histories.DEFAULT_PARAMETERS == screen.DEFAULT_PARAMETERS == draws.PRIOR


@pytest.mark.parametrize("name", draws.shipped())
def test_it_fits_this_engine_and_says_where_it_comes_from(name):
    found = draws.find(name)
    assert found is not None
    assert len(found.values) >= 200
    for i, row in enumerate(PARAMS):
        assert (found.values[:, i] >= row.low).all() and (found.values[:, i] <= row.high).all(), row.symbol
        assert np.unique(found.values[:, i]).size > 20, row.symbol
    facts = found.facts
    assert all(len(digest) == 64 for digest in facts["scenarios"].values())
    assert facts["truths"] >= 200 and set(facts["coverage"]) == {"50", "80", "90", "95"}
    assert {"made", "method", "seed", "runs", "without", "set_aside", "clipped", "behaviour"} <= set(facts)


@pytest.mark.parametrize("name", draws.shipped())
def test_intervals_hold_about_as_often_as_they_say(name):
    found = draws.find(name)
    assert found is not None
    assert 0.85 <= found.facts["coverage"]["90"] <= 0.95
