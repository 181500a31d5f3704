"""What-if: combinations on common luck, levers that can be set, work that is done once and survives a kill."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dualpower.analysis import histories, what_if
from dualpower.errors import DualpowerError

pytestmark = pytest.mark.usefixtures("compiled")
SOURCE = Path(__file__).resolve().parents[3] / "src"
DECISION, NUMBER = "how-to-get-the-kremlin", "units.garrison.present"


@pytest.fixture(scope="module")
def city() -> tuple[Any, Any]:
    resolved = histories.load("kremlin-call")
    return resolved, histories.compile_scenario(resolved)


def table(city: tuple[Any, Any], names: list[str], **how: Any) -> what_if.Table:
    resolved, problem = city
    levers = [what_if.find(resolved, problem, name) for name in names]
    return what_if.tabulate(problem, levers, resolved=resolved, **{"runs": 40, "seed": 7, **how})


def test_as_chance_has_it_is_the_ensemble_itself(city: tuple[Any, Any]) -> None:
    found = table(city, [DECISION, NUMBER])
    result = histories.simulate(city[0], runs=40, seed=7)
    names = [outcome.id for outcome in city[1].outcomes]
    assert found.combinations[0] == (0, 0)
    assert [names[code] for code in found.outcome[0]] == result.outcome.tolist()


def test_the_rows_are_the_levers_settings_the_last_fastest(city: tuple[Any, Any]) -> None:
    found = table(city, [DECISION, NUMBER])
    assert found.outcome.shape == (9, 40)
    assert found.combinations[:4] == [(0, 0), (0, 1), (0, 2), (1, 0)]
    assert [setting.id for setting in found.levers[1].settings] == ["chance", "low", "high"]


def test_a_row_is_what_fixing_its_settings_gives(city: tuple[Any, Any]) -> None:
    resolved, problem = city
    found = table(city, [DECISION])
    names = [outcome.id for outcome in problem.outcomes]
    for row, setting in zip(found.outcome[1:], found.levers[0].settings[1:], strict=True):
        fixed = histories.simulate(resolved, runs=40, seed=7, options={DECISION: setting.id})
        assert [names[code] for code in row] == fixed.outcome.tolist()


def test_a_number_is_set_within_what_its_claims_allow(city: tuple[Any, Any]) -> None:
    lever = what_if.find(*city, NUMBER)
    spread = city[0].spreads[NUMBER]
    low, high = (setting.value for setting in lever.settings[1:])
    assert spread.low < low < spread.middle < high < spread.high


def test_no_life_is_lived_twice(city: tuple[Any, Any]) -> None:
    one = table(city, [DECISION])
    assert one.computed < one.outcome.size  # three settings, but chance answers as one of the two or a third
    every = {tuple(column) for column in one.outcome.T}
    assert len(every) > 1  # the levers do something


def test_history_and_the_likeliest_other_answer_are_the_settings(city: tuple[Any, Any]) -> None:
    lever = what_if.find(*city, DECISION)
    decision = next(one for one in city[1].decisions if one.id == DECISION)
    kept = [setting.option for setting in lever.settings[1:]]
    assert lever.settings[0].option == -1
    assert sum(setting.history for setting in lever.settings) == 1
    others = [chance for at, chance in enumerate(decision.chances) if not decision.options[at].history]
    assert max(others) in [decision.chances[at] for at in kept]


def test_the_numbers_drawn_are_those_of_the_histories(city: tuple[Any, Any]) -> None:
    facts = what_if.facts_of(city[1], 7, np.arange(200))
    assert (np.ptp(facts, axis=0) > 0).sum() == (np.asarray(city[1].arrays["fact_kind"][: facts.shape[1]]) != 0).sum()
    again = what_if.facts_of(city[1], 7, np.array([5]))
    assert np.array_equal(facts[5], again[0])


def test_levers_are_chosen_by_what_matters(city: tuple[Any, Any]) -> None:
    result = histories.simulate(city[0], runs=300, seed=7)
    levers = what_if.choose(*city, 3, result=result)
    assert [lever.kind for lever in levers] == ["decision", "claim", "claim"]
    assert levers == what_if.choose(*city, 3, result=result)
    assert all(city[0].ledger.rests_on(lever.id) for lever in levers if lever.kind == "claim")


@pytest.mark.parametrize("count", [0, 9])
def test_an_impossible_number_of_levers_is_refused(city: tuple[Any, Any], count: int) -> None:
    with pytest.raises(DualpowerError, match="E826"):
        what_if.choose(*city, count)


def test_an_unknown_lever_is_refused_with_the_nearest(city: tuple[Any, Any]) -> None:
    with pytest.raises(DualpowerError, match=r"E824.*how-to-get-the-kremlin"):
        what_if.find(*city, "how-to-get-the-kremlins")


def test_the_second_time_it_is_read(city: tuple[Any, Any], tmp_path: Path) -> None:
    first = table(city, [DECISION, NUMBER], folder=tmp_path)
    files = {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    second = table(city, [DECISION, NUMBER], folder=tmp_path)
    assert np.array_equal(first.outcome, second.outcome)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == files


CHILD = """
import sys
from dualpower.analysis import histories, what_if
resolved = histories.load("kremlin-call")
problem = histories.compile_scenario(resolved)
levers = [what_if.find(resolved, problem, name) for name in sys.argv[2:]]
what_if.tabulate(problem, levers, resolved=resolved, runs=400, seed=7, folder=sys.argv[1])
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="nothing can be killed here")
def test_after_a_kill_it_goes_on(city: tuple[Any, Any], tmp_path: Path) -> None:
    names = [DECISION, NUMBER, "units.cadets.present"]
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(tmp_path), *names], env=env)
    try:
        until = time.monotonic() + 60
        while len(list(tmp_path.glob("*.npz"))) < 3 and child.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
    finally:
        child.kill()
        child.wait()
    left = {path.name for path in tmp_path.glob("*.npz")}
    assert len(left) >= 3
    mended = table(city, names, runs=400, folder=tmp_path)
    assert left <= {path.name for path in tmp_path.glob("*.npz")}
    assert np.array_equal(mended.outcome, table(city, names, runs=400).outcome)


def test_progress_ends_at_the_whole(city: tuple[Any, Any]) -> None:
    seen: list[tuple[int, int]] = []
    table(city, [DECISION, NUMBER], runs=20, progress=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (180, 180)
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
