"""Running many histories: what is refused, what is kept, what a kill cannot spoil."""

import errno
import json
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.ensemble import fake

from dualpower.ensemble import execute
from dualpower.ensemble import parquet as parquet_format
from dualpower.ensemble.design import Alternative
from dualpower.ensemble.execute import Interrupted, simulate, simulate_each
from dualpower.ensemble.result import Result
from dualpower.ensemble.store import StoreError
from dualpower.errors import DualpowerError


def parquet(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in sorted(folder.glob("*.parquet"))}


def same_histories(one: Result, other: Result) -> bool:
    return one.columns == other.columns and all(
        np.array_equal(one.column(name), other.column(name), equal_nan=one.column(name).dtype.kind == "f")
        for name in one.columns
    )


@pytest.mark.parametrize("runs", [0, -1, 10_000_001, 1.5, "many", None])
def test_an_impossible_number_of_runs_is_refused(problem, runs):
    with pytest.raises(DualpowerError, match="E801: runs is") as refused:
        simulate(problem, runs=runs, seed=1)
    assert refused.value.code == "E801" and "10,000,000" in str(refused.value)


@pytest.mark.parametrize("seed", [-1, 2**63, 10**40, 0.5, "1917"])
def test_an_impossible_seed_is_refused(problem, seed):
    with pytest.raises(DualpowerError, match="E802: seed is"):
        simulate(problem, runs=1, seed=seed)


def test_the_smallest_and_the_largest_seed_run(problem):
    assert simulate(problem, runs=2, seed=0).seed == 0
    assert simulate(problem, runs=2, seed=2**63 - 1).seed == 2**63 - 1


def test_refusals_leave_no_folder_behind(problem, tmp_path):
    with pytest.raises(DualpowerError):
        simulate(problem, runs=0, seed=1, folder=tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_folder_holds_what_memory_holds(problem, tmp_path):
    here, there = simulate(problem, runs=600, seed=5), simulate(problem, runs=600, seed=5, folder=tmp_path / "r")
    assert same_histories(here, there) and same_histories(there, Result.open(tmp_path / "r"))
    names = sorted(entry.name for entry in (tmp_path / "r").iterdir())
    assert names == sorted(
        [".lock", "manifest.json", "scenario.json"]
        + [f"{kind}-0000{shard}.parquet" for kind in ("runs", "series", "holders") for shard in range(3)]
    )
    assert (tmp_path / "r" / "scenario.json").read_text() == problem.resolved_json


def test_a_run_is_the_same_however_many_are_run(problem):
    few, many = simulate(problem, runs=3, seed=5), simulate(problem, runs=700, seed=5)
    assert (few.outcome == many.outcome[:3]).all() and (few.param("xi") == many.param("xi")[:3]).all()
    assert (few.series("dead.all") == many.series("dead.all")[:3]).all()


def test_the_manifest_says_what_was_run_and_how_to_run_it_again(problem, tmp_path):
    simulate(problem, runs=300, seed=5, decisions="history", folder=tmp_path / "r")
    manifest = json.loads((tmp_path / "r" / "manifest.json").read_text())
    assert manifest["state"] == "finished" and manifest["failed"] == 3
    assert manifest["identity"]["scenario"] == "a" * 64 and manifest["identity"]["runs"] == 300
    command = "dualpower simulate mill-quarrel --runs 300 --seed 5 --decisions history -o r-again"
    assert manifest["command"] == command
    assert manifest["sessions"][0]["runs"] == 300 and manifest["sessions"][0]["numpy"] == np.__version__
    assert set(manifest["files"]) == set(parquet(tmp_path / "r"))


def test_a_result_fixed_from_python_names_no_command(problem):
    assert simulate(problem, runs=3, seed=5, params={"xi": 0.5}).manifest["command"] is None


def test_a_folder_in_use_is_not_overwritten(problem, tmp_path):
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match=r"E803.*letter.txt.*name a new folder"):
        simulate(problem, runs=3, seed=1, folder=tmp_path)
    with pytest.raises(StoreError, match="E803"):
        simulate(problem, runs=3, seed=1, folder=tmp_path, resume=True)
    assert [entry.name for entry in tmp_path.iterdir() if entry.name != ".lock"] == ["letter.txt"]


def test_a_result_is_not_overwritten_without_resume(problem, tmp_path):
    simulate(problem, runs=3, seed=1, folder=tmp_path / "r")
    before = parquet(tmp_path / "r")
    with pytest.raises(StoreError, match="E803"):
        simulate(problem, runs=3, seed=2, folder=tmp_path / "r")
    assert parquet(tmp_path / "r") == before


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"seed": 2}, "seed differs: the folder has 1, this request 2"),
        ({"runs": 301}, "runs differs: the folder has 300, this request 301"),
        ({"decisions": "history"}, "decisions differs: the folder has drawn, this request history"),
        ({"options": {"ring": "ring-0"}}, "options differs: the folder has none"),
        ({"params": {"xi": 1.0}}, "draws differs: the folder has none"),
        ({"keep_log": True}, "keep_log differs"),
    ],
)
def test_another_request_does_not_continue_a_folder(problem, tmp_path, change, told):
    request = {"runs": 300, "seed": 1}
    simulate(problem, folder=tmp_path / "r", **request)
    before = parquet(tmp_path / "r")
    with pytest.raises(StoreError, match="E805") as refused:
        simulate(problem, folder=tmp_path / "r", resume=True, **(request | change))
    assert told in str(refused.value) and "another folder" in str(refused.value)
    assert parquet(tmp_path / "r") == before


def test_another_scenario_engine_or_parameter_table_does_not_continue_a_folder(problem, tmp_path, monkeypatch):
    simulate(problem, runs=3, seed=1, folder=tmp_path / "r")
    with pytest.raises(StoreError, match="scenario differs"):
        simulate(fake.Problem(digest="b" * 64), runs=3, seed=1, folder=tmp_path / "r", resume=True)
    with pytest.raises(StoreError, match="force_ratio differs"):
        simulate(fake.Problem(force_ratio=True), runs=3, seed=1, folder=tmp_path / "r", resume=True)
    for fact, told in (("digest", "engine differs"), ("params_digest", "parameters differs")):
        monkeypatch.setattr(execute, "load_engine", lambda fact=fact: fake.engine(**{fact: "c" * 64}))
        with pytest.raises(StoreError, match=told):
            simulate(problem, runs=3, seed=1, folder=tmp_path / "r", resume=True)


def test_resume_of_a_finished_folder_computes_nothing(problem, tmp_path):
    simulate(problem, runs=300, seed=1, folder=tmp_path / "r")
    asked = []
    again = simulate(fake.Problem(case=asked.append), runs=300, seed=1, folder=tmp_path / "r", resume=True)
    assert asked == [] and again.is_complete and len(again.manifest["sessions"]) == 2


def test_resume_begins_a_folder_that_is_not_there(problem, tmp_path):
    assert simulate(problem, runs=3, seed=1, folder=tmp_path / "a" / "b", resume=True).runs == 3


KILLED = """
import os, signal, sys
from unit.ensemble import fake
from dualpower.ensemble import execute
from dualpower.ensemble import parquet as parquet_format
execute.load_engine = fake.engine
folder, where, shard = sys.argv[1], sys.argv[2], int(sys.argv[3])
die = lambda: os.kill(os.getpid(), signal.SIGKILL)
def case(first):
    if where == "engine" and first == 250 * shard: die()
replace, fsync = os.replace, os.fsync
def dying_replace(source, target):
    if where == "before" and f"{shard:05d}" in str(target): die()
    replace(source, target)
    if where == "between" and f"holders-{shard:05d}" in str(target): die()
    if where == "after" and f"runs-{shard:05d}" in str(target): die()
os.replace = dying_replace
def dying_fsync(handle):
    if where == "manifest": die()
    fsync(handle)
os.fsync = dying_fsync
execute.simulate(fake.Problem(case=case), runs=1100, seed=7, folder=folder, keep_log=True)
"""


@pytest.mark.parametrize(
    ("where", "shard"), [("engine", 2), ("before", 3), ("between", 1), ("after", 2), ("manifest", 0)]
)
def test_a_killed_result_continues_to_the_same_bytes(problem, tmp_path, where, shard):
    simulate(problem, runs=1100, seed=7, folder=tmp_path / "whole", keep_log=True)
    path = str(Path(__file__).parents[2]) + os.pathsep
    path += str(Path(execute.__file__).parents[2])
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(tmp_path / "torn"), where, str(shard)],
        env=os.environ | {"PYTHONPATH": path},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert parquet(tmp_path / "torn").keys() < parquet(tmp_path / "whole").keys()
    result = simulate(problem, runs=1100, seed=7, folder=tmp_path / "torn", keep_log=True, resume=True)
    assert parquet(tmp_path / "torn") == parquet(tmp_path / "whole")
    assert result.is_complete and not list((tmp_path / "torn").glob(".*.tmp"))


def test_resume_trusts_no_torn_and_no_missing_file(problem, tmp_path):
    folder = tmp_path / "r"
    simulate(problem, runs=1100, seed=7, folder=folder)
    before = parquet(folder)
    (folder / "runs-00000.parquet").write_bytes(before["runs-00000.parquet"][:-40])
    (folder / "series-00001.parquet").unlink()
    (folder / "holders-00002.parquet").write_bytes(b"")
    (folder / "runs-00003.parquet").write_bytes(before["runs-00004.parquet"])
    asked = []
    simulate(fake.Problem(case=asked.append), runs=1100, seed=7, folder=folder, resume=True)
    assert asked == [0, 250, 500, 750] and parquet(folder) == before


def test_two_writers_do_not_share_a_folder(problem, tmp_path):
    told = []

    def second(first: int) -> None:
        for resume in (False, True):
            with pytest.raises(StoreError) as busy:
                simulate(fake.Problem(), runs=300, seed=1, folder=tmp_path / "r", resume=resume)
            told.append(busy.value.code)

    simulate(fake.Problem(case=second), runs=300, seed=1, folder=tmp_path / "r")
    assert told[:2] == ["E803", "E806"]
    assert simulate(problem, runs=300, seed=1, folder=tmp_path / "r", resume=True).is_complete


def test_a_folder_that_cannot_be_written_is_said_at_once(problem, tmp_path):
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "below", Path("/proc/nowhere")):
        with pytest.raises(StoreError, match="E804"):
            simulate(fake.Problem(case=lambda first: pytest.fail("ran")), runs=3, seed=1, folder=place)


@pytest.mark.parametrize("call", [0, 1, 4, 6, 8, 13])
def test_a_full_disk_loses_nothing_that_was_written(problem, tmp_path, monkeypatch, call):
    simulate(problem, runs=600, seed=7, folder=tmp_path / "whole")
    fsync, calls = os.fsync, []

    def full(handle: int) -> None:
        calls.append(handle)
        if len(calls) > call:
            raise OSError(errno.ENOSPC, "No space left on device")
        fsync(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match=r"E804.*No space left on device.*--resume"):
        simulate(problem, runs=600, seed=7, folder=tmp_path / "r")
    monkeypatch.undo()
    monkeypatch.setattr(execute, "load_engine", fake.engine)
    assert not list((tmp_path / "r").glob(".*.tmp"))
    whole = parquet(tmp_path / "whole")
    assert all(whole[name] == body for name, body in parquet(tmp_path / "r").items())
    simulate(problem, runs=600, seed=7, folder=tmp_path / "r", resume=True)
    assert parquet(tmp_path / "r") == whole


def test_ctrl_c_finishes_the_shard_in_hand(problem, tmp_path):
    def press(first: int) -> None:
        if first == 250:
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(Interrupted, match=r"interrupted after 500 of 1100 runs.*--resume") as stopped:
        simulate(fake.Problem(case=press), runs=1100, seed=7, folder=tmp_path / "r")
    assert stopped.value.done == 500 and Result.open(tmp_path / "r").runs == 500
    assert Result.open(tmp_path / "r").manifest["state"] == "interrupted"
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    simulate(problem, runs=1100, seed=7, folder=tmp_path / "r", resume=True)
    simulate(problem, runs=1100, seed=7, folder=tmp_path / "whole")
    assert parquet(tmp_path / "r") == parquet(tmp_path / "whole")


def test_a_second_ctrl_c_drops_the_shard_in_hand(tmp_path):
    def press(first: int) -> None:
        for _ in range(2 * (first == 250)):
            os.kill(os.getpid(), signal.SIGINT)

    with pytest.raises(Interrupted, match="after 250 of 1100 runs"):
        simulate(fake.Problem(case=press), runs=1100, seed=7, folder=tmp_path / "r")
    assert Result.open(tmp_path / "r").runs == 250


def test_simulate_runs_in_a_thread_of_its_own(problem):
    found: list[Result] = []
    worker = threading.Thread(target=lambda: found.append(simulate(problem, runs=3, seed=1)))
    worker.start()
    worker.join()
    assert found[0].runs == 3


def test_progress_counts_up_to_all_runs_also_after_resume(problem, tmp_path):
    for resume in (False, True):
        seen: list[int] = []
        simulate(problem, runs=600, seed=1, folder=tmp_path / "r", resume=resume, progress=seen.append)
        assert seen == sorted(seen) and seen[-1] == 600


def test_a_failed_run_is_a_row_with_its_stage(problem):
    result = simulate(problem, runs=300, seed=1)
    assert result.failed == 3 and result.runs == 300
    assert list(result.column("run")[~result.ended]) == [96, 193, 290]
    assert set(result.column("stage")[~result.ended]) == {"contact"} and set(result.column("stage")[result.ended]) == {
        ""
    }
    assert set(result.outcome[~result.ended]) == {""}


def test_history_takes_historys_options(problem):
    result = simulate(problem, runs=300, seed=1, decisions="history")
    assert set(result.chosen("parley")[result.ended]) == {"parley-1"}
    mixed = simulate(problem, runs=300, seed=1, decisions="history", options={"parley": "parley-2"})
    assert set(mixed.chosen("parley")[mixed.ended]) == {"parley-2"}
    assert set(mixed.chosen("ring")[mixed.ended]) == {"ring-1"}


def test_alternatives_share_their_luck(problem, tmp_path):
    ways = [
        Alternative("as-drawn"),
        Alternative("ring", options={"ring": "ring-0"}),
        Alternative("xi", params={"xi": 2.0}),
    ]
    results = simulate_each(problem, ways, runs=300, seed=1, folder=tmp_path)
    assert (results["ring"].param("xi") == results["as-drawn"].param("xi")).all()
    assert set(results["ring"].chosen("ring")[results["ring"].ended]) == {"ring-0"}
    assert (results["xi"].param("xi") == 2.0).all() and (results["xi"].outcome == results["as-drawn"].outcome).all()
    assert Result.open(tmp_path / "xi").runs == 300
    with pytest.raises(DualpowerError, match="two alternatives have one name"):
        simulate_each(problem, [ways[0], ways[0]], runs=3, seed=1)


def test_parquet_tells_no_time_and_no_version(problem, tmp_path):
    simulate(problem, runs=3, seed=1, folder=tmp_path / "r")
    for name, body in parquet(tmp_path / "r").items():
        _, note = parquet_format.decode(body)
        assert set(note) <= {"digest", "kind", "shard", "files"} and note["digest"], name
        assert np.__version__.encode() not in body and b"parquet-rs" not in body


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_a_damaged_file_is_an_error_or_reads_but_never_crashes(data):
    body = parquet_format.encode({"run": np.arange(5), "word": np.array(list("abcde"), dtype=object)}, "{}")
    torn = bytearray(body)
    for _ in range(data.draw(st.integers(1, 4))):
        torn[data.draw(st.integers(0, len(torn) - 1))] ^= data.draw(st.integers(1, 255))
    try:
        columns, _ = parquet_format.decode(bytes(torn[: data.draw(st.integers(1, len(torn)))]))
    except ValueError:
        return
    assert set(map(type, columns.values())) <= {np.ndarray}
