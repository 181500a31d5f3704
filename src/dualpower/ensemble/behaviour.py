"""What an engine does, not how it is written.

The digest of an engine's text changes with every word of it. To know whether an engine that was only
rewritten still lives the same histories, a few histories of the scenarios that are shipped are lived and
every event of theirs goes into a print. Two engines with one print may be told apart by some other history;
it has not been seen. A print is compared only where the scenario still means the same; how it is told, and in how
many languages, is no part of that. What was learnt from cities says nothing of how a country is lived: its rules read
differently (docs/model.md 13), so only scenarios of the grain from which something was learnt are compared.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from typing import Any

import numpy as np

from .arms import Arm, run_arm

RUNS, SEED = 8, 20
Prints = dict[str, list[str]]
LANGUAGES = frozenset(("en", "es", "pl", "ru"))


def meaning(problem: Any) -> str:
    """Return the SHA-256 of a compiled scenario without its titles and sentences."""
    text = json.dumps(_untold(json.loads(problem.resolved_json)), sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def _untold(value: Any) -> Any:
    """Leave out every text, and every place where a text could stand."""
    if isinstance(value, list):
        return [_untold(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {key: _untold(one) for key, one in value.items() if one not in (None, {}) and not _is_text(one)}


def _is_text(value: Any) -> bool:
    return isinstance(value, dict) and set(value) <= LANGUAGES


def take(problem: Any) -> str:
    """Return the SHA-256 of every event of a few histories of a compiled scenario."""
    found = run_arm(Arm("print", problem), runs=RUNS, seed=SEED)
    seen = hashlib.sha256(found.log.astype("<u8").tobytes())
    seen.update(found.outcome.astype("<i2").tobytes() + np.ascontiguousarray(found.params, dtype="<f8").tobytes())
    return seen.hexdigest()


def take_all() -> Prints:
    """Return [what the scenario means, print] of every scenario that is shipped, by its id."""
    return {problem.scenario: [meaning(problem), take(problem)] for problem in _shipped()}


def is_the_same(prints: Prints, learnt: Collection[str] = ()) -> bool:
    """Whether this engine lives the histories of those prints; False where no scenario is still as it was.

    Args:
        prints: what ``take_all`` returned then.
        learnt: ids of the scenarios from which something was learnt; only scenarios that keep their record as often as
            one of these are compared. Where none of them is shipped all are.
    """
    compared = 0
    shipped = _shipped(prints)
    grains = {problem.record_min for problem in shipped if problem.scenario in learnt}
    for problem in shipped:
        if grains and problem.record_min not in grains:
            continue
        meant, seen = prints[problem.scenario]
        if meant == meaning(problem):
            if take(problem) != seen:
                return False
            compared += 1
    return compared > 0


def _shipped(only: Prints | None = None) -> list[Any]:
    from ..compiler import build
    from ..scenario import catalog, resolve

    ids = [entry.id for entry in catalog.entries() if only is None or entry.id in only]
    return [build(resolve.load(name)) for name in ids]
