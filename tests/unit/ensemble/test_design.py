"""What is held fast between histories, and what is refused."""

import numpy as np
import pytest
from unit.ensemble import fake

from dualpower.ensemble import provenance
from dualpower.ensemble.design import grid, option_rows, param_rows
from dualpower.errors import DualpowerError


def test_a_drawn_design_fixes_nothing(problem):
    assert option_rows(problem, None, decisions="drawn", runs=5) is None
    assert option_rows(problem, {}, decisions="drawn", runs=5) is None
    assert param_rows(fake.SYMBOLS, None, runs=5) is None


def test_history_is_one_row_for_all_and_can_be_overlaid(problem):
    rows = option_rows(problem, {"parley": "parley-2"}, decisions="history", runs=5)
    assert rows.shape == (5, 2) and rows.dtype == np.int16
    assert (rows == [2, 1]).all()


def test_one_row_per_run_is_kept_as_given(problem):
    given = np.array([[0, -1], [1, 0], [2, 1]])
    assert (option_rows(problem, given, decisions="drawn", runs=3) == given).all()
    assert (option_rows(problem, given, decisions="history", runs=3) == [[0, 1], [1, 0], [2, 1]]).all()


def test_parameters_are_fixed_by_symbol_and_drawn_otherwise():
    rows = param_rows(fake.SYMBOLS, {"xi": 2}, runs=4)
    assert (rows[:, 2] == 2.0).all() and np.isnan(rows[:, :2]).all()


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"parly": "parley-1"}, "no decision 'parly' .*did you mean parley"),
        ({"parley": "parley-7"}, "no option of parley 'parley-7'"),
        (np.array([[3, 0]]), "parley has no such option"),
        (np.array([0, 0, 0]), "shape"),
        (np.array([0.5, 1.0]), "whole numbers"),
    ],
)
def test_options_that_do_not_exist_are_refused(problem, options, told):
    with pytest.raises(DualpowerError, match=f"E809: .*{told}"):
        option_rows(problem, options, decisions="drawn", runs=4)


@pytest.mark.parametrize(
    ("params", "told"),
    [
        ({"xii": 1.0}, "did you mean xi"),
        ({"xi": "much"}, "xi is 'much'"),
        ({"xi": float("inf")}, "infinite"),
        (np.zeros((2, 3)), "shape"),
    ],
)
def test_parameters_that_do_not_exist_are_refused(params, told):
    with pytest.raises(DualpowerError, match=f"E808: .*{told}"):
        param_rows(fake.SYMBOLS, params, runs=4)


def test_an_unknown_mode_is_refused(problem):
    with pytest.raises(DualpowerError, match="drawn or history"):
        option_rows(problem, None, decisions="fixed", runs=4)


def test_a_grid_holds_every_combination_once():
    points = grid(options={"ring": ["ring-0", "ring-1"]}, params={"xi": [0, 0.5, 1]})
    assert len(points) == 6 == len({point.name for point in points})
    assert points[1].name == "ring=ring-0,xi=0.5"
    assert dict(points[1].options) == {"ring": "ring-0"} and dict(points[1].params) == {"xi": 0.5}
    assert [point.name for point in grid()] == ["as-drawn"]


def test_the_digest_of_a_design_sees_every_row():
    rows = np.zeros((600, 3))
    before = provenance.array_digest(rows, 600)
    rows[599, 2] = np.nan
    assert provenance.array_digest(rows, 600) != before
    assert provenance.array_digest(None, 600) == ""
    one = np.broadcast_to(np.zeros(3), (600, 3))
    assert provenance.array_digest(one, 600) != provenance.array_digest(np.broadcast_to(np.ones(3), (600, 3)), 600)


def test_an_identity_differs_when_any_of_its_facts_does():
    base = {"scenario": "s", "parameters": "p", "engine": "e", "seed": 1, "runs": 2, "decisions": "drawn"}
    one = provenance.Identity(**base)
    for name in vars(one):
        changed = provenance.Identity(**{**vars(one), name: "other"})
        assert changed.digest() != one.digest()
        assert len(provenance.differences(vars(one), changed)) == 1
