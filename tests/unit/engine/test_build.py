"""Which kernel runs: compiled if made from the sources beside it, else the rooms, and never in silence."""

import pytest

from dualpower.engine import amalgam, build

COMPARE = """
from dualpower.engine import build
import numpy as np
fast, rooms = build.kernel(), build.kernel(interpreted=True)
assert fast.COMPILED and not rooms.COMPILED
assert fast.SOURCE_DIGEST == rooms.SOURCE_DIGEST
numbers = np.linspace(0.1, 0.9, 8)
for x in (0, 1, 2**31, 2**63, 2**64 - 1):
    assert fast.answer(x) == rooms.answer(x), x
assert fast.Box(numbers).total() == rooms.Box(numbers).total() > 0
print("same")
"""
WHICH = "from dualpower.engine import build; print('compiled' if build.kernel().COMPILED else 'interpreted')"


def test_compiled_and_interpreted_rooms_give_the_same_bits(toys) -> None:
    done = toys.run("-c", COMPARE)
    assert done.stdout == "same\n", done.stderr


def test_a_stale_binary_steps_aside_and_says_so_once(toys) -> None:
    (toys.engine / "first.py").write_text((toys.engine / "first.py").read_text() + "\n# an edit\n")
    done = toys.run("-c", WHICH + "; build.kernel(); build.kernel()")
    assert done.stdout == "interpreted\n"
    assert done.stderr.count("steps aside") == 1


def test_a_binary_that_cannot_load_counts_as_none(toys) -> None:
    for binary in toys.engine.glob("_kernel.*"):
        binary.write_bytes(b"not a binary")
    done = toys.run("-c", WHICH)
    assert done.stdout == "interpreted\n"
    assert "about a hundred times slower" in done.stderr


def test_asked_for_the_interpreted_engine_comes_without_a_warning(toys) -> None:
    done = toys.run("-c", WHICH, DUALPOWER_INTERPRETED="1")
    assert (done.stdout, done.stderr) == ("interpreted\n", "")


def test_a_required_compiler_makes_a_stale_binary_an_error(toys) -> None:
    (toys.engine / "second.py").write_text((toys.engine / "second.py").read_text() + "\n")
    done = toys.run("-c", WHICH, DUALPOWER_REQUIRE="compiler")
    assert done.returncode == 1
    assert "DUALPOWER_REQUIRE=compiler" in done.stderr


def test_a_missing_room_is_a_clear_error(toys) -> None:
    (toys.engine / "second.py").unlink()
    done = toys.run("-c", WHICH)
    assert "second.py: the kernel needs this file and it is not there" in done.stderr


def test_the_real_kernel_is_compiled_from_these_sources(compiled) -> None:
    assert compiled.COMPILED
    assert amalgam.digest() == compiled.SOURCE_DIGEST


def test_the_digest_is_cheap_enough_for_every_import() -> None:
    import timeit

    best = min(timeit.repeat(amalgam.digest, number=1, repeat=20))
    assert best < 0.003, f"{best * 1000:.1f} ms"


def test_a_compile_error_points_into_the_room_and_replaces_nothing(toys) -> None:
    room = toys.engine / "second.py"
    before = room.read_text()
    room.write_text(before + "\n\n@cython.cfunc\n@cython.nogil\ndef bad() -> cython.int:\n    return [1][0]\n")
    done = toys.compile()
    assert done.returncode == 1
    assert f"second.py:{len(before.splitlines()) + 6}:" in done.stderr, done.stderr
    assert "nothing was replaced" in done.stderr
    assert len(list(toys.engine.glob("_kernel.*"))) == 1


def test_status_gives_a_reason_exactly_when_interpreted() -> None:
    state = build.status()
    assert bool(state.reason) != state.is_compiled
    assert build.is_compiled() == state.is_compiled


@pytest.mark.parametrize("flag", ["-ffp-contract=off"])
def test_the_compiler_may_not_contract_products_and_sums(flag: str) -> None:
    assert flag in amalgam.FLAGS
    assert not any("fast-math" in option or "march" in option for option in amalgam.FLAGS)
