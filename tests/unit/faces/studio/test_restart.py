"""Killed in the middle of a run, the studio loses nothing: experiments and finished shards are there again."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from dualpower.engine import build

SOURCE = Path(__file__).resolve().parents[4] / "src"


@contextlib.contextmanager
def served(folder):
    """Run the command in a process of its own and yield (client, process)."""
    process = subprocess.Popen(
        [sys.executable, "-m", "dualpower", "studio", str(folder), "--port", "0", "--no-open", "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(SOURCE)},
    )  # fmt: skip
    try:
        text = ""
        while not text.rstrip().endswith("}"):
            line = process.stdout.readline()
            assert line, process.stderr.read()
            text += line
        with httpx.Client(base_url=json.loads(text)["url"], timeout=60) as client:
            yield client, process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        process.stdout.close()
        process.stderr.close()


def until(client, key, right, seconds=90):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found = client.get(f"/api/experiments/{key}").json()
        if right(found):
            return found
        time.sleep(0.1)
    raise AssertionError(found)


@pytest.mark.skipif(not build.status().is_compiled, reason="the runs are too slow without a compiler")
def test_a_kill_in_the_middle_of_a_run_loses_nothing(tmp_path):
    asked = {"scenario": "kremlin-call", "runs": 2_500, "seed": 7, "title": "before the kill"}
    with served(tmp_path) as (client, process):
        key = client.post("/api/experiments", json=asked).json()["id"]
        waiting = client.post("/api/experiments", json=asked | {"runs": 10, "title": "behind it"}).json()["id"]
        until(client, key, lambda one: one["done"] >= 620)
        process.send_signal(signal.SIGKILL)
        process.wait()
    shards = {path: path.stat().st_mtime_ns for path in (tmp_path / "experiments" / key / "result").glob("runs-*")}
    assert len(shards) >= 2
    with served(tmp_path) as (client, _):
        titles = [one["title"] for one in client.get("/api/experiments").json()["experiments"]]
        assert titles == ["behind it", "before the kill"]
        found = until(client, key, lambda one: one["state"] not in ("queued", "running"))
        assert found["state"] == "finished" and found["done"] == 2_500
        assert until(client, waiting, lambda one: one["state"] == "finished")["done"] == 10
    for path, when in shards.items():
        assert path.stat().st_mtime_ns == when, "a shard that was written is never computed again"


def test_a_port_that_is_taken_is_said_in_words(tmp_path):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = subprocess.run(
            [sys.executable, "-m", "dualpower", "studio", str(tmp_path), "--port", str(taken.getsockname()[1])],
            capture_output=True, text=True, env={**os.environ, "PYTHONPATH": str(SOURCE)}, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 2 and "E911" in done.stderr and "--port" in done.stderr


@pytest.mark.parametrize(
    ("host", "token", "asks"),
    [("127.0.0.1", None, False), ("::1", None, False), ("0.0.0.0", None, True)],  # noqa: S104
)
def test_beyond_this_machine_a_token_is_always_asked_for(host, token, asks):
    from dualpower.faces.studio.serve import address

    where = address(host, 0, token)
    assert (where.token is not None) == asks and (not asks or len(where.token) >= 16)


@pytest.mark.parametrize("token", ["short", "a token with blanks in it", "ż" * 20])
def test_a_weak_token_is_refused(token):
    from dualpower.errors import DualpowerError
    from dualpower.faces.studio.serve import address

    with pytest.raises(DualpowerError, match="E912"):
        address("127.0.0.1", 0, token)
