"""The Python door: short, lazy, documented, and the same as the command line's verbs."""

from __future__ import annotations

import inspect
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import dualpower as dp

ROOT = Path(__file__).resolve().parents[2]


def test_the_door_has_about_twenty_names_and_shows_them():
    assert len(dp.__all__) <= 30  # an analysis each; beyond thirty the door needs rooms
    assert dp.__all__ == sorted(dp.__all__)
    assert set(dp.__all__) <= set(dir(dp))


@pytest.mark.parametrize("name", [n for n in dp.__all__ if n != "__version__"])
def test_every_public_name_is_there_and_says_what_it_is(name):
    thing = getattr(dp, name)
    assert thing is getattr(dp, name)
    assert len((inspect.getdoc(thing) or "").split()) >= 5, f"{name} needs a docstring"


def test_an_unknown_name_is_refused_like_any_attribute():
    with pytest.raises(AttributeError, match="no_such_name"):
        dp.no_such_name  # noqa: B018


def test_the_version_is_that_of_the_package():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert dp.__version__ == project["version"]


@pytest.mark.parametrize("name", ["simulate", "tell", "score", "check", "export"])
def test_a_command_is_the_name_of_a_function(name):
    from dualpower.faces.cli.group import COMMANDS

    assert name in COMMANDS and callable(getattr(dp, name))


def test_importing_loads_nothing_heavy():
    code = (
        "import sys, dualpower\n"
        "heavy = {'numpy', 'pydantic', 'yaml', 'click', 'rich', 'arro3'} & set(sys.modules)\nassert not heavy, heavy\n"
        "dualpower.DualpowerError\nassert 'numpy' not in sys.modules"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=env, check=False)
    assert done.returncode == 0, done.stderr
