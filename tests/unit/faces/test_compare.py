"""dualpower compare: the table, the sentence, the pair told, the JSON, the folder, and every way to go wrong."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("compiled")

SMALL = ("compare", "kremlin-call", "--variant", "they-storm", "--runs", "120", "--seed", "15")


def test_it_shows_a_table_a_sentence_how_sure_and_one_pair(dual, monkeypatch):
    monkeypatch.setenv("COLUMNS", "130")
    code, out, err = dual(*SMALL)
    assert code == 0
    head = next(line for line in out.splitlines() if line.startswith("it ends so"))
    assert "90 % interval" in head and "gain/lose" in head and "pairs for ±2" in head
    text = " ".join(out.split())
    assert "are the same history to the last event" in text and "All outcomes together:" in text
    assert "It changes: decisions.how-to-get-the-kremlin = storm." in text
    assert "AS IT WAS" in text and "WITH “THE DISTRICT STORMS”" in text and "told side by side" in text
    assert "100 %  240 of 240 histories" in err and "Next:" in err


def test_a_narrow_terminal_gets_fewer_columns(dual, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    _, out, _ = dual(*SMALL, "-q")
    assert "gain/lose" not in out and max(len(line) for line in out.splitlines()) <= 80


def test_the_json_has_the_published_shape(data):
    found = data(*SMALL, "--variant", "the-line-is-whole+the-garrison-is-fed", "--level", "80", "--width", "10")
    assert {"scenario", "seed", "runs", "level", "width", "outcome", "variants", "differences", "sentence", "sure",
            "decisions", "parameters", "pairs_told"} == set(found)  # fmt: skip
    assert found["level"] == 0.8 and found["width"] == 0.1 and len(found["pairs_told"]) == 2
    row = found["differences"][0]
    assert {"variant", "measure", "id", "title", "history", "pairs", "base", "other", "shift", "low", "high", "level",
            "gained", "lost", "paired", "unpaired", "kind", "times_fewer", "saved", "clear", "pairs_to_settle",
            "pairs_needed"} == set(row)  # fmt: skip
    fact = found["variants"][0]
    assert {"id", "title", "changes", "sentence", "sure", "pairs", "failed", "unchanged", "distance", "distance_chance",
            "parting"} == set(fact)  # fmt: skip
    assert fact["parting"]["kind"] == "decision"


def test_a_pair_can_be_chosen_and_told_in_another_language(dual, data):
    from dualpower.analysis.comparison import compare

    base, other = compare("kremlin-call", "they-storm", runs=120, seed=15).runs
    changed, same = (int(base.number[test][-1]) for test in (base.log != other.log, base.log == other.log))
    _, out, _ = dual(*SMALL, "--run", str(changed), "--language", "es", "-q")
    assert "TAL COMO FUE" in out and f"Pair {changed}, told" in out
    _, out, _ = dual(*SMALL, "--run", str(same), "--language", "es", "-q")
    assert "TAL COMO FUE" not in out and "una misma historia hasta el último suceso" in " ".join(out.split())


def test_the_folder_keeps_the_answer_and_the_work(dual, data, tmp_path):
    folder = tmp_path / "kept"
    first = data(*SMALL, "-o", str(folder))
    assert json.loads((folder / "comparison.json").read_text(encoding="utf-8")) == first
    lines = (folder / "differences.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("variant,measure,id") and len(lines) == 4
    assert len(list((folder / "pairs").glob("*.npz"))) == 2
    assert data(*SMALL, "-o", str(folder)) == first


def test_another_outcome_and_a_watch_can_be_asked_about(data):
    found = data(*SMALL, "--outcome", "held", "--watch", "fell-without-storm.share")
    assert found["outcome"] == "held" and "The Kremlin holds" in found["sentence"]
    assert {row["measure"] for row in found["differences"]} >= {"outcome", "happens"}


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("--variant", "they-stor"), 3, "did you mean they-storm?"),
        (("--variant", ""), 3, "no variant is called ''"),
        (("--variant", "they-storm", "--variant", "they-storm"), 2, "E811"),
        (("--variant", "nowhere.yaml"), 3, "E101"),
        (("--variant", "they-storm", "--outcome", "yielde"), 2, "did you mean yielded?"),
        (("--variant", "they-storm", "--watch", "x"), 2, "E810"),
        (("--variant", "they-storm", "--runs", "1"), 2, "E812"),
        (("--variant", "they-storm", "--runs", "0"), 2, "E801"),
        (("--variant", "they-storm", "--width", "0"), 2, "--width"),
        (("--variant", "they-storm", "--run", "-1", "--runs", "5"), 2, "E801"),
        ((), 2, "--variant"),
    ],
)
def test_wrong_use_is_said_in_words(dual, args, code, said):
    found = dual("compare", "kremlin-call", "--seed", "1", *(() if "--runs" in args else ("--runs", "4")), *args)
    assert found[0] == code and said in found[2] and found[1] == ""


def test_nothing_changed_is_said_and_nothing_is_told(dual, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text("variants: {a: {title: {en: Same}, set: {sites.kremlin.title: {en: Fort}}}}\n", encoding="utf-8")
    code, out, _ = dual("compare", "kremlin-call", "--variant", str(mine), "--runs", "20", "--seed", "1", "-q")
    assert code == 0 and "changes nothing: all 20 pairs are the same history" in " ".join(out.split())
    assert "side by side" not in out


def test_interrupted_says_what_is_kept(dual, monkeypatch, tmp_path):
    from dualpower.ensemble import arms

    def press(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(arms._Maker, "_compute", press)
    code, _, err = dual(*SMALL, "-o", str(tmp_path))
    assert code == 130 and "the same command goes on where it stopped" in err
    assert "Nothing is kept" in dual(*SMALL)[2]
