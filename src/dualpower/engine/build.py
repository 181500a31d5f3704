"""Which kernel runs: the compiled one if it was made from the sources beside it, else the rooms themselves.

Both are the same text. The compiled one is about a hundred times faster. A binary made from other
sources (an edited checkout, a left-over build folder) would answer for rules that are no longer
written down, so it steps aside, and says so.

Environment:
    DUALPOWER_INTERPRETED=1       run the rooms, without a warning
    DUALPOWER_REQUIRE=compiler    no compiled kernel is an error (the tests on the build machine)
"""

import importlib
import os
import warnings
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any

from dualpower.engine import amalgam


@dataclass(frozen=True, slots=True)
class Status:
    """Which kernel runs, and why, in words for a person."""

    is_compiled: bool
    reason: str
    """One sentence; empty when the compiled kernel runs."""


class CompilerRequiredError(RuntimeError):
    """DUALPOWER_REQUIRE asks for the compiled kernel and it cannot be had."""


@cache
def status() -> Status:
    """Find out which kernel this process uses. Asked once; cheap (hashes some 300 kB of sources)."""
    if os.environ.get("DUALPOWER_INTERPRETED") == "1":
        return Status(False, "DUALPOWER_INTERPRETED=1 asks for the interpreted engine.")
    compiled = _compiled()
    if compiled is None:
        return Status(
            False,
            "The kernel is not compiled on this machine, so the interpreted engine runs: the same answers, "
            "about a hundred times slower. Cure: install a C compiler and install dualpower again "
            "(pip install --verbose shows what the compiler says).",
        )
    if getattr(compiled, "SOURCE_DIGEST", None) != amalgam.digest():
        return Status(
            False,
            "The compiled kernel was made from other sources than those beside it, so it steps aside and the "
            "interpreted engine runs, about a hundred times slower. Cure: python -m dualpower.engine.amalgam --inplace",
        )
    return Status(True, "")


def is_compiled() -> bool:
    """Whether this process runs the compiled kernel."""
    return status().is_compiled


def kernel(*, interpreted: bool = False) -> Any:
    """The kernel of this process, as a module.

    Args:
        interpreted: give the rooms even where the compiled kernel is good (tests compare the two).
    Returns:
        The compiled module, or a module holding every name the rooms define.
    Raises:
        CompilerRequiredError: DUALPOWER_REQUIRE names the compiler and the kernel is not compiled.
        AmalgamError: a room is missing.
    """
    return _rooms() if interpreted else _kernel()


@cache
def _kernel() -> Any:
    state = status()
    if state.is_compiled:
        return _compiled()
    forced = os.environ.get("DUALPOWER_INTERPRETED") == "1"
    if not forced and "compiler" in os.environ.get("DUALPOWER_REQUIRE", ""):
        raise CompilerRequiredError(f"DUALPOWER_REQUIRE=compiler: {state.reason}")
    if not forced:
        warnings.warn(state.reason, RuntimeWarning, stacklevel=3)
    return _rooms()


@cache
def _compiled() -> ModuleType | None:
    """The binary beside us, of whatever sources; None where there is none that this Python can load."""
    try:
        return importlib.import_module(amalgam.MODULE)
    except Exception:  # noqa: BLE001 - a binary of older sources may fail in any way while it starts
        return None


@cache
def _rooms() -> ModuleType:
    """The rooms, imported as they stand, under one roof like the compiled module."""
    roof = ModuleType("dualpower.engine.rooms", "The interpreted kernel: the rooms of the engine under one roof.")
    for room in amalgam.ROOMS:
        module = importlib.import_module(f"dualpower.engine.{room}")
        own = {name: thing for name, thing in vars(module).items() if not name.startswith("__")}
        vars(roof).update(own)
    vars(roof).update(COMPILED=False, SOURCE_DIGEST=amalgam.digest())
    return roof
