"""What many histories say: how often each outcome, when, after which decisions, and how sure that is.

A Result is read, never changed. Shares are of the histories that ended (a failed run is counted apart);
their intervals are Wilson's, 95 %. It reads its runs when first asked and its hourly series one shard at
a time, so that opening a large folder is cheap.
"""

from __future__ import annotations

import copy
import os
from functools import cached_property
from typing import Any

import numpy as np

from . import intervals, shards, store
from .parquet import arrow_table
from .shards import CAUSE_NAMES, EVENT_NAMES
from .table import Table, needs

QUANTILES = (0.05, 0.25, 0.5, 0.75, 0.95)
# In the log these causes come from the calendar and not from the world: nobody inside decided then.
FROM_THE_CALENDAR = ("outside", "dated")


class Result:
    """Many histories of one scenario. Arrays are read-only and have one entry per history, in run order.

    ``Result.open(folder)`` reads one from disk; ``simulate`` returns one.
    """

    _store: store.Store

    def __init__(self, kept: store.Store) -> None:
        self.__dict__["_store"] = kept

    @classmethod
    def open(cls, folder: str | os.PathLike[str]) -> Result:
        """Open a folder written by ``simulate``. Raises StoreError E807 where there is none, or it is damaged."""
        return cls(store.open_folder(folder))

    def __setattr__(self, name: str, value: Any) -> None:
        raise AttributeError(f"a Result is never changed: {name} cannot be set")

    # --- what was run

    @property
    def manifest(self) -> dict[str, Any]:
        """A copy of the manifest: identity, names, versions, wall times."""
        return copy.deepcopy(self._store.manifest)

    @property
    def about(self) -> dict[str, Any]:
        """The scenario's names: outcomes, decisions, watches, series, sites, authorities, calendar."""
        return copy.deepcopy(self._store.manifest["about"])

    @property
    def scenario(self) -> str:
        """The scenario's id."""
        return str(self._store.manifest["about"]["scenario"])

    @property
    def seed(self) -> int:
        """The seed of every history's luck."""
        return int(self._store.manifest["identity"]["seed"])

    @property
    def parameters(self) -> str:
        """Where the universal parameters were drawn from: "prior", or learnt ones by the name they were asked by."""
        return str(self._store.manifest.get("learnt", "prior"))

    @property
    def runs(self) -> int:
        """How many histories are here, failed ones included; fewer than asked for when it was interrupted."""
        return len(self.column("run"))

    @property
    def asked(self) -> int:
        """How many histories were asked for."""
        return int(self._store.manifest["identity"]["runs"])

    @property
    def is_complete(self) -> bool:
        """Whether every history asked for is here."""
        return self.runs == self.asked

    @property
    def seconds(self) -> float:
        """Wall time of the computing, over all sittings."""
        return float(self._store.manifest["seconds"])

    @property
    def runs_per_second(self) -> float:
        """Histories computed per second of wall time."""
        return float(self._store.manifest["runs_per_second"])

    @property
    def joint_prior_history(self) -> float:
        """The prior chance that every decision falls as it did in history: the product of the options' chances."""
        return float(self._store.manifest["about"]["joint_prior_history"])

    @property
    def own_mechanisms(self) -> list[dict[str, Any]]:
        """The user's own mechanisms that it was run with: id, point, kind, digest and, of a formula, its text."""
        return list(self.about.get("own_mechanisms", []))

    # --- one row per history

    @cached_property
    def _columns(self) -> dict[str, np.ndarray]:
        parts = [columns for _, columns in store.read_shards(self._store, "runs", self._shards)]
        if not parts:
            raise store.StoreError("E807", "the result holds no runs yet", "run it again with --resume")
        return {name: _sealed(np.concatenate([part[name] for part in parts])) for name in parts[0]}

    @property
    def _shards(self) -> int:
        identity = self._store.manifest["identity"]
        return -(-int(identity["runs"]) // int(identity["shard_runs"]))

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns of the table of runs (docs/format.md)."""
        return tuple(self._columns)

    def column(self, name: str) -> np.ndarray:
        """Return one column of the table of runs. Raises KeyError naming the nearest column."""
        return _named(self._columns, name, "column")

    @property
    def status(self) -> np.ndarray:
        """int8 per history: 0 ended, otherwise the code of the stage at which it failed."""
        return self.column("status")

    @cached_property
    def ended(self) -> np.ndarray:
        """bool per history: it ran to its end."""
        return _sealed(self.status == 0)

    @property
    def failed(self) -> int:
        """How many histories failed."""
        return int(self.runs - np.count_nonzero(self.ended))

    @property
    def outcome(self) -> np.ndarray:
        """The id of each history's outcome; "" where it failed."""
        return self.column("outcome")

    @property
    def watches(self) -> tuple[str, ...]:
        """The ids of what the marks watch."""
        return tuple(watch["id"] for watch in self._store.manifest["about"]["watches"])

    def watch(self, name: str) -> np.ndarray:
        """Return float64 per history: the watched value at its time, NaN if its time never came."""
        return _named(self._columns, f"watch.{name}", "watch")

    def watch_min(self, name: str) -> np.ndarray:
        """Return int32 per history: the minute since the start at which the watch was first true, -1 never."""
        return _named(self._columns, f"watch_min.{name}", "watch")

    def chosen(self, decision: str) -> np.ndarray:
        """Return the id of the option each history took; "" where the decision never came up."""
        return _named(self._columns, f"decision.{decision}", "decision")

    def param(self, symbol: str) -> np.ndarray:
        """Return float64 per history: the parameter's value in that run."""
        return _named(self._columns, f"param.{symbol}", "parameter")

    def count(self, event: str) -> np.ndarray:
        """Return int32 per history: how often the event happened."""
        return _named(self._columns, f"count.{event}", "event")

    def runs_with(self, outcome: str) -> np.ndarray:
        """Return the numbers of the runs that ended so, in order."""
        with_it: np.ndarray = self.column("run")[self.outcome == outcome]
        return with_it

    # --- tables

    def outcomes(self, *, level: float = 0.95) -> Table:
        """Return each outcome's share of the ended histories, with Wilson's interval, history's own marked."""
        total, rows = int(np.count_nonzero(self.ended)), []
        for outcome in self._store.manifest["about"]["outcomes"]:
            runs = int(np.count_nonzero(self.outcome == outcome["id"]))
            low, high = intervals.wilson(runs, total, level=level)
            rows.append((outcome["id"], _share(runs, total), low, high, bool(outcome["history"]), runs))
        return Table.from_rows(("outcome", "share", "low", "high", "history", "runs"), rows)

    def summary(self) -> dict[str, Any]:
        """Return what ``simulate --json`` prints (docs/format.md): ready for JSON, None for a share of nothing."""
        outcomes = self.outcomes().rows()
        for row in outcomes:
            del row["runs"]
            row["share"] = None if row["share"] != row["share"] else row["share"]
        facts = ("scenario", "runs", "seed", "parameters", "failed", "seconds", "runs_per_second")
        return {fact: getattr(self, fact) for fact in facts} | {"outcomes": outcomes}

    def decisions(self) -> Table:
        """Return each option: its prior chance, its share of the histories where the decision came up."""
        rows = []
        for decision in self._store.manifest["about"]["decisions"]:
            taken = self.chosen(decision["id"])[self.ended]
            came_up = int(np.count_nonzero(taken != ""))
            for option, chance in zip(decision["options"], decision["chances"], strict=True):
                runs = int(np.count_nonzero(taken == option["id"]))
                share = _share(runs, came_up)
                rows.append((decision["id"], option["id"], chance, share, runs, came_up, option["history"]))
        return Table.from_rows(("decision", "option", "chance", "share", "runs", "came_up", "history"), rows)

    def mechanisms(self) -> Table:
        """Return each kind of event: the share of ended histories in which it occurs, and its mean per history."""
        rows = []
        for event in EVENT_NAMES:
            counts = self.count(event)[self.ended]
            occurs = int(np.count_nonzero(counts))
            rows.append((event, _share(occurs, len(counts)), _share(int(counts.sum()), len(counts)), occurs))
        return Table.from_rows(("event", "share", "mean", "runs"), rows)

    def causes(self) -> Table:
        """Return each cause's count and share of leaders' orders and decisions, and of changes in the world.

        Changes are transfers of sites, surrenders, truces and defections.
        """
        orders, changes = self._cause_counts("orders"), self._cause_counts("changes")
        given, changed = sum(orders.values()), sum(changes.values())
        rows = [
            (cause, orders[cause], _share(orders[cause], given), changes[cause], _share(changes[cause], changed))
            for cause in CAUSE_NAMES
        ]
        return Table.from_rows(("cause", "orders", "order_share", "changes", "change_share"), rows)

    @property
    def scripted_share(self) -> float:
        """The dated share of leaders' orders and decisions, 0-1 (NaN when none was given).

        What comes from outside the scenario's world is no leader's order and counts on neither side.
        """
        orders = self._cause_counts("orders")
        return _share(orders["dated"], sum(orders.values()) - orders["outside"])

    @property
    def scripted_changes(self) -> float:
        """The share of transfers, surrenders, truces and defections caused by a date, inside or outside, 0-1."""
        changes = self._cause_counts("changes")
        return _share(sum(changes[cause] for cause in FROM_THE_CALENDAR), sum(changes.values()))

    def _cause_counts(self, kind: str) -> dict[str, int]:
        return {cause: int(self.column(f"{kind}.{cause}")[self.ended].sum()) for cause in CAUSE_NAMES}

    # --- hour by hour

    @property
    def series_names(self) -> tuple[str, ...]:
        """The columns that are kept for every hour."""
        return tuple(self._store.manifest["about"]["series"])

    @property
    def record_hours(self) -> int:
        """Hours between two rows of the record: 1, or 24 where the scenario's step is longer than an hour."""
        return int(self._store.manifest["about"].get("record_h", 1))

    def series(self, column: str) -> np.ndarray:
        """Return int32[runs, hours] of one column; the first hour is the start. Failed runs are rows of zeros."""
        return self._hourly((column,))[column]

    def _hourly(self, names: tuple[str, ...]) -> dict[str, np.ndarray]:
        hours = int(self._store.manifest["about"]["hours"])
        parts: dict[str, list[np.ndarray]] = {name: [] for name in names}
        for _, columns in store.read_shards(self._store, "series", self._shards):
            for name in names:
                # A copy, so that the shard's other columns can be let go.
                parts[name].append(_named(columns, name, "series").reshape(-1, hours).copy())
        return {name: _sealed(np.concatenate(found)) for name, found in parts.items()}

    def curves(self, column: str, *, quantiles: tuple[float, ...] = QUANTILES) -> Table:
        """Return the quantiles of one series over the ended histories: a row per hour, columns q05, q25, ..."""
        rows = self.series(column)[self.ended]
        if not len(rows):
            raise ValueError("no history ended, so there is no curve")
        levels = np.quantile(rows, quantiles, axis=0)
        curves = {f"q{round(100 * q):02d}": level for q, level in zip(quantiles, levels, strict=True)}
        return Table({"hour": np.arange(rows.shape[1], dtype=np.int32) * np.int32(self.record_hours), **curves})

    def holders(self, site: str) -> np.ndarray:
        """Return int8[runs, hours]: the position in ``about["authorities"]`` of who holds the site, -1 nobody."""
        about = self._store.manifest["about"]
        place = _position(about["sites"], site, "site")
        shard_runs, parts = int(self._store.manifest["identity"]["shard_runs"]), []
        for shard, columns in store.read_shards(self._store, "holders", self._shards):
            runs = min(shard_runs, self.asked - shard * shard_runs)
            only = columns["site"] == site
            kept = {name: values[only] for name, values in columns.items()}
            matrix = shards.holder_matrix(kept, shard * shard_runs, runs, int(about["hours"]), about)
            parts.append(matrix[:, :, place].copy())
        return _sealed(np.concatenate(parts))

    def transfers(self) -> Table:
        """Return every change of hands of every history: run, hour (from then on), site, holder ("" nobody).

        What stands at the start has the hour 0; a site without a row has never been held.
        """
        parts = [columns for _, columns in store.read_shards(self._store, "holders", self._shards)]
        names = ("run", "hour", "site", "holder")
        return Table({name: _sealed(np.concatenate([part[name] for part in parts])) for name in names})

    def events(self, run: int) -> Table:
        """Return one run's log. Raises KeyError when the log was not kept (simulate with keep_log)."""
        size = int(self._store.manifest["identity"]["shard_runs"])
        found = store.read(self._store, store.shard_name("events", int(run) // size))
        if found is None:
            raise KeyError(f"no log of run {run} is kept: simulate with keep_log=True")
        only = found[0]["run"] == run
        return Table({name: values[only] for name, values in found[0].items()})

    # --- for other programs

    def to_arrow(self) -> Any:
        """Return the table of runs as an arro3 Table; pyarrow, polars, duckdb and pandas read it as it is."""
        return arrow_table(self._columns)

    def to_pandas(self) -> Any:
        """Return the table of runs as a DataFrame. Raises ImportError, with the cure, without pandas."""
        return Table(self._columns).to_pandas()

    def to_xarray(self) -> Any:
        """Return the hourly series as an xarray Dataset. Raises ImportError, with the cure, without xarray."""
        xarray = needs("xarray")
        hourly = self._hourly(self.series_names)
        hours = np.arange(int(self._store.manifest["about"]["hours"])) * self.record_hours
        return xarray.Dataset(
            {name: (("run", "hour"), values) for name, values in hourly.items()},
            coords={"run": self.column("run"), "hour": hours, "outcome": ("run", self.outcome.astype(str))},
            attrs={"scenario": self.scenario, "seed": self.seed},
        )

    def __repr__(self) -> str:
        failed = f", {self.failed} failed" if self.failed else ""
        partial = "" if self.is_complete else f" of {self.asked}"
        return f"<Result {self.scenario}: {self.runs}{partial} runs, seed {self.seed}{failed}>"

    def _repr_html_(self) -> str:
        """Show the result in a notebook: how it ends, with bars, and how to see one history of it."""
        from dualpower import _html

        return str(_html(self))


def _sealed(array: np.ndarray) -> np.ndarray:
    view = array.view()
    view.flags.writeable = False
    return view


def _share(part: int, whole: int) -> float:
    return part / whole if whole else float("nan")


def _named(columns: dict[str, np.ndarray], name: str, what: str) -> np.ndarray:
    if name not in columns:
        raise KeyError(_unknown(name, columns, what))
    return columns[name]


def _position(names: list[str], name: str, what: str) -> int:
    if name not in names:
        raise KeyError(_unknown(name, names, what))
    return names.index(name)


def _unknown(name: str, known: Any, what: str) -> str:
    from ..errors import near

    hint = near(name, known)
    return f"no {what} {name!r}" + (f" ({hint})" if hint else "")
