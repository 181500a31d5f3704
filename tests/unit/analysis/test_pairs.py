"""Pairs on common luck: the interval is the published one, and pairs that share luck are counted rightly."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from dualpower.analysis import histories, pairs
from dualpower.errors import DualpowerError
from dualpower.scenario import resolve

pytestmark = pytest.mark.usefixtures("compiled")


def brute_force(gained: int, lost: int, n: int, shift: float) -> float:
    """The score of a supposed difference with its nuisance share found by search, not by formula."""
    shares = np.linspace(max(0.0, -shift), (1 - abs(shift)) / 2 + max(0.0, -shift), 200_001)[1:-1]
    both = 1 - 2 * shares - shift
    inside = (both > 0) & (shares + shift > 0)
    shares, both = shares[inside], both[inside]
    chance = gained * np.log(shares + shift) + lost * np.log(shares) + (n - gained - lost) * np.log(both)
    best = shares[np.argmax(chance)]
    return (gained - lost - n * shift) / np.sqrt(n * (2 * best + shift * (1 - shift)))


@pytest.mark.parametrize(("gained", "lost", "n"), [(12, 2, 50), (3, 7, 200), (30, 25, 400), (1, 9, 40)])
def test_the_interval_ends_where_the_score_leaves_the_level(gained, lost, n):
    low, high = pairs.tango(gained, lost, n, level=0.95)
    assert brute_force(gained, lost, n, low) == pytest.approx(1.96, abs=0.01)
    assert brute_force(gained, lost, n, high) == pytest.approx(-1.96, abs=0.01)


def test_the_interval_is_the_published_one():
    # 12 against 2 of 50: the worked example of the comparison of intervals in Statistics in Medicine 17, 2635.
    assert pairs.tango(12, 2, 50, level=0.95) == pytest.approx((0.0611, 0.3447), abs=5e-4)


def test_no_changed_pair_is_no_proof():
    low, high = pairs.tango(0, 0, 100)
    assert -0.03 < low < 0 < high < 0.03 and low == pytest.approx(-high)


def test_the_interval_mirrors():
    low, high = pairs.tango(5, 17, 300)
    assert pairs.tango(17, 5, 300) == pytest.approx((-high, -low))


@pytest.mark.parametrize(("freedom", "expected"), [(1, 6.3138), (2, 2.9200), (3, 2.3534), (10, 1.8125), (30, 1.6973)])
def test_students_quantile(freedom, expected):
    assert pairs._student_quantile(0.95, freedom) == pytest.approx(expected, abs=2e-3)


def test_a_difference_of_shares_by_hand():
    base = np.array([1, 1, 0, 0, 1, 0, 1, np.nan, 0, 1])
    other = np.array([1, 0, 0, 1, 1, 1, 1, 1, 0, np.nan])
    found = pairs.difference(base, other)
    assert (found.pairs, found.gained, found.lost, found.kind) == (8, 2, 1, "share")
    assert found.shift == pytest.approx(1 / 8) and found.low < 1 / 8 < found.high
    assert not found.is_clear


def test_a_difference_of_numbers_by_hand():
    base = np.array([10.0, 20.0, 30.0, 40.0])
    found = pairs.difference(base, base + np.array([1.0, 2.0, 3.0, 2.0]))
    assert found.kind == "number" and found.shift == 2.0 and found.is_clear
    half = 2.3534 * np.std([1, 2, 3, 2], ddof=1) / 2
    assert found.high - found.shift == pytest.approx(half, rel=1e-3)
    assert found.times_fewer > 200 and found.saved == pytest.approx(1 - 1 / found.times_fewer)


def test_pairs_needed_are_enough_and_not_twice_too_many():
    rng = np.random.default_rng(5)
    base = (rng.random(4_000) < 0.4).astype(float)
    flip = rng.random(4_000) < 0.1
    found = pairs.difference(base, np.where(flip, 1.0, base))
    needed = found.pairs_needed(0.02)
    low, high = pairs.tango(round(needed * found.gained / 4_000), 0, needed)
    assert 0.015 < high - low < 0.021


def test_sides_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="two sides"):
        pairs.difference(np.zeros(3), np.zeros(4))
    with pytest.raises(DualpowerError, match="E812"):
        pairs.difference([1.0, np.nan], [np.nan, 0.0])
    with pytest.raises(ValueError, match="positive"):
        pairs.difference(np.zeros(3), np.ones(3)).pairs_needed(0)


@pytest.fixture(scope="module")
def call():
    return histories.load("kremlin-call")


@pytest.fixture(scope="module")
def arms(call):
    base = histories.compile_scenario(call)
    stormed = histories.compile_scenario(histories.load(call, variant="they-storm"))
    return pairs.Arm("as it was", base), pairs.Arm("they-storm", stormed)


def test_the_same_arm_twice_is_the_same_history(arms):
    again = pairs.Arm("again", arms[0].problem)
    base, other = pairs.run_arms([arms[0], again], runs=40, seed=3)
    assert pairs.unchanged(base, other).same == 40
    assert pairs.difference(base.has("held"), other.has("held")).shift == 0


def test_any_runs_in_any_order_are_those_of_the_whole(arms):
    whole = pairs.run_arm(arms[0], runs=30, seed=9)
    some = pairs.run_arm(arms[0], runs=[29, 3, 4, 5, 17], seed=9, threads=1)
    assert some.number.tolist() == [29, 3, 4, 5, 17]
    for name in ("log", "outcome", "counts"):
        assert np.array_equal(getattr(some, name), getattr(whole, name)[some.number])
    assert np.array_equal(whole.replaced(some.number, some).log, whole.log)


def test_a_variant_and_a_fixed_option_are_one_and_the_same(arms):
    fixed = pairs.Arm("fixed", arms[0].problem, options={"how-to-get-the-kremlin": "storm"})
    one, two = pairs.run_arms([fixed, arms[1]], runs=60, seed=4)
    differing = one.where(one.outcome != two.outcome)
    assert len(differing) == 0
    assert set(one.took("how-to-get-the-kremlin").tolist()) <= {-1, 2}


def test_what_the_folder_keeps_is_not_computed_again(arms, tmp_path, monkeypatch):
    first = pairs.run_arm(arms[0], runs=20, seed=2, folder=tmp_path)
    from dualpower.ensemble import arms as module

    def refuse(*_args):
        raise AssertionError("computed again")

    monkeypatch.setattr(module._Maker, "_compute", refuse)
    again = pairs.run_arm(arms[0], runs=20, seed=2, folder=tmp_path)
    assert np.array_equal(first.log, again.log)
    with pytest.raises(AssertionError):
        pairs.run_arm(arms[0], runs=20, seed=3, folder=tmp_path)


def test_a_damaged_file_is_computed_again(arms, tmp_path):
    first = pairs.run_arm(arms[0], runs=5, seed=2, folder=tmp_path)
    next(tmp_path.glob("*.npz")).write_bytes(b"PK not this")
    assert np.array_equal(pairs.run_arm(arms[0], runs=5, seed=2, folder=tmp_path).log, first.log)


def test_progress_counts_over_all_arms(arms):
    seen: list[int] = []
    pairs.run_arms(arms, runs=12, seed=1, progress=seen.append)
    assert seen == sorted(seen) and seen[-1] == 24


def test_errors_are_said_plainly(arms):
    with pytest.raises(DualpowerError, match="E811"):
        pairs.run_arms([arms[0], arms[0]], runs=2, seed=1)
    with pytest.raises(DualpowerError, match="E801"):
        pairs.run_arm(arms[0], runs=[-1], seed=1)
    base = pairs.run_arm(arms[0], runs=2, seed=1)
    with pytest.raises(DualpowerError, match="E820"):
        base.has("yielde")
    with pytest.raises(DualpowerError, match="E809"):
        base.took("nothing-of-the-kind")
    with pytest.raises(DualpowerError, match="E810"):
        base.count("kiled")


def test_the_log_is_read_by_names_and_not_by_codes(call):
    """Put a plan before all others: their codes change, and no history does in which it is not carried out."""
    extra = {
        "who": "committee", "when": "holder(school) == committee and holder(soviet) == district",
        "do": [{"posture": "fight"}], "assumed": "x",
    }  # fmt: skip
    data = {**call.draft.data, "plans": {"a-first": extra, **call.draft.data["plans"]}}
    more, problems = resolve.resolve(dataclasses.replace(call.draft, data=data, problems=[]))
    assert more is not None and not problems
    first, second = (pairs.Arm(n, histories.compile_scenario(r)) for n, r in (("more", more), ("less", call)))
    assert first.problem.names.plans[1:] == second.problem.names.plans
    base, other = pairs.run_arms([first, second], runs=200, seed=6)
    quiet = (base.count("planned") == other.count("planned")) & (
        base.count("demanded") == 0
    )  # what a demand is drawn by still counts acts
    assert quiet.sum() > 50 and base.where(quiet).count("planned").sum() > 50
    assert pairs.unchanged(base.where(quiet), other.where(quiet)).share == 1


def test_strangers_have_newcombes_interval():
    """Fifty-six of seventy against forty-eight of eighty: the first example of Newcombe's paper, method 10."""
    base, other = (np.repeat([1.0, 0.0], counts) for counts in ((48, 32), (56, 14)))
    found = pairs.strangers(np.append(base, np.nan), other, level=0.95)
    assert found.shift == pytest.approx(0.2) and found.pairs == 0 and found.is_clear
    assert (found.low, found.high) == (pytest.approx(0.0524, abs=5e-5), pytest.approx(0.3339, abs=5e-5))


def test_one_history_is_no_share_among_strangers():
    with pytest.raises(DualpowerError, match="E812"):
        pairs.strangers([1.0, np.nan], [0.0, 1.0])
