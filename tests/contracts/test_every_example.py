"""Every example that lies beside the program checks clean, cites its numbers, runs and is told."""

from pathlib import Path

import pytest

import dualpower as dp

EXAMPLES = sorted((Path(__file__).resolve().parents[2] / "examples").glob("*/scenario.yaml"))


def test_there_is_an_example():
    assert EXAMPLES


@pytest.fixture(scope="module", params=EXAMPLES, ids=lambda path: path.parent.name)
def example(request):
    return request.param.parent


def test_it_checks_clean_and_is_named_like_its_folder(example):
    assert dp.check(example) == []
    assert dp.load(example).id == example.name


def test_it_runs_and_more_than_one_ending_happens(example):
    result = dp.simulate(example, runs=60, seed=7)
    assert not result.failed
    assert sum(row["runs"] > 0 for row in result.outcomes().rows()) > 1


def test_every_decision_comes_up_and_every_promise_falls_due(example):
    result = dp.simulate(example, runs=60, seed=7)
    assert all(row["came_up"] > 0 for row in result.decisions().rows())
    happened = {row["event"]: row["share"] for row in result.mechanisms().rows()}
    assert happened["promise-kept"] + happened["promise-broken"] > 0


def test_it_is_told_to_its_end(example):
    told = str(dp.tell(example, run=0, seed=7))
    assert "The story begins." in told and "The story ends" in told
