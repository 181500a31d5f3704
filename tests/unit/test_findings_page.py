"""The page of findings holds what the commands said, and where to disagree."""

from __future__ import annotations

import argparse
import importlib.util
import json
from pathlib import Path

import pytest

import dualpower as dp

TOOL = Path(__file__).resolve().parents[2] / "tools" / "write_findings_page.py"


@pytest.fixture
def tool():
    spec = importlib.util.spec_from_file_location("write_findings_page", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_number_of_the_page_comes_from_a_command(tool, capsys, monkeypatch, tmp_path):
    from dualpower.faces.cli.main import main

    asked = []

    def ask(*words: str) -> dict:
        asked.append(words[0])
        with pytest.raises(SystemExit):
            main([*words, "--json", "-q"] if words[0] != "doctor" else [*words, "--json"])
        return json.loads(capsys.readouterr().out)

    monkeypatch.setattr(tool, "ask", ask)
    monkeypatch.setattr(tool, "find_spec", lambda name: None)  # ranking factors takes many runs
    given = argparse.Namespace(
        runs=60,
        seed=7,
        shapley=8,
        shapley_runs=40,
        factor_runs=100,
        flip_runs=40,
        budget=2000,
        work=str(tmp_path / "work"),
    )
    found = tool.gather("kremlin-call", given)
    text = tool.page(found, dp.load("kremlin-call"), given)
    assert asked.count("simulate") == 2 and asked.count("find-pivots") == 1 and asked.count("flip") >= 2
    row = found["pivots"]["pivots"][0]
    assert f"| {100 * row['done']:.1f} % | {100 * row['undone']:.1f} % | {100 * row['shift']:+.1f}" in text
    flat = " ".join(text.split())
    for answer in (found["pivots"], *(value for name, value in found.items() if name.startswith("flip "))):
        assert " ".join(answer["sentence"].split()) in flat
    for heading in ("mattered most", "smallest change", "How much was luck", "cannot decide", "Where to disagree"):
        assert heading in text
    assert "`encircled(kremlin) for 90 min`" in flat and "kremlin-call: The district commander" in flat
    assert "dualpower find-pivots kremlin-call --runs 60 --seed 7" in text


def test_the_chance_of_two_like_endings_counts_pairs_of_different_histories(tool):
    result = {"runs": 4, "failed": 0, "outcomes": [{"share": 0.5}, {"share": 0.5}]}
    assert tool.alike(result) == pytest.approx(4 / 12)
