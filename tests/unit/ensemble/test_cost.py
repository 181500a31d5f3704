"""What keeping costs: little time, little room, and memory that does not grow with the histories' hours.

The shapes are those of a large city over ten days. A history of it may cost 20 ms of one core (100 a second
on two), of which keeping may take 3 %: 0.6 ms. The limits leave room for a busy machine.
"""

import time
import tracemalloc
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from unit.ensemble import fake

from dualpower.ensemble import execute

HOURS, SERIES, SITES, DECISIONS, WATCHES, PARAMS = 241, 20, 60, 15, 90, 21


def named(name: str) -> Any:
    return SimpleNamespace(id=name, title={}, history=name.endswith("0"))


@pytest.fixture(scope="module")
def city() -> Any:
    decisions = [
        SimpleNamespace(id=f"d{at}", title={}, dated=False, chances=[0.5, 0.5], options=[named("o0"), named("o1")])
        for at in range(DECISIONS)
    ]
    return fake.Problem(
        hours=HOURS,
        series=[f"s{at}" for at in range(SERIES)],
        names=SimpleNamespace(
            sites=[f"site-{at}" for at in range(SITES)], authorities=["one", "two", "three"], units=fake.UNITS
        ),
        outcomes=[named(f"end-{at}") for at in range(5)],
        decisions=decisions,
        watches=[SimpleNamespace(id=f"m{at}.hour", has_trigger=True) for at in range(WATCHES)],
    )


@pytest.fixture(scope="module")
def block() -> Any:
    luck, runs = np.random.default_rng(1), 250
    steps = (luck.random((runs, HOURS, SERIES)) < 0.1) * luck.integers(-20, 30, (runs, HOURS, SERIES))
    holders = np.repeat(luck.integers(-1, 3, (runs, 1, SITES)), HOURS, axis=1).astype(np.int8)
    for run in range(runs):
        for _ in range(40):
            holders[run, luck.integers(HOURS) :, luck.integers(SITES)] = luck.integers(-1, 3)
    return SimpleNamespace(
        status=np.zeros(runs, np.int8),
        outcome=luck.integers(0, 5, runs),
        chosen=luck.integers(-1, 2, (runs, DECISIONS)),
        watch_min=luck.integers(-1, 14400, (runs, WATCHES)),
        watch_val=luck.normal(size=(runs, WATCHES)),
        params=luck.normal(size=(runs, PARAMS)),
        counts=luck.integers(0, 200, (runs, 81)),
        order_causes=luck.integers(0, 99, (runs, 8)),
        change_causes=luck.integers(0, 99, (runs, 8)),
        series=np.cumsum(steps, axis=1).astype(np.int32),
        holders=holders,
    )


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch, city: Any, block: Any) -> Any:
    symbols = tuple(f"p{at}" for at in range(PARAMS))
    ready = fake.engine(run_batch=lambda case, **how: block, symbols=symbols)
    monkeypatch.setattr(execute, "load_engine", lambda: ready)
    execute.simulate(city, runs=250, seed=1)  # imports are not the cost of keeping
    return city


def test_keeping_a_history_takes_little_time_and_room(large, tmp_path):
    runs, begun = 1000, time.process_time()
    execute.simulate(large, runs=runs, seed=1, folder=tmp_path / "r")
    spent = time.process_time() - begun
    size = sum(file.stat().st_size for file in (tmp_path / "r").iterdir())
    assert 1000 * spent / runs < 0.6, "milliseconds of one core per history"
    assert size / runs < 6000, "bytes per history: 60 MB for ten thousand"


def test_memory_does_not_grow_with_what_is_written(large, tmp_path):
    def peak(runs: int) -> int:
        tracemalloc.start()
        execute.simulate(large, runs=runs, seed=1, folder=tmp_path / str(runs))
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    assert peak(1500) < 1.3 * peak(500)
