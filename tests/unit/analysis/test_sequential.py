"""ABC-SMC is there where pyabc is, goes on after a stop, and says plainly where pyabc is not."""

from __future__ import annotations

import sys
from importlib.util import find_spec

import numpy as np
import pytest

from dualpower.analysis.sequential import calibrate_stepwise
from dualpower.engine.params import PARAMS
from dualpower.errors import DualpowerError, MissingPackageError

HOW = {"without": ["dead-in-the-kremlin"], "runs": 60, "seed": 7, "draws": 30, "base_rates": False}
needs_pyabc = pytest.mark.skipif(find_spec("pyabc") is None, reason="pyabc comes with the extra calibrate")


def test_without_the_package_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "pyabc", None)
    with pytest.raises(MissingPackageError, match="E825") as told:
        calibrate_stepwise("kremlin-call", **HOW)
    assert "dualpower[calibrate]" in str(told.value)


@needs_pyabc
@pytest.mark.parametrize("how", [{"minutes": 0.0}, {"minutes": float("nan")}, {"particles": 20}])
def test_impossible_minutes_and_particles_are_refused(how):
    with pytest.raises(DualpowerError, match="E801"):
        calibrate_stepwise("kremlin-call", **HOW, **how)


@needs_pyabc
@pytest.mark.usefixtures("compiled")
def test_generations_are_lived_kept_and_gone_on_with(tmp_path):
    found = calibrate_stepwise("kremlin-call", **HOW, minutes=0.4, particles=100, folder=tmp_path)
    told = found.facts["method"]
    assert told["name"] == "ABC-SMC" and told["generations"] >= 1 and told["particles"] == 100
    assert found.draws.shape == (30, len(PARAMS)) and np.isfinite(found.draws).all()
    assert "not checked" in found.sure and found.facts["truths"] == 0 and found.facts["coverage"] == {}
    again = calibrate_stepwise("kremlin-call", **HOW, minutes=0.05, particles=100, folder=tmp_path)
    assert again.facts["method"]["generations"] >= told["generations"]
    assert again.facts["method"]["lived"] >= told["lived"]
    assert len(list(tmp_path.glob("abc-smc-*.db"))) == 1


@needs_pyabc
@pytest.mark.usefixtures("compiled")
def test_too_few_minutes_for_one_generation_are_said():
    with pytest.raises(DualpowerError, match="E812"):
        calibrate_stepwise("kremlin-call", **HOW, minutes=1e-6, particles=100)
