"""Morris and Sobol through our own door, on functions whose answers stand in the books."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from dualpower.analysis.screening import ENOUGH, STEP, measure
from dualpower.errors import DualpowerError, MissingPackageError

# Ishigami and Homma 1990, a = 7, b = 0.1; the indices in closed form
A, B = 7.0, 0.1
V1, V2, V13 = 0.5 * (1 + B * np.pi**4 / 5) ** 2, A**2 / 8, B**2 * np.pi**8 * (1 / 18 - 1 / 50)
ISHIGAMI_FIRST = np.array([V1, V2, 0]) / (V1 + V2 + V13)
ISHIGAMI_TOTAL = np.array([V1 + V13, V2, V13]) / (V1 + V2 + V13)


def ishigami(cube: np.ndarray, _first: int) -> np.ndarray:
    x = np.pi * (2 * cube - 1)
    return np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])


def test_sobol_finds_the_indices_of_ishigami_s_function() -> None:
    found = measure(ishigami, 3, method="sobol", runs=12_000, width=1e-3, seed=4)
    assert found.effect == pytest.approx(ISHIGAMI_TOTAL, abs=0.03)
    assert found.first == pytest.approx(ISHIGAMI_FIRST, abs=0.03)
    assert (np.abs(found.effect - ISHIGAMI_TOTAL) <= found.high - found.low).all()
    assert not found.is_narrow and len(found.values) <= 12_000


def test_the_intervals_of_sobol_cover_the_truth_about_as_often_as_they_say() -> None:
    covered = [
        (found.low <= ISHIGAMI_TOTAL) & (found.high >= ISHIGAMI_TOTAL)
        for seed in range(20)
        for found in [measure(ishigami, 3, method="sobol", runs=700, width=1e-3, seed=seed)]
    ]
    assert np.mean(covered) > 0.85


def test_morris_finds_the_slopes_of_a_plane_exactly() -> None:
    slopes = np.array([3.0, -2.0, 1.0, 0.0])
    found = measure(lambda cube, _: cube @ slopes, 4, method="morris", runs=400, width=0.01, seed=1)
    assert found.effect / STEP == pytest.approx(np.abs(slopes))
    assert found.shift / STEP == pytest.approx(slopes)
    assert found.is_narrow and len(found.values) == ENOUGH["morris"] * 5, "a plane is soon known"


def test_luck_that_decides_everything_is_the_whole_of_the_variance() -> None:
    found = measure(lambda cube, _: (cube[:, 2] > 0.5).astype(float), 4, method="sobol", runs=9_000, width=0.01, seed=2)
    assert found.effect == pytest.approx([0, 0, 1, 0], abs=0.06)
    others = [0, 1, 3]
    assert found.effect[others].tolist() == [0, 0, 0]
    assert (found.high[others] > 0).all() and (found.high[others] < 0.02).all(), "never seen is not never"


def test_what_never_changed_in_few_pairs_may_yet_change() -> None:
    """Eight pairs that never differ: Wilson's limit is 32 %, and a look at 8 is not narrow."""
    found = measure(lambda cube, _: (cube[:, 0] > 0.5).astype(float), 2, method="morris", runs=24, width=0.1, seed=1)
    assert (found.effect[1], found.low[1]) == (0, 0) and found.high[1] == pytest.approx(0.32, abs=0.01)
    assert not found.is_narrow and np.isfinite(found.ends_half[1]).sum() <= 2


def test_two_that_only_matter_together_have_no_share_alone() -> None:
    """A function that is 1 where both coordinates lie on the same side of the middle."""

    def same(cube: np.ndarray, _first: int) -> np.ndarray:
        return ((cube[:, 0] > 0.5) == (cube[:, 1] > 0.5)).astype(float)

    found = measure(same, 2, method="sobol", runs=8_000, width=0.01, seed=3)
    assert found.first == pytest.approx([0, 0], abs=0.08)
    assert found.effect == pytest.approx([1, 1], abs=0.08)


@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_the_runs_stop_as_soon_as_the_interval_is_as_narrow_as_asked(method: str) -> None:
    def noisy(cube: np.ndarray, _first: int) -> np.ndarray:
        return (cube.sum(axis=1) > 1.0).astype(float)

    lengths = []
    for width in (0.8, 0.4, 0.2):
        found = measure(noisy, 2, method=method, runs=20_000, width=width, seed=5)
        assert found.is_narrow and found.width <= width
        lengths.append(len(found.values))
    assert lengths == sorted(lengths) and lengths[0] < lengths[-1] < 20_000


@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_every_point_is_asked_for_once_and_in_order(method: str) -> None:
    asked: list[tuple[int, np.ndarray]] = []

    def model(cube: np.ndarray, first: int) -> np.ndarray:
        asked.append((first, cube))
        return cube[:, 0] * cube[:, 1]

    found = measure(model, 3, method=method, runs=1_300, width=1e-6, seed=6)
    assert len(asked) > 2
    assert [first for first, _ in asked] == list(np.cumsum([0, *(len(cube) for _, cube in asked)])[:-1])
    again = measure(lambda cube, _: cube[:, 0] * cube[:, 1], 3, method=method, runs=1_300, width=1e-6, seed=6)
    assert np.array_equal(again.values, found.values) and np.array_equal(again.high, found.high)


def test_ends_are_the_means_of_the_lowest_and_the_highest_fifth() -> None:
    found = measure(lambda cube, _: cube[:, 0], 2, method="sobol", runs=4_000, width=1e-6, seed=7)
    assert found.ends[0] == pytest.approx([0.1, 0.9], abs=0.02)
    assert found.ends[1] == pytest.approx([0.5, 0.5], abs=0.05)
    assert (np.abs(found.ends[1] - 0.5) < 2 * found.ends_half[1]).all()


@pytest.mark.parametrize("method", ["morris", "sobol"])
def test_a_function_that_never_changes_is_soon_known(method: str) -> None:
    found = measure(lambda cube, _: np.ones(len(cube)), 3, method=method, runs=10_000, width=0.1, seed=8)
    assert found.effect.tolist() == [0, 0, 0] and found.values.std() == 0
    assert len(found.values) == ENOUGH[method] * (5 if method == "sobol" else 4)


def test_too_few_points_for_a_first_look_are_refused_with_how_many_it_takes() -> None:
    with pytest.raises(DualpowerError, match=r"E832.*too few.*at least 40"):
        measure(ishigami, 3, method="sobol", runs=39, width=0.5, seed=0)


def test_without_the_extra_the_cure_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "SALib", None)
    with pytest.raises(MissingPackageError, match=r"E825.*SALib.*pip install 'dualpower\[analysis\]'"):
        measure(ishigami, 3, method="sobol", runs=100, width=0.5, seed=0)
