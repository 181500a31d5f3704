"""The experiments that were asked for: one SQLite file in the workspace, documented in docs/studio.md.

Only what was asked and how far it came is here; what was found is in the experiment's own folder, as
``simulate`` writes it. Every change is on disk before the client hears of it.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_hex
from typing import Any

from dualpower.faces.studio.models import Experiment, NewExperiment

FILE = "studio.sqlite"
SCHEMA = """
create table if not exists experiments (
    number integer primary key autoincrement,
    id text not null unique,
    created text not null,
    title text not null, scenario text not null, variant text not null,
    runs integer not null, seed integer not null, decisions text not null, parameters text not null,
    state text not null check (state in ('queued', 'running', 'finished', 'cancelled', 'failed')),
    done integer not null default 0,
    seconds real not null default 0,
    error text not null default ''
)
"""
COLUMNS = (
    "id", "created", "title", "scenario", "variant", "runs", "seed", "decisions", "parameters", "state", "done",
    "seconds", "error",
)  # fmt: skip
CHANGEABLE = ("title", "state", "done", "seconds", "error")
ADD = """
insert into experiments
    (id, created, title, scenario, variant, runs, seed, decisions, parameters, state, done, seconds, error)
values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'queued', 0, 0, '')
"""
CHANGE = """
update experiments
set title = coalesce(?, title), state = coalesce(?, state), done = coalesce(?, done),
    seconds = coalesce(?, seconds), error = coalesce(?, error)
where id = ? and (? is null or state = ?)
"""


class Store:
    """The table of experiments. One connection, one lock: the server has one process."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE
        self._lock = threading.RLock()
        self._base = sqlite3.connect(self.path, check_same_thread=False, isolation_level=None)
        self._base.row_factory = sqlite3.Row
        self._base.execute("pragma journal_mode = wal")
        self._base.execute("pragma synchronous = full")
        self._base.execute(SCHEMA)

    def close(self) -> None:
        """Close the file."""
        with self._lock:
            self._base.close()

    def _rows(self, query: str, values: tuple[Any, ...] = ()) -> list[sqlite3.Row]:
        with self._lock:
            return self._base.execute(query, values).fetchall()

    def add(self, asked: NewExperiment, *, prepare: Callable[[str], None] | None = None) -> Experiment:
        """Put an experiment at the end of the queue, once what it needs has been prepared."""
        key, created = token_hex(6), datetime.now(UTC).isoformat(timespec="seconds")
        if prepare is not None:
            prepare(key)
        values = (key, created, asked.title, asked.scenario, asked.variant, asked.runs, asked.seed, asked.decisions,
                  asked.parameters)  # fmt: skip
        self._rows(ADD, values)
        return self.all()[0]

    def all(self) -> list[Experiment]:
        """Return every experiment, the newest first."""
        rows = self._rows("select * from experiments order by number desc")
        waiting = [row["id"] for row in reversed(rows) if row["state"] == "queued"]
        return [_read(row, waiting) for row in rows]

    def get(self, key: str) -> Experiment | None:
        """Return one experiment, or None."""
        rows = self._rows("select * from experiments where id = ?", (key,))
        return _read(rows[0], self.waiting()) if rows else None

    def waiting(self) -> list[str]:
        """Return the ids in the queue, the next one first."""
        return [row["id"] for row in self._rows("select id from experiments where state = 'queued' order by number")]

    def count(self, state: str | None = None) -> int:
        """Return how many experiments there are, or are in a state."""
        rows = self._rows("select count(*) from experiments where ? is null or state = ?", (state, state))
        return int(rows[0][0])

    def change(self, key: str, *, only_from: str | None = None, **values: Any) -> bool:
        """Change an experiment; with ``only_from``, only while it is in that state. Return whether it was."""
        strange = set(values) - set(CHANGEABLE)
        if strange:
            raise ValueError(f"{', '.join(sorted(strange))} of an experiment never change")
        given = (*(values.get(name) for name in CHANGEABLE), key, only_from, only_from)
        with self._lock:
            return self._base.execute(CHANGE, given).rowcount > 0

    def remove(self, key: str) -> None:
        """Forget an experiment."""
        self._rows("delete from experiments where id = ?", (key,))

    def recover(self) -> int:
        """After a restart: what was running goes back to the head of the queue. Return how many."""
        with self._lock:
            done = self._base.execute("update experiments set state = 'queued' where state = 'running'")
            return done.rowcount


def _read(row: sqlite3.Row, waiting: list[str]) -> Experiment:
    place = waiting.index(row["id"]) + 1 if row["id"] in waiting else 0
    return Experiment(**{name: row[name] for name in COLUMNS}, place=place)
