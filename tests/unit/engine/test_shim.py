"""The interpreter's stand-in for Cython: labels, and nothing that changes a result."""

import pytest

from dualpower.engine._shim import cython


def test_types_serve_as_annotations_and_casts() -> None:
    def kernel(x: cython.int, table: cython.double[:, ::1]) -> cython.longlong:
        return x

    assert kernel(3, None) == 3
    assert cython.cast(cython.int, 2.9) == 2
    assert cython.cast(cython.longlong, -2.9) == -2
    assert type(cython.cast(cython.double, 3)) is float
    assert cython.declare(cython.int, 4) == 4


@pytest.mark.parametrize("name", ["cfunc", "ccall", "inline", "nogil", "cclass", "final"])
def test_plain_decorators_give_back_what_they_got(name: str) -> None:
    def kernel() -> int:
        return 5

    assert getattr(cython, name)(kernel) is kernel


def test_decorators_with_arguments_give_back_what_they_got() -> None:
    def kernel() -> int:
        return 5

    for decorator in (
        cython.exceptval(check=False),
        cython.exceptval(-1, check=True),
        cython.returns(cython.int),
        cython.locals(i=cython.int),
        cython.boundscheck(False),
        cython.cdivision(True),
    ):
        assert decorator(kernel) is kernel


def test_nogil_is_a_block_too() -> None:
    with cython.nogil:
        inside = True
    assert inside
    assert cython.compiled is False


def test_a_name_the_stand_in_lacks_is_an_error_with_the_cure() -> None:
    with pytest.raises(AttributeError, match=r"cython\.frobnicate.*_shim\.py"):
        _ = cython.frobnicate
