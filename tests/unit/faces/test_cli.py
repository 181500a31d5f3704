"""Each command by itself, over the toy engine: what it prints, where, and its exit code."""

from __future__ import annotations

import json

import pytest

pytestmark = pytest.mark.usefixtures("toy_engine")


def test_a_newcomer_meets_scenarios_and_three_commands_to_try(dual):
    code, out, _ = dual()
    assert code == 0
    assert "kremlin-call  (start here)" in out
    assert out.count("  dualpower ") == 3


def test_the_seed_is_printed_when_none_is_given(dual):
    _, out, err = dual("tell", "kremlin-call")
    assert "No seed was given" in err
    seed = err.split("No seed was given: ")[1].split(" ")[0]
    again = dual("tell", "kremlin-call", "--seed", seed)
    assert again[1] == out


def test_a_story_is_dated_in_both_calendars_and_says_why(dual):
    _, out, err = dual("tell", "kremlin-call", "--seed", "7", "--outcome", "yielded")
    assert "Saturday 28 October 1917 Old Style (10 November New Style)" in out
    assert "Kremlin garrison gave up the Kremlin to District command." in out
    assert "because at 05:05 Kremlin garrison heard from District command by telephone" in out
    assert "It ends so: The Kremlin yields without an assault  » history's outcome" in out.replace("\n", " ")
    assert "--why" in err and "--why" not in out


def test_one_event_reads_back_to_its_root(dual):
    _, out, _ = dual("tell", "kremlin-call", "--seed", "7", "--why", "5")
    rows = [int(line.rsplit("[", 1)[1].rstrip("]")) for line in out.splitlines() if line.endswith("]")]
    assert rows == [5, 4, 3, 2, 1, 0]
    code, _, err = dual("tell", "kremlin-call", "--seed", "7", "--why", "99")
    assert code == 2 and "numbered 0 to 5" in err


@pytest.mark.parametrize(("language", "word"), [("es", "porque"), ("pl", "ponieważ"), ("ru", "потому что")])
def test_a_story_in_every_language(dual, language, word):
    code, out, _ = dual("tell", "kremlin-call", "--seed", "7", "--language", language)
    assert code == 0 and word in out


def test_outcomes_are_counted_and_history_s_is_marked_with_a_word_and_a_sign(dual):
    code, out, err = dual("simulate", "kremlin-call", "--runs", "40", "--seed", "7")
    assert code == 0
    marked = [line for line in out.splitlines() if line.endswith("» history") and "yielded" in line]
    assert len(marked) == 1
    assert "History's outcome happens in " in out and " of 40 runs." in out
    assert "100 %  40 of 40 histories" in err and "Next:" in err


def test_the_json_of_simulate_has_the_published_shape(data):
    found = data("simulate", "kremlin-call", "--runs", "40", "--seed", "7")
    assert {"scenario", "runs", "seed", "failed", "seconds", "runs_per_second", "outcomes"} <= set(found)
    assert found["scenario"] == "kremlin-call" and found["runs"] == 40 and found["seed"] == 7
    for row in found["outcomes"]:
        assert set(row) == {"outcome", "share", "low", "high", "history"}
        assert row["low"] <= row["share"] <= row["high"]
    assert sum(row["share"] for row in found["outcomes"]) == pytest.approx(1)
    assert [row["outcome"] for row in found["outcomes"] if row["history"]] == ["yielded"]
    assert found["scripted_share"] == pytest.approx(0.1)


def test_the_json_of_score_has_the_published_shape(data):
    found = data("score", "kremlin-call", "--runs", "40", "--seed", "7")
    assert {"inside", "total", "median_sharpness", "scripted_share", "marks"} <= set(found)
    assert found["total"] == 3 and found["inside"] == sum(mark["inside"] for mark in found["marks"])
    for mark in found["marks"]:
        assert {"id", "kind", "median", "low", "high", "observed", "inside", "sharpness", "score", "skill"} <= set(mark)


def test_score_says_the_answer_in_one_sentence(dual):
    code, out, _ = dual("score", "kremlin-call", "--runs", "40", "--seed", "7")
    assert code == 0
    assert "of 3 marks are inside; the median sharpness is" in out


def test_anyone_s_marks_can_be_scored(dual, data, tmp_path):
    marks = tmp_path / "mine.yaml"
    marks.write_text(
        "marks:\n  my-mark:\n    title: {en: Mine}\n    assumed: a test\n    parts:\n"
        '      hour: {kind: time, when: "taken(kremlin, district)", record: {point: 1917-10-28 07:00}}\n',
        encoding="utf-8",
    )
    found = data("score", "kremlin-call", "--runs", "10", "--seed", "7", "--marks", str(marks))
    assert [mark["id"] for mark in found["marks"]] == ["my-mark"]
    marks.write_text(marks.read_text(encoding="utf-8").replace("kremlin,", "kremli,"), encoding="utf-8")
    code, _, err = dual("score", "kremlin-call", "--runs", "10", "--marks", str(marks))
    assert code == 3 and "mine.yaml:6:" in err and "kremlin" in err


def test_a_folder_is_written_scored_exported_and_never_overwritten(dual, data, tmp_path):
    folder = str(tmp_path / "kept")
    assert dual("simulate", "kremlin-call", "--runs", "10", "--seed", "7", "-o", folder)[0] == 0
    assert data("score", "kremlin-call", "--from", folder)["runs"] == 10
    code, out, _ = dual("export", folder)
    assert code == 0 and out.splitlines()[0].endswith("outcomes.csv")
    code, _, err = dual("simulate", "kremlin-call", "--runs", "10", "--seed", "7", "-o", folder)
    assert code == 2 and "E803" in err
    code, _, err = dual("simulate", "kremlin-call", "--runs", "10", "--seed", "8", "-o", folder, "--resume")
    assert code == 5 and "E805" in err
    assert dual("simulate", "kremlin-call", "--runs", "10", "--seed", "7", "-o", folder, "--resume")[0] == 0


def test_the_manifest_of_a_variant_replays_the_variant(dual, tmp_path):
    folder = tmp_path / "r"
    dual("simulate", "kremlin-call", "--variant", "they-storm", "--runs", "4", "--seed", "7", "-o", str(folder), "-q")
    found = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    assert found["command"].startswith("dualpower simulate kremlin-call --runs 4 --seed 7 --variant they-storm")


def test_going_on_needs_neither_runs_nor_seed_again(dual, data, tmp_path):
    folder = str(tmp_path / "kept")
    assert dual("simulate", "kremlin-call", "--runs", "12", "--seed", "77", "-o", folder)[0] == 0
    again = data("simulate", "kremlin-call", "-o", folder, "--resume")
    assert (again["runs"], again["seed"]) == (12, 77)


def test_a_run_of_a_result_is_told_by_the_python_door(tmp_path):
    import dualpower as dp

    result = dp.simulate("kremlin-call", runs=5, seed=7)
    story = dp.tell(result, run=3, language="es")
    assert story.outcome == result.outcome[3] and story.seed == 7
    assert "porque" in str(story)
    other = dp.simulate("kremlin-call", runs=5, seed=7, variant="they-storm")
    with pytest.raises(dp.DualpowerError, match="E805"):
        dp.tell(other, run=3)
    assert dp.tell(other, run=3, variant="they-storm").outcome == other.outcome[3]


def test_failed_runs_are_told_and_leave_with_their_own_code(dual):
    code, out, _ = dual("simulate", "kremlin-call", "--runs", "10", "--seed", "13")
    assert code == 4 and "2 histories failed" in out


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        (("simulate", "kremlin-call", "--runs", "0", "--seed", "1"), 2, "E801"),
        (("simulate", "kremlin-call", "--runs", "ten"), 2, "neither a number of runs nor auto"),
        (("simulate", "kremlin-call", "--runs", "5", "--seed", "-1"), 2, "E802"),
        (("tell", "kremlin-call", "--seed", "99999999999999999999"), 2, "E802"),
        (("tell", "kremlin-call", "--seed", "7", "--outcome", "yeilded"), 2, "did you mean yielded?"),
        (("tell", "kremlin-cal", "--seed", "7"), 3, "kremlin-call"),
        (("simulate", "kremlin-call", "--resume"), 2, "-o DIR"),
        (("simulat",), 2, "did you mean simulate?"),
        (("explain", "E999"), 2, "there is no code"),
        (("check", "no-such-scenario"), 3, ""),
    ],
)
def test_wrong_use_is_said_in_words_and_by_exit_code(dual, args, code, said):
    left, out, err = dual(*args)
    assert (left, said in out + err) == (code, True)
    assert "Traceback" not in out + err


def test_check_lists_every_problem_at_once(dual, data, tmp_path):
    from dualpower.scenario import catalog

    text = catalog.find("kremlin-call").joinpath("scenario.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "scenario.yaml"
    broken.write_text(
        text.replace("seat: soviet", "seat: sovjet").replace("who: district", "who: distric"), encoding="utf-8"
    )
    code, out, _ = dual("check", str(broken))
    assert code == 3
    assert "E211" in out and "E210" in out and f"{broken}:" in out
    code, out, _ = dual("check", str(broken), "--json")
    assert code == 3 and not json.loads(out)["sound"]
    assert data("check", "kremlin-call")["sound"]


def test_an_unexpected_failure_is_one_line_unless_debug_is_asked(dual, monkeypatch):
    def burst(*_args, **_kwargs):
        raise RuntimeError("the roof fell in")

    monkeypatch.setattr("dualpower.analysis.histories.load", burst)
    code, _, err = dual("simulate", "kremlin-call")
    assert code == 1 and "the roof fell in" in err and "Traceback" not in err
    from dualpower.faces.cli.main import main

    with pytest.raises(RuntimeError, match="roof"):
        main(["simulate", "kremlin-call", "--debug"])


def test_interrupted_leaves_with_130_and_says_how_to_go_on(dual, monkeypatch):
    from dualpower import ensemble

    def stop(*_args, **_kwargs):
        raise ensemble.Interrupted(5, 10, "kept")

    monkeypatch.setattr(ensemble, "simulate", stop, raising=False)
    code, _, err = dual("simulate", "kremlin-call", "--runs", "10", "--seed", "1")
    assert code == 130 and "--resume" in err


def test_without_a_compiler_two_runs_are_timed_and_the_choice_is_said(monkeypatch):
    from types import SimpleNamespace

    from dualpower.analysis import histories
    from dualpower.engine import build

    monkeypatch.setattr(build, "status", lambda: SimpleNamespace(is_compiled=False, reason="no compiler"))
    ticks = iter([0.0, 4.0])
    problem = histories.compile_scenario(histories.load("kremlin-call"))
    pace = histories.choose_runs(problem, seed=1, clock=lambda: next(ticks))
    assert pace.runs == 20 and "two runs took 4.0 s, so 20 runs fit in 40 s" in pace.sentence
    monkeypatch.setattr(build, "status", lambda: SimpleNamespace(is_compiled=True, reason=""))
    assert histories.choose_runs(problem, seed=1).runs == 1000


def test_progress_on_no_terminal_is_a_line_for_each_tenth(capsys):
    from dualpower.faces.cli.screen import progress

    with progress(1000, quiet=False) as step:
        for done in range(0, 1001, 25):
            step(done)
    assert len(capsys.readouterr().err.splitlines()) == 10
    with progress(10, quiet=True) as step:
        assert step is None


def test_generated_coups_can_be_written_and_used_like_any_scenario(tmp_path):
    from click.testing import CliRunner

    from dualpower.faces.cli.group import group

    ask = ["coups", "--rank", "bottom", "--no-transmitter", "--write", str(tmp_path / "cases"), "--json"]
    done = CliRunner().invoke(group, ask, catch_exceptions=False, standalone_mode=False)
    (written,) = json.loads(done.stdout)["files"]
    assert CliRunner().invoke(group, ["check", written]).exit_code == 0
    again = CliRunner().invoke(group, ask)
    assert "E803" in str(again.exception)
