"""Inside, sharpness, score and skill, kind by kind, on runs written by hand."""

from __future__ import annotations

import numpy as np
import pytest

from dualpower.analysis.fit import find_fit, judge, score_marks
from dualpower.analysis.marks import Frame, taus
from dualpower.analysis.scores import crps_uniform, kendall_tau
from dualpower.clock import Clock
from dualpower.scenario.schema import Mark, Part

FRAME = Frame(Clock.at("1900-01-01 00:00", "gregorian"), horizon_min=100 * 60.0, roll=10_000)


def timed(hours):
    minutes = np.asarray(hours, dtype=float) * 60
    return np.where(minutes < 0, -1, minutes).astype(int), np.full(minutes.size, np.nan)


def valued(values):
    return np.zeros(len(values), dtype=int), np.asarray(values, dtype=float)


def test_a_time_is_inside_when_the_middle_of_its_range_is_in_the_interval():
    part = Part(kind="time", when="x", record={"range": ["1900-01-01 10:00", "1900-01-01 14:00"]})
    row = judge("m.hour", part, {"m.hour": timed(np.linspace(5, 15, 101))}, FRAME).row
    assert (row["median"], row["low"], row["high"], row["observed"]) == pytest.approx((10, 5.5, 14.5, 12))
    assert row["inside"] and row["unit"] == "h"
    assert row["sharpness"] == pytest.approx(9 / 100)


def test_a_time_that_never_comes_is_outside_and_says_so():
    part = Part(kind="time", when="x", record={"point": "1900-01-01 10:00"})
    row = judge("m.hour", part, {"m.hour": timed([-1] * 10)}, FRAME).row
    assert not row["inside"] and row["happened"] == 0 and row["remark"] == "never happens"


def test_a_time_that_rarely_comes_says_how_rarely_and_pays_in_its_score():
    part = Part(kind="time", when="x", record={"point": "1900-01-01 10:00"})
    rare = judge("m.h", part, {"m.h": timed([9, 10, 11] + [-1] * 7)}, FRAME)
    sure = judge("m.h", part, {"m.h": timed([9, 10, 11])}, FRAME)
    assert rare.row["inside"] and rare.row["remark"] == "happens in only 30 % of runs"
    assert rare.row["score"] > 10 * sure.row["score"]


def test_a_forecast_that_covers_everything_counts_as_outside():
    part = Part(kind="time", when="x", record={"point": "1900-01-03 00:00"})
    row = judge("m.h", part, {"m.h": timed(np.linspace(0, 100, 101))}, FRAME).row
    assert row["sharpness"] == pytest.approx(0.9) and not row["inside"]
    assert row["remark"] == "too wide to count"


def test_numbers_are_measured_on_a_log_scale_up_to_their_own_scale():
    part = Part(kind="number", value="x", scale=999, record={"range": [50, 300]})
    row = judge("m.n", part, {"m.n": valued([100] * 5 + [200] * 5)}, FRAME).row
    assert row["observed"] == 175 and row["inside"]
    assert row["sharpness"] == pytest.approx((np.log(201) - np.log(101)) / np.log(1000))


def test_a_duration_runs_from_the_first_truth_to_the_second():
    part = Part(kind="duration", start="x", stop="y", record={"point": "5 h"})
    watched = {"m.d:start": timed([1, 2, 3]), "m.d:stop": timed([5, 7, 9])}
    row = judge("m.d", part, watched, FRAME).row
    assert row["median"] == 5 and row["inside"]


def test_an_order_needs_a_median_tau_of_seven_tenths():
    part = Part(kind="order", events={"a": "x", "b": "y", "c": "z"}, record={})
    right = {"m.o:a": timed([1] * 3), "m.o:b": timed([2] * 3), "m.o:c": timed([-1] * 3)}
    row = judge("m.o", part, right, FRAME).row
    assert row["inside"] and row["median"] == 1
    wrong = {**right, "m.o:a": timed([3] * 3)}
    assert not judge("m.o", part, wrong, FRAME).row["inside"]


def test_many_taus_at_once_agree_with_one_at_a_time():
    rng = np.random.default_rng(3)
    minutes = rng.integers(-1, 5, size=(40, 6))
    for row, tau in zip(minutes, taus(minutes), strict=True):
        times = np.where(row < 0, 1e9, row)
        expected = kendall_tau(np.arange(6), times)
        assert tau == pytest.approx(0 if np.isnan(expected) else expected)


def test_a_share_is_judged_by_its_band_and_only_where_its_condition_held():
    part = Part(kind="share", that="x", given="y", record={"band": [0, 0.3]})
    given = timed([1] * 10 + [-1] * 10)
    watched = {"m.s": valued([1] * 2 + [0] * 8 + [1] * 10), "m.s:given": given}
    row = judge("m.s", part, watched, FRAME).row
    assert row["median"] == pytest.approx(0.2) and row["inside"] and row["happened"] == 0.5


def test_a_state_counts_how_many_of_a_list_hold():
    part = Part(kind="state", among=["a", "b", "c", "d"], record={"band": [3, 4]})
    assert judge("m.s", part, {"m.s": valued([3, 3, 4])}, FRAME).row["inside"]
    assert not judge("m.s", part, {"m.s": valued([2, 2, 4])}, FRAME).row["inside"]


def test_a_compound_mark_needs_every_part():
    mark = Mark(
        title={"en": "both"},
        parts={
            "hour": {"kind": "time", "when": "x", "record": {"point": "1900-01-01 10:00"}},
            "dead": {"kind": "number", "value": "y", "record": {"point": 5000}},
        },
    )
    watched = {"m.hour": timed([9, 10, 11]), "m.dead": valued([10, 11, 12])}
    (row,) = score_marks({"m": mark}, watched, FRAME)
    assert row["kind"] == "compound" and not row["inside"]
    assert [p["inside"] for p in row["parts"]] == [True, False]
    finding = find_fit([row], runs=3, scripted_share=0.05)
    assert finding.to_json()["inside"] == 0 and finding.to_json()["total"] == 1
    assert finding.sentence.startswith("0 of 1 marks are inside")


def test_skill_is_measured_against_a_constant_and_against_another_forecast():
    part = Part(kind="time", when="x", record={"point": "1900-01-01 10:00"})
    good, poor = {"m.h": timed([9, 10, 11])}, {"m.h": timed([60, 70, 80])}
    judged = judge("m.h", part, good, FRAME, poor)
    assert judged.skill_constant == pytest.approx(1 - judged.row["score"] / crps_uniform(0, 100, 10))
    assert 0.9 < judged.skill_force < 1
    assert judge("m.h", part, good, FRAME, {}).skill_force is None


def test_the_skill_of_a_compound_mark_pools_its_parts_and_survives_a_perfect_rival():
    parts = {k: {"kind": "time", "when": "x", "record": {"point": "1900-01-01 10:00"}} for k in ("a", "b")}
    mark = Mark(title={"en": "both"}, parts=parts)
    ours = {"m.a": timed([12, 12]), "m.b": timed([12, 12])}
    rival = {"m.a": timed([10, 10]), "m.b": timed([50, 50])}
    (row,) = score_marks({"m": mark}, ours, FRAME, baseline=rival)
    assert row["skill_force"] == pytest.approx(1 - (2 + 2) / (0 + 40))
    assert row["skill"] == pytest.approx(row["parts"][0]["skill"])


def test_the_constant_s_score_is_that_of_an_even_sample():
    from dualpower.analysis.scores import crps

    even = (np.arange(20_000) + 0.5) / 200
    for seen in (0, 10, 50, 130):
        assert crps_uniform(0, 100, seen) == pytest.approx(crps(even, seen), abs=1e-2)
