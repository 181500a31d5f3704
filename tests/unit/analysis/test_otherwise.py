"""Lives lived otherwise: what never came up is not lived again, and what is recalled is what would have been."""

from __future__ import annotations

import numpy as np
import pytest
from worlds.pivotal import FOLDER, pivotal

from dualpower.analysis import histories
from dualpower.analysis.otherwise import NEVER, Ground
from dualpower.ensemble.arms import Arm, run_arm

RUNS = 60


@pytest.fixture(scope="module")
def problem():
    return histories.compile_scenario(pivotal(FOLDER / "two-locks.yaml")[0])


def straight(problem, rows, numbers=None):
    """The same lives, each computed, none recalled; with the fingerprint of the whole log."""
    return run_arm(Arm("straight", problem, options=rows), runs=len(rows) if numbers is None else numbers, seed=5)


@pytest.mark.parametrize("decisions", ["drawn", "history"])
def test_a_question_that_never_came_up_leaves_the_whole_log_as_it_was(problem, decisions):
    """The proof that such runs need no second life: lived again all the same, they are the same to the last event."""
    ground = Ground(problem, runs=RUNS, seed=5, decisions=decisions)
    first = straight(problem, ground.rows())
    silent = 0
    for d in range(len(problem.decisions)):
        for rows in (ground.done_rows(d), ground.undone_rows(d)):
            again = straight(problem, rows)
            unasked = ground.first_lives.chosen[:, d] == NEVER
            silent += int(unasked.sum())
            assert np.array_equal(again.log[unasked], first.log[unasked])
            assert np.array_equal(again.outcome[unasked], first.outcome[unasked])
    assert silent > 0 or decisions == "history"


def test_a_leader_told_to_do_what_he_would_have_done_does_the_same(problem):
    ground = Ground(problem, runs=RUNS, seed=5)
    own = straight(problem, ground.first_lives.chosen.astype(np.int16))
    assert np.array_equal(own.log, straight(problem, ground.rows()).log)


def test_what_is_recalled_is_what_would_have_been_computed(problem):
    """Every way to keep and undo all decisions, recalled where possible, against each computed."""
    ground, size = Ground(problem, runs=RUNS, seed=5), len(problem.decisions)
    for s in range(1 << size):
        rows = ground.rows()
        for d in range(size):
            rows[:, d] = ground.history[d] if s >> d & 1 else ground.undone[:, d]
        lived, each = ground.live(rows), straight(problem, rows)
        assert np.array_equal(lived.outcome, each.outcome)
        assert np.array_equal(lived.chosen, each.chosen)
    assert ground.computed < RUNS * (1 << size) / 1.3


def test_undoing_one_decision_costs_one_life_for_each_history_in_which_it_came_up(problem):
    ground = Ground(problem, runs=RUNS, seed=5)
    before = ground.computed
    d = 1
    ground.live(ground.done_rows(d))
    ground.live(ground.undone_rows(d))
    assert ground.computed - before == int(ground.first_lives.asked[:, d].sum())


def test_undoing_forbids_history_s_option_and_keeps_the_chances_of_the_rest():
    problem = histories.compile_scenario(histories.load("kremlin-call"))
    ground = Ground(problem, runs=3000, seed=5)
    rest = ground.undone[:, 0]
    assert set(np.unique(rest)) == {1, 2}  # chances .3 and .2
    assert (rest == 1).mean() == pytest.approx(0.6, abs=4 * (0.24 / 3000) ** 0.5)
    own = ground.first_lives.chosen[:, 0]
    assert np.array_equal(rest[own > 0], own[own > 0])  # who chose otherwise by himself stays with it


def test_the_luck_of_an_undone_decision_belongs_to_the_run(problem):
    few, many = Ground(problem, runs=20, seed=5), Ground(problem, runs=RUNS, seed=5)
    late = Ground(problem, runs=20, seed=5, first=40)
    assert np.array_equal(few.undone, many.undone[:20])
    assert np.array_equal(late.undone, many.undone[40:])
    assert np.array_equal(late.first_lives.outcome, many.first_lives.outcome[40:])


def test_finished_work_is_found_again(problem, tmp_path):
    first = Ground(problem, runs=RUNS, seed=5, folder=tmp_path)
    files = sorted(tmp_path.iterdir())
    assert files
    stamps = [file.stat().st_mtime_ns for file in files]
    again = Ground(problem, runs=RUNS, seed=5, folder=tmp_path)
    assert np.array_equal(first.first_lives.outcome, again.first_lives.outcome)
    assert [file.stat().st_mtime_ns for file in sorted(tmp_path.iterdir())] == stamps
