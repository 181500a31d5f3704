"""How sure a share is: against values known on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpower.ensemble.intervals import wilson


@pytest.mark.parametrize(
    ("count", "total", "low", "high"),
    [
        # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score, no continuity correction).
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_agrees_with_the_printed_tables(count, total, low, high):
    assert wilson(count, total) == pytest.approx((low, high), abs=5e-5)


def test_nothing_known_is_the_whole_range():
    assert wilson(0, 0) == (0.0, 1.0)


def test_certainty_is_never_claimed_but_the_edge_is_kept():
    low, high = wilson(0, 1000)
    assert low == 0.0 and 0 < high < 0.01
    low, high = wilson(1000, 1000)
    assert high == 1.0 and 0.99 < low < 1


@given(st.integers(0, 5000), st.integers(1, 5000), st.floats(0.5, 0.999))
def test_the_interval_holds_the_share_and_stays_in_range(count, total, level):
    count = min(count, total)
    low, high = wilson(count, total, level=level)
    assert 0.0 <= low <= count / total <= high <= 1.0
    assert low < high


@pytest.mark.parametrize(("count", "total", "level"), [(3, 2, 0.95), (-1, 2, 0.95), (1, 2, 1.0), (1, 2, 0.0)])
def test_impossible_questions_are_refused(count, total, level):
    with pytest.raises(ValueError):
        wilson(count, total, level=level)
