"""What the check lets through the compiler honours: every verb with every modifier it takes."""

from pathlib import Path

import pytest

from dualpower.compiler.build import build
from dualpower.scenario import acts, check_acts, resolve

VALID = Path(__file__).parents[1] / "cases" / "valid" / "every-verb.yaml"
COMMON = {"with", "men", "by", "claimed_by", "to", "lasting"}  # mean the same with every verb that takes them


@pytest.fixture(scope="module")
def resolved() -> resolve.Resolved:
    return resolve.load(VALID)


def test_every_verb_is_used_with_every_modifier_of_its_own(resolved):
    used: dict[str, set[str]] = {}
    for _, act in check_acts.acts_of(resolved):
        used.setdefault(acts.verbs_of(act)[0].name, set()).update(name for name, _ in acts.modifiers(act))
    assert set(used) == set(acts.VERBS)
    unused = {v.name: {*v.needs, *v.takes} - COMMON - used[v.name] for v in acts.VERBS.values()}
    assert {verb: names for verb, names in unused.items() if names} == {}


def test_all_of_it_compiles(resolved):
    assert build(resolved).outcomes
