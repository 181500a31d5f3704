"""What varies between histories, and what is held fast.

Luck is keyed by seed and run: run 7 of one alternative has the same luck as run 7 of the other, so the
two differ only where the cause differs. A design therefore says only what is *not* left to luck: which
option of a decision is taken, which parameter has which value. Everything else is drawn.

A design is either one row for all runs or one row per run. Where a parameter is NaN, or an option -1,
the run draws it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

import numpy as np

from ..errors import DualpowerError, near

Fixed = Mapping[str, Any] | np.ndarray | None
DECISIONS = ("drawn", "history")


@dataclass(frozen=True)
class Alternative:
    """One way to run a scenario: a name, options fixed by decision id, parameters fixed by symbol."""

    name: str
    options: Mapping[str, str] = field(default_factory=dict)
    params: Mapping[str, float] = field(default_factory=dict)


def grid(
    *, options: Mapping[str, Sequence[str]] | None = None, params: Mapping[str, Sequence[float]] | None = None
) -> list[Alternative]:
    """Return every combination of the given options and parameter values, each named by what it fixes."""
    options, params = options or {}, params or {}
    axes: list[list[tuple[str, Any]]] = [[(key, value) for value in values] for key, values in options.items()]
    axes += [[(key, float(value)) for value in values] for key, values in params.items()]
    found = []
    for point in product(*axes):
        name = ",".join(f"{key}={value:g}" if isinstance(value, float) else f"{key}={value}" for key, value in point)
        split = len(options)
        found.append(Alternative(name or "as-drawn", options=dict(point[:split]), params=dict(point[split:])))
    return found


def option_rows(problem: Any, fixed: Fixed, *, decisions: str, runs: int) -> np.ndarray | None:
    """Return int16[runs, D] of fixed options (-1 drawn), or None when every decision is drawn.

    With ``decisions="history"`` history's option is taken wherever neither `fixed` nor a variant decides otherwise.

    Raises:
        DualpowerError: E809, a decision or option that the scenario does not have, or a wrong shape.
    """
    if decisions not in DECISIONS:
        raise DualpowerError("E809", f"decisions is {decisions!r}", "it is drawn or history")
    count = len(problem.decisions)
    given = _option_array(problem, fixed, count) if fixed is not None and len(fixed) else None
    if decisions == "drawn":
        return None if given is None else _for_all(given, runs, count, "E809", "options")
    past = np.array([history_option(decision) for decision in problem.decisions], dtype=np.int16)
    rows = past if given is None else np.where(given < 0, past, given).astype(np.int16)
    return _for_all(rows, runs, count, "E809", "options")


def param_rows(symbols: Sequence[str], fixed: Fixed, *, runs: int) -> np.ndarray | None:
    """Return float64[runs, P] of fixed parameters (NaN drawn), or None when every one is drawn.

    Raises:
        DualpowerError: E808, an unknown parameter, an infinite value, or a wrong shape.
    """
    if fixed is None or not len(fixed):
        return None
    if isinstance(fixed, Mapping):
        row = np.full(len(symbols), np.nan)
        for symbol, value in fixed.items():
            row[_place(symbol, symbols, "E808", "parameter")] = _number(symbol, value)
    else:
        row = np.asarray(fixed, dtype=np.float64)
    if np.isinf(row).any():
        raise DualpowerError("E808", "a parameter is infinite", "give a finite value, or NaN to draw it")
    return _for_all(row, runs, len(symbols), "E808", "params")


def _option_array(problem: Any, fixed: Any, count: int) -> np.ndarray:
    if not isinstance(fixed, Mapping):
        array = np.asarray(fixed)
        if array.dtype.kind not in "iu":
            raise DualpowerError("E809", "options must be whole numbers", "an option's index, or -1 to draw it")
        _check_indices(problem, array, count)
        return array.astype(np.int16)
    row = np.full(count, -1, dtype=np.int16)
    ids = [decision.id for decision in problem.decisions]
    for decision, option in fixed.items():
        place = _place(decision, ids, "E809", "decision")
        known = [o.id for o in problem.decisions[place].options]
        row[place] = _place(option, known, "E809", f"option of {decision}")
    return row


def _check_indices(problem: Any, array: np.ndarray, count: int) -> None:
    if array.shape[-1:] != (count,):
        return  # _for_all says what is wrong with the shape
    limits = np.array([len(decision.options) for decision in problem.decisions])
    wrong = np.argwhere((array < -1) | (array >= limits))
    if len(wrong):
        decision = problem.decisions[int(wrong[0][-1])]
        raise DualpowerError("E809", f"{decision.id} has no such option", f"-1 to {len(decision.options) - 1}")


def history_option(decision: Any) -> int:
    """Return history's option; -1 where a variant has left it no chance, for then the variant decides."""
    pairs = zip(decision.options, decision.chances, strict=True)
    return next((at for at, (option, chance) in enumerate(pairs) if option.history and chance > 0), -1)


def _place(word: str, known: Sequence[str], code: str, what: str) -> int:
    if word in known:
        return list(known).index(word)
    raise DualpowerError(code, f"no {what} {word!r}", near(str(word), known) or "known: " + ", ".join(known))


def _number(symbol: str, value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError) as wrong:
        raise DualpowerError("E808", f"{symbol} is {value!r}", "give a number, or NaN to draw it") from wrong


def _for_all(rows: np.ndarray, runs: int, width: int, code: str, what: str) -> np.ndarray:
    if rows.shape not in ((width,), (runs, width), (1, width)):
        raise DualpowerError(code, f"{what} has the shape {rows.shape}", f"it is ({width},) or ({runs}, {width})")
    return np.broadcast_to(rows, (runs, width))
