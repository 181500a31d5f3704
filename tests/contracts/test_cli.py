"""What holds for every command: help that begins with an example, JSON where it reports, a quick start."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from dualpower.faces.cli.group import COMMANDS, EXITS, group

SOURCE = Path(__file__).resolve().parents[2] / "src"
SILENT = {"schema", "draw"}  # the whole output is JSON already, or a picture


def python(*args: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    return subprocess.run([sys.executable, *args], capture_output=True, text=True, env=env, check=False)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_help_of_a_command_begins_with_an_example_and_says_what_it_does(name):
    found = CliRunner().invoke(group, [name, "--help"], prog_name="dualpower")
    assert found.exit_code == 0
    body = [line.strip() for line in found.output.splitlines() if line.strip()]
    assert body[1].startswith(f"For example:  dualpower {name}")
    assert "Options:" in body


@pytest.mark.parametrize("name", sorted(set(COMMANDS) - SILENT))
def test_every_command_that_reports_can_report_json(name):
    options = {o for p in group.get_command(None, name).params for o in p.opts}
    assert "--json" in options


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_says_what_it_does(name):
    from click import Option

    bare = [p.name for p in group.get_command(None, name).params if isinstance(p, Option) and not p.help]
    assert [b for b in bare if b not in ("form", "series")] == []


@pytest.mark.parametrize("args", [["--version"], ["--help"], ["simulate", "--help"], ["tell", "--help"]])
def test_version_and_help_load_neither_numpy_nor_the_scenario_language(args):
    code = (
        "import sys\nsys.argv = ['dualpower', *%r]\n"
        "try:\n    from dualpower.faces.cli.main import main; main()\n"
        "except SystemExit: pass\n"
        "heavy = {'numpy', 'pydantic', 'yaml', 'rich', 'arro3'} & set(sys.modules)\nassert not heavy, heavy"
    )
    done = python("-c", code % args)
    assert done.returncode == 0, done.stderr


def test_the_version_is_said_at_once():
    """A tenth of a second: nothing is loaded that it does not need, whatever else the machine does."""
    best = min(_seconds("-m", "dualpower", "--version") for _ in range(5))
    bare = min(_seconds("-c", "pass") for _ in range(5))
    assert best - bare < 0.1


def _seconds(*args: str) -> float:
    begun = time.perf_counter()
    assert python(*args).returncode == 0
    return time.perf_counter() - begun


def test_data_goes_to_standard_output_and_nothing_else_does():
    done = python("-m", "dualpower", "list", "--json")
    assert done.returncode == 0 and done.stdout.startswith("[") and done.stderr == ""
    wrong = python("-m", "dualpower", "list", "no-such")
    assert wrong.returncode == 3 and wrong.stdout == "" and "no-such" in wrong.stderr


def test_no_colour_reaches_a_pipe():
    assert "\x1b" not in python("-m", "dualpower").stdout


def test_a_reader_who_has_seen_enough_breaks_nothing():
    code = f"{sys.executable} -m dualpower explain | head -n 1"
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    done = subprocess.run(["sh", "-c", code], capture_output=True, text=True, env=env, check=False)
    assert done.stdout.startswith("E101") and "Traceback" not in done.stderr


def test_exit_codes_are_those_that_are_published():
    help_text = " ".join(CliRunner().invoke(group, ["--help"]).output.split())
    for code in {0, 1, 4, 130, *EXITS.values()}:
        assert f"{code} " in help_text
