"""Looking at a history while it happens changes nothing in it, and shows what its log tells."""

import numpy as np
import pytest

from dualpower.analysis import histories
from dualpower.engine.batch import run_batch
from dualpower.engine.film import DEAD, GOAL, PLACE, SLOT, film_run
from dualpower.errors import DualpowerError
from dualpower.words import EVENTS


@pytest.fixture(scope="module")
def problem():
    return histories.compile_scenario(histories.load("kremlin-call"))


@pytest.fixture(scope="module")
def film(problem):
    return film_run(problem.case, seed=1917, run=3)


def test_a_film_is_the_history_that_is_counted(problem, film):
    block = run_batch(problem.case, seed=1917, first=3, runs=1, keep_log=True)
    assert film.outcome == block.outcome[0]
    assert np.array_equal(film.log_rows, block.log_rows[0]) and np.array_equal(film.log_x, block.log_x[0])
    assert np.array_equal(film.chosen, block.chosen[0])
    for frame, holders in zip(film.frames[1:], block.holders[0][1:], strict=False):
        assert frame.minute % 60 == 0 and len(frame.holder) == len(holders)


def test_frames_tell_what_the_log_tells(film):
    rows = film.log_rows
    fell = rows[rows[:, 1] == EVENTS["killed"]]
    dead = film.frames[-1].units[:, DEAD].sum()
    assert (dead > 0) == (len(fell) > 0)
    minutes = [frame.minute for frame in film.frames]
    assert minutes == sorted(set(minutes)) and minutes[0] == 0
    for frame in film.frames:
        assert len(set(frame.units[:, SLOT])) == len(frame.units)
        assert (frame.units[:, PLACE] >= 0).all() and (frame.units[:, GOAL] >= -1).all()
        assert frame.believed.shape == frame.seen.shape and (frame.seen <= frame.minute).all()


def test_closer_frames_show_the_same_history(problem, film):
    close = film_run(problem.case, seed=1917, run=3, every=15)
    assert np.array_equal(close.log_rows, film.log_rows)
    assert np.array_equal(close.frames[4].units, film.frames[1].units)


@pytest.mark.parametrize(("how", "code"), [({"every": 0}, "E801"), ({"seed": -1}, "E802")])
def test_what_cannot_be_filmed_is_refused(problem, how, code):
    with pytest.raises(DualpowerError) as trouble:
        film_run(problem.case, **{"seed": 1, "run": 0, **how})
    assert trouble.value.code == code
