"""Tiny worlds, each with the chronicle it must produce: one story or more for every mechanism.

A story is a YAML file beside this one: ``tells`` (a sentence), ``world`` (laid over town.yaml), ``params``
(laid over CALM), ``runs``, and ``expect``, a list of demands. A demand is one of

    chronicle: [pattern, ...]   the patterns occur in this order, in at least ``share`` of the runs (default 0.9)
    seldom: pattern             it occurs in at most ``share`` of the runs (default 0: never)
    outcome: id                 the run ends so, in at least ``share`` of the runs

A pattern gives any of event, who, where, unit, cause, other, least, most (bounds of x), and ``because``: the
event in the row that brought this one about.
"""

from pathlib import Path

import pytest
import yaml
from worlds import merged, problem_of, rows_of, run, town
from worlds.telling import CALM, FIELDS, fits, follows

from dualpower import words
from dualpower.scenario import check

HERE = Path(__file__).parent
STORIES = sorted(path for path in HERE.glob("*.yaml") if path.name != "town.yaml")


def read(path: Path) -> dict:
    story = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(story) <= {"tells", "world", "params", "runs", "expect"}, f"{path.name}: unknown key"
    for demand in story["expect"]:
        patterns = demand.get("chronicle", [demand["seldom"]] if "seldom" in demand else [])
        for pattern in patterns:
            assert set(pattern) <= FIELDS | {"because", "least", "most"}, f"{path.name}: {pattern}"
            assert pattern.get("event", "started") in words.EVENTS, f"{path.name}: {pattern}"
    return story


def world_of(path: Path) -> dict:
    return town(**merged({"id": path.stem}, read(path).get("world", {})))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_its_world_is_a_scenario_that_checks_clean(path, tmp_path):
    file = tmp_path / f"{path.stem}.yaml"
    file.write_text(yaml.safe_dump(world_of(path), allow_unicode=True), encoding="utf-8")
    problems, _ = check.check_text(str(file))
    assert not problems, "\n".join(map(str, problems))


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_it_is_told(path):
    story, problem = read(path), problem_of(world_of(path))
    runs = story.get("runs", 20)
    block = run(problem, runs=runs, seed=1900, params=CALM | story.get("params", {}))
    assert not block.status.any()
    logs = [rows_of(problem, block, i) for i in range(runs)]
    ends = [problem.names.outcomes[code] for code in block.outcome.tolist()]
    for demand in story["expect"]:
        if "chronicle" in demand:
            share = sum(follows(demand["chronicle"], rows) for rows in logs) / runs
        elif "seldom" in demand:
            share = sum(any(fits(demand["seldom"], row, rows) for row in rows) for rows in logs) / runs
        else:
            share = ends.count(demand["outcome"]) / runs
        told = "\n".join(str(row) for row in logs[0])
        if "seldom" in demand:
            assert share <= demand.get("share", 0.0), f"{demand}: {share:.0%} of runs\nrun 0:\n{told}"
        else:
            assert share >= demand.get("share", 0.9), f"{demand}: {share:.0%} of runs\nrun 0:\n{told}"


def test_every_event_is_told_by_some_story_or_named_here():
    """What no story asks for is listed, so that a new event cannot come in untold."""
    asked = {
        pattern["event"]
        for path in STORIES
        for demand in read(path)["expect"]
        for pattern in demand.get("chronicle", [])
        if "event" in pattern
    }
    untold = set(words.EVENTS) - asked
    assert untold <= UNTOLD, f"no story tells of {sorted(untold - UNTOLD)}"


# small change of detachments, and rare ends of a siege: the property tests see them, no story waits for them
UNTOLD = {"merged", "rallied", "dispersed", "freed"}
