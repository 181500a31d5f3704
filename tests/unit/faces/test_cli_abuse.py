"""What a careless or hostile hand may type: each is refused in words, with its exit code, and never a trace."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[3] / "src"


def program(*args: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(SOURCE), **environment}
    return subprocess.run([sys.executable, "-m", "dualpower", *args], capture_output=True, env=env, check=False)


COMPARE = ("compare", "kremlin-call", "--variant", "they-storm", "--runs", "20", "--seed", "1")
PIVOTS = ("find-pivots", "kremlin-call", "--seed", "1", "--runs")


@pytest.mark.parametrize(
    ("args", "code", "said"),
    [
        ((*COMPARE, "--width", "nan"), 2, "nan is not a number between 0 and 100"),
        ((*COMPARE, "--level", "nan"), 2, "nan is not a number between 0 and 100"),
        ((*COMPARE, "--run", "-1"), 2, "E801: run is -1"),
        ((*PIVOTS, "1"), 2, "1 pair is too few"),
        ((*PIVOTS, "2"), 2, "2 pairs are too few"),
        (("flip", "kremlin-call", "--to", "held", "--seed", "1", "--chance", "nan"), 2, "not a number between 0 and 1"),
        (("flip", "kremlin-call", "--to", "held", "--seed", "1", "--runs", "1"), 2, "1 run is too few"),
        (("rank-factors", "kremlin-call", "--seed", "-1"), 2, "E802: seed is -1"),
        (("rank-factors", "kremlin-call", "--outcome", "nope"), 2, "E820"),
        (("rank-factors", "kremlin-call", "--mark", "nope"), 2, "E810"),
        (("tell", "kremlin-call", "--outcome", "nope"), 2, "E820"),
        (("tell", "kremlin-call", "--seed", "1", "--run", "4294967296"), 2, "runs are numbered from 0 to 2,147,"),
        (("tell", "kremlin-call", "--seed", "1", "--why", "9999"), 2, "'--why': there is no event 9999"),
        (("tell", ""), 3, "no scenario was named"),
        (("simulate", "kremlin-call", "--runs", "5", "--seed", "1", "-o", ""), 1, "E804"),
        (("score", "kremlin-call", "--marks", ""), 3, "E101"),
        (("score", "kremlin-call", "--from", "kept", "--runs", "5"), 2, "--runs is settled by the folder"),
        (("score", "kremlin-call", "--from", "kept", "--seed", "5"), 2, "--seed is settled by the folder"),
        (("export", "no-result-here"), 3, "E807"),
    ],
)
def test_what_cannot_be_meant_is_refused_in_words(dual, args, code, said):
    left, out, err = dual(*args)
    assert (left, said in out + err) == (code, True), err
    assert "Traceback" not in err


def test_a_schema_that_cannot_be_written_says_where(dual, tmp_path):
    code, out, err = dual("schema", "-o", str(tmp_path))
    assert code == 1 and out == "" and f"E804: {tmp_path} cannot be written: Is a directory" in err


@pytest.mark.parametrize("args", [COMPARE, (*PIVOTS, "20"), ("flip", "kremlin-call", "--to", "held", "--seed", "1")])
def test_work_is_not_mixed_into_a_folder_that_holds_other_things(dual, args, tmp_path):
    (tmp_path / "letters.txt").write_text("mine")
    code, out, err = dual(*args, "-o", str(tmp_path))
    assert (code, out) == (2, "") and "E803" in err and "letters.txt" in err
    assert [entry.name for entry in tmp_path.iterdir()] == ["letters.txt"]


def test_to_go_on_is_advised_only_where_a_result_is(dual, tmp_path):
    (tmp_path / "letters.txt").write_text("mine")
    _, _, err = dual("simulate", "kremlin-call", "--runs", "5", "--seed", "1", "-o", str(tmp_path))
    assert "E803" in err and "--resume" not in err


def test_a_folder_that_holds_a_part_says_so(dual, tmp_path):
    folder = str(tmp_path / "kept")
    dual("simulate", "kremlin-call", "--runs", "300", "--seed", "1", "-q", "-o", folder)
    Path(folder, "runs-00001.parquet").unlink()
    code, _, err = dual("score", "kremlin-call", "--from", folder)
    assert code == 0 and "holds 250 of 300 histories" in err


def test_a_folder_without_a_scenario_is_not_called_missing(dual, tmp_path):
    code, out, _ = dual("check", str(tmp_path))
    assert code == 3 and "this folder holds no scenario.yaml" in out


def test_a_file_of_no_marks_blames_only_itself(dual, tmp_path):
    mine = tmp_path / "mine.yaml"
    mine.write_text("title: x\n")
    code, _, err = dual("score", "kremlin-call", "--marks", str(mine))
    assert code == 3 and "needs marks" in err and "scenario.yaml" not in err


def test_an_endless_figure_is_quoted_in_part(dual, tmp_path):
    mine = tmp_path / "scenario.yaml"
    mine.write_text("start: " + "9" * 50_000 + "\n")
    code, out, _ = dual("check", str(mine))
    assert code == 3 and "E401" in out and len(out) < 5_000


def test_what_is_proposed_next_can_be_pasted_into_a_shell(dual, tmp_path):
    place = tmp_path / "two words"
    dual("new", str(place / "harbour"))
    _, _, err = dual("tell", str(place / "harbour"), "--seed", "1")
    assert f"tell '{place}/harbour' --seed" in err


def test_a_damaged_file_is_mended_without_a_stack_trace(tmp_path):
    folder = tmp_path / "kept"
    ask = ("simulate", "kremlin-call", "--runs", "5", "--seed", "1", "-q", "-o", str(folder))
    assert program(*ask).returncode == 0
    body = (folder / "runs-00000.parquet").read_bytes()
    (folder / "runs-00000.parquet").write_bytes(b"junk")
    mended = program(*ask, "--resume")
    assert (mended.returncode, mended.stderr) == (0, b"")
    assert (folder / "runs-00000.parquet").read_bytes() == body


def test_letters_that_a_terminal_lacks_stop_nothing():
    done = program("tell", "kremlin-call", "--seed", "1", "--language", "ru", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0 and b"?" in done.stdout
    plain = program("tell", "kremlin-call", "--seed", "1", "--language", "ru", "--json", PYTHONIOENCODING="latin-1")
    assert plain.returncode == 0 and b"\\u04" in plain.stdout


def test_a_closed_standard_output_breaks_nothing():
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    line = f"{sys.executable} -m dualpower list >&-"
    done = subprocess.run(["sh", "-c", line], capture_output=True, env=env, check=False)
    assert (done.returncode, done.stderr) == (0, b"")


def test_an_early_interrupt_shows_no_trace():
    env = {**os.environ, "PYTHONPATH": str(SOURCE)}
    for wait in (0.06, 0.12, 0.2):
        ask = [sys.executable, "-m", "dualpower", "tell", "moscow-1917", "--seed", "1"]
        with subprocess.Popen(ask, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
            time.sleep(wait)
            process.send_signal(signal.SIGINT)
            _, err = process.communicate(timeout=60)
        # before the program's first line Python itself answers; ours begins with main()
        assert b"dualpower/faces/cli/group" not in err


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda dp: dp.load(3), "named by its id, file or folder, not by 3"),
        (lambda dp: dp.load("kremlin-call", variant=3), "a variant is named by a word, not by 3"),
        (lambda dp: dp.tell("kremlin-call", run=1.5), "E801.*run is 1.5"),
        (lambda dp: dp.tell("kremlin-call", seed="x"), "E802.*seed is 'x'"),
        (lambda dp: dp.tell("kremlin-call", outcome=3), "E820.*no outcome is called 3"),
        (lambda dp: dp.find_pivots("kremlin-call", runs="many"), "E801.*runs is 'many'"),
        (lambda dp: dp.flip("kremlin-call", to="held", runs="many"), "E801.*runs is 'many'"),
        (lambda dp: dp.rank_factors("kremlin-call", runs="many"), "E801.*runs is 'many'"),
        (lambda dp: dp.rank_factors("kremlin-call", seed=-1), "E802.*seed is -1"),
        (lambda dp: dp.rank_factors("kremlin-call", mark=3), "mark"),
    ],
)
def test_the_python_door_names_what_is_of_the_wrong_type(call, said):
    import dualpower as dp

    with pytest.raises((dp.DualpowerError, TypeError), match=said):
        call(dp)


def test_a_number_and_its_sign_stay_on_one_line(monkeypatch):
    from dualpower.faces.cli.screen import fill

    monkeypatch.setenv("COLUMNS", "21")
    assert fill("the intervals are 90 % and no more").splitlines() == ["the intervals are", "90 % and no more"]


def test_a_ranking_shows_no_empty_column(dual):
    pytest.importorskip("SALib")
    code, out, _ = dual("rank-factors", "kremlin-call", "--runs", "60", "--claims", "none", "--seed", "1", "-q")
    assert code == 0 and out.splitlines()[0].split("  ")[-1].strip() == "95 % interval"  # no "where low" without values
