"""Many histories: run a scenario thousands of times, keep what happened, count it with its uncertainty.

Five doors: ``simulate`` makes a ``Result``, ``Result.open`` reads one back from its folder, ``design``
says what varies, ``Table`` is what every question is answered with, ``export`` writes CSV.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .design import Alternative, grid
    from .execute import Interrupted, simulate, simulate_each
    from .intervals import wilson
    from .result import Result
    from .store import StoreError, export
    from .table import Table

__all__ = [
    "Alternative",
    "Interrupted",
    "Result",
    "StoreError",
    "Table",
    "export",
    "grid",
    "simulate",
    "simulate_each",
    "wilson",
]

_HOMES = {
    "Alternative": "design",
    "grid": "design",
    "Interrupted": "execute",
    "simulate": "execute",
    "simulate_each": "execute",
    "wilson": "intervals",
    "Result": "result",
    "StoreError": "store",
    "export": "store",
    "Table": "table",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
