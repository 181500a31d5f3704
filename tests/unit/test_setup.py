"""Installing: what an earlier build left behind must not ship, with a compiler or without."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOY = """from dualpower.engine._shim import cython


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def twice(x: cython.int) -> cython.int:
    return 2 * x


def answer(x: cython.int):
    return twice(x)
"""

SETTINGS = """
[project]
name = "dualpower"
version = "0"
[tool.setuptools]
packages = ["dualpower", "dualpower.engine"]
package-dir = { "" = "src" }
"""


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout of one room, with a stale binary and a stale module in its build folder."""
    pytest.importorskip("Cython", reason="the compiler of the kernel (Cython) is not installed")
    pytest.importorskip("setuptools", reason="no setuptools, so nothing compiles")
    engine = tmp_path / "src" / "dualpower" / "engine"
    engine.mkdir(parents=True)
    for package in (engine.parent, engine):
        (package / "__init__.py").write_text("")
    (engine.parent / "words.py").write_text("A_LOW = 0\n")
    (engine / "params.py").write_text("P_RATE = 0\n")
    (engine / "toy.py").write_text(TOY)
    text = (ROOT / "src/dualpower/engine/amalgam.py").read_text(encoding="utf-8")
    start = text.index("ROOMS = (")
    end = text.index("\n)\n", start) + 3
    (engine / "amalgam.py").write_text(text[:start] + 'ROOMS = ("toy",)\n' + text[end:], encoding="utf-8")
    shutil.copy(ROOT / "setup.py", tmp_path)
    (tmp_path / "pyproject.toml").write_text(SETTINGS)
    stale = tmp_path / "build" / "lib" / "dualpower" / "engine"
    stale.mkdir(parents=True)
    (stale / "_kernel.stale.so").write_text("a binary of other sources")
    (stale / "gone.py").write_text("")
    return tmp_path


def build(checkout: Path, **switches: str) -> subprocess.CompletedProcess[str]:
    bare = {name: value for name, value in os.environ.items() if not name.startswith("DUALPOWER_")}
    command = [sys.executable, "setup.py", "build", "--build-lib", "build/lib"]
    return subprocess.run(command, cwd=checkout, env=bare | switches, capture_output=True, text=True, check=False)


def test_without_a_compiler_nothing_stale_stands_in_for_the_kernel(checkout: Path) -> None:
    done = build(checkout, CC="/nowhere/cc")
    built = checkout / "build" / "lib" / "dualpower" / "engine"
    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in built.iterdir()) == ["__init__.py", "amalgam.py", "params.py", "toy.py"]


def test_a_required_compiler_that_is_not_there_stops_the_install(checkout: Path) -> None:
    done = build(checkout, CC="/nowhere/cc", DUALPOWER_REQUIRE="compiler")
    assert done.returncode != 0


def test_a_missing_room_stops_the_install_and_is_named(checkout: Path) -> None:
    (checkout / "src" / "dualpower" / "engine" / "toy.py").unlink()
    done = build(checkout)
    assert done.returncode != 0
    assert "toy.py: the kernel needs this file" in done.stderr
