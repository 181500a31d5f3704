"""Luck goes by name: what is added to a scenario and never comes to pass leaves every history as it was."""

from __future__ import annotations

import dataclasses

import numpy as np

from dualpower import words
from dualpower.compiler import build
from dualpower.engine import batch
from dualpower.scenario import resolve

RUNS = 120
IDLE = {
    "who": "committee",
    "when": "acting(committee) > 100000",
    "do": [{"posture": "fight"}],
    "assumed": "a plan that nobody ever carries out",
}


def test_a_plan_that_is_never_carried_out_changes_no_draw_of_a_demand():
    call = resolve.load("kremlin-call")
    data = {**call.draft.data, "plans": {"a-first": IDLE, **call.draft.data["plans"]}}
    more, problems = resolve.resolve(dataclasses.replace(call.draft, data=data, problems=[]))
    assert more is not None and not problems, problems
    blocks = [
        batch.run_batch(build(one).case, seed=6, first=0, runs=RUNS, keep_log=True, keep_series=False)
        for one in (call, more)
    ]
    assert blocks[0].counts[:, words.EVENTS["demanded"]].sum() > RUNS / 4
    for name in ("outcome", "watch_min", "counts", "chosen"):
        assert np.array_equal(getattr(blocks[0], name), getattr(blocks[1], name)), name
    for one, two in zip(blocks[0].log_rows, blocks[1].log_rows, strict=True):
        assert np.array_equal(one[:, :7], two[:, :7])  # the last column counts plans
