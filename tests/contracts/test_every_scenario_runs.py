"""Every scenario in the folder runs to its end, whatever the luck, on the kernel of this process."""

import numpy as np
import pytest
from worlds import run

from dualpower import words
from dualpower.compiler import build
from dualpower.scenario import catalog, resolve, variant

IDS = catalog.ids()
CHANGES = ("site-taken", "surrendered", "truce-began", "defected", "settled", "yielded", "walked-in")


@pytest.fixture(scope="module", params=IDS)
def problem(request):
    return build(resolve.load(request.param))


def test_twenty_runs_end_in_an_outcome(compiled, problem):
    block = run(problem, runs=20, seed=1917)
    assert not block.status.any()
    assert (block.outcome >= 0).all() and (block.outcome < len(problem.outcomes)).all()
    assert np.isfinite(block.params).all()
    assert block.series.min() >= 0
    assert block.series.shape[1:] == (problem.hours, len(problem.series))


def test_no_transfer_surrender_truce_or_defection_has_a_dated_cause(compiled, problem):
    causes = run(problem, runs=20, seed=1918).change_causes.sum(axis=0)
    assert causes.sum() > 0
    assert causes[words.CAUSE_DATED] == causes[words.CAUSE_OUTSIDE] == causes[words.CAUSE_START] == 0


def test_options_fixed_are_options_taken(compiled, problem):
    if not problem.decisions:
        pytest.skip("no decisions")
    for option in (0, 1):
        given = np.full((10, len(problem.decisions)), option, np.int16)
        chosen = run(problem, runs=10, seed=5, options=given).chosen
        assert np.isin(chosen, (-1, option)).all()
        assert (chosen == option).any()


@pytest.mark.parametrize("key", IDS)
def test_every_variant_runs_too(compiled, key):
    resolved = resolve.load(key)
    for name in resolved.scenario.variants:
        assert not run(build(variant.apply(resolved, name)), runs=3, seed=2).status.any(), name
