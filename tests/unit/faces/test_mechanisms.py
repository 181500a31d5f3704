"""Mechanisms of one's own on the command line: the examples run, and every answer says what it was made with."""

from __future__ import annotations

from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("compiled")

EXAMPLES = Path(__file__).parents[3] / "examples"
FORMULAS, FUNCTION = str(EXAMPLES / "mechanism.yaml"), str(EXAMPLES / "mechanism.py")
FEW = ("kremlin-call", "--runs", "200", "--seed", "15")


@pytest.mark.parametrize("file", [FORMULAS, FUNCTION])
def test_the_examples_run_and_move_something(data, file):
    plain, own = data("simulate", *FEW), data("simulate", *FEW, "--mechanism", file)
    assert "own_mechanisms" not in plain and own["failed"] == 0
    assert own["outcomes"] != plain["outcomes"] and own["mechanisms"] != plain["mechanisms"]
    assert all(len(one["digest"]) == 64 and one["point"] for one in own["own_mechanisms"])


def test_every_answer_says_what_it_was_made_with(dual, data):
    for words in (("simulate", *FEW), ("score", *FEW), ("compare", *FEW, "--variant", "they-wait"),
                  ("tell", "kremlin-call", "--seed", "15"),
                  ("find-pivots", "kremlin-call", "--runs", "60", "--seed", "7"),
                  ("flip", "kremlin-call", "--to", "yielded", "--runs", "60", "--seed", "7")):  # fmt: skip
        code, out, _ = dual(*words, "--mechanism", FUNCTION)
        assert code == 0 and "With mechanisms of one's own: mechanism.at_surrender" in " ".join(out.split())
        assert data(*words, "--mechanism", FUNCTION)["own_mechanisms"][0]["point"] == "at-surrender"


def test_factors_are_ranked_with_a_mechanism(data):
    pytest.importorskip("SALib")
    found = data("rank-factors", "kremlin-call", "--method", "morris", "--runs", "240", "--seed", "15", "--outcome",
                 "yielded", "--mechanism", FUNCTION)  # fmt: skip
    assert found["failed"] == 0 and found["own_mechanisms"][0]["id"] == "mechanism.at_surrender"


def test_the_hint_of_a_story_keeps_the_mechanism(dual):
    _, _, err = dual("tell", "kremlin-call", "--seed", "15", "--mechanism", FUNCTION)
    assert f"--mechanism {FUNCTION} --why" in err


def test_check_reads_a_file_of_mechanisms_against_the_scenario(dual, tmp_path):
    assert dual("check", "kremlin-call", "--mechanism", FORMULAS)[0] == 0
    bad = tmp_path / "bad.yaml"
    bad.write_text("mechanisms:\n  a:\n    point: at-review\n    formula: usual * fatigue\n")
    code, out, _ = dual("check", "kremlin-call", "--mechanism", str(bad))
    assert code == 3 and f"{bad}:4:" in out and "fatigue" in out


def test_a_folder_begun_with_a_mechanism_is_not_gone_on_with_without_it(dual, tmp_path):
    folder = str(tmp_path / "kept")
    assert dual("simulate", *FEW, "-o", folder, "--mechanism", FUNCTION, "-q")[0] == 0
    assert dual("simulate", *FEW, "-o", folder, "--mechanism", FUNCTION, "--resume", "-q")[0] == 0
    code, _, err = dual("simulate", *FEW, "-o", folder, "--resume", "-q")
    assert code != 0 and "mechanisms differs" in err
    assert dual("score", "kremlin-call", "--from", folder, "--mechanism", FUNCTION, "-q")[0] == 0
    assert dual("score", "kremlin-call", "--from", folder, "-q")[0] != 0


def test_runs_that_a_mechanism_spoilt_are_counted_and_named(dual, tmp_path, caplog):
    bad = tmp_path / "bad.py"
    bad.write_text("def at_review(situation):\n    return 1 / 0\n")
    code, out, _ = dual("simulate", *FEW, "--mechanism", str(bad))
    assert code == 4 and "In 200 of them a mechanism of one's own raised an error" in " ".join(out.split())
    assert "ZeroDivisionError" in caplog.text
