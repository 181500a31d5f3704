"""A tiny engine and scenario of the documented shape: everything about run i depends on (seed, run) only.

Two authorities and a council argue over three sites for ten hours; no word of it means anything.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np

from dualpower.ensemble.execute import Engine
from dualpower.words import CAUSES, EVENTS

HOURS = 11
SERIES = ["holders.crown", "dead.all", "acting.guild"]
SITES = ["hall", "mill", "gate-house"]
AUTHORITIES = ["crown", "guild"]
UNITS = ["watch", "drum", "smiths"]
SYMBOLS = ("rho", "bP", "xi")
STAGES = ("ok", "stand", "contact")


def _titled(name: str, *, history: bool = False) -> Any:
    return SimpleNamespace(id=name, title={"en": name.title()}, history=history)


def _decision(name: str, *, dated: bool, chances: list[float]) -> Any:
    options = [_titled(f"{name}-{at}", history=at == 1) for at in range(len(chances))]
    return SimpleNamespace(id=name, title={"en": name}, options=options, chances=chances, dated=dated)


@dataclass
class Problem:
    """What the compiler hands over, as far as the ensemble looks."""

    scenario: str = "mill-quarrel"
    title: dict[str, str] = field(default_factory=lambda: {"en": "The quarrel"})
    digest: str = "a" * 64
    calendar: str = "gregorian"
    start: int = 802_000_000
    force_ratio: bool = False
    dated: dict[str, str] = field(default_factory=lambda: {"ring": "the bell rings at six"})
    minutes: int = 600
    step_min: int = 5
    case: Any = None
    resolved_json: str = '{"id": "mill-quarrel"}\n'
    names: Any = field(default_factory=lambda: SimpleNamespace(sites=SITES, authorities=AUTHORITIES, units=UNITS))
    outcomes: Any = field(
        default_factory=lambda: [_titled("crown-holds"), _titled("guild-wins", history=True), _titled("truce")]
    )
    decisions: Any = field(
        default_factory=lambda: [
            _decision("parley", dated=False, chances=[0.5, 0.3, 0.2]),
            _decision("ring", dated=True, chances=[0.25, 0.75]),
        ]
    )
    watches: Any = field(
        default_factory=lambda: [
            SimpleNamespace(id="m01.hour", has_trigger=True),
            SimpleNamespace(id="m02.dead", has_trigger=False),
        ]
    )
    hours: int = HOURS
    series: list[str] = field(default_factory=lambda: list(SERIES))
    joint_prior_history: float = 0.3 * 0.75


def one_run(seed: int, run: int, params: Any, options: Any) -> dict[str, Any]:
    """Return everything about one run. Every 97th run fails in contact."""
    luck = np.random.Generator(np.random.Philox(key=[seed, run]))
    drawn = luck.random(8)
    chosen = np.array([int(drawn[0] * 3), -1 if drawn[1] < 0.2 else int(drawn[2] * 2)], dtype=np.int16)
    if options is not None:
        chosen = np.where(options >= 0, options, chosen).astype(np.int16)
    values = luck.random(len(SYMBOLS))
    if params is not None:
        values = np.where(np.isnan(params), values, params)
    counts = luck.integers(0, 3, 81).astype(np.int32)
    counts[EVENTS["forged"]] = 0
    holders = np.repeat(luck.integers(-1, 2, (1, len(SITES))), HOURS, axis=0).astype(np.int8)
    holders[int(drawn[3] * HOURS) :, 1] = 1
    holders[int(drawn[4] * HOURS) :, 2] = -1
    series = np.cumsum(luck.integers(0, 4, (HOURS, len(SERIES))), axis=0).astype(np.int32)
    orders, changes = np.zeros(8, np.int32), np.zeros(8, np.int32)
    orders[[CAUSES["dated"], CAUSES["plan"], CAUSES["outside"]]] = [1, 9, 5]
    changes[[CAUSES["order"], CAUSES["outside"]]] = [3, run % 2]
    if run % 97 == 96:
        return {"status": 2, "outcome": -1, "chosen": np.full(2, -1), "watch_min": [-1, -1], "watch_val": [np.nan] * 2,
                "params": values, "counts": 0, "order_causes": 0, "change_causes": 0, "series": 0, "holders": -1,
                "log": np.zeros((0, 8), np.int32)}  # fmt: skip
    log = np.tile(
        np.array([60, EVENTS["walked-in"], CAUSES["dated"], -1, 4, 1, 2, -1], dtype=np.int32), (1 + run % 3, 1)
    )
    log[1:, [4, 6]] = -1
    outcome = int(min(2, chosen[0] + (drawn[5] < 0.3)))
    return {"status": 0, "outcome": outcome, "chosen": chosen, "watch_min": [int(drawn[6] * 600), 600],
            "watch_val": [drawn[6] * 10, np.nan if drawn[7] < 0.1 else drawn[7] * 50], "params": values,
            "counts": counts, "order_causes": orders, "change_causes": changes, "series": series,
            "holders": holders, "log": log}  # fmt: skip


def run_batch(case, *, seed, first, runs, threads=0, params=None, options=None, keep_log=False,
              keep_series=True, progress=None, stop=None):  # fmt: skip
    """The documented call. `case` may be a callable: it is told the first run of each block (to kill, to wait)."""
    if callable(case):
        case(first)
    rows = [
        one_run(seed, first + at, None if params is None else params[at], None if options is None else options[at])
        for at in range(runs)
    ]

    def stack(name: str, dtype: Any, *shape: int) -> np.ndarray:
        array = np.zeros((runs, *shape), dtype)
        for at, row in enumerate(rows):
            array[at] = row[name]
        return array

    if progress is not None:
        progress(runs)
    return SimpleNamespace(
        status=stack("status", np.int8), outcome=stack("outcome", np.int16), chosen=stack("chosen", np.int16, 2),
        watch_min=stack("watch_min", np.int32, 2), watch_val=stack("watch_val", np.float64, 2),
        params=stack("params", np.float64, len(SYMBOLS)), counts=stack("counts", np.int32, 81),
        order_causes=stack("order_causes", np.int32, 8), change_causes=stack("change_causes", np.int32, 8),
        series=stack("series", np.int32, HOURS, len(SERIES)), holders=stack("holders", np.int8, HOURS, len(SITES)),
        log_rows=[row["log"] for row in rows] if keep_log else [],
        log_units=[np.array([0, 1, 2, 0, 1]) for _ in rows] if keep_log else [],
        log_x=[np.full(len(row["log"]), 0.5) for row in rows] if keep_log else [],
    )  # fmt: skip


def engine(**changes: Any) -> Engine:
    """Return the fake engine, with some facts about it changed."""
    facts = {"run_batch": run_batch, "stages": STAGES, "symbols": SYMBOLS, "digest": "e" * 64,
             "params_digest": "p" * 64, "compiled": False}  # fmt: skip
    return Engine(**(facts | changes))
