"""Rates of generated coups: counted rightly, the same in shards, and moved by a lever the way it should."""

from __future__ import annotations

import numpy as np
import pytest

from dualpower.analysis import coups
from dualpower.engine.params import N_PARAMS, P_LAM
from dualpower.errors import DualpowerError
from dualpower.scenario.capital import RANKS, Coup, make

pytestmark = pytest.mark.usefixtures("compiled")
DRAWN = np.full((30, N_PARAMS), np.nan)


@pytest.fixture(scope="module")
def finding():
    return coups.coups(runs=90, seed=1917, capitals=3, threads=1)


def test_there_is_a_row_for_each_rank_both_ways_and_together(finding):
    kinds = [(row["rank"], row["transmitter"]) for row in finding.table]
    assert kinds == [(rank, way) for rank in RANKS for way in ("both", "with", "without")]
    for both, one, other in zip(finding.table[::3], finding.table[1::3], finding.table[2::3], strict=True):
        assert both["runs"] == one["runs"] + other["runs"] == 180 and both["failed"] == 0
        assert both["success"] == pytest.approx((one["success"] + other["success"]) / 2)
        assert both["gain"] == pytest.approx(one["success"] - other["success"])
        assert both["low"] < both["success"] < both["high"]


def test_the_transmitter_helps(finding):
    """The sign of a lever, over all ranks together; not how much, and not at which rank."""
    gains = [row["gain"] for row in finding.table if row["transmitter"] == "both"]
    assert sum(gains) / 3 > 0.02


def test_the_record_stands_beside_and_goes_in_nowhere(finding):
    assert [row["record"] for row in finding.table[::3]] == [0.64, 0.52, 0.25]
    assert coups.targets()["bottom"] == (0.25, 0.18, 0.33) and set(coups.targets()) == {*RANKS, "bloodless"}
    for rank in RANKS:
        entries = make(Coup(rank, True)).ledger.entries
        counted = [entry for entry in entries if any(claim.startswith("record") for claim in entry.claims)]
        assert counted and {entry.path[0] for entry in counted} == {"marks"}


def test_shards_of_a_summary_join_to_the_whole():
    whole = coups.summarise(DRAWN[:6], seed=7, capitals=1, threads=1)
    parts = [coups.summarise(DRAWN[a:b], seed=7, first=a, capitals=1, threads=2) for a, b in ((0, 4), (4, 6))]
    assert np.array_equal(whole.array(), np.concatenate([part.array() for part in parts]))
    assert whole.array().shape == (6, 4) and whole.cases == 2 and not whole.failed.any()


def test_a_summary_counts_what_the_runs_did():
    found = coups.summarise(DRAWN[:5], seed=3, capitals=2, threads=1)
    lived = [coups._run(Coup("middle", held, town), seed=3 + town, first=0, runs=5, params=None, threads=1)
             for held in (True, False) for town in (0, 1)]  # fmt: skip
    assert found.success[:, 1] == pytest.approx(np.mean([run[coups.SUCCESS] for run in lived], axis=0))


def test_where_fire_is_deadlier_fewer_contests_end_without_a_death():
    mild, deadly = DRAWN.copy(), DRAWN.copy()
    mild[:, P_LAM], deadly[:, P_LAM] = 1e-6, 0.2
    quiet = [coups.summarise(rows, seed=5, capitals=1, threads=1).bloodless.mean() for rows in (mild, deadly)]
    assert quiet[0] > quiet[1] + 0.05


def test_means_leave_out_what_failed():
    found = coups._mean(np.array([[1.0, np.nan], [0.0, np.nan]]), axis=0)
    assert found[0] == 0.5 and np.isnan(found[1])


def test_the_digest_names_the_cases():
    assert coups.digest(1) == coups.digest(1) != coups.digest(2)


@pytest.mark.parametrize("given", [{"runs": 0}, {"capitals": 0}])
def test_nothing_is_asked_of_nobody(given):
    with pytest.raises(DualpowerError, match="E801"):
        coups.coups(**given)


def test_rows_of_parameters_have_the_right_shape():
    with pytest.raises(DualpowerError, match="E801"):
        coups.summarise(np.zeros(N_PARAMS))
    with pytest.raises(DualpowerError, match="E801"):
        coups.summarise(np.zeros((2, 3)), capitals=1)
