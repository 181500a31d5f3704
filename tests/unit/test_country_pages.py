"""The pages of a country: what is written comes out of histories, pair by pair."""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

import numpy as np
import pytest

import dualpower as dp
from dualpower.analysis import histories

ROOT = Path(__file__).resolve().parents[2]
FIVE = ROOT / "tests" / "worlds" / "country"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("write_country_pages", ROOT / "tools" / "write_country_pages.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_country_is_worth_nothing_against_itself_and_a_shift_what_it_shifts(tool):
    base = {"towns": np.array([3.0, 5.0, np.nan, 8.0])}
    assert tool.worth(base, base) == {"towns": (0.0, 0.0)}
    moved = {"towns": base["towns"] + np.array([2.0, 2.0, 2.0, 5.0])}
    mean, half = tool.worth(base, moved)["towns"]
    assert mean == pytest.approx(3.0)
    assert half == pytest.approx(1.645 * np.std([2, 2, 5], ddof=1) / np.sqrt(3))
    assert tool.signed(mean, half) == f"**+3.0 ± {half:.1f}**"
    assert tool.signed(0.4, 1.0) == "+0.4 ± 1.0"


def test_rank_correlation_shares_ties_and_leaves_out_what_is_not_known(tool):
    one = np.array([1.0, 2.0, 2.0, 4.0, np.nan])
    assert tool.spearman(one, one) == pytest.approx(1.0)
    assert tool.spearman(one, -one) == pytest.approx(-1.0)
    assert list(tool.ranks(np.array([5.0, 1.0, 5.0]))) == [1.5, 0.0, 1.5]
    assert np.isnan(tool.spearman(one, np.ones(5)))


def test_variants_that_decide_otherwise_are_run_on_common_luck(tool):
    found = tool.options_of(dp.load("russia-1917"))
    assert found["no-decree-on-peace"] == {"decree-on-peace": "silent"}
    assert len(found["no-decrees"]) == 5


def test_the_pages_are_written_from_histories(tool, tmp_path):
    scenario = dp.load(FIVE)
    country = histories.country_of(scenario)
    result = dp.simulate(scenario, runs=8, seed=2)
    base = tool.measures(scenario, country, result)
    assert set(base) >= {"towns by day 30", "mean day", "towns with shots", "% plough"}
    assert np.all(base["towns at the end"] >= 1)
    finding = dp.score(scenario, result=result)
    lines = tool.wrong(finding.facts)
    assert any("Cedar" in line for line in lines)
    given = argparse.Namespace(runs=8, seed=2)
    written = tool.page(scenario, given, [tool.luck(result, base), lines], finding, "engine x")
    assert max(len(line) for line in written.splitlines() if not line.startswith("|")) <= 118
    reached = tool.reached(finding.facts, dp.elect(scenario, result=result), result)
    assert any("naive table 8.2" in line for line in reached)
