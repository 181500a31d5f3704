"""Joining the rooms of the kernel: what is kept, dropped and refused. Two toy rooms stand for the kernel."""

import importlib.machinery
import importlib.util
import os
import shutil
import sys
from pathlib import Path

import numpy as np
import pytest

from dualpower.engine import amalgam
from dualpower.engine._shim import cython

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


@pytest.fixture
def engine(tmp_path: Path) -> Path:
    """A toy engine folder with words, parameters and two rooms."""
    folder = tmp_path / "dualpower" / "engine"
    folder.mkdir(parents=True)
    (folder.parent / "words.py").write_text(WORDS)
    (folder / "params.py").write_text(PARAMS)
    (folder / "first.py").write_text(FIRST)
    (folder / "second.py").write_text(SECOND)
    return folder


def interpret(engine: Path) -> dict[str, object]:
    """Run the rooms as they stand, imports between them resolved by hand."""
    names: dict[str, object] = {}
    for path in amalgam.sources(engine, ROOMS):
        lines = path.read_text().splitlines()
        for node in amalgam._parse(path).body:
            if amalgam._is_import(node):
                amalgam._blank(lines, node)
        names |= {"cython": cython, "np": np}
        exec("\n".join(lines), names)
    return names


def test_whole_number_constants_go_to_the_enum_and_leave_the_text(engine: Path) -> None:
    joined = amalgam.Amalgam(engine, ROOMS)
    assert "    A_HIGH = 7\n" in joined.pxd()
    assert "    SHIFT = 16\n" in joined.pxd()
    assert joined.text().count("SHIFT = ") == 0


def test_large_and_real_constants_become_typed_globals_with_their_assignment(engine: Path) -> None:
    joined = amalgam.Amalgam(engine, ROOMS)
    assert "cdef unsigned long long M64\n" in joined.pxd()
    assert "cdef double SCALE\n" in joined.pxd()
    assert "cdef double[::1] TABLE\n" in joined.pxd()
    assert "M64 = 0xFFFFFFFFFFFFFFFF\n" in joined.text()
    assert "HALF = 0.5\n" in joined.text()


def test_imports_between_rooms_go_and_numpy_comes_once(engine: Path) -> None:
    text = amalgam.Amalgam(engine, ROOMS).text()
    assert "from dualpower" not in text
    assert text.count("import numpy as np") == 1
    assert text.count("import cython") == 1
    assert 'SOURCE_DIGEST = "' + amalgam.digest(engine, ROOMS) in text


def test_line_numbers_inside_a_room_survive_the_joining(engine: Path) -> None:
    lines = amalgam.Amalgam(engine, ROOMS).text().splitlines()
    start = lines.index("# ===== room first")
    assert lines[start + FIRST.splitlines().index("@cython.nogil") + 1] == "@cython.nogil"


def test_a_missing_room_is_named_with_the_cure(engine: Path) -> None:
    (engine / "second.py").unlink()
    with pytest.raises(amalgam.AmalgamError, match=r"second\.py.*not there.*ROOMS"):
        amalgam.Amalgam(engine, ROOMS)


def test_one_name_in_two_rooms_is_refused_naming_both(engine: Path) -> None:
    (engine / "second.py").write_text(SECOND + "\n\ndef scramble():\n    pass\n")
    with pytest.raises(amalgam.AmalgamError, match="scramble: defined in first and again in second"):
        amalgam.Amalgam(engine, ROOMS)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("from dualpower.words import BOTH", "takes BOTH"),
        ("from dualpower.engine.first import nothing", "takes nothing"),
        ("from dualpower.engine.first import scramble as s", "unrenamed"),
        ("from dualpower.engine.elsewhere import x", "no room of the kernel"),
        ("import math", "nothing else whole"),
    ],
)
def test_an_import_the_joined_text_cannot_honour_is_refused(engine: Path, line: str, message: str) -> None:
    (engine / "second.py").write_text(line + "\n" + SECOND)
    with pytest.raises(amalgam.AmalgamError, match=message):
        amalgam.Amalgam(engine, ROOMS)


def test_a_room_may_not_import_a_later_one(engine: Path) -> None:
    with pytest.raises(amalgam.AmalgamError, match="comes later in ROOMS"):
        amalgam.Amalgam(engine, ("second", "first"))


def test_the_digest_moves_with_every_source(engine: Path) -> None:
    before = {amalgam.digest(engine, ROOMS)}
    for path in amalgam.sources(engine, ROOMS):
        path.write_text(path.read_text() + "\n")
        before.add(amalgam.digest(engine, ROOMS))
    assert len(before) == 5


def test_compiled_and_interpreted_rooms_give_the_same_bits(engine: Path, tmp_path: Path) -> None:
    need_compiler()
    target = amalgam.compile_inplace(tmp_path / "build", engine, ROOMS)
    loader = importlib.machinery.ExtensionFileLoader(amalgam.MODULE, str(target))
    spec = importlib.util.spec_from_file_location(amalgam.MODULE, target, loader=loader)
    assert spec is not None
    compiled = importlib.util.module_from_spec(spec)
    before = sys.modules.get(amalgam.MODULE)
    try:
        loader.exec_module(compiled)
    finally:
        sys.modules.pop(amalgam.MODULE, None)
        if before is not None:
            sys.modules[amalgam.MODULE] = before
    rooms = interpret(engine)
    numbers = np.linspace(0.1, 0.9, 8)
    assert compiled.COMPILED
    assert amalgam.digest(engine, ROOMS) == compiled.SOURCE_DIGEST
    assert [compiled.answer(x) for x in (0, 1, 2**63)] == [rooms["answer"](x) for x in (0, 1, 2**63)]  # type: ignore[operator]
    assert compiled.Box(numbers).total() == rooms["Box"](numbers).total()  # type: ignore[operator]


def need_compiler() -> None:
    """Skip where there is no C compiler or no Cython, unless the build machine insists."""
    found = shutil.which(os.environ.get("CC", "cc")) or shutil.which("gcc")
    if found and importlib.util.find_spec("Cython") and importlib.util.find_spec("setuptools"):
        return
    if "compiler" in os.environ.get("DUALPOWER_REQUIRE", ""):
        pytest.fail("DUALPOWER_REQUIRE=compiler, and there is no C compiler with Cython here")
    pytest.skip("no C compiler with Cython")
