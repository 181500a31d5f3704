"""The command report: what it prints, what it refuses, with which exit code."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from dualpower.errors import DualpowerError
from dualpower.faces.cli.group import group
from dualpower.telling.page import html

pytestmark = pytest.mark.usefixtures("compiled")
SMALL = ["--seed", "7", "--runs", "60", "--each", "20", "--pairs", "20", "--levers", "2"]


@pytest.fixture(autouse=True)
def shell(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "template", lambda: '<html lang="en"><title>dualpower</title><body></body></html>')


def asked(folder: Path, *words: str) -> Any:
    line = ["report", "kremlin-call", "--cache", str(folder / "kept"), "-o", str(folder / "page.html"), *words]
    return CliRunner().invoke(group, line, prog_name="dualpower")


def test_it_says_what_it_made(tmp_path: Path) -> None:
    found = asked(tmp_path, *SMALL)
    assert found.exit_code == 0, found.output
    assert str(tmp_path / "page.html") in found.output.replace("\n", "")
    assert "history-like" in found.output and "9 combinations of 2 levers" in found.output
    assert "what if: 180 of 180" in found.output


def test_json_is_one_object_and_nothing_else(tmp_path: Path) -> None:
    found = asked(tmp_path, *SMALL, "--json", "-q")
    said = json.loads(found.output)
    assert said["bytes"] == (tmp_path / "page.html").stat().st_size
    assert [film["why"] for film in said["films"]] == ["history-like", "median", "surprising", "otherwise"]
    assert said["combinations"] == 9 and said["histories_each"] == 20


def test_pivots_can_be_left_out(tmp_path: Path) -> None:
    found = asked(tmp_path, *SMALL, "--no-pivots", "--json", "-q")
    assert json.loads(found.output)["pivots"] == 0


@pytest.mark.parametrize(
    ("words", "code"),
    [(["--lever", "nothing-of-the-kind"], "E824"), (["--runs", "60", "--seed", "-1"], "E802")],
)
def test_what_cannot_be_is_refused(tmp_path: Path, words: list[str], code: str) -> None:
    found = asked(tmp_path, *(["--seed", "7"] if "--seed" not in words else []), *words)
    assert isinstance(found.exception, DualpowerError) and found.exception.code == code
    assert not (tmp_path / "page.html").exists()
