"""Joining the rooms of the kernel: what is kept, dropped and refused. Two toy rooms stand for the kernel."""

from pathlib import Path

import pytest

from dualpower.engine import amalgam

ROOMS = ("first", "second")


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
    original = (engine / "first.py").read_text().splitlines()
    place = original.index("@cython.nogil")
    assert lines[start + 1 + place] == original[place]
    assert lines[start + 1 + place + 2] == original[place + 2]
    number = next(at for at, line in enumerate(lines, 1) if line.startswith("def answer"))
    answer = (engine / "second.py").read_text().splitlines().index("def answer(x: cython.ulonglong):") + 1
    assert amalgam.Amalgam(engine, ROOMS).place(number) == f"second.py:{answer}"


def test_a_missing_room_is_named_with_the_cure(engine: Path) -> None:
    (engine / "second.py").unlink()
    with pytest.raises(amalgam.AmalgamError, match=r"second\.py.*not there.*ROOMS"):
        amalgam.Amalgam(engine, ROOMS)


def test_one_name_in_two_rooms_is_refused_naming_both(engine: Path) -> None:
    (engine / "second.py").write_text((engine / "second.py").read_text() + "\n\ndef scramble():\n    pass\n")
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
    (engine / "second.py").write_text(line + "\n" + (engine / "second.py").read_text())
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


def test_a_long_number_inside_a_function_is_refused_with_the_cure(engine: Path) -> None:
    room = engine / "second.py"
    room.write_text(room.read_text() + "\n\ndef far():\n    return 4611686018427387904\n")
    with pytest.raises(amalgam.AmalgamError, match=r"second:\d+: 4611686018427387904 .* name in capitals"):
        amalgam.Amalgam(engine, ROOMS)
