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


def _mixed() -> Finding:
    rows = (
        {"id": "a", "share": 0.5, "runs": 3, "clear": True, "needed": None, "parts": [1, 2]},
        {"id": "b<", "share": None, "runs": 4, "clear": False, "needed": 7, "parts": []},
    )
    return Finding(rows, "One & the other.", "Rests on 7 runs.")


def test_the_table_has_columns_of_one_kind_each():
    table = _mixed().to_table()
    assert {name: table[name].dtype.kind for name in table.names} == {
        "id": "O", "share": "f", "runs": "i", "clear": "b", "needed": "f", "parts": "O",
    }  # fmt: skip
    assert np.isnan(table["share"][1]) and table["parts"][0] == "[1, 2]"


def test_other_programs_read_the_table():
    arrow = _mixed().to_arrow()
    assert arrow.num_rows == 2 and arrow.column_names[0] == "id"


def test_a_notebook_sees_sentence_table_and_how_sure():
    shown = _mixed()._repr_html_()
    assert "One &amp; the other." in shown and "<table>" in shown and "b&lt;" in shown and "7 runs" in shown


def test_an_empty_finding_still_shows_itself():
    assert len(Finding((), "Nothing.", "").to_table()) == 0


def test_a_prompt_shows_how_many_rows_and_the_sentence():
    assert repr(_mixed()) == "<Finding, 2 rows: One & the other.>"
