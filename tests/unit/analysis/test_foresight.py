"""A forecast judged part by part: both scores are what they say, and neither forecaster is favoured."""

from __future__ import annotations

import numpy as np
import pytest

import dualpower as dp
from dualpower.analysis import foresight, histories
from dualpower.analysis.foresight import BASELINE_RUNS, judge_forecast, totals

pytestmark = pytest.mark.usefixtures("compiled")


@pytest.fixture(scope="module")
def judged():
    city = histories.load("kremlin-call")
    result = dp.simulate(city, runs=120, seed=9)
    return city, result, {row["id"]: row for row in judge_forecast(city, result, baseline_runs=30)}


def test_there_is_a_row_for_every_part(judged):
    city, _, rows = judged
    assert list(rows) == [f"{m}.{p}" for m, mark in city.scenario.marks.items() for p in mark.parts]


def test_the_log_score_counts_the_histories_that_hold_the_record(judged):
    city, result, rows = judged
    hours = result.watch_min("hour-of-the-fall.fall") / 60
    start, end = (city.clock.minutes(f"1917-10-28 0{hour}:00") / 60 for hour in (7, 8))
    slack = max((end - start) / 2, foresight.summaries.SLACK * city.end_min / 60)
    held = (hours >= 0) & (np.abs(hours - (start + end) / 2) <= slack + 1e-9)
    assert rows["hour-of-the-fall.fall"]["log"] == pytest.approx(-np.log((held.sum() + 0.5) / 121))


def test_a_share_is_scored_by_the_chance_given_to_what_happened(judged):
    _, result, rows = judged
    share = (result.watch("fell-without-storm.share") > 0.5).mean()
    assert rows["fell-without-storm.share"]["log"] == pytest.approx(-np.log((120 * share + 0.5) / 121))
    assert rows["fell-without-storm.share"]["crps"] == pytest.approx((1 - share) ** 2)


def test_what_never_happens_costs_no_more_than_200_histories_can_tell(judged):
    worst = -np.log(0.5 / (BASELINE_RUNS + 1))
    for row in judged[2].values():
        assert row["log"] <= worst + 1e-9
        assert row["log_force"] is None or row["log_force"] <= worst + 1e-9
        assert row["crps"] is None or 0 <= row["crps"] <= 1


def test_means_are_taken_over_what_both_can_say():
    def row(**given):
        return {"log": 1.0, "crps": 0.1, "log_force": 2.0, "crps_force": 0.3} | given

    found = totals([row(), row(log=3.0, log_force=None, crps_force=None), row(crps=None)])
    assert found["log"] == pytest.approx(5 / 3) and found["log_both"] == 1.0 and found["log_force"] == 2.0
    assert found["both"] == 2 and found["crps_both"] == pytest.approx(0.1)
    assert found["crps"] == pytest.approx(0.1) and found["crps_force"] == pytest.approx(0.3)
