"""Two toy rooms that stand for the kernel, as text, as a folder, and compiled in a package of their own."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dualpower.engine import amalgam

WORDS = 'A_LOW = 0\nA_HIGH = 7\n\nBOTH = {"low": A_LOW}\n'
PARAMS = "P_RATE = 3\nHALF = 0.5\n"
FIRST = '''"""A room that scrambles numbers."""

import numpy as np

from dualpower.engine._shim import cython
from dualpower.words import (
    A_HIGH,
    A_LOW,
)

M64 = 0xFFFFFFFFFFFFFFFF
MIX = 0x9E3779B97F4A7C15
SHIFT = 1 << 4
SCALE = 0.25
TABLE = np.arange(8, dtype=np.float64)  # filled once
# cdef double[::1] TABLE


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def scramble(x: cython.ulonglong) -> cython.ulonglong:
    """A wrap-around product."""
    return ((x * MIX) & M64) >> SHIFT
'''
SECOND = '''"""A room that answers."""

from dualpower.engine.first import SCALE, TABLE, scramble
from dualpower.engine.params import HALF, P_RATE
from dualpower.engine._shim import cython
from dualpower.words import A_HIGH


@cython.cclass
class Box:
    numbers: cython.double[::1]

    def __init__(self, numbers):
        self.numbers = numbers

    def total(self):
        return add(self)


@cython.cfunc
@cython.nogil
@cython.exceptval(check=False)
def add(box: Box) -> cython.double:
    i: cython.int
    s: cython.double = 0.0
    for i in range(A_HIGH):
        s += box.numbers[i] * SCALE + TABLE[i]
    return s * HALF * P_RATE


def answer(x: cython.ulonglong):
    return scramble(x)
'''
ROOMS = ("first", "second")


def write_toys(engine: Path) -> Path:
    engine.mkdir(parents=True, exist_ok=True)
    (engine.parent / "words.py").write_text(WORDS)
    (engine / "params.py").write_text(PARAMS)
    (engine / "first.py").write_text(FIRST)
    (engine / "second.py").write_text(SECOND)
    return engine


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """A toy engine folder with words, parameters and two rooms."""
    return write_toys(tmp_path / "dualpower" / "engine")


class ToyPackage:
    """A dualpower of two rooms, on a path of its own, run in processes of its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.engine = write_toys(root / "dualpower" / "engine")
        for name in ("_shim.py", "amalgam.py", "build.py"):
            shutil.copy(amalgam.ENGINE / name, self.engine / name)
        text = (self.engine / "amalgam.py").read_text()
        text = re.sub(r"^ROOMS = \(.*?^\)", f"ROOMS = {ROOMS}", text, count=1, flags=re.MULTILINE | re.DOTALL)
        (self.engine / "amalgam.py").write_text(text)
        for folder in (root / "dualpower", self.engine):
            (folder / "__init__.py").write_text("")

    def run(self, *arguments: str, **switches: str) -> subprocess.CompletedProcess[str]:
        """Python on this package, with no DUALPOWER_ switch but those given."""
        bare = {name: value for name, value in os.environ.items() if not name.startswith("DUALPOWER_")}
        bare |= {"PYTHONPATH": str(self.root), **switches}
        return subprocess.run([sys.executable, *arguments], env=bare, capture_output=True, text=True, check=False)

    def compile(self) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "dualpower.engine.amalgam", "--inplace", DUALPOWER_QUICK="1")


@pytest.fixture(scope="session")
def compiled_toys(tmp_path_factory: pytest.TempPathFactory) -> ToyPackage:
    """The toy package with its kernel compiled; tests that edit it take a copy."""
    need_compiler()
    package = ToyPackage(tmp_path_factory.mktemp("toys"))
    done = package.compile()
    assert done.returncode == 0, done.stdout + done.stderr
    return package


@pytest.fixture
def toys(compiled_toys: ToyPackage, tmp_path: Path) -> ToyPackage:
    """A copy of the compiled toy package, free to be edited."""
    copy = ToyPackage(tmp_path / "copy")
    for binary in compiled_toys.engine.glob("_kernel.*"):
        shutil.copy2(binary, copy.engine)
    return copy


def need_compiler() -> None:
    """Skip where there is no C compiler or no Cython, unless the build machine insists."""
    found = shutil.which(os.environ.get("CC", "cc")) or shutil.which("gcc")
    if found and importlib.util.find_spec("Cython") and importlib.util.find_spec("setuptools"):
        return
    if "compiler" in os.environ.get("DUALPOWER_REQUIRE", ""):
        pytest.fail("DUALPOWER_REQUIRE=compiler, and there is no C compiler with Cython here")
    pytest.skip("no C compiler with Cython")
