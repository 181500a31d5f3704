"""A mechanism taken out is out, and everything else stays as it was."""

from __future__ import annotations

import numpy as np
import pytest

from dualpower import ensemble
from dualpower.analysis import coups, histories
from dualpower.analysis.ablation import ABLATIONS
from dualpower.engine.params import PARAMS
from dualpower.words import LINES

pytestmark = pytest.mark.usefixtures("compiled")
SYMBOLS = [row.symbol for row in PARAMS]


def lived(name: str, scenario: str = "kremlin-call"):
    less = ABLATIONS[name]
    problem = less.apply(histories.compile_scenario(histories.load(scenario)))
    return ensemble.simulate(problem, runs=40, seed=3, params=dict(less.params) or None)


def test_the_whole_model_is_the_model():
    plain = ensemble.simulate(histories.compile_scenario(histories.load("kremlin-call")), runs=40, seed=3)
    assert (lived("whole").outcome == plain.outcome).all()
    assert np.isnan(ABLATIONS["whole"].rows(5)).all()


@pytest.mark.parametrize("name", [name for name, less in ABLATIONS.items() if less.params])
def test_a_number_makes_it_idle_and_the_others_are_drawn_as_before(name):
    found, plain, less = lived(name), lived("whole"), ABLATIONS[name]
    for symbol in SYMBOLS:
        if symbol in less.params:
            assert (found.param(symbol) == less.params[symbol]).all()
            assert (less.rows(3)[:, SYMBOLS.index(symbol)] == less.params[symbol]).all()
        else:
            assert (found.param(symbol) == plain.param(symbol)).all()


def test_without_wires_every_word_takes_longer_and_the_scenario_stays_as_it_was():
    problem = histories.compile_scenario(histories.load("petrograd-1917"))
    cut = ABLATIONS["no-calls"].apply(problem)
    assert problem.arrays["line_joins"].any() and not cut.arrays["line_joins"].any()
    assert cut.digest != problem.digest  # no folder mixes the two
    heard = []
    for one in (problem, cut):
        found = ensemble.simulate(one, runs=3, seed=3, keep_log=True)
        rows = [row for run in range(3) for row in found.events(run).rows() if row["event"] == "heard"]
        heard.append({row["d"] for row in rows})
    assert LINES["telephone"] in heard[0] and heard[1] <= {LINES["courier"]}


def test_coups_can_be_lived_without_a_mechanism_too():
    less = ABLATIONS["no-belief"]
    whole = coups.summarise(ABLATIONS["whole"].rows(30), seed=3, capitals=1).array()
    found = coups.summarise(less.rows(30), seed=3, capitals=1, alter=less.apply).array()
    assert found.shape == whole.shape and (found != whole).any()
