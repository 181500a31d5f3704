"""One frozen digest per scenario and seed: a change of results is an event, and shows here.

A digest covers outcomes, choices, watches, counts of events and the hourly record. To accept a change:
``python -m tests.contracts.test_golden`` writes the file and prints what moved; the commit that carries it
holds the rule that moved it, and its message gives the shares before and after.
"""

import hashlib
import json
from pathlib import Path

import pytest

from dualpower.compiler import build
from dualpower.engine import batch
from dualpower.engine.build import kernel
from dualpower.scenario.resolve import load

GOLDEN = Path(__file__).parent.parent / "golden.json"
CASES = {"kremlin-call": (20, 7), "moscow-1917": (4, 1917)}


def digest(scenario: str, module: object = None) -> str:
    """SHA-256 over everything that a few runs of a scenario left behind."""
    runs, seed = CASES[scenario]
    problem = build(load(scenario))
    block = batch.run_batch(problem.case_for(module or kernel()), seed=seed, first=0, runs=runs, module=module)
    total = hashlib.sha256()
    for part in (block.status, block.outcome, block.chosen, block.watch_min, block.counts, block.series, block.holders):
        total.update(part.tobytes())
    return total.hexdigest()


@pytest.mark.parametrize("scenario", CASES)
def test_results_are_as_they_were(scenario: str) -> None:
    assert digest(scenario) == json.loads(GOLDEN.read_text())[scenario], (
        "results changed: if that is meant, run python -m tests.contracts.test_golden and say why in the commit"
    )


if __name__ == "__main__":
    now = {scenario: digest(scenario) for scenario in CASES}
    old = json.loads(GOLDEN.read_text()) if GOLDEN.exists() else {}
    for name, value in now.items():
        print(name, "unchanged" if old.get(name) == value else "changed")
    GOLDEN.write_text(json.dumps(now, indent=2) + "\n")
