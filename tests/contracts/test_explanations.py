"""Every code of runs and stores is explained at length, and its example is a command that exists."""

from __future__ import annotations

import json
import shlex

import click
import pytest
from click.testing import CliRunner

from dualpower.errors import CODES
from dualpower.faces.cli.group import group
from dualpower.telling.explanations import explanations

RUNS_AND_STORES = [code for code in CODES if "E800" < code < "E900"]


def test_every_code_of_runs_and_stores_is_explained_and_no_other_is():
    assert list(explanations()) == RUNS_AND_STORES


@pytest.mark.parametrize("code", RUNS_AND_STORES)
def test_it_says_what_why_and_how_to_cure_it(code):
    told = explanations()[code]
    for text in (told.what, told.why, told.cure):
        assert len(text.split()) >= 4 and text.rstrip(")").endswith("."), text
    assert CODES[code] != told.what


@pytest.mark.parametrize("code", RUNS_AND_STORES)
def test_its_example_is_a_command_that_exists(code):
    words = shlex.split(explanations()[code].example)
    if words[0] != "dualpower":
        assert words[0] == "python"
        return
    command = group.get_command(click.Context(group), words[1])
    assert command is not None
    known = {option for param in command.params for option in param.opts + param.secondary_opts}
    assert {word for word in words if word.startswith("-") and len(word) > 1} <= known


def test_explain_prints_all_of_it():
    found = CliRunner().invoke(group, ["explain", "e852"], prog_name="dualpower")
    assert found.exit_code == 0
    for head in ("What: ", "Why: ", "Cure: ", "For example:"):
        assert head in found.output
    body = json.loads(CliRunner().invoke(group, ["explain", "E852", "--json"]).output)
    assert body["E852"] == CODES["E852"] and set(body) == {"E852", "what", "why", "cure", "example"}


def test_a_code_of_the_language_leads_to_its_heading():
    found = CliRunner().invoke(group, ["explain", "E302"], prog_name="dualpower")
    assert "docs/format.md has a heading E302" in found.output
