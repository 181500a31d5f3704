"""find-pivots and flip on the command line, over the engine itself: shapes, words, files, exit codes."""

from __future__ import annotations

import json

import pytest


def test_the_json_of_find_pivots_has_the_published_shape(data):
    found = data("find-pivots", "kremlin-call", "--runs", "60", "--seed", "7", "--shapley")
    assert {"scenario", "outcome", "runs", "sentence", "sure", "pivots", "computed", "fixed", "shapley"} <= set(found)
    assert found["outcome"] == "yielded" and found["runs"] == 60
    (row,) = found["pivots"]
    assert row["id"] == "how-to-get-the-kremlin" and row["rank"] == row["group"] == 1
    assert row["undone"] - row["done"] == pytest.approx(row["shift"])
    assert set(row["necessity"]) == {"value", "low", "high", "bounds", "bounds_outer"}
    assert found["shapley"]["error"] <= 1e-9


def test_find_pivots_draws_a_table_and_says_its_answer(dual):
    code, out, err = dual("find-pivots", "kremlin-call", "--runs", "200", "--seed", "7")
    assert code == 0
    assert "how-to-get-the-kremlin" in out and "moves yielded most" in out and "90 % interval" in out
    assert "100 %" in err and "flip kremlin-call" in err


def test_its_picture_as_plain_bars_names_the_decision(dual):
    code, out, _ = dual("find-pivots", "kremlin-call", "--runs", "60", "--seed", "7", "-q", "--picture", "-")
    assert code == 0 and "which decisions mattered" in out and out.count("How to get the Kremlin") >= 1


def test_work_is_kept_and_gone_on_with(dual, tmp_path):
    words = ("find-pivots", "kremlin-call", "--runs", "60", "--seed", "7", "-q", "-o", str(tmp_path / "kept"))
    first = dual(*words)
    files = sorted((tmp_path / "kept" / "runs").iterdir())
    stamps = [file.stat().st_mtime_ns for file in files]
    assert files and dual(*words)[1] == first[1]
    assert [file.stat().st_mtime_ns for file in files] == stamps
    kept = json.loads((tmp_path / "kept" / "pivots.json").read_text(encoding="utf-8"))
    assert kept["pivots"][0]["id"] in (tmp_path / "kept" / "pivots.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("find-pivots", "kremlin-call", "--runs", "3"), "E812"),
        (("find-pivots", "kremlin-call", "--outcome", "hold"), "E820"),
        (("find-pivots", "kremlin-call", "--only", "how"), "E809"),
        (("flip", "kremlin-call", "--to", "hold"), "E820"),
        (("flip", "kremlin-call", "--to", "held", "--lever", "no-such"), "E824"),
    ],
)
def test_a_wrong_request_is_refused_in_words(dual, words, code):
    left, out, err = dual(*words, "--seed", "1", "-q")
    assert left == 2 and out == "" and f"dualpower: {code}" in err


def test_the_json_of_flip_has_the_published_shape(data):
    found = data("flip", "kremlin-call", "--to", "held", "--chance", "0.65", "--runs", "80", "--seed", "7")
    assert {"scenario", "to", "found", "changes", "singles", "searched", "warnings", "sentence", "sure"} <= set(found)
    assert found["found"] and found["changes"][0]["decision"] == "how-to-get-the-kremlin"
    assert found["flipped_share"] >= 0.65 and found["prior"] == pytest.approx(found["changes"][0]["prior"])


def test_flip_says_what_would_have_had_to_be_different(dual):
    code, out, _ = dual("flip", "kremlin-call", "--to", "held", "--chance", "0.65", "--runs", "80", "--seed", "7", "-q")
    assert code == 0 and "The cheapest change found is how-to-get-the-kremlin" in out
    code, out, _ = dual("flip", "kremlin-call", "--to", "stormed", "--runs", "80", "--seed", "7", "-q")
    assert code == 0 and "No change of decisions was found" in out
