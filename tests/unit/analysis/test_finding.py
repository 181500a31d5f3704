"""A finding says its answer, how sure it is, and turns into plain JSON."""

from __future__ import annotations

import json

import numpy as np

from dualpower.analysis.finding import Finding, plain


def test_numbers_of_every_make_become_plain():
    made = plain(
        {"a": np.float64("nan"), "b": np.array([1, 2]), "c": (np.int8(3), np.True_), 4: float("inf"), "d": "x"}
    )
    assert made == {"a": None, "b": [1, 2], "c": [3, True], "4": None, "d": "x"}


def test_a_finding_is_a_table_a_sentence_and_how_sure():
    finding = Finding(({"id": "m", "share": 0.5},), "Half of them.", "It rests on 2 runs.", {"total": 1}, rows="marks")
    assert str(finding) == "Half of them. It rests on 2 runs."
    found = json.loads(finding.dumps())
    assert found["marks"] == [{"id": "m", "share": 0.5}] and found["total"] == 1
