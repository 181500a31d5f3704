"""Mechanisms of one's own on the command line: the examples run, and every answer says what it was made with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[3] / "examples"
FORMULAS, FUNCTION = EXAMPLES / "mechanism.yaml", EXAMPLES / "mechanism.py"


@pytest.mark.parametrize("file", [FORMULAS, FUNCTION])
def test_the_examples_run_and_move_something(dp_json, file):
    plain = dp_json("simulate", "kremlin-call", "--runs", "200", "--seed", "15")
    own = dp_json("simulate", "kremlin-call", "--runs", "200", "--seed", "15", "--mechanism", str(file))
    assert "own_mechanisms" not in plain and own["failed"] == 0
    assert own["outcomes"] != plain["outcomes"] or own["mechanisms"] != plain["mechanisms"]
    assert own["own_mechanisms"] and all(len(one["digest"]) == 64 for one in own["own_mechanisms"])
