"""How long until something happens: import, the first run, --version, the install, and its size."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

from . import common

ASKED = "Seconds to import, to the first run, to --version, to install; MB of a core install"
REPEAT = 5
IMPORT = "import time; t = time.perf_counter(); import dualpower; print(time.perf_counter() - t)"
BARE = "pass"
FIRST = """
import json, time
t = time.perf_counter()
import dualpower
imported = time.perf_counter()
from dualpower.compiler import build
from dualpower.scenario.resolve import load
built = build(load("kremlin-call"))
read = time.perf_counter()
from benchmarks import common
ready = time.perf_counter()
common.run_engine(built, 1)
print(json.dumps([imported - t, read - imported, time.perf_counter() - ready]))
"""


def fresh(code: str) -> list[float]:
    found = json.loads(common.child(code).stdout.splitlines()[-1])
    return found if isinstance(found, list) else [found]


def install() -> dict:
    """Build from source into a new environment: seconds, and MB without byte code."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "env"
        venv.create(place, with_pip=True)
        python = place / "bin" / "python"
        before = size_mb(place)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", str(common.ROOT)]
        seconds = common.wall_seconds(lambda: subprocess.run(command, check=True, capture_output=True, cwd=folder))
        version = [
            common.wall_seconds(
                lambda: subprocess.run([str(place / "bin" / "dualpower"), "--version"], check=True, capture_output=True)
            )
            for _ in range(REPEAT)
        ]
        return {
            "install_seconds": seconds,
            "install_mb": size_mb(place) - before,
            "version_seconds": common.spread(version),
        }


def size_mb(folder: Path) -> float:
    return sum(f.stat().st_size for f in folder.rglob("*") if f.is_file() and f.suffix != ".pyc") / 1e6


def measure() -> dict:
    firsts = [fresh(FIRST) for _ in range(REPEAT)]
    interpreter = [
        common.wall_seconds(lambda: subprocess.run([sys.executable, "-c", BARE], check=True)) for _ in range(REPEAT)
    ]
    return {
        "import_seconds": common.spread([fresh(IMPORT)[0] for _ in range(REPEAT)]),
        "read_and_compile_scenario_seconds": common.spread([row[1] for row in firsts]),
        "first_run_seconds": common.spread([row[2] for row in firsts]),
        "bare_interpreter_seconds": common.spread(interpreter),
        **install(),
    }


if __name__ == "__main__":
    print(common.save("start", ASKED, measure()))
