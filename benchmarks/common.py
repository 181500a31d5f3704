"""What every measurement shares: the machine, the mini-city, a stop-watch for CPU time, and the file of results."""

from __future__ import annotations

import json
import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from statistics import median

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
RESULTS = HERE / "results"
sys.path.insert(0, str(ROOT / "tests"))  # the oracle lives among the tests

SEED = 1917


def processor() -> str:
    """The processor's name as the system tells it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def machine() -> dict:
    """What the numbers were measured on; no names or paths of the machine."""
    return {
        "processor": processor(), "cores": os.cpu_count(),
        "system": platform.system(), "architecture": platform.machine(),
        "python": platform.python_version(), "compiler": compiler(), "load_before": round(os.getloadavg()[0], 2),
    }  # fmt: skip


def compiler() -> str:
    for name in ("cc", "gcc", "clang"):
        try:
            return subprocess.run([name, "--version"], capture_output=True, text=True, check=True).stdout.splitlines()[
                0
            ]
        except (OSError, subprocess.CalledProcessError):
            continue
    return "none"


def commit() -> str:
    """The commit that was measured, with + when files differ from it."""
    try:
        name = subprocess.run(
            ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        dirty = subprocess.run(
            ["git", "status", "--porcelain", "-uno", "src"], cwd=ROOT, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return "unknown"
    return name.stdout.strip() + ("+" if dirty.stdout.strip() else "")


def save(question: str, asked: str, found: dict) -> Path:
    """Write one question's results. ``asked`` is the question in words."""
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{question}.json"
    record = {
        "question": asked, "measured": datetime.now(UTC).strftime("%Y-%m-%d"), "commit": commit(), "machine": machine(),
        "found": found,
    }  # fmt: skip
    path.write_text(json.dumps(record, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return path


@cache
def city(units: int, authorities: int = 2, hours: int = 48):
    """The resolved mini-city; written to a folder that is gone afterwards."""
    from oracle import mini_city

    from dualpower.scenario.resolve import load

    with tempfile.TemporaryDirectory() as folder:
        return load(mini_city.write(Path(folder), units, authorities, hours))


@cache
def problem(units: int, authorities: int = 2, hours: int = 48):
    from dualpower.compiler import build

    return build(city(units, authorities, hours))


@cache
def scenario(name: str):
    from dualpower.compiler import build
    from dualpower.scenario.resolve import load

    return build(load(name))


def run_engine(built, runs: int, *, threads: int = 1, first: int = 0, keep_series: bool = True):
    """One block of runs of a built problem."""
    from dualpower.engine.batch import run_batch

    return run_batch(
        built.case, seed=SEED, first=first, runs=runs, threads=threads, params=None, options=None, keep_log=False,
        keep_series=keep_series, progress=None, stop=None,
    )  # fmt: skip


def cpu_seconds(what: Callable[[], object]) -> float:
    """CPU time of the call, of this process and all its threads."""
    before = time.process_time()
    what()
    return time.process_time() - before


def wall_seconds(what: Callable[[], object]) -> float:
    before = time.perf_counter()
    what()
    return time.perf_counter() - before


def peak_mb() -> float:
    """Largest memory this process has held, MB (ru_maxrss would count what the parent held before the fork)."""
    status = Path("/proc/self/status")
    if status.exists():
        return int(re.findall(r"VmHWM:\s+(\d+)", status.read_text())[0]) / 1024.0
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024.0


def child(code: str, *arguments: str) -> subprocess.CompletedProcess:
    """Run code in a fresh interpreter that can see the benchmarks."""
    return subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )


def environment() -> dict:
    """This process's environment, with the package's source in reach when it is not installed."""
    import dualpower

    source = str(Path(dualpower.__file__).resolve().parents[1])
    return {**os.environ, "PYTHONPATH": os.pathsep.join([source, os.environ.get("PYTHONPATH", "")])}


def spread(values: list[float]) -> dict:
    """Median, least and greatest of repeated measurements."""
    return {"median": median(values), "low": min(values), "high": max(values), "repetitions": len(values)}
