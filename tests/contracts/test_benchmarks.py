"""The benchmark page is what its result files say, and the files name no place of any machine."""

import json
import re
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
RESULTS = sorted((ROOT / "benchmarks" / "results").glob("*.json"))


@pytest.fixture
def render(monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    from benchmarks import render

    yield render
    for name in [n for n in sys.modules if n.split(".")[0] == "benchmarks"]:
        del sys.modules[name]


def test_the_page_is_written_from_the_result_files(render):
    assert (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8") == render.page()


def test_results_name_machine_and_commit_but_no_folder():
    assert RESULTS
    for path in RESULTS:
        text = path.read_text(encoding="utf-8")
        record = json.loads(text)
        assert {"question", "measured", "commit", "machine", "found"} <= set(record), path.name
        assert record["machine"]["processor"] and re.fullmatch(r"[0-9a-f]{7,40}\+?|unknown", record["commit"])
        assert not re.search(r"/(?:home|root|tmp|work|usr|Users)/", text), path.name


def test_a_result_becomes_a_section_with_its_numbers(render):
    record = {
        "question": "How long?", "measured": "2000-01-01", "commit": "abcdef1",
        "machine": {"processor": "P", "cores": 2, "system": "S", "python": "3", "compiler": "cc"},
        "found": {"seconds": {"median": 1.5, "low": 1.0, "high": 2.0, "repetitions": 3},
                  "sizes": [{"units": 7, "cost": 0.25}]},
    }  # fmt: skip
    text = "\n".join(render.section(record))
    assert "## How long?" in text and "| seconds | 1.5 (1 to 2, 3 times) |" in text and "| 7 | 0.25 |" in text
