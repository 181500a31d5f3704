"""A newcomer's first session, through the real program: look, tell, ask why, count, go on, score, export."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
RUNS = "6"


@pytest.fixture
def dualpower(tmp_path):
    """Call the program in an empty folder; returns (exit code, standard output, standard error)."""

    def call(*args: str) -> tuple[int, str, str]:
        env = {**os.environ, "PYTHONPATH": str(SOURCE), "NO_COLOR": "1", "HOME": str(tmp_path)}
        done = subprocess.run(
            [sys.executable, "-m", "dualpower", *args],
            cwd=tmp_path,
            env=env,
            capture_output=True,
            text=True,
            check=False,
        )
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout, done.stderr

    return call


def test_a_newcomer_tries_the_three_commands_of_the_greeting(dualpower):
    _, greeting, _ = dualpower()
    tried = [line.split("   ")[0].split()[1:] for line in greeting.splitlines() if line.startswith("  dualpower ")]
    assert len(tried) == 3
    for words in tried:
        more = ["--runs", RUNS] if words[0] == "simulate" else []
        code, out, _ = dualpower(*words, *more)
        assert code == 0 and out


def test_a_story_is_told_asked_why_and_told_again_the_same(dualpower):
    code, out, err = dualpower("tell", "kremlin-call", "--seed", "7")
    assert code == 0 and "because" in out and "It ends so:" in out
    row = re.search(r"--why (\d+)", err).group(1)
    code, chain, _ = dualpower("tell", "kremlin-call", "--seed", "7", "--why", row)
    assert code == 0 and chain.count("[") >= 2
    assert dualpower("tell", "kremlin-call", "--seed", "7")[1] == out


def test_every_event_of_the_log_leads_back_to_a_root(dualpower):
    story = json.loads(dualpower("tell", "kremlin-call", "--seed", "7", "--all", "--json")[1])
    assert story["events"] == len(story["lines"]) > 5
    for line in story["lines"]:
        assert line["trigger"] is None or line["trigger"] < line["row"]
        assert not re.search(r"[\[\]{}]|  ", line["text"]) and line["text"][0].isupper()
        assert line["cause"] != "dated" or line["event"] in ("planned", "ordered", "decided")


def test_the_run_that_is_told_is_the_run_that_is_counted(dualpower, tmp_path):
    folder = str(tmp_path / "kept")
    code, out, _ = dualpower("simulate", "kremlin-call", "--runs", RUNS, "--seed", "7", "-o", folder, "--json")
    assert code == 0
    counted = {row["outcome"]: row["share"] for row in json.loads(out)["outcomes"]}
    told = [
        json.loads(dualpower("tell", "kremlin-call", "--seed", "7", "--run", str(r), "--json")[1]) for r in range(3)
    ]
    assert all(counted[story["outcome"]] > 0 for story in told)
    code, out, _ = dualpower("simulate", "kremlin-call", "-o", folder, "--resume", "-q")
    assert code == 0 and f"of {RUNS} runs" in out
    code, out, _ = dualpower("score", "kremlin-call", "--from", folder, "--json")
    scored = json.loads(out)
    assert code == 0 and scored["total"] == 3 and scored["runs"] == int(RUNS)
    code, out, _ = dualpower("export", folder)
    assert code == 0 and len(out.splitlines()) == 3
    with Path(out.splitlines()[0]).open(encoding="utf-8") as file:
        assert file.readline().startswith("outcome,share")


def test_a_scenario_of_one_s_own_is_checked_mended_and_run(dualpower, tmp_path):
    from dualpower.scenario import catalog

    own = tmp_path / "mine"
    shutil.copytree(catalog.find("kremlin-call"), own)
    written = own / "scenario.yaml"
    text = written.read_text(encoding="utf-8")
    written.write_text(text.replace("seat: soviet", "seat: sovet"), encoding="utf-8")
    code, out, err = dualpower("check", "mine")
    assert code == 3 and "did you mean soviet?" in out and "dualpower explain" in err
    written.write_text(text, encoding="utf-8")
    assert dualpower("check", "mine")[0] == 0
    assert dualpower("simulate", "mine", "--runs", "2", "--seed", "1")[0] == 0
