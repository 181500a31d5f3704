"""Whatever is written where it does not belong, the check answers with problems and never with a traceback."""

import copy
import random
from pathlib import Path

import pytest

from dualpower import draft
from dualpower.errors import CODES
from dualpower.scenario import check, resolve, variant

VALID = Path(__file__).parents[2] / "cases" / "valid"
ODD = [
    None, True, 0, -1, 3.5, 1e300, "", "x", "all", "none", "1..2", "5..3", "about 1 +- 2", "holder(x) == y", [], {},
    [1], ["x"], {"claim": "x"}, {"value": "x"}, {"x": 1}, [["a", "b"]], {"claim": []}, {"claim": None},
    "9999-99-99 99:99", "3 h", "é", {"en": "x"}, [None], {"a": {"b": {"c": 1}}}, 10**18, "removed",
]  # fmt: skip


def paths(value, path=()):
    if path:
        yield path
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in pairs:
        yield from paths(item, (*path, key))


def spoil(data, luck):
    path = luck.choice(list(paths(data)))
    owner = data
    for key in path[:-1]:
        owner = owner[key]
    choice = luck.random()
    if choice < 0.25:
        del owner[path[-1]]
    elif choice < 0.4 and isinstance(owner, dict):
        owner[luck.choice(["x", "claim", "assumed", "when", "value", "at", "to"])] = copy.deepcopy(luck.choice(ODD))
    else:
        owner[path[-1]] = copy.deepcopy(luck.choice(ODD))


@pytest.mark.parametrize("name", ["three-days", "every-verb"])
def test_a_spoiled_scenario_has_problems_and_no_traceback(name):
    whole = draft.read(VALID / f"{name}.yaml")
    for seed in range(75):
        luck = random.Random(seed)
        data = copy.deepcopy(whole.data)
        for _ in range(luck.choice([1, 1, 2, 4])):
            spoil(data, luck)
        resolved, problems = resolve.resolve(draft.Draft(data, whole.folder, whole.file, whole.places, whole.values))
        if resolved is not None:
            problems += check.check(resolved)
            if not problems:
                problems += variant.check_all(resolved)
        assert resolved is not None or problems, f"seed {seed}"
        assert {p.code for p in problems} <= set(CODES), f"seed {seed}"
