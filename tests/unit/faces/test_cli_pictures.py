"""--picture and rank-factors on the command line: what is written, what is refused before anything is run."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from dualpower.faces.cli.group import explain, group


def run(*words: str) -> Result:
    return CliRunner().invoke(group, list(words), prog_name="dualpower")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("simulate", "kremlin-call", "--runs", "40"), "what happened in history"),
        (("score", "kremlin-call", "--runs", "40"), "how the record is met"),
        (("rank-factors", "kremlin-call", "--runs", "300"), "what mattered"),
    ],
)
def test_an_answer_is_drawn_beside_its_words(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    plain = run(*words, "--seed", "7", "-q", "--json")
    drawn = run(*words, "--seed", "7", "-q", "--json", "--picture", str(tmp_path / "a.svg"))
    assert drawn.exit_code == plain.exit_code == 0, drawn.output
    one, two = json.loads(plain.stdout), json.loads(drawn.stdout)
    for wall_time in ("seconds", "runs_per_second"):
        one.pop(wall_time, None), two.pop(wall_time, None)
    assert one == two, "a picture changes nothing in the answer"
    assert said in (tmp_path / "a.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", ["simulate", "score", "rank-factors"])
def test_a_picture_that_cannot_be_drawn_is_refused_before_anything_is_run(
    command: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    from dualpower.analysis import histories

    monkeypatch.setattr(histories, "load", lambda *_, **__: pytest.fail("it began to work"))
    wrong = run(command, "kremlin-call", "--picture", "a.pdf")
    assert (
        wrong.exception is not None and "E831" in str(wrong.exception) and ".svg, .png, or .txt" in str(wrong.exception)
    )
    assert explain(wrong.exception) == 2  # type: ignore[arg-type]
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    missing = run(command, "kremlin-call", "--picture", str(tmp_path / "a.svg"))
    assert "pip install 'dualpower[pictures]'" in str(missing.exception)
    assert explain(missing.exception) == 2  # type: ignore[arg-type]


def test_plain_bars_are_printed_without_any_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    for package in ("altair", "vl_convert"):
        monkeypatch.setitem(sys.modules, package, None)
    found = run("simulate", "kremlin-call", "--runs", "40", "--seed", "7", "-q", "--picture", "-")
    assert found.exit_code == 0 and "Sites held by the District command" in found.stdout and "█" in found.stdout
    assert run("simulate", "kremlin-call", "--runs", "4", "--json", "--picture", "-").exit_code == 2


def test_the_ranking_is_a_table_a_sentence_and_how_sure() -> None:
    found = run("rank-factors", "kremlin-call", "--method", "sobol", "--runs", "1000", "--seed", "7")
    assert found.exit_code == 0
    head, rule, first, *_ = found.stdout.splitlines()
    assert head.split()[:3] == ["rank", "what", "effect"] and set(rule) == {"-", " "}
    assert first.split()[:2] == ["1", "Luck"] and "If all but luck were known" in found.stdout
    assert "histories" in found.stderr and "give more --runs" in found.stderr


def test_the_json_of_a_ranking_has_the_published_shape() -> None:
    found = json.loads(run("rank-factors", "kremlin-call", "--runs", "300", "--seed", "7", "-q", "--json").stdout)
    facts = {"scenario", "method", "outcome", "mark", "what_title", "unit", "seed", "runs", "failed", "mean", "claims"}
    facts |= {
        "decisions",
        "width",
        "width_asked",
        "narrow",
        "luck",
        "luck_low",
        "luck_high",
        "factors",
        "sentence",
        "sure",
    }
    assert set(found) == facts
    row = {"id", "kind", "title", "effect", "low", "high", "first", "first_low", "first_high", "shift", "low_end"}
    row |= {"high_end", "at_low", "at_low_half", "at_high", "at_high_half", "group"}
    assert all(set(factor) == row for factor in found["factors"])
    page = (Path(__file__).parents[3] / "docs" / "format.md").read_text(encoding="utf-8")
    shape = page.split("### `dualpower rank-factors --json`")[1].split("\n### ")[0]
    assert [name for name in sorted(facts | row) if f"`{name}`" not in shape] == []


def test_a_ranking_goes_on_only_with_a_folder() -> None:
    assert run("rank-factors", "kremlin-call", "--resume").exit_code == 2
