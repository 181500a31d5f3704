"""Rates of coups come first: they leave a region, and every history is drawn from it."""

from __future__ import annotations

import numpy as np
import pytest

from dualpower.analysis import coups, rates
from dualpower.analysis.calibration import calibrate, gather_bank
from dualpower.analysis.inference import Emulator, Method, infer, match
from dualpower.engine.params import PARAMS

P = len(PARAMS)


def made_up(slope: float = 0.2) -> rates.Region:
    """A world in which every rate is half, and a little more for each deviation of the first parameter."""
    rng = np.random.default_rng(2)
    z = rng.standard_normal((3_000, P))
    share = 0.5 + slope * z[:, [0]] + 0.1 * rng.standard_normal((3_000, 4))
    return rates.Region((Emulator(z, share),), np.full(4, 0.6))


def test_rows_are_drawn_where_the_rates_are_the_record_s_and_nowhere_else():
    region = made_up()
    rows, share = region.draw(500, seed=4)
    assert rows.shape == (500, P) and region.holds(rows).all()
    assert (np.abs(0.5 + 0.2 * rows[:, 0] - 0.6) < 0.1).all()  # the bound, and a little for the emulator
    assert 0.15 < share < 0.4  # a standard normal lies within .5 +- .4 in some 30 of 100 cases
    assert np.abs(rows[:, 1:].mean(axis=0)).max() < 0.2  # the others stay as their priors have them


def test_the_same_seed_draws_the_same_rows_and_another_draws_others():
    region = made_up()
    assert (region.draw(50, seed=4)[0] == region.draw(50, seed=4)[0]).all()
    assert (region.draw(50, seed=4)[0] != region.draw(50, seed=5)[0]).any()


def test_where_next_to_nothing_is_plausible_the_nearest_are_taken(monkeypatch):
    monkeypatch.setattr(rates, "SEARCHED", 40_000)
    monkeypatch.setattr(rates, "BOUND", 0.001)
    far = rates.Region(made_up(0.1).emulators, np.full(4, 1.2))
    rows, share = far.draw(60, seed=4)
    assert len(rows) == 60 and share == 0.0
    assert rows[:, 0].min() > 1.0  # towards the record


def test_every_wave_may_rule_a_row_out_and_the_last_says_what_is_expected():
    first, second = made_up(0.2), made_up(-0.2)
    both = rates.Region((*first.emulators, *second.emulators), first.record)
    rows = np.random.default_rng(5).standard_normal((400, P))
    assert (both.holds(rows) == (first.holds(rows) & second.holds(rows))).all()
    assert (both.expected(rows) == second.expected(rows)).all()


@pytest.mark.usefixtures("compiled")
def test_the_second_wave_is_tried_where_the_first_left_something(monkeypatch):
    tried: list[np.ndarray] = []
    whole = rates.live

    def noted(params, **how):
        tried.append(params)
        return whole(params, **how)

    monkeypatch.setattr(rates, "live", noted)
    steps: list[int] = []
    region = rates.find_region(60, seed=4, progress=steps.append)
    assert len(tried) == rates.WAVES == len(region.emulators) == 2 and steps == [60, 120]
    assert (tried[0] != tried[1]).any()


@pytest.mark.usefixtures("compiled")
def test_rates_are_kept_and_read_back_and_rows_are_spread_over_all_capitals(tmp_path, monkeypatch):
    monkeypatch.setattr(rates, "SHARD", 5)
    params = np.full((12, P), np.nan)
    fresh = rates.live(params, seed=3, folder=tmp_path)
    assert fresh.shape == (12, 4) and ((fresh >= 0) & (fresh <= 1)).all()
    asked: list[int] = []
    whole = coups.summarise

    def noted(rows, **how):
        asked.append(how["town"])
        return whole(rows, **how)

    monkeypatch.setattr(coups, "summarise", noted)
    assert (rates.live(params, seed=3, folder=tmp_path) == fresh).all() and not asked
    rates.live(np.full((35, P), np.nan), seed=3)
    assert asked == [0, 2, 4, 6, 8, 10, 0]


@pytest.mark.usefixtures("compiled")
def test_a_bank_with_rates_is_drawn_within_their_region():
    from dualpower.analysis import histories

    bank = gather_bank([histories.load("kremlin-call")], runs=60, seed=4, base_rates=True)
    assert bank.region is not None and 0 <= bank.share < 1
    plain = gather_bank([histories.load("kremlin-call")], runs=60, seed=4)
    assert plain.region is None and plain.share == 1.0
    assert bank.region.implausibility(bank.deviates).mean() < bank.region.implausibility(plain.deviates).mean()
    assert bank.groups() == ["kremlin-call"] * len(bank.numbers.names)


@pytest.mark.usefixtures("compiled")
def test_what_was_learnt_says_what_the_rates_left_and_what_it_makes_of_them():
    how = {"runs": 60, "seed": 7, "without": ["dead-in-the-kremlin"], "truths": 20, "draws": 20}
    found = calibrate("kremlin-call", **how)
    assert set(found.facts["rates"]) == set(rates.NAMES) == set(found.learnt["rates"])
    assert found.facts["region"]["bound"] == rates.BOUND and found.facts["base_rates"] == rates.digest()
    bare = calibrate("kremlin-call", base_rates=False, **how)
    assert bare.facts["rates"] is bare.facts["region"] is bare.facts["base_rates"] is None


def test_each_scenario_has_its_own_third_worst_number():
    rng = np.random.default_rng(3)
    z = rng.standard_normal((500, P))
    values = np.column_stack([z[:, 0] + 0.1 * rng.standard_normal(500) for _ in range(4)])
    record = np.array([0.0, 5.0, 0.0, 5.0])  # half of the numbers ask for what the others forbid
    how = Method(worst=2, model_error=0.0, implausible=4.0)
    together, _ = match(Emulator(z, values), record, np.ones(4), how)
    apart, _ = match(Emulator(z, values), record, np.ones(4), how, ["a", "a", "b", "b"])
    near = np.abs(z[:, 0]) < 0.5
    assert (apart[near] < 1).all()  # in each group one number is far off: that may be luck
    assert (together[near] > 4).all()  # two of four are not


def test_draws_that_are_moved_out_of_the_region_are_dropped():
    rng = np.random.default_rng(3)
    z = np.abs(rng.standard_normal((2_000, P)))  # a bank from a part of the priors
    s = z[:, [0]] + 0.5 * rng.standard_normal((2_000, 1))
    free = infer(z, s, np.array([0.0]), np.zeros(1), method=Method())
    held = infer(z, s, np.array([0.0]), np.zeros(1), method=Method(), within=lambda rows: rows[:, 0] >= 0)
    assert free.deviates[:, 0].min() < 0 <= held.deviates[:, 0].min()
    assert held.dropped == (free.deviates[:, 0] < 0).sum() > 0
    assert held.weights.sum() == pytest.approx(1.0)
