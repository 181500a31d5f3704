"""The log: every event has its meaning, counts are kept whether rows are or not, a full log is a stage, not a crash."""

import numpy as np
import pytest
from worlds import problem_of, rows_of, run, town, worker_of

from dualpower import words
from dualpower.engine.events import MEANINGS
from dualpower.engine.world import MAX_LOG, N_EVENTS

WAR = {"reds": {"posture": "fight", "operations": 3}, "blues": {"posture": "fight", "operations": 3}}


def test_every_event_says_what_its_columns_mean():
    assert set(MEANINGS) == set(words.EVENTS)
    assert all(len(meaning) == 5 and all(isinstance(word, str) for word in meaning) for meaning in MEANINGS.values())


def test_every_event_has_a_counter():
    assert max(words.EVENTS.values()) < N_EVENTS
    assert len(set(words.EVENTS.values())) == len(words.EVENTS)


@pytest.fixture(scope="module")
def war():
    return problem_of(town(authorities=WAR))


def test_counts_do_not_depend_on_keeping_the_log(war):
    kept, bare = run(war, runs=5), run(war, runs=5, keep_log=False)
    assert np.array_equal(kept.counts, bare.counts)
    assert all(len(rows) == 0 for rows in bare.log_rows)
    assert np.array_equal(kept.series, bare.series)


def test_counts_are_the_rows(war):
    block = run(war, runs=5)
    for i in range(5):
        assert np.array_equal(np.bincount(block.log_rows[i][:, 1], minlength=N_EVENTS), block.counts[i])


def test_a_row_is_brought_about_by_an_earlier_row_and_time_runs_forward(war):
    block = run(war, runs=10)
    for i in range(10):
        rows = rows_of(war, block, i)
        assert [row["minute"] for row in rows] == sorted(row["minute"] for row in rows)
        assert all(-1 <= row["trigger"] < n for n, row in enumerate(rows))
        assert rows[0]["event"] == "started" and rows[-1]["event"] == "ended"


def test_codes_stay_in_their_tables(war):
    block, names = run(war, runs=10), war.names
    for i in range(10):
        rows = block.log_rows[i]
        assert np.isin(rows[:, 1], list(words.EVENTS.values())).all()
        assert np.isin(rows[:, 2], list(words.CAUSES.values())).all()
        assert rows[:, 4].max() < len(block.log_units[i])
        assert rows[:, 5].max() < len(names.authorities)
        assert rows[:, 6].max() < len(names.sites)


def test_a_full_log_ends_the_run_as_a_row_with_its_stage():
    g = worker_of(problem_of(town()), interpreted=True, begin=True)
    g.world.n_log = MAX_LOG
    row = g.kernel.log_event(g.world, words.EV_STARTED, -1, -1, -1, -1, 0.0)
    assert (row, g.world.stage, g.world.n_log) == (MAX_LOG - 1, 2, MAX_LOG)
