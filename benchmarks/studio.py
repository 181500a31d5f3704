"""The studio under load: fifty people browse while five ensembles wait in the queue. Loopback only.

    python benchmarks/studio.py [--seconds 30] [--clients 50] [--kill]

Every client walks through what the screens ask for, with a short rest between two requests, as a reader does. What is
printed: how many answers came, how long they took (median, 95th and 99th of a hundred), what failed, and whether
every experiment that was asked for is there and whole in the end. With ``--kill`` the studio is killed (SIGKILL)
in the middle and started again.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ASKED = [
    {"scenario": "moscow-1917", "runs": 300, "seed": 1917, "title": "one"},
    {"scenario": "moscow-1917", "runs": 300, "seed": 1917, "decisions": "history", "title": "two"},
    {"scenario": "kremlin-call", "runs": 2000, "seed": 7, "title": "three"},
    {"scenario": "kremlin-call", "runs": 2000, "seed": 7, "variant": "they-storm", "title": "four"},
    {"scenario": "kremlin-call", "runs": 2000, "seed": 8, "title": "five"},
]
REST = (0.2, 1.0)  # seconds between two requests of one client
SCREENS = [
    "/", "/api/health", "/api/words", "/api/scenarios", "/api/scenarios/moscow-1917", "/api/scenarios/kremlin-call",
    "/api/scenarios/kremlin-call/sheets", "/api/scenarios/moscow-1917/page", "/api/experiments",
    "/api/experiments/{key}",
]  # fmt: skip


@dataclass
class Tally:
    """What the clients saw."""

    times: list[float] = field(default_factory=list)
    by_path: dict[str, list[float]] = field(default_factory=dict)
    failed: list[str] = field(default_factory=list)


class Studio:
    """A studio in a process and a workspace of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = int(free.getsockname()[1])
        self.process: Any = None
        self.start()

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "dualpower", "studio", str(self.folder), "--port", str(self.port), "--no-open"]
        env = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        self.process = subprocess.Popen(command, env=env, stderr=subprocess.DEVNULL, start_new_session=True)
        for _ in range(300):
            try:
                self.ask("GET", "/api/health")
            except OSError:
                time.sleep(0.2)
            else:
                return
        raise SystemExit("the studio did not start")

    def kill(self) -> None:
        """Kill it and all its children, as a crash would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        """Ask one thing; return the answer as plain values."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=120)
        try:
            data = None if body is None else json.dumps(body)
            connection.request(method, path, data, {} if body is None else {"content-type": "application/json"})
            answer = connection.getresponse()
            text = answer.read()
        finally:
            connection.close()
        if answer.status >= 400:
            raise SystemExit(f"{method} {path}: {answer.status} {text[:200]!r}")
        return json.loads(text) if text else None


def browse(studio: Studio, keys: list[str], until: float, tally: Tally, number: int) -> None:
    """One reader: look at this and that until the time is over."""
    luck = random.Random(number)
    connection = http.client.HTTPConnection("127.0.0.1", studio.port, timeout=120)
    while time.monotonic() < until:
        screen = luck.choice(SCREENS)
        path = screen.replace("{key}", luck.choice(keys))
        begun = time.monotonic()
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                tally.failed.append(f"{answer.status} {path}")
        except (OSError, http.client.HTTPException) as trouble:
            tally.failed.append(f"{type(trouble).__name__} {path}")
            connection.close()
            time.sleep(0.5)
            continue
        took = time.monotonic() - begun
        tally.times.append(took)
        tally.by_path.setdefault(screen, []).append(took)
        time.sleep(luck.uniform(*REST))
    connection.close()


def nth(times: list[float], part: float) -> float:
    """Return the time in milliseconds that a part of all answers did not exceed."""
    ordered = sorted(times)
    return 1_000 * ordered[min(len(ordered) - 1, int(part * len(ordered)))] if ordered else float("nan")


def measure(clients: int, seconds: float, *, kill: bool) -> dict[str, Any]:
    """Put the studio under load and say what was seen."""
    with tempfile.TemporaryDirectory(prefix="dualpower-load-") as folder:
        studio = Studio(Path(folder))
        try:
            for path in SCREENS[:-1]:
                studio.ask("GET", path) if path != "/" else None  # as after the first visit
            keys = [studio.ask("POST", "/api/experiments", asked)["id"] for asked in ASKED]
            tally = Tally()
            until = time.monotonic() + seconds
            readers = [
                threading.Thread(target=browse, args=(studio, keys, until, tally, n), daemon=True)
                for n in range(clients)
            ]
            for reader in readers:
                reader.start()
            if kill:
                time.sleep(seconds / 2)
                studio.kill()
                studio.start()
            for reader in readers:
                reader.join()
            whole = _finish(studio, keys)
        finally:
            studio.kill()
    slow = sorted(tally.by_path, key=lambda path: -nth(tally.by_path[path], 0.95))[:3]
    return {
        "clients": clients,
        "experiments": len(keys),
        "answers": len(tally.times),
        "per_second": round(len(tally.times) / seconds, 1),
        "median_ms": round(nth(tally.times, 0.5), 1),
        "p95_ms": round(nth(tally.times, 0.95), 1),
        "p99_ms": round(nth(tally.times, 0.99), 1),
        "slowest": {path: round(nth(tally.by_path[path], 0.95), 1) for path in slow},
        "failed": len(tally.failed),
        "first_failures": tally.failed[:3],
        "killed": kill,
        "finished_whole": whole,
    }


def _finish(studio: Studio, keys: list[str]) -> int:
    """Wait for all experiments; return how many are there with every history."""
    for _ in range(1_200):
        found = {one["id"]: one for one in studio.ask("GET", "/api/experiments")["experiments"]}
        if all(found[key]["state"] not in ("queued", "running") for key in keys if key in found):
            break
        time.sleep(0.5)
    return sum(
        key in found and found[key]["state"] == "finished" and found[key]["done"] == found[key]["runs"] for key in keys
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--kill", action="store_true")
    asked = parser.parse_args()
    print(json.dumps(measure(min(asked.clients, 200), min(asked.seconds, 600), kill=asked.kill), indent=2))


if __name__ == "__main__":
    main()
