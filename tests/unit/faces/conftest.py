"""The command line over a toy engine: the teaching scenario's own names, luck from (seed, run) alone."""

from __future__ import annotations

import json
import sys
from types import ModuleType, SimpleNamespace
from typing import Any

import numpy as np
import pytest

from dualpower import words

E, C = words.EVENTS, words.CAUSES
STAGES = ("ok", "stand", "contact")


def story(outcome: int) -> list[tuple[int, ...]]:
    """A short log: a decision, a call, what came of it."""
    last = (
        (300, E["yielded"], C["rule"], 3, 0, 1, 0, 0)
        if outcome == 0
        else (300, E["repulsed"], C["rule"], 3, -1, 1, 0, -1)
    )
    return [
        (0, E["started"], C["start"], -1, -1, -1, -1, -1),
        (120, E["decided"], C["decision"], 0, -1, 1, -1, 0),
        (120, E["demanded"], C["decision"], 1, 0, 1, 0, words.LINE_TELEPHONE),
        (125, E["heard"], C["rule"], 2, 0, 1, 0, words.LINE_TELEPHONE),
        last,
        (1440, E["ended"], C["rule"], 4, -1, -1, -1, outcome),
    ]


def run_batch(
    case: Any, *, seed: int, first: int, runs: int, keep_log: bool = False, progress: Any = None, **_: Any
) -> Any:
    """The documented call; ``case`` is the compiled problem itself."""
    rng = [np.random.default_rng([seed, first + i]) for i in range(runs)]
    outcome = np.array([r.integers(0, len(case.outcomes)) for r in rng], dtype=np.int16)
    status = np.array([int(seed == 13 and (first + i) % 5 == 4) for i in range(runs)], dtype=np.int8)
    wide = len(case.watches)
    logs = [np.array(story(int(o)), dtype=np.int32) for o in outcome] if keep_log else []
    counts = np.zeros((runs, 81), np.int32)
    counts[:, [E["heard"], E["decided"]]] = 1
    causes = np.zeros((runs, 8), np.int32)
    causes[:, C["plan"]], causes[:, C["dated"]] = 9, 1
    if progress is not None:
        progress(runs)
    return SimpleNamespace(
        status=status, outcome=np.where(status, -1, outcome),
        chosen=np.zeros((runs, len(case.decisions)), np.int16),
        watch_min=np.stack([r.integers(200, 320, wide) for r in rng]).astype(np.int32),
        watch_val=np.stack([r.random(wide) * 200 for r in rng]), params=np.zeros((runs, 21)), counts=counts,
        order_causes=causes, change_causes=causes * 0, series=np.zeros((runs, case.hours, len(case.series)), np.int32),
        holders=np.zeros((runs, case.hours, len(case.names.sites)), np.int8), log_rows=logs,
        log_x=[np.zeros(len(rows)) for rows in logs], log_units=[np.arange(len(case.names.units)) for _ in logs],
    )  # fmt: skip


@pytest.fixture
def toy_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the toy in the engine's place."""
    from dualpower.compiler.problem import Problem
    from dualpower.engine.params import PARAMS
    from dualpower.ensemble import execute

    batch = ModuleType("dualpower.engine.batch")
    batch.run_batch, batch.STAGES, batch.engine_digest = run_batch, STAGES, lambda: "e" * 64  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "dualpower.engine.batch", batch)
    monkeypatch.setattr("dualpower.engine.batch", batch, raising=False)
    monkeypatch.setattr(Problem, "case", property(lambda self: self))
    symbols = tuple(p.symbol for p in PARAMS)
    monkeypatch.setattr(
        execute, "load_engine", lambda: execute.Engine(run_batch, STAGES, symbols, "e" * 64, "p" * 64, compiled=False)
    )


@pytest.fixture
def dual(capsys: pytest.CaptureFixture[str]) -> Any:
    """Call the command line; returns (exit code, standard output, standard error)."""
    from dualpower.faces.cli.main import main

    def call(*args: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(list(args))
        out, err = capsys.readouterr()
        return int(left.value.code or 0), out, err

    return call


@pytest.fixture
def data(dual: Any) -> Any:
    """Call a command with --json and return its object."""

    def call(*args: str) -> Any:
        code, out, err = dual(*args, "--json", "-q")
        assert code == 0, err
        return json.loads(out)

    return call
