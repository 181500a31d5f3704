"""The few names of Cython that the kernel's text uses, for when the text is interpreted.

The kernel is written once. Compiled, ``cython`` is the compiler's own module. Interpreted, it is the
object below: its types are labels in annotations, its decorators give back what they got, and a cast
to a whole number cuts off the fraction. Nothing else happens; 64-bit wrap-around is the text's own
affair (``& M64``), because Python's integers do not overflow.
"""

from collections.abc import Callable
from typing import Any, Self


class Type:
    """A C type as a label: ``cython.double``, ``cython.double[:, ::1]``; called, it casts."""

    __slots__ = ("convert", "name")

    def __init__(self, name: str, convert: Callable[[Any], Any] | None = None) -> None:
        self.name = name
        self.convert = convert

    def __getitem__(self, shape: object) -> "Type":
        return Type(f"{self.name}[...]")

    def __call__(self, value: Any = 0) -> Any:
        return value if self.convert is None else self.convert(value)

    def __repr__(self) -> str:
        return f"cython.{self.name}"


class Leave:
    """A directive that changes nothing: decorator, decorator with arguments or ``with`` block."""

    def __call__(self, *args: Any, **options: Any) -> Any:
        if len(args) == 1 and not options and callable(args[0]) and not isinstance(args[0], Type):
            return args[0]
        return self

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exc: object) -> None:
        return None


class Shim:
    """Stands where the ``cython`` module stands in the compiled text."""

    compiled = False
    NULL = None

    def __init__(self) -> None:
        for name in WHOLE:
            setattr(self, name, Type(name, int))
        for name in REAL:
            setattr(self, name, Type(name, float))
        self.bint = Type("bint", bool)
        self.void = Type("void")
        self.p_void = Type("p_void")
        leave = Leave()
        for name in DIRECTIVES:
            setattr(self, name, leave)

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"cython.{name} is not in the interpreter's stand-in: add it to engine/_shim.py")

    @staticmethod
    def cast(kind: Any, value: Any, typecheck: bool = False) -> Any:
        """Value as `kind`: cut to a whole number for whole types, float for real ones."""
        convert = getattr(kind, "convert", None)
        return value if convert is None else convert(value)

    @staticmethod
    def declare(kind: Any = None, value: Any = None, **names: Any) -> Any:
        """The value itself; a declaration has no effect on interpreted text."""
        return value

    @staticmethod
    def exceptval(value: Any = None, *, check: bool = False) -> Callable[[Any], Any]:
        """Leave the function as it is (also when given a value such as -1)."""
        return _same

    @staticmethod
    def returns(kind: Any) -> Callable[[Any], Any]:
        """Leave the function as it is."""
        return _same

    @staticmethod
    def locals(**kinds: Any) -> Callable[[Any], Any]:
        """Leave the function as it is."""
        return _same

    @staticmethod
    def pointer(kind: Any) -> Type:
        """A label; pointers have no use in interpreted text."""
        return Type("pointer")


def _same(thing: Any) -> Any:
    return thing


WHOLE = (
    "char", "schar", "uchar", "short", "ushort", "int", "uint", "long", "ulong", "longlong", "ulonglong",
    "Py_ssize_t", "size_t", "ssize_t",
)  # fmt: skip
REAL = ("float", "double", "longdouble")
DIRECTIVES = (
    "cfunc", "ccall", "inline", "nogil", "gil", "with_gil", "cclass", "final", "internal", "no_gc", "no_gc_clear",
    "freelist", "boundscheck", "wraparound", "cdivision", "initializedcheck", "nonecheck", "overflowcheck",
    "infer_types", "profile", "linetrace", "binding", "embedsignature", "optimize", "test_assert_path_exists",
    "annotation_typing", "always_allow_keywords", "auto_pickle",
)  # fmt: skip

cython: Any = Shim()
