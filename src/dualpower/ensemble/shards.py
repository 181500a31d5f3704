"""From the engine's numbers to tables a stranger can read, shard by shard.

``runs``     one row per history: how it ended, what was chosen, what the marks watch, how often each thing happened.
``series``   one row per history and hour: the counts that the scenario keeps.
``holders``  one row per change of hands: from this hour on the site is held by this authority. A site with no
             row yet is held by nobody; an empty holder is nobody again.
``events``   every event of every history, only when the log was asked for; what a, b, c, d and x mean, event by
             event, is the engine's table of meanings.

What is missing is said without nulls: "" for a word, -1 for a whole number, NaN for a measure.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ..words import CAUSES, EVENTS
from .parquet import Columns

EVENT_NAMES = tuple(sorted(EVENTS, key=lambda name: EVENTS[name]))
CAUSE_NAMES = tuple(sorted(CAUSES, key=lambda name: CAUSES[name]))


def tables(block: Any, first: int, about: dict[str, Any], engine: Any, *, keep_log: bool) -> dict[str, Columns]:
    """Return the tables of one block of runs, the first of which is history number `first`."""
    made = {
        "runs": _runs(block, first, about, engine),
        "series": _series(block, first, about),
        "holders": _holders(block, first, about),
    }
    if keep_log:
        made["events"] = _events(block, first, about)
    return made


def _runs(block: Any, first: int, about: dict[str, Any], engine: Any) -> Columns:
    status = np.asarray(block.status)
    columns: Columns = {
        "run": np.arange(first, first + len(status), dtype=np.int32),
        "status": status.astype(np.int8),
        "stage": np.array([engine.stage(int(code)) if code else "" for code in status], dtype=object),
        "outcome": _words(block.outcome, [outcome["id"] for outcome in about["outcomes"]]),
    }
    for at, decision in enumerate(about["decisions"]):
        options = [option["id"] for option in decision["options"]]
        columns[f"decision.{decision['id']}"] = _words(block.chosen[:, at], options)
    for at, watch in enumerate(about["watches"]):
        columns[f"watch_min.{watch['id']}"] = block.watch_min[:, at].astype(np.int32)
        columns[f"watch.{watch['id']}"] = block.watch_val[:, at].astype(np.float64)
    for at, symbol in enumerate(engine.symbols):
        columns[f"param.{symbol}"] = block.params[:, at].astype(np.float64)
    for kind, names, counted in (
        ("count", EVENT_NAMES, block.counts),
        ("orders", CAUSE_NAMES, block.order_causes),
        ("changes", CAUSE_NAMES, block.change_causes),
    ):
        columns |= {f"{kind}.{name}": counted[:, at].astype(np.int32) for at, name in enumerate(names)}
    return columns


def _series(block: Any, first: int, about: dict[str, Any]) -> Columns:
    runs, hours = block.series.shape[:2]
    columns = {
        "run": np.repeat(np.arange(first, first + runs, dtype=np.int32), hours),
        "hour": np.tile(np.arange(hours, dtype=np.int32) * np.int32(about.get("record_h", 1)), runs),
    }
    for at, name in enumerate(about["series"]):
        columns[name] = block.series[:, :, at].reshape(-1).astype(np.int32)
    return columns


def _holders(block: Any, first: int, about: dict[str, Any]) -> Columns:
    held = np.asarray(block.holders)
    before = np.concatenate([np.full_like(held[:, :1], -1), held[:, :-1]], axis=1)
    # One flat search: numpy's search in three dimensions takes ten times as long.
    run, hour, site = np.unravel_index(np.flatnonzero((held != before).ravel()), held.shape)
    return {
        "run": (run + first).astype(np.int32),
        "hour": (hour * about.get("record_h", 1)).astype(np.int32),
        "site": _words(site, about["sites"]),
        "holder": _words(held[run, hour, site], about["authorities"]),
    }


def _events(block: Any, first: int, about: dict[str, Any]) -> Columns:
    lengths = [len(rows) for rows in block.log_rows]
    rows = np.concatenate([np.asarray(rows, dtype=np.int32).reshape(-1, 8) for rows in block.log_rows])
    units = [_base_units(log[:, 4], bases) for log, bases in zip(block.log_rows, block.log_units, strict=True)]
    columns: Columns = {
        "run": np.repeat(np.arange(first, first + len(lengths), dtype=np.int32), lengths),
        "minute": rows[:, 0],
        "event": _words(rows[:, 1], EVENT_NAMES),
        "cause": _words(rows[:, 2], CAUSE_NAMES),
        "trigger": rows[:, 3],
        "unit": _words(np.concatenate(units), about["units"]),
        "site": _words(rows[:, 6], about["sites"]),
    }
    columns |= {name: rows[:, at] for at, name in enumerate("abcd", start=4)}
    columns["x"] = np.concatenate([np.asarray(x, dtype=np.float64) for x in block.log_x])
    return columns


def _base_units(slots: np.ndarray, bases: np.ndarray) -> np.ndarray:
    """Return the scenario's unit behind each slot: a detachment's is the unit its men came from."""
    return np.where(slots < 0, -1, np.asarray(bases)[np.maximum(slots, 0)])


def holder_matrix(columns: Columns, first: int, runs: int, hours: int, about: dict[str, Any]) -> np.ndarray:
    """Return int8[runs, hours, sites]: who holds what each hour (-1 nobody), from the changes of hands."""
    sites, authorities = codes(columns["site"], about["sites"]), codes(columns["holder"], about["authorities"])
    step = np.full((runs, hours, len(about["sites"])), -2, dtype=np.int8)  # -2: as in the hour before
    step[columns["run"] - first, columns["hour"] // about.get("record_h", 1), sites] = authorities
    step[:, 0][step[:, 0] == -2] = -1
    for hour in range(1, hours):
        np.copyto(step[:, hour], step[:, hour - 1], where=step[:, hour] == -2)
    return step


def codes(words: np.ndarray, known: Sequence[str]) -> np.ndarray:
    """Return the position of each word in `known`, -1 for the empty word."""
    place = {word: at for at, word in enumerate(known)}
    place[""] = -1
    return np.array([place[word] for word in words.tolist()], dtype=np.int16)


def _words(indices: Any, known: Sequence[str]) -> np.ndarray:
    """Return the word of each index, "" for -1."""
    named = np.array([*known, ""], dtype=object)
    return named[np.asarray(indices, dtype=np.int64)]
