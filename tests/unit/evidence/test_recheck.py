"""The rules by which two entries agree, against cases reckoned by hand."""

import pytest
from pydantic import ValidationError

from dualpower.evidence.claim import Spread
from dualpower.evidence.recheck import (
    Recheck,
    SecondEntry,
    compare_none,
    compare_places,
    compare_spans,
    compare_words,
    kappa,
    metres,
    rank_correlation,
    side,
    span_of,
)


@pytest.mark.parametrize(("first", "second", "agrees"), [
    ((500, 500), (400, 600), True), ((500, 500), (500, 500), True), ((500, 500), (501, 501), False),
    ((0, 10), (10, 20), True), ((0, 10), (10.1, 20), False), ((0, 10), (5, float("inf")), True),
    ((-1, -0.5), (-0.5, 0), True), ((0.1 + 0.2, 0.1 + 0.2), (0.3, 0.3), True),
])  # fmt: skip
def test_numbers_agree_when_their_ranges_meet(first, second, agrees):
    assert compare_spans(first, second).agrees is agrees
    assert compare_spans(second, first).agrees is agrees


def test_of_a_mean_two_standard_deviations_count():
    assert span_of(Spread("normal", 100.0, 10.0)) == (80.0, 120.0)
    assert span_of(Spread("triangular", 1.0, 5.0, 2.0)) == (1.0, 5.0)


def test_a_degree_of_latitude_is_111_km_and_one_of_longitude_half_of_it_at_sixty_degrees():
    assert metres((55.0, 37.0), (56.0, 37.0)) == pytest.approx(111_195, abs=5)
    assert metres((60.0, 30.0), (60.0, 31.0)) == pytest.approx(55_597, abs=30)
    assert metres((60.0, 30.0), (60.0, 30.0)) == 0.0


def test_places_agree_within_the_larger_precision_and_never_under_a_hundred_metres():
    near, far = (55.0, 37.0), (55.0 + 300 / 111_195, 37.0)  # 300 m apart
    assert not compare_places(near, far, first_m=None, second_m=None).agrees
    assert not compare_places(near, far, first_m=200, second_m=250).agrees
    assert compare_places(near, far, first_m=100, second_m=350).agrees
    assert compare_places(near, (55.0 + 90 / 111_195, 37.0), first_m=10, second_m=None).agrees


def test_words_agree_when_equal_or_when_the_second_coder_allowed_for_the_first():
    assert compare_words("fortress", ["fortress"]).agrees
    assert compare_words("arsenal", ["fortress", "arsenal"]).agrees
    assert not compare_words("church", ["fortress", "arsenal"]).agrees


def test_a_number_without_evidence_must_be_called_assumed():
    assert compare_none("assumed").agrees
    assert not any(compare_none(grade).agrees for grade in ("seen", "inferred", "unverified"))


def test_kappa_of_a_table_reckoned_by_hand():
    # 20 both yes, 5 yes-no, 10 no-yes, 15 both no: seen .7, chance .5 x .6 + .5 x .4 = .5, so .4
    pairs = [("y", "y")] * 20 + [("y", "n")] * 5 + [("n", "y")] * 10 + [("n", "n")] * 15
    assert kappa(pairs) == pytest.approx(0.4)
    assert kappa([("y", "y"), ("n", "n")]) == pytest.approx(1.0)
    assert kappa([("y", "y")] * 3) is None and kappa([]) is None


def test_rank_correlation_of_cases_reckoned_by_hand():
    assert rank_correlation([(1, 10), (2, 20), (3, 900)]) == pytest.approx(1.0)
    assert rank_correlation([(1, 3), (2, 2), (3, 1)]) == pytest.approx(-1.0)
    # ranks 1 2.5 2.5 4 against 1 2 3 4: covariance 4.5, variances 4.5 and 5
    assert rank_correlation([(1, 1), (2, 2), (2, 3), (3, 4)]) == pytest.approx(4.5 / (4.5 * 5) ** 0.5)
    assert rank_correlation([(1, 1)]) is None and rank_correlation([(1, 1), (1, 2)]) is None


def test_a_taste_near_nought_is_for_neither_side():
    assert [side(t) for t in (-1.0, -0.25, 0.0, 0.25, 0.26)] == ["against", "neither", "neither", "neither", "for"]


@pytest.mark.parametrize("fields", [
    {}, {"value": 3, "word": "bank"}, {"at": [1, 2], "none": "not printed"}, {"low": 3, "high": 2},
    {"low": 1, "high": 2, "value": 3}, {"value": 3, "colour": "red"}, {"earliest": "tomorrow"},
])  # fmt: skip
def test_an_entry_keys_one_thing_that_makes_sense(fields):
    with pytest.raises(ValidationError):
        SecondEntry.model_validate({"of": "units.guard.roll", **fields})


def test_the_middle_of_what_was_keyed():
    def middle(**fields):
        return SecondEntry.model_validate({"of": "x", **fields}).middle

    assert middle(value=5) == 5 and middle(low=2, high=4) == 3 and middle(low=2, value=2.5, high=4) == 2.5
    assert middle(low=2) is None


def test_somebody_must_have_keyed_something():
    with pytest.raises(ValidationError):
        Recheck.model_validate({"by": "somebody else", "entries": []})
    with pytest.raises(ValidationError):
        Recheck.model_validate({"entries": [{"of": "x", "value": 1}]})
