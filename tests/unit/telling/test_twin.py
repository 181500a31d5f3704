"""The same history but for one decision: on its own luck, and one history with it up to there."""

from __future__ import annotations

import dualpower as dp
from dualpower.analysis import histories
from dualpower.telling.page.films import film
from dualpower.telling.page.twin import twin

SEED, RUN = 7, 3


def two():
    resolved = dp.load("kremlin-call")
    problem = histories.compile_scenario(resolved)
    first = film(resolved, problem, seed=SEED, run=RUN, why="median", languages=("en",))
    return problem, first, twin(resolved, problem, first)


def test_one_decision_is_set_otherwise_and_all_luck_is_the_same():
    problem, first, other = two()
    assert (other.seed, other.run, other.why) == (SEED, RUN, "otherwise")
    decision, option = other.otherwise
    assert first.options[decision] not in (-1, option) and other.options[decision] == option
    chances = list(problem.decisions[decision].chances)
    chances[first.options[decision]] = 0
    assert chances[option] == max(chances)


def test_they_are_one_history_up_to_the_decision():
    _, first, other = two()
    decided = next(one.minute for one in first.happenings if one.event == "decided")

    def told(one):
        return [(h.minute, h.text["en"]) for h in one.happenings if h.minute < decided]

    def seen(one):
        return [[step for step in track.steps if step[0] < decided] for track in one.tracks if track.since < decided]

    assert told(first) == told(other) and seen(first) == seen(other)
    assert first.happenings != other.happenings


def test_a_history_in_which_nothing_was_asked_has_no_twin():
    resolved = dp.load("kremlin-call")
    problem = histories.compile_scenario(resolved)
    _, first, _ = two()
    silent = first.model_copy(update={"options": [-1] * len(first.options)})
    assert twin(resolved, problem, silent) is None
